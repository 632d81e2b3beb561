//! Which roles may sign which decisions, and when it takes two people: the municipality's own data.

use super::ApprovalRefused;
use crate::Date;
use crate::dated::{Dated, Since};
use crate::decisions::{DecisionKind, Outcome};
use crate::rates::{RateProblem, Row, Table};

/// Who may sign one kind of decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// Codes of roles.
    pub roles: Vec<String>,
    /// Whether the one who prepared it needs somebody else to sign.
    pub two_people: bool,
}

/// What the municipality has delegated, over time (*delegasjonsreglement*).
#[doc(alias = "delegasjonsreglement")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation(Vec<(Reach, Dated<Mandate>)>);

/// The decisions a mandate is for; `None` is every one.
type Reach = (Option<DecisionKind>, Option<Outcome>);

/// Nobody has been given the right to sign it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("on {day} nobody may sign {} with outcome {}; enter the municipality's delegation", kind.code(), outcome.code())]
pub struct NoMandate {
    pub kind: DecisionKind,
    pub outcome: Outcome,
    pub day: Date,
}

impl Mandate {
    /// Whether the role may sign.
    ///
    /// # Errors
    /// When it may not; the roles that may are named.
    pub fn allows(&self, role: &str) -> Result<(), ApprovalRefused> {
        if self.roles.iter().any(|allowed| allowed == role) {
            Ok(())
        } else {
            Err(ApprovalRefused::NotDelegated { role: role.to_owned(), allowed: self.roles.clone() })
        }
    }
}

impl Delegation {
    /// Reads `parameters/delegation.csv`. `*` as kind or outcome means every one, roles are separated by
    /// spaces, and of several rows that fit the one that names most goes first.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn read(csv: &str) -> Result<Self, Vec<RateProblem>> {
        let table = Table::read("delegation.csv", csv)?;
        let mut reaches: Vec<(Reach, Vec<Since<Mandate>>)> = Vec::new();
        for (reach, since) in
            table.rows(|row| Ok(((row.code_or_any("kind")?, row.code_or_any("outcome")?), since(row)?)))?
        {
            match reaches.iter_mut().find(|(known, _)| *known == reach) {
                Some((_, values)) => values.push(since),
                None => reaches.push((reach, vec![since])),
            }
        }
        // The kind weighs more than the outcome.
        reaches.sort_by_key(|((kind, outcome), _)| (kind.is_none(), outcome.is_none()));
        Ok(Self(reaches.into_iter().map(|(reach, values)| (reach, Dated::new("mandate", values))).collect()))
    }

    /// The mandate for a decision on a day.
    ///
    /// # Errors
    /// When none reaches it.
    pub fn mandate(&self, kind: DecisionKind, outcome: Outcome, day: Date) -> Result<&Mandate, NoMandate> {
        self.0
            .iter()
            .filter(|((for_kind, for_outcome), _)| {
                for_kind.is_none_or(|it| it == kind) && for_outcome.is_none_or(|it| it == outcome)
            })
            .find_map(|(_, dated)| dated.on(day).ok())
            .map(|since| &since.value)
            .ok_or(NoMandate { kind, outcome, day })
    }
}

fn since(row: &Row<'_>) -> Result<Since<Mandate>, RateProblem> {
    let roles = row.text("roles")?.split_whitespace().map(str::to_owned).collect();
    let value = Mandate { roles, two_people: row.yes_no("two_people")? };
    Ok(Since { from: row.day("valid_from")?, value, source: row.text("source")?.to_owned() })
}
