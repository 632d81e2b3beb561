//! What stands where one would not look for it: a status in the tenant's place, ages where a number is asked for, notes
//! below the sum, formulas that nobody worked out.

use std::io::{Cursor, Read, Write};

use housing::dwellings::DwellingStatus;
use housing::people::{HouseholdSize, Protection};
use housing::tenancies::LeaseKind;

use super::*;

#[track_caller]
fn only(text: &str) -> (SheetReading, CheckedSheet) {
    checked(text.into(), "liste.csv").remove(0)
}

fn home(accepted: &Accepted) -> &DwellingRow {
    match &accepted.record {
        Record::Dwelling(home) => home,
        Record::Application(_) | Record::Invoice(_) => panic!("not a home"),
    }
}

fn application(accepted: &Accepted) -> &housing::applications::ApplicationFacts {
    match &accepted.record {
        Record::Application(facts) => facts,
        Record::Dwelling(_) | Record::Invoice(_) => panic!("not an application"),
    }
}

#[test]
fn a_sentence_below_the_sum_is_no_vacant_home() {
    for note in ["Husene i Granlia skal males i 2027", "Granlia har 2 innganger", "Granlia 9"] {
        let (_, checked) = only(&format!(
            "Gate;Nr;Leil.;Leie;Navn\nGranlia;1;H0101;7000;Ås, Pål\nGranlia;3;;7200;\nSum;;;14200;\n{note};;;;\n"
        ));
        assert_eq!((checked.accepted.len(), checked.rejected.len()), (2, 0), "{note}");
        assert!(checked.skipped.iter().any(|row| row.text == note), "{note} is told of: {:?}", checked.skipped);
        let (_, checked) = only(&format!("Adresse;Husleie\n{note};\nGranlia 1;7000\nGranlia 3;7200\n"));
        let homes = if note == "Granlia 9" { 3 } else { 2 };
        assert_eq!(checked.accepted.len(), homes, "where rows are short an address alone is a home: {checked:?}");
    }
}

#[test]
fn what_is_said_of_the_home_in_the_tenants_place() {
    let (_, checked) = only(
        "Adresse;Bolignr;Rom;Husleie;Leid av;Kontrakt ut\n\
         Lia 1;H0101;2;7000;Ås, Pål;31.12.2027\n\
         Lia 1;H0102;2;7000;oppussing;\n\
         Lia 1;H0103;2;7000;Ledig fra 01.02;\n\
         Lia 1;H0104;2;7000;Tom Hansen;\n",
    );
    assert_eq!(checked.columns_not_understood, [""; 0]);
    let homes: Vec<_> = checked.accepted.iter().map(home).collect();
    let statuses: Vec<_> = homes.iter().map(|home| home.dwelling.status).collect();
    use DwellingStatus as S;
    assert_eq!(statuses, [S::Let, S::BeingPrepared, S::Vacant, S::Let]);
    let lease = homes[0].tenancy.as_ref().expect("a tenant");
    assert_eq!((lease.lease_until, lease.kind), (Some(date(2027, 12, 31)), LeaseKind::FixedTerm));
    assert!(homes[1].tenancy.is_none() && homes[2].tenancy.is_none() && homes[3].tenancy.is_some());
}

#[test]
fn secrets_as_people_write_them() {
    for (note, protection) in [
        ("Adr. er hemmelig!", Protection::StrictlyConfidential),
        ("SPSF", Protection::StrictlyConfidential),
        ("hemm. adr.", Protection::StrictlyConfidential),
        ("SPFO fra folkeregisteret", Protection::Confidential),
        ("ny adresse Skjulestadveien 3", Protection::Ungraded),
    ] {
        let (_, checked) =
            only(&format!("Adresse;Bolignr;Husleie;Leietaker;Merknad\nLia 1;H0101;7000;Ås, Pål;{note}\n"));
        let tenancy = home(&checked.accepted[0]).tenancy.as_ref().expect("a tenant");
        assert_eq!(tenancy.tenant.protection, protection, "{note}");
        assert_eq!(tenancy.note.as_deref(), Some(note));
        assert_eq!(home(&checked.accepted[0]).dwelling.note, None, "what is said beside a tenant is of the tenant");
    }
}

#[test]
fn answers_ages_and_sizes_in_an_application_list() {
    let (_, checked) = only(
        "Hovedsøker;Regdato;Voksne;Barn (alder);Størrelse;Bosit.;Vedtak\n\
         Ås, Pål;01.02.2026;2;4, 7 og 12 år;5 pers;Hospits;Positivt\n\
         Bo Li;02.02.2026;1;1;2 pers;Institusjon;Neg.\n\
         Berg, Ada;03.02.2026;1;8 mnd;2 pers;Hospits;ny\n",
    );
    assert_eq!(checked.rejected, []);
    let applications: Vec<_> = checked.accepted.iter().map(application).collect();
    let children: Vec<_> = applications.iter().filter_map(|facts| facts.size.map(|size| size.children)).collect();
    assert_eq!(children, [3, 1, 1]);
    use housing::applications::ApplicationStatus as S;
    let statuses: Vec<_> = applications.iter().map(|facts| facts.status).collect();
    assert_eq!(statuses, [S::Granted, S::Refused, S::Received]);
    let (_, checked) =
        only("Søker;Mottatt;Husstand;Status\nÅs, Pål;01.02.2026;3 pers;ny\nBerg, Ada;02.02.2026;2v1b;ny\n");
    assert_eq!(checked.rejected, []);
    let sizes: Vec<_> = checked.accepted.iter().map(|accepted| application(accepted).size).collect();
    assert_eq!(
        sizes,
        [None, Some(HouseholdSize { adults: 2, children: 1 })],
        "three people, and nobody knows who is a child"
    );
}

/// The workbook with the values of its formulas taken out, as programs write them that do not work formulas out.
fn without_values(workbook: &[u8]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(workbook)).expect("a zipped file");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).expect("an entry");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("in memory");
        let name = entry.name().expect("a name").into_owned();
        if name.starts_with("xl/worksheets/sheet") {
            content = String::from_utf8(content).expect("XML").replace("</f><v>7</v>", "</f><v></v>").into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).expect("in memory");
        to.write_all(&content).expect("in memory");
    }
    to.finish().expect("in memory").into_inner()
}

#[test]
fn a_formula_that_nobody_worked_out_is_no_blank() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let rows = [["Adresse", "Bolignr", "Husleie"], ["Lia 1", "H0101", "=3500*2"], ["Lia 1", "H0102", "=3600*2"]];
    for (row, texts) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(texts) {
            let result = if row == 1 { "7" } else { "7200" };
            let formula = rust_xlsxwriter::Formula::new(text).set_result(result);
            let written = if text.starts_with('=') {
                sheet.write_formula(row, column, formula)
            } else {
                sheet.write_string(row, column, text)
            };
            written.expect("inside the sheet");
        }
    }
    let bytes = without_values(&workbook.save_to_buffer().expect("in memory"));
    let (_, checked) = checked(bytes, "formler.xlsx").remove(0);
    let told: Vec<_> = checked.rejected.iter().map(|rejection| (rejection.row, rejection.problem.code())).collect();
    assert_eq!(told, [(2, "formula-without-value")]);
    let rent = home(&checked.accepted[0]).dwelling.rent;
    assert_eq!(rent, Some(housing::money::Ore::kroner(7200)));
}

#[test]
fn nor_is_one_in_an_ods() {
    let rows: &[&[&str]] = &[
        &["Adresse", "Bolignr", "Husleie", "Rom"],
        &["Skolegata 1", "H0101", "7000", "2"],
        &["Skolegata 1", "H0102", super::made::NOT_WORKED_OUT, "2"],
        &["Skolegata 1", "H0103", "7000", super::made::NOT_WORKED_OUT],
    ];
    let sheets = checked(super::made::ods("Boliger", rows), "boliger.ods");
    let rejected: Vec<_> =
        sheets[0].1.rejected.iter().map(|it| (it.row, it.column.as_deref(), it.problem.code())).collect();
    let without_value = "formula-without-value";
    assert_eq!(rejected, [(3, Some("Husleie"), without_value), (4, Some("Rom"), without_value)]);
    assert_eq!(sheets[0].1.accepted.len(), 1);
}
