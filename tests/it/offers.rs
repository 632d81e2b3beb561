//! Offers: a home is promised once, answered in time, and becomes a tenancy.

/// What a meeting gave becomes offers, in the order of its moves.
mod chains;
/// Nobody is promised a day before the home is empty.
mod days;
/// How long it takes, and what homes wait for.
mod numbers;
/// The pages, from the case to the list.
mod pages;
/// Two officers and one home, ten thousand times.
mod race;
/// Who may know of an offer to somebody whose address is protected.
mod secrecy;

use crate::app::{DAY, Person, TestApp};
use crate::applications::decided_before_us;
use crate::decisions::{GRANT, cases, decide, send_all, set_up_letters};
use crate::dwellings::{facts, home};
use housing::Date;
use housing::applications::ApplicationStatus;
use housing::dwellings::DwellingStatus;
use housing::money::Ore;
use housing::offers::{Consequence, DeclineReason, OfferDue, OfferStep, WithdrawReason};
use housing::tenancies::LeaseKind;
use husrom::office::offers::{self, Answer, Move, NewOffer, Terms, Whole};
use husrom::office::tenancies::{NewTenancy, Tenant};
use husrom::office::{Actor, OfficeError, applications, letters};
use husrom::store::{applications as store_applications, cases as store_cases, dwellings, tenancies};
use jiff::civil::date;

/// A household that waits for a home since before the register kept decisions; answers its case.
pub fn waiting(app: &TestApp, officer: &Person<'_>, family: &str) -> String {
    let [_, case] = cases(officer, family, "Prøve", &[]);
    let case = case.trim_start_matches("/cases/").to_owned();
    let application = app.office().store().read(|tx| {
        let found = store_cases::find(tx, &case)?.expect("the case is there");
        store_applications::find(tx, &found.application)
    });
    let application = application.expect("it can be read").expect("it is there");
    let whose = (application.id.as_str(), application.version);
    let status = ApplicationStatus::WaitingForHome;
    decided_before_us(app.office(), &application.id);
    applications::set_status(app.office(), &Actor::operator(), whose, status, DAY).expect("it waits");
    case
}

pub fn new_offer(case: &str, dwelling: &str) -> NewOffer {
    let terms = Terms {
        rent: Ore::kroner(7_850),
        costs: "Strøm".to_owned(),
        from: date(2026, 4, 1),
        lease_months: Some(36),
        viewing: "Onsdag klokka 12 ved inngangen".to_owned(),
    };
    let (case, dwelling) = (case.to_owned(), dwelling.to_owned());
    NewOffer { case, dwelling, terms, viewing: None }
}

fn make(app: &TestApp, case: &str, dwelling: &str) -> Result<String, OfficeError> {
    offers::make(app.office(), &Actor::operator(), &new_offer(case, dwelling))
}

fn whole(app: &TestApp, offer: &str) -> Whole {
    offers::whole(app.office(), &Actor::operator(), offer).expect("the operator may look")
}

fn act(app: &TestApp, offer: &str, wanted: &Move) -> Result<(), OfficeError> {
    let version = whole(app, offer).told.row.version;
    offers::act(app.office(), &Actor::operator(), (offer, version), wanted)
}

fn answer(app: &TestApp, offer: &str, answer: Answer, on: Date) -> Result<(), OfficeError> {
    act(app, offer, &Move::Answer { answer, on, note: "På telefon".to_owned() })
}

fn write_letter(app: &TestApp, offer: &str) {
    let version = whole(app, offer).told.row.version;
    offers::write_letter(app.office(), &Actor::operator(), (offer, version)).expect("the letter is written");
}

/// The keys of what was refused.
pub fn refused<T: std::fmt::Debug>(outcome: Result<T, OfficeError>) -> Vec<&'static str> {
    match outcome {
        Err(OfficeError::Invalid(problems)) => problems.iter().map(|problem| problem.text).collect(),
        other => panic!("expected a refusal, found {other:?}"),
    }
}

fn status(app: &TestApp, home: &str) -> DwellingStatus {
    let found = app.office().store().read(|tx| dwellings::find(tx, home));
    found.expect("it can be read").expect("it is there").facts.status
}

fn application_status(app: &TestApp, case: &str) -> ApplicationStatus {
    let found = app.office().store().read(|tx| {
        let case = store_cases::find(tx, case)?.expect("the case is there");
        store_applications::find(tx, &case.application)
    });
    found.expect("it can be read").expect("it is there").status
}

#[test]
fn an_offer_goes_from_promise_to_letter_to_yes_to_tenancy() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        let home = home(app, &facts("Granlia 7 H0101"));
        let case_id = case.trim_start_matches("/cases/");
        assert_eq!(refused(make(app, case_id, &home))[0], "offer-problem-not-granted");
        decide(&officer, &leader, &case, &GRANT);
        let offer = make(app, case_id, &home).expect("it is vacant, and one was granted");
        assert_eq!(application_status(app, case_id), ApplicationStatus::Offered);
        assert_eq!(status(app, &home), DwellingStatus::Vacant, "promised is not yet reserved");

        write_letter(app, &offer);
        let told = whole(app, &offer).told;
        assert_eq!((told.row.step, told.row.answer_by), (OfferStep::Drafted, Some(date(2026, 3, 13))));
        send_all(&officer, "2026-03-01");
        // Sent 1 March, presumed there on Friday the 6th, seven days later is Friday the 13th.
        let told = whole(app, &offer).told;
        assert_eq!((told.row.step, told.row.answer_by), (OfferStep::Sent, Some(date(2026, 3, 13))));

        answer(app, &offer, Answer::Yes, DAY).expect("in time");
        assert_eq!(status(app, &home), DwellingStatus::Reserved);
        act(app, &offer, &Move::PlanMoveIn { from: date(2026, 4, 1) }).expect("a day ahead");
        act(app, &offer, &Move::AgreeTenancy { from: date(2026, 4, 1) }).expect("nobody lives there");
        let row = whole(app, &offer).told.row;
        let tenancy = app.office().store().read(|tx| tenancies::lived_in(tx, &home)).expect("it can be read");
        let tenancy = tenancy.expect("a tenancy has begun");
        assert_eq!((Some(&tenancy.id), row.step), (row.tenancy.as_ref(), OfferStep::Housed));
        assert_eq!((tenancy.from, tenancy.lease_until), (Some(date(2026, 4, 1)), Some(date(2029, 3, 31))));
        assert_eq!(application_status(app, case_id), ApplicationStatus::Housed);
        let statuses = app.office().store().read(|tx| dwellings::statuses(tx, &home)).expect("they can be read");
        assert_eq!(statuses.last(), Some(&(date(2026, 4, 1), true, DwellingStatus::Let)));
    });
}

#[test]
fn a_home_is_promised_once_and_a_household_has_one_offer() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let (one, other) = (waiting(app, &officer, "Aas"), waiting(app, &officer, "Berg"));
        let (home_one, home_other) = (home(app, &facts("Granlia 7 H0101")), home(app, &facts("Granlia 7 H0102")));
        let offer = make(app, &one, &home_one).expect("it is free");
        assert_eq!(refused(make(app, &other, &home_one)), ["offer-problem-promised"]);
        assert_eq!(refused(make(app, &one, &home_other)), ["offer-problem-has-offer"]);

        answer(app, &offer, Answer::No(DeclineReason::Area), DAY).expect("a no before the letter");
        assert_eq!(whole(app, &offer).consequence, Some(Consequence::Counts { counted: 1, left: 0 }));
        assert_eq!(application_status(app, &one), ApplicationStatus::OfferDeclined);
        make(app, &other, &home_one).expect("it is free again");
        let second = make(app, &one, &home_other).expect("a no does not end the wait");
        answer(app, &second, Answer::No(DeclineReason::Standard), DAY).expect("a second no");
        assert_eq!(whole(app, &second).consequence, Some(Consequence::ConsiderLapse { counted: 2, allowed: 1 }));
        let ended = answer(app, &second, Answer::Yes, DAY);
        assert_eq!(refused(ended), ["offer-problem-state"]);
    });
}

#[test]
fn whoever_backs_out_after_a_yes_leaves_the_home_as_it_was() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let case = waiting(app, &officer, "Dahl");
        let home = home(
            app,
            &housing::dwellings::DwellingFacts { status: DwellingStatus::BeingPrepared, ..facts("Granlia 7 H0101") },
        );
        let offer = make(app, &case, &home).expect("it is soon ready");
        answer(app, &offer, Answer::Yes, DAY).expect("yes");
        assert_eq!(status(app, &home), DwellingStatus::Reserved);
        let without = Move::Withdraw { reason: WithdrawReason::Mistake, note: " ".to_owned() };
        assert_eq!(refused(act(app, &offer, &without)), ["offer-problem-no-note"]);
        let with = Move::Withdraw { reason: WithdrawReason::HomeCannotBeUsed, note: "Vannlekkasje".to_owned() };
        act(app, &offer, &with).expect("with a reason");
        assert_eq!(status(app, &home), DwellingStatus::BeingPrepared);
        let told = whole(app, &offer);
        assert_eq!(told.consequence, Some(Consequence::None));
        assert_eq!(told.steps.last().map(|step| step.note.as_str()), Some("Vannlekkasje"));
    });
}

#[test]
fn what_nobody_answers_lapses_by_the_calendar_and_the_home_can_be_offered_again() {
    let app = TestApp::new();
    set_up_letters(&app);
    let officer = app.caseworker();
    let (one, other) = (waiting(&app, &officer, "Aas"), waiting(&app, &officer, "Berg"));
    let home = home(&app, &facts("Granlia 7 H0101"));
    let offer = make(&app, &one, &home).expect("it is free");
    write_letter(&app, &offer);
    send_all(&officer, "2026-03-01");
    drop(officer);

    let app = app.reopened_on(date(2026, 3, 12));
    let due: Vec<OfferDue> =
        offers::due(app.office(), &Actor::operator()).expect("due").into_iter().map(|it| it.what).collect();
    let (remind, by) = (date(2026, 3, 11), date(2026, 3, 13));
    assert_eq!(due, [OfferDue::Remind { on: remind, answer_by: by }, OfferDue::Answer { by }]);
    let version = whole(&app, &offer).told.row.version;
    offers::remind(app.office(), &Actor::operator(), (&offer, version)).expect("an answer is awaited");
    assert_eq!(offers::due(app.office(), &Actor::operator()).expect("due").len(), 1, "reminded once");

    let app = app.reopened_on(date(2026, 3, 16));
    assert_eq!(whole(&app, &offer).told.offer.state().step(), OfferStep::Lapsed);
    assert_eq!(whole(&app, &offer).consequence, Some(Consequence::None), "silence does not count by itself");
    assert_eq!(refused(answer(&app, &offer, Answer::Yes, date(2026, 3, 16))), ["offer-problem-too-late"]);
    let again = make(&app, &other, &home).expect("time has run out for the first");
    assert_eq!(whole(&app, &offer).told.row.step, OfferStep::Lapsed);
    assert_eq!(application_status(&app, &one), ApplicationStatus::WaitingForHome);
    assert!(whole(&app, &again).told.offer.holds_the_home());
}

#[test]
fn an_answer_that_came_in_time_counts_though_it_is_registered_late() {
    let app = TestApp::new();
    set_up_letters(&app);
    let officer = app.caseworker();
    let case = waiting(&app, &officer, "Aas");
    let home = home(&app, &facts("Granlia 7 H0101"));
    let offer = make(&app, &case, &home).expect("it is free");
    write_letter(&app, &offer);
    send_all(&officer, "2026-03-01");
    drop(officer);
    let app = app.reopened_on(date(2026, 3, 16));
    answer(&app, &offer, Answer::Yes, date(2026, 3, 13)).expect("it came on the last day");
    assert_eq!(status(&app, &home), DwellingStatus::Reserved);
}

#[test]
fn a_letter_that_is_proven_slow_gives_the_household_as_long() {
    let app = TestApp::on(date(2026, 3, 20));
    set_up_letters(&app);
    let officer = app.caseworker();
    let case = waiting(&app, &officer, "Aas");
    let home = home(&app, &facts("Granlia 7 H0101"));
    let offer = make(&app, &case, &home).expect("it is free");
    write_letter(&app, &offer);
    send_all(&officer, "2026-03-20");
    let document = whole(&app, &offer).told.row.document.expect("it has a letter");
    assert_eq!(whole(&app, &offer).told.row.answer_by, Some(date(2026, 4, 1)), "the last working day before Easter");
    drop(officer);
    let app = app.reopened_on(date(2026, 4, 1));
    letters::prove_arrival(app.office(), &Actor::operator(), &document, date(2026, 4, 1)).expect("it arrived");
    assert_eq!(whole(&app, &offer).told.row.answer_by, Some(date(2026, 4, 8)));
}

/// A reversal of a grant, for no reason that needs a warning.
const REVERSAL: [(&str, &str); 6] = [
    ("outcome", "OMGJORT"),
    ("unheard_because", "Husstanden ba om det selv."),
    ("form", "NB"),
    ("conclusion", "Vedtaket er gjort om."),
    ("reasons", "Husstanden har fått bolig."),
    ("follow_up", "IKKE_BEHOV"),
];

#[test]
fn an_offer_falls_with_the_grant_it_rests_on_and_its_home_is_free() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        decide(&officer, &leader, &case, &GRANT);
        let home = home(app, &facts("Granlia 7 H0101"));
        let offer = make(app, case.trim_start_matches("/cases/"), &home).expect("one was granted");
        write_letter(app, &offer);
        send_all(&officer, "2026-03-01");
        answer(app, &offer, Answer::Yes, DAY).expect("it is theirs");
        assert_eq!(status(app, &home), DwellingStatus::Reserved);
        let refusal = [("comes_to", "AVSLAG"), ("refusal_grounds", "EGNET"), ("follow_up_reason", "Klarer seg selv.")];
        let refusal = [&REVERSAL[..], &refusal].concat();
        officer.post(&format!("{case}/decision"), &[("outcome", "OMGJORT"), ("comes_to", "AVSLAG")]).expect(303);
        let page = officer.get(&format!("{case}/decision")).expect(200);
        assert!(page.has("Et tilbud om bolig fra 01.03.2026 er åpent."), "whoever decides is told: {page:?}");
        crate::decisions::write(&officer, &case, "submit", &refusal).expect(303);
        crate::decisions::act(&leader, &case, "signature", &[]).expect(303);
        let row = whole(app, &offer).told.row;
        let ended = (row.step, row.ended_as.as_deref());
        assert_eq!(ended, (OfferStep::Withdrawn, Some(WithdrawReason::DecisionGone.code())));
        assert_ne!(status(app, &home), DwellingStatus::Reserved, "the home is free again");
        assert_eq!(application_status(app, case.trim_start_matches("/cases/")), ApplicationStatus::Refused);
        let letter = officer.get(&crate::decisions::letter(&officer, &case)).expect(200);
        let told = crate::documents::text_of(&letter.bytes);
        assert!(told.contains("Tilbudet om bolig som vi ga deg 1. mars 2026, gjelder ikke lenger."), "{told}");
    });
}

#[test]
fn a_grant_that_gave_way_to_another_leaves_the_offer_to_whoever_decides_and_the_work_list_tells() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
    decide(&officer, &leader, &case, &GRANT);
    let home = home(&app, &facts("Granlia 7 H0101"));
    let offer = make(&app, case.trim_start_matches("/cases/"), &home).expect("one was granted");
    let anew: Vec<_> = GRANT.into_iter().filter(|(name, _)| *name != "outcome").collect();
    decide(&officer, &leader, &case, &[&[("outcome", "OMGJORT"), ("comes_to", "INNVILGET")], &anew[..]].concat());
    let due = offers::due(app.office(), &Actor::operator()).expect("the operator may look");
    assert!(due.iter().any(|due| due.what == OfferDue::NewDecision { on: DAY }), "{due:?}");
    assert!(officer.get("/work").expect(200).has("Vedtaket bak tilbudet er gjort om"));
    assert_eq!(refused(answer(&app, &offer, Answer::Yes, DAY)), ["offer-problem-another-decision"]);
    answer(&app, &offer, Answer::No(DeclineReason::FoundAnother), DAY).expect("a no needs nothing");
}

#[test]
fn a_promised_home_is_not_let_to_anybody_else_behind_the_offer() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let (case, other) = (waiting(&app, &officer, "Aas"), crate::people::enter(&officer, "Berg", "Prøve", &[]));
    let home = home(&app, &facts("Granlia 7 H0101"));
    make(&app, &case, &home).expect("it is free");
    let new = NewTenancy {
        dwelling: home,
        tenant: Tenant::Known(other.trim_start_matches("/people/").to_owned()),
        size: None,
        from: DAY,
        lease_until: None,
        kind: LeaseKind::OpenEnded,
        rent: None,
        note: None,
    };
    let begun = husrom::office::tenancies::begin(app.office(), &Actor::operator(), &new);
    assert_eq!(refused(begun), ["tenancy-problem-promised"]);
}
