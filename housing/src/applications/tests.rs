use super::*;
use crate::people::{Name, PersonProblem, Protection};
use jiff::civil::date;

fn application(status: ApplicationStatus, received: Date, decided: Option<Date>) -> ApplicationFacts {
    ApplicationFacts {
        applicant: PersonFacts {
            name: Name::read("Kovalenko, Tesfaye").unwrap(),
            identity: None,
            born: None,
            telephone: None,
            email: None,
            protection: Protection::Ungraded,
            protection_to_check: false,
        },
        kind: None,
        received,
        size: Some(HouseholdSize { adults: 1, children: 2 }),
        situation: None,
        target_groups: vec![],
        rooms: None,
        wished_area: None,
        wheelchair: None,
        income: Some(Ore::kroner(18_300)),
        status,
        decided,
        officer: None,
        note: None,
    }
}

#[test]
fn everything_impossible_is_named_at_once() {
    let (today, received, decided) = (date(2026, 3, 1), date(2026, 3, 5), date(2026, 3, 2));
    let mut wrong = application(ApplicationStatus::Received, received, Some(decided));
    wrong.applicant.born = Some(received);
    wrong.size = Some(HouseholdSize::default());
    wrong.income = Some(Ore(-1));
    assert_eq!(
        wrong.check(today),
        [
            ApplicationProblem::Applicant(PersonProblem::BornInFuture { born: received }),
            ApplicationProblem::ReceivedInFuture { received },
            ApplicationProblem::DecidedBeforeReceived { received, decided },
            ApplicationProblem::DecidedInFuture { decided },
            ApplicationProblem::ImpossibleHousehold { size: HouseholdSize::default() },
            ApplicationProblem::ImpossibleIncome { income: Ore(-1) },
        ]
    );
    assert_eq!(application(ApplicationStatus::Granted, decided, Some(decided)).check(decided), []);
}

#[test]
fn the_two_clocks_follow_each_other() {
    let (received, decided, today) = (date(2026, 1, 1), date(2026, 1, 21), date(2026, 3, 1));
    let days = |status, decided| {
        let application = application(status, received, decided);
        (application.waiting_days(today), application.handling_days(today), application.days_without_home(today))
    };
    assert_eq!(days(ApplicationStatus::InProgress, None), (Some(59), Some(59), None));
    assert_eq!(days(ApplicationStatus::WaitingForHome, Some(decided)), (Some(59), Some(20), Some(39)));
    assert_eq!(days(ApplicationStatus::Refused, Some(decided)), (None, Some(20), None));
    assert_eq!(days(ApplicationStatus::Withdrawn, None), (None, None, None));
}

#[test]
fn before_it_came_in_nobody_waited() {
    let application = application(ApplicationStatus::Received, date(2026, 3, 2), None);
    let day_before = date(2026, 3, 1);
    assert_eq!((application.waiting_days(day_before), application.handling_days(day_before)), (None, None));
}

#[test]
fn an_answer_is_due_after_a_month_and_aimed_at_a_working_day() {
    let due = |received| {
        let application = application(ApplicationStatus::Received, received, None);
        (application.answer_due(), application.answer_target())
    };
    assert_eq!(due(date(2026, 3, 2)), (date(2026, 4, 2), date(2026, 4, 1)));
    assert_eq!(due(date(2026, 1, 31)), (date(2026, 2, 28), date(2026, 2, 27)));
}
