//! Changing what an application asks for. It is entered by the intake.

use super::page::told;
use super::yes_no;
use crate::access::{Action, Thing};
use crate::office::Problem;
use crate::office::applications::{self, facts_of};
use crate::store::applications::Application;
use crate::web::conflict::{self, ConflictRow};
use crate::web::dwellings::choices;
use crate::web::reading::{amount_within, answered, code, codes, first_of_each, needed_day, parsed, within};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::applications::{ApplicationFacts, ApplicationKind, ApplicationStatus, HousingSituation};
use housing::people::{HouseholdSize, PersonFacts, TargetGroup};
use housing::written;
use serde_json::Value;

/// A household has no more grown-ups, and no more children, and nobody has more kroner a month.
const MOST_PERSONS: u8 = 30;
const MOST_INCOME: i64 = 1_000_000;

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

#[derive(askama::Template)]
#[template(path = "applications/form.html")]
struct ApplicationForm {
    frame: Frame,
    form: FormValues,
    applicant: String,
    applicant_name: String,
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
    fn new(frame: Frame, form: FormValues, applicant: (String, String), application: &Application) -> Self {
        let back = format!("/applications/{}", application.id);
        let (action, title) =
            (format!("{back}/edit"), frame.t1("application-edit-title", "number", application.number()));
        let group = |group: &TargetGroup| {
            (group.code().to_owned(), frame.t(&group.text_key()), form.has("target_groups", group.code()))
        };
        Self {
            kinds: choices(&frame, ApplicationKind::ALL, ApplicationKind::code, ApplicationKind::text_key),
            situations: choices(&frame, HousingSituation::ALL, HousingSituation::code, HousingSituation::text_key),
            target_groups: TargetGroup::ALL.iter().map(group).collect(),
            answers: [true, false].map(|yes| (yes.to_string(), yes_no(&frame, Some(yes)))).into(),
            conflict: Vec::new(),
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
    Ok(render(&ApplicationForm::new(visitor.frame(), form, applicant, &whole.application))?.into_response())
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
        let form = ApplicationForm::new(frame, values, applicant, &whole.application);
        return Ok((StatusCode::CONFLICT, render(&ApplicationForm { conflict, ..form })?).into_response());
    }
    if problems.is_empty() {
        let (application, why_later) = (id.clone(), values.get("why_later").to_owned());
        let saved = app
            .office(move |office| {
                answered(applications::change(office, &actor, (&application, version), &facts, &why_later))
            })
            .await?;
        match saved {
            Ok(()) => return Ok(Redirect::to(&format!("/applications/{id}")).into_response()),
            Err(refused) => problems = refused,
        }
    }
    ApplicationForm::new(frame, values, applicant, &whole.application).refused(problems)
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
pub(super) fn values_of(application: &Application) -> FormValues {
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
pub(super) fn read(values: &FormValues, applicant: &PersonFacts) -> (ApplicationFacts, Vec<Problem>) {
    let mut problems = Vec::new();
    let owned = |name: &str| values.filled(name).map(str::to_owned);
    let mut count = |field| within(values, field, 0..=MOST_PERSONS, written::adults_or_children, &mut problems);
    let (adults, children) = (count("adults"), count("children"));
    if adults.is_none() && children.is_some() && values.filled("adults").is_none() {
        problems.push(Problem::plain("adults", "application-problem-adults-needed"));
    }
    let facts = ApplicationFacts {
        applicant: applicant.clone(),
        kind: code(values, "kind", &mut problems),
        received: needed_day(values, "received", &mut problems).unwrap_or_default(),
        size: adults.map(|adults| HouseholdSize { adults, children: children.unwrap_or(0) }),
        situation: code(values, "situation", &mut problems),
        target_groups: codes(values, "target_groups", &mut problems),
        rooms: parsed(values, "rooms", "application-problem-rooms", written::rooms, &mut problems),
        wished_area: owned("wished_area"),
        wheelchair: code(values, "wheelchair", &mut problems),
        income: amount_within(values, "income", MOST_INCOME, &mut problems),
        status: ApplicationStatus::Received,
        decided: None,
        officer: owned("officer"),
        note: owned("note"),
    };
    (facts, problems)
}
