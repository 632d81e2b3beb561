//! Deadlines have their cases in `tests/cases/klage.txt`.

use super::*;
use crate::Date;
use crate::acts::AdministrationAct;
use crate::decisions::{AppealBody, DecisionKind};
use crate::officers::OfficerId;
use jiff::civil::date;

const REASON: &str = "in hospital";

fn decision() -> AppealedDecision {
    AppealedDecision {
        kind: DecisionKind::MunicipalHome,
        decided: date(2026, 3, 2),
        prepared_by: OfficerId::new("ada"),
        signed_by: OfficerId::new("liv"),
        body: AppealBody::MunicipalBoard,
    }
}

fn period(arrived: Date) -> AppealPeriod {
    appeal_period(Arrival::Proven { on: arrived }, 3, None, None).unwrap()
}

fn timely(received: Date) -> Appeal {
    Appeal::receive(decision(), received).time(&period(received), None, received).unwrap()
}

#[test]
fn a_proven_arrival_takes_the_place_of_a_presumed_one() {
    let presumed = appeal_period(Arrival::Presumed { sent: date(2026, 9, 3), post_days: 5 }, 3, None, None).unwrap();
    let AppealPeriod::Runs(deadline) = presumed else { panic!("{presumed:?}") };
    assert!(deadline.presumed);
    assert_eq!((deadline.begins, deadline.last_day), (date(2026, 9, 8), date(2026, 9, 29)));
    let proven = period(date(2026, 9, 10));
    assert_eq!(proven.last_day(), Some(date(2026, 10, 1)));
}

#[test]
fn reasons_demanded_in_time_interrupt_the_period_and_a_full_one_runs_when_they_come() {
    let arrival = Arrival::Proven { on: date(2026, 3, 4) };
    let demand = |demanded, arrived| appeal_period(arrival, 3, Some(ReasonsDemand { demanded, arrived }), None);
    let waiting = demand(date(2026, 3, 18), None).unwrap();
    assert_eq!(waiting, AppealPeriod::Interrupted { since: date(2026, 3, 18) });
    assert_eq!(demand(date(2026, 3, 25), Some(date(2026, 3, 31))).unwrap().last_day(), Some(date(2026, 4, 21)));
    let too_late = demand(date(2026, 3, 26), Some(date(2026, 3, 31))).unwrap();
    assert_eq!(too_late.last_day(), Some(date(2026, 3, 25)));
    assert!(demand(date(2026, 3, 18), Some(date(2026, 3, 17))).is_err());
}

#[test]
fn the_period_is_never_shorter_than_the_letter_says() {
    let arrived = date(2026, 11, 22);
    let told = |stated, reasons| match appeal_period(Arrival::Proven { on: arrived }, 3, reasons, Some(stated)).unwrap()
    {
        AppealPeriod::Runs(deadline) => (deadline.last_day, deadline.from_letter),
        interrupted @ AppealPeriod::Interrupted { .. } => panic!("{interrupted:?}"),
    };
    // Counted, the last day is Monday 14 December.
    assert_eq!(told(date(2026, 12, 18), None), (date(2026, 12, 18), true));
    assert_eq!(told(date(2026, 12, 14), None), (date(2026, 12, 14), false));
    assert_eq!(told(date(2026, 12, 11), None), (date(2026, 12, 14), false), "the letter's day never shortens it");
    let demand = ReasonsDemand { demanded: date(2026, 12, 17), arrived: Some(date(2026, 12, 18)) };
    assert_eq!(
        told(date(2026, 12, 18), Some(demand)),
        (date(2027, 1, 8), false),
        "reasons can be asked for until then"
    );
}

#[test]
fn the_decision_is_final_when_the_last_of_the_applicants_periods_has_run_out() {
    let (first, second) = (period(date(2026, 9, 8)), period(date(2026, 9, 10)));
    assert_eq!(final_when(&[first, second]), Some(date(2026, 10, 1)));
    assert_eq!(final_when(&[first, AppealPeriod::Interrupted { since: date(2026, 9, 9) }]), None);
    assert_eq!(final_when(&[]), None);
}

#[test]
fn a_period_is_extended_before_it_ends_or_not_at_all() {
    let AppealPeriod::Runs(deadline) = period(date(2026, 9, 8)) else { panic!("it runs") };
    let to = date(2026, 10, 13);
    assert_eq!(deadline.extended(date(2026, 9, 29), to).unwrap().last_day, to);
    assert!(matches!(deadline.extended(date(2026, 9, 30), to), Err(PeriodProblem::ExtendedTooLate { .. })));
    assert!(matches!(deadline.extended(date(2026, 9, 9), date(2026, 9, 29)), Err(PeriodProblem::NotLonger { .. })));
}

#[test]
fn a_late_appeal_can_be_excused_within_a_year_of_the_decision_and_never_after() {
    let late =
        |received| Appeal::receive(decision(), received).time(&period(date(2026, 3, 4)), None, received).unwrap();
    let take_up = || LateRuling::TakeUp { ground: LateGround::NotToBlame, reason: REASON.into() };
    let last_chance = date(2027, 3, 2);
    let excused = late(last_chance).rule_on_lateness(take_up(), last_chance).unwrap();
    assert_eq!(excused.state().word(), "excused");

    let barred = late(date(2027, 3, 3)).rule_on_lateness(take_up(), date(2027, 3, 4)).unwrap_err();
    assert_eq!(barred, AppealRefused::Barred { decided: date(2026, 3, 2), barred_from: date(2027, 3, 3) });
    let dismissed = LateRuling::Dismiss { reason: "no excuse".into() };
    assert!(late(date(2027, 3, 3)).rule_on_lateness(dismissed, date(2027, 3, 4)).unwrap().state().is_closed());
}

#[test]
fn posted_in_time_is_in_time_though_it_arrives_after() {
    let appeal = Appeal::receive(decision(), date(2026, 3, 27));
    let timed = appeal.time(&period(date(2026, 3, 4)), Some(date(2026, 3, 25)), date(2026, 3, 27)).unwrap();
    assert_eq!(timed.state().word(), "timely");
}

#[test]
fn who_made_the_decision_cannot_handle_the_appeal() {
    let appeal = timely(date(2026, 3, 10));
    for officer in ["ada", "liv"].map(OfficerId::new) {
        let refused = AppealRefused::OwnDecision { officer: officer.clone() };
        assert_eq!(appeal.clone().assign(&officer), Err(refused.clone()));
        let looked_again = appeal.clone().reconsider(&officer, Reconsideration::Upheld, date(2026, 3, 11));
        assert_eq!(looked_again, Err(refused));
    }
    assert_eq!(appeal.assign(&OfficerId::new("per")).unwrap().handler(), Some(&OfficerId::new("per")));
}

#[test]
fn an_appeal_goes_to_the_right_body_and_comes_back_with_a_result() {
    let per = OfficerId::new("per");
    let kept = timely(date(2026, 3, 10)).reconsider(&per, Reconsideration::Upheld, date(2026, 3, 20)).unwrap();
    let wrong = kept.clone().forward(AppealBody::CountyGovernor, date(2026, 3, 20));
    assert!(matches!(wrong, Err(AppealRefused::WrongBody { right: AppealBody::MunicipalBoard, .. })));
    let backwards = kept.clone().forward(AppealBody::MunicipalBoard, date(2026, 3, 19));
    assert!(matches!(backwards, Err(AppealRefused::BeforeLastStep { .. })));

    let done = kept
        .forward(AppealBody::MunicipalBoard, date(2026, 3, 23))
        .and_then(|appeal| appeal.decide(AppealResult::SetAside, date(2026, 5, 4), date(2026, 5, 6)))
        .and_then(|appeal| appeal.notify(date(2026, 5, 6)))
        .unwrap();
    let words: Vec<_> = done.steps().iter().map(AppealState::word).collect();
    assert_eq!(words, ["received", "timely", "reconsidered", "forwarded", "decided", "notified"]);
    assert!(done.calls_for_new_decision());
    assert!(done.withdraw(date(2026, 5, 7)).is_err());
}

#[test]
fn what_the_unit_grants_in_full_is_told_and_not_forwarded() {
    let per = OfficerId::new("per");
    let granted = timely(date(2026, 3, 10)).reconsider(&per, Reconsideration::Granted, date(2026, 3, 20)).unwrap();
    assert!(granted.clone().forward(AppealBody::MunicipalBoard, date(2026, 3, 20)).is_err());
    assert!(granted.calls_for_new_decision());
    assert!(granted.notify(date(2026, 3, 20)).unwrap().state().is_closed());
}

#[test]
fn a_change_to_harm_is_told_within_three_months_of_the_appeal() {
    let per = OfficerId::new("per");
    let forwarded = timely(date(2026, 3, 10))
        .reconsider(&per, Reconsideration::Partly, date(2026, 3, 20))
        .and_then(|appeal| appeal.forward(AppealBody::MunicipalBoard, date(2026, 3, 23)))
        .unwrap();
    assert_eq!(forwarded.harm_limit(), date(2026, 6, 10));
    let decided = forwarded.decide(AppealResult::ChangedToHarm, date(2026, 6, 9), date(2026, 6, 9)).unwrap();
    assert!(decided.clone().notify(date(2026, 6, 10)).is_ok());
    assert_eq!(decided.notify(date(2026, 6, 11)), Err(AppealRefused::HarmTooLate { limit: date(2026, 6, 10) }));
}

#[test]
fn a_missing_signature_is_a_defect_until_the_act_of_2025() {
    let ask = |act| {
        timely(date(2026, 3, 10)).ask_to_mend(&[AppealDefect::NotSigned], act, date(2026, 3, 24), date(2026, 3, 11))
    };
    assert_eq!(ask(AdministrationAct::Of2025), Err(AppealRefused::NoDefects));
    let defective = ask(AdministrationAct::Of1967).unwrap();
    assert!(
        defective.clone().dismiss_unmended("not signed", date(2026, 3, 24)).is_err(),
        "the day is theirs to its end"
    );
    assert!(defective.clone().dismiss_unmended("not signed", date(2026, 3, 25)).is_ok());
    assert_eq!(defective.mended(date(2026, 3, 20)).unwrap().state().word(), "mended");
}

#[test]
fn it_can_take_two_to_dismiss_an_appeal() {
    let (per, kari) = (OfficerId::new("per"), OfficerId::new("kari"));
    let day = date(2026, 5, 4);
    let late = Appeal::receive(decision(), day).time(&period(date(2026, 3, 4)), None, day).unwrap();
    assert_eq!(late.clone().propose_dismissal(&per, " ", day), Err(AppealRefused::NoReason));
    assert!(timely(day).propose_dismissal(&per, "too late", day).is_err(), "it is in time");
    let proposed = late.propose_dismissal(&per, "too late", day).unwrap();
    let alarm = AppealAlarm::DismissalToConfirm { since: day };
    assert!(proposed.alarms(day, AppealLimits::default()).contains(&alarm));
    let own = proposed.clone().confirm_dismissal(&per, day);
    assert_eq!(own, Err(AppealRefused::OwnDismissal { officer: per }));
    assert!(proposed.clone().confirm_dismissal(&kari, day).unwrap().state().is_closed());
    assert_eq!(proposed.keep(day).unwrap().state().word(), "late");
}

#[test]
fn an_appeal_is_handed_in_after_the_decision_and_before_it_is_received() {
    let received = date(2026, 3, 10);
    for handed_in in [date(2026, 3, 1), date(2026, 3, 11)] {
        let refused = Appeal::receive(decision(), received).time(&period(received), Some(handed_in), received);
        assert!(matches!(refused, Err(AppealRefused::HandedInOutOfReason { .. })), "{handed_in}: {refused:?}");
    }
}

#[test]
fn alarms_say_what_is_due_and_what_is_late() {
    let limits = AppealLimits::default();
    let received = Appeal::receive(decision(), date(2026, 3, 10));
    assert_eq!(received.alarms(date(2026, 3, 10), limits), [AppealAlarm::ToBeTimed { received: date(2026, 3, 10) }]);

    let waiting = timely(date(2026, 3, 10));
    assert_eq!(waiting.alarms(date(2026, 3, 31), limits), []);
    let overdue = [AppealAlarm::ForwardingOverdue { due: date(2026, 3, 31) }];
    assert_eq!(waiting.alarms(date(2026, 4, 1), limits), overdue);

    let forwarded = waiting
        .reconsider(&OfficerId::new("per"), Reconsideration::Upheld, date(2026, 4, 1))
        .and_then(|appeal| appeal.forward(AppealBody::MunicipalBoard, date(2026, 4, 1)))
        .unwrap();
    assert_eq!(forwarded.alarms(date(2026, 5, 26), limits), []);
    // 10 June 2026 is a Wednesday.
    let near = AppealAlarm::HarmLimitNear { limit: date(2026, 6, 10), last_workday: date(2026, 6, 10) };
    assert_eq!(forwarded.alarms(date(2026, 5, 27), limits), [near]);
    assert_eq!(forwarded.alarms(date(2026, 6, 11), limits), []);
}

#[test]
fn an_appeal_is_stored_and_read_back_whole() {
    let appeal = timely(date(2026, 3, 10)).assign(&OfficerId::new("per")).unwrap();
    let stored = serde_json::to_string(&appeal).unwrap();
    assert!(stored.contains(r#""state":"timely""#), "{stored}");
    assert_eq!(serde_json::from_str::<Appeal>(&stored).unwrap(), appeal);
}
