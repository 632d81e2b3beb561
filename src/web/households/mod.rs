//! A household's page, and its members coming and leaving.

use super::conflict::{self, ConflictRow};
use super::dwellings::choices;
use super::history::{self, ChangeView, Happening, Timeline};
use super::people::{self as pages, ApplicationView, HouseholdView, TenancyView};
use super::reading::{Outcome, answered, first_of_each, needed_day};
use super::{App, FormValues, Frame, ProtectedForm, Routes, Visitor, WebError, render};
use crate::access::{self, Action, Thing};
use crate::office::households::{self, Newcomer, Whole};
use crate::office::{Problem, search};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::Date;
use housing::people::{HouseholdSize, MemberRole};
use housing::written;
use serde_json::Value;

/// The pages of households.
pub fn routes() -> Routes {
    Routes::new()
        .post("/households/new", begin)
        .get("/households/{id}", show)
        .post("/households/{id}/size", set_size)
        .post("/households/{id}/members", add_member)
        .post("/households/{id}/members/{person}/end", end_membership)
}

#[derive(askama::Template)]
#[template(path = "households/show.html")]
struct HouseholdPage {
    frame: Frame,
    id: String,
    version: i64,
    title: String,
    household: HouseholdView,
    tenancies: Vec<TenancyView>,
    applications: Vec<ApplicationView>,
    timeline: Vec<Happening>,
    changes: Vec<ChangeView>,
    may_change: bool,
    form: FormValues,
    roles: Vec<(String, String)>,
    /// People who may be the one meant: id, and name with birth.
    candidates: Vec<(String, String)>,
    adults: String,
    children: String,
    /// Somebody else changed the household before this was saved.
    conflict: Vec<ConflictRow>,
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, WebError> {
    let mut form = FormValues::default();
    form.set("from", app.today().to_string());
    page(&app, &visitor, id, form, StatusCode::OK).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may_change = access::may(actor.role, Action::Change, Thing::Household).is_ok();
    let looked_for = form.get("name").to_owned();
    let (whole, found) = app
        .office(move |office| {
            let found = if looked_for.is_empty() { Vec::new() } else { search::people(office, &actor, &looked_for)? };
            Ok::<_, crate::office::OfficeError>((households::whole(office, &actor, &id)?, found))
        })
        .await?;
    let frame = visitor.frame();
    let household = pages::household_view(&frame, &whole.of);
    let stated = size_of(&whole);
    let typed_or = |field: &str, stated: &FormValues| form.filled(field).unwrap_or(stated.get(field)).to_owned();
    let conflict = if answer == StatusCode::CONFLICT { both(&frame, &form, &stated) } else { Vec::new() };
    let page = HouseholdPage {
        title: title(&frame, &whole),
        tenancies: whole.tenancies.iter().map(|of| pages::tenancy_view(&frame, of)).collect(),
        applications: whole.applications.iter().map(|one| pages::application_view(&frame, one)).collect(),
        timeline: timeline(&frame, &whole),
        changes: history::views(&frame, &whole.changes, |field, value| {
            told(&frame, field, value, |person| name_in(&household, person))
        }),
        roles: choices(&frame, MemberRole::ALL, MemberRole::code, MemberRole::text_key),
        candidates: found.iter().map(|person| pages::candidate(&frame, person)).collect(),
        adults: typed_or("adults", &stated),
        children: typed_or("children", &stated),
        conflict,
        id: whole.of.household.id.clone(),
        version: whole.of.household.version,
        household,
        may_change,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

/// Who came and left, where they have lived and what they have applied for, the newest first.
fn timeline(frame: &Frame, whole: &Whole) -> Vec<Happening> {
    let mut timeline = Timeline::of(frame);
    whole.tenancies.iter().for_each(|of| timeline.add_tenancy(of));
    whole.applications.iter().for_each(|application| timeline.add_application(application));
    for (member, name) in &whole.of.members {
        let (name, href) = (name.to_string(), format!("/people/{}", member.person));
        timeline.add(Some(member.from), "household-event-joined", &name, &href);
        timeline.add(member.until, "household-event-left", &name, &href);
    }
    timeline.done()
}

/// The size the household stated, as it stands in the form.
fn size_of(whole: &Whole) -> FormValues {
    let size = whole.of.household.size;
    let number = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
    FormValues::of([
        ("adults", number(size.map(|size| size.adults))),
        ("children", number(size.map(|size| size.children))),
    ])
}

/// The size that was typed beside the one the household has got meanwhile.
fn both(frame: &Frame, yours: &FormValues, theirs: &FormValues) -> Vec<ConflictRow> {
    conflict::rows(&["adults", "children"], yours, theirs, |field, value| {
        (frame.t(if field == "adults" { "household-adults" } else { "household-children" }), value.to_owned())
    })
}

/// A household goes by its main person's name.
fn title(frame: &Frame, whole: &Whole) -> String {
    let main = whole.of.members.iter().find(|(member, _)| member.role == MemberRole::Main);
    main.map_or_else(|| frame.t("household-title"), |(_, name)| frame.t1("household-of", "name", name.to_string()))
}

fn name_in(household: &HouseholdView, person: &str) -> String {
    let member = household.members.iter().find(|member| member.person == person);
    member.map(|member| member.name.clone()).unwrap_or_default()
}

/// A field of the journal's entry in words; `name_of` knows the members' names.
pub(super) fn told(
    frame: &Frame,
    field: &str,
    value: &Value,
    name_of: impl Fn(&str) -> String,
) -> Option<(String, String)> {
    let text = value.as_str().unwrap_or_default();
    let day = || text.parse::<Date>().map(|day| frame.day(&day)).unwrap_or_default();
    let (key, said) = match field {
        "member" if text.is_empty() => ("household-member", String::new()),
        "member" => ("household-member", name_of(text)),
        "role" => ("household-role", text.parse::<MemberRole>().map(|it| frame.t(&it.text_key())).unwrap_or_default()),
        "from" => ("household-from", day()),
        "until" => ("household-until", day()),
        "size" => ("household-size", text.to_owned()),
        _ => return None,
    };
    Some((frame.t(key), said))
}

async fn begin(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(values): ProtectedForm,
) -> Result<Redirect, WebError> {
    let (actor, person) = (visitor.actor(), values.get("person").to_owned());
    let id = app.office(move |office| households::begin(office, &actor, &person)).await?;
    Ok(Redirect::to(&format!("/households/{id}")))
}

async fn set_size(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Household)?;
    let version = values.version()?;
    let number = |name: &str| values.filled(name).map(written::adults_or_children).transpose();
    let size = match (number("adults"), number("children")) {
        (Ok(adults), Ok(children)) => {
            let said = adults.is_some() || children.is_some();
            said.then(|| HouseholdSize { adults: adults.unwrap_or(0), children: children.unwrap_or(0) })
        }
        (_, _) => {
            values.errors = visitor.frame().words(&[Problem::plain("adults", "household-problem-size")]);
            return page(&app, &visitor, id, values, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let household = id.clone();
    let saved = app
        .office(move |office| Outcome::of(households::set_size(office, &actor, (&household, version), size)))
        .await?;
    match saved.kept(&visitor.frame(), &mut values) {
        None => Ok(Redirect::to(&format!("/households/{id}")).into_response()),
        Some(answer) => page(&app, &visitor, id, values, answer).await,
    }
}

/// First the name is looked up; then one of those found is chosen, or somebody new is entered.
async fn add_member(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Household)?;
    let mut problems = Vec::new();
    let from = needed_day(&values, "from", &mut problems);
    let role = values.get("role").parse::<MemberRole>().ok();
    if role.is_none() {
        problems.push(Problem::plain("role", "household-problem-role-needed"));
    }
    if values.filled("name").is_none() {
        problems.push(Problem::plain("name", "household-problem-name-needed"));
    }
    let Some(chosen) = values.filled("person") else {
        values.errors = visitor.frame().words(&first_of_each(problems));
        let answer = if values.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return page(&app, &visitor, id, values, answer).await;
    };
    let newcomer = if chosen == "new" {
        let (facts, wrong) = new_member(&values, app.today());
        problems.extend(wrong);
        Newcomer::New(Box::new(facts))
    } else {
        Newcomer::Known(chosen.to_owned())
    };
    if let (Some(from), Some(role), true) = (from, role, problems.is_empty()) {
        let household = id.clone();
        let saved = app
            .office(move |office| answered(households::add_member(office, &actor, &household, &newcomer, role, from)))
            .await?;
        match saved {
            Ok(()) => return Ok(Redirect::to(&format!("/households/{id}")).into_response()),
            Err(refused) => problems = refused,
        }
    }
    values.errors = visitor.frame().words(&first_of_each(problems));
    page(&app, &visitor, id, values, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Somebody who is not on the register: the name as it was looked for, and what else was said.
fn new_member(values: &FormValues, today: Date) -> (housing::people::PersonFacts, Vec<Problem>) {
    let mut values = values.clone();
    if let Some(name) = housing::people::Name::read(values.get("name")) {
        values.set("family", name.family);
        values.set("given", name.given);
    }
    pages::read(&values, today)
}

async fn end_membership(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, person)): Path<(String, String)>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Household)?;
    let came: Date = values.get("came").parse().map_err(|_| WebError::BadForm)?;
    let mut problems = Vec::new();
    if let Some(until) = needed_day(&values, "until", &mut problems) {
        let household = id.clone();
        let saved = app
            .office(move |office| {
                answered(households::end_membership(office, &actor, &household, (&person, came), until))
            })
            .await?;
        match saved {
            Ok(()) => return Ok(Redirect::to(&format!("/households/{id}")).into_response()),
            Err(refused) => problems = refused,
        }
    }
    values.errors = visitor.frame().words(&problems);
    page(&app, &visitor, id, values, StatusCode::UNPROCESSABLE_ENTITY).await
}
