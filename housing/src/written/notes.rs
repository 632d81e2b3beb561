//! Notes that must not be overlooked.

use super::plain;
use crate::people::Protection;

/// Phrases that mean *strengt fortrolig* (code 6), or do not say which level: then the strictest
/// holds until somebody has looked (`L7.1`).
const STRICT: &[&str] = &[
    "kode 6",
    "kode6",
    "gradering 6",
    "sperrekode 6",
    "strengt fortrolig",
    "strengt fortruleg",
    "hemmelig adresse",
    "hemmeleg adresse",
    "hemmelig adr",
    "hemmeleg adr",
    "adressesperre",
    "adresse sperret",
    "sperret adresse",
    "sperra adresse",
    "skjermet adresse",
    "skjerma adresse",
    "skjult adresse",
    "gradert adresse",
    "adressebeskyttelse",
    "beskyttet adresse",
    "ikke oppgi adresse",
    "ikkje oppgi adresse",
    "adressevern",
    "spsf",
];
const CONFIDENTIAL: &[&str] = &["kode 7", "kode7", "gradering 7", "sperrekode 7", "fortrolig", "fortruleg", "spfo"];

/// Beside a word for address in the same text these mean that it is to be kept secret: `Adr. er hemmelig!`
const SECRET: &[&str] = &[
    "hemmelig",
    "hemmeleg",
    "hemm",
    "skjermet",
    "skjerma",
    "skjult",
    "sperret",
    "sperra",
    "gradert",
    "beskyttet",
    "beskytta",
    "unntatt",
];
const ADDRESS: &[&str] = &["adr", "adresse", "adressen", "adressa", "bostedsadresse", "bustadadresse"];

/// One of these stands in every phrase; texts without are most of what is looked through.
const STEMS: [&str; 6] = ["kode", "grader", "fortr", "adr", "spsf", "spfo"];

/// The protection a note asks for, if it mentions any. A person marked so stays protected until
/// someone has looked at it.
pub fn protection(note: &str) -> Option<Protection> {
    let has_stem =
        |stem: &str| note.as_bytes().windows(stem.len()).any(|part| part.eq_ignore_ascii_case(stem.as_bytes()));
    if !STEMS.into_iter().any(has_stem) {
        return None;
    }
    let mut words: Vec<String> = Vec::new();
    for word in plain(note).split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push(word.to_owned());
    }
    let text = format!(" {} ", words.join(" "));
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(&format!(" {phrase} ")));
    let abroad = text.contains(" utland ") && says(&["strengt fortrolig", "strengt fortruleg"]);
    if abroad {
        Some(Protection::StrictlyConfidentialAbroad)
    } else if says(STRICT) || (says(ADDRESS) && says(SECRET)) {
        Some(Protection::StrictlyConfidential)
    } else if says(CONFIDENTIAL) {
        Some(Protection::Confidential)
    } else {
        None
    }
}
