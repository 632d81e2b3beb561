//! Reading the journal: who has done and seen what. Looking here leaves a trace of its own.

use super::{About, Actor, Office, OfficeError};
use crate::access::{Action, Thing};
use crate::clock::Instant;
use crate::store::journal::{self, Entry, Filter};
use crate::store::{StoreError, Tx, accounts, applications, households, people, tenancies};
use std::collections::HashMap;

/// Entries on a page.
pub const ROWS: i64 = 100;

/// The most entries of who has looked at one person.
const TRAIL: i64 = 200;

/// An entry as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub seq: i64,
    pub at: Instant,
    pub actor: String,
    /// The officer's name; empty for the command line.
    pub who: String,
    pub role: String,
    pub action: String,
    pub thing: String,
    /// The thing's and the person's ids, and what was said; empty when they are withheld.
    pub thing_id: String,
    pub person: String,
    pub person_name: String,
    pub details: String,
    /// Something is withheld: it would tie a strictly protected person to a home (`L7.2`).
    pub withheld: bool,
}

/// Entries that match, newest first, at most [`ROWS`] of them.
///
/// # Errors
/// When the actor may not read the journal, or the trace of this look cannot be written.
pub fn read(office: &Office, actor: &Actor, wanted: &Filter) -> Result<Vec<Told>, OfficeError> {
    actor.may(Action::Look, Thing::Journal)?;
    office.settle_looks()?;
    let filter = Filter { most: ROWS, ..wanted.clone() };
    let told = office.store().read(|tx| tell(tx, actor, &filter))?;
    let asked = serde_json::json!({
        "actor": wanted.actor, "person": wanted.person, "thing": wanted.thing, "before": wanted.before,
    });
    let person = wanted.person.as_deref().unwrap_or_default();
    office.looked(actor, About { thing: Thing::Journal, id: "", person }, asked.to_string())?;
    Ok(told)
}

/// Who has looked at a person or changed anything about them, newest first.
///
/// # Errors
/// As [`read`].
pub fn trail(office: &Office, actor: &Actor, person: &str) -> Result<Vec<Told>, OfficeError> {
    actor.may(Action::Look, Thing::Trail)?;
    office.settle_looks()?;
    let filter = Filter { person: Some(person.to_owned()), most: TRAIL, ..Filter::default() };
    let told = office.store().read(|tx| tell(tx, actor, &filter))?;
    office.looked(actor, About { thing: Thing::Trail, id: person, person }, String::new())?;
    Ok(told)
}

/// Names of those who appear in the entries, read once each.
#[derive(Default)]
struct Names {
    officers: HashMap<String, String>,
    people: HashMap<String, (String, bool)>,
}

impl Names {
    fn officer(&mut self, tx: &mut Tx<'_>, id: &str) -> Result<String, StoreError> {
        if !self.officers.contains_key(id) {
            let name = accounts::find(tx, id)?.map(|officer| officer.name).unwrap_or_default();
            self.officers.insert(id.to_owned(), name);
        }
        Ok(self.officers.get(id).cloned().unwrap_or_default())
    }

    /// The person's name, and whether their home is secret: their own level's word, or a housemate's.
    fn person(&mut self, tx: &mut Tx<'_>, id: &str) -> Result<(String, bool), StoreError> {
        if !self.people.contains_key(id) {
            let found = people::find(tx, id)?;
            let name = found.as_ref().map(|person| person.name.to_string()).unwrap_or_default();
            let mut secret = found.is_some_and(|person| person.protection.hides_home());
            for member in households::of_person(tx, id)? {
                secret |= households::find(tx, &member.household)?.is_some_and(|household| household.restricted);
            }
            self.people.insert(id.to_owned(), (name, secret));
        }
        Ok(self.people.get(id).cloned().unwrap_or_default())
    }
}

fn tell(tx: &mut Tx<'_>, actor: &Actor, filter: &Filter) -> Result<Vec<Told>, StoreError> {
    let mut names = Names::default();
    let mut told = Vec::new();
    for sealed in journal::list(tx, filter)? {
        let entry = sealed.entry;
        let who = names.officer(tx, &entry.actor)?;
        let (person_name, secret_person) = names.person(tx, &entry.person)?;
        let secret = secret_person || is_restricted(tx, &entry)?;
        let withheld = actor.may_tie(secret).is_err();
        if withheld && filter.person.is_some() && entry.thing != Thing::Person.word() {
            // That there is an entry at all, at that time, would help to tie the two.
            continue;
        }
        told.push(shown(sealed.seq, entry, who, person_name, withheld));
    }
    Ok(told)
}

/// Whether an entry is about something that is restricted in itself.
fn is_restricted(tx: &mut Tx<'_>, entry: &Entry) -> Result<bool, StoreError> {
    let id = entry.thing_id.as_str();
    Ok(match entry.thing.as_str() {
        "household" => households::find(tx, id)?.is_some_and(|household| household.restricted),
        "tenancy" => tenancies::find(tx, id)?.is_some_and(|tenancy| tenancy.restricted),
        "application" => applications::find(tx, id)?.is_some_and(|application| application.restricted),
        _ => false,
    })
}

/// Withheld, an entry about a person keeps the person, and any other entry loses them: nothing is
/// left that joins the two.
fn shown(seq: i64, entry: Entry, who: String, person_name: String, withheld: bool) -> Told {
    let keeps_person = !withheld || entry.thing == Thing::Person.word();
    let kept = |keep: bool, text: String| if keep { text } else { String::new() };
    Told {
        seq,
        at: entry.at,
        actor: entry.actor,
        who,
        role: entry.role,
        action: entry.action,
        thing: entry.thing,
        thing_id: kept(keeps_person, entry.thing_id),
        person: kept(keeps_person, entry.person),
        person_name: kept(keeps_person, person_name),
        details: kept(!withheld, entry.details),
        withheld,
    }
}
