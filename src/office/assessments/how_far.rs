//! How far a case is assessed when its decision is written.

use super::{Subject, of_case, store};
use crate::clock::Instant;
use crate::office::OfficeError;
use crate::secrets::Secrets;
use crate::store::{StoreError, Tx, accounts};
use housing::Date;
use housing::assessment::Assessment;

/// How far a case is assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HowFar {
    /// There are no rules here to hold the case against.
    NoRules,
    /// Nobody has recorded a fact or judged a ground yet.
    NotMade,
    /// By the rules of the day. `by` of a judgement is the name of whoever judged.
    Made(Assessment),
}

impl HowFar {
    /// The assessment, when one was made.
    pub const fn made(&self) -> Option<&Assessment> {
        match self {
            Self::Made(assessment) => Some(assessment),
            Self::NoRules | Self::NotMade => None,
        }
    }
}

/// How far a case is assessed on a day.
///
/// # Errors
/// As [`of_case`].
pub(in crate::office) fn how_far(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    subject: Subject<'_>,
    day: Date,
) -> Result<HowFar, OfficeError> {
    let Some((mut assessment, _)) = of_case(tx, secrets, subject, day)? else { return Ok(HowFar::NoRules) };
    if last_worked_on(tx, subject)?.is_none() {
        return Ok(HowFar::NotMade);
    }
    for judgement in assessment.grounds.iter_mut().filter_map(|result| result.judgement.as_mut()) {
        let officer = accounts::find(tx, &judgement.by)?;
        judgement.by = officer.map_or_else(|| judgement.by.clone(), |officer| officer.name);
    }
    Ok(HowFar::Made(assessment))
}

/// The day and the instant somebody last recorded a fact or judged a ground; `None` when nobody has.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn last_worked_on(
    tx: &mut Tx<'_>,
    (case, application, _): Subject<'_>,
) -> Result<Option<(Date, Instant)>, StoreError> {
    let recorded = store::facts(tx, &application.id)?.into_iter().map(|recorded| (recorded.at, recorded.day));
    let judged = store::judgements(tx, &case.id)?.into_iter().map(|judged| (judged.at, judged.day));
    Ok(recorded.chain(judged).max().map(|(at, day)| (day, at)))
}
