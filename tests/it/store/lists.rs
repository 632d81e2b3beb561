//! The lists of homes, tenancies and arrears: every filter and order, the same on both engines.

use super::each_place;
use crate::dwellings::facts;
use crate::tenancies::person;
use housing::dwellings::{Category, DwellingFacts, DwellingStatus, FloorArea, Rooms};
use housing::money::Ore;
use housing::people::Protection;
use housing::tenancies::{LeaseKind, LeaseWindow};
use husrom::office::tenancies::{NewTenancy, Tenant};
use husrom::office::{Actor, Office, arrears, dwellings, tenancies};
use husrom::store::dwellings::{CategoryFilter, Filter, SortBy, StatusFilter};
use husrom::store::tenancies::{Filter as TenancyFilter, LeaseFilter};
use husrom::store::{Known, Slice};
use jiff::civil::date;

const PAGE: Slice = Slice { offset: 0, most: 50 };

fn homes(office: &Office) -> Vec<String> {
    let plain = |address| DwellingFacts { status_since: Some(date(2024, 1, 1)), ..facts(address) };
    let all = [
        plain("Granlia 10"),
        DwellingFacts { rent: None, floor_area: None, rooms: None, ..plain("Granlia 7 H0102") },
        DwellingFacts {
            category: Category::CareHome,
            rooms: Some(Rooms(6)),
            wheelchair: Some(true),
            status: DwellingStatus::UnderRehabilitation,
            status_since: Some(date(2026, 2, 1)),
            floor_area: Some(FloorArea(999)),
            rent: Some(Ore::kroner(12_000)),
            area: Some("Øra".to_owned()),
            ..plain("Åsen 1")
        },
    ];
    let add = |facts| dwellings::add(office, &Actor::operator(), facts).expect("the home can be added");
    all.iter().map(add).collect()
}

#[test]
fn homes_are_narrowed_and_sorted_alike() {
    each_place(|place| {
        let office = place.office();
        homes(&office);
        let list = |filter: Filter, order| {
            let listing = dwellings::list(&office, &Actor::operator(), &filter, order, PAGE).expect("a list");
            assert_eq!(listing.total, i64::try_from(listing.rows.len()).unwrap());
            listing.rows.into_iter().map(|row| row.street_line).collect::<Vec<_>>().join(", ")
        };
        let all = Filter::default;
        assert_eq!(list(all(), (SortBy::Address, false)), "Granlia 7, Granlia 10, Åsen 1");
        assert_eq!(list(all(), (SortBy::Address, true)), "Åsen 1, Granlia 10, Granlia 7");
        for by in [SortBy::Rooms, SortBy::FloorArea, SortBy::Rent] {
            assert_eq!(list(all(), (by, false)), "Granlia 7, Granlia 10, Åsen 1", "{by:?}: unknown counts as least");
            assert_eq!(list(all(), (by, true)), "Åsen 1, Granlia 10, Granlia 7", "{by:?}");
        }
        assert_eq!(list(all(), (SortBy::StatusSince, true)), "Åsen 1, Granlia 10, Granlia 7");
        let narrowed = [
            Filter { status: Some(StatusFilter::Is(DwellingStatus::UnderRehabilitation)), ..all() },
            Filter { rooms: Some(Known::Is(Rooms::LARGEST_CATEGORY)), ..all() },
            Filter { category: Some(CategoryFilter::Is(Category::CareHome)), ..all() },
            Filter { area: Some("Øra".to_owned()), ..all() },
            Filter { wheelchair: Some(Known::Is(true)), ..all() },
            Filter { building: Some("åsen 1".to_owned()), ..all() },
            Filter { words: "øra 1".to_owned(), ..all() },
        ];
        for filter in narrowed {
            assert_eq!(list(filter.clone(), (SortBy::Address, false)), "Åsen 1", "{filter:?}");
            assert_eq!(list(Filter { on: Some(date(2026, 2, 1)), ..filter }, (SortBy::Rent, true)), "Åsen 1");
        }
        let then = Filter { on: Some(date(2026, 1, 31)), ..all() };
        assert_eq!(list(then, (SortBy::StatusSince, false)), "Granlia 7, Granlia 10");
        for status in [StatusFilter::InStock, StatusFilter::CountsAsVacant] {
            let filter = Filter { status: Some(status), category: Some(CategoryFilter::Ordinary), ..all() };
            assert_eq!(list(filter, (SortBy::Address, false)), "Granlia 7, Granlia 10");
        }
        assert_eq!(list(Filter { words: "100%".to_owned(), ..all() }, (SortBy::Address, false)), "");
        dwellings::areas_and_owners(&office, &Actor::operator()).expect("areas and owners");
    });
}

#[test]
fn tenancies_and_arrears_are_listed_alike() {
    each_place(|place| {
        let office = place.office();
        let operator = Actor::operator();
        let outsider = Actor { sees_protected: false, ..operator.clone() };
        for (dwelling, (name, level, until)) in homes(&office).into_iter().zip([
            ("Ås, Ola", Protection::Ungraded, Some(date(2026, 5, 1))),
            ("Skjulestad, Vilja", Protection::StrictlyConfidential, Some(date(2026, 2, 1))),
            ("Berg, Siv", Protection::Ungraded, None),
        ]) {
            let new = NewTenancy {
                dwelling: dwelling.clone(),
                tenant: Tenant::New(person(name, level)),
                size: None,
                from: date(2024, 2, 1),
                lease_until: until,
                kind: if until.is_some() { LeaseKind::FixedTerm } else { LeaseKind::OpenEnded },
                rent: None,
                note: None,
            };
            let id = tenancies::begin(&office, &operator, &new).expect("the tenancy can begin");
            let tenant = tenancies::whole(&office, &operator, &id).expect("its page").tenant.id;
            let invoice = arrears::Entered {
                number: name.to_owned(),
                dwelling: Some(dwelling.clone()),
                due: Some(date(2026, 1, 20)),
                amount: None,
                outstanding: Ore::kroner(100),
                step: None,
            };
            arrears::enter(&office, &operator, &tenant, &invoice).expect("the invoice can be entered");
            let page = dwellings::whole(&office, &operator, &dwelling).expect("the home's page");
            assert_eq!(page.invoices.map(|invoices| invoices.len()), Some(1));
        }
        let leases = |actor: &Actor, lease, descending| {
            let filter = TenancyFilter {
                on: date(2026, 3, 1),
                lease,
                begun: None,
                category: None,
                area: None,
                words: String::new(),
                with_protected: false,
            };
            let listing = tenancies::list(&office, actor, &filter, descending, PAGE).expect("a list");
            assert_eq!(listing.total, i64::try_from(listing.rows.len()).unwrap());
            listing.rows.into_iter().map(|row| row.tenant.family).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(leases(&operator, None, false), "Skjulestad, Ås, Berg");
        assert_eq!(leases(&operator, None, true), "Berg, Ås, Skjulestad");
        assert_eq!(leases(&outsider, None, false), "Ås, Berg");
        assert_eq!(leases(&outsider, Some(LeaseFilter::Expired), false), "");
        assert_eq!(leases(&operator, Some(LeaseFilter::Expired), false), "Skjulestad");
        assert_eq!(leases(&operator, Some(LeaseFilter::Window(LeaseWindow::Within3Months)), false), "Ås");
        assert_eq!(leases(&operator, Some(LeaseFilter::OpenEnded), false), "Berg");
        assert_eq!(leases(&operator, Some(LeaseFilter::Fixed), false), "Ås");

        for (actor, names) in [(&operator, "Berg, Skjulestad, Ås"), (&outsider, "Berg, Ås")] {
            for on in [None, Some(date(2026, 2, 1))] {
                let filter = arrears::Filter { on, ..arrears::Filter::default() };
                let order = (arrears::SortBy::Name, false);
                let (listing, owed, _) = arrears::list(&office, actor, &filter, order, PAGE).expect("a list");
                assert_eq!(owed, Ore::kroner(100 * listing.total));
                let found: Vec<String> = listing.rows.into_iter().map(|row| row.name.family).collect();
                assert_eq!(found.join(", "), names);
            }
        }
    });
}
