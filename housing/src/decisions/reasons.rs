//! The reasons of a decision, proposed from its facts: what the caseworker edits, never an empty page.
//!
//! Each part names a text of the catalogue and the facts in it (*forvaltningsloven* § 25: the rules, the
//! facts, and what was weighed). The words are chosen outside, in the party's own written form.

use super::{Outcome, RefusalGround};
use crate::Date;
use crate::applications::HousingSituation;
use crate::dwellings::Rooms;
use crate::people::{HouseholdSize, TargetGroup};

/// What is known of a case without anybody's judgement.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ReasonFacts {
    pub received: Date,
    pub size: Option<HouseholdSize>,
    pub situation: Option<HousingSituation>,
    pub target_groups: Vec<TargetGroup>,
    /// Rooms needed by the municipality's norm.
    pub room_need: Option<Rooms>,
    pub wheelchair: Option<bool>,
    pub wished_area: Option<String>,
    /// The law or rule that the decision stands on.
    pub legal_basis: String,
    /// What an assessment found, ground by ground, when one was made: in words already.
    pub grounds: Vec<String>,
}

/// A fact of a sentence, to be put in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReasonFact {
    Day(Date),
    Number(i64),
    /// Keys of texts, put after one another.
    Named(Vec<String>),
    Said(String),
}

/// One sentence of the reasons: its text, and the facts in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub text: &'static str,
    pub facts: Vec<(&'static str, ReasonFact)>,
}

/// The reasons of a decision, paragraph by paragraph: the rule, the facts, and what weighed.
pub fn compose(facts: &ReasonFacts, outcome: Option<Outcome>, refusal: &[RefusalGround]) -> Vec<Vec<Reason>> {
    let mut weighed: Vec<Reason> =
        facts.grounds.iter().map(|ground| said("reason-ground", "ground", ReasonFact::Said(ground.clone()))).collect();
    weighed.extend(refusal.iter().map(|ground| Reason { text: refusal_text(*ground), facts: Vec::new() }));
    weighed.extend(outcome.and_then(weight).map(|text| Reason { text, facts: Vec::new() }));
    let paragraphs = vec![rules(facts), household(facts), weighed];
    paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()).collect()
}

fn said(text: &'static str, name: &'static str, fact: ReasonFact) -> Reason {
    Reason { text, facts: vec![(name, fact)] }
}

fn rules(facts: &ReasonFacts) -> Vec<Reason> {
    vec![
        said("reason-received", "day", ReasonFact::Day(facts.received)),
        said("reason-rule", "basis", ReasonFact::Said(facts.legal_basis.clone())),
    ]
}

fn household(facts: &ReasonFacts) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let Some(size) = facts.size {
        let number = |count: u8| ReasonFact::Number(count.into());
        let counts = vec![("adults", number(size.adults)), ("children", number(size.children))];
        reasons.push(Reason { text: "reason-household", facts: counts });
    }
    if let Some(situation) = facts.situation {
        reasons.push(said("reason-situation", "situation", ReasonFact::Named(vec![situation.text_key()])));
    }
    if let Some(Rooms(rooms)) = facts.room_need {
        reasons.push(said("reason-room-need", "rooms", ReasonFact::Number(rooms.into())));
    }
    if facts.wheelchair == Some(true) {
        reasons.push(Reason { text: "reason-wheelchair", facts: Vec::new() });
    }
    if let Some(area) = &facts.wished_area {
        reasons.push(said("reason-area", "area", ReasonFact::Said(area.clone())));
    }
    reasons
}

const fn refusal_text(ground: RefusalGround) -> &'static str {
    match ground {
        RefusalGround::UnderAge => "reason-refused-under-age",
        RefusalGround::TimeHere => "reason-refused-time-here",
        RefusalGround::LegalStay => "reason-refused-legal-stay",
        RefusalGround::HasSuitableHome => "reason-refused-suitable-home",
        RefusalGround::Means => "reason-refused-means",
        RefusalGround::Breach => "reason-refused-breach",
        RefusalGround::Quarantine => "reason-refused-quarantine",
        RefusalGround::CanBuy => "reason-refused-can-buy",
        RefusalGround::NoCapacity => "reason-refused-capacity",
        RefusalGround::OutsideTargetGroup => "reason-refused-target-group",
        RefusalGround::NotInformed => "reason-refused-not-informed",
        RefusalGround::CareHomeInstead => "reason-refused-care-home",
        RefusalGround::Other => "reason-refused-other",
    }
}

/// What weighed, as far as the outcome alone says it.
const fn weight(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Grant => Some("reason-weight-grant"),
        Outcome::Partial => Some("reason-weight-partial"),
        Outcome::Extension => Some("reason-weight-extension"),
        Outcome::Dismissal => Some("reason-weight-dismissal"),
        Outcome::Withdrawal => Some("reason-weight-withdrawal"),
        Outcome::Reversal => Some("reason-weight-reversal"),
        Outcome::Refusal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn facts() -> ReasonFacts {
        ReasonFacts {
            received: date(2026, 1, 10),
            size: Some(HouseholdSize { adults: 1, children: 2 }),
            situation: Some(HousingSituation::TooSmall),
            target_groups: Vec::new(),
            room_need: Some(Rooms(4)),
            wheelchair: Some(false),
            wished_area: None,
            legal_basis: "boligsosialloven §§ 6–7".to_owned(),
            grounds: Vec::new(),
        }
    }

    fn texts(paragraphs: &[Vec<Reason>]) -> Vec<&'static str> {
        paragraphs.iter().flatten().map(|reason| reason.text).collect()
    }

    #[test]
    fn reasons_tell_the_rule_the_facts_and_what_weighed() {
        let composed = compose(&facts(), Some(Outcome::Grant), &[]);
        assert_eq!(
            texts(&composed),
            [
                "reason-received",
                "reason-rule",
                "reason-household",
                "reason-situation",
                "reason-room-need",
                "reason-weight-grant"
            ]
        );
        assert_eq!(composed.len(), 3, "a paragraph each");
    }

    #[test]
    fn reasons_are_never_empty_and_a_refusal_gives_every_ground() {
        let bare = ReasonFacts { size: None, situation: None, room_need: None, ..facts() };
        assert_eq!(texts(&compose(&bare, None, &[])), ["reason-received", "reason-rule"]);
        let grounds = [RefusalGround::Means, RefusalGround::CanBuy];
        let refused = compose(&bare, Some(Outcome::Refusal), &grounds);
        assert!(texts(&refused).ends_with(&["reason-refused-means", "reason-refused-can-buy"]));
    }
}
