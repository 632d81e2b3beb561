//! An officer's deadlines as a calendar feed, without personal data: numbers of cases and what is due.

use super::appeals::{self, DueWhat};
use super::work::{self, Item};
use super::{About, Actor, Office, OfficeError};
use crate::access::{self, Action, Thing};
use crate::clock::Instant;
use crate::secrets::{hex, random_bytes};
use crate::store::accounts::{self, Officer};
use crate::store::{Tx, calendar as store, decisions, work as work_store};
use housing::Date;
use housing::cases::CaseDue;
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

/// Something that is due in one of an officer's cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub case: String,
    pub number: String,
    /// The key of its text.
    pub what: &'static str,
    pub day: Date,
}

/// What stands behind a secret address: whose it is, and what is due in their cases, in the appeals they handle and with
/// the decisions they are to look at again. Nobody's data is in it, so reading it leaves no trace.
///
/// # Errors
/// [`OfficeError::NotFound`] when the address leads nowhere, or its officer no longer has cases.
pub fn feed(office: &Office, token: &str) -> Result<(Officer, Vec<Entry>), OfficeError> {
    let (hashed, today) = (hash(token), office.today());
    office.store().read(|tx| {
        let officer = store::officer_of(tx, &hashed)?.ok_or(OfficeError::NotFound)?;
        let officer = accounts::find(tx, &officer)?.ok_or(OfficeError::NotFound)?;
        if officer.closed || access::may(officer.role, Action::Look, Thing::Case).is_err() {
            return Err(OfficeError::NotFound);
        }
        let mut entries: Vec<Entry> =
            work::deadlines(tx, &officer.id, today)?.iter().flat_map(|one| of_case(one, &officer.id)).collect();
        entries.extend(of_decisions(tx, &officer, today)?);
        Ok((officer, entries))
    })
}

/// What is due in the officer's own case, and the day to ask about one on hold.
fn of_case((number, item): &(String, Item), officer: &str) -> Vec<Entry> {
    let own = |whose: &str| whose == officer;
    let due = item.due.filter(|_| item.open.officer.as_deref().is_some_and(own)).map(|due| match due {
        CaseDue::Answer { .. } => ("calendar-answer", due.target()),
        CaseDue::Promise { .. } => ("calendar-promise", due.target()),
    });
    let hold = item.open.hold.as_ref().filter(|hold| own(&hold.officer)).map(|hold| ("calendar-hold", hold.until));
    let entry = |(what, day)| Entry { case: item.open.id.clone(), number: number.clone(), what, day };
    due.into_iter().chain(hold).map(entry).collect()
}

fn of_decisions(tx: &mut Tx<'_>, officer: &Officer, today: Date) -> Result<Vec<Entry>, OfficeError> {
    let actor = Actor {
        id: officer.id.clone(),
        name: officer.name.clone(),
        role: officer.role,
        sees_protected: officer.sees_protected,
    };
    let own = |whose: &Option<String>| whose.as_deref() == Some(officer.id.as_str());
    let appeals = appeals::due_on(tx, &actor, today)?.into_iter().filter(|due| due.what != DueWhat::Review);
    let appeals = appeals.filter(|due| own(&due.officer)).map(|due| (due.case, due.what.text_key(), due.day));
    let reviews = decisions::to_review(tx, Date::MAX, !officer.sees_protected)?.into_iter();
    let reviews = reviews.filter(|review| own(&review.officer)).map(|review| (review.case, "due-review", review.on));
    let due: Vec<(String, &'static str, Date)> = appeals.chain(reviews).collect();
    let labels = work_store::labels(tx, &due.iter().map(|(case, _, _)| case.as_str()).collect::<Vec<_>>())?;
    let entry = |(case, what, day): (String, &'static str, Date)| {
        let (number, _) = labels.get(&case)?;
        Some(Entry { number: number.clone(), case, what, day })
    };
    Ok(due.into_iter().filter_map(entry).collect())
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}
