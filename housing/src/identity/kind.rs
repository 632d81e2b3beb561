//! The first nine digits of an identity number: which day, and which kind of number.

use crate::Date;

/// The day of birth as the digits say it, the century still open.
pub(super) struct Birthday {
    day: i8,
    month: i8,
    year_in_century: i16,
    individual: u16,
    pub d_number: bool,
    pub synthetic: bool,
}

impl Birthday {
    /// `None` when the digits are no day in any century.
    pub fn read(digits: &[u8; 11]) -> Option<Self> {
        let (d_number, day) = match pair(digits, 0) {
            day @ 41..=71 => (true, day - 40),
            day => (false, day),
        };
        let (synthetic, month) = match pair(digits, 2) {
            month @ 41..=52 => (false, month - 40),
            month @ 66..=77 => (true, month - 65),
            month @ 81..=92 => (true, month - 80),
            month => (false, month),
        };
        let year_in_century = i16::from(pair(digits, 4));
        let individual = u16::from(digits[6]) * 100 + u16::from(digits[7]) * 10 + u16::from(digits[8]);
        let birthday = Self { day, month, year_in_century, individual, d_number, synthetic };
        [1900, 2000].iter().any(|century| birthday.in_century(*century).is_some()).then_some(birthday)
    }

    /// The day, with the century that the individual digits gave until 2032.
    pub fn date(&self) -> Option<Date> {
        let century = match (self.individual, self.year_in_century) {
            (0..=499, _) => 1900,
            (500..=749, 54..) => 1800,
            (500..=999, ..=39) => 2000,
            (900..=999, 40..) => 1900,
            (_, _) => return None,
        };
        self.in_century(century)
    }

    fn in_century(&self, century: i16) -> Option<Date> {
        Date::new(century + self.year_in_century, self.month, self.day).ok()
    }
}

/// Two digits at a place, at most 99.
fn pair(digits: &[u8; 11], at: usize) -> i8 {
    i8::try_from(digits[at] * 10 + digits[at + 1]).expect("two digits are at most 99")
}
