//! The minutes as a document: made as the meeting is closed, and kept with it as it was.

use super::minutes::{Decided, Laid, Minutes};
use super::problem::KEPT_APART;
use crate::office::letters::{self, Words};
use crate::office::{OfficeError, Work, documents};
use crate::store::allocations::{self as store, ChoiceKind, Meeting, Paper};
use ::letters::{Record, RecordPiece, RecordSection, printable, record};
use housing::fit::Clause;

/// What the kept document is bound to: it opens in its own row only.
pub(super) fn row_name(meeting: &str) -> String {
    format!("allocation_paper.content:{meeting}")
}

/// Makes the document of a meeting that is being closed, and keeps it. The answer is its mark.
pub(super) fn keep(work: &mut Work<'_, '_>, meeting: &Meeting, minutes: &Minutes) -> Result<String, OfficeError> {
    let settings = letters::settings(work.tx)?;
    let words = Words(settings.form);
    let sender = letters::sender(work.tx, &settings, None, (minutes.closed_by.clone(), None))?;
    let paper = Record {
        sender,
        language: words.of_letter(),
        title: words.ta("minutes-title", &[("day", &words.day(meeting.day))]),
        date: minutes.day,
        facts: facts(words, meeting, minutes),
        sections: sections(words, minutes),
    };
    let bytes = record(&paper).map_err(letters::refused)?;
    let sha256 = documents::sha256(&bytes);
    let content = work.secrets.encrypt_bytes(&row_name(&meeting.id), &bytes)?;
    store::insert_paper(work.tx, &Paper { meeting: meeting.id.clone(), sha256: sha256.clone(), content })?;
    Ok(sha256)
}

fn facts(words: Words, meeting: &Meeting, minutes: &Minutes) -> Vec<(String, String)> {
    vec![
        (words.t("minutes-day"), words.day(meeting.day)),
        (words.t("minutes-closed"), words.day(minutes.day)),
        (words.t("minutes-closed-by"), printable(&minutes.closed_by)),
    ]
}

fn sections(words: Words, minutes: &Minutes) -> Vec<RecordSection> {
    let present = minutes.participants.iter().map(|one| participant(words, one)).collect();
    let laid: Vec<String> = minutes.choices.iter().map(|choice| laid(words, choice)).collect();
    let laid = if laid.is_empty() {
        RecordPiece::Text { text: words.t("minutes-nothing-laid-down") }
    } else {
        RecordPiece::List { lines: laid }
    };
    let section = |heading: &str, piece| RecordSection { heading: words.t(heading), pieces: vec![piece] };
    vec![
        section("allocation-participants", RecordPiece::List { lines: present }),
        RecordSection { heading: words.t("allocation-decided"), pieces: decided(words, &minutes.decided) },
        section("allocation-choices", laid),
        section("minutes-basis", RecordPiece::Text { text: basis(words, minutes) }),
    ]
}

fn participant(words: Words, (name, part, aside): &(String, String, Vec<String>)) -> String {
    let who = if part.is_empty() { name.clone() } else { format!("{name} ({part})") };
    let aside = (!aside.is_empty()).then(|| words.ta("allocation-stepped-aside", &[("numbers", &aside.join(", "))]));
    printable(&[Some(who), aside].into_iter().flatten().collect::<Vec<_>>().join(". "))
}

/// How a placement came to be, in words.
fn chosen(words: Words, code: &str) -> String {
    words.t(&format!("allocation-chosen-{}", code.to_lowercase()))
}

fn decided(words: Words, decided: &[Decided]) -> Vec<RecordPiece> {
    if decided.is_empty() {
        return vec![RecordPiece::Text { text: words.t("allocation-nothing-decided") }];
    }
    let heads = ["minutes-step", "minutes-application", "allocation-home", "minutes-leaves", "minutes-how"];
    let row = |line: &Decided| {
        let from = line.from.clone().unwrap_or_default();
        vec![line.step.to_string(), line.number.clone(), line.home.clone(), from, chosen(words, &line.chosen)]
    };
    let table = RecordPiece::Table {
        heads: heads.map(|key| words.t(key)).into(),
        rows: decided.iter().map(|line| row(line).iter().map(|cell| printable(cell)).collect()).collect(),
    };
    let name =
        |code: &String| code.parse::<Clause>().map_or_else(|_| code.clone(), |clause| words.t(&clause.text_key()));
    let open = decided.iter().filter(|line| !line.open.is_empty()).map(|line| {
        let clauses = line.open.iter().map(name).collect::<Vec<_>>().join(", ");
        words.ta("minutes-to-clarify", &[("number", &line.number), ("clauses", &clauses)])
    });
    let open: Vec<String> = open.collect();
    let mut pieces = vec![table];
    if !open.is_empty() {
        pieces.push(RecordPiece::List { lines: open });
    }
    pieces
}

fn laid(words: Words, choice: &Laid) -> String {
    let kind = Some(words.t(&format!("allocation-choice-{}", choice.kind.to_lowercase())));
    let limit = limit(words, choice).filter(|limit| !limit.starts_with(KEPT_APART));
    let back = choice.taken_back.then(|| words.t("allocation-taken-back"));
    let overridden = choice.overridden.then(|| words.t("allocation-overridden"));
    let reason = choice.reason.trim();
    let reason = Some(if reason.is_empty() { words.t("allocation-no-reason") } else { reason.to_owned() });
    let told = [kind, choice.number.clone(), choice.home.clone(), limit, back, overridden, reason];
    printable(&told.into_iter().flatten().collect::<Vec<_>>().join(" – "))
}

/// What a limit was set to; `None` for what is no limit.
fn limit(words: Words, choice: &Laid) -> Option<String> {
    match (ChoiceKind::from_code(&choice.kind)?, &choice.cap, choice.at_most) {
        (ChoiceKind::Moves | ChoiceKind::Ring | ChoiceKind::Chain, _, at_most) => Some(most(words, at_most)),
        (ChoiceKind::Cap, Some(cap), Some(at_most)) => Some(format!("{cap}: {at_most}")),
        (ChoiceKind::Lock | ChoiceKind::Forbid | ChoiceKind::Hold | ChoiceKind::Reserve | ChoiceKind::Cap, _, _) => {
            None
        }
    }
}

fn most(words: Words, at_most: Option<u32>) -> String {
    match at_most {
        Some(count) => words.ta("allocation-most", &[("count", &count.to_string())]),
        None => words.t("allocation-no-limit"),
    }
}

fn basis(words: Words, minutes: &Minutes) -> String {
    let (run, score, without) = (minutes.run.to_string(), minutes.score.to_string(), minutes.without_home.to_string());
    let facts = [("run", run.as_str()), ("program", &minutes.program), ("score", &score), ("without", &without)];
    let proof = words.t(if minutes.optimal { "minutes-proven" } else { "minutes-not-proven" });
    let limits = minutes.limits.map(|limits| {
        let most = [limits.moves, limits.ring, limits.chain].map(|limit| most(words, limit));
        let limits = [("moves", most[0].as_str()), ("ring", &most[1]), ("chain", &most[2])];
        words.ta("minutes-limits", &limits)
    });
    let told = [Some(words.ta("allocation-minutes-ends", &facts)), Some(proof), limits];
    told.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
