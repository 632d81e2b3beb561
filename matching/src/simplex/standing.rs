//! Going back to where a programme stood, after trying something out.

use super::factors::Factors;
use super::{Place, Simplex};

/// Where a programme stood, to go back to.
pub(crate) struct Standing {
    place: Vec<Place>,
    slack_place: Vec<Place>,
    basic: Vec<usize>,
    weight: Vec<f64>,
    made: usize,
    age: usize,
}

impl Simplex {
    /// Where it stands now.
    pub fn standing(&self) -> Standing {
        Standing {
            place: self.place.clone(),
            slack_place: self.slack_place.clone(),
            basic: self.basic.clone(),
            weight: self.weight.clone(),
            made: self.made,
            age: self.factors.as_ref().map_or(0, Factors::age),
        }
    }

    /// Goes back to where it stood. No column or row may have been added since.
    pub fn stand_at(&mut self, standing: &Standing) {
        self.place.clone_from(&standing.place);
        self.slack_place.clone_from(&standing.slack_place);
        self.basic.clone_from(&standing.basic);
        self.weight.clone_from(&standing.weight);
        match &mut self.factors {
            Some(factors) if self.made == standing.made => factors.forget(standing.age),
            Some(_) | None => self.factors = None,
        }
    }
}
