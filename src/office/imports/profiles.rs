//! How an office's columns are read, once somebody has said so.

use crate::access::{Action, Thing};
use crate::exchange::Mapping;
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::{StoreError, imports as store};

/// The mapping saved under a name, if there is one, and the names there are.
///
/// # Errors
/// When the actor may not import, or the store fails.
pub fn profile(office: &Office, actor: &Actor, name: &str) -> Result<(Option<Mapping>, Vec<String>), OfficeError> {
    actor.may(Action::Look, Thing::Import)?;
    let (saved, names) =
        office.store().read(|tx| Ok::<_, StoreError>((store::profile(tx, name)?, store::profiles(tx)?)))?;
    let mapping = saved.map(|text| Mapping::from_text(&text)).transpose();
    let mapping = mapping.map_err(|bad| StoreError::Corrupt { what: "import profile", found: bad.to_string() })?;
    Ok((mapping, names))
}

/// The names that mappings are saved under.
///
/// # Errors
/// When the actor may not import, or the store fails.
pub fn profile_names(office: &Office, actor: &Actor) -> Result<Vec<String>, OfficeError> {
    actor.may(Action::Look, Thing::Import)?;
    Ok(office.store().read(store::profiles)?)
}

/// Saves a mapping under a name; the last one saved holds.
///
/// # Errors
/// When the actor may not import, or the store fails.
pub fn save_profile(office: &Office, actor: &Actor, name: &str, mapping: &Mapping) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Import)?;
    office.change(actor, |work| {
        store::save_profile(work.tx, name, &mapping.to_toml())?;
        work.note("change", About::thing(Thing::Import, "profile"), serde_json::json!({"profile": name}).to_string());
        Ok(())
    })
}
