//! How offers go: how long it takes from decision to offer to moving in, and who says no to what.

use super::{DeclineReason, OfferStep};
use crate::Date;
use crate::calendar::days_between;
use crate::people::TargetGroup;
use std::collections::BTreeMap;

code_list! {
    /// A stretch of the way from a grant to a home.
    Phase "offer-phase" {
        GrantedToOffer = "VEDTAK_TILBUD", OfferToYes = "TILBUD_JA", YesToMoveIn = "JA_INNFLYTTING",
    }
}

/// An offer as the figures need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferFact {
    pub granted: Date,
    pub made: Date,
    pub step: OfferStep,
    /// The day the household said yes or no.
    pub answered: Option<Date>,
    /// The day it said yes, whatever came of it.
    pub accepted: Option<Date>,
    /// The first day of the tenancy, when one was agreed.
    pub from: Option<Date>,
    pub declined: Option<DeclineReason>,
    /// The household's; empty when nobody has said.
    pub groups: Vec<TargetGroup>,
}

impl OfferFact {
    /// The days a stretch of the way took; `None` for one that has not come to its end.
    pub fn days(&self, phase: Phase) -> Option<i32> {
        let (from, until) = match phase {
            Phase::GrantedToOffer => (Some(self.granted), Some(self.made)),
            Phase::OfferToYes => (Some(self.made), self.accepted),
            Phase::YesToMoveIn => (self.accepted, self.from),
        };
        Some(days_between(from?, until?))
    }
}

/// How long something took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Spread {
    /// How many the days are of.
    pub count: usize,
    /// The one in the middle, in days; of an even number the lower of the two.
    pub median: Option<i32>,
    pub longest: Option<i32>,
}

impl Spread {
    /// Of so many days each.
    pub fn of(days: impl Iterator<Item = i32>) -> Self {
        let mut days: Vec<i32> = days.collect();
        days.sort_unstable();
        let middle = days.len().saturating_sub(1) / 2;
        Self { count: days.len(), median: days.get(middle).copied(), longest: days.last().copied() }
    }
}

/// What came of the offers to a target group.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct GroupFigures {
    /// `None` for those whose group nobody has said.
    pub group: Option<TargetGroup>,
    pub offers: usize,
    pub accepted: usize,
    pub declined: usize,
    pub lapsed: usize,
    pub times: BTreeMap<Phase, Spread>,
}

/// The figures of a number of offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct OfferFigures {
    pub offers: usize,
    pub steps: BTreeMap<OfferStep, usize>,
    /// Each stretch of the way, over all groups.
    pub times: BTreeMap<Phase, Spread>,
    pub offer_to_answer: Spread,
    pub offer_to_move_in: Spread,
    pub granted_to_move_in: Spread,
    pub declines: BTreeMap<DeclineReason, usize>,
    /// A household in two groups is counted in both; those in none come first.
    pub groups: Vec<GroupFigures>,
}

/// What the offers come to.
pub fn figures(offers: &[OfferFact]) -> OfferFigures {
    let mut figures = OfferFigures {
        offers: offers.len(),
        times: times(&offers.iter().collect::<Vec<_>>()),
        offer_to_answer: Spread::of(offers.iter().filter_map(|it| Some(days_between(it.made, it.answered?)))),
        offer_to_move_in: Spread::of(offers.iter().filter_map(|it| Some(days_between(it.made, it.from?)))),
        granted_to_move_in: Spread::of(offers.iter().filter_map(|it| Some(days_between(it.granted, it.from?)))),
        ..OfferFigures::default()
    };
    let mut by_group: BTreeMap<Option<TargetGroup>, Vec<&OfferFact>> = BTreeMap::new();
    for offer in offers {
        *figures.steps.entry(offer.step).or_insert(0) += 1;
        if let Some(reason) = offer.declined {
            *figures.declines.entry(reason).or_insert(0) += 1;
        }
        for group in offer.groups.iter().copied().map(Some) {
            by_group.entry(group).or_default().push(offer);
        }
        if offer.groups.is_empty() {
            by_group.entry(None).or_default().push(offer);
        }
    }
    figures.groups = by_group.into_iter().map(|(group, offers)| of_group(group, &offers)).collect();
    figures
}

fn times(offers: &[&OfferFact]) -> BTreeMap<Phase, Spread> {
    let of = |&phase: &Phase| (phase, Spread::of(offers.iter().filter_map(|it| it.days(phase))));
    Phase::ALL.iter().map(of).collect()
}

fn of_group(group: Option<TargetGroup>, offers: &[&OfferFact]) -> GroupFigures {
    let count = |wanted: &[OfferStep]| offers.iter().filter(|it| wanted.contains(&it.step)).count();
    GroupFigures {
        group,
        offers: offers.len(),
        accepted: count(&[OfferStep::Accepted, OfferStep::Housed]),
        declined: count(&[OfferStep::Declined]),
        lapsed: count(&[OfferStep::Lapsed]),
        times: times(offers),
    }
}
