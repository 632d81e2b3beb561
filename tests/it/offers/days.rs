use super::chains::{meeting, place, rents};
use super::{act, answer, make, new_offer, refused, waiting};
use crate::app::{DAY, TestApp};
use crate::decisions::set_up_letters;
use crate::dwellings::{facts, home};
use housing::Date;
use husrom::office::Actor;
use husrom::office::OfficeError;
use husrom::office::offers::{self, Answer, Empty, Move};
use jiff::civil::date;

/// Offers a home from a day.
fn from(app: &TestApp, (case, dwelling): (&str, &str), day: Date) -> Result<String, OfficeError> {
    let mut new = new_offer(case, dwelling);
    new.terms.from = day;
    offers::make(app.office(), &Actor::operator(), &new)
}

/// When the home is empty, as whoever makes the offer is told.
fn empty(app: &TestApp, case: &str, dwelling: &str) -> Empty {
    let shown = offers::to_offer(app.office(), &Actor::operator(), case, "").expect("a case that waits");
    shown.homes.iter().find(|one| one.home.id == dwelling).expect("it can be offered").empty
}

#[test]
fn nobody_is_promised_a_home_before_it_is_empty() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let officer = app.caseworker();
        let [moves, follows] = ["Aas", "Berg"].map(|family| waiting(app, &officer, family));
        let [vacant, lived_in] = ["Granlia 7 H0101", "Lia 2 H0101"].map(|place| home(app, &facts(place)));
        rents(app, &moves, &lived_in);
        let placed = app.office().store().write(|tx| {
            meeting(tx)?;
            place(tx, &moves, (1, &vacant), Some(&lived_in))?;
            place(tx, &follows, (2, &lived_in), None)
        });
        placed.expect("the meeting is kept");
        assert_eq!(empty(app, &moves, &vacant), Empty::Now);
        assert_eq!(empty(app, &follows, &lived_in), Empty::NoDay, "nobody has said when its tenant leaves");
        let form = format!("/offers/new?case={follows}");
        assert!(officer.get(&form).expect(200).has("Dagen den blir tom, er ikke satt"));

        let first = from(app, (&moves, &vacant), date(2026, 4, 20)).expect("it is vacant");
        assert_eq!(empty(app, &follows, &lived_in), Empty::From(date(2026, 4, 20)), "by the offer to its tenant");
        assert_eq!(officer.get(&form).expect(200).value("from").as_deref(), Some("2026-04-20"));
        let too_early = from(app, (&follows, &lived_in), date(2026, 4, 19));
        assert_eq!(refused(too_early), ["offer-problem-too-early"]);
        let second = from(app, (&follows, &lived_in), date(2026, 4, 20)).expect("on that very day");

        answer(app, &first, Answer::Yes, DAY).expect("yes");
        act(app, &first, &Move::PlanMoveIn { from: date(2026, 5, 1) }).expect("later than was offered");
        let written = offers::write_letter(app.office(), &Actor::operator(), (&second, 1));
        assert_eq!(refused(written), ["offer-problem-too-early"], "no letter promises the day that was offered");

        act(app, &first, &Move::AgreeTenancy { from: date(2026, 5, 1) }).expect("nobody lives there");
        let other = waiting(app, &officer, "Dahl");
        assert_eq!(refused(make(app, &other, &lived_in)), ["offer-problem-promised", "offer-problem-too-early"]);
    });
}

#[test]
fn an_offer_of_a_home_that_will_not_be_empty_says_so() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let [moves, follows] = ["Aas", "Berg"].map(|family| waiting(&app, &officer, family));
    let [vacant, lived_in] = ["Granlia 7 H0101", "Lia 2 H0101"].map(|place| home(&app, &facts(place)));
    rents(&app, &moves, &lived_in);
    let placed = app.office().store().write(|tx| {
        meeting(tx)?;
        place(tx, &moves, (1, &vacant), Some(&lived_in))?;
        place(tx, &follows, (2, &lived_in), None)
    });
    placed.expect("the meeting is kept");
    let [first, second] =
        [(&moves, &vacant), (&follows, &lived_in)].map(|(case, home)| make(&app, case, home).expect("it was given"));
    let warned = || officer.get(&format!("/offers/{second}")).expect(200).has("Den som bor i boligen, blir boende");
    assert!(!warned(), "its tenant has an offer of another");
    answer(&app, &first, Answer::No(housing::offers::DeclineReason::ChangedMind), DAY).expect("a no");
    assert!(warned());
}
