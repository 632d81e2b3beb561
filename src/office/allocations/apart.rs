//! Keeping a household away from somebody, a building or an area. Why is shown only where the household's needs are.

use crate::access::{Action, Thing};
use crate::office::applications::known_application;
use crate::office::{About, Actor, Office, OfficeError, Problem, new_id};
use crate::store::allocations::{self as store, Apart, ApartKind};
use crate::store::{StoreError, Tx, applications, households};
use housing::Date;
use housing::address::Address;
use serde_json::json;

/// What a household is kept apart from, as the page of its application shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptApart {
    pub id: String,
    pub kind: ApartKind,
    /// The other's application number, the building, the area.
    pub other: String,
    pub reason: String,
    pub day: Date,
}

fn row_name(id: &str) -> String {
    format!("keep_apart.reason:{id}")
}

/// What a household is kept apart from today, for those who work with its case. A household with a strictly confidential
/// address is named to the named group only: where the other may not live would tell where it is.
///
/// # Errors
/// When the actor may not change cases.
pub fn kept_apart(office: &Office, actor: &Actor, household: &str) -> Result<Vec<KeptApart>, OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.store().read(|tx| {
        let restricted = households::restricted(tx)?;
        let mine = store::keep_apart(tx)?.into_iter().filter(|one| one.household == household);
        let mine = mine.filter(|one| actor.may_tie(restricted.contains(&one.other)).is_ok());
        let mut shown = Vec::new();
        for one in mine.collect::<Vec<_>>() {
            let unreadable = |_| StoreError::WrongType { index: 4, wanted: "a reason sealed with this key" };
            let reason = office.secrets().decrypt(&row_name(&one.id), &one.reason).map_err(unreadable)?.to_string();
            let other = named(tx, &one)?;
            shown.push(KeptApart { id: one.id, kind: one.kind, other, reason, day: one.day });
        }
        Ok(shown)
    })
}

fn named(tx: &mut Tx<'_>, one: &Apart) -> Result<String, StoreError> {
    match one.kind {
        ApartKind::Household => {
            let newest = applications::of_household(tx, &one.other)?.into_iter().next();
            Ok(newest.map_or_else(|| one.other.clone(), |application| application.number()))
        }
        ApartKind::Building | ApartKind::Area => Ok(one.other.clone()),
    }
}

/// Keeps the household of an application away from another (by its application’s number), a building or an area.
///
/// # Errors
/// [`OfficeError::Invalid`] when nobody says from what or why, or no application has the number.
pub fn keep_apart(
    office: &Office,
    actor: &Actor,
    application: &str,
    (kind, other, reason): (ApartKind, &str, &str),
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    let empty = [("other", other, "apart-problem-other"), ("reason", reason, "apart-problem-reason")];
    let problems: Vec<Problem> = empty
        .into_iter()
        .filter(|(_, said, _)| said.trim().is_empty())
        .map(|(field, _, text)| Problem::plain(field, text))
        .collect();
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    office.change(actor, |work| {
        let (application, applicant) = known_application(work.tx, work.actor, application)?;
        let id = new_id();
        let apart = Apart {
            other: found(work.tx, work.actor, (kind, other.trim()))?,
            reason: work.secrets.encrypt(&row_name(&id), reason.trim())?,
            household: application.household,
            officer: work.actor.id.clone(),
            day: work.today,
            kind,
            id,
        };
        store::insert_apart(work.tx, &apart)?;
        let details = json!({"after": {"keep_apart": apart.id, "kind": kind.code()}}).to_string();
        work.note("change", About { thing: Thing::Application, id: &application.id, person: &applicant.id }, details);
        Ok(())
    })
}

/// What is kept: the other household’s id, the building as addresses are compared, the area’s name.
fn found(tx: &mut Tx<'_>, actor: &Actor, (kind, other): (ApartKind, &str)) -> Result<String, OfficeError> {
    match kind {
        ApartKind::Area => Ok(other.to_owned()),
        ApartKind::Building => Ok(Address::read(other).0.key()),
        ApartKind::Household => {
            let unknown = || OfficeError::Invalid(vec![Problem::plain("other", "apart-problem-number")]);
            let (year, serial) = other.split_once('/').ok_or_else(unknown)?;
            let number = year.trim().parse().ok().zip(serial.trim().parse().ok()).ok_or_else(unknown)?;
            let known = applications::find_by_number(tx, number.0, number.1)?.ok_or_else(unknown)?;
            actor.may_tie(known.restricted).map_err(|_| unknown())?;
            Ok(known.household)
        }
    }
}

/// Says that a household need no longer be kept apart; that it once was, stays.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such thing.
pub fn end_apart(office: &Office, actor: &Actor, (application, id): (&str, &str)) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.change(actor, |work| {
        let (application, applicant) = known_application(work.tx, work.actor, application)?;
        let restricted = households::restricted(work.tx)?;
        let hidden = |one: &Apart| one.id == id && restricted.contains(&one.other);
        work.actor.may_tie(store::keep_apart(work.tx)?.iter().any(hidden))?;
        if !store::end_apart(work.tx, (&application.household, id), work.today)? {
            return Err(OfficeError::NotFound);
        }
        let details = json!({"before": {"keep_apart": id}}).to_string();
        work.note("change", About { thing: Thing::Application, id: &application.id, person: &applicant.id }, details);
        Ok(())
    })
}
