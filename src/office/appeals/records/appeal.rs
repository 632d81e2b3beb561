//! Appeals as they were typed in, and what came of looking at the decision again.

use super::{Fact, Piece, Section, Source, TypedRecord};
use crate::office::appeals::bundle::own_body;
use crate::office::appeals::{Mended, progress_of, told_of};
use crate::office::letters::Writing;
use crate::office::{OfficeError, decisions};
use crate::store::appeals::{self as store, Appeal as Row};
use crate::store::{Tx, accounts};
use crate::texts::short_day;
use housing::appeals::{Appeal, AppealState};

pub(super) fn records(from: &Source<'_>, tx: &mut Tx<'_>) -> Result<Vec<TypedRecord>, OfficeError> {
    let mut records = Vec::new();
    for row in store::of_case(tx, &from.writing.case.id)?.iter().rev() {
        let appeal = progress_of(row)?;
        records.push(received(from, row, &appeal)?);
        records.extend(handled(from, tx, row, &appeal)?);
    }
    Ok(records)
}

fn received(from: &Source<'_>, row: &Row, appeal: &Appeal) -> Result<TypedRecord, OfficeError> {
    let words = from.words;
    let told = told_of(from.office.secrets(), row)?;
    let signed = words.t(if told.signed { "application-yes" } else { "application-no" });
    let handed_in = appeal.handed_in().map(short_day).unwrap_or_default();
    let facts = [
        ("appeal-received", short_day(appeal.received)),
        ("appeal-handed-in", handed_in),
        (
            if appeal.decision.is_dismissal { "record-appealed-dismissal" } else { "record-appealed" },
            short_day(appeal.decision.decided),
        ),
        ("appeal-in-the-name-of", told.in_the_name_of),
        ("appeal-signed", signed),
    ];
    let facts = facts.map(|(key, said)| Fact::new(words.t(key), said));
    let sections = vec![
        Section::facts(words.t("record-appeal-about"), facts),
        Section::new(words.t("appeal-wanted"), vec![Piece::Text(told.wanted)]),
    ];
    let (id, title) = (format!("appeal-{}", row.position), words.t("record-appeal"));
    Ok(TypedRecord { id, title, day: appeal.received, sections })
}

/// What was done with it, step by step; `None` while nothing has been.
fn handled(from: &Source<'_>, tx: &mut Tx<'_>, row: &Row, appeal: &Appeal) -> Result<Option<TypedRecord>, OfficeError> {
    let words = from.words;
    let writing = Writing { own_body: own_body(tx, row)?, ..from.writing.clone() };
    let mut told = Vec::new();
    let mut mended = told_of(from.office.secrets(), row)?.mended.into_iter();
    for state in appeal.steps() {
        if let AppealState::Reconsidered { by, .. } = state {
            let who = accounts::find(tx, &by.0)?.map_or_else(|| by.0.clone(), |officer| officer.name);
            told.push(Fact::new(words.t("record-reconsidered-by"), who));
        }
        let came = match state {
            AppealState::Mended { .. } => {
                Some(mended.next().map_or_else(|| words.t("appeal-mended"), |it| mending(&writing, &it)))
            }
            other => came_of(&writing, other),
        };
        if let Some(said) = came {
            told.push(Fact::new(
                format!("{} {}", words.t(&format!("appeal-state-{}", state.word())), short_day(state.on())),
                said,
            ));
        }
    }
    let Some(last) = appeal.steps().last().filter(|_| !told.is_empty()) else { return Ok(None) };
    let (id, title) = (format!("handling-{}", row.position), words.t("record-handling"));
    let sections = vec![Section::facts(words.t("record-steps"), told)];
    Ok(Some(TypedRecord { id, title, day: last.on(), sections }))
}

/// What came in when the appeal was mended.
fn mending(writing: &Writing, mended: &Mended) -> String {
    let words = writing.words();
    let signed = mended.signed.then(|| words.t("appeal-mended-signed"));
    let authorised = mended.authorised.then(|| words.t("appeal-mended-authorised"));
    let wanted = Some(mended.wanted.trim().to_owned()).filter(|wanted| !wanted.is_empty());
    [signed, authorised, wanted].into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// What a step came to; `None` for steps that say nothing more, and for what is only proposed.
fn came_of(writing: &Writing, state: &AppealState) -> Option<String> {
    let words = writing.words();
    Some(match state {
        AppealState::Timely { deadline, .. } => {
            deadline.map(|day| words.ta("record-last-day", &[("day", &short_day(day))]))?
        }
        AppealState::Late { deadline, .. } => words.ta("record-last-day", &[("day", &short_day(*deadline))]),
        AppealState::Excused { ground, reason, .. } => format!("{}. {reason}", words.t(&ground.text_key())),
        AppealState::Defective { defects, mend_by, .. } => {
            let defects: Vec<String> = defects.iter().map(|defect| words.t(&defect.text_key())).collect();
            format!("{}. {} {}", defects.join(", "), words.t("appeal-mend-by"), short_day(*mend_by))
        }
        AppealState::Reconsidered { result, .. } => words.t(&result.text_key()),
        AppealState::Forwarded { to, .. } => decisions::body_name(writing, *to),
        AppealState::Decided { result, told, .. } => {
            let told = told.map(|day| words.ta("record-body-told", &[("day", &short_day(day))]));
            [Some(words.t(&result.text_key())), told].into_iter().flatten().collect::<Vec<_>>().join(". ")
        }
        AppealState::SentBack { reason, .. } => reason.clone(),
        AppealState::TakenUp { .. } => words.t("record-taken-up"),
        AppealState::Dismissed { reason, .. } => reason.clone(),
        AppealState::Received { .. }
        | AppealState::Mended { .. }
        | AppealState::Notified { .. }
        | AppealState::ToBeDismissed { .. }
        | AppealState::Withdrawn { .. } => return None,
    })
}
