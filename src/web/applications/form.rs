//! Entering and changing an application. The applicant is found first: somebody on the register, or somebody new.

use super::page::told;
use super::yes_no;
use crate::access::{Action, Thing};
use crate::office::applications::{self, facts_of};
use crate::office::{OfficeError, Problem, people, search};
use crate::store::applications::Application;
use crate::store::people::Person;
use crate::web::conflict::{self, ConflictRow};
use crate::web::dwellings::choices;
use crate::web::people::{candidate, read as read_person};
use crate::web::reading::{answered, first_of_each, needed_day, parsed};
use crate::web::{App, FormValues, Frame, ListAddress, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::applications::{ApplicationFacts, ApplicationKind, ApplicationStatus, HousingSituation};
use housing::people::{HouseholdSize, Name, PersonFacts, TargetGroup};
use housing::written;
use serde_json::Value;

/// The fields two versions are compared in.
const FIELDS: &[&str] = &[
    "received",
    "kind",
    "adults",
    "children",
    "situation",
    "target_groups",
    "rooms",
    "wished_area",
    "wheelchair",
    "income",
    "officer",
    "note",
];

/// What stands for a new person where one is chosen.
const NEW: &str = "new";

#[derive(askama::Template)]
#[template(path = "applications/who.html")]
struct WhoPage {
    frame: Frame,
    words: String,
    candidates: Vec<(String, String)>,
    looked: bool,
}

#[derive(askama::Template)]
#[template(path = "applications/form.html")]
struct ApplicationForm {
    frame: Frame,
    form: FormValues,
    /// `new`, or the id of somebody on the register.
    applicant: String,
    applicant_name: String,
    /// The application that is changed; `None` for a new one.
    id: Option<String>,
    action: String,
    back: String,
    title: String,
    conflict: Vec<ConflictRow>,
    kinds: Vec<(String, String)>,
    situations: Vec<(String, String)>,
    target_groups: Vec<(String, String, bool)>,
    answers: Vec<(String, String)>,
}

impl ApplicationForm {
    fn new(frame: Frame, form: FormValues, applicant: (String, String), application: Option<&Application>) -> Self {
        let (action, back, title) = match application {
            Some(it) => (
                format!("/applications/{}/edit", it.id),
                format!("/applications/{}", it.id),
                frame.t1("application-edit-title", "number", it.number()),
            ),
            None => ("/applications/new".to_owned(), "/applications".to_owned(), frame.t("applications-new")),
        };
        let group = |group: &TargetGroup| {
            (group.code().to_owned(), frame.t(&group.text_key()), form.has("target_groups", group.code()))
        };
        Self {
            kinds: choices(&frame, ApplicationKind::ALL, ApplicationKind::code, ApplicationKind::text_key),
            situations: choices(&frame, HousingSituation::ALL, HousingSituation::code, HousingSituation::text_key),
            target_groups: TargetGroup::ALL.iter().map(group).collect(),
            answers: [true, false].map(|yes| (yes.to_string(), yes_no(&frame, Some(yes)))).into(),
            conflict: Vec::new(),
            id: application.map(|application| application.id.clone()),
            applicant: applicant.0,
            applicant_name: applicant.1,
            form,
            action,
            back,
            title,
            frame,
        }
    }

    fn refused(mut self, problems: Vec<Problem>) -> Result<Response, WebError> {
        self.form.errors = self.frame.words(&first_of_each(problems));
        Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&self)?).into_response())
    }
}

/// First who applies; then, with `applicant` in the address, what they apply for.
pub(super) async fn new(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    let chosen = address.filter("applicant").to_owned();
    let words = address.filter("q").to_owned();
    if chosen.is_empty() {
        let typed = words.clone();
        let found = app.office(move |office| look_for(office, &actor, &typed)).await?;
        let frame = visitor.frame();
        let candidates = found.iter().map(|person| candidate(&frame, person)).collect();
        let looked = !words.is_empty();
        let words = if search::looks_like_identity_number(&words) { String::new() } else { words };
        return Ok(render(&WhoPage { frame, words, candidates, looked })?.into_response());
    }
    let mut form = FormValues::default();
    form.set("received", app.today().to_string());
    form.set("kind", ApplicationKind::New.code());
    let name = if chosen == NEW {
        if let Some(name) = Name::read(&words) {
            form.set("family", name.family);
            form.set("given", name.given);
        }
        String::new()
    } else {
        name_of(&app, &visitor, &chosen).await?
    };
    Ok(render(&ApplicationForm::new(visitor.frame(), form, (chosen, name), None))?.into_response())
}

fn look_for(
    office: &crate::office::Office,
    actor: &crate::office::Actor,
    typed: &str,
) -> Result<Vec<Person>, OfficeError> {
    if typed.is_empty() { Ok(Vec::new()) } else { search::people(office, actor, typed) }
}

async fn name_of(app: &App, visitor: &Visitor, person: &str) -> Result<String, WebError> {
    let (actor, person) = (visitor.actor(), person.to_owned());
    let found = app.office(move |office| people::find(office, &actor, &person)).await?;
    Ok(found.name.to_string())
}

pub(super) async fn create(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    let chosen = values.get("applicant").to_owned();
    let name = if chosen == NEW { String::new() } else { name_of(&app, &visitor, &chosen).await? };
    let (person, mut problems) = applicant(&values, &chosen, &name, &app);
    let (facts, unread) = read(&values, &person);
    problems.extend(unread);
    problems.extend(applications::problems(&facts, app.today()));
    if problems.is_empty() {
        let applicant = chosen.clone();
        let saved = app
            .office(move |office| {
                let entered = if applicant == NEW { people::enter(office, &actor, &person) } else { Ok(applicant) };
                answered(entered.and_then(|applicant| applications::enter(office, &actor, &applicant, &facts)))
            })
            .await?;
        match saved {
            Ok(id) => return Ok(Redirect::to(&format!("/applications/{id}")).into_response()),
            Err(refused) => problems = refused,
        }
    }
    ApplicationForm::new(visitor.frame(), values, (chosen, name), None).refused(problems)
}

/// A new applicant as the form says; of one on the register only the name matters here.
fn applicant(values: &FormValues, chosen: &str, name: &str, app: &App) -> (PersonFacts, Vec<Problem>) {
    let (mut person, mut problems) = read_person(values, app.today());
    if chosen == NEW {
        problems.extend(people::problems(&person, app.today()));
    } else {
        person.name = Name { family: name.to_owned(), given: String::new() };
        problems.clear();
    }
    (person, problems)
}

pub(super) async fn edit(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    let whole = app.office(move |office| applications::whole(office, &actor, &id)).await?;
    let applicant = (whole.applicant.id.clone(), whole.applicant.name.to_string());
    let form = values_of(&whole.application);
    Ok(render(&ApplicationForm::new(visitor.frame(), form, applicant, Some(&whole.application)))?.into_response())
}

pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    let version: i64 = values.version()?;
    let (asking, known) = (actor.clone(), id.clone());
    let whole = app.office(move |office| applications::whole(office, &asking, &known)).await?;
    let applicant = (whole.applicant.id.clone(), whole.applicant.name.to_string());
    let (facts, mut problems) = read(&values, &facts_of(&whole.application, &whole.applicant).applicant);
    problems.extend(applications::problems(&facts, app.today()));
    let frame = visitor.frame();
    if whole.application.version != version {
        let conflict = differences(&frame, &values, &whole.application);
        values.set("version", whole.application.version.to_string());
        let form = ApplicationForm::new(frame, values, applicant, Some(&whole.application));
        return Ok((StatusCode::CONFLICT, render(&ApplicationForm { conflict, ..form })?).into_response());
    }
    if problems.is_empty() {
        let application = id.clone();
        let saved = app
            .office(move |office| answered(applications::change(office, &actor, (&application, version), &facts)))
            .await?;
        match saved {
            Ok(()) => return Ok(Redirect::to(&format!("/applications/{id}")).into_response()),
            Err(refused) => problems = refused,
        }
    }
    ApplicationForm::new(frame, values, applicant, Some(&whole.application)).refused(problems)
}

/// Both versions side by side, in words.
fn differences(frame: &Frame, yours: &FormValues, theirs: &Application) -> Vec<ConflictRow> {
    let word = |field: &'static str, value: &str| match field {
        "adults" => (frame.t("application-adults"), value.to_owned()),
        "children" => (frame.t("application-children"), value.to_owned()),
        "rooms" => (frame.t("application-rooms"), value.to_owned()),
        "income" => (frame.t("application-income"), value.to_owned()),
        "wheelchair" => (frame.t("application-wheelchair"), yes_no(frame, value.parse().ok())),
        field => told(frame, field, &Value::from(value)).unwrap_or_default(),
    };
    let joined = |values: &FormValues| {
        let mut values = values.clone();
        let groups = values.all("target_groups").collect::<Vec<_>>().join(" ");
        values.set("target_groups", groups);
        values
    };
    conflict::rows(FIELDS, &joined(yours), &joined(&values_of(theirs)), word)
}

/// What stands in the form for an application as it is.
fn values_of(application: &Application) -> FormValues {
    let text = |value: Option<String>| value.unwrap_or_default();
    let pairs = [
        ("version", application.version.to_string()),
        ("received", application.received.to_string()),
        ("kind", text(application.kind.map(|kind| kind.code().to_owned()))),
        ("adults", text(application.size.map(|size| size.adults.to_string()))),
        ("children", text(application.size.map(|size| size.children.to_string()))),
        ("situation", text(application.situation.map(|situation| situation.code().to_owned()))),
        ("rooms", text(application.rooms.map(|rooms| rooms.0.to_string()))),
        ("wished_area", text(application.wished_area.clone())),
        ("wheelchair", text(application.wheelchair.map(|yes| yes.to_string()))),
        ("income", text(application.income.map(|income| income.exact()))),
        ("officer", text(application.officer.clone())),
        ("note", text(application.note.clone())),
    ];
    let groups = application.target_groups.iter().map(|group| ("target_groups", group.code().to_owned()));
    FormValues::of(pairs.into_iter().chain(groups))
}

/// Reads the form; what cannot be read is left unknown and named.
fn read(values: &FormValues, applicant: &PersonFacts) -> (ApplicationFacts, Vec<Problem>) {
    let mut problems = Vec::new();
    let owned = |name: &str| values.filled(name).map(str::to_owned);
    let count = written::adults_or_children;
    let adults = parsed(values, "adults", "application-problem-number", count, &mut problems);
    let children = parsed(values, "children", "application-problem-number", count, &mut problems);
    if adults.is_none() && children.is_some() && values.filled("adults").is_none() {
        problems.push(Problem::plain("adults", "application-problem-adults-needed"));
    }
    let facts = ApplicationFacts {
        applicant: applicant.clone(),
        kind: values.get("kind").parse().ok(),
        received: needed_day(values, "received", &mut problems).unwrap_or_default(),
        size: adults.map(|adults| HouseholdSize { adults, children: children.unwrap_or(0) }),
        situation: values.get("situation").parse().ok(),
        target_groups: values.all("target_groups").filter_map(|code| code.parse().ok()).collect(),
        rooms: parsed(values, "rooms", "application-problem-rooms", written::rooms, &mut problems),
        wished_area: owned("wished_area"),
        wheelchair: values.get("wheelchair").parse().ok(),
        income: parsed(values, "income", "application-problem-amount", written::amount, &mut problems),
        status: ApplicationStatus::Received,
        decided: None,
        officer: owned("officer"),
        note: owned("note"),
    };
    (facts, problems)
}
