//! Whom a change of rules would affect: every open application, held against the rules as they would
//! otherwise be and as they would become.

use super::{Known, base_amount, no_base_amount};
use crate::access::{Action, Thing};
use crate::office::assessments::with_register;
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::Tx;
use crate::store::assessments::{self, OpenApplication};
use crate::store::rule_sets as store;
use housing::Date;
use housing::assessment::{Answer, CaseFacts, Ground, InForce, RuleSet};
use serde_json::json;
use std::sync::Arc;

/// How many applications answer a ground otherwise under the new rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    pub ground: Ground,
    /// Met the ground, or were not asked, and would no longer meet it.
    pub stopped: usize,
    /// Did not meet the ground and now would, or are no longer asked.
    pub let_in: usize,
    /// Would be left to judgement and are not today.
    pub to_judge: usize,
    /// Would lack a fact that nobody has asked for until now.
    pub to_ask: usize,
}

/// What a change of rules would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effects {
    /// The day both rules are held against the applications.
    pub day: Date,
    pub applications: usize,
    /// Applications that some ground would now stand in the way of.
    pub stopped: usize,
    /// Applications that no ground would stand in the way of any more.
    pub let_in: usize,
    /// Grounds that answer otherwise for somebody.
    pub by_ground: Vec<Effect>,
}

/// Which way a ground changes for an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Stopped,
    LetIn,
    ToJudge,
    ToAsk,
}

/// An application that a change would affect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    pub id: String,
    pub year: i16,
    pub serial: i64,
}

/// The rules as they would be on the day the new ones begin, were they not made.
fn otherwise(tx: &mut Tx<'_>, rules: &RuleSet, revision_of: Option<&str>) -> Result<Option<Known>, OfficeError> {
    let same_day = |stored: &store::StoredRuleSet| stored.valid_from == rules.valid_from;
    let all = store::all(tx)?;
    // A stored revision is compared with what stood before it, one that is being written with the newest.
    let older = match all.iter().position(|stored| revision_of == Some(stored.id.as_str())) {
        Some(at) => all.into_iter().skip(at + 1).collect(),
        None => all,
    };
    let before = older.into_iter().find(|stored| same_day(stored) || stored.valid_from < rules.valid_from);
    before.map(super::known).transpose()
}

fn open_applications(office: &Office) -> Result<Arc<Vec<(CaseFacts, OpenApplication)>>, OfficeError> {
    office.remembered("open applications with their facts", |tx| {
        let with_facts = |application: OpenApplication| {
            let recorded = application.facts.clone();
            (
                with_register(recorded, application.facts.born, (application.income, application.facts.clone())),
                application,
            )
        };
        Ok(Arc::new(assessments::open(tx)?.into_iter().map(with_facts).collect()))
    })
}

/// What the change would do; `revision_of` is the rules' own id when they are stored.
///
/// # Errors
/// When the actor may not look at the rules, or an amount is not known for the day.
pub fn effects(
    office: &Office,
    actor: &Actor,
    rules: &RuleSet,
    revision_of: Option<&str>,
) -> Result<Effects, OfficeError> {
    actor.may(Action::Look, Thing::RuleSet)?;
    let mut effects =
        Effects { day: day_of(office, rules), applications: 0, stopped: 0, let_in: 0, by_ground: Vec::new() };
    let mut counts = [[0_usize; 4]; Ground::ALL.len()];
    each(office, rules, revision_of, |_, before, after| {
        effects.applications += 1;
        let in_the_way = |answers: &[(Ground, Answer)]| answers.iter().any(|(_, answer)| *answer == Answer::NotMet);
        match (in_the_way(before), in_the_way(after)) {
            (false, true) => effects.stopped += 1,
            (true, false) => effects.let_in += 1,
            (true, true) | (false, false) => {}
        }
        for (row, ground) in counts.iter_mut().zip(Ground::ALL) {
            if let Some(way) = way(answer_of(before, *ground), answer_of(after, *ground)) {
                row[way as usize] += 1;
            }
        }
    })?;
    let rows = counts.iter().zip(Ground::ALL).filter(|(row, _)| row.iter().any(|count| *count > 0));
    effects.by_ground = rows
        .map(|(&[stopped, let_in, to_judge, to_ask], &ground)| Effect { ground, stopped, let_in, to_judge, to_ask })
        .collect();
    Ok(effects)
}

/// The applications behind one of the counts, for those who may see cases.
///
/// # Errors
/// When the actor may not look at the rules or at cases.
pub fn affected(
    office: &Office,
    actor: &Actor,
    (known, ground, wanted): (&Known, Ground, Way),
) -> Result<Vec<Affected>, OfficeError> {
    actor.may(Action::Look, Thing::RuleSet)?;
    actor.may(Action::Look, Thing::Case)?;
    let mut found = Vec::new();
    each(office, &known.rules, Some(&known.stored.id), |application, before, after| {
        let is_so = way(answer_of(before, ground), answer_of(after, ground)) == Some(wanted);
        if is_so && actor.may_tie(application.restricted).is_ok() {
            let OpenApplication { id, year, serial, .. } = application;
            found.push(Affected { id: id.clone(), year: *year, serial: *serial });
        }
    })?;
    let asked = json!({"rule_set": known.stored.id, "ground": ground, "rows": found.len()}).to_string();
    office.looked(actor, About::thing(Thing::Application, ""), asked)?;
    Ok(found)
}

/// Rules that hold already are tried on today.
fn day_of(office: &Office, rules: &RuleSet) -> Date {
    rules.valid_from.max(office.today())
}

type Answers = [(Ground, Answer)];

fn each(
    office: &Office,
    rules: &RuleSet,
    revision_of: Option<&str>,
    mut tell: impl FnMut(&OpenApplication, &Answers, &Answers),
) -> Result<(), OfficeError> {
    let day = day_of(office, rules);
    let before = office.store().read(|tx| otherwise(tx, rules, revision_of))?;
    let before = before.as_ref().map(|known| resolved(&known.rules, day)).transpose()?;
    let after = resolved(rules, day)?;
    for (facts, application) in open_applications(office)?.iter() {
        let answers = before.as_ref().map(|before| before.answers(facts)).unwrap_or_default();
        tell(application, &answers, &after.answers(facts));
    }
    Ok(())
}

fn resolved(rules: &RuleSet, day: Date) -> Result<InForce<'_>, OfficeError> {
    rules.on(day, base_amount()).map_err(|missing| no_base_amount(&missing))
}

/// A ground that is not asked for is as good as met.
fn answer_of(answers: &Answers, ground: Ground) -> Answer {
    answers.iter().find(|(asked, _)| *asked == ground).map_or(Answer::Met, |(_, answer)| *answer)
}

const fn way(before: Answer, after: Answer) -> Option<Way> {
    match (before, after) {
        (Answer::NotMet, Answer::NotMet)
        | (Answer::Met, Answer::Met)
        | (Answer::JudgementNeeded, Answer::JudgementNeeded)
        | (Answer::Missing, Answer::Missing) => None,
        (Answer::Met | Answer::JudgementNeeded | Answer::Missing, Answer::NotMet) => Some(Way::Stopped),
        (Answer::NotMet | Answer::JudgementNeeded | Answer::Missing, Answer::Met) => Some(Way::LetIn),
        (Answer::NotMet | Answer::Met | Answer::Missing, Answer::JudgementNeeded) => Some(Way::ToJudge),
        (Answer::NotMet | Answer::Met | Answer::JudgementNeeded, Answer::Missing) => Some(Way::ToAsk),
    }
}
