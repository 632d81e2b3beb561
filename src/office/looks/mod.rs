//! The trace of looks. Neighbours share a write to disk: while one is being written the next ones
//! gather, so that a hundred readers cost little more than one, and none sees a page before its
//! trace is safe.
//!
//! Beside an SQLite store the trace is safe in a file first ([`pending`]) and put in the chain a moment
//! later: each commit makes every reader forget what it holds of the database in memory, and nobody
//! who looks need wait for a long import.

mod pending;
mod round;

use crate::store::journal::{self, Entry};
use crate::store::{Store, StoreError};
use pending::Pending;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::thread::JoinHandle;
use std::time::Duration;

/// The queue of looks waiting to be written.
pub struct Looks {
    /// `None` when the office closes.
    queue: Option<Sender<Waiting>>,
    settler: Option<Sender<Settle>>,
    threads: Vec<JoinHandle<()>>,
    pending: Arc<Pending>,
}

struct Waiting {
    entries: Vec<Entry>,
    written: SyncSender<Result<(), StoreError>>,
}

/// What is asked of the thread that puts looks in the chain.
enum Settle {
    /// A round has begun: after a while.
    Soon,
    /// Somebody wants to read the journal: at once, and answer when it is done.
    Now(SyncSender<Result<(), StoreError>>),
}

/// How long looks wait for their place in the chain.
const ROUND: Duration = Duration::from_secs(1);

/// How long somebody who reads the journal waits for the newest looks to be in it; a long import may
/// hold them up.
const PATIENCE: Duration = Duration::from_secs(2);

impl Looks {
    /// Starts the writers, and puts in the chain what a program that was killed has left; they end when
    /// the office closes.
    ///
    /// # Errors
    /// When what was left cannot be read or put in the chain.
    pub fn start(store: &Arc<Store>) -> Result<Self, StoreError> {
        let pending = Arc::new(Pending::beside(store)?);
        pending.settle(store)?;
        let (queue, waiting) = mpsc::channel();
        let (settler, asked) = mpsc::channel();
        let writer = {
            let (store, pending, settler) = (Arc::clone(store), Arc::clone(&pending), settler.clone());
            std::thread::spawn(move || write_batches(&store, &pending, &waiting, &settler))
        };
        let settling = {
            let (store, pending) = (Arc::clone(store), Arc::clone(&pending));
            std::thread::spawn(move || settle_rounds(&store, &pending, &asked))
        };
        Ok(Self { queue: Some(queue), settler: Some(settler), threads: vec![writer, settling], pending })
    }

    /// Writes the entries and returns when they are on disk.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn note(&self, entries: Vec<Entry>) -> Result<(), StoreError> {
        let (written, answer) = mpsc::sync_channel(1);
        let queue = self.queue.as_ref().ok_or_else(gone)?;
        queue.send(Waiting { entries, written }).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }

    /// Puts the looks there are in the chain, for somebody who reads it. When something holds them up for
    /// long, they come later.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn settle(&self) -> Result<(), StoreError> {
        let (settled, answer) = mpsc::sync_channel(1);
        let settler = self.settler.as_ref().ok_or_else(gone)?;
        settler.send(Settle::Now(settled)).map_err(|_| gone())?;
        match answer.recv_timeout(PATIENCE) {
            Ok(settled) => settled,
            Err(RecvTimeoutError::Timeout) => Ok(()),
            Err(RecvTimeoutError::Disconnected) => Err(gone()),
        }
    }

    /// The looks at a person that are not in the chain yet, the newest first.
    pub fn at_person(&self, person: &str) -> Vec<Entry> {
        self.pending.at_person(person)
    }
}

fn gone() -> StoreError {
    StoreError::Unavailable { cause: "the journal's writer has stopped".to_owned() }
}

/// The store is let go of before the office is gone, so that whoever opens it next finds it closed.
impl Drop for Looks {
    fn drop(&mut self) {
        (self.queue, self.settler) = (None, None);
        for thread in self.threads.drain(..) {
            // One that panicked has nothing left to say.
            let _ = thread.join();
        }
    }
}

/// Where several pages wait for one write, so many do in the next: gathering for a moment saves
/// writes. A page that comes alone does not wait.
const MOMENT: Duration = Duration::from_millis(2);

/// The most pages' entries in one write, so that the first does not wait for a crowd.
const MOST: usize = 500;

fn write_batches(store: &Store, pending: &Pending, queue: &Receiver<Waiting>, settler: &Sender<Settle>) {
    let mut crowded = false;
    while let Ok(first) = queue.recv() {
        if crowded {
            std::thread::sleep(MOMENT);
        }
        let mut batch = vec![first];
        batch.extend(queue.try_iter().take(MOST - 1));
        crowded = batch.len() > 1;
        let entries: Vec<Entry> = batch.iter().flat_map(|waiting| waiting.entries.iter().cloned()).collect();
        let outcome = write(store, pending, entries, settler);
        for waiting in batch {
            // Whoever waited may have gone away; the entry stands all the same.
            let _ = waiting.written.send(outcome.clone());
        }
    }
}

fn write(store: &Store, pending: &Pending, entries: Vec<Entry>, settler: &Sender<Settle>) -> Result<(), StoreError> {
    if !pending.is_here(store)? {
        return store.note(|tx| journal::append(tx, &entries));
    }
    if pending.keep(entries)? {
        // The settler ends after this thread.
        let _ = settler.send(Settle::Soon);
    }
    Ok(())
}

fn settle_rounds(store: &Store, pending: &Pending, asked: &Receiver<Settle>) {
    while let Ok(first) = asked.recv() {
        let next = match first {
            Settle::Soon => asked.recv_timeout(ROUND).ok(),
            Settle::Now(_) => Some(first),
        };
        let outcome = pending.settle(store);
        if let Err(error) = &outcome {
            // They are safe on disk, and tried again with the next round.
            tracing::warn!(%error, "looks are not in the journal yet");
        }
        if let Some(Settle::Now(waiting)) = next {
            let _ = waiting.send(outcome);
        }
    }
    if let Err(error) = pending.settle(store) {
        tracing::warn!(%error, "looks are put in the journal at the next start");
    }
}
