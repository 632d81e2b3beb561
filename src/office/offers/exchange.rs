//! A tenant whom a meeting gave another home, and who has not applied for one.
//!
//! Giving somebody a municipal home is a decision that can be appealed (`L1.1`), also for whoever rents one already,
//! and nobody is moved out of their home without having asked for it. So the exchange is applied for first: the case
//! is opened from the meeting, and the offer follows from its decision like any other.

use crate::access::{Action, Thing};
use crate::office::applications::enter_in;
use crate::office::letters::{Form, Words};
use crate::office::tenancies::facts_of;
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::offers::{self as store, Placement};
use crate::store::{applications, cases as store_cases, people, tenancies};
use housing::applications::{ApplicationFacts, ApplicationKind, ApplicationStatus, HousingSituation};
use housing::offers::leads_to_an_offer;

/// Enters the application for an exchange of a tenant whom a meeting gave another home, as received today; the answer
/// is the case where the exchange is decided. What the household said before of its size and needs is taken along.
///
/// # Errors
/// [`OfficeError::NotFound`] when the meeting has no such placement that the actor may know of; [`OfficeError::Stale`]
/// when the placement has an application, or the household no longer lives in the home it leaves.
pub fn open_exchange(
    office: &Office,
    actor: &Actor,
    (meeting, placement): (&str, &str),
) -> Result<String, OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    office.change(actor, |work| {
        let (placed, household) = store::placement(work.tx, placement)?.ok_or(OfficeError::NotFound)?;
        let Placement { meeting: of, application: None, vacates: Some(home), .. } = placed else {
            return Err(OfficeError::Stale);
        };
        if of != meeting {
            return Err(OfficeError::NotFound);
        }
        let lives_there = tenancies::lived_in(work.tx, &home)?.filter(|tenancy| tenancy.household == household);
        let tenancy = lives_there.ok_or(OfficeError::Stale)?;
        let restricted = tenancy.restricted || people::is_restricted(work.tx, &tenancy.tenant)?;
        actor.may_tie(restricted)?;
        let tenant = people::find(work.tx, &tenancy.tenant)?.ok_or(OfficeError::NotFound)?;
        let before = applications::of_household(work.tx, &household)?.into_iter().next();
        let facts = ApplicationFacts {
            applicant: facts_of(&tenancy, &tenant).tenant,
            kind: Some(ApplicationKind::Exchange),
            received: work.today,
            size: before.as_ref().and_then(|before| before.size),
            situation: Some(HousingSituation::MunicipalHome),
            target_groups: before.as_ref().map(|before| before.target_groups.clone()).unwrap_or_default(),
            rooms: None,
            wished_area: None,
            wheelchair: before.as_ref().and_then(|before| before.wheelchair),
            income: None,
            status: ApplicationStatus::Received,
            decided: None,
            officer: None,
            note: Some(Words(Form::Bokmal).ta("offer-exchange-note", &[("day", &super::worded_day(work.today))])),
        };
        let request = housing::cases::HousingRequest::on_form(ApplicationKind::Exchange);
        let application = enter_in(work, &tenant, &facts, &request)?;
        if !store::set_application(work.tx, placement, &application.id)? {
            return Err(OfficeError::Stale);
        }
        let details = serde_json::json!({"after": {"placement": placement, "application": application.id}}).to_string();
        work.note("change", About { thing: Thing::Allocation, id: meeting, person: &tenant.id }, details);
        let opened = store_cases::of_application(work.tx, &application.id)?;
        let kinds: Vec<_> = opened.iter().map(|case| case.kind).collect();
        let leads = opened.into_iter().find(|case| leads_to_an_offer(case.kind, &kinds));
        leads.map(|case| case.id).ok_or(OfficeError::NotFound)
    })
}
