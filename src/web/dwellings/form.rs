//! Entering and changing a home, and its status from a day.

use super::{choices, page, rooms_text, yes_no};
use crate::access::{Action, Thing};
use crate::office::{Problem, dwellings};
use crate::store::dwellings::Dwelling;
use crate::web::conflict::{self, ConflictRow};
use crate::web::reading::{Outcome, answered, day, first_of_each, needed_day, parsed, unreadable};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
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
    let mut form = FormValues::of(usual.map(|(name, value)| (name, value.to_owned())));
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
            form.with_problems(&first_of_each(problems)).answer(StatusCode::UNPROCESSABLE_ENTITY)
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
    let version = values.version()?;
    let rent_from = day(&values, "rent_from", &mut problems);
    if !problems.is_empty() {
        problems.extend(dwellings::problems(&facts, app.today()));
        let form = DwellingForm::new(visitor.frame(), values, Some(id));
        return form.with_problems(&first_of_each(problems)).answer(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let home = id.clone();
    let saved = app
        .office(move |office| Outcome::of(dwellings::change(office, &actor, (&home, version), &facts, rent_from)))
        .await?;
    match saved {
        Outcome::Done(()) => Ok(Redirect::to(&format!("/dwellings/{id}")).into_response()),
        Outcome::Refused(problems) => {
            let form = DwellingForm::new(visitor.frame(), values, Some(id));
            form.with_problems(&problems).answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
        Outcome::Stale => {
            let actor = visitor.actor();
            let theirs = app.office(move |office| dwellings::find(office, &actor, &id)).await?;
            stale(visitor.frame(), values, &theirs)
        }
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

pub(super) async fn set_status(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Dwelling)?;
    let version = values.version()?;
    let mut problems = Vec::new();
    let from = needed_day(&values, "from", &mut problems);
    let status = values.get("status").parse::<DwellingStatus>().ok();
    if status.is_none() {
        problems.push(Problem::plain("status", "dwelling-problem-status-needed"));
    }
    let (Some(status), Some(from)) = (status, from) else {
        values.errors = visitor.frame().words(&problems);
        return page::page(&app, &visitor, id, values, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let home = id.clone();
    let saved = app
        .office(move |office| Outcome::of(dwellings::set_status(office, &actor, (&home, version), status, from)))
        .await?;
    let Some(answer) = saved.kept(&visitor.frame(), &mut values) else {
        return Ok(Redirect::to(&format!("/dwellings/{id}")).into_response());
    };
    page::page(&app, &visitor, id, values, answer).await
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
    FormValues::of(pairs)
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
        problems.push(unreadable(values, "postcode", "dwelling-problem-postcode"));
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
        status_since: day(values, "status_since", &mut problems),
        external_number: owned("external_number"),
        note: owned("note"),
        address,
    };
    (facts, problems)
}
