use super::files::{applications, arrears, homes, homes_a_month_later, rows_of, xlsx};
use super::{accept, assert_whole, import, prepared, upload};
use crate::app::{DAY, TestApp};
use husrom::office::changes;
use husrom::office::imports::{Missing, Tally, accept as save, rehearse};
use husrom::office::overview::register;
use husrom::office::{Actor, Office};
use husrom::store::{StoreError, people, tables};
use jiff::civil::date;

/// What the register comes to today.
fn register_of(app: &TestApp) -> husrom::office::overview::RegisterTotals {
    app.office().store().read(|tx| register(tx, DAY)).expect("the figures can be read")
}

const fn tally(new: u64, changed: u64, unchanged: u64) -> Tally {
    Tally { new, changed, unchanged }
}

fn mark(office: &Office) -> String {
    office.store().read(tables::mark).expect("the facts can be read")
}

#[test]
fn the_good_rows_go_in_and_the_same_file_again_changes_nothing() {
    let app = TestApp::new();
    let first = import(app.office(), "boliger.csv", homes().as_bytes());
    assert_eq!((first.dwellings, first.tenancies, first.people), (tally(4, 0, 0), tally(3, 0, 0), tally(3, 0, 0)));
    let totals = app.office().store().read(|tx| register(tx, DAY)).expect("the figures can be read");
    assert_eq!((totals.homes, totals.care_homes, totals.vacant, totals.tenancies), (4, 1, 1, 3));

    import(app.office(), "søkere.csv", applications().as_bytes());
    import(app.office(), "restanser.csv", arrears().as_bytes());
    for (name, file) in [("boliger.csv", homes()), ("søkere.csv", applications()), ("restanser.csv", arrears())] {
        let again = import(app.office(), name, file.as_bytes());
        let tallies = [again.dwellings, again.tenancies, again.people, again.applications, again.invoices];
        assert!(tallies.iter().all(|tally| tally.new == 0 && tally.changed == 0), "{name}: {again:?}");
        assert_eq!(again.missing, Missing::default(), "{name}");
    }
    assert_whole(app.office());
}

#[test]
fn a_rehearsal_tells_what_would_be_and_changes_nothing() {
    let app = TestApp::new();
    let before = mark(app.office());
    let totals = |tx: &mut husrom::store::Tx<'_>| -> Result<_, StoreError> { register(tx, DAY) };
    let file = prepared("boliger.csv", homes().as_bytes());
    let (outcome, told) = rehearse(app.office(), &Actor::operator(), &file, DAY, totals).expect("it can be rehearsed");
    assert_eq!((outcome.dwellings, told.homes), (tally(4, 0, 0), 4));
    assert_eq!(mark(app.office()), before);
    assert_whole(app.office());
}

#[test]
fn a_home_is_let_from_the_day_its_tenant_came_and_no_day_counts_it_twice() {
    let app = TestApp::new();
    let file = |row: &str| format!("Adresse;Bolignr;Husleie;Status;Leietaker;Kontrakt fra\n{row}\n");
    let on = |row: &str, day| {
        let prepared = prepared("boliger.csv", file(row).as_bytes());
        save(app.office(), &Actor::operator(), &prepared, day).expect("it can be imported")
    };
    on("Lia 1;H0101;7000;Ledig;;", date(2026, 2, 1));
    on("Lia 1;H0101;7000;Utleid;Ås, Pål;15.02.2026", DAY);
    for (day, vacant) in [(date(2026, 2, 14), 1), (date(2026, 2, 15), 0), (DAY, 0)] {
        let totals = app.office().store().read(|tx| register(tx, day)).expect("the figures can be read");
        assert_eq!((totals.vacant, totals.tenancies), (vacant, 1 - vacant), "{day}");
    }
    assert_whole(app.office());
}

#[test]
fn the_preview_tells_what_saving_will_do_and_what_is_not_read() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    import(app.office(), "boliger.csv", homes().as_bytes());
    let before = register_of(&app);
    let file = format!("{}Boligene skal males i 2027;;;;;;;;;;;;;\n", homes_a_month_later());
    let place = upload(&caseworker, &[("boliger mars.csv", file.as_bytes())]);
    let page = caseworker.get(&place).expect(200);
    let row = "<th scope=\"row\">Boliger</th><td class=\"num\">0</td><td class=\"num\">2</td><td class=\"num\">1</td>";
    assert!(page.has("Det importen vil føre til") && page.has(row), "{page:?}");
    assert!(page.has(">Tunvegen 2</a>"), "what the file no longer has is told before it is saved: {page:?}");
    assert!(page.has("Boligene skal males i 2027"), "{page:?}");
    assert_eq!(register_of(&app), before, "nothing has happened yet");
    assert!(caseworker.get("/imports").expect(200).has("boliger mars.csv"));
}

#[test]
fn a_newer_file_updates_journals_and_lists_what_is_missing() {
    let app = TestApp::new();
    import(app.office(), "boliger.csv", homes().as_bytes());
    let later = prepared("boliger mars.csv", homes_a_month_later().as_bytes());
    let newer = save(app.office(), &Actor::operator(), &later, DAY).expect("it can be imported");
    assert_eq!(newer.dwellings, tally(0, 2, 1), "a rent and a status");
    assert_eq!(newer.tenancies, tally(1, 0, 2), "the vacant home is let");
    assert_eq!(newer.missing.dwellings.len(), 1, "Tunvegen 2 is still on the register");
    let totals = app.office().store().read(|tx| register(tx, DAY)).expect("the figures can be read");
    assert_eq!((totals.homes, totals.vacant, totals.tenancies), (4, 0, 4));

    let caseworker = app.insider();
    let page = caseworker.get(&format!("/imports/{}", newer.id)).expect(200);
    assert!(page.has(">Tunvegen 2</a>"), "{page:?}");
    let list = caseworker.get("/dwellings?q=Granlia+7").expect(200).text();
    let (_, after) = list.split_once("/dwellings/0").expect("a link to the home");
    let id = format!("0{}", after.split_once('"').expect("the link ends").0);
    let told = app.office().store().read(|tx| changes::of(tx, husrom::access::Thing::Dwelling, &id));
    let told = told.expect("the journal can be read");
    let fields: Vec<&str> = told[0].fields.iter().map(|(name, _, _)| name.as_str()).collect();
    assert_eq!(fields, ["rent"], "{told:?}");
    assert_whole(app.office());
}

#[test]
fn rejected_rows_come_back_as_a_spreadsheet_that_can_be_corrected_and_imported() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let first = upload(&caseworker, &[("boliger.csv", homes().as_bytes())]);
    accept(&caseworker, &first);
    let file = caseworker.get(&format!("{first}/rejected/0")).expect(200);
    let mut rows = rows_of(&file.bytes);
    assert_eq!(rows.len(), 3, "headings and two rows: {rows:?}");
    assert_eq!(rows[0].last().map(String::as_str), Some("Hva er galt"), "one column more");
    assert_eq!(rows[0].len(), 15);
    assert!(rows[1].last().is_some_and(|wrong| wrong.starts_with("Husleie pr. mnd: ")), "{rows:?}");

    let again = upload(&caseworker, &[("avvist.xlsx", &file.bytes)]);
    assert!(caseworker.get(&again).expect(200).has("2 rader er avvist"), "as wrong as before");
    rows[1][7] = "6100".to_owned();
    rows[2][1] = "H0102".to_owned();
    let corrected = upload(&caseworker, &[("rettet.xlsx", &xlsx(&rows))]);
    accept(&caseworker, &corrected);
    let totals = app.office().store().read(|tx| register(tx, DAY)).expect("the figures can be read");
    assert_eq!((totals.homes, totals.vacant), (6, 2));
    assert!(caseworker.get(&corrected).expect(200).has("Lagret"));
}

#[test]
fn a_note_protects_at_once_and_asks_somebody_to_look() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let address = upload(&caseworker, &[("boliger.csv", homes().as_bytes())]);
    accept(&caseworker, &address);
    let page = caseworker.get(&address).expect(200);
    assert!(page.has("Én person har en merknad om hemmelig adresse"), "{page:?}");
    let protected = app.office().store().read(|tx| {
        let name = housing::people::Name { family: "Oppigard".to_owned(), given: "Njål".to_owned() };
        people::find_by_name(tx, &name)
    });
    let protected = protected.expect("people can be read").pop().expect("the tenant is there");
    assert!(protected.protection.hides_home() && protected.protection_to_check);
    for person in [app.caseworker(), app.leader()] {
        let list = person.get("/dwellings").expect(200);
        assert!(list.has("Granlia 7 H0201") && !list.has("Oppigard"), "{list:?}");
    }
}

#[test]
fn the_kept_files_are_encrypted_like_the_numbers_in_them() {
    let folder = super::register();
    let file = folder.path().join("boliger.csv");
    std::fs::write(&file, homes()).expect("there is room for a file");
    let name = file.to_str().expect("the folder's name is plain");
    super::stdout(&super::husrom(folder.path(), &["import", name]));
    std::fs::remove_file(&file).expect("the file can be taken away");
    let numbers: Vec<String> = homes()
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|digits| digits.len() == 11)
        .map(str::to_owned)
        .collect();
    assert!(!numbers.is_empty(), "the file has identity numbers");
    for kept in std::fs::read_dir(folder.path()).expect("the folder can be read") {
        let path = kept.expect("the folder can be read").path();
        let bytes = std::fs::read(&path).expect("the file can be read");
        for number in &numbers {
            let found = bytes.windows(number.len()).any(|window| window == number.as_bytes());
            assert!(!found, "{} holds an identity number as it is", path.display());
        }
    }
}
