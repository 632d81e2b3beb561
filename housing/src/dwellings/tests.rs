use super::*;
use jiff::civil::date;

fn home() -> DwellingFacts {
    let (address, unit) = Address::read("Granlia 7 H0203");
    DwellingFacts {
        address,
        unit,
        cadastre: None,
        area: None,
        category: Category::Ordinary,
        rooms: Some(Rooms(2)),
        floor_area: Some(FloorArea(545)),
        built_year: Some(1998),
        floor: Some(2),
        lift: None,
        step_free: None,
        wheelchair: None,
        owner: None,
        disposal: None,
        rent: Some(Ore::kroner(7850)),
        status: DwellingStatus::Vacant,
        status_since: Some(date(2026, 7, 1)),
        external_number: None,
        note: None,
    }
}

#[test]
fn an_ordinary_home_has_no_problem_and_an_impossible_one_has_them_all() {
    let today = date(2026, 3, 1);
    assert_eq!(home().check(today), []);
    let impossible = DwellingFacts {
        address: Address::default(),
        rooms: Some(Rooms(33)),
        floor_area: Some(FloorArea(0)),
        built_year: Some(98),
        floor: Some(99),
        rent: Some(Ore(-1)),
        ..home()
    };
    assert_eq!(
        impossible.check(today),
        [
            DwellingProblem::NoStreet,
            DwellingProblem::NegativeRent { rent: Ore(-1) },
            DwellingProblem::ImpossibleArea { area: FloorArea(0) },
            DwellingProblem::ImpossibleRooms { rooms: Rooms(33) },
            DwellingProblem::ImpossibleBuiltYear { year: 98 },
            DwellingProblem::ImpossibleFloor { floor: 99 },
        ]
    );
}

#[test]
fn what_is_not_known_is_no_problem() {
    let (rooms, floor_area, built_year, floor, rent, status_since) = (None, None, None, None, None, None);
    let unknown = DwellingFacts { rooms, floor_area, built_year, floor, rent, status_since, ..home() };
    assert_eq!(unknown.check(date(2026, 3, 1)), []);
}

#[test]
fn a_two_room_home_has_one_bedroom_and_a_bed_sitter_none() {
    let bedrooms: Vec<u8> = Rooms::CATEGORIES.iter().map(|rooms| rooms.bedrooms()).collect();
    assert_eq!(bedrooms, [0, 0, 1, 2, 3, 4]);
    assert_eq!(Rooms(7).text_key(), "rooms-5");
    assert_eq!([FloorArea(545), FloorArea(540)].map(|area| area.to_string()), ["54,5\u{a0}m²", "54\u{a0}m²"]);
}

#[test]
fn every_home_that_can_be_let_stands_empty_and_is_in_stock() {
    for status in DwellingStatus::ALL {
        assert!(!status.is_ready_to_let() || status.counts_as_vacant(), "{status:?}");
        assert!(!status.counts_as_vacant() || status.is_in_stock(), "{status:?}");
    }
    let ready: Vec<_> = DwellingStatus::ALL.iter().filter(|status| status.is_ready_to_let()).collect();
    assert_eq!(ready, [&DwellingStatus::Vacant]);
}
