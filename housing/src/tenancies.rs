//! Who lives in a home, and on what lease.

use crate::Date;
use crate::money::Ore;
use crate::people::PersonFacts;

pub mod breach;
mod check;
pub mod ending;
mod lease;
pub mod term;

pub use check::TenancyProblem;
pub use lease::{LeaseState, LeaseWindow, lease_state};

code_list! {
    /// Kind of lease (*kontrakttype*).
    LeaseKind "lease-kind" {
        FixedTerm = "TIDSB", OpenEnded = "TIDSU", Temporary = "MIDL", Clarification = "PROVE", Sublet = "FRAMLEIE",
        RentToOwn = "LEIETILEIE", Special = "SPESIAL",
    }
}

code_list! {
    /// Why a household moved out (*utflyttingsgrunn*).
    #[doc(alias = "utflyttingsgrunn")]
    MoveOutReason "move-out-reason" {
        Bought = "EIE", BoughtMunicipal = "EIE_KOM", RentsPrivately = "LEIE", Exchanged = "BYTTE", CareOrInstitution = "OMSORG",
        LeftMunicipality = "FLYTTET", MovedInWithOthers = "SAMBOER", NotRenewed = "IKKEFORL", Evicted = "UTKAST",
        Prison = "FENGSEL", Died = "DOD", Unknown = "UKJENT",
    }
}

/// A tenancy as it stands: the tenant lives there until `moved_out`, whatever the lease says.
#[doc(alias = "leieforhold")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenancyFacts {
    pub tenant: PersonFacts,
    pub from: Option<Date>,
    /// Last day of a fixed term; `None` is open-ended (*tidsubestemt*).
    pub lease_until: Option<Date>,
    pub kind: LeaseKind,
    /// The day the keys came back: the first day nobody lives there.
    pub moved_out: Option<Date>,
    /// Why they moved out, when somebody said so.
    pub move_out_reason: Option<MoveOutReason>,
    /// Rent per month at the start, when it differs from the home's.
    pub rent: Option<Ore>,
    pub note: Option<String>,
}

impl TenancyFacts {
    /// Whether the tenant lives there on the day. A tenancy without a first day has always begun.
    pub fn is_lived_in(&self, on: Date) -> bool {
        let begun = self.from.is_none_or(|from| from <= on);
        let over = self.moved_out.is_some_and(|moved_out| moved_out <= on);
        begun && !over
    }
}
