//! Gjøvik 2009 as data comes out as Gjøvik published it. What it also published, overnight stays, start loans and
//! refugees to settle, is not of homes, applications and tenancies, and the overview shows none of it.

use super::counted;
use crate::app::TestApp;
use crate::store::each_place;
use husrom::office::overview::{Awaits, Overview, YearCount};
use husrom::office::{Actor, demo_data};

fn year(overview: &Overview, care_home: bool) -> YearCount {
    let year = overview.years.iter().find(|year| year.year == 2009 && year.care_home == care_home);
    year.cloned().expect("the year is shown")
}

fn waiting(overview: &Overview, awaits: Awaits, care_home: bool) -> i64 {
    let same = overview.waiting.iter().filter(|group| group.awaits == awaits && group.care_home == care_home);
    same.map(|group| group.applications).sum()
}

#[test]
fn gjoviks_own_numbers_of_2009() {
    each_place(|place| {
        let office = place.office();
        let replica = demo::replica::gjovik_2009();
        let (homes, applicants) = (replica.dwellings.into_iter(), replica.applications.into_iter());
        demo_data::fill(&office, &Actor::operator(), homes, applicants, |_| ()).expect("the replica can be loaded");

        let overview = counted(&office, replica.as_of);
        assert_eq!((overview.register.homes, overview.register.care_homes), (942, 456));
        let to_rent = overview.homes.iter().filter(|group| !group.category.is_care_home()).map(|group| group.homes);
        assert_eq!(to_rent.sum::<i64>(), 486);
        let (rent, care) = (year(&overview, false), year(&overview, true));
        assert_eq!((rent.received, rent.moved_in), (135, 87));
        assert_eq!((care.received, care.moved_in), (178, 111));
        assert_eq!(waiting(&overview, Awaits::Home, false), 20);
        assert_eq!(waiting(&overview, Awaits::Decision, true), 220);
        assert_eq!(waiting(&overview, Awaits::Home, true) + waiting(&overview, Awaits::Decision, false), 0);
    });
}

#[test]
fn every_one_of_them_opens_to_its_rows() {
    let replica = demo::replica::gjovik_2009();
    let app = TestApp::on(replica.as_of);
    let (homes, applicants) = (replica.dwellings.into_iter(), replica.applications.into_iter());
    demo_data::fill(app.office(), &Actor::operator(), homes, applicants, |_| ()).expect("the replica can be loaded");
    super::rows_behind::assert_all_open(&app, &["/overview", "/overview?on=2009-06-30"]);
}
