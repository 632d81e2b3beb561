//! Dates, periods and enumerations as people say them, in bokmål and nynorsk.

use jiff::civil::Date;

use crate::letter::Language;

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

/// "29. september 2026": the same in both languages.
pub fn date(day: Date) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
    format!("{}. {month} {}", day.day(), day.year())
}

/// A whole number of weeks, spelled out as far as letters need it: "tre uker", "tre veker".
pub fn weeks(count: u8, language: Language) -> String {
    const SMALL: [&str; 12] = ["én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];
    let (one, more) = match language {
        Language::Bokmal => ("uke", "uker"),
        Language::Nynorsk => ("veke", "veker"),
    };
    let number = match usize::from(count).checked_sub(1).and_then(|at| SMALL.get(at)) {
        Some(&"én") if language == Language::Nynorsk => "éi".to_owned(),
        Some(word) => (*word).to_owned(),
        None => count.to_string(),
    };
    format!("{number} {}", if count == 1 { one } else { more })
}

/// "a, b og c".
pub fn enumeration(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} og {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn said_as_people_say_it() {
        assert_eq!(date(Date::constant(2026, 9, 1)), "1. september 2026");
        assert_eq!(weeks(3, Language::Bokmal), "tre uker");
        assert_eq!(weeks(1, Language::Bokmal), "én uke");
        assert_eq!(weeks(1, Language::Nynorsk), "éi veke");
        assert_eq!(weeks(13, Language::Nynorsk), "13 veker");
        assert_eq!(enumeration(&["a".into(), "b".into(), "c".into()]), "a, b og c");
    }
}
