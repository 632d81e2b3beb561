//! Appeals on the dismissal of an earlier appeal: a dismissal is a decision of its own (*fvl.* § 28).

use super::{add_step, progress_of, progress_text};
use crate::office::decisions::{self, Deadline};
use crate::office::{OfficeError, Work};
use crate::store::Tx;
use crate::store::appeals::{self as store, Appeal as Row};
use housing::Date;
use housing::appeals::{Appeal, AppealState, AppealedDecision};
use housing::decisions::DecisionKind;

/// A dismissal in a case that can be appealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appealable {
    /// The appeal that was dismissed.
    pub appeal: String,
    pub dismissed: Date,
    /// Where the time to appeal it stands.
    pub deadline: Option<Deadline>,
}

/// The dismissal of an appeal as a decision that can be appealed; `None` when it was not dismissed.
pub(super) fn dismissal(appeal: &Appeal, on: Date) -> Result<Option<AppealedDecision>, OfficeError> {
    let further = decisions::rule(DecisionKind::AppealDismissed, on)?.appeal_body;
    Ok(appeal.dismissal(further))
}

/// Where the time to appeal the dismissal of the appeal `first` stands.
pub(super) fn deadline(
    tx: &mut Tx<'_>,
    first: &str,
    dismissal: &AppealedDecision,
) -> Result<Option<Deadline>, OfficeError> {
    let Some(letter) = store::find(tx, first)?.and_then(|row| row.letter) else { return Ok(None) };
    let weeks = decisions::rule(dismissal.kind, dismissal.decided)?.appeal_weeks;
    decisions::deadline_of_letter(tx, &letter, weeks, None)
}

/// The dismissals in a case that can be appealed, the newest first.
pub(super) fn appealable(tx: &mut Tx<'_>, rows: &[Row]) -> Result<Vec<Appealable>, OfficeError> {
    let mut found = Vec::new();
    for row in rows {
        let appeal = progress_of(row)?;
        let Some(dismissal) = dismissal(&appeal, appeal.state().on())? else { continue };
        let deadline = deadline(tx, &row.id, &dismissal)?;
        found.push(Appealable { appeal: row.id.clone(), dismissed: dismissal.decided, deadline });
    }
    Ok(found)
}

/// When an appeal on a dismissal came to that, the one that was dismissed is taken up after all.
pub(super) fn take_up_first(work: &mut Work<'_, '_>, row: &Row, appeal: &Appeal) -> Result<(), OfficeError> {
    let told = matches!(appeal.state(), AppealState::Notified { .. });
    let Some(first) = row.dismissal_of.as_ref().filter(|_| told && appeal.takes_up_the_first()) else { return Ok(()) };
    let first = store::find(work.tx, first)?.ok_or(OfficeError::NotFound)?;
    let Ok(taken_up) = progress_of(&first)?.taken_up(work.today) else { return Ok(()) };
    let state = taken_up.state();
    let changed =
        Row { state: state.word().to_owned(), progress: progress_text(&taken_up), open: true, ..first.clone() };
    if !store::update(work.tx, &changed)? {
        return Err(OfficeError::Stale);
    }
    add_step(work, &first.id, state)
}
