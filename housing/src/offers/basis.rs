//! Whether a home can be offered to a household at all.

use crate::Date;
use crate::decisions::{DecisionKind, Outcome};
use crate::dwellings::DwellingStatus;

/// What an offer rests on, as it stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    pub kind: DecisionKind,
    /// An offer follows from this case of the application, by [`leads_to_an_offer`].
    pub leads: bool,
    /// The outcome of the decision that stands in the case and its day; `None` when none stands.
    pub standing: Option<(Outcome, Date)>,
    /// The day of a grant from before the register kept decisions, when the application has one.
    pub granted_before: Option<Date>,
    /// The household still waits for a home.
    pub waits: bool,
    /// The household has another offer that is not answered.
    pub has_offer: bool,
}

/// The home, as it stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HomeNow {
    pub status: DwellingStatus,
    /// Promised to somebody by another offer.
    pub promised: bool,
    /// Whoever lives there has an offer of their own and moves when it is accepted.
    pub tenant_moves: bool,
}

/// What stands in the way of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    #[error("a case of kind {kind:?} does not lead to an offer of a home")]
    OtherKind { kind: DecisionKind },
    #[error("no home is granted in the case")]
    NotGranted,
    #[error("the household no longer waits for a home")]
    NoLongerWaits,
    #[error("the household has an offer that is not answered")]
    HasOffer,
    #[error("the home is promised to somebody")]
    HomePromised,
    #[error("somebody lives in the home and is not about to move")]
    LivedIn,
    #[error("the home cannot be let: its status is {status:?}")]
    NotToBeLet { status: DwellingStatus },
}

/// Whether an offer of a home follows from a case of this kind: from one that is about the home; from help to find
/// one only where the application has no such case beside it. So an application has one case that leads to offers.
pub fn leads_to_an_offer(kind: DecisionKind, others: &[DecisionKind]) -> bool {
    is_about_the_home(kind)
        || kind == DecisionKind::HousingHelp && !others.iter().any(|other| is_about_the_home(*other))
}

/// Whether a home to rent is what is decided.
const fn is_about_the_home(kind: DecisionKind) -> bool {
    match kind {
        DecisionKind::MunicipalHome | DecisionKind::CareHome => true,
        DecisionKind::HousingHelp
        | DecisionKind::Renewal
        | DecisionKind::HomeOffered
        | DecisionKind::TemporaryStay
        | DecisionKind::Advice
        | DecisionKind::StartLoan
        | DecisionKind::HousingGrant
        | DecisionKind::HousingAllowance
        | DecisionKind::PartyAccessRefused
        | DecisionKind::PublicAccessRefused
        | DecisionKind::AppealDismissed
        | DecisionKind::Costs => false,
    }
}

impl Basis {
    /// The day a home was granted, when a grant holds.
    pub fn granted(&self) -> Option<Date> {
        match self.standing {
            Some((outcome, decided)) => outcome.gives().then_some(decided),
            None => self.granted_before,
        }
    }
}

/// What stands in the way of saying yes to an offer that was made: the grant must still hold.
pub fn still_stands(basis: &Basis) -> Vec<Obstacle> {
    let mut found = Vec::new();
    if basis.granted().is_none() {
        found.push(Obstacle::NotGranted);
    }
    if !basis.waits {
        found.push(Obstacle::NoLongerWaits);
    }
    found
}

/// Everything that stands in the way of offering the home to the household.
pub fn obstacles(basis: &Basis, home: &HomeNow) -> Vec<Obstacle> {
    let mut found = Vec::new();
    if !basis.leads {
        found.push(Obstacle::OtherKind { kind: basis.kind });
    }
    found.extend(still_stands(basis));
    if basis.has_offer {
        found.push(Obstacle::HasOffer);
    }
    if home.promised {
        found.push(Obstacle::HomePromised);
    }
    match home.status {
        DwellingStatus::Vacant
        | DwellingStatus::BeingPrepared
        | DwellingStatus::NoticeGiven
        | DwellingStatus::Reserved => {}
        DwellingStatus::Let if home.tenant_moves => {}
        DwellingStatus::Let => found.push(Obstacle::LivedIn),
        status @ (DwellingStatus::UnderRehabilitation
        | DwellingStatus::ForSale
        | DwellingStatus::Blocked
        | DwellingStatus::Disposed) => found.push(Obstacle::NotToBeLet { status }),
    }
    found
}
