//! The appeals in a case, with all that their page shows.

use super::dismissals::{self, Appealable};
use super::file::{Contents, contents};
use super::{Told, progress_of, told_of};
use crate::access::{Action, Thing};
use crate::office::cases::{known_case, number};
use crate::office::decisions::{self, Deadline};
use crate::office::letters;
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::accounts;
use crate::store::appeals::{self as store, Appeal as Row};
use crate::store::decisions::Decision;
use housing::Date;
use housing::appeals::{Appeal, AppealAlarm};

/// One step, with the officer's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTold {
    pub day: Date,
    pub who: String,
    pub state: String,
}

/// An appeal with what is due in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Under {
    pub row: Row,
    pub appeal: Appeal,
    pub told: Told,
    pub steps: Vec<StepTold>,
    pub alarms: Vec<AppealAlarm>,
    pub forward_due: Date,
    /// The visitor had a part in the decision and cannot handle the appeal (`L1.11`).
    pub own_decision: bool,
    /// The limit that the appeal body's change to harm did not keep.
    pub harm_limit_broken: Option<Date>,
    /// Why somebody would dismiss it; empty when nobody would.
    pub dismissal: String,
    /// That is the visitor: another must stand behind it.
    pub own_dismissal: bool,
}

/// Everything the page of appeals in a case shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub case: String,
    pub number: String,
    pub party: String,
    pub restricted: bool,
    /// The party's address may not leave the office (`L7.3`).
    pub address_hidden: bool,
    pub decision: Option<Decision>,
    pub deadline: Option<Deadline>,
    /// The dismissals that can be appealed, the newest first.
    pub dismissals: Vec<Appealable>,
    /// The newest first.
    pub appeals: Vec<Under>,
    /// What a party who asks to see the case gets, in order.
    pub contents: Contents,
}

/// The appeals in a case.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub fn whole(office: &Office, actor: &Actor, case: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Appeal)?;
    let (whole, person) = office.store().read(|tx| {
        let (case, application, applicant) = known_case(tx, actor, case)?;
        let limits = letters::settings(tx)?.limits();
        let protection = letters::protection(tx, &applicant, &application.household, office.today())?;
        let mut appeals = Vec::new();
        let rows = store::of_case(tx, &case.id)?;
        let dismissals = dismissals::appealable(tx, &rows)?;
        for row in rows {
            let appeal = progress_of(&row)?;
            let mut steps = Vec::new();
            for step in store::steps(tx, &row.id)? {
                let who = accounts::find(tx, &step.officer)?.map_or(step.officer, |officer| officer.name);
                steps.push(StepTold { day: step.day, who, state: step.state });
            }
            let proposed = appeal.state().proposed_dismissal();
            let dismissal = proposed.map(|(reason, _)| reason.clone()).unwrap_or_default();
            let own_dismissal = proposed.is_some_and(|(_, by)| by.0 == actor.id);
            appeals.push(Under {
                dismissal,
                own_dismissal,
                harm_limit_broken: appeal.harm_limit_broken(office.today()),
                told: told_of(office.secrets(), &row)?,
                alarms: appeal.alarms(office.today(), limits),
                forward_due: appeal.forward_due(limits),
                own_decision: appeal.may_be_handled_by(&housing::officers::OfficerId::new(&actor.id)).is_err(),
                steps,
                appeal,
                row,
            });
        }
        let decision = decisions::standing(tx, &case.id)?;
        let deadline = decision.as_ref().map(|decision| decisions::deadline_of(tx, decision)).transpose()?.flatten();
        let writing = letters::writing(tx, actor, (&case.id, office.today()), None, (&actor.id, None))?;
        let contents = contents(office, tx, &writing)?;
        let whole = Whole {
            number: number(&application, &case),
            contents,
            case: case.id,
            party: applicant.name.to_string(),
            restricted: case.restricted,
            address_hidden: !protection.address_may_leave_the_office(),
            decision,
            deadline,
            dismissals,
            appeals,
        };
        Ok::<_, OfficeError>((whole, applicant.id))
    })?;
    office.looked(actor, About { thing: Thing::Appeal, id: case, person: &person }, String::new())?;
    Ok(whole)
}
