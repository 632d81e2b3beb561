//! What is counted anew between steps: factors, reduced costs, values, and the rows laid out.

use super::factors::{Dependent, Factors};
use super::sparse::Sparse;
use super::{DUAL_TOLERANCE, Place, Simplex};

impl Simplex {
    pub(super) fn lay_out_free_rows(&mut self) {
        if self.laid_out.is_some() {
            return;
        }
        let is_free: Vec<bool> = self.lower.iter().zip(&self.upper).map(|(lower, upper)| lower < upper).collect();
        let mut free_rows = std::mem::replace(&mut self.free_rows, Sparse::new());
        free_rows.clear();
        for row in &self.rows {
            for &(column, value) in row {
                if is_free[column as usize] {
                    free_rows.push(column as usize, value);
                }
            }
            free_rows.end();
        }
        self.free_rows = free_rows;
        self.laid_out = Some((is_free, 0));
    }

    /// Makes the factors anew.
    pub(super) fn refactor(&mut self) {
        let columns = self.columns.len();
        self.made += 1;
        let factors = loop {
            let mut basis = Sparse::new();
            for &variable in &self.basic {
                if variable < columns {
                    self.columns[variable].iter().for_each(|&(row, value)| basis.push(row as usize, value));
                } else {
                    basis.push(variable - columns, 1.0);
                }
                basis.end();
            }
            match Factors::new(&basis) {
                Ok(factors) => break factors,
                Err(Dependent(pairs)) => self.replace_by_slacks(&pairs),
            }
        };
        self.factors = Some(factors);
    }

    /// Counts reduced costs, sides and values anew.
    pub(super) fn recompute(&mut self) {
        self.count_reduced();
        // Round-off must not send a variable to its other bound: the basis would never come to rest.
        let side = |place: &mut Place, reduced: f64| match place {
            Place::Basic(_) => {}
            Place::Lower if reduced < -DUAL_TOLERANCE => *place = Place::Upper,
            Place::Upper if reduced > DUAL_TOLERANCE => *place = Place::Lower,
            Place::Lower | Place::Upper => {}
        };
        self.place.iter_mut().zip(&self.reduced).for_each(|(place, reduced)| side(place, *reduced));
        self.slack_place.iter_mut().zip(&self.slack_reduced).for_each(|(place, reduced)| side(place, *reduced));
        self.count_values();
    }

    pub(super) fn count_reduced(&mut self) {
        let mut prices: Vec<f64> = self.basic.iter().map(|&variable| self.cost_of(variable)).collect();
        self.factors.as_mut().expect("counted anew with factors at hand").solve_transposed(&mut prices);
        for column in 0..self.columns.len() {
            let priced: f64 = self.columns[column].iter().map(|&(row, value)| prices[row as usize] * value).sum();
            self.reduced[column] = self.cost[column] - priced;
        }
        for (row, price) in prices.iter().enumerate() {
            self.slack_reduced[row] = -price;
        }
    }

    fn replace_by_slacks(&mut self, pairs: &[(usize, usize)]) {
        for &(position, row) in pairs {
            let leaving = self.basic[position];
            *self.place_of(leaving) = Place::Lower;
            self.slack_place[row] = Place::Basic(position);
            self.basic[position] = self.columns.len() + row;
            self.weight[position] = 1.0;
        }
    }

    pub(super) fn count_values(&mut self) {
        let mut values = self.limits.clone();
        for column in 0..self.columns.len() {
            let at = match self.place[column] {
                Place::Basic(_) => 0.0,
                Place::Lower => self.lower[column],
                Place::Upper => self.upper[column],
            };
            if at != 0.0 {
                self.columns[column].iter().for_each(|&(row, value)| values[row as usize] -= at * value);
            }
        }
        for (row, place) in self.slack_place.iter().enumerate() {
            if *place == Place::Upper && !self.tight[row] {
                values[row] -= self.slack_room[row];
            }
        }
        if let Some(factors) = &mut self.factors {
            factors.solve(&mut values);
        }
        self.value = values;
    }
}
