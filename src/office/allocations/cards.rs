//! The homes of a meeting: who is proposed for each, who else could have it, and why nobody gets the one that is left.

use super::choices::{Choice, in_force};
use super::in_meeting::Kept;
use super::obstacles::{Obstacle, count, obstacle};
use super::pairs::Pair;
use super::problem::ProblemFile;
use super::scene::{Candidate, Free, Home, Scene};
use super::solving::{Answer, Placed};
use super::unmet::is_impossible;
use crate::store::allocations::{ChoiceKind, Chosen};
use housing::fit::Fit;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A home and who is proposed for it.
#[derive(Clone, Debug)]
pub struct Card {
    pub home: Home,
    /// Whether it is freed by a move in the same plan, and not vacant before.
    pub freed: bool,
    pub held: Option<Choice>,
    pub given: Option<Given>,
    /// The best others, for whoever asks; found for the cards that are looked at.
    pub alternatives: Vec<Other>,
    /// Where nobody is proposed, what stops how many; found for the cards that are looked at.
    pub obstacles: Vec<(Obstacle, usize)>,
}

/// Another that could have the home.
#[derive(Clone, Debug)]
pub struct Other {
    pub candidate: Candidate,
    pub fit: Fit,
    /// Whether the limits let a plan give them the home at all.
    pub can_be_locked: bool,
}

/// Who is proposed, and why.
#[derive(Clone, Debug)]
pub struct Given {
    pub candidate: Candidate,
    pub fit: Fit,
    /// The home they leave.
    pub from: Option<Home>,
    pub step: i64,
    pub chosen: Chosen,
    /// The choice that made it so.
    pub choice: Option<i64>,
}

/// What the cards are made from.
pub(super) struct Found<'a> {
    pub scene: &'a Scene,
    pub pairs: &'a [Pair<'a>],
    pub problem: &'a ProblemFile,
    pub answer: &'a Answer,
}

/// Others that could have a home, as many as one looks through.
const ALTERNATIVES: usize = 5;

impl Found<'_> {
    /// A card for each home, in the order of the wall: what is to be decided comes first.
    pub fn cards(&self, choices: &[Choice]) -> Vec<Card> {
        let placed: HashMap<&str, &Placed> =
            self.answer.placements.iter().map(|placed| (placed.to.as_str(), placed)).collect();
        let freed = self.scene.lived_in.iter().filter(|home| placed.contains_key(home.id()));
        let homes = self.scene.homes.iter().map(|home| (home, false)).chain(freed.map(|home| (home, true)));
        let counting = in_force(choices);
        let holds: HashMap<&str, &Choice> = counting
            .into_iter()
            .filter(|choice| choice.kind == ChoiceKind::Hold)
            .filter_map(|choice| Some((choice.dwelling.as_deref()?, choice)))
            .collect();
        let card = |(home, freed): (&Home, bool)| Card {
            given: placed.get(home.id()).and_then(|placed| self.given(home, placed, choices)),
            held: holds.get(home.id()).map(|choice| (*choice).clone()),
            home: home.clone(),
            alternatives: Vec::new(),
            obstacles: Vec::new(),
            freed,
        };
        let mut cards: Vec<Card> = homes.map(card).collect();
        let day = |card: &Card| match card.home.free {
            Free::Now => (0, None),
            Free::On(day) => (1, Some(day)),
            Free::NoDay => (2, None),
        };
        cards.sort_by_key(|card| (card.given.is_none(), card.freed, day(card)));
        cards
    }

    fn given(&self, home: &Home, placed: &Placed, choices: &[Choice]) -> Option<Given> {
        let candidate = self.scene.candidate(&placed.household)?;
        let (chosen, choice) = chosen(choices, placed);
        Some(Given {
            fit: self.scene.fit(candidate, home),
            from: placed.from.as_deref().and_then(|from| self.scene.home(from)).cloned(),
            step: self.answer.step_of(&placed.household),
            candidate: candidate.clone(),
            chosen,
            choice,
        })
    }

    /// Finds for the cards that are looked at who else could have the home, and what stops everybody where nobody is
    /// proposed.
    pub fn look_closer(&self, cards: &mut [Card], choices: &[Choice]) {
        let mut by_home: HashMap<&str, Vec<&Pair<'_>>> = cards
            .iter()
            .filter_map(|card| self.scene.home(card.home.id()))
            .map(|home| (home.id(), Vec::new()))
            .collect();
        for pair in self.pairs {
            if let Some(pairs) = by_home.get_mut(pair.home.id()) {
                pairs.push(pair);
            }
        }
        let kept = Kept::new(self.problem, self.answer, choices);
        for card in cards {
            let given = card.given.as_ref().map(|given| given.candidate.household.as_str());
            let pairs = by_home.get(card.home.id()).map_or(&[][..], Vec::as_slice);
            card.alternatives = self.alternatives(pairs, &card.home, given);
            if card.given.is_none() && card.held.is_none() {
                let all = self.scene.candidates.iter();
                card.obstacles = count(all.filter_map(|candidate| obstacle(self.scene, &kept, candidate, &card.home)));
            }
        }
    }

    /// The best others: by need class, then by score.
    fn alternatives(&self, pairs: &[&Pair<'_>], home: &Home, given: Option<&str>) -> Vec<Other> {
        let others = pairs.iter().filter(|pair| Some(pair.candidate.household.as_str()) != given);
        let mut others: Vec<&&Pair<'_>> = others.collect();
        others.sort_by_key(|pair| (pair.candidate.need_class().unwrap_or(u32::MAX), Reverse(pair.score)));
        let best = others.into_iter().take(ALTERNATIVES);
        let other = |pair: &&Pair<'_>| Other {
            candidate: pair.candidate.clone(),
            fit: self.scene.fit(pair.candidate, home),
            can_be_locked: !is_impossible(self.scene, self.problem, pair.candidate, home),
        };
        best.map(other).collect()
    }
}

/// How a placement came to be, and the choice that made it so.
pub(super) fn chosen(choices: &[Choice], placed: &Placed) -> (Chosen, Option<i64>) {
    let ours = |choice: &&Choice| {
        choice.household.as_deref() == Some(placed.household.as_str())
            && choice.dwelling.as_deref() == Some(placed.to.as_str())
    };
    for choice in in_force(choices).into_iter().filter(ours) {
        match choice.kind {
            ChoiceKind::Lock => return (Chosen::Locked, Some(choice.position)),
            ChoiceKind::Reserve => return (Chosen::Reserved, Some(choice.position)),
            ChoiceKind::Forbid
            | ChoiceKind::Hold
            | ChoiceKind::Cap
            | ChoiceKind::Moves
            | ChoiceKind::Ring
            | ChoiceKind::Chain => {}
        }
    }
    (Chosen::Proposed, None)
}
