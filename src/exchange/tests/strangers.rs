//! Files as other programs and other people write them: shortened headings, sums for each customer, homes told apart
//! by the office's own numbers, leases written as a period.

use housing::dwellings::{Category, DwellingStatus, Rooms};
use housing::money::Ore;
use housing::people::HouseholdSize;

use super::made::Put::{N, T};
use super::made::{COVERED, ods, texts, xlsx};
use super::*;

#[track_caller]
pub(super) fn only(text: &str, name: &str) -> (SheetReading, CheckedSheet) {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let mut sheets = checked(bytes.into_owned(), name);
    assert_eq!(sheets.len(), 1, "one sheet");
    sheets.remove(0)
}

pub(super) fn homes(checked: &CheckedSheet) -> Vec<&DwellingRow> {
    fn home(accepted: &Accepted) -> &DwellingRow {
        match &accepted.record {
            Record::Dwelling(home) => home,
            Record::Application(_) | Record::Invoice(_) => panic!("not a home"),
        }
    }
    checked.accepted.iter().map(home).collect()
}

fn ignored_or_known(reading: &SheetReading) {
    assert_eq!(reading.not_understood(), [""; 0], "{:?}", meanings(reading));
}

#[test]
fn an_export_with_shortened_headings_under_groups() {
    let text = "Granvik kommune - Eiendom\r\nLeieobjektliste pr 01.03.2026;;;Utskrift av KHA\r\n\r\n\
        Leieobjekt;;;;;;Leietaker;Kontrakt;;;;\r\n\
        Objektnr;Seksj.;Adr.;Etg.;Heis;BRA;Navn;Innfl.;Utløpsdato;Leiesum;Oms.bolig;Stat.\r\n\
        1001-01;H0101;Fjellvegen 2;1;N;48,5;Nilsen, Odd;01.02.2021;;6.850,00;;Utleid\r\n\
        1001-02;H0102;Fjellvegen 2;1;N;61;Berg Kari Anne;15.08.2023;14.08.2026;7 200,-;;U\r\n\
        1002-01;H0101;Tunet 5;1;J;42;Haugen, Solveig;1/9-19;;kr. 5.990,50 pr mnd;x;Utleid\r\n\
        1002-02;H0102;Tunet 5;1;J;42;;;;5990,5;x;L\r\n\
        Sum 4 objekter;;;;;193,5;;;;26031;;\r\n";
    let (reading, checked) = only(text, "leieobjekter.csv");
    ignored_or_known(&reading);
    assert!(checked.rejected.is_empty(), "{:?}", checked.rejected);
    let homes = homes(&checked);
    let categories: Vec<Category> = homes.iter().map(|home| home.dwelling.category).collect();
    assert_eq!(categories, [Category::Ordinary, Category::Ordinary, Category::CareHome, Category::CareHome]);
    assert_eq!(homes[2].dwelling.rent, Some(Ore(599_050)));
    assert_eq!(homes[1].tenancy.as_ref().and_then(|lease| lease.from), Some(date(2023, 8, 15)));
    assert_eq!(homes[3].dwelling.status, DwellingStatus::Vacant);
}

#[test]
fn homes_that_only_the_offices_own_numbers_tell_apart() {
    let text = "Hvor;Leil;Str.;Kvm;Hvem bor der;Leiekontrakt;Husleie;Ledig?\r\n\
        Bakkeveien 3;1A;2r+kjk;ca 45;Olsen, Randi;1/3-24 - 28/2-27;6500;nei\r\n\
        Bakkeveien 3;1B;3r, kj, bad;68 kvm;Pettersen, Kjell;løpende;7.100,-;nei\r\n\
        Bakkeveien 3;2A;hybel m/bad;22;;;4 200,-;ja\r\n\
        Elvegata 11;;4-r rekkehus;96;Hassan, Amina;til 31/8-26;9800;nei\r\n\
        Omsorgsboliger;;;;;;;\r\n\
        Tunvegen 1;101;1 r + kj;38;Hansen, Borghild;;5400;nei\r\n";
    let (reading, checked) = only(text, "boliger.csv");
    ignored_or_known(&reading);
    assert!(checked.rejected.is_empty(), "{:?}", checked.rejected);
    let homes = homes(&checked);
    let units: Vec<Option<&str>> = homes.iter().map(|home| home.dwelling.unit.as_ref().map(|it| it.as_str())).collect();
    assert_eq!(units, [Some("1A"), Some("1B"), Some("2A"), None, Some("101")]);
    let rooms: Vec<Option<Rooms>> = homes.iter().map(|home| home.dwelling.rooms).collect();
    assert_eq!(rooms, [2, 3, 0, 4, 1].map(|rooms| Some(Rooms(rooms))));
    let lease = homes[0].tenancy.as_ref().expect("a tenant");
    assert_eq!((lease.from, lease.lease_until), (Some(date(2024, 3, 1)), Some(date(2027, 2, 28))));
    assert_eq!(homes[3].tenancy.as_ref().and_then(|lease| lease.lease_until), Some(date(2026, 8, 31)));
    assert_eq!(homes[2].dwelling.status, DwellingStatus::Vacant);
    assert_eq!(homes[4].dwelling.category, Category::CareHome);
}

#[test]
fn object_numbers_tell_homes_at_one_address_apart_and_only_there() {
    let text = "Objektnr;Adresse;Rom;Husleie\r\n\
        2001;Granlia 4;2;7000\r\n2002;Granlia 4;3;8000\r\n2003;Moveien 1;2;7100\r\n";
    let (_, checked) = only(text, "boliger.csv");
    let units: Vec<_> =
        homes(&checked).iter().map(|home| home.dwelling.unit.as_ref().map(ToString::to_string)).collect();
    assert_eq!(units, [Some("2001".to_owned()), Some("2002".to_owned()), None]);
}

#[test]
fn a_ledger_with_a_sum_for_each_customer() {
    let text = "Restanseliste husleie pr. 28.02.2026\r\n\
        Kundenr.;Kunde;Fakt.nr;Fakt.dato;Forf.dato;Fakt.beløp;Innbet.;Rest;Dager;Pv\r\n\
        101;Lien, Per;9001;05.01.2026;20.01.2026;7300;300;7000,00;39;P1\r\n\
        101;Lien, Per;9010;05.02.2026;20.02.2026;7300;0;1 234,50;8;\r\n\
        Sum kunde 101;;;;;14600;300;8234,50;;\r\n\
        102;Moen, Anne-Lise;9002;05.01.2026;20.01.2026;8100;8600;500,00-;39;\r\n\
        Sum kunde 102;;;;;8100;8600;-500;;\r\nTotalt;;;;;22700;8900;7734,50;;\r\n";
    let (reading, checked) = only(text, "restanser.csv");
    ignored_or_known(&reading);
    assert!(checked.rejected.is_empty() && checked.rows == 3, "{:?}", checked.rejected);
    let left: Vec<Ore> = checked
        .accepted
        .iter()
        .map(|accepted| match &accepted.record {
            Record::Invoice(invoice) => invoice.outstanding,
            Record::Dwelling(_) | Record::Application(_) => panic!("not an invoice"),
        })
        .collect();
    assert_eq!(left, [Ore(700_000), Ore(123_450), Ore(-50_000)]);
}

#[test]
fn waiting_lists_in_short_and_in_english() {
    let short = "Søkn.dato;Søker;Ant. voksne;Ant. barn;Nåv. boforhold;Prioritet;Årsak;Ønsket;Sb;Vedtak;Merk.\r\n\
        03.11.2025;Aas, Mona;1;2;Bor hos venner;1;Økonomi;Sentrum;KH;Innvilget;\r\n\
        01.12.2025;Dahl, Geir;1;0;Bostedsløs;1;Rus/psykiatri;;KH;Under behandling;kode 6\r\n\
        Totalt 2 søkere;;;;;;;;;;\r\n";
    let english = "Applicant no;Surname;First name;DOB;Applied;HH size;Kids;Current accommodation;Reason;\
        Bedrooms needed;Case handler;Stage\r\n\
        1;Okafor;Grace;03.02.1990;10.10.2025;3;2;Temporary;Refugee;2;AB;In progress\r\n\
        2;Lund;Petter;05.04.1985;01.09.2025;1;0;Homeless;Addiction;1;AB;Granted\r\n";
    for (text, sizes) in [(short, [(1, 2), (1, 0)]), (english, [(1, 2), (1, 0)])] {
        let (reading, checked) = only(text, "venteliste.csv");
        ignored_or_known(&reading);
        assert!(
            checked.rejected.is_empty() && checked.unknown.is_empty(),
            "{:?} {:?}",
            checked.rejected,
            checked.unknown
        );
        let found: Vec<Option<HouseholdSize>> = checked
            .accepted
            .iter()
            .map(|accepted| match &accepted.record {
                Record::Application(application) => application.size,
                Record::Dwelling(_) | Record::Invoice(_) => panic!("not an application"),
            })
            .collect();
        assert_eq!(found, sizes.map(|(adults, children)| Some(HouseholdSize { adults, children })));
    }
}

#[test]
fn cells_merged_downwards_in_an_ods_hold_for_every_row_they_cover() {
    let rows: &[&[&str]] = &[
        &["Eiendom", "Bruksenhet", "Romtype", "Kvadrat", "Beboer", "Netto husleie"],
        &["merged:3 Skolegata 1", "H0101", "2-roms", "54", "Mo, Tone", "7000"],
        &[COVERED, "H0102", "3-roms", "71", "Ness, Arve", "8000"],
        &[COVERED, "H0201", "1-roms", "33", "Ledig", "5000"],
        &["Skolegata 3", "H0101", "4-roms", "102", "Rud, Åse", "9900"],
    ];
    let sheets = checked(ods("Utleieboliger", rows), "oversikt.ods");
    let (_, checked) = &sheets[0];
    assert!(checked.rejected.is_empty(), "{:?}", checked.rejected);
    let streets: Vec<String> = homes(checked).iter().map(|home| home.dwelling.address.street_line()).collect();
    assert_eq!(streets, ["Skolegata 1", "Skolegata 1", "Skolegata 1", "Skolegata 3"]);
}

#[test]
fn days_whose_cells_were_given_no_format() {
    let row = |unit: &'static str, from: f64| vec![T("Lyngvegen 3"), T(unit), N(6_500.0), T("Berg, Kari"), N(from)];
    let mut sheet = vec![texts(&["Adresse", "Bolignr", "Husleie", "Leietaker", "Kontrakt fra"])];
    sheet.extend([row("H0101", 45_017.0), row("H0201", 44_986.0), row("H0301", 43_831.0), row("H0401", 45_200.0)]);
    let mut sheets = checked(xlsx(&[("Ark1", sheet)]), "boliger.xlsx");
    let (reading, checked) = sheets.remove(0);
    ignored_or_known(&reading);
    assert!(checked.rejected.is_empty(), "{:?}", checked.rejected);
    let from = homes(&checked)[0].tenancy.as_ref().and_then(|lease| lease.from);
    assert_eq!(from, Some(date(2023, 4, 1)));
}
