//! The intake's form on an application that is registered: what was not known then is filled in.

use super::super::form::values_of;
use super::super::{page::told, yes_no};
use super::rows::income_field;
use super::{page, reading};
use crate::access::{Action, Thing};
use crate::office::applications::{self, Whole};
use crate::office::{OfficeError, intake};
use crate::web::conflict::{self, ConflictRow};
use crate::web::reading::{Outcome, first_of_each};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::applications::{Answers, MemberSaid};
use housing::money::Ore;
use serde_json::Value;

/// What the form leaves as it is: it is changed where its consequences are seen.
const KEPT: [&str; 3] = ["received", "kind", "asked_in_words"];

async fn known(app: &App, visitor: &Visitor, id: String) -> Result<(Whole, Answers), WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    app.office(move |office| {
        let whole = applications::whole(office, &actor, &id)?;
        Ok::<_, OfficeError>((whole, intake::said(office, &actor, &id)?.answers))
    })
    .await
}

pub(in crate::web::applications) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let (whole, answers) = known(&app, &visitor, id).await?;
    page::completing(&visitor, &whole, values(&whole, &answers), (StatusCode::OK, Vec::new()))
}

pub(in crate::web::applications) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (whole, known) = known(&app, &visitor, id.clone()).await?;
    let (version, stands) = (form.version()?, values(&whole, &known));
    for field in KEPT {
        form.set(field, stands.get(field).to_owned());
    }
    if whole.application.version != version {
        let rows = differences(&visitor.frame(), &form, &stands);
        form.set("version", whole.application.version.to_string());
        return page::completing(&visitor, &whole, form, (StatusCode::CONFLICT, rows));
    }
    form.set("applicant", whole.applicant.id.clone());
    for (field, value) in members(&known).into_iter().filter(|(field, _)| !is_told_anew(field)) {
        form.set(&field, value);
    }
    let (read, problems) = reading::read(&form, &whole.applicant.name.to_string(), app.today());
    if !problems.is_empty() {
        form.errors = visitor.frame().words(&first_of_each(problems));
        return page::completing(&visitor, &whole, form, (StatusCode::UNPROCESSABLE_ENTITY, Vec::new()));
    }
    let mut answers = read.answers;
    answers.contact.asked_in_words = known.contact.asked_in_words;
    answers.members.truncate(known.members.len());
    let (actor, application) = (visitor.actor(), id.clone());
    let saved = app
        .office(move |office| {
            Outcome::of(intake::complete(office, &actor, (&application, version), &read.facts, &answers))
        })
        .await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to(&format!("/applications/{id}")).into_response()),
        Some(answer) => page::completing(&visitor, &whole, form, (answer, Vec::new())),
    }
}

/// What stands in the form of an application as it is.
fn values(whole: &Whole, answers: &Answers) -> FormValues {
    let mut pairs = values_of(&whole.application).pairs().to_vec();
    let sections = serde_json::to_value(answers).expect("answers are texts, numbers and days");
    for section in sections.as_object().into_iter().flat_map(|sections| sections.values()) {
        for (field, value) in section.as_object().into_iter().flatten() {
            pairs.extend(typed(field, value).into_iter().map(|text| (field.clone(), text)));
        }
    }
    pairs.extend(members(answers));
    pairs.extend(answers.economy.incomes.iter().map(|income| (income_field(income.source), income.a_month.exact())));
    for (at, row) in answers.history.iter().enumerate() {
        let cells = [
            ("kind", row.kind.code().to_owned()),
            ("from", row.from.to_string()),
            ("until", row.until.map(|day| day.to_string()).unwrap_or_default()),
            ("where", row.municipality.clone().unwrap_or_default()),
            ("landlord", row.landlord.clone().unwrap_or_default()),
            ("ending", row.ending.map(|ending| ending.code().to_owned()).unwrap_or_default()),
        ];
        pairs.extend(cells.map(|(column, text)| (format!("h{at}_{column}"), text)));
    }
    FormValues::of(pairs.iter().map(|(field, value)| (field.as_str(), value.clone())))
}

/// What the application tells of those who live with the applicant, as it stands in the rows of the form.
fn members(answers: &Answers) -> Vec<(String, String)> {
    let row = |(at, member): (usize, &MemberSaid)| {
        let cells = [
            ("name", member.name.clone()),
            ("role", member.role.code().to_owned()),
            ("born", member.born.map(|day| day.to_string()).unwrap_or_default()),
            ("days", member.days_a_month.map(|days| days.to_string()).unwrap_or_default()),
            ("moves_in", member.moves_in.map(|moves| moves.to_string()).unwrap_or_default()),
            ("income", member.income.map(|income| income.exact()).unwrap_or_default()),
        ];
        cells.map(|(column, text)| (format!("m{at}_{column}"), text))
    };
    answers.members.iter().enumerate().flat_map(row).collect()
}

/// Whether a column of a member is asked of again; who they are stands in the household.
fn is_told_anew(field: &str) -> bool {
    ["_days", "_moves_in", "_income"].iter().any(|column| field.ends_with(column))
}

/// An answer as it is typed; several where several are chosen.
fn typed(field: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Null | Value::Object(_) => Vec::new(),
        Value::Bool(yes) => vec![yes.to_string()],
        Value::Number(number) if intake::is_money(field) => vec![Ore(number.as_i64().unwrap_or(0)).exact()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(areas) if field == "other_areas" => {
            vec![areas.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")]
        }
        Value::String(text) => vec![text.clone()],
        Value::Array(codes) => codes.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
    }
}

/// Both versions side by side, in words.
fn differences(frame: &Frame, yours: &FormValues, theirs: &FormValues) -> Vec<ConflictRow> {
    let fields = page::names(frame, yours);
    let joined = |values: &FormValues| {
        let all = fields.iter().map(|&field| (field, values.all(field).collect::<Vec<_>>().join(" ")));
        FormValues::of(all)
    };
    let word = |field: &'static str, value: &str| match (field, value) {
        ("adults" | "children" | "rooms" | "income", _) => (frame.t(&format!("application-{field}")), value.to_owned()),
        (_, "true" | "false") => (frame.t(&format!("intake-{field}")), yes_no(frame, value.parse().ok())),
        _ => told(frame, field, &Value::from(value)).unwrap_or_default(),
    };
    conflict::rows(&fields, &joined(yours), &joined(theirs), word)
}
