//! Days as people write them.

use super::{Unreadable, plain};
use crate::Date;

/// Two-digit years up to this one are of this century: nobody's lease from 1985 is written `.85`
/// beside birth dates from 2085, but a lease may run to `.69`.
const LAST_SHORT_YEAR_OF_THIS_CENTURY: i16 = 69;

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

/// Reads a day: `01.03.2026`, `1.3.26`, `1/3-2026`, `2026-03-01`, `2026-03-01 00:00`, `1. mars 2026`,
/// `01032026`.
pub fn day(text: &str) -> Result<Date, Unreadable> {
    let unreadable = || Unreadable::Day { found: text.to_owned() };
    let lower = plain(text);
    let without_time = lower.split_once('t').filter(|(date, _)| date.len() == 10).map_or(&*lower, |(date, _)| date);
    let without_time =
        without_time.split_once(' ').filter(|(_, time)| time.contains(':')).map_or(without_time, |p| p.0);
    let parts = parts(without_time).ok_or_else(unreadable)?;
    Date::new(parts.0, parts.1, parts.2).map_err(|_| Unreadable::NoSuchDay { found: text.to_owned() })
}

/// Reads a period: `1/3-24 – 28/2-27`, `fra 01.03.2024 til 28.02.2027`, `til 31.8.26`, `fra 1.3.24`. One of the two
/// days at least.
pub fn period(text: &str) -> Result<(Option<Date>, Option<Date>), Unreadable> {
    let unreadable = || Unreadable::Day { found: text.to_owned() };
    let lower = plain(text);
    let one = |text: &str| day(text.trim().trim_end_matches([',', ';'])).ok();
    let after = |words: &[&str]| words.iter().find_map(|word| lower.strip_prefix(word)).map(str::to_owned);
    let from = after(&["fra og med ", "f.o.m. ", "fom. ", "fom ", "fra ", "frå "]);
    let rest = from.as_deref().unwrap_or(&lower);
    for seam in [" til og med ", " t.o.m. ", " tom ", " til ", " – ", " - ", "–", " — "] {
        if let Some((first, last)) = rest.split_once(seam)
            && let (Some(first), Some(last)) = (one(first), one(last))
        {
            return Ok((Some(first), Some(last)));
        }
    }
    if let Some(last) = after(&["til og med ", "t.o.m. ", "tom ", "til "]) {
        return one(&last).map(|last| (None, Some(last))).ok_or_else(unreadable);
    }
    let first = from.as_deref().and_then(one).ok_or_else(unreadable)?;
    Ok((Some(first), None))
}

/// Reads the day that something is so from: `ledig fra 01.02`, `tom siden 1. mai 2025`. Without a year it is
/// in `year`. `None` when the text speaks of no such day.
pub fn since(text: &str, year: i16) -> Option<Result<Date, Unreadable>> {
    let lower = plain(text);
    let words = [" fra og med ", " f.o.m. ", " fom ", " fra ", " frå ", " siden ", " sidan ", " from ", " since "];
    let (_, said) = words.iter().find_map(|word| lower.split_once(word))?;
    let said = said.trim().trim_end_matches([',', ';', '.']);
    Some(day(said).or_else(|unreadable| day(&format!("{said}.{year}")).map_err(|_| unreadable)))
}

/// Reads a month: `mars 2026`, `mar. 2026`, `03.2026`. Its first day and its last.
pub fn month(text: &str) -> Result<(Date, Date), Unreadable> {
    let lower = plain(text);
    let pieces: Vec<&str> = lower.split(['.', '/', '-', ' ']).filter(|piece| !piece.is_empty()).collect();
    let first = match *pieces.as_slice() {
        [month, year] if year.len() == 4 => {
            month_number(month).zip(number(year)).and_then(|(month, year)| Date::new(year, month, 1).ok())
        }
        _ => None,
    };
    first.map(|first| (first, first.last_of_month())).ok_or_else(|| Unreadable::Day { found: text.to_owned() })
}

/// What people write before the day that something ends on.
const BEFORE_AN_END: [&str; 16] = [
    "utløper ",
    "går ut ",
    "oppsagt ",
    "oppsagd ",
    "opphører ",
    "til og med ",
    "t.o.m. ",
    "t.o.m ",
    "tom ",
    "til ",
    "utgangen av ",
    "ut ",
    "senest ",
    "pr. ",
    "pr ",
    "den ",
];

/// Reads the last day of something: a day, a month (`mars 2026` ends on the 31st), and either in words: `ut mars 2026`,
/// `oppsagt til 31.05.26`.
pub fn last_day(text: &str) -> Result<Date, Unreadable> {
    let lower = plain(text);
    let mut rest = lower.as_str();
    while let Some(shorter) = BEFORE_AN_END.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    let outside_calendar = |unreadable: Unreadable| match unreadable {
        Unreadable::NoSuchDay { .. } => Unreadable::NoSuchDay { found: text.to_owned() },
        _ => Unreadable::Day { found: text.to_owned() },
    };
    day(rest).or_else(|unreadable| month(rest).map(|(_, last)| last).map_err(|_| outside_calendar(unreadable)))
}

/// Reads how long something lasts, in months: `3 år`, `tidsbestemt 3 år`, `tre-årig`, `36 mnd`. `None` when the text
/// speaks of no one length.
pub fn months(text: &str) -> Option<u16> {
    if !text.contains(char::is_alphabetic) {
        return None;
    }
    let lower = plain(text);
    let words: Vec<&str> = lower.split([' ', '-', '.', '(', ')', ',']).filter(|word| !word.is_empty()).collect();
    let lengths = words.windows(2).filter_map(|pair| {
        let by_name = NUMBERS.iter().position(|name| *name == pair[0]).and_then(|at| u16::try_from(at + 1).ok());
        let count = number::<u16>(pair[0]).filter(|count| *count < 100).or(by_name)?;
        match pair[1] {
            "år" | "års" | "årig" | "årige" => Some(count * 12),
            "mnd" | "måned" | "måneder" | "månader" => Some(count),
            _ => None,
        }
    });
    let mut lengths = lengths.fuse();
    lengths.next().filter(|_| lengths.next().is_none())
}

const NUMBERS: [&str; 10] = ["ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"];

/// Reads the day somebody was born: as [`day`], where a short year is never of years to come, and `120385` without
/// marks. A year alone is no day.
pub fn birth_day(text: &str, today: Date) -> Result<Option<Date>, Unreadable> {
    let lower = plain(text);
    let is_year = lower.len() == 4 && number::<i16>(&lower).is_some_and(|year| year > 1850 && year <= today.year());
    if is_year {
        return Ok(None);
    }
    let marked = match lower.len() == 6 && number::<u32>(&lower).is_some() {
        true => format!("{}.{}.{}", &lower[..2], &lower[2..4], &lower[4..]),
        false => lower,
    };
    let born = day(&marked).map_err(|unreadable| match unreadable {
        Unreadable::NoSuchDay { .. } => Unreadable::NoSuchDay { found: text.to_owned() },
        other => other,
    })?;
    let is_short = !marked.contains(&born.year().to_string());
    let a_century_before = || Date::new(born.year() - 100, born.month(), born.day()).ok();
    Ok(if is_short && born > today { a_century_before() } else { Some(born) })
}

/// Whether the first day is not after the second; without an end everything is in order.
pub fn days_in_order(first: Option<Date>, last: Option<Date>) -> bool {
    first.zip(last).is_none_or(|(first, last)| first <= last)
}

/// Year, month and day, each inside what its type holds but not yet looked up in the calendar.
fn parts(text: &str) -> Option<(i16, i8, i8)> {
    let mut pieces: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|piece| !piece.is_empty()).collect();
    if let [one] = *pieces.as_slice()
        && one.len() == 8
        && one.is_ascii()
    {
        // Eight digits in a row: day first, unless the first four can only be a year.
        let year_first = one.starts_with("19") || one.starts_with("20");
        let cuts = if year_first && one[4..6].parse::<i8>().is_ok_and(|month| month <= 12) { [4, 6] } else { [2, 4] };
        pieces = vec![&one[..cuts[0]], &one[cuts[0]..cuts[1]], &one[cuts[1]..]];
    }
    let [first, middle, last] = *pieces.as_slice() else { return None };
    if first.len() == 4 {
        return Some((number(first)?, month_number(middle)?, number(last)?));
    }
    Some((year(last)?, month_number(middle)?, number(first)?))
}

fn number<N: std::str::FromStr>(digits: &str) -> Option<N> {
    let plain_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain_digits.then(|| digits.parse().ok()).flatten()
}

fn month_number(text: &str) -> Option<i8> {
    let by_name = || {
        let at = MONTHS.iter().position(|month| text.len() >= 3 && month.starts_with(text))?;
        i8::try_from(at + 1).ok()
    };
    if text == "dec" { Some(12) } else { number(text).or_else(by_name) }
}

fn year(text: &str) -> Option<i16> {
    match (text.len(), number::<i16>(text)?) {
        (4, year) => Some(year),
        (2, short) if short <= LAST_SHORT_YEAR_OF_THIS_CENTURY => Some(2000 + short),
        (2, short) => Some(1900 + short),
        _ => None,
    }
}
