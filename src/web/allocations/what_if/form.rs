//! What is typed for a what-if: up to three kinds of homes, of households and of limits.

use crate::office::Problem;
use crate::office::allocations::{Changes, MoreHomes, MoreHouseholds, OtherCap};
use crate::web::FormValues;
use crate::web::reading::parsed;
use housing::dwellings::{Category, Rooms};
use housing::fit::MoveLimits;
use housing::needs::Access;
use housing::people::{HouseholdSize, TargetGroup};
use housing::written;

/// The names of the fields for one kind of homes.
pub(super) struct HomeFields {
    pub count: &'static str,
    pub rooms: &'static str,
    pub category: &'static str,
    pub area: &'static str,
    pub rent: &'static str,
    pub wheelchair: &'static str,
    pub step_free: &'static str,
}

/// The names of the fields for one kind of households.
pub(super) struct HouseholdFields {
    pub count: &'static str,
    pub adults: &'static str,
    pub children: &'static str,
    pub class: &'static str,
    pub group: &'static str,
    pub income: &'static str,
    pub wheelchair: &'static str,
}

/// The names of the fields for one limit.
pub(super) struct LimitFields {
    pub cap: &'static str,
    pub at_most: &'static str,
}

macro_rules! home_fields {
    ($n:literal) => {
        HomeFields {
            count: concat!("home", $n, "_count"),
            rooms: concat!("home", $n, "_rooms"),
            category: concat!("home", $n, "_category"),
            area: concat!("home", $n, "_area"),
            rent: concat!("home", $n, "_rent"),
            wheelchair: concat!("home", $n, "_wheelchair"),
            step_free: concat!("home", $n, "_step_free"),
        }
    };
}

macro_rules! household_fields {
    ($n:literal) => {
        HouseholdFields {
            count: concat!("household", $n, "_count"),
            adults: concat!("household", $n, "_adults"),
            children: concat!("household", $n, "_children"),
            class: concat!("household", $n, "_class"),
            group: concat!("household", $n, "_group"),
            income: concat!("household", $n, "_income"),
            wheelchair: concat!("household", $n, "_wheelchair"),
        }
    };
}

macro_rules! limit_fields {
    ($n:literal) => {
        LimitFields { cap: concat!("cap", $n), at_most: concat!("cap", $n, "_at_most") }
    };
}

pub(super) static HOMES: [HomeFields; 3] = [home_fields!(1), home_fields!(2), home_fields!(3)];
pub(super) static HOUSEHOLDS: [HouseholdFields; 3] = [household_fields!(1), household_fields!(2), household_fields!(3)];
pub(super) static LIMITS: [LimitFields; 3] = [limit_fields!(1), limit_fields!(2), limit_fields!(3)];

/// A form that changes nothing yet.
pub(super) fn empty(limits: MoveLimits) -> FormValues {
    let mut form = FormValues::default();
    for fields in &HOMES {
        form.set(fields.category, Category::Ordinary.code());
    }
    for fields in &HOUSEHOLDS {
        form.set(fields.group, TargetGroup::Refugee.code());
    }
    for (field, limit) in [("moves", limits.moves), ("ring", limits.ring), ("chain", limits.chain)] {
        form.set(field, limit.map(|limit| limit.to_string()).unwrap_or_default());
    }
    form
}

/// Reads the form; everything that cannot be read is told.
pub(super) fn read(form: &FormValues) -> Result<Changes, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut changes = Changes {
        homes: HOMES.iter().filter_map(|fields| homes(form, fields, &mut problems)).collect(),
        households: HOUSEHOLDS.iter().filter_map(|fields| households(form, fields, &mut problems)).collect(),
        caps: LIMITS.iter().filter_map(|fields| cap(form, fields, &mut problems)).collect(),
        limits: None,
    };
    let mut limit = |field| parsed(form, field, "what-if-problem-number", str::parse::<u32>, &mut problems);
    changes.limits = Some(MoveLimits { moves: limit("moves"), ring: limit("ring"), chain: limit("chain") });
    if problems.is_empty() { Ok(changes) } else { Err(problems) }
}

/// A number that must stand in a field.
fn needed(form: &FormValues, field: &'static str, problems: &mut Vec<Problem>) -> Option<u8> {
    if form.filled(field).is_none() {
        problems.push(Problem::plain(field, "what-if-problem-needed"));
    }
    parsed(form, field, "what-if-problem-number", str::parse, problems)
}

/// `None` when none of these are wanted.
fn homes(form: &FormValues, fields: &HomeFields, problems: &mut Vec<Problem>) -> Option<MoreHomes> {
    form.filled(fields.count)?;
    let count = parsed(form, fields.count, "what-if-problem-number", str::parse, problems);
    if form.filled(fields.rooms).is_none() {
        problems.push(Problem::plain(fields.rooms, "what-if-problem-needed"));
    }
    let rooms: Option<Rooms> = parsed(form, fields.rooms, "what-if-problem-rooms", written::rooms, problems);
    let rent = parsed(form, fields.rent, "what-if-problem-amount", written::amount_a_month, problems);
    Some(MoreHomes {
        count: count?,
        rooms: rooms?,
        category: form.get(fields.category).parse().unwrap_or(Category::Ordinary),
        wheelchair: form.has(fields.wheelchair, "true"),
        step_free: form.has(fields.step_free, "true"),
        area: form.filled(fields.area).map(str::to_owned),
        rent,
    })
}

/// `None` when none of these are wanted.
fn households(form: &FormValues, fields: &HouseholdFields, problems: &mut Vec<Problem>) -> Option<MoreHouseholds> {
    form.filled(fields.count)?;
    let count = parsed(form, fields.count, "what-if-problem-number", str::parse, problems);
    let adults = needed(form, fields.adults, problems);
    let children = parsed(form, fields.children, "what-if-problem-number", str::parse, problems);
    let income = parsed(form, fields.income, "what-if-problem-amount", written::amount_a_month, problems);
    Some(MoreHouseholds {
        count: count?,
        size: HouseholdSize { adults: adults?, children: children.unwrap_or(0) },
        need_class: form.get(fields.class).parse().unwrap_or(1),
        group: form.get(fields.group).parse().ok(),
        access: form.has(fields.wheelchair, "true").then_some(Access::Wheelchair).into_iter().collect(),
        income,
    })
}

/// `None` when no limit is chosen.
fn cap(form: &FormValues, fields: &LimitFields, problems: &mut Vec<Problem>) -> Option<OtherCap> {
    let name = form.filled(fields.cap)?.to_owned();
    if form.filled(fields.at_most).is_none() {
        problems.push(Problem::plain(fields.at_most, "what-if-problem-needed"));
    }
    let at_most = parsed(form, fields.at_most, "what-if-problem-number", str::parse, problems);
    Some(OtherCap { name, at_most: at_most? })
}
