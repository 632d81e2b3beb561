//! Forms that are being filled in, kept as they are typed. A draft is its officer's own and no fact of the register:
//! saving it leaves no entry in the journal, and what is remembered of the facts stays valid.

use crate::access::{Action, Thing};
use crate::clock::Instant;
use crate::office::{Actor, Office, OfficeError, Work, new_id};
use crate::secrets::Secrets;
use crate::store::StoreError;
use crate::store::intake as store;

/// What stands in a form, by field.
pub type Pairs = Vec<(String, String)>;

/// A form somebody has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub id: String,
    pub saved_at: Instant,
    pub pairs: Pairs,
}

/// What an encrypted draft is bound to: it opens in its own row only.
fn row_name(id: &str) -> String {
    format!("application_draft.content:{id}")
}

fn opened(secrets: &Secrets, kept: &store::Draft) -> Result<Draft, OfficeError> {
    let corrupt = |_| StoreError::Corrupt { what: "draft", found: kept.id.clone() };
    let text = secrets.decrypt(&row_name(&kept.id), &kept.content).map_err(|_| corrupt(()))?;
    let pairs = serde_json::from_str(&text).map_err(|_| corrupt(()))?;
    Ok(Draft { id: kept.id.clone(), saved_at: kept.saved_at, pairs })
}

/// Keeps what stands in a form: in the draft `id` when it is the actor's own, otherwise in a new one. The answer is
/// the draft's id.
///
/// # Errors
/// When the actor may not enter applications.
pub fn save_draft(office: &Office, actor: &Actor, id: Option<&str>, pairs: &Pairs) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    let own = match id {
        Some(id) => office.store().read(|tx| store::find_draft(tx, id))?.filter(|kept| kept.officer == actor.id),
        None => None,
    };
    let id = own.map_or_else(new_id, |kept| kept.id);
    let text = serde_json::to_string(pairs).expect("texts can always be written");
    let content = office.secrets().encrypt(&row_name(&id), &text)?;
    let draft = store::Draft { id: id.clone(), officer: actor.id.clone(), saved_at: office.now(), content };
    office.store().note(|tx| store::save_draft(tx, &draft))?;
    Ok(id)
}

/// One of the actor's own drafts.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or it is somebody else's.
pub fn draft(office: &Office, actor: &Actor, id: &str) -> Result<Draft, OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    let kept = office.store().read(|tx| store::find_draft(tx, id))?;
    let kept = kept.filter(|kept| kept.officer == actor.id).ok_or(OfficeError::NotFound)?;
    opened(office.secrets(), &kept)
}

/// The actor's own drafts, the newest first.
///
/// # Errors
/// When the actor may not enter applications.
pub fn drafts(office: &Office, actor: &Actor) -> Result<Vec<Draft>, OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    let kept = office.store().read(|tx| store::drafts_of(tx, &actor.id))?;
    kept.iter().map(|kept| opened(office.secrets(), kept)).collect()
}

/// Throws one of the actor's own drafts away.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or it is somebody else's.
pub fn discard(office: &Office, actor: &Actor, id: &str) -> Result<(), OfficeError> {
    draft(office, actor, id)?;
    Ok(office.store().note(|tx| store::forget_draft(tx, id))?)
}

/// Forgets the draft of an application that is registered now, when it is the actor's own.
pub(super) fn forget_own(work: &mut Work<'_, '_>, id: &str) -> Result<(), OfficeError> {
    let kept = store::find_draft(work.tx, id)?;
    if kept.is_some_and(|kept| kept.officer == work.actor.id) {
        store::forget_draft(work.tx, id)?;
    }
    Ok(())
}
