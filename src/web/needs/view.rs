//! What was found before, in words, with what follows from it.

use crate::office::needs::{Finding, Measures, Needs, help, told};
use crate::web::Frame;
use crate::web::dwellings::rooms_text;
use housing::Date;

/// A finding with its facts.
pub struct FoundView {
    pub iso: String,
    pub day: String,
    pub who: String,
    pub facts: Vec<(String, String)>,
}

/// The findings of one part, the newest first.
pub fn of(frame: &Frame, needs: &Needs, word: &str, today: Date) -> Vec<FoundView> {
    let of_part = needs.findings.iter().filter(|finding| finding.content.word() == word);
    let view = |finding: &Finding| FoundView {
        iso: finding.day.to_string(),
        day: frame.day(&finding.day),
        who: finding.who.clone(),
        facts: told(frame, &finding.content, Measures::of(needs, today)),
    };
    of_part.map(view).chain(stated(frame, needs, word, today)).collect()
}

/// What the applicant said of a part, before anybody had found anything.
fn stated(frame: &Frame, needs: &Needs, word: &str, today: Date) -> Option<FoundView> {
    let (day, said) = (needs.stated.day?, &needs.stated.contents);
    let content = said.iter().find(|content| content.word() == word);
    let mut facts = content.map(|content| told(frame, content, Measures::of(needs, today))).unwrap_or_default();
    if word == "follow-up" {
        facts.extend(help(frame, &needs.stated.help));
    }
    if word == "wish" {
        facts.extend(needs.application.rooms.map(|rooms| (frame.t("intake-rooms"), rooms_text(frame, rooms))));
    }
    let (iso, text, who) = (day.to_string(), frame.day(&day), frame.t("need-stated"));
    (!facts.is_empty()).then_some(FoundView { iso, day: text, who, facts })
}

/// Whether the form of a part is filled in with what the applicant said.
pub fn is_stated(needs: &Needs, word: &str) -> bool {
    let found = needs.findings.iter().any(|finding| finding.content.word() == word);
    !found && needs.stated.contents.iter().any(|content| content.word() == word)
}
