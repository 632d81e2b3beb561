//! Decisions and their letters.

use super::edge::*;
use crate::acts::AdministrationAct;
use crate::decisions::{DecisionKind, LetterFacts, MandatoryBlock, Outcome, mandatory_blocks, missing_blocks};

pub(super) const KINDS: &[&str] = &[
    "BSL_BISTAND",
    "KOMM_BOLIG",
    "KOMM_BOLIG_FORLENGELSE",
    "TILBUD_KONKRET",
    "NAV_MIDL_BOTILBUD",
    "NAV_RAAD",
    "HELDOGN_OMSORG",
    "STARTLAAN",
    "BOLIGTILSKUDD",
    "BOSTOTTE",
    "PARTSINNSYN_AVSLAG",
    "OFFL_INNSYN_AVSLAG",
    "KLAGE_AVVIST_KOMM",
    "SAKSKOSTNADER",
];
const OUTCOMES: &[&str] = &["INNVILGET", "AVSLAG", "DELVIS", "FORLENGET", "AVVIST", "TRUKKET", "OMGJORT"];
const BLOCKS: &[&str] = &[
    "decision",
    "reasons",
    "benefit_terms",
    "main_content",
    "right_to_appeal",
    "appeal_deadline",
    "appeal_body",
    "appeal_procedure",
    "access_to_documents",
    "deferred_implementation",
    "advice_and_court",
    "contact",
    "case_handler",
    "responsible_person",
    "automated_decision",
    "lapses_if_facts_change",
];

pub(super) const NEW_ACT: Field = Field::optional(
    "new_act_from",
    Day,
    "the first day of the new act, when it is set; without it, as the municipality has entered it",
);
const KIND: Field =
    Field::required("decision_kind", Choice(KINDS), "the kind of decision (law.md 1.2)").also(&["kind"]);
const DECIDED: Field = Field::required("decision_date", Day, "the day of the decision").also(&["decided_on"]);

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "decision_rule",
        about: "What a kind of decision rests on, how long one can appeal, and to whom.",
        source: "law.md 1.2, L1.1",
        fields: &[KIND, DECIDED],
        results: &[
            ("legal_basis", "text", "the provisions it is made under"),
            ("complaint_weeks", "weeks", "from the day the notice reached the party"),
            ("complaint_body", "STATSFORVALTER, KLAGENEMND, HUSBANKEN or SOM_HOVEDVEDTAKET", "who hears an appeal"),
            ("appealable", "JA, UEGNET or LOVEN", "always, only a plainly unsuitable offer, or where the act allows"),
        ],
        examples: &[
            (
                r#"{"decision_kind": "KOMM_BOLIG", "decision_date": "2026-03-02"}"#,
                r#"{"complaint_weeks": 3, "complaint_body": "KLAGENEMND", "appealable": "JA"}"#,
            ),
            (
                r#"{"decision_kind": "HELDOGN_OMSORG", "decision_date": "2026-03-02"}"#,
                r#"{"complaint_weeks": 4, "complaint_body": "STATSFORVALTER"}"#,
            ),
        ],
        answer: decision_rule,
    },
    Rule {
        name: "administration_act",
        about: "Which administration act (forvaltningslov) holds on a day: that of 1967, or that of 2025 when it has begun.",
        source: "law.md 0.1",
        fields: &[Field::required("on", Day, "the day asked about"), NEW_ACT],
        results: &[("act", "1967 or 2025", "the act in force")],
        examples: &[
            (r#"{"on": "2026-11-22"}"#, r#"{"act": "1967"}"#),
            (r#"{"on": "2027-07-01", "new_act_from": "2027-07-01"}"#, r#"{"act": "2025"}"#),
        ],
        answer: |facts, answer| {
            let on = facts.day("on");
            answer.put("act", year_of(act(facts, on)));
            answer.because("0.1", "forvaltningsloven; LOV-2025-06-20-81", [("on", day(on))]);
            Ok(())
        },
    },
    Rule {
        name: "letter_blocks",
        about: "The blocks a decision letter must have, and which of them are missing.",
        source: "law.md 1.4; forvaltningsloven §§ 23–27 (1967), §§ 55–59 (2025); boligsosialloven § 7",
        fields: &[
            KIND,
            Field::required(
                "outcome",
                Choice(OUTCOMES),
                "granted, refused, in part, extended, dismissed, withdrawn or reversed",
            ),
            DECIDED,
            Field::optional("present", Choices(BLOCKS), "the blocks the letter has; what is missing is answered"),
            Field::default(
                "harm_before_appeal",
                Flag,
                "false",
                "it can be carried out to the party's harm before an appeal is decided",
            ),
            Field::default("court_matters", Flag, "false", "legal advice, costs or conditions for court action matter"),
            Field::default("automated", Flag, "false", "decided by a program alone (GDPR article 22)"),
            NEW_ACT,
        ],
        results: &[
            ("required", "list of codes", "the blocks the letter must have"),
            ("missing", "list of {block, rule, source}", "those it lacks"),
        ],
        examples: &[(
            r#"{"decision_kind": "KOMM_BOLIG", "outcome": "AVSLAG", "decision_date": "2026-03-02", "present": ["decision", "reasons", "right_to_appeal", "appeal_body", "appeal_procedure", "access_to_documents"]}"#,
            r#"{"missing": [{"block": "appeal_deadline", "rule": "1.4(2)", "source": "forvaltningsloven §§ 27 og 32"}]}"#,
        )],
        answer: letter_blocks,
    },
];

/// The administration act on a day, with the first day of the new one as given or as entered.
pub(super) fn act(facts: &Facts<'_>, on: Date) -> AdministrationAct {
    let mut acts = facts.rates.acts;
    acts.administration_2025_from = facts.day_if("new_act_from").or(acts.administration_2025_from);
    acts.administration(on)
}

/// A provision of the act in force.
pub(super) fn provision(act: AdministrationAct, old: &str, new: &str) -> String {
    match act {
        AdministrationAct::Of1967 => format!("forvaltningsloven {old}"),
        AdministrationAct::Of2025 => format!("forvaltningsloven (2025) {new}"),
    }
}

const fn year_of(act: AdministrationAct) -> &'static str {
    match act {
        AdministrationAct::Of1967 => "1967",
        AdministrationAct::Of2025 => "2025",
    }
}

/// The kind of decision in a field that is a choice of them.
pub(super) fn kind(facts: &Facts<'_>) -> DecisionKind {
    facts.text_if("decision_kind").unwrap_or("KOMM_BOLIG").parse().expect("a choice of the list")
}

fn decision_rule(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (kind, decided) = (kind(facts), facts.day("decision_date"));
    let since = facts.rates.decisions.on(kind, decided).map_err(|missing| vec![missing.into()])?;
    let rule = &since.value;
    answer.put("legal_basis", rule.legal_basis.nb.clone());
    answer.put("complaint_weeks", rule.appeal_weeks);
    answer.put("complaint_body", rule.appeal_body.code());
    answer.put("appealable", rule.appealable.code());
    answer.because("L1.1", &since.source, [("decision_kind", kind.code().into()), ("valid_from", day(since.from))]);
    if !rule.confirmed {
        facts.unconfirmed(kind.code(), &since.source);
    }
    Ok(())
}

fn letter_blocks(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (kind, decided) = (kind(facts), facts.day("decision_date"));
    let since = facts.rates.decisions.on(kind, decided).map_err(|missing| vec![missing.into()])?;
    let letter = LetterFacts {
        kind,
        outcome: facts.text("outcome").parse::<Outcome>().expect("a choice of the list"),
        appealable: since.value.appealable,
        act: act(facts, decided),
        can_harm_before_appeal: facts.flag("harm_before_appeal"),
        court_matters: facts.flag("court_matters"),
        automated: facts.flag("automated"),
    };
    let present: Vec<MandatoryBlock> =
        facts.texts("present").iter().map(|code| code.parse().expect("a choice of the list")).collect();
    let required = mandatory_blocks(&letter);
    for block in &required {
        answer.because(block.rule, block.source, [("block", block.block.code().into())]);
    }
    answer.put("required", required.iter().map(|block| block.block.code()).collect::<Vec<_>>());
    let missing = missing_blocks(&present, &letter);
    answer.put("missing", serde_json::to_value(missing).expect("codes and texts are JSON"));
    Ok(())
}
