//! What a guardian of an adult is appointed to look after, and so what they are notified of (`L1.6`).

use std::collections::BTreeMap;

use crate::Date;
use crate::dated::{Dated, NothingInForce, Since};
use crate::decisions::DecisionKind;
use crate::rates::{RateProblem, Row, Table};

code_list! {
    /// What a guardian of an adult is appointed to look after (*mandat*). A parent looks after everything of a child.
    #[doc(alias = "mandat")]
    Mandate "guardian-mandate" { Personal = "PERSONLIG", Economic = "OKONOMISK", Both = "BEGGE" }
}

/// Which mandates reach a kind of decision: what the law leaves to the mandate's own words, the municipality sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    pub personal: bool,
    pub economic: bool,
    /// Whether somebody has read it in the act or an authority's words.
    pub confirmed: bool,
}

/// Which mandates reach each kind of decision, as it has been over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuardianMandates(BTreeMap<DecisionKind, Dated<Reach>>);

impl GuardianMandates {
    /// Reads `parameters/guardian_mandates.csv`.
    ///
    /// # Errors
    /// Everything that is wrong with it, and every kind of decision that it lacks.
    pub fn read(csv: &str) -> Result<Self, Vec<RateProblem>> {
        let table = Table::read("guardian_mandates.csv", csv)?;
        let mut values: BTreeMap<DecisionKind, Vec<Since<Reach>>> = BTreeMap::new();
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
        let dated =
            |(kind, values): (DecisionKind, _)| (kind, Dated::new(format!("mandate for {}", kind.code()), values));
        Ok(Self(values.into_iter().map(dated).collect()))
    }

    /// What reaches a kind of decision on a day, with its source.
    ///
    /// # Errors
    /// When nothing was set yet on the day.
    pub fn on(&self, kind: DecisionKind, day: Date) -> Result<&Since<Reach>, NothingInForce> {
        self.0.get(&kind).expect("a table that lacks a kind is not read").on(day)
    }

    /// Whether a guardian with the mandate is notified of a decision of the kind, and may act in its case. One whose
    /// mandate nobody has noted is: a letter too many is mended sooner than one that never came.
    pub fn covers(&self, mandate: Option<Mandate>, kind: DecisionKind, day: Date) -> bool {
        let reach = self.on(kind, day).map(|since| &since.value);
        match (mandate, reach) {
            (None | Some(Mandate::Both), _) | (_, Err(_)) => true,
            (Some(Mandate::Personal), Ok(reach)) => reach.personal,
            (Some(Mandate::Economic), Ok(reach)) => reach.economic,
        }
    }
}

fn since(row: &Row<'_>) -> Result<Since<Reach>, RateProblem> {
    let value = Reach {
        personal: row.yes_no("personal")?,
        economic: row.yes_no("economic")?,
        confirmed: row.yes_no("verified")?,
    };
    Ok(Since { from: row.day("valid_from")?, value, source: row.text("source")?.to_owned() })
}
