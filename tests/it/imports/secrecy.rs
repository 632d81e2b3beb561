//! Who is protected, and where they live, when it is a file that says so.

use super::{accept, assert_whole, import, upload};
use crate::app::{Person, TestApp};
use husrom::access::Role;

const HEADINGS: &str = "Adresse;Bolignr;Type;Husleie;Status;Leietaker;Kontrakt fra;Merknad\n";
const SECRETS: [&str; 4] = ["Skjulestad", "Vilja", "ikke gi ut adressen", "sluttvasken"];

fn file(rows: &[&str]) -> Vec<u8> {
    format!("{HEADINGS}{}\n", rows.join("\n")).into_bytes()
}

/// Everything that leads from the home to who lives there.
fn pages_of_the_home(insider: &Person<'_>) -> Vec<String> {
    let list = insider.get("/dwellings?q=Hemmelia+3").expect(200).text();
    let (_, after) = list.split_once("href=\"/dwellings/0").expect("a link to the home");
    let home = format!("/dwellings/0{}", after.split_once('"').expect("the link ends").0);
    let also = ["/edit", "/traits"].map(|page| format!("{home}{page}"));
    let others = [
        "/dwellings",
        "/dwellings?format=csv",
        "/tenancies",
        "/tenancies?on=2025-01-01",
        "/tenancies?format=csv",
        "/search?q=hemmelia",
        "/search/suggestions?q=hemmelia",
        "/overview",
        "/imports",
    ];
    others.map(str::to_owned).into_iter().chain(also).chain([home]).collect()
}

#[track_caller]
fn nobody_outside_reads_it(app: &TestApp, pages: &[String]) {
    for role in Role::OF_OFFICERS {
        let officer = app.officer(*role);
        for page in pages {
            let shown = officer.get(page);
            for secret in SECRETS {
                assert!(!shown.has(secret), "{role:?} {page}: {secret}");
            }
        }
    }
}

#[test]
fn a_note_that_names_a_protected_tenant_is_kept_with_the_tenancy() {
    TestApp::on_each(|app| {
        let note = "Vilja Skjulestad har kode 6, ikke gi ut adressen";
        let row = format!("Hemmelia 3;H0101;2-roms;7000;Utleid;Vilja Skjulestad;01.01.2024;{note}");
        import(app.office(), "boliger.csv", &file(&[&row, "Granlia 1;;2-roms;7000;Ledig;;;Skal males"]));
        let insider = app.insider();
        let pages = pages_of_the_home(&insider);
        nobody_outside_reads_it(app, &pages);
        assert!(insider.get("/dwellings?q=Granlia").expect(200).has("Granlia 1"), "other homes are as they were");
        let home = insider.get(pages.last().expect("the home's page")).expect(200);
        assert!(home.has("Skjulestad") && !home.has("ikke gi ut"), "the note is not on the home, whoever looks");
        let again = import(app.office(), "boliger.csv", &file(&[&row]));
        assert_eq!((again.dwellings.changed, again.tenancies.changed), (0, 0));
        assert_whole(app.office());
    });
}

#[test]
fn a_note_is_hidden_when_its_tenant_becomes_protected_later_and_when_they_have_moved() {
    TestApp::on_each(|app| {
        let lived_in = "Hemmelia 3;H0101;2-roms;7000;Utleid;Vilja Skjulestad;01.01.2024;Vilja betaler for sluttvasken";
        import(app.office(), "boliger.csv", &file(&[lived_in]));
        import(app.office(), "boliger.csv", &file(&[&lived_in.replace("Vilja betaler for sluttvasken", "kode 6")]));
        let insider = app.insider();
        let pages = pages_of_the_home(&insider);
        nobody_outside_reads_it(app, &pages);

        let vacant = "Hemmelia 3;H0101;2-roms;7000;Ledig;;;Skjulestad har ikke tatt sluttvasken";
        for _ in 0..2 {
            import(app.office(), "boliger.csv", &file(&[vacant]));
            nobody_outside_reads_it(app, &pages);
        }
        import(
            app.office(),
            "boliger.csv",
            &file(&["Hemmelia 3;H0101;2-roms;7000;Utleid;Ada Berg;01.03.2026;Etter Vilja"]),
        );
        nobody_outside_reads_it(app, &pages);
        assert!(app.caseworker().get("/tenancies").expect(200).has("Berg"));
        assert_whole(app.office());
    });
}

#[test]
fn a_note_that_protects_somebody_in_a_row_without_a_tenant_is_left_out_and_told() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let note = "Vilja Skjulestad har kode 6, ikke gi ut adressen";
    let file = file(&[&format!("Hemmelia 3;H0101;2-roms;7000;Ledig;;;{note}"), "Granlia 1;;2-roms;7000;Ledig;;;"]);
    let place = upload(&caseworker, &[("boliger.csv", &file)]);
    assert!(caseworker.get(&place).expect(200).has(note), "it is told that it was left out");
    accept(&caseworker, &place);
    nobody_outside_reads_it(&app, &pages_of_the_home(&app.insider()));
}

#[test]
fn whoever_cannot_see_the_protected_is_told_who_can() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let file = file(&["Hemmelia 3;H0101;2-roms;7000;Utleid;Vilja Skjulestad;01.01.2024;kode 6"]);
    let place = upload(&caseworker, &[("boliger.csv", &file)]);
    accept(&caseworker, &place);
    assert!(caseworker.get(&place).expect(200).has("Ingen kan se på dem før"));
    let insider = app.insider();
    let told = caseworker.get(&place).expect(200);
    assert!(told.has(&format!("Prøve {}", insider.login)) && told.has("/people?protection=check\""), "{told:?}");
    assert!(!insider.get(&place).expect(200).has("ser du ikke selv"));
    import(
        app.office(),
        "andre.csv",
        b"Adresse;Bolignr;Type;Husleie;Leietaker\nGranlia 1;H0101;2-roms;7000;Ada Berg\n",
    );
    let to_check = insider.get("/people?protection=check").expect(200);
    assert!(to_check.has("Skjulestad") && !to_check.has("Berg"), "{to_check:?}");
}

#[test]
fn a_note_beside_another_home_that_names_somebody_protected_is_left_out() {
    TestApp::on_each(|app| {
        let protected = "Hemmelia 3;H0101;2-roms;7000;Utleid;Vilja Skjulestad;01.01.2024;kode 6";
        let vacant = "Granlia 1;;2-roms;7000;Ledig;;;Skjulestad flytter hit i april";
        let neighbour = "Granlia 3;;2-roms;7000;Utleid;Odd Nilsen;01.01.2024;Nabo av skjulestad";
        let painted = "Granlia 5;;2-roms;7000;Ledig;;;Skal males";
        // The rows before know of her too, and so does a file that comes later.
        for rows in [&[vacant, neighbour, painted, protected][..], &[vacant, neighbour, painted][..]] {
            let outcome = import(app.office(), "boliger.csv", &file(rows));
            assert_eq!(outcome.notes_left_out, 2, "{rows:?}");
        }
        let insider = app.insider();
        for street in ["Granlia+1", "Granlia+3"] {
            let list = insider.get(&format!("/dwellings?q={street}")).expect(200).text();
            let (_, after) = list.split_once("href=\"/dwellings/0").expect("a link to the home");
            let home = format!("/dwellings/0{}", after.split_once('"').expect("the link ends").0);
            assert!(!insider.get(&home).expect(200).has("kjulestad"), "{street}");
        }
        assert!(insider.get("/dwellings?q=Granlia+5").expect(200).has("Granlia 5"));
    });
}
