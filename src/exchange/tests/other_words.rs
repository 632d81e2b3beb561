//! More invented offices: exports with English headings, nynorsk, and lists in a person's own words. All
//! of it is understood from the vocabulary, and from the values where the headings say nothing.

use housing::dwellings::{Category, DwellingStatus};
use housing::people::HouseholdSize;

use super::*;

#[track_caller]
fn understood(text: &str, kind: SheetKind) -> CheckedSheet {
    let (reading, checked) = checked(text.into(), "liste.csv").remove(0);
    assert_eq!(reading.kind, Some(kind), "{:#?}", meanings(&reading));
    assert_eq!(checked.rejected, [], "{:#?}", meanings(&reading));
    checked
}

#[test]
fn an_export_of_a_system_with_english_headings() {
    let checked = understood(
        "UnitID,StreetAddress,UnitNo,Zip,City,PropertyType,NoOfRooms,LivingArea,RentAmount,OccupancyStatus,TenantName,TenantSSN,ContractStart,ContractEnd,WheelchairAccessible,Owner\n\
         10001,Granlia 7,H0101,9951,STORVIK,Apartment,2,54.5,7850.00,Occupied,\"Heggelund, Gunhild\",03907536377,2023-05-01,2026-04-30,No,Municipality\n\
         10002,Granlia 7,H0102,9951,STORVIK,Apartment,3,70.0,9100.00,Vacant,,,,,Yes,Municipality\n\
         10003,Tunvegen 2,,9951,STORVIK,Care home,2,48.0,8120.00,Occupied,\"Haile, Halvard\",16929115841,2020-01-15,,Yes,Foundation\n",
        SheetKind::Dwellings,
    );
    assert_eq!(checked.columns_not_understood, Vec::<String>::new());
    let homes: Vec<_> = checked
        .accepted
        .iter()
        .map(|accepted| match &accepted.record {
            Record::Dwelling(home) => {
                let home = &home.dwelling;
                (home.category, home.rooms.map(|rooms| rooms.0), home.status, home.wheelchair)
            }
            Record::Application(_) | Record::Invoice(_) => panic!("not a home"),
        })
        .collect();
    assert_eq!(
        homes,
        [
            (Category::Ordinary, Some(2), DwellingStatus::Let, Some(false)),
            (Category::Ordinary, Some(3), DwellingStatus::Vacant, Some(true)),
            (Category::CareHome, Some(2), DwellingStatus::Let, Some(true)),
        ]
    );
}

#[test]
fn a_nynorsk_list_in_tabs_with_a_title() {
    let checked = understood(
        "Bustadoversikt per 01.03.2026\t\t\t\t\t\t\t\t\t\n\
         Heimel\tVegadresse\tHusvære nr\tStorleik\tBruksareal\tMånadsleige\tNo busett\tFødselsnr\tInnflytt\tLeigetid ut\n\
         Kommunen\tBakkevegen 12\tH0101\t2 rom\t55\t7 100\tGunhild Heggelund\t03907536377\t01.02.2022\t31.01.2027\n\
         Innleigd\tBakkevegen 12\tH0102\t3 rom\t70\t8 100\t\t\t\t\n",
        SheetKind::Dwellings,
    );
    let Record::Dwelling(first) = &checked.accepted[0].record else { panic!("not a home") };
    let tenancy = first.tenancy.as_ref().expect("somebody lives there");
    assert_eq!(tenancy.lease_until, Some(date(2027, 1, 31)));
    let Record::Dwelling(second) = &checked.accepted[1].record else { panic!("not a home") };
    assert_eq!(second.tenancy, None);
}

#[test]
fn a_waiting_list_in_somebodys_own_words() {
    let checked = understood(
        "Løpenr|Dato inn|Fornavn|Etternavn|Fnr|Mob.|Fam.størrelse|Nåv. boforhold|Problemstilling|Ønsker seg|Utfall\n\
         1|12.01.26|Gunhild|Heggelund|03907536377|971 48 946|1+2|leier privat, oppsagt|flyktning|sentrum|På vent\n\
         2|14.01.26|Ada|Berg||971 48 947|1|sofa hos venner|rus/psyk|hybel|Innvilget\n\
         3|20.01.26|Bo|Dal||971 48 948|2 v 1 b|bor trangt|økonomi||Fått leilighet\n",
        SheetKind::Applications,
    );
    let applications: Vec<_> = checked
        .accepted
        .iter()
        .map(|accepted| match &accepted.record {
            Record::Application(facts) => (facts.size, facts.situation.map(|situation| situation.code())),
            Record::Dwelling(_) | Record::Invoice(_) => panic!("not an application"),
        })
        .collect();
    let size = |adults, children| Some(HouseholdSize { adults, children });
    assert_eq!(applications, [(size(1, 2), Some("UTLOP")), (size(1, 0), Some("VENNER")), (size(2, 1), Some("TRANGT"))]);
}

/// Numbers of persons under a heading that promises days of birth.
#[test]
fn values_that_are_identity_numbers_are_taken_for_that() {
    let text = "Adresse;Bolignr;Husleie;Leietaker;Født/pers.nr.\n\
                Granlia 7;H0101;7850;Gunhild Heggelund;03907536377\n\
                Granlia 7;H0102;7850;Njål Oppigard;14907814050\n";
    let (reading, _) = &checked(text.into(), "liste.csv")[0];
    let last = meanings(reading).last().map(|(_, field)| *field);
    assert_eq!(last, Some("identity"));
}
