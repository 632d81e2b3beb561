//! What cannot be right in a rule set.

use super::{IncomeLimits, RuleSet};
use crate::both_forms::BothForms;
use crate::decisions::WrittenForm;

/// Years that a lease can last, and months that a limit can ask for.
const MOST_YEARS: i64 = 20;
const MOST_MONTHS: i64 = 120;
const OLDEST_LIMIT: i64 = 30;
/// Words of bodies that are not the municipality's own.
const OF_THE_STATE: [&str; 8] = [
    "statsforvalter",
    "fylkesmann",
    "county governor",
    "husbanken",
    "departement",
    "sivilombud",
    "tingrett",
    "trygderett",
];

/// Something in a rule set that cannot be right; `field` is written as in the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleSetProblem {
    #[error("{field} is empty")]
    Empty { field: &'static str },
    #[error("{field} must be from {least} to {most}, not {found}")]
    OutOfRange { field: &'static str, found: i64, least: i64, most: i64 },
    #[error("{field}: a larger household may not have a lower limit, and {after} comes after {before}")]
    LimitsFall { field: &'static str, before: String, after: String },
    #[error("{field} names {code} twice")]
    Twice { field: &'static str, code: &'static str },
    #[error(
        "{field}: {found} does not hear appeals on what is decided by the municipality's own rules (fvl. § 28, L1.1)"
    )]
    NotOwnBody { field: &'static str, found: String },
    #[error("{field} asks for at least {least} and at most {most} bedrooms")]
    Bedrooms { field: &'static str, least: u8, most: u8 },
}

impl RuleSetProblem {
    /// The field it is about.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Empty { field }
            | Self::OutOfRange { field, .. }
            | Self::LimitsFall { field, .. }
            | Self::Twice { field, .. }
            | Self::NotOwnBody { field, .. }
            | Self::Bedrooms { field, .. } => field,
        }
    }
}

impl RuleSet {
    /// Everything that cannot be right.
    pub fn check(&self) -> Vec<RuleSetProblem> {
        let mut problems = Vec::new();
        self.check_words(&mut problems);
        self.check_numbers(&mut problems);
        self.check_income(&mut problems);
        self.check_order(&mut problems);
        self.check_rooms(&mut problems);
        problems
    }

    /// Where each rule stands written, by its field; nothing of a rule that is not there.
    fn clauses(&self) -> [(&'static str, Option<&BothForms>); 14] {
        [
            ("age.clause", self.age.as_ref().map(|rule| &rule.clause)),
            ("time_here.clause", self.time_here.as_ref().map(|rule| &rule.clause)),
            ("stay.clause", self.stay.as_ref().map(|rule| &rule.clause)),
            ("home.clause", self.home.as_ref().map(|rule| &rule.clause)),
            ("income.clause", self.income.as_ref().map(|rule| &rule.clause)),
            ("wealth.clause", self.wealth.as_ref().map(|rule| &rule.clause)),
            ("overdue.clause", self.overdue.as_ref().map(|rule| &rule.clause)),
            ("quarantine.clause", self.quarantine.as_ref().map(|rule| &rule.clause)),
            ("purchase.clause", self.purchase.as_ref().map(|rule| &rule.clause)),
            ("target_group.clause", self.target_group.as_ref().map(|rule| &rule.clause)),
            ("own_effort.clause", self.own_effort.as_ref().map(|rule| &rule.clause)),
            ("points.clause", self.points.as_ref().map(|points| &points.clause)),
            ("lease.clause", Some(&self.lease.clause)),
            ("offer.clause", Some(&self.offer.clause)),
        ]
    }

    /// The fields of the rules that have no words in nynorsk: letters in nynorsk tell them in bokmål.
    pub fn lacks_nynorsk(&self) -> Vec<&'static str> {
        let lacks = |clause: Option<&BothForms>| clause.is_some_and(|clause| clause.lacks(WrittenForm::Nynorsk));
        self.clauses().into_iter().filter(|(_, clause)| lacks(*clause)).map(|(field, _)| field).collect()
    }

    fn check_words(&self, problems: &mut Vec<RuleSetProblem>) {
        let words = [
            ("name", self.name.trim().is_empty()),
            ("source", self.source.trim().is_empty()),
            ("stay.accepted", self.stay.as_ref().is_some_and(|rule| rule.accepted.is_empty())),
            ("home.situations", self.home.as_ref().is_some_and(|rule| rule.situations.is_empty())),
            ("overdue", self.overdue.as_ref().is_some_and(|rule| !(rule.loan || rule.rent || rule.other))),
        ];
        let is_empty = |clause: &BothForms| clause.nb.trim().is_empty();
        let clauses = self.clauses().into_iter().map(|(field, clause)| (field, clause.is_some_and(is_empty)));
        let empty = words.into_iter().chain(clauses).filter(|(_, is_empty)| *is_empty);
        problems.extend(empty.map(|(field, _)| RuleSetProblem::Empty { field }));
    }

    /// Whether a body is named that cannot hear appeals: those on what a municipality decides by its own rules are heard
    /// by its board, council or executive board, and never by the state (*fvl.* § 28, `L1.1`). Asked of new rules alone:
    /// what was saved before is read as it stands.
    pub fn wrong_body(&self) -> Option<RuleSetProblem> {
        let named = self.appeal_body.to_lowercase();
        let of_the_state = OF_THE_STATE.iter().any(|body| named.contains(body));
        let found = self.appeal_body.trim().to_owned();
        of_the_state.then_some(RuleSetProblem::NotOwnBody { field: "appeal_body", found })
    }

    fn check_numbers(&self, problems: &mut Vec<RuleSetProblem>) {
        let lease = &self.lease;
        let numbers = [
            ("age.least_years", self.age.as_ref().map(|rule| rule.least_years), 1, OLDEST_LIMIT),
            ("time_here.least_months", self.time_here.as_ref().map(|rule| rule.least_months), 1, MOST_MONTHS),
            ("home.lease_months_left", self.home.as_ref().and_then(|rule| rule.lease_months_left), 1, MOST_MONTHS),
            ("income.counted_from_age", self.income.as_ref().and_then(|rule| rule.counted_from_age), 1, OLDEST_LIMIT),
            ("quarantine.months", self.quarantine.as_ref().map(|rule| rule.months), 1, MOST_MONTHS),
            ("lease.years", Some(lease.years), 1, MOST_YEARS),
            ("lease.years_with_children", Some(lease.years_with_children), 1, MOST_YEARS),
            ("lease.renewal_years", Some(lease.renewal_years), 1, MOST_YEARS),
            ("lease.renewal_years_with_children", Some(lease.renewal_years_with_children), 1, MOST_YEARS),
            ("lease.child_until_age", Some(lease.child_until_age), 0, 25),
            ("offer.answer_days", Some(self.offer.answer_days), 1, 90),
            ("offer.remind_days", Some(self.offer.remind_days), 0, 30),
            ("offer.most_declined", Some(self.offer.most_declined), 0, 20),
        ];
        for (field, found, least, most) in numbers {
            let outside = found.map(i64::from).filter(|found| !(least..=most).contains(found));
            problems.extend(outside.map(|found| RuleSetProblem::OutOfRange { field, found, least, most }));
        }
    }

    fn check_income(&self, problems: &mut Vec<RuleSetProblem>) {
        let field = "income.limits";
        let limits: Vec<(u64, String)> = match self.income.as_ref().map(|rule| &rule.limits) {
            Some(IncomeLimits::BaseAmounts { by_persons }) => {
                by_persons.iter().map(|limit| (limit.0.into(), limit.to_string())).collect()
            }
            Some(IncomeLimits::Kroner { by_persons }) => {
                by_persons.iter().map(|&limit| (limit.into(), limit.to_string())).collect()
            }
            Some(IncomeLimits::Judgement) | None => return,
        };
        if limits.is_empty() || limits.iter().any(|(limit, _)| *limit == 0) {
            problems.push(RuleSetProblem::Empty { field });
        }
        let falls = limits.windows(2).filter(|pair| pair[1].0 < pair[0].0);
        problems.extend(falls.map(|pair| RuleSetProblem::LimitsFall {
            field,
            before: pair[0].1.clone(),
            after: pair[1].1.clone(),
        }));
    }

    fn check_order(&self, problems: &mut Vec<RuleSetProblem>) {
        let field = "priority";
        for (at, row) in self.priority.iter().enumerate() {
            if self.priority[..at].iter().any(|earlier| earlier.ground == row.ground) {
                problems.push(RuleSetProblem::Twice { field, code: row.ground.code() });
            }
            if !(1..=9).contains(&row.rank) {
                problems.push(RuleSetProblem::OutOfRange { field, found: row.rank.into(), least: 1, most: 9 });
            }
        }
        if self.points.as_ref().is_some_and(|points| points.by_rank.is_empty()) {
            problems.push(RuleSetProblem::Empty { field: "points.by_rank" });
        }
        for row in &self.follow_up {
            let field = "follow_up.highest";
            if !(1..=5).contains(&row.highest) {
                problems.push(RuleSetProblem::OutOfRange { field, found: row.highest.into(), least: 1, most: 5 });
            }
        }
    }

    fn check_rooms(&self, problems: &mut Vec<RuleSetProblem>) {
        let field = "room_norm";
        if self.room_norm.rows.is_empty() {
            problems.push(RuleSetProblem::Empty { field });
        }
        let all = self.room_norm.rows.iter().map(|row| row.bedrooms).chain([self.room_norm.larger]);
        let wrong = all.filter(|bedrooms| bedrooms.least > bedrooms.most);
        problems.extend(wrong.map(|bedrooms| RuleSetProblem::Bedrooms {
            field,
            least: bedrooms.least,
            most: bedrooms.most,
        }));
    }
}
