//! Files that are handed in: read, checked and filed; those that cannot be kept are named with the reason.

use super::list::{Shown, page};
use crate::access::{Action, Thing};
use crate::office::Problem;
use crate::office::documents::{self, File, HandedIn, NotKept, WhyNot};
use crate::texts::Language;
use crate::web::reading::{Outcome, needed_day};
use crate::web::upload::{self, Limits, Sent};
use crate::web::{App, FormValues, Frame, Visitor, WebError};
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::applications::Enclosure;

/// The most files at once: more is a folder that somebody took by mistake.
const MOST_FILES: usize = 30;

pub(super) async fn receive(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    multipart: Multipart,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Document)?;
    let (each, whole) = (app.settings().document_megabytes << 20, app.settings().upload_megabytes << 20);
    let Sent { values: mut form, files, .. } =
        upload::read(&visitor, multipart, Limits { each: each.min(whole), whole }).await?;
    let frame = visitor.frame();
    let mut problems = Vec::new();
    if files.is_empty() {
        problems.push(Problem::plain("files", "document-problem-files"));
    }
    if files.len() > MOST_FILES {
        let facts = vec![("most", MOST_FILES.to_string()), ("found", files.len().to_string())];
        problems.push(Problem { field: "files", text: "document-problem-too-many", facts });
    }
    let Some(said) = read(&app, &id, &form, &mut problems).filter(|_| problems.is_empty()) else {
        form.errors = frame.words(&problems);
        let shown = Shown { form, kept: 0, not_kept: Vec::new() };
        return page(&app, &visitor, id, shown, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (small, large): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.content.is_some());
    let small = small.into_iter().filter_map(|file| Some(File { name: file.name, content: file.content? }));
    let small: Vec<File> = small.collect();
    let megabytes = each.min(whole) >> 20;
    let too_large = |name: String| (name, frame.t1("document-refused-too-large", "limit", megabytes));
    let mut not_kept: Vec<(String, String)> = large.into_iter().map(|file| too_large(file.name)).collect();
    let saved = app.office(move |office| Outcome::of(documents::hand_in(office, &actor, &said, small))).await?;
    let kept = match saved {
        Outcome::Done(outcome) => {
            not_kept.extend(outcome.not_kept.iter().map(|file| why_not(&frame, file)));
            outcome.kept.len()
        }
        refused => {
            let answer = refused.kept(&frame, &mut form).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            return page(&app, &visitor, id, Shown { form, kept: 0, not_kept }, answer).await;
        }
    };
    if not_kept.is_empty() {
        return Ok(Redirect::to(&format!("/applications/{id}/documents?kept={kept}")).into_response());
    }
    page(&app, &visitor, id, Shown { form, kept, not_kept }, StatusCode::UNPROCESSABLE_ENTITY).await
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
    let (day, kind) = (day?, kind?);
    Some(HandedIn {
        application: id.to_owned(),
        case: form.filled("case").map(str::to_owned),
        title: form.filled("title").map_or_else(|| kinds_word(kind), str::to_owned),
        kind,
        day,
    })
}

fn why_not(frame: &Frame, file: &NotKept) -> (String, String) {
    let text = match file.why {
        WhyNot::Refused(refusal) => frame.t(refusal.text_key()),
        WhyNot::HereSince(day) => frame.t1("document-refused-repeated", "day", frame.day(&day)),
    };
    (file.name.clone(), text)
}
