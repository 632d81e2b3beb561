//! What a decision stands on: how far its case is assessed, and what has changed in the rules since.

use crate::office::assessments::HowFar;
use crate::office::decisions::{OtherAnswer, RulesChanged};
use crate::office::rule_sets::Known;
use crate::store::rule_sets::StoredRuleSet;
use crate::web::Frame;
use crate::web::assessments::reading;
use crate::web::rule_form::Difference;
use crate::web::rule_sets::differences;
use housing::assessment::{Answer, Assessment};
use housing::decisions::WrittenForm;

/// How far the case is assessed.
pub struct AssessmentView {
    pub made: bool,
    pub text: String,
    pub tone: &'static str,
    /// Grounds that nobody has judged yet, and those where a fact is missing.
    pub to_judge: String,
    pub missing: String,
    /// The grounds whose rule has no words in the form of the letter.
    pub lacks_nynorsk: String,
}

pub fn assessment(frame: &Frame, how_far: &HowFar, form: WrittenForm) -> AssessmentView {
    let plain = |key: &str, tone| AssessmentView {
        made: false,
        text: frame.t(key),
        tone,
        to_judge: String::new(),
        missing: String::new(),
        lacks_nynorsk: String::new(),
    };
    match how_far {
        HowFar::NoRules => plain("decision-assessment-no-rules", "neutral"),
        HowFar::NotMade => plain("decision-assessment-none", "warning"),
        HowFar::Made(made) => {
            let (text, tone) = reading(frame, made.reading());
            let [to_judge, missing] = [Answer::JudgementNeeded, Answer::Missing].map(|it| answered(frame, made, it));
            let lacks = made.grounds.iter().filter(|result| result.clause.lacks(form));
            let lacks: Vec<String> = lacks.map(|result| frame.t(&result.ground.text_key())).collect();
            AssessmentView { made: true, text, tone, to_judge, missing, lacks_nynorsk: lacks.join(", ") }
        }
    }
}

/// The names of the grounds with an answer.
fn answered(frame: &Frame, made: &Assessment, answer: Answer) -> String {
    let grounds = made.grounds.iter().filter(|result| result.answer() == answer);
    grounds.map(|result| frame.t(&result.ground.text_key())).collect::<Vec<_>>().join(", ")
}

/// What has changed in the rules since the case was assessed.
pub struct RulesView {
    pub mark: String,
    pub law: bool,
    /// The rules it was assessed by, and those in force; empty when the municipality's are the same.
    pub sets: String,
    /// What the grounds answer otherwise in this case.
    pub answers: Vec<String>,
    pub differences: Vec<Difference>,
}

pub fn rules(frame: &Frame, changed: &RulesChanged) -> RulesView {
    let sets = changed.sets.as_ref();
    RulesView {
        mark: changed.mark.clone(),
        law: changed.law,
        sets: sets.map(|(before, now)| both(frame, before.as_ref(), now.as_ref())).unwrap_or_default(),
        answers: changed.answers.iter().map(|answers| otherwise(frame, *answers)).collect(),
        differences: sets
            .map(|(before, now)| {
                let [before, now] = [before, now].map(|known| known.as_ref().map(|known| &known.rules));
                differences(frame, before, now)
            })
            .unwrap_or_default(),
    }
}

fn both(frame: &Frame, before: Option<&Known>, now: Option<&Known>) -> String {
    let [before, now] = [before, now]
        .map(|known| known.map_or_else(|| frame.t("decision-rules-none"), |known| named(frame, &known.stored)));
    frame.ta("decision-rules-both", &[("before", &before), ("now", &now)])
}

/// The rules that a signed decision stands on: their address and name.
pub fn set(frame: &Frame, stored: &StoredRuleSet) -> (String, String) {
    (format!("/rule-sets/{}", stored.id), named(frame, stored))
}

fn named(frame: &Frame, stored: &StoredRuleSet) -> String {
    let (day, revision) = (frame.day(&stored.valid_from), stored.revision.to_string());
    frame.ta("decision-rules-set", &[("name", &stored.name), ("day", &day), ("revision", &revision)])
}

fn otherwise(frame: &Frame, OtherAnswer { ground, before, now }: OtherAnswer) -> String {
    let [before, now] = [before, now]
        .map(|answer| answer.map_or_else(|| frame.t("decision-not-asked"), |answer| frame.t(&answer.text_key())));
    let facts = [("ground", frame.t(&ground.text_key())), ("before", before), ("now", now)];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, fact)| (*name, fact.as_str())).collect();
    frame.ta("decision-answers-otherwise", &facts)
}
