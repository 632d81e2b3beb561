//! What an administrator does with the accounts of others: changing, closing, new passwords.

use super::{account_problems, hash, one_time_password};
use crate::access::{Action, Role, Thing};
use crate::office::{About, Actor, Office, OfficeError, Problem};
use crate::store::accounts::{LocalAccount, Officer};
use crate::store::{StoreError, Tx, accounts, sessions, units};
use zeroize::Zeroizing;

/// Everybody who works or worked here.
///
/// # Errors
/// When the actor may not see accounts.
pub fn list(office: &Office, actor: &Actor) -> Result<Vec<Officer>, OfficeError> {
    actor.may(Action::Look, Thing::Account)?;
    Ok(office.store().read(accounts::officers)?)
}

/// One officer.
///
/// # Errors
/// When the actor may not see accounts, or there is no such officer.
pub fn find(office: &Office, actor: &Actor, id: &str) -> Result<Officer, OfficeError> {
    actor.may(Action::Look, Thing::Account)?;
    office.store().read(|tx| accounts::find(tx, id))?.ok_or(OfficeError::NotFound)
}

/// An account as an administrator wants it to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedAccount {
    pub id: String,
    /// The version that was changed.
    pub version: i64,
    pub name: String,
    pub role: Role,
    pub unit: Option<String>,
    pub sees_protected: bool,
    pub closed: bool,
}

/// Saves a changed account. Whoever gets another role or is closed out is logged out everywhere.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody else saved first; [`OfficeError::Invalid`] when the change
/// would give administrators more rights, or take the account they sit in from them.
pub fn change_account(office: &Office, actor: &Actor, wanted: &ChangedAccount) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Account)?;
    office.change(actor, |work| {
        let before = accounts::find(work.tx, &wanted.id)?.ok_or(OfficeError::NotFound)?;
        let after = Officer {
            version: wanted.version,
            name: wanted.name.trim().to_owned(),
            role: wanted.role,
            unit: wanted.unit.clone(),
            sees_protected: wanted.sees_protected,
            closed: wanted.closed,
            ..before.clone()
        };
        if after.version != before.version {
            return Err(OfficeError::Stale);
        }
        let mut problems = account_problems(&after);
        problems.extend(own_account_problem(actor, &before, &after));
        if !problems.is_empty() {
            return Err(OfficeError::Invalid(problems));
        }
        if !accounts::update(work.tx, &after)? {
            return Err(OfficeError::Stale);
        }
        if rights(&before) != rights(&after) {
            sessions::delete_others(work.tx, &after.id, "")?;
        }
        let details = serde_json::json!({"before": as_facts(work.tx, &before)?, "after": as_facts(work.tx, &after)?});
        work.note("change", About::thing(Thing::Account, &after.id), details.to_string());
        Ok(())
    })
}

/// What an account may: when this changes, whoever is logged in must log in again.
const fn rights(officer: &Officer) -> (Role, bool, bool) {
    (officer.role, officer.sees_protected, officer.closed)
}

/// Nobody gives themselves rights, or shuts themselves out by mistake.
fn own_account_problem(actor: &Actor, before: &Officer, after: &Officer) -> Option<Problem> {
    let own = actor.id == before.id && rights(before) != rights(after);
    own.then(|| Problem::plain("role", "account-own-rights"))
}

/// What the journal tells of an account; its unit by the name it had then.
fn as_facts(tx: &mut Tx<'_>, officer: &Officer) -> Result<serde_json::Value, StoreError> {
    let unit = units::all(tx)?.into_iter().find(|unit| Some(&unit.id) == officer.unit.as_ref());
    Ok(serde_json::json!({
        "name": officer.name,
        "role": officer.role.code(),
        "unit": unit.map(|unit| unit.name),
        "sees_protected": officer.sees_protected,
        "closed": officer.closed,
    }))
}

/// Gives an officer a new one-time password, which is the answer, and logs them out everywhere.
///
/// # Errors
/// When the actor may not, or there is no such officer.
pub fn reset_password(office: &Office, actor: &Actor, id: &str) -> Result<Zeroizing<String>, OfficeError> {
    actor.may(Action::Change, Thing::Account)?;
    let password = one_time_password()?;
    let account = LocalAccount { password_hash: hash(&password)?, must_change: true };
    office.change(actor, |work| {
        let officer = accounts::find(work.tx, id)?.ok_or(OfficeError::NotFound)?;
        accounts::set_password(work.tx, &officer.id, &account, work.now)?;
        sessions::delete_others(work.tx, &officer.id, "")?;
        work.note("change", About::thing(Thing::Account, &officer.id), r#"{"what":"new password"}"#.to_owned());
        Ok(())
    })?;
    Ok(password)
}

/// Chooses the language of one's own pages.
///
/// # Errors
/// When the store fails.
pub fn choose_language(office: &Office, actor: &Actor, language: crate::texts::Language) -> Result<(), OfficeError> {
    office.change(actor, |work| {
        let mut officer = accounts::find(work.tx, &actor.id)?.ok_or(OfficeError::NotFound)?;
        language.code().clone_into(&mut officer.language);
        if !accounts::update(work.tx, &officer)? {
            return Err(OfficeError::Stale);
        }
        work.note("change", About::thing(Thing::Account, &actor.id), r#"{"what":"language"}"#.to_owned());
        Ok(())
    })
}
