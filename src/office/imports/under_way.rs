//! Imports being saved at this moment, and how far they have come.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How far an import has come.
#[derive(Debug, Default)]
pub struct Progress {
    saved: AtomicU64,
    total: AtomicU64,
}

impl Progress {
    /// Rows saved so far, and rows there are.
    pub fn rows(&self) -> (u64, u64) {
        (self.saved.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// So many rows there are, once the files have been read.
    pub(super) fn expect_rows(&self, total: u64) {
        self.total.store(total, Ordering::Relaxed);
    }

    pub(super) fn saved_row(&self) {
        self.saved.fetch_add(1, Ordering::Relaxed);
    }
}

/// The imports being saved, by id. An import that is not here has ended or was never begun; which of
/// the two the store knows.
#[derive(Default)]
pub struct UnderWay {
    imports: Mutex<HashMap<String, Arc<Progress>>>,
}

impl UnderWay {
    /// How far an import has come, if it is being saved.
    pub fn progress(&self, id: &str) -> Option<Arc<Progress>> {
        self.imports.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// Takes the import in hand; `None` when somebody has already.
    pub(super) fn begin(&self, id: &str) -> Option<Arc<Progress>> {
        let mut imports = self.imports.lock().unwrap_or_else(PoisonError::into_inner);
        if imports.contains_key(id) {
            return None;
        }
        let progress = Arc::new(Progress::default());
        imports.insert(id.to_owned(), Arc::clone(&progress));
        Some(progress)
    }

    pub(super) fn end(&self, id: &str) {
        self.imports.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }
}
