use super::approval::{Approval, ApprovalRefused, Delegation, Signer};
use super::*;
use crate::acts::AdministrationAct;
use crate::dwellings::Rooms;
use crate::money::Ore;
use crate::officers::OfficerId;
use jiff::civil::date;

const KINDS: &str = include_str!("../../../parameters/decision_kinds.csv");
const DELEGATION: &str = include_str!("../../../parameters/delegation.csv");

fn grant() -> DecisionDraft {
    let terms = GrantTerms {
        square_metres: Some(55),
        rooms: Some(Rooms(2)),
        lease: Some(LeaseLength::Months(36)),
        access: "ground floor or lift".to_owned(),
    };
    DecisionDraft {
        kind: DecisionKind::MunicipalHome,
        outcome: Outcome::Grant,
        comes_to: Outcome::Grant,
        reasons: "The household has nowhere to live after 1 May.".to_owned(),
        content: String::new(),
        terms: Some(terms),
        conditions: Vec::new(),
        follow_up: Some(FollowUpAnswer::NotNeeded),
    }
}

#[test]
fn the_shipped_rules_know_every_kind_and_its_appeal_body() {
    let rules = DecisionRules::read(KINDS).unwrap();
    let on = |kind| &rules.on(kind, date(2026, 11, 1)).unwrap().value;
    for &kind in DecisionKind::ALL {
        let weeks = if kind == DecisionKind::CareHome { 4 } else { 3 };
        assert_eq!(on(kind).appeal_weeks, weeks, "{}", kind.code());
    }
    assert_eq!(on(DecisionKind::HousingHelp).appeal_body, AppealBody::CountyGovernor);
    assert_eq!(on(DecisionKind::MunicipalHome).appeal_body, AppealBody::MunicipalBoard);
    assert_eq!(on(DecisionKind::HomeOffered).appealable, Appealable::WhenPlainlyUnsuitable);
    assert!(!on(DecisionKind::StartLoan).confirmed, "the fact sheet has it from memory");
}

#[test]
fn help_under_boligsosialloven_could_not_be_decided_before_the_act() {
    let rules = DecisionRules::read(KINDS).unwrap();
    assert!(rules.on(DecisionKind::HousingHelp, date(2023, 7, 1)).is_ok());
    let told = rules.on(DecisionKind::HousingHelp, date(2023, 6, 30)).unwrap_err().to_string();
    assert!(told.contains("BSL_BISTAND") && told.contains("2023-06-30"), "{told}");
}

#[test]
fn a_table_that_lacks_a_kind_is_refused_with_its_name() {
    let lacking: Vec<&str> = KINDS.lines().filter(|line| !line.starts_with("BOSTOTTE")).collect();
    let told = DecisionRules::read(&lacking.join("\n")).unwrap_err();
    assert_eq!(told.iter().map(ToString::to_string).collect::<Vec<_>>(), ["decision_kinds.csv lacks BOSTOTTE"]);
}

#[test]
fn a_housing_decision_answers_the_question_of_follow_up() {
    assert_eq!(grant().problems(), []);
    assert_eq!(DecisionDraft { follow_up: None, ..grant() }.problems(), [DecisionProblem::FollowUpUnanswered]);
    for incomplete in [FollowUpAnswer::Granted { kinds: vec![] }, FollowUpAnswer::Refused { reason: " ".into() }] {
        let draft = DecisionDraft { follow_up: Some(incomplete), ..grant() };
        assert_eq!(draft.problems(), [DecisionProblem::FollowUpIncomplete]);
    }
    let dismissed = DecisionDraft {
        comes_to: Outcome::Dismissal,
        outcome: Outcome::Dismissal,
        terms: None,
        follow_up: None,
        ..grant()
    };
    assert_eq!(dismissed.problems(), []);
}

#[test]
fn a_grant_says_everything_it_grants_and_every_gap_is_named() {
    let terms = GrantTerms { square_metres: None, rooms: None, lease: None, access: String::new() };
    let empty = DecisionDraft { reasons: String::new(), terms: Some(terms), follow_up: None, ..grant() };
    assert_eq!(
        empty.problems(),
        [
            DecisionProblem::NoReasons,
            DecisionProblem::NoSize,
            DecisionProblem::NoRooms,
            DecisionProblem::NoLeaseLength,
            DecisionProblem::NoAccessNeeds,
            DecisionProblem::FollowUpUnanswered,
        ]
    );
    for &kind in DecisionKind::ALL.iter().filter(|kind| matches!(kind.given(), Given::Stay | Given::Help)) {
        let help = DecisionDraft { kind, terms: None, ..grant() };
        assert_eq!(help.problems(), [DecisionProblem::NoContent], "{kind:?}");
    }
}

#[test]
fn a_condition_needs_its_basis_in_law() {
    let told = Condition::new("Accept visits every week", " ", "").unwrap_err();
    assert_eq!(told, [ConditionProblem::NoLegalBasis, ConditionProblem::NoReason]);
    let condition =
        Condition::new("Keep the rent account open", "husleieloven § 3-5", "agreed in the interview").unwrap();
    assert_eq!(condition.legal_basis(), "husleieloven § 3-5");
}

#[test]
fn the_basis_of_a_condition_is_a_law_or_a_rule() {
    for basis in ["x", "fordi", "avtale", "§"] {
        assert_eq!(Condition::new("Accept visits", basis, "agreed"), Err(vec![ConditionProblem::NotALaw]), "{basis}");
    }
    for basis in ["husleieloven § 5-2", "§ 4", "bustøttelova", "forskrift om utleie", "Vedtekter for utleie, punkt 3"]
    {
        assert!(Condition::new("Accept visits", basis, "agreed").is_ok(), "{basis}");
    }
}

const BOUNDS: Bounds = Bounds { received: date(2026, 2, 10), today: date(2026, 3, 1), shortest_lease_years: 3 };

/// A grant of a home that lacks nothing.
fn written() -> WrittenDecision {
    WrittenDecision {
        outcome: Some(Outcome::Grant),
        conclusion: "Du får kommunal bolig.".to_owned(),
        reasons: "Husstanden bor for trangt.".to_owned(),
        square_metres: Some(75),
        rooms: Some(Rooms(4)),
        lease: Some(LeaseLength::Months(36)),
        access: vec![HomeAccess::Lift],
        follow_up: Some(FollowUpChoice::NotNeeded),
        follow_up_reason: "Husstanden klarer seg selv.".to_owned(),
        ..WrittenDecision::default()
    }
}

fn problems(written: &WrittenDecision) -> Vec<WritingProblem> {
    written.complete(DecisionKind::MunicipalHome, &BOUNDS).err().unwrap_or_default()
}

#[test]
fn a_grant_out_of_all_reason_is_named_field_by_field() {
    assert_eq!(problems(&written()), []);
    let absurd = WrittenDecision {
        rooms: Some(Rooms(255)),
        square_metres: Some(65_535),
        lease: Some(LeaseLength::Months(0)),
        from: Some(date(1900, 1, 1)),
        ..written()
    };
    let (from, earliest, latest) = (date(1900, 1, 1), date(2026, 2, 10), date(2028, 3, 1));
    assert_eq!(
        problems(&absurd),
        [
            WritingProblem::TooManyRooms { rooms: 255 },
            WritingProblem::SizeOutOfReason { square_metres: 65_535 },
            WritingProblem::LeaseOutOfReason { months: 0 },
            WritingProblem::FromOutOfReason { from, earliest, latest },
        ]
    );
}

#[test]
fn a_stay_says_from_when_until_when_and_money_says_how_much() {
    let found = |kind, written: &WrittenDecision| written.complete(kind, &BOUNDS).err().unwrap_or_default();
    let given = WrittenDecision { content: "Rom 12 på Fjordvik pensjonat".to_owned(), ..written() };
    assert_eq!(found(DecisionKind::TemporaryStay, &given), [WritingProblem::NoPeriod]);
    let (from, until) = (date(2026, 3, 1), date(2026, 2, 20));
    let backwards = WrittenDecision { from: Some(from), until: Some(until), ..given.clone() };
    assert_eq!(found(DecisionKind::TemporaryStay, &backwards), [WritingProblem::EndsFirst { from, until }]);
    let whole = WrittenDecision { until: Some(date(2026, 3, 14)), ..backwards };
    assert_eq!(found(DecisionKind::TemporaryStay, &whole), []);

    for amount in [None, Some(Ore(0))] {
        let loan = WrittenDecision { amount, ..given.clone() };
        assert_eq!(found(DecisionKind::StartLoan, &loan), [WritingProblem::NoAmount]);
    }
    let loan = WrittenDecision { amount: Some(Ore::kroner(1_200_000)), ..given };
    assert_eq!(found(DecisionKind::StartLoan, &loan), []);
}

#[test]
fn a_lease_shorter_than_the_laws_shortest_says_why() {
    let short = WrittenDecision { lease: Some(LeaseLength::Months(35)), ..written() };
    assert_eq!(problems(&short), [WritingProblem::ShortLeaseUnexplained { years: 3 }]);
    let because = "Huset skal rives om to år.".to_owned();
    assert_eq!(problems(&WrittenDecision { short_lease_because: because, ..short }), []);
}

#[test]
fn a_reversal_must_hold_what_its_outcome_asks_for() {
    let open = WrittenDecision { outcome: Some(Outcome::Reversal), ..written() };
    assert_eq!(problems(&open), [WritingProblem::NoReversal]);
    let to = |outcome| {
        let reversal = WrittenReversal { comes_to: Some(outcome), ..WrittenReversal::default() };
        WrittenDecision { reversal, ..open.clone() }
    };
    assert_eq!(problems(&to(Outcome::Grant)), []);
    assert_eq!(problems(&to(Outcome::Refusal)), [WritingProblem::NoRefusalGround]);
    let bare = WrittenDecision { rooms: None, ..to(Outcome::Grant) };
    assert_eq!(problems(&bare), [WritingProblem::Draft(DecisionProblem::NoRooms)]);
}

fn letter(kind: DecisionKind, outcome: Outcome, act: AdministrationAct) -> LetterFacts {
    LetterFacts {
        kind,
        outcome,
        appealable: Appealable::Always,
        act,
        can_harm_before_appeal: false,
        court_matters: false,
        automated: false,
    }
}

#[test]
fn a_letter_without_the_right_to_appeal_is_stopped_with_its_provision() {
    let facts = letter(DecisionKind::MunicipalHome, Outcome::Refusal, AdministrationAct::Of1967);
    let all: Vec<_> = mandatory_blocks(&facts).into_iter().map(|required| required.block).collect();
    assert_eq!(missing_blocks(&all, &facts), []);
    let without: Vec<_> = all.iter().copied().filter(|block| *block != MandatoryBlock::AppealDeadline).collect();
    let missing = missing_blocks(&without, &facts);
    assert_eq!(missing.len(), 1);
    assert_eq!((missing[0].rule, missing[0].source), ("1.4(2)", "forvaltningsloven §§ 27 og 32"));
}

#[test]
fn what_a_letter_needs_follows_from_the_decision_and_the_act_in_force() {
    let blocks = |facts: &LetterFacts| mandatory_blocks(facts).into_iter().map(|r| r.block).collect::<Vec<_>>();
    let refusal = letter(DecisionKind::HousingHelp, Outcome::Refusal, AdministrationAct::Of1967);
    assert!(!blocks(&refusal).contains(&MandatoryBlock::BenefitTerms));
    assert!(!blocks(&refusal).contains(&MandatoryBlock::CaseHandler));

    let help = letter(DecisionKind::HousingHelp, Outcome::Grant, AdministrationAct::Of2025);
    for block in [MandatoryBlock::MainContentOfHelp, MandatoryBlock::CaseHandler, MandatoryBlock::ResponsiblePerson] {
        assert!(blocks(&help).contains(&block), "{block:?}");
    }
    let harmful = LetterFacts { can_harm_before_appeal: true, ..refusal };
    assert!(blocks(&harmful).contains(&MandatoryBlock::DeferredImplementation));
    let offer = LetterFacts { appealable: Appealable::WhenPlainlyUnsuitable, ..refusal };
    assert!(!blocks(&offer).contains(&MandatoryBlock::RightToAppeal));
}

#[test]
fn who_prepared_a_decision_cannot_approve_it() {
    let (ada, leader) = (OfficerId::new("ada"), OfficerId::new("liv"));
    let delegation = Delegation::read(DELEGATION).unwrap();
    let on = date(2026, 3, 2);
    let mandate = delegation.mandate(DecisionKind::MunicipalHome, Outcome::Grant).unwrap();
    let submitted = Approval::begin(ada.clone(), on).submit(&ada, on).unwrap();

    let own = Signer { officer: &ada, role: "leader" };
    let refused = submitted.clone().approve(own, mandate, on);
    assert_eq!(refused, Err(ApprovalRefused::OwnDecision { officer: ada.clone() }));
    let alone = Approval::begin(ada.clone(), on).sign_alone(own, mandate, on);
    assert_eq!(alone, Err(ApprovalRefused::TakesTwo));

    let colleague = OfficerId::new("per");
    let refused = submitted.clone().approve(Signer { officer: &colleague, role: "caseworker" }, mandate, on);
    assert!(matches!(refused, Err(ApprovalRefused::NotDelegated { .. })));
    let signed = submitted.approve(Signer { officer: &leader, role: "leader" }, mandate, on).unwrap();
    assert_eq!(signed, Approval::Signed { prepared_by: ada, signed_by: leader, on });
}

#[test]
fn a_returned_decision_is_mended_and_submitted_again_and_a_signed_one_stands() {
    let (ada, leader) = (OfficerId::new("ada"), OfficerId::new("liv"));
    let on = date(2026, 3, 2);
    let submitted = Approval::begin(ada.clone(), on).submit(&ada, on).unwrap();
    assert!(!submitted.is_open_for_writing());
    assert_eq!(submitted.clone().return_with(&leader, " ", on), Err(ApprovalRefused::NoRemarks));
    let returned = submitted.return_with(&leader, "Say why two rooms are enough.", on).unwrap();
    assert!(returned.is_open_for_writing());
    assert!(returned.clone().submit(&leader, on).is_err(), "only who prepares it submits it");
    let withdrawn = returned.submit(&ada, on).unwrap().withdraw(&ada, "The applicant moved", on).unwrap();
    let refused = withdrawn.submit(&ada, on);
    assert!(matches!(refused, Err(ApprovalRefused::WrongState { is: "withdrawn", .. })), "{refused:?}");
}

#[test]
fn the_row_of_the_delegation_that_names_most_goes_first() {
    let delegation = Delegation::read(DELEGATION).unwrap();
    let two = |kind, outcome| delegation.mandate(kind, outcome).unwrap().two_people;
    assert!(two(DecisionKind::MunicipalHome, Outcome::Refusal));
    assert!(!two(DecisionKind::TemporaryStay, Outcome::Grant));
    assert!(two(DecisionKind::TemporaryStay, Outcome::Refusal));
    assert!(!two(DecisionKind::Advice, Outcome::Dismissal), "the kind weighs more than the outcome");

    let narrow = Delegation::read("kind,outcome,roles,two_people\nSTARTLAAN,*,leader,no\n").unwrap();
    let nobody = narrow.mandate(DecisionKind::Advice, Outcome::Grant).cloned();
    assert!(nobody.unwrap_err().to_string().contains("nobody may sign NAV_RAAD"));
    assert_eq!(Delegation::from_json(&delegation.to_json()).unwrap(), delegation);
}

#[test]
fn a_delegation_that_leaves_decisions_to_nobody_is_refused() {
    use super::approval::{Delegated, DelegationProblem, Mandate};
    let row = |kind, roles: &[&str]| Delegated {
        kind,
        outcome: None,
        mandate: Mandate { roles: roles.iter().map(|role| (*role).to_owned()).collect(), two_people: true },
    };
    let roles = ["caseworker", "leader"];
    assert_eq!(Delegation::read(DELEGATION).unwrap().check(&roles), []);
    let advice = Some(DecisionKind::Advice);
    let wrong =
        Delegation::new(vec![row(advice, &["leader"]), row(advice, &["auditor"]), row(Some(DecisionKind::Costs), &[])]);
    assert_eq!(
        wrong.check(&roles),
        [
            DelegationProblem::Twice { row: 2 },
            DelegationProblem::UnknownRole { role: "auditor".to_owned() },
            DelegationProblem::NoRoles { row: 3 },
            DelegationProblem::NotForAll,
        ]
    );
}
