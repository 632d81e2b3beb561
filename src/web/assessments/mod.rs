//! The assessment of a case: each ground with its answer, what is recorded of the facts, and what people
//! judged.

mod facts;
mod view;

use super::cases::Part;
use super::reading::attempt;
use super::{App, FormValues, Frame, ProtectedForm, Routes, Visitor, WebError, render};
use crate::access::{Action, Thing};
use crate::office::assessments::{self, Assessed};
use crate::office::{Actor, Office, OfficeError, Problem, cases};
use crate::store::cases::Case;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::assessment::FactName;
use view::{GroundView, JudgementView};

pub(in crate::web) use view::reading;

/// The page, and its two forms.
pub fn routes() -> Routes {
    Routes::new()
        .get("/cases/{id}/assessment", show)
        .post("/cases/{id}/assessment/facts", record)
        .post("/cases/{id}/assessment/judgements", judge)
}

/// Where the form keeps how much had been recorded when it was opened.
const SEEN: &str = "seen";

#[derive(askama::Template)]
#[template(path = "assessments/show.html")]
struct AssessmentPage {
    frame: Frame,
    id: String,
    case_href: String,
    needs_href: String,
    title: String,
    applicant: String,
    /// `false` for the kinds of case that no rules here are for.
    has_rules: bool,
    reading: Option<(String, &'static str)>,
    rules: String,
    rules_href: String,
    grounds: Vec<GroundView>,
    judgements: Vec<JudgementView>,
    /// The ground whose judgement was refused, to show it again as it was written.
    refused: String,
    seen: usize,
    recorded: String,
    may_change: bool,
    stale: bool,
    form: FormValues,
    lists: facts::Lists,
    /// The facts that only the applicant has said.
    stated: Vec<FactName>,
}

impl AssessmentPage {
    /// Says of a field whose answer is the applicant's own, with what else is said of it.
    fn stated(&self, name: FactName, hint: &str) -> String {
        let stated = if self.stated.contains(&name) { self.frame.t("assessment-stated-field") } else { String::new() };
        [hint, &stated].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: Option<FormValues>,
    status: StatusCode,
) -> Result<Response, WebError> {
    let (actor, case) = (visitor.actor(), id.clone());
    let may_change = actor.may(Action::Change, Thing::Case).is_ok();
    let assessed = app.office(move |office| assessments::show(office, &actor, &case)).await?;
    let frame = visitor.frame();
    let sent = form.is_some();
    let form = form.unwrap_or_else(|| facts::values(&assessed.facts()));
    let made = assessed.assessment.as_ref();
    let stated = assessed.only_stated();
    let page = AssessmentPage {
        title: frame.t1("assessment-title", "number", cases::number(&assessed.application, &assessed.case)),
        applicant: assessed.applicant.name.to_string(),
        has_rules: assessments::has_rules(assessed.case.kind),
        reading: made.map(|made| view::reading(&frame, made.reading())),
        rules: made.map(|made| view::rules(&frame, made)).unwrap_or_default(),
        rules_href: assessed.rule_set.as_ref().map(|id| format!("/rule-sets/{id}")).unwrap_or_default(),
        grounds: made.map(|made| view::grounds(&frame, made, &stated)).unwrap_or_default(),
        judgements: view::judgements(&frame, &assessed),
        refused: if sent { form.get("ground").to_owned() } else { String::new() },
        seen: assessed.seen(),
        recorded: last_recorded(&frame, &assessed),
        may_change: may_change && assessed.case.closed.is_none(),
        stale: status == StatusCode::CONFLICT,
        lists: facts::Lists::new(&frame),
        stated,
        case_href: format!("/cases/{id}"),
        needs_href: format!("/cases/{id}/needs"),
        id,
        form,
        frame,
    };
    Ok((status, render(&page)?).into_response())
}

fn last_recorded(frame: &Frame, assessed: &Assessed) -> String {
    let Some(newest) = assessed.recorded.first() else { return String::new() };
    let facts = [("day", frame.day(&newest.day)), ("who", view::officer(assessed, &newest.officer))];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    frame.ta("assessment-recorded", &facts)
}

#[derive(askama::Template)]
#[template(path = "assessments/part.html")]
struct AssessmentPart {
    frame: Frame,
    id: String,
    /// `false` for the kinds of case that no rules here are for.
    has_rules: bool,
    reading: Option<(String, &'static str)>,
    /// Nobody has recorded or judged anything yet.
    only_stated: bool,
}

/// What the page of a case shows of its assessment, with the way to the assessment and the needs.
///
/// # Errors
/// When the assessment cannot be made.
pub(in crate::web) async fn part(app: &App, visitor: &Visitor, case: &Case) -> Result<Part, WebError> {
    let (actor, id) = (visitor.actor(), case.id.clone());
    let made = app.office(move |office| assessments::made(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let title = frame.t("assessment-part");
    let only_stated = made.as_ref().is_some_and(|(_, worked_on)| !worked_on);
    let reading = made.map(|(made, _)| view::reading(&frame, made.reading()));
    let html = render(&AssessmentPart {
        frame,
        id: case.id.clone(),
        has_rules: assessments::has_rules(case.kind),
        reading,
        only_stated,
    })?
    .0;
    Ok(Part { anchor: "assessment", title, html })
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, WebError> {
    page(&app, &visitor, id, None, StatusCode::OK).await
}

/// Does what a form asks for; back to the page either way.
async fn done(
    app: &App,
    visitor: &Visitor,
    id: String,
    mut form: FormValues,
    verb: impl FnOnce(&Office, &Actor, (&str, usize)) -> Result<(), OfficeError> + Send + 'static,
) -> Result<Response, WebError> {
    visitor.actor().may(Action::Change, Thing::Case)?;
    let (case, seen) = (id.clone(), form.get(SEEN).parse().map_err(|_| WebError::BadForm)?);
    let saved = attempt(app, visitor, &mut form, move |office, actor| verb(office, actor, (&case, seen)));
    match saved.await? {
        None => Ok(Redirect::to(&format!("/cases/{id}/assessment")).into_response()),
        Some(answer) => page(app, visitor, id, Some(form), answer).await,
    }
}

async fn record(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let (read, problems) = facts::read(&form);
    let verb = move |office: &Office, actor: &Actor, case: (&str, usize)| {
        if problems.is_empty() {
            assessments::record_facts(office, actor, case, &read)
        } else {
            Err(OfficeError::Invalid(problems))
        }
    };
    done(&app, &visitor, id, form, verb).await
}

async fn judge(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let ground = form.get("ground").parse();
    let met = match form.get("met") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let reasons = form.get("reasons").to_owned();
    let verb = move |office: &Office, actor: &Actor, case: (&str, usize)| {
        let ground = ground.map_err(|_| OfficeError::NotFound)?;
        let met = met.ok_or_else(|| OfficeError::Invalid(vec![Problem::plain("met", "assessment-problem-met")]))?;
        assessments::judge(office, actor, case, (ground, met, &reasons))
    };
    done(&app, &visitor, id, form, verb).await
}
