//! The municipality's rules for what fits whom: which hold when, and new ones.

use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError, Problem, new_id};
use crate::store::allocations as store;
use crate::store::rule_sets::StoredRuleSet;
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::fit::{CapProblem, FitRules, FitRulesProblem};
use serde_json::json;

/// The id of the rules that come with the program.
pub const STANDARD_FIT_RULES: &str = "standard";

/// Rules with where they are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFitRules {
    /// `None` for the rules that come with the program, until the municipality has its own.
    pub stored: Option<StoredRuleSet>,
    pub rules: FitRules,
}

impl KnownFitRules {
    fn standard() -> Self {
        Self { stored: None, rules: FitRules::shipped().clone() }
    }

    /// The revision's id; [`STANDARD_FIT_RULES`] for those that come with the program.
    pub fn id(&self) -> &str {
        self.stored.as_ref().map_or(STANDARD_FIT_RULES, |stored| &stored.id)
    }
}

fn known(stored: StoredRuleSet) -> Result<KnownFitRules, StoreError> {
    let rules = FitRules::from_toml(&stored.body)
        .map_err(|error| StoreError::Corrupt { what: "fit rules", found: error.to_string() })?;
    Ok(KnownFitRules { rules, stored: Some(stored) })
}

/// The rules that hold on a day.
///
/// # Errors
/// When the store fails.
pub fn fit_rules_in_force(tx: &mut Tx<'_>, day: Date) -> Result<KnownFitRules, StoreError> {
    store::fit_rules_in_force(tx, day)?.map_or_else(|| Ok(KnownFitRules::standard()), known)
}

/// Every revision, the newest first; those that come with the program last.
///
/// # Errors
/// When the actor may not look at rules.
pub fn list_fit_rules(office: &Office, actor: &Actor) -> Result<Vec<KnownFitRules>, OfficeError> {
    actor.may(Action::Look, Thing::RuleSet)?;
    let stored = office.store().read(store::fit_rules)?;
    let mut all = stored.into_iter().map(known).collect::<Result<Vec<_>, _>>()?;
    all.push(KnownFitRules::standard());
    Ok(all)
}

/// A revision by its id; those that come with the program by their word.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none.
pub fn find_fit_rules(office: &Office, actor: &Actor, id: &str) -> Result<KnownFitRules, OfficeError> {
    list_fit_rules(office, actor)?.into_iter().find(|known| known.id() == id).ok_or(OfficeError::NotFound)
}

/// Everything about the rules that cannot be right, by field of the form.
pub fn fit_rule_problems(rules: &FitRules) -> Vec<Problem> {
    rules.check().iter().map(worded).collect()
}

/// Saves rules from the day they say. Rules for a day that has some already become their next revision, when
/// `begun_from` is the revision that was the newest as the form was opened.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody else has saved rules for that day meanwhile; [`OfficeError::Invalid`] names
/// everything that cannot be right.
pub fn save_fit_rules(
    office: &Office,
    actor: &Actor,
    rules: &FitRules,
    begun_from: Option<&str>,
) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::RuleSet)?;
    let problems = fit_rule_problems(rules);
    if !problems.is_empty() {
        return Err(OfficeError::Invalid(problems));
    }
    office.change(actor, |work| {
        let before = store::fit_rules(work.tx)?.into_iter().find(|stored| stored.valid_from == rules.valid_from);
        if before.as_ref().is_some_and(|before| begun_from != Some(before.id.as_str())) {
            return Err(OfficeError::Stale);
        }
        let stored = StoredRuleSet {
            id: new_id(),
            valid_from: rules.valid_from,
            revision: before.as_ref().map_or(1, |before| before.revision + 1),
            name: rules.name.trim().to_owned(),
            body: rules.to_toml(),
            officer: work.actor.id.clone(),
            at: work.now,
        };
        store::insert_fit_rules(work.tx, &stored)?;
        let body =
            |stored: &StoredRuleSet| json!({"name": stored.name, "valid_from": stored.valid_from, "body": stored.body});
        let details = json!({"before": before.as_ref().map(body), "after": body(&stored)}).to_string();
        work.note("change", About::thing(Thing::RuleSet, &stored.id), details);
        Ok(stored.id)
    })
}

fn worded(problem: &FitRulesProblem) -> Problem {
    let field = problem.field();
    match problem {
        FitRulesProblem::Empty { .. } => Problem::plain(field, "rule-set-problem-empty"),
        FitRulesProblem::OutOfRange { found, least, most, .. } => {
            let facts = vec![("found", found.to_string()), ("least", least.to_string()), ("most", most.to_string())];
            Problem { field, text: "rule-set-problem-range", facts }
        }
        FitRulesProblem::Twice { name, .. } => {
            Problem { field, text: "rule-set-problem-twice", facts: vec![("code", name.clone())] }
        }
        FitRulesProblem::Cap { problem, .. } => {
            let text = match problem {
                CapProblem::Unnamed => "fit-rules-problem-unnamed",
                CapProblem::NamedTwice => "fit-rules-problem-named-twice",
                CapProblem::CountsNobody => "fit-rules-problem-counts-nobody",
            };
            Problem::plain(field, text)
        }
    }
}
