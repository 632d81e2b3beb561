//! Logging in and out, and staying logged in.

use super::{About, Actor, Office, OfficeError, accounts};
use crate::access::Thing;
use crate::clock::Instant;
use crate::secrets::{hex, random_bytes};
use crate::store::accounts::Officer;
use crate::store::sessions::{self as store_sessions, Session};
use crate::store::{StoreError, accounts as store_accounts};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

const SECOND: i64 = 1_000_000;
/// A session ends after half an hour without a sign of life …
pub const IDLE: i64 = 30 * 60 * SECOND;
/// … and after a working day in any case.
pub const LONGEST: i64 = 10 * 60 * 60 * SECOND;
/// Signs of life are written down at most once a minute.
const TOUCH: i64 = 60 * SECOND;

/// Somebody at work: the officer, their session, and whether a new password comes first.
#[derive(Clone, Debug)]
pub struct AtWork {
    pub officer: Officer,
    pub session: Session,
    pub must_change_password: bool,
}

impl AtWork {
    /// Who acts.
    pub fn actor(&self) -> Actor {
        Actor {
            id: self.officer.id.clone(),
            name: self.officer.name.clone(),
            role: self.officer.role,
            sees_protected: self.officer.sees_protected,
        }
    }
}

/// Why a login was refused. Nobody is told whether it was the name or the password.
#[derive(Debug, thiserror::Error)]
pub enum LoginRefused {
    #[error("wrong login or password")]
    Wrong,
    #[error("too many tries; wait {seconds} seconds")]
    Wait { seconds: i64 },
    #[error(transparent)]
    Office(#[from] OfficeError),
}

impl From<StoreError> for LoginRefused {
    fn from(error: StoreError) -> Self {
        Self::Office(error.into())
    }
}

/// Failed tries, by login and by where they come from. Whoever guesses at somebody's password has
/// to wait; the owner, who comes from elsewhere, does not: nobody can lock another out.
#[derive(Default)]
pub struct Attempts {
    failed: Mutex<HashMap<(String, String), (u32, Instant)>>,
}

/// Tries that cost nothing.
const FREE_TRIES: u32 = 5;
/// The most places that are remembered; the oldest are forgotten first.
const MOST_PLACES: usize = 10_000;

impl Attempts {
    /// Seconds to wait before this place may try this login again.
    fn wait(&self, login: &str, place: &str, now: Instant) -> i64 {
        let failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((times, last)) = failed.get(&(login.to_owned(), place.to_owned())) else { return 0 };
        if *times < FREE_TRIES {
            return 0;
        }
        let pause = (30 * SECOND) << (*times - FREE_TRIES).min(5);
        ((last + pause - now) / SECOND).max(0)
    }

    fn failed(&self, login: &str, place: &str, now: Instant) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        if failed.len() >= MOST_PLACES {
            failed.retain(|_, (_, last)| now - *last < IDLE);
        }
        let entry = failed.entry((login.to_owned(), place.to_owned())).or_insert((0, now));
        *entry = (entry.0 + 1, now);
    }

    fn succeeded(&self, login: &str, place: &str) {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).remove(&(login.to_owned(), place.to_owned()));
    }
}

/// Logs an officer in; the answer is the token for the cookie.
///
/// # Errors
/// [`LoginRefused`]
pub fn log_in(
    office: &Office,
    attempts: &Attempts,
    (login, password): (&str, &str),
    (place, client): (&str, &str),
) -> Result<String, LoginRefused> {
    let login = login.trim().to_lowercase();
    let now = office.now();
    let seconds = attempts.wait(&login, place, now);
    if seconds > 0 {
        return Err(LoginRefused::Wait { seconds });
    }
    let found = office.store().read(|tx| {
        let officer = store_accounts::find_by_login(tx, &login)?;
        let account = officer.as_ref().map(|officer| store_accounts::local_account(tx, &officer.id)).transpose()?;
        Ok::<_, StoreError>(officer.zip(account.flatten()))
    })?;
    let Some((officer, account)) = found.filter(|(officer, _)| !officer.closed) else {
        // Spend the time a wrong password costs, so that the answer does not tell who works here.
        accounts::hash(password)?;
        attempts.failed(&login, place, now);
        return Err(LoginRefused::Wrong);
    };
    if !accounts::matches(password, &account.password_hash) {
        attempts.failed(&login, place, now);
        return Err(LoginRefused::Wrong);
    }
    attempts.succeeded(&login, place);
    Ok(begin(office, &officer, client)?)
}

fn begin(office: &Office, officer: &Officer, client: &str) -> Result<String, OfficeError> {
    let token = hex(&random_bytes::<32>()?);
    let csrf = hex(&random_bytes::<16>()?);
    let actor = Actor {
        id: officer.id.clone(),
        name: officer.name.clone(),
        role: officer.role,
        sees_protected: officer.sees_protected,
    };
    office.change(&actor, |work| {
        let session = Session {
            token_hash: token_hash(&token),
            officer: officer.id.clone(),
            csrf: csrf.clone(),
            client: client.chars().take(200).collect(),
            began_at: work.now,
            seen_at: work.now,
            ends_at: work.now + IDLE,
        };
        store_sessions::delete_ended(work.tx, work.now - LONGEST)?;
        store_sessions::insert(work.tx, &session)?;
        work.note("login", About::thing(Thing::Account, &officer.id), String::new());
        Ok(())
    })?;
    Ok(token)
}

/// Whoever the token belongs to, if their session has not ended. A sign of life moves its end.
///
/// # Errors
/// When the store fails.
pub fn resume(office: &Office, token: &str) -> Result<Option<AtWork>, OfficeError> {
    let (hash, now) = (token_hash(token), office.now());
    let found = office.store().read(|tx| {
        let Some(session) = store_sessions::find(tx, &hash)?.filter(|session| session.ends_at > now) else {
            return Ok(None);
        };
        let officer = store_accounts::find(tx, &session.officer)?.filter(|officer| !officer.closed);
        let account = store_accounts::local_account(tx, &session.officer)?;
        let must_change_password = account.is_some_and(|account| account.must_change);
        Ok::<_, StoreError>(officer.map(|officer| AtWork { officer, session, must_change_password }))
    })?;
    let Some(mut at_work) = found else { return Ok(None) };
    if now - at_work.session.seen_at > TOUCH {
        extend(office, &mut at_work.session, now)?;
    }
    Ok(Some(at_work))
}

/// Moves the session's end: half an hour from now, but never past the longest day.
fn extend(office: &Office, session: &mut Session, now: Instant) -> Result<(), OfficeError> {
    session.seen_at = now;
    session.ends_at = (now + IDLE).min(session.began_at + LONGEST);
    let session = &*session;
    office.store().note(|tx| store_sessions::extend(tx, &session.token_hash, session.seen_at, session.ends_at))?;
    Ok(())
}

/// Ends one of the officer's own sessions.
///
/// # Errors
/// [`OfficeError::NotFound`] when it is not theirs.
pub fn end(office: &Office, actor: &Actor, token_hash: &str) -> Result<(), OfficeError> {
    office.change(actor, |work| {
        let own = store_sessions::find(work.tx, token_hash)?.filter(|session| session.officer == actor.id);
        if own.is_none() {
            return Err(OfficeError::NotFound);
        }
        store_sessions::delete(work.tx, token_hash)?;
        work.note("logout", About::thing(Thing::Account, &actor.id), String::new());
        Ok(())
    })
}

/// The officer's own sessions that have not ended, newest first.
///
/// # Errors
/// When the store fails.
pub fn own(office: &Office, actor: &Actor) -> Result<Vec<Session>, OfficeError> {
    let now = office.now();
    let sessions = office.store().read(|tx| store_sessions::of_officer(tx, &actor.id))?;
    Ok(sessions.into_iter().filter(|session| session.ends_at > now).collect())
}

fn token_hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}
