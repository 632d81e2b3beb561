//! The trace of looks. Neighbours share a commit: while one is being written to disk the next ones
//! gather, so that a hundred readers cost little more than one, and none sees a page before its
//! trace is safe.

use crate::store::journal::{self, Entry};
use crate::store::{Store, StoreError};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::thread::JoinHandle;
use std::time::Duration;

/// The queue of looks waiting to be written.
pub struct Looks {
    /// `None` when the office closes.
    queue: Option<Sender<Waiting>>,
    writer: Option<JoinHandle<()>>,
}

struct Waiting {
    entries: Vec<Entry>,
    written: SyncSender<Result<(), StoreError>>,
}

impl Looks {
    /// Starts the writer; it ends when the office closes.
    pub fn start(store: Arc<Store>) -> Self {
        let (queue, waiting) = mpsc::channel();
        let writer = std::thread::spawn(move || write_batches(&store, &waiting));
        Self { queue: Some(queue), writer: Some(writer) }
    }

    /// Writes the entries and returns when they are on disk.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn note(&self, entries: Vec<Entry>) -> Result<(), StoreError> {
        let (written, answer) = mpsc::sync_channel(1);
        let gone = |_| StoreError::Unavailable { cause: "the journal's writer has stopped".to_owned() };
        let queue = self.queue.as_ref().ok_or_else(|| gone(()))?;
        queue.send(Waiting { entries, written }).map_err(|_| gone(()))?;
        answer.recv().map_err(|_| gone(()))?
    }
}

/// The store is let go of before the office is gone, so that whoever opens it next finds it closed.
impl Drop for Looks {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(writer) = self.writer.take() {
            // A writer that panicked has nothing left to say.
            let _ = writer.join();
        }
    }
}

/// Where several pages wait for one commit, so many do in the next: gathering for a moment saves
/// commits, and with them what the readers have in memory. A page that comes alone does not wait.
const MOMENT: Duration = Duration::from_millis(2);

/// The most pages' entries in one commit, so that the first does not wait for a crowd.
const MOST: usize = 500;

fn write_batches(store: &Store, queue: &Receiver<Waiting>) {
    let mut crowded = false;
    while let Ok(first) = queue.recv() {
        if crowded {
            std::thread::sleep(MOMENT);
        }
        let mut batch = vec![first];
        batch.extend(queue.try_iter().take(MOST - 1));
        crowded = batch.len() > 1;
        let entries: Vec<Entry> = batch.iter().flat_map(|waiting| waiting.entries.iter().cloned()).collect();
        let outcome: Result<(), StoreError> = store.note(|tx| journal::append(tx, &entries));
        for waiting in batch {
            // Whoever waited may have gone away; the entry stands all the same.
            let _ = waiting.written.send(outcome.clone());
        }
    }
}
