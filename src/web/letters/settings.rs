//! What the municipality sets about its letters.

use crate::access::{self, Action, Thing};
use crate::office::letters::{self, LetterSettings};
use crate::web::dwellings::choices;
use crate::web::export::disposition;
use crate::web::form::same_token;
use crate::web::reading::{Outcome, answered};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Multipart, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use housing::decisions::WrittenForm;

#[derive(askama::Template)]
#[template(path = "letters/settings.html")]
struct SettingsPage {
    frame: Frame,
    form: FormValues,
    forms: Vec<(String, String)>,
    has_mark: bool,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    page(&app, &visitor, None, StatusCode::OK).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    typed: Option<FormValues>,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let (known, has_mark) = app.office(move |office| letters::settings_of(office, &actor)).await?;
    let frame = visitor.frame();
    let errors = typed.as_ref().map(|typed| typed.errors.clone()).unwrap_or_default();
    let mut form = typed.filter(|typed| !typed.get("unit").is_empty()).unwrap_or_else(|| filled(&known));
    form.errors = errors;
    let forms = choices(&frame, WrittenForm::ALL, WrittenForm::code, WrittenForm::text_key);
    Ok((answer, render(&SettingsPage { forms, form, has_mark, frame })?).into_response())
}

fn filled(known: &LetterSettings) -> FormValues {
    FormValues::of([
        ("municipality", known.municipality.clone()),
        ("unit", known.unit.clone()),
        ("address", known.address.clone()),
        ("telephone", known.telephone.clone()),
        ("email", known.email.clone()),
        ("website", known.website.clone()),
        ("post_days", known.post_days.to_string()),
        ("form", known.form.code().to_owned()),
        ("county_governor", known.county_governor.clone()),
        ("appeal_board", known.appeal_board.clone()),
        ("forward_days", known.forward_days.to_string()),
    ])
}

pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    access::may(actor.role, Action::Change, Thing::Settings)?;
    let text = |field: &str| form.get(field).replace("\r\n", "\n");
    let changed = LetterSettings {
        municipality: text("municipality"),
        unit: text("unit"),
        address: text("address"),
        telephone: text("telephone"),
        email: text("email"),
        website: text("website"),
        // What is no number is out of range, and told of as such.
        post_days: form.get("post_days").parse().unwrap_or(-1),
        form: form.get("form").parse().unwrap_or(WrittenForm::Bokmal),
        county_governor: text("county_governor"),
        appeal_board: text("appeal_board"),
        forward_days: form.get("forward_days").parse().unwrap_or(-1),
    };
    let saved = app.office(move |office| Outcome::of(letters::save(office, &actor, &changed))).await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to("/settings/letters").into_response()),
        Some(answer) => page(&app, &visitor, Some(form), answer).await,
    }
}

/// The token comes before the file: what comes before it is not believed.
pub(super) async fn save_mark(
    State(app): State<App>,
    visitor: Visitor,
    mut parts: Multipart,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    access::may(actor.role, Action::Change, Thing::Settings)?;
    let (mut trusted, mut bytes) = (false, Vec::new());
    while let Some(mut part) = parts.next_field().await.map_err(|_| WebError::BadForm)? {
        if part.name() == Some("csrf") {
            let token = part.text().await.map_err(|_| WebError::BadForm)?;
            trusted = same_token(&token, &visitor.at_work().session.csrf);
        } else if trusted && part.name() == Some("files") {
            while let Some(chunk) = part.chunk().await.map_err(|_| WebError::BadForm)? {
                bytes.extend_from_slice(&chunk);
                if bytes.len() > 1_000_000 {
                    return Err(WebError::TooLarge);
                }
            }
        }
    }
    if !trusted {
        return Err(WebError::SessionEnded { values: Box::default() });
    }
    let saved = app.office(move |office| Outcome::of(letters::save_mark(office, &actor, &bytes))).await?;
    let mut form = FormValues::default();
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to("/settings/letters").into_response()),
        Some(answer) => page(&app, &visitor, Some(form), answer).await,
    }
}

/// A made-up letter with the head it would have now.
pub(super) async fn sample(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let pdf = match app.office(move |office| answered(letters::sample(office, &actor))).await? {
        Ok(pdf) => pdf,
        Err(problems) => {
            let mut form = FormValues::default();
            form.errors = visitor.frame().words(&problems);
            return page(&app, &visitor, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let name = format!("{}.pdf", visitor.frame().t("letter-settings-sample"));
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, disposition("inline", &name)),
    ];
    Ok((headers, pdf).into_response())
}
