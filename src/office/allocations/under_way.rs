//! Plans being searched for at this moment: how long, and whether somebody has seen enough.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A search for the best plan. Whoever stops it keeps the best found so far.
#[derive(Debug)]
pub struct Search {
    /// When it began, in microseconds.
    began: i64,
    stopped: AtomicBool,
}

impl Search {
    /// Whole seconds it has gone on.
    pub const fn seconds(&self, now: i64) -> i64 {
        (now - self.began) / 1_000_000
    }

    /// Ends the search with the best found so far.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether somebody stopped it.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

/// The searches going on, each by what it is for. What is not here has ended, or was never begun.
#[derive(Default)]
pub struct Searches {
    by_what: Mutex<HashMap<String, Arc<Search>>>,
}

impl Searches {
    /// The search for a plan, while it goes on.
    pub fn of(&self, what: &str) -> Option<Arc<Search>> {
        self.lock().get(what).cloned()
    }

    /// Begins a search. One for the same that still goes on is stopped: it looks for what nobody asks any more.
    pub(super) fn begin(&self, what: &str, now: i64) -> GoingOn<'_> {
        let search = Arc::new(Search { began: now, stopped: AtomicBool::new(false) });
        let before = self.lock().insert(what.to_owned(), Arc::clone(&search));
        before.inspect(|before| before.stop());
        GoingOn { searches: self, what: what.to_owned(), search }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Search>>> {
        self.by_what.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A search by whoever carries it out: it has ended when this is let go, however that comes.
pub(super) struct GoingOn<'a> {
    searches: &'a Searches,
    what: String,
    pub search: Arc<Search>,
}

impl Drop for GoingOn<'_> {
    fn drop(&mut self) {
        let mut searches = self.searches.lock();
        // Another may have begun in its place.
        if searches.get(&self.what).is_some_and(|other| Arc::ptr_eq(other, &self.search)) {
            searches.remove(&self.what);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_goes_on_until_somebody_stops_it() {
        let searches = Searches::default();
        let going_on = searches.begin("meeting", 1_000_000);
        assert_eq!(going_on.search.seconds(5_000_000), 4);
        assert!(!going_on.search.is_stopped());
        searches.of("meeting").expect("it goes on").stop();
        assert!(going_on.search.is_stopped());
    }

    #[test]
    fn a_new_search_stops_the_one_before_which_ends_without_a_trace() {
        let searches = Searches::default();
        let (first, second) = (searches.begin("meeting", 0), searches.begin("meeting", 1));
        assert!(first.search.is_stopped() && !second.search.is_stopped());
        drop(first);
        assert!(searches.of("meeting").is_some(), "the second goes on");
        drop(second);
        assert!(searches.of("meeting").is_none());
    }
}
