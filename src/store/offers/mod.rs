//! Offers of homes, each with its steps. One home has one open offer, and one case too: the database keeps it.

mod figures;
mod list;
mod placements;
mod steps;

pub use figures::{OfferInFigures, in_figures, promised_times};
pub use list::{Filter, Listed, count, list};
pub use placements::{Placement, end_placement, placement, placements, set_application};
pub use steps::{Step, add_step, steps};

use super::protected::applicant_is_open;
use super::{Row, StoreError, Tx, Value};
use crate::params;
use housing::Date;
use housing::dwellings::DwellingStatus;
use housing::offers::OfferStep;
use std::collections::HashSet;

/// An offer on the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub id: String,
    pub case: String,
    pub dwelling: String,
    /// The decision it rests on; `None` for a grant from before the register kept decisions.
    pub decision: Option<String>,
    /// The day of that grant.
    pub granted: Date,
    pub made: Date,
    /// The newest step that is saved. Whether time has run out since is worked out by whoever reads it.
    pub step: OfferStep,
    /// The last day to answer, once a letter says it.
    pub answer_by: Option<Date>,
    /// Planned, then the first day of the tenancy.
    pub move_in: Option<Date>,
    /// The day it ended.
    pub ended: Option<Date>,
    /// The code of the reason for a no, or for taking it back.
    pub ended_as: Option<String>,
    /// The offer as the rules know it: JSON.
    pub progress: String,
    /// The rule it was made under: JSON.
    pub rule: String,
    /// What is offered: JSON.
    pub terms: String,
    /// The status the home had before it was reserved.
    pub home_was: Option<DwellingStatus>,
    /// Its letter.
    pub document: Option<String>,
    /// The day the household was reminded.
    pub reminded: Option<Date>,
    pub tenancy: Option<String>,
    /// The moves it hangs together with, and its place in their order.
    pub chain: Option<(String, i64)>,
    /// The home that the household leaves.
    pub vacates: Option<String>,
    /// Who made it.
    pub officer: String,
    pub version: i64,
}

/// Every column of an offer, in the order [`offer`] reads them.
const COLUMNS: &str = "id, housing_case, dwelling, decision, granted, made, step, answer_by, move_in, ended, ended_as, \
    progress, rule, terms, home_was, document, reminded, tenancy, chain, chain_position, vacates, officer, version";

fn offer(row: &Row) -> Result<Offer, StoreError> {
    let chain: Option<String> = row.get(18)?;
    Ok(Offer {
        id: row.get(0)?,
        case: row.get(1)?,
        dwelling: row.get(2)?,
        decision: row.get(3)?,
        granted: row.get(4)?,
        made: row.get(5)?,
        step: row.get::<String>(6)?.parse()?,
        answer_by: row.get(7)?,
        move_in: row.get(8)?,
        ended: row.get(9)?,
        ended_as: row.get(10)?,
        progress: row.get(11)?,
        rule: row.get(12)?,
        terms: row.get(13)?,
        home_was: row.get::<Option<String>>(14)?.map(|code| code.parse()).transpose()?,
        document: row.get(15)?,
        reminded: row.get(16)?,
        tenancy: row.get(17)?,
        chain: chain.zip(row.get::<Option<i64>>(19)?),
        vacates: row.get(20)?,
        officer: row.get(21)?,
        version: row.get(22)?,
    })
}

fn by(tx: &mut Tx<'_>, condition: &str, value: &str) -> Result<Vec<Offer>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM offer WHERE municipality = $1 AND {condition}");
    tx.query(&sql, params![municipality, value])?.iter().map(offer).collect()
}

/// The offer with this id.
///
/// # Errors
/// When the store fails.
pub fn find(tx: &mut Tx<'_>, id: &str) -> Result<Option<Offer>, StoreError> {
    Ok(by(tx, "id = $2", id)?.pop())
}

/// The offer whose letter a document is.
///
/// # Errors
/// When the store fails.
pub fn of_document(tx: &mut Tx<'_>, document: &str) -> Result<Option<Offer>, StoreError> {
    Ok(by(tx, "document = $2", document)?.pop())
}

/// The offers of a case, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn of_case(tx: &mut Tx<'_>, case: &str) -> Result<Vec<Offer>, StoreError> {
    by(tx, "housing_case = $2 ORDER BY made, id", case)
}

/// The offer that a case has open, lapsed or not.
///
/// # Errors
/// When the store fails.
pub fn open_of_case(tx: &mut Tx<'_>, case: &str) -> Result<Option<Offer>, StoreError> {
    Ok(by(tx, "housing_case = $2 AND is_open = 1", case)?.pop())
}

/// The open offer that a home is promised by, lapsed or not.
///
/// # Errors
/// When the store fails.
pub fn open_of_dwelling(tx: &mut Tx<'_>, dwelling: &str) -> Result<Option<Offer>, StoreError> {
    Ok(by(tx, "dwelling = $2 AND is_open = 1", dwelling)?.pop())
}

/// The open offer to whoever leaves a home.
///
/// # Errors
/// When the store fails.
pub fn open_of_leaver(tx: &mut Tx<'_>, home: &str) -> Result<Option<Offer>, StoreError> {
    Ok(by(tx, "vacates = $2 AND is_open = 1 ORDER BY made DESC, id DESC", home)?.into_iter().next())
}

/// The offers of a chain, in its order.
///
/// # Errors
/// When the store fails.
pub fn of_chain(tx: &mut Tx<'_>, chain: &str) -> Result<Vec<Offer>, StoreError> {
    by(tx, "chain = $2 ORDER BY chain_position, made, id", chain)
}

/// The open offers, each with the officer who has its case; without those to strictly protected people unless
/// `with_protected`.
///
/// # Errors
/// When the store fails.
pub fn open(tx: &mut Tx<'_>, with_protected: bool) -> Result<Vec<(Offer, Option<String>)>, StoreError> {
    let municipality = tx.municipality();
    let columns: Vec<String> = COLUMNS.split(", ").map(|column| format!("o.{column}")).collect();
    let whose = if with_protected { "1 = 1".to_owned() } else { applicant_is_open("c") };
    let sql = format!(
        "SELECT {}, c.officer FROM offer o JOIN housing_case c ON c.municipality = o.municipality \
         AND c.id = o.housing_case WHERE o.municipality = $1 AND o.is_open = 1 AND {whose} ORDER BY o.made, o.id",
        columns.join(", ")
    );
    tx.query(&sql, params![municipality])?.iter().map(|row| Ok((offer(row)?, row.get(23)?))).collect()
}

/// The homes that are promised on a day: by an offer that can still be answered, or was answered with a yes.
///
/// # Errors
/// When the store fails.
pub fn promised(tx: &mut Tx<'_>, on: Date) -> Result<HashSet<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT dwelling FROM offer WHERE municipality = $1 AND is_open = 1 \
               AND NOT (step IN ('SENDT', 'SETT') AND answer_by < $2)";
    tx.query(sql, params![municipality, on])?.iter().map(|row| row.get(0)).collect()
}

/// The columns that a save writes, in one order for insert and update.
fn values(offer: &Offer) -> Vec<Value> {
    vec![
        offer.step.code().into(),
        offer.step.holds_the_home().into(),
        offer.answer_by.into(),
        offer.move_in.into(),
        offer.ended.into(),
        offer.ended_as.clone().into(),
        offer.progress.as_str().into(),
        offer.terms.as_str().into(),
        offer.home_was.map(DwellingStatus::code).into(),
        offer.document.clone().into(),
        offer.reminded.into(),
        offer.tenancy.clone().into(),
    ]
}

/// Adds an offer (`version` is not read).
///
/// # Errors
/// [`StoreError::Constraint`] when the home is promised, or the case has an open offer: the database keeps it.
pub fn insert(tx: &mut Tx<'_>, new: &Offer) -> Result<(), StoreError> {
    let mut params = values(new);
    params.extend([
        tx.municipality().into(),
        new.id.as_str().into(),
        new.case.as_str().into(),
        new.dwelling.as_str().into(),
        new.decision.clone().into(),
        new.granted.into(),
        new.made.into(),
        new.rule.as_str().into(),
        new.chain.as_ref().map(|(chain, _)| chain.clone()).into(),
        new.chain.as_ref().map(|(_, position)| *position).into(),
        new.vacates.clone().into(),
        new.officer.as_str().into(),
    ]);
    tx.execute(
        "INSERT INTO offer (step, is_open, answer_by, move_in, ended, ended_as, progress, terms, home_was, document, \
         reminded, tenancy, municipality, id, housing_case, dwelling, decision, granted, made, rule, chain, \
         chain_position, vacates, officer, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, \
         $23, $24, 1)",
        &params,
    )?;
    Ok(())
}

/// Saves a changed offer. `false` when somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn update(tx: &mut Tx<'_>, changed: &Offer) -> Result<bool, StoreError> {
    let mut params = values(changed);
    params.extend([tx.municipality().into(), changed.id.as_str().into(), changed.version.into()]);
    let touched = tx.execute(
        "UPDATE offer SET step = $1, is_open = $2, answer_by = $3, move_in = $4, ended = $5, ended_as = $6, \
         progress = $7, terms = $8, home_was = $9, document = $10, reminded = $11, tenancy = $12, \
         version = version + 1 WHERE municipality = $13 AND id = $14 AND version = $15",
        &params,
    )?;
    Ok(touched == 1)
}
