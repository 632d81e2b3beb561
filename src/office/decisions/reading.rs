//! A case's decision with all that its page shows.

use super::deadline::{self, Deadline};
use super::{RulesChanged, frozen_of, rules, written_of};
use super::{closing, completing, content};
use crate::access::{Action, Thing};
use crate::office::assessments::{self, HowFar};
use crate::office::cases::{known_case, number};
use crate::office::delegations;
use crate::office::letters::{self, Preview};
use crate::office::{About, Actor, Office, OfficeError};
use crate::store::applications::Application;
use crate::store::cases::Case;
use crate::store::decisions::{self as store, Decision, State};
use crate::store::documents::{self, Dispatch};
use crate::store::people::{self, Person};
use crate::store::rule_sets::StoredRuleSet;
use crate::store::{StoreError, Tx, accounts};
use housing::Date;
use housing::decisions::approval::Mandate;
use housing::decisions::{Notice, WritingProblem, WrittenDecision};

/// One step, with the officer's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTold {
    pub day: Date,
    pub who: String,
    pub state: State,
    pub remarks: String,
}

/// A signed decision, with what it meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub decision: Decision,
    pub written: WrittenDecision,
    pub deadline: Option<Deadline>,
    /// Whether what was signed is what is kept: the seal holds.
    pub sealed: bool,
    /// The municipality's rules it was signed on, where there were any.
    pub rule_set: Option<StoredRuleSet>,
    /// What was done with it, the oldest first.
    pub steps: Vec<StepTold>,
    /// Its letter and the copies of it: to whom, and the document of each.
    pub letters: Vec<Dispatch>,
}

/// A decision being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub decision: Decision,
    pub written: WrittenDecision,
    pub steps: Vec<StepTold>,
    pub prepared_by: String,
    pub preview: Preview,
    /// What stands in the way of completing it.
    pub lacks: Vec<WritingProblem>,
    /// It leaves the party worse off than the decision it takes the place of: they are warned first.
    pub harms: bool,
    /// The notice that the party has been sent.
    pub notice: Option<Notice>,
    /// The day of the offer that falls when it is signed.
    pub falls: Option<Date>,
    /// Who may sign it, and whether it takes two; `None` when nobody has been given the right.
    pub mandate: Option<Mandate>,
    /// How far the case is assessed today.
    pub assessed: HowFar,
    /// What has changed in the rules since the case was assessed.
    pub rules_changed: Option<RulesChanged>,
}

/// Everything the page of a case's decision shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub case: Case,
    pub application: Application,
    pub applicant: Person,
    pub number: String,
    pub being_written: Option<Opened>,
    /// The signed ones and those that were withdrawn, the newest first.
    pub earlier: Vec<Standing>,
    /// Where the party gets letters; `None` when it is protected and nobody may write it here.
    pub post_address: Option<Vec<String>>,
}

impl Whole {
    /// The decision that stands in the case.
    pub fn standing(&self) -> Option<&Standing> {
        self.earlier.iter().find(|signed| signed.decision.stands)
    }
}

/// A case's decision.
///
/// # Errors
/// [`OfficeError::NotFound`] when there is no such case, or none that the actor may know of.
pub fn whole(office: &Office, actor: &Actor, case: &str) -> Result<Whole, OfficeError> {
    actor.may(Action::Look, Thing::Decision)?;
    let whole = office.store().read(|tx| {
        let (case, application, applicant) = known_case(tx, actor, case)?;
        let (mut being_written, mut earlier) = (None, Vec::new());
        for decision in store::of_case(tx, &case.id)? {
            if decision.state.is_open() {
                being_written = Some(opened(office, tx, actor, &case.id, decision)?);
            } else {
                earlier.push(signed(office, tx, decision)?);
            }
        }
        let protection = letters::protection(tx, &applicant, &application.household, office.today())?;
        let may_print = protection.address_may_leave_the_office();
        Ok::<_, OfficeError>(Whole {
            post_address: may_print.then(|| people::post_address(tx, &applicant.id)).transpose()?,
            number: number(&application, &case),
            case,
            application,
            applicant,
            being_written,
            earlier,
        })
    })?;
    office.looked(
        actor,
        About { thing: Thing::Decision, id: &whole.case.id, person: &whole.applicant.id },
        String::new(),
    )?;
    Ok(whole)
}

/// A decision being written, as its page shows it.
///
/// # Errors
/// When it cannot be read.
pub(in crate::office) fn opened(
    office: &Office,
    tx: &mut Tx<'_>,
    actor: &Actor,
    case: &str,
    decision: Decision,
) -> Result<Opened, OfficeError> {
    let written = written_of(office.secrets(), &decision)?;
    let today = office.today();
    let writing = letters::writing(tx, actor, (case, today), written.form, (&decision.prepared_by, None))?;
    let falls = closing::offer_that_falls(tx, (case, &written), today)?;
    let letter = writing.letter(content::of(&writing, &written, falls)?);
    let delegation = delegations::in_force(tx, today)?.delegation;
    let mandate = decision.outcome.and_then(|outcome| delegation.mandate(decision.kind, outcome).ok().cloned());
    let subject = (&writing.case, &writing.application, &writing.party);
    let lacks = completing::complete(tx, office.secrets(), (&decision, &written), (subject, today))?;
    Ok(Opened {
        steps: steps(tx, &decision.id)?,
        prepared_by: name(tx, &decision.prepared_by)?,
        preview: letters::look(office, &writing, &letter),
        lacks: lacks.err().unwrap_or_default(),
        harms: completing::is_to_harm(tx, office.secrets(), &decision, &written)?,
        notice: completing::notice(tx, subject, &decision)?,
        falls,
        assessed: assessments::how_far(tx, office.secrets(), subject, today)?,
        rules_changed: rules::changed(tx, office.secrets(), (subject, today), decision.rules.as_deref())?,
        mandate,
        written,
        decision,
    })
}

fn signed(office: &Office, tx: &mut Tx<'_>, decision: Decision) -> Result<Standing, OfficeError> {
    let sealed = decision.state != State::Signed || frozen_of(office.secrets(), &decision).is_ok_and(|it| it.is_some());
    let deadline = deadline::of(tx, &decision)?;
    let rule_set = rules::set_of(tx, &decision)?.filter(|_| decision.state == State::Signed);
    let steps = steps(tx, &decision.id)?;
    let letters = letters(tx, &decision)?;
    Ok(Standing {
        written: written_of(office.secrets(), &decision)?,
        deadline,
        sealed,
        rule_set,
        steps,
        letters,
        decision,
    })
}

/// The letter of a decision and its copies, which were made with it.
fn letters(tx: &mut Tx<'_>, decision: &Decision) -> Result<Vec<Dispatch>, StoreError> {
    let Some(first) = decision.document.as_ref() else { return Ok(Vec::new()) };
    let Some(first) = documents::find(tx, first)? else { return Ok(Vec::new()) };
    let mut letters = Vec::new();
    for document in documents::of_application(tx, &first.application)? {
        if document.case == first.case && document.kind == first.kind && document.at == first.at {
            letters.extend(documents::of_document(tx, &document.id)?);
        }
    }
    Ok(letters)
}

/// The decision that stands in a case.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn standing(tx: &mut Tx<'_>, case: &str) -> Result<Option<Decision>, StoreError> {
    Ok(store::of_case(tx, case)?.into_iter().find(|decision| decision.stands))
}

fn steps(tx: &mut Tx<'_>, decision: &str) -> Result<Vec<StepTold>, StoreError> {
    let steps = store::steps(tx, decision)?.into_iter().map(|step| {
        let who = name(tx, &step.officer)?;
        Ok(StepTold { day: step.day, who, state: step.state, remarks: step.remarks })
    });
    steps.collect()
}

fn name(tx: &mut Tx<'_>, officer: &str) -> Result<String, StoreError> {
    Ok(accounts::find(tx, officer)?.map_or_else(|| officer.to_owned(), |officer| officer.name))
}
