//! The municipality's room norm over time.

use super::{HouseholdSize, RoomNorm};
use crate::Date;
use crate::dwellings::Rooms;

/// The norms that have held, each from its day (*romnorm*): those of the municipality's rule sets, and the common one
/// before the first of them.
#[doc(alias = "romnorm")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomNorms {
    /// What held before the first norm of its own.
    common: RoomNorm,
    /// By their first day.
    own: Vec<(Date, RoomNorm)>,
}

impl RoomNorms {
    /// The norms, each with its first day, in any order; no two of the same day.
    pub fn new(mut own: Vec<(Date, RoomNorm)>) -> Self {
        own.sort_by_key(|(from, _)| *from);
        Self { common: RoomNorm::default(), own }
    }

    /// The norms with one more, which takes the place of any that begins on the same day.
    #[must_use]
    pub fn with(&self, from: Date, norm: RoomNorm) -> Self {
        let mut own: Vec<_> = self.own.iter().filter(|(day, _)| *day != from).cloned().collect();
        own.push((from, norm));
        own.sort_by_key(|(from, _)| *from);
        Self { common: self.common.clone(), own }
    }

    /// The norm of a day.
    pub fn on(&self, day: Date) -> &RoomNorm {
        let begun = self.own.partition_point(|(from, _)| *from <= day);
        begun.checked_sub(1).map_or(&self.common, |last| &self.own[last].1)
    }

    /// The smallest home that is large enough for a household by the norm of the day; nothing when the household's size
    /// is not known.
    pub fn room_need(&self, size: Option<HouseholdSize>, day: Date) -> Option<Rooms> {
        size.map(|size| self.on(day).room_need(size))
    }

    /// The days from `from` on that another norm begins, `from` itself first.
    pub fn changes_from(&self, from: Date) -> Vec<Date> {
        let later = self.own.iter().map(|(day, _)| *day).filter(|day| *day > from);
        std::iter::once(from).chain(later).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Bedrooms;
    use jiff::civil::date;

    #[test]
    fn one_more_norm_takes_the_place_of_that_of_its_day_only() {
        let of = |rooms| RoomNorm { larger: Bedrooms { least: rooms, most: rooms }, ..RoomNorm::default() };
        let norms = RoomNorms::new(vec![(date(2026, 1, 1), of(3)), (date(2027, 1, 1), of(4))]);
        let larger = |norms: &RoomNorms, day| norms.on(day).larger.least;
        let replaced = norms.with(date(2026, 1, 1), of(5));
        assert_eq!((larger(&replaced, date(2026, 6, 1)), larger(&replaced, date(2027, 1, 1))), (5, 4));
        let between = norms.with(date(2026, 7, 1), of(6));
        assert_eq!((larger(&between, date(2026, 6, 1)), larger(&between, date(2026, 7, 1))), (3, 6));
    }

    #[test]
    fn a_norm_holds_from_its_day_and_the_common_one_before_the_first() {
        let generous = RoomNorm { larger: Bedrooms { least: 6, most: 6 }, ..RoomNorm::default() };
        let norms = RoomNorms::new(vec![(date(2027, 1, 1), RoomNorm::default()), (date(2026, 1, 1), generous)]);
        let large = Some(HouseholdSize { adults: 2, children: 12 });
        assert_eq!(norms.room_need(large, date(2025, 12, 31)), Some(Rooms(5)));
        assert_eq!(norms.room_need(large, date(2026, 1, 1)), Some(Rooms(7)));
        assert_eq!(norms.room_need(large, date(2027, 1, 1)), Some(Rooms(5)));
        assert_eq!(norms.room_need(None, date(2026, 1, 1)), None);
        assert_eq!(norms.changes_from(date(2026, 5, 1)), [date(2026, 5, 1), date(2027, 1, 1)]);
    }
}
