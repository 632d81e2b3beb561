//! The municipality's own rules: which hold when, new ones, and whom a change would affect.

mod effects;

pub use effects::{Affected, Changed, Effect, Effects, RoomNeedsChange, RoomsWay, Way, affected, effects};

use super::assessments::{self, RulesFor};
use super::{About, Actor, Office, OfficeError, Problem, Work, new_id};
use crate::access::{Action, Thing};
use crate::clock::Instant;
use crate::store::applications;
use crate::store::rule_sets::{self as store, StoredRuleSet};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::assessment::{BaseAmount, RuleSet, RuleSetProblem};
use housing::dated::NothingInForce;
use housing::decisions::DecisionKind;
use housing::people::RoomNorms;
use serde_json::json;
use std::sync::LazyLock;

static BASE_AMOUNT: LazyLock<BaseAmount> = LazyLock::new(|| {
    BaseAmount::read(include_str!("../../../parameters/grunnbelop.csv"))
        .expect("the base amounts are part of the program and tested")
});

/// Rule sets that come with the program, by the word they have in addresses.
static SAMPLES: LazyLock<Vec<(&'static str, RuleSet)>> = LazyLock::new(|| {
    let files = [
        (STANDARD, include_str!("../../../parameters/rule_sets/standard.toml")),
        ("large-city-income-limits", include_str!("../../../parameters/rule_sets/large_city_income_limits.toml")),
        ("large-city-long-leases", include_str!("../../../parameters/rule_sets/large_city_long_leases.toml")),
        ("small-municipality", include_str!("../../../parameters/rule_sets/small_municipality.toml")),
        ("verdal", include_str!("../../../parameters/rule_sets/verdal.toml")),
    ];
    files
        .map(|(word, text)| (word, RuleSet::from_toml(text).expect("a sample is part of the program and tested")))
        .into()
});

static HOUSING_HELP: LazyLock<RuleSet> = LazyLock::new(|| {
    RuleSet::from_toml(include_str!("../../../parameters/rule_sets/housing_help.toml"))
        .expect("what the act asks is part of the program and tested")
});

/// The rules a municipality begins with.
const STANDARD: &str = "standard";

/// A revision of rules with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub stored: StoredRuleSet,
    pub rules: RuleSet,
}

impl Known {
    /// What the rules call the municipality's own appeal body, when they say it.
    pub(in crate::office) fn own_body(&self) -> Option<String> {
        Some(self.rules.appeal_body.trim().to_owned()).filter(|name| !name.is_empty())
    }
}

/// The base amount of the national insurance, as published.
pub fn base_amount() -> &'static BaseAmount {
    &BASE_AMOUNT
}

/// The rule sets to begin from.
pub fn samples() -> &'static [(&'static str, RuleSet)] {
    &SAMPLES
}

/// What the housing act itself asks of everybody who asks for help (*boligsosialloven* §§ 2 and 4).
pub fn housing_help() -> &'static RuleSet {
    &HOUSING_HELP
}

fn known(stored: StoredRuleSet) -> Result<Known, OfficeError> {
    let read = RuleSet::from_toml(&stored.body).map_err(|_| StoreError::WrongType { index: 4, wanted: "a rule set" });
    Ok(Known { rules: read?, stored })
}

/// The rules that hold on a day; `None` before the municipality has any.
///
/// # Errors
/// When the store fails.
pub fn in_force(tx: &mut Tx<'_>, day: Date) -> Result<Option<Known>, OfficeError> {
    store::in_force(tx, day)?.map(known).transpose()
}

/// The rules that held on a day, as somebody who looked at an instant saw them.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn in_force_at(tx: &mut Tx<'_>, day: Date, at: Instant) -> Result<Option<Known>, OfficeError> {
    store::in_force_at(tx, day, at)?.map(known).transpose()
}

/// The revision with this id, for what stands on it.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn revision(tx: &mut Tx<'_>, id: &str) -> Result<Option<Known>, OfficeError> {
    store::find(tx, id)?.map(known).transpose()
}

/// What the municipality's rules of a day call the body that hears appeals on a kind of decision; `None` where the kind
/// is not decided by them, or they leave it to the letter settings.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn own_body(
    tx: &mut Tx<'_>,
    kind: DecisionKind,
    day: Date,
) -> Result<Option<String>, OfficeError> {
    match assessments::rules_for(kind) {
        RulesFor::Municipality => Ok(in_force(tx, day)?.and_then(|known| known.own_body())),
        RulesFor::Act(_) | RulesFor::None => Ok(None),
    }
}

/// How many rooms households need by the municipality's rules, by day.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn room_norms(tx: &mut Tx<'_>) -> Result<RoomNorms, OfficeError> {
    norms_of(store::all(tx)?)
}

/// The room norms of rule sets, given with the newest day and revision first: the newest of a day is the one that holds.
fn norms_of(mut all: Vec<StoredRuleSet>) -> Result<RoomNorms, OfficeError> {
    all.dedup_by_key(|stored| stored.valid_from);
    let norm = |stored: StoredRuleSet| Ok((stored.valid_from, known(stored)?.rules.room_norm));
    Ok(RoomNorms::new(all.into_iter().map(norm).collect::<Result<_, OfficeError>>()?))
}

/// Every revision, the newest first.
///
/// # Errors
/// When the actor may not look at the rules.
pub fn list(office: &Office, actor: &Actor) -> Result<Vec<Known>, OfficeError> {
    actor.may(Action::Look, Thing::RuleSet)?;
    office.store().read(store::all)?.into_iter().map(known).collect()
}

/// One revision.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none.
pub fn find(office: &Office, actor: &Actor, id: &str) -> Result<Known, OfficeError> {
    actor.may(Action::Look, Thing::RuleSet)?;
    known(office.store().read(|tx| store::find(tx, id))?.ok_or(OfficeError::NotFound)?)
}

/// Limits in base amounts cannot be worked out: what the form and the page say of it.
pub(in crate::office) fn no_base_amount(missing: &NothingInForce) -> OfficeError {
    let facts = vec![("day", missing.day.strftime("%d.%m.%Y").to_string())];
    OfficeError::Invalid(vec![Problem { field: "income.limits", text: "rule-set-problem-base-amount", facts }])
}

/// Whether the actor may make rules.
///
/// # Errors
/// When the actor may not.
pub fn may_change(actor: &Actor) -> Result<(), OfficeError> {
    Ok(actor.may(Action::Change, Thing::RuleSet)?)
}

/// Everything about the rules that cannot be right, by field of the form.
pub fn problems(rules: &RuleSet) -> Vec<Problem> {
    rules.check().iter().chain(rules.wrong_body().as_ref()).map(worded).collect()
}

fn worded(problem: &RuleSetProblem) -> Problem {
    let field = problem.field();
    match problem {
        RuleSetProblem::Empty { .. } => Problem::plain(field, "rule-set-problem-empty"),
        RuleSetProblem::OutOfRange { found, least, most, .. } => {
            let facts = vec![("found", found.to_string()), ("least", least.to_string()), ("most", most.to_string())];
            Problem { field, text: "rule-set-problem-range", facts }
        }
        RuleSetProblem::LimitsFall { before, after, .. } => {
            let facts = vec![("before", before.clone()), ("after", after.clone())];
            Problem { field, text: "rule-set-problem-limits-fall", facts }
        }
        RuleSetProblem::Twice { code, .. } => {
            Problem { field, text: "rule-set-problem-twice", facts: vec![("code", (*code).to_owned())] }
        }
        RuleSetProblem::NotOwnBody { found, .. } => {
            Problem { field, text: "rule-set-problem-not-own-body", facts: vec![("found", found.clone())] }
        }
        RuleSetProblem::Bedrooms { least, most, .. } => {
            let facts = vec![("least", least.to_string()), ("most", most.to_string())];
            Problem { field, text: "rule-set-problem-bedrooms", facts }
        }
    }
}

/// Saves rules from the day they say. Rules for a day that has some already become their next revision,
/// when `begun_from` is the revision that was the newest as the form was opened. The answer is the id.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody else has saved rules for that day meanwhile;
/// [`OfficeError::Invalid`] names everything that cannot be right.
pub fn save(office: &Office, actor: &Actor, rules: &RuleSet, begun_from: Option<&str>) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::RuleSet)?;
    let problems = problems(rules);
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    office.change(actor, |work| {
        let before = store::all(work.tx)?.into_iter().find(|stored| stored.valid_from == rules.valid_from);
        let seen = before.as_ref().is_none_or(|before| begun_from == Some(before.id.as_str()));
        if !seen {
            return Err(OfficeError::Stale);
        }
        let revision = before.as_ref().map_or(1, |before| before.revision + 1);
        let stored = stored(rules, revision, &work.actor.id, work.now);
        let norms = room_norms(work.tx)?;
        store::insert(work.tx, &stored)?;
        follow_room_norm(work.tx, &norms, rules.valid_from)?;
        note(work, &stored, before.as_ref());
        Ok(stored.id)
    })
}

/// What applications need by the norm of the day they came in follows a norm that was changed from a day.
fn follow_room_norm(tx: &mut Tx<'_>, before: &RoomNorms, from: Date) -> Result<(), OfficeError> {
    let norms = room_norms(tx)?;
    let days = norms.changes_from(from);
    for (at, day) in days.iter().enumerate() {
        if norms.on(*day) != before.on(*day) {
            let until = days.get(at + 1).copied();
            applications::follow_room_norm(tx, (*day, until), |size| norms.on(*day).room_need(size))?;
        }
    }
    Ok(())
}

/// Stores the rules a municipality begins with.
///
/// # Errors
/// When the store fails.
pub fn begin(tx: &mut Tx<'_>, now: Instant) -> Result<(), StoreError> {
    let (_, standard) = SAMPLES.iter().find(|(word, _)| *word == STANDARD).expect("the standard is one of them");
    store::insert(tx, &stored(standard, 1, &Actor::operator().id, now))
}

/// A municipality from before there were rule sets begins with the same rules as a new one; any other keeps its own.
///
/// # Errors
/// When the store fails.
pub fn begin_where_none(office: &Office) -> Result<(), OfficeError> {
    if !office.store().read(store::all)?.is_empty() {
        return Ok(());
    }
    office.change(&Actor::operator(), |work| {
        if store::all(work.tx)?.is_empty() {
            begin(work.tx, work.now)?;
            work.note("create", About::thing(Thing::RuleSet, STANDARD), String::new());
        }
        Ok(())
    })
}

fn stored(rules: &RuleSet, revision: i64, officer: &str, at: Instant) -> StoredRuleSet {
    StoredRuleSet {
        id: new_id(),
        valid_from: rules.valid_from,
        revision,
        name: rules.name.trim().to_owned(),
        body: rules.to_toml(),
        officer: officer.to_owned(),
        at,
    }
}

fn note(work: &mut Work<'_, '_>, stored: &StoredRuleSet, before: Option<&StoredRuleSet>) {
    let told = |stored: &StoredRuleSet| json!({"valid_from": stored.valid_from, "revision": stored.revision, "body": stored.body});
    let details = json!({"before": before.map(told), "after": told(stored)}).to_string();
    let action = if before.is_some() { "change" } else { "create" };
    work.note(action, About::thing(Thing::RuleSet, &stored.id), details);
}
