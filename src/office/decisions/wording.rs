//! A decision's proposed words, in the party's written form.

use super::content;
use crate::office::OfficeError;
use crate::office::assessments::{self, Subject};
use crate::office::letters::{Form, Words};
use crate::store::applications::Application;
use crate::store::cases::Case;
use housing::Date;
use housing::assessment::Assessment;
use housing::both_forms::BothForms;
use housing::decisions::{
    DecisionKind, HomeAccess, LeaseLength, Outcome, Reason, ReasonFact, ReasonFacts, RefusalGround, WrittenDecision,
    compose_reasons, refusal_text,
};
use housing::dwellings::Rooms;

/// What is known of a case, with what its assessment found.
pub(super) fn facts(
    case: &Case,
    application: &Application,
    assessment: Option<&Assessment>,
    legal_basis: BothForms,
) -> ReasonFacts {
    ReasonFacts {
        kind: case.kind,
        received: case.received,
        size: application.size,
        situation: application.situation,
        target_groups: application.target_groups.clone(),
        room_need: application.room_need,
        wheelchair: application.wheelchair,
        wished_area: application.wished_area.clone(),
        legal_basis,
        grounds: assessment.map(|made| made.grounds.clone()).unwrap_or_default(),
    }
}

/// The reasons as text: a paragraph for each part, an empty line between.
pub(super) fn reasons(words: Words, facts: &ReasonFacts, written: &WrittenDecision) -> String {
    let paragraphs = compose_reasons(facts, written.comes_to().or(written.outcome), &written.refusal_grounds);
    let said = paragraphs
        .iter()
        .map(|sentences| sentences.iter().map(|reason| sentence(words, reason)).collect::<Vec<_>>().join(" "));
    let again = written.reversal.comes_to.filter(|_| written.outcome == Some(Outcome::Reversal));
    let again = again.map(|_| words.t("reason-weight-reversal"));
    again.into_iter().chain(said).collect::<Vec<_>>().join("\n\n")
}

/// Puts the sentence of each ground that is ticked into the reasons, once, and takes that of a ground that no longer
/// is out again as long as nobody has changed it. Whoever writes may word it otherwise afterwards.
pub(super) fn tell_grounds(words: Words, kind: DecisionKind, written: &mut WrittenDecision) {
    let refuses = written.comes_to() == Some(Outcome::Refusal);
    let ticked: Vec<RefusalGround> = written.refusal_grounds.iter().copied().filter(|_| refuses).collect();
    for gone in written.grounds_told.iter().filter(|ground| !ticked.contains(ground)) {
        let text = written.reasons.replace(&words.t(refusal_text(*gone, kind)), "");
        written.reasons = text.trim_end().to_owned();
    }
    for ground in ticked.iter().filter(|ground| !written.grounds_told.contains(ground)) {
        let sentence = words.t(refusal_text(*ground, kind));
        if !written.reasons.contains(&sentence) {
            let apart = if written.reasons.trim().is_empty() { "" } else { "\n\n" };
            written.reasons = format!("{}{apart}{sentence}", written.reasons.trim_end());
        }
    }
    written.grounds_told = ticked;
}

/// So many letters are words of somebody's own, when what the program proposes by itself is taken away.
const OWN_LETTERS: usize = 10;

/// Whether somebody has written a reason of their own: more than the program says of any case like this one.
///
/// # Errors
/// When there is no rule for such decisions on the day.
pub(super) fn has_own_words(
    (case, application, _): Subject<'_>,
    written: &WrittenDecision,
    day: Date,
) -> Result<bool, OfficeError> {
    let basis = content::rule(case.kind, day)?.legal_basis.clone();
    let facts = facts(case, application, None, basis);
    let mut own = written.reasons.clone();
    for words in [Words(Form::Bokmal), Words(Form::Nynorsk)] {
        let outcomes = Outcome::ALL.iter().map(|outcome| compose_reasons(&facts, Some(*outcome), RefusalGround::ALL));
        for reason in outcomes.flatten().flatten() {
            own = own.replace(&sentence(words, &reason), "");
        }
    }
    Ok(own.chars().filter(|sign| sign.is_alphabetic()).count() >= OWN_LETTERS)
}

fn sentence(words: Words, reason: &Reason) -> String {
    let facts: Vec<(&str, String)> = reason.facts.iter().map(|(name, fact)| (*name, said(words, fact))).collect();
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, fact)| (*name, fact.as_str())).collect();
    words.ta(reason.text, &facts)
}

fn said(words: Words, fact: &ReasonFact) -> String {
    match fact {
        ReasonFact::Day(day) => words.day(*day),
        ReasonFact::Number(number) => number.to_string(),
        ReasonFact::Named(keys) => {
            let names: Vec<String> = keys.iter().map(|key| words.t(key).to_lowercase()).collect();
            names.join(", ")
        }
        ReasonFact::Titled(key) => words.t(key),
        ReasonFact::Said(text) => text.clone(),
        ReasonFact::InForm(text) => text.in_form(words.0).to_owned(),
        ReasonFact::Facts(facts) => {
            let facts = facts.iter().map(|fact| {
                let value = assessments::value(fact.value, |key| words.t(key), |day| words.day(day));
                format!("{}: {value}", words.t(&fact.name.text_key()).to_lowercase())
            });
            facts.collect::<Vec<_>>().join("; ")
        }
        ReasonFact::Unknown(names) => {
            let names = names.iter().map(|name| words.t(&name.text_key()).to_lowercase());
            names.collect::<Vec<_>>().join(", ")
        }
    }
}

/// What is decided, in whole sentences.
pub(super) fn conclusion(words: Words, kind: DecisionKind, written: &WrittenDecision) -> String {
    let about = words.t(&format!("letter-subject-{}", kind.code().to_lowercase().replace('_', "-")));
    let key = match written.comes_to() {
        Some(Outcome::Grant) if written.waiting_list => "conclusion-waiting-list",
        Some(Outcome::Grant) => "conclusion-grant",
        Some(Outcome::Refusal) => "conclusion-refusal",
        Some(Outcome::Partial) => "conclusion-partial",
        Some(Outcome::Extension) => "conclusion-extension",
        Some(Outcome::Dismissal) => "conclusion-dismissal",
        Some(Outcome::Withdrawal) => "conclusion-withdrawal",
        Some(Outcome::Reversal) | None => "",
    };
    let again = if written.outcome == Some(Outcome::Reversal) { "conclusion-reversal" } else { "" };
    let said = [again, key].into_iter().filter(|key| !key.is_empty()).map(|key| words.ta(key, &[("about", &about)]));
    said.collect::<Vec<_>>().join(" ")
}

/// What is granted, a line each (`L1.3`).
pub(in crate::office) fn terms(words: Words, kind: DecisionKind, written: &WrittenDecision) -> Vec<String> {
    if !written.comes_to().is_some_and(Outcome::gives) {
        return Vec::new();
    }
    let mut terms = Vec::new();
    if kind != DecisionKind::HousingHelp {
        let lines = written.content.lines().map(str::trim).filter(|line| !line.is_empty());
        terms.extend(lines.map(str::to_owned));
    }
    terms.extend(written.amount.map(|amount| words.ta("term-amount", &[("amount", &amount.in_kroner())])));
    if let Some(Rooms(rooms)) = written.rooms {
        terms.push(words.ta("term-rooms", &[("rooms", &rooms.to_string())]));
    }
    if let Some(size) = written.square_metres {
        terms.push(words.ta("term-size", &[("size", &size.to_string())]));
    }
    terms.extend(written.access.iter().map(|access| {
        words.t(match access {
            HomeAccess::GroundFloor => "term-ground-floor",
            HomeAccess::Lift => "term-lift",
            HomeAccess::Wheelchair => "term-wheelchair",
            HomeAccess::NoNeeds => "term-no-needs",
        })
    }));
    terms.extend(Some(written.access_note.trim().to_owned()).filter(|note| !note.is_empty()));
    terms.extend(written.lease.map(|lease| match lease {
        LeaseLength::OpenEnded => words.t("term-lease-open-ended"),
        LeaseLength::Months(months) if months % 12 == 0 => {
            words.ta("term-lease-years", &[("years", &(months / 12).to_string())])
        }
        LeaseLength::Months(months) => words.ta("term-lease-months", &[("months", &months.to_string())]),
    }));
    let because = written.short_lease_because.trim();
    if matches!(written.lease, Some(LeaseLength::Months(_))) && !because.is_empty() {
        terms.push(words.ta("term-lease-because", &[("because", because)]));
    }
    terms.extend(written.from.map(|from| words.ta("term-from", &[("day", &words.day(from))])));
    terms.extend(written.until.map(|until| words.ta("term-until", &[("day", &words.day(until))])));
    if written.waiting_list {
        terms.push(words.t("term-waiting-list"));
    }
    terms
}
