//! What the page of a case says of its decision.

use super::page::deadline_text;
use crate::office::decisions::Whole;
use crate::web::{Frame, WebError, render};

#[derive(askama::Template)]
#[template(path = "decisions/part.html")]
struct DecisionPart {
    frame: Frame,
    href: String,
    outcome: String,
    state: String,
    deadline: String,
    letter_href: String,
    none: bool,
    stands: bool,
}

/// The decision as it stands, with the last day to appeal, drawn for the page of its case.
pub(in crate::web) fn part(frame: Frame, whole: &Whole) -> Result<String, WebError> {
    let open = whole.being_written.as_ref().map(|open| &open.decision);
    let standing = whole.standing();
    let shown = open.or_else(|| standing.map(|standing| &standing.decision));
    let outcome = shown.and_then(|decision| decision.outcome).map(|outcome| frame.t(&outcome.text_key()));
    let state = shown.map(|decision| frame.t(&format!("decision-state-{}", decision.state.code())));
    let deadline = standing.and_then(|standing| standing.deadline);
    let letter = standing.and_then(|standing| standing.decision.document.as_ref());
    let part = DecisionPart {
        href: format!("/cases/{}/decision", whole.case.id),
        outcome: outcome.unwrap_or_default(),
        state: state.unwrap_or_default(),
        deadline: deadline.map(|deadline| deadline_text(&frame, deadline)).unwrap_or_default(),
        letter_href: letter.map(|id| format!("/letters/{id}")).unwrap_or_default(),
        none: shown.is_none(),
        stands: standing.is_some(),
        frame,
    };
    Ok(render(&part)?.0)
}
