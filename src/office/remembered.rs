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
    answers: HashMap<String, Arc<dyn Any + Send + Sync>>,
}

/// The most answers kept; a register has fewer questions than this between two changes.
const MOST: usize = 2_000;

impl Office {
    /// The answer to `question` (which must name everything the answer depends on, the day too),
    /// worked out by `work` unless it is known and no fact has changed since.
    ///
    /// # Errors
    /// When the store or `work` fails.
    pub fn remembered<T: Clone + Send + Sync + 'static>(
        &self,
        question: &str,
        work: impl Fn(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.store().read(|tx| {
            let changes = journal::changes(tx)?;
            if let Some(answer) = self.remembered.get::<T>(question, changes) {
                return Ok(answer);
            }
            let answer = work(tx)?;
            self.remembered.keep(question, changes, answer.clone());
            Ok(answer)
        })
    }
}

impl Remembered {
    fn get<T: Clone + 'static>(&self, question: &str, changes: i64) -> Option<T> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = known.answers.get(question).filter(|_| known.changes == changes)?;
        answer.downcast_ref::<T>().cloned()
    }

    fn keep<T: Send + Sync + 'static>(&self, question: &str, changes: i64, answer: T) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.changes != changes || known.answers.len() >= MOST {
            known.answers.clear();
            known.changes = changes;
        }
        known.answers.insert(question.to_owned(), Arc::new(answer));
    }
}
