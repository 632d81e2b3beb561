//! Cases: what an application opens, who has them, what is due in them, and how they are passed on.

mod opening;
mod passing_on;
mod waiting;

pub(in crate::office) use opening::{Staff, follow, follow_status, open, request_of};
pub use passing_on::{Receiver, hand_over, take};
pub use waiting::{NewHold, put_on_hold, reopen, resume, withdraw};

use super::applications::known_application;
use super::changes::{self, Change};
use super::people::{HouseholdOf, household_of};
use super::{About, Actor, Office, OfficeError, Work};
use crate::access::{self, Action, Denied, Thing};
use crate::store::accounts::{self, Officer};
use crate::store::applications::{self, Application};
use crate::store::cases::{self as store, Case, Handover, Hold};
use crate::store::documents::{self, Document};
use crate::store::people::Person;
use crate::store::units::{self, Unit};
use crate::store::{StoreError, Tx};
use housing::cases::{Case as Clock, InterimAnswer};

/// Everything a case's page shows, but for what other subjects add to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub case: Case,
    pub application: Application,
    pub applicant: Person,
    pub household: Option<HouseholdOf>,
    /// Every case of the application, this one too.
    pub cases: Vec<Case>,
    /// The newest first.
    pub handovers: Vec<Handover>,
    /// The newest first.
    pub holds: Vec<Hold>,
    /// Of the application and all its cases, oldest first.
    pub documents: Vec<Document>,
    pub changes: Vec<Change>,
    pub colleagues: Colleagues,
    /// It was closed without a decision, and can go on.
    pub may_be_reopened: bool,
}

impl Whole {
    /// `2026/00417-2`
    pub fn number(&self) -> String {
        number(&self.application, &self.case)
    }

    /// The time it waits now, if it waits.
    pub fn hold(&self) -> Option<&Hold> {
        self.holds.iter().find(|hold| hold.ended.is_none())
    }
}

/// The number people see: `2026/00417-2`.
pub fn number(application: &Application, case: &Case) -> String {
    format!("{}-{}", application.number(), case.position)
}

/// A case as the rules of the trade see it: how long it has been here, and what is due.
pub fn clock(case: &Case) -> Clock {
    let interim = case.interim_sent.zip(case.promised).map(|(sent, expected)| InterimAnswer { sent, expected });
    Clock {
        kind: case.kind,
        received: case.received,
        interim_answers: interim.into_iter().collect(),
        decided: case.closed,
    }
}

/// Who works here, for choosing among and for calling by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colleagues {
    pub officers: Vec<Officer>,
    pub units: Vec<Unit>,
}

impl Colleagues {
    /// Everybody who works here.
    ///
    /// # Errors
    /// When the store fails.
    pub fn of(office: &Office) -> Result<Self, StoreError> {
        office.store().read(Self::read)
    }

    pub(in crate::office) fn read(tx: &mut Tx<'_>) -> Result<Self, StoreError> {
        Ok(Self { officers: accounts::officers(tx)?, units: units::all(tx)? })
    }

    /// An officer's name; the id where nobody has it.
    pub fn officer(&self, id: &str) -> String {
        self.officers.iter().find(|officer| officer.id == id).map_or_else(|| id.to_owned(), |it| it.name.clone())
    }

    /// A unit's name; the id where none has it.
    pub fn unit(&self, id: &str) -> String {
        self.units.iter().find(|unit| unit.id == id).map_or_else(|| id.to_owned(), |unit| unit.name.clone())
    }

    /// Those who may have a case; a restricted one only those of the named group (`L7.2`).
    pub fn who_may_have(&self, restricted: bool) -> impl Iterator<Item = &Officer> {
        self.officers.iter().filter(move |officer| may_have(officer, restricted))
    }
}

fn may_have(officer: &Officer, restricted: bool) -> bool {
    !officer.closed
        && access::may(officer.role, Action::Change, Thing::Case).is_ok()
        && access::may_tie(officer.sees_protected, restricted).is_ok()
}

/// A case with all that is known of it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn whole(office: &Office, actor: &Actor, id: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    let whole = office.store().read(|tx| {
        let (case, application, applicant) = known_case(tx, actor, id)?;
        Ok::<_, OfficeError>(Whole {
            household: household_of(tx, &application.household)?,
            cases: store::of_application(tx, &application.id)?,
            handovers: store::handovers(tx, id)?,
            holds: store::holds(tx, id)?,
            documents: documents::of_application(tx, &application.id)?,
            changes: changes::of(tx, Thing::Case, id)?,
            colleagues: Colleagues::read(tx)?,
            may_be_reopened: waiting::may_be_reopened(tx, &case)?,
            case,
            application,
            applicant,
        })
    })?;
    office.looked(actor, About { thing: Thing::Case, id, person: &whole.applicant.id }, String::new())?;
    Ok(whole)
}

/// The case with its application and applicant, if the actor may know of them (`L7.2`).
pub(in crate::office) fn known_case(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: &str,
) -> Result<(Case, Application, Person), OfficeError> {
    let case = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    actor.may_tie(case.restricted).map_err(|_| OfficeError::Denied(Denied::Hidden))?;
    let (application, applicant) = known_application(tx, actor, &case.application)?;
    Ok((case, application, applicant))
}

/// An open case as it stood when `version` was shown.
fn open_case(work: &mut Work<'_, '_>, (id, version): (&str, i64)) -> Result<Case, OfficeError> {
    let (case, _, _) = known_case(work.tx, work.actor, id)?;
    if case.version != version || case.closed.is_some() {
        return Err(OfficeError::Stale);
    }
    Ok(case)
}

fn note(work: &mut Work<'_, '_>, action: &str, case: &Case, details: &serde_json::Value) {
    let about = About { thing: Thing::Case, id: &case.id, person: &case.applicant };
    work.note(action, about, details.to_string());
}

/// The case with this number, such as `2026/00417-2`; `None` when there is none that the actor may know of.
///
/// # Errors
/// When the actor may not look at cases.
pub fn id_of_number(office: &Office, actor: &Actor, number: &str) -> Result<Option<String>, OfficeError> {
    actor.may(Action::Look, Thing::Case)?;
    let parts = number.split_once('/').and_then(|(year, rest)| Some((year, rest.split_once('-')?)));
    let Some((Ok(year), (Ok(serial), Ok(position)))) =
        parts.map(|(year, (serial, position))| (year.parse(), (serial.parse(), position.parse::<i64>())))
    else {
        return Ok(None);
    };
    office.store().read(|tx| {
        let Some(application) = applications::find_by_number(tx, year, serial)? else { return Ok(None) };
        let cases = store::of_application(tx, &application.id)?;
        let case = cases.into_iter().find(|case| case.position == position);
        Ok(case.filter(|case| actor.may_tie(case.restricted).is_ok()).map(|case| case.id))
    })
}
