//! A document's own page: what it is, where it belongs, and how it is taken out again.

use super::{kind_word, size_text, told, way_word};
use crate::access::{self, Action, Thing};
use crate::exchange::documents::FileKind;
use crate::office::documents::{self, Whole};
use crate::store::documents::Way;
use crate::web::history::{self, ChangeView};
use crate::web::reading::Outcome;
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(askama::Template)]
#[template(path = "documents/show.html")]
struct DocumentPage {
    frame: Frame,
    id: String,
    title: String,
    way: String,
    applicant: String,
    applicant_href: String,
    restricted: bool,
    list_href: String,
    facts: Vec<(String, String)>,
    /// The file is there to be opened; empty addresses where it is not.
    view_href: String,
    file_href: String,
    /// When, by whom and why it was taken out; empty while it is there.
    withdrawn: String,
    reason: String,
    may_withdraw: bool,
    stale: bool,
    form: FormValues,
    changes: Vec<ChangeView>,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    page(&app, &visitor, id, FormValues::default(), StatusCode::OK).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may_change = access::may(actor.role, Action::Change, Thing::Document).is_ok();
    let whole = app.office(move |office| documents::whole(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let Whole { document, application, applicant, withdrawal, .. } = &whole;
    let name = |id: &str| whole.officers.get(id).cloned().unwrap_or_else(|| id.to_owned());
    let withdrawn = withdrawal
        .as_ref()
        .map(|it| frame.ta("document-withdrawn-by", &[("when", &frame.instant(&it.at)), ("who", &name(&it.officer))]));
    let is_there = withdrawal.is_none();
    let shown = FileKind::from_media_type(&document.media_type).is_some_and(FileKind::is_shown_by_browsers);
    let place =
        |way: &str, there: bool| if there { format!("/documents/{}/{way}", document.id) } else { String::new() };
    let page = DocumentPage {
        title: document.title.clone(),
        way: way_word(&frame, document.way),
        applicant: applicant.name.to_string(),
        applicant_href: format!("/people/{}", applicant.id),
        restricted: application.restricted,
        list_href: format!("/applications/{}/documents", application.id),
        facts: facts(&frame, &whole, name(&document.officer)),
        view_href: place("view", is_there && shown),
        file_href: place("file", is_there),
        withdrawn: withdrawn.unwrap_or_default(),
        reason: withdrawal.as_ref().map(|it| it.reason.clone()).unwrap_or_default(),
        may_withdraw: may_change && is_there && document.way == Way::In,
        stale: answer == StatusCode::CONFLICT,
        changes: history::views(&frame, &whole.changes, |field, value| told(&frame, field, value)),
        id: document.id.clone(),
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

fn facts(frame: &Frame, whole: &Whole, officer: String) -> Vec<(String, String)> {
    let (document, number) = (&whole.document, whole.application.number());
    let case = whole.case.as_ref().map(|case| format!("{number}-{}", case.position));
    let kind = FileKind::from_media_type(&document.media_type);
    let format = kind.map(|kind| kind.endings()[0].to_uppercase()).unwrap_or_default();
    let facts = [
        ("document-kind", kind_word(frame, document)),
        ("document-day", frame.day(&document.day)),
        ("document-officer", officer),
        ("document-belongs", case.unwrap_or(number)),
        ("document-file-name", document.file_name.clone()),
        ("document-format", format),
        ("document-size", size_text(frame, document.size)),
        ("document-mark", document.sha256.clone()),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| (frame.t(key), value)).collect()
}

pub(super) async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let (document, reason) = (id.clone(), form.get("reason").to_owned());
    let saved = app.office(move |office| Outcome::of(documents::withdraw(office, &actor, &document, &reason))).await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to(&format!("/documents/{id}")).into_response()),
        Some(answer) => page(&app, &visitor, id, form, answer).await,
    }
}
