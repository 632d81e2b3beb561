//! Which roles may sign which decisions, and when it takes two people: the municipality's own data.

use super::ApprovalRefused;
use crate::decisions::{DecisionKind, Outcome};
use crate::rates::{RateProblem, Row, Table};

/// Who may sign one kind of decision.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mandate {
    /// Codes of roles.
    pub roles: Vec<String>,
    /// Whether the one who prepared it needs somebody else to sign.
    pub two_people: bool,
}

/// Which decisions a mandate is for, and the mandate.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Delegated {
    /// `None` is every kind.
    pub kind: Option<DecisionKind>,
    /// `None` is every outcome.
    pub outcome: Option<Outcome>,
    #[serde(flatten)]
    pub mandate: Mandate,
}

/// What the municipality has delegated (*delegasjonsreglement*); those that name most go first, the kind before the
/// outcome.
#[doc(alias = "delegasjonsreglement")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation(Vec<Delegated>);

/// Nobody has been given the right to sign it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nobody may sign {} with outcome {}; enter the municipality's delegation", kind.code(), outcome.code())]
pub struct NoMandate {
    pub kind: DecisionKind,
    pub outcome: Outcome,
}

/// Something in a delegation that cannot be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DelegationProblem {
    #[error("row {row} gives nobody the right to sign")]
    NoRoles { row: usize },
    #[error("row {row} is for the same decisions as one before it")]
    Twice { row: usize },
    #[error("no row is for every decision: some could be signed by nobody")]
    NotForAll,
    #[error("{role} is no role that decisions are delegated to")]
    UnknownRole { role: String },
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

impl Delegated {
    const fn reach(&self) -> (Option<DecisionKind>, Option<Outcome>) {
        (self.kind, self.outcome)
    }
}

impl Delegation {
    /// These rows, in the order they are asked.
    pub fn new(mut rows: Vec<Delegated>) -> Self {
        rows.sort_by_key(|row| (row.kind.is_none(), row.outcome.is_none()));
        Self(rows)
    }

    /// Reads `parameters/delegation.csv`. `*` as kind or outcome means every one, roles are separated by spaces.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn read(csv: &str) -> Result<Self, Vec<RateProblem>> {
        Table::read("delegation.csv", csv)?.rows(delegated).map(Self::new)
    }

    /// Reads what [`Delegation::to_json`] wrote.
    ///
    /// # Errors
    /// When it is something else.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text).map(Self::new)
    }

    /// As it is kept.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.0).expect("rows of codes become JSON")
    }

    /// Every row, in the order they are asked.
    pub fn rows(&self) -> &[Delegated] {
        &self.0
    }

    /// Everything that cannot be right, when decisions can be delegated to these roles.
    pub fn check(&self, roles: &[&str]) -> Vec<DelegationProblem> {
        let mut problems = Vec::new();
        for (at, row) in self.0.iter().enumerate() {
            if row.mandate.roles.is_empty() {
                problems.push(DelegationProblem::NoRoles { row: at + 1 });
            }
            if self.0[..at].iter().any(|other| other.reach() == row.reach()) {
                problems.push(DelegationProblem::Twice { row: at + 1 });
            }
            let unknown = row.mandate.roles.iter().filter(|role| !roles.contains(&role.as_str()));
            problems.extend(unknown.map(|role| DelegationProblem::UnknownRole { role: role.clone() }));
        }
        if !self.0.iter().any(|row| row.reach() == (None, None)) {
            problems.push(DelegationProblem::NotForAll);
        }
        problems
    }

    /// The mandate for a decision.
    ///
    /// # Errors
    /// When none reaches it.
    pub fn mandate(&self, kind: DecisionKind, outcome: Outcome) -> Result<&Mandate, NoMandate> {
        let reaches =
            |row: &&Delegated| row.kind.is_none_or(|it| it == kind) && row.outcome.is_none_or(|it| it == outcome);
        self.0.iter().find(reaches).map(|row| &row.mandate).ok_or(NoMandate { kind, outcome })
    }
}

fn delegated(row: &Row<'_>) -> Result<Delegated, RateProblem> {
    let roles = row.text("roles")?.split_whitespace().map(str::to_owned).collect();
    let mandate = Mandate { roles, two_people: row.yes_no("two_people")? };
    Ok(Delegated { kind: row.code_or_any("kind")?, outcome: row.code_or_any("outcome")?, mandate })
}
