//! The forms of needs: what stands in them, and what they say.

use crate::office::Problem;
use crate::office::needs::{Content, Needs};
use crate::web::dwellings::choices;
use crate::web::reading::{code, codes, not_offered};
use crate::web::{FormValues, Frame};
use housing::decisions::FollowUpKind;
use housing::dwellings::Rooms;
use housing::needs::{
    Access, FollowUpLevel, FollowUpNeed, HistoryRow, HomeNeed, HousingHistory, LivingSkills, NeedKind, OwnWish, Rating,
    SkillDomain, SkillRating, StayEnding, StayKind,
};
use housing::written;

/// Rows for homes somebody has lived in: as many as an application has.
const HISTORY_ROWS: usize = 40;

type Pairs = Vec<(String, String)>;
/// Code, word, and whether it is chosen.
type Chosen = Vec<(String, String, bool)>;

/// What can be chosen.
pub struct Lists {
    pub ratings: Pairs,
    pub stays: Pairs,
    pub endings: Pairs,
    pub levels: Pairs,
    pub follow_up: Chosen,
    pub needs: Pairs,
    pub access: Chosen,
}

impl Lists {
    pub fn new(frame: &Frame, form: &FormValues) -> Self {
        let chosen = |field: &str, list: Pairs| {
            let is_chosen = |code: &str| form.get(field).split(' ').any(|one| one == code);
            list.into_iter().map(|(code, word)| (code.clone(), word, is_chosen(&code))).collect()
        };
        let follow_up = choices(frame, FollowUpKind::ALL, FollowUpKind::code, FollowUpKind::text_key);
        let access = choices(frame, Access::ALL, Access::code, Access::text_key);
        Self {
            ratings: choices(frame, Rating::ALL, Rating::code, Rating::text_key),
            stays: choices(frame, StayKind::ALL, StayKind::code, StayKind::text_key),
            endings: choices(frame, StayEnding::ALL, StayEnding::code, StayEnding::text_key),
            levels: choices(frame, FollowUpLevel::ALL, FollowUpLevel::code, FollowUpLevel::text_key),
            follow_up: chosen("follow_up", follow_up),
            needs: choices(frame, NeedKind::ALL, NeedKind::code, NeedKind::text_key),
            access: chosen("access", access),
        }
    }
}

/// One domain of living skills with what stands in its two fields.
pub struct SkillView {
    pub code: &'static str,
    pub name: String,
    pub worker: String,
    pub own: String,
}

/// One home in the housing history.
pub struct HistoryRowView {
    pub at: usize,
    pub from: String,
    pub until: String,
    pub kind: String,
    pub place: String,
    pub landlord: String,
    pub ending: String,
}

/// Every domain with what stands in the form.
pub fn skills(frame: &Frame, form: &FormValues) -> Vec<SkillView> {
    let rating = |field: String| form.filled(&field).unwrap_or(Rating::NotRated.code()).to_owned();
    let view = |domain: &SkillDomain| SkillView {
        code: domain.code(),
        name: frame.t(&domain.text_key()),
        worker: rating(format!("worker-{}", domain.code())),
        own: rating(format!("own-{}", domain.code())),
    };
    SkillDomain::ALL.iter().map(view).collect()
}

/// The rows of the history, empty ones too.
fn history(form: &FormValues) -> Vec<HistoryRowView> {
    let field = |name: &str, at: usize| form.get(&format!("{name}-{at}")).to_owned();
    let row = |at: usize| HistoryRowView {
        at,
        from: field("from", at),
        until: field("until", at),
        kind: field("kind", at),
        place: field("place", at),
        landlord: field("landlord", at),
        ending: field("ending", at),
    };
    (0..HISTORY_ROWS).map(row).collect()
}

/// The rows that are shown: those that are filled in and two more.
pub fn rows_shown(form: &FormValues) -> Vec<HistoryRowView> {
    let mut rows = history(form);
    let is_filled = |row: &HistoryRowView| !(row.from.is_empty() && row.kind.is_empty() && row.place.is_empty());
    let filled = rows.iter().rposition(is_filled).map_or(0, |last| last + 1);
    rows.truncate(filled + 2);
    rows
}

/// What the forms show: the newest finding of each part, or what the applicant said where nothing is found.
pub fn values(needs: &Needs) -> FormValues {
    let mut pairs = Pairs::new();
    let mut seen: Vec<&str> = Vec::new();
    for finding in &needs.findings {
        let word = finding.content.word();
        if !seen.contains(&word) {
            seen.push(word);
            tell(&finding.content, &mut pairs);
        }
    }
    for said in needs.stated.contents.iter().filter(|said| !seen.contains(&said.word())) {
        tell(said, &mut pairs);
    }
    FormValues::of(pairs.iter().map(|(name, value)| (name.as_str(), value.clone())))
}

fn tell(content: &Content, pairs: &mut Pairs) {
    let mut tell = |name: &str, value: Option<String>| pairs.extend(value.map(|value| (name.to_owned(), value)));
    match content {
        Content::Skills(skills) => {
            for rating in &skills.ratings {
                tell(&format!("worker-{}", rating.domain.code()), Some(rating.worker.code().to_owned()));
                tell(&format!("own-{}", rating.domain.code()), Some(rating.own.code().to_owned()));
            }
            tell("skills_note", skills.note.clone());
        }
        Content::History(history) => {
            for (at, row) in history.rows.iter().enumerate() {
                tell(&format!("from-{at}"), Some(row.from.to_string()));
                tell(&format!("until-{at}"), row.until.map(|day| day.to_string()));
                tell(&format!("kind-{at}"), Some(row.kind.code().to_owned()));
                tell(&format!("place-{at}"), row.municipality.clone());
                tell(&format!("landlord-{at}"), row.landlord.clone());
                tell(&format!("ending-{at}"), row.ending.map(|ending| ending.code().to_owned()));
            }
        }
        Content::FollowUp(need) => {
            tell("level_today", need.today.map(|level| level.code().to_owned()));
            tell("level_needed", need.needed.map(|level| level.code().to_owned()));
            tell("follow_up", Some(joined(&need.kinds, |kind| kind.code())));
        }
        Content::Home(need) => {
            tell("need_kind", need.kind.map(|kind| kind.code().to_owned()));
            tell("rooms", need.rooms.as_ref().map(|(rooms, _)| rooms.0.to_string()));
            tell("rooms_reason", need.rooms.as_ref().map(|(_, reason)| reason.clone()));
            tell("access", Some(joined(&need.access, |access| access.code())));
            tell("areas", Some(need.areas.join(", ")));
            tell("near", need.near.clone());
            tell("far_from", need.far_from.clone());
        }
        Content::Wish(wish) => {
            tell("wish_kind", wish.kind.map(|kind| kind.code().to_owned()));
            tell("wish", wish.words.clone());
        }
    }
}

fn joined<T: Copy>(list: &[T], code: impl Fn(T) -> &'static str) -> String {
    list.iter().map(|&one| code(one)).collect::<Vec<_>>().join(" ")
}

/// What a form says, with everything that cannot be read; `None` when there is no such part.
pub fn read(part: &str, form: &FormValues) -> Option<(Content, Vec<Problem>)> {
    let mut problems = Vec::new();
    let content = match part {
        "skills" => Content::Skills(read_skills(form, &mut problems)),
        "history" => Content::History(read_history(form, &mut problems)),
        "follow-up" => Content::FollowUp(FollowUpNeed {
            today: code(form, "level_today", &mut problems),
            needed: code(form, "level_needed", &mut problems),
            kinds: codes(form, "follow_up", &mut problems),
        }),
        "home" => Content::Home(read_home(form, &mut problems)),
        "wish" => Content::Wish(OwnWish {
            kind: code(form, "wish_kind", &mut problems),
            words: form.filled("wish").map(str::to_owned),
        }),
        _ => return None,
    };
    Some((content, problems))
}

fn read_skills(form: &FormValues, problems: &mut Vec<Problem>) -> LivingSkills {
    let mut rating = |field: String| match form.filled(&field).map(str::parse) {
        Some(Ok(rating)) => rating,
        None => Rating::NotRated,
        Some(Err(_)) => {
            problems.push(not_offered("ratings", form.get(&field)));
            Rating::NotRated
        }
    };
    let of = |&domain: &SkillDomain| SkillRating {
        domain,
        worker: rating(format!("worker-{}", domain.code())),
        own: rating(format!("own-{}", domain.code())),
    };
    LivingSkills {
        ratings: SkillDomain::ALL.iter().map(of).collect(),
        note: form.filled("skills_note").map(str::to_owned),
    }
}

/// Rows with a first day; a row that is begun without one, or cannot be read, is named.
fn read_history(form: &FormValues, problems: &mut Vec<Problem>) -> HousingHistory {
    let mut rows = Vec::new();
    for row in history(form) {
        let HistoryRowView { from, until, kind, place, landlord, ending, .. } = row;
        if [&from, &until, &kind, &place, &landlord, &ending].iter().all(|field| field.is_empty()) {
            continue;
        }
        let until = if until.is_empty() { Ok(None) } else { written::day(&until).map(Some) };
        let ending = (!ending.is_empty()).then(|| ending.parse().map_err(|_| ending)).transpose();
        if let Err(found) = &ending {
            problems.push(not_offered("rows", found));
        }
        if !kind.is_empty() && kind.parse::<StayKind>().is_err() {
            problems.push(not_offered("rows", &kind));
        }
        let (Ok(from), Ok(until), Ok(kind)) = (written::day(&from), until, kind.parse()) else {
            problems.push(Problem::plain("rows", "need-problem-row"));
            continue;
        };
        let filled = |text: String| (!text.is_empty()).then_some(text);
        let (municipality, landlord) = (filled(place), filled(landlord));
        rows.push(HistoryRow { from, until, kind, municipality, landlord, ending: ending.ok().flatten() });
    }
    HousingHistory { rows }
}

fn read_home(form: &FormValues, problems: &mut Vec<Problem>) -> HomeNeed {
    let rooms =
        form.filled("rooms").map(|typed| written::whole_number(typed).ok().and_then(|rooms| u8::try_from(rooms).ok()));
    let reason = form.filled("rooms_reason");
    let rooms = match (rooms, reason) {
        (Some(Some(rooms)), Some(reason)) if (1..=9).contains(&rooms) => Some((Rooms(rooms), reason.to_owned())),
        (Some(_), _) => {
            problems.push(Problem::plain("rooms", "need-problem-rooms"));
            None
        }
        (None, _) => None,
    };
    let text = |field: &str| form.filled(field).map(str::to_owned);
    let areas = form.get("areas").split(',').map(str::trim).filter(|area| !area.is_empty());
    HomeNeed {
        kind: code(form, "need_kind", problems),
        rooms,
        access: codes(form, "access", problems),
        areas: areas.map(str::to_owned).collect(),
        near: text("near"),
        far_from: text("far_from"),
    }
}
