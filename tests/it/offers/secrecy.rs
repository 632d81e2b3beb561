use super::{make, waiting};
use crate::app::{DAY, TestApp};
use crate::dwellings::{facts, home};
use housing::people::Protection;
use husrom::access::{Denied, Role};
use husrom::office::offers::{self, Answer, Move};
use husrom::office::{Actor, OfficeError, people};
use husrom::store::offers::Filter;
use husrom::store::{Slice, cases, documents, people as store_people, tenancies};

/// Somebody on the register becomes strictly protected.
fn protect(app: &TestApp, case: &str) {
    let applicant = app.office().store().read(|tx| {
        let case = cases::find(tx, case)?.expect("the case is there");
        store_people::find(tx, &case.applicant)
    });
    let applicant = applicant.expect("it can be read").expect("the person is there");
    let level = Protection::StrictlyConfidential;
    let whose = (applicant.id.as_str(), applicant.version);
    people::raise_protection(app.office(), &Actor::operator(), whose, level, "Meldt av Folkeregisteret")
        .expect("raised");
}

fn actor(sees_protected: bool) -> Actor {
    Actor { id: "prøve".to_owned(), name: "Prøve".to_owned(), role: Role::Caseworker, sees_protected }
}

#[test]
fn whoever_becomes_protected_meanwhile_is_tied_to_the_home_by_the_named_group_alone() {
    TestApp::on_each(|app| {
        let (ordinary, insider) = (actor(false), actor(true));
        let case = waiting(app, &app.caseworker(), "Lund");
        let home = home(app, &facts("Granlia 7 H0101"));
        let offer = make(app, &case, &home).expect("it is free");
        protect(app, &case);

        let hidden = offers::whole(app.office(), &ordinary, &offer);
        assert!(matches!(hidden, Err(OfficeError::NotFound | OfficeError::Denied(Denied::Hidden))), "{hidden:?}");
        let filter = Filter::all(DAY);
        let list = |actor: &Actor| offers::list(app.office(), actor, &filter, Slice::WHOLE).expect("a list").rows.len();
        assert_eq!((list(&ordinary), list(&insider)), (0, 1));
        assert_eq!(offers::due(app.office(), &ordinary).expect("due"), []);
        let yes = Move::Answer { answer: Answer::Yes, on: DAY, note: String::new() };
        assert!(offers::act(app.office(), &ordinary, (&offer, 1), &yes).is_err());

        offers::act(app.office(), &insider, (&offer, 1), &yes).expect("the named group may");
        let from = jiff::civil::date(2026, 4, 1);
        offers::act(app.office(), &insider, (&offer, 2), &Move::AgreeTenancy { from }).expect("and agree");
        let page = app.caseworker().get(&format!("/dwellings/{home}")).expect(200);
        assert!(!page.has("Lund"), "{page:?}");
        let tenancy = app.office().store().read(|tx| tenancies::lived_in(tx, &home)).expect("it can be read");
        assert!(tenancy.expect("a tenancy has begun").restricted);
    });
}

#[test]
fn the_letter_to_somebody_protected_does_not_name_the_home() {
    let app = TestApp::new();
    crate::decisions::set_up_letters(&app);
    let case = waiting(&app, &app.caseworker(), "Lund");
    let home = home(&app, &facts("Granlia 7 H0101"));
    let offer = make(&app, &case, &home).expect("it is free");
    protect(&app, &case);
    offers::write_letter(app.office(), &actor(true), (&offer, 1)).expect("the letter is written");
    let row = offers::whole(app.office(), &actor(true), &offer).expect("the named group may look").told.row;
    let letter = row.document.expect("it has a letter");
    let letter = app.office().store().read(|tx| documents::find(tx, &letter)).expect("it can be read");
    let title = letter.expect("it is kept").title;
    assert!(title.contains("saksbehandleren forteller deg om") && !title.contains("Granlia"), "{title}");
}
