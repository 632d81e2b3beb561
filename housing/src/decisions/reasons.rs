//! The reasons of a decision, proposed from its facts: what the caseworker edits, never an empty page.
//!
//! Each part names a text of the catalogue and the facts in it (*forvaltningsloven* § 25: the rules, the
//! facts, and what was weighed). The words are chosen outside, in the party's own written form.

use super::{DecisionKind, Outcome, RefusalGround};
use crate::Date;
use crate::applications::HousingSituation;
use crate::assessment::{Answer, Fact, FactName, FactValue, GroundResult};
use crate::both_forms::BothForms;
use crate::dwellings::Rooms;
use crate::people::{HouseholdSize, TargetGroup};

/// What is known of a case, with what its assessment found.
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
    pub kind: DecisionKind,
    /// The law or rule that the decision stands on.
    pub legal_basis: BothForms,
    /// What the assessment found, ground by ground; nothing when none was made. `by` of a judgement is the name
    /// of whoever judged.
    pub grounds: Vec<GroundResult>,
}

/// A fact of a sentence, to be put in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReasonFact {
    Day(Date),
    Number(i64),
    /// Keys of texts, put after one another.
    Named(Vec<String>),
    /// The key of a text that stands first.
    Titled(String),
    Said(String),
    /// What has words in both written forms.
    InForm(BothForms),
    /// What a ground was answered from.
    Facts(Vec<Fact>),
    /// What nobody has told us.
    Unknown(Vec<FactName>),
}

/// One sentence of the reasons: its text, and the facts in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub text: &'static str,
    pub facts: Vec<(&'static str, ReasonFact)>,
}

/// The reasons of a decision, paragraph by paragraph: the rule, the facts, and what weighed.
pub fn compose(facts: &ReasonFacts, outcome: Option<Outcome>, refusal: &[RefusalGround]) -> Vec<Vec<Reason>> {
    // An application that is dismissed or withdrawn is not held against the grounds.
    let assessed = outcome.is_none_or(Outcome::is_on_the_merits);
    let grounds = facts.grounds.iter().filter(|_| assessed).filter(|result| matters(result, facts.kind));
    let grounds = grounds.map(|result| ground(result, facts, outcome));
    let mut weighed: Vec<Reason> = refusal.iter().map(|ground| plain(refusal_text(*ground, facts.kind))).collect();
    weighed.extend(outcome.and_then(|outcome| weight(outcome, facts.kind)).map(plain));
    let paragraphs = [rules(facts), household(facts)].into_iter().chain(grounds).chain([weighed]);
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect()
}

const fn plain(text: &'static str) -> Reason {
    Reason { text, facts: Vec::new() }
}

fn said(text: &'static str, name: &'static str, fact: ReasonFact) -> Reason {
    Reason { text, facts: vec![(name, fact)] }
}

fn rules(facts: &ReasonFacts) -> Vec<Reason> {
    vec![
        said("reason-received", "day", ReasonFact::Day(facts.received)),
        said("reason-rule", "basis", ReasonFact::InForm(facts.legal_basis.clone())),
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
    // The norm of rooms is for homes that are let for long.
    let room_need = facts.room_need.filter(|_| facts.kind.is_by_own_rules() || facts.kind == DecisionKind::HousingHelp);
    if let Some(Rooms(rooms)) = room_need {
        reasons.push(said("reason-room-need", "rooms", ReasonFact::Number(rooms.into())));
    }
    if facts.wheelchair == Some(true) {
        reasons.push(plain("reason-wheelchair"));
    }
    if let Some(area) = &facts.wished_area {
        reasons.push(said("reason-area", "area", ReasonFact::Said(area.clone())));
    }
    reasons
}

/// Whether a ground has anything to say of such a decision: what an act decides is not held against the
/// municipality's rules for its homes.
fn matters(result: &GroundResult, kind: DecisionKind) -> bool {
    kind.is_by_own_rules() || RefusalGround::of(result.ground).is_some_and(|ground| ground.refuses(kind))
}

/// What the assessment found on one ground: the rule, the facts, who judged what, and how it weighs. A ground that
/// waits for somebody's judgement is not told: nobody has found anything on it yet.
fn ground(result: &GroundResult, facts: &ReasonFacts, outcome: Option<Outcome>) -> Vec<Reason> {
    let weight = match result.answer() {
        Answer::JudgementNeeded => return Vec::new(),
        Answer::Missing => said("reason-ground-missing", "facts", ReasonFact::Unknown(result.missing().collect())),
        Answer::Met => plain("reason-ground-met"),
        Answer::NotMet if outcome.is_some_and(Outcome::gives) => plain("reason-ground-not-met-but"),
        Answer::NotMet => plain("reason-ground-not-met"),
    };
    let name = ReasonFact::Titled(result.ground.text_key());
    let clause = if facts.kind.is_by_own_rules() { &result.clause } else { &facts.legal_basis };
    let rule = vec![("ground", name), ("clause", ReasonFact::InForm(clause.clone()))];
    let mut told = vec![Reason { text: "reason-ground", facts: rule }];
    let known: Vec<Fact> = result.facts.iter().filter(|fact| fact.value != FactValue::Unknown).copied().collect();
    if !known.is_empty() {
        told.push(said("reason-ground-facts", "facts", ReasonFact::Facts(known)));
    }
    if let Some(judgement) = &result.judgement {
        let day = ReasonFact::Day(judgement.day);
        let (who, why) = (ReasonFact::Said(judgement.by.clone()), ReasonFact::Said(ended(&judgement.reasons)));
        told.push(Reason { text: "reason-ground-judged", facts: vec![("who", who), ("day", day), ("reasons", why)] });
    }
    told.push(weight);
    told
}

/// A sentence that ends as one, for another follows it.
fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// The sentence that says a ground of refusal, as far as the ground alone does.
pub const fn refusal_text(ground: RefusalGround, kind: DecisionKind) -> &'static str {
    match (ground, kind) {
        (RefusalGround::OutsideTargetGroup, DecisionKind::HousingHelp) => "reason-refused-can-manage",
        (RefusalGround::LegalStay, DecisionKind::HousingHelp) => "reason-refused-outside-act",
        (ground, _) => by_own_rules(ground),
    }
}

const fn by_own_rules(ground: RefusalGround) -> &'static str {
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

/// What weighed, as far as the outcome and the kind alone say it.
const fn weight(outcome: Outcome, kind: DecisionKind) -> Option<&'static str> {
    match (outcome, kind) {
        (Outcome::Grant, DecisionKind::TemporaryStay) => Some("reason-weight-roof"),
        (Outcome::Grant, DecisionKind::CareHome) => Some("reason-weight-care"),
        (Outcome::Grant, DecisionKind::HousingHelp | DecisionKind::MunicipalHome) => Some("reason-weight-grant"),
        (Outcome::Grant | Outcome::Refusal, _) => None,
        (Outcome::Partial, _) => Some("reason-weight-partial"),
        (Outcome::Extension, _) => Some("reason-weight-extension"),
        (Outcome::Dismissal, _) => Some("reason-weight-dismissal"),
        (Outcome::Withdrawal, _) => Some("reason-weight-withdrawal"),
        (Outcome::Reversal, _) => Some("reason-weight-reversal"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Ground, Judgement};
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
            kind: DecisionKind::MunicipalHome,
            legal_basis: "boligsosialloven §§ 6–7".into(),
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

    fn found(ground: Ground, by_rule: Answer, facts: Vec<Fact>) -> GroundResult {
        GroundResult { ground, by_rule, facts, clause: "Vedtekten § 3".into(), judgement: None }
    }

    fn of(ground: GroundResult, outcome: Outcome) -> Vec<&'static str> {
        let bare = ReasonFacts { size: None, situation: None, room_need: None, ..facts() };
        let composed = compose(&ReasonFacts { grounds: vec![ground], ..bare }, Some(outcome), &[]);
        texts(&composed).into_iter().filter(|text| text.starts_with("reason-ground")).collect()
    }

    #[test]
    fn each_ground_tells_its_rule_its_facts_and_how_it_weighs() {
        let years = |name, years| Fact { name, value: FactValue::Years(years) };
        let age = vec![years(FactName::Age, 17), years(FactName::LeastAge, 18)];
        let told = ["reason-ground", "reason-ground-facts", "reason-ground-met"];
        assert_eq!(of(found(Ground::Age, Answer::Met, age.clone()), Outcome::Grant), told);
        let refused = of(found(Ground::Age, Answer::NotMet, age.clone()), Outcome::Refusal);
        assert_eq!(refused.last(), Some(&"reason-ground-not-met"));
        let granted = of(found(Ground::Age, Answer::NotMet, age), Outcome::Grant);
        assert_eq!(granted.last(), Some(&"reason-ground-not-met-but"), "it must be said why all the same");
    }

    #[test]
    fn what_nobody_has_told_us_is_never_a_no() {
        let limit = Fact { name: FactName::LeastMonths, value: FactValue::Months(24) };
        let since = Fact { name: FactName::HereSince, value: FactValue::Unknown };
        let missing = found(Ground::TimeHere, Answer::Missing, vec![since, limit]);
        for outcome in [Outcome::Grant, Outcome::Refusal] {
            let told = ["reason-ground", "reason-ground-facts", "reason-ground-missing"];
            assert_eq!(of(missing.clone(), outcome), told);
        }
    }

    #[test]
    fn a_judgement_is_told_with_whoever_judged_and_not_before() {
        let open = found(Ground::TargetGroup, Answer::JudgementNeeded, Vec::new());
        assert!(of(open.clone(), Outcome::Refusal).is_empty());
        let (reasons, by) = ("Har lett i et år".to_owned(), "Kari".to_owned());
        let judgement = Judgement { ground: open.ground, met: false, reasons, by, day: date(2026, 2, 1) };
        let judged = GroundResult { judgement: Some(judgement), ..open };
        let told = ["reason-ground", "reason-ground-judged", "reason-ground-not-met"];
        assert_eq!(of(judged, Outcome::Refusal), told);
        assert_eq!(["Bor trangt", "Bor trangt. "].map(ended), ["Bor trangt.", "Bor trangt."]);
    }

    #[test]
    fn help_is_refused_in_the_words_of_its_act_and_not_by_the_rules_for_homes() {
        let not_met = |ground| found(ground, Answer::NotMet, Vec::new());
        let grounds = vec![not_met(Ground::TimeHere), not_met(Ground::TargetGroup)];
        let help = ReasonFacts { kind: DecisionKind::HousingHelp, grounds, ..facts() };
        let composed = compose(&help, Some(Outcome::Refusal), &[RefusalGround::OutsideTargetGroup]);
        let told = texts(&composed);
        assert_eq!(
            told.iter().filter(|text| **text == "reason-ground").count(),
            1,
            "not how long they have lived here"
        );
        assert_eq!(told.last(), Some(&"reason-refused-can-manage"));
        let clauses = composed.iter().flatten().flat_map(|reason| &reason.facts).filter(|(name, _)| *name == "clause");
        for (_, clause) in clauses {
            assert_eq!(*clause, ReasonFact::InForm(help.legal_basis.clone()));
        }
        for kind in [DecisionKind::HousingHelp, DecisionKind::CareHome, DecisionKind::TemporaryStay] {
            assert!(!RefusalGround::Quarantine.refuses(kind) && !RefusalGround::NoCapacity.refuses(kind), "{kind:?}");
        }
        assert!(RefusalGround::Quarantine.refuses(DecisionKind::MunicipalHome));
    }
}
