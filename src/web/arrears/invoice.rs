//! An invoice entered or changed by hand.

use super::step_text;
use crate::access::{Action, Thing};
use crate::office::arrears::{self, Entered, OfDebtor, OfInvoice};
use crate::office::{OfficeError, Problem};
use crate::store::arrears::Invoice;
use crate::web::conflict::{self, ConflictRow};
use crate::web::dwellings::choices;
use crate::web::history::{self, ChangeView};
use crate::web::reading::{Outcome, answered, day, parsed};
use crate::web::{App, FormValues, Frame, ListAddress, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::arrears::CollectionStep;
use housing::money::Ore;
use housing::written;
use serde_json::Value;

const FIELDS: &[&str] = &["due", "amount", "outstanding", "step"];

#[derive(askama::Template)]
#[template(path = "arrears/invoice.html")]
struct InvoicePage {
    frame: Frame,
    form: FormValues,
    /// The invoice that is changed, by its number; `None` for a new one.
    number: Option<String>,
    action: String,
    back: String,
    debtor: String,
    debtor_name: String,
    homes: Vec<(String, String)>,
    steps: Vec<(String, String)>,
    conflict: Vec<ConflictRow>,
    changes: Vec<ChangeView>,
}

impl InvoicePage {
    fn new(frame: Frame, form: FormValues, debtor: OfDebtor) -> Self {
        Self {
            action: "/invoices/new".to_owned(),
            back: format!("/arrears/{}", debtor.person.id),
            debtor: debtor.person.id,
            debtor_name: debtor.person.name.to_string(),
            homes: debtor.homes,
            steps: choices(&frame, CollectionStep::ALL, CollectionStep::code, CollectionStep::text_key),
            number: None,
            conflict: Vec::new(),
            changes: Vec::new(),
            form,
            frame,
        }
    }

    fn of_invoice(frame: Frame, form: FormValues, found: OfInvoice) -> Self {
        let changes = history::views(&frame, &found.changes, |field, value| told(&frame, field, value));
        let page = Self::new(frame, form, found.debtor);
        let action = format!("/invoices/{}/edit", found.invoice.id);
        Self { action, number: Some(found.invoice.number), changes, ..page }
    }

    fn answer(&self, status: StatusCode) -> Result<Response, WebError> {
        Ok((status, render(self)?).into_response())
    }
}

pub(super) async fn new(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Arrears)?;
    let debtor = address.filter("debtor").to_owned();
    let found = app.office(move |office| arrears::of_debtor(office, &actor, &debtor)).await?;
    let mut form = FormValues::default();
    if let [(only, _)] = found.homes.as_slice() {
        form.set("dwelling", only.as_str());
    }
    InvoicePage::new(visitor.frame(), form, found).answer(StatusCode::OK)
}

pub(super) async fn create(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Arrears)?;
    let debtor = values.get("debtor").to_owned();
    let read = read(&values);
    let (answer, found) = app
        .office(move |office| {
            let saved = match read {
                Ok(entered) => answered(arrears::enter(office, &actor, &debtor, &entered))?,
                Err(problems) => Err(problems),
            };
            Ok::<_, OfficeError>((saved, arrears::of_debtor(office, &actor, &debtor)?))
        })
        .await?;
    match answer {
        Ok(_) => Ok(Redirect::to(&format!("/arrears/{}", found.person.id)).into_response()),
        Err(problems) => {
            let frame = visitor.frame();
            values.errors = frame.words(&problems);
            InvoicePage::new(frame, values, found).answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

pub(super) async fn edit(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Arrears)?;
    let found = app.office(move |office| arrears::of_invoice(office, &actor, &id)).await?;
    let form = values_of(&found.invoice);
    InvoicePage::of_invoice(visitor.frame(), form, found).answer(StatusCode::OK)
}

pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Arrears)?;
    let version = values.version()?;
    let read = read(&values);
    let (saved, found) = app
        .office(move |office| {
            let saved = match read {
                Ok(entered) => Outcome::of(arrears::change(office, &actor, (&id, version), &entered))?,
                Err(problems) => Outcome::Refused(problems),
            };
            Ok::<_, OfficeError>((saved, arrears::of_invoice(office, &actor, &id)?))
        })
        .await?;
    let frame = visitor.frame();
    match saved.kept(&frame, &mut values) {
        None => Ok(Redirect::to(&format!("/arrears/{}", found.invoice.debtor)).into_response()),
        Some(StatusCode::CONFLICT) => conflict(frame, values, found),
        Some(answer) => InvoicePage::of_invoice(frame, values, found).answer(answer),
    }
}

/// Somebody else saved first: both versions side by side, and the next save is on theirs.
fn conflict(frame: Frame, mut values: FormValues, found: OfInvoice) -> Result<Response, WebError> {
    let saved = values_of(&found.invoice);
    let word = |field: &'static str, value: &str| {
        let step = || value.parse().ok().map(|step: CollectionStep| frame.t(&step.text_key()));
        let text = if field == "step" { step().unwrap_or_default() } else { value.to_owned() };
        (frame.t(&format!("arrears-{field}")), text)
    };
    let rows = conflict::rows(FIELDS, &values, &saved, word);
    values.set("version", found.invoice.version.to_string());
    let page = InvoicePage::of_invoice(frame, values, found);
    InvoicePage { conflict: rows, ..page }.answer(StatusCode::CONFLICT)
}

fn values_of(invoice: &Invoice) -> FormValues {
    let text = |value: Option<String>| value.unwrap_or_default();
    let pairs = [
        ("version", invoice.version.to_string()),
        ("number", invoice.number.clone()),
        ("dwelling", text(invoice.dwelling.clone())),
        ("due", text(invoice.due.map(|due| due.to_string()))),
        ("amount", text(invoice.amount.map(|amount| amount.exact()))),
        ("outstanding", invoice.outstanding.exact()),
        ("step", text(invoice.step.map(|step| step.code().to_owned()))),
    ];
    FormValues::of(pairs)
}

/// Reads the form; everything that cannot be read is named at once.
fn read(values: &FormValues) -> Result<Entered, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut amount = |field| parsed(values, field, "dwelling-problem-amount", written::amount, &mut problems);
    let (whole, left) = (amount("amount"), amount("outstanding"));
    if values.filled("outstanding").is_none() {
        problems.push(Problem::plain("outstanding", "arrears-problem-outstanding-needed"));
    }
    let due = day(values, "due", &mut problems);
    match (left, problems.is_empty()) {
        (Some(outstanding), true) => Ok(Entered {
            number: values.get("number").to_owned(),
            dwelling: values.filled("dwelling").map(str::to_owned),
            due,
            amount: whole,
            outstanding,
            step: values.get("step").parse().ok(),
        }),
        (Some(_) | None, _) => Err(problems),
    }
}

/// A field of the journal's entry in words.
pub(in crate::web) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str();
    let amount = || value.as_i64().map(|ore| Ore(ore).exact());
    let worded = match field {
        "number" => text.map(str::to_owned),
        "due" => text.and_then(|day| day.parse().ok()).map(|day| frame.day(&day)),
        "amount" | "outstanding" => amount(),
        "step" => Some(step_text(frame, text.and_then(|code| code.parse().ok()))),
        _ => return None,
    };
    Some((frame.t(&format!("arrears-{field}")), worded.unwrap_or_default()))
}
