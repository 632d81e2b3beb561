//! Where a programme stands: going back there after trying something out, and beginning somewhere.

use super::{Place, Simplex};

/// Where a programme stood, to go back to.
pub(crate) struct Standing {
    /// By column, then by row's slack: it is at its upper bound.
    at_upper: Vec<bool>,
    basic: Vec<usize>,
    weight: Vec<f64>,
    /// The factors at hand then, if these are to be gone back to as well.
    factors: Option<(usize, usize)>,
}

impl Standing {
    /// To go back to later, when the factors at hand now will have gone another way.
    pub fn for_later(self) -> Self {
        Self { factors: None, ..self }
    }
}

impl Simplex {
    /// Where it stands now.
    pub fn standing(&self) -> Standing {
        let places = self.place.iter().chain(&self.slack_place);
        Standing {
            at_upper: places.map(|place| *place == Place::Upper).collect(),
            basic: self.basic.clone(),
            weight: self.weight.clone(),
            factors: self.factors.as_ref().map(|factors| (self.made, factors.age())),
        }
    }

    /// Goes back to where it stood. No column may have been added since; rows may.
    pub fn stand_at(&mut self, standing: &Standing) {
        let columns = self.columns.len();
        let place = |at_upper: &bool| if *at_upper { Place::Upper } else { Place::Lower };
        self.place.iter_mut().zip(&standing.at_upper).for_each(|(own, at_upper)| *own = place(at_upper));
        self.slack_place
            .iter_mut()
            .zip(&standing.at_upper[columns..])
            .for_each(|(own, at_upper)| *own = place(at_upper));
        self.basic.clone_from(&standing.basic);
        self.weight.clone_from(&standing.weight);
        // Rows that joined since are slack.
        for row in self.basic.len()..self.rows.len() {
            self.basic.push(columns + row);
            self.weight.push(1.0);
        }
        for position in 0..self.basic.len() {
            *self.place_of(self.basic[position]) = Place::Basic(position);
        }
        match (&mut self.factors, standing.factors) {
            (Some(factors), Some((made, age))) if made == self.made => factors.forget(age),
            _ => self.factors = None,
        }
    }

    /// Begins at a solution that takes these columns whole and leaves the others: each takes the place of the slack of a
    /// row it uses up, as far as there are such rows.
    pub fn begin_at(&mut self, taken: &[usize]) {
        let mut room = self.limits.clone();
        for &(row, value) in taken.iter().flat_map(|&column| &self.columns[column]) {
            room[row as usize] -= value;
        }
        for &column in taken {
            let used_up = self.columns[column].iter().find_map(|&(row, value)| match self.slack_place[row as usize] {
                Place::Basic(position) if value > 0.0 && room[row as usize] <= 0.0 => Some((row as usize, position)),
                Place::Basic(_) | Place::Lower | Place::Upper => None,
            });
            match used_up {
                Some((row, position)) => {
                    self.slack_place[row] = Place::Lower;
                    self.place[column] = Place::Basic(position);
                    self.basic[position] = column;
                }
                None => self.place[column] = Place::Upper,
            }
        }
        self.factors = None;
    }

    /// Begins where another programme stands, of which this one is a part: `columns` and `rows` say which of the other's
    /// its own are. Where what is left makes no basis, slacks fill in.
    pub fn stand_like(&mut self, other: &Self, columns: &[usize], rows: &[usize]) {
        let size = self.rows.len();
        self.basic.clear();
        self.weight.clear();
        let mut place = |variable: usize, place: Place| match place {
            Place::Basic(at) if self.basic.len() < size => {
                self.basic.push(variable);
                self.weight.push(other.weight[at]);
                Place::Basic(self.basic.len() - 1)
            }
            Place::Basic(_) => Place::Lower,
            Place::Lower | Place::Upper => place,
        };
        for (column, &of_other) in columns.iter().enumerate() {
            self.place[column] = place(column, other.place[of_other]);
        }
        for (row, &of_other) in rows.iter().enumerate() {
            self.slack_place[row] = place(columns.len() + row, other.slack_place[of_other]);
        }
        for row in 0..size {
            if self.basic.len() < size && !matches!(self.slack_place[row], Place::Basic(_)) {
                self.slack_place[row] = Place::Basic(self.basic.len());
                self.basic.push(columns.len() + row);
                self.weight.push(1.0);
            }
        }
        self.factors = None;
    }
}
