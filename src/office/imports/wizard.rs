//! The import in steps: files are looked at, the reading of them is corrected, and then they are
//! saved or put away.

use super::{OriginalFile, Prepared, PreparedFile, accept_as, prepare, prepare_file};
use crate::access::{Action, Thing};
use crate::exchange::Mapping;
use crate::office::{About, Actor, Office, OfficeError, new_id};
use crate::secrets::hex;
use crate::store::imports::{self as store, Import, ImportFile, State};
use crate::store::{StoreError, Tx};
use housing::Date;
use sha2::{Digest, Sha256};

/// An import as somebody looks at it.
pub struct Preview {
    pub import: Import,
    pub prepared: Prepared,
}

/// Takes files in for a look. Files that cannot be read are the answer's `refused` and not kept; the
/// id is `None` when none can be read.
///
/// # Errors
/// When the actor may not import, or the store fails.
pub fn open(
    office: &Office,
    actor: &Actor,
    originals: Vec<OriginalFile>,
    mapping: Option<&Mapping>,
    as_of: Date,
) -> Result<(Option<String>, Prepared), OfficeError> {
    actor.may(Action::Change, Thing::Import)?;
    let prepared = prepare(originals, mapping, office.today());
    if prepared.files.is_empty() {
        return Ok((None, prepared));
    }
    let id = new_id();
    office.change(actor, |work| {
        let import = Import {
            id: id.clone(),
            at: work.now,
            officer: actor.id.clone(),
            as_of,
            state: State::Preview,
            summary: String::new(),
        };
        store::save(work.tx, &import)?;
        for (position, file) in prepared.files.iter().enumerate() {
            store::save_file(work.tx, &id, &kept(position, file, &file.mapping()))?;
        }
        work.note("create", About::thing(Thing::Import, &id), String::new());
        Ok(())
    })?;
    Ok((Some(id), prepared))
}

fn kept(position: usize, file: &PreparedFile, mapping: &Mapping) -> ImportFile {
    ImportFile {
        position: u32::try_from(position).expect("few files are imported at once"),
        name: file.original.name.clone(),
        sha256: hex(&Sha256::digest(&file.original.content)),
        mapping: mapping.to_toml(),
        content: file.original.content.clone(),
    }
}

impl PreparedFile {
    /// How its columns were read.
    pub fn mapping(&self) -> Mapping {
        Mapping::of(&self.sheets.iter().map(|(reading, _)| reading.clone()).collect::<Vec<_>>())
    }
}

/// An import with its files, read again as they stand. Only whoever brought the files in, and the
/// group that sees protected ties, may look into them: a file does not know who is protected.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or it is somebody else's.
pub fn preview(office: &Office, actor: &Actor, id: &str) -> Result<Preview, OfficeError> {
    actor.may(Action::Look, Thing::Import)?;
    let (import, files) = office.store().read(|tx| of_own(tx, actor, id))?;
    let mut prepared = Prepared::default();
    for file in files {
        let mapping = Mapping::from_text(&file.mapping)
            .map_err(|bad| StoreError::Corrupt { what: "import mapping", found: bad.to_string() })?;
        let original = OriginalFile { name: file.name, content: file.content };
        match prepare_file(original, Some(&mapping), office.today()) {
            Ok(file) => prepared.files.push(file),
            Err(refused) => prepared.refused.push(refused),
        }
    }
    office.looked(actor, About::thing(Thing::Import, id), String::new())?;
    Ok(Preview { import, prepared })
}

fn of_own(tx: &mut Tx<'_>, actor: &Actor, id: &str) -> Result<(Import, Vec<ImportFile>), OfficeError> {
    let import = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    if import.officer != actor.id && !actor.sees_protected {
        return Err(OfficeError::NotFound);
    }
    let files = store::files(tx, id)?;
    Ok((import, files))
}

/// Corrects how the files are read; nothing is saved from them yet.
///
/// # Errors
/// [`OfficeError::Stale`] when the import is no longer open for it.
pub fn remap(office: &Office, actor: &Actor, id: &str, mappings: &[Mapping]) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Import)?;
    office.change(actor, |work| {
        let (import, files) = of_own(work.tx, actor, id)?;
        if import.state != State::Preview {
            return Err(OfficeError::Stale);
        }
        for (file, mapping) in files.into_iter().zip(mappings) {
            store::save_file(work.tx, id, &ImportFile { mapping: mapping.to_toml(), ..file })?;
        }
        work.note("change", About::thing(Thing::Import, id), r#"{"what":"mapping"}"#.to_owned());
        Ok(())
    })
}

/// Saves the good rows of an import that has been looked at. Whoever asks meanwhile finds out how
/// far it has come in [`Office::imports_under_way`].
///
/// # Errors
/// [`OfficeError::Stale`] when it has been saved or put away already, or is being saved now.
pub fn carry_out(office: &Office, actor: &Actor, id: &str) -> Result<(), OfficeError> {
    let preview = preview(office, actor, id)?;
    if preview.import.state != State::Preview {
        return Err(OfficeError::Stale);
    }
    let under_way = office.imports_under_way();
    let Some(progress) = under_way.begin(id, preview.prepared.accepted_rows()) else {
        return Err(OfficeError::Stale);
    };
    let what = (&preview.prepared, preview.import.as_of);
    let done = accept_as(office, actor, id, what, &|| progress.saved_row(), |_| Ok(()));
    under_way.end(id);
    done.map(|_| ())
}

/// Puts an import away without saving anything from it; its files are kept.
///
/// # Errors
/// [`OfficeError::Stale`] when it has been saved already.
pub fn discard(office: &Office, actor: &Actor, id: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Import)?;
    office.change(actor, |work| {
        let (import, _) = of_own(work.tx, actor, id)?;
        if import.state != State::Preview {
            return Err(OfficeError::Stale);
        }
        store::save(work.tx, &Import { state: State::Discarded, ..import })?;
        work.note("discard", About::thing(Thing::Import, id), String::new());
        Ok(())
    })
}

/// The newest imports, with who brought them in.
///
/// # Errors
/// When the actor may not import, or the store fails.
pub fn newest(office: &Office, actor: &Actor) -> Result<Vec<(Import, String)>, OfficeError> {
    actor.may(Action::Look, Thing::Import)?;
    office.store().read(|tx| {
        let mut imports = Vec::new();
        for import in store::newest(tx, 100)? {
            let officer = crate::store::accounts::find(tx, &import.officer)?;
            let name = officer.map_or_else(|| import.officer.clone(), |officer| officer.name);
            imports.push((import, name));
        }
        Ok(imports)
    })
}
