//! Deadlines have their cases in `tests/cases/klage.txt`.

use super::*;
use crate::Date;
use crate::acts::AdministrationAct;
use crate::calendar::add_days;
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
        is_dismissal: false,
    }
}

fn period(arrived: Date) -> AppealPeriod {
    appeal_period(Arrival::Proven { on: arrived }, 3, None, None).unwrap()
}

fn timely(received: Date) -> Appeal {
    Appeal::receive(decision(), received).time(&period(received), None, received).unwrap()
}

/// An appeal on a decision that arrived on 4 March 2026.
fn late(received: Date, handed_in: Option<Date>) -> Appeal {
    Appeal::receive(decision(), received).time(&period(date(2026, 3, 4)), handed_in, received).unwrap()
}

fn answer(result: AppealResult, on: Date, arrived: Date) -> BodyDecision {
    BodyDecision { result, on, arrived, told: None }
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
    let late = |received| late(received, None);
    let (ground, per) = (LateGround::NotToBlame, OfficerId::new("per"));
    let last_chance = date(2027, 3, 2);
    let excused = late(last_chance).take_up_late(ground, REASON, last_chance).unwrap();
    assert_eq!(excused.state().word(), "excused");

    let barred = late(date(2027, 3, 3)).take_up_late(ground, REASON, date(2027, 3, 4)).unwrap_err();
    assert_eq!(barred, AppealRefused::Barred { decided: date(2026, 3, 2), barred_from: date(2027, 3, 3) });
    let dismissed = late(date(2027, 3, 3)).dismiss(&per, (DismissalGround::TooLate, "no excuse"), date(2027, 3, 4));
    assert!(dismissed.unwrap().state().is_closed());
}

#[test]
fn the_year_is_counted_to_the_day_it_was_handed_in() {
    let posted = |on| late(date(2027, 3, 4), Some(on));
    assert!(!posted(date(2027, 3, 2)).is_barred(), "posted on the last day, here two days later");
    assert!(posted(date(2027, 3, 3)).is_barred());
    assert_eq!(posted(date(2027, 3, 2)).handed_in(), Some(date(2027, 3, 2)), "the day is kept");
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
        .and_then(|appeal| appeal.decide(answer(AppealResult::SetAside, date(2026, 5, 4), date(2026, 5, 6))))
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

/// An appeal received on 10 March 2026, at the appeal body: a change to harm must be told by 10 June.
fn forwarded() -> Appeal {
    timely(date(2026, 3, 10))
        .reconsider(&OfficerId::new("per"), Reconsideration::Partly, date(2026, 3, 20))
        .and_then(|appeal| appeal.forward(AppealBody::MunicipalBoard, date(2026, 3, 23)))
        .unwrap()
}

#[test]
fn a_change_to_harm_is_told_within_three_months_of_the_appeal() {
    let limit = date(2026, 6, 10);
    assert_eq!(forwarded().harm_limit(), limit);
    let harm = |on, arrived, told| {
        forwarded().decide(BodyDecision { result: AppealResult::ChangedToHarm, on, arrived, told }).unwrap()
    };
    let untold = harm(date(2026, 6, 8), date(2026, 6, 9), None);
    assert_eq!(untold.harm_limit_broken(limit), None);
    assert_eq!(untold.harm_limit_broken(date(2026, 6, 11)), Some(limit), "nobody has told the party");
    let by_the_body = harm(date(2026, 6, 8), date(2026, 6, 18), Some(limit));
    assert_eq!(by_the_body.harm_limit_broken(date(2026, 6, 18)), None, "the body told them in time");
    assert!(by_the_body.notify(date(2026, 6, 18)).is_ok());
    let told_late = harm(date(2026, 6, 8), date(2026, 6, 18), Some(date(2026, 6, 11)));
    assert_eq!(told_late.harm_limit_broken(date(2026, 6, 18)), Some(limit));
    let early = BodyDecision { told: Some(date(2026, 6, 7)), ..answer(AppealResult::Changed, date(2026, 6, 8), limit) };
    assert!(matches!(forwarded().decide(early), Err(AppealRefused::ToldBeforeDecided { .. })));
}

#[test]
fn a_change_to_harm_that_came_too_late_is_recorded_told_or_sent_back() {
    let (decided, today) = (date(2026, 6, 12), date(2026, 6, 18));
    let harm = forwarded().decide(answer(AppealResult::ChangedToHarm, decided, today)).unwrap();
    let too_late = AppealAlarm::HarmTooLate { limit: date(2026, 6, 10) };
    assert!(harm.alarms(today, AppealLimits::default()).contains(&too_late));
    assert!(harm.clone().notify(today).is_ok());
    assert_eq!(harm.clone().send_back(" ", today), Err(AppealRefused::NoReason));
    let sent_back = harm.send_back("told after the limit", today).unwrap();
    assert_eq!(sent_back.alarms(today, AppealLimits::default()), [AppealAlarm::SentBack { since: today }]);
    let again = sent_back.decide(answer(AppealResult::Upheld, date(2026, 7, 1), date(2026, 7, 2))).unwrap();
    assert!(again.notify(date(2026, 7, 2)).unwrap().state().is_closed());
    let in_favour = forwarded().decide(answer(AppealResult::Changed, decided, today)).unwrap();
    assert!(in_favour.send_back("no reason to", today).is_err());
}

#[test]
fn a_missing_signature_is_a_defect_until_the_act_of_2025() {
    let ask = |act| {
        timely(date(2026, 3, 10)).ask_to_mend(&[AppealDefect::NotSigned], act, date(2026, 3, 24), date(2026, 3, 11))
    };
    assert_eq!(ask(AdministrationAct::Of2025), Err(AppealRefused::NoDefects));
    let defective = ask(AdministrationAct::Of1967).unwrap();
    let (per, ground) = (OfficerId::new("per"), (DismissalGround::NotMended, "not signed"));
    assert!(defective.clone().dismiss(&per, ground, date(2026, 3, 24)).is_err(), "the day is theirs to its end");
    assert!(defective.clone().dismiss(&per, ground, date(2026, 3, 25)).is_ok());
    let mending = Mending { on: date(2026, 3, 20), signed: false, authorised: false, has_words: true };
    let still = defective.clone().mended(mending);
    assert_eq!(still, Err(AppealRefused::StillDefective(vec![AppealDefect::NotSigned])));
    assert_eq!(defective.mended(Mending { signed: true, ..mending }).unwrap().state().word(), "mended");
}

#[test]
fn it_can_take_two_to_dismiss_an_appeal() {
    let (per, kari) = (OfficerId::new("per"), OfficerId::new("kari"));
    let day = date(2026, 5, 4);
    let late = late(day, None);
    let too_late = (DismissalGround::TooLate, "too late");
    assert_eq!(late.clone().propose_dismissal(&per, (too_late.0, " "), day), Err(AppealRefused::NoReason));
    assert!(timely(day).propose_dismissal(&per, too_late, day).is_err(), "it is in time");
    let proposed = late.propose_dismissal(&per, too_late, day).unwrap();
    let alarm = AppealAlarm::DismissalToConfirm { since: day };
    assert!(proposed.alarms(day, AppealLimits::default()).contains(&alarm));
    let own = proposed.clone().confirm_dismissal(&per, day);
    assert_eq!(own, Err(AppealRefused::OwnDismissal { officer: per }));
    assert!(proposed.clone().confirm_dismissal(&kari, day).unwrap().state().is_closed());
    assert_eq!(proposed.keep(day).unwrap().state().word(), "late");
}

#[test]
fn who_has_no_right_to_appeal_is_dismissed_at_any_time_until_it_is_looked_at_again() {
    let (per, day) = (OfficerId::new("per"), date(2026, 5, 4));
    for ground in [DismissalGround::NoRight, DismissalGround::NotAppealable] {
        for appeal in [timely(day), late(day, None)] {
            let proposed = appeal.propose_dismissal(&per, (ground, "a neighbour"), day).unwrap();
            assert!(proposed.keep(date(2026, 5, 5)).is_ok());
        }
        assert!(forwarded().propose_dismissal(&per, (ground, "a neighbour"), day).is_err());
    }
    let mend_by = date(2026, 5, 18);
    let asked = timely(day).ask_to_mend(&[AppealDefect::NoAuthority], AdministrationAct::Of2025, mend_by, day);
    assert_eq!(asked.unwrap().state().word(), "defective", "authority is asked for by both acts");
}

#[test]
fn a_dismissal_can_be_appealed_and_is_not_for_those_who_stood_behind_it() {
    let [per, kari, ada] = ["per", "kari", "ada"].map(OfficerId::new);
    let day = date(2026, 5, 4);
    let first = late(day, None)
        .propose_dismissal(&per, (DismissalGround::TooLate, "too late"), day)
        .and_then(|appeal| appeal.confirm_dismissal(&kari, date(2026, 5, 6)))
        .unwrap();
    let dismissal = first.dismissal(AppealBody::CountyGovernor).unwrap();
    assert_eq!((dismissal.decided, dismissal.body), (date(2026, 5, 6), AppealBody::MunicipalBoard));
    let received = date(2026, 5, 20);
    let appeal = Appeal::receive(dismissal, received).time(&period(date(2026, 5, 11)), None, received).unwrap();
    assert_eq!(appeal.state().word(), "timely", "counted from the dismissal, not from the first decision");
    assert!(!appeal.is_barred());
    assert!(appeal.may_be_handled_by(&per).is_err() && appeal.may_be_handled_by(&kari).is_err());
    let granted = appeal.reconsider(&ada, Reconsideration::Granted, received).unwrap();
    assert!(granted.takes_up_the_first() && !granted.calls_for_new_decision());
    let taken_up = first.taken_up(received).unwrap();
    assert!(taken_up.reconsider(&OfficerId::new("liv2"), Reconsideration::Upheld, received).is_ok());
    assert!(timely(day).taken_up(day).is_err());
}

#[test]
fn what_the_municipal_board_dismisses_is_heard_by_the_state() {
    let dismissed = forwarded()
        .decide(answer(AppealResult::Dismissed, date(2026, 5, 4), date(2026, 5, 6)))
        .and_then(|appeal| appeal.notify(date(2026, 5, 6)))
        .unwrap();
    let dismissal = dismissed.dismissal(AppealBody::CountyGovernor).unwrap();
    assert_eq!((dismissal.kind, dismissal.decided), (DecisionKind::AppealDismissed, date(2026, 5, 4)));
    assert_eq!(dismissal.body, AppealBody::CountyGovernor);
    let upheld = forwarded().decide(answer(AppealResult::Upheld, date(2026, 5, 4), date(2026, 5, 6))).unwrap();
    assert_eq!(upheld.dismissal(AppealBody::CountyGovernor), None);
}

/// Everything that can be done with an appeal on a day, by somebody who may.
fn all_moves(appeal: &Appeal, on: Date) -> Vec<Appeal> {
    let [per, kari] = ["per", "kari"].map(OfficerId::new);
    let it = || appeal.clone();
    let mut moves = vec![
        it().time(&period(date(2026, 3, 4)), None, on),
        it().take_up_late(LateGround::NotToBlame, REASON, on),
        it().ask_to_mend(AppealDefect::ALL, AdministrationAct::Of1967, add_days(on, 14), on),
        it().mended(Mending { on, signed: true, authorised: true, has_words: true }),
        it().confirm_dismissal(&kari, on),
        it().keep(on),
        it().forward(AppealBody::MunicipalBoard, on),
        it().send_back(REASON, on),
        it().notify(on),
        it().withdraw(on),
    ];
    moves.extend(DismissalGround::ALL.iter().map(|ground| it().propose_dismissal(&per, (*ground, REASON), on)));
    moves.extend(Reconsideration::ALL.iter().map(|result| it().reconsider(&per, *result, on)));
    moves.extend(AppealResult::ALL.iter().map(|result| it().decide(answer(*result, on, on))));
    moves.into_iter().flatten().collect()
}

#[test]
fn from_every_state_there_is_a_way_on_also_years_later() {
    let mut met = std::collections::BTreeSet::new();
    for received in [date(2026, 3, 10), date(2026, 5, 4), date(2027, 5, 4)] {
        let mut to_walk = vec![Appeal::receive(decision(), received)];
        while let Some(appeal) = to_walk.pop() {
            let state = format!("{:?}", appeal.state());
            let place = (received, state.split("on:").next().map(str::to_owned), appeal.steps().len().min(8));
            if appeal.state().is_closed() || !met.insert(place) {
                continue;
            }
            for on in [received, date(2027, 6, 1), date(2029, 6, 1)] {
                let moves = all_moves(&appeal, on.max(appeal.state().on()));
                assert!(!moves.is_empty(), "no way out on {on} of {appeal:?}");
                to_walk.extend(moves);
            }
        }
    }
    assert!(met.len() > 20, "{met:?}");
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
