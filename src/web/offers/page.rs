//! The page of an offer: what is offered, where it stands, what can be done next, and the way so far.

use super::{address, lease_text, tone};
use crate::access::{self, Action, Thing};
use crate::office::offers::{self, ChainLink, StepTold, Whole};
use crate::web::allocations::words::{self as fits, ClauseView};
use crate::web::dwellings::choices;
use crate::web::history::{self, ChangeView, EventView};
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::Date;
use housing::fit::{Fit, FitAnswer};
use housing::offers::{Consequence, DeclineReason, OfferState, OfferStep, Outlook, WithdrawReason};
use serde_json::Value;

#[derive(askama::Template)]
#[template(path = "offers/show.html")]
struct OfferPage {
    frame: Frame,
    id: String,
    version: i64,
    title: String,
    step: String,
    tone: &'static str,
    party: String,
    party_href: String,
    case_href: String,
    number: String,
    restricted: bool,
    stale: bool,
    home_href: String,
    home: String,
    facts: Vec<(String, String)>,
    letter_href: String,
    tenancy_href: String,
    consequence: String,
    next: Next,
    fit: Option<FitView>,
    chain: Vec<LinkView>,
    /// The homes of the chain that can be offered to others; empty while nobody stays.
    left: String,
    /// Whoever lives in the home of this offer stays.
    falls: bool,
    events: Vec<EventView>,
    changes: Vec<ChangeView>,
    form: FormValues,
    decline_reasons: Vec<(String, String)>,
    withdraw_reasons: Vec<(String, String)>,
    answers: Vec<(String, String)>,
}

/// What can be done with the offer as it stands, by whoever looks.
struct Next {
    /// Anything at all.
    any: bool,
    write_letter: bool,
    /// The letter is written and has not left.
    letter_waits: bool,
    answer: bool,
    /// The last day to answer runs.
    running: bool,
    plan_viewing: bool,
    remind: bool,
    /// Nobody answered in time, and it is not noted.
    lapse: bool,
    move_in: bool,
    withdraw: bool,
}

/// Why the home suits the household, and what somebody must weigh.
struct FitView {
    reading: String,
    tone: &'static str,
    /// What is in doubt first.
    clauses: Vec<ClauseView>,
    href: String,
}

struct LinkView {
    href: String,
    home: String,
    step: String,
    tone: &'static str,
    planned: String,
    outlook: String,
    own: bool,
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
    let may_change = access::may(actor.role, Action::Change, Thing::Offer).is_ok();
    let whole = app.office(move |office| offers::whole(office, &actor, &id)).await?;
    let frame = visitor.frame();
    let told = &whole.told;
    let state = told.offer.state();
    suggest(&mut form, &whole, frame.today);
    let home = address(&told.home);
    let page = OfferPage {
        title: frame.t1("offer-title", "home", &home),
        step: frame.t(&state.step().text_key()),
        tone: tone(state.step()),
        party: whole.party.clone(),
        party_href: format!("/people/{}", whole.person),
        case_href: format!("/cases/{}", told.row.case),
        number: whole.number.clone(),
        restricted: whole.restricted,
        stale: answer == StatusCode::CONFLICT,
        home_href: format!("/dwellings/{}", told.row.dwelling),
        home,
        facts: facts(&frame, &whole),
        letter_href: told.row.document.as_ref().map(|id| format!("/letters/{id}")).unwrap_or_default(),
        tenancy_href: told.row.tenancy.as_ref().map(|id| format!("/tenancies/{id}")).unwrap_or_default(),
        consequence: whole.consequence.map(|it| consequence(&frame, it)).unwrap_or_default(),
        next: next(&whole, may_change),
        fit: whole.fit.as_ref().map(|fit| fit_view(&frame, &whole, fit)),
        left: whole.chain.left.join(", "),
        falls: told.offer.holds_the_home() && whole.chain.links.iter().any(falls_here),
        chain: whole.chain.links.iter().map(|link| link_view(&frame, link)).collect(),
        events: whole.steps.iter().rev().map(|step| event(&frame, step)).collect(),
        changes: history::views(&frame, &whole.changes, |field, value| self::told(&frame, field, value)),
        decline_reasons: choices(&frame, DeclineReason::ALL, DeclineReason::code, DeclineReason::text_key),
        withdraw_reasons: choices(&frame, WithdrawReason::ALL, WithdrawReason::code, WithdrawReason::text_key),
        answers: [("yes", "offer-answer-yes"), ("no", "offer-answer-no")]
            .map(|(code, key)| (code.to_owned(), frame.t(key)))
            .into(),
        id: told.row.id.clone(),
        version: told.row.version,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

/// What stands in the fields before anybody has typed.
fn suggest(form: &mut FormValues, whole: &Whole, today: Date) {
    let told = &whole.told;
    let last_day = told.offer.state().answer_by().unwrap_or(today);
    let answered = today.min(last_day).to_string();
    let from = told.row.move_in.unwrap_or(told.terms.from).to_string();
    let viewing = told.offer.viewing.map(|day| day.to_string()).unwrap_or_default();
    for (field, value) in
        [("answered", answered), ("viewed", today.to_string()), ("from", from), ("viewing_day", viewing)]
    {
        if form.filled(field).is_none() {
            form.set(field, value);
        }
    }
}

fn facts(frame: &Frame, whole: &Whole) -> Vec<(String, String)> {
    let (row, terms) = (&whole.told.row, &whole.told.terms);
    let day = |day: Option<Date>| day.map(|day| frame.day(&day)).unwrap_or_default();
    let all = [
        ("offer-made", frame.day(&row.made)),
        ("offer-granted", frame.day(&row.granted)),
        ("offer-answer-by", day(row.answer_by)),
        ("offer-reminded", day(row.reminded)),
        ("offer-rent", terms.rent.in_kroner()),
        ("offer-costs", terms.costs.trim().replace('\n', ", ")),
        ("offer-from", frame.day(&terms.from)),
        ("offer-lease", lease_text(frame, terms.lease_months)),
        ("offer-viewing", [day(whole.told.offer.viewing), terms.viewing.trim().to_owned()].join(" ").trim().to_owned()),
        ("offer-move-in", day(row.move_in)),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| (frame.t(key), value)).collect()
}

fn next(whole: &Whole, may_change: bool) -> Next {
    let told = &whole.told;
    let step = told.offer.state().step();
    let waits = matches!(step, OfferStep::Drafted | OfferStep::Sent | OfferStep::Viewed);
    let running = matches!(step, OfferStep::Sent | OfferStep::Viewed);
    // It was saved as open: an answer that came in time can still be registered.
    let lapse = step == OfferStep::Lapsed && told.row.step != OfferStep::Lapsed;
    let drafted = step == OfferStep::Drafted;
    let open = told.offer.holds_the_home();
    Next {
        any: may_change && (open || lapse),
        write_letter: drafted && told.row.document.is_none(),
        letter_waits: drafted && told.row.document.is_some(),
        answer: waits || lapse || step == OfferStep::Accepted,
        running,
        plan_viewing: matches!(step, OfferStep::Drafted | OfferStep::Sent),
        remind: running && told.row.reminded.is_none(),
        lapse,
        move_in: step == OfferStep::Accepted,
        withdraw: open,
    }
}

fn consequence(frame: &Frame, consequence: Consequence) -> String {
    let numbers = |key, first: (&str, u8), second: (&str, u8)| {
        let (one, other) = (first.1.to_string(), second.1.to_string());
        frame.ta(key, &[(first.0, &one), (second.0, &other)])
    };
    match consequence {
        Consequence::None => frame.t("offer-consequence-none"),
        Consequence::AskIfNeeded => frame.t("offer-consequence-needed"),
        Consequence::Counts { counted, left } => {
            numbers("offer-consequence-counts", ("counted", counted), ("left", left))
        }
        Consequence::ConsiderLapse { counted, allowed } => {
            numbers("offer-consequence-consider", ("counted", counted), ("allowed", allowed))
        }
    }
}

fn fit_view(frame: &Frame, whole: &Whole, fit: &Fit) -> FitView {
    let (reading, tone) = fits::reading(frame, fit);
    let (sure, in_doubt): (Vec<_>, Vec<_>) = fit.clauses.iter().partition(|it| it.answer == FitAnswer::Fits);
    FitView {
        clauses: in_doubt.into_iter().chain(sure).map(|result| fits::clause(frame, result)).collect(),
        href: format!("/allocations/fit?application={}&dwelling={}", whole.application, whole.told.row.dwelling),
        reading,
        tone,
    }
}

/// Whoever lives in the home of this offer stays.
fn falls_here(link: &ChainLink) -> bool {
    link.own && matches!(link.outlook, Outlook::Falls { .. })
}

fn link_view(frame: &Frame, link: &ChainLink) -> LinkView {
    LinkView {
        href: link.offer.as_ref().map(|id| format!("/offers/{id}")).unwrap_or_default(),
        home: link.home.clone(),
        step: frame.t(&link.step.text_key()),
        tone: tone(link.step),
        planned: link.planned.map(|day| frame.day(&day)).unwrap_or_default(),
        outlook: frame.t(match link.outlook {
            Outlook::Stands => "offer-chain-stands",
            Outlook::Done => "offer-chain-done",
            Outlook::Broken => "offer-chain-broken",
            Outlook::Falls { .. } => "offer-chain-falls",
        }),
        own: link.own,
    }
}

fn event(frame: &Frame, step: &StepTold) -> EventView {
    let said = match step.state {
        OfferState::Sent { answer_by, .. } | OfferState::Viewed { answer_by, .. } => {
            frame.t1("offer-answer-by-day", "day", frame.day(&answer_by))
        }
        OfferState::Accepted { move_in: Some(day), .. } => {
            format!("{} {}", frame.t("offer-move-in-day"), frame.day(&day))
        }
        OfferState::Housed { from, .. } => format!("{} {}", frame.t("offer-tenancy-from"), frame.day(&from)),
        OfferState::Declined { reason, .. } => frame.t(&reason.text_key()),
        OfferState::Withdrawn { reason, .. } => frame.t(&reason.text_key()),
        OfferState::Drafted { .. } | OfferState::Accepted { move_in: None, .. } | OfferState::Lapsed { .. } => {
            String::new()
        }
    };
    let note = [said, step.note.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    EventView {
        iso: step.day.to_string(),
        day: frame.day(&step.day),
        title: match step.state {
            OfferState::Drafted { .. } => frame.t("offer-made"),
            OfferState::Sent { .. } => frame.t("offer-event-sent"),
            OfferState::Viewed { .. } => frame.t("offer-viewed"),
            OfferState::Accepted { .. }
            | OfferState::Housed { .. }
            | OfferState::Declined { .. }
            | OfferState::Lapsed { .. }
            | OfferState::Withdrawn { .. } => frame.t(&step.state.step().text_key()),
        },
        note,
        who: step.who.clone(),
        tone: tone(step.state.step()),
    }
}

/// What the journal says of an offer, in words.
pub(in crate::web) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str().unwrap_or_default();
    let day = |key: &str| Some((frame.t(key), frame.typed_day(text)));
    match field {
        "step" => {
            let named = text.parse().map(|step: OfferStep| frame.t(&step.text_key())).unwrap_or_default();
            Some((frame.t("offer-step"), named))
        }
        "answer_by" => day("offer-answer-by"),
        "move_in" => day("offer-move-in"),
        "from" => day("offer-from"),
        "reminded" => day("offer-reminded"),
        "reason" => {
            let key = text.parse().map(DeclineReason::text_key).or_else(|_| text.parse().map(WithdrawReason::text_key));
            Some((frame.t("offer-reason"), key.map(|key| frame.t(&key)).unwrap_or_default()))
        }
        _ => None,
    }
}
