//! Rows that are added on the way.

mod halves;
mod lengths;

pub(crate) use halves::{entries_of, find as halves};
pub(crate) use lengths::too_long;
