//! The minutes of a meeting that was closed.

use super::words::{self, ClauseView, kind_key};
use crate::office::allocations::{self, Grounds, Minutes, NextForPlacement, OpenPlacement, Shown};
use crate::store::allocations::ChoiceKind;
use crate::web::export::disposition;
use crate::web::{App, Frame, Visitor, WebError};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// Why one of the placements was made.
pub(super) struct GroundsView {
    pub what: String,
    pub clauses: Vec<ClauseView>,
}

pub(super) struct MinutesView {
    pub by: String,
    pub participants: Vec<String>,
    pub decided: Vec<(i64, String, String, String, String)>,
    pub choices: Vec<(String, String)>,
    pub ends: String,
    /// How much could move.
    pub limits: Option<String>,
    pub open: Vec<OpenView>,
    pub grounds: Vec<GroundsView>,
}

/// A placement that waits for its offer.
pub(super) struct OpenView {
    pub id: String,
    pub what: String,
    /// What comes next, and where; empty where nothing can.
    pub next: String,
    pub href: String,
    /// It is a form that opens the exchange.
    pub exchange: bool,
}

fn open(frame: &Frame, one: &OpenPlacement) -> OpenView {
    let (key, href) = match &one.next {
        NextForPlacement::OpenExchange => ("allocation-open-exchange", String::new()),
        NextForPlacement::Decide { case } => ("allocation-decide", format!("/cases/{case}")),
        NextForPlacement::Offer { case } => {
            ("allocation-offer", format!("/offers/new?case={case}&dwelling={}", one.dwelling))
        }
        NextForPlacement::Offered { offer } => ("allocation-offered", format!("/offers/{offer}")),
        NextForPlacement::Nothing => ("allocation-no-case", String::new()),
    };
    OpenView {
        id: one.id.clone(),
        what: format!("{} → {}", one.number, one.address),
        exchange: one.next == NextForPlacement::OpenExchange,
        next: frame.t(key),
        href,
    }
}

pub(super) fn view(frame: &Frame, shown: &Shown, (minutes, grounds): (&Minutes, &[Grounds])) -> MinutesView {
    let participant = |(name, part, aside): &(String, String, Vec<String>)| {
        let who = if part.is_empty() { name.clone() } else { format!("{name} ({part})") };
        match aside.is_empty() {
            true => who,
            false => format!("{who}. {}", frame.t1("allocation-stepped-aside", "numbers", aside.join(", "))),
        }
    };
    let decided = minutes.decided.iter().map(|line| {
        let chosen = match line.chosen.as_str() {
            "LOCKED" => frame.t("allocation-chosen-locked"),
            "RESERVED" => frame.t("allocation-chosen-reserved"),
            _ => frame.t("allocation-chosen-proposed"),
        };
        (line.step, line.number.clone(), line.home.clone(), line.from.clone().unwrap_or_default(), chosen)
    });
    let laid = minutes.choices.iter().map(|choice| {
        let kind = ChoiceKind::from_code(&choice.kind);
        let limit = kind.and_then(|kind| words::limit(frame, kind, choice.cap.as_ref(), choice.at_most));
        let back = choice.taken_back.then(|| frame.t("allocation-taken-back"));
        let overridden = choice.overridden.then(|| frame.t("allocation-overridden"));
        let kind = kind.map(|kind| frame.t(kind_key(kind)));
        let about = [kind, choice.number.clone(), choice.home.clone(), limit, back, overridden];
        let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        (about, if choice.reason.is_empty() { frame.t("allocation-no-reason") } else { choice.reason.clone() })
    });
    let (run, score, without) = (minutes.run.to_string(), minutes.score.to_string(), minutes.without_home.to_string());
    let facts = [("run", run.as_str()), ("program", &minutes.program), ("score", &score), ("without", &without)];
    let by = [("day", frame.day(&minutes.day)), ("who", minutes.closed_by.clone())];
    MinutesView {
        by: frame.ta("allocation-closed-by", &[("day", &by[0].1), ("who", &by[1].1)]),
        participants: minutes.participants.iter().map(participant).collect(),
        decided: decided.collect(),
        choices: laid.collect(),
        ends: frame.ta("allocation-minutes-ends", &facts),
        limits: minutes.limits.map(|limits| {
            let most = [limits.moves, limits.ring, limits.chain].map(|limit| words::most(frame, limit));
            frame.ta("minutes-limits", &[("moves", &most[0]), ("ring", &most[1]), ("chain", &most[2])])
        }),
        open: shown.open.iter().map(|one| open(frame, one)).collect(),
        grounds: grounds.iter().map(|one| grounds_view(frame, one)).collect(),
    }
}

fn grounds_view(frame: &Frame, grounds: &Grounds) -> GroundsView {
    GroundsView {
        what: format!("{} → {}", grounds.number, grounds.address),
        clauses: grounds.fit.clauses.iter().map(|result| words::clause(frame, result)).collect(),
    }
}

/// The minutes as the document that was kept.
pub(super) async fn pdf(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let pdf = app.office(move |office| allocations::minutes_pdf(office, &actor, &id)).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, disposition("inline", &pdf.file_name)),
    ];
    Ok((headers, pdf.bytes).into_response())
}
