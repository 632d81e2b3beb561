use jiff::civil::Date;

use crate::values::Values;

/// Confirms that an application came in (*fvl.* § 11 a, `law.md` 1.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The day it reached the municipality.
    pub received: Date,
    /// The day by which the applicant gets a decision, or a letter that says when.
    pub answer_by: Date,
    /// What the office lacks to go on; may be empty.
    pub missing: Vec<String>,
}

/// Says that the answer takes longer than a month, why, and when it comes (`L1.5`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterimAnswer {
    pub received: Date,
    pub expected: Date,
    /// Why it takes time, in whole sentences.
    pub reason: String,
}

/// Asks for documents that the office needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRequest {
    pub received: Date,
    pub documents: Vec<String>,
    pub deadline: Date,
}

/// Tells a party what the office considers to decide, before it does (*fvl.* § 16).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdvanceNotice {
    /// What is considered: "Vi vurderer å omgjøre vedtaket …".
    pub notice: Vec<String>,
    /// The facts behind it.
    pub grounds: Vec<String>,
    /// The rule that allows it.
    pub legal_basis: String,
    /// The last day to say one's view.
    pub deadline: Date,
}

/// Tells an applicant that the application now lies with the right unit (`L1.2`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forwarding {
    /// The day it reached the municipality: it is kept when the application moves.
    pub received: Date,
    pub to_unit: String,
    /// How to reach that unit.
    pub to_contact: Vec<String>,
    pub reason: String,
}

impl Receipt {
    pub(super) fn values(&self) -> Values {
        Values::default()
            .date("mottatt_dato", self.received)
            .date("svar_innen", self.answer_by)
            .list("mangler", &self.missing)
    }
}

impl InterimAnswer {
    pub(super) fn values(&self) -> Values {
        Values::default()
            .date("mottatt_dato", self.received)
            .date("svar_innen", self.expected)
            .text("grunn", &self.reason)
    }
}

impl DocumentRequest {
    pub(super) fn values(&self) -> Values {
        Values::default()
            .date("mottatt_dato", self.received)
            .list("dokumenter", &self.documents)
            .date("frist", self.deadline)
    }
}

impl AdvanceNotice {
    pub(super) fn values(&self) -> Values {
        Values::default()
            .list("varsel", &self.notice)
            .list("grunnlag", &self.grounds)
            .text("hjemmel", &self.legal_basis)
            .date("frist", self.deadline)
    }
}

impl Forwarding {
    pub(super) fn values(&self) -> Values {
        Values::default()
            .date("mottatt_dato", self.received)
            .text("ny_enhet", &self.to_unit)
            .list("kontakt_ny_enhet", &self.to_contact)
            .text("grunn", &self.reason)
    }
}
