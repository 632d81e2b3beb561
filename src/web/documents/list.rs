//! The documents of an application: as a part of its page and its cases', and on a page of their own.

use super::handing_in::{NOBODYS, limits};
use super::{kind_word, size_text, way_word};
use crate::access::{self, Action, Thing};
use crate::exchange::documents::FileKind;
use crate::office::documents::{self, OfApplication};
use crate::store::documents::{Document, Way};
use crate::store::intake::Representative;
use crate::web::dwellings::choices;
use crate::web::frame::Flash;
use crate::web::{App, FormValues, Frame, ListAddress, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::applications::Enclosure;

/// A document in a list.
struct DocumentView {
    iso: String,
    day: String,
    title: String,
    /// Where the title leads.
    href: String,
    kind: String,
    way: String,
    /// The file's name and size, and who registered it.
    about: String,
    /// Where it is looked at; empty when browsers do not show it.
    view_href: String,
    /// Where it is saved from; empty for a letter, which is opened.
    file_href: String,
}

fn view(frame: &Frame, document: &Document, name: &impl Fn(&str) -> String) -> DocumentView {
    let place = format!("/documents/{}", document.id);
    let shown = FileKind::from_media_type(&document.media_type).is_some_and(FileKind::is_shown_by_browsers);
    let handed_in = document.way == Way::In;
    let of_files = |way: &str| if handed_in { format!("{place}/{way}") } else { String::new() };
    DocumentView {
        iso: document.day.to_string(),
        day: frame.day(&document.day),
        title: document.title.clone(),
        href: if handed_in { place.clone() } else { format!("/letters/{}", document.id) },
        kind: kind_word(frame, document),
        way: way_word(frame, document.way),
        about: [document.file_name.clone(), size_text(frame, document.size), name(&document.officer)].join(" · "),
        view_href: if shown { of_files("view") } else { String::new() },
        file_href: of_files("file"),
    }
}

#[derive(askama::Template)]
#[template(path = "documents/part.html")]
struct DocumentsPart {
    frame: Frame,
    documents: Vec<DocumentView>,
    /// Where more are handed in; empty for those who may not.
    add_href: String,
}

/// The documents as a part of the page of an application, or of one of its cases; the newest first.
pub(in crate::web) fn part(
    visitor: &Visitor,
    (application, case): (&str, Option<&str>),
    documents: &[Document],
    name: &impl Fn(&str) -> String,
) -> Result<String, WebError> {
    let frame = visitor.frame();
    let may_change = access::may(visitor.actor().role, Action::Change, Thing::Document).is_ok();
    let place = format!("/applications/{application}/documents");
    let place = case.map_or_else(|| place.clone(), |case| format!("{place}?case={case}"));
    let documents = documents.iter().rev().map(|document| view(&frame, document, name)).collect();
    let add_href = if may_change { place } else { String::new() };
    Ok(render(&DocumentsPart { frame, documents, add_href })?.0)
}

#[derive(askama::Template)]
#[template(path = "documents/list.html")]
struct DocumentsPage {
    frame: Frame,
    id: String,
    number: String,
    /// The case that one came from, when one did: address and number.
    from_case: Option<(String, String)>,
    applicant: String,
    applicant_href: String,
    restricted: bool,
    may_change: bool,
    documents: Vec<DocumentView>,
    withdrawn: Vec<DocumentView>,
    form: FormValues,
    /// Files that were not kept: name and reason.
    not_kept: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    cases: Vec<(String, String)>,
    /// Whose authority a document may show; nothing when nobody lacks it.
    authority_of: Vec<(String, String)>,
    /// What may be handed in, as the browser's file chooser knows it.
    accept: String,
    each: String,
    whole: String,
}

/// The page of an application's documents.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    address: ListAddress,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let mut form = FormValues::of([("case", address.filter("case").to_owned())]);
    form.set("day", app.today().to_string());
    let kept = address.filter("kept").parse().unwrap_or(0);
    page(&app, &visitor, id, Shown { form, kept, not_kept: Vec::new() }, StatusCode::OK).await
}

/// What the page shows beside the documents.
pub(super) struct Shown {
    /// What was typed.
    pub form: FormValues,
    /// How many files were just kept.
    pub kept: usize,
    pub not_kept: Vec<(String, String)>,
}

pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    shown: Shown,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may_change = access::may(actor.role, Action::Change, Thing::Document).is_ok();
    let whole = app.office(move |office| documents::of_application(office, &actor, &id)).await?;
    let mut frame = visitor.frame();
    if shown.kept > 0 {
        frame.flash = Some(Flash { kind: "success", text: frame.t1("document-kept", "count", shown.kept) });
    }
    let OfApplication { application, applicant, officers, .. } = &whole;
    let name = |id: &str| officers.get(id).cloned().unwrap_or_else(|| id.to_owned());
    let views = |documents: &[Document]| documents.iter().rev().map(|it| view(&frame, it, &name)).collect();
    let number = application.number();
    let cases = whole.cases.iter().map(|case| {
        let title = format!("{number}-{} {}", case.position, frame.t(&case.kind.text_key()));
        (case.id.clone(), title)
    });
    let endings: Vec<String> =
        FileKind::ALL.iter().flat_map(|kind| kind.endings()).map(|it| format!(".{it}")).collect();
    let limits = limits(app);
    let from_case = whole.cases.iter().find(|case| case.id == shown.form.get("case"));
    let page = DocumentsPage {
        documents: views(&whole.documents),
        withdrawn: views(&whole.withdrawn),
        from_case: from_case.map(|case| (format!("/cases/{}", case.id), format!("{number}-{}", case.position))),
        cases: cases.collect(),
        authority_of: authority_of(&frame, &whole.lack_authority),
        kinds: choices(&frame, Enclosure::ALL, Enclosure::code, Enclosure::text_key),
        accept: endings.join(","),
        each: (limits.each >> 20).to_string(),
        whole: (limits.whole >> 20).to_string(),
        restricted: application.restricted,
        applicant: applicant.name.to_string(),
        applicant_href: format!("/people/{}", applicant.id),
        id: application.id.clone(),
        number,
        may_change,
        not_kept: shown.not_kept,
        form: shown.form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

/// Those whose authority a document may show, and nobody; nothing when nobody lacks it.
fn authority_of(frame: &Frame, lack: &[Representative]) -> Vec<(String, String)> {
    let named = lack.iter().map(|one| (one.position.to_string(), one.name.clone()));
    let nobodys = (!lack.is_empty()).then(|| (NOBODYS.to_owned(), frame.t("document-authority-nobodys")));
    named.chain(nobodys).collect()
}
