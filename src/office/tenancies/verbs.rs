//! What happens to a tenancy: it begins, its lease is renewed, the household moves out.

use super::{facts_of, may_change, visible};
use crate::access::Thing;
use crate::office::changes::{Facts, beginning, difference};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, dwellings, households, new_id, offers, people};
use crate::store::people::Person;
use crate::store::tenancies::{self as store, Tenancy};
use crate::store::{StoreError, dwellings as homes, people as store_people};
use housing::Date;
use housing::dwellings::DwellingStatus;
use housing::money::Ore;
use housing::people::{HouseholdSize, PersonFacts, PersonProblem};
use housing::tenancies::{LeaseKind, MoveOutReason, TenancyFacts, TenancyProblem};
use serde_json::json;

/// Everything about a tenancy that cannot be true, by field of the form.
fn problems(facts: &TenancyFacts) -> Vec<Problem> {
    facts.check().into_iter().map(worded).collect()
}

fn worded(problem: TenancyProblem) -> Problem {
    let day = |day: Date| day.strftime("%d.%m.%Y").to_string();
    let with = |field, text, facts| Problem { field, text, facts };
    match problem {
        TenancyProblem::EndsBeforeItStarts { from, until } => {
            let facts = vec![("from", day(from)), ("until", day(until))];
            with("lease_until", "tenancy-problem-ends-before-start", facts)
        }
        TenancyProblem::MovedOutBeforeItStarts { from, moved_out } => {
            let facts = vec![("from", day(from)), ("day", day(moved_out))];
            with("moved_out", "tenancy-problem-moved-out-before-start", facts)
        }
        TenancyProblem::FixedTermWithoutEnd => Problem::plain("lease_until", "tenancy-problem-fixed-without-end"),
        TenancyProblem::OpenEndedWithEnd { until } => {
            with("lease_until", "tenancy-problem-open-with-end", vec![("until", day(until))])
        }
        TenancyProblem::NegativeRent { rent } => {
            with("rent", "dwelling-problem-negative-rent", vec![("rent", rent.in_kroner())])
        }
        TenancyProblem::UnbelievableRent { rent } => {
            with("rent", "dwelling-problem-unbelievable-rent", vec![("rent", rent.in_kroner())])
        }
    }
}

fn refuse(problems: Vec<Problem>) -> Result<(), OfficeError> {
    if problems.is_empty() { Ok(()) } else { Err(OfficeError::Invalid(problems)) }
}

/// Changes a lease: another kind, another last day.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; [`OfficeError::Invalid`] names
/// what cannot be true.
pub fn renew(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    kind: LeaseKind,
    lease_until: Option<Date>,
) -> Result<(), OfficeError> {
    may_change(actor)?;
    office.change(actor, |work| {
        let (before, tenant) = of_version(work, id, version)?;
        let after = Tenancy { kind, lease_until, ..before.clone() };
        refuse(problems(&facts_of(&after, &tenant)))?;
        save(work, &before, &after, "renew")
    })
}

/// A household has moved out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveOut {
    /// The day the keys came back: the first day nobody lives there.
    pub day: Date,
    pub reason: Option<MoveOutReason>,
    /// What the home is from that day, when it is said now.
    pub then: Option<DwellingStatus>,
}

/// Registers that the household has moved out, and what the home is from then on.
///
/// # Errors
/// As [`renew`]; also for a day to come, and for a tenancy that has ended already.
pub fn move_out(office: &Office, actor: &Actor, (id, version): (&str, i64), told: &MoveOut) -> Result<(), OfficeError> {
    may_change(actor)?;
    office.change(actor, |work| {
        let (before, tenant) = of_version(work, id, version)?;
        let after = Tenancy { moved_out: Some(told.day), move_out_reason: told.reason, ..before.clone() };
        let mut problems = problems(&facts_of(&after, &tenant));
        if told.day > work.today {
            problems.push(Problem::plain("moved_out", "dwelling-problem-day-to-come"));
        }
        if before.moved_out.is_some() {
            problems.push(Problem::plain("moved_out", "tenancy-problem-ended-already"));
        }
        refuse(problems)?;
        save(work, &before, &after, "move-out")?;
        let Some(status) = told.then else { return Ok(()) };
        let home = homes::find(work.tx, &before.dwelling)?.ok_or(OfficeError::NotFound)?;
        // What the register said of the home after that day was said without knowing of the move.
        dwellings::status_from(work, &home, status, told.day.max(home.status_day))
    })
}

/// A household leaves a home for another of ours from a day on, which can be to come: the tenancy ends, and the home is
/// made ready from then. Nothing changes when it has left, or said that it does.
///
/// # Errors
/// As [`renew`].
pub(in crate::office) fn leave_in(
    work: &mut Work<'_, '_>,
    (dwelling, household): (&str, &str),
    day: Date,
) -> Result<(), OfficeError> {
    let lived_in = store::lived_in(work.tx, dwelling)?.filter(|tenancy| tenancy.household == household);
    let Some(before) = lived_in else { return Ok(()) };
    let tenant = store_people::find(work.tx, &before.tenant)?.ok_or(OfficeError::NotFound)?;
    let after = Tenancy { moved_out: Some(day), move_out_reason: Some(MoveOutReason::Exchanged), ..before.clone() };
    refuse(problems(&facts_of(&after, &tenant)))?;
    save(work, &before, &after, "move-out")?;
    let home = homes::find(work.tx, dwelling)?.ok_or(OfficeError::NotFound)?;
    if day <= work.today {
        return dwellings::status_from(work, &home, DwellingStatus::BeingPrepared, day.max(home.status_day));
    }
    dwellings::status_from(work, &home, DwellingStatus::NoticeGiven, work.today.max(home.status_day))?;
    Ok(homes::record_status(work.tx, dwelling, day, true, DwellingStatus::BeingPrepared)?)
}

fn of_version(work: &mut Work<'_, '_>, id: &str, version: i64) -> Result<(Tenancy, Person), OfficeError> {
    let (tenancy, tenant) = visible(work.tx, work.actor, id)?;
    if tenancy.version == version { Ok((tenancy, tenant)) } else { Err(OfficeError::Stale) }
}

fn save(work: &mut Work<'_, '_>, before: &Tenancy, after: &Tenancy, action: &str) -> Result<(), OfficeError> {
    if !store::update(work.tx, after)? {
        return Err(OfficeError::Stale);
    }
    let about = About { thing: Thing::Tenancy, id: &before.id, person: &before.tenant };
    work.note(action, about, difference(&as_facts(before), &as_facts(after)));
    Ok(())
}

/// Who is to be the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tenant {
    /// Somebody on the register, by id.
    Known(String),
    New(PersonFacts),
}

/// A tenancy as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTenancy {
    pub dwelling: String,
    pub tenant: Tenant,
    pub size: Option<HouseholdSize>,
    pub from: Date,
    pub lease_until: Option<Date>,
    pub kind: LeaseKind,
    pub rent: Option<Ore>,
    pub note: Option<String>,
}

/// Begins a tenancy in a home where nobody lives. The home is let from its first day; when that is
/// to come, reserved until then, and let from it without anybody doing anything. The answer is its id.
///
/// # Errors
/// [`OfficeError::Invalid`] names everything that cannot be true, that somebody lives there, or that the home is
/// promised by an offer.
pub fn begin(office: &Office, actor: &Actor, new: &NewTenancy) -> Result<String, OfficeError> {
    may_change(actor)?;
    office.change(actor, |work| {
        if offers::promise(work.tx, actor, &new.dwelling, work.today)?.is_some() {
            return Err(OfficeError::Invalid(vec![Problem::plain("dwelling", "tenancy-problem-promised")]));
        }
        begin_in(work, new)
    })
}

/// As [`begin`], inside a change that does more; whoever calls it has the home's promise, or knows of none.
///
/// # Errors
/// As [`begin`].
pub(in crate::office) fn begin_in(work: &mut Work<'_, '_>, new: &NewTenancy) -> Result<String, OfficeError> {
    let home = homes::find(work.tx, &new.dwelling)?.ok_or(OfficeError::NotFound)?;
    let mut problems = Vec::new();
    if store::lived_in(work.tx, &home.id)?.is_some() {
        problems.push(Problem::plain("dwelling", "tenancy-problem-lived-in"));
    }
    let empty = store::of_dwelling(work.tx, &home.id)?.iter().filter_map(|earlier| earlier.moved_out).max();
    if let Some(day) = empty.filter(|day| *day > new.from) {
        let facts = vec![("day", day.strftime("%d.%m.%Y").to_string())];
        problems.push(Problem { field: "from", text: "tenancy-problem-before-empty", facts });
    }
    if !home.facts.status.is_in_stock() {
        problems.push(Problem::plain("dwelling", "tenancy-problem-disposed"));
    }
    let tenant = tenant(work, &new.tenant, &mut problems)?;
    let mut tenancy = Tenancy {
        id: new_id(),
        dwelling: home.id.clone(),
        household: String::new(),
        tenant: tenant.as_ref().map(|tenant| tenant.id.clone()).unwrap_or_default(),
        from: Some(new.from),
        lease_until: new.lease_until,
        kind: new.kind,
        moved_out: None,
        move_out_reason: None,
        rent: new.rent,
        restricted: false,
        note: new.note.clone(),
        version: 1,
    };
    let Some(tenant) = tenant else { return Err(OfficeError::Invalid(problems)) };
    problems.extend(self::problems(&facts_of(&tenancy, &tenant)));
    refuse(problems)?;
    let household = households::of_main(work, &tenant, new.size, new.from)?;
    tenancy.restricted = household.restricted || tenant.protection.hides_home();
    tenancy.household = household.id;
    store::insert(work.tx, &tenancy).map_err(somebody_was_first)?;
    let about = About { thing: Thing::Tenancy, id: &tenancy.id, person: &tenancy.tenant };
    work.note("create", about, beginning(&as_facts(&tenancy)));
    if new.from > work.today {
        // Whoever lives there still has a home that is given notice of until it is empty.
        let reserved = work.today.max(home.status_day).max(empty.unwrap_or(work.today));
        dwellings::let_to_somebody(work, &home, DwellingStatus::Reserved, reserved)?;
        homes::record_status(work.tx, &home.id, new.from, true, DwellingStatus::Let)?;
    } else {
        dwellings::let_to_somebody(work, &home, DwellingStatus::Let, new.from.max(home.status_day))?;
    }
    Ok(tenancy.id)
}

/// The database keeps one household to a home: whoever saves second is told.
fn somebody_was_first(error: StoreError) -> OfficeError {
    match error {
        StoreError::Constraint { .. } => {
            OfficeError::Invalid(vec![Problem::plain("dwelling", "tenancy-problem-lived-in")])
        }
        other => other.into(),
    }
}

/// The person who signs: found, or added when new. Nobody when the facts cannot be true.
fn tenant(
    work: &mut Work<'_, '_>,
    tenant: &Tenant,
    problems: &mut Vec<Problem>,
) -> Result<Option<Person>, OfficeError> {
    let facts = match tenant {
        Tenant::Known(id) => {
            let restricted = store_people::is_restricted(work.tx, id)?;
            let found = store_people::find(work.tx, id)?.filter(|_| work.actor.may_tie(restricted).is_ok());
            if found.is_none() {
                problems.push(Problem::plain("tenant", "tenancy-problem-no-such-person"));
            }
            return Ok(found);
        }
        Tenant::New(facts) => facts,
    };
    let wrong: Vec<Problem> = facts.check(work.today).into_iter().map(person_worded).collect();
    if !wrong.is_empty() {
        problems.extend(wrong);
        return Ok(None);
    }
    let known = people::same_identity(work.tx, work.secrets, facts)?;
    let Some(known) = known else { return people::add(work, facts).map(Some) };
    let restricted = store_people::is_restricted(work.tx, &known.id)?;
    if work.actor.may_tie(restricted).is_err() {
        problems.push(Problem::plain("tenant", "tenancy-problem-no-such-person"));
        return Ok(None);
    }
    Ok(Some(known))
}

fn person_worded(problem: PersonProblem) -> Problem {
    match problem {
        PersonProblem::NoName => Problem::plain("name", "tenancy-problem-no-name"),
        PersonProblem::BornInFuture { .. } | PersonProblem::TooOld { .. } => {
            Problem::plain("born", "tenancy-problem-born")
        }
        PersonProblem::BornUnlikeIdentityNumber { .. } => Problem::plain("born", "tenancy-problem-born-unlike-number"),
    }
}

/// A tenancy's facts as the journal tells them: never who or where, which the entry's own columns
/// guard.
pub fn as_facts(tenancy: &Tenancy) -> Facts {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let told = json!({
        "from": day(tenancy.from),
        "kind": tenancy.kind.code(),
        "lease_until": day(tenancy.lease_until),
        "moved_out": day(tenancy.moved_out),
        "reason": tenancy.move_out_reason.map(MoveOutReason::code),
        "rent": tenancy.rent,
        "note": tenancy.note,
    });
    told.as_object().cloned().unwrap_or_default()
}
