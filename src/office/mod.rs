//! What the office does: every verb once, with its access check, its transaction and its journal
//! entry. The only part that writes through the store.

pub mod accounts;
pub mod allocations;
pub mod appeals;
pub mod applications;
pub mod arrears;
pub mod assessments;
pub mod backup;
pub mod calendar;
pub mod cases;
pub mod changes;
pub mod decisions;
pub mod delegations;
pub mod demo_data;
pub mod documents;
pub mod dwellings;
pub mod expected;
pub mod households;
mod ids;
pub mod imports;
pub mod intake;
pub mod journal;
pub mod letters;
mod looks;
pub mod needs;
pub mod offers;
pub mod overview;
pub mod people;
mod remembered;
pub mod rule_sets;
pub mod search;
pub mod sessions;
pub mod tenancies;
pub mod units;
pub mod waiting_list;
pub mod work;

pub use ids::new_id;

use crate::access::{self, Action, Denied, Role, Thing};
use crate::clock::{Clock, Instant};
use crate::secrets::{KeyError, Secrets};
use crate::store::journal::{Chain, Entry};
use crate::store::{Store, StoreError, Tx};
use housing::dwellings::Rooms;
use housing::people::{HouseholdSize, RoomNorms};
use jiff::civil::Date;
use looks::Looks;
use std::sync::{Arc, Mutex};

/// The office at work: the facts, the keys and the clock.
pub struct Office {
    store: Arc<Store>,
    secrets: Secrets,
    clock: Clock,
    looks: Looks,
    remembered: remembered::Remembered,
    imports: imports::UnderWay,
    searches: allocations::Searches,
    /// How many days ahead the work list speaks of those who are expected.
    expected_days: i32,
    /// The day the homes' rows have been brought up to, as far as this process knows.
    begun: Mutex<Option<Date>>,
    letters: ::letters::Engine,
}

/// Whoever does something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub id: String,
    pub name: String,
    pub role: Role,
    /// In the named group that may tie strictly protected persons to homes (`L7.2`).
    pub sees_protected: bool,
}

/// Why a verb was not done.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("there is no such thing")]
    NotFound,
    /// Somebody else saved first; nothing was changed.
    #[error("somebody else has changed it since it was opened")]
    Stale,
    /// What was asked for breaks rules of the trade; every one of them.
    #[error("{} of the facts cannot be right: {}", .0.len(), keys(.0))]
    Invalid(Vec<Problem>),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Key(#[from] KeyError),
}

/// What is wrong by field and text key: never what was typed, which may be about somebody.
fn keys(problems: &[Problem]) -> String {
    let key = |problem: &Problem| format!("{} {}", problem.field, problem.text).trim().to_owned();
    problems.iter().map(key).collect::<Vec<_>>().join(", ")
}

/// One thing that is wrong with what was asked for, named so that the page can word it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field it is about; empty when it is about the whole.
    pub field: &'static str,
    /// The key of the text that says what is wrong and what would be right.
    pub text: &'static str,
    /// Arguments of the text.
    pub facts: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem whose text needs no arguments.
    pub const fn plain(field: &'static str, text: &'static str) -> Self {
        Self { field, text, facts: Vec::new() }
    }
}

impl Actor {
    /// Whoever runs the command line on the machine itself.
    pub fn operator() -> Self {
        Self { id: "operator".to_owned(), name: "operator".to_owned(), role: Role::Operator, sees_protected: true }
    }

    /// # Errors
    /// When the actor's role may not do this.
    pub fn may(&self, action: Action, thing: Thing) -> Result<(), Denied> {
        access::may(self.role, action, thing)
    }

    /// # Errors
    /// When the tie is hidden from the actor.
    pub fn may_tie(&self, restricted: bool) -> Result<(), Denied> {
        access::may_tie(self.sees_protected, restricted)
    }
}

/// Notes that are put in the journal before the work is done.
const MANY_NOTES: usize = 4_000;

/// A transaction that changes facts, with the entries that tell of it.
pub struct Work<'work, 'store> {
    pub tx: &'work mut Tx<'store>,
    pub actor: &'work Actor,
    pub secrets: &'work Secrets,
    pub now: Instant,
    pub today: Date,
    entries: Vec<Entry>,
    /// Read when somebody asks.
    norms: Option<RoomNorms>,
    /// The journal's end, once some of the entries are in it.
    chain: Option<Chain>,
}

impl Work<'_, '_> {
    /// Notes in the journal what this transaction does.
    pub fn note(&mut self, action: &str, about: About<'_>, details: String) {
        self.entries.push(entry(self.actor, self.now, action, about, details));
    }

    /// The smallest home that is large enough for a household by the municipality's norm of the day.
    ///
    /// # Errors
    /// When the store fails.
    pub fn room_need(&mut self, size: Option<HouseholdSize>, day: Date) -> Result<Option<Rooms>, OfficeError> {
        let norms = match self.norms.take() {
            Some(norms) => norms,
            None => rule_sets::room_norms(self.tx)?,
        };
        let need = norms.room_need(size, day);
        self.norms = Some(norms);
        Ok(need)
    }

    /// Puts what was noted so far in the journal when much waits, so that a long piece of work need
    /// not hold it all in memory.
    ///
    /// # Errors
    /// When the store fails.
    pub fn note_on_the_way(&mut self) -> Result<(), StoreError> {
        if self.entries.len() >= MANY_NOTES { self.put_in_journal() } else { Ok(()) }
    }

    fn put_in_journal(&mut self) -> Result<(), StoreError> {
        let mut chain = match self.chain.take() {
            Some(chain) => chain,
            None => Chain::take_up(self.tx)?,
        };
        chain.add(self.tx, &self.entries)?;
        self.entries.clear();
        self.chain = Some(chain);
        Ok(())
    }

    fn end(mut self) -> Result<(), StoreError> {
        self.put_in_journal()?;
        self.chain.map_or(Ok(()), |chain| chain.close(self.tx))
    }

    /// Adds about `rows` things; see [`Tx::adding_many`].
    ///
    /// # Errors
    /// As there.
    pub fn adding_many<T>(
        &mut self,
        rows: u64,
        add: impl FnOnce(&mut Work<'_, '_>) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        let Work { tx, actor, secrets, now, today, entries, norms, chain } = self;
        tx.adding_many(rows, |tx| {
            let (noted, known, taken_up) = (std::mem::take(entries), norms.take(), chain.take());
            let (now, today) = (*now, *today);
            let mut work = Work { tx, actor, secrets, now, today, entries: noted, norms: known, chain: taken_up };
            let answer = add(&mut work)?;
            (*entries, *norms, *chain) = (work.entries, work.norms, work.chain);
            Ok(answer)
        })
    }
}

/// What a journal entry is about.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub thing: Thing,
    pub id: &'a str,
    /// The person whose data it is; empty when nobody's.
    pub person: &'a str,
}

impl<'a> About<'a> {
    /// About a thing that concerns nobody in particular.
    pub const fn thing(thing: Thing, id: &'a str) -> Self {
        Self { thing, id, person: "" }
    }

    /// About a person.
    pub const fn person(id: &'a str) -> Self {
        Self { thing: Thing::Person, id, person: id }
    }
}

fn entry(actor: &Actor, now: Instant, action: &str, about: About<'_>, details: String) -> Entry {
    Entry {
        at: now,
        actor: actor.id.clone(),
        role: actor.role.code().to_owned(),
        action: action.to_owned(),
        thing: about.thing.word().to_owned(),
        thing_id: about.id.to_owned(),
        person: about.person.to_owned(),
        details,
    }
}

impl Office {
    /// Opens the office on a store and its keys.
    ///
    /// # Errors
    /// [`KeyError::Mismatch`] when the store was made with another key.
    pub fn open(store: Store, secrets: Secrets, key_path: &std::path::Path, clock: Clock) -> Result<Self, OfficeError> {
        let store = Arc::new(store);
        let known = store.read(|tx| crate::store::settings::get(tx, KEY_CHECK))?;
        if known.as_deref() != Some(secrets.check()) {
            return Err(KeyError::Mismatch { path: key_path.to_owned() }.into());
        }
        let looks = Looks::start(&store)?;
        Ok(Self {
            store,
            secrets,
            clock,
            looks,
            remembered: remembered::Remembered::default(),
            imports: imports::UnderWay::default(),
            searches: allocations::Searches::default(),
            expected_days: expected::USUAL_DAYS,
            begun: Mutex::default(),
            letters: ::letters::Engine::new(::letters::Templates::builtin()),
        })
    }

    /// The same office, told of those who are expected this many days ahead.
    #[must_use]
    pub fn with_expected_days(self, expected_days: i32) -> Self {
        Self { expected_days, ..self }
    }

    /// The office with the municipality's own words in its letters.
    #[must_use]
    pub fn with_templates(self, templates: ::letters::Templates) -> Self {
        Self { letters: ::letters::Engine::new(templates), ..self }
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// This instant.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The facts, for the read models of lists.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The imports being saved at this moment.
    pub fn imports_under_way(&self) -> &imports::UnderWay {
        &self.imports
    }

    /// The searches for the best plan of a meeting that go on at this moment.
    pub fn searches(&self) -> &allocations::Searches {
        &self.searches
    }

    /// The keys, for reading what is encrypted.
    pub fn secrets(&self) -> &Secrets {
        &self.secrets
    }

    /// Changes facts as `actor`: everything in `work` with its journal entries, or nothing.
    ///
    /// # Errors
    /// Whatever `work` answers; then nothing has changed.
    pub fn change<T>(
        &self,
        actor: &Actor,
        work: impl Fn(&mut Work<'_, '_>) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        let when = (self.now(), self.today());
        self.store.write(|tx| self.work_in(tx, actor, when, &work))
    }

    /// As [`Office::change`], by somebody who asks nothing else meanwhile; see [`Store::write_alone`].
    ///
    /// # Errors
    /// As [`Office::change`].
    pub fn change_alone<T>(
        &self,
        actor: &Actor,
        work: impl Fn(&mut Work<'_, '_>) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        let when = (self.now(), self.today());
        self.store.write_alone(|tx| self.work_in(tx, actor, when, &work))
    }

    fn work_in<T>(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        (now, today): (Instant, Date),
        work: &impl Fn(&mut Work<'_, '_>) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        let (secrets, entries) = (&self.secrets, Vec::new());
        let mut task = Work { tx, actor, secrets, now, today, entries, norms: None, chain: None };
        let answer = work(&mut task)?;
        task.end()?;
        Ok(answer)
    }

    /// Notes that `actor` has looked, and returns when the trace is on disk. Call it with what was
    /// read and before it is shown.
    ///
    /// # Errors
    /// When the trace cannot be written: then nothing may be shown.
    pub fn looked(&self, actor: &Actor, about: About<'_>, details: String) -> Result<(), OfficeError> {
        self.looks.note(vec![entry(actor, self.now(), "look", about, details)]).map_err(OfficeError::Store)
    }

    /// Brings the journal up to the newest looks, for somebody who reads it.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn settle_looks(&self) -> Result<(), OfficeError> {
        self.looks.settle().map_err(OfficeError::Store)
    }

    /// As [`Office::looked`], for a page that shows several things or people: one entry for each.
    ///
    /// # Errors
    /// As [`Office::looked`].
    pub fn looked_at(&self, actor: &Actor, abouts: &[About<'_>], details: &str) -> Result<(), OfficeError> {
        if abouts.is_empty() {
            return Ok(());
        }
        let now = self.now();
        let entries = abouts.iter().map(|about| entry(actor, now, "look", *about, details.to_owned()));
        self.looks.note(entries.collect()).map_err(OfficeError::Store)
    }
}

/// The setting that says which key the store was made with.
pub const KEY_CHECK: &str = "key-check";
