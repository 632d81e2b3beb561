//! The moves that an offer hangs together with: who must go first, and what can still stand when somebody stays.

use super::empty::too_early_by;
use super::progress_of;
use crate::office::cases::known_case;
use crate::office::dwellings::address_and_unit;
use crate::office::{Actor, OfficeError, Problem};
use crate::store::offers::{self as store, Offer as Row};
use crate::store::{StoreError, Tx, dwellings as homes, tenancies};
use housing::Date;
use housing::dwellings::DwellingStatus;
use housing::offers::{
    Link, LinkState, OfferState, OfferStep, Outlook, PlanProblem, hanging_together, homes_left, outlooks,
    plan_problems, ring,
};
use std::collections::BTreeMap;

/// The moves an offer hangs together with; empty for one that stands alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// In the order of the plan.
    pub links: Vec<ChainLink>,
    /// The homes that can be offered to others, now that somebody stays: `Granlia 7 H0101`.
    pub left: Vec<String>,
}

/// A move that an offer hangs together with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainLink {
    /// The offer, when the actor may know of it.
    pub offer: Option<String>,
    /// `Granlia 7 H0101`; the home it goes to.
    pub home: String,
    pub step: OfferStep,
    pub planned: Option<Date>,
    pub outlook: Outlook,
    /// It is this offer.
    pub own: bool,
}

/// The offers of a plan by their ids, each with the step where it stands today.
type Rows = BTreeMap<String, (Row, OfferStep)>;

/// An offer as a move of the plan. Whoever has agreed on a day to come has not moved yet.
fn link(row: &Row, today: Date) -> Result<(Link, OfferStep), StoreError> {
    let state = progress_of(row)?.on_day(today).state();
    let is = match state {
        OfferState::Housed { from, .. } if from <= today => LinkState::Done,
        OfferState::Declined { .. } | OfferState::Lapsed { .. } | OfferState::Withdrawn { .. } => LinkState::Broken,
        OfferState::Housed { .. }
        | OfferState::Drafted { .. }
        | OfferState::Sent { .. }
        | OfferState::Viewed { .. }
        | OfferState::Accepted { .. } => LinkState::Planned,
    };
    let (leaves, enters, planned) = (row.vacates.clone(), row.dwelling.clone(), row.move_in);
    Ok((Link { id: row.id.clone(), leaves, enters, state: is, planned }, state.step()))
}

/// The moves of the same plan that hang together with an offer, in their order, each with its row and step.
fn links(tx: &mut Tx<'_>, own: &Row, today: Date) -> Result<(Vec<Link>, Rows), StoreError> {
    let Some((chain, _)) = &own.chain else { return Ok((Vec::new(), BTreeMap::new())) };
    let (mut links, mut rows) = (Vec::new(), BTreeMap::new());
    for row in store::of_chain(tx, chain)? {
        let (link, step) = link(&row, today)?;
        links.push(link);
        rows.insert(row.id.clone(), (row, step));
    }
    Ok((hanging_together(&links, &own.id), rows))
}

/// The moves that an offer hangs together with, and what can still stand; nothing for one that stands alone.
pub(super) fn told(tx: &mut Tx<'_>, actor: &Actor, own: &Row, today: Date) -> Result<Chain, OfficeError> {
    let (links, mut rows) = links(tx, own, today)?;
    if links.len() < 2 {
        return Ok(Chain::default());
    }
    let mut address = |home: &str| {
        let home = homes::find(tx, home)?.ok_or(OfficeError::NotFound)?;
        Ok::<_, OfficeError>(address_and_unit(&home.facts))
    };
    let addresses = links.iter().map(|link| address(&link.enters)).collect::<Result<Vec<_>, _>>()?;
    let somebody_stays = links.iter().any(|link| link.state == LinkState::Broken);
    let left = if somebody_stays { homes_left(&links) } else { Vec::new() };
    let left = left.iter().map(|home| address(home)).collect::<Result<_, _>>()?;
    let mut told = Vec::new();
    for ((link, outlook), home) in links.iter().zip(outlooks(&links)).zip(addresses) {
        let Some((row, step)) = rows.remove(&link.id) else { continue };
        let may_know = known_case(tx, actor, &row.case).is_ok();
        let (offer, own) = (may_know.then_some(row.id), link.id == own.id);
        told.push(ChainLink { offer, home, step, planned: link.planned, outlook, own });
    }
    Ok(Chain { links: told, left })
}

/// What is wrong with moving into the home of an offer on a day: whoever lives there must have a day to leave, by the
/// register or by the plan, and not a later one.
pub(super) fn too_early(tx: &mut Tx<'_>, own: &Row, from: Date, today: Date) -> Result<Vec<Problem>, StoreError> {
    let (mut links, _) = links(tx, own, today)?;
    for link in links.iter_mut().filter(|link| link.id == own.id) {
        link.planned = Some(from);
    }
    let worded = |problem: PlanProblem| match problem {
        PlanProblem::TooEarly { id, free, .. } if id == own.id => Some(too_early_by(free)),
        PlanProblem::WaitsForNoDay { id, .. } if id == own.id => {
            Some(Problem::plain("from", "offer-problem-waits-for-no-day"))
        }
        PlanProblem::TooEarly { .. } | PlanProblem::WaitsForNoDay { .. } => None,
    };
    let mut problems: Vec<Problem> = plan_problems(&links).into_iter().filter_map(worded).collect();
    let empty = tenancies::of_dwelling(tx, &own.dwelling)?.iter().filter_map(|tenancy| tenancy.moved_out).max();
    if let (Some(day), true) = (empty.filter(|day| *day > from), problems.is_empty()) {
        problems.push(too_early_by(day));
    }
    Ok(problems)
}

/// What is wrong with a yes: whoever lives in the home stays, since a move that the offer waits for is broken. Told with
/// what of the plan can still stand.
pub(super) fn falls(tx: &mut Tx<'_>, own: &Row, today: Date) -> Result<Vec<Problem>, StoreError> {
    let (links, _) = links(tx, own, today)?;
    let outlooks: Vec<(&Link, Outlook)> = links.iter().zip(outlooks(&links)).collect();
    let is_falling = |(link, outlook): &(&Link, Outlook)| link.id == own.id && matches!(outlook, Outlook::Falls { .. });
    let home = homes::find(tx, &own.dwelling)?;
    // Whoever stayed may have left since, outside the plan.
    let is_let = home.is_some_and(|home| home.facts.status == DwellingStatus::Let);
    if !outlooks.iter().any(is_falling) || !is_let {
        return Ok(Vec::new());
    }
    let mut stand = Vec::new();
    for (link, _) in outlooks.iter().filter(|(_, outlook)| *outlook == Outlook::Stands) {
        stand.extend(homes::find(tx, &link.enters)?.map(|home| address_and_unit(&home.facts)));
    }
    let text = if stand.is_empty() { "offer-problem-chain-fell-all" } else { "offer-problem-chain-fell" };
    Ok(vec![Problem { field: "answer", text, facts: vec![("homes", stand.join(", "))] }])
}

/// The offers that must become tenancies on one day: those of a closed ring, or the one alone.
///
/// # Errors
/// [`OfficeError::Invalid`] when somebody in the ring has not said yes.
pub(super) fn together(tx: &mut Tx<'_>, own: &Row, today: Date) -> Result<Vec<Row>, OfficeError> {
    let (links, mut rows) = links(tx, own, today)?;
    let ring: Vec<(Row, OfferStep)> = ring(&links, &own.id).iter().filter_map(|id| rows.remove(id)).collect();
    if ring.is_empty() {
        return Ok(vec![own.clone()]);
    }
    if ring.iter().any(|(_, step)| *step != OfferStep::Accepted) {
        return Err(OfficeError::Invalid(vec![Problem::plain("from", "offer-problem-ring")]));
    }
    Ok(ring.into_iter().map(|(row, _)| row).collect())
}
