//! Somebody who was expected applies: the form is filled in as far as is known, and the application takes over.

use super::{known_expected, need, note};
use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError, Work, intake};
use crate::store::applications::Application;
use crate::store::expected::{self as store, Ending, Expected};
use housing::applications::ApplicationKind;
use housing::expected::{reason_after, situation_at};
use serde_json::json;

/// Begins an application for somebody who is expected, with what is known already; the answer is the draft's id. An
/// application that the actor has begun for them is gone on with.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of; [`OfficeError::Stale`] when they
/// are not expected any more.
pub fn begin_application(office: &Office, actor: &Actor, id: &str) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    let (expected, person, need) = office.store().read(|tx| {
        let (expected, person) = known_expected(tx, actor, id)?;
        let need = need(office.secrets(), &expected)?;
        Ok::<_, OfficeError>((expected, person, need))
    })?;
    if expected.ended.is_some() {
        return Err(OfficeError::Stale);
    }
    office.looked(actor, About { thing: Thing::Expected, id, person: &person.id }, String::new())?;
    let is_theirs = |draft: &intake::Draft| draft.pairs.contains(&("applicant".to_owned(), person.id.clone()));
    if let Some(begun) = intake::drafts(office, actor)?.into_iter().find(is_theirs) {
        return Ok(begun.id);
    }
    let known = known_already(&expected, &need, office.today().to_string());
    let pairs: Vec<(String, String)> = known
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    intake::save_draft(office, actor, None, &pairs)
}

/// The fields of the application's form that can be filled in.
fn known_already(expected: &Expected, need: &str, today: String) -> Vec<(&'static str, String)> {
    let contact = [Some(expected.contact.clone()), expected.contact_telephone.clone(), expected.place_name.clone()];
    vec![
        ("applicant", expected.person.clone()),
        ("received", today),
        ("kind", ApplicationKind::New.code().to_owned()),
        ("rep_copies", "true".to_owned()),
        ("situation", situation_at(expected.place).map(|it| it.code().to_owned()).unwrap_or_default()),
        ("need_reasons", reason_after(expected.place).code().to_owned()),
        ("leaves_place", expected.place.code().to_owned()),
        ("leaves_on", expected.day.to_string()),
        ("responsible", contact.into_iter().flatten().collect::<Vec<_>>().join(", ")),
        ("note", need.to_owned()),
    ]
}

/// Whoever was expected has applied: from now on it is an application.
pub(in crate::office) fn applied(work: &mut Work<'_, '_>, application: &Application) -> Result<(), OfficeError> {
    for before in store::of_person(work.tx, &application.applicant)? {
        if before.ended.is_some() {
            continue;
        }
        let ended = Some((work.today, Ending::Applied(application.id.clone())));
        let after = Expected { ended, ..before };
        if !store::save(work.tx, &after)? {
            return Err(OfficeError::Stale);
        }
        let details = json!({"after": {"application": application.number()}}).to_string();
        note(work, "close", &after, details);
    }
    Ok(())
}
