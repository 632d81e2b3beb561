//! Applications in files.

use super::people;
use super::save::Saving;
use crate::access::Thing;
use crate::exchange::{CheckedSheet, Field, Record, SheetReading};
use crate::office::applications::as_facts;
use crate::office::changes::difference;
use crate::office::{About, OfficeError, cases, expected, new_id};
use crate::store::applications::{self as store, Application};
use crate::store::households::Household;
use crate::store::people::Person;
use housing::applications::ApplicationFacts;
use std::collections::{HashMap, HashSet};

/// Saves the applications of the sheets and answers which they are; `None` when no sheet has any.
pub(super) fn save<'sheets>(
    saving: &mut Saving<'_, '_, '_>,
    sheets: impl Iterator<Item = &'sheets (SheetReading, CheckedSheet)>,
) -> Result<Option<HashSet<String>>, OfficeError> {
    let mut seen = None;
    let mut serials = HashMap::new();
    for (reading, checked) in sheets {
        let seen = seen.get_or_insert_with(HashSet::new);
        for accepted in &checked.accepted {
            if let Record::Application(facts) = &accepted.record {
                seen.insert(save_row(saving, reading, facts, &mut serials)?);
                saving.saved()?;
            }
        }
    }
    Ok(seen)
}

/// The same applicant applying on the same day is the same application.
fn save_row(
    saving: &mut Saving<'_, '_, '_>,
    reading: &SheetReading,
    facts: &ApplicationFacts,
    serials: &mut HashMap<i16, i64>,
) -> Result<String, OfficeError> {
    let applicant = people::save(saving, &facts.applicant)?;
    let household = people::household(saving, &applicant, facts.size, facts.received)?;
    let earlier = match applicant.is_new {
        true => Vec::new(),
        false => store::of_applicant(saving.work.tx, &applicant.person.id)?,
    };
    if let Some(known) = earlier.iter().find(|application| application.received == facts.received) {
        return change(saving, reading, known, facts);
    }
    let year = facts.received.year();
    let serial = match serials.get(&year) {
        Some(last) => last + 1,
        None => store::next_serial(saving.work.tx, year)?,
    };
    serials.insert(year, serial);
    let application = new(saving, facts, &applicant.person, &household, serial)?;
    store::insert(saving.work.tx, &application, &application.known_steps())?;
    cases::open(saving.work.tx, &application, &cases::request_of(&application), &saving.staff)?;
    note(saving, "create", &application, String::new());
    if !applicant.is_new && application.status.is_open() {
        expected::applied(saving.work, &application)?;
    }
    saving.outcome.applications.new += 1;
    Ok(application.id)
}

fn new(
    saving: &mut Saving<'_, '_, '_>,
    facts: &ApplicationFacts,
    applicant: &Person,
    household: &Household,
    serial: i64,
) -> Result<Application, OfficeError> {
    Ok(Application {
        id: new_id(),
        year: facts.received.year(),
        serial,
        applicant: applicant.id.clone(),
        household: household.id.clone(),
        kind: facts.kind,
        received: facts.received,
        size: facts.size,
        situation: facts.situation,
        target_groups: facts.target_groups.clone(),
        rooms: facts.rooms,
        room_need: saving.work.room_need(facts.size, facts.received)?,
        wished_area: facts.wished_area.clone(),
        wheelchair: facts.wheelchair,
        income: facts.income,
        status: facts.status,
        decided: facts.decided,
        officer: facts.officer.clone(),
        restricted: household.restricted,
        note: facts.note.clone(),
        version: 1,
    })
}

fn change(
    saving: &mut Saving<'_, '_, '_>,
    reading: &SheetReading,
    known: &Application,
    facts: &ApplicationFacts,
) -> Result<String, OfficeError> {
    let mut changed = known.clone();
    changed.kind = facts.kind.or(known.kind);
    changed.size = facts.size.or(known.size);
    changed.room_need = saving.work.room_need(changed.size, changed.received)?;
    changed.situation = facts.situation.or(known.situation);
    if !facts.target_groups.is_empty() {
        changed.target_groups.clone_from(&facts.target_groups);
    }
    changed.rooms = facts.rooms.or(known.rooms);
    changed.wished_area = facts.wished_area.clone().or_else(|| known.wished_area.clone());
    changed.wheelchair = facts.wheelchair.or(known.wheelchair);
    changed.income = facts.income.or(known.income);
    if reading.says(Field::Status) {
        changed.status = facts.status;
    }
    changed.decided = facts.decided.or(known.decided);
    changed.officer = facts.officer.clone().or_else(|| known.officer.clone());
    changed.note = facts.note.clone().or_else(|| known.note.clone());
    if changed == *known {
        saving.outcome.applications.unchanged += 1;
        return Ok(known.id.clone());
    }
    let day = facts.decided.filter(|decided| Some(*decided) != known.decided).unwrap_or(saving.as_of);
    if !store::update(saving.work.tx, known, &changed, day)? {
        return Err(OfficeError::Stale);
    }
    if changed.status != known.status {
        cases::follow_status(saving.work.tx, &known.id, changed.status, day)?;
    }
    note(saving, "change", known, difference(&as_facts(known), &as_facts(&changed)));
    saving.outcome.applications.changed += 1;
    Ok(known.id.clone())
}

fn note(saving: &mut Saving<'_, '_, '_>, action: &str, application: &Application, details: String) {
    let about = About { thing: Thing::Application, id: &application.id, person: &application.applicant };
    saving.work.note(action, about, details);
}
