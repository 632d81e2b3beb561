//! A household's page, and who comes into it and leaves it.

use super::{make, refresh_restriction};
use crate::access::{Action, Denied, Thing};
use crate::office::changes::{self, Change};
use crate::office::people::{HouseholdOf, TenancyOf, enter_in, household_of, known, with_homes};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work};
use crate::store::applications::Application;
use crate::store::households::{self as store, Household, Member};
use crate::store::{Tx, applications, tenancies};
use housing::Date;
use housing::people::{HouseholdSize, MemberRole, PersonFacts};
use serde_json::json;

/// Everything a household's page shows, as far as the actor may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub of: HouseholdOf,
    pub tenancies: Vec<TenancyOf>,
    pub applications: Vec<Application>,
    pub changes: Vec<Change>,
}

/// A household with all that is known of it; the trace tells of every member.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn whole(office: &Office, actor: &Actor, id: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Household)?;
    let whole = office.store().read(|tx| {
        let of = known_household(tx, actor, id)?;
        let of_household = tenancies::of_household(tx, id)?;
        Ok::<_, OfficeError>(Whole {
            of,
            tenancies: with_homes(tx, actor, of_household)?,
            applications: applications::of_household(tx, id)?,
            changes: changes::of(tx, Thing::Household, id)?,
        })
    })?;
    let about = |(member, _): &(Member, _)| member.person.clone();
    let people: Vec<String> = whole.of.members.iter().map(about).collect();
    let abouts: Vec<About<'_>> = people.iter().map(|person| About { thing: Thing::Household, id, person }).collect();
    office.looked_at(actor, &abouts, "")?;
    Ok(whole)
}

/// The household, if the actor may know of it (`L7.3`).
fn known_household(tx: &mut Tx<'_>, actor: &Actor, id: &str) -> Result<HouseholdOf, OfficeError> {
    let of = household_of(tx, id)?.ok_or(OfficeError::NotFound)?;
    actor.may_tie(of.household.restricted).map_err(|_| OfficeError::Denied(Denied::Hidden))?;
    Ok(of)
}

/// Makes a household for a person who is in none; the answer is its id.
///
/// # Errors
/// [`OfficeError::NotFound`] when the actor may not know of the person.
pub fn begin(office: &Office, actor: &Actor, person: &str) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Household)?;
    office.change(actor, |work| {
        let person = known(work.tx, work.actor, person)?;
        let household = make(work.tx, &person, None, work.today)?;
        let about = About { thing: Thing::Household, id: &household.id, person: &person.id };
        work.note("create", about, String::new());
        Ok(household.id)
    })
}

/// Who comes into a household: somebody on the register, or somebody new.
#[derive(Clone, Debug)]
pub enum Newcomer {
    Known(String),
    New(Box<PersonFacts>),
}

/// Somebody becomes a member from a day on. Where a member's address is strictly confidential, the whole
/// household's becomes so in the same change (`L7.3`).
///
/// # Errors
/// [`OfficeError::Invalid`] when they are a member already, the day is to come, or a new person's facts
/// cannot be true.
pub fn add_member(
    office: &Office,
    actor: &Actor,
    household: &str,
    newcomer: &Newcomer,
    role: MemberRole,
    from: Date,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Household)?;
    office.change(actor, |work| {
        let of = known_household(work.tx, work.actor, household)?;
        let mut problems = Vec::new();
        if from > work.today {
            problems.push(Problem::plain("from", "household-problem-day-to-come"));
        }
        let person = match newcomer {
            Newcomer::Known(id) => known(work.tx, work.actor, id)?.id,
            Newcomer::New(facts) if problems.is_empty() => enter_in(work, facts)?,
            Newcomer::New(_) => return Err(OfficeError::Invalid(problems)),
        };
        let there = of.members.iter().any(|(member, _)| member.person == person && member.until.is_none());
        if there {
            problems.push(Problem::plain("person", "household-problem-member-already"));
        }
        let second_main = role == MemberRole::Main
            && of.members.iter().any(|(member, _)| member.role == MemberRole::Main && member.until.is_none());
        if second_main {
            problems.push(Problem::plain("role", "household-problem-main-already"));
        }
        if !problems.is_empty() {
            return Err(OfficeError::Invalid(problems));
        }
        let member = Member { household: household.to_owned(), person, role, from, until: None };
        store::save_member(work.tx, &member)?;
        refresh_restriction(work.tx, household)?;
        let details = json!({"after": {"member": member.person, "role": role.code(), "from": from.to_string()}});
        note(work, &member, details.to_string());
        Ok(())
    })
}

/// Somebody is no longer a member from a day on.
///
/// # Errors
/// [`OfficeError::NotFound`] when they are no member; [`OfficeError::Invalid`] when the day is before they
/// came, or to come.
pub fn end_membership(
    office: &Office,
    actor: &Actor,
    household: &str,
    (person, from): (&str, Date),
    until: Date,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Household)?;
    office.change(actor, |work| {
        let of = known_household(work.tx, work.actor, household)?;
        let is_asked = |member: &&(Member, _)| member.0.person == person && member.0.from == from;
        let (member, _) = of.members.iter().find(is_asked).ok_or(OfficeError::NotFound)?;
        let problem = if until < from {
            Some(Problem::plain("until", "household-problem-left-before-came"))
        } else if until > work.today {
            Some(Problem::plain("until", "household-problem-day-to-come"))
        } else {
            None
        };
        if let Some(problem) = problem {
            return Err(OfficeError::Invalid(vec![problem]));
        }
        let member = Member { until: Some(until), ..member.clone() };
        store::save_member(work.tx, &member)?;
        let told = json!({"before": {"until": null}, "after": {"member": person, "until": until.to_string()}});
        note(work, &member, told.to_string());
        Ok(())
    })
}

/// Notes how many there are, as the household says it.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened.
pub fn set_size(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    size: Option<HouseholdSize>,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Household)?;
    office.change(actor, |work| {
        let of = known_household(work.tx, work.actor, id)?;
        let before = of.household;
        let changed = Household { size, version, ..before.clone() };
        if before.version != version || !store::update(work.tx, &changed)? {
            return Err(OfficeError::Stale);
        }
        let told = |size: Option<HouseholdSize>| json!({"size": size.map(|size| size.to_string())});
        let details = json!({"before": told(before.size), "after": told(size)}).to_string();
        work.note("change", About::thing(Thing::Household, id), details);
        Ok(())
    })
}

fn note(work: &mut Work<'_, '_>, member: &Member, details: String) {
    work.note("change", About { thing: Thing::Household, id: &member.household, person: &member.person }, details);
}
