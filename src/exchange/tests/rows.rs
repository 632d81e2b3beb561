//! Single rows that cannot be trusted, and some that can though they look odd.

use housing::dwellings::DwellingStatus;
use housing::people::Protection;

use super::made::Put::{N, T};
use super::made::{texts, xlsx};
use super::*;

/// The codes of everything wrong with the rows of a list of homes.
#[track_caller]
fn wrong_homes(rows: &str) -> Vec<(u32, &'static str)> {
    let text = format!(
        "Adresse;Bolignr;Boligtype;Husleie;Status;Leietaker;Fødselsnr;Kontrakt fra;Kontrakt til;Rullestol\n{rows}"
    );
    let (reading, checked) = &checked(text.into(), "boliger.csv")[0];
    assert_eq!(reading.kind, Some(SheetKind::Dwellings), "{:#?}", meanings(reading));
    checked.rejected.iter().map(|rejection| (rejection.row, rejection.problem.code())).collect()
}

#[test]
fn what_cannot_be_is_rejected() {
    assert_eq!(wrong_homes("Sjøgata 4;H0101;2-roms;-7850;Utleid;;;;;\n"), [(2, "amount-negative")]);
    assert_eq!(wrong_homes("Sjøgata 4;H0101;2-roms;7850000;Utleid;;;;;\n"), [(2, "number-out-of-reason")]);
    assert_eq!(
        wrong_homes("Sjøgata 4;H0101;2-roms;7850;Utleid;Bo Berg;;31.02.2025;;\n"),
        [(2, "date-not-in-calendar")]
    );
    assert_eq!(wrong_homes("Sjøgata 4;H0101;2-roms;7850;Utleid;Bo Berg;;01.01.1025;;\n"), [(2, "day-out-of-reason")]);
    assert_eq!(wrong_homes("Sjøgata 4;H0101;2-roms;7850;Ledig;Bo Berg;;;;\n"), [(2, "vacant-with-tenant")]);
    assert_eq!(wrong_homes(";H0101;2-roms;7850;Ledig;;;;;\n"), [(2, "address-missing")]);
    assert_eq!(
        wrong_homes("Sjøgata 4;H0101;romslig;7850;Ledig;;;;;kanskje\n"),
        [(2, "kind-unknown"), (2, "yes-no-unreadable")]
    );
    assert_eq!(wrong_homes("Sjøgata 4;H0101;2-roms;7850;Utleid;;14907814050;;;\n"), [(2, "name-missing")]);
    assert_eq!(
        wrong_homes("Sjøgata 4;H0101;2-roms;7850;Utleid;Bo Berg;1490781405;;;\n"),
        [(2, "identity-too-few-digits")]
    );
}

#[test]
fn a_home_twice_is_one_and_two_homes_are_told_apart() {
    let same = "Sjøgata 4;H0101;2-roms;7850;Utleid;Bo Berg;;;;\n SJØGATA  4;h 0101;2r;7 850,-;utleid;Bo Berg;;;;\n";
    assert_eq!(wrong_homes(same), []);
    let other_tenant =
        "Sjøgata 4;H0101;2-roms;7850;Utleid;Bo Berg;;;;\nSjøgata 4;H0101;2-roms;7850;Utleid;Ada Lie;;;;\n";
    assert_eq!(wrong_homes(other_tenant), [(3, "other-tenant")]);
    let no_number = "Sjøgata 4;;2-roms;7850;Utleid;Bo Berg;;;;\nSjøgata 4;;3-roms;8850;Utleid;Ada Lie;;;;\n";
    assert_eq!(wrong_homes(no_number), [(3, "homes-not-told-apart")]);
}

#[test]
fn a_status_may_say_since_when() {
    let text = "Adresse;Bolignr;Status\nSjøgata 4;H0101;Ledig fra 01.02\nSjøgata 4;H0102;ledig siden 1. mai 2025\n\
                Sjøgata 4;H0103;Ledig fra snarest\nSjøgata 4;H0104;Ledig\n";
    let (_, checked) = &checked(text.into(), "boliger.csv")[0];
    let day = |accepted: &Accepted| match &accepted.record {
        Record::Dwelling(home) => (home.dwelling.status, home.dwelling.status_since.map(|day| day.to_string())),
        Record::Application(_) | Record::Invoice(_) => panic!("not a home"),
    };
    let vacant = |day: Option<&str>| (DwellingStatus::Vacant, day.map(str::to_owned));
    assert_eq!(
        checked.accepted.iter().map(day).collect::<Vec<_>>(),
        [vacant(Some("2026-02-01")), vacant(Some("2025-05-01")), vacant(None), vacant(None)]
    );
    let unknown: Vec<_> = checked.unknown.iter().map(|unknown| unknown.value.as_str()).collect();
    assert_eq!(unknown, ["Ledig fra snarest"]);
}

#[test]
fn failed_formulas_are_named() {
    let headings = texts(&["Adresse", "Bolignr", "Husleie", "Byggeår"]);
    let bytes = xlsx(&[(
        "Boliger",
        vec![headings, vec![T("Sjøgata 4"), T("H0101"), super::made::Put::F("=1/0", "#DIV/0!"), N(1970.0)]],
    )]);
    let (_, checked) = &checked(bytes, "b.xlsx")[0];
    let codes: Vec<_> = checked.rejected.iter().map(|rejection| rejection.problem.code()).collect();
    assert_eq!(codes, ["cell-error"]);
}

#[test]
fn a_note_protects_until_somebody_has_looked() {
    let text = "Mottatt;Navn;Husstand;Status;Merknad\n01.02.2026;Ada Berg;1+0;Ny;OBS! Kode 7\n01.02.2026;Bo Lie;1+0;Ny;nøkkelkode 6\n";
    let (_, checked) = &checked(text.into(), "a.csv")[0];
    let protection = |index: usize| match &checked.accepted[index].record {
        Record::Application(facts) => (facts.applicant.protection, facts.applicant.protection_to_check),
        Record::Dwelling(_) | Record::Invoice(_) => panic!("not an application"),
    };
    assert_eq!(protection(0), (Protection::Confidential, true));
    assert_eq!(protection(1), (Protection::Ungraded, false));
}

#[test]
fn a_question_that_is_not_asked_has_no_answer() {
    let asked = "Adresse;Bolignr;Heis\nSjøgata 4;H0101;\nSjøgata 4;H0102;ja\n";
    let (_, checked) = &checked(asked.into(), "a.csv")[0];
    let Record::Dwelling(home) = &checked.accepted[0].record else { panic!("not a home") };
    assert_eq!((home.dwelling.lift, home.dwelling.wheelchair), (Some(false), None));
}

#[test]
fn cells_merged_downwards_count_for_every_row() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, heading) in (0_u16..).zip(["Adresse", "Bolignr", "Husleie"]) {
        sheet.write_string(0, column, heading).expect("inside");
    }
    sheet.merge_range(1, 0, 2, 0, "Sjøgata 4", &rust_xlsxwriter::Format::new()).expect("inside");
    for (row, unit) in [(1, "H0101"), (2, "H0102")] {
        sheet.write_string(row, 1, unit).expect("inside");
        sheet.write_number(row, 2, 7850).expect("inside");
    }
    let bytes = workbook.save_to_buffer().expect("in memory");
    let (_, checked) = &checked(bytes, "a.xlsx")[0];
    assert_eq!(checked.accepted.len(), 2, "{:#?}", checked.rejected);
}
