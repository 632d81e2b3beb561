use super::{act, answer, application_status, make, refused, status, waiting, whole};
use crate::app::{DAY, TestApp};
use crate::decisions::{GRANT, decide, set_up_letters};
use crate::dwellings::{facts, home};
use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus};
use housing::dwellings::{DwellingFacts, DwellingStatus};
use housing::offers::{DeclineReason, OfferStep, Outlook};
use housing::tenancies::{LeaseKind, MoveOutReason};
use husrom::office::offers::{self, Answer, Move};
use husrom::office::tenancies::{self, NewTenancy, Tenant};
use husrom::office::{Actor, OfficeError};
use husrom::params;
use husrom::store::cases::Case;
use husrom::store::tenancies::Tenancy;
use husrom::store::{
    StoreError, Tx, applications as store_applications, cases, dwellings, offers as store, tenancies as store_tenancies,
};
use jiff::civil::date;

/// A meeting that was held.
pub fn meeting(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO allocation_meeting (municipality, id, day, called_by, rules, version) \
               VALUES ($1, 'meeting', '2026-02-27', 'leder', 'rules', 1)";
    tx.execute(sql, params![tx.municipality()]).map(drop)
}

/// The meeting gives the household of a case a home.
pub fn place(tx: &mut Tx<'_>, case: &str, (step, to): (i64, &str), from: Option<&str>) -> Result<(), StoreError> {
    let case = cases::find(tx, case)?.expect("the case is there");
    place_for(tx, (&case.household, Some(case.application)), (step, to), from)
}

fn place_for(
    tx: &mut Tx<'_>,
    (household, application): (&str, Option<String>),
    (step, to): (i64, &str),
    from: Option<&str>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO allocation_placement (municipality, id, meeting, household, application, dwelling, \
               from_dwelling, step, chosen, grounds, decided, officer, restricted, is_open, version) \
               VALUES ($1, $2, 'meeting', $3, $4, $5, $6, $7, 'PROPOSED', $8, '2026-02-27', 'leder', 0, 1, 1)";
    let (municipality, grounds, from) = (tx.municipality(), vec![0_u8], from.map(str::to_owned));
    tx.execute(sql, params![municipality, to, household, application, to, from, step, grounds]).map(drop)
}

#[test]
fn what_a_meeting_gave_is_offered_in_its_order_and_a_broken_link_tells_what_still_stands() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let [moves, follows, other] = ["Aas", "Berg", "Dahl"].map(|family| waiting(app, &officer, family));
        let vacant = home(app, &facts("Granlia 7 H0101"));
        let lived_in = home(app, &DwellingFacts { status: DwellingStatus::Let, ..facts("Lia 2 H0101") });
        assert_eq!(refused(make(app, &follows, &lived_in)), ["offer-problem-lived-in"]);
        let placed = app.office().store().write(|tx| {
            meeting(tx)?;
            place(tx, &moves, (1, &vacant), Some(&lived_in))?;
            place(tx, &follows, (2, &lived_in), None)
        });
        placed.expect("the meeting is kept");
        assert_eq!(refused(make(app, &other, &vacant)), ["offer-problem-promised"]);

        let first = make(app, &moves, &vacant).expect("the meeting gave it");
        assert_eq!(whole(app, &first).chain.links, [], "it stands alone so far");
        let second = make(app, &follows, &lived_in).expect("whoever lives there is about to move");
        let outlooks = || whole(app, &second).chain.links.into_iter().map(|link| link.outlook).collect::<Vec<_>>();
        assert_eq!(outlooks(), [Outlook::Stands, Outlook::Stands]);
        answer(app, &first, Answer::No(DeclineReason::ChangedMind), DAY).expect("the first backs out");
        assert_eq!(outlooks(), [Outlook::Broken, Outlook::Falls { because_of: first.clone() }]);
        assert_eq!(whole(app, &second).chain.left, ["Granlia 7 H0101"], "nobody enters it any more");
        assert_eq!(refused(answer(app, &second, Answer::Yes, DAY)), ["offer-problem-chain-fell-all"]);
        let left = app.office().store().read(store::placements).expect("they can be read");
        assert_eq!(left.into_keys().collect::<Vec<_>>(), [lived_in], "the placement ended with its offer");
        make(app, &other, &vacant).expect("it is free for others");
    });
}

fn case(app: &TestApp, id: &str) -> Case {
    let found = app.office().store().read(|tx| cases::find(tx, id));
    found.expect("it can be read").expect("it is there")
}

/// The household of a case rents a home.
pub fn rents(app: &TestApp, case_id: &str, dwelling: &str) -> String {
    let new = NewTenancy {
        dwelling: dwelling.to_owned(),
        tenant: Tenant::Known(case(app, case_id).applicant),
        size: None,
        from: date(2024, 5, 1),
        lease_until: Some(date(2027, 4, 30)),
        kind: LeaseKind::FixedTerm,
        rent: None,
        note: None,
    };
    tenancies::begin(app.office(), &Actor::operator(), &new).expect("nobody lives there")
}

fn tenancy(app: &TestApp, id: &str) -> Tenancy {
    let found = app.office().store().read(|tx| store_tenancies::find(tx, id));
    found.expect("it can be read").expect("it is there")
}

fn agree(app: &TestApp, offer: &str, from: Date) -> Result<(), OfficeError> {
    act(app, offer, &Move::AgreeTenancy { from })
}

#[test]
fn a_chain_moves_in_its_order_and_the_old_tenancy_ends_with_it() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let [moves, follows] = ["Aas", "Berg"].map(|family| waiting(app, &officer, family));
        let [vacant, lived_in] = ["Granlia 7 H0101", "Lia 2 H0101"].map(|place| home(app, &facts(place)));
        let old = rents(app, &moves, &lived_in);
        let placed = app.office().store().write(|tx| {
            meeting(tx)?;
            place(tx, &moves, (1, &vacant), Some(&lived_in))?;
            place(tx, &follows, (2, &lived_in), None)
        });
        placed.expect("the meeting is kept");
        let shown = offers::to_offer(app.office(), &Actor::operator(), &follows, "").expect("a case that waits");
        let given = shown.homes.iter().filter(|one| one.given).map(|one| one.home.id.as_str());
        assert_eq!(given.collect::<Vec<_>>(), [lived_in.as_str()], "what the meeting gave, though it is lived in");

        let (first, second) = (make(app, &moves, &vacant), make(app, &follows, &lived_in));
        let (first, second) = (first.expect("it is vacant"), second.expect("whoever lives there moves"));
        for offer in [&first, &second] {
            answer(app, offer, Answer::Yes, DAY).expect("yes");
        }
        let plan = |offer: &str, from| act(app, offer, &Move::PlanMoveIn { from });
        assert_eq!(refused(plan(&second, date(2026, 4, 10))), ["offer-problem-waits-for-no-day"]);
        plan(&first, date(2026, 4, 1)).expect("it is vacant");
        assert_eq!(refused(plan(&second, date(2026, 3, 25))), ["offer-problem-too-early"]);
        plan(&second, date(2026, 4, 10)).expect("it is empty by then");
        assert_eq!(refused(agree(app, &second, date(2026, 4, 10))), ["tenancy-problem-lived-in"]);

        agree(app, &first, date(2026, 4, 1)).expect("nobody lives there");
        let ended = tenancy(app, &old);
        assert_eq!(
            (ended.moved_out, ended.move_out_reason),
            (Some(date(2026, 4, 1)), Some(MoveOutReason::Exchanged)),
            "nobody had to end it"
        );
        assert_eq!(status(app, &lived_in), DwellingStatus::NoticeGiven);
        assert_eq!(refused(plan(&second, date(2026, 3, 25))), ["offer-problem-too-early"], "by the register, too");
        assert_eq!(refused(agree(app, &second, date(2026, 3, 25))), ["tenancy-problem-before-empty"]);
        agree(app, &second, date(2026, 4, 10)).expect("it is empty by then");
        let chain = whole(app, &second).chain;
        assert!(chain.links.iter().all(|link| link.outlook == Outlook::Stands), "agreed, and still to come: {chain:?}");

        let statuses = app.office().store().read(|tx| dwellings::statuses(tx, &lived_in)).expect("they can be read");
        let ahead = statuses.into_iter().filter(|(day, ..)| *day > DAY).map(|(day, _, status)| (day, status));
        let expected = [(date(2026, 4, 1), DwellingStatus::Reserved), (date(2026, 4, 10), DwellingStatus::Let)];
        assert_eq!(ahead.collect::<Vec<_>>(), expected);
        let order = [application_status(app, &moves), application_status(app, &follows)];
        assert_eq!(order, [ApplicationStatus::Housed, ApplicationStatus::Housed]);
    });
}

#[test]
fn households_that_trade_homes_move_on_one_day_and_only_when_all_have_said_yes() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let [one, other] = ["Aas", "Berg"].map(|family| waiting(app, &officer, family));
        let [small, large] = ["Granlia 7 H0101", "Lia 2 H0101"].map(|place| home(app, &facts(place)));
        let old = [rents(app, &one, &small), rents(app, &other, &large)];
        let placed = app.office().store().write(|tx| {
            meeting(tx)?;
            place(tx, &one, (1, &large), Some(&small))?;
            place(tx, &other, (1, &small), Some(&large))
        });
        placed.expect("the meeting is kept");
        let offers = [(&one, &large), (&other, &small)].map(|(case, home)| make(app, case, home).expect("they trade"));
        answer(app, &offers[0], Answer::Yes, DAY).expect("yes");
        assert_eq!(refused(agree(app, &offers[0], date(2026, 4, 1))), ["offer-problem-ring"]);
        answer(app, &offers[1], Answer::Yes, DAY).expect("yes");
        agree(app, &offers[0], date(2026, 4, 1)).expect("both have said yes");
        for (offer, old) in offers.iter().zip(&old) {
            assert_eq!(whole(app, offer).told.row.step, OfferStep::Housed);
            assert_eq!(tenancy(app, old).moved_out, Some(date(2026, 4, 1)));
        }
    });
}

#[test]
fn a_tenant_whom_a_meeting_gave_a_home_unasked_applies_for_the_exchange_first() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let asked = waiting(app, &officer, "Aas");
        let [vacant, lived_in] = ["Granlia 7 H0101", "Lia 2 H0101"].map(|place| home(app, &facts(place)));
        rents(app, &asked, &lived_in);
        let household = case(app, &asked).household;
        let placed = app.office().store().write(|tx| {
            meeting(tx)?;
            place_for(tx, (&household, None), (1, &vacant), Some(&lived_in))
        });
        placed.expect("the meeting is kept");
        let open = || offers::open_exchange(app.office(), &Actor::operator(), ("meeting", &vacant));
        let exchange = open().expect("they live where they are to leave");
        assert!(matches!(open(), Err(OfficeError::Stale)), "it is opened once");
        let place = format!("/cases/{exchange}");
        let application = case(app, &exchange).application;
        let application = app.office().store().read(|tx| store_applications::find(tx, &application));
        let kind = application.expect("it can be read").expect("it is there").kind;
        assert_eq!(kind, Some(ApplicationKind::Exchange));
        assert_eq!(refused(make(app, &exchange, &vacant))[0], "offer-problem-not-granted");
        decide(&officer, &leader, &place, &GRANT);
        let offer = make(app, &exchange, &vacant).expect("the exchange is granted");
        assert_eq!(whole(app, &offer).told.row.vacates, Some(lived_in));
    });
}
