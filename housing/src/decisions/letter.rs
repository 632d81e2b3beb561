//! The blocks that the law demands of a decision letter (`law.md` 1.4).
//!
//! Letters are checked before dispatch, and one that lacks a block is stopped with the provision that
//! asks for it.

use super::{Appealable, DecisionKind, Outcome};
use crate::acts::AdministrationAct;

code_list! {
    /// A part of a letter that the law demands. The code is the mark of the block in a letter template.
    MandatoryBlock "letter-block" {
        DecisionText = "decision",
        Reasons = "reasons",
        /// What, from when, how long and on which conditions.
        BenefitTerms = "benefit_terms",
        /// *Boligsosialloven* § 7.
        MainContentOfHelp = "main_content",
        RightToAppeal = "right_to_appeal",
        /// As a day, and in plain words.
        AppealDeadline = "appeal_deadline",
        AppealBody = "appeal_body",
        /// Sent to the unit that decided.
        AppealProcedure = "appeal_procedure",
        AccessToDocuments = "access_to_documents",
        /// *Utsatt iverksetting.*
        DeferredImplementation = "deferred_implementation",
        /// Free legal advice, guidance, costs and the conditions for going to court.
        AdviceAndCourt = "advice_and_court",
        Contact = "contact",
        CaseHandler = "case_handler",
        ResponsiblePerson = "responsible_person",
        /// What the automated decision built on, and the right to have a person look at it.
        AutomatedDecision = "automated_decision",
        /// The grant lapses if the facts change (`L1.3`).
        LapsesIfFactsChange = "lapses_if_facts_change",
    }
}

/// What decides which blocks a letter needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterFacts {
    pub kind: DecisionKind,
    pub outcome: Outcome,
    pub appealable: Appealable,
    /// The act in force on the day of the decision.
    pub act: AdministrationAct,
    /// Whether it can be carried out to the party's harm before an appeal is decided.
    pub can_harm_before_appeal: bool,
    /// Whether legal advice, costs or conditions for going to court matter in the case.
    pub court_matters: bool,
    /// Decided by a program alone (GDPR article 22). Husrom never does so.
    pub automated: bool,
}

/// A block that a letter must have, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct RequiredBlock {
    pub block: MandatoryBlock,
    /// The requirement in the fact sheet, such as `1.4(2)`.
    pub rule: &'static str,
    /// The provisions, of the act in force.
    pub source: &'static str,
}

/// Every block that a letter about this decision must have, in the order of a letter.
pub fn mandatory_blocks(facts: &LetterFacts) -> Vec<RequiredBlock> {
    let of = |act: (&'static str, &'static str)| match facts.act {
        AdministrationAct::Of1967 => act.0,
        AdministrationAct::Of2025 => act.1,
    };
    let needs = |block, rule, act| RequiredBlock { block, rule, source: of(act) };
    let mut blocks = vec![
        needs(MandatoryBlock::DecisionText, "1.4(1)", ("forvaltningsloven § 23", "forvaltningsloven (2025) § 55")),
        needs(
            MandatoryBlock::Reasons,
            "1.4(1), L1.7",
            ("forvaltningsloven §§ 24–25", "forvaltningsloven (2025) §§ 56–57"),
        ),
    ];
    if facts.outcome.gives() {
        let act = ("forvaltningsloven § 27", "forvaltningsloven (2025) § 59");
        blocks.push(needs(MandatoryBlock::BenefitTerms, "1.4(1)", act));
    }
    blocks.extend(kind_blocks(facts));
    if facts.appealable == Appealable::Always {
        blocks.extend(appeal_blocks(of(("forvaltningsloven §§ 27 og 32", "forvaltningsloven (2025) §§ 59 og 66"))));
    }
    let access = ("forvaltningsloven §§ 18–19", "forvaltningsloven (2025) §§ 46–50");
    blocks.push(needs(MandatoryBlock::AccessToDocuments, "1.4(3)", access));
    if facts.can_harm_before_appeal {
        let act = ("forvaltningsloven § 42", "forvaltningsloven (2025) § 76");
        blocks.push(needs(MandatoryBlock::DeferredImplementation, "1.4(4)", act));
    }
    if facts.court_matters {
        let act = ("forvaltningsloven §§ 11, 27 b og 36", "forvaltningsloven (2025) §§ 59 og 69");
        blocks.push(needs(MandatoryBlock::AdviceAndCourt, "1.4(5)", act));
    }
    blocks.extend(blocks_of_2025(facts));
    blocks
}

/// The blocks the letter lacks, each with the provision that asks for it.
pub fn missing_blocks(present: &[MandatoryBlock], facts: &LetterFacts) -> Vec<RequiredBlock> {
    mandatory_blocks(facts).into_iter().filter(|required| !present.contains(&required.block)).collect()
}

fn kind_blocks(facts: &LetterFacts) -> Vec<RequiredBlock> {
    let mut blocks = Vec::new();
    if facts.kind == DecisionKind::HousingHelp && facts.outcome.gives() {
        let block = MandatoryBlock::MainContentOfHelp;
        blocks.push(RequiredBlock { block, rule: "1.4(7)", source: "boligsosialloven § 7" });
    }
    let waits_for_a_home = matches!(facts.kind, DecisionKind::MunicipalHome | DecisionKind::CareHome);
    if waits_for_a_home && facts.outcome.gives() {
        let block = MandatoryBlock::LapsesIfFactsChange;
        blocks.push(RequiredBlock { block, rule: "L1.3", source: "Husbanken, saksbehandling og vedtak" });
    }
    blocks
}

fn appeal_blocks(source: &'static str) -> impl Iterator<Item = RequiredBlock> {
    [
        MandatoryBlock::RightToAppeal,
        MandatoryBlock::AppealDeadline,
        MandatoryBlock::AppealBody,
        MandatoryBlock::AppealProcedure,
    ]
    .into_iter()
    .map(move |block| RequiredBlock { block, rule: "1.4(2)", source })
}

fn blocks_of_2025(facts: &LetterFacts) -> Vec<RequiredBlock> {
    let required = |block| RequiredBlock { block, rule: "1.4(6)", source: "forvaltningsloven (2025) § 59" };
    match facts.act {
        AdministrationAct::Of1967 => Vec::new(),
        AdministrationAct::Of2025 => {
            let always = [MandatoryBlock::Contact, MandatoryBlock::CaseHandler, MandatoryBlock::ResponsiblePerson];
            let automated = facts.automated.then_some(MandatoryBlock::AutomatedDecision);
            always.into_iter().chain(automated).map(required).collect()
        }
    }
}
