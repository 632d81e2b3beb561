//! Who lives in a home, and on what lease.

use crate::Date;
use crate::money::Ore;
use crate::people::PersonFacts;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenancyFacts {
    pub tenant: PersonFacts,
    pub from: Option<Date>,
    /// Last day of a fixed term; `None` is open-ended (*tidsubestemt*).
    pub lease_until: Option<Date>,
    pub kind: LeaseKind,
    pub moved_out: Option<Date>,
    /// Why they moved out, when somebody said so.
    pub move_out_reason: Option<MoveOutReason>,
    /// Rent per month at the start, when it differs from the home's.
    pub rent: Option<Ore>,
    pub note: Option<String>,
}
