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
use housing::calendar::{add_days, roll};
use housing::decisions::WrittenForm;

#[derive(askama::Template)]
#[template(path = "letters/writing.html")]
struct LetterPage {
    frame: Frame,
    case: String,
    number: String,
    party: String,
    choice: LetterChoice,
    /// Every letter one can write: address and name.
    letters: Vec<(String, String)>,
    title: String,
    form: FormValues,
    forms: Vec<(String, String)>,
    preview: Preview,
    missing: Vec<String>,
}

/// How long a party is given to answer, in days, where the officer does not say otherwise: our own measure.
const TIME_TO_ANSWER: i32 = 14;

fn choice_of(code: &str) -> Result<LetterChoice, WebError> {
    LetterChoice::from_code(code).ok_or(WebError::NotFound)
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((case, choice)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Look, Thing::Document)?;
    let choice = choice_of(&choice)?;
    let mut form = FormValues::default();
    if choice.has_day() {
        form.set("day", roll(add_days(visitor.frame().today, TIME_TO_ANSWER)).to_string());
    }
    if matches!(choice, LetterChoice::Receipt | LetterChoice::Documents) {
        let id = case.clone();
        let missing = app.office(move |office| letters::missing_in_application(office, &actor, &id)).await?;
        let words: Vec<String> = missing.iter().map(|what| visitor.frame().t(&what.text_key())).collect();
        form.set("items", words.join("\n"));
    }
    page(&app, &visitor, case, choice, form, StatusCode::OK).await
}

/// The letters one can write in a case: address and name.
pub(in crate::web) fn letters_of(frame: &Frame, case: &str) -> Vec<(String, String)> {
    let named = |one: &LetterChoice| {
        (format!("/cases/{case}/letters/{}", one.code()), frame.t(&format!("letter-choice-{}", one.code())))
    };
    LetterChoice::ALL.iter().map(named).collect()
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
    let page = LetterPage {
        letters: letters_of(&frame, &case),
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
