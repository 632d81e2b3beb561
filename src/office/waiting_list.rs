//! The waiting list: those who are granted a home, in an order that explains itself.

use super::rule_sets::{self, Known};
use super::{About, Actor, Office, OfficeError, Problem};
use crate::access::{Action, Thing};
use crate::secrets::Secrets;
use crate::store::assessments::{self as store, SealedMove, WaitingApplication};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::waiting_list::{Move, MovedTo, Position, Waiting, in_order, need_classes};
use serde_json::json;
use std::collections::HashMap;
use std::sync::Arc;

/// A place on the list, with who stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub position: Position,
    /// Family name, given name.
    pub name: (String, String),
}

/// The list with the rules that order it.
#[derive(Debug, PartialEq, Eq)]
pub struct WaitingList {
    /// `None` when the municipality has no rules that hold today: then there is no order to show.
    pub rules: Option<Known>,
    pub places: Vec<Place>,
}

/// The stored word for where a case was moved.
fn word(to: MovedTo) -> String {
    match to {
        MovedTo::First => "FIRST".to_owned(),
        MovedTo::AheadOfRank(rank) => format!("RANK {rank}"),
        MovedTo::Last => "LAST".to_owned(),
    }
}

fn moved_to(word: &str) -> Option<MovedTo> {
    match word {
        "FIRST" => Some(MovedTo::First),
        "LAST" => Some(MovedTo::Last),
        other => other.strip_prefix("RANK ")?.parse().ok().map(MovedTo::AheadOfRank),
    }
}

fn row_name(application: &str, position: i64) -> String {
    format!("waiting_move.reason:{application}:{position}")
}

/// Everybody on the list, in its order. Who may not tie protected persons to homes sees the others, at the
/// places they have among themselves.
///
/// # Errors
/// When the actor may not look at cases.
pub fn list(office: &Office, actor: &Actor) -> Result<Arc<WaitingList>, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    let today = office.today();
    let sees = actor.sees_protected;
    let list = office.remembered(&format!("waiting list {today} {sees}"), |tx| {
        let seen = |restricted| actor.may_tie(restricted).is_ok();
        let (rules, ordered, mut names) = positions(tx, office.secrets(), &seen, today)?;
        let name = |position: &Position, names: &mut Names| names.remove(&position.waiting.id).unwrap_or_default();
        let places = ordered.into_iter().map(|position| Place { name: name(&position, &mut names), position });
        Ok::<_, OfficeError>(Arc::new(WaitingList { rules, places: places.collect() }))
    })?;
    office.looked(actor, About::thing(Thing::Case, ""), json!({"waiting_list": list.places.len()}).to_string())?;
    Ok(list)
}

type Names = HashMap<String, (String, String)>;

/// Those who are seen, told by whether they are restricted: in order, with the rules that order them and their names.
fn positions(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    seen: &dyn Fn(bool) -> bool,
    today: Date,
) -> Result<(Option<Known>, Vec<Position>, Names), OfficeError> {
    let rules = rule_sets::in_force(tx, today)?;
    let (mut names, mut waiting) = (Names::new(), Vec::new());
    for one in store::waiting_for_home(tx)?.into_iter().filter(|one| seen(one.restricted)) {
        names.insert(one.id.clone(), (one.family.clone(), one.given.clone()));
        waiting.push(as_waiting(secrets, one)?);
    }
    let ordered = rules.as_ref().map(|known| in_order(waiting, &known.rules, today)).unwrap_or_default();
    Ok((rules, ordered, names))
}

/// The place and the need class of each application on the list.
#[derive(Clone, Debug, Default)]
pub(in crate::office) struct Ordered {
    pub places: HashMap<String, (usize, u32)>,
}

/// The order among those who may be tied to homes by anybody, so that whoever allocates finds the same.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn ordered(tx: &mut Tx<'_>, secrets: &Secrets, today: Date) -> Result<Ordered, OfficeError> {
    let (_, ordered, _) = positions(tx, secrets, &|restricted| !restricted, today)?;
    let classes = need_classes(&ordered);
    let place = |(position, class): (Position, u32)| (position.waiting.id, (position.place, class));
    Ok(Ordered { places: ordered.into_iter().zip(classes).map(place).collect() })
}

fn as_waiting(secrets: &Secrets, one: WaitingApplication) -> Result<Waiting, OfficeError> {
    let moved = one.moved.map(|sealed| opened(secrets, &one.id, sealed)).transpose()?.flatten();
    Ok(Waiting {
        number: (one.year, one.serial),
        situation: one.situation,
        size: one.size,
        target_groups: one.target_groups,
        since: one.since,
        moved,
        id: one.id,
    })
}

fn opened(secrets: &Secrets, application: &str, sealed: SealedMove) -> Result<Option<Move>, OfficeError> {
    let reason = secrets.decrypt(&row_name(application, sealed.position), &sealed.reason);
    let reason = reason.map_err(|_| StoreError::WrongType { index: 14, wanted: "a reason sealed with this key" })?;
    let moved = |to| Move { to, reason: reason.to_string(), by: sealed.officer, day: sealed.day };
    Ok(moved_to(&sealed.moved_to).map(moved))
}

/// Moves a case by hand, or takes a move back when `to` is `None`. The reason stays, whatever is done later.
///
/// # Errors
/// [`OfficeError::Invalid`] when no reason is given; [`OfficeError::NotFound`] when the case does not wait.
pub fn move_by_hand(
    office: &Office,
    actor: &Actor,
    application: &str,
    (to, reason): (Option<MovedTo>, &str),
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(OfficeError::Invalid(vec![Problem::plain("reason", "waiting-problem-reason")]));
    }
    office.change(actor, |work| {
        let (known, applicant) = super::applications::known_application(work.tx, work.actor, application)?;
        if known.status.clock() != Some(housing::applications::Clock::AwaitsHome) {
            return Err(OfficeError::NotFound);
        }
        let position = store::next_move(work.tx, application)?;
        let sealed = SealedMove {
            position,
            moved_to: to.map(word).unwrap_or_default(),
            reason: work.secrets.encrypt(&row_name(application, position), reason)?,
            day: work.today,
            officer: work.actor.id.clone(),
        };
        let details = json!({"after": {"moved_to": sealed.moved_to}}).to_string();
        store::record_move(work.tx, application, sealed, work.now)?;
        let about = About { thing: Thing::Application, id: application, person: &applicant.id };
        work.note("move", about, details);
        Ok(())
    })
}
