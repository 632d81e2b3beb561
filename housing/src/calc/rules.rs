//! The rules by subject. Each file is the edge of one subject: it reads facts, calls the rule where it
//! lives, and says why.

mod appeal_periods;
mod appeals;
mod calendar;
mod cases;
mod collection;
mod dated_rates;
mod ending;
mod eviction;
mod fit;
mod interest;
mod keeping;
mod leases;
mod letters;
mod numbers;
mod offers;
mod procedure;
mod rent;
mod secrecy;
mod welfare;

use super::Rule;

pub(super) static ALL: &[&[Rule]] = &[
    calendar::RULES,
    numbers::RULES,
    cases::RULES,
    letters::RULES,
    appeal_periods::RULES,
    appeals::RULES,
    procedure::RULES,
    fit::RULES,
    offers::RULES,
    welfare::RULES,
    leases::RULES,
    ending::RULES,
    rent::RULES,
    eviction::RULES,
    interest::RULES,
    collection::RULES,
    dated_rates::RULES,
    secrecy::RULES,
    keeping::RULES,
];

/// What every file of rules needs.
mod edge {
    pub(super) use crate::Date;
    pub(super) use crate::calc::Rule;
    pub(super) use crate::calc::answer::{Answer, day};
    pub(super) use crate::calc::fact::Field;
    pub(super) use crate::calc::fact::FieldKind::{
        Choice, Choices, Date as Day, Dates, Flag, Index, Json, Money, Month, Number, Object, Text, Texts,
    };
    pub(super) use crate::calc::facts::{FactProblem, Facts, contradiction};
    pub(super) use crate::rates::LawNumber;

    /// A rule puts its answer together, or says everything that stands in the way.
    pub(super) type Done = Result<(), Vec<FactProblem>>;
}
