//! The made-up office at work: cases spread over units and officers, some on hold, some answered meanwhile.

use super::needs;
use crate::access::{self, Action, Role, Thing};
use crate::clock::noon_of;
use crate::office::{About, Actor, Office, OfficeError, entry, new_id};
use crate::store::accounts::{self, Officer};
use crate::store::cases::{self as store, Case, Handover, Hold};
use crate::store::{StoreError, Tx, journal, units};
use housing::Date;
use housing::calendar::{add_days, add_months, days_between};
use housing::cases::WaitsFor;

/// The units of the made-up office.
pub const UNITS: [&str; 3] = ["Boligkontoret", "Helse og mestring", "Nav, sosiale tjenester"];

/// Spreads the open cases over the officers who may have them. Every seventh has nobody yet, every ninth waits
/// for somebody, and most of those older than a month got an interim answer; the rest are late.
///
/// # Errors
/// When the actor may not, or the store fails.
pub fn spread(office: &Office, actor: &Actor, today: Date) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Import)?;
    let now = office.now();
    office.store().write(|tx| {
        for (index, case) in store::all_open(tx)?.iter().enumerate() {
            give(tx, case, index, today)?;
            answer(tx, case, index, today)?;
            wait(tx, case, index, today)?;
        }
        needs::find_out(tx, office.secrets(), (today, now))?;
        let about = About::thing(Thing::Import, "demo-data");
        journal::append(tx, &[entry(actor, now, "import", about, String::new())])?;
        Ok(())
    })
}

/// Makes the units and puts the officers in them, in turn.
///
/// # Errors
/// When the store fails.
pub(super) fn add_units(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let mut ids = Vec::new();
    for name in UNITS {
        let id = new_id();
        units::insert(tx, &id, name)?;
        ids.push(id);
    }
    let works_with_cases = |officer: &Officer| access::may(officer.role, Action::Look, Thing::Case).is_ok();
    let officers = accounts::officers(tx)?.into_iter().filter(works_with_cases);
    for (officer, unit) in officers.zip(ids.iter().cycle()) {
        accounts::update(tx, &Officer { unit: Some(unit.clone()), ..officer })?;
    }
    Ok(())
}

/// Gives the case to somebody within a week.
fn give(tx: &mut Tx<'_>, case: &Case, index: usize, today: Date) -> Result<(), StoreError> {
    if index % 7 == 6 {
        return Ok(());
    }
    let days = i32::try_from(index % 6).unwrap_or_default();
    let mut able = accounts::officers(tx)?;
    able.retain(|it| it.role == Role::Caseworker && access::may_tie(it.sees_protected, case.restricted).is_ok());
    let Some(officer) = able.get(index % able.len().max(1)) else { return Ok(()) };
    let to = Handover {
        at: noon_of(add_days(case.received, days).min(today)),
        unit: officer.unit.clone(),
        officer: Some(officer.id.clone()),
        handed_by: officer.id.clone(),
        note: None,
    };
    store::hand_over(tx, (&case.id, case.version), &to).map(|_| ())
}

fn answer(tx: &mut Tx<'_>, case: &Case, index: usize, today: Date) -> Result<(), StoreError> {
    let due = add_months(case.received, 1);
    if due >= today || index % 4 == 3 {
        return Ok(());
    }
    // Promised further ahead the longer it has taken, so that promises pass on all days around today.
    let wait = days_between(case.received, today) + i32::try_from(index % 90).unwrap_or(0) - 15;
    store::set_promised(tx, &case.id, add_days(due, -2), add_days(case.received, wait))
}

fn wait(tx: &mut Tx<'_>, case: &Case, index: usize, today: Date) -> Result<(), StoreError> {
    if index % 9 != 4 {
        return Ok(());
    }
    let Some(officer) = store::find(tx, &case.id)?.and_then(|case| case.officer) else { return Ok(()) };
    let reasons = [
        (WaitsFor::Applicant, "Vi har bedt om dokumentasjon på inntekt."),
        (WaitsFor::OtherUnit, "Uttalelse fra helse og mestring om oppfølging."),
        (WaitsFor::Partner, "Utskrivningsdato fra sykehuset."),
    ];
    let (waits_for, reason) = reasons[index % reasons.len()];
    let days = i32::try_from(index % 25).unwrap_or(0);
    let from = add_days(today, -10).max(case.received);
    let hold =
        Hold { from, until: add_days(today, days - 5), waits_for, reason: reason.to_owned(), officer, ended: None };
    store::put_on_hold(tx, &case.id, &hold)
}
