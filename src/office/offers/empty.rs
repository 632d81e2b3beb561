//! When a home is empty: nobody is promised a day before that.

use super::{terms_of, worded_day};
use crate::office::Problem;
use crate::store::{StoreError, Tx, offers as store, tenancies};
use housing::Date;

/// When nobody lives in a home any more, as far as anybody has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    Now,
    From(Date),
    /// Somebody lives there, and their day to leave is not set.
    NoDay,
}

impl Empty {
    /// The first day that can be promised to somebody who would move in on `wished`.
    pub fn first_day(self, wished: Date) -> Date {
        match self {
            Self::From(day) => wished.max(day),
            Self::Now | Self::NoDay => wished,
        }
    }
}

/// By the register's day for the tenant to leave, or by the plan: whoever lives there and has an offer of another
/// home leaves on the day that is planned or offered them.
pub(super) fn of(tx: &mut Tx<'_>, dwelling: &str, today: Date) -> Result<Empty, StoreError> {
    let tenancies = tenancies::of_dwelling(tx, dwelling)?;
    let by_register = tenancies.iter().filter_map(|tenancy| tenancy.moved_out).filter(|day| *day > today).max();
    if tenancies.iter().all(|tenancy| tenancy.moved_out.is_some()) {
        return Ok(by_register.map_or(Empty::Now, Empty::From));
    }
    let Some(leaver) = store::open_of_leaver(tx, dwelling)? else { return Ok(Empty::NoDay) };
    let planned = leaver.move_in.map_or_else(|| terms_of(&leaver).map(|terms| terms.from), Ok)?;
    Ok(Empty::From(by_register.map_or(planned, |day| day.max(planned))))
}

/// What is wrong with promising a home from a day.
pub(super) fn too_early(
    tx: &mut Tx<'_>,
    (dwelling, from): (&str, Date),
    today: Date,
) -> Result<Option<Problem>, StoreError> {
    Ok(match of(tx, dwelling, today)? {
        Empty::From(day) if from < day => Some(too_early_by(day)),
        Empty::From(_) | Empty::Now | Empty::NoDay => None,
    })
}

pub(super) fn too_early_by(empty: Date) -> Problem {
    Problem { field: "from", text: "offer-problem-too-early", facts: vec![("day", worded_day(empty))] }
}
