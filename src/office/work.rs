//! The work list: what is due, what is late, what waits for whom, worked out for today.

use super::appeals::{self, Due, DueWhat};
use super::cases::Colleagues;
use super::{About, Actor, Office, OfficeError, cases, changes, expected, offers};
use crate::access::{Action, Role, Thing};
use crate::store::overview::lease_ends;
use crate::store::work::{self as store, Filter, Label, Open};
use crate::store::{Slice, StoreError, accounts};
use housing::Date;
use housing::cases::{Case, CaseDue, InterimAnswer, WorkGroup, work_groups};
use housing::decisions::DecisionKind;
use housing::tenancies::LeaseWindow;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Whose work is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    Mine,
    MyUnit,
    Everybody,
}

impl Whose {
    /// What an officer of this role sees first.
    pub const fn first(role: Role) -> Self {
        match role {
            Role::Caseworker => Self::Mine,
            Role::FollowUpWorker
            | Role::AllocationMember
            | Role::Leader
            | Role::PropertyManager
            | Role::Administrator
            | Role::Auditor
            | Role::Operator => Self::Everybody,
        }
    }
}

/// What the list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub whose: Whose,
    pub group: Option<WorkGroup>,
    /// One officer's, among everybody's.
    pub officer: Option<String>,
    pub unit: Option<String>,
    pub kind: Option<DecisionKind>,
}

/// A case on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub open: Open,
    pub due: Option<CaseDue>,
    /// Days since it came in.
    pub age: i32,
    /// What calls for somebody, the most pressing first.
    pub groups: Vec<WorkGroup>,
}

/// How much somebody has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// `None` is what nobody has.
    pub officer: Option<String>,
    pub open: usize,
    pub late: usize,
    pub on_hold: usize,
    /// Days since the oldest came in.
    pub oldest: i32,
}

/// The work list, a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    pub items: Vec<Item>,
    pub labels: HashMap<String, Label>,
    /// How many match.
    pub total: usize,
    /// How many there are in each group, and in all, whatever group was asked for.
    pub counts: BTreeMap<WorkGroup, usize>,
    pub all: usize,
    pub loads: Vec<Load>,
    /// Decisions that wait for a signature, other than those the actor wrote; the longest first.
    pub to_sign: Vec<Due>,
    /// What is due with appeals, the most pressing first.
    pub appeals: Vec<Due>,
    /// Decisions to look at again, the longest due first.
    pub to_review: Vec<Due>,
    /// Decisions that were sent back, and signed ones whose letters have not left, the longest first.
    pub to_finish: Vec<Due>,
    /// Tenancies whose lease has run out, and those where it does within three months: somebody must look at
    /// them again. Nothing for those who have no use for tenancies.
    pub reviews: Option<Reviews>,
    /// Those who are expected soon, or whose day has passed.
    pub expected: Vec<expected::Listed>,
    /// What is due with offers of homes, the most pressing first.
    pub offers: Vec<offers::Due>,
    pub colleagues: Colleagues,
}

/// The most of what waits for a signature, and of appeals, that the list names one by one.
pub const NAMED: usize = 20;

/// Leases that somebody must look at again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reviews {
    pub expired: i64,
    pub ending: i64,
}

/// The leases that end until three months from today, or have ended while somebody lives there still.
fn reviews(office: &Office, today: Date) -> Result<Reviews, StoreError> {
    office.remembered(&format!("work reviews {today}"), |tx| {
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
    })
}

/// The work list for today; the trace tells what was asked for.
///
/// # Errors
/// When the actor may not look at cases.
pub fn list(office: &Office, actor: &Actor, asked: &Asked, slice: Slice) -> Result<List, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    let today = office.today();
    let reviews = actor.may(Action::Look, Thing::Tenancy).ok().map(|()| reviews(office, today)).transpose()?;
    let filter = office.store().read(|tx| filter(tx, actor, asked))?;
    let gathered = gathered(office, &filter, today)?;
    let (skipped, most) = (usize::try_from(slice.offset), usize::try_from(slice.most));
    let matching = gathered.items.iter().filter(|item| asked.group.is_none_or(|group| item.groups.contains(&group)));
    let part = matching.skip(skipped.unwrap_or(usize::MAX)).take(most.unwrap_or(usize::MAX));
    let items: Vec<Item> = part.cloned().collect();
    let all = gathered.items.len();
    let total = asked.group.map_or(all, |group| gathered.counts.get(&group).copied().unwrap_or_default());
    let list = office.store().read(|tx| {
        let Calls { to_sign, to_review, to_finish, appeals } = calls(tx, actor, asked, today)?;
        let offers = offers_due(tx, actor, asked, today)?;
        let shown = items.iter().map(|item| item.open.id.as_str());
        let called = [&to_sign, &to_review, &to_finish, &appeals].into_iter().flat_map(|due| due.iter().take(NAMED));
        let called = called.map(|due| due.case.as_str());
        let offered = offers.iter().map(|due| due.case.as_str());
        let labels = store::labels(tx, &shown.chain(called).chain(offered).collect::<Vec<_>>())?;
        let colleagues = Colleagues::read(tx)?;
        let expected = expected::due(office, tx, actor, filter.officer.as_deref())?;
        Ok::<_, OfficeError>(List {
            items: items.clone(),
            labels,
            total,
            counts: gathered.counts.clone(),
            all,
            loads: gathered.loads.clone(),
            to_sign,
            to_review,
            to_finish,
            appeals,
            reviews,
            expected,
            offers,
            colleagues,
        })
    })?;
    let details = json!({"filter": changes::asked(&filter), "from": slice.offset, "rows": list.items.len()});
    office.looked(actor, About::thing(Thing::Case, ""), details.to_string())?;
    Ok(list)
}

/// The open cases that a filter finds, worked out for a day: the most pressing first.
struct Gathered {
    items: Vec<Item>,
    counts: BTreeMap<WorkGroup, usize>,
    loads: Vec<Load>,
}

fn gathered(office: &Office, filter: &Filter, today: Date) -> Result<Arc<Gathered>, StoreError> {
    office.remembered(&format!("work {today} {filter:?}"), |tx| {
        let items = store::open_cases(tx, filter)?.into_iter().map(|open| item(open, today));
        let mut items: Vec<Item> = items.collect();
        items.sort_by_key(|item| (item.due.map(CaseDue::due), item.open.received));
        let mut counts = BTreeMap::new();
        for group in items.iter().flat_map(|item| &item.groups) {
            *counts.entry(*group).or_insert(0) += 1;
        }
        let loads = loads(&items);
        Ok::<_, StoreError>(Arc::new(Gathered { items, counts, loads }))
    })
}

fn filter(tx: &mut crate::store::Tx<'_>, actor: &Actor, asked: &Asked) -> Result<Filter, StoreError> {
    let mut filter = Filter {
        officer: asked.officer.clone(),
        unit: asked.unit.clone(),
        kind: asked.kind,
        sees_protected: actor.sees_protected,
        ..Filter::default()
    };
    match asked.whose {
        Whose::Mine => filter.officer = Some(actor.id.clone()),
        Whose::MyUnit => {
            let own = accounts::find(tx, &actor.id)?.and_then(|officer| officer.unit);
            // Somebody without a unit shares the cases that no unit has.
            filter.unit = Some(own.unwrap_or_default());
        }
        Whose::Everybody => {}
    }
    if filter.officer.as_deref() == Some(NOBODY) {
        filter.officer = None;
        filter.nobodys = true;
    }
    Ok(filter)
}

/// What calls for somebody with decisions and appeals.
#[derive(Default)]
struct Calls {
    to_sign: Vec<Due>,
    to_review: Vec<Due>,
    to_finish: Vec<Due>,
    appeals: Vec<Due>,
}

/// The decisions that wait for the actor's signature, those to look at again and to finish (in one's own cases
/// and those nobody has, when one asks for one's own work), and what is due with appeals.
fn calls(tx: &mut crate::store::Tx<'_>, actor: &Actor, asked: &Asked, today: Date) -> Result<Calls, OfficeError> {
    let may_look = actor.may(Action::Look, Thing::Decision).and_then(|()| actor.may(Action::Look, Thing::Appeal));
    let mut calls = Calls::default();
    if may_look.is_err() {
        return Ok(calls);
    }
    let may_sign = actor.may(Action::Change, Thing::Decision).is_ok();
    for due in appeals::due_on(tx, actor, today)? {
        match due.what {
            DueWhat::Approval if may_sign && !due.not_officers.contains(&actor.id) => calls.to_sign.push(due),
            DueWhat::Approval => {}
            DueWhat::Review => calls.to_review.push(due),
            DueWhat::Returned | DueWhat::Unsent => calls.to_finish.push(due),
            DueWhat::ForwardBy | DueWhat::Appeal(_) => calls.appeals.push(due),
        }
    }
    if asked.whose == Whose::Mine {
        for due in [&mut calls.to_review, &mut calls.to_finish] {
            due.retain(|due| due.officer.as_ref().is_none_or(|officer| *officer == actor.id));
        }
    }
    Ok(calls)
}

/// The most offers that the list names one by one.
const MOST_OFFERS: usize = 20;

/// What is due with offers: in one's own cases and those nobody has, when one asks for one's own work.
fn offers_due(
    tx: &mut crate::store::Tx<'_>,
    actor: &Actor,
    asked: &Asked,
    today: Date,
) -> Result<Vec<offers::Due>, OfficeError> {
    if actor.may(Action::Look, Thing::Offer).is_err() {
        return Ok(Vec::new());
    }
    let mut due = offers::due_of(tx, actor.sees_protected, today)?;
    if asked.whose == Whose::Mine {
        due.retain(|due| due.officer.as_ref().is_none_or(|officer| *officer == actor.id));
    }
    due.truncate(MOST_OFFERS);
    Ok(due)
}

/// Stands for no officer where one is chosen.
pub const NOBODY: &str = "-";

fn item(open: Open, today: Date) -> Item {
    let interim = open.interim_sent.zip(open.promised).map(|(sent, expected)| InterimAnswer { sent, expected });
    let case = Case { interim_answers: interim.into_iter().collect(), ..Case::open(open.kind, open.received) };
    let until = open.hold.map(|(until, _, _)| until);
    Item {
        due: case.due(),
        age: case.age(today),
        groups: work_groups(&case, open.officer.is_some(), until, today),
        open,
    }
}

/// Everybody's load, those with most late first.
fn loads(items: &[Item]) -> Vec<Load> {
    let mut loads: BTreeMap<Option<&str>, Load> = BTreeMap::new();
    for item in items {
        let officer = item.open.officer.as_deref();
        let load = loads.entry(officer).or_default();
        load.officer = officer.map(str::to_owned);
        load.open += 1;
        load.late += usize::from(item.groups.contains(&WorkGroup::Late));
        load.on_hold += usize::from(item.open.hold.is_some());
        load.oldest = load.oldest.max(item.age);
    }
    let mut loads: Vec<Load> = loads.into_values().collect();
    loads.sort_by_key(|load| (std::cmp::Reverse(load.late), std::cmp::Reverse(load.open)));
    loads
}

/// What is due in an officer's own cases, for their calendar: the number of the case and the days, no person.
pub(in crate::office) fn deadlines(
    tx: &mut crate::store::Tx<'_>,
    officer: &str,
    today: Date,
) -> Result<Vec<(String, Item)>, StoreError> {
    let filter = Filter { officer: Some(officer.to_owned()), sees_protected: true, ..Filter::default() };
    let items: Vec<Item> = store::open_cases(tx, &filter)?.into_iter().map(|open| item(open, today)).collect();
    let ids: Vec<&str> = items.iter().map(|item| item.open.id.as_str()).collect();
    let labels = store::labels(tx, &ids)?;
    let number = |item: Item| labels.get(&item.open.id).map(|(number, _)| (number.clone(), item.clone()));
    Ok(items.iter().cloned().filter_map(number).collect())
}

/// How many of several cases were given, and how many somebody else had changed meanwhile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given {
    pub done: usize,
    pub stale: usize,
}

/// Gives several cases to one officer, each as it was shown; those that changed meanwhile stay as they are.
///
/// # Errors
/// As [`cases::hand_over`].
pub fn give(
    office: &Office,
    actor: &Actor,
    chosen: &[(String, i64)],
    officer: &str,
    told: &str,
) -> Result<Given, OfficeError> {
    let mut given = Given::default();
    for (id, version) in chosen {
        let case = (id.as_str(), *version);
        let done = if officer == actor.id {
            cases::take(office, actor, case)
        } else {
            cases::hand_over(office, actor, case, &cases::Receiver::Officer(officer.to_owned()), told)
        };
        match done {
            Ok(()) => given.done += 1,
            Err(OfficeError::Stale) => given.stale += 1,
            Err(other) => return Err(other),
        }
    }
    Ok(given)
}
