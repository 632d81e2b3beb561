//! Officers and their accounts: founding the office, passwords, who works here.

mod staff;

pub use staff::{ChangedAccount, change_account, choose_language, find, list, reset_password};

use super::{About, Actor, Office, OfficeError, Problem, new_id};
use crate::access::{Action, Role, Thing};
use crate::clock::Clock;
use crate::secrets::{KeyError, Secrets, random_bytes};
use crate::store::accounts::{LocalAccount, Officer};
use crate::store::{Store, StoreError, accounts, journal, settings};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use zeroize::Zeroizing;

/// The shortest password taken; length is what protects.
pub const SHORTEST_PASSWORD: usize = 12;

/// What the first administrator logs in with.
pub struct FirstLogin {
    pub login: String,
    pub password: Zeroizing<String>,
}

/// Founds a municipality in an empty store, with a first administrator who must choose a new
/// password at the first login.
///
/// # Errors
/// When the store has a municipality already.
pub fn found(store: &Store, secrets: &Secrets, clock: Clock, municipality: &str) -> Result<FirstLogin, OfficeError> {
    let password = one_time_password()?;
    let administrator = Officer {
        id: new_id(),
        login: "admin".to_owned(),
        name: "Administrator".to_owned(),
        role: Role::Administrator,
        unit: None,
        sees_protected: false,
        language: "nb".to_owned(),
        closed: false,
        version: 1,
    };
    let account = LocalAccount { password_hash: hash(&password)?, must_change: true };
    let now = clock.now();
    store.write(|tx| {
        settings::found_municipality(tx, municipality, now)?;
        journal::begin(tx)?;
        settings::set(tx, super::KEY_CHECK, secrets.check())?;
        accounts::insert(tx, &administrator)?;
        super::rule_sets::begin(tx, now)?;
        accounts::set_password(tx, &administrator.id, &account, now)?;
        let about = About::thing(Thing::Account, &administrator.id);
        journal::append(tx, &[super::entry(&Actor::operator(), now, "create", about, String::new())])?;
        Ok::<(), OfficeError>(())
    })?;
    Ok(FirstLogin { login: administrator.login, password })
}

/// A new officer as an administrator enters them.
#[derive(Clone, Debug)]
pub struct NewOfficer {
    pub login: String,
    pub name: String,
    pub role: Role,
    pub unit: Option<String>,
    pub sees_protected: bool,
}

/// Makes an account with a one-time password, which is the answer.
///
/// # Errors
/// When the actor may not, or the login is taken.
pub fn open_account(office: &Office, actor: &Actor, new: &NewOfficer) -> Result<Zeroizing<String>, OfficeError> {
    let password = one_time_password()?;
    open_account_with(office, actor, new, &password, true)?;
    Ok(password)
}

/// Makes an account with a given password; for demos and tests.
///
/// # Errors
/// As [`open_account`].
pub fn open_account_with(
    office: &Office,
    actor: &Actor,
    new: &NewOfficer,
    password: &str,
    must_change: bool,
) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Account)?;
    let officer = Officer {
        id: new_id(),
        login: new.login.trim().to_lowercase(),
        name: new.name.trim().to_owned(),
        role: new.role,
        unit: new.unit.clone(),
        sees_protected: new.sees_protected,
        language: "nb".to_owned(),
        closed: false,
        version: 1,
    };
    let problems = account_problems(&officer);
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    let account = LocalAccount { password_hash: hash(password)?, must_change };
    office.change(actor, |work| {
        accounts::insert(work.tx, &officer).map_err(taken)?;
        accounts::set_password(work.tx, &officer.id, &account, work.now)?;
        let details = serde_json::json!({"after": {"login": officer.login, "role": officer.role.code()}});
        work.note("create", About::thing(Thing::Account, &officer.id), details.to_string());
        Ok(officer.id.clone())
    })
}

fn account_problems(officer: &Officer) -> Vec<Problem> {
    let mut problems = Vec::new();
    if officer.login.is_empty() || officer.login.contains(char::is_whitespace) {
        problems.push(Problem::plain("login", "account-login-needed"));
    }
    if officer.name.is_empty() {
        problems.push(Problem::plain("name", "account-name-needed"));
    }
    problems
}

fn taken(error: StoreError) -> OfficeError {
    match error {
        StoreError::Constraint { .. } => OfficeError::Invalid(vec![Problem::plain("login", "account-login-taken")]),
        other => other.into(),
    }
}

/// Changes one's own password: the old one must be right, the new one long enough and another.
/// Every other session of the officer ends.
///
/// # Errors
/// [`OfficeError::Invalid`] names each field that is wrong.
pub fn change_password(
    office: &Office,
    actor: &Actor,
    keep_session: &str,
    old: &str,
    new: &str,
) -> Result<(), OfficeError> {
    let known = office.store().read(|tx| accounts::local_account(tx, &actor.id))?.ok_or(OfficeError::NotFound)?;
    let mut problems = Vec::new();
    if !matches(old, &known.password_hash) {
        problems.push(Problem::plain("old", "password-old-wrong"));
    }
    if new.chars().count() < SHORTEST_PASSWORD {
        problems.push(Problem {
            field: "new",
            text: "password-too-short",
            facts: vec![("shortest", SHORTEST_PASSWORD.to_string())],
        });
    } else if new == old {
        problems.push(Problem::plain("new", "password-same"));
    }
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    let account = LocalAccount { password_hash: hash(new)?, must_change: false };
    office.change(actor, |work| {
        accounts::set_password(work.tx, &actor.id, &account, work.now)?;
        crate::store::sessions::delete_others(work.tx, &actor.id, keep_session)?;
        work.note("change", About::thing(Thing::Account, &actor.id), r#"{"what":"password"}"#.to_owned());
        Ok(())
    })
}

/// A password to be used once: 20 letters and digits that are not mistaken for each other.
fn one_time_password() -> Result<Zeroizing<String>, KeyError> {
    const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz123456789";
    let bytes = Zeroizing::new(random_bytes::<20>()?);
    Ok(Zeroizing::new(bytes.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect()))
}

/// The Argon2id hash a password is kept as.
pub(super) fn hash(password: &str) -> Result<String, OfficeError> {
    let hashed = Argon2::default().hash_password(password.as_bytes());
    hashed.map(|hash| hash.to_string()).map_err(|_| OfficeError::Key(KeyError::NoRandomness))
}

/// Whether `password` is the one that was hashed.
pub(super) fn matches(password: &str, hash: &str) -> bool {
    Argon2::default().verify_password(password.as_bytes(), hash).is_ok()
}
