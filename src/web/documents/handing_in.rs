//! Files that are handed in: read, checked and filed; those that cannot be kept are named with the reason.

use super::list::{Shown, page};
use crate::access::{Action, Thing};
use crate::office::Problem;
use crate::office::documents::{self, AuthorityOf, File, HandedIn, NotKept, WhyNot};
use crate::texts::Language;
use crate::web::reading::{Outcome, needed_day, parsed};
use crate::web::upload::{self, Limits, Sent, SentFile};
use crate::web::{App, FormValues, Frame, Visitor, WebError};
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::applications::Enclosure;
use std::num::ParseIntError;

/// The most files at once: more is a folder that somebody took by mistake.
const MOST_FILES: usize = 30;

/// The choice that says that an authority is nobody's who acts for the applicant here.
pub(super) const NOBODYS: &str = "-";

pub(super) async fn receive(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    multipart: Multipart,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Document)?;
    let limits = limits(&app);
    let Sent { values: mut form, files, .. } = upload::read(&visitor, multipart, limits).await?;
    let frame = visitor.frame();
    let mut problems = wrong_number(&files);
    let Some(said) = read(&app, &id, &form, &mut problems).filter(|_| problems.is_empty()) else {
        form.errors = frame.words(&problems);
        let shown = Shown { form, kept: 0, not_kept: Vec::new() };
        return page(&app, &visitor, id, shown, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let case = said.case.clone();
    let (small, mut not_kept) = by_size(&frame, files, limits.each);
    let saved = app.office(move |office| Outcome::of(documents::hand_in(office, &actor, &said, small))).await?;
    let kept = match saved {
        Outcome::Done(outcome) => {
            not_kept.extend(outcome.not_kept.iter().map(|file| why_not(&frame, file)));
            outcome.kept.len()
        }
        refused @ (Outcome::Refused(_) | Outcome::Stale) => {
            let answer = refused.kept(&frame, &mut form).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            return page(&app, &visitor, id, Shown { form, kept: 0, not_kept }, answer).await;
        }
    };
    if not_kept.is_empty() {
        let case = case.map(|case| format!("&case={case}")).unwrap_or_default();
        return Ok(Redirect::to(&format!("/applications/{id}/documents?kept={kept}{case}")).into_response());
    }
    page(&app, &visitor, id, Shown { form, kept, not_kept }, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// How much is let in: one file never more than the whole.
pub(super) fn limits(app: &App) -> Limits {
    let whole = app.settings().upload_megabytes << 20;
    Limits { each: (app.settings().document_megabytes << 20).min(whole), whole }
}

fn wrong_number(files: &[SentFile]) -> Vec<Problem> {
    match files.len() {
        0 => vec![Problem::plain("files", "document-problem-files")],
        found if found > MOST_FILES => {
            let facts = vec![("most", MOST_FILES.to_string()), ("found", found.to_string())];
            vec![Problem { field: "files", text: "document-problem-too-many", facts }]
        }
        _ => Vec::new(),
    }
}

/// The files that are small enough, and the others with the reason.
fn by_size(frame: &Frame, files: Vec<SentFile>, each: u64) -> (Vec<File>, Vec<(String, String)>) {
    let (mut small, mut too_large) = (Vec::new(), Vec::new());
    for SentFile { name, content } in files {
        match content {
            Some(content) => small.push(File { name, content }),
            None => too_large.push((name, frame.t1("document-refused-too-large", "limit", each >> 20))),
        }
    }
    (small, too_large)
}

/// What the form says of the files; `None` when it does not say enough.
fn read(app: &App, id: &str, form: &FormValues, problems: &mut Vec<Problem>) -> Option<HandedIn> {
    let day = needed_day(form, "day", problems);
    let kind: Option<Enclosure> = form.get("kind").parse().ok();
    if kind.is_none() {
        problems.push(Problem::plain("kind", "document-problem-kind"));
    }
    // What is kept is called by one language's words, whoever's page it was: letters and bundles print it.
    let kinds_word = |kind: Enclosure| match kind {
        Enclosure::Other => String::new(),
        kind => app.texts().get(Language::Bokmal, &kind.text_key()),
    };
    let authority_of = parsed(form, "authority_of", "form-problem-choice", authority_of, problems);
    let (day, kind) = (day?, kind?);
    Some(HandedIn {
        application: id.to_owned(),
        case: form.filled("case").map(str::to_owned),
        title: form.filled("title").map_or_else(|| kinds_word(kind), str::to_owned),
        kind,
        day,
        authority_of,
    })
}

/// What is chosen of whose authority a document shows.
fn authority_of(chosen: &str) -> Result<AuthorityOf, ParseIntError> {
    match chosen {
        NOBODYS => Ok(AuthorityOf::Nobody),
        position => position.parse().map(AuthorityOf::Representative),
    }
}

fn why_not(frame: &Frame, file: &NotKept) -> (String, String) {
    let text = match file.why {
        WhyNot::Refused(refusal) => frame.t(refusal.text_key()),
        WhyNot::HereSince(day) => frame.t1("document-refused-repeated", "day", frame.day(&day)),
    };
    (file.name.clone(), text)
}
