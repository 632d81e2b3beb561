//! What calls for somebody beside the cases: decisions, appeals, offers and leases. Worked out once between two
//! changes of facts, since whoever works looks at it all day.

use super::Whose;
use crate::access::{Action, Thing};
use crate::office::appeals::{self, Due, DueWhat};
use crate::office::{Actor, Office, OfficeError, offers};
use crate::store::overview::lease_ends;
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::tenancies::LeaseWindow;
use std::sync::Arc;

/// Everything that calls for an officer beside the cases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calls {
    /// Decisions that wait for a signature, other than those the actor wrote.
    pub to_sign: Call<Due>,
    /// Decisions to look at again.
    pub to_review: Call<Due>,
    /// Decisions that were sent back, and signed ones whose letters have not left.
    pub to_finish: Call<Due>,
    pub appeals: Call<Due>,
    pub offers: Call<offers::Due>,
    /// Leases to look at again; nothing for those who have no use for tenancies.
    pub reviews: Option<Reviews>,
}

/// Things of one sort that wait: how many, and the most pressing of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call<T> {
    pub count: usize,
    pub first: Vec<T>,
}

impl<T> Default for Call<T> {
    fn default() -> Self {
        Self { count: 0, first: Vec::new() }
    }
}

/// The most things of one sort that the list names one by one.
const NAMED: usize = 20;

impl<T> Call<T> {
    fn of(mut due: Vec<T>) -> Self {
        let count = due.len();
        due.truncate(NAMED);
        Self { count, first: due }
    }
}

impl Calls {
    /// The cases of what is named.
    pub(super) fn named(&self) -> impl Iterator<Item = &str> {
        let decided = [&self.to_sign, &self.to_review, &self.to_finish, &self.appeals];
        let decided = decided.into_iter().flat_map(|call| &call.first).map(|due| due.case.as_str());
        decided.chain(self.offers.first.iter().map(|due| due.case.as_str()))
    }
}

/// Tenancies whose lease has run out, and those where it does within three months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reviews {
    pub expired: i64,
    pub ending: i64,
}

/// What calls for the actor today, as far as the actor may see it.
pub(super) fn calls(office: &Office, actor: &Actor, whose: &Whose, today: Date) -> Result<Arc<Calls>, OfficeError> {
    let question = format!("work calls {today} {} {:?} {} {whose:?}", actor.id, actor.role, actor.sees_protected);
    office.remembered(&question, |tx| {
        let mut calls = decided(tx, actor, whose, today)?;
        calls.offers = Call::of(offered(tx, actor, whose, today)?);
        if actor.may(Action::Look, Thing::Tenancy).is_ok() {
            calls.reviews = Some(reviews(tx, today)?);
        }
        Ok(Arc::new(calls))
    })
}

/// The decisions that wait for the actor's signature, those to look at again and to finish (in one's own cases
/// and those nobody has, when one asks for one's own work), and what is due with appeals.
fn decided(tx: &mut Tx<'_>, actor: &Actor, whose: &Whose, today: Date) -> Result<Calls, OfficeError> {
    let may_look = actor.may(Action::Look, Thing::Decision).and_then(|()| actor.may(Action::Look, Thing::Appeal));
    if may_look.is_err() {
        return Ok(Calls::default());
    }
    let may_sign = actor.may(Action::Change, Thing::Decision).is_ok();
    let (mut to_sign, mut to_review, mut to_finish, mut appeals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for due in appeals::due_on(tx, actor, today)? {
        match due.what {
            DueWhat::Approval if may_sign && !due.not_officers.contains(&actor.id) => to_sign.push(due),
            DueWhat::Approval => {}
            DueWhat::Review => to_review.push(due),
            DueWhat::Returned | DueWhat::Unsent => to_finish.push(due),
            DueWhat::ForwardBy | DueWhat::Appeal(_) => appeals.push(due),
        }
    }
    if *whose == Whose::Mine {
        for due in [&mut to_review, &mut to_finish] {
            due.retain(|due| own_or_nobodys(due.officer.as_ref(), actor));
        }
    }
    Ok(Calls {
        to_sign: Call::of(to_sign),
        to_review: Call::of(to_review),
        to_finish: Call::of(to_finish),
        appeals: Call::of(appeals),
        ..Calls::default()
    })
}

/// What is due with offers: in one's own cases and those nobody has, when one asks for one's own work.
fn offered(tx: &mut Tx<'_>, actor: &Actor, whose: &Whose, today: Date) -> Result<Vec<offers::Due>, OfficeError> {
    if actor.may(Action::Look, Thing::Offer).is_err() {
        return Ok(Vec::new());
    }
    let mut due = offers::due_of(tx, actor.sees_protected, today)?;
    if *whose == Whose::Mine {
        due.retain(|due| own_or_nobodys(due.officer.as_ref(), actor));
    }
    Ok(due)
}

fn own_or_nobodys(officer: Option<&String>, actor: &Actor) -> bool {
    officer.is_none_or(|officer| *officer == actor.id)
}

/// The leases that end until three months from today, or have ended while somebody lives there still.
fn reviews(tx: &mut Tx<'_>, today: Date) -> Result<Reviews, StoreError> {
    let mut reviews = Reviews::default();
    for ends in lease_ends(tx, today)? {
        match ends.until {
            Some(until) if until < today => reviews.expired += ends.tenancies,
            Some(until) if LeaseWindow::of(until, today) == Some(LeaseWindow::Within3Months) => {
                reviews.ending += ends.tenancies;
            }
            Some(_) | None => {}
        }
    }
    Ok(reviews)
}
