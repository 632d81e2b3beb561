//! What if: the week of a meeting with changes, beside its plan.

mod compared;
mod form;
mod words;

use super::progress::{self, SearchView};
use super::verbs::QUICK;
use crate::access::{Action, Thing};
use crate::office::allocations::{self, Summary, WhatIfs};
use crate::office::{Office, OfficeError};
use crate::web::dwellings::choices;
use crate::web::reading::Outcome;
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use form::{HOMES, HOUSEHOLDS, HomeFields, HouseholdFields, LIMITS, LimitFields};
use housing::dwellings::Category;
use housing::people::TargetGroup;

/// A what-if in the table of them: what was changed, and each figure with how it differs from the plan.
struct SummaryView {
    href: String,
    title: String,
    figures: Vec<String>,
    proven: bool,
}

#[derive(askama::Template)]
#[template(path = "allocations/what_ifs.html")]
struct ListPage {
    frame: Frame,
    id: String,
    meeting: String,
    kept: Vec<SummaryView>,
    may_imagine: bool,
    may_change: bool,
    search: Option<SearchView>,
    categories: Vec<(String, String)>,
    groups: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    classes: Vec<(String, String)>,
    caps: Vec<(String, String)>,
    home_rows: &'static [HomeFields],
    household_rows: &'static [HouseholdFields],
    limit_rows: &'static [LimitFields],
    form: FormValues,
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: Option<FormValues>,
    status: StatusCode,
) -> Result<Response, WebError> {
    let (actor, frame, meeting) = (visitor.actor(), visitor.frame(), id.clone());
    let may_change = actor.may(Action::Change, Thing::Allocation).is_ok();
    let (all, areas) = app
        .office(move |office| {
            let all = allocations::what_ifs(office, &actor, &meeting)?;
            Ok::<_, OfficeError>((all, crate::office::dwellings::areas_and_owners(office, &actor)?.0))
        })
        .await?;
    let page = ListPage {
        meeting: frame.t1("allocation-title", "day", frame.day(&all.meeting.day)),
        kept: all.kept.iter().map(|one| summary(&frame, &id, one)).collect(),
        search: progress::for_what_if(app, &id),
        may_change,
        may_imagine: may_change && all.meeting.closed.is_none(),
        categories: choices(&frame, Category::ALL, |one| one.code(), |one| one.text_key()),
        groups: choices(&frame, TargetGroup::ALL, |one| one.code(), |one| one.text_key()),
        areas: areas.into_iter().map(|area| (area.clone(), area)).collect(),
        classes: classes(&frame, &all),
        caps: all.caps.iter().map(|(name, at_most)| (name.clone(), cap_choice(&frame, name, *at_most))).collect(),
        home_rows: &HOMES,
        household_rows: &HOUSEHOLDS,
        limit_rows: &LIMITS,
        form: form.unwrap_or_else(|| form::empty(all.limits)),
        id,
        frame,
    };
    Ok((status, render(&page)?).into_response())
}

fn cap_choice(frame: &Frame, name: &str, at_most: u32) -> String {
    frame.ta("what-if-cap-choice", &[("name", name), ("at_most", &at_most.to_string())])
}

/// The classes in use; where nobody waits, the first.
fn classes(frame: &Frame, all: &WhatIfs) -> Vec<(String, String)> {
    let classes = if all.classes.is_empty() { &[1][..] } else { &all.classes };
    classes.iter().map(|class| (class.to_string(), frame.t1("allocation-class", "class", class))).collect()
}

fn summary(frame: &Frame, id: &str, one: &Summary) -> SummaryView {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let (plan, imagined) = (one.plan, one.imagined);
    let figures = [
        (count(plan.placed), count(imagined.placed)),
        (plan.moves, imagined.moves),
        (count(plan.without), count(imagined.without)),
        (plan.score, imagined.score),
    ];
    SummaryView {
        href: format!("/allocations/{id}/what-if/{}", one.position),
        title: words::title(frame, &one.changes),
        figures: figures.map(|(plan, imagined)| format!("{imagined} ({})", words::signed(imagined - plan))).into(),
        proven: imagined.optimal && plan.optimal,
    }
}

pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    page(&app, &visitor, id, None, StatusCode::OK).await
}

pub(super) async fn imagine(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, meeting) = (visitor.actor(), id.clone());
    actor.may(Action::Change, Thing::Allocation)?;
    let made = match form::read(&form) {
        Ok(changes) => {
            let verb = move |office: &Office| Outcome::of(allocations::imagine(office, &actor, &meeting, changes));
            match app.office_within(QUICK, verb).await? {
                Some(made) => made,
                // The search goes on: the list of what was tried follows it.
                None => return Ok(Redirect::to(&format!("/allocations/{id}/what-if")).into_response()),
            }
        }
        Err(problems) => Outcome::Refused(problems),
    };
    if let Outcome::Done(position) = made {
        return Ok(Redirect::to(&format!("/allocations/{id}/what-if/{position}")).into_response());
    }
    let answer = made.kept(&visitor.frame(), &mut form).unwrap_or(StatusCode::OK);
    page(&app, &visitor, id, Some(form), answer).await
}

/// Keeps the best found so far.
pub(super) async fn stop(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(_): ProtectedForm,
) -> Result<Redirect, WebError> {
    let (actor, meeting) = (visitor.actor(), id.clone());
    app.office(move |office| {
        allocations::stop_search(office, &actor, &meeting)?;
        allocations::stop_search(office, &actor, &allocations::search_of(&meeting))
    })
    .await?;
    Ok(Redirect::to(&format!("/allocations/{id}/what-if")))
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, position)): Path<(String, i64)>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    compared::show(&app, &visitor, (id, position), &query.unwrap_or_default()).await
}

/// The exact problem or answer, as `husrom match` reads and writes it.
pub(super) async fn file(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, position, file)): Path<(String, i64, String)>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let run = app.office(move |office| allocations::what_if_run(office, &actor, (&id, position))).await?;
    let body = match file.as_str() {
        "problem.json" => run.problem,
        "answer.json" => run.answer,
        _ => return Err(WebError::NotFound),
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}
