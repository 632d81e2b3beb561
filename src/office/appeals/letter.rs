//! The letters about an appeal.

use super::period;
use crate::office::letters::{self, Writing};
use crate::office::{Office, OfficeError, Work, decisions};
use crate::parameters::RATES;
use crate::store::appeals::Appeal as Row;
use crate::store::decisions as store_decisions;
use crate::store::documents::Channel;
use ::letters::{
    AppealForwarded, AppealMending, AppealOutcome, AppealReceived, AppealResult as ResultLetter, Appealed, Content,
};
use housing::Date;
use housing::acts::AdministrationAct;
use housing::appeals::{Appeal, AppealDefect, AppealPeriod, AppealResult, AppealState, DismissalGround};
use housing::decisions::{AppealBody, DecisionKind};
use housing::rates::LawNumber;

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

/// What the appeal is on, as letters tell it.
const fn appealed(appeal: &Appeal) -> Appealed {
    let decision = &appeal.decision;
    if decision.is_dismissal { Appealed::Dismissal(decision.decided) } else { Appealed::Decision(decision.decided) }
}

/// Tells the party that the appeal has come.
pub(super) fn received(
    office: &Office,
    work: &mut Work<'_, '_>,
    row: &Row,
    appeal: &Appeal,
) -> Result<(), OfficeError> {
    let writing = writing(work, row)?;
    let content = Content::AppealReceived(AppealReceived {
        received: appeal.received,
        appealed: appealed(appeal),
        answer_by: appeal.forward_due(writing.settings.limits()),
        body: body(&writing, appeal),
    });
    letters::keep_letters(office, work, &writing, content, Channel::Post)?;
    Ok(())
}

/// Asks the party for what the appeal lacks, and tells what happens if it does not come.
pub(super) fn to_mend(
    office: &Office,
    work: &mut Work<'_, '_>,
    (row, appeal): (&Row, &Appeal),
    mend_by: Date,
) -> Result<(), OfficeError> {
    let writing = writing(work, row)?;
    let words = writing.words();
    let defects: &[AppealDefect] =
        if let AppealState::Defective { defects, .. } = appeal.state() { defects } else { &[] };
    let content = Content::AppealMending(AppealMending {
        received: appeal.received,
        appealed: appealed(appeal),
        needed: defects.iter().map(|defect| words.t(&defect.text_key().replace("defect", "need"))).collect(),
        mend_by,
        legal_basis: law(&writing, DismissalGround::NotMended),
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
        appealed: appealed(appeal),
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

/// Tells the party what came of the appeal, which stands as it did before they are told. The answer is the letter's id.
pub(super) fn result(
    office: &Office,
    work: &mut Work<'_, '_>,
    (row, appeal): (&Row, &Appeal),
    came: (Came, Date),
    told: (&str, &str),
) -> Result<String, OfficeError> {
    let writing = writing(work, row)?;
    let (outcome, by, (mut onward, appeal_by)) = match came.0 {
        Came::UnitGaveWay => (AppealOutcome::Granted, writing.sender.unit.clone(), (gave_way(&writing, appeal), None)),
        Came::Body(result) => (outcome(result), body(&writing, appeal), after_body(&writing, appeal, result)?),
    };
    let words = writing.words();
    let too_late = appeal.harm_limit_broken(writing.today);
    onward.extend(too_late.map(|limit| words.ta("appeal-onward-harm-late", &[("day", &words.day(limit))])));
    let content = Content::AppealResult(Box::new(ResultLetter {
        outcome,
        received: appeal.received,
        appealed: appealed(appeal),
        by,
        on: came.1,
        text: vec![told.0.to_owned()],
        reasons: vec![told.1.to_owned()],
        onward,
        appeal_by,
    }));
    letters::keep_letters(office, work, &writing, content, Channel::Post)
}

/// Tells the party that the unit does not take the appeal up: why, by which law, how the time was counted, and that this
/// can be appealed in its turn to the body that hears appeals on the decision itself (*fvl.* § 28). Both who stood behind
/// it are named. The answer is the letter's id.
pub(super) fn dismissed(
    office: &Office,
    work: &mut Work<'_, '_>,
    row: &Row,
    (before, appeal): (&Appeal, &Appeal),
) -> Result<String, OfficeError> {
    let AppealState::Dismissed { ground: Some(ground), reason, .. } = appeal.state() else {
        return Err(OfficeError::Stale);
    };
    let (actor, proposed_by) = (work.actor.id.as_str(), before.state().proposed_dismissal());
    let handler = proposed_by.map_or(actor, |(_, by)| by.0.as_str());
    let form = writing(work, row)?;
    let who = (handler, Some(actor));
    let signed = letters::writing(work.tx, work.actor, (&row.case, work.today), Some(form.form), who)?;
    let writing = Writing { own_body: form.own_body, ..signed };
    let rule = decisions::rule(appeal.decision.kind, writing.today)?;
    let (onward, appeal_by) = onward(&writing, rule.appeal_weeks, &body(&writing, appeal));
    let why = writing.words().ta(&dismissed_key(*ground), &[("law", &law(&writing, *ground))]);
    let content = Content::AppealResult(Box::new(ResultLetter {
        outcome: AppealOutcome::Dismissed,
        received: appeal.received,
        appealed: appealed(appeal),
        by: writing.sender.unit.clone(),
        on: writing.today,
        text: std::iter::once(why).chain(counted(work, &writing, row, appeal)?).collect(),
        reasons: vec![reason.clone()],
        onward: vec![onward],
        appeal_by,
    }));
    letters::keep_letters(office, work, &writing, content, Channel::Post)
}

fn dismissed_key(ground: DismissalGround) -> String {
    ground.text_key().replace("dismissal-ground", "appeal-dismissed")
}

/// The provisions that let the unit dismiss an appeal, of the act in force.
fn law(writing: &Writing, ground: DismissalGround) -> String {
    let sections = match (RATES.acts.administration(writing.today), ground) {
        (AdministrationAct::Of1967, DismissalGround::TooLate) => "§§ 29, 31 og 33",
        (AdministrationAct::Of1967, DismissalGround::NotMended) => "§§ 32 og 33",
        (AdministrationAct::Of1967, DismissalGround::NoRight | DismissalGround::NotAppealable) => "§§ 28 og 33",
        (AdministrationAct::Of2025, DismissalGround::TooLate) => "§§ 63, 65 og 67",
        (AdministrationAct::Of2025, DismissalGround::NotMended) => "§§ 66 og 67",
        (AdministrationAct::Of2025, DismissalGround::NoRight | DismissalGround::NotAppealable) => "§§ 61 og 67",
    };
    writing.words().ta("appeal-law", &[("sections", sections)])
}

/// When the period of a late appeal ended, why just then, and when the appeal was made; `None` for one that was not late.
fn counted(
    work: &mut Work<'_, '_>,
    writing: &Writing,
    row: &Row,
    appeal: &Appeal,
) -> Result<Option<String>, OfficeError> {
    let late = |step: &AppealState| if let AppealState::Late { deadline, .. } = step { Some(*deadline) } else { None };
    let Some(last_day) = appeal.steps().iter().rev().find_map(late) else { return Ok(None) };
    let words = writing.words();
    let (day, made) = (words.day(last_day), words.day(appeal.made_on()));
    let ended = match period(work.tx, row, appeal)? {
        AppealPeriod::Runs(runs) if runs.last_day == last_day => {
            let weeks = weeks_in_words(writing, runs.weeks);
            let key = match (runs.from_letter, runs.from_reasons, runs.presumed) {
                (true, ..) => "appeal-ended-letter",
                (false, true, _) => "appeal-ended-reasons",
                (false, false, true) => "appeal-ended-presumed",
                (false, false, false) => "appeal-ended-proven",
            };
            words.ta(key, &[("day", &day), ("begins", &words.day(runs.begins)), ("weeks", &weeks)])
        }
        AppealPeriod::Runs(_) | AppealPeriod::Interrupted { .. } => words.ta("appeal-ended", &[("day", &day)]),
    };
    Ok(Some(format!("{ended} {}", words.ta("appeal-made-on", &[("day", &made)]))))
}

fn weeks_in_words(writing: &Writing, weeks: i32) -> String {
    let language = writing.words().of_letter();
    u8::try_from(weeks).map_or_else(|_| weeks.to_string(), |weeks| ::letters::weeks(weeks, language))
}

/// How a dismissal can be appealed, with the last day as it is presumed when the letter is sent today.
fn onward(writing: &Writing, weeks: i32, body: &str) -> (String, Option<Date>) {
    let words = writing.words();
    let last_day = decisions::presumed_last_day(writing, weeks);
    let day = last_day.map(|day| words.day(day)).unwrap_or_default();
    let weeks = weeks_in_words(writing, weeks);
    (words.ta("appeal-onward-dismissed", &[("weeks", &weeks), ("day", &day), ("body", body)]), last_day)
}

/// What happens when the unit gave way, and what the party can do.
fn gave_way(writing: &Writing, appeal: &Appeal) -> Vec<String> {
    let words = writing.words();
    if appeal.decision.is_dismissal {
        return vec![words.t("appeal-onward-taken-up")];
    }
    vec![words.t("appeal-onward-gave-way")]
}

/// What the party can do after the appeal body's word: nothing more within the administration, but for a dismissal by
/// the municipality's own body (`KLAGE_AVVIST_KOMM`); costs can be claimed when it went their way (*fvl.* § 36).
fn after_body(
    writing: &Writing,
    appeal: &Appeal,
    result: AppealResult,
) -> Result<(Vec<String>, Option<Date>), OfficeError> {
    let own_body = appeal.decision.body == AppealBody::MunicipalBoard;
    if result == AppealResult::Dismissed && own_body {
        let rule = decisions::rule(DecisionKind::AppealDismissed, writing.today)?;
        let body = decisions::body_name(writing, rule.appeal_body);
        let (onward, last_day) = onward(writing, rule.appeal_weeks, &body);
        return Ok((vec![onward], last_day));
    }
    let words = writing.words();
    let costs = (result == AppealResult::Changed).then(|| costs_by(writing)).flatten();
    let costs = costs.map(|day| words.ta("appeal-onward-costs", &[("day", &words.day(day))]));
    Ok((std::iter::once(words.t("appeal-onward")).chain(costs).collect(), None))
}

/// The last day to claim costs when the letter is sent today and arrives as presumed.
fn costs_by(writing: &Writing) -> Option<Date> {
    let weeks = RATES.numbers.on(LawNumber::CostsClaimWeeks, writing.today).ok()?.value;
    decisions::presumed_last_day(writing, weeks)
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
