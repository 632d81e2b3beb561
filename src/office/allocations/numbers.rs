//! How allocation goes: who gets a home and who waits, how long each stretch of the way takes, and what homes wait for
//! while they stand empty. Everything is worked out from dated facts.

use super::fairness::{Fairness, fairness};
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::dwellings::EmptyHome;
use crate::store::offers::{self, Filter, OfferInFigures};
use crate::store::{StoreError, dwellings};
use housing::Date;
use housing::calendar::add_days;
use housing::dwellings::{EmptyTime, PhaseTime, PromisedTime, VacancyPhase, vacancy_phases};
use housing::offers::{OfferFact, OfferFigures, Spread, figures};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What empty homes waited for in a time.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PhaseFigures {
    pub phase: VacancyPhase,
    pub homes: usize,
    /// Of all of them together.
    pub days: i64,
    /// Of each time a home was in it.
    pub spread: Spread,
}

/// A home that waited for something in the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyRow {
    pub dwelling: String,
    pub place: String,
    pub time: PhaseTime,
    /// It still waits on the last day.
    pub goes_on: bool,
}

/// The numbers of a time, with the rows behind them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Numbers {
    #[serde(flatten)]
    pub fairness: Fairness,
    /// Of the offers made in the time.
    pub offers: OfferFigures,
    pub vacancy: Vec<PhaseFigures>,
    #[serde(skip)]
    pub offer_rows: Vec<OfferInFigures>,
    #[serde(skip)]
    pub empty_rows: Vec<EmptyRow>,
}

/// The numbers from a day to another, among those that the actor may see beside a home. `opened` says what was asked to
/// see the rows of; it is noted with the look.
///
/// # Errors
/// When the actor may not look at allocations.
pub fn numbers(
    office: &Office,
    actor: &Actor,
    (from, on): (Date, Date),
    opened: &BTreeMap<String, String>,
) -> Result<Numbers, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let filter = Filter { from: Some(from), with_protected: actor.sees_protected, ..Filter::all(on) };
    let (offer_rows, empty, promised) = office.store().read(|tx| {
        let offers = offers::in_figures(tx, &filter)?;
        let empty = dwellings::empty_times(tx, (from, on))?;
        Ok::<_, StoreError>((offers, empty, offers::promised_times(tx, (from, on), actor.sees_protected)?))
    })?;
    let fairness = fairness(office, actor, (from, on))?;
    let details = json!({"numbers": {"from": from, "on": on, "opened": opened}}).to_string();
    office.looked(actor, About::thing(Thing::Allocation, ""), details)?;
    let facts: Vec<OfferFact> = offer_rows.iter().map(|offer| offer.fact.clone()).collect();
    let empty_rows = empty_rows(empty, promised, (from, add_days(on, 1)));
    let vacancy = VacancyPhase::ALL.iter().filter_map(|&phase| of_phase(phase, &empty_rows)).collect();
    Ok(Numbers { fairness, offers: figures(&facts), vacancy, offer_rows, empty_rows })
}

/// What each home waited for; `until` is the first day that is not asked for.
fn empty_rows(
    empty: Vec<EmptyHome>,
    promised: Vec<(String, PromisedTime)>,
    (from, until): (Date, Date),
) -> Vec<EmptyRow> {
    let mut offers: HashMap<String, Vec<PromisedTime>> = HashMap::new();
    for (dwelling, time) in promised {
        offers.entry(dwelling).or_default().push(time);
    }
    let mut rows = Vec::new();
    for of_home in empty.chunk_by(|one, other| one.id == other.id) {
        let Some(home) = of_home.first() else { continue };
        let times: Vec<EmptyTime> = of_home.iter().map(|home| home.time).collect();
        let promised = offers.get(&home.id).map_or(&[][..], Vec::as_slice);
        rows.extend(vacancy_phases(&times, promised, (from, until)).into_iter().map(|time| EmptyRow {
            dwelling: home.id.clone(),
            place: home.place.clone(),
            goes_on: time.until == until,
            time,
        }));
    }
    rows
}

/// `None` when no home waited for it.
fn of_phase(phase: VacancyPhase, rows: &[EmptyRow]) -> Option<PhaseFigures> {
    let of: Vec<&EmptyRow> = rows.iter().filter(|row| row.time.phase == phase).collect();
    let homes: BTreeSet<&str> = of.iter().map(|row| row.dwelling.as_str()).collect();
    let days = || of.iter().map(|row| row.time.days());
    let figures =
        PhaseFigures { phase, homes: homes.len(), days: days().map(i64::from).sum(), spread: Spread::of(days()) };
    (!of.is_empty()).then_some(figures)
}
