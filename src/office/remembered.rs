//! Answers that are true until the next change of facts: counts and sums over the whole register.
//!
//! Every change of facts is counted in the store itself, so what one server remembers is never
//! older than what another has changed.

use super::Office;
use crate::store::{StoreError, Tx, journal};
use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What has been worked out, by question.
#[derive(Default)]
pub struct Remembered {
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    changes: i64,
    answers: HashMap<String, Place>,
}

/// Where an answer is put. Whoever asks while it is being worked out waits for it, so that a crowd
/// asking the same does the work once.
type Place = Arc<Mutex<Option<Arc<dyn Any + Send + Sync>>>>;

/// The most answers kept; a register has fewer questions than this between two changes.
const MOST: usize = 2_000;

impl Office {
    /// The answer to `question` (which must name everything the answer depends on, the day too),
    /// worked out by `work` unless it is known and no fact has changed since.
    ///
    /// # Errors
    /// When the store or `work` fails.
    pub fn remembered<T: Clone + Send + Sync + 'static, E: From<StoreError>>(
        &self,
        question: &str,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let changes = self.store().read(journal::changes)?;
        let Some(place) = self.remembered.place(question, changes) else { return self.store().read(work) };
        let mut kept = place.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = kept.as_ref().and_then(|answer| answer.downcast_ref::<T>()) {
            return Ok(answer.clone());
        }
        // A change may come in between: then the answer is newer than it need be, never older.
        let answer = self.store().read(work)?;
        *kept = Some(Arc::new(answer.clone()));
        Ok(answer)
    }
}

impl Remembered {
    /// Where the answer is or goes; `None` when facts have changed again since they were counted.
    fn place(&self, question: &str, changes: i64) -> Option<Place> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if changes < known.changes {
            return None;
        }
        if changes > known.changes || known.answers.len() >= MOST {
            known.answers.clear();
            known.changes = changes;
        }
        Some(Arc::clone(known.answers.entry(question.to_owned()).or_default()))
    }
}
