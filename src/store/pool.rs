//! A handful of connections, each lent out to one at a time.

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
    /// How many times all connections have been renewed.
    renewed: u64,
}

impl<C> Pool<C> {
    /// A pool of at most `most` connections.
    pub fn new(most: usize) -> Self {
        Self { state: Mutex::new(State { idle: Vec::new(), made: 0, renewed: 0 }), returned: Condvar::new(), most }
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
        let (idle, renewed) = self.take();
        let mut connection = match idle {
            Some(connection) => connection,
            None => make().inspect_err(|_| self.give_back(None, renewed))?,
        };
        let (answer, good) = work(&mut connection);
        self.give_back(good.then_some(connection), renewed);
        Ok(answer)
    }

    /// From now on only connections that are made anew are lent.
    pub fn renew(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.renewed += 1;
        let idle = std::mem::take(&mut state.idle);
        state.made -= idle.len();
        drop(state);
        self.returned.notify_all();
    }

    /// An idle connection, or `None` when the caller may make one; and which renewal it belongs to.
    fn take(&self) -> (Option<C>, u64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = state.idle.pop() {
                return (Some(connection), state.renewed);
            }
            if state.made < self.most {
                state.made += 1;
                return (None, state.renewed);
            }
            state = self.returned.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn give_back(&self, connection: Option<C>, renewed: u64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match connection.filter(|_| renewed == state.renewed) {
            Some(connection) => state.idle.push(connection),
            None => state.made -= 1,
        }
        self.returned.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::Pool;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn after_a_renewal_no_older_connection_is_lent() {
        let (pool, made) = (Pool::new(2), AtomicU32::new(0));
        let make = || Ok::<_, ()>(made.fetch_add(1, Ordering::Relaxed));
        let lent = |during: &dyn Fn()| {
            pool.lend(make, |connection| {
                during();
                (*connection, true)
            })
        };
        assert_eq!((lent(&|| ()), lent(&|| ())), (Ok(0), Ok(0)));
        pool.renew();
        assert_eq!(lent(&|| pool.renew()), Ok(1), "one that is out is thrown away when it comes back");
        assert_eq!((lent(&|| ()), lent(&|| ())), (Ok(2), Ok(2)));
    }
}
