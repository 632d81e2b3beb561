//! The overview: a small world counted on several days, a real municipality's totals, and the page.

/// Gjøvik's published totals of 2009.
mod gjovik;
/// The page and its files.
mod page;
/// Every number opens to so many rows.
mod rows_behind;
/// What changes from day to day.
mod through_time;
/// The hand-made world.
mod world;

use husrom::office::overview::{self, Overview};
use husrom::office::{Actor, Office};
use jiff::civil::Date;
use std::sync::Arc;

/// The overview of a day.
fn counted(office: &Office, on: Date) -> Arc<Overview> {
    overview::on(office, &Actor::operator(), on).expect("the register can be counted")
}
