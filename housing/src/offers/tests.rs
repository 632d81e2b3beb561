//! Deadlines, consequences, the way and chains have their cases in `tests/cases/tilbud*.txt`.

use super::*;
use crate::Date;
use crate::assessment::RuleSet;
use crate::decisions::{DecisionKind, Outcome};
use crate::dwellings::DwellingStatus;
use crate::people::TargetGroup;
use jiff::civil::date;

const MADE: Date = Date::constant(2026, 9, 1);
const BY: Date = Date::constant(2026, 9, 14);

fn sent() -> Offer {
    Offer::draft(MADE, None).send(date(2026, 9, 2), BY).unwrap()
}

fn granted() -> Basis {
    Basis {
        kind: DecisionKind::MunicipalHome,
        leads: true,
        standing: Some((Outcome::Grant, date(2026, 8, 3))),
        granted_before: None,
        waits: true,
        has_offer: false,
    }
}

const VACANT: HomeNow = HomeNow { status: DwellingStatus::Vacant, promised: false, tenant_moves: false };

#[test]
fn a_vacant_home_can_be_offered_to_whoever_was_granted_one() {
    assert_eq!(obstacles(&granted(), &VACANT), []);
    let before_the_register = Basis { standing: None, granted_before: Some(date(2025, 2, 1)), ..granted() };
    assert_eq!(obstacles(&before_the_register, &VACANT), []);
}

#[test]
fn everything_that_stands_in_the_way_is_told_at_once() {
    let basis = Basis {
        kind: DecisionKind::StartLoan,
        leads: false,
        standing: None,
        granted_before: None,
        waits: false,
        has_offer: true,
    };
    let home = HomeNow { status: DwellingStatus::Let, promised: true, tenant_moves: false };
    let all = [
        Obstacle::OtherKind { kind: DecisionKind::StartLoan },
        Obstacle::NotGranted,
        Obstacle::NoLongerWaits,
        Obstacle::HasOffer,
        Obstacle::HomePromised,
        Obstacle::LivedIn,
    ];
    assert_eq!(obstacles(&basis, &home), all);
}

#[test]
fn a_reversed_decision_hides_an_older_grant() {
    let reversed = Basis {
        standing: Some((Outcome::Reversal, date(2026, 9, 1))),
        granted_before: Some(date(2026, 8, 3)),
        ..granted()
    };
    assert_eq!(still_stands(&reversed), [Obstacle::NotGranted]);
}

#[test]
fn a_home_whose_tenant_moves_in_the_same_plan_can_be_offered() {
    let let_out = HomeNow { status: DwellingStatus::Let, promised: false, tenant_moves: true };
    assert_eq!(obstacles(&granted(), &let_out), []);
    let sold = HomeNow { status: DwellingStatus::ForSale, ..VACANT };
    assert_eq!(obstacles(&granted(), &sold), [Obstacle::NotToBeLet { status: DwellingStatus::ForSale }]);
}

#[test]
fn a_letter_that_was_slow_gives_longer_and_never_shorter() {
    let longer = sent().open_until(date(2026, 9, 17));
    assert_eq!(longer.state().answer_by(), Some(date(2026, 9, 17)));
    assert_eq!(longer.clone().open_until(BY), longer);
    assert!(longer.accept(date(2026, 9, 17)).is_ok());
}

#[test]
fn what_is_due_follows_from_where_it_stands() {
    let rule = RuleSet::from_toml(include_str!("../../../parameters/rule_sets/standard.toml")).unwrap().offer;
    let due = |offer: &Offer, on| offer.due(on, Some(date(2026, 9, 7)), &rule);
    let drafted = Offer::draft(MADE, Some(date(2026, 9, 8)));
    let viewing = OfferDue::Viewing { on: date(2026, 9, 8) };
    assert_eq!(due(&drafted, MADE), [OfferDue::ToSend { since: MADE }, viewing]);
    let sent = drafted.send(date(2026, 9, 2), BY).unwrap();
    assert_eq!(due(&sent, date(2026, 9, 10)), [viewing, OfferDue::Answer { by: BY }]);
    let viewed = sent.view(date(2026, 9, 8)).unwrap();
    let remind = OfferDue::Remind { on: date(2026, 9, 11), answer_by: BY };
    assert_eq!(due(&viewed, date(2026, 9, 11)), [remind, OfferDue::Answer { by: BY }]);
    let lapsed = viewed.clone().on_day(date(2026, 9, 15));
    assert_eq!(due(&lapsed, date(2026, 9, 20)), [OfferDue::Lapsed { on: date(2026, 9, 15) }]);
    let accepted = viewed.accept(date(2026, 9, 10)).unwrap();
    assert_eq!(due(&accepted, date(2026, 9, 20)), [OfferDue::PlanMoveIn { since: date(2026, 9, 10) }]);
    let planned = accepted.plan_move_in(date(2026, 10, 1), date(2026, 9, 12)).unwrap();
    assert_eq!(due(&planned, date(2026, 9, 20)), [OfferDue::MoveIn { on: date(2026, 10, 1) }]);
    assert_eq!(due(&planned.house(date(2026, 10, 1), date(2026, 9, 20)).unwrap(), date(2026, 9, 20)), []);
}

#[test]
fn a_viewing_is_planned_ahead_and_only_while_it_matters() {
    let on = date(2026, 9, 3);
    assert_eq!(sent().plan_viewing(Some(date(2026, 9, 9)), on).unwrap().viewing, Some(date(2026, 9, 9)));
    assert!(sent().plan_viewing(Some(date(2026, 9, 2)), on).is_err());
    assert!(sent().accept(on).unwrap().plan_viewing(Some(date(2026, 9, 9)), on).is_err());
}

#[test]
fn an_offer_is_kept_as_it_was() {
    let offer = sent().view(date(2026, 9, 8)).unwrap().decline(DeclineReason::Standard, date(2026, 9, 9)).unwrap();
    let kept = serde_json::to_string(&offer).unwrap();
    assert_eq!(serde_json::from_str::<Offer>(&kept).unwrap(), offer);
}

#[test]
fn figures_tell_how_long_it_takes_and_who_says_no_to_what() {
    let fact = |granted: Date, made: Date, step| OfferFact {
        granted,
        made,
        step,
        answered: None,
        accepted: None,
        from: None,
        declined: None,
        groups: vec![TargetGroup::ALL[0]],
    };
    let (june, july) = (date(2026, 6, 1), date(2026, 7, 1));
    let offers = [
        OfferFact {
            answered: Some(date(2026, 7, 4)),
            accepted: Some(date(2026, 7, 4)),
            from: Some(date(2026, 8, 1)),
            ..fact(june, july, OfferStep::Housed)
        },
        OfferFact {
            answered: Some(date(2026, 7, 8)),
            declined: Some(DeclineReason::Stairs),
            groups: vec![],
            ..fact(date(2026, 6, 21), july, OfferStep::Declined)
        },
        fact(date(2026, 6, 11), july, OfferStep::Sent),
        fact(date(2026, 6, 26), july, OfferStep::Lapsed),
    ];
    let told = figures(&offers);
    assert_eq!(told.times[&Phase::GrantedToOffer], Spread { count: 4, median: Some(10), longest: Some(30) });
    assert_eq!(told.times[&Phase::OfferToYes], Spread { count: 1, median: Some(3), longest: Some(3) });
    assert_eq!(told.times[&Phase::YesToMoveIn], Spread { count: 1, median: Some(28), longest: Some(28) });
    assert_eq!(told.offer_to_answer, Spread { count: 2, median: Some(3), longest: Some(7) });
    assert_eq!(told.granted_to_move_in, Spread { count: 1, median: Some(61), longest: Some(61) });
    assert_eq!(told.declines.into_iter().collect::<Vec<_>>(), [(DeclineReason::Stairs, 1)]);
    let [in_none, of_group] = told.groups.as_slice() else { panic!("two groups: {:?}", told.groups) };
    assert_eq!((in_none.group, in_none.declined), (None, 1));
    assert_eq!(of_group.group, Some(TargetGroup::ALL[0]));
    assert_eq!((of_group.offers, of_group.accepted, of_group.lapsed), (3, 1, 1));
    assert_eq!(of_group.times[&Phase::GrantedToOffer].longest, Some(30));
    assert_eq!(figures(&[]).times[&Phase::GrantedToOffer], Spread::default());
}

#[test]
fn only_moves_that_share_homes_hang_together() {
    let link = |id: &str, leaves: Option<&str>, enters: &str| Link {
        id: id.to_owned(),
        leaves: leaves.map(str::to_owned),
        enters: enters.to_owned(),
        state: LinkState::Planned,
        planned: None,
    };
    let plan = [link("T", Some("A"), "V"), link("P", None, "A"), link("U", Some("B"), "W"), link("Q", None, "X")];
    let of = |id| hanging_together(&plan, id).into_iter().map(|link| link.id).collect::<Vec<_>>();
    assert_eq!(of("P"), ["T", "P"]);
    assert_eq!(of("U"), ["U"]);
}

#[test]
fn an_application_has_one_case_that_leads_to_offers() {
    let (help, home) = (DecisionKind::HousingHelp, DecisionKind::MunicipalHome);
    assert!(leads_to_an_offer(home, &[help]) && !leads_to_an_offer(help, &[home]));
    assert!(leads_to_an_offer(help, &[]), "help is all that was applied for");
    assert!(!leads_to_an_offer(DecisionKind::StartLoan, &[]));
}
