//! What a household needs, on one page with a short form for each part and what was found before beside it.

mod forms;
mod view;

use super::reading::Outcome;
use super::{App, FormValues, Frame, ProtectedForm, Routes, Visitor, WebError, render};
use crate::access::{Action, Thing};
use crate::office::needs::{self, Needs};
use crate::office::{OfficeError, cases};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use forms::{HistoryRowView, Lists, SkillView};
use view::FoundView;

/// The page, and one address that every part is recorded at.
pub fn routes() -> Routes {
    Routes::new().get("/cases/{id}/needs", show).post("/cases/{id}/needs/{part}", record)
}

#[derive(askama::Template)]
#[template(path = "needs/show.html")]
struct NeedsPage {
    frame: Frame,
    id: String,
    title: String,
    applicant: String,
    may_change: bool,
    /// The rooms that the norm gives the household, and whom it does not count.
    rooms_by_norm: String,
    skills: Vec<SkillView>,
    history: Vec<HistoryRowView>,
    lists: Lists,
    found: Found,
    /// What stands in each form: what was found last, or what was sent and refused.
    form: FormValues,
    /// The parts whose form is filled in with what the applicant said.
    stated: Vec<&'static str>,
}

/// What was found before, part by part, the newest first.
struct Found {
    skills: Vec<FoundView>,
    history: Vec<FoundView>,
    follow_up: Vec<FoundView>,
    home: Vec<FoundView>,
    wish: Vec<FoundView>,
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    sent: Option<FormValues>,
    status: StatusCode,
) -> Result<Response, WebError> {
    let (actor, case) = (visitor.actor(), id.clone());
    let may_change = actor.may(Action::Change, Thing::Case).is_ok();
    let needs = app.office(move |office| needs::show(office, &actor, &case)).await?;
    let (frame, today) = (visitor.frame(), app.today());
    let mut form = forms::values(&needs);
    if let Some(sent) = sent {
        for (name, _) in sent.pairs() {
            form.set(name, sent.all(name).collect::<Vec<_>>().join(" "));
        }
        form.errors = sent.errors;
    }
    let part = |word: &str| view::of(&frame, &needs, word, today);
    let stated = ["history", "follow-up", "home", "wish"].into_iter().filter(|word| view::is_stated(&needs, word));
    let page = NeedsPage {
        title: frame.t1("need-title", "number", cases::number(&needs.application, &needs.case)),
        applicant: needs.applicant.name.to_string(),
        may_change: may_change && needs.case.closed.is_none(),
        rooms_by_norm: rooms_by_norm(&frame, &needs),
        skills: forms::skills(&frame, &form),
        history: forms::rows_shown(&form),
        lists: Lists::new(&frame, &form),
        found: Found {
            skills: part("skills"),
            history: part("history"),
            follow_up: part("follow-up"),
            home: part("home"),
            wish: part("wish"),
        },
        stated: stated.collect(),
        id,
        form,
        frame,
    };
    Ok((status, render(&page)?).into_response())
}

fn rooms_by_norm(frame: &Frame, needs: &Needs) -> String {
    let need = needs.application.size.map(|size| needs.room_norm.need(size));
    let rooms = need.map_or_else(|| frame.t("need-size-unknown"), |need| needs::rooms(frame, need));
    let by_norm = frame.t1("need-rooms-norm", "rooms", rooms);
    if !needs.custody.is_shared() {
        return by_norm;
    }
    let number = |number: Option<u8>| number.map_or_else(|| frame.t("assessment-unknown"), |it| it.to_string());
    let (children, days) = (number(needs.custody.part_time_children), number(needs.custody.days_a_month));
    format!("{by_norm} {}", frame.ta("need-part-time", &[("children", &children), ("days", &days)]))
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, WebError> {
    page(&app, &visitor, id, None, StatusCode::OK).await
}

async fn record(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, part)): Path<(String, String)>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, case) = (visitor.actor(), id.clone());
    actor.may(Action::Change, Thing::Case)?;
    let (content, problems) = forms::read(&part, &form).ok_or(WebError::NotFound)?;
    let saved = app
        .office(move |office| {
            let refused = (!problems.is_empty()).then_some(OfficeError::Invalid(problems));
            Outcome::of(refused.map_or_else(|| needs::record(office, &actor, &case, &content), Err))
        })
        .await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to(&format!("/cases/{id}/needs#{part}")).into_response()),
        Some(answer) => page(&app, &visitor, id, Some(form), answer).await,
    }
}
