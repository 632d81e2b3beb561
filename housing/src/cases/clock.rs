//! How long a case has been with us, and what is due in it.

use crate::Date;
use crate::calendar::{add_months, days_between, work_on_or_before};
use crate::decisions::DecisionKind;

/// One question that must be answered by a decision.
#[doc(alias = "sak")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub kind: DecisionKind,
    /// The day it reached the municipality. It stays when the case is sent from unit to unit (`L1.2`).
    pub received: Date,
    /// In the order they were sent.
    pub interim_answers: Vec<InterimAnswer>,
    pub decided: Option<Date>,
}

/// A letter that says when the decision can be expected (*foreløpig svar*). It does not stop the count
/// of the case's age (`L1.5`).
#[doc(alias = "foreløpig svar")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct InterimAnswer {
    pub sent: Date,
    /// The day promised.
    pub expected: Date,
}

/// What is due next in an open case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum CaseDue {
    /// A decision or an interim answer; `target` is the last working day that keeps it.
    Answer { due: Date, target: Date },
    /// The decision that was promised. If it cannot be kept, the party is told why, and a new day.
    Promise { due: Date, target: Date },
}

impl CaseDue {
    /// The last day.
    pub const fn due(self) -> Date {
        match self {
            Self::Answer { due, .. } | Self::Promise { due, .. } => due,
        }
    }

    /// The last working day on or before it.
    pub const fn target(self) -> Date {
        match self {
            Self::Answer { target, .. } | Self::Promise { target, .. } => target,
        }
    }

    /// Whether the day has passed.
    pub fn is_late(self, on: Date) -> bool {
        on > self.due()
    }
}

impl Case {
    /// A case that has just come in.
    pub const fn open(kind: DecisionKind, received: Date) -> Self {
        Self { kind, received, interim_answers: Vec::new(), decided: None }
    }

    /// The last day to decide or to send an interim answer: a month after it was received, and the same
    /// day when somebody has nowhere to be tonight. It is not moved when it falls on a holiday.
    pub fn answer_due(&self) -> Date {
        match self.kind {
            DecisionKind::TemporaryStay => self.received,
            DecisionKind::HousingHelp
            | DecisionKind::MunicipalHome
            | DecisionKind::Renewal
            | DecisionKind::HomeOffered
            | DecisionKind::Advice
            | DecisionKind::CareHome
            | DecisionKind::StartLoan
            | DecisionKind::HousingGrant
            | DecisionKind::HousingAllowance
            | DecisionKind::PartyAccessRefused
            | DecisionKind::PublicAccessRefused
            | DecisionKind::AppealDismissed
            | DecisionKind::Costs => add_months(self.received, 1),
        }
    }

    /// The last working day that keeps [`Case::answer_due`]; a roof tonight does not wait for one.
    pub fn answer_target(&self) -> Date {
        let due = self.answer_due();
        if due == self.received { due } else { work_on_or_before(due) }
    }

    /// What is due, in an open case.
    pub fn due(&self) -> Option<CaseDue> {
        if self.decided.is_some() {
            return None;
        }
        Some(match self.interim_answers.last() {
            None => CaseDue::Answer { due: self.answer_due(), target: self.answer_target() },
            Some(InterimAnswer { expected, .. }) => {
                CaseDue::Promise { due: *expected, target: work_on_or_before(*expected) }
            }
        })
    }

    /// Whether the first answer, interim or final, came by its last day. `None` while it has not come and
    /// the day has not passed.
    pub fn was_answered_in_time(&self, on: Date) -> Option<bool> {
        let first = self.interim_answers.iter().map(|answer| answer.sent).chain(self.decided).min();
        match first {
            Some(answered) => Some(answered <= self.answer_due()),
            None => (on > self.answer_due()).then_some(false),
        }
    }

    /// Days since it came in, until it is decided; an interim answer does not stop them.
    pub fn age(&self, on: Date) -> i32 {
        days_between(self.received, self.decided.map_or(on, |decided| decided.min(on)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn case() -> Case {
        Case::open(DecisionKind::HousingHelp, date(2026, 3, 2))
    }

    #[test]
    fn an_answer_is_due_in_a_month_and_an_interim_answer_promises_another_day() {
        // 2 April 2026 is Maundy Thursday.
        let answer = CaseDue::Answer { due: date(2026, 4, 2), target: date(2026, 4, 1) };
        assert_eq!(case().due(), Some(answer));
        assert!(!answer.is_late(date(2026, 4, 2)) && answer.is_late(date(2026, 4, 3)));

        let interim = InterimAnswer { sent: date(2026, 4, 1), expected: date(2026, 5, 17) };
        let promised = Case { interim_answers: vec![interim], ..case() };
        let promise = CaseDue::Promise { due: date(2026, 5, 17), target: date(2026, 5, 15) };
        assert_eq!(promised.due(), Some(promise));
        assert_eq!(Case { decided: Some(date(2026, 5, 20)), ..promised }.due(), None);
    }

    #[test]
    fn an_interim_answer_does_not_stop_the_age_of_the_case() {
        let interim = InterimAnswer { sent: date(2026, 4, 1), expected: date(2026, 5, 17) };
        let promised = Case { interim_answers: vec![interim], ..case() };
        assert_eq!(promised.age(date(2026, 5, 1)), 60);
        assert_eq!(Case { decided: Some(date(2026, 4, 11)), ..promised }.age(date(2026, 5, 1)), 40);
    }

    #[test]
    fn the_first_answer_counts_whether_interim_or_final() {
        assert_eq!(case().was_answered_in_time(date(2026, 4, 2)), None);
        assert_eq!(case().was_answered_in_time(date(2026, 4, 3)), Some(false));
        let decided = |day| Case { decided: Some(day), ..case() };
        assert_eq!(decided(date(2026, 4, 2)).was_answered_in_time(date(2027, 1, 1)), Some(true));
        assert_eq!(decided(date(2026, 4, 3)).was_answered_in_time(date(2027, 1, 1)), Some(false));
    }

    #[test]
    fn nobody_waits_a_month_for_a_roof_tonight() {
        let tonight = Case::open(DecisionKind::TemporaryStay, date(2026, 4, 4));
        assert_eq!((tonight.answer_due(), tonight.answer_target()), (date(2026, 4, 4), date(2026, 4, 4)));
    }
}
