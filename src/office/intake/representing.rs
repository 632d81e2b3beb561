//! Those who act for an applicant, after the application came in (`L1.6`).

use crate::access::{Action, Thing};
use crate::office::applications::known_application;
use crate::office::people::refuse;
use crate::office::{About, Actor, Office, OfficeError, Problem, Work};
use crate::store::intake::{self as store, Representative};
use serde_json::json;

/// What becomes of somebody who acts for an applicant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Representing {
    /// They begin today.
    Begins(Box<Representative>),
    /// Their written authority, or their appointment, has been shown.
    ShowsAuthority { position: i64 },
    /// They act no more, from today on.
    Ends { position: i64 },
}

/// Notes what becomes of somebody who acts for the applicant: letters made from now on follow it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such application, or none that the actor may know of;
/// [`OfficeError::Invalid`] when it was noted already.
pub fn represent(office: &Office, actor: &Actor, id: &str, step: &Representing) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    office.change(actor, |work| represent_in(work, id, step))
}

/// As [`represent`], in a change that is under way.
///
/// # Errors
/// As [`represent`].
pub(in crate::office) fn represent_in(
    work: &mut Work<'_, '_>,
    id: &str,
    step: &Representing,
) -> Result<(), OfficeError> {
    let (application, _) = known_application(work.tx, work.actor, id)?;
    let (name, what, saved) = match step {
        Representing::Begins(new) => {
            store::add_representative(work.tx, id, new)?;
            (new.name.clone(), "rep_begins", true)
        }
        Representing::ShowsAuthority { position } => {
            (named(work, id, *position)?, "rep_shows", store::show_authority(work.tx, id, *position, work.today)?)
        }
        Representing::Ends { position } => {
            (named(work, id, *position)?, "rep_ends", store::end(work.tx, id, *position, work.today)?)
        }
    };
    if !saved {
        return refuse(vec![Problem { field: "", text: "intake-problem-rep-done", facts: vec![("name", name)] }]);
    }
    let details = json!({"after": {what: name}}).to_string();
    work.note("change", About { thing: Thing::Application, id, person: &application.applicant }, details);
    Ok(())
}

fn named(work: &mut Work<'_, '_>, application: &str, position: i64) -> Result<String, OfficeError> {
    let known = store::representatives(work.tx, application)?;
    known.into_iter().find(|one| one.position == position).map(|one| one.name).ok_or(OfficeError::NotFound)
}
