//! What an application said and what it lacks, as its page shows it.

use crate::office::intake::{self, Said, answer, home, member};
use crate::store::intake::Representative;
use crate::web::Frame;
use housing::Date;
use housing::applications::Answers;
use serde_json::Value;

/// What the page shows.
pub(super) struct SaidView {
    pub from: String,
    pub facts: Vec<(String, String)>,
    pub members: Vec<String>,
    pub history: Vec<String>,
    pub missing: Vec<String>,
}

/// In words; `None` when no form was taken in.
pub(super) fn view(frame: &Frame, said: &Said) -> Option<SaidView> {
    let from = frame.day(&said.from?);
    let missing = said.missing.iter().map(|what| frame.t(&what.text_key())).collect();
    Some(SaidView {
        from,
        facts: intake::told(frame, &said.answers).into_iter().map(|told| (told.label, told.said)).collect(),
        members: said.answers.members.iter().map(|one| member(frame, one)).collect(),
        history: said.answers.history.iter().map(|row| home(frame, row)).collect(),
        missing,
    })
}

/// Somebody who acts, or acted, for the applicant.
pub(super) struct RepresentativeView {
    pub position: i64,
    pub name: String,
    /// In what right, and where they are reached.
    pub who: String,
    /// They have not shown that they may: no letter goes to them.
    pub lacks_authority: bool,
    /// The day they act no more; empty when it is not known.
    pub until: String,
    /// They act no more.
    pub ended: bool,
}

pub(super) fn representatives(frame: &Frame, said: &Said, today: Date) -> Vec<RepresentativeView> {
    let view = |one: &Representative| {
        let reached = [one.address.as_ref(), one.telephone.as_ref(), one.email.as_ref()];
        let reached = reached.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        let role = std::iter::once(frame.t(&one.role.text_key())).chain(one.mandate.map(|it| frame.t(&it.text_key())));
        let who = format!("{} ({})", one.name, role.collect::<Vec<_>>().join(": "));
        RepresentativeView {
            position: one.position,
            name: one.name.clone(),
            who: if reached.is_empty() { who } else { format!("{who}, {reached}") },
            lacks_authority: one.lacks_authority(today),
            ended: one.until.is_some_and(|until| until <= today),
            until: one.until.map(|day| frame.day(&day)).unwrap_or_default(),
        }
    };
    said.representatives.iter().map(view).collect()
}

/// An answer as the history of its application tells it, and as two versions of it are compared.
pub(super) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    if field == "answers" {
        let sections = value.as_str().unwrap_or_default().split_whitespace();
        let names = sections.map(|section| frame.t(&format!("intake-section-{section}")));
        return Some((frame.t("intake-answers-changed"), names.collect::<Vec<_>>().join(", ")));
    }
    let sections = serde_json::to_value(Answers::default()).ok()?;
    let is_answer = sections.as_object()?.values().any(|section| section.get(field).is_some());
    is_answer.then(|| (frame.t(&format!("intake-{field}")), answer(frame, field, value)))
}
