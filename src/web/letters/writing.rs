//! A letter while a case is handled: the form with the letter's words beside it.

use crate::access::{Action, Thing};
use crate::office::letters::{self, Asked, LetterChoice, Preview};
use crate::web::decisions::missing;
use crate::web::dwellings::choices;
use crate::web::reading::{Outcome, day};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::decisions::WrittenForm;

#[derive(askama::Template)]
#[template(path = "letters/writing.html")]
struct LetterPage {
    frame: Frame,
    case: String,
    number: String,
    party: String,
    choice: LetterChoice,
    /// The other letters: address and name.
    others: Vec<(String, String)>,
    title: String,
    form: FormValues,
    forms: Vec<(String, String)>,
    preview: Preview,
    missing: Vec<String>,
}

fn choice_of(code: &str) -> Result<LetterChoice, WebError> {
    LetterChoice::from_code(code).ok_or(WebError::NotFound)
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((case, choice)): Path<(String, String)>,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Look, Thing::Document)?;
    page(&app, &visitor, case, choice_of(&choice)?, FormValues::default(), StatusCode::OK).await
}

fn asked(form: &FormValues, choice: LetterChoice) -> Asked {
    let text = |field: &str| form.get(field).replace("\r\n", "\n");
    Asked {
        choice,
        form: form.get("form").parse().ok(),
        day: day(form, "day", &mut Vec::new()),
        text: text("text"),
        items: text("items"),
        legal_basis: text("legal_basis"),
        to_unit: text("to_unit"),
        to_contact: text("to_contact"),
    }
}

async fn page(
    app: &App,
    visitor: &Visitor,
    case: String,
    choice: LetterChoice,
    form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let (actor, asked) = (visitor.actor(), asked(&form, choice));
    let id = case.clone();
    let ready = app.office(move |office| letters::preview(office, &actor, &id, &asked)).await?;
    let frame = visitor.frame();
    let named = |one: &LetterChoice| {
        (format!("/cases/{case}/letters/{}", one.code()), frame.t(&format!("letter-choice-{}", one.code())))
    };
    let page = LetterPage {
        others: LetterChoice::ALL.iter().map(named).collect(),
        title: frame.t(&format!("letter-choice-{}", choice.code())),
        forms: choices(&frame, WrittenForm::ALL, WrittenForm::code, WrittenForm::text_key),
        missing: missing(&frame, &ready.preview),
        number: ready.number,
        party: ready.party,
        preview: ready.preview,
        case,
        choice,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

pub(super) async fn act(
    State(app): State<App>,
    visitor: Visitor,
    Path((case, choice)): Path<(String, String)>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Document)?;
    let choice = choice_of(&choice)?;
    if form.get("action") != "send" {
        return page(&app, &visitor, case, choice, form, StatusCode::OK).await;
    }
    let (asked, id) = (asked(&form, choice), case.clone());
    let made = app.office(move |office| Outcome::of(letters::send_to_queue(office, &actor, &id, &asked))).await?;
    match made.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to(&format!("/cases/{case}#documents")).into_response()),
        Some(answer) => page(&app, &visitor, case, choice, form, answer).await,
    }
}
