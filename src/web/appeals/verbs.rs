//! The forms on the page of appeals in a case.

use super::page::page;
use crate::access::{Action, Thing};
use crate::office::appeals::{self, AccessBundle, Masked, Mended, Move, NewAppeal, Told};
use crate::office::{Actor, Office, OfficeError, Problem, decisions};
use crate::web::reading::{Outcome, asked, attempt, day, needed_day};
use crate::web::{App, FormValues, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use housing::appeals::{BodyDecision, DismissalGround};
use std::collections::BTreeSet;

/// Does what a form asks for; back to the page either way.
async fn done<T: Send + 'static>(
    app: &App,
    visitor: &Visitor,
    case: String,
    mut form: FormValues,
    verb: impl FnOnce(&Office, &Actor) -> Result<T, OfficeError> + Send + 'static,
) -> Result<Response, WebError> {
    match attempt(app, visitor, &mut form, verb).await? {
        None => Ok(Redirect::to(&format!("/cases/{case}/appeal")).into_response()),
        Some(answer) => page(app, visitor, case, form, answer).await,
    }
}

async fn refused(
    app: &App,
    visitor: &Visitor,
    case: String,
    mut form: FormValues,
    problems: &[Problem],
) -> Result<Response, WebError> {
    form.errors = visitor.frame().words(problems);
    page(app, visitor, case, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

pub(super) async fn receive(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Appeal)?;
    let mut problems = Vec::new();
    let Some(received) = needed_day(&form, "received", &mut problems) else {
        return refused(&app, &visitor, case, form, &problems).await;
    };
    let told = Told {
        in_the_name_of: form.get("in_the_name_of").to_owned(),
        wanted: form.get("wanted").replace("\r\n", "\n"),
        signed: form.get("signed") == "true",
        ..Told::default()
    };
    let dismissal_of = form.filled("dismissal_of").map(str::to_owned);
    let (new, id) = (NewAppeal { received, told, dismissal_of }, case.clone());
    done(&app, &visitor, case, form, move |office, actor| appeals::receive(office, actor, &id, &new)).await
}

/// The step that a form asks for.
fn read(form: &FormValues, problems: &mut Vec<Problem>) -> Option<Move> {
    let text = |field: &str| form.get(field).replace("\r\n", "\n");
    let mut chosen = |field: &'static str| {
        if form.filled(field).is_none() {
            problems.push(Problem::plain(field, "appeal-problem-choose"));
        }
    };
    Some(match form.get("step") {
        "time" => Move::Time { handed_in: day(form, "handed_in", problems) },
        "take-up" => {
            chosen("ground");
            Move::TakeUpLate { ground: form.get("ground").parse().ok()?, reason: text("reason") }
        }
        "dismiss-late" => Move::Dismiss { ground: DismissalGround::TooLate, reason: text("reason") },
        "dismiss-unmended" => Move::Dismiss { ground: DismissalGround::NotMended, reason: text("reason") },
        "dismiss" => {
            chosen("dismissal");
            Move::Dismiss { ground: form.get("dismissal").parse().ok()?, reason: text("reason") }
        }
        "mend" => {
            let defects = form.pairs().iter().filter(|(name, _)| name == "defects");
            let defects = defects.filter_map(|(_, code)| code.parse().ok()).collect();
            Move::AskToMend { defects, mend_by: needed_day(form, "mend_by", problems)? }
        }
        "mended" => Move::Mended(Mended {
            on: needed_day(form, "mended_on", problems)?,
            signed: form.get("mended_signed") == "true",
            authorised: form.get("mended_authorised") == "true",
            wanted: text("mended_wanted"),
        }),
        "confirm-dismissal" => Move::ConfirmDismissal,
        "keep" => Move::Keep,
        "reconsider" => {
            chosen("reconsideration");
            Move::Reconsider { result: form.get("reconsideration").parse().ok()? }
        }
        "forward" => Move::Forward { statement: text("reason") },
        "decide" => {
            chosen("result");
            let (on, arrived) =
                (needed_day(form, "decided_on", problems), needed_day(form, "decision_arrived", problems));
            let told = day(form, "decision_told", problems);
            Move::Decide(BodyDecision { result: form.get("result").parse().ok()?, on: on?, arrived: arrived?, told })
        }
        "send-back" => Move::SendBack { reason: text("back") },
        "notify" => Move::Notify { text: text("text"), reasons: text("reason") },
        "withdraw" => Move::Withdraw,
        _ => return None,
    })
}

pub(super) async fn step(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Appeal)?;
    let version = form.version()?;
    let wanted = match asked(&form, read)? {
        Ok(wanted) => wanted,
        Err(problems) => return refused(&app, &visitor, case, form, &problems).await,
    };
    let id = case.clone();
    done(&app, &visitor, case, form, move |office, actor| {
        let whole = appeals::whole(office, actor, &id)?;
        let newest = whole.appeals.into_iter().find(|appeal| appeal.row.open).ok_or(OfficeError::Stale)?;
        appeals::make(office, actor, (&newest.row.id, version), &wanted)
    })
    .await
}

pub(super) async fn demand_reasons(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Appeal)?;
    let version = form.version()?;
    let mut problems = Vec::new();
    let demanded = needed_day(&form, "demanded", &mut problems);
    let arrived = day(&form, "arrived", &mut problems);
    let (Some(demanded), true) = (demanded, problems.is_empty()) else {
        return refused(&app, &visitor, case, form, &problems).await;
    };
    let id = case.clone();
    done(&app, &visitor, case, form, move |office, actor| {
        decisions::demand_reasons(office, actor, (&id, version), (demanded, arrived))
    })
    .await
}

/// What is kept back: whole entries, pages of documents, and what tells of third persons.
fn masked(form: &FormValues) -> Result<Masked, Problem> {
    let documents = form.all("withheld").map(|id| (id.to_owned(), BTreeSet::new())).collect();
    let mut masked = Masked { documents, persons: form.all("person").map(str::to_owned).collect() };
    for (field, typed) in form.pairs() {
        let pages_of = field.strip_prefix(PAGES).filter(|id| !masked.documents.contains_key(*id));
        let Some(id) = pages_of.filter(|_| !typed.trim().is_empty()) else { continue };
        let pages = appeals::pages(typed).ok_or_else(|| {
            let facts = vec![("found", format!("«{}»", typed.trim()))];
            Problem { field: "bundle", text: "bundle-problem-pages", facts }
        })?;
        masked.documents.insert(id.to_owned(), pages);
    }
    Ok(masked)
}

/// Before a document's id in the name of the field for its pages.
const PAGES: &str = "pages-";

/// The case's documents in one file, for the party or for the appeal body.
pub(super) async fn bundle(
    State(app): State<App>,
    visitor: Visitor,
    Path(case): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Document)?;
    let withheld = match masked(&form) {
        Ok(withheld) => withheld,
        Err(problem) => return refused(&app, &visitor, case, form, &[problem]).await,
    };
    let (for_body, id) = (form.get("for") == "body", case.clone());
    let made = app
        .office(move |office| {
            Outcome::of(if for_body {
                appeals::appeal_bundle(office, &actor, &id, &withheld)
            } else {
                appeals::access_bundle(office, &actor, &id, &withheld)
            })
        })
        .await?;
    let bundle = match made {
        Outcome::Done(bundle) => bundle,
        Outcome::Refused(problems) => {
            form.errors = visitor.frame().words(&problems);
            return page(&app, &visitor, case, form, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Outcome::Stale => return Err(WebError::Stale),
    };
    Ok(inline(bundle))
}

fn inline(file: AccessBundle) -> Response {
    let disposition = format!("inline; filename=\"{}\"", file.file_name);
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, file.bytes).into_response()
}

/// One record of a case's file, as it is printed.
pub(super) async fn record(
    State(app): State<App>,
    visitor: Visitor,
    Path((case, record)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    Ok(inline(app.office(move |office| appeals::typed_record(office, &actor, &case, &record)).await?))
}
