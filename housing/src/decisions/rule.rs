//! What the law says of each kind of decision on a day (`L1.1`): nobody types a deadline.

use std::collections::BTreeMap;

use super::{AppealBody, Appealable, DecisionKind};
use crate::Date;
use crate::both_forms::BothForms;
use crate::dated::{Dated, NothingInForce, Since};
use crate::rates::{RateProblem, Row, Table};

/// Legal basis, appeal body and deadline of one kind of decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRule {
    pub legal_basis: BothForms,
    /// Weeks to appeal in, from the day the notice reached the party.
    pub appeal_weeks: i32,
    pub appeal_body: AppealBody,
    pub appealable: Appealable,
    /// Whether somebody has read it in the act or an authority's words; if not, pages say so.
    pub confirmed: bool,
}

/// The rules of every kind, as they have been over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRules(BTreeMap<DecisionKind, Dated<DecisionRule>>);

impl DecisionRules {
    /// Reads `parameters/decision_kinds.csv`.
    ///
    /// # Errors
    /// Everything that is wrong with it, and every kind that it lacks.
    pub fn read(csv: &str) -> Result<Self, Vec<RateProblem>> {
        let table = Table::read("decision_kinds.csv", csv)?;
        let mut values: BTreeMap<DecisionKind, Vec<Since<DecisionRule>>> = BTreeMap::new();
        for (kind, since) in table.rows(|row| Ok((row.code("kind")?, since(row)?)))? {
            values.entry(kind).or_default().push(since);
        }
        let lacking: Vec<RateProblem> = DecisionKind::ALL
            .iter()
            .filter(|kind| !values.contains_key(kind))
            .map(|kind| RateProblem::Lacks { file: table.file(), what: kind.code().to_owned() })
            .collect();
        if !lacking.is_empty() {
            return Err(lacking);
        }
        let dated = |(kind, values): (DecisionKind, _)| (kind, Dated::new(format!("rule for {}", kind.code()), values));
        Ok(Self(values.into_iter().map(dated).collect()))
    }

    /// The rule for a kind of decision on a day, with its first day and source.
    ///
    /// # Errors
    /// When the kind did not exist yet on the day.
    pub fn on(&self, kind: DecisionKind, day: Date) -> Result<&Since<DecisionRule>, NothingInForce> {
        self.0.get(&kind).expect("a table that lacks a kind is not read").on(day)
    }
}

fn since(row: &Row<'_>) -> Result<Since<DecisionRule>, RateProblem> {
    let value = DecisionRule {
        legal_basis: BothForms {
            nb: row.text("legal_basis")?.to_owned(),
            nn: Some(row.text("legal_basis_nn")?.to_owned()),
        },
        appeal_weeks: row.number("appeal_weeks")?,
        appeal_body: row.code("appeal_body")?,
        appealable: row.code("appealable")?,
        confirmed: row.yes_no("verified")?,
    };
    Ok(Since { from: row.day("valid_from")?, value, source: row.text("source")?.to_owned() })
}
