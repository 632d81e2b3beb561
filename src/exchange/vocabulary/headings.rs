//! What columns are called: headings compared with the spellings that offices use.

use std::collections::{BTreeMap, HashMap};

use super::{BadVocabulary, compact, key};
use crate::exchange::fields::{Field, SheetKind};

/// How well a whole heading says what its column is, out of 100.
const WHOLE: u32 = 100;
/// Words of the vocabulary within a longer heading say less, the more other words there are.
pub const WORDS_WITHIN: u32 = 60;
/// A shortened heading says less than one that is written out.
const ABBREVIATED: u32 = 65;
/// A word that ends in one of the vocabulary is of its kind (`Boområde` is an area), unless something else is surer.
const COMPOUND: u32 = 50;
/// Shorter words end too many others.
const SHORTEST_IN_COMPOUND: usize = 5;

/// The spellings of headings, by the kind of sheet they stand in.
#[derive(Debug)]
pub struct Headings {
    by_kind: HashMap<SheetKind, Vec<Heading>>,
    spellings: Spellings,
}

#[derive(Clone, Debug)]
struct Heading {
    field: Field,
    spelling: String,
    compact: String,
    whole_only: bool,
}

impl Headings {
    /// Reads the spellings, and the parts of them that are written in several ways.
    pub fn from_toml(headings: &str, spellings: &str) -> Result<Self, BadVocabulary> {
        let spellings: Spellings = toml::from_str(spellings)?;
        let sections: BTreeMap<String, BTreeMap<String, Vec<String>>> = toml::from_str(headings)?;
        let mut by_kind: HashMap<SheetKind, Vec<Heading>> = HashMap::new();
        for (section, fields) in sections {
            let kinds = SheetKind::ALL.into_iter().filter(|kind| section == "any" || section == kind.name());
            let kinds: Vec<SheetKind> = kinds.collect();
            if kinds.is_empty() {
                return Err(BadVocabulary::Section(section));
            }
            for (name, spelled) in fields {
                let field: Field = name.parse()?;
                for spelling in spelled {
                    let whole_only = spelling.starts_with('=');
                    let spelling = spellings.key(&spelling);
                    let heading = Heading { field, compact: compact(&spelling), spelling, whole_only };
                    for kind in &kinds {
                        by_kind.entry(*kind).or_default().push(heading.clone());
                    }
                }
            }
        }
        Ok(Self { by_kind, spellings })
    }

    /// The fields a heading may stand for in a sheet of the kind, with how well it says so.
    pub fn fields_of(&self, kind: SheetKind, heading: &str) -> Vec<(Field, u32)> {
        let key = self.spellings.key(heading);
        let compact = compact(&key);
        let short = Abbreviation::of(heading, &self.spellings);
        let mut best = BTreeMap::<Field, u32>::new();
        for candidate in self.by_kind.get(&kind).into_iter().flatten() {
            let strength = candidate.strength(&key, &compact, short.as_ref());
            if strength > 0 {
                let entry = best.entry(candidate.field).or_default();
                *entry = strength.max(*entry);
            }
        }
        best.into_iter().collect()
    }

    /// Whether columns of sheets of the kind can mean this.
    pub fn know(&self, kind: SheetKind, field: Field) -> bool {
        self.by_kind.get(&kind).is_some_and(|headings| headings.iter().any(|heading| heading.field == field))
    }
}

impl Heading {
    fn strength(&self, key: &str, compact: &str, short: Option<&Abbreviation>) -> u32 {
        if self.compact == compact {
            return WHOLE;
        }
        if !self.whole_only && has_words(key, &self.spelling) {
            let share = 30 * self.spelling.len() / key.len();
            return WORDS_WITHIN + u32::try_from(share).unwrap_or(0);
        }
        if short.is_some_and(|short| short.stands_for(&self.compact)) {
            return ABBREVIATED;
        }
        let ends_a_word =
            !self.whole_only && self.spelling.len() >= SHORTEST_IN_COMPOUND && ends_words(key, &self.spelling);
        if ends_a_word { COMPOUND } else { 0 }
    }
}

/// Parts of headings that mean the same, each with what is put in place of it.
#[derive(Debug, serde::Deserialize)]
struct Spellings {
    spellings: Vec<(String, String)>,
}

impl Spellings {
    fn key(&self, text: &str) -> String {
        self.spellings.iter().fold(key(text), |key, (one, other)| match key.contains(other.as_str()) {
            true => key.replace(other.as_str(), one),
            false => key,
        })
    }
}

/// A heading with words cut short by a full stop: `Søkn.dato`, `Oms.bolig`, `Innfl.`
struct Abbreviation {
    pieces: Vec<String>,
    /// The last word is cut short too.
    ends_cut: bool,
}

impl Abbreviation {
    /// Fewer letters could be the beginning of too much.
    const FEWEST_LETTERS: usize = 3;

    fn of(heading: &str, spellings: &Spellings) -> Option<Self> {
        if !heading.contains('.') {
            return None;
        }
        let pieces = heading.split(['.', ' ', '/', '-']).map(|piece| spellings.key(piece));
        let pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
        let long_enough = pieces.first()?.len() >= Self::FEWEST_LETTERS;
        long_enough.then(|| Self { pieces, ends_cut: heading.trim_end().ends_with('.') })
    }

    /// Whether a heading written out begins as this one does, has its pieces in order, and ends as it does unless the
    /// last word is cut short too.
    fn stands_for(&self, written_out: &str) -> bool {
        let Some((first, others)) = self.pieces.split_first() else { return false };
        let Some(mut rest) = written_out.strip_prefix(first.as_str()) else { return false };
        if rest.is_empty() {
            return false;
        }
        for piece in others {
            let Some((_, after)) = rest.split_once(piece.as_str()) else { return false };
            rest = after;
        }
        others.is_empty() || self.ends_cut || rest.is_empty()
    }
}

/// Whether the words stand in the text, whole and in order.
pub fn has_words(text: &str, words: &str) -> bool {
    stands_in(text, words, |before| before.is_none_or(|letter| letter == ' '))
}

/// Whether the words stand in the text, the first of them as the end of a longer one.
fn ends_words(text: &str, words: &str) -> bool {
    stands_in(text, words, |before| before.is_some_and(char::is_alphabetic))
}

fn stands_in(text: &str, words: &str, may_follow: impl Fn(Option<char>) -> bool) -> bool {
    if words.len() > text.len() {
        return false;
    }
    text.match_indices(words).any(|(at, _)| {
        let after = text[at + words.len()..].chars().next().is_none_or(|letter| letter == ' ');
        after && may_follow(text[..at].chars().next_back())
    })
}
