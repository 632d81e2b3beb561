//! What is done with an offer, a step at a time.

use super::{basis, chain, progress_of, saving, terms_of, worded_day};
use crate::access::{Action, Thing};
use crate::office::cases::known_case;
use crate::office::letters::{Form, Words};
use crate::office::tenancies::{self, NewTenancy, Tenant, begin_in};
use crate::office::{Actor, Office, OfficeError, Problem, Work};
use crate::store::Tx;
use crate::store::applications::Application;
use crate::store::cases::Case;
use crate::store::dwellings as homes;
use crate::store::offers::{self as store, Offer as Row};
use housing::Date;
use housing::applications::ApplicationStatus;
use housing::calendar::{add_days, add_months};
use housing::offers::{DeclineReason, Offer, OfferRefused, WithdrawReason, still_stands};
use housing::tenancies::LeaseKind;

/// What a household answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No(DeclineReason),
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Plans when the household can see the home, or takes the day away.
    PlanViewing {
        day: Option<Date>,
    },
    /// The household has seen the home.
    View {
        on: Date,
    },
    /// Gives the household longer to answer.
    Extend {
        to: Date,
    },
    /// With what was said, and the day it was.
    Answer {
        answer: Answer,
        on: Date,
        note: String,
    },
    /// Nobody answered: somebody has seen that it lapsed.
    Lapse,
    /// With what the household is told.
    Withdraw {
        reason: WithdrawReason,
        note: String,
    },
    PlanMoveIn {
        from: Date,
    },
    /// The lease is agreed from the day: a tenancy in the register.
    AgreeTenancy {
        from: Date,
    },
}

/// The offer as it stood when `version` was shown, with its case.
pub(super) fn of_version(work: &mut Work<'_, '_>, (id, version): (&str, i64)) -> Result<(Row, Case), OfficeError> {
    let row = store::find(work.tx, id)?.ok_or(OfficeError::NotFound)?;
    let (case, _, _) = known_case(work.tx, work.actor, &row.case)?;
    if row.version == version { Ok((row, case)) } else { Err(OfficeError::Stale) }
}

/// Makes a step with an offer, and all that follows: the home is reserved or freed, the application moved on, the
/// tenancy begun.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; [`OfficeError::Invalid`] when the step
/// cannot be made, with the reason.
pub fn act(office: &Office, actor: &Actor, offer: (&str, i64), wanted: &Move) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Offer)?;
    if matches!(wanted, Move::AgreeTenancy { .. }) {
        actor.may(Action::Change, Thing::Tenancy)?;
    }
    office.change(actor, |work| {
        let (row, _) = of_version(work, offer)?;
        refuse(impossible(wanted, work.today))?;
        let Move::AgreeTenancy { from } = wanted else { return step(work, &row, wanted) };
        // In a ring everybody leaves before anybody enters.
        let together = chain::together(work.tx, &row, work.today)?;
        for row in &together {
            leave(work, row, *from)?;
        }
        together.iter().try_for_each(|row| step(work, row, wanted))
    })
}

/// The open offer of a case falls with the decision it rests on: the home is free again. The party is told in the letter
/// of the new decision.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn fall_with_decision(work: &mut Work<'_, '_>, case: &str) -> Result<(), OfficeError> {
    if let Some(row) = store::open_of_case(work.tx, case)? {
        saving::lapse_if_due(work, &row)?;
    }
    let Some(row) = store::open_of_case(work.tx, case)? else { return Ok(()) };
    let note = Words(Form::Bokmal).t("offer-fell-with-decision");
    step(work, &row, &Move::Withdraw { reason: WithdrawReason::DecisionGone, note })
}

/// The day the open offer of a case was made, when somebody can still say yes to it.
///
/// # Errors
/// When the store fails.
pub(in crate::office) fn open_since(tx: &mut Tx<'_>, case: &str, today: Date) -> Result<Option<Date>, OfficeError> {
    let Some(row) = store::open_of_case(tx, case)? else { return Ok(None) };
    Ok(progress_of(&row)?.on_day(today).state().step().holds_the_home().then_some(row.made))
}

/// Makes the step with one offer.
fn step(work: &mut Work<'_, '_>, row: &Row, wanted: &Move) -> Result<(), OfficeError> {
    let (case, application, _) = known_case(work.tx, work.actor, &row.case)?;
    let after = stepped(progress_of(row)?, wanted, work.today).map_err(|refusal| refused(&refusal))?;
    let mut changed = saving::row_after(row, &after);
    follow(work, (row, &mut changed), (&case, &application), wanted)?;
    saving::save(work, row, &changed, &case.applicant)?;
    saving::end_placement(work, &case, &changed)?;
    match wanted {
        Move::PlanViewing { .. } => Ok(()),
        Move::Answer { note, .. } | Move::Withdraw { note, .. } => saving::record(work, &row.id, after.state(), note),
        Move::View { .. } | Move::Extend { .. } | Move::Lapse | Move::PlanMoveIn { .. } | Move::AgreeTenancy { .. } => {
            saving::record(work, &row.id, after.state(), "")
        }
    }
}

/// Days to come that cannot be said of what has happened, and a no that is taken back without a word.
fn impossible(wanted: &Move, today: Date) -> Vec<Problem> {
    let to_come = |field, day: Date| (day > today).then(|| Problem::plain(field, "offer-problem-day-to-come"));
    let found = match wanted {
        Move::View { on } => to_come("viewed", *on),
        Move::Answer { on, .. } => to_come("answered", *on),
        Move::Withdraw { note, .. } if note.trim().is_empty() => Some(Problem::plain("told", "offer-problem-no-note")),
        Move::Withdraw { .. }
        | Move::PlanViewing { .. }
        | Move::Extend { .. }
        | Move::Lapse
        | Move::PlanMoveIn { .. }
        | Move::AgreeTenancy { .. } => None,
    };
    found.into_iter().collect()
}

fn stepped(offer: Offer, wanted: &Move, today: Date) -> Result<Offer, OfferRefused> {
    match wanted {
        Move::PlanViewing { day } => offer.on_day(today).plan_viewing(*day, today),
        Move::View { on } => offer.view(*on),
        Move::Extend { to } => offer.extend(*to, today),
        Move::Answer { answer: Answer::Yes, on, .. } => offer.accept(*on),
        Move::Answer { answer: Answer::No(reason), on, .. } => offer.decline(*reason, *on),
        Move::Lapse => offer.lapse(today),
        Move::Withdraw { reason, .. } => offer.on_day(today).withdraw(*reason, today),
        Move::PlanMoveIn { from } => offer.plan_move_in(*from, today),
        Move::AgreeTenancy { from } => offer.house(*from, today),
    }
}

/// What follows for the home, the application and the register of tenancies.
fn follow(
    work: &mut Work<'_, '_>,
    (row, changed): (&Row, &mut Row),
    (case, application): (&Case, &Application),
    wanted: &Move,
) -> Result<(), OfficeError> {
    match wanted {
        Move::PlanViewing { .. } | Move::View { .. } | Move::Extend { .. } => Ok(()),
        Move::PlanMoveIn { from } => {
            grant_holds(work, row, case, application)?;
            refuse(chain::too_early(work.tx, row, *from, work.today)?)
        }
        Move::Answer { answer: Answer::Yes, .. } => {
            grant_holds(work, row, case, application)?;
            refuse(chain::falls(work.tx, row, work.today)?)?;
            changed.home_was = saving::reserve(work, &row.dwelling)?;
            Ok(())
        }
        Move::Answer { answer: Answer::No(_), .. } => {
            saving::free(work, row)?;
            saving::stands(work, case, ApplicationStatus::OfferDeclined)
        }
        Move::Lapse | Move::Withdraw { .. } => {
            saving::free(work, row)?;
            saving::stands(work, case, ApplicationStatus::WaitingForHome)
        }
        Move::AgreeTenancy { from } => {
            grant_holds(work, row, case, application)?;
            changed.tenancy = Some(begin_tenancy(work, row, case, *from)?);
            saving::stands(work, case, ApplicationStatus::Housed)
        }
    }
}

/// A yes needs the grant that the offer rests on: one that was reversed, or a household that no longer waits, has
/// none.
fn grant_holds(work: &mut Work<'_, '_>, row: &Row, case: &Case, application: &Application) -> Result<(), OfficeError> {
    let (basis, decision) = basis::of(work.tx, case, application)?;
    let another = row.decision.is_some() && decision.map(|decision| decision.id) != row.decision;
    let mut problems: Vec<Problem> = still_stands(&basis).into_iter().map(|it| basis::worded(it, None)).collect();
    if another && problems.is_empty() {
        problems.push(Problem::plain("", "offer-problem-another-decision"));
    }
    refuse(problems)
}

/// Whoever has rented one of our homes gives it up from the day they get the other.
fn leave(work: &mut Work<'_, '_>, row: &Row, from: Date) -> Result<(), OfficeError> {
    let Some(home) = &row.vacates else { return Ok(()) };
    let (case, _, _) = known_case(work.tx, work.actor, &row.case)?;
    tenancies::leave_in(work, (home, &case.household), from)
}

/// The tenancy in the register, on the terms of the offer.
fn begin_tenancy(work: &mut Work<'_, '_>, row: &Row, case: &Case, from: Date) -> Result<String, OfficeError> {
    let terms = terms_of(row)?;
    let home = homes::find(work.tx, &row.dwelling)?.ok_or(OfficeError::NotFound)?;
    let last_day = |months: u16| add_days(add_months(from, i32::from(months)), -1);
    begin_in(
        work,
        &NewTenancy {
            dwelling: home.id,
            tenant: Tenant::Known(case.applicant.clone()),
            size: None,
            from,
            lease_until: terms.lease_months.map(last_day),
            kind: if terms.lease_months.is_some() { LeaseKind::FixedTerm } else { LeaseKind::OpenEnded },
            rent: Some(terms.rent),
            note: None,
        },
    )
}

fn refuse(problems: Vec<Problem>) -> Result<(), OfficeError> {
    if problems.is_empty() { Ok(()) } else { Err(OfficeError::Invalid(problems)) }
}

/// Why a step cannot be made, in words.
fn refused(refusal: &OfferRefused) -> OfficeError {
    let with = |field, text, day: &Date| {
        let facts = vec![("day", worded_day(*day))];
        OfficeError::Invalid(vec![Problem { field, text, facts }])
    };
    match refusal {
        OfferRefused::WrongState { .. } => OfficeError::Invalid(vec![Problem::plain("", "offer-problem-state")]),
        OfferRefused::BeforeLastStep { last, .. } => with("", "offer-problem-before-last", last),
        OfferRefused::TooLate { answer_by, .. } => with("answered", "offer-problem-too-late", answer_by),
        OfferRefused::NoTimeToAnswer { answer_by, .. } => with("", "offer-problem-no-time", answer_by),
        OfferRefused::NotLonger { answer_by, .. } => with("to", "offer-problem-not-longer", answer_by),
        OfferRefused::StillOpen { answer_by } => with("", "offer-problem-still-open", answer_by),
        OfferRefused::MovesInBeforeYes { accepted, .. } => with("from", "offer-problem-before-yes", accepted),
    }
}
