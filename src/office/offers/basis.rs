//! What an offer rests on, and what the home is, as the register says today.

use super::{progress_of, saving};
use crate::office::dwellings::address_and_unit;
use crate::office::{OfficeError, Problem, Work, decisions};
use crate::store::applications::Application;
use crate::store::cases::{self, Case};
use crate::store::decisions::Decision;
use crate::store::dwellings::Dwelling;
use crate::store::offers as store;
use crate::store::{StoreError, Tx};
use housing::applications::Clock;
use housing::decisions::DecisionKind;
use housing::offers::{Basis, HomeNow, Obstacle, leads_to_an_offer};

/// The basis with the decision that stands, if one does.
pub(super) fn of(
    tx: &mut Tx<'_>,
    case: &Case,
    application: &Application,
) -> Result<(Basis, Option<Decision>), StoreError> {
    let standing = decisions::standing(tx, &case.id)?;
    let others = cases::of_application(tx, &application.id)?.into_iter().filter(|other| other.id != case.id);
    let others: Vec<DecisionKind> = others.map(|other| other.kind).collect();
    // What the case ended as is what the decision that stands came to, a reversal too.
    let came_to = case.closed_as.as_deref().and_then(|code| code.parse().ok());
    let basis = Basis {
        kind: case.kind,
        leads: leads_to_an_offer(case.kind, &others),
        standing: standing.as_ref().and_then(|decision| came_to.or(decision.outcome).zip(decision.decided)),
        granted_before: application.decided,
        waits: application.status.clock() == Some(Clock::AwaitsHome),
        has_offer: store::open_of_case(tx, &case.id)?.is_some(),
    };
    Ok((basis, standing))
}

/// The home as it is; offers whose time has run out are noted as lapsed first.
///
/// A home that a meeting has given to another household is promised too, and whoever the meeting moves out of a
/// home is about to move.
pub(super) fn home(work: &mut Work<'_, '_>, home: &Dwelling, application: &str) -> Result<HomeNow, OfficeError> {
    if let Some(open) = store::open_of_dwelling(work.tx, &home.id)? {
        saving::lapse_if_due(work, &open)?;
    }
    let leaver = store::open_of_leaver(work.tx, &home.id)?;
    let leaves = leaver.map(|row| progress_of(&row)).transpose()?.map(|offer| offer.on_day(work.today));
    let placements = store::placements(work.tx)?;
    let to_another = |placement: &store::Placement| placement.application.as_deref() != Some(application);
    Ok(HomeNow {
        status: home.facts.status,
        promised: store::open_of_dwelling(work.tx, &home.id)?.is_some()
            || placements.get(&home.id).is_some_and(to_another),
        tenant_moves: leaves.is_some_and(|offer| offer.holds_the_home())
            || placements.values().any(|placement| placement.vacates.as_ref() == Some(&home.id)),
    })
}

/// An obstacle in words.
pub(super) fn worded(obstacle: Obstacle, home: Option<&Dwelling>) -> Problem {
    let at_home = |text| {
        let address = home.map(|home| address_and_unit(&home.facts)).unwrap_or_default();
        Problem { field: "dwelling", text, facts: vec![("home", address)] }
    };
    match obstacle {
        Obstacle::OtherKind { .. } => Problem::plain("", "offer-problem-kind"),
        Obstacle::NotGranted => Problem::plain("", "offer-problem-not-granted"),
        Obstacle::NoLongerWaits => Problem::plain("", "offer-problem-no-longer-waits"),
        Obstacle::HasOffer => Problem::plain("", "offer-problem-has-offer"),
        Obstacle::HomePromised => at_home("offer-problem-promised"),
        Obstacle::LivedIn => at_home("offer-problem-lived-in"),
        Obstacle::NotToBeLet { .. } => at_home("offer-problem-not-to-be-let"),
    }
}
