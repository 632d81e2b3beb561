//! Fits, and what a meeting lays down, in words.

use crate::office::allocations::{Bound, CAP_FULL, Candidate, Free, Home, InTheMeeting, KEPT_APART, MetHome, Obstacle};
use crate::office::dwellings::address_and_unit;
use crate::store::allocations::ChoiceKind;
use crate::web::Frame;
use crate::web::dwellings::rooms_text;
use housing::dwellings::DwellingStatus;
use housing::fit::{ClauseResult, Fact, FactValue, Fit, FitAnswer, FitReading};
use housing::people::HouseholdSize;

/// A clause as people read it.
pub(in crate::web) struct ClauseView {
    pub name: String,
    pub answer: String,
    pub tone: &'static str,
    pub found: String,
    pub facts: Vec<(String, String)>,
    /// What would have to change; empty when it fits.
    pub change: String,
    pub rule: String,
}

/// A part of the score.
pub(super) struct PartView {
    pub name: String,
    pub points: u32,
}

/// A reading with the colour that helps it along.
pub(in crate::web) fn reading(frame: &Frame, fit: &Fit) -> (String, &'static str) {
    let tone = match fit.reading() {
        FitReading::Fits => "success",
        FitReading::ToClarify => "warning",
        FitReading::DoesNot => "danger",
    };
    (frame.t(&fit.reading().text_key()), tone)
}

pub(in crate::web) fn clause(frame: &Frame, result: &ClauseResult) -> ClauseView {
    let (tone, fits) = match result.answer {
        FitAnswer::Fits => ("success", true),
        FitAnswer::DoesNot => ("danger", false),
        FitAnswer::NeedsJudgement => ("warning", false),
        FitAnswer::Missing => ("info", false),
    };
    let (answer, tone) = match result.is_only_scored() {
        true => (frame.t("fit-only-scored"), "neutral"),
        false => (frame.t(&result.answer.text_key()), tone),
    };
    ClauseView {
        name: frame.t(&result.clause.text_key()),
        answer,
        found: frame.t(&result.found.text_key()),
        facts: result.facts.iter().map(|known| fact(frame, known)).collect(),
        change: if fits { String::new() } else { change(frame, result) },
        rule: result.rule.clone(),
        tone,
    }
}

/// What a meeting does with a home for a household.
pub(super) fn in_the_meeting(frame: &Frame, met: &MetHome) -> String {
    match &met.found {
        InTheMeeting::Proposed => frame.t("allocation-fit-proposed"),
        InTheMeeting::DoesNotFit => frame.t("met-does-not-fit"),
        InTheMeeting::HeldBack => frame.t("met-held-back"),
        InTheMeeting::Forbidden => frame.t("met-forbidden"),
        InTheMeeting::SetAside => frame.t("met-set-aside"),
        InTheMeeting::Elsewhere(_) => {
            let home = met.instead.as_ref().map(|home| address_and_unit(&home.facts)).unwrap_or_default();
            frame.t1("met-elsewhere", "home", home)
        }
        InTheMeeting::Another(before) => frame.t(&before.text_key()),
        InTheMeeting::CapFull(cap) => frame.t1("met-cap-full", "cap", cap),
        InTheMeeting::MovesUsed => frame.t("met-moves-used"),
        InTheMeeting::LivedIn => frame.t("met-lived-in"),
        InTheMeeting::Nobody => frame.t("allocation-fit-nobody"),
    }
}

/// What stops somebody from getting a home.
pub(super) fn obstacle(frame: &Frame, obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::CapFull(cap) => frame.t1("met-cap-full", "cap", cap),
        Obstacle::Rule(found) => frame.t(&found.text_key()),
        Obstacle::Elsewhere => frame.t("stopped-elsewhere"),
        Obstacle::Another => frame.t("stopped-another"),
        Obstacle::MovesUsed => frame.t("met-moves-used"),
        Obstacle::Forbidden => frame.t("stopped-forbidden"),
        Obstacle::SetAside => frame.t("met-set-aside"),
        Obstacle::HeldBack => frame.t("met-held-back"),
        Obstacle::LivedIn => frame.t("met-lived-in"),
        Obstacle::LeftOut => frame.t("stopped-left-out"),
        Obstacle::NotTried => frame.t("stopped-not-tried"),
    }
}

/// What would have to change before the clause fits.
fn change(frame: &Frame, result: &ClauseResult) -> String {
    let code = result.found.text_key();
    frame.t(&format!("fit-change-{}", code.trim_start_matches("fit-found-")))
}

fn fact(frame: &Frame, fact: &Fact) -> (String, String) {
    let value = match &fact.value {
        FactValue::Category(category) => frame.t(&category.text_key()),
        FactValue::Kind(kind) => frame.t(&kind.text_key()),
        FactValue::Rooms(rooms) => rooms_text(frame, *rooms),
        FactValue::Household(size) => size.to_string(),
        FactValue::Access(access) => frame.t(&access.text_key()),
        FactValue::Level(level) => frame.t(&level.text_key()),
        FactValue::Money(amount) => amount.in_kroner(),
        FactValue::Percent(u16::MAX) => "–".to_owned(),
        FactValue::Percent(percent) => format!("{percent} %"),
        FactValue::Number(number) => number.to_string(),
        FactValue::Day(day) => frame.day(day),
        FactValue::Text(text) => text.clone(),
    };
    (frame.t(&fact.name.text_key()), value)
}

pub(super) fn parts(frame: &Frame, fit: &Fit) -> Vec<PartView> {
    fit.score.parts.iter().map(|(part, points)| PartView { name: frame.t(&part.text_key()), points: *points }).collect()
}

/// The first thing in the way, in a sentence; empty when nothing is.
pub(super) fn in_the_way(frame: &Frame, fit: &Fit) -> String {
    fit.in_the_way().map(|result| frame.t(&result.found.text_key())).unwrap_or_default()
}

/// A household without its name: number, size and how it waits.
pub(super) fn unnamed(frame: &Frame, candidate: &Candidate) -> String {
    let size = candidate.facts.size.map(|of| size(frame, of));
    let place = match candidate.waits {
        Some((place, _)) => frame.t1("allocation-place", "place", place),
        None => frame.t("allocation-asked"),
    };
    [Some(candidate.application.number()), size, Some(place)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How many they are.
pub(super) fn size(frame: &Frame, size: HouseholdSize) -> String {
    let (adults, children) = (size.adults.to_string(), size.children.to_string());
    frame.ta("allocation-size", &[("adults", &adults), ("children", &children)])
}

/// Why somebody gets nothing, from the solver's words.
pub(super) fn why(frame: &Frame, why: &str) -> String {
    match why {
        "no fitting home" => frame.t("allocation-why-no-home"),
        "outranked" => frame.t("allocation-why-outranked"),
        other => match other.strip_prefix(CAP_FULL) {
            // Whom a household is kept apart from is nobody's business.
            Some(cap) if cap.starts_with(KEPT_APART) => frame.t("allocation-why-outranked"),
            Some(cap) => frame.t1("allocation-why-cap", "cap", cap),
            None => other.to_owned(),
        },
    }
}

/// How good the best plan can be, where that is not proven.
pub(super) fn at_most(frame: &Frame, bound: &Bound) -> String {
    let (best, found) = (bound.best_possible.to_string(), bound.found.to_string());
    let facts = [("best", best.as_str()), ("found", found.as_str())];
    match (bound.level.as_str(), bound.level.strip_prefix("class ")) {
        (_, Some(class)) => frame.ta("allocation-at-most-class", &[facts[0], facts[1], ("class", class)]),
        ("moves", None) => frame.ta("allocation-at-least-moves", &facts),
        (_, None) => frame.ta("allocation-at-most-score", &facts),
    }
}

/// A price in points, as decimals are written here; empty where there is none.
pub(super) fn points(price: Option<&str>) -> String {
    price.unwrap_or_default().replace('.', ",")
}

/// When somebody can move in.
pub(super) fn free(frame: &Frame, home: &Home) -> (String, &'static str) {
    match home.free {
        Free::Now => (frame.t("allocation-free-now"), "success"),
        Free::On(day) => (frame.t1("allocation-free-on", "day", frame.day(&day)), "info"),
        Free::NoDay if home.dwelling.facts.status == DwellingStatus::Let => (frame.t("allocation-lived-in"), "neutral"),
        Free::NoDay => (frame.t("allocation-free-no-day"), "neutral"),
    }
}

/// What a home is, in a line.
pub(super) fn home_facts(frame: &Frame, home: &Home) -> String {
    let facts = &home.facts;
    let flag = |holds: Option<bool>, key: &str| (holds == Some(true)).then(|| frame.t(key));
    let words = [
        facts.rooms.map(|rooms| rooms_text(frame, rooms)),
        Some(frame.t(&facts.category.text_key())),
        facts.area.clone(),
        facts.floor.map(|floor| frame.t1("allocation-floor", "floor", floor)),
        flag(facts.lift, "allocation-lift"),
        flag(facts.wheelchair, "allocation-wheelchair"),
        facts.rent.map(|rent| rent.in_kroner()),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

pub(super) fn address(home: &Home) -> String {
    address_and_unit(&home.dwelling.facts)
}

/// The key of the text for what a meeting lays down.
pub(super) const fn kind_key(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::Lock => "allocation-choice-lock",
        ChoiceKind::Forbid => "allocation-choice-forbid",
        ChoiceKind::Hold => "allocation-choice-hold",
        ChoiceKind::Reserve => "allocation-choice-reserve",
        ChoiceKind::Cap => "allocation-choice-cap",
        ChoiceKind::Moves => "allocation-choice-moves",
        ChoiceKind::Ring => "allocation-choice-ring",
        ChoiceKind::Chain => "allocation-choice-chain",
    }
}

/// What a choice sets a limit to; `None` for what is no limit.
pub(super) fn limit(frame: &Frame, kind: ChoiceKind, cap: Option<&String>, at_most: Option<u32>) -> Option<String> {
    match kind {
        ChoiceKind::Moves | ChoiceKind::Ring | ChoiceKind::Chain => Some(most(frame, at_most)),
        ChoiceKind::Cap => cap.zip(at_most).map(|(cap, at_most)| format!("{cap}: {at_most}")),
        ChoiceKind::Lock | ChoiceKind::Forbid | ChoiceKind::Hold | ChoiceKind::Reserve => None,
    }
}

/// How many a limit allows.
pub(super) fn most(frame: &Frame, at_most: Option<u32>) -> String {
    at_most.map_or_else(|| frame.t("allocation-no-limit"), |count| frame.t1("allocation-most", "count", count))
}
