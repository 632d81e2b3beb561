//! The letters about an appeal.

use crate::office::letters::{self, Writing};
use crate::office::{Office, OfficeError, Work, decisions};
use crate::store::appeals::Appeal as Row;
use crate::store::decisions as store_decisions;
use crate::store::documents::Channel;
use ::letters::{AppealForwarded, AppealOutcome, AppealReceived, AppealResult as ResultLetter, Content};
use housing::Date;
use housing::appeals::{Appeal, AppealDefect, AppealResult, DismissalGround};
use housing::decisions::{AppealBody, DecisionKind};

/// What letters about an appeal are written with: in the written form of the decision's letter, with the appeal body that
/// its rules named.
fn writing(work: &mut Work<'_, '_>, row: &Row) -> Result<Writing, OfficeError> {
    let decision = store_decisions::find(work.tx, &row.decision)?.ok_or(OfficeError::NotFound)?;
    let form = decisions::written_of(work.secrets, &decision)?.form;
    let writing = letters::writing(work.tx, work.actor, (&row.case, work.today), form, (&work.actor.id, None))?;
    Ok(Writing { own_body: decisions::own_body_of(work.tx, &decision)?, ..writing })
}

fn body(writing: &Writing, appeal: &Appeal) -> String {
    decisions::body_name(writing, appeal.decision.body)
}

/// Tells the party that the appeal has come, and what must be mended by when.
pub(super) fn received(
    office: &Office,
    work: &mut Work<'_, '_>,
    row: &Row,
    appeal: &Appeal,
    (defects, mend_by): (&[AppealDefect], Option<Date>),
) -> Result<(), OfficeError> {
    let writing = writing(work, row)?;
    let words = writing.words();
    let limits = writing.settings.limits();
    let content = Content::AppealReceived(AppealReceived {
        received: appeal.received,
        decided: appeal.decision.decided,
        answer_by: appeal.forward_due(limits),
        body: body(&writing, appeal),
        defects: defects.iter().map(|defect| words.t(&defect.text_key())).collect(),
        mend_by,
    });
    letters::keep_letters(office, work, &writing, content, Channel::Post)?;
    Ok(())
}

/// Tells the party that the appeal was sent on, with the office's statement.
pub(super) fn forwarded(
    office: &Office,
    work: &mut Work<'_, '_>,
    row: &Row,
    appeal: &Appeal,
    statement: &str,
) -> Result<(), OfficeError> {
    let writing = writing(work, row)?;
    let content = Content::AppealForwarded(AppealForwarded {
        received: appeal.received,
        decided: appeal.decision.decided,
        body: body(&writing, appeal),
        forwarded: writing.today,
        statement: vec![statement.to_owned()],
    });
    letters::keep_letters(office, work, &writing, content, Channel::Post)?;
    Ok(())
}

/// What came of an appeal: the unit's own second look, or the appeal body's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    UnitGaveWay,
    Body(AppealResult),
}

/// Tells the party what came of the appeal.
pub(super) fn result(
    office: &Office,
    work: &mut Work<'_, '_>,
    (row, appeal): (&Row, &Appeal),
    came: (Came, Date),
    told: (&str, &str),
) -> Result<(), OfficeError> {
    let writing = writing(work, row)?;
    let words = writing.words();
    let (outcome, by, (onward, appeal_by)) = match came.0 {
        Came::UnitGaveWay => (AppealOutcome::Granted, writing.sender.unit.clone(), (words.t("appeal-onward"), None)),
        Came::Body(result) => (outcome(result), body(&writing, appeal), after_body(&writing, appeal, result)?),
    };
    let content = Content::AppealResult(Box::new(ResultLetter {
        outcome,
        received: appeal.received,
        decided: appeal.decision.decided,
        by,
        on: came.1,
        text: vec![told.0.to_owned()],
        reasons: vec![told.1.to_owned()],
        onward: vec![onward],
        appeal_by,
    }));
    letters::keep_letters(office, work, &writing, content, Channel::Post)?;
    Ok(())
}

/// Tells the party that the unit does not take the appeal up, `ground` and the unit's own words, and that this can be
/// appealed in its turn to the body that hears appeals on the decision itself (*fvl.* § 28).
pub(super) fn dismissed(
    office: &Office,
    work: &mut Work<'_, '_>,
    (row, appeal): (&Row, &Appeal),
    (ground, reasons): (DismissalGround, &str),
) -> Result<(), OfficeError> {
    let writing = writing(work, row)?;
    let words = writing.words();
    let why = match ground {
        DismissalGround::TooLate => "appeal-dismissed-late",
        DismissalGround::NotMended => "appeal-dismissed-unmended",
    };
    let rule = decisions::rule(appeal.decision.kind, writing.today)?;
    let (onward, appeal_by) = onward(&writing, rule.appeal_weeks, &body(&writing, appeal));
    let content = Content::AppealResult(Box::new(ResultLetter {
        outcome: AppealOutcome::Dismissed,
        received: appeal.received,
        decided: appeal.decision.decided,
        by: writing.sender.unit.clone(),
        on: writing.today,
        text: vec![words.t(why)],
        reasons: vec![reasons.to_owned()],
        onward: vec![onward],
        appeal_by,
    }));
    letters::keep_letters(office, work, &writing, content, Channel::Post)?;
    Ok(())
}

/// How a dismissal can be appealed, with the last day as it is presumed when the letter is sent today.
fn onward(writing: &Writing, weeks: i32, body: &str) -> (String, Option<Date>) {
    let words = writing.words();
    let last_day = decisions::presumed_last_day(writing, weeks);
    let day = last_day.map(|day| words.day(day)).unwrap_or_default();
    (words.ta("appeal-onward-dismissed", &[("weeks", &weeks.to_string()), ("day", &day), ("body", body)]), last_day)
}

/// What the party can do after the appeal body's word: nothing more within the administration, but for a dismissal by
/// the municipality's own body (`KLAGE_AVVIST_KOMM`).
fn after_body(writing: &Writing, appeal: &Appeal, result: AppealResult) -> Result<(String, Option<Date>), OfficeError> {
    let own_body = appeal.decision.body == AppealBody::MunicipalBoard;
    if result != AppealResult::Dismissed || !own_body {
        return Ok((writing.words().t("appeal-onward"), None));
    }
    let rule = decisions::rule(DecisionKind::AppealDismissed, writing.today)?;
    let body = decisions::body_name(writing, rule.appeal_body);
    Ok(onward(writing, rule.appeal_weeks, &body))
}

const fn outcome(result: AppealResult) -> AppealOutcome {
    match result {
        AppealResult::Upheld => AppealOutcome::Upheld,
        AppealResult::Changed => AppealOutcome::Granted,
        AppealResult::ChangedToHarm => AppealOutcome::ChangedToHarm,
        AppealResult::SetAside => AppealOutcome::Annulled,
        AppealResult::Dismissed => AppealOutcome::Dismissed,
    }
}
