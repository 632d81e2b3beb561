//! An assessment in words.

use crate::office::assessments::{self, Assessed};
use crate::web::Frame;
use housing::assessment::{Answer, Assessment, Fact, FactValue, GroundResult, Reading};

pub struct GroundView {
    pub code: &'static str,
    pub name: String,
    pub answer: String,
    pub tone: &'static str,
    pub clause: String,
    /// Name, value, and whether it is missing.
    pub facts: Vec<(String, String, bool)>,
    pub judged: Option<String>,
    /// A person must answer it, or has.
    pub is_left_to_judgement: bool,
}

pub struct JudgementView {
    pub iso: String,
    pub day: String,
    pub title: String,
    pub reasons: String,
    pub who: String,
}

/// What the grounds say together, with its tone.
pub fn reading(frame: &Frame, reading: Reading) -> (String, &'static str) {
    let tone = match reading {
        Reading::MayBeGranted => "success",
        Reading::GroundInTheWay => "danger",
        Reading::JudgementNeeded => "warning",
        Reading::FactsMissing => "info",
    };
    (frame.t(&reading.text_key()), tone)
}

/// The rules with the day they hold from.
pub fn rules(frame: &Frame, assessment: &Assessment) -> String {
    let facts = [("name", assessment.rules.name.clone()), ("day", frame.day(&assessment.rules.valid_from))];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    frame.ta("assessment-rules", &facts)
}

/// Every ground, in the order of the rules.
pub fn grounds(frame: &Frame, assessment: &Assessment) -> Vec<GroundView> {
    assessment.grounds.iter().map(|result| ground(frame, result)).collect()
}

fn ground(frame: &Frame, result: &GroundResult) -> GroundView {
    let answer = result.answer();
    let tone = match answer {
        Answer::Met => "success",
        Answer::NotMet => "danger",
        Answer::JudgementNeeded => "warning",
        Answer::Missing => "info",
    };
    GroundView {
        code: result.ground.code(),
        name: frame.t(&result.ground.text_key()),
        answer: frame.t(&answer.text_key()),
        tone,
        clause: result.clause.clone(),
        facts: result.facts.iter().map(|fact| told(frame, fact)).collect(),
        judged: result.judgement.as_ref().map(|judgement| judgement.reasons.clone()),
        is_left_to_judgement: result.by_rule == Answer::JudgementNeeded,
    }
}

fn told(frame: &Frame, fact: &Fact) -> (String, String, bool) {
    let value = assessments::value(fact.value, |key| frame.t(key), |day| frame.day(&day));
    (frame.t(&fact.name.text_key()), value, fact.value == FactValue::Unknown)
}

/// What has been judged, the newest first.
pub fn judgements(frame: &Frame, assessed: &Assessed) -> Vec<JudgementView> {
    let view = |judgement: &housing::assessment::Judgement| {
        let answer = if judgement.met { Answer::Met } else { Answer::NotMet };
        JudgementView {
            iso: judgement.day.to_string(),
            day: frame.day(&judgement.day),
            title: format!("{}: {}", frame.t(&judgement.ground.text_key()), frame.t(&answer.text_key())),
            reasons: judgement.reasons.clone(),
            who: officer(assessed, &judgement.by),
        }
    };
    assessed.judgements.iter().rev().map(view).collect()
}

/// An officer's name; the id where nobody has it.
pub fn officer(assessed: &Assessed, id: &str) -> String {
    assessed.officers.iter().find(|(known, _)| known == id).map_or_else(|| id.to_owned(), |(_, name)| name.clone())
}
