//! What each signed decision stood on and what it says, as they were frozen when it was signed. Before anything is
//! signed a party sees the facts that were found, and not yet what the office makes of them (*fvl.* §§ 18 a and 18 c).

use super::application::FACTS;
use super::{Fact, Piece, Section, Source, TypedRecord};
use crate::office::{OfficeError, applications, assessments, decisions};
use crate::store::decisions::{self as store, Decision, State};
use crate::store::{StoreError, Tx, accounts};
use crate::texts::short_day;
use housing::assessment::{Assessment, GroundResult};
use housing::decisions::{DecisionKind, WrittenDecision};
use serde_json::{Map, Value};

/// The parts of a frozen decision that are told.
#[derive(serde::Deserialize)]
struct Frozen {
    written: WrittenDecision,
    facts: Map<String, Value>,
    assessment: Option<Assessment>,
}

pub(super) fn records(from: &Source<'_>, tx: &mut Tx<'_>) -> Result<Vec<TypedRecord>, OfficeError> {
    let mut signed = store::of_case(tx, &from.writing.case.id)?;
    signed.retain(|decision| decision.state == State::Signed);
    if signed.is_empty() {
        return Ok(found_so_far(from, tx)?.into_iter().collect());
    }
    let mut records = Vec::new();
    for decision in signed.iter().rev() {
        let corrupt = || StoreError::Corrupt { what: "signed decision", found: decision.id.clone() };
        let frozen = decisions::frozen_of(from.office.secrets(), decision)?.ok_or_else(corrupt)?;
        let frozen: Frozen = serde_json::from_str(&frozen).map_err(|_| corrupt())?;
        records.extend(assessed(from, decision, frozen.assessment.as_ref()));
        records.push(signed_as(from, tx, decision, &frozen)?);
    }
    Ok(records)
}

/// The facts of an assessment that no decision stands on yet.
fn found_so_far(from: &Source<'_>, tx: &mut Tx<'_>) -> Result<Option<TypedRecord>, OfficeError> {
    let (words, writing) = (from.words, from.writing);
    let subject = (&writing.case, &writing.application, &writing.party);
    let how_far = assessments::how_far(tx, from.office.secrets(), subject, writing.today)?;
    let Some(made) = how_far.made() else { return Ok(None) };
    let mut told: Vec<Fact> = made.grounds.iter().flat_map(|result| facts(from, result)).collect();
    told.dedup();
    Ok(Some(TypedRecord {
        id: "facts".to_owned(),
        title: words.t("record-facts"),
        day: assessments::last_worked_on(tx, subject)?.map_or(writing.today, |(day, _)| day),
        sections: vec![Section::facts(words.t("record-facts-known"), told)],
    }))
}

/// Ground by ground: the rule, the facts, and who judged what.
fn assessed(from: &Source<'_>, decision: &Decision, assessment: Option<&Assessment>) -> Option<TypedRecord> {
    let (words, assessment) = (from.words, assessment?);
    let rules = [
        Fact::new(words.t("record-rules"), assessment.rules.name.clone()),
        Fact::new(words.t("record-rules-from"), short_day(assessment.rules.valid_from)),
        Fact::new(words.t("record-rules-source"), assessment.rules.source.clone()),
    ];
    let mut sections = vec![Section::facts(words.t("record-rules"), rules)];
    sections.extend(assessment.grounds.iter().map(|result| ground(from, result)));
    Some(TypedRecord {
        id: format!("assessment-{}", decision.position),
        title: words.t("record-assessment"),
        day: decision.decided.unwrap_or(assessment.day),
        sections,
    })
}

fn ground(from: &Source<'_>, result: &GroundResult) -> Section {
    let words = from.words;
    let mut pieces =
        vec![Piece::Text(result.clause.in_form(words.0).to_owned()), Piece::Facts(facts(from, result).collect())];
    if let Some(judgement) = &result.judgement {
        let facts = [("who", judgement.by.as_str()), ("day", &words.day(judgement.day))];
        pieces.push(Piece::Text(format!("{} {}", words.ta("record-judged", &facts), judgement.reasons)));
    }
    let heading = format!("{}: {}", words.t(&result.ground.text_key()), words.t(&result.answer().text_key()));
    pieces.retain(|piece| !Section::new(String::new(), vec![piece.clone()]).is_empty());
    Section::new(heading, pieces)
}

fn facts<'a>(from: &'a Source<'_>, result: &'a GroundResult) -> impl Iterator<Item = Fact> + 'a {
    let words = from.words;
    result.facts.iter().map(move |fact| {
        let said = assessments::value(fact.value, |key| words.t(key), short_day);
        Fact::new(words.t(&fact.name.text_key()), said)
    })
}

/// The decision as it was signed, with the facts it was frozen with.
fn signed_as(
    from: &Source<'_>,
    tx: &mut Tx<'_>,
    decision: &Decision,
    frozen: &Frozen,
) -> Result<TypedRecord, OfficeError> {
    let (words, written, kind) = (from.words, &frozen.written, from.writing.case.kind);
    let text = |key: &str, text: &str| Section::new(words.t(key), vec![Piece::Text(text.to_owned())]);
    let conditions = written.conditions.iter().filter(|condition| !condition.is_empty());
    let conditions =
        conditions.map(|condition| format!("{} ({}). {}", condition.text, condition.legal_basis, condition.reason));
    let known = FACTS.iter().filter_map(|field| applications::told(&words, field, frozen.facts.get(*field)?));
    let sections = vec![
        Section::facts(words.t("record-decision-about"), about(from, tx, decision)?),
        text("decision-conclusion", &written.conclusion),
        Section::new(words.t("record-decision-terms"), vec![Piece::List(decisions::terms(words, kind, written))]),
        text("decision-content", if kind == DecisionKind::HousingHelp { &written.content } else { "" }),
        text("decision-group-reasons", &written.reasons),
        Section::new(words.t("decision-group-conditions"), vec![Piece::List(conditions.collect())]),
        Section::facts(words.t("record-decision-facts"), known.map(Into::into)),
    ];
    let (id, title) = (format!("decision-{}", decision.position), words.t("record-decision"));
    Ok(TypedRecord { id, title, day: decision.decided.unwrap_or(from.writing.today), sections })
}

/// Who made it when, by which rules, and the mark of what was signed.
fn about(from: &Source<'_>, tx: &mut Tx<'_>, decision: &Decision) -> Result<Vec<Fact>, OfficeError> {
    let words = from.words;
    let mut name = |id: &str| accounts::find(tx, id).map(|found| found.map_or_else(|| id.to_owned(), |it| it.name));
    let (prepared, signed) = (name(&decision.prepared_by)?, decision.signed_by.as_deref().map(&mut name).transpose()?);
    let rules = decisions::rule_set_of(tx, decision)?.map(|set| {
        let (day, revision) = (short_day(set.valid_from), set.revision.to_string());
        words.ta("decision-rules-set", &[("name", &set.name), ("day", &day), ("revision", &revision)])
    });
    let outcome = decision.outcome.map(|outcome| words.t(&outcome.text_key()));
    let facts = [
        ("decision-outcome", outcome),
        ("decision-decided", decision.decided.map(short_day)),
        ("record-prepared-by", Some(prepared)),
        ("record-signed-by", signed),
        ("decision-rules-on", rules),
        ("record-seal", decision.seal.clone()),
    ];
    Ok(facts.into_iter().filter_map(|(key, said)| Some(Fact::new(words.t(key), said?))).collect())
}
