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

/// Whether a text says anything: it has a number, or a word of two letters that differ. Blanks, dashes, dots and
/// stand-ins such as *xxx* do not.
pub fn says_something(text: &str) -> bool {
    let says = |word: &str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
        let first = letters.next();
        word.chars().any(char::is_numeric) || letters.any(|letter| Some(letter) != first)
    };
    text.split_whitespace().any(says)
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
        for empty in ["", " \u{a0}\n", "–", "...", "aaa AAA", "[_____]"] {
            assert!(!says_something(empty), "{empty}");
        }
        assert!(["Nei.", "12 000", "3.", "بيت"].into_iter().all(says_something));
        assert_eq!(enumeration(&["a".into(), "b".into(), "c".into()]), "a, b og c");
    }
}
