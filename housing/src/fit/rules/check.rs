//! What cannot be right in rules for what fits whom.

use super::FitRules;
use crate::fit::Clause;
use crate::needs::NeedKind;

/// Something that cannot be right; `field` is written as in the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FitRulesProblem {
    #[error("{field} is empty")]
    Empty { field: &'static str },
    #[error("{field} must be from {least} to {most}, not {found}")]
    OutOfRange { field: &'static str, found: i64, least: i64, most: i64 },
    #[error("{field} names {name} twice")]
    Twice { field: &'static str, name: String },
    #[error("limit {number} {problem}", number = at + 1)]
    Cap { at: usize, problem: CapProblem },
}

/// Something that cannot be right about a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CapProblem {
    #[error("has no name")]
    Unnamed,
    #[error("has the name of another limit")]
    NamedTwice,
    #[error("counts nobody: name target groups or a level of follow-up")]
    CountsNobody,
}

/// What the fields of a limit are called, the first limit's first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapFields {
    pub cap: &'static str,
    pub name: &'static str,
    pub per: &'static str,
    pub groups: &'static str,
    pub follow_up_from: &'static str,
    pub at_most: &'static str,
}

macro_rules! cap_fields {
    ($($at:literal)+) => {
        /// The fields of every limit there can be.
        pub const CAP_FIELDS: &[CapFields] = &[$(CapFields {
            cap: concat!("caps.", $at),
            name: concat!("caps.", $at, ".name"),
            per: concat!("caps.", $at, ".per"),
            groups: concat!("caps.", $at, ".groups"),
            follow_up_from: concat!("caps.", $at, ".follow_up_from"),
            at_most: concat!("caps.", $at, ".at_most"),
        }),+];
    };
}

cap_fields!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24);

impl FitRulesProblem {
    /// The field it is about.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Empty { field } | Self::OutOfRange { field, .. } | Self::Twice { field, .. } => field,
            Self::Cap { at, problem } => match (CAP_FIELDS.get(*at), problem) {
                (Some(fields), CapProblem::Unnamed | CapProblem::NamedTwice) => fields.name,
                (Some(fields), CapProblem::CountsNobody) => fields.groups,
                (None, _) => CAPS,
            },
        }
    }
}

const CAPS: &str = "caps";

/// Where it stands written what a clause asks.
const fn written(clause: Clause) -> &'static str {
    match clause {
        Clause::Category => "category.clause",
        Clause::Rooms => "rooms.clause",
        Clause::Access => "access.clause",
        Clause::Rent => "rent.clause",
        Clause::ImpossibleArea => "impossible_area.clause",
        Clause::WishedArea => "wished_area.clause",
        Clause::NearAndFar => "near_and_far.clause",
        Clause::FollowUp => "follow_up.clause",
        Clause::Pets => "pets.clause",
        Clause::Neighbours => "neighbours.clause",
        Clause::Lease => "lease.clause",
    }
}

/// The most a part of the score can give: far more than anybody needs, and sums stay small.
const MOST_POINTS: i64 = 1_000;
const MOST_SPARE_ROOMS: i64 = 9;
const MOST_MONTHS: i64 = 600;

impl FitRules {
    /// Everything that cannot be right.
    pub fn check(&self) -> Vec<FitRulesProblem> {
        let mut problems = Vec::new();
        self.check_words(&mut problems);
        self.check_numbers(&mut problems);
        self.check_lists(&mut problems);
        problems
    }

    fn check_words(&self, problems: &mut Vec<FitRulesProblem>) {
        let words = [
            ("name", self.name.trim().is_empty()),
            ("source", self.source.trim().is_empty()),
            ("category.for_everybody", self.category.as_ref().is_some_and(|rule| rule.for_everybody.is_empty())),
        ];
        let empty = words.into_iter().filter(|(_, is_empty)| *is_empty).map(|(field, _)| field);
        let unwritten = self.asked().into_iter().filter(|(_, _, text)| text.trim().is_empty());
        let fields = empty.chain(unwritten.map(|(clause, _, _)| written(clause)));
        problems.extend(fields.map(|field| FitRulesProblem::Empty { field }));
    }

    fn check_numbers(&self, problems: &mut Vec<FitRulesProblem>) {
        let score = &self.score;
        let points = |field, points: u16| (field, Some(points), 0, MOST_POINTS);
        let numbers = [
            ("rent.most_percent", self.rent.as_ref().map(|rule| rule.most_percent), 1, 100),
            ("rooms.spare_rooms", self.rooms.as_ref().map(|rule| rule.spare_rooms.into()), 0, MOST_SPARE_ROOMS),
            points("score.fits", score.fits),
            points("score.right_size", score.right_size),
            points("score.access", score.access),
            points("score.wished_area", score.wished_area),
            points("score.low_rent", score.low_rent),
            ("score.low_rent_percent", Some(score.low_rent_percent), 0, 100),
            points("score.staffing", score.staffing),
            points("score.settled", score.settled),
            points("score.per_month_waited", score.per_month_waited),
            ("score.most_months", Some(score.most_months), 0, MOST_MONTHS),
            points("score.frees_rooms", score.frees_rooms),
            points("score.no_longer_crowded", score.no_longer_crowded),
        ];
        let caps = i64::try_from(self.caps.len()).unwrap_or(i64::MAX);
        let most_caps = i64::try_from(CAP_FIELDS.len()).unwrap_or(i64::MAX);
        if caps > most_caps {
            problems.push(FitRulesProblem::OutOfRange { field: CAPS, found: caps, least: 0, most: most_caps });
        }
        for (field, found, least, most) in numbers {
            let outside = found.map(i64::from).filter(|found| !(least..=most).contains(found));
            problems.extend(outside.map(|found| FitRulesProblem::OutOfRange { field, found, least, most }));
        }
    }

    fn check_lists(&self, problems: &mut Vec<FitRulesProblem>) {
        let needs: Vec<NeedKind> = self.category.iter().flat_map(|rule| &rule.by_need).map(|row| row.need).collect();
        let twice = needs.iter().enumerate().filter(|(at, need)| needs[..*at].contains(need));
        problems.extend(
            twice.map(|(_, need)| FitRulesProblem::Twice { field: "category.by_need", name: need.code().to_owned() }),
        );
        for (at, cap) in self.caps.iter().enumerate() {
            let name = cap.name.trim();
            let wrong = [
                (name.is_empty(), CapProblem::Unnamed),
                (self.caps[..at].iter().any(|earlier| earlier.name.trim() == name), CapProblem::NamedTwice),
                (cap.groups.is_empty() && cap.follow_up_from.is_none(), CapProblem::CountsNobody),
            ];
            let wrong = wrong.into_iter().filter(|(is_so, _)| *is_so);
            problems.extend(wrong.map(|(_, problem)| FitRulesProblem::Cap { at, problem }));
        }
    }
}
