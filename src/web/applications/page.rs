//! An application's page: what came in, how long it has waited, where it stands, and the household.

use super::said::{self, RepresentativeView, SaidView};
use super::{groups, tone, yes_no};
use crate::access::{self, Action, Thing};
use crate::office::Problem;
use crate::office::applications::{self, Whole, facts_of};
use crate::office::cases::{Colleagues, number};
use crate::office::intake;
use crate::store::applications::Application;
use crate::store::cases::Case;
use crate::web::cases::{self, CaseView};
use crate::web::conflict::{self, ConflictRow};
use crate::web::documents;
use crate::web::dwellings::{choices, rooms_text};
use crate::web::history::{self, ChangeView};
use crate::web::people::{HouseholdView, household_view};
use crate::web::reading::{Outcome, needed_day};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::Date;
use housing::applications::{ApplicationFacts, ApplicationStatus, Clock, Mandate, RepresentativeRole};
use housing::dwellings::Rooms;
use housing::money::Ore;
use serde_json::Value;

#[derive(askama::Template)]
#[template(path = "applications/show.html")]
struct ApplicationPage {
    frame: Frame,
    id: String,
    version: i64,
    title: String,
    status: String,
    tone: &'static str,
    restricted: bool,
    applicant_href: String,
    applicant: String,
    waiting: String,
    due: String,
    late: bool,
    facts: Vec<(String, String)>,
    note: String,
    household: Option<HouseholdView>,
    statuses: Vec<StatusView>,
    cases: Vec<CaseView>,
    said: Option<SaidView>,
    representatives: Vec<RepresentativeView>,
    rep_roles: Vec<(String, String)>,
    rep_mandates: Vec<(String, String)>,
    /// The documents, drawn by their own template.
    documents: String,
    changes: Vec<ChangeView>,
    may_change: bool,
    may_allocate: bool,
    form: FormValues,
    /// Somebody else changed the application before the new status was saved.
    conflict: Vec<ConflictRow>,
    status_choices: Vec<(String, String)>,
    /// The decisions that open cases wait for: their addresses and the cases' numbers.
    to_decide: Vec<(String, String)>,
}

struct StatusView {
    iso: String,
    day: String,
    text: String,
    tone: &'static str,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let mut form = FormValues::default();
    form.set("from", app.today().to_string());
    page(&app, &visitor, id, form, StatusCode::OK).await
}

pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may_change = access::may(actor.role, Action::Change, Thing::Application).is_ok();
    let may_allocate = access::may(actor.role, Action::Look, Thing::Allocation).is_ok();
    let (whole, said, colleagues) = app
        .office(move |office| {
            let whole = applications::whole(office, &actor, &id)?;
            let said = intake::said(office, &actor, &id)?;
            Ok::<_, crate::office::OfficeError>((whole, said, Colleagues::of(office)?))
        })
        .await?;
    let frame = visitor.frame();
    let application = &whole.application;
    let name = |id: &str| colleagues.officer(id);
    let documents = documents::part(visitor, (&application.id, None), &said.documents, &name)?;
    let known = facts_of(application, &whole.applicant);
    let undecided = application.status.clock() == Some(Clock::AwaitsDecision);
    let conflict = if answer == StatusCode::CONFLICT { both(&frame, &form, &whole) } else { Vec::new() };
    let page = ApplicationPage {
        conflict,
        title: frame.t1("application-title", "number", application.number()),
        status: frame.t(&application.status.text_key()),
        tone: tone(application.status),
        restricted: application.restricted,
        applicant_href: format!("/people/{}", whole.applicant.id),
        applicant: whole.applicant.name.to_string(),
        waiting: days(&frame, known.waiting_days(frame.today)),
        due: if undecided { frame.day(&known.answer_due()) } else { String::new() },
        late: undecided && known.answer_due() < frame.today,
        facts: facts(&frame, &whole, &known),
        note: application.note.clone().unwrap_or_default(),
        household: whole.household.as_ref().map(|of| household_view(&frame, of)),
        statuses: whole.statuses.iter().rev().map(|(day, status)| status_view(&frame, *day, *status)).collect(),
        said: said::view(&frame, &said),
        representatives: said::representatives(&frame, &said, app.today()),
        rep_mandates: choices(&frame, Mandate::ALL, Mandate::code, Mandate::text_key),
        rep_roles: choices(&frame, RepresentativeRole::ALL, RepresentativeRole::code, RepresentativeRole::text_key),
        documents,
        cases: whole.cases.iter().map(|case| cases::view(&frame, &application.number(), case)).collect(),
        changes: history::views(&frame, &whole.changes, |field, value| told(&frame, field, value)),
        may_change,
        may_allocate,
        status_choices: choices(&frame, &may_be_set(&whole), ApplicationStatus::code, ApplicationStatus::text_key),
        to_decide: cases_to_decide(&whole)
            .map(|case| (format!("/cases/{}/decision", case.id), number(application, case)))
            .collect(),
        id: application.id.clone(),
        version: application.version,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

/// The cases that wait for a decision.
fn cases_to_decide(whole: &Whole) -> impl Iterator<Item = &Case> {
    whole.cases.iter().filter(|case| case.closed.is_none())
}

/// What the status can be set to by hand: what a decision leads to only when no case waits for one.
fn may_be_set(whole: &Whole) -> Vec<ApplicationStatus> {
    let decided = cases_to_decide(whole).next().is_none();
    ApplicationStatus::ALL.iter().copied().filter(|status| decided || !status.follows_a_decision()).collect()
}

/// The status that was chosen beside the one the application has got meanwhile.
fn both(frame: &Frame, yours: &FormValues, whole: &Whole) -> Vec<ConflictRow> {
    let since = whole.statuses.last().map(|(day, _)| day.to_string()).unwrap_or_default();
    let theirs = [("status", whole.application.status.code().to_owned()), ("from", since)];
    conflict::rows(&["status", "from"], yours, &FormValues::of(theirs), |field, value| match field {
        "from" => (frame.t("application-status-from"), frame.typed_day(value)),
        field => told(frame, field, &Value::from(value)).unwrap_or_default(),
    })
}

fn days(frame: &Frame, days: Option<i32>) -> String {
    days.map(|days| frame.t1("application-days", "days", days)).unwrap_or_default()
}

fn status_view(frame: &Frame, day: Date, status: ApplicationStatus) -> StatusView {
    StatusView { iso: day.to_string(), day: frame.day(&day), text: frame.t(&status.text_key()), tone: tone(status) }
}

fn facts(frame: &Frame, whole: &Whole, known: &ApplicationFacts) -> Vec<(String, String)> {
    let application = &whole.application;
    let mut facts = vec![
        ("application-received", frame.day(&application.received)),
        ("application-kind", application.kind.map(|kind| frame.t(&kind.text_key())).unwrap_or_default()),
    ]
    .into_iter()
    .map(|(key, value)| (frame.t(key), value))
    .collect::<Vec<_>>();
    facts.extend(request_facts(frame, application));
    let worded = [
        ("application-decided", application.decided.map(|day| frame.day(&day)).unwrap_or_default()),
        ("application-handling", days(frame, known.handling_days(frame.today))),
        ("application-officer", application.officer.clone().unwrap_or_default()),
    ];
    facts.extend(worded.into_iter().map(|(key, value)| (frame.t(key), value)));
    facts
}

/// What the household needs and asks for, in words.
pub(in crate::web) fn request_facts(frame: &Frame, application: &Application) -> Vec<(String, String)> {
    let rooms = |rooms: Option<Rooms>| rooms.map(|rooms| rooms_text(frame, rooms)).unwrap_or_default();
    let size = application.size.map(|size| {
        frame.ta(
            "household-size-text",
            &[("adults", &size.adults.to_string()), ("children", &size.children.to_string())],
        )
    });
    let worded = [
        ("application-size", size.unwrap_or_default()),
        ("application-room-need", rooms(application.room_need)),
        ("application-rooms", rooms(application.rooms)),
        ("application-situation", application.situation.map(|it| frame.t(&it.text_key())).unwrap_or_default()),
        ("application-target-groups", groups(frame, &application.target_groups)),
        ("application-wished-area", application.wished_area.clone().unwrap_or_default()),
        ("application-wheelchair", yes_no(frame, application.wheelchair)),
        ("application-income", application.income.map(Ore::in_kroner).unwrap_or_default()),
    ];
    worded.into_iter().map(|(key, value)| (frame.t(key), value)).collect()
}

/// A fact of the application as its history tells it, and as two versions of it are compared.
pub(in crate::web) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str().unwrap_or_default();
    match field {
        "rep_begins" | "rep_shows" | "rep_ends" => Some((frame.t(&format!("intake-{field}")), text.to_owned())),
        "why_later" => Some((frame.t("application-why-later"), text.to_owned())),
        _ => applications::told(frame, field, value).or_else(|| said::told(frame, field, value)),
    }
}

pub(super) async fn set_status(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    let version = values.version()?;
    let mut problems = Vec::new();
    let from = needed_day(&values, "from", &mut problems);
    let status = values.get("status").parse::<ApplicationStatus>().ok();
    if status.is_none() {
        problems.push(Problem::plain("status", "application-problem-status-needed"));
    }
    let (Some(status), Some(from)) = (status, from) else {
        values.errors = visitor.frame().words(&problems);
        return page(&app, &visitor, id, values, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let application = id.clone();
    let saved = app
        .office(move |office| {
            Outcome::of(applications::set_status(office, &actor, (&application, version), status, from))
        })
        .await?;
    match saved.kept(&visitor.frame(), &mut values) {
        None => Ok(Redirect::to(&format!("/applications/{id}")).into_response()),
        Some(answer) => page(&app, &visitor, id, values, answer).await,
    }
}
