//! Dated figures: rates, fees, indices and the numbers of the law, each with its days and its source.
//!
//! The text of the files comes in as an argument. Asking takes the day of the event; a figure that is
//! missing for that day is an error which names the figure and the day.

mod figures;
mod numbers;
mod price_index;
mod spans;
mod table;

use crate::acts::Acts;
use crate::applications::GuardianMandates;
use crate::assessment::BaseAmount;
use crate::decisions::DecisionRules;
use crate::money::Ore;

pub use figures::{CollectionFees, Percent};
pub use numbers::{LawNumber, LawNumbers};
pub use price_index::{IndexMonth, IndexPoints, NoIndex, PriceIndex};
pub use spans::{Span, Spans};
pub use table::{RateProblem, Row, Table, decimal};

/// The texts of the files in `parameters/`.
#[derive(Clone, Copy, Debug)]
pub struct RateFiles<'a> {
    pub acts: &'a str,
    pub guardian_mandates: &'a str,
    pub decision_kinds: &'a str,
    pub law_numbers: &'a str,
    pub late_interest: &'a str,
    pub collection_fees: &'a str,
    pub court_fee: &'a str,
    pub base_amount: &'a str,
    pub price_index: &'a str,
}

/// Every dated figure the rules need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rates {
    pub acts: Acts,
    pub mandates: GuardianMandates,
    pub decisions: DecisionRules,
    pub numbers: LawNumbers,
    /// *Forsinkelsesrente*, a year.
    pub late_interest: Spans<Percent>,
    pub collection_fees: Spans<CollectionFees>,
    /// *Rettsgebyr*, R.
    pub court_fee: Spans<Ore>,
    /// *Grunnbeløpet*, G, a year.
    pub base_amount: BaseAmount,
    pub price_index: PriceIndex,
}

impl Rates {
    /// Reads the files.
    ///
    /// # Errors
    /// Everything that is wrong with any of them.
    pub fn read(files: RateFiles<'_>) -> Result<Self, Vec<RateProblem>> {
        let mut problems = Vec::new();
        let acts = kept(figures::acts(files.acts), &mut problems);
        let mandates = kept(GuardianMandates::read(files.guardian_mandates), &mut problems);
        let decisions = kept(DecisionRules::read(files.decision_kinds), &mut problems);
        let numbers = kept(LawNumbers::read(files.law_numbers), &mut problems);
        let late_interest = kept(figures::late_interest(files.late_interest), &mut problems);
        let collection_fees = kept(figures::collection_fees(files.collection_fees), &mut problems);
        let court_fee = kept(figures::court_fee(files.court_fee), &mut problems);
        let base_amount = kept(BaseAmount::read(files.base_amount), &mut problems);
        let price_index = kept(PriceIndex::read(files.price_index), &mut problems);
        let all = || {
            Some(Self {
                acts: acts?,
                mandates: mandates?,
                decisions: decisions?,
                numbers: numbers?,
                late_interest: late_interest?,
                collection_fees: collection_fees?,
                court_fee: court_fee?,
                base_amount: base_amount?,
                price_index: price_index?,
            })
        };
        all().ok_or(problems)
    }
}

fn kept<T>(read: Result<T, Vec<RateProblem>>, problems: &mut Vec<RateProblem>) -> Option<T> {
    read.map_err(|found| problems.extend(found)).ok()
}
