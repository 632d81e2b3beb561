//! What was found before, in words, with what follows from it.

use crate::office::needs::{Content, Finding, Needs};
use crate::web::Frame;
use crate::web::dwellings::rooms_text;
use housing::Date;
use housing::applications::HelpWanted;
use housing::needs::{HistoryRow, HousingHistory, LivingSkills};
use housing::people::RoomNeed;

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
        facts: facts(frame, needs, &finding.content, today),
    };
    of_part.map(view).chain(stated(frame, needs, word, today)).collect()
}

/// What the applicant said of a part, before anybody had found anything.
fn stated(frame: &Frame, needs: &Needs, word: &str, today: Date) -> Option<FoundView> {
    let (day, said) = (needs.stated.day?, &needs.stated.contents);
    let content = said.iter().find(|content| content.word() == word);
    let mut told = content.map(|content| facts(frame, needs, content, today)).unwrap_or_default();
    if word == "follow-up" {
        told.extend(help(frame, &needs.stated.help));
    }
    if word == "wish" {
        told.extend(needs.application.rooms.map(|rooms| (frame.t("intake-rooms"), rooms_text(frame, rooms))));
    }
    let (iso, text, who) = (day.to_string(), frame.day(&day), frame.t("need-stated"));
    (!told.is_empty()).then_some(FoundView { iso, day: text, who, facts: told })
}

/// The help they have and want, as the application says it.
fn help(frame: &Frame, said: &HelpWanted) -> Vec<(String, String)> {
    let wants = said.wants_follow_up.map(|wants| frame.t(if wants { "application-yes" } else { "application-no" }));
    let told = [
        ("intake-services", said.services.clone()),
        ("intake-wants_follow_up", wants),
        ("intake-contact_person", said.contact_person.clone()),
    ];
    told.into_iter().filter_map(|(key, text)| Some((frame.t(key), text?))).collect()
}

/// Whether the form of a part is filled in with what the applicant said.
pub fn is_stated(needs: &Needs, word: &str) -> bool {
    let found = needs.findings.iter().any(|finding| finding.content.word() == word);
    !found && needs.stated.contents.iter().any(|content| content.word() == word)
}

fn facts(frame: &Frame, needs: &Needs, content: &Content, today: Date) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut tell = |key: &str, said: Option<String>| {
        facts.extend(said.filter(|said| !said.is_empty()).map(|said| (frame.t(key), said)))
    };
    match content {
        Content::Skills(skills) => return of_skills(frame, needs, skills),
        Content::History(history) => return of_history(frame, history, today),
        Content::FollowUp(need) => {
            let level = |level: Option<housing::needs::FollowUpLevel>| level.map(|level| frame.t(&level.text_key()));
            tell("need-level-today", level(need.today));
            tell("need-level-needed", level(need.needed));
            tell("need-gap", need.gap().map(|gap| gap.to_string()));
            let kinds: Vec<String> = need.kinds.iter().map(|kind| frame.t(&kind.text_key())).collect();
            tell("need-follow-up-kinds", Some(kinds.join(", ")));
        }
        Content::Home(need) => {
            tell("need-kind", need.kind.map(|kind| frame.t(&kind.text_key())));
            tell(
                "need-rooms",
                need.rooms(needs.application.size, &needs.room_norm).map(|rooms_needed| rooms(frame, rooms_needed)),
            );
            tell("need-rooms-reason", need.rooms.as_ref().map(|(_, reason)| reason.clone()));
            let access: Vec<String> = need.access.iter().map(|access| frame.t(&access.text_key())).collect();
            tell("need-access", Some(access.join(", ")));
            tell("need-areas", Some(need.areas.join(", ")));
            tell("need-near", need.near.clone());
            tell("need-far", need.far_from.clone());
        }
        Content::Wish(wish) => {
            tell("need-kind", wish.kind.map(|kind| frame.t(&kind.text_key())));
            tell("need-wish", wish.words.clone());
        }
    }
    facts
}

/// So many rooms, or from so many to so many.
pub fn rooms(frame: &Frame, need: RoomNeed) -> String {
    let (least, most) = (frame.t(&need.least.text_key()), frame.t(&need.most.text_key()));
    if need.least == need.most { least } else { format!("{least} – {most}") }
}

fn of_skills(frame: &Frame, needs: &Needs, skills: &LivingSkills) -> Vec<(String, String)> {
    let result = skills.result(&needs.follow_up_table);
    let names = |domains: &[housing::needs::SkillDomain]| {
        domains.iter().map(|domain| frame.t(&domain.text_key())).collect::<Vec<_>>().join(", ")
    };
    let hardest =
        result.hardest.as_ref().map(|(rating, domains)| format!("{}: {}", frame.t(&rating.text_key()), names(domains)));
    let facts = [
        ("need-hardest", hardest.unwrap_or_default()),
        ("need-three-or-more", result.three_or_more.to_string()),
        ("need-seen-differently", names(&result.seen_differently)),
        ("need-suggested", result.suggested.map(|level| frame.t(&level.text_key())).unwrap_or_default()),
        ("need-skills-note", skills.note.clone().unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, said)| !said.is_empty()).map(|(key, said)| (frame.t(key), said)).collect()
}

fn of_history(frame: &Frame, history: &HousingHistory, today: Date) -> Vec<(String, String)> {
    let period = |row: &HistoryRow| format!("{} – {}", frame.day(&row.from), frame.day_or_dash(&row.until));
    let said = |row: &HistoryRow| {
        let ending = row.ending.map(|ending| frame.t(&ending.text_key()));
        let known = [Some(frame.t(&row.kind.text_key())), row.municipality.clone(), row.landlord.clone(), ending];
        known.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let longest = history.longest_stable(today);
    let longest =
        longest.map(|stay| format!("{} ({})", frame.t1("application-days", "days", stay.days), period(&stay.row)));
    let derived = [
        (frame.t("need-failed"), history.failed(today).count().to_string()),
        (frame.t("need-longest"), longest.unwrap_or_else(|| frame.t("assessment-nothing"))),
    ];
    derived.into_iter().chain(history.rows.iter().map(|row| (period(row), said(row)))).collect()
}
