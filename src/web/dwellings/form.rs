//! Entering and changing a home, and its status from a day.

use super::{choices, page, rooms_text, yes_no};
use crate::access::{Action, Thing};
use crate::office::{OfficeError, Problem, dwellings};
use crate::store::dwellings::Dwelling;
use crate::web::conflict::{self, ConflictRow};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::Date;
use housing::address::Address;
use housing::dwellings::{Category, Disposal, DwellingFacts, DwellingStatus, FloorArea, Rooms};
use housing::money::Ore;
use housing::written;

/// Every field of the form, in the order people fill it in.
const FIELDS: &[&str] = &[
    "address",
    "unit",
    "postcode",
    "place",
    "cadastre",
    "area",
    "category",
    "rooms",
    "floor_area",
    "rent",
    "floor",
    "lift",
    "step_free",
    "wheelchair",
    "built_year",
    "owner",
    "disposal",
    "external_number",
    "note",
];

#[derive(askama::Template)]
#[template(path = "dwellings/form.html")]
struct DwellingForm {
    frame: Frame,
    form: FormValues,
    /// The home that is changed; `None` for a new one.
    id: Option<String>,
    action: String,
    back: String,
    title: String,
    conflict: Vec<ConflictRow>,
    /// The home that has the same address and number: where, and what it is called.
    there_already: Option<(String, String)>,
    categories: Vec<(String, String)>,
    disposals: Vec<(String, String)>,
    statuses: Vec<(String, String)>,
    answers: Vec<(String, String)>,
}

impl DwellingForm {
    fn new(frame: Frame, form: FormValues, id: Option<String>) -> Self {
        let (action, back, title) = match &id {
            Some(id) => (format!("/dwellings/{id}/edit"), format!("/dwellings/{id}"), frame.t("dwelling-edit-title")),
            None => ("/dwellings/new".to_owned(), "/dwellings".to_owned(), frame.t("dwellings-new")),
        };
        Self {
            categories: choices(&frame, Category::ALL, Category::code, Category::text_key),
            disposals: choices(&frame, Disposal::ALL, Disposal::code, Disposal::text_key),
            statuses: choices(&frame, DwellingStatus::ALL, DwellingStatus::code, DwellingStatus::text_key),
            answers: [true, false].map(|yes| (yes.to_string(), yes_no(&frame, Some(yes)))).into(),
            conflict: Vec::new(),
            there_already: None,
            form,
            id,
            action,
            back,
            title,
            frame,
        }
    }

    /// What is wrong stands beside its field; a home that is there already is named with its link.
    fn with_problems(mut self, problems: &[Problem]) -> Self {
        self.form.errors = self.frame.words(problems);
        let there = problems.iter().find(|problem| problem.text == dwellings::THERE_ALREADY);
        let fact = |problem: &Problem, name| {
            let found = problem.facts.iter().find(|(fact, _)| *fact == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        self.there_already =
            there.map(|problem| (format!("/dwellings/{}", fact(problem, "id")), fact(problem, "address")));
        self
    }

    fn answer(&self, status: StatusCode) -> Result<Response, WebError> {
        Ok((status, render(self)?).into_response())
    }
}

pub(super) async fn new(visitor: Visitor) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Dwelling)?;
    let frame = visitor.frame();
    let usual = [("category", Category::Ordinary.code()), ("status", DwellingStatus::Vacant.code())];
    let mut form = FormValues::from_pairs(usual.map(|(name, value)| (name.to_owned(), value.to_owned())));
    form.set("status_since", frame.today.to_string());
    DwellingForm::new(frame, form, None).answer(StatusCode::OK)
}

pub(super) async fn create(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let (facts, mut problems) = read(&values);
    let known = facts.clone();
    let saved = if problems.is_empty() {
        app.office(move |office| answered(dwellings::add(office, &actor, &facts))).await?
    } else {
        actor.may(Action::Change, Thing::Dwelling)?;
        problems.extend(dwellings::problems(&known, app.today()));
        Err(problems)
    };
    match saved {
        Ok(id) => Ok(Redirect::to(&format!("/dwellings/{id}")).into_response()),
        Err(problems) => {
            let form = DwellingForm::new(visitor.frame(), values, None);
            form.with_problems(&unlike_each_other(problems)).answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

pub(super) async fn edit(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Dwelling)?;
    let found = app.office(move |office| dwellings::find(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let mut form = values_of(&found);
    form.set("rent_from", frame.today.to_string());
    DwellingForm::new(frame, form, Some(found.id)).answer(StatusCode::OK)
}

pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Dwelling)?;
    let (facts, mut problems) = read(&values);
    let version = values.get("version").parse().map_err(|_| WebError::BadForm)?;
    let rent_from = read_day(&values, "rent_from", &mut problems);
    if !problems.is_empty() {
        problems.extend(dwellings::problems(&facts, app.today()));
        let form = DwellingForm::new(visitor.frame(), values, Some(id));
        return form.with_problems(&unlike_each_other(problems)).answer(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let home = id.clone();
    let saving =
        app.office(move |office| match dwellings::change(office, &actor, (&home, version), &facts, rent_from) {
            Err(OfficeError::Stale) => {
                dwellings::find(office, &actor, &home).map(|theirs| Saved::Stale(Box::new(theirs)))
            }
            other => answered(other).map(Saved::from),
        });
    match saving.await? {
        Saved::Done => Ok(Redirect::to(&format!("/dwellings/{id}")).into_response()),
        Saved::Refused(problems) => {
            let form = DwellingForm::new(visitor.frame(), values, Some(id));
            form.with_problems(&problems).answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
        Saved::Stale(theirs) => stale(visitor.frame(), values, &theirs),
    }
}

/// What came of saving.
enum Saved {
    Done,
    Refused(Vec<Problem>),
    Stale(Box<Dwelling>),
}

impl From<Result<(), Vec<Problem>>> for Saved {
    fn from(answer: Result<(), Vec<Problem>>) -> Self {
        answer.map_or_else(Self::Refused, |()| Self::Done)
    }
}

/// Somebody else saved first: both versions side by side, and the next save is on theirs.
fn stale(frame: Frame, mut values: FormValues, theirs: &Dwelling) -> Result<Response, WebError> {
    let saved = values_of(theirs);
    let word = |field: &'static str, value: &str| {
        let label = frame.t(&format!("dwelling-{}", field.replace('_', "-")));
        (label, typed_in_words(&frame, field, value))
    };
    let conflict = conflict::rows(FIELDS, &values, &saved, word);
    values.set("version", theirs.version.to_string());
    let form = DwellingForm::new(frame, values, Some(theirs.id.clone()));
    DwellingForm { conflict, ..form }.answer(StatusCode::CONFLICT)
}

fn typed_in_words(frame: &Frame, field: &str, value: &str) -> String {
    let code = match field {
        "category" => value.parse().ok().map(Category::text_key),
        "disposal" => value.parse().ok().map(Disposal::text_key),
        "lift" | "step_free" | "wheelchair" => return yes_no(frame, value.parse().ok()),
        "rooms" => return written::rooms(value).map_or(value.to_owned(), |rooms| rooms_text(frame, rooms)),
        _ => None,
    };
    code.map_or_else(|| value.to_owned(), |key| frame.t(&key))
}

/// What was refused becomes what the form shows; anything else stays an error.
fn answered<T>(outcome: Result<T, OfficeError>) -> Result<Result<T, Vec<Problem>>, OfficeError> {
    match outcome {
        Ok(answer) => Ok(Ok(answer)),
        Err(OfficeError::Invalid(problems)) => Ok(Err(problems)),
        Err(other) => Err(other),
    }
}

/// What could not be read of a field is not also judged: the first word about a field stands.
fn unlike_each_other(problems: Vec<Problem>) -> Vec<Problem> {
    let mut kept: Vec<Problem> = Vec::new();
    for problem in problems {
        if kept.iter().all(|other| other.field != problem.field) {
            kept.push(problem);
        }
    }
    kept
}

pub(super) async fn set_status(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Dwelling)?;
    let version = values.get("version").parse().map_err(|_| WebError::BadForm)?;
    let mut problems = Vec::new();
    let from = read_day(&values, "from", &mut problems);
    if from.is_none() && problems.is_empty() {
        problems.push(Problem::plain("from", "dwelling-problem-day-needed"));
    }
    let status = values.get("status").parse::<DwellingStatus>().ok();
    if status.is_none() {
        problems.push(Problem::plain("status", "dwelling-problem-status-needed"));
    }
    if let (Some(status), Some(from), true) = (status, from, problems.is_empty()) {
        let home = id.clone();
        let saved =
            app.office(move |office| answered(dwellings::set_status(office, &actor, (&home, version), status, from)));
        match saved.await? {
            Ok(()) => return Ok(Redirect::to(&format!("/dwellings/{id}")).into_response()),
            Err(refused) => problems = refused,
        }
    }
    values.errors = visitor.frame().words(&problems);
    page::page(&app, &visitor, id, values, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// What stands in the form for a home as it is.
fn values_of(home: &Dwelling) -> FormValues {
    let facts = &home.facts;
    let text = |value: Option<String>| value.unwrap_or_default();
    let answer = |value: Option<bool>| value.map(|yes| yes.to_string()).unwrap_or_default();
    let pairs = [
        ("version", home.version.to_string()),
        ("address", facts.address.street_line()),
        ("unit", text(facts.unit.as_ref().map(|unit| unit.as_str().to_owned()))),
        ("postcode", text(facts.address.postcode.clone())),
        ("place", text(facts.address.place.clone())),
        ("cadastre", text(facts.cadastre.map(|cadastre| cadastre.to_string()))),
        ("area", text(facts.area.clone())),
        ("category", facts.category.code().to_owned()),
        ("rooms", text(facts.rooms.map(|rooms| rooms.0.to_string()))),
        ("floor_area", text(facts.floor_area.map(decimal))),
        ("rent", text(facts.rent.map(|rent| rent.exact()))),
        ("floor", text(facts.floor.map(|floor| floor.to_string()))),
        ("lift", answer(facts.lift)),
        ("step_free", answer(facts.step_free)),
        ("wheelchair", answer(facts.wheelchair)),
        ("built_year", text(facts.built_year.map(|year| year.to_string()))),
        ("owner", text(facts.owner.clone())),
        ("disposal", text(facts.disposal.map(|disposal| disposal.code().to_owned()))),
        ("external_number", text(facts.external_number.clone())),
        ("note", text(facts.note.clone())),
    ];
    FormValues::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value)))
}

/// `54,5`, as the field's unit stands beside it.
fn decimal(area: FloorArea) -> String {
    area.to_string().replace("\u{a0}m²", "")
}

/// Reads the form; what cannot be read is left unknown and named.
fn read(values: &FormValues) -> (DwellingFacts, Vec<Problem>) {
    let mut problems = Vec::new();
    let (mut address, unit_in_address) = Address::read(values.get("address"));
    let owned = |name: &str| values.filled(name).map(str::to_owned);
    address.postcode = owned("postcode").or(address.postcode);
    address.place = owned("place").or(address.place);
    if values.filled("postcode").is_some_and(|code| code.len() != 4 || !code.bytes().all(|b| b.is_ascii_digit())) {
        problems.push(found("postcode", "dwelling-problem-postcode", values));
    }
    let answer = |name: &str| values.filled(name).and_then(|answer| answer.parse().ok());
    let whole = |text: &str| written::whole_number(text);
    let facts = DwellingFacts {
        unit: parsed(values, "unit", "dwelling-problem-unit", str::parse, &mut problems).or(unit_in_address),
        cadastre: parsed(values, "cadastre", "dwelling-problem-cadastre", str::parse, &mut problems),
        area: owned("area"),
        category: parsed(values, "category", "dwelling-problem-category", str::parse, &mut problems)
            .unwrap_or(Category::Ordinary),
        rooms: parsed::<Rooms, _>(values, "rooms", "dwelling-problem-rooms", written::rooms, &mut problems),
        floor_area: parsed(values, "floor_area", "dwelling-problem-floor-area", written::floor_area, &mut problems),
        built_year: parsed(values, "built_year", "dwelling-problem-number", whole, &mut problems)
            .map(|year| i16::try_from(year).unwrap_or(i16::MAX)),
        floor: parsed(values, "floor", "dwelling-problem-number", whole, &mut problems)
            .map(|floor| i8::try_from(floor).unwrap_or(i8::MAX)),
        lift: answer("lift"),
        step_free: answer("step_free"),
        wheelchair: answer("wheelchair"),
        owner: owned("owner"),
        disposal: values.filled("disposal").and_then(|code| code.parse().ok()),
        rent: parsed::<Ore, _>(values, "rent", "dwelling-problem-amount", written::amount, &mut problems),
        status: values.get("status").parse().unwrap_or(DwellingStatus::Vacant),
        status_since: read_day(values, "status_since", &mut problems),
        external_number: owned("external_number"),
        note: owned("note"),
        address,
    };
    (facts, problems)
}

/// What stands in a field, read; when it cannot be, `text` says so.
fn parsed<T, E>(
    values: &FormValues,
    field: &'static str,
    text: &'static str,
    read: impl Fn(&str) -> Result<T, E>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let value = read(values.filled(field)?);
    if value.is_err() {
        problems.push(found(field, text, values));
    }
    value.ok()
}

fn read_day(values: &FormValues, field: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    parsed(values, field, "dwelling-problem-day", written::day, problems)
}

fn found(field: &'static str, text: &'static str, values: &FormValues) -> Problem {
    Problem { field, text, facts: vec![("found", format!("«{}»", values.get(field)))] }
}
