//! The offers as the figures need them: as they stood on a day.

use super::list::{FROM, Filter, place, wanted};
use crate::params;
use crate::store::protected::applicant_is_open;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::dwellings::PromisedTime;
use housing::offers::{OfferFact, OfferStep};

/// An offer with what a row behind a figure says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferInFigures {
    pub id: String,
    /// `2026/00417-2`
    pub number: String,
    pub dwelling: String,
    /// `Granlia 7 H0101`
    pub address: String,
    pub fact: OfferFact,
}

/// The first day, on the day asked or before, that an offer came to one of some steps.
fn first_day(steps: &[OfferStep], on: &str) -> String {
    let codes = steps.iter().map(|step| format!("'{}'", step.code())).collect::<Vec<_>>().join(", ");
    format!(
        "(SELECT min(s.day) FROM offer_step s WHERE s.municipality = o.municipality AND s.offer = o.id \
         AND s.step IN ({codes}) AND s.day <= {on})"
    )
}

/// The offers that match, the newest first.
///
/// # Errors
/// When the store fails.
pub fn in_figures(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<OfferInFigures>, StoreError> {
    let (mut wanted, step) = wanted(tx, filter);
    let on = wanted.param(filter.on);
    let answered = first_day(&[OfferStep::Accepted, OfferStep::Declined], &on);
    let accepted = first_day(&[OfferStep::Accepted], &on);
    let sql = format!(
        "SELECT o.id, a.year, a.serial, c.position, o.dwelling, d.street, d.street_number, d.unit, o.granted, o.made, \
         {step}, o.move_in, o.ended_as, a.target_groups, {answered}, {accepted} {FROM} WHERE {} \
         ORDER BY o.made DESC, o.id DESC",
        wanted.sql()
    );
    tx.query(&sql, wanted.params())?.iter().map(in_figure).collect()
}

fn in_figure(row: &Row) -> Result<OfferInFigures, StoreError> {
    let (year, serial, position): (i16, i64, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
    let step: OfferStep = row.get::<String>(10)?.parse()?;
    let reason = row.get::<Option<String>>(12)?.filter(|_| step == OfferStep::Declined);
    let groups: String = row.get(13)?;
    let fact = OfferFact {
        granted: row.get(8)?,
        made: row.get(9)?,
        step,
        answered: row.get(14)?,
        accepted: row.get(15)?,
        from: row.get::<Option<_>>(11)?.filter(|_| step == OfferStep::Housed),
        declined: reason.map(|code| code.parse()).transpose()?,
        groups: groups.split_whitespace().map(str::parse).collect::<Result<_, _>>()?,
    };
    Ok(OfferInFigures {
        id: row.get(0)?,
        number: format!("{year}/{serial:05}-{position}"),
        dwelling: row.get(4)?,
        address: place([row.get(5)?, row.get(6)?, row.get(7)?]),
        fact,
    })
}

/// Every time from a day until another that a home was promised to somebody, by the home's id. One that nobody answered
/// holds until its last day.
///
/// # Errors
/// When the store fails.
pub fn promised_times(
    tx: &mut Tx<'_>,
    (from, on): (Date, Date),
    with_protected: bool,
) -> Result<Vec<(String, PromisedTime)>, StoreError> {
    let municipality = tx.municipality();
    let accepted = first_day(&[OfferStep::Accepted], "$3");
    let open = if with_protected { String::new() } else { format!(" AND {}", applicant_is_open("c")) };
    let sql = format!(
        "SELECT o.dwelling, o.made, {accepted}, o.ended, o.step, o.move_in, o.answer_by FROM offer o \
         JOIN housing_case c ON c.municipality = o.municipality AND c.id = o.housing_case \
         WHERE o.municipality = $1 AND o.made <= $3 AND (o.ended IS NULL OR o.ended >= $2 OR o.move_in >= $2){open} \
         ORDER BY o.dwelling, o.made"
    );
    tx.query(&sql, params![municipality, from, on])?.iter().map(promised).collect()
}

fn promised(row: &Row) -> Result<(String, PromisedTime), StoreError> {
    let (made, accepted, ended): (Date, Option<Date>, Option<Date>) = (row.get(1)?, row.get(2)?, row.get(3)?);
    let step: OfferStep = row.get::<String>(4)?.parse()?;
    let (move_in, answer_by): (Option<Date>, Option<Date>) = (row.get(5)?, row.get(6)?);
    let until = match step {
        OfferStep::Housed => move_in,
        OfferStep::Sent | OfferStep::Viewed => answer_by.and_then(|day| day.tomorrow().ok()),
        OfferStep::Drafted | OfferStep::Accepted => None,
        OfferStep::Declined | OfferStep::Lapsed | OfferStep::Withdrawn => ended,
    };
    Ok((row.get(0)?, PromisedTime { made, accepted, until }))
}
