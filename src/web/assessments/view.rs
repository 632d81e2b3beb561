//! An assessment in words.

use crate::office::assessments::{self, Assessed};
use crate::texts::Language;
use crate::web::Frame;
use housing::assessment::{Answer, Assessment, Fact, FactName, FactValue, GroundResult, Reading};
use housing::decisions::WrittenForm;

pub struct GroundView {
    pub code: &'static str,
    pub name: String,
    pub answer: String,
    pub tone: &'static str,
    pub clause: String,
    /// Name, value, whether it is missing, and whether only the applicant has said it.
    pub facts: Vec<(String, String, bool, bool)>,
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
pub fn grounds(frame: &Frame, assessment: &Assessment, stated: &[FactName]) -> Vec<GroundView> {
    assessment.grounds.iter().map(|result| ground(frame, result, stated)).collect()
}

fn ground(frame: &Frame, result: &GroundResult, stated: &[FactName]) -> GroundView {
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
        clause: result.clause.in_form(written_form(frame)).to_owned(),
        facts: result.facts.iter().map(|fact| told(frame, fact, stated)).collect(),
        judged: result.judgement.as_ref().map(|judgement| judgement.reasons.clone()),
        is_left_to_judgement: result.by_rule == Answer::JudgementNeeded,
    }
}

/// The written form that a page tells the rules in.
fn written_form(frame: &Frame) -> WrittenForm {
    match frame.language() {
        Language::Nynorsk => WrittenForm::Nynorsk,
        Language::Bokmal | Language::English => WrittenForm::Bokmal,
    }
}

fn told(frame: &Frame, fact: &Fact, stated: &[FactName]) -> (String, String, bool, bool) {
    let value = assessments::value(fact.value, |key| frame.t(key), |day| frame.day(&day));
    let missing = fact.value == FactValue::Unknown;
    (frame.t(&fact.name.text_key()), value, missing, !missing && stated.contains(&fact.name))
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
