//! What a meeting does with a home for a household, and why: read from what is kept of the meeting, so that the reason
//! is the same when a letter is written long after.

use super::choices::{Choice, in_force};
use super::problem::{CapLine, HouseholdLine, KEPT_APART, ProblemFile};
use super::solving::Answer;
use crate::store::allocations::ChoiceKind;
use housing::fit::{Before, Standing};
use std::collections::{BTreeMap, HashMap};

/// What a meeting does with a home for a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InTheMeeting {
    /// It is proposed for this household.
    Proposed,
    /// The rules did not let it be proposed when the meeting was solved.
    DoesNotFit,
    /// The meeting holds the home back.
    HeldBack,
    /// The meeting has laid down that this household does not get it.
    Forbidden,
    /// The meeting gives the home to somebody it has named.
    SetAside,
    /// The household gets the home with this id.
    Elsewhere(String),
    /// Another household came before.
    Another(Before),
    /// A limit for spread settlement leaves no room.
    CapFull(String),
    /// No more tenants may move.
    MovesUsed,
    /// Whoever lives there stays.
    LivedIn,
    /// Nobody is proposed for it.
    Nobody,
}

/// A run of a meeting, to ask about any household and home in it.
pub(super) struct Kept<'a> {
    problem: &'a ProblemFile,
    answer: &'a Answer,
    choices: Vec<&'a Choice>,
    households: HashMap<&'a str, &'a HouseholdLine>,
    scores: HashMap<(&'a str, &'a str), u32>,
}

impl<'a> Kept<'a> {
    pub fn new(problem: &'a ProblemFile, answer: &'a Answer, choices: &'a [Choice]) -> Self {
        Self {
            problem,
            answer,
            choices: in_force(choices),
            households: problem.households.iter().map(|line| (line.id.as_str(), line)).collect(),
            scores: problem.fits.iter().map(|fit| ((fit.household.as_str(), fit.home.as_str()), fit.score)).collect(),
        }
    }

    /// The homes that could be proposed for a household, in their order.
    pub fn homes_for(&self, household: &str) -> Vec<&'a str> {
        let fits = self.problem.fits.iter().filter(|fit| fit.household == household);
        fits.map(|fit| fit.home.as_str()).collect()
    }

    /// `None` when the household or the home was not in the meeting.
    pub fn why(&self, household: &str, home: &str) -> Option<InTheMeeting> {
        let ours = *self.households.get(household)?;
        let laid_down = self.laid_down(household, home);
        let is_known = self.problem.homes.iter().any(|line| line.id == home);
        if !is_known && laid_down.is_none() {
            return None;
        }
        let holder = self.answer.who_gets(home).map(|placed| placed.household.as_str());
        if holder == Some(household) {
            return Some(InTheMeeting::Proposed);
        }
        if let Some(found) = laid_down {
            return Some(found);
        }
        if !self.scores.contains_key(&(household, home)) {
            return Some(InTheMeeting::DoesNotFit);
        }
        if let Some(placed) = self.answer.home_of(household) {
            return Some(InTheMeeting::Elsewhere(placed.to.clone()));
        }
        Some(match holder {
            Some(other) => self.before((ours, other), home),
            None if self.stays_lived_in(home) => InTheMeeting::LivedIn,
            None => self.limit((ours, None), home).unwrap_or(InTheMeeting::Nobody),
        })
    }

    /// What the meeting has laid down about them; the newest word counts.
    fn laid_down(&self, household: &str, home: &str) -> Option<InTheMeeting> {
        let there = |choice: &Choice| choice.dwelling.as_deref() == Some(home);
        if self.choices.iter().any(|choice| choice.kind == ChoiceKind::Hold && there(choice)) {
            return Some(InTheMeeting::HeldBack);
        }
        for choice in self.choices.iter().rev() {
            let ours = choice.household.as_deref() == Some(household);
            match choice.kind {
                ChoiceKind::Lock | ChoiceKind::Reserve if ours && there(choice) => return None,
                ChoiceKind::Lock | ChoiceKind::Reserve if there(choice) => return Some(InTheMeeting::SetAside),
                ChoiceKind::Lock | ChoiceKind::Reserve if ours => {
                    return choice.dwelling.clone().map(InTheMeeting::Elsewhere);
                }
                ChoiceKind::Forbid if ours && there(choice) => return Some(InTheMeeting::Forbidden),
                ChoiceKind::Lock
                | ChoiceKind::Reserve
                | ChoiceKind::Forbid
                | ChoiceKind::Hold
                | ChoiceKind::Cap
                | ChoiceKind::Moves
                | ChoiceKind::Ring
                | ChoiceKind::Chain => {}
            }
        }
        None
    }

    /// Why another household came before in a home that both could have.
    fn before(&self, (ours, other): (&HouseholdLine, &str), home: &str) -> InTheMeeting {
        let standing = |line: &HouseholdLine| Standing {
            need_class: line.need_class,
            score: self.scores.get(&(line.id.as_str(), home)).copied().unwrap_or(0),
        };
        let theirs = self.households.get(other).copied();
        let before = theirs.map_or(Before::TheWhole, |theirs| Before::why(standing(ours), standing(theirs)));
        let limit = match before {
            Before::Priority | Before::BetterFit => None,
            Before::TheWhole => self.limit((ours, theirs), home),
        };
        limit.unwrap_or(InTheMeeting::Another(before))
    }

    /// The limit that would be broken if a household got the home of another.
    fn limit(&self, (ours, theirs): (&HouseholdLine, Option<&HouseholdLine>), home: &str) -> Option<InTheMeeting> {
        let now = |line: &'a HouseholdLine| Some((line.id.as_str(), line.home.as_deref()?));
        let today: BTreeMap<&str, &str> = self.problem.households.iter().filter_map(now).collect();
        let mut after = today.clone();
        after.extend(self.answer.placements.iter().map(|it| (it.household.as_str(), it.to.as_str())));
        if let Some(theirs) = theirs {
            after.remove(theirs.id.as_str());
        }
        after.insert(&ours.id, home);
        let is_broken = |cap: &&CapLine| {
            let counts = |lives: &BTreeMap<&str, &str>| {
                let there = |household: &&String| {
                    lives.get(household.as_str()).is_some_and(|home| cap.homes.iter().any(|other| other == home))
                };
                cap.households.iter().filter(there).count()
            };
            cap.homes.iter().any(|other| other == home)
                && cap.households.contains(&ours.id)
                && counts(&after) > counts(&today).max(cap.at_most as usize)
        };
        if let Some(cap) = self.problem.caps().iter().find(is_broken) {
            // Whom a household is kept apart from is nobody's business.
            let is_apart = cap.name.starts_with(KEPT_APART);
            return (!is_apart).then(|| InTheMeeting::CapFull(cap.name.clone()));
        }
        let freed = i64::from(theirs.is_some_and(|theirs| theirs.home.is_some()));
        let moves = self.answer.moves - freed + 1;
        let is_used = self.problem.max_moves().is_some_and(|most| moves > i64::from(most));
        (ours.home.is_some() && is_used).then_some(InTheMeeting::MovesUsed)
    }

    /// Somebody lives in the home, and the plan moves them nowhere.
    fn stays_lived_in(&self, home: &str) -> bool {
        let tenant = self.problem.households.iter().find(|line| line.home.as_deref() == Some(home));
        tenant.is_some_and(|line| self.answer.home_of(&line.id).is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use matching::{Problem, solve};
    use serde_json::{Value, json};

    fn household(id: &str, need_class: Option<u32>, home: Option<&str>) -> Value {
        json!({"id": id, "need_class": need_class, "home": home})
    }

    fn fit(household: &str, home: &str, score: u32) -> Value {
        json!({"household": household, "home": home, "score": score})
    }

    fn choice(kind: ChoiceKind, household: Option<&str>, dwelling: &str) -> Choice {
        Choice {
            position: 1,
            kind,
            household: household.map(str::to_owned),
            dwelling: Some(dwelling.to_owned()),
            cap: None,
            at_most: None,
            reason: String::new(),
            officer: String::new(),
            taken_back: false,
        }
    }

    /// What the best plan does with each home for each household, of those that are asked about.
    fn asked(problem: &Value, choices: &[Choice], asked: &[(&str, &str)]) -> Vec<Option<InTheMeeting>> {
        let text = problem.to_string();
        let solution = solve(&Problem::from_json(text.as_bytes()).expect("it does not contradict itself"), &|| false);
        let problem = ProblemFile::read(&text).expect("a problem");
        let answer = Answer::read(&solution.to_json()).expect("an answer");
        let kept = Kept::new(&problem, &answer, choices);
        asked.iter().map(|(household, home)| kept.why(household, home)).collect()
    }

    #[test]
    fn each_reason_is_the_one_that_stood_in_the_way() {
        use InTheMeeting::{Another, CapFull, DoesNotFit, Elsewhere, LivedIn, MovesUsed, Proposed};
        let problem = json!({
            "homes": [{"id": "H1"}, {"id": "H2"}, {"id": "H3"}, {"id": "H4"}],
            "households": [household("P1", Some(1), None), household("P2", Some(2), None),
                household("P3", Some(2), None), household("P4", Some(3), None), household("T", None, Some("H4"))],
            "fits": [fit("P1", "H1", 10), fit("P2", "H1", 90), fit("P2", "H2", 50), fit("P3", "H2", 40),
                fit("P3", "H4", 40), fit("P4", "H3", 60), fit("T", "H3", 30)],
            "caps": [{"name": "Oppgang A", "homes": ["H3"], "households": ["P4"], "at_most": 0}],
            "max_moves": 0, "max_ring": 2, "max_chain": 3
        });
        let pairs = [
            ("P1", "H1"),
            ("P2", "H1"),
            ("P3", "H2"),
            ("P3", "H4"),
            ("P3", "H1"),
            ("P4", "H3"),
            ("T", "H3"),
            ("P9", "H1"),
            ("P1", "H9"),
        ];
        let found = asked(&problem, &[], &pairs);
        let expected = [
            Some(Proposed),
            Some(Elsewhere("H2".to_owned())),
            Some(Another(Before::BetterFit)),
            Some(LivedIn),
            Some(DoesNotFit),
            Some(CapFull("Oppgang A".to_owned())),
            Some(MovesUsed),
            None,
            None,
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn whom_a_household_is_kept_apart_from_is_not_told() {
        let name = format!("{KEPT_APART} 1-1");
        let problem = json!({
            "homes": [{"id": "H1"}, {"id": "H2"}],
            "households": [household("P1", Some(1), None), household("P2", Some(2), None)],
            "fits": [fit("P1", "H1", 10), fit("P2", "H2", 10)],
            "caps": [{"name": name, "homes": ["H1", "H2"], "households": ["P1", "P2"], "at_most": 1}],
            "max_moves": 0, "max_ring": 2, "max_chain": 3
        });
        assert_eq!(asked(&problem, &[], &[("P2", "H2")]), [Some(InTheMeeting::Nobody)]);
    }

    #[test]
    fn what_the_meeting_has_laid_down_goes_before_what_came_of_it() {
        let problem = json!({
            "homes": [{"id": "H2"}],
            "households": [household("P1", Some(1), None), household("P2", Some(1), None)],
            "fits": [fit("P1", "H2", 10)],
            "caps": [], "max_moves": 0, "max_ring": 2, "max_chain": 3
        });
        let laid = [
            choice(ChoiceKind::Hold, None, "H1"),
            choice(ChoiceKind::Lock, Some("P1"), "H2"),
            choice(ChoiceKind::Forbid, Some("P2"), "H2"),
        ];
        let of = |choices: &[Choice], household, home| asked(&problem, choices, &[(household, home)]).remove(0);
        assert_eq!(of(&laid, "P2", "H1"), Some(InTheMeeting::HeldBack));
        assert_eq!(of(&laid, "P2", "H2"), Some(InTheMeeting::Forbidden));
        assert_eq!(of(&laid[..2], "P2", "H2"), Some(InTheMeeting::SetAside));
        assert_eq!(of(&laid[..2], "P1", "H2"), Some(InTheMeeting::Proposed));
        let taken_back = [Choice { taken_back: true, ..laid[0].clone() }];
        assert_eq!(of(&taken_back, "P2", "H1"), None, "the home is not in the meeting");
    }
}
