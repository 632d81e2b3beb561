//! The work list: what is due, what is late, what waits for whom, worked out for today.

mod calls;
mod since;

pub use calls::{Call, Calls, Reviews};
pub use since::WaitingSince;

use super::cases::Colleagues;
use super::{About, Actor, Office, OfficeError, cases, changes, expected};
use crate::access::{Action, Role, Thing};
use crate::store::work::{self as store, Filter, Label, Open};
use crate::store::{Slice, StoreError, accounts};
use housing::Date;
use housing::cases::{Case, CaseDue, InterimAnswer, WorkGroup, work_groups};
use housing::decisions::DecisionKind;
use serde_json::json;
use std::collections::{BTreeMap, HashMap, HashSet};
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
#[derive(Clone, Debug)]
pub struct List {
    pub part: Arc<Part>,
    /// How many match.
    pub total: usize,
    /// All the cases, whatever group was asked for.
    pub all: Arc<Gathered>,
    /// What calls for somebody beside the cases.
    pub calls: Arc<Calls>,
    /// Those who are expected soon, or whose day has passed.
    pub expected: Vec<expected::Listed>,
    /// Those who have cases, of all that the actor may know of.
    pub with_cases: Arc<HashSet<String>>,
    pub colleagues: Colleagues,
}

/// A few of the cases, with what is read for those alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub items: Vec<Item>,
    pub labels: HashMap<String, Label>,
    /// Since when each of the items waits for whoever it waits for.
    pub waiting: HashMap<String, WaitingSince>,
}

/// The work list for today; the trace tells what was asked for.
///
/// # Errors
/// When the actor may not look at cases.
pub fn list(office: &Office, actor: &Actor, asked: &Asked, slice: Slice) -> Result<List, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    let today = office.today();
    let filter = office.store().read(|tx| filter(tx, actor, asked))?;
    let gathered = gathered(office, &filter, today)?;
    let part = part(office, (&gathered, asked.group), (&filter, slice), today)?;
    let calls = calls::calls(office, actor, (&asked.whose, &filter), today)?;
    let with_cases = office.remembered(&format!("work with cases {}", actor.sees_protected), |tx| {
        store::with_cases(tx, actor.sees_protected).map(Arc::new)
    })?;
    let list = office.store().read(|tx| {
        Ok::<_, OfficeError>(List {
            part: Arc::clone(&part),
            total: gathered.count(asked.group),
            all: Arc::clone(&gathered),
            calls: Arc::clone(&calls),
            expected: expected::due(office, tx, actor, filter.officer.as_deref())?,
            with_cases: Arc::clone(&with_cases),
            colleagues: Colleagues::read(tx)?,
        })
    })?;
    let details = json!({"filter": changes::asked(&filter), "from": slice.offset, "rows": part.items.len()});
    office.looked(actor, About::thing(Thing::Case, ""), details.to_string())?;
    Ok(list)
}

fn part(
    office: &Office,
    (gathered, group): (&Gathered, Option<WorkGroup>),
    (filter, slice): (&Filter, Slice),
    today: Date,
) -> Result<Arc<Part>, StoreError> {
    office.remembered(&format!("work part {today} {filter:?} {group:?} {slice:?}"), |tx| {
        let (skipped, most) = (usize::try_from(slice.offset), usize::try_from(slice.most));
        let matching = gathered.items.iter().filter(|item| group.is_none_or(|group| item.groups.contains(&group)));
        let part = matching.skip(skipped.unwrap_or(usize::MAX)).take(most.unwrap_or(usize::MAX));
        let items: Vec<Item> = part.cloned().collect();
        let shown: Vec<&str> = items.iter().map(|item| item.open.id.as_str()).collect();
        let moved = store::moved(tx, &shown)?;
        let labels = store::labels(tx, &shown)?;
        let waiting = items.iter().map(|item| waiting(&item.open, &moved, today)).collect();
        Ok(Arc::new(Part { items, labels, waiting }))
    })
}

fn waiting(open: &Open, moved: &HashMap<String, store::Moved>, today: Date) -> (String, WaitingSince) {
    (open.id.clone(), WaitingSince::of(open, moved.get(&open.id).copied().unwrap_or_default(), today))
}

/// The open cases that a filter finds, worked out for a day: the most pressing first.
#[derive(Debug)]
pub struct Gathered {
    items: Vec<Item>,
    /// How many there are in each group.
    counts: BTreeMap<WorkGroup, usize>,
    pub loads: Vec<Load>,
}

impl Gathered {
    /// How many there are in a group, or in all.
    pub fn count(&self, group: Option<WorkGroup>) -> usize {
        group.map_or(self.items.len(), |group| self.counts.get(&group).copied().unwrap_or_default())
    }
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

/// Stands for no officer where one is chosen.
pub const NOBODY: &str = "-";

fn item(open: Open, today: Date) -> Item {
    let interim = open.interim_sent.zip(open.promised).map(|(sent, expected)| InterimAnswer { sent, expected });
    let case = Case { interim_answers: interim.into_iter().collect(), ..Case::open(open.kind, open.received) };
    let until = open.hold.as_ref().map(|hold| hold.until);
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
