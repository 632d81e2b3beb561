//! How many live in a household.

use super::{Unreadable, plain, whole_number};
use crate::people::HouseholdSize;

const ADULT_WORDS: &[&str] = &[
    "v", "voksne", "voksen", "vaksne", "vaksen", "vks", "vo", "eldre", "person", "personer", "personar", "kvinne",
    "mann",
];
const PERSON_WORDS: [&str; 5] = ["personer", "personar", "person", "pers", "p"];
const AGE_WORDS: [&str; 6] = ["år", "åring", "mnd", "mndr", "og", "gammel"];
const CHILD_WORDS: &[&str] = &["b", "ba", "barn", "born", "unge"];

/// What a text tells of a household; what it does not tell is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HouseholdTold {
    pub adults: Option<u8>,
    /// Nothing of an `enslig forsørger`: there are children, and nobody says how many.
    pub children: Option<u8>,
}

/// Reads a household: `2+3`, `1v/2b`, `1 voksne 0 barn`, `2 voksne`, `enslig`, `par med 2 barn`, `5 (2+3)`.
/// A bare number counts the people without saying who is a child, so it is not enough.
pub fn household(text: &str) -> Result<HouseholdSize, Unreadable> {
    match household_as_told(text)? {
        HouseholdTold { adults: Some(adults), children: Some(children) } => Ok(HouseholdSize { adults, children }),
        HouseholdTold { .. } => Err(Unreadable::Household { found: text.to_owned() }),
    }
}

/// As [`household`], where the text may say a part of it only: `enslig forsørger`, `barnefamilie`.
pub fn household_as_told(text: &str) -> Result<HouseholdTold, Unreadable> {
    let lower = plain(text);
    let told = told(&lower).or_else(|| {
        // In brackets stand the ages of the children, or who the persons before them are.
        let (before, rest) = lower.split_once('(')?;
        let (inside, after) = rest.split_once(')')?;
        told(format!("{before} {after}").trim()).or_else(|| told(inside))
    });
    told.ok_or_else(|| Unreadable::Household { found: text.to_owned() })
}

/// Whom a number in a household counts.
#[derive(Clone, Copy)]
enum Counted {
    Adults,
    Children,
}

fn told(lower: &str) -> Option<HouseholdTold> {
    if let Some((adults, children)) = lower.split_once('+')
        && let (Ok(adults), Ok(children)) = (count(adults), count(children))
    {
        return Some(HouseholdTold { adults: Some(adults), children: Some(children) });
    }
    let mut told = HouseholdTold::default();
    let (mut parents, mut with_children) = (0, false);
    // A number waits for the word behind it (`2 barn`), or a word for the number behind it (`barn: 2`).
    let (mut number, mut word) = (None, None);
    for token in tokens(lower) {
        let counted = match token.as_str() {
            "enslig" | "enslege" | "einsleg" | "aleneboende" | "alene" | "åleine" | "aleine" | "enslige" => {
                told.adults = Some(1);
                continue;
            }
            "par" | "ektepar" | "samboere" | "sambuarar" | "samboerpar" => {
                told.adults = Some(2);
                continue;
            }
            "mor" | "far" => {
                (parents, with_children) = (parents + 1, true);
                continue;
            }
            "aleneforsørger" => {
                (told.adults, with_children) = (Some(1), true);
                continue;
            }
            "forsørger" | "forsørgjar" | "familie" | "barnefamilie" => {
                with_children = true;
                continue;
            }
            "uten" | "utan" => {
                number = Some(0);
                continue;
            }
            "med" | "m" | "og" | "stk" | "ant" | "antall" => continue,
            word if ADULT_WORDS.contains(&word) => Counted::Adults,
            word if CHILD_WORDS.contains(&word) => Counted::Children,
            digits => {
                if number.is_some() {
                    return None;
                }
                let count = digits.parse().ok()?;
                match word.take() {
                    Some(counted) => told.set(counted, count),
                    None => number = Some(count),
                }
                continue;
            }
        };
        match number.take() {
            Some(count) => told.set(counted, count),
            None => word = Some(counted),
        }
    }
    if number.is_some() {
        return None;
    }
    told.adults = told.adults.or((parents > 0).then_some(parents));
    with_children = with_children || matches!(word, Some(Counted::Children));
    if told.children.is_none() && told.adults.is_some() && !with_children {
        told.children = Some(0);
    }
    (told.adults.is_some() || told.children.is_some() || with_children).then_some(told)
}

impl HouseholdTold {
    const fn set(&mut self, counted: Counted, count: u8) {
        match counted {
            Counted::Adults => self.adults = Some(count),
            Counted::Children => self.children = Some(count),
        }
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
    // What stands in brackets is about those counted before them: "2 (4 og 7 år)".
    if let Some(Ok(counted)) = lower.split_once('(').map(|(before, _)| count(before)) {
        return Ok(counted);
    }
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
