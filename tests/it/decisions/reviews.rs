use super::{GRANT, act, cases, decide, set_up_letters, write};
use crate::app::{PASSWORD, TestApp};
use jiff::civil::date;

const HEADING: &str = "Vedtak å se på igjen (1)";

#[test]
fn a_decision_stands_on_the_work_list_from_the_day_it_is_to_be_looked_at_again() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
    let version = officer.get(&case).expect(200).value("version").expect("it can be taken");
    officer.post(&format!("{case}/taking"), &[("version", &version)]).expect(303);
    let place = format!("{case}/decision");
    officer.post(&place, &[("outcome", "INNVILGET"), ("form", "NB")]).expect(303);
    let late = write(&officer, &case, "submit", &[GRANT.as_slice(), &[("review_on", "2026-03-01")]].concat());
    assert!(late.expect(422).has("Velg en dag fram i tid."));
    write(&officer, &case, "submit", &[GRANT.as_slice(), &[("review_on", "2026-03-10")]].concat()).expect(303);
    act(&leader, &case, "signature", &[]).expect(303);
    assert!(officer.get(&place).expect(200).has("10.03.2026"));
    assert!(!officer.get("/work").expect(200).has(HEADING), "its day has not come");

    let login = officer.login.clone();
    let app = app.reopened_on(date(2026, 3, 10));
    let officer = app.stranger_called(&login);
    officer.log_in(PASSWORD);
    let list = officer.get("/work").expect(200);
    assert!(list.has(HEADING) && list.has("Fossum, Gry") && list.has("fra i dag"), "{list:?}");

    let version = officer.get(&place).expect(200).value("version").expect("it can be looked at again");
    let next = |version: &str, day: &str| {
        officer.post(&format!("{place}/review"), &[("version", version), ("review_on", day)])
    };
    let refused = next(&version, "2026-03-10").expect(422);
    assert!(refused.has("href=\"#review_on\"") && refused.has("Velg en dag fram i tid."), "{refused:?}");
    next(&version, "2026-09-10").expect(303);
    assert!(next(&version, "").expect(409).has("Noen andre har endret vedtaket"));
    assert!(officer.get(&place).expect(200).has("10.09.2026"));
    let page = officer.post("/account/calendar", &[]).expect(200).text();
    let address = page.split_once("/calendar/").expect("an address").1.split_once('<').expect("its end").0;
    let feed = app.stranger().get(&format!("/calendar/{address}")).expect(200);
    assert!(feed.has("DTSTART;VALUE=DATE:20260910") && feed.has("Vedtak å se på igjen"), "{feed:?}");
    assert!(!feed.has("Fossum"), "nobody's name: {feed:?}");
    assert!(!officer.get("/work").expect(200).has(HEADING));
}

#[test]
fn the_review_of_somebody_protected_is_for_the_named_group_only() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.insider(), app.insider_leader());
        let [_, case] = cases(&officer, "Hemmingsen", "Nora", &[("protection", "STRENGT")]);
        decide(&officer, &leader, &case, &GRANT);
        let place = format!("{case}/decision");
        let version = officer.get(&place).expect(200).value("version").expect("it stands");
        officer.post(&format!("{place}/review"), &[("version", &version), ("review_on", "2026-03-02")]).expect(303);
        let on = |by: &str, only_open| {
            let by = by.parse().expect("a day");
            let found = app.office().store().read(|tx| husrom::store::decisions::to_review(tx, by, only_open));
            found.expect("it can be read").len()
        };
        assert_eq!((on("2026-03-01", false), on("2026-03-02", false), on("2026-03-02", true)), (0, 1, 0));
        app.caseworker().post(&format!("{place}/review"), &[("version", "9"), ("review_on", "")]).expect(404);
    });
}
