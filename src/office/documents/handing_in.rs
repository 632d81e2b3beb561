//! Documents that reach the office: checked by their content, and filed in their application.

use super::{keep, sha256};
use crate::access::{Action, Thing};
use crate::exchange::documents::{FileKind, Refusal, kept_name, recognise};
use crate::office::applications::known_application;
use crate::office::intake::{Representing, represent_in};
use crate::office::{About, Actor, Office, OfficeError, Problem, Work, new_id};
use crate::store::applications::Application;
use crate::store::cases;
use crate::store::documents::{self as store, Document, Way};
use crate::store::intake as store_intake;
use housing::Date;
use housing::applications::Enclosure;

/// What is said of the files that are handed in together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedIn {
    pub application: String,
    /// The case they belong to; all of the application's when `None`.
    pub case: Option<String>,
    pub kind: Enclosure,
    /// What the office calls them.
    pub title: String,
    /// The day they reached the municipality.
    pub day: Date,
    /// Whose authority an authority shows; `None` when it was not said.
    pub authority_of: Option<AuthorityOf>,
}

/// Whose authority to act for the applicant a document shows (`L1.6`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthorityOf {
    /// A representative's, by its position.
    Representative(i64),
    /// Nobody's that acts for the applicant here.
    Nobody,
}

/// A file as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub content: Vec<u8>,
}

/// Why a file was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    Refused(Refusal),
    /// The same file is in the application already, from this day.
    HereSince(Date),
}

/// A file that was not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotKept {
    pub name: String,
    pub why: WhyNot,
}

/// What became of the files: the good ones are kept, whatever the others are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub kept: Vec<Document>,
    pub not_kept: Vec<NotKept>,
}

/// Takes in the files that can be taken in, and names the others.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such application or case, or none that the actor may know of;
/// [`OfficeError::Invalid`] when what is said of the files cannot be right.
pub fn hand_in(office: &Office, actor: &Actor, said: &HandedIn, files: Vec<File>) -> Result<Outcome, OfficeError> {
    actor.may(Action::Change, Thing::Document)?;
    let mut refused = Vec::new();
    let mut good = Vec::new();
    for file in files {
        match recognise(&file.name, &file.content) {
            Ok(kind) => good.push((file, kind)),
            Err(refusal) => refused.push(NotKept { name: file.name, why: WhyNot::Refused(refusal) }),
        }
    }
    office.change(actor, |work| {
        let application = application_of(work, said)?;
        check(said, work.today)?;
        let shows = shown_authority(work, said)?;
        let mut outcome = Outcome { kept: Vec::new(), not_kept: refused.clone() };
        for (file, kind) in &good {
            match file_away(work, &application, said, file, *kind)? {
                Ok(document) => outcome.kept.push(document),
                Err(not_kept) => outcome.not_kept.push(not_kept),
            }
        }
        if let Some(position) = shows.filter(|_| !outcome.kept.is_empty()) {
            represent_in(work, &application.id, &Representing::ShowsAuthority { position })?;
        }
        Ok(outcome)
    })
}

/// The representative who has shown authority with an authority that is handed in. Where somebody lacks it, it must be
/// said whose it is: letters go to them from then on.
fn shown_authority(work: &mut Work<'_, '_>, said: &HandedIn) -> Result<Option<i64>, OfficeError> {
    if said.kind != Enclosure::Authority {
        return Ok(None);
    }
    let mut lack = store_intake::representatives(work.tx, &said.application)?;
    lack.retain(|one| one.lacks_authority(work.today));
    match said.authority_of {
        Some(AuthorityOf::Representative(position)) if lack.iter().any(|one| one.position == position) => {
            Ok(Some(position))
        }
        Some(AuthorityOf::Nobody) => Ok(None),
        None if lack.is_empty() => Ok(None),
        Some(AuthorityOf::Representative(_)) | None => {
            Err(OfficeError::Invalid(vec![Problem::plain("authority_of", "document-problem-authority-of")]))
        }
    }
}

fn application_of(work: &mut Work<'_, '_>, said: &HandedIn) -> Result<Application, OfficeError> {
    let (application, _) = known_application(work.tx, work.actor, &said.application)?;
    if let Some(case) = &said.case {
        let case = cases::find(work.tx, case)?.ok_or(OfficeError::NotFound)?;
        if case.application != application.id {
            return Err(OfficeError::NotFound);
        }
    }
    Ok(application)
}

fn check(said: &HandedIn, today: Date) -> Result<(), OfficeError> {
    let mut problems = Vec::new();
    if said.day > today {
        problems.push(Problem::plain("day", "document-problem-day"));
    }
    if said.title.trim().is_empty() {
        problems.push(Problem::plain("title", "document-problem-title"));
    }
    if problems.is_empty() { Ok(()) } else { Err(OfficeError::Invalid(problems)) }
}

fn file_away(
    work: &mut Work<'_, '_>,
    application: &Application,
    said: &HandedIn,
    file: &File,
    kind: FileKind,
) -> Result<Result<Document, NotKept>, OfficeError> {
    let mark = sha256(&file.content);
    let filed = store::of_application(work.tx, &application.id)?;
    if let Some(same) = filed.iter().find(|document| document.sha256 == mark) {
        return Ok(Err(NotKept { name: file.name.clone(), why: WhyNot::HereSince(same.day) }));
    }
    let document = Document {
        id: new_id(),
        application: application.id.clone(),
        case: said.case.clone(),
        person: application.applicant.clone(),
        way: Way::In,
        kind: said.kind.code().to_owned(),
        title: said.title.trim().to_owned(),
        day: said.day,
        file_name: kept_name(&file.name, kind),
        media_type: kind.media_type().to_owned(),
        size: 0,
        sha256: String::new(),
        officer: work.actor.id.clone(),
        at: work.now,
    };
    let document = keep(work, document, &file.content)?;
    let after = serde_json::json!({
        "kind": document.kind, "title": document.title, "day": document.day.to_string(),
        "file_name": document.file_name, "size": document.size, "sha256": document.sha256,
    });
    let details = serde_json::json!({"after": after}).to_string();
    work.note("create", About { thing: Thing::Document, id: &document.id, person: &document.person }, details);
    Ok(Ok(document))
}
