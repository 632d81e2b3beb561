//! What an open case calls for on a day: the groups of the work list.

use super::{Case, CaseDue};
use crate::Date;
use crate::calendar::add_days;

code_list! {
    /// What calls for somebody in an open case, the most pressing first. A case can be in several.
    #[doc(alias = "arbeidsliste")]
    WorkGroup "work-group" {
        /// An answer was due, or the day that was promised has passed.
        Late = "LATE",
        /// The promised day is near.
        PromiseDue = "PROMISE",
        /// An answer or interim answer is due soon.
        AnswerDue = "ANSWER",
        /// Somebody should look at it again.
        HoldEnding = "HOLD_ENDS",
        /// Nobody has it.
        Unassigned = "UNASSIGNED",
        /// Came in the last days.
        New = "NEW",
        OnHold = "ON_HOLD",
    }
}

/// How many days ahead the list speaks of what is due: a week, so that nothing falls due over a weekend unseen.
const AHEAD: i32 = 7;

/// The groups an open case is in on the day, the most pressing first.
pub fn work_groups(case: &Case, has_officer: bool, hold_until: Option<Date>, today: Date) -> Vec<WorkGroup> {
    let due = case.due();
    let late = due.is_some_and(|due| due.is_late(today));
    let soon = due.filter(|due| !late && due.target() <= add_days(today, AHEAD));
    let groups = [
        (late, WorkGroup::Late),
        (matches!(soon, Some(CaseDue::Promise { .. })), WorkGroup::PromiseDue),
        (matches!(soon, Some(CaseDue::Answer { .. })), WorkGroup::AnswerDue),
        (hold_until.is_some_and(|until| until <= today), WorkGroup::HoldEnding),
        (!has_officer, WorkGroup::Unassigned),
        (case.age(today) <= AHEAD, WorkGroup::New),
        (hold_until.is_some_and(|until| until > today), WorkGroup::OnHold),
    ];
    groups.into_iter().filter(|(is_in, _)| *is_in).map(|(_, group)| group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::InterimAnswer;
    use crate::decisions::DecisionKind;
    use jiff::civil::date;

    fn case() -> Case {
        Case::open(DecisionKind::HousingHelp, date(2026, 3, 2))
    }

    fn groups(case: &Case, today: Date) -> Vec<WorkGroup> {
        work_groups(case, true, None, today)
    }

    #[test]
    fn an_answer_calls_a_week_before_its_last_working_day_and_is_late_the_day_after() {
        // Due on Maundy Thursday 2 April; the last working day is the Wednesday.
        assert_eq!(groups(&case(), date(2026, 3, 24)), []);
        assert_eq!(groups(&case(), date(2026, 3, 25)), [WorkGroup::AnswerDue]);
        assert_eq!(groups(&case(), date(2026, 4, 2)), [WorkGroup::AnswerDue]);
        assert_eq!(groups(&case(), date(2026, 4, 3)), [WorkGroup::Late]);
    }

    #[test]
    fn a_promise_takes_the_place_of_the_month() {
        let interim = InterimAnswer { sent: date(2026, 4, 1), expected: date(2026, 6, 1) };
        let promised = Case { interim_answers: vec![interim], ..case() };
        assert_eq!(groups(&promised, date(2026, 4, 10)), []);
        assert_eq!(groups(&promised, date(2026, 5, 28)), [WorkGroup::PromiseDue]);
        assert_eq!(groups(&promised, date(2026, 6, 2)), [WorkGroup::Late]);
    }

    #[test]
    fn a_new_case_that_nobody_has_and_one_that_waits_say_so() {
        let nobody = work_groups(&case(), false, None, date(2026, 3, 9));
        assert_eq!(nobody, [WorkGroup::Unassigned, WorkGroup::New]);
        let waits = |until| work_groups(&case(), true, Some(until), date(2026, 3, 15));
        assert_eq!(waits(date(2026, 3, 16)), [WorkGroup::OnHold]);
        assert_eq!(waits(date(2026, 3, 15)), [WorkGroup::HoldEnding]);
    }

    #[test]
    fn a_hold_does_not_stop_the_clock() {
        let waits = work_groups(&case(), true, Some(date(2026, 5, 1)), date(2026, 4, 3));
        assert_eq!(waits, [WorkGroup::Late, WorkGroup::OnHold]);
    }
}
