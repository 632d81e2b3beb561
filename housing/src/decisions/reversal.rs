//! A decision that is changed or set aside: what comes in its place, and whether the party is worse off (*omgjøring*).

use super::{DecisionKind, FollowUpChoice, LeaseLength, Outcome, WritingProblem, WrittenDecision};
use crate::Date;
use crate::calendar::add_days;

/// What a reversal comes to, and how the party was heard, as far as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct WrittenReversal {
    /// The new outcome: granted, in part, prolonged or refused.
    pub comes_to: Option<Outcome>,
    /// Why a party who is worse off was not warned first, or not waited for (*forvaltningsloven* § 16).
    pub unheard_because: String,
    /// The day the party answered the notice, before the time to answer was over.
    pub answered: Option<Date>,
}

/// The notice that a party who is to be worse off has been sent.
#[doc(alias = "forhåndsvarsel")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The day it left the office; `None` while it waits.
    pub sent: Option<Date>,
    /// The last day to answer, as the letter says it; `None` when that was not kept.
    pub answer_by: Option<Date>,
}

impl Notice {
    /// The first day a decision can be made: when the party has answered, else the day after the last to answer.
    /// `None` while the notice has not left, or says no day.
    pub fn decide_from(self, answered: Option<Date>) -> Option<Date> {
        let last = self.answer_by.filter(|_| self.sent.is_some())?;
        Some(answered.unwrap_or(Date::MAX).min(add_days(last, 1)))
    }
}

impl WrittenReversal {
    /// What stands in the way of a decision to the party's harm: they are warned, and have had their time to answer or
    /// have answered, unless it is written why not (*forvaltningsloven* § 16).
    pub fn unheard(&self, notice: Option<Notice>, today: Date) -> Option<WritingProblem> {
        if !self.unheard_because.trim().is_empty() {
            return None;
        }
        let Some((sent, notice)) = notice.and_then(|notice| Some((notice.sent?, notice))) else {
            return Some(WritingProblem::NotHeard);
        };
        match (self.answered, notice.answer_by) {
            (Some(answered), _) if answered < sent || answered > today => {
                Some(WritingProblem::AnswerOutOfReason { sent })
            }
            (None, Some(answer_by)) if today <= answer_by => Some(WritingProblem::NoticeRuns { answer_by }),
            (Some(_), _) | (None, Some(_) | None) => None,
        }
    }
}

/// What a reversal in a case of this kind can come to.
pub fn reversals_of(kind: DecisionKind) -> Vec<Outcome> {
    let fits = |outcome: &Outcome| match outcome {
        Outcome::Grant => kind != DecisionKind::Renewal,
        Outcome::Extension => kind == DecisionKind::Renewal,
        Outcome::Refusal | Outcome::Partial => true,
        Outcome::Dismissal | Outcome::Withdrawal | Outcome::Reversal => false,
    };
    Outcome::ALL.iter().copied().filter(fits).collect()
}

/// Whether the party is worse off with `after` than with `before`: gets less, for a shorter time, with less help, or
/// on more conditions. Then they are warned and heard first (*forvaltningsloven* § 16).
pub fn harms(before: &WrittenDecision, after: &WrittenDecision) -> bool {
    let (had, gets) = (gain(before), gain(after));
    if had == 0 {
        return false;
    }
    let fewer = |had: Option<u16>, gets: Option<u16>| had.is_some_and(|had| gets.is_none_or(|gets| gets < had));
    let rooms = |of: &WrittenDecision| of.rooms.map(|rooms| rooms.0.into());
    let conditions = |of: &WrittenDecision| of.conditions.iter().filter(|condition| !condition.is_empty()).count();
    gets < had
        || fewer(rooms(before), rooms(after))
        || fewer(before.square_metres, after.square_metres)
        || fewer(before.lease.map(months), after.lease.map(months))
        || (before.follow_up == Some(FollowUpChoice::Granted) && after.follow_up != Some(FollowUpChoice::Granted))
        || conditions(after) > conditions(before)
}

/// How much of what was applied for is given: nothing, a part, or all.
fn gain(written: &WrittenDecision) -> u8 {
    match written.comes_to() {
        Some(Outcome::Grant | Outcome::Extension) => 2,
        Some(Outcome::Partial) => 1,
        Some(Outcome::Refusal | Outcome::Dismissal | Outcome::Withdrawal | Outcome::Reversal) | None => 0,
    }
}

/// Longest is the lease without an end.
const fn months(lease: LeaseLength) -> u16 {
    match lease {
        LeaseLength::Months(months) => months,
        LeaseLength::OpenEnded => u16::MAX,
    }
}

impl WrittenDecision {
    /// What the party is left with: for a reversal what comes in its place, otherwise the outcome itself. `None` while
    /// it is not chosen.
    pub fn comes_to(&self) -> Option<Outcome> {
        match self.outcome {
            Some(Outcome::Reversal) => self.reversal.comes_to,
            chosen => chosen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dwellings::Rooms;

    #[test]
    fn a_party_is_waited_for_until_the_day_of_the_notice_has_passed_or_they_have_answered() {
        use jiff::civil::date;
        let (sent, answer_by) = (date(2026, 3, 2), date(2026, 3, 16));
        let notice = Some(Notice { sent: Some(sent), answer_by: Some(answer_by) });
        let nothing = WrittenReversal::default();
        assert_eq!(nothing.unheard(None, sent), Some(WritingProblem::NotHeard));
        let waits = Some(Notice { sent: None, answer_by: Some(answer_by) });
        assert_eq!(nothing.unheard(waits, date(2026, 4, 1)), Some(WritingProblem::NotHeard), "it never left");
        assert_eq!(nothing.unheard(notice, answer_by), Some(WritingProblem::NoticeRuns { answer_by }));
        assert_eq!(nothing.unheard(notice, date(2026, 3, 17)), None);
        let decide_from = |answered| notice.and_then(|notice| notice.decide_from(answered));
        assert_eq!(decide_from(None), Some(date(2026, 3, 17)));
        assert_eq!(decide_from(Some(date(2026, 3, 5))), Some(date(2026, 3, 5)));
        let answered = |day| WrittenReversal { answered: Some(day), ..WrittenReversal::default() };
        assert_eq!(answered(date(2026, 3, 5)).unheard(notice, date(2026, 3, 6)), None);
        for wrong in [date(2026, 3, 1), date(2026, 3, 7)] {
            let refused = answered(wrong).unheard(notice, date(2026, 3, 6));
            assert_eq!(refused, Some(WritingProblem::AnswerOutOfReason { sent }));
        }
        let because =
            WrittenReversal { unheard_because: "Flyttet uten adresse".to_owned(), ..WrittenReversal::default() };
        assert_eq!(because.unheard(None, sent), None);
    }

    fn grant() -> WrittenDecision {
        WrittenDecision {
            outcome: Some(Outcome::Grant),
            rooms: Some(Rooms(3)),
            lease: Some(LeaseLength::Months(36)),
            ..WrittenDecision::default()
        }
    }

    fn reversed_to(outcome: Outcome) -> WrittenDecision {
        let reversal = WrittenReversal { comes_to: Some(outcome), ..WrittenReversal::default() };
        WrittenDecision { outcome: Some(Outcome::Reversal), reversal, ..grant() }
    }

    #[test]
    fn a_reversal_comes_to_something_of_its_own() {
        assert_eq!(reversed_to(Outcome::Refusal).comes_to(), Some(Outcome::Refusal));
        assert_eq!(grant().comes_to(), Some(Outcome::Grant));
        let open = WrittenDecision { outcome: Some(Outcome::Reversal), ..WrittenDecision::default() };
        assert_eq!(open.comes_to(), None);
        assert!(reversals_of(DecisionKind::Renewal).contains(&Outcome::Extension));
        assert!(!reversals_of(DecisionKind::MunicipalHome).contains(&Outcome::Reversal));
    }

    #[test]
    fn whoever_gets_less_than_they_had_is_worse_off() {
        let refusal = WrittenDecision { outcome: Some(Outcome::Refusal), ..WrittenDecision::default() };
        assert!(!harms(&refusal, &reversed_to(Outcome::Grant)), "a refusal can only become better");
        assert!(harms(&grant(), &reversed_to(Outcome::Refusal)));
        assert!(harms(&grant(), &reversed_to(Outcome::Partial)));
        assert!(!harms(&grant(), &reversed_to(Outcome::Grant)));
        let smaller = WrittenDecision { rooms: Some(Rooms(2)), ..reversed_to(Outcome::Grant) };
        assert!(harms(&grant(), &smaller));
        let shorter = WrittenDecision { lease: Some(LeaseLength::Months(12)), ..reversed_to(Outcome::Grant) };
        assert!(harms(&grant(), &shorter));
        let longer = WrittenDecision { lease: Some(LeaseLength::OpenEnded), ..reversed_to(Outcome::Grant) };
        assert!(!harms(&grant(), &longer));
        assert!(!harms(&reversed_to(Outcome::Refusal), &grant()), "what a reversal refused can be given");
    }
}
