//! Offers as pages show them: each as it stands today, whoever may see it.

use super::chain::{self, Chain};
use super::saving::note_row;
use super::{Terms, progress_of, rule_of, terms_of};
use crate::access::{Action, Thing};
use crate::office::cases::{Colleagues, known_case, number};
use crate::office::changes::{self, Change};
use crate::office::{About, Actor, Office, OfficeError, allocations};
use crate::secrets::Secrets;
use crate::store::dwellings::{self as homes, Dwelling};
use crate::store::offers::{self as store, Filter, Listed, Offer as Row};
use crate::store::{Slice, StoreError, Tx, accounts};
use housing::Date;
use housing::assessment::OfferRule;
use housing::fit::Fit;
use housing::offers::{Consequence, EarlierOffer, Offer, OfferState, OfferStep, consequence};

/// One step, with the officer's name and what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTold {
    pub day: Date,
    pub who: String,
    pub state: OfferState,
    pub note: String,
}

/// An offer with its home, as it stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub row: Row,
    pub offer: Offer,
    pub rule: OfferRule,
    pub terms: Terms,
    pub home: Dwelling,
}

/// Everything the page of an offer shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub told: Told,
    /// `2026/00417-2`
    pub number: String,
    pub party: String,
    pub person: String,
    pub restricted: bool,
    pub steps: Vec<StepTold>,
    /// What the rule suggests, once it has ended.
    pub consequence: Option<Consequence>,
    /// The moves it hangs together with.
    pub chain: Chain,
    /// The application it answers.
    pub application: String,
    /// How the home suits the household today, while it is promised to it and for whoever may see what fits whom.
    pub fit: Option<Fit>,
    pub changes: Vec<Change>,
}

fn told(tx: &mut Tx<'_>, row: Row, today: Date) -> Result<Told, OfficeError> {
    Ok(Told {
        offer: progress_of(&row)?.on_day(today),
        rule: rule_of(&row)?,
        terms: terms_of(&row)?,
        home: homes::find(tx, &row.dwelling)?.ok_or(OfficeError::NotFound)?,
        row,
    })
}

/// An offer with all that is known of it.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is none, or none that the actor may know of.
pub fn whole(office: &Office, actor: &Actor, id: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Offer)?;
    let today = office.today();
    let (mut whole, applicant) = office.store().read(|tx| {
        let row = store::find(tx, id)?.ok_or(OfficeError::NotFound)?;
        let (case, application, applicant) = known_case(tx, actor, &row.case)?;
        let told = told(tx, row, today)?;
        let may_tie = !case.restricted && !applicant.protection.hides_home();
        let tied = (told.offer.holds_the_home() && may_tie).then(|| (application.clone(), applicant.name.clone()));
        let whole = Whole {
            number: number(&application, &case),
            party: applicant.name.to_string(),
            person: applicant.id,
            restricted: case.restricted,
            steps: steps(tx, office.secrets(), id)?,
            consequence: ended(tx, &told, today)?,
            chain: chain::told(tx, actor, &told.row, today)?,
            changes: changes::of(tx, Thing::Offer, id)?,
            application: application.id,
            fit: None,
            told,
        };
        Ok::<_, OfficeError>((whole, tied))
    })?;
    if let (Some(applicant), Ok(())) = (applicant, actor.may(Action::Look, Thing::Allocation)) {
        whole.fit = allocations::fit_of(office, actor, applicant, &whole.told.row.dwelling)?;
    }
    office.looked(actor, About { thing: Thing::Offer, id, person: &whole.person }, String::new())?;
    Ok(whole)
}

fn steps(tx: &mut Tx<'_>, secrets: &Secrets, id: &str) -> Result<Vec<StepTold>, OfficeError> {
    let mut told = Vec::new();
    for (position, step) in (1..).zip(store::steps(tx, id)?) {
        let corrupt = || StoreError::Corrupt { what: "step of an offer", found: id.to_owned() };
        let open = |note: Vec<u8>| secrets.decrypt(&note_row(id, position), &note).map_err(|_| corrupt());
        let note = step.note.map(open).transpose()?.map(|note| note.to_string()).unwrap_or_default();
        let state = serde_json::from_str(&step.facts).map_err(|_| corrupt())?;
        let who = accounts::find(tx, &step.officer)?.map_or(step.officer, |officer| officer.name);
        told.push(StepTold { day: step.day, who, state, note });
    }
    Ok(told)
}

/// How an offer ended for the rule about consequences; `None` while it has not, or it became a tenancy.
fn ending(state: OfferState) -> Option<EarlierOffer> {
    match state {
        OfferState::Declined { reason, .. } => Some(EarlierOffer::Declined { reason }),
        OfferState::Lapsed { .. } => Some(EarlierOffer::Lapsed),
        OfferState::Withdrawn { .. } => Some(EarlierOffer::Withdrawn),
        OfferState::Drafted { .. }
        | OfferState::Sent { .. }
        | OfferState::Viewed { .. }
        | OfferState::Accepted { .. }
        | OfferState::Housed { .. } => None,
    }
}

/// What the rule suggests after an offer, with those of the same grant before it.
fn ended(tx: &mut Tx<'_>, told: &Told, today: Date) -> Result<Option<Consequence>, OfficeError> {
    if ending(told.offer.state()).is_none() {
        return Ok(None);
    }
    let mut endings = Vec::new();
    for row in store::of_case(tx, &told.row.case)? {
        let same_grant = (&row.decision, row.granted) == (&told.row.decision, told.row.granted);
        if same_grant && (row.made, &row.id) <= (told.row.made, &told.row.id) {
            endings.extend(ending(progress_of(&row)?.on_day(today).state()));
        }
    }
    Ok(Some(consequence(&endings, &told.rule)))
}

/// The offers of a case, the newest first, each as it stands today.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub fn of_case(office: &Office, actor: &Actor, case: &str) -> Result<Vec<Told>, OfficeError> {
    actor.may(Action::Look, Thing::Offer)?;
    let today = office.today();
    let (offers, person) = office.store().read(|tx| {
        let (case, _, applicant) = known_case(tx, actor, case)?;
        let rows = store::of_case(tx, &case.id)?.into_iter().rev();
        let offers = rows.map(|row| told(tx, row, today)).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, OfficeError>((offers, applicant.id))
    })?;
    office.looked(actor, About { thing: Thing::Offer, id: case, person: &person }, String::new())?;
    Ok(offers)
}

/// That a home is promised; to whom is not told here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The offer, when the actor may know of it.
    pub offer: Option<String>,
    pub step: OfferStep,
    pub answer_by: Option<Date>,
    pub move_in: Option<Date>,
}

/// Whether a home is promised today.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn promise(
    tx: &mut Tx<'_>,
    actor: &Actor,
    dwelling: &str,
    today: Date,
) -> Result<Option<Promise>, StoreError> {
    let Some(row) = store::open_of_dwelling(tx, dwelling)? else { return Ok(None) };
    let state = progress_of(&row)?.on_day(today).state();
    if !state.step().holds_the_home() {
        return Ok(None);
    }
    let may_know = actor.may(Action::Look, Thing::Offer).is_ok() && known_case(tx, actor, &row.case).is_ok();
    let offer = may_know.then(|| row.id.clone());
    Ok(Some(Promise { offer, step: state.step(), answer_by: state.answer_by(), move_in: row.move_in }))
}

/// A part of the list, and how many there are in each state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub rows: Vec<Listed>,
    pub counts: Vec<(OfferStep, i64)>,
}

impl Listing {
    /// How many match.
    pub fn total(&self, step: Option<OfferStep>) -> i64 {
        self.counts.iter().filter(|(of, _)| step.is_none_or(|step| step == *of)).map(|(_, count)| count).sum()
    }
}

/// The offers that match, part by part; the trace tells what was asked for.
///
/// # Errors
/// When the actor may not look at offers.
pub fn list(office: &Office, actor: &Actor, filter: &Filter, slice: Slice) -> Result<Listing, OfficeError> {
    actor.may(Action::Look, Thing::Offer)?;
    let filter = Filter { with_protected: actor.sees_protected, ..filter.clone() };
    let listing = office.store().read(|tx| {
        Ok::<_, StoreError>(Listing { rows: store::list(tx, &filter, slice)?, counts: store::count(tx, &filter)? })
    })?;
    let details =
        serde_json::json!({"filter": changes::asked(&filter), "from": slice.offset, "rows": listing.rows.len()});
    office.looked(actor, About::thing(Thing::Offer, ""), details.to_string())?;
    Ok(listing)
}

/// Who works here and in which units, for the list's filters.
///
/// # Errors
/// When the actor may not look at offers.
pub fn colleagues(office: &Office, actor: &Actor) -> Result<Colleagues, OfficeError> {
    actor.may(Action::Look, Thing::Offer)?;
    Ok(office.store().read(Colleagues::read)?)
}
