//! Which rules a decision stands on, and what has changed in them since its case was assessed.

use super::content;
use crate::office::OfficeError;
use crate::office::assessments::{self, RulesFor, Subject};
use crate::office::documents::sha256;
use crate::office::rule_sets::{self, Known};
use crate::secrets::Secrets;
use crate::store::decisions::Decision;
use crate::store::rule_sets::{self as store_rule_sets, StoredRuleSet};
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::assessment::{Answer, Assessment, Ground, GroundResult};
use housing::decisions::DecisionKind;

/// The rules that a decision stands on; other rules have another mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rules {
    /// The mark of what the law says of the kind: basis, appeal, and grounds that are the act's own.
    law: String,
    /// The revision of the municipality's rule set; `None` where none is asked.
    set: Option<String>,
}

impl Rules {
    /// What is stored with the decision.
    pub fn mark(&self) -> String {
        self.set.as_ref().map_or_else(|| self.law.clone(), |set| format!("{} {set}", self.law))
    }

    fn read(mark: &str) -> Self {
        let (law, set) = mark.split_once(' ').map_or((mark, None), |(law, set)| (law, Some(set.to_owned())));
        Self { law: law.to_owned(), set }
    }
}

/// The revision of the municipality's rules that a decision stands on, where it stands on any.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn set_of(tx: &mut Tx<'_>, decision: &Decision) -> Result<Option<StoredRuleSet>, StoreError> {
    let set = decision.rules.as_deref().and_then(|mark| Rules::read(mark).set);
    set.map_or(Ok(None), |id| store_rule_sets::find(tx, &id))
}

/// What the rules that a decision was made on call the body that hears appeals on it; `None` where they do not say.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn own_body_of(tx: &mut Tx<'_>, decision: &Decision) -> Result<Option<String>, OfficeError> {
    let set = decision.rules.as_deref().and_then(|mark| Rules::read(mark).set);
    let known = set.map_or(Ok(None), |id| rule_sets::revision(tx, &id))?;
    Ok(known.and_then(|known| known.own_body()))
}

/// The rules in force for a kind of decision on a day.
///
/// # Errors
/// When the kind did not exist yet, or the store fails.
pub(super) fn in_force(tx: &mut Tx<'_>, kind: DecisionKind, day: Date) -> Result<Rules, OfficeError> {
    let set = match assessments::rules_for(kind) {
        RulesFor::Municipality => rule_sets::in_force(tx, day)?.map(|known| known.stored.id),
        RulesFor::Act(_) | RulesFor::None => None,
    };
    Ok(Rules { law: law(kind, day)?, set })
}

/// The rules that a case was assessed by: those that were in force when somebody last recorded or judged
/// something in it. Those of today when nobody has.
///
/// # Errors
/// As [`in_force`].
pub(super) fn assessed_on(tx: &mut Tx<'_>, subject: Subject<'_>, day: Date) -> Result<Rules, OfficeError> {
    let now = in_force(tx, subject.0.kind, day)?;
    let worked_on = assessments::last_worked_on(tx, subject)?.filter(|_| now.set.is_some());
    let Some((on, at)) = worked_on else { return Ok(now) };
    let then = rule_sets::in_force_at(tx, on, at)?.map(|known| known.stored.id);
    Ok(Rules { set: then, ..now })
}

/// The mark of what the law says of a kind of decision on a day.
fn law(kind: DecisionKind, day: Date) -> Result<String, OfficeError> {
    let rule = content::rule(kind, day)?;
    let grounds = match assessments::rules_for(kind) {
        RulesFor::Act(rules) => rules.to_toml(),
        RulesFor::Municipality | RulesFor::None => String::new(),
    };
    let told = format!("{}|{}|{}|{grounds}", rule.legal_basis.nb, rule.appeal_weeks, rule.appeal_body.code());
    Ok(sha256(told.as_bytes()))
}

/// What has changed in the rules since the case was assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesChanged {
    /// The mark of the rules in force: whoever signs says that they have seen these.
    pub mark: String,
    /// What the law says of the kind of decision is another.
    pub law: bool,
    /// The municipality's rules that the case was assessed by, and those in force, when they are others.
    pub sets: Option<(Option<Known>, Option<Known>)>,
    /// The grounds that answer otherwise in this case.
    pub answers: Vec<OtherAnswer>,
}

/// A ground that answers otherwise under other rules; `None` where they do not ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherAnswer {
    pub ground: Ground,
    pub before: Option<Answer>,
    pub now: Option<Answer>,
}

/// What has changed since the rules that a decision was written on (`mark`); `None` when nothing has.
///
/// # Errors
/// As [`in_force`].
pub(super) fn changed(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (subject, day): (Subject<'_>, Date),
    mark: Option<&str>,
) -> Result<Option<RulesChanged>, OfficeError> {
    let now = in_force(tx, subject.0.kind, day)?;
    let before = mark.map(Rules::read);
    if before.as_ref() == Some(&now) {
        return Ok(None);
    }
    let set_before = before.as_ref().and_then(|before| before.set.clone());
    let (mut sets, mut answers) = (None, Vec::new());
    if set_before != now.set {
        let mut known = |id: &Option<String>| id.as_ref().map_or(Ok(None), |id| rule_sets::revision(tx, id));
        let (was, is) = (known(&set_before)?, known(&now.set)?);
        answers = other_answers(tx, secrets, (subject, day), (was.as_ref(), is.as_ref()))?;
        sets = Some((was, is));
    }
    let law = before.is_none_or(|before| before.law != now.law);
    Ok(Some(RulesChanged { mark: now.mark(), law, sets, answers }))
}

fn other_answers(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (subject, day): (Subject<'_>, Date),
    (before, now): (Option<&Known>, Option<&Known>),
) -> Result<Vec<OtherAnswer>, OfficeError> {
    let mut by = |known: Option<&Known>| {
        known.map(|known| assessments::by_rules(tx, secrets, subject, (&known.rules, day))).transpose()
    };
    let (before, now) = (by(before)?, by(now)?);
    let results = |assessment: &Option<Assessment>, ground| {
        assessment.as_ref().and_then(|made| made.of(ground)).map(GroundResult::answer)
    };
    let both = Ground::ALL.iter().map(|&ground| OtherAnswer {
        ground,
        before: results(&before, ground),
        now: results(&now, ground),
    });
    Ok(both.filter(|answers| answers.before != answers.now).collect())
}
