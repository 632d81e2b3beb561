//! The import in steps: files are looked at, the reading of them is corrected, and then they are
//! saved or put away.

use super::under_way::Progress;
use super::{
    MissingNamed, OriginalFile, Outcome, Prepared, PreparedFile, RefusedFile, accept_as, missing, prepare,
    prepare_file, rehearse,
};
use crate::access::{self, Action, Thing};
use crate::exchange::Mapping;
use crate::office::{About, Actor, Office, OfficeError, new_id};
use crate::secrets::{Secrets, hex};
use crate::store::accounts::{self, Officer};
use crate::store::imports::{self as store, Import, ImportFile, State};
use crate::store::{StoreError, Tx};
use housing::Date;
use sha2::{Digest, Sha256};

/// An import as somebody looks at it.
pub struct Preview {
    pub import: Import,
    pub prepared: Prepared,
    /// What it did, when it has been saved.
    pub outcome: Option<Outcome>,
    /// The first of what the files no longer had.
    pub missing: MissingNamed,
    /// Who can look at the people whom notes protect, for somebody who may not see all of them themselves.
    pub checked_by: Option<Vec<String>>,
    /// Files that came with these and could not be read, each with the code of the reason; until it is saved.
    pub refused: Vec<(String, String)>,
}

/// What an import that is looked at came with.
#[derive(Default, serde::Serialize, serde::Deserialize)]
struct Brought {
    refused: Vec<(String, String)>,
}

/// With more rows than this a rehearsal would keep others waiting.
const MOST_REHEARSED: u64 = 5_000;

/// What saving an import would do; `None` when it is not open for it, or too large to be tried in passing.
///
/// # Errors
/// As [`rehearse`].
pub fn rehearsed(
    office: &Office,
    actor: &Actor,
    preview: &Preview,
) -> Result<Option<(Outcome, MissingNamed)>, OfficeError> {
    let may_save = actor.may(Action::Change, Thing::Import).is_ok();
    if !may_save || preview.import.state != State::Preview || preview.prepared.accepted_rows() > MOST_REHEARSED {
        return Ok(None);
    }
    let (outcome, ()) = rehearse(office, actor, &preview.prepared, preview.import.as_of, |_| Ok(()))?;
    let missing = office.store().read(|tx| missing::named(tx, &outcome.missing, MISSING_SHOWN))?;
    Ok(Some((outcome, missing)))
}

/// So many missing things of a kind are shown by name.
pub const MISSING_SHOWN: usize = 50;

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
    let refused = |file: &RefusedFile| (file.name.clone(), file.why.code().to_owned());
    let brought = Brought { refused: prepared.refused.iter().map(refused).collect() };
    let brought = serde_json::to_string(&brought).expect("it has only texts");
    office.change(actor, |work| {
        let import = Import {
            id: id.clone(),
            at: work.now,
            officer: actor.id.clone(),
            as_of,
            state: State::Preview,
            summary: brought.clone(),
        };
        store::save(work.tx, &import)?;
        // What is guessed is guessed again at every look, so that a guess is not shown as somebody's word.
        let said = mapping.cloned().unwrap_or_default();
        for (position, file) in prepared.files.iter().enumerate() {
            store::save_file(work.tx, &id, &kept(work.secrets, &id, position, file, &said)?)?;
        }
        work.note("create", About::thing(Thing::Import, &id), String::new());
        Ok(())
    })?;
    Ok((Some(id), prepared))
}

/// A file as it is kept with its import: encrypted, for it is full of identity numbers.
pub(super) fn kept(
    secrets: &Secrets,
    import: &str,
    position: usize,
    file: &PreparedFile,
    mapping: &Mapping,
) -> Result<ImportFile, OfficeError> {
    let position = u32::try_from(position).expect("few files are imported at once");
    Ok(ImportFile {
        position,
        name: file.original.name.clone(),
        sha256: hex(&Sha256::digest(&file.original.content)),
        mapping: mapping.to_toml(),
        content: secrets.encrypt_bytes(&row_name(import, position), &file.original.content)?,
    })
}

/// What an encrypted file is bound to: it opens in its own row only.
fn row_name(import: &str, position: u32) -> String {
    format!("import_file.content:{import}/{position}")
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
    let (import, files, outcome, missing, checked_by) = office.store().read(|tx| {
        let (import, files) = of_own(tx, actor, id)?;
        let outcome: Option<Outcome> = serde_json::from_str(&import.summary).ok();
        let missing = outcome.as_ref().map(|outcome| missing::named(tx, &outcome.missing, MISSING_SHOWN));
        let checked_by = if actor.sees_protected { None } else { Some(who_sees_protected(tx)?) };
        Ok::<_, OfficeError>((import, files, outcome, missing.transpose()?.unwrap_or_default(), checked_by))
    })?;
    let mut prepared = Prepared::default();
    for file in files {
        let mapping = Mapping::from_text(&file.mapping)
            .map_err(|bad| StoreError::Corrupt { what: "import mapping", found: bad.to_string() })?;
        let content = office.secrets().decrypt_bytes(&row_name(id, file.position), &file.content);
        let content = content.map_err(|error| StoreError::Corrupt { what: "import file", found: error.to_string() })?;
        let original = OriginalFile { name: file.name, content };
        match prepare_file(original, Some(&mapping), office.today()) {
            Ok(file) => prepared.files.push(file),
            Err(refused) => prepared.refused.push(refused),
        }
    }
    office.looked(actor, About::thing(Thing::Import, id), String::new())?;
    let brought: Brought = serde_json::from_str(&import.summary).unwrap_or_default();
    Ok(Preview { import, prepared, outcome, missing, checked_by, refused: brought.refused })
}

/// The names of those who may tie strictly protected persons to homes.
fn who_sees_protected(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    let may_look = |officer: &Officer| {
        !officer.closed && officer.sees_protected && access::may(officer.role, Action::Look, Thing::Person).is_ok()
    };
    Ok(accounts::officers(tx)?.into_iter().filter(may_look).map(|officer| officer.name).collect())
}

/// Whoever brought the files in may look into them, and the group that sees protected ties.
fn may_open(actor: &Actor, import: &Import) -> bool {
    import.officer == actor.id || actor.sees_protected
}

fn of_own(tx: &mut Tx<'_>, actor: &Actor, id: &str) -> Result<(Import, Vec<ImportFile>), OfficeError> {
    let import = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    if !may_open(actor, &import) {
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
    actor.may(Action::Change, Thing::Import)?;
    // In hand before the files are read: whoever asks meanwhile must not be told that all is done.
    let under_way = office.imports_under_way();
    let progress = under_way.begin(id).ok_or(OfficeError::Stale)?;
    let done = save_looked_at(office, actor, id, &progress);
    under_way.end(id);
    done
}

fn save_looked_at(office: &Office, actor: &Actor, id: &str, progress: &Progress) -> Result<(), OfficeError> {
    let preview = preview(office, actor, id)?;
    if preview.import.state != State::Preview {
        return Err(OfficeError::Stale);
    }
    progress.expect_rows(preview.prepared.accepted_rows());
    let what = (&preview.prepared, preview.import.as_of);
    accept_as(office, actor, id, what, &|| progress.saved_row(), |_| Ok(()))?;
    Ok(())
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

/// An import in the list of them.
pub struct NewestImport {
    pub import: Import,
    /// Who brought it in.
    pub officer: String,
    /// What its files are called, for those who may look into them.
    pub files: Vec<String>,
}

/// The newest imports.
///
/// # Errors
/// When the actor may not import, or the store fails.
pub fn newest(office: &Office, actor: &Actor) -> Result<Vec<NewestImport>, OfficeError> {
    actor.may(Action::Look, Thing::Import)?;
    office.store().read(|tx| {
        let mut imports = Vec::new();
        for import in store::newest(tx, 100)? {
            let officer = accounts::find(tx, &import.officer)?;
            let name = officer.map_or_else(|| import.officer.clone(), |officer| officer.name);
            let files = match may_open(actor, &import) {
                true => store::file_names(tx, &import.id)?,
                false => Vec::new(),
            };
            imports.push(NewestImport { import, officer: name, files });
        }
        Ok(imports)
    })
}
