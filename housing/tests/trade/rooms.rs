//! `romnorm.txt`: the fact is the household, the answer the smallest and largest home that fits.

use housing::dated::{Dated, Since};
use housing::people::{HouseholdSize, RoomNeed, RoomNorm};
use jiff::civil::date;

use crate::cases::{self, Case};

#[test]
fn a_household_needs_the_rooms_of_the_norm() {
    let norms = Dated::new(
        "room norm",
        vec![Since { from: date(2026, 1, 1), value: RoomNorm::default(), source: "the default norm".into() }],
    );
    cases::check("romnorm.txt", |case| match norms.on(case.day) {
        Ok(norm) => {
            let RoomNeed { least, most } = norm.value.need(household(case));
            if least == most { format!("{} rom", least.0) } else { format!("{}–{} rom", least.0, most.0) }
        }
        Err(_) => "ingen norm".to_owned(),
    });
}

#[track_caller]
fn household(case: &Case) -> HouseholdSize {
    let number = |unit: &[&str]| {
        let fact = case.facts.iter().find_map(|fact| fact.split_once(' ').filter(|(_, word)| unit.contains(word)));
        fact.map_or(0, |(number, _)| number.parse().expect("people are counted in whole numbers"))
    };
    HouseholdSize { adults: number(&["voksen", "voksne"]), children: number(&["barn"]) }
}
