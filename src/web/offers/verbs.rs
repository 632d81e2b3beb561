//! The forms on the page of an offer.

use super::page::page;
use crate::access::{Action, Thing};
use crate::office::offers::{self, Answer, Move};
use crate::office::{Actor, Office, OfficeError, Problem};
use crate::web::reading::{asked, attempt, day, needed_day};
use crate::web::{App, FormValues, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Does what a form asks for; back to the page either way.
async fn done(
    app: &App,
    visitor: &Visitor,
    offer: String,
    mut form: FormValues,
    verb: impl FnOnce(&Office, &Actor) -> Result<(), OfficeError> + Send + 'static,
) -> Result<Response, WebError> {
    match attempt(app, visitor, &mut form, verb).await? {
        None => Ok(Redirect::to(&format!("/offers/{offer}")).into_response()),
        Some(answer) => page(app, visitor, offer, form, answer).await,
    }
}

pub(super) async fn write_letter(
    State(app): State<App>,
    visitor: Visitor,
    Path(offer): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Offer)?;
    let (version, id) = (form.version()?, offer.clone());
    done(&app, &visitor, offer, form, move |office, actor| offers::write_letter(office, actor, (&id, version))).await
}

pub(super) async fn remind(
    State(app): State<App>,
    visitor: Visitor,
    Path(offer): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Offer)?;
    let (version, id) = (form.version()?, offer.clone());
    done(&app, &visitor, offer, form, move |office, actor| offers::remind(office, actor, (&id, version))).await
}

/// The step that a form asks for; `None` when it asks for none, or something is missing.
fn read(form: &FormValues, problems: &mut Vec<Problem>) -> Option<Move> {
    let text = |field: &str| form.get(field).replace("\r\n", "\n");
    Some(match form.get("step") {
        "viewing" => Move::PlanViewing { day: day(form, "viewing_day", problems) },
        "view" => Move::View { on: needed_day(form, "viewed", problems)? },
        "extend" => Move::Extend { to: needed_day(form, "to", problems)? },
        "answer" => {
            let on = needed_day(form, "answered", problems);
            Move::Answer { answer: answer(form, problems)?, on: on?, note: text("note") }
        }
        "lapse" => Move::Lapse,
        "withdraw" => {
            let reason = form.get("withdraw_reason").parse();
            if reason.is_err() {
                problems.push(Problem::plain("withdraw_reason", "offer-problem-why"));
            }
            Move::Withdraw { reason: reason.ok()?, note: text("told") }
        }
        "plan" => Move::PlanMoveIn { from: needed_day(form, "from", problems)? },
        "agree" => Move::AgreeTenancy { from: needed_day(form, "from", problems)? },
        _ => return None,
    })
}

fn answer(form: &FormValues, problems: &mut Vec<Problem>) -> Option<Answer> {
    match form.get("answer") {
        "yes" => Some(Answer::Yes),
        "no" => {
            let reason = form.get("reason").parse();
            if reason.is_err() {
                problems.push(Problem::plain("reason", "offer-problem-why"));
            }
            reason.ok().map(Answer::No)
        }
        _ => {
            problems.push(Problem::plain("answer", "offer-problem-choose"));
            None
        }
    }
}

pub(super) async fn step(
    State(app): State<App>,
    visitor: Visitor,
    Path(offer): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Offer)?;
    let version = form.version()?;
    let wanted = match asked(&form, read)? {
        Ok(wanted) => wanted,
        Err(problems) => {
            form.errors = visitor.frame().words(&problems);
            return page(&app, &visitor, offer, form, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let id = offer.clone();
    done(&app, &visitor, offer, form, move |office, actor| offers::act(office, actor, (&id, version), &wanted)).await
}
