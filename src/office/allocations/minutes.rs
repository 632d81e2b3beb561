//! The minutes of a closed meeting, and the grounds of what it decided.

use super::closing::grounds_name;
use super::paper;
use crate::access::{Action, Thing};
use crate::office::dwellings::address_and_unit;
use crate::office::{About, Actor, Office, OfficeError, documents};
use crate::secrets::{KeyError, Secrets};
use crate::store::allocations as store;
use crate::store::{StoreError, applications};
use housing::Date;
use housing::fit::{Fit, MoveLimits};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;

/// What was decided, as it is kept with the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    pub day: Date,
    pub closed_by: String,
    /// Name, part, and the numbers of the applications they did not decide about.
    pub participants: Vec<(String, String, Vec<String>)>,
    pub decided: Vec<Decided>,
    pub choices: Vec<Laid>,
    /// How much could move; `None` in minutes from before it was written.
    #[serde(default)]
    pub limits: Option<MoveLimits>,
    pub without_home: usize,
    /// The run that was decided on, and the program that found it.
    pub run: i64,
    pub program: String,
    pub optimal: bool,
    pub score: i64,
}

/// A placement in the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub number: String,
    pub home: String,
    pub from: Option<String>,
    pub step: i64,
    pub chosen: String,
    pub score: u32,
    /// Clauses that must be cleared up before the offer.
    pub open: Vec<String>,
}

/// A choice in the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Laid {
    pub kind: String,
    pub number: Option<String>,
    pub home: Option<String>,
    pub cap: Option<String>,
    pub at_most: Option<u32>,
    /// Empty where nobody wrote one.
    pub reason: String,
    pub taken_back: bool,
    /// A later choice counted in its place.
    #[serde(default)]
    pub overridden: bool,
}

/// Why a household was given a home, clause by clause, as it stood when the meeting was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// The application's.
    pub number: String,
    pub address: String,
    pub fit: Fit,
}

/// The document of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinutesPdf {
    pub file_name: String,
    pub bytes: Vec<u8>,
}

fn row_name(meeting: &str) -> String {
    format!("allocation_meeting.minutes:{meeting}")
}

impl Minutes {
    pub(super) fn sealed(&self, secrets: &Secrets, meeting: &str) -> Result<Vec<u8>, KeyError> {
        let text = serde_json::to_string(self).expect("minutes are texts, days and whole numbers");
        secrets.encrypt(&row_name(meeting), &text)
    }
}

/// The minutes as they were written; `None` while the meeting is open.
fn written(office: &Office, id: &str) -> Result<Option<Minutes>, OfficeError> {
    let meeting = office.store().read(|tx| store::find(tx, id))?.ok_or(OfficeError::NotFound)?;
    let Some(sealed) = meeting.minutes else { return Ok(None) };
    let unreadable = || StoreError::WrongType { index: 8, wanted: "minutes sealed with this key" };
    let text = office.secrets().decrypt(&row_name(id), &sealed).map_err(|_| unreadable())?;
    Ok(Some(serde_json::from_str(&text).map_err(|_| unreadable())?))
}

/// The minutes of a meeting that is closed.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such meeting.
pub fn minutes(office: &Office, actor: &Actor, id: &str) -> Result<Option<Minutes>, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    written(office, id)?.map(|minutes| without_protected(office, actor, minutes)).transpose()
}

/// The minutes as the document that was kept. Where somebody in it has become protected since, only the named group may
/// see it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such meeting, it is open, or it was closed before documents were kept.
pub fn minutes_pdf(office: &Office, actor: &Actor, id: &str) -> Result<MinutesPdf, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let minutes = written(office, id)?.ok_or(OfficeError::NotFound)?;
    actor.may_tie(!hidden(office, actor, &minutes)?.is_empty())?;
    let kept = office.store().read(|tx| store::paper(tx, id))?.ok_or(OfficeError::NotFound)?;
    let corrupt = || StoreError::Corrupt { what: "minutes of a meeting", found: id.to_owned() };
    let bytes = office.secrets().decrypt_bytes(&paper::row_name(id), &kept.content).map_err(|_| corrupt())?;
    if documents::sha256(&bytes) != kept.sha256 {
        return Err(corrupt().into());
    }
    office.looked(actor, About::thing(Thing::Allocation, id), json!({"minutes": true}).to_string())?;
    Ok(MinutesPdf { file_name: format!("referat-{}.pdf", minutes.day), bytes })
}

/// Why each placement of a closed meeting was made, but for households that the actor may not see beside a home.
///
/// # Errors
/// When the actor may not look at allocations.
pub fn grounds(office: &Office, actor: &Actor, id: &str) -> Result<Vec<Grounds>, OfficeError> {
    actor.may(Action::Look, Thing::Allocation)?;
    let unreadable = || StoreError::WrongType { index: 8, wanted: "grounds sealed with this key" };
    office.store().read(|tx| {
        let mut all = Vec::new();
        for placement in store::placements_of(tx, id)? {
            let of_household = applications::of_household(tx, &placement.household)?;
            let ours = of_household.iter().find(|it| placement.application.as_ref().is_none_or(|id| *id == it.id));
            let Some(application) = ours.filter(|it| actor.may_tie(it.restricted).is_ok()) else { continue };
            let home = store::homes_by_id(tx, &[&placement.dwelling])?.into_iter().next();
            let sealed = office.secrets().decrypt(&grounds_name(&placement.id), &placement.grounds);
            let text = sealed.map_err(|_| unreadable())?;
            all.push(Grounds {
                number: application.number(),
                address: home.map(|home| address_and_unit(&home.dwelling.facts)).unwrap_or_default(),
                fit: serde_json::from_str(&text).map_err(|_| unreadable())?,
            });
        }
        Ok(all)
    })
}

/// The minutes without those who have become protected since, for whoever may not see them beside a home.
fn without_protected(office: &Office, actor: &Actor, mut minutes: Minutes) -> Result<Minutes, OfficeError> {
    let hidden = hidden(office, actor, &minutes)?;
    minutes.decided.retain(|it| !hidden.contains(&it.number));
    minutes.choices.retain(|it| it.number.as_ref().is_none_or(|number| !hidden.contains(number)));
    Ok(minutes)
}

/// The numbers in the minutes that the actor may not see beside a home.
fn hidden(office: &Office, actor: &Actor, minutes: &Minutes) -> Result<BTreeSet<String>, StoreError> {
    let numbers = minutes
        .decided
        .iter()
        .map(|it| it.number.clone())
        .chain(minutes.choices.iter().filter_map(|it| it.number.clone()));
    let numbers: BTreeSet<String> = numbers.collect();
    office.store().read(|tx| {
        let mut hidden = BTreeSet::new();
        for number in &numbers {
            let parts = number.split_once('/').and_then(|(year, serial)| year.parse().ok().zip(serial.parse().ok()));
            let Some((year, serial)) = parts else { continue };
            let known = applications::find_by_number(tx, year, serial)?;
            if known.is_some_and(|application| actor.may_tie(application.restricted).is_err()) {
                hidden.insert(number.clone());
            }
        }
        Ok(hidden)
    })
}
