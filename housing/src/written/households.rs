//! How many live in a household.

use super::{Unreadable, plain, whole_number};
use crate::people::HouseholdSize;

const ADULT_WORDS: &[&str] =
    &["v", "voksne", "voksen", "vaksne", "vaksen", "vks", "eldre", "person", "personer", "personar"];
const PERSON_WORDS: [&str; 5] = ["personer", "personar", "person", "pers", "p"];
const AGE_WORDS: [&str; 6] = ["år", "åring", "mnd", "mndr", "og", "gammel"];
const CHILD_WORDS: &[&str] = &["b", "barn", "born", "unge"];

/// Reads a household: `2+3`, `1v/2b`, `1 voksne 0 barn`, `2 voksne`, `enslig`, `par med 2 barn`.
/// A bare number counts the people without saying who is a child, so it is not enough.
pub fn household(text: &str) -> Result<HouseholdSize, Unreadable> {
    let unreadable = || Unreadable::Household { found: text.to_owned() };
    let lower = plain(text);
    if let Some((adults, children)) = lower.split_once('+')
        && let (Ok(adults), Ok(children)) = (count(adults), count(children))
    {
        return Ok(HouseholdSize { adults, children });
    }
    let mut adults = None;
    let mut children = None;
    let mut pending = None;
    for token in tokens(&lower) {
        match token.as_str() {
            "enslig" | "enslege" | "aleneboende" | "alene" | "åleine" | "aleine" | "enslige" => adults = Some(1),
            "par" | "ektepar" | "samboere" | "sambuarar" | "samboerpar" => adults = Some(2),
            "forsørger" | "forsørgjar" | "med" | "og" | "uten" | "utan" | "stk" | "ant" | "antall" => {
                if token.starts_with("ut") {
                    pending = Some(0);
                }
            }
            word if ADULT_WORDS.contains(&word) => adults = Some(pending.take().or(adults).ok_or_else(unreadable)?),
            word if CHILD_WORDS.contains(&word) => children = Some(pending.take().ok_or_else(unreadable)?),
            number if pending.is_none() => pending = Some(number.parse().map_err(|_| unreadable())?),
            _ => return Err(unreadable()),
        }
    }
    match (adults, pending) {
        (Some(adults), None) => Ok(HouseholdSize { adults, children: children.unwrap_or(0) }),
        _ => Err(unreadable()),
    }
}

/// A number of people without saying who is a child: `3`, `3 pers`, `5 personer`.
pub fn persons(text: &str) -> Result<u8, Unreadable> {
    let lower = plain(text);
    let number = PERSON_WORDS.iter().find_map(|word| lower.trim_end_matches('.').strip_suffix(word)).unwrap_or(&lower);
    count(number.trim()).map_err(|()| Unreadable::Household { found: text.to_owned() })
}

/// A number of adults or of children in a column of its own: `2`, `2 barn`, `3 stk`; or their ages, `4, 7 og 12 år`.
pub fn adults_or_children(text: &str) -> Result<u8, Unreadable> {
    let lower = plain(text);
    if let Some(ages) = ages(&lower) {
        return Ok(ages);
    }
    let number = lower.split(' ').next().unwrap_or_default();
    count(number).map_err(|_| Unreadable::Household { found: text.to_owned() })
}

/// How many ages stand in a text that has nothing but ages; a lone number is an age only when it is said to be.
fn ages(text: &str) -> Option<u8> {
    let tokens = tokens(text);
    let (numbers, words): (Vec<&String>, Vec<&String>) =
        tokens.iter().partition(|token| token.starts_with(|letter: char| letter.is_ascii_digit()));
    let only_ages = words.iter().all(|word| AGE_WORDS.contains(&word.as_str()));
    let are_listed = numbers.len() > 1 && (text.contains(", ") || text.contains(" og "));
    let are_said = !numbers.is_empty() && words.iter().any(|word| *word != "og");
    let are_ages = only_ages && (are_listed || are_said);
    are_ages.then(|| u8::try_from(numbers.len()).ok()).flatten()
}

fn count(text: &str) -> Result<u8, ()> {
    whole_number(text).ok().and_then(|number| u8::try_from(number).ok()).filter(|number| *number <= 30).ok_or(())
}

/// Numbers and words apart, also when they stand together: `1v/2b` is 1, v, 2, b.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut previous = ' ';
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            let same_kind = previous.is_alphanumeric() && previous.is_ascii_digit() == letter.is_ascii_digit();
            match tokens.last_mut() {
                Some(token) if same_kind => token.push(letter),
                _ => tokens.push(letter.to_string()),
            }
        }
        previous = letter;
    }
    tokens
}
