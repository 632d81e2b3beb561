//! The office's units: which there are, and what they are called.

use super::{About, Actor, Office, OfficeError, Problem, new_id};
use crate::access::{Action, Thing};
use crate::store::StoreError;
use crate::store::units::{self, Unit};

/// Every unit.
///
/// # Errors
/// When the actor may not see settings.
pub fn list(office: &Office, actor: &Actor) -> Result<Vec<Unit>, OfficeError> {
    actor.may(Action::Look, Thing::Settings)?;
    Ok(office.store().read(units::all)?)
}

/// Makes a unit.
///
/// # Errors
/// [`OfficeError::Invalid`] when it has no name or another unit has it.
pub fn add(office: &Office, actor: &Actor, name: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Settings)?;
    let (id, name) = (new_id(), named(name)?);
    office.change(actor, |work| {
        units::insert(work.tx, &id, name).map_err(taken)?;
        let details = serde_json::json!({"after": {"name": name}});
        work.note("create", About::thing(Thing::Settings, &id), details.to_string());
        Ok(())
    })
}

/// Gives a unit another name.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody else saved first; otherwise as [`add`].
pub fn rename(office: &Office, actor: &Actor, id: &str, version: i64, name: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Settings)?;
    let name = named(name)?;
    office.change(actor, |work| {
        let known = units::all(work.tx)?;
        let before = known.iter().find(|unit| unit.id == id).ok_or(OfficeError::NotFound)?;
        let after = Unit { id: id.to_owned(), name: name.to_owned(), version };
        if !units::rename(work.tx, &after).map_err(taken)? {
            return Err(OfficeError::Stale);
        }
        let details = serde_json::json!({"before": {"name": before.name}, "after": {"name": name}});
        work.note("change", About::thing(Thing::Settings, id), details.to_string());
        Ok(())
    })
}

/// A unit's name stands in lists beside others.
const LONGEST_NAME: usize = 100;

fn named(name: &str) -> Result<&str, OfficeError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(OfficeError::Invalid(vec![Problem::plain("name", "unit-name-needed")]));
    }
    if name.chars().count() > LONGEST_NAME {
        let facts = vec![("most", LONGEST_NAME.to_string())];
        return Err(OfficeError::Invalid(vec![Problem { field: "name", text: "unit-name-long", facts }]));
    }
    Ok(name)
}

fn taken(error: StoreError) -> OfficeError {
    match error {
        StoreError::Constraint { .. } => OfficeError::Invalid(vec![Problem::plain("name", "unit-name-taken")]),
        other => other.into(),
    }
}
