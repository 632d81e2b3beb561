//! People registered twice: compared, merged, and parted again.

use super::page::{household_of, known};
use super::{identity, seal};
use crate::access::{Action, Thing};
use crate::office::changes::Facts;
use crate::office::{About, Actor, Office, OfficeError, Work, households};
use crate::store::applications::Application;
use crate::store::people::{self as store, Moved, Person};
use crate::store::{applications, arrears, journal, tenancies};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Two people who look like one, each with how much hangs on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub one: Side,
    pub other: Side,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    pub person: Person,
    /// The birth part of the identity number.
    pub identity: Option<String>,
    pub households: usize,
    pub tenancies: usize,
    pub applications: Vec<Application>,
    pub invoices: usize,
}

/// The most pairs the page shows.
const MOST: i64 = 200;

/// Pairs of people who look like one.
///
/// # Errors
/// When the actor may not look at people.
pub fn pairs(office: &Office, actor: &Actor) -> Result<Vec<(Person, Person)>, OfficeError> {
    actor.may(Action::Look, Thing::Person)?;
    let sees = actor.sees_protected;
    let pairs = office.remembered(&format!("duplicates {sees}"), |tx| store::namesakes(tx, sees, MOST))?;
    let details = json!({"list": "duplicates", "rows": pairs.len()}).to_string();
    office.looked(actor, About::thing(Thing::Person, ""), details)?;
    Ok(pairs)
}

/// Two people side by side.
///
/// # Errors
/// [`OfficeError::NotFound`] when one of them is not there, or not for the actor.
pub fn pair(office: &Office, actor: &Actor, one: &str, other: &str) -> Result<Pair, OfficeError> {
    actor.may(Action::Look, Thing::Person)?;
    let pair = office.store().read(|tx| {
        let mut side = |id: &str| -> Result<Side, OfficeError> {
            let person = known(tx, actor, id)?;
            let mut of_person = 0;
            for member in crate::store::households::of_person(tx, id)? {
                of_person += usize::from(household_of(tx, &member.household)?.is_some());
            }
            Ok(Side {
                identity: identity(office.secrets(), &person).map(|number| number.masked()),
                households: of_person,
                tenancies: tenancies::of_tenant(tx, id)?.len(),
                applications: applications::of_applicant(tx, id)?,
                invoices: arrears::of_debtor(tx, id)?.len(),
                person,
            })
        };
        Ok::<_, OfficeError>(Pair { one: side(one)?, other: side(other)? })
    })?;
    office.looked_at(actor, &[About::person(one), About::person(other)], "")?;
    Ok(pair)
}

/// What the journal keeps of a merge: all that is needed to part the two again.
#[derive(Debug, Serialize, Deserialize)]
struct Merge {
    kept: String,
    moved: Moved,
    /// The kept person had no identity number, and took the other's.
    identity_moved: bool,
    /// Facts the kept person had not, and took from the other.
    filled: Vec<String>,
}

impl Merge {
    /// What it comes to, as the histories of the two tell it.
    fn told(&self) -> Facts {
        let moved = &self.moved;
        let counts = [
            ("moved_tenancies", moved.tenancies.len()),
            ("moved_applications", moved.applications.len()),
            ("moved_cases", moved.cases.len()),
            ("moved_invoices", moved.invoices.len()),
            ("moved_memberships", moved.memberships.len()),
            ("moved_expected", moved.expected.len()),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let mut told: Facts = counts.map(|(name, count)| (name.to_owned(), json!(count))).collect();
        let number = self.identity_moved.then(|| "identity".to_owned());
        let filled: Vec<String> = number.into_iter().chain(self.filled.iter().cloned()).collect();
        if !filled.is_empty() {
            told.insert("filled".to_owned(), json!(filled));
        }
        told
    }

    /// All that is needed to part the two again.
    fn kept_whole(&self) -> Facts {
        let whole = serde_json::to_value(self).expect("plain texts and lists can be written as JSON");
        whole.as_object().cloned().unwrap_or_default()
    }

    /// The entry's details: what it came to, and with whom.
    fn details(&self, mut details: Facts, with: (&str, &Person)) -> String {
        let mut told = self.told();
        told.insert(with.0.to_owned(), json!(with.1.name.to_string()));
        details.insert("after".to_owned(), Value::Object(told));
        Value::Object(details).to_string()
    }
}

fn only(name: &str, id: &str) -> Facts {
    Facts::from_iter([(name.to_owned(), json!(id))])
}

/// Makes one of two: everything that refers to `duplicate` refers to `kept` from now on, and what
/// `kept` lacks is taken from the other.
///
/// # Errors
/// [`OfficeError::Stale`] when one of them is merged already, or they are the same.
pub fn merge(office: &Office, actor: &Actor, kept: &str, duplicate: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Person)?;
    office.change(actor, |work| {
        let (one, other) = (known(work.tx, actor, kept)?, known(work.tx, actor, duplicate)?);
        if one.id == other.id || one.merged_into.is_some() || other.merged_into.is_some() {
            return Err(OfficeError::Stale);
        }
        let identity_moved = one.identity.is_none() && other.identity.is_some();
        let moved = store::take_over(work.tx, &other.id, &one.id)?;
        let (whole, filled) = filled_up(work, &one, &other)?;
        let identity = if identity_moved { None } else { other.identity.clone() };
        let pointing = Person { merged_into: Some(one.id.clone()), identity, ..other.clone() };
        save(work, &pointing)?;
        save(work, &whole)?;
        refresh(work, &one.id)?;
        let merge = Merge { kept: one.id.clone(), moved, identity_moved, filled };
        work.note("merge", About::person(&other.id), merge.details(merge.kept_whole(), ("merged_into", &one)));
        work.note("merge", About::person(&one.id), merge.details(only("merged", &other.id), ("merged", &other)));
        Ok(())
    })
}

/// The kept person with what the other knew better, and which facts that was.
fn filled_up(work: &Work<'_, '_>, one: &Person, other: &Person) -> Result<(Person, Vec<String>), OfficeError> {
    let mut whole = one.clone();
    let mut filled = Vec::new();
    if one.identity.is_none()
        && let Some(number) = identity(work.secrets, other)
    {
        whole.identity = Some(seal(work.secrets, &one.id, &number)?);
    }
    if one.born.is_none() && other.born.is_some() {
        whole.born = other.born;
        filled.push("born".to_owned());
    }
    if one.telephone.is_none() && other.telephone.is_some() {
        whole.telephone.clone_from(&other.telephone);
        filled.push("telephone".to_owned());
    }
    if one.email.is_none() && other.email.is_some() {
        whole.email.clone_from(&other.email);
        filled.push("email".to_owned());
    }
    // The stricter level holds for both, and stays when they are parted: it is never lowered by hand.
    if other.protection > one.protection {
        (whole.protection, whole.protection_to_check) = (other.protection, other.protection_to_check);
    }
    Ok((whole, filled))
}

/// Parts a person again from whom they were merged into.
///
/// # Errors
/// [`OfficeError::Stale`] when they are not merged; [`OfficeError::NotFound`] when no merge is on record.
pub fn part(office: &Office, actor: &Actor, duplicate: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Person)?;
    office.change(actor, |work| {
        let other = known(work.tx, actor, duplicate)?;
        let kept = other.merged_into.clone().ok_or(OfficeError::Stale)?;
        let merge = last_merge(work, duplicate, &kept)?.ok_or(OfficeError::NotFound)?;
        let one = known(work.tx, actor, &kept)?;
        store::part(work.tx, &merge.moved, &one.id, &other.id)?;
        let mut left = one.clone();
        let mut own = Person { merged_into: None, ..other.clone() };
        for fact in &merge.filled {
            match fact.as_str() {
                "born" if one.born == other.born => left.born = None,
                "telephone" if one.telephone == other.telephone => left.telephone = None,
                "email" if one.email == other.email => left.email = None,
                _ => {}
            }
        }
        if merge.identity_moved
            && let Some(number) = identity(work.secrets, &one)
        {
            own.identity = Some(seal(work.secrets, &other.id, &number)?);
            left.identity = None;
        }
        save(work, &left)?;
        save(work, &own)?;
        refresh(work, &one.id)?;
        refresh(work, &other.id)?;
        work.note("part", About::person(&other.id), merge.details(only("kept", &one.id), ("parted_from", &one)));
        work.note("part", About::person(&one.id), merge.details(only("parted", &other.id), ("parted", &other)));
        Ok(())
    })
}

fn last_merge(work: &mut Work<'_, '_>, duplicate: &str, kept: &str) -> Result<Option<Merge>, OfficeError> {
    let filter = journal::Filter {
        thing: Some((Thing::Person.word().to_owned(), duplicate.to_owned())),
        changes_only: true,
        most: 1_000,
        ..journal::Filter::default()
    };
    let entries = journal::list(work.tx, &filter)?;
    let merges = entries.iter().filter(|sealed| sealed.entry.action == "merge");
    let mut read = merges.filter_map(|sealed| serde_json::from_str::<Merge>(&sealed.entry.details).ok());
    Ok(read.find(|merge| merge.kept == kept))
}

fn save(work: &mut Work<'_, '_>, person: &Person) -> Result<(), OfficeError> {
    if store::update(work.tx, person)? { Ok(()) } else { Err(OfficeError::Stale) }
}

fn refresh(work: &mut Work<'_, '_>, person: &str) -> Result<(), OfficeError> {
    for member in crate::store::households::of_person(work.tx, person)? {
        households::refresh_restriction(work.tx, &member.household)?;
    }
    Ok(())
}
