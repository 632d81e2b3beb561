use jiff::civil::Date;

use crate::values::Values;

/// A certain home is offered (`practice.md`: *tilbud*).
///
/// The home's address is what the letter is about: it is never that of a protected household, which
/// the caller sees to, since the tie is made first when the offer is accepted (`L7.2`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The home's address, as one line.
    pub home: String,
    /// Size, floor, lift and the like, a line each.
    pub facts: Vec<String>,
    /// Why this home, for this household: a line each.
    pub reasons: Vec<String>,
    /// "9 450 kroner".
    pub monthly_rent: String,
    /// What else is paid: deposit, electricity; a line each.
    pub costs: Vec<String>,
    /// The first day of the tenancy.
    pub from: Date,
    /// How long the lease is: "tre år".
    pub lease: String,
    /// When and where the home can be seen.
    pub viewing: Option<String>,
    pub answer_by: Date,
    /// What a no, or no answer, leads to under the municipality's rules: a paragraph each.
    pub if_declined: Vec<String>,
}

impl Offer {
    pub(super) fn values(&self) -> Values {
        Values::default()
            .text("bolig", &self.home)
            .list("om_boligen", &self.facts)
            .list("hvorfor", &self.reasons)
            .text("husleie", &self.monthly_rent)
            .list("andre_kostnader", &self.costs)
            .date("innflytting", self.from)
            .text("leietid", &self.lease)
            .text("visning", self.viewing.as_deref().unwrap_or_default())
            .date("svar_innen", self.answer_by)
            .list("takker_du_nei", &self.if_declined)
    }
}
