//! What can be done with an offer. Each move takes the offer, and may refuse with the reason.

use super::{Offer, OfferState};
use crate::Date;
use crate::calendar::add_days;
use crate::offers::codes::{DeclineReason, OfferStep, WithdrawReason};

/// Why a move was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfferRefused {
    #[error("the offer is {is:?} and cannot be {asked}")]
    WrongState { is: OfferStep, asked: &'static str },
    #[error("{asked} is before {last}, when the offer was {was:?}")]
    BeforeLastStep { asked: Date, last: Date, was: OfferStep },
    #[error("the last day to answer was {answer_by}; the answer came on {answered}")]
    TooLate { answer_by: Date, answered: Date },
    #[error("the last day to answer, {answer_by}, is not after {on}")]
    NoTimeToAnswer { answer_by: Date, on: Date },
    #[error("{to} is no longer time: the last day to answer is {answer_by}")]
    NotLonger { answer_by: Date, to: Date },
    #[error("it can be answered until {answer_by}")]
    StillOpen { answer_by: Date },
    #[error("one cannot move in on {from}, before saying yes on {accepted}")]
    MovesInBeforeYes { from: Date, accepted: Date },
}

impl Offer {
    /// Its letter has left, and can be answered until a day.
    ///
    /// # Errors
    /// When it has left before, or leaves no time to answer.
    pub fn send(self, on: Date, answer_by: Date) -> Result<Self, OfferRefused> {
        match self.state() {
            OfferState::Drafted { .. } if answer_by <= on => Err(OfferRefused::NoTimeToAnswer { answer_by, on }),
            OfferState::Drafted { .. } => self.step_to(OfferState::Sent { on, answer_by }),
            other => Err(wrong(other, "sent")),
        }
    }

    /// The letter was slower than it reckoned with: the household has until the day if that is later than
    /// what holds. This is no step: nobody did anything.
    #[must_use]
    pub fn open_until(mut self, day: Date) -> Self {
        if let Some(OfferState::Sent { answer_by, .. } | OfferState::Viewed { answer_by, .. }) = self.steps.last_mut() {
            *answer_by = day.max(*answer_by);
        }
        self
    }

    /// Gives the household longer.
    ///
    /// # Errors
    /// When no answer is awaited, the time has run out, or the day is no later.
    pub fn extend(self, to: Date, on: Date) -> Result<Self, OfferRefused> {
        let (answer_by, next) = match self.state() {
            OfferState::Sent { answer_by, .. } => (answer_by, OfferState::Sent { on, answer_by: to }),
            OfferState::Viewed { answer_by, .. } => (answer_by, OfferState::Viewed { on, answer_by: to }),
            other => return Err(wrong(other, "extended")),
        };
        if on > answer_by {
            return Err(OfferRefused::TooLate { answer_by, answered: on });
        }
        if to <= answer_by {
            return Err(OfferRefused::NotLonger { answer_by, to });
        }
        self.step_to(next)
    }

    /// Another day to see the home, or none.
    ///
    /// # Errors
    /// When the household has seen it or answered, or the day has passed.
    pub fn plan_viewing(mut self, viewing: Option<Date>, on: Date) -> Result<Self, OfferRefused> {
        match self.state() {
            OfferState::Drafted { .. } | OfferState::Sent { .. } => {}
            other => return Err(wrong(other, "planned a viewing for")),
        }
        if let Some(asked) = viewing.filter(|day| *day < on) {
            return Err(OfferRefused::BeforeLastStep { asked, last: on, was: self.state().step() });
        }
        self.viewing = viewing;
        Ok(self)
    }

    /// The household has seen the home.
    ///
    /// # Errors
    /// When the letter has not left, it has been seen, or is answered.
    pub fn view(self, on: Date) -> Result<Self, OfferRefused> {
        match self.state() {
            OfferState::Sent { answer_by, .. } => self.step_to(OfferState::Viewed { on, answer_by }),
            other => Err(wrong(other, "viewed")),
        }
    }

    /// The household says yes on a day: in time, when a last day runs. A yes on the telephone before the
    /// letter has left counts as well.
    ///
    /// # Errors
    /// When it came too late, or the offer is not open.
    pub fn accept(self, on: Date) -> Result<Self, OfferRefused> {
        match self.state() {
            OfferState::Sent { answer_by, .. } | OfferState::Viewed { answer_by, .. } if on > answer_by => {
                Err(OfferRefused::TooLate { answer_by, answered: on })
            }
            OfferState::Drafted { .. } | OfferState::Sent { .. } | OfferState::Viewed { .. } => {
                self.step_to(OfferState::Accepted { on, move_in: None })
            }
            other => Err(wrong(other, "accepted")),
        }
    }

    /// The household says no, also after having said yes. A no after the last day changes nothing: the
    /// offer has lapsed.
    ///
    /// # Errors
    /// When it came too late, or the offer is not open.
    pub fn decline(self, reason: DeclineReason, on: Date) -> Result<Self, OfferRefused> {
        match self.state() {
            OfferState::Sent { answer_by, .. } | OfferState::Viewed { answer_by, .. } if on > answer_by => {
                Err(OfferRefused::TooLate { answer_by, answered: on })
            }
            state if state.step().holds_the_home() => self.step_to(OfferState::Declined { on, reason }),
            other => Err(wrong(other, "declined")),
        }
    }

    /// Nobody answered: it lapsed the day after the last one.
    ///
    /// # Errors
    /// When an answer can still come, or none is awaited.
    pub fn lapse(self, today: Date) -> Result<Self, OfferRefused> {
        let state = self.state();
        match state.answer_by() {
            Some(answer_by) if today > answer_by => {
                self.step_to(OfferState::Lapsed { on: add_days(answer_by, 1).max(state.on()), answer_by })
            }
            Some(answer_by) => Err(OfferRefused::StillOpen { answer_by }),
            None => Err(wrong(state, "lapsed")),
        }
    }

    /// The offer as it stands on a day: lapsed when nobody answered in time.
    #[must_use]
    pub fn on_day(self, today: Date) -> Self {
        match self.state().answer_by() {
            Some(answer_by) if today > answer_by => {
                self.lapse(today).expect("an answer was awaited until a day that has passed")
            }
            Some(_) | None => self,
        }
    }

    /// The office takes it back.
    ///
    /// # Errors
    /// When it has ended.
    pub fn withdraw(self, reason: WithdrawReason, on: Date) -> Result<Self, OfferRefused> {
        let state = self.state();
        if !state.step().holds_the_home() {
            return Err(wrong(state, "withdrawn"));
        }
        self.step_to(OfferState::Withdrawn { on, reason })
    }

    /// Plans the day the household moves in, or another than was planned.
    ///
    /// # Errors
    /// When it has not said yes, or the day lies before it did.
    pub fn plan_move_in(self, from: Date, on: Date) -> Result<Self, OfferRefused> {
        self.may_move_in(from, "planned a move for")?;
        self.step_to(OfferState::Accepted { on, move_in: Some(from) })
    }

    /// The lease is agreed: a tenancy from the day.
    ///
    /// # Errors
    /// As [`Offer::plan_move_in`].
    pub fn house(self, from: Date, on: Date) -> Result<Self, OfferRefused> {
        self.may_move_in(from, "moved into")?;
        self.step_to(OfferState::Housed { on, from })
    }

    /// The day the household said yes, when it has.
    pub fn accepted(&self) -> Option<Date> {
        self.steps.iter().find(|step| step.step() == OfferStep::Accepted).map(|step| step.on())
    }

    fn may_move_in(&self, from: Date, asked: &'static str) -> Result<(), OfferRefused> {
        let accepted = match self.state() {
            OfferState::Accepted { on, .. } => self.accepted().unwrap_or(on),
            other => return Err(wrong(other, asked)),
        };
        if from < accepted { Err(OfferRefused::MovesInBeforeYes { from, accepted }) } else { Ok(()) }
    }

    fn step_to(mut self, to: OfferState) -> Result<Self, OfferRefused> {
        let last = self.state();
        if to.on() < last.on() {
            return Err(OfferRefused::BeforeLastStep { asked: to.on(), last: last.on(), was: last.step() });
        }
        self.steps.push(to);
        Ok(self)
    }
}

const fn wrong(state: OfferState, asked: &'static str) -> OfferRefused {
    OfferRefused::WrongState { is: state.step(), asked }
}
