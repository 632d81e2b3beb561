//! Public holidays by name, for lists and calendars.

use super::{FIXED_HOLIDAYS, add_days, easter};
use crate::Date;

/// The movable days by their distance from Easter Sunday, and the fixed ones by month and day.
const MOVABLE_NAMES: [(i32, &str); 7] = [
    (-3, "skjærtorsdag"),
    (-2, "langfredag"),
    (0, "første påskedag"),
    (1, "andre påskedag"),
    (39, "Kristi himmelfartsdag"),
    (49, "første pinsedag"),
    (50, "andre pinsedag"),
];
const FIXED_NAMES: [&str; 5] =
    ["første nyttårsdag", "arbeidernes dag", "grunnlovsdagen", "første juledag", "andre juledag"];

/// The public holidays of a year in order. Two can fall on one day, as 17 May and Whit Monday in 2027.
pub fn public_holidays(year: i16) -> Vec<(Date, &'static str)> {
    let easter = easter(year);
    let movable = MOVABLE_NAMES.map(|(days, name)| (add_days(easter, days), name));
    let fixed = FIXED_HOLIDAYS
        .iter()
        .zip(FIXED_NAMES)
        .map(|((month, day), name)| (Date::new(year, *month, *day).expect("the fixed days are in every year"), name));
    let mut all: Vec<_> = fixed.chain(movable).collect();
    all.sort_unstable();
    all
}
