//! Offers of a home: how long they stand, what a no leads to, and the way they go (`practice.md` B).

mod basis;
mod chain;
mod codes;
mod consequence;
mod deadline;
mod figures;
mod state;
#[cfg(test)]
mod tests;

pub use basis::{Basis, HomeNow, Obstacle, leads_to_an_offer, obstacles, still_stands};
pub use chain::{Link, LinkState, Outlook, PlanProblem, hanging_together, homes_left, outlooks, plan_problems, ring};
pub use codes::{DeclineReason, OfferStep, WithdrawReason};
pub use consequence::{Consequence, EarlierOffer, consequence};
pub use deadline::{AnswerBy, answer_by, remind_on};
pub use figures::{GroupFigures, OfferFact, OfferFigures, Phase, Spread, figures};
pub use state::{Offer, OfferDue, OfferRefused, OfferState};
