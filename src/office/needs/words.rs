//! What was found of a household's needs, in words: the same on its page, and in the file that goes with an appeal.

use super::{Content, Needs};
use crate::texts::{Wording, short_day};
use housing::Date;
use housing::applications::HelpWanted;
use housing::assessment::FollowUpRow;
use housing::needs::{HistoryRow, HousingHistory, LivingSkills};
use housing::people::{HouseholdSize, RoomNeed, RoomNorm};

/// What needs are held against on a day.
#[derive(Clone, Copy, Debug)]
pub struct Measures<'a> {
    pub size: Option<HouseholdSize>,
    pub room_norm: &'a RoomNorm,
    pub follow_up_table: &'a [FollowUpRow],
    pub today: Date,
}

impl<'a> Measures<'a> {
    /// What these needs are held against.
    pub fn of(needs: &'a Needs, today: Date) -> Self {
        let (size, room_norm) = (needs.application.size, &needs.room_norm);
        Self { size, room_norm, follow_up_table: &needs.follow_up_table, today }
    }
}

/// What was found, label and words.
pub fn told(words: &impl Wording, content: &Content, measures: Measures<'_>) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut tell = |key: &str, said: Option<String>| {
        facts.extend(said.filter(|said| !said.is_empty()).map(|said| (words.t(key), said)))
    };
    match content {
        Content::Skills(skills) => return of_skills(words, measures, skills),
        Content::History(history) => return of_history(words, history, measures.today),
        Content::FollowUp(need) => {
            let level = |level: Option<housing::needs::FollowUpLevel>| level.map(|level| words.t(&level.text_key()));
            tell("need-level-today", level(need.today));
            tell("need-level-needed", level(need.needed));
            tell("need-gap", need.gap().map(|gap| gap.to_string()));
            let kinds: Vec<String> = need.kinds.iter().map(|kind| words.t(&kind.text_key())).collect();
            tell("need-follow-up-kinds", Some(kinds.join(", ")));
        }
        Content::Home(need) => {
            tell("need-kind", need.kind.map(|kind| words.t(&kind.text_key())));
            let rooms_needed = need.rooms(measures.size, measures.room_norm);
            tell("need-rooms", rooms_needed.map(|needed| rooms(words, needed)));
            tell("need-rooms-reason", need.rooms.as_ref().map(|(_, reason)| reason.clone()));
            let access: Vec<String> = need.access.iter().map(|access| words.t(&access.text_key())).collect();
            tell("need-access", Some(access.join(", ")));
            tell("need-areas", Some(need.areas.join(", ")));
            tell("need-near", need.near.clone());
            tell("need-far", need.far_from.clone());
        }
        Content::Wish(wish) => {
            tell("need-kind", wish.kind.map(|kind| words.t(&kind.text_key())));
            tell("need-wish", wish.words.clone());
        }
    }
    facts
}

/// The help they have and want, as the application says it.
pub fn help(words: &impl Wording, said: &HelpWanted) -> Vec<(String, String)> {
    let told = [
        ("intake-services", said.services.clone()),
        ("intake-wants_follow_up", said.wants_follow_up.map(|wants| words.yes_no(wants))),
        ("intake-contact_person", said.contact_person.clone()),
    ];
    told.into_iter().filter_map(|(key, text)| Some((words.t(key), text?))).collect()
}

/// So many rooms, or from so many to so many.
pub fn rooms(words: &impl Wording, need: RoomNeed) -> String {
    let (least, most) = (words.t(&need.least.text_key()), words.t(&need.most.text_key()));
    if need.least == need.most { least } else { format!("{least} – {most}") }
}

fn of_skills(words: &impl Wording, measures: Measures<'_>, skills: &LivingSkills) -> Vec<(String, String)> {
    let result = skills.result(measures.follow_up_table);
    let names = |domains: &[housing::needs::SkillDomain]| {
        domains.iter().map(|domain| words.t(&domain.text_key())).collect::<Vec<_>>().join(", ")
    };
    let hardest =
        result.hardest.as_ref().map(|(rating, domains)| format!("{}: {}", words.t(&rating.text_key()), names(domains)));
    let facts = [
        ("need-hardest", hardest.unwrap_or_default()),
        ("need-three-or-more", result.three_or_more.to_string()),
        ("need-seen-differently", names(&result.seen_differently)),
        ("need-suggested", result.suggested.map(|level| words.t(&level.text_key())).unwrap_or_default()),
        ("need-skills-note", skills.note.clone().unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, said)| !said.is_empty()).map(|(key, said)| (words.t(key), said)).collect()
}

fn of_history(words: &impl Wording, history: &HousingHistory, today: Date) -> Vec<(String, String)> {
    let period =
        |row: &HistoryRow| format!("{} – {}", short_day(row.from), row.until.map_or_else(|| "–".to_owned(), short_day));
    let said = |row: &HistoryRow| {
        let ending = row.ending.map(|ending| words.t(&ending.text_key()));
        let known = [Some(words.t(&row.kind.text_key())), row.municipality.clone(), row.landlord.clone(), ending];
        known.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let days = |days: i64| words.ta("application-days", &[("days", &days.to_string())]);
    let longest = history.longest_stable(today);
    let longest = longest.map(|stay| format!("{} ({})", days(stay.days.into()), period(&stay.row)));
    let derived = [
        (words.t("need-failed"), history.failed(today).count().to_string()),
        (words.t("need-longest"), longest.unwrap_or_else(|| words.t("assessment-nothing"))),
    ];
    derived.into_iter().chain(history.rows.iter().map(|row| (period(row), said(row)))).collect()
}
