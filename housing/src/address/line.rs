//! Taking an address line apart.

use super::{Address, DwellingNumber};

/// See [`Address::read`].
pub(super) fn read(line: &str) -> (Address, Option<DwellingNumber>) {
    let mut unit = None;
    let mut parts: Vec<Vec<&str>> = line
        .split([',', ';'])
        .map(|part| part.split_whitespace().filter(|word| !is_dash(word) && !is_first_unit(word, &mut unit)).collect())
        .filter(|words: &Vec<&str>| !words.is_empty())
        .collect();

    let (postcode, place) = take_postal(&mut parts);
    let words: Vec<&str> = parts.concat();
    let (street, number) = split_house_number(&words);
    (Address { street, number, postcode, place }, unit)
}

/// Reads `9951 FJORDVIK`; a text without a postcode is a place, when it is not empty.
pub(super) fn read_postal(text: &str) -> (Option<String>, Option<String>) {
    let words: Vec<&str> = text.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    match words.split_first() {
        Some((first, rest)) if is_postcode(first) => (Some((*first).to_owned()), joined(rest)),
        Some(_) | None => (None, joined(&words)),
    }
}

/// The first dwelling number found is taken; a second one stays where it is.
fn is_first_unit(word: &str, unit: &mut Option<DwellingNumber>) -> bool {
    if unit.is_some() {
        return false;
    }
    *unit = DwellingNumber::national(word.trim_matches(['(', ')'])).ok();
    unit.is_some()
}

/// A lone dash parts what stands around it: `Granlia 7 - H0201`.
fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// Takes postcode and place from the end: a comma part that begins with a postcode, or a postcode
/// behind a house number in the only part (`Strandgata 10 9951 FJORDVIK`).
fn take_postal(parts: &mut Vec<Vec<&str>>) -> (Option<String>, Option<String>) {
    let Some(last) = parts.last_mut() else { return (None, None) };
    let behind_a_house_number = |at: &usize| *at > 1 && last[..*at].iter().any(|word| is_house_number(word));
    let at = if is_postcode(last[0]) {
        0
    } else if let Some(at) = last.iter().rposition(|word| is_postcode(word)).filter(behind_a_house_number) {
        at
    } else {
        return (None, None);
    };
    let postal = last.split_off(at);
    (Some(postal[0].to_owned()), joined(&postal[1..]))
}

/// The house number is the last word, or the last but a letter; the street keeps at least a word.
fn split_house_number(words: &[&str]) -> (String, String) {
    match words {
        [street @ .., number, letter] if !street.is_empty() && is_digits(number) && is_letter(letter) => {
            (street.join(" "), format!("{number}{}", letter.to_uppercase()))
        }
        [street @ .., number] if !street.is_empty() && is_house_number(number) => {
            (street.join(" "), number.to_uppercase())
        }
        _ => (words.join(" "), String::new()),
    }
}

fn is_postcode(word: &str) -> bool {
    word.len() == 4 && is_digits(word)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// `10`, `10B`, `10-12`, `10/12`.
fn is_house_number(word: &str) -> bool {
    let (first, second) = word.split_once(['-', '/']).unwrap_or((word, "1"));
    [first, second].iter().all(|part| {
        let digits = part.trim_end_matches(char::is_alphabetic);
        is_digits(digits) && part.chars().count() <= digits.len() + 1
    })
}

fn joined(words: &[&str]) -> Option<String> {
    (!words.is_empty()).then(|| words.join(" "))
}
