//! Homes entered and changed by hand, with the checks of the import.

use crate::access::{Action, Thing};
use crate::office::changes::{Facts, beginning, difference};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, new_id};
use crate::store::StoreError;
use crate::store::dwellings::{self as store, Dwelling};
use housing::Date;
use housing::address::DwellingNumber;
use housing::dwellings::{Category, Disposal, DwellingFacts, DwellingProblem, DwellingStatus};
use serde_json::json;

/// The text that says a home is there already; its facts are `address` and the other home's `id`.
pub const THERE_ALREADY: &str = "dwelling-problem-there-already";

/// Everything about the facts that cannot be true, by field of the form.
pub fn problems(facts: &DwellingFacts, today: Date) -> Vec<Problem> {
    facts.check(today).into_iter().map(worded).collect()
}

fn worded(problem: DwellingProblem) -> Problem {
    let with = |field, text, fact, value| Problem { field, text, facts: vec![(fact, value)] };
    match problem {
        DwellingProblem::NoStreet => Problem::plain("address", "dwelling-problem-no-street"),
        DwellingProblem::NegativeRent { rent } => {
            with("rent", "dwelling-problem-negative-rent", "rent", rent.in_kroner())
        }
        DwellingProblem::UnbelievableRent { rent } => {
            with("rent", "dwelling-problem-unbelievable-rent", "rent", rent.in_kroner())
        }
        DwellingProblem::ImpossibleArea { area } => {
            with("floor_area", "dwelling-problem-impossible-area", "area", area.to_string())
        }
        DwellingProblem::ImpossibleRooms { rooms } => {
            with("rooms", "dwelling-problem-impossible-rooms", "rooms", rooms.0.to_string())
        }
        DwellingProblem::ImpossibleBuiltYear { year } => {
            with("built_year", "dwelling-problem-impossible-year", "year", format!("«{year}»"))
        }
        DwellingProblem::ImpossibleFloor { floor } => {
            with("floor", "dwelling-problem-impossible-floor", "floor", floor.to_string())
        }
    }
}

/// A day that a fact is said to hold from may not be one to come: the register says what is true now.
fn not_to_come(field: &'static str, day: Option<Date>, today: Date) -> Option<Problem> {
    day.filter(|day| *day > today).map(|_| Problem::plain(field, "dwelling-problem-day-to-come"))
}

/// Adds a home; the answer is its id.
///
/// # Errors
/// [`OfficeError::Invalid`] names everything that cannot be true, and the home that is there already.
pub fn add(office: &Office, actor: &Actor, facts: &DwellingFacts) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Dwelling)?;
    office.change(actor, |work| {
        let mut problems = problems(facts, work.today);
        problems.extend(not_to_come("status_since", facts.status_since, work.today));
        problems.extend(there_already(work, facts, None)?);
        refuse(problems)?;
        let id = new_id();
        store::insert(work.tx, &id, facts, work.today)?;
        work.note("create", About::thing(Thing::Dwelling, &id), beginning(&as_facts(facts)));
        Ok(id)
    })
}

/// Saves a changed home. Its status stays: that is changed with its day by [`set_status`]. A new rent
/// holds from `rent_from`.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; otherwise as [`add`].
pub fn change(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    facts: &DwellingFacts,
    rent_from: Option<Date>,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Dwelling)?;
    office.change(actor, |work| {
        let before = of_version(work, id, version)?;
        let facts =
            DwellingFacts { status: before.facts.status, status_since: before.facts.status_since, ..facts.clone() };
        let mut problems = problems(&facts, work.today);
        problems.extend(not_to_come("rent_from", rent_from, work.today));
        problems.extend(there_already(work, &facts, Some(id))?);
        refuse(problems)?;
        save(work, &before, &facts, rent_from.unwrap_or(work.today))
    })
}

/// Notes a new status of a home from a day on. A day before the newest status goes into its history.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; [`OfficeError::Invalid`] for
/// a vacant home where somebody lives.
pub fn set_status(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    status: DwellingStatus,
    from: Date,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Dwelling)?;
    office.change(actor, |work| {
        let before = of_version(work, id, version)?;
        status_from(work, &before, status, from)
    })
}

/// As [`set_status`], inside a change that does more.
///
/// # Errors
/// [`OfficeError::Invalid`] for a vacant home where somebody lives.
pub(in crate::office) fn status_from(
    work: &mut Work<'_, '_>,
    before: &Dwelling,
    status: DwellingStatus,
    from: Date,
) -> Result<(), OfficeError> {
    let lived_in = crate::store::tenancies::lived_in(work.tx, &before.id)?.is_some();
    if from >= before.status_day && lived_in && status.counts_as_vacant() {
        return refuse(vec![Problem::plain("status", "dwelling-problem-lived-in")]);
    }
    let_to_somebody(work, before, status, from)
}

/// Notes a status without asking who lives there: for a tenancy that begins. One from a day to come waits in the
/// home's history until [`Office::begin_day`] of that day.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody else changed the home meanwhile.
pub(in crate::office) fn let_to_somebody(
    work: &mut Work<'_, '_>,
    before: &Dwelling,
    status: DwellingStatus,
    from: Date,
) -> Result<(), OfficeError> {
    let mut facts = before.facts.clone();
    if from >= before.status_day && from <= work.today {
        (facts.status, facts.status_since) = (status, Some(from));
    } else {
        store::record_status(work.tx, &before.id, from, true, status)?;
    }
    if !store::update(work.tx, before, &facts, work.today)? {
        return Err(OfficeError::Stale);
    }
    let before_told = status_told(before.facts.status, before.facts.status_since);
    let details = difference(&before_told, &status_told(status, Some(from)));
    work.note("change", About::thing(Thing::Dwelling, &before.id), details);
    Ok(())
}

/// A status as the journal tells it.
pub(super) fn status_told(status: DwellingStatus, since: Option<Date>) -> Facts {
    let since = since.map(|since| since.to_string());
    [("status".to_owned(), json!(status.code())), ("status_since".to_owned(), json!(since))].into_iter().collect()
}

fn of_version(work: &mut Work<'_, '_>, id: &str, version: i64) -> Result<Dwelling, OfficeError> {
    let before = store::find(work.tx, id)?.ok_or(OfficeError::NotFound)?;
    if before.version == version { Ok(before) } else { Err(OfficeError::Stale) }
}

fn save(work: &mut Work<'_, '_>, before: &Dwelling, facts: &DwellingFacts, day: Date) -> Result<(), OfficeError> {
    if !store::update(work.tx, before, facts, day)? {
        return Err(OfficeError::Stale);
    }
    let details = difference(&as_facts(&before.facts), &as_facts(facts));
    work.note("change", About::thing(Thing::Dwelling, &before.id), details);
    Ok(())
}

/// The other home with the same address and dwelling number, if there is one.
fn there_already(
    work: &mut Work<'_, '_>,
    facts: &DwellingFacts,
    own: Option<&str>,
) -> Result<Option<Problem>, StoreError> {
    let other = store::find_by_address(work.tx, &facts.address, facts.unit.as_ref())?;
    let other = other.filter(|other| Some(other.id.as_str()) != own);
    Ok(other.map(|other| Problem {
        field: "address",
        text: THERE_ALREADY,
        facts: vec![("address", address_and_unit(&other.facts)), ("id", other.id)],
    }))
}

/// `Granlia 7 H0101`
pub fn address_and_unit(facts: &DwellingFacts) -> String {
    let line = facts.address.street_line();
    facts.unit.as_ref().map_or(line.clone(), |unit| format!("{line} {}", unit.as_str()))
}

fn refuse(problems: Vec<Problem>) -> Result<(), OfficeError> {
    if problems.is_empty() { Ok(()) } else { Err(OfficeError::Invalid(problems)) }
}

/// A home's facts as the journal tells them: codes, øre and tenths of square metres.
pub fn as_facts(facts: &DwellingFacts) -> Facts {
    let told = json!({
        "address": facts.address.street_line(),
        "unit": facts.unit.as_ref().map(DwellingNumber::as_str),
        "postcode": facts.address.postcode,
        "place": facts.address.place,
        "cadastre": facts.cadastre.map(|cadastre| cadastre.to_string()),
        "area": facts.area,
        "category": Category::code(facts.category),
        "rooms": facts.rooms,
        "floor_area": facts.floor_area,
        "built_year": facts.built_year,
        "floor": facts.floor,
        "lift": facts.lift,
        "step_free": facts.step_free,
        "wheelchair": facts.wheelchair,
        "owner": facts.owner,
        "disposal": facts.disposal.map(Disposal::code),
        "rent": facts.rent,
        "status": facts.status.code(),
        "status_since": facts.status_since.map(|since| since.to_string()),
        "external_number": facts.external_number,
        "note": facts.note,
    });
    told.as_object().cloned().unwrap_or_default()
}
