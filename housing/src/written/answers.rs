//! Yes, no, and "without an end".

use super::{Unreadable, plain};

const YES: &[&str] = &["ja", "j", "x", "1", "yes", "y", "true", "sann", "har", "ok", "✓", "✔", "√"];
const NO: &[&str] = &["nei", "n", "0", "no", "false", "usann", "ikke", "ikkje", "ingen", "-", "–", "—"];

/// Words in place of an end date for a lease that runs until notice is given.
const OPEN_ENDED: &[&str] = &[
    "tidsubestemt",
    "tidsubegrenset",
    "tidsubegrensa",
    "tidsuavgrensa",
    "tidsuavgrenset",
    "uavgrensa",
    "uavgrenset",
    "ubegrenset",
    "ubegrensa",
    "løpende",
    "løpande",
    "ubestemt",
    "ubestemt tid",
    "på ubestemt tid",
    "uten sluttdato",
    "utan sluttdato",
    "ingen sluttdato",
    "ingen",
    "fast",
    "livsvarig",
    "inntil videre",
    "inntil vidare",
    "til oppsigelse",
    "til oppseiing",
    "-",
    "–",
    "—",
    "∞",
];

/// Reads `Ja`, `x`, `J`, `1`, `nei`, `N`, `-`. Blank is the caller's matter: whether a blank is a no
/// depends on whether the question was asked.
pub fn yes_no(text: &str) -> Result<bool, Unreadable> {
    let lower = plain(text);
    let word = lower.trim_matches(['.', '!', '*', '(', ')']);
    // What follows says how: "Ja, med hjelp".
    let begins = |answer: &str| word.strip_prefix(answer).is_some_and(|rest| rest.starts_with([',', ' ', ';', '(']));
    if YES.contains(&word) || begins("ja") {
        Ok(true)
    } else if NO.contains(&word) || begins("nei") {
        Ok(false)
    } else {
        Err(Unreadable::YesNo { found: text.to_owned() })
    }
}

/// Whether the words in place of an end date mean that there is none.
pub fn open_ended(text: &str) -> bool {
    let lower = plain(text);
    OPEN_ENDED.contains(&lower.trim_matches(['.', '(', ')']))
}
