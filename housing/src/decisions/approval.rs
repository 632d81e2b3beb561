//! Who must stand behind a decision before it is sent: one person, or two.
//!
//! draft → submitted → returned with remarks, or signed; withdrawn at any time before it is signed.
//! Who prepared a decision never approves it as the second person.

use crate::Date;
use crate::officers::OfficerId;

mod delegation;

pub use delegation::{Delegated, Delegation, DelegationProblem, Mandate, NoMandate};

/// Where a decision stands between the one who writes it and the one who answers for it.
#[doc(alias = "godkjenning")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Approval {
    Draft {
        prepared_by: OfficerId,
        since: Date,
    },
    Submitted {
        prepared_by: OfficerId,
        on: Date,
    },
    Returned {
        prepared_by: OfficerId,
        returned_by: OfficerId,
        on: Date,
        remarks: String,
    },
    /// Signed, and from here on frozen with the facts it stood on. One person alone when the mandate
    /// allows it.
    Signed {
        prepared_by: OfficerId,
        signed_by: OfficerId,
        on: Date,
    },
    Withdrawn {
        prepared_by: OfficerId,
        withdrawn_by: OfficerId,
        on: Date,
        why: String,
    },
}

/// An officer about to sign, with the code of their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signer<'a> {
    pub officer: &'a OfficerId,
    pub role: &'a str,
}

/// Why a move was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApprovalRefused {
    #[error("{officer} prepared the decision and cannot approve it; somebody else must")]
    OwnDecision { officer: OfficerId },
    #[error("the role {role} may not sign this; it takes {}", allowed.join(" or "))]
    NotDelegated { role: String, allowed: Vec<String> },
    #[error("this decision takes two people: submit it for approval")]
    TakesTwo,
    #[error("the decision is {is}; only one that is {must_be} can be {asked}")]
    WrongState { is: &'static str, must_be: &'static str, asked: &'static str },
    #[error("only {prepared_by}, who prepares it, can submit it")]
    SomebodyElses { prepared_by: OfficerId },
    #[error("say what must be done before it can be approved")]
    NoRemarks,
    #[error("say why it is withdrawn")]
    NoReason,
}

impl Approval {
    /// A decision that somebody begins to write.
    pub const fn begin(prepared_by: OfficerId, since: Date) -> Self {
        Self::Draft { prepared_by, since }
    }

    /// Who wrote it.
    pub const fn prepared_by(&self) -> &OfficerId {
        match self {
            Self::Draft { prepared_by, .. }
            | Self::Submitted { prepared_by, .. }
            | Self::Returned { prepared_by, .. }
            | Self::Signed { prepared_by, .. }
            | Self::Withdrawn { prepared_by, .. } => prepared_by,
        }
    }

    /// Whether its words can still be changed.
    pub const fn is_open_for_writing(&self) -> bool {
        match self {
            Self::Draft { .. } | Self::Returned { .. } => true,
            Self::Submitted { .. } | Self::Signed { .. } | Self::Withdrawn { .. } => false,
        }
    }

    /// A short word for messages and the journal.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft { .. } => "draft",
            Self::Submitted { .. } => "submitted",
            Self::Returned { .. } => "returned",
            Self::Signed { .. } => "signed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Hands it over for approval, or hands it over again.
    ///
    /// # Errors
    /// When somebody else prepares it, or it is past that point.
    pub fn submit(self, by: &OfficerId, on: Date) -> Result<Self, ApprovalRefused> {
        let prepared_by = self.open_for_writing("submitted")?;
        if prepared_by != *by {
            return Err(ApprovalRefused::SomebodyElses { prepared_by });
        }
        Ok(Self::Submitted { prepared_by, on })
    }

    /// Sends it back to the one who wrote it, with what must be done.
    ///
    /// # Errors
    /// When it is not submitted, the remarks are empty, or it is one's own.
    pub fn return_with(self, by: &OfficerId, remarks: &str, on: Date) -> Result<Self, ApprovalRefused> {
        let prepared_by = self.submitted("returned")?;
        if prepared_by == *by {
            return Err(ApprovalRefused::OwnDecision { officer: prepared_by });
        }
        if remarks.trim().is_empty() {
            return Err(ApprovalRefused::NoRemarks);
        }
        Ok(Self::Returned { prepared_by, returned_by: by.clone(), on, remarks: remarks.trim().to_owned() })
    }

    /// Signs what another has prepared and submitted.
    ///
    /// # Errors
    /// When it is not submitted, it is one's own, or the mandate does not reach that far.
    pub fn approve(self, by: Signer<'_>, mandate: &Mandate, on: Date) -> Result<Self, ApprovalRefused> {
        let prepared_by = self.submitted("approved")?;
        if prepared_by == *by.officer {
            return Err(ApprovalRefused::OwnDecision { officer: prepared_by });
        }
        mandate.allows(by.role)?;
        Ok(Self::Signed { prepared_by, signed_by: by.officer.clone(), on })
    }

    /// Signs one's own draft, where the mandate asks for no second person.
    ///
    /// # Errors
    /// When two people are needed, somebody else prepares it, or the mandate does not reach that far.
    pub fn sign_alone(self, by: Signer<'_>, mandate: &Mandate, on: Date) -> Result<Self, ApprovalRefused> {
        let prepared_by = self.open_for_writing("signed")?;
        if mandate.two_people {
            return Err(ApprovalRefused::TakesTwo);
        }
        if prepared_by != *by.officer {
            return Err(ApprovalRefused::SomebodyElses { prepared_by });
        }
        mandate.allows(by.role)?;
        Ok(Self::Signed { signed_by: prepared_by.clone(), prepared_by, on })
    }

    /// Takes it back before it is signed; what is signed is changed by a new decision.
    ///
    /// # Errors
    /// When it is signed or withdrawn already, or no reason is given.
    pub fn withdraw(self, by: &OfficerId, why: &str, on: Date) -> Result<Self, ApprovalRefused> {
        let is = self.word();
        match self {
            Self::Draft { prepared_by, .. }
            | Self::Submitted { prepared_by, .. }
            | Self::Returned { prepared_by, .. } => {
                if why.trim().is_empty() {
                    return Err(ApprovalRefused::NoReason);
                }
                Ok(Self::Withdrawn { prepared_by, withdrawn_by: by.clone(), on, why: why.trim().to_owned() })
            }
            Self::Signed { .. } | Self::Withdrawn { .. } => {
                Err(ApprovalRefused::WrongState { is, must_be: "not yet signed", asked: "withdrawn" })
            }
        }
    }

    fn open_for_writing(self, asked: &'static str) -> Result<OfficerId, ApprovalRefused> {
        let is = self.word();
        match self {
            Self::Draft { prepared_by, .. } | Self::Returned { prepared_by, .. } => Ok(prepared_by),
            Self::Submitted { .. } | Self::Signed { .. } | Self::Withdrawn { .. } => {
                Err(ApprovalRefused::WrongState { is, must_be: "draft or returned", asked })
            }
        }
    }

    fn submitted(self, asked: &'static str) -> Result<OfficerId, ApprovalRefused> {
        let is = self.word();
        match self {
            Self::Submitted { prepared_by, .. } => Ok(prepared_by),
            Self::Draft { .. } | Self::Returned { .. } | Self::Signed { .. } | Self::Withdrawn { .. } => {
                Err(ApprovalRefused::WrongState { is, must_be: "submitted", asked })
            }
        }
    }
}
