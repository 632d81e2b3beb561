//! A handful of connections, lent out one at a time.

use std::sync::{Condvar, Mutex, PoisonError};

/// Connections that are made when first needed and kept.
pub struct Pool<C> {
    state: Mutex<State<C>>,
    returned: Condvar,
    most: usize,
}

struct State<C> {
    idle: Vec<C>,
    made: usize,
}

impl<C> Pool<C> {
    /// A pool of at most `most` connections.
    pub fn new(most: usize) -> Self {
        Self { state: Mutex::new(State { idle: Vec::new(), made: 0 }), returned: Condvar::new(), most }
    }

    /// Lends a connection to `work`. `work` says with its second answer whether the connection is
    /// still good; a bad one is thrown away and made anew when next needed.
    ///
    /// # Errors
    /// When a connection is needed and cannot be made.
    pub fn lend<T, E>(
        &self,
        make: impl FnOnce() -> Result<C, E>,
        work: impl FnOnce(&mut C) -> (T, bool),
    ) -> Result<T, E> {
        let mut connection = match self.take() {
            Some(connection) => connection,
            None => make().inspect_err(|_| self.give_back(None))?,
        };
        let (answer, good) = work(&mut connection);
        self.give_back(good.then_some(connection));
        Ok(answer)
    }

    /// An idle connection, or `None` when the caller may make one.
    fn take(&self) -> Option<C> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = state.idle.pop() {
                return Some(connection);
            }
            if state.made < self.most {
                state.made += 1;
                return None;
            }
            state = self.returned.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn give_back(&self, connection: Option<C>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match connection {
            Some(connection) => state.idle.push(connection),
            None => state.made -= 1,
        }
        self.returned.notify_one();
    }
}
