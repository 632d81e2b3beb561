//! The page of somebody who is expected: from where, when, who is responsible there, and what comes next.

use super::{day_text, place_text, standing, told};
use crate::access::{self, Action, Thing};
use crate::office::expected::{self, Whole};
use crate::office::{OfficeError, Problem};
use crate::store::expected::Ending;
use crate::web::dwellings::choices;
use crate::web::history::{self, ChangeView};
use crate::web::reading::Outcome;
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::expected::EndedBecause;
use serde_json::Value;

#[derive(askama::Template)]
#[template(path = "expected/show.html")]
struct ExpectedPage {
    frame: Frame,
    id: String,
    version: i64,
    title: String,
    person_href: String,
    standing: String,
    tone: &'static str,
    facts: Vec<(String, String)>,
    need: String,
    /// What they applied with: address and number.
    application: Option<(String, String)>,
    /// When and why they are not expected any more.
    ended: Option<(String, String)>,
    /// Still expected, and the officer may change it.
    may_change: bool,
    stale: bool,
    form: FormValues,
    because: Vec<(String, String)>,
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
    let may_change = access::may(actor.role, Action::Change, Thing::Expected).is_ok();
    let whole = app.office(move |office| expected::whole(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let Whole { expected, person, .. } = &whole;
    let (standing, tone) = standing(&frame, expected, whole.nearness);
    let application = match &expected.ended {
        Some((_, Ending::Applied(id))) => {
            Some((format!("/applications/{id}"), whole.application.clone().unwrap_or_default()))
        }
        Some((_, Ending::Otherwise { .. })) | None => None,
    };
    let ended = match &expected.ended {
        Some((day, Ending::Otherwise { why, .. })) => Some((frame.day(day), why.clone())),
        Some((_, Ending::Applied(_))) | None => None,
    };
    let page = ExpectedPage {
        title: person.name.to_string(),
        person_href: format!("/people/{}", person.id),
        standing,
        tone,
        facts: facts(&frame, &whole),
        need: whole.need.clone(),
        application,
        ended,
        may_change: may_change && expected.ended.is_none(),
        stale: answer == StatusCode::CONFLICT,
        because: choices(&frame, EndedBecause::ALL, EndedBecause::code, EndedBecause::text_key),
        changes: history::views(&frame, &whole.changes, |field, value| said(&frame, &whole, field, value)),
        id: expected.id.clone(),
        version: expected.version,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

fn facts(frame: &Frame, whole: &Whole) -> Vec<(String, String)> {
    let expected = &whole.expected;
    let officer = expected.officer.as_deref().map(|id| whole.colleagues.officer(id));
    let facts = [
        ("expected-place", place_text(frame, expected)),
        ("expected-day", day_text(frame, expected)),
        ("expected-contact", expected.contact.clone()),
        ("expected-contact-telephone", expected.contact_telephone.clone().unwrap_or_default()),
        ("case-officer", officer.unwrap_or_default()),
    ];
    facts.into_iter().map(|(key, value)| (frame.t(key), value)).collect()
}

/// As [`told`], with officers by name.
fn said(frame: &Frame, whole: &Whole, field: &str, value: &Value) -> Option<(String, String)> {
    match (field, value.as_str()) {
        ("officer", Some(id)) => Some((frame.t("case-officer"), whole.colleagues.officer(id))),
        ("officer", None) => Some((frame.t("case-officer"), String::new())),
        _ => told(frame, field, value),
    }
}

/// Begins the application with what is known, and leads to its form.
pub(super) async fn begin_application(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    _form: ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, expected) = (visitor.actor(), id.clone());
    let begun = app.office(move |office| match expected::begin_application(office, &actor, &expected) {
        Err(OfficeError::Stale) => Ok(None),
        begun => begun.map(Some),
    });
    match begun.await? {
        Some(draft) => Ok(Redirect::to(&format!("/applications/new?draft={draft}")).into_response()),
        None => page(&app, &visitor, id, FormValues::default(), StatusCode::CONFLICT).await,
    }
}

pub(super) async fn close(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Expected)?;
    let version = form.version()?;
    let Ok(because) = form.get("because").parse::<EndedBecause>() else {
        form.errors = visitor.frame().words(&[Problem::plain("because", "expected-problem-because")]);
        return page(&app, &visitor, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (expected, why) = (id.clone(), form.get("why").to_owned());
    let closed = app
        .office(move |office| Outcome::of(expected::close(office, &actor, (&expected, version), because, &why)))
        .await?;
    match closed.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to("/expected").into_response()),
        Some(answer) => page(&app, &visitor, id, form, answer).await,
    }
}
