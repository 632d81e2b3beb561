//! Looks that are safe on disk beside an SQLite store and not yet in the chain.

use super::round::{self, Round};
use crate::store::journal::{self, Entry};
use crate::store::{Store, StoreError};
use std::collections::VecDeque;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The rounds that wait, in a folder beside the store.
pub struct Pending {
    /// `None` where the store lies elsewhere: several servers may write to it.
    folder: Option<PathBuf>,
    rounds: Mutex<Rounds>,
    /// One settles at a time.
    settling: Mutex<()>,
}

#[derive(Default)]
struct Rounds {
    /// Held while this program is the one that keeps looks here.
    lock: Option<File>,
    /// The newest round in the chain or on its way there.
    newest: i64,
    /// On their way into the chain, the oldest first.
    closed: VecDeque<Round>,
    open: Option<Round>,
}

/// What keeps two programs from using the folder at the same time.
const LOCK: &str = "lock";

/// A round with so many entries goes into the chain without waiting for its time.
const FULL: usize = 5_000;

impl Pending {
    /// The looks that wait beside `store`.
    ///
    /// # Errors
    /// When what an earlier program left cannot be read.
    pub fn beside(store: &Store) -> Result<Self, StoreError> {
        let folder = store.folder().map(|folder| folder.join("looks"));
        let left = folder.as_deref().is_some_and(Path::is_dir);
        let pending = Self { folder, rounds: Mutex::default(), settling: Mutex::default() };
        if left {
            pending.is_here(store)?;
        }
        Ok(pending)
    }

    fn rounds(&self) -> MutexGuard<'_, Rounds> {
        self.rounds.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether looks can be kept here: not when the store lies elsewhere, nor while another program does.
    ///
    /// # Errors
    /// When the folder cannot be used, or what another program left there cannot be read.
    pub fn is_here(&self, store: &Store) -> Result<bool, StoreError> {
        let Some(folder) = &self.folder else { return Ok(false) };
        let mut rounds = self.rounds();
        if rounds.lock.is_some() {
            return Ok(true);
        }
        std::fs::create_dir_all(folder).map_err(|error| round::failed(folder, &error))?;
        let path = folder.join(LOCK);
        let lock = File::options().create(true).append(true).open(&path);
        let lock = lock.map_err(|error| round::failed(&path, &error))?;
        if lock.try_lock().is_err() {
            return Ok(false);
        }
        let settled = store.read(journal::settled)?;
        rounds.closed = round::left(folder, settled)?;
        rounds.newest = rounds.closed.back().map_or(settled, |round| round.number);
        rounds.lock = Some(lock);
        Ok(true)
    }

    /// Puts the entries on disk; the answer is whether they are to be put in the chain soon, which is the
    /// case for the first of a round.
    ///
    /// # Errors
    /// When they cannot be written; then none of them is kept.
    pub fn keep(&self, entries: Vec<Entry>) -> Result<bool, StoreError> {
        let Some(folder) = &self.folder else { return Ok(false) };
        let mut rounds = self.rounds();
        // One whose first entries could not be written has not begun.
        let begins = rounds.open.as_ref().is_none_or(|open| open.entries.is_empty());
        let number = rounds.newest + 1;
        let open = match &mut rounds.open {
            Some(open) => open,
            none => none.insert(Round::begin(folder, number)?),
        };
        open.keep(entries)?;
        if open.entries.len() >= FULL {
            rounds.close();
        }
        Ok(begins)
    }

    /// Puts everything that waits in the chain.
    ///
    /// # Errors
    /// When the store fails; what waits stays on disk.
    pub fn settle(&self, store: &Store) -> Result<(), StoreError> {
        let _alone = self.settling.lock().unwrap_or_else(PoisonError::into_inner);
        self.rounds().close();
        loop {
            let next = self.rounds().closed.front().map(|round| (round.number, round.entries.clone()));
            let Some((number, entries)) = next else { return Ok(()) };
            store.note(|tx| journal::settle(tx, number, &entries))?;
            if let Some(settled) = self.rounds().closed.pop_front() {
                settled.remove()?;
            }
        }
    }

    /// Those that wait and are about a person, the newest first.
    pub fn at_person(&self, person: &str) -> Vec<Entry> {
        let rounds = self.rounds();
        let entries = rounds.closed.iter().chain(&rounds.open).flat_map(|round| &round.entries);
        let mut found: Vec<Entry> = entries.filter(|entry| entry.person == person).cloned().collect();
        found.reverse();
        found
    }
}

impl Rounds {
    /// Ends the round that is open: its entries go into the chain together.
    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.newest = open.number;
            self.closed.push_back(open);
        }
    }
}
