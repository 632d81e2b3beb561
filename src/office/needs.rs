//! What a household needs: living skills, housing history, follow-up, home and own wish, each found on a day.

mod words;

pub use words::{Measures, help, rooms, told};

use super::cases::known_case;
use super::{About, Actor, Office, OfficeError, Problem, intake, new_id, rule_sets};
use crate::access::{Action, Thing};
use crate::clock::Instant;
use crate::secrets::Secrets;
use crate::store::applications::Application;
use crate::store::cases::Case;
use crate::store::needs::{self as store, SealedFinding};
use crate::store::people::Person;
use crate::store::{StoreError, Tx, accounts};
use housing::Date;
use housing::applications::{Answers, Custody, HelpWanted};
use housing::assessment::FollowUpRow;
use housing::needs::{Access, FollowUpNeed, HomeNeed, HousingHistory, LivingSkills, OwnWish};
use housing::people::RoomNorm;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// What was found, by what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", content = "found", rename_all = "kebab-case")]
pub enum Content {
    Skills(LivingSkills),
    History(HousingHistory),
    FollowUp(FollowUpNeed),
    Home(HomeNeed),
    Wish(OwnWish),
}

impl Content {
    /// The stored word for what it is about, which addresses use too.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Skills(_) => "skills",
            Self::History(_) => "history",
            Self::FollowUp(_) => "follow-up",
            Self::Home(_) => "home",
            Self::Wish(_) => "wish",
        }
    }
}

/// What was found on a day, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub content: Content,
    pub day: Date,
    /// The officer's name.
    pub who: String,
}

/// What the applicant said of the need, as findings would tell it; nobody has found any of it yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    pub contents: Vec<Content>,
    /// The help they have and want, in their words.
    pub help: HelpWanted,
    /// The day it was said; `None` when no form was taken in.
    pub day: Option<Date>,
}

impl Stated {
    fn of(application: &Application, answers: &Answers, day: Option<Date>) -> Self {
        let mut access = answers.health.access.clone();
        if application.wheelchair == Some(true) && !access.contains(&Access::Wheelchair) {
            access.insert(0, Access::Wheelchair);
        }
        let kinds = answers.help.follow_up_kinds.clone();
        let said = [
            Content::History(HousingHistory { rows: answers.history.clone() }),
            Content::FollowUp(FollowUpNeed { kinds, ..FollowUpNeed::default() }),
            Content::Home(HomeNeed {
                access,
                areas: answers.wish.areas(application.wished_area.as_deref()),
                ..HomeNeed::default()
            }),
            Content::Wish(OwnWish { kind: answers.wish.need_kind, words: answers.wish.own_words.clone() }),
        ];
        Self {
            contents: said.into_iter().filter(|content| !is_empty(content)).collect(),
            help: answers.help.clone(),
            day,
        }
    }
}

/// Everything the page of needs shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    pub case: Case,
    pub application: Application,
    pub applicant: Person,
    /// The newest first.
    pub findings: Vec<Finding>,
    pub stated: Stated,
    pub room_norm: RoomNorm,
    /// Children who live in the home part of the time: the norm does not count them.
    pub custody: Custody,
    /// The municipality's table, or the usual one.
    pub follow_up_table: Vec<FollowUpRow>,
}

/// What the content of a finding is bound to: it opens in its own row only.
fn row_name(id: &str) -> String {
    format!("need_record.content:{id}")
}

/// What has been found about the household of a case.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub fn show(office: &Office, actor: &Actor, id: &str) -> Result<Needs, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    let (today, secrets) = (office.today(), office.secrets());
    let needs = office.store().read(|tx| {
        let (case, application, applicant) = known_case(tx, actor, id)?;
        let officers = accounts::officers(tx)?;
        let name = |id: &str| officers.iter().find(|officer| officer.id == id).map(|officer| officer.name.clone());
        let opened = |sealed: SealedFinding| {
            let content = opened(secrets, &sealed)?;
            Ok::<_, OfficeError>(Finding {
                content,
                day: sealed.day,
                who: name(&sealed.officer).unwrap_or(sealed.officer),
            })
        };
        let findings =
            store::of_household(tx, &application.household)?.into_iter().map(opened).collect::<Result<_, _>>()?;
        let (answers, said_on) = intake::answers(tx, secrets, &application.id)?;
        let rules = rule_sets::in_force(tx, today)?.map(|known| known.rules);
        Ok::<_, OfficeError>(Needs {
            room_norm: rule_sets::room_norms(tx)?.on(today).clone(),
            follow_up_table: rules.map_or_else(FollowUpRow::usual, |rules| rules.follow_up),
            stated: Stated::of(&application, &answers, said_on),
            custody: answers.custody,
            case,
            application,
            applicant,
            findings,
        })
    })?;
    office.looked(actor, About { thing: Thing::Case, id, person: &needs.applicant.id }, String::new())?;
    Ok(needs)
}

/// What a finding says.
pub(in crate::office) fn opened(secrets: &Secrets, sealed: &SealedFinding) -> Result<Content, OfficeError> {
    let unreadable = || StoreError::WrongType { index: 7, wanted: "a finding sealed with this key" };
    let text = secrets.decrypt(&row_name(&sealed.id), &sealed.content).map_err(|_| unreadable())?;
    Ok(serde_json::from_str(&text).map_err(|_| unreadable())?)
}

/// Records what was found today. Nothing found before is changed.
///
/// # Errors
/// [`OfficeError::Invalid`] when nothing was found, or a day lies in the future; [`OfficeError::Stale`]
/// when the case is closed.
pub fn record(office: &Office, actor: &Actor, case: &str, content: &Content) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Case)?;
    office.change(actor, |work| {
        let problems = problems(content, work.today);
        if !problems.is_empty() {
            return Err(OfficeError::Invalid(problems));
        }
        let (case, application, _) = known_case(work.tx, work.actor, case)?;
        if case.closed.is_some() {
            return Err(OfficeError::Stale);
        }
        let id = keep(work.tx, work.secrets, &application, (content, work.today), (&work.actor.id, work.now))?;
        // What was found may be about health: it is sealed in its row, and the journal tells that it was written.
        let details = json!({"after": {"need": content.word(), "finding": id}}).to_string();
        work.note("record", About { thing: Thing::Case, id: &case.id, person: &case.applicant }, details);
        Ok(())
    })
}

/// Keeps a finding about the household of an application; the answer is its id.
pub(in crate::office) fn keep(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    application: &Application,
    (content, day): (&Content, Date),
    (officer, at): (&str, Instant),
) -> Result<String, OfficeError> {
    let id = new_id();
    let text = serde_json::to_string(content).expect("a finding can be written as JSON");
    let sealed = SealedFinding {
        content: secrets.encrypt(&row_name(&id), &text)?,
        household: application.household.clone(),
        application: application.id.clone(),
        kind: content.word().to_owned(),
        officer: officer.to_owned(),
        id: id.clone(),
        day,
        at,
    };
    store::insert(tx, sealed)?;
    Ok(id)
}

/// Whether nothing was found.
fn is_empty(content: &Content) -> bool {
    match content {
        Content::Skills(skills) => {
            skills.ratings.iter().all(|rating| rating.worker.step().is_none() && rating.own.step().is_none())
        }
        Content::History(history) => history.rows.is_empty(),
        Content::FollowUp(need) => *need == FollowUpNeed::default(),
        Content::Home(need) => *need == HomeNeed::default(),
        Content::Wish(wish) => *wish == OwnWish::default(),
    }
}

/// What cannot be saved: nothing found, or days that cannot be.
fn problems(content: &Content, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    if is_empty(content) {
        problems.push(Problem::plain("form", "need-problem-empty"));
    }
    if let Content::History(history) = content {
        let wrong =
            |row: &housing::needs::HistoryRow| row.from > today || row.until.is_some_and(|until| until < row.from);
        if history.rows.iter().any(wrong) {
            problems.push(Problem::plain("rows", "need-problem-days"));
        }
    }
    problems
}
