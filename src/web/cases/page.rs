//! A case's page: who, what they need, where it stands, what is next, and everything that has happened.

use super::parts::{self, Part};
use super::{CaseView, standing, view};
use crate::access::{self, Action, Thing};
use crate::office::cases::{self, Colleagues, Whole};
use crate::store::cases::Hold;
use crate::web::applications::request_facts;
use crate::web::dwellings::choices;
use crate::web::history::{self, ChangeView, EventView};
use crate::web::letters::letters_of;
use crate::web::people::{HouseholdView, household_view};
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::cases::{CaseDue, WaitsFor};
use serde_json::Value;

/// What the page shows, for the subjects that add their parts.
pub struct Shown {
    pub whole: Whole,
    pub may_change: bool,
}

#[derive(askama::Template)]
#[template(path = "cases/show.html")]
struct CasePage {
    frame: Frame,
    id: String,
    version: i64,
    title: String,
    kind: String,
    status: String,
    tone: &'static str,
    restricted: bool,
    applicant_href: String,
    applicant: String,
    application_href: String,
    application: String,
    age: String,
    received: String,
    next: Option<NextView>,
    officer: String,
    unit: String,
    /// Nobody has it, or somebody else has.
    can_take: bool,
    hold: Option<HoldView>,
    siblings: Vec<CaseView>,
    facts: Vec<(String, String)>,
    household: Option<HouseholdView>,
    parts: Vec<Part>,
    events: Vec<EventView>,
    changes: Vec<ChangeView>,
    /// Open, and the officer may change it.
    may_change: bool,
    /// Closed without a decision, and the officer may open it again.
    may_reopen: bool,
    /// The letters that can be written in it: address and name.
    letters: Vec<(String, String)>,
    form: FormValues,
    stale: bool,
    officers: Vec<(String, String)>,
    units: Vec<(String, String)>,
    waits_for: Vec<(String, String)>,
}

/// What must be done next, and by when.
struct NextView {
    text: String,
    due: String,
    target: String,
    late: bool,
    /// Where the party is told that it takes longer; empty for who may not write.
    href: String,
}

struct HoldView {
    waits_for: String,
    until: String,
    reason: String,
    officer: String,
    over: bool,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    page(&app, &visitor, id, FormValues::default(), StatusCode::OK).await
}

/// The page, with what was typed in a form on it that was refused.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    mut form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let role = actor.role;
    let may_change = access::may(role, Action::Change, Thing::Case).is_ok();
    let own = actor.id.clone();
    let whole = app.office(move |office| cases::whole(office, &actor, &id)).await?;
    let shown = Shown { may_change: may_change && whole.case.closed.is_none(), whole };
    let parts = parts::of(app, visitor, &shown).await?;
    let whole = &shown.whole;
    let frame = visitor.frame();
    if form.filled("owner").is_none() {
        form.set("owner", own.as_str());
    }
    let (status, tone) = standing(&frame, &whole.case);
    let number = whole.application.number();
    let name = |id: &Option<String>| id.as_deref().map(|id| whole.colleagues.officer(id)).unwrap_or_default();
    let may_write = shown.may_change && access::may(role, Action::Change, Thing::Document).is_ok();
    let letters = if may_write { letters_of(&frame, &whole.case.id) } else { Vec::new() };
    let interim = if may_write { format!("/cases/{}/letters/interim", whole.case.id) } else { String::new() };
    let page = CasePage {
        letters,
        title: frame.t1("case-title", "number", whole.number()),
        kind: frame.t(&whole.case.kind.text_key()),
        status,
        tone,
        restricted: whole.case.restricted,
        applicant_href: format!("/people/{}", whole.applicant.id),
        applicant: whole.applicant.name.to_string(),
        application_href: format!("/applications/{}", whole.application.id),
        application: frame.t1("application-title", "number", &number),
        age: frame.t1("application-days", "days", cases::clock(&whole.case).age(frame.today)),
        received: frame.day(&whole.case.received),
        next: cases::clock(&whole.case).due().map(|due| next(&frame, due, interim.clone())),
        officer: name(&whole.case.officer),
        unit: whole.case.unit.as_deref().map(|unit| whole.colleagues.unit(unit)).unwrap_or_default(),
        can_take: whole.case.officer.as_deref() != Some(own.as_str()),
        hold: whole.hold().map(|hold| hold_view(&frame, hold, &whole.colleagues)),
        siblings: whole.cases.iter().filter(|it| it.id != whole.case.id).map(|it| view(&frame, &number, it)).collect(),
        facts: request_facts(&frame, &whole.application),
        household: whole.household.as_ref().map(|of| household_view(&frame, of)),
        events: events(&frame, whole),
        changes: history::views(&frame, &whole.changes, |field, value| told(&frame, &whole.colleagues, field, value)),
        may_change: shown.may_change,
        may_reopen: may_change && whole.may_be_reopened,
        stale: answer == StatusCode::CONFLICT,
        officers: whole
            .colleagues
            .who_may_have(whole.case.restricted)
            .map(|it| (it.id.clone(), it.name.clone()))
            .collect(),
        units: whole.colleagues.units.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect(),
        waits_for: choices(&frame, WaitsFor::ALL, WaitsFor::code, WaitsFor::text_key),
        id: whole.case.id.clone(),
        version: whole.case.version,
        parts,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

fn next(frame: &Frame, due: CaseDue, href: String) -> NextView {
    NextView {
        href,
        text: frame.t(match due {
            CaseDue::Answer { .. } => "case-next-answer",
            CaseDue::Promise { .. } => "case-next-promise",
        }),
        due: frame.day(&due.due()),
        target: frame.day(&due.target()),
        late: due.is_late(frame.today),
    }
}

fn hold_view(frame: &Frame, hold: &Hold, colleagues: &Colleagues) -> HoldView {
    HoldView {
        waits_for: frame.t(&hold.waits_for.text_key()),
        until: frame.day(&hold.until),
        reason: hold.reason.clone(),
        officer: colleagues.officer(&hold.officer),
        over: hold.until <= frame.today,
    }
}

/// What has happened, the newest first.
fn events(frame: &Frame, whole: &Whole) -> Vec<EventView> {
    let case = &whole.case;
    let event = |day: housing::Date, key: &str, note: String, who: String, tone| {
        let view = EventView { iso: day.to_string(), day: frame.day(&day), title: frame.t(key), note, who, tone };
        (day, view)
    };
    let mut events = vec![event(case.received, "case-event-received", String::new(), String::new(), "info")];
    if let Some((sent, promised)) = case.interim_sent.zip(case.promised) {
        let note = frame.t1("case-event-interim-note", "day", frame.day(&promised));
        events.push(event(sent, "case-event-interim", note, String::new(), "info"));
    }
    if let Some(day) = case.closed {
        events.push(event(day, "case-closed", super::ended(frame, case), String::new(), "success"));
    }
    for hold in &whole.holds {
        let until = frame.t1("case-until", "day", frame.day(&hold.until));
        let note = format!("{}, {until}: {}", frame.t(&hold.waits_for.text_key()), hold.reason);
        events.push(event(hold.from, "case-event-hold", note, whole.colleagues.officer(&hold.officer), "warning"));
        if let Some(ended) = hold.ended {
            events.push(event(ended, "case-event-resumed", String::new(), String::new(), "neutral"));
        }
    }
    for handover in &whole.handovers {
        let unit = handover.unit.as_deref().map(|unit| whole.colleagues.unit(unit)).unwrap_or_default();
        let to = handover.officer.as_deref().map_or(unit, |officer| whole.colleagues.officer(officer));
        let note = [to, handover.note.clone().unwrap_or_default()].into_iter().filter(|part| !part.is_empty());
        let note = note.collect::<Vec<_>>().join(" – ");
        let by = whole.colleagues.officer(&handover.handed_by);
        events.push(event(crate::clock::day_of(handover.at), "case-event-handover", note, by, "neutral"));
    }
    for document in &whole.documents {
        events.push(event(document.day, "case-event-document", document.title.clone(), String::new(), "neutral"));
    }
    events.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    events.into_iter().map(|(_, view)| view).collect()
}

/// What the journal says of a case, in words.
fn told(frame: &Frame, colleagues: &Colleagues, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str().unwrap_or_default();
    let (key, said) = match field {
        "officer" => ("case-officer", text),
        "unit" => ("case-unit", text),
        "owner" => ("case-hold-owner", text),
        "note" | "unit-note" => ("case-note", text),
        "reason" => ("case-reason", text),
        "received" => return Some((frame.t("application-received"), frame.typed_day(text))),
        "until" => return Some((frame.t("case-hold-until"), frame.typed_day(text))),
        "waits_for" => {
            let named = text.parse().map(|code: WaitsFor| frame.t(&code.text_key())).unwrap_or_default();
            return Some((frame.t("case-waits-for"), named));
        }
        _ => return None,
    };
    let said = match field {
        "officer" | "owner" if !said.is_empty() => colleagues.officer(said),
        "unit" if !said.is_empty() => colleagues.unit(said),
        _ => said.to_owned(),
    };
    Some((frame.t(key), said))
}
