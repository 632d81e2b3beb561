use super::set_up_letters;
use crate::app::TestApp;
use housing::acts::AdministrationAct;
use housing::decisions::{Appealable, DecisionKind, LetterFacts, MandatoryBlock, Outcome, mandatory_blocks};
use letters::{Block, LetterKind};

/// The part of our letters that holds what the law asks for.
const fn part(block: MandatoryBlock) -> Block {
    match block {
        MandatoryBlock::DecisionText | MandatoryBlock::BenefitTerms | MandatoryBlock::LapsesIfFactsChange => {
            Block::Decision
        }
        MandatoryBlock::Reasons | MandatoryBlock::AutomatedDecision => Block::Reasons,
        MandatoryBlock::RightToAppeal
        | MandatoryBlock::AppealDeadline
        | MandatoryBlock::AppealBody
        | MandatoryBlock::AppealProcedure => Block::Appeal,
        MandatoryBlock::AccessToDocuments => Block::Access,
        MandatoryBlock::DeferredImplementation => Block::Deferral,
        MandatoryBlock::AdviceAndCourt => Block::Guidance,
        MandatoryBlock::MainContentOfHelp => Block::Help,
        MandatoryBlock::Contact | MandatoryBlock::CaseHandler | MandatoryBlock::ResponsiblePerson => Block::Contact,
    }
}

const fn letter_of(outcome: Outcome) -> letters::Outcome {
    match outcome {
        Outcome::Grant => letters::Outcome::Grant,
        Outcome::Partial => letters::Outcome::Partial,
        Outcome::Refusal => letters::Outcome::Refusal,
        Outcome::Extension => letters::Outcome::Extension,
        Outcome::Dismissal => letters::Outcome::Dismissal,
        Outcome::Withdrawal => letters::Outcome::Withdrawal,
        Outcome::Reversal => letters::Outcome::Reversal,
    }
}

#[test]
fn letters_hold_what_the_act_of_1967_and_that_of_2025_ask_for() {
    for act in [AdministrationAct::Of1967, AdministrationAct::Of2025] {
        for &kind in DecisionKind::ALL {
            for &outcome in Outcome::ALL {
                // Whoever withdraws gets no decision on the merits to appeal or to put off.
                let stands = outcome != Outcome::Withdrawal;
                let facts = LetterFacts {
                    kind,
                    outcome,
                    appealable: if stands { Appealable::Always } else { Appealable::WhereTheActAllows },
                    act,
                    can_harm_before_appeal: stands && outcome != Outcome::Dismissal,
                    court_matters: stands,
                    automated: false,
                };
                let parts = LetterKind::Decision(letter_of(outcome)).mandatory();
                for asked in mandatory_blocks(&facts) {
                    let withdrawn = !stands && asked.block == MandatoryBlock::Reasons;
                    assert!(withdrawn || parts.contains(&part(asked.block)), "{act:?} {kind:?} {outcome:?}: {asked:?}");
                }
            }
        }
    }
}

#[test]
fn whoever_sets_up_letters_sees_one_with_the_head_they_chose() {
    let app = TestApp::new();
    set_up_letters(&app);
    let page = app.administrator().get("/settings/letters/sample").expect(200);
    assert!(page.bytes.starts_with(b"%PDF") && page.header("content-type") == "application/pdf");
    app.caseworker().get("/settings/letters/sample").expect(403);
}
