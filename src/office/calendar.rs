//! An officer's deadlines as a calendar feed, without personal data: numbers of cases and what is due.

use super::work::{self, Item};
use super::{About, Actor, Office, OfficeError};
use crate::access::{self, Action, Thing};
use crate::clock::Instant;
use crate::secrets::{hex, random_bytes};
use crate::store::accounts::{self, Officer};
use crate::store::calendar as store;
use sha2::{Digest, Sha256};

/// When one's own feed was made; `None` when there is none.
///
/// # Errors
/// When the actor has no cases.
pub fn made_at(office: &Office, actor: &Actor) -> Result<Option<Instant>, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    Ok(office.store().read(|tx| store::made_at(tx, &actor.id))?)
}

/// Makes a secret address for one's own feed and answers its token, which is shown once. An older address stops
/// working.
///
/// # Errors
/// When the actor has no cases, or the system no random numbers.
pub fn make(office: &Office, actor: &Actor) -> Result<String, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    let token = hex(&random_bytes::<32>()?);
    let hashed = hash(&token);
    office.change(actor, |work| {
        store::put(work.tx, &work.actor.id, &hashed, work.now)?;
        work.note("create", About::thing(Thing::Account, &work.actor.id), r#"{"after":{"calendar":true}}"#.to_owned());
        Ok(())
    })?;
    Ok(token)
}

/// Takes one's own feed away: its address no longer answers.
///
/// # Errors
/// When the actor has no cases.
pub fn end(office: &Office, actor: &Actor) -> Result<(), OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    office.change(actor, |work| {
        store::remove(work.tx, &work.actor.id)?;
        let details = r#"{"before":{"calendar":true},"after":{"calendar":false}}"#.to_owned();
        work.note("change", About::thing(Thing::Account, &work.actor.id), details);
        Ok(())
    })
}

/// What stands behind a secret address: whose it is, and each of their cases by number with what is due.
/// Nobody's data is in it, so reading it leaves no trace.
///
/// # Errors
/// [`OfficeError::NotFound`] when the address leads nowhere, or its officer no longer has cases.
pub fn feed(office: &Office, token: &str) -> Result<(Officer, Vec<(String, Item)>), OfficeError> {
    let (hashed, today) = (hash(token), office.today());
    office.store().read(|tx| {
        let officer = store::officer_of(tx, &hashed)?.ok_or(OfficeError::NotFound)?;
        let officer = accounts::find(tx, &officer)?.ok_or(OfficeError::NotFound)?;
        if officer.closed || access::may(officer.role, Action::Look, Thing::Case).is_err() {
            return Err(OfficeError::NotFound);
        }
        let deadlines = work::deadlines(tx, &officer.id, today)?;
        Ok((officer, deadlines))
    })
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}
