//! Entering and changing a person.

use super::candidate;
use super::page::told;
use crate::access::{Action, Thing};
use crate::office::{Problem, people};
use crate::store::people::Person;
use crate::web::conflict::{self, ConflictRow};
use crate::web::dwellings::choices;
use crate::web::reading::{Outcome, answered, day, first_of_each, parsed};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::Date;
use housing::identity::IdentityNumber;
use housing::people::{Name, PersonFacts, Protection};
use std::collections::BTreeMap;

/// The fields two versions are compared in; the identity number is never shown.
const FIELDS: &[&str] = &["family", "given", "born", "telephone", "email"];

/// Said when somebody is new although others on the register have the same name.
const ANYWAY: &str = "anyway";

#[derive(askama::Template)]
#[template(path = "people/form.html")]
struct PersonForm {
    frame: Frame,
    form: FormValues,
    /// The person that is changed; `None` for a new one.
    id: Option<String>,
    action: String,
    back: String,
    title: String,
    conflict: Vec<ConflictRow>,
    /// Whoever has the identity number already: where, and their name.
    there_already: Option<(String, String)>,
    levels: Vec<(String, String)>,
    /// People on the register whom the facts may be about: where, and their name with birth.
    perhaps: Vec<(String, String)>,
}

impl PersonForm {
    fn new(frame: Frame, form: FormValues, id: Option<String>) -> Self {
        let (action, back, title) = match &id {
            Some(id) => (format!("/people/{id}/edit"), format!("/people/{id}"), frame.t("person-edit-title")),
            None => ("/people/new".to_owned(), "/people".to_owned(), frame.t("people-new")),
        };
        let levels = choices(&frame, Protection::ALL, Protection::code, Protection::text_key);
        Self {
            conflict: Vec::new(),
            there_already: None,
            perhaps: Vec::new(),
            levels,
            form,
            id,
            action,
            back,
            title,
            frame,
        }
    }

    /// What is wrong stands beside its field; whoever has the number already is named with a link.
    fn with_problems(mut self, problems: Vec<Problem>) -> Self {
        let problems = first_of_each(problems);
        self.form.errors = self.frame.words(&problems);
        self.there_already = problems.iter().find(|problem| problem.text == people::THERE_ALREADY).map(|problem| {
            let fact = |name| problem.facts.iter().find(|(fact, _)| *fact == name).map(|(_, value)| value.clone());
            (format!("/people/{}", fact("id").unwrap_or_default()), fact("name").unwrap_or_default())
        });
        self
    }

    fn answer(&self, status: StatusCode) -> Result<Response, WebError> {
        Ok((status, render(self)?).into_response())
    }
}

pub(super) async fn new(visitor: Visitor, Query(given): Query<BTreeMap<String, String>>) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Person)?;
    let mut form = FormValues::of([("protection", Protection::Ungraded.code().to_owned())]);
    if let Some(name) = given.get("name").and_then(|name| Name::read(name)) {
        form.set("family", name.family);
        form.set("given", name.given);
    }
    PersonForm::new(visitor.frame(), form, None).answer(StatusCode::OK)
}

pub(super) async fn create(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Person)?;
    let (facts, mut problems) = read(&values, app.today());
    let hidden = facts.protection.hides_home() && !actor.sees_protected;
    if problems.is_empty() && values.filled(ANYWAY).is_none() {
        let (asker, asked) = (actor.clone(), facts.clone());
        let perhaps = app.office(move |office| people::perhaps_known(office, &asker, &asked)).await?;
        if !perhaps.is_empty() && people::problems(&facts, app.today()).is_empty() {
            return ask(visitor.frame(), values, &perhaps);
        }
    }
    if problems.is_empty() {
        match app.office(move |office| answered(people::enter(office, &actor, &facts))).await? {
            Ok(_) if hidden => return Ok(Redirect::to("/people").into_response()),
            Ok(id) => return Ok(Redirect::to(&format!("/people/{id}")).into_response()),
            Err(refused) => problems = refused,
        }
    } else {
        problems.extend(people::problems(&facts, app.today()));
    }
    let form = PersonForm::new(visitor.frame(), values, None);
    form.with_problems(problems).answer(StatusCode::UNPROCESSABLE_ENTITY)
}

/// Somebody like that is on the register: the person who types says whether it is them.
fn ask(frame: Frame, values: FormValues, perhaps: &[Person]) -> Result<Response, WebError> {
    let known = |person: &Person| {
        let (id, text) = candidate(&frame, person);
        (format!("/people/{id}"), text)
    };
    let perhaps = perhaps.iter().map(known).collect();
    let form = PersonForm::new(frame, values, None);
    PersonForm { perhaps, ..form }.answer(StatusCode::OK)
}

pub(super) async fn edit(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Person)?;
    let found = app.office(move |office| people::find(office, &actor, &id)).await?;
    PersonForm::new(visitor.frame(), values_of(&found), Some(found.id)).answer(StatusCode::OK)
}

pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Person)?;
    let version = values.version()?;
    let (facts, mut problems) = read(&values, app.today());
    if problems.is_empty() {
        let person = id.clone();
        let saved =
            app.office(move |office| Outcome::of(people::change(office, &actor, (&person, version), &facts))).await?;
        match saved {
            Outcome::Done(()) => return Ok(Redirect::to(&format!("/people/{id}")).into_response()),
            Outcome::Stale => {
                let actor = visitor.actor();
                let theirs = app.office(move |office| people::find(office, &actor, &id)).await?;
                return stale(visitor.frame(), values, &theirs);
            }
            Outcome::Refused(refused) => problems = refused,
        }
    } else {
        problems.extend(people::problems(&facts, app.today()));
    }
    let form = PersonForm::new(visitor.frame(), values, Some(id));
    form.with_problems(problems).answer(StatusCode::UNPROCESSABLE_ENTITY)
}

/// Somebody else saved first: both versions side by side, and the next save is on theirs.
fn stale(frame: Frame, mut values: FormValues, theirs: &Person) -> Result<Response, WebError> {
    let word =
        |field: &'static str, value: &str| told(&frame, field, &serde_json::Value::from(value)).unwrap_or_default();
    let conflict = conflict::rows(FIELDS, &values, &values_of(theirs), word);
    values.set("version", theirs.version.to_string());
    let form = PersonForm::new(frame, values, Some(theirs.id.clone()));
    PersonForm { conflict, ..form }.answer(StatusCode::CONFLICT)
}

/// What stands in the form for a person as they are; the identity number is never put there.
fn values_of(person: &Person) -> FormValues {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let pairs = [
        ("version", person.version.to_string()),
        ("family", person.name.family.clone()),
        ("given", person.name.given.clone()),
        ("born", person.born.map(|born| born.to_string()).unwrap_or_default()),
        ("telephone", text(&person.telephone)),
        ("email", text(&person.email)),
    ];
    FormValues::of(pairs)
}

/// Reads the facts of a person from a form; what cannot be read is left unknown and named.
pub(in crate::web) fn read(values: &FormValues, today: Date) -> (PersonFacts, Vec<Problem>) {
    let mut problems = Vec::new();
    let owned = |name: &str| values.filled(name).map(str::to_owned);
    let one_spaced = |name: &str| values.get(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let identity = values.filled("identity").and_then(|typed| {
        // What was typed is not repeated in the message: it may be nearly somebody's number.
        let number = IdentityNumber::parse_on(typed, today);
        if number.is_err() {
            problems.push(Problem::plain("identity", "person-problem-identity"));
        }
        number.ok()
    });
    let email = |typed: &str| if typed.contains('@') { Ok(typed.to_owned()) } else { Err(()) };
    let facts = PersonFacts {
        name: Name { family: one_spaced("family"), given: one_spaced("given") },
        identity,
        born: day(values, "born", &mut problems),
        telephone: owned("telephone"),
        email: parsed(values, "email", "person-problem-email", email, &mut problems),
        protection: values.get("protection").parse().unwrap_or(Protection::Ungraded),
        protection_to_check: false,
    };
    (facts, problems)
}
