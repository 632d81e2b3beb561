//! What an application said: kept section by section with its day, and what it lacks.

use crate::access::{Action, Thing};
use crate::office::applications::known_application;
use crate::office::changes::{Facts, difference};
use crate::office::{About, Actor, Office, OfficeError, Work, letters};
use crate::secrets::Secrets;
use crate::store::applications::Application;
use crate::store::documents::{self, Document, Way};
use crate::store::intake::{self as store, Representative};
use crate::store::people::Person;
use crate::store::{StoreError, Tx};
use housing::Date;
use housing::applications::{AlsoKnown, Answers, Enclosure, Missing, RepresentativeRole};
use housing::people::OF_AGE;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::HashMap;

/// What an encrypted section is bound to: it opens in its own row only.
fn row_name(application: &str, section: &str) -> String {
    format!("application_answer.facts:{application}/{section}")
}

/// Kept even when nothing stands in it: it says that a form was taken in, and that it is not signed.
const ALWAYS: &str = "signed";

/// Keeps what was said, a row a section, from the day the application came; sections without an answer are left out.
pub(super) fn save(work: &mut Work<'_, '_>, application: &Application, answers: &Answers) -> Result<(), OfficeError> {
    let (said, nothing) = (sections(answers), sections(&Answers::default()));
    for ((section, facts), (_, blank)) in said.into_iter().zip(nothing) {
        if facts != blank || section == ALWAYS {
            let sealed = work.secrets.encrypt(&row_name(&application.id, &section), &facts.to_string())?;
            store::save_answer(work.tx, (&application.id, &section), application.received, sealed)?;
        }
    }
    // Where they say they live, letters go, until somebody notes another address.
    let address = answers.contact.address.as_deref().map(lines).unwrap_or_default();
    if address.is_empty() {
        return Ok(());
    }
    letters::note_post_address(work, application, &address, application.received)
}

/// Sections that tell of health, or are in the applicant's own words: the journal says that they changed, and no more.
const IN_CONFIDENCE: [&str; 7] = ["health", "wish", "help", "leaving", "history", "home", "members"];

/// Keeps what is said now, from today on, in the sections that say something else than before.
pub(super) fn save_anew(work: &mut Work<'_, '_>, application: &Application, said: &Answers) -> Result<(), OfficeError> {
    let (known, newest) = answers(work.tx, work.secrets, &application.id)?;
    let (mut before, mut after, mut confided) = (Facts::new(), Facts::new(), Vec::new());
    for ((section, facts), (_, was)) in sections(said).into_iter().zip(sections(&known)) {
        if facts == was && (newest.is_some() || section != ALWAYS) {
            continue;
        }
        let sealed = work.secrets.encrypt(&row_name(&application.id, &section), &facts.to_string())?;
        store::save_answer(work.tx, (&application.id, &section), work.today, sealed)?;
        if IN_CONFIDENCE.contains(&section.as_str()) {
            confided.push(section);
        } else {
            before.extend(was.as_object().cloned().unwrap_or_default());
            after.extend(facts.as_object().cloned().unwrap_or_default());
        }
    }
    if !confided.is_empty() {
        after.insert("answers".to_owned(), confided.join(" ").into());
    }
    if before != after {
        let about = About { thing: Thing::Application, id: &application.id, person: &application.applicant };
        work.note("change", about, difference(&before, &after));
    }
    match &said.contact.address {
        Some(address) if known.contact.address.as_ref() != Some(address) => {
            letters::note_post_address(work, application, &lines(address), work.today)
        }
        Some(_) | None => Ok(()),
    }
}

/// The lines of a postal address as it was stated on one line.
fn lines(address: &str) -> Vec<String> {
    address.split([',', '\n']).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Each section by its name.
fn sections(answers: &Answers) -> Vec<(String, Value)> {
    match serde_json::to_value(answers).expect("answers are texts, numbers and days") {
        Value::Object(sections) => sections.into_iter().collect(),
        other => vec![(String::new(), other)],
    }
}

/// One section of an application as it stands.
///
/// # Errors
/// [`StoreError::Corrupt`] when what is kept does not open with this key.
pub(in crate::office) fn opened(
    secrets: &Secrets,
    (application, section): (&str, &str),
    sealed: &[u8],
) -> Result<Value, StoreError> {
    opened_as(secrets, (application, section), sealed)
}

fn opened_as<T: DeserializeOwned>(
    secrets: &Secrets,
    (application, section): (&str, &str),
    sealed: &[u8],
) -> Result<T, StoreError> {
    let corrupt = || StoreError::Corrupt { what: "answer", found: section.to_owned() };
    let text = secrets.decrypt(&row_name(application, section), sealed).map_err(|_| corrupt())?;
    serde_json::from_str(&text).map_err(|_| corrupt())
}

/// The answers of an application as they stand.
///
/// # Errors
/// [`StoreError::Corrupt`] when what is kept does not open with this key.
pub(in crate::office) fn answers(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    application: &str,
) -> Result<(Answers, Option<Date>), StoreError> {
    let corrupt = |section: &str| StoreError::Corrupt { what: "answer", found: section.to_owned() };
    let (mut whole, mut newest) = (sections(&Answers::default()), None);
    for (section, from, sealed) in store::answers(tx, application)? {
        let facts = opened(secrets, (application, &section), &sealed)?;
        newest = newest.max(Some(from));
        if let Some((_, value)) = whole.iter_mut().find(|(name, _)| *name == section) {
            *value = facts;
        }
    }
    let answers = serde_json::from_value(Value::Object(whole.into_iter().collect()));
    Ok((answers.map_err(|_| corrupt("whole"))?, newest))
}

/// What an application said, by the day it was said: what came first, and what was said anew or filled in later.
///
/// # Errors
/// [`StoreError::Corrupt`] when what is kept does not open with this key.
pub(in crate::office) fn by_day(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    application: &str,
) -> Result<Vec<(Date, Answers)>, StoreError> {
    let mut days: Vec<(Date, HashMap<String, Value>)> = Vec::new();
    for (section, from, sealed) in store::every_answer(tx, application)? {
        let facts = opened(secrets, (application, &section), &sealed)?;
        match days.last_mut() {
            Some((day, said)) if *day == from => drop(said.insert(section, facts)),
            Some(_) | None => days.push((from, HashMap::from([(section, facts)]))),
        }
    }
    let whole = |(day, mut said): (Date, HashMap<String, Value>)| {
        let sections = sections(&Answers::default()).into_iter();
        let filled = sections.map(|(name, blank)| (name.clone(), said.remove(&name).unwrap_or(blank))).collect();
        let answers = serde_json::from_value(Value::Object(filled));
        Ok((day, answers.map_err(|_| StoreError::Corrupt { what: "answer", found: "whole".to_owned() })?))
    };
    days.into_iter().map(whole).collect()
}

/// What the open applications answered of the facts that rules ask for, by application; the other sections are
/// left out.
///
/// # Errors
/// As [`answers`].
pub(in crate::office) fn answers_of_open(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
) -> Result<HashMap<String, Answers>, StoreError> {
    let mut all: HashMap<String, Answers> = HashMap::new();
    for (application, section, sealed) in
        store::answers_of_open(tx, &["stay", "home", "history", "economy", "members"])?
    {
        let said = all.entry(application.clone()).or_default();
        let row = (application.as_str(), section.as_str());
        match section.as_str() {
            "stay" => said.stay = opened_as(secrets, row, &sealed)?,
            "home" => said.home = opened_as(secrets, row, &sealed)?,
            "history" => said.history = opened_as(secrets, row, &sealed)?,
            "economy" => said.economy = opened_as(secrets, row, &sealed)?,
            "members" => said.members = opened_as(secrets, row, &sealed)?,
            _ => {}
        }
    }
    Ok(all)
}

/// What the page of an application shows of what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub answers: Answers,
    /// The day it was said; `None` when no form was taken in.
    pub from: Option<Date>,
    pub representatives: Vec<Representative>,
    pub documents: Vec<Document>,
    pub missing: Vec<Missing>,
}

/// What an application said and what it lacks; read with its page, whose look is in the journal.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn said(office: &Office, actor: &Actor, id: &str) -> Result<Said, OfficeError> {
    actor.may(Action::Look, Thing::Application)?;
    let said = office.store().read(|tx| {
        let (application, applicant) = known_application(tx, actor, id)?;
        opened_whole(tx, office.secrets(), (&application, &applicant), office.today())
    })?;
    office.looked(actor, About { thing: Thing::Application, id, person: "" }, String::new())?;
    Ok(said)
}

/// What an application said and what it lacks.
///
/// # Errors
/// As [`answers`].
pub(in crate::office) fn opened_whole(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (application, applicant): (&Application, &Person),
    today: Date,
) -> Result<Said, OfficeError> {
    let (answers, from) = answers(tx, secrets, &application.id)?;
    let representatives = store::representatives(tx, &application.id)?;
    let documents = documents::of_application(tx, &application.id)?;
    let missing = from.map(|_| {
        with_handed_in(answers.clone(), &documents).missing(also_known(
            (application, applicant),
            &representatives,
            today,
        ))
    });
    Ok(Said { missing: missing.unwrap_or_default(), answers, from, representatives, documents })
}

/// The answers, with what was handed in counted as enclosed.
fn with_handed_in(mut answers: Answers, documents: &[Document]) -> Answers {
    let handed_in = documents.iter().filter(|document| document.way == Way::In);
    answers.signed.enclosed.extend(handed_in.filter_map(|document| document.kind.parse::<Enclosure>().ok()));
    answers
}

fn also_known(
    (application, applicant): (&Application, &Person),
    representatives: &[Representative],
    today: Date,
) -> AlsoKnown {
    let age = applicant.born.and_then(|born| housing::people::age_on(born, application.received));
    let is_child = age.is_some_and(|age| age < OF_AGE);
    let guards = |one: &Representative| one.role == RepresentativeRole::Guardian && one.acts_on(today);
    AlsoKnown {
        identity: applicant.identity.is_some(),
        birth: applicant.born.is_some(),
        household: application.size.is_some(),
        situation: application.situation.is_some(),
        income: application.income.is_some(),
        authority_lacks: representatives.iter().any(|one| one.lacks_authority(today)),
        child_alone: is_child && representatives.is_empty(),
        mandate_unknown: !is_child && representatives.iter().any(|one| guards(one) && one.mandate.is_none()),
    }
}
