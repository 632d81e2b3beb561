//! What cannot be right in rules for what fits whom.

use super::FitRules;
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
    #[error("the limit {name} counts nobody: name target groups or a level of follow-up")]
    CountsNobody { name: String },
}

impl FitRulesProblem {
    /// The field it is about.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Empty { field } | Self::OutOfRange { field, .. } | Self::Twice { field, .. } => field,
            Self::CountsNobody { .. } => "caps",
        }
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
            ("clause", self.asked().iter().any(|(_, _, written)| written.trim().is_empty())),
            ("category.for_everybody", self.category.as_ref().is_some_and(|rule| rule.for_everybody.is_empty())),
            ("caps", self.caps.iter().any(|cap| cap.name.trim().is_empty())),
        ];
        let empty = words.into_iter().filter(|(_, is_empty)| *is_empty);
        problems.extend(empty.map(|(field, _)| FitRulesProblem::Empty { field }));
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
            if self.caps[..at].iter().any(|earlier| earlier.name.trim() == cap.name.trim()) {
                problems.push(FitRulesProblem::Twice { field: "caps", name: cap.name.clone() });
            }
            if cap.groups.is_empty() && cap.follow_up_from.is_none() {
                problems.push(FitRulesProblem::CountsNobody { name: cap.name.clone() });
            }
        }
    }
}
