//! Offices whose lists are laid out in their own way: a sheet for each building, one cell for the whole home, addresses
//! that stand once, ages and children in words, headings that nobody has listed.

use housing::Date;
use housing::arrears::CollectionStep;
use housing::dwellings::{Category, DwellingStatus, FloorArea, Rooms};
use housing::money::Ore;
use housing::people::{HouseholdSize, Protection};

use super::made::{texts, xlsx};
use super::strangers::{homes, only};
use super::*;

fn units(checked: &CheckedSheet) -> Vec<String> {
    let unit = |home: &DwellingRow| home.dwelling.unit.as_ref().map(ToString::to_string).unwrap_or_default();
    homes(checked).iter().map(|home| format!("{} {}", home.dwelling.address.street_line(), unit(home))).collect()
}

fn applications(checked: &CheckedSheet) -> Vec<&housing::applications::ApplicationFacts> {
    fn facts(accepted: &Accepted) -> &housing::applications::ApplicationFacts {
        match &accepted.record {
            Record::Application(facts) => facts,
            Record::Dwelling(_) | Record::Invoice(_) => panic!("not an application"),
        }
    }
    checked.accepted.iter().map(facts).collect()
}

#[track_caller]
fn nothing_rejected(checked: &CheckedSheet) {
    assert_eq!(checked.rejected, [], "{:?}", checked.columns_not_understood);
}

#[test]
fn a_sheet_for_each_building_with_its_address_as_the_title() {
    let headings = ["Leil.nr", "Rom", "Kvm", "Leigetakar", "Innflyttingsdato", "Utløp", "Leige pr mnd"];
    let first = vec![
        texts(&["Solbakken 4 – omsorgsbustader"]),
        texts(&headings),
        texts(&["H0101", "2", "48", "Mo, Tone", "1.5.2021", "30.4.2024", "7 200,-"]),
        texts(&["H0201", "3", "61", "Ness, Arve", "1.2.2020", "tidsuavgrensa", "8 100,-"]),
        texts(&["Sum", "", "109", "", "", "", "15 300"]),
    ];
    let second = vec![texts(&headings), texts(&["H0101", "1", "33", "Rud, Åse", "1.5.2024", "30.4.2027", "5 500,-"])];
    let sheets = checked(xlsx(&[("Ark1", first), ("Granlia 7", second)]), "bustader.xlsx");
    for (_, checked) in &sheets {
        nothing_rejected(checked);
    }
    assert_eq!(units(&sheets[0].1), ["Solbakken 4 H0101", "Solbakken 4 H0201"]);
    assert_eq!(units(&sheets[1].1), ["Granlia 7 H0101"]);
    let categories = [&sheets[0].1, &sheets[1].1].map(|checked| homes(checked)[0].dwelling.category);
    assert_eq!(categories, [Category::CareHome, Category::Ordinary]);
}

#[test]
fn one_cell_tells_where_a_home_is_and_how_large() {
    let text = "Bolig;Leietaker;Leieperiode;Husleie;Merknad\r\n\
        Storgata 1 H0201, 2-roms, 54,5 m2;Olsen, Randi;01.01.2024 - 31.12.2026;7 850 pr mnd;\r\n\
        Storgata 1 - H0202, 3-roms, 71 m2;Ledig fra 01.03.26;;9 100 pr mnd;Nymalt\r\n\
        Bakkeveien 3, H0101, hybel, 22 m²;Hassan, Amina;3 år fra 01.06.2025;4 200,- pr mnd;K7\r\n";
    let (_, checked) = only(text, "boliger.csv");
    nothing_rejected(&checked);
    assert_eq!(units(&checked), ["Storgata 1 H0201", "Storgata 1 H0202", "Bakkeveien 3 H0101"]);
    let homes = homes(&checked);
    let sizes: Vec<_> = homes.iter().map(|home| (home.dwelling.rooms, home.dwelling.floor_area)).collect();
    assert_eq!(sizes, [(2, 545), (3, 710), (0, 220)].map(|(rooms, area)| (Some(Rooms(rooms)), Some(FloorArea(area)))));
    assert_eq!(homes[1].dwelling.status, DwellingStatus::Vacant);
    let last = homes[2].tenancy.as_ref().expect("a tenant");
    assert_eq!((last.from, last.lease_until), (Some(date(2025, 6, 1)), Some(date(2028, 5, 31))));
    assert_eq!(last.tenant.protection, Protection::Confidential);
}

#[test]
fn an_address_that_stands_once_is_of_all_homes_below_it() {
    let text = "Adresse;Leil;Type;Beboer;Født;Leie/mnd;Kontrakt\r\n\
        Fjellgata 2;H0101;2-roms;Kari Lie;12.03.55;7000;3 år\r\n\
        ;H0102;2-roms;Per Moe;010480;7000;Løpende\r\n\
        ;H0201;3-roms;;;8500;\r\n\
        Fjellgata 4;H0101;1-roms;Siv Ås;1961;5000;Tidsbestemt\r\n\
        do.;H0102;1-roms;;;5000;\r\n";
    let (_, checked) = only(text, "boliger.csv");
    nothing_rejected(&checked);
    assert_eq!(
        units(&checked),
        ["Fjellgata 2 H0101", "Fjellgata 2 H0102", "Fjellgata 2 H0201", "Fjellgata 4 H0101", "Fjellgata 4 H0102"]
    );
    let born: Vec<Option<Date>> =
        homes(&checked).iter().filter_map(|home| Some(home.tenancy.as_ref()?.tenant.born)).collect();
    assert_eq!(born, [Some(date(1955, 3, 12)), Some(date(1980, 4, 1)), None]);
}

#[test]
fn one_address_left_out_is_a_slip() {
    let mut text = "Adresse;Leil;Rom;Leie\r\n".to_owned();
    for floor in 1..=8 {
        let address = if floor == 5 { "" } else { "Fjellgata 2" };
        text.push_str(&format!("{address};H0{floor}01;2;7000\r\n"));
    }
    let (_, checked) = only(&text, "boliger.csv");
    let rejected: Vec<_> =
        checked.rejected.iter().map(|it| (it.row, it.column.as_deref(), it.problem.code())).collect();
    assert_eq!(rejected, [(6, Some("Adresse"), "address-missing")]);
}

#[test]
fn rents_of_two_years_and_tenants_that_were() {
    let text = "Objektnr;Gate;Husnr;Leil.nr;Husleie 2025;Husleie 2026;Status;Forrige leietaker;Ledig fra\r\n\
        1;Myra;3;H0101;7000;7200;Ledig;Hansen, Per;01.02.2026\r\n\
        2;Myra;3;H0102;7100;7300;Til salgs;Lie, Kari;01.01.2026\r\n\
        3;Myra;5;H0101;8100;8300;Tomgang;;\r\n";
    let (_, checked) = only(text, "ledige.csv");
    nothing_rejected(&checked);
    let homes = homes(&checked);
    assert!(homes.iter().all(|home| home.tenancy.is_none()));
    let rents: Vec<_> = homes.iter().map(|home| home.dwelling.rent).collect();
    assert_eq!(rents, [7200, 7300, 8300].map(|kroner| Some(Ore::kroner(kroner))));
    let statuses: Vec<_> = homes.iter().map(|home| home.dwelling.status).collect();
    assert_eq!(statuses, [DwellingStatus::Vacant, DwellingStatus::ForSale, DwellingStatus::Vacant]);
}

#[test]
fn amounts_of_a_year_and_names_without_a_heading() {
    let text = "Adresse;Bolignr;Oms.bolig;Årsleie;;K7\r\n\
        Elvegata 1;H0101;J;84 000;Hansen, Per;\r\nElvegata 1;H0102;J;86 400;Lie, Kari;x\r\n\
        Elvegata 1;H0201;N;96000;Ledig;\r\nElvegata 3;H0101;N;96000;By, Anne-Lise;\r\n";
    let (reading, checked) = only(text, "boliger.csv");
    nothing_rejected(&checked);
    assert_eq!(meanings(&reading)[4].1, "name");
    let homes = homes(&checked);
    assert_eq!(homes[0].dwelling.rent, Some(Ore::kroner(7000)));
    let protection: Vec<_> = homes.iter().filter_map(|home| Some(home.tenancy.as_ref()?.tenant.protection)).collect();
    assert_eq!(protection, [Protection::Ungraded, Protection::Confidential, Protection::Ungraded]);
}

#[test]
fn leases_whose_days_are_months_and_words() {
    let text = "Adresse;H-nr;Etternavn;Fornavn;Leigekontrakt frå;Leigekontrakt til;Leigepris\r\n\
        Sjøgata 4;H0101;Dal;Bo;mars 2024;ut februar 2027;7850\r\n\
        Sjøgata 4;H0102;Lie;Ada;01.03.23;oppsagt 31.05.26;9100\r\n\
        Sjøgata 6;H0101;Vik;Eva;1/3-20;31.02.2025;5200\r\n";
    let (_, checked) = only(text, "kontrakter.csv");
    let leases: Vec<_> = homes(&checked)
        .iter()
        .filter_map(|home| home.tenancy.as_ref().map(|lease| (lease.from, lease.lease_until)))
        .collect();
    assert_eq!(
        leases,
        [(Some(date(2024, 3, 1)), Some(date(2027, 2, 28))), (Some(date(2023, 3, 1)), Some(date(2026, 5, 31))),]
    );
    let rejected: Vec<_> = checked.rejected.iter().map(|it| (it.row, it.problem.code())).collect();
    assert_eq!(rejected, [(4, "date-not-in-calendar")]);
}

#[test]
fn nynorsk_applicants_with_ages_of_children_and_kinds_of_households() {
    let text = "Søkjarliste kommunal bustad\r\n\
        Ansk.dato;Søkjar;Husstandsstorleik;Born;Busituasjon;Føremål/årsak;Ønskt storleik;Status\r\n\
        03.11.2025;Aas, Mona;3;2 (4 og 7 år);Bur hos slekt;Einsleg forsørgjar;3-4 rom;Innvilga - ventar\r\n\
        15/1-26;Haile, Selam;5;3;Asylmottak;Flyktning;5 rom;Ny\r\n\
        mars 2025;Vik, Eva;2;0;Leiger privat;Økonomi;2-roms;Avslag\r\n";
    let (_, checked) = only(text, "sokjarar.csv");
    let rejected: Vec<_> = checked.rejected.iter().map(|it| (it.row, it.problem.code())).collect();
    assert_eq!(rejected, [(5, "date-unreadable")]);
    let sizes: Vec<_> = applications(&checked).iter().map(|facts| facts.size).collect();
    assert_eq!(sizes, [(1, 2), (2, 3)].map(|(adults, children)| Some(HouseholdSize { adults, children })));
    assert_eq!(checked.unknown[0].value, "3-4 rom");

    let text = "Reg.dato;Søker;Husstandstype;Barn;Nåv. bosituasjon\r\n\
        12.01.26;Lie, Nina;Enslig forsørger;2;Bor trangt\r\n13.01.26;By, Ola;Enslig;;Hospits\r\n\
        14.01.26;Aa, Siri;Par;1;Leier privat, oppsagt\r\n16.01.26;Ås, Per;Enslig mor m/2 barn;;Krisesenter\r\n";
    let (_, checked) = only(text, "sokere.csv");
    nothing_rejected(&checked);
    let sizes: Vec<_> = applications(&checked).iter().filter_map(|facts| facts.size).collect();
    assert_eq!(sizes, [(1, 2), (1, 0), (2, 1), (1, 2)].map(|(adults, children)| HouseholdSize { adults, children }));
}

#[test]
fn ledgers_by_balance_and_by_age_or_open_items() {
    let by_age = "Aldersfordelt reskontro pr. 28.02.2026;;;;;;\r\n\
        Kundenr;Navn;Saldo;Ikke forfalt;0-30;31-60;Over 90\r\n\
        10001;Hansen Kari;12 345,50;7 850,00;4 495,50;0,00;0,00\r\n10002;Berg Ola;500,00-;500,00-;0,00;0,00;0,00\r\n\
        ;;11 845,50;;;;\r\nSum;;11 845,50;;;;\r\n";
    let open_items = "Apar.id;Apar.id(T);Bilagsart;Bilagsnr;Forfallsdato;Beløp;Restbeløp;Purrekode\r\n\
        55001;NORDMANN, KARI;UB;70000123;20.01.2026;7,850.00;7,850.00;2\r\n\
        55001;NORDMANN, KARI;UB;70000124;20.02.2026;7,850.00;3,000.00;0\r\n\
        55002;LIE, PER;IB;80000001;15.02.2026;1200.00 CR;1200.00 CR;\r\n";
    for (text, left) in [(by_age, vec![1_234_550, -50_000]), (open_items, vec![785_000, 300_000, -120_000])] {
        let (_, checked) = only(text, "restanser.csv");
        nothing_rejected(&checked);
        let invoices: Vec<_> = checked
            .accepted
            .iter()
            .map(|accepted| match &accepted.record {
                Record::Invoice(invoice) => invoice,
                Record::Dwelling(_) | Record::Application(_) => panic!("not an invoice"),
            })
            .collect();
        assert_eq!(invoices.iter().map(|invoice| invoice.outstanding.0).collect::<Vec<_>>(), left);
        assert!(invoices.iter().all(|invoice| invoice.step != Some(CollectionStep::Collection)));
    }
}
