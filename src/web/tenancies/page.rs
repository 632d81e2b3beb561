//! A tenancy's page: the lease, the tenant, the home, what is owed; renewing it and moving out.

use super::lease_text;
use crate::access::{self, Action, Thing};
use crate::office::dwellings::address_and_unit;
use crate::office::tenancies::{self, MoveOut, Whole, facts_of};
use crate::store::tenancies::Tenancy;
use crate::web::conflict::{self, ConflictRow};
use crate::web::dwellings::choices;
use crate::web::history::{self, ChangeView, Happening, Timeline};
use crate::web::reading::{Outcome, day, needed_day};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::Date;
use housing::arrears::ArrearsSum;
use housing::dwellings::DwellingStatus;
use housing::money::Ore;
use housing::tenancies::{LeaseKind, MoveOutReason};
use serde_json::Value;

#[derive(askama::Template)]
#[template(path = "tenancies/show.html")]
struct TenancyPage {
    frame: Frame,
    id: String,
    version: i64,
    title: String,
    home: String,
    home_href: String,
    tenant: String,
    /// Empty when the reader may not open pages of people.
    tenant_href: String,
    lease: String,
    tone: &'static str,
    facts: Vec<(String, String)>,
    restricted: bool,
    over: bool,
    owed: Option<String>,
    owed_href: String,
    timeline: Vec<Happening>,
    changes: Vec<ChangeView>,
    may_change: bool,
    /// Somebody else changed the tenancy before this was saved.
    conflict: Vec<ConflictRow>,
    form: FormValues,
    kinds: Vec<(String, String)>,
    reasons: Vec<(String, String)>,
    next: Vec<(String, String)>,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    page(&app, &visitor, id, FormValues::default(), StatusCode::OK).await
}

/// The page, with what was typed in one of its forms when that could not be saved.
async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    mut form: FormValues,
    status: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let role = actor.role;
    let whole = app.office(move |office| tenancies::whole(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let may = |action, thing| access::may(role, action, thing).is_ok();
    let Whole { tenancy, tenant, dwelling, .. } = &whole;
    let (lease, tone) = lease_text(&frame, facts_of(tenancy, tenant).lease_state(frame.today));
    if form.filled("kind").is_none() {
        form.set("kind", tenancy.kind.code());
        form.set("lease_until", tenancy.lease_until.map(|day| day.to_string()).unwrap_or_default());
    }
    if form.filled("then").is_none() {
        form.set("then", DwellingStatus::BeingPrepared.code());
    }
    let next = [DwellingStatus::BeingPrepared, DwellingStatus::Vacant, DwellingStatus::UnderRehabilitation]
        .into_iter()
        .chain([DwellingStatus::ForSale, DwellingStatus::Blocked, DwellingStatus::Disposed]);
    let conflict = if status == StatusCode::CONFLICT { both(&frame, &form, tenancy) } else { Vec::new() };
    let page = TenancyPage {
        title: tenant.name.to_string(),
        home: address_and_unit(&dwelling.facts),
        home_href: format!("/dwellings/{}", dwelling.id),
        tenant: tenant.name.to_string(),
        tenant_href: if may(Action::Look, Thing::Person) { format!("/people/{}", tenant.id) } else { String::new() },
        lease,
        tone,
        facts: facts_view(&frame, &whole),
        restricted: tenancy.restricted,
        over: tenancy.moved_out.is_some(),
        owed: owed(&whole, frame.today),
        owed_href: format!("/arrears/{}", tenant.id),
        timeline: timeline(&frame, &whole),
        changes: history::views(&frame, &whole.changes, |field, value| told(&frame, field, value)),
        may_change: may(Action::Change, Thing::Tenancy),
        conflict,
        kinds: choices(&frame, LeaseKind::ALL, LeaseKind::code, LeaseKind::text_key),
        reasons: choices(&frame, MoveOutReason::ALL, MoveOutReason::code, MoveOutReason::text_key),
        next: next.map(|status| (status.code().to_owned(), frame.t(&status.text_key()))).collect(),
        id: tenancy.id.clone(),
        version: tenancy.version,
        form,
        frame,
    };
    Ok((status, render(&page)?).into_response())
}

/// What was typed beside what the tenancy has got meanwhile.
fn both(frame: &Frame, yours: &FormValues, tenancy: &Tenancy) -> Vec<ConflictRow> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let theirs = [
        ("kind", tenancy.kind.code().to_owned()),
        ("lease_until", day(tenancy.lease_until)),
        ("moved_out", day(tenancy.moved_out)),
        ("reason", tenancy.move_out_reason.map(|reason| reason.code().to_owned()).unwrap_or_default()),
    ];
    conflict::rows(&["kind", "lease_until", "moved_out", "reason"], yours, &FormValues::of(theirs), |field, value| {
        told(frame, field, &Value::from(value)).unwrap_or_default()
    })
}

fn facts_view(frame: &Frame, whole: &Whole) -> Vec<(String, String)> {
    let tenancy = &whole.tenancy;
    let day = |day: Option<Date>| day.map(|day| frame.day(&day)).unwrap_or_default();
    let rent = tenancy.rent.or(whole.dwelling.facts.rent);
    let mut worded = vec![
        ("tenancy-from", day(tenancy.from)),
        ("tenancy-kind", frame.t(&tenancy.kind.text_key())),
        ("tenancy-lease-until", day(tenancy.lease_until)),
        ("dwelling-rent", rent.map(Ore::in_kroner).unwrap_or_default()),
    ];
    if tenancy.moved_out.is_some() {
        worded.push(("tenancy-moved-out", day(tenancy.moved_out)));
        let reason = tenancy.move_out_reason.map(|reason| frame.t(&reason.text_key()));
        worded.push(("tenancy-reason", reason.unwrap_or_default()));
    }
    if let Some(note) = &tenancy.note {
        worded.push(("dwelling-note", note.clone()));
    }
    worded.into_iter().map(|(key, value)| (frame.t(key), value)).collect()
}

/// How the tenancy has gone and when its lease runs out, the newest first.
fn timeline(frame: &Frame, whole: &Whole) -> Vec<Happening> {
    let (tenancy, mut timeline) = (&whole.tenancy, Timeline::of(frame));
    let home_href = format!("/dwellings/{}", whole.dwelling.id);
    timeline.add(tenancy.from, "person-event-moved-in", &address_and_unit(&whole.dwelling.facts), &home_href);
    let lives_there = |day: Date| {
        tenancy.from.is_none_or(|from| from < day) && tenancy.moved_out.is_none_or(|moved_out| day < moved_out)
    };
    // An agreed rent stays as agreed; otherwise it is what the home costs.
    let rents = whole.rents.iter().filter(|(day, known, _)| tenancy.rent.is_none() && *known && lives_there(*day));
    for (day, _, rent) in rents {
        timeline.add(Some(*day), "tenancy-event-rent", &rent.in_kroner(), &home_href);
    }
    for change in whole.changes.iter().filter(|change| change.action == "renew") {
        let until = change.fields.iter().find(|(field, _, _)| field == "lease_until");
        let until = until.and_then(|(_, _, after)| after.as_str()?.parse::<Date>().ok());
        let until = until.map_or_else(|| frame.t("tenancy-event-open-ended"), |day| frame.day(&day));
        timeline.add(Some(crate::clock::day_of(change.at)), "tenancy-event-renewed", &until, "");
    }
    timeline.add(tenancy.lease_until, "tenancy-event-lease-ends", "", "");
    let reason = tenancy.move_out_reason.map(|reason| frame.t(&reason.text_key()));
    match reason {
        Some(reason) => timeline.add(tenancy.moved_out, "tenancy-event-moved-out-for", &reason, ""),
        None => timeline.add(tenancy.moved_out, "tenancy-event-moved-out", "", ""),
    }
    timeline.done()
}

/// What the tenant owes; `None` when the reader may not see it.
fn owed(whole: &Whole, today: Date) -> Option<String> {
    let mut sum = ArrearsSum::default();
    for invoice in whole.invoices.as_ref()? {
        sum.count(invoice.outstanding, invoice.due, today);
    }
    Some(if sum.owes() { sum.owed.in_kroner() } else { String::new() })
}

/// A field of the journal's entry in words.
pub(in crate::web) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str();
    let day = || text.and_then(|day| day.parse().ok()).map(|day| frame.day(&day));
    let (label, worded) = match field {
        "from" => ("tenancy-from", day()),
        "lease_until" => ("tenancy-lease-until", day()),
        "moved_out" => ("tenancy-moved-out", day()),
        "kind" => {
            let kind = text.and_then(|code| code.parse::<LeaseKind>().ok());
            ("tenancy-kind", kind.map(|kind| frame.t(&kind.text_key())))
        }
        "reason" => {
            let reason = text.and_then(|code| code.parse::<MoveOutReason>().ok());
            ("tenancy-reason", reason.map(|reason| frame.t(&reason.text_key())))
        }
        "rent" => ("dwelling-rent", value.as_i64().map(|ore| Ore(ore).in_kroner())),
        "note" => ("dwelling-note", text.map(str::to_owned)),
        _ => return None,
    };
    Some((frame.t(label), worded.unwrap_or_default()))
}

pub(super) async fn renew(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Tenancy)?;
    let version = values.version()?;
    let mut problems = Vec::new();
    let lease_until = day(&values, "lease_until", &mut problems);
    let Ok(kind) = values.get("kind").parse::<LeaseKind>() else { return Err(WebError::BadForm) };
    let tenancy = id.clone();
    let outcome = if problems.is_empty() {
        app.office(move |office| Outcome::of(tenancies::renew(office, &actor, (&tenancy, version), kind, lease_until)))
            .await?
    } else {
        Outcome::Refused(problems)
    };
    answer(&app, &visitor, id, values, outcome).await
}

pub(super) async fn move_out(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Tenancy)?;
    let version = values.version()?;
    let mut problems = Vec::new();
    let day = needed_day(&values, "moved_out", &mut problems);
    let (reason, then) = (values.get("reason").parse().ok(), values.get("then").parse().ok());
    let tenancy = id.clone();
    let outcome = match day {
        Some(day) => {
            let told = MoveOut { day, reason, then };
            let moved = move |office: &_| tenancies::move_out(office, &actor, (&tenancy, version), &told);
            app.office(move |office| Outcome::of(moved(office))).await?
        }
        None => Outcome::Refused(problems),
    };
    answer(&app, &visitor, id, values, outcome).await
}

async fn answer(
    app: &App,
    visitor: &Visitor,
    id: String,
    mut values: FormValues,
    outcome: Outcome<()>,
) -> Result<Response, WebError> {
    match outcome.kept(&visitor.frame(), &mut values) {
        None => Ok(Redirect::to(&format!("/tenancies/{id}")).into_response()),
        Some(status) => page(app, visitor, id, values, status).await,
    }
}
