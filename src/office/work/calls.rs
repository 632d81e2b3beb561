//! What calls for somebody beside the cases: decisions, appeals, offers and leases. Worked out once between two
//! changes of facts, since whoever works looks at it all day.

use super::Whose;
use crate::access::{Action, Thing};
use crate::office::appeals::{self, Due, DueWhat};
use crate::office::{Actor, Office, OfficeError, offers};
use crate::store::overview::lease_ends;
use crate::store::work::{Filter, Label, labels};
use crate::store::{StoreError, Tx, accounts};
use housing::Date;
use housing::tenancies::LeaseWindow;
use std::collections::HashMap;
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
    /// Of the cases of all that is named.
    pub labels: HashMap<String, Label>,
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
    fn named(&self) -> impl Iterator<Item = &str> {
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

/// Whose work is asked for, and what it is narrowed to.
type Asked<'a> = (&'a Whose, &'a Filter);

/// What calls for the actor today, as far as the actor may see it.
pub(super) fn calls(office: &Office, actor: &Actor, asked: Asked<'_>, today: Date) -> Result<Arc<Calls>, OfficeError> {
    let (whose, filter) = asked;
    let question = format!("work calls {today} {} {:?} {whose:?} {filter:?}", actor.id, actor.role);
    office.remembered(&question, |tx| {
        let mut calls = decided(tx, actor, asked, today)?;
        calls.offers = Call::of(offered(tx, actor, whose, today)?);
        if actor.may(Action::Look, Thing::Tenancy).is_ok() {
            calls.reviews = Some(reviews(tx, today, actor.sees_protected)?);
        }
        let named: Vec<&str> = calls.named().collect();
        calls.labels = labels(tx, &named)?;
        Ok(Arc::new(calls))
    })
}

/// The decisions that wait for the actor's signature, those to look at again and to finish, and what is due with
/// appeals: of the officer, the unit or the whole office, as it was asked.
fn decided(tx: &mut Tx<'_>, actor: &Actor, (whose, filter): Asked<'_>, today: Date) -> Result<Calls, OfficeError> {
    let may_look = actor.may(Action::Look, Thing::Decision).and_then(|()| actor.may(Action::Look, Thing::Appeal));
    if may_look.is_err() {
        return Ok(Calls::default());
    }
    let may_sign = actor.may(Action::Change, Thing::Decision).is_ok();
    let (mut to_sign, mut to_review, mut to_finish, mut appeals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let own_unit = accounts::find(tx, &actor.id)?.and_then(|officer| officer.unit);
    let asked_for = |due: &Due| match whose {
        Whose::Mine => is_own(due, actor, own_unit.as_deref()),
        Whose::MyUnit | Whose::Everybody => is_narrowed_to(due, filter),
    };
    for due in appeals::due_on(tx, actor, today)?.into_iter().filter(asked_for) {
        match due.what {
            DueWhat::Approval if may_sign && !due.not_officers.contains(&actor.id) => to_sign.push(due),
            DueWhat::Approval => {}
            DueWhat::Review => to_review.push(due),
            DueWhat::Returned | DueWhat::Unsent => to_finish.push(due),
            DueWhat::ForwardBy | DueWhat::Appeal(_) => appeals.push(due),
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
        due.retain(|due| due.officer.as_ref().is_none_or(|officer| *officer == actor.id));
    }
    Ok(due)
}

/// Whether it is one's own work: one is to do it, or has the case, or nobody is to do it yet and one may, in one's own
/// unit or where no unit has the case. A signature is asked of everybody who may give it.
fn is_own(due: &Due, actor: &Actor, own_unit: Option<&str>) -> bool {
    if let Some(officer) = &due.officer {
        return *officer == actor.id;
    }
    let may = !due.not_officers.contains(&actor.id);
    let of_unit = due.what == DueWhat::Approval || due.unit.is_none() || due.unit.as_deref() == own_unit;
    due.has_case.as_ref() == Some(&actor.id) || may && of_unit
}

/// Whether it is in the unit, and the officer's whose work is asked for. A signature is nobody's in particular.
fn is_narrowed_to(due: &Due, filter: &Filter) -> bool {
    let of_unit = filter.unit.as_ref().is_none_or(|unit| due.unit.as_deref().unwrap_or_default() == unit);
    let of_officer = filter.officer.is_none() || due.officer == filter.officer;
    of_unit && (due.what == DueWhat::Approval || of_officer && !(filter.nobodys && due.officer.is_some()))
}

/// As far as the reader may see them: the leases that end until three months from today, or have ended while somebody lives there still.
fn reviews(tx: &mut Tx<'_>, today: Date, with_protected: bool) -> Result<Reviews, StoreError> {
    let mut reviews = Reviews::default();
    for ends in lease_ends(tx, today, with_protected)? {
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
