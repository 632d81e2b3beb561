//! Somebody to expect: first who, then from where, when, and who is responsible there.

use super::told;
use crate::access::{Action, Thing};
use crate::office::cases::Colleagues;
use crate::office::expected::{self, NewExpected, Whole};
use crate::office::intake::Applicant;
use crate::office::{OfficeError, Problem, people, search};
use crate::web::conflict::{self, ConflictRow};
use crate::web::dwellings::choices;
use crate::web::people::{candidate, read as read_person};
use crate::web::reading::{Outcome, answered, first_of_each, needed_day};
use crate::web::{App, FormValues, Frame, ListAddress, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::applications::LeavesPlace;
use housing::expected::ExpectedFacts;
use housing::people::Name;
use serde_json::Value;

/// Stands for a new person where one is chosen.
const NEW: &str = "new";

/// The fields two versions are compared in.
const FIELDS: &[&str] = &["place", "place_name", "day", "about", "contact", "contact_telephone", "officer", "need"];

#[derive(askama::Template)]
#[template(path = "expected/who.html")]
struct WhoPage {
    frame: Frame,
    words: String,
    candidates: Vec<(String, String)>,
    looked: bool,
}

#[derive(askama::Template)]
#[template(path = "expected/form.html")]
struct ExpectedForm {
    frame: Frame,
    title: String,
    action: String,
    back: String,
    form: FormValues,
    /// Whom it is about, when they are on the register: address and name.
    person: Option<(String, String)>,
    /// Others have the new person's name and birth.
    namesakes: bool,
    /// Somebody new is entered.
    is_new: bool,
    changing: bool,
    conflict: Vec<ConflictRow>,
    places: Vec<(String, String)>,
    officers: Vec<(String, String)>,
}

/// Who it is first; then, with `person` in the address, the form.
pub(super) async fn new(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Expected)?;
    let (chosen, words) = (address.filter("person").to_owned(), address.filter("q").to_owned());
    if chosen.is_empty() {
        return who(&app, &visitor, words).await;
    }
    let mut form = FormValues::of([("person", chosen.clone()), ("officer", actor.id.clone())]);
    if let Some(name) = Name::read(&words).filter(|_| chosen == NEW) {
        form.set("family", name.family);
        form.set("given", name.given);
    }
    entering(&app, &visitor, form, StatusCode::OK).await
}

async fn who(app: &App, visitor: &Visitor, words: String) -> Result<Response, WebError> {
    let (actor, typed) = (visitor.actor(), words.clone());
    let found = app
        .office(move |office| if typed.is_empty() { Ok(Vec::new()) } else { search::people(office, &actor, &typed) })
        .await?;
    let frame = visitor.frame();
    let page = WhoPage {
        candidates: found.iter().map(|person| candidate(&frame, person)).collect(),
        looked: !words.is_empty(),
        words: if search::looks_like_identity_number(&words) { String::new() } else { words },
        frame,
    };
    Ok(render(&page)?.into_response())
}

/// The form for somebody new to expect.
async fn entering(app: &App, visitor: &Visitor, form: FormValues, answer: StatusCode) -> Result<Response, WebError> {
    let chosen = form.get("person").to_owned();
    let is_new = chosen == NEW;
    let actor = visitor.actor();
    let (person, colleagues) = app
        .office(move |office| {
            let person = if is_new { None } else { Some(people::find(office, &actor, &chosen)?) };
            Ok::<_, OfficeError>((person, Colleagues::of(office)?))
        })
        .await?;
    let frame = visitor.frame();
    let page = ExpectedForm {
        title: frame.t("expected-new"),
        action: "/expected/new".to_owned(),
        back: "/expected".to_owned(),
        person: person.map(|person| (format!("/people/{}", person.id), person.name.to_string())),
        namesakes: form.error("another").is_some() || form.has("another", "true"),
        is_new,
        changing: false,
        conflict: Vec::new(),
        places: places(&frame),
        officers: officers(&colleagues),
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

fn places(frame: &Frame) -> Vec<(String, String)> {
    choices(frame, LeavesPlace::ALL, LeavesPlace::code, LeavesPlace::text_key)
}

/// Those who may follow somebody up; that a strictly protected person needs the named group, the office says.
fn officers(colleagues: &Colleagues) -> Vec<(String, String)> {
    colleagues.who_may_have(false).map(|officer| (officer.id.clone(), officer.name.clone())).collect()
}

pub(super) async fn create(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Expected)?;
    let (facts, mut problems) = read(&form);
    let person = if form.get("person") == NEW {
        let (facts, wrong) = read_person(&form, app.today());
        problems.extend(wrong);
        problems.extend(people::problems(&facts, app.today()));
        Applicant::New { facts: Box::new(facts), another: form.has("another", "true") }
    } else {
        Applicant::Known(form.get("person").to_owned())
    };
    if let (Some(facts), true) = (facts, problems.is_empty()) {
        let new = NewExpected { person, facts };
        match app.office(move |office| answered(expected::register(office, &actor, &new))).await? {
            Ok(id) => return Ok(Redirect::to(&format!("/expected/{id}")).into_response()),
            Err(refused) => problems = refused,
        }
    }
    form.errors = visitor.frame().words(&first_of_each(problems));
    entering(&app, &visitor, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// What the form says; `None` when it does not say enough.
fn read(form: &FormValues) -> (Option<ExpectedFacts>, Vec<Problem>) {
    let mut problems = Vec::new();
    let owned = |name: &str| form.filled(name).map(str::to_owned);
    let place = form.get("place").parse().ok();
    if place.is_none() {
        problems.push(Problem::plain("place", "expected-problem-place"));
    }
    let day = needed_day(form, "day", &mut problems);
    if form.filled("contact").is_none() {
        problems.push(Problem::plain("contact", "expected-problem-contact"));
    }
    let facts = place.zip(day).map(|(place, day)| ExpectedFacts {
        place,
        place_name: owned("place_name"),
        day,
        about: form.has("about", "true"),
        contact: form.get("contact").to_owned(),
        contact_telephone: owned("contact_telephone"),
        need: owned("need"),
        officer: owned("officer"),
    });
    (facts, problems)
}

pub(super) async fn edit(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Expected)?;
    let whole = app.office(move |office| expected::whole(office, &actor, &id)).await?;
    changing(visitor.frame(), &whole, values_of(&whole), Vec::new(), StatusCode::OK)
}

fn changing(
    frame: Frame,
    whole: &Whole,
    form: FormValues,
    conflict: Vec<ConflictRow>,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let place = format!("/expected/{}", whole.expected.id);
    let page = ExpectedForm {
        title: frame.t("expected-edit"),
        action: format!("{place}/edit"),
        back: place,
        person: Some((format!("/people/{}", whole.person.id), whole.person.name.to_string())),
        namesakes: false,
        is_new: false,
        changing: true,
        conflict,
        places: places(&frame),
        officers: officers(&whole.colleagues),
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

/// What stands in the form for somebody as is known of them.
fn values_of(whole: &Whole) -> FormValues {
    let expected = &whole.expected;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    FormValues::of([
        ("version", expected.version.to_string()),
        ("place", expected.place.code().to_owned()),
        ("place_name", text(&expected.place_name)),
        ("day", expected.day.to_string()),
        ("about", if expected.about { "true".to_owned() } else { String::new() }),
        ("contact", expected.contact.clone()),
        ("contact_telephone", text(&expected.contact_telephone)),
        ("officer", text(&expected.officer)),
        ("need", whole.need.clone()),
    ])
}

pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Expected)?;
    let version = form.version()?;
    let (facts, problems) = read(&form);
    let saved = match facts.filter(|_| problems.is_empty()) {
        None => Outcome::Refused(problems),
        Some(facts) => {
            let (actor, expected) = (actor.clone(), id.clone());
            app.office(move |office| Outcome::of(expected::change(office, &actor, (&expected, version), &facts)))
                .await?
        }
    };
    let Some(answer) = saved.kept(&visitor.frame(), &mut form) else {
        return Ok(Redirect::to(&format!("/expected/{id}")).into_response());
    };
    let whole = app.office(move |office| expected::whole(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let conflict = if answer == StatusCode::CONFLICT { both(&frame, &mut form, &whole) } else { Vec::new() };
    changing(frame, &whole, form, conflict, answer)
}

/// Both versions side by side, and the next save is on theirs.
fn both(frame: &Frame, form: &mut FormValues, whole: &Whole) -> Vec<ConflictRow> {
    let rows = conflict::rows(FIELDS, form, &values_of(whole), |field, value| match field {
        "officer" => (frame.t("case-officer"), whole.colleagues.officer(value)),
        "need" => (frame.t("expected-need"), value.to_owned()),
        "about" => told(frame, field, &Value::from(value == "true")).unwrap_or_default(),
        field => told(frame, field, &Value::from(value)).unwrap_or_default(),
    });
    form.set("version", whole.expected.version.to_string());
    rows
}
