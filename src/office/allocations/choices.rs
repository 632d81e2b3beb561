//! What a meeting lays down before it is solved again, and which of it counts.

use super::meeting::open;
use super::scene::Scene;
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work};
use crate::secrets::Secrets;
use crate::store::allocations::{self as store, ChoiceKind, Meeting, SealedChoice};
use crate::store::{StoreError, Tx};
use housing::fit::MoveLimits;
use serde_json::json;

/// What a meeting laid down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub position: i64,
    pub kind: ChoiceKind,
    pub household: Option<String>,
    pub dwelling: Option<String>,
    pub cap: Option<String>,
    /// Of a limit; `None` for no limit.
    pub at_most: Option<u32>,
    /// Empty where nobody wrote one.
    pub reason: String,
    pub officer: String,
    pub taken_back: bool,
}

impl Choice {
    /// The household and the home of a lock or a reservation.
    pub(super) fn given_to(&self) -> Option<(&str, &str)> {
        match self.kind {
            ChoiceKind::Lock | ChoiceKind::Reserve => self.household.as_deref().zip(self.dwelling.as_deref()),
            ChoiceKind::Forbid
            | ChoiceKind::Hold
            | ChoiceKind::Cap
            | ChoiceKind::Moves
            | ChoiceKind::Ring
            | ChoiceKind::Chain => None,
        }
    }
}

/// What the meeting would lay down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewChoice {
    pub kind: ChoiceKind,
    pub household: Option<String>,
    pub dwelling: Option<String>,
    pub cap: Option<String>,
    pub at_most: Option<u32>,
    pub reason: String,
}

/// What the reason of a choice is bound to: it opens in its own row only.
fn row_name(meeting: &str, position: i64) -> String {
    format!("allocation_choice.reason:{meeting}:{position}")
}

/// The choices of a meeting with their reasons.
pub(super) fn choices(tx: &mut Tx<'_>, secrets: &Secrets, meeting: &str) -> Result<Vec<Choice>, OfficeError> {
    let opened = |sealed: SealedChoice| {
        let corrupt = |_| StoreError::WrongType { index: 6, wanted: "a reason sealed with this key" };
        let reason = secrets.decrypt(&row_name(meeting, sealed.position), &sealed.reason).map_err(corrupt)?;
        Ok(Choice {
            position: sealed.position,
            kind: sealed.kind,
            household: sealed.household,
            dwelling: sealed.dwelling,
            cap: sealed.cap,
            at_most: sealed.at_most,
            reason: reason.to_string(),
            officer: sealed.officer,
            taken_back: sealed.taken_back,
        })
    };
    store::choices(tx, meeting)?.into_iter().map(opened).collect()
}

/// The choices that count: not taken back, and not overridden by one that came later and counts itself.
pub(super) fn in_force(choices: &[Choice]) -> Vec<&Choice> {
    let mut kept: Vec<&Choice> = Vec::new();
    for choice in choices.iter().rev().filter(|choice| !choice.taken_back) {
        if !kept.iter().any(|later| overrides(later, choice)) {
            kept.push(choice);
        }
    }
    kept.reverse();
    kept
}

/// Whether a choice counts in place of an earlier one: both cannot hold, or they say the same.
fn overrides(later: &Choice, earlier: &Choice) -> bool {
    let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
    let home = same(&later.dwelling, &earlier.dwelling);
    let household = same(&later.household, &earlier.household);
    match (later.kind, earlier.kind) {
        (ChoiceKind::Lock | ChoiceKind::Reserve, ChoiceKind::Lock | ChoiceKind::Reserve) => home || household,
        (ChoiceKind::Lock | ChoiceKind::Reserve, ChoiceKind::Hold)
        | (ChoiceKind::Hold, ChoiceKind::Lock | ChoiceKind::Reserve | ChoiceKind::Hold) => home,
        (ChoiceKind::Forbid, ChoiceKind::Lock | ChoiceKind::Reserve | ChoiceKind::Forbid)
        | (ChoiceKind::Lock | ChoiceKind::Reserve, ChoiceKind::Forbid) => home && household,
        (ChoiceKind::Cap, ChoiceKind::Cap) => same(&later.cap, &earlier.cap),
        (ChoiceKind::Moves, ChoiceKind::Moves)
        | (ChoiceKind::Ring, ChoiceKind::Ring)
        | (ChoiceKind::Chain, ChoiceKind::Chain) => true,
        (
            ChoiceKind::Lock
            | ChoiceKind::Forbid
            | ChoiceKind::Hold
            | ChoiceKind::Reserve
            | ChoiceKind::Cap
            | ChoiceKind::Moves
            | ChoiceKind::Ring
            | ChoiceKind::Chain,
            _,
        ) => false,
    }
}

/// How much may move: what the rules said when the meeting was called, as far as the meeting has not set it otherwise.
pub(super) fn limits_in_force(called_with: MoveLimits, choices: &[Choice]) -> MoveLimits {
    let mut limits = called_with;
    for choice in in_force(choices) {
        match choice.kind {
            ChoiceKind::Moves => limits.moves = choice.at_most,
            ChoiceKind::Ring => limits.ring = choice.at_most,
            ChoiceKind::Chain => limits.chain = choice.at_most,
            ChoiceKind::Lock | ChoiceKind::Forbid | ChoiceKind::Hold | ChoiceKind::Reserve | ChoiceKind::Cap => {}
        }
    }
    limits
}

/// Changes an open meeting; it is to be solved again.
fn changed(
    office: &Office,
    actor: &Actor,
    id: &str,
    change: impl Fn(&mut Work<'_, '_>, &Meeting) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    office.change(actor, |work| {
        let meeting = open(work.tx, work.secrets, id)?.0;
        change(work, &meeting)?;
        Ok(store::to_be_solved(work.tx, &meeting.id)?)
    })
}

/// Lays something down before the meeting is solved again: a placement locked or forbidden, a home held back or left
/// for somebody, another limit.
///
/// # Errors
/// [`OfficeError::Invalid`] when a home is left for somebody or a limit changed without a reason, something is
/// missing, or there is no such limit; [`OfficeError::NotFound`] when the household or home is not in the meeting.
pub fn choose(office: &Office, actor: &Actor, id: &str, new: &NewChoice) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    let scene = Scene::gather(office)?;
    let problems = problems(&scene, new);
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    let known = new.household.as_deref().is_none_or(|household| scene.candidate(household).is_some())
        && new.dwelling.as_deref().is_none_or(|dwelling| scene.home(dwelling).is_some());
    if !known {
        return Err(OfficeError::NotFound);
    }
    changed(office, actor, id, |work, meeting| lay_down(work, meeting, new))
}

fn lay_down(work: &mut Work<'_, '_>, meeting: &Meeting, new: &NewChoice) -> Result<(), OfficeError> {
    let position = i64::try_from(store::choices(work.tx, &meeting.id)?.len()).unwrap_or(i64::MAX - 1) + 1;
    let sealed = SealedChoice {
        position,
        kind: new.kind,
        household: new.household.clone(),
        dwelling: new.dwelling.clone(),
        cap: new.cap.clone(),
        at_most: new.at_most,
        reason: work.secrets.encrypt(&row_name(&meeting.id, position), new.reason.trim())?,
        officer: work.actor.id.clone(),
        at: work.now,
        taken_back: false,
    };
    store::add_choice(work.tx, &meeting.id, &sealed)?;
    let details = json!({"after": {"choice": position, "kind": new.kind.code(), "household": new.household,
        "dwelling": new.dwelling, "cap": new.cap, "at_most": new.at_most}});
    work.note("change", About::thing(Thing::Allocation, &meeting.id), details.to_string());
    Ok(())
}

/// What is missing. A choice that changes a rule needs its reason at once; for the others it is asked for, and can be
/// written later.
fn problems(scene: &Scene, new: &NewChoice) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (is_whole, needs_reason) = match new.kind {
        ChoiceKind::Lock | ChoiceKind::Forbid => (new.household.is_some() && new.dwelling.is_some(), false),
        ChoiceKind::Reserve => (new.household.is_some() && new.dwelling.is_some(), true),
        ChoiceKind::Hold => (new.dwelling.is_some(), false),
        ChoiceKind::Cap => (true, true),
        ChoiceKind::Moves | ChoiceKind::Ring | ChoiceKind::Chain => (true, true),
    };
    if !is_whole {
        problems.push(Problem::plain("household", "allocation-problem-whole"));
    }
    if new.kind == ChoiceKind::Cap {
        if new.cap.as_deref().is_none_or(|cap| !scene.has_cap(cap)) {
            problems.push(Problem::plain("cap", "allocation-problem-cap"));
        }
        if new.at_most.is_none() {
            problems.push(Problem::plain("at_most", "allocation-problem-number"));
        }
    }
    if needs_reason && new.reason.trim().is_empty() {
        problems.push(Problem::plain(reason_field(new.kind), "allocation-problem-reason"));
    }
    problems
}

/// The field for the reason in the form of this kind of choice.
const fn reason_field(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::Lock | ChoiceKind::Forbid | ChoiceKind::Hold | ChoiceKind::Reserve => "reason",
        ChoiceKind::Cap => "cap_reason",
        ChoiceKind::Moves | ChoiceKind::Ring | ChoiceKind::Chain => "limits_reason",
    }
}

/// Takes a choice back. It stays in the minutes.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such choice, or it is taken back already.
pub fn undo(office: &Office, actor: &Actor, id: &str, position: i64) -> Result<(), OfficeError> {
    changed(office, actor, id, |work, meeting| {
        if !store::take_back(work.tx, &meeting.id, position)? {
            return Err(OfficeError::NotFound);
        }
        let details = json!({"taken_back": position}).to_string();
        work.note("change", About::thing(Thing::Allocation, &meeting.id), details);
        Ok(())
    })
}

/// Writes why something was laid down, where nobody has; it is in the minutes. The plan stays as it is.
///
/// # Errors
/// [`OfficeError::Invalid`] when no reason is written; [`OfficeError::Stale`] when somebody has written one.
pub fn give_reason(
    office: &Office,
    actor: &Actor,
    (id, position): (&str, i64),
    reason: &str,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    if reason.trim().is_empty() {
        return Err(OfficeError::Invalid(vec![Problem::plain("why", "allocation-problem-reason")]));
    }
    office.change(actor, |work| {
        let (meeting, choices) = open(work.tx, work.secrets, id)?;
        let choice = choices.iter().find(|choice| choice.position == position).ok_or(OfficeError::NotFound)?;
        if !choice.reason.is_empty() {
            return Err(OfficeError::Stale);
        }
        let sealed = work.secrets.encrypt(&row_name(&meeting.id, position), reason.trim())?;
        store::set_reason(work.tx, (&meeting.id, position), sealed)?;
        let details = json!({"after": {"choice": position, "reason": true}}).to_string();
        work.note("change", About::thing(Thing::Allocation, &meeting.id), details);
        Ok(())
    })
}

/// Sets how much may move at once: each limit that is not as it was is a choice of its own.
///
/// # Errors
/// [`OfficeError::Invalid`] when nobody says why.
pub fn set_limits(
    office: &Office,
    actor: &Actor,
    id: &str,
    (limits, reason): (MoveLimits, &str),
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Allocation)?;
    office.change(actor, |work| {
        let meeting = open(work.tx, work.secrets, id)?.0;
        let kinds = [
            (ChoiceKind::Moves, meeting.limits.moves, limits.moves),
            (ChoiceKind::Ring, meeting.limits.ring, limits.ring),
            (ChoiceKind::Chain, meeting.limits.chain, limits.chain),
        ];
        let other: Vec<_> = kinds.into_iter().filter(|(_, before, after)| before != after).collect();
        if !other.is_empty() && reason.trim().is_empty() {
            let field = reason_field(ChoiceKind::Moves);
            return Err(OfficeError::Invalid(vec![Problem::plain(field, "allocation-problem-reason")]));
        }
        for (kind, _, at_most) in &other {
            let (household, dwelling, cap) = (None, None, None);
            let new = NewChoice { kind: *kind, household, dwelling, cap, at_most: *at_most, reason: reason.to_owned() };
            lay_down(work, &meeting, &new)?;
        }
        if !other.is_empty() {
            store::to_be_solved(work.tx, id)?;
        }
        Ok(())
    })
}
