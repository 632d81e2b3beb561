//! Applications: the list, an application's page, and entering and changing them by hand.

mod entering;
mod words;

pub use entering::{as_facts, change, problems, set_status};
pub(in crate::office) use entering::{change_in, enter_in, save as save_in};
pub use words::told;

use super::changes::{self, Change};
use super::dwellings::Listing;
use super::people::{HouseholdOf, household_of};
use super::{About, Actor, Office, OfficeError};
use crate::access::{Action, Denied, Thing};
use crate::store::applications::{self as store, Application, Filter, Listed, SortBy};
use crate::store::cases::Case;
use crate::store::people::{self as store_people, Person};
use crate::store::{Slice, Tx, cases};
use housing::Date;
use housing::applications::{ApplicationFacts, ApplicationStatus};
use housing::people::PersonFacts;
use serde_json::json;

/// The applications that match, part by part; the trace tells what was asked for.
///
/// # Errors
/// When the actor may not look at applications.
pub fn list(
    office: &Office,
    actor: &Actor,
    filter: &Filter,
    order: (SortBy, bool),
    slice: Slice,
) -> Result<Listing<Listed>, OfficeError> {
    actor.may(Action::Look, Thing::Application)?;
    let filter = Filter { sees_protected: actor.sees_protected, ..filter.clone() };
    let total = office.remembered(&format!("applications {filter:?}"), |tx| store::count(tx, &filter))?;
    let rows = office.store().read(|tx| store::list(tx, &filter, order, slice))?;
    let details = json!({"filter": changes::asked(&filter), "from": slice.offset, "rows": rows.len()}).to_string();
    office.looked(actor, About::thing(Thing::Application, ""), details)?;
    Ok(Listing { rows, total })
}

/// The areas and officers to choose among.
///
/// # Errors
/// When the actor may not look at applications.
pub fn areas_and_officers(office: &Office, actor: &Actor) -> Result<(Vec<String>, Vec<String>), OfficeError> {
    actor.may(Action::Look, Thing::Application)?;
    Ok(office.remembered("applications areas and officers", store::areas_and_officers)?)
}

/// Everything an application's page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub application: Application,
    pub applicant: Person,
    pub household: Option<HouseholdOf>,
    pub statuses: Vec<(Date, ApplicationStatus)>,
    pub cases: Vec<Case>,
    pub changes: Vec<Change>,
}

/// An application with all that is known of it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn whole(office: &Office, actor: &Actor, id: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Application)?;
    let whole = office.store().read(|tx| {
        let (application, applicant) = known_application(tx, actor, id)?;
        Ok::<_, OfficeError>(Whole {
            household: household_of(tx, &application.household)?,
            statuses: store::statuses(tx, id)?,
            cases: cases::of_application(tx, id)?,
            changes: changes::of(tx, Thing::Application, id)?,
            application,
            applicant,
        })
    })?;
    let about = About { thing: Thing::Application, id, person: &whole.applicant.id };
    office.looked(actor, about, String::new())?;
    Ok(whole)
}

/// The application with its applicant, if the actor may know of them (`L7.2`).
pub(in crate::office) fn known_application(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: &str,
) -> Result<(Application, Person), OfficeError> {
    let application = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
    let applicant = store_people::find(tx, &application.applicant)?.ok_or(OfficeError::NotFound)?;
    let restricted = application.restricted || store_people::is_restricted(tx, &applicant.id)?;
    actor.may_tie(restricted).map_err(|_| OfficeError::Denied(Denied::Hidden))?;
    Ok((application, applicant))
}

/// An application as the rules of the trade see it.
pub fn facts_of(application: &Application, applicant: &Person) -> ApplicationFacts {
    ApplicationFacts {
        applicant: PersonFacts {
            name: applicant.name.clone(),
            identity: None,
            born: applicant.born,
            telephone: applicant.telephone.clone(),
            email: applicant.email.clone(),
            protection: applicant.protection,
            protection_to_check: applicant.protection_to_check,
        },
        kind: application.kind,
        received: application.received,
        size: application.size,
        situation: application.situation,
        target_groups: application.target_groups.clone(),
        rooms: application.rooms,
        wished_area: application.wished_area.clone(),
        wheelchair: application.wheelchair,
        income: application.income,
        status: application.status,
        decided: application.decided,
        officer: application.officer.clone(),
        note: application.note.clone(),
    }
}
