//! The intake: a whole application entered in one sitting, with its household, its representative and what it
//! says, in one transaction.

mod completing;
mod drafts;
mod representing;
mod said;
mod words;

pub use completing::{complete, not_yet};
pub use drafts::{Draft, discard, draft, drafts, save_draft};
pub(in crate::office) use representing::represent_in;
pub use representing::{Representing, represent};
pub use said::{Said, said};
pub(in crate::office) use said::{answers, answers_of_open, by_day, opened, opened_whole};
pub use words::{Told, answer, home, is_money, member, told};

use super::applications::{enter_in, problems};
use super::people::{self, known, refuse};
use super::{About, Actor, Office, OfficeError, Problem, Work, expected, households};
use crate::access::{Action, Thing};
use crate::store::applications::{self as store_applications, Application};
use crate::store::households::{self as store_households, Member};
use crate::store::intake::{self as store, Representative};
use crate::store::people::{self as store_people, Person};
use housing::applications::{Answers, ApplicationFacts, ApplicationKind, AskedInWords, HousingSituation};
use housing::cases::HousingRequest;
use housing::people::{MemberRole, PersonFacts};

/// Who applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applicant {
    Known(String),
    /// Somebody new; `another` says that the officer has seen those of the same name and birth.
    New {
        facts: Box<PersonFacts>,
        another: bool,
    },
}

/// Somebody who is to move in with the applicant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMember {
    pub facts: PersonFacts,
    pub role: MemberRole,
}

/// An application as it was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    pub applicant: Applicant,
    pub facts: ApplicationFacts,
    pub members: Vec<NewMember>,
    pub representative: Option<Representative>,
    pub answers: Answers,
    /// The draft it was typed in, which has served its purpose.
    pub draft: Option<String>,
}

/// The text that says others have the applicant's name and birth.
pub const NAMESAKES: &str = "intake-problem-namesakes";

/// Registers an application: the applicant, the household, the representative, what was said and the cases it opens
/// (`L1.2`), or nothing of it. The answer is the application's id.
///
/// # Errors
/// [`OfficeError::Invalid`] names everything that cannot be true, and whoever is on the register already.
pub fn register(office: &Office, actor: &Actor, intake: &Intake) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    office.change(actor, |work| {
        refuse(impossible(work, intake)?)?;
        let applicant = person_of(work, &intake.applicant)?;
        refuse(before_birth(intake, &applicant))?;
        let request = request(intake.facts.kind, intake.facts.situation, &intake.answers);
        let application = enter_in(work, &applicant, &intake.facts, &request)?;
        for member in &intake.members {
            add_member(work, &application, member)?;
        }
        if !intake.members.is_empty() {
            households::refresh_restriction(work.tx, &application.household)?;
        }
        if let Some(representative) = &intake.representative {
            store::add_representative(work.tx, &application.id, representative)?;
        }
        said::save(work, &application, &intake.answers)?;
        expected::applied(work, &application)?;
        if let Some(draft) = &intake.draft {
            drafts::forget_own(work, draft)?;
        }
        Ok(application.id)
    })
}

/// What the application asks for: by its form, by how they live, and in words.
fn request(kind: Option<ApplicationKind>, situation: Option<HousingSituation>, answers: &Answers) -> HousingRequest {
    let asked = |what| answers.contact.asked_in_words.contains(&what);
    HousingRequest {
        kind: kind.unwrap_or(ApplicationKind::New),
        asks_for_dwelling: asked(AskedInWords::Dwelling),
        // Nobody who sleeps rough has to ask for a roof in the right words (sosialtjenesteloven § 27).
        needs_roof_now: asked(AskedInWords::RoofTonight) || situation == Some(HousingSituation::Rough),
        asks_for_start_loan: asked(AskedInWords::StartLoan),
        asks_for_grant: asked(AskedInWords::Grant),
    }
}

fn impossible(work: &mut Work<'_, '_>, intake: &Intake) -> Result<Vec<Problem>, OfficeError> {
    let mut found = problems(&intake.facts, work.today);
    found.extend(not_yet(&intake.answers, work.today));
    found.extend(wrong_with(work, &intake.applicant)?);
    for (index, member) in intake.members.iter().enumerate() {
        let wrong = people::problems(&member.facts, work.today);
        if !wrong.is_empty() {
            let number = (index + 1).to_string();
            found.push(Problem { field: "members", text: "intake-problem-member", facts: vec![("number", number)] });
        }
    }
    Ok(found)
}

/// What cannot be true of somebody new, and that others of their name are on the register.
pub(in crate::office) fn wrong_with(work: &mut Work<'_, '_>, person: &Applicant) -> Result<Vec<Problem>, OfficeError> {
    let Applicant::New { facts, another } = person else { return Ok(Vec::new()) };
    let mut found = people::problems(facts, work.today);
    if !another && facts.identity.is_none() {
        found.extend(namesakes(work, facts)?);
    }
    Ok(found)
}

/// Those of the same name who may be the applicant, as far as the officer may know of them (`L7.2`).
fn namesakes(work: &mut Work<'_, '_>, facts: &PersonFacts) -> Result<Option<Problem>, OfficeError> {
    let mut names = Vec::new();
    for person in store_people::find_by_name(work.tx, &facts.name)? {
        let may_be = facts.born.is_none() || person.born.is_none() || person.born == facts.born;
        if may_be && work.actor.may_tie(store_people::is_restricted(work.tx, &person.id)?).is_ok() {
            names.push(person.name.to_string());
        }
    }
    let count = names.len().to_string();
    let facts = vec![("count", count), ("name", names.first().cloned().unwrap_or_default())];
    Ok((!names.is_empty()).then_some(Problem { field: "another", text: NAMESAKES, facts }))
}

/// The person, entered on the register when they are new.
pub(in crate::office) fn person_of(work: &mut Work<'_, '_>, person: &Applicant) -> Result<Person, OfficeError> {
    match person {
        Applicant::Known(id) => known(work.tx, work.actor, id),
        Applicant::New { facts, .. } => {
            let id = people::enter_in(work, facts)?;
            store_people::find(work.tx, &id)?.ok_or(OfficeError::NotFound)
        }
    }
}

/// Nobody applies before they are born.
fn before_birth(intake: &Intake, applicant: &Person) -> Vec<Problem> {
    let early = applicant.born.is_some_and(|born| intake.facts.received < born);
    early.then(|| Problem::plain("received", "intake-problem-before-birth")).into_iter().collect()
}

/// Whoever is on the register already joins the household; others are added to it first.
fn add_member(work: &mut Work<'_, '_>, application: &Application, new: &NewMember) -> Result<(), OfficeError> {
    let same = match people::same(work.tx, work.secrets, &new.facts)? {
        Some(person) => known(work.tx, work.actor, &person.id).ok(),
        None => None,
    };
    let person = match same {
        Some(person) => person.id,
        None => people::enter_in(work, &new.facts).map_err(of_member)?,
    };
    let members = store_households::members(work.tx, &application.household)?;
    if members.iter().any(|member| member.person == person && member.until.is_none()) {
        return Ok(());
    }
    let member = Member {
        household: application.household.clone(),
        person,
        role: new.role,
        from: application.received,
        until: None,
    };
    store_households::save_member(work.tx, &member)?;
    let details = serde_json::json!({"after": {"member": member.person, "role": new.role.code()}}).to_string();
    work.note("change", About { thing: Thing::Household, id: &member.household, person: &member.person }, details);
    Ok(())
}

/// What is wrong with a member is told of the members, not of the applicant's fields of the same name.
fn of_member(error: OfficeError) -> OfficeError {
    match error {
        OfficeError::Invalid(_) => OfficeError::Invalid(vec![Problem::plain("members", "intake-problem-member-known")]),
        other => other,
    }
}

/// The open applications of a person, for seeing whether this one is there already.
///
/// # Errors
/// [`OfficeError::NotFound`] when the actor may not know of the person.
pub fn open_applications(office: &Office, actor: &Actor, person: &str) -> Result<Vec<Application>, OfficeError> {
    actor.may(Action::Look, Thing::Application)?;
    let open = office.store().read(|tx| {
        known(tx, actor, person)?;
        let mut applications = store_applications::of_applicant(tx, person)?;
        applications.retain(|it| it.status.is_open() && actor.may_tie(it.restricted).is_ok());
        Ok::<_, OfficeError>(applications)
    })?;
    office.looked(actor, About::person(person), String::new())?;
    Ok(open)
}

/// Those on the register who may be the one that is being typed: by identity number, or by name and birth.
///
/// # Errors
/// When the actor may not look at people.
pub fn alike(office: &Office, actor: &Actor, facts: &PersonFacts) -> Result<Vec<Person>, OfficeError> {
    actor.may(Action::Look, Thing::Person)?;
    let found = office.store().read(|tx| {
        let candidates = match &facts.identity {
            Some(_) => people::same_identity(tx, office.secrets(), facts)?.into_iter().collect(),
            None => store_people::find_by_name(tx, &facts.name)?,
        };
        let mut found = Vec::new();
        for person in candidates {
            let may_be = facts.born.is_none() || person.born.is_none() || person.born == facts.born;
            if may_be && actor.may_tie(store_people::is_restricted(tx, &person.id)?).is_ok() {
                found.push(person);
            }
        }
        Ok::<_, OfficeError>(found)
    })?;
    let abouts: Vec<About<'_>> = found.iter().map(|person| About::person(&person.id)).collect();
    office.looked_at(actor, &abouts, "")?;
    Ok(found)
}
