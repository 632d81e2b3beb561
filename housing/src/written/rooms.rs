//! Rooms: how large a home is, as it is advertised.

use super::{Unreadable, plain};
use crate::dwellings::Rooms;

const NUMBER_WORDS: [&str; 9] = ["null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte"];
/// Words that may stand beside the number without changing it.
const IDLE: &[&str] = &[
    "rom",
    "roms",
    "romsleilighet",
    "romsleilegheit",
    "romsbolig",
    "romsbustad",
    "r",
    "leilighet",
    "leil",
    "lgh",
    "leilegheit",
    "bolig",
    "bustad",
    "eller",
    "og",
    "større",
    "flere",
    "fleire",
    "oppover",
    "romsleil",
    // What else such a home has, and how it is built.
    "kjøkken",
    "kjk",
    "kj",
    "kk",
    "k",
    "kjøkkenkrok",
    "tekjøkken",
    "bad",
    "wc",
    "stue",
    "alkove",
    "m",
    "med",
    "rekkehus",
    "enebolig",
    "einebustad",
    "tomannsbolig",
    "blokk",
];
/// A home with more rooms than this is a slip of the pen.
const MOST_ROOMS: u8 = 20;

/// Reads rooms: `2-roms`, `2r`, `3 rom`, `2`, `hybel`, `1-roms hybel`, `tre-roms`, `5 rom eller større`,
/// and bedrooms when they are named: `1 sov` is a two-room home.
pub fn rooms(text: &str) -> Result<Rooms, Unreadable> {
    let unreadable = || Unreadable::Rooms { found: text.to_owned() };
    let lower = plain(text);
    let mut number = None;
    let mut bedrooms = false;
    let mut studio = false;
    let tokens = tokens(&lower);
    for (at, &token) in tokens.iter().enumerate() {
        let is_floor = |token: &&str| token.starts_with("etg") || token.starts_with("etasje");
        if is_floor(&token) || tokens.get(at + 1).is_some_and(is_floor) {
            continue;
        }
        if token.starts_with("hybel") {
            studio = true;
        } else if token.starts_with("sov") {
            bedrooms = true;
        } else if let Some(count) = spoken(token) {
            if number.replace(count).is_some() {
                return Err(unreadable());
            }
        } else if !IDLE.contains(&token) {
            return Err(unreadable());
        }
    }
    match (studio, number) {
        (true, _) => Ok(Rooms(0)),
        (false, Some(count)) if bedrooms => Ok(Rooms(count + 1)),
        (false, Some(count)) => Ok(Rooms(count)),
        (false, None) => Err(unreadable()),
    }
}

/// Reads a number of bedrooms; a home with one bedroom has two rooms.
pub fn bedrooms(text: &str) -> Result<Rooms, Unreadable> {
    let unreadable = || Unreadable::Rooms { found: text.to_owned() };
    let lower = plain(text);
    let mut numbers = tokens(&lower).into_iter().filter_map(spoken);
    match (numbers.next(), numbers.next()) {
        (Some(count), None) => Ok(Rooms(count + 1)),
        _ => Err(unreadable()),
    }
}

fn spoken(token: &str) -> Option<u8> {
    let word = token.strip_suffix("roms").or_else(|| token.strip_suffix("rom")).unwrap_or(token);
    let by_word = || NUMBER_WORDS.iter().position(|name| *name == word || (word == "ett" && *name == "en"));
    let by_word = || by_word().and_then(|at| u8::try_from(at).ok());
    word.parse().ok().or_else(by_word).filter(|count| *count <= MOST_ROOMS)
}

/// Words and numbers apart: `2-roms` and `2roms` are both `2`, `roms`; `5+` is `5`.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for word in text.split([' ', '-', '–', '.', '/', '+', '(', ')', ',']).filter(|word| !word.is_empty()) {
        let digits = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
        let (number, rest) = word.split_at(digits);
        tokens.extend([number, rest].into_iter().filter(|part| !part.is_empty()));
    }
    tokens
}
