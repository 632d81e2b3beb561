//! The municipality's rules for what fits whom: which hold when, and new ones.

use crate::access::{Action, Thing};
use crate::office::{About, Actor, Office, OfficeError, Problem, new_id};
use crate::store::allocations as store;
use crate::store::rule_sets::StoredRuleSet;
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::fit::{BadFitRules, FitRules};
use serde_json::json;
use std::sync::LazyLock;

static STANDARD: LazyLock<FitRules> = LazyLock::new(|| {
    FitRules::from_toml(STANDARD_TEXT).expect("the standard rules are part of the program and tested")
});

const STANDARD_TEXT: &str = include_str!("../../../parameters/fit_rules/standard.toml");

/// Rules with where they are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFitRules {
    /// `None` for the rules that come with the program, until the municipality has its own.
    pub stored: Option<StoredRuleSet>,
    pub rules: FitRules,
}

impl KnownFitRules {
    fn standard() -> Self {
        Self { stored: None, rules: STANDARD.clone() }
    }

    /// The revision's id; `standard` for those that come with the program.
    pub fn id(&self) -> &str {
        self.stored.as_ref().map_or("standard", |stored| &stored.id)
    }

    /// The rules as they are written.
    pub fn text(&self) -> &str {
        self.stored.as_ref().map_or(STANDARD_TEXT, |stored| &stored.body)
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

/// Saves rules written as text. Rules for a day that has some already become their next revision.
///
/// # Errors
/// [`OfficeError::Invalid`] says what cannot be read or cannot hold.
pub fn save_fit_rules(office: &Office, actor: &Actor, text: &str) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::RuleSet)?;
    let rules = FitRules::from_toml(text).map_err(|error| OfficeError::Invalid(vec![worded(&error)]))?;
    office.change(actor, |work| {
        let before = store::fit_rules(work.tx)?.into_iter().find(|stored| stored.valid_from == rules.valid_from);
        let stored = StoredRuleSet {
            id: new_id(),
            valid_from: rules.valid_from,
            revision: before.as_ref().map_or(1, |before| before.revision + 1),
            name: rules.name.trim().to_owned(),
            body: text.to_owned(),
            officer: work.actor.id.clone(),
            at: work.now,
        };
        store::insert_fit_rules(work.tx, &stored)?;
        let body =
            |stored: &StoredRuleSet| json!({"name": stored.name, "valid_from": stored.valid_from, "body": stored.body});
        let details = json!({"before": before.as_ref().map(body), "after": body(&stored)}).to_string();
        work.note("change", About::thing(Thing::RuleSet, &stored.id), details);
        Ok(())
    })
}

fn worded(error: &BadFitRules) -> Problem {
    let (text, found) = match error {
        BadFitRules::Unreadable(why) => ("fit-rules-problem-unreadable", why.clone()),
        BadFitRules::Impossible(problems) => {
            ("fit-rules-problem-impossible", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        }
    };
    Problem { field: "text", text, facts: vec![("found", found)] }
}
