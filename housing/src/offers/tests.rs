//! Deadlines, consequences, the way and chains have their cases in `tests/cases/tilbud*.txt`.

use super::*;
use crate::Date;
use crate::assessment::RuleSet;
use crate::decisions::{DecisionKind, Outcome};
use crate::dwellings::DwellingStatus;
use jiff::civil::date;

const MADE: Date = Date::constant(2026, 9, 1);
const BY: Date = Date::constant(2026, 9, 14);

fn sent() -> Offer {
    Offer::draft(MADE, None).send(date(2026, 9, 2), BY).unwrap()
}

fn granted() -> Basis {
    Basis {
        kind: DecisionKind::MunicipalHome,
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
    let basis =
        Basis { kind: DecisionKind::StartLoan, standing: None, granted_before: None, waits: false, has_offer: true };
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
