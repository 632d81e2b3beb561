//! Who may sign which decisions: the municipality's own delegation, each revision from its day.

use super::{About, Actor, Office, OfficeError, Problem, new_id};
use crate::access::{self, Action, Role, Thing};
use crate::parameters::DELEGATION;
use crate::store::delegations::{self as store, StoredDelegation};
use crate::store::{StoreError, Tx, accounts};
use housing::Date;
use housing::decisions::approval::{Delegation, DelegationProblem};
use serde_json::json;

/// A revision with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub stored: StoredDelegation,
    pub delegation: Delegation,
    /// The officer who saved it, by name.
    pub who: String,
}

/// The delegation that holds on a day, and the revision it stands in; that of the program before the municipality has
/// entered its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    pub delegation: Delegation,
    pub stored: Option<StoredDelegation>,
}

/// What the program ships with.
pub fn shipped() -> &'static Delegation {
    &DELEGATION
}

/// The roles that a decision can be delegated to: those that may work with decisions at all.
pub fn roles() -> impl Iterator<Item = Role> {
    let may = |role: &Role| access::may(*role, Action::Change, Thing::Decision).is_ok();
    Role::OF_OFFICERS.iter().copied().filter(may)
}

fn read(stored: &StoredDelegation) -> Result<Delegation, StoreError> {
    Delegation::from_json(&stored.body).map_err(|_| StoreError::WrongType { index: 4, wanted: "a delegation" })
}

/// The delegation that holds on a day.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn in_force(tx: &mut Tx<'_>, day: Date) -> Result<InForce, StoreError> {
    let stored = store::in_force(tx, day)?;
    let own = stored.as_ref().map(read).transpose()?;
    Ok(InForce { delegation: own.unwrap_or_else(|| shipped().clone()), stored })
}

/// Every revision, the newest first.
///
/// # Errors
/// When the actor may not look at the rules.
pub fn list(office: &Office, actor: &Actor) -> Result<Vec<Known>, OfficeError> {
    actor.may(Action::Look, Thing::RuleSet)?;
    office.store().read(|tx| {
        let mut all = Vec::new();
        for stored in store::all(tx)? {
            let who = accounts::find(tx, &stored.officer)?.map_or_else(|| stored.officer.clone(), |it| it.name);
            all.push(Known { delegation: read(&stored)?, who, stored });
        }
        Ok(all)
    })
}

/// What is wrong with a delegation, by field of the form.
fn worded(problem: &DelegationProblem) -> Problem {
    match problem {
        DelegationProblem::NoRoles { .. } => Problem::plain("rows", "delegation-problem-roles"),
        DelegationProblem::Twice { .. } => Problem::plain("rows", "delegation-problem-twice"),
        DelegationProblem::NotForAll => Problem::plain("rows", "delegation-problem-not-for-all"),
        DelegationProblem::UnknownRole { role } => {
            Problem { field: "rows", text: "delegation-problem-role", facts: vec![("role", role.clone())] }
        }
    }
}

/// Saves a delegation from a day. For a day that has one already it becomes the next revision, when `begun_from` is the
/// revision that was the newest as the form was opened. The answer is its id.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody else has saved one for that day meanwhile; [`OfficeError::Invalid`] names
/// everything that cannot be right.
pub fn save(
    office: &Office,
    actor: &Actor,
    (valid_from, source): (Date, &str),
    delegation: &Delegation,
    begun_from: Option<&str>,
) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::RuleSet)?;
    let known: Vec<&str> = roles().map(Role::code).collect();
    let mut problems: Vec<Problem> = delegation.check(&known).iter().map(worded).collect();
    if source.trim().is_empty() {
        problems.push(Problem::plain("source", "delegation-problem-source"));
    }
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    office.change(actor, |work| {
        let before = store::all(work.tx)?.into_iter().find(|stored| stored.valid_from == valid_from);
        if before.as_ref().is_some_and(|before| begun_from != Some(before.id.as_str())) {
            return Err(OfficeError::Stale);
        }
        let stored = StoredDelegation {
            id: new_id(),
            valid_from,
            revision: before.as_ref().map_or(1, |before| before.revision + 1),
            source: source.trim().to_owned(),
            body: delegation.to_json(),
            officer: work.actor.id.clone(),
            at: work.now,
        };
        store::insert(work.tx, &stored)?;
        let told = |stored: &StoredDelegation| {
            json!({"valid_from": stored.valid_from, "revision": stored.revision, "delegation": stored.body})
        };
        let details = json!({"before": before.as_ref().map(told), "after": told(&stored)}).to_string();
        let action = if before.is_some() { "change" } else { "create" };
        work.note(action, About::thing(Thing::RuleSet, &stored.id), details);
        Ok(stored.id)
    })
}
