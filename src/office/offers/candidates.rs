//! The homes that can be offered to the household of a case today.

use super::empty::{self, Empty};
use crate::access::{Action, Thing};
use crate::office::cases::{known_case, number};
use crate::office::{About, Actor, Office, OfficeError, decisions, rule_sets};
use crate::secrets::Secrets;
use crate::store::applications::Application;
use crate::store::dwellings::{self as homes, CategoryFilter, Filter, Listed, SortBy, StatusFilter};
use crate::store::offers as store;
use crate::store::{Slice, StoreError, Tx};
use housing::Date;
use housing::decisions::{DecisionKind, LeaseLength};
use housing::dwellings::{Category, DwellingStatus, Rooms};
use housing::text::fold;

/// A home that can be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub home: Listed,
    /// It has at least the rooms that the household needs by the norm; `None` when one of them is not known.
    pub rooms_do: Option<bool>,
    /// An allocation meeting has given it to the household.
    pub given: bool,
    pub empty: Empty,
}

/// What a home is when it can be offered, those that are ready to let first.
const CAN_BE_OFFERED: [DwellingStatus; 4] =
    [DwellingStatus::Vacant, DwellingStatus::Reserved, DwellingStatus::BeingPrepared, DwellingStatus::NoticeGiven];

/// The most homes that are shown at once.
const MOST: usize = 50;

/// What is needed to offer a home to the household of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToOffer {
    pub case: String,
    /// `2026/00417-2`
    pub number: String,
    pub party: String,
    /// Those with rooms enough first; of them those that are vacant, then those with fewest rooms to spare.
    pub homes: Vec<Candidate>,
    /// How many there are, shown or not.
    pub total: usize,
    /// The length of lease that was granted, or is usual; `None` is open-ended.
    pub lease_months: Option<u16>,
}

/// The homes that can be offered to the household of a case, whose address or area holds the words, and the lease
/// it was granted.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub fn to_offer(office: &Office, actor: &Actor, case: &str, words: &str) -> Result<ToOffer, OfficeError> {
    actor.may(Action::Change, Thing::Offer)?;
    let today = office.today();
    let (to_offer, person) = office.store().read(|tx| {
        let (case, application, applicant) = known_case(tx, actor, case)?;
        let mut homes = free(tx, (case.kind, &application), words, today)?;
        let total = homes.len();
        homes.truncate(MOST);
        for one in &mut homes {
            one.empty = empty::of(tx, &one.home.id, today)?;
        }
        let to_offer = ToOffer {
            number: number(&application, &case),
            party: applicant.name.to_string(),
            lease_months: lease_months(tx, office.secrets(), &case.id, today)?,
            case: case.id,
            homes,
            total,
        };
        Ok::<_, OfficeError>((to_offer, applicant.id))
    })?;
    let about = About { thing: Thing::Offer, id: "", person: &person };
    office.looked(actor, about, serde_json::json!({"case": to_offer.case}).to_string())?;
    Ok(to_offer)
}

/// The homes that are not promised: those that a meeting gave the household first, then those that do for it.
fn free(
    tx: &mut Tx<'_>,
    (kind, application): (DecisionKind, &Application),
    words: &str,
    today: Date,
) -> Result<Vec<Candidate>, StoreError> {
    // A care home goes to whoever was granted one; everybody else gets another home.
    let is_care = kind == DecisionKind::CareHome;
    let category = if is_care { CategoryFilter::Is(Category::CareHome) } else { CategoryFilter::Ordinary };
    let (promised, placements) = (store::promised(tx, today)?, store::placements(tx)?);
    let need = application.room_need;
    let candidate = |given: bool| {
        move |home: Listed| {
            let rooms_do = home.rooms.zip(need).map(|(has, needs)| has >= needs);
            Candidate { rooms_do, given, empty: Empty::Now, home }
        }
    };
    let ours = |placement: &&store::Placement| placement.application.as_ref() == Some(&application.id);
    let given =
        placements.values().find(ours).map(|placement| listed(tx, &placement.dwelling, today)).transpose()?.flatten();
    let mut free: Vec<Candidate> =
        given.into_iter().filter(|home| !promised.contains(&home.id)).map(candidate(true)).collect();
    for status in CAN_BE_OFFERED {
        let status = Some(StatusFilter::Is(status));
        let filter = Filter { status, category: Some(category), words: fold(words), ..Filter::default() };
        let homes = homes::list(tx, (&filter, today), (SortBy::Address, false), Slice::WHOLE)?.into_iter();
        let homes = homes.filter(|home| !promised.contains(&home.id) && !placements.contains_key(&home.id));
        free.extend(homes.map(candidate(false)));
    }
    let spare = |home: &Listed| home.rooms.zip(need).map(|(Rooms(has), Rooms(needs))| has.abs_diff(needs));
    let ready = |home: &Listed| home.status.is_ready_to_let();
    free.sort_by_key(|one| (!one.given, one.rooms_do != Some(true), !ready(&one.home), spare(&one.home)));
    Ok(free)
}

/// A home as lists show it, whatever it is: what a meeting gave may be lived in still.
fn listed(tx: &mut Tx<'_>, id: &str, today: Date) -> Result<Option<Listed>, StoreError> {
    let Some(home) = homes::find(tx, id)? else { return Ok(None) };
    let building = Filter { building: Some(home.facts.address.key()), ..Filter::default() };
    let homes = homes::list(tx, (&building, today), (SortBy::Address, false), Slice::WHOLE)?;
    Ok(homes.into_iter().find(|home| home.id == id))
}

/// The length of lease that was granted in the case; what is usual when the decision does not say.
fn lease_months(tx: &mut Tx<'_>, secrets: &Secrets, case: &str, today: Date) -> Result<Option<u16>, OfficeError> {
    let granted = match decisions::standing(tx, case)? {
        Some(decision) => decisions::written_of(secrets, &decision)?.lease,
        None => None,
    };
    Ok(match granted {
        Some(LeaseLength::Months(months)) => Some(months),
        Some(LeaseLength::OpenEnded) => None,
        None => rule_sets::in_force(tx, today)?.map(|known| known.rules.lease.months(false, false)),
    })
}
