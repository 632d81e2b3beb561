//! Which cases a request opens (`L1.2`).

use crate::applications::ApplicationKind;
use crate::decisions::DecisionKind;

/// What somebody asks for, whatever form was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HousingRequest {
    pub kind: ApplicationKind,
    /// Whether a municipal dwelling is applied for, in words or by the form; forms for a new home and for
    /// an exchange always do.
    pub asks_for_dwelling: bool,
    /// Nowhere to be tonight (*sosialtjenesteloven* § 27).
    pub needs_roof_now: bool,
    pub asks_for_start_loan: bool,
    pub asks_for_grant: bool,
}

impl HousingRequest {
    /// A request that says no more than the form it came on.
    pub const fn on_form(kind: ApplicationKind) -> Self {
        let asks_for_dwelling = false;
        Self { kind, asks_for_dwelling, needs_roof_now: false, asks_for_start_loan: false, asks_for_grant: false }
    }
}

/// The cases to open: always one on help under *boligsosialloven*, and one for each thing applied for.
/// A request for a new household member asks the landlord for consent, not for help, and opens none.
pub fn cases_opened_by(request: &HousingRequest) -> Vec<DecisionKind> {
    let by_form = match request.kind {
        ApplicationKind::New | ApplicationKind::Exchange => Some(DecisionKind::MunicipalHome),
        ApplicationKind::Renewal => Some(DecisionKind::Renewal),
        ApplicationKind::CareHome => Some(DecisionKind::CareHome),
        ApplicationKind::HousingHelp | ApplicationKind::NewMember => None,
    };
    let asks_for_help = match request.kind {
        ApplicationKind::NewMember => false,
        ApplicationKind::New
        | ApplicationKind::Exchange
        | ApplicationKind::Renewal
        | ApplicationKind::CareHome
        | ApplicationKind::HousingHelp => true,
    };
    let asked_in_words = [
        (request.asks_for_dwelling, DecisionKind::MunicipalHome),
        (request.needs_roof_now, DecisionKind::TemporaryStay),
        (request.asks_for_start_loan, DecisionKind::StartLoan),
        (request.asks_for_grant, DecisionKind::HousingGrant),
    ];
    let asked = asked_in_words.into_iter().filter(|(asked, _)| *asked).map(|(_, kind)| kind);
    let mut kinds: Vec<DecisionKind> = by_form.into_iter().chain(asked).collect();
    if asks_for_help || !kinds.is_empty() {
        kinds.push(DecisionKind::HousingHelp);
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(request: &HousingRequest, expected: &[&str]) {
        let kinds: Vec<&str> = cases_opened_by(request).into_iter().map(DecisionKind::code).collect();
        assert_eq!(kinds, expected);
    }

    #[test]
    fn whatever_form_was_used_the_request_for_help_is_a_case() {
        let on_form = HousingRequest::on_form;
        check(&on_form(ApplicationKind::HousingHelp), &["BSL_BISTAND"]);
        check(&on_form(ApplicationKind::New), &["BSL_BISTAND", "KOMM_BOLIG"]);
        check(&on_form(ApplicationKind::Exchange), &["BSL_BISTAND", "KOMM_BOLIG"]);
        check(&on_form(ApplicationKind::Renewal), &["BSL_BISTAND", "KOMM_BOLIG_FORLENGELSE"]);
        check(&on_form(ApplicationKind::CareHome), &["BSL_BISTAND", "HELDOGN_OMSORG"]);
    }

    #[test]
    fn what_is_asked_in_words_opens_its_case_too_and_none_twice() {
        let words = HousingRequest {
            needs_roof_now: true,
            asks_for_dwelling: true,
            ..HousingRequest::on_form(ApplicationKind::New)
        };
        check(&words, &["BSL_BISTAND", "KOMM_BOLIG", "NAV_MIDL_BOTILBUD"]);
    }

    #[test]
    fn a_new_household_member_is_a_question_to_the_landlord_unless_help_is_asked_for() {
        check(&HousingRequest::on_form(ApplicationKind::NewMember), &[]);
        let crowded = HousingRequest { asks_for_dwelling: true, ..HousingRequest::on_form(ApplicationKind::NewMember) };
        check(&crowded, &["BSL_BISTAND", "KOMM_BOLIG"]);
    }
}
