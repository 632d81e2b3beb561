//! The offices' words: what headings mean, what stands in cells, which sheets do not count. All of it
//! is data in `parameters/vocabulary`; no code knows a heading.

use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;
use std::sync::LazyLock;

use super::fields::{Field, SheetKind, UnknownField};

static BUILT_IN: LazyLock<Vocabulary> = LazyLock::new(|| {
    let parts = [
        include_str!("../../parameters/vocabulary/headings.toml"),
        include_str!("../../parameters/vocabulary/words.toml"),
        include_str!("../../parameters/vocabulary/sheets.toml"),
    ];
    Vocabulary::from_toml(parts[0], parts[1], parts[2]).expect("the vocabulary is part of the program and tested")
});

/// How well a whole heading says what its column is, out of 100.
const WHOLE_HEADING: u32 = 100;
/// Words of the vocabulary within a longer heading say less, the more other words there are.
const PART_OF_HEADING: u32 = 60;

/// A shortened heading says less than one that is written out.
const ABBREVIATED: u32 = 65;

#[derive(Debug)]
pub struct Vocabulary {
    headings: HashMap<SheetKind, Vec<Heading>>,
    words: HashMap<String, Words>,
    sheets: HashMap<SheetKind, Vec<String>>,
    not_counted: Vec<String>,
    not_counted_titles: Vec<String>,
    sum_rows: Vec<String>,
    nobody: Vec<String>,
}

#[derive(Clone, Debug)]
struct Heading {
    field: Field,
    spelling: String,
    compact: String,
    whole_only: bool,
}

/// One list of words: the code for each spelling, and the spellings from the longest to the shortest.
#[derive(Debug, Default)]
struct Words {
    codes: HashMap<String, String>,
    longest_first: Vec<String>,
}

/// The vocabulary's own files are wrong.
#[derive(Debug, thiserror::Error)]
pub enum BadVocabulary {
    #[error("not TOML: {0}")]
    Toml(#[from] toml::de::Error),
    #[error(transparent)]
    Field(#[from] UnknownField),
    #[error("{0:?} is not a part of headings.toml")]
    Section(String),
}

#[derive(serde::Deserialize)]
struct SheetWords {
    #[serde(rename = "not-counted")]
    not_counted: Vec<String>,
    #[serde(rename = "not-counted-titles")]
    not_counted_titles: Vec<String>,
    #[serde(rename = "sum-rows")]
    sum_rows: Vec<String>,
    nobody: Vec<String>,
    #[serde(flatten)]
    kinds: HashMap<SheetKind, Vec<String>>,
}

impl Vocabulary {
    /// The vocabulary that comes with Husrom.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a vocabulary from the texts of its three files.
    pub fn from_toml(headings: &str, words: &str, sheets: &str) -> Result<Self, BadVocabulary> {
        let sheets: SheetWords = toml::from_str(sheets)?;
        let keys = |words: &[String]| words.iter().map(|word| key(word)).filter(|key| !key.is_empty()).collect();
        Ok(Self {
            headings: read_headings(headings)?,
            words: read_words(words)?,
            not_counted: keys(&sheets.not_counted),
            not_counted_titles: keys(&sheets.not_counted_titles),
            sum_rows: keys(&sheets.sum_rows),
            nobody: keys(&sheets.nobody),
            sheets: sheets.kinds.iter().map(|(kind, words)| (*kind, keys(words))).collect(),
        })
    }

    /// The fields a heading may stand for in a sheet of the kind, with how well it says so.
    pub fn fields_of(&self, kind: SheetKind, heading: &str) -> Vec<(Field, u32)> {
        let key = key(heading);
        let compact = compact(&key);
        let mut best = BTreeMap::<Field, u32>::new();
        let short = Abbreviation::of(heading);
        for candidate in self.headings.get(&kind).into_iter().flatten() {
            let by_letters = || short.as_ref().filter(|short| short.stands_for(&candidate.compact));
            let strength = match candidate.strength(&key, &compact) {
                0 => by_letters().map_or(0, |_| ABBREVIATED),
                strength => strength,
            };
            if strength > 0 {
                let entry = best.entry(candidate.field).or_default();
                *entry = strength.max(*entry);
            }
        }
        best.into_iter().collect()
    }

    /// Whether columns of sheets of the kind can mean this.
    pub fn knows(&self, kind: SheetKind, field: Field) -> bool {
        self.headings.get(&kind).is_some_and(|headings| headings.iter().any(|heading| heading.field == field))
    }

    /// What a word in a cell stands for, on the list of the type's codes. The whole cell is looked up
    /// first, then the longest known word within it; `None` when nothing is known.
    pub fn code<T: FromStr>(&self, list: &str, text: &str) -> Option<T> {
        self.code_text(list, text)?.parse().ok()
    }

    /// Whether the whole text is a word of the list.
    pub fn is_whole_word(&self, list: &str, text: &str) -> bool {
        self.words.get(list).is_some_and(|words| words.codes.contains_key(&key(text)))
    }

    /// As [`Self::code`], where a word may stand for several codes and a cell hold several words.
    pub fn codes<T: FromStr + PartialEq>(&self, list: &str, text: &str) -> Option<Vec<T>> {
        let whole = self.words.get(list)?.codes.get(&key(text)).map(|codes| vec![codes.as_str()]);
        let parts = || text.split([',', ';', '/', '&', '+']).map(|part| self.code_text(list, part)).collect();
        let mut found: Vec<T> = Vec::new();
        for codes in whole.or_else(parts)? {
            for code in codes.split('+') {
                let code = code.parse().ok()?;
                if !found.contains(&code) {
                    found.push(code);
                }
            }
        }
        Some(found)
    }

    fn code_text(&self, list: &str, text: &str) -> Option<&str> {
        let words = self.words.get(list)?;
        let key = key(text);
        let (_, code) = words.find(&key)?;
        Some(code)
    }

    /// The text without the longest word of the list in it, and that word's code: `Omsorgsbolig 2-r`
    /// is OMS and `2-r`.
    pub fn take_out<'a, T: FromStr>(&self, list: &str, text: &'a str) -> (Option<T>, std::borrow::Cow<'a, str>) {
        let found = self.words.get(list).and_then(|words| words.find(&key(text)));
        let Some((word, code)) = found else { return (None, text.into()) };
        let rest = format!(" {} ", key(text)).replacen(&format!(" {word} "), " ", 1).trim().to_owned();
        (code.parse().ok(), rest.into())
    }

    /// The kind of rows that a name of a sheet or file, or a title, tells of.
    pub fn kind_named(&self, name: &str) -> Option<SheetKind> {
        let key = key(name);
        let says = |kind: &SheetKind| {
            self.sheets.get(kind).into_iter().flatten().filter(|word| has_words(&key, word)).map(String::len).max()
        };
        SheetKind::ALL
            .into_iter()
            .filter_map(|kind| says(&kind).map(|length| (length, kind)))
            .max_by_key(|f| f.0)
            .map(|f| f.1)
    }

    /// The word that says that a sheet with this name and these titles above its headings does not count.
    pub fn not_counted(&self, name: &str, titles: &[String]) -> Option<&str> {
        let in_name = self.not_counted.iter().find(|word| has_words(&key(name), word));
        let titles: Vec<String> = titles.iter().map(|title| key(title)).collect();
        let in_title = |word: &&String| titles.iter().any(|title| has_words(title, word));
        in_name.or_else(|| self.not_counted_titles.iter().find(in_title)).map(String::as_str)
    }

    /// Whether a text sums up, with what it sums up behind the word: `Sum kunde 101`, `Antall: 4`.
    pub fn is_sum(&self, text: &str) -> bool {
        let key = key(text);
        let begins = |word: &String| {
            key.strip_prefix(word.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.sum_rows.iter().any(begins)
    }

    /// Whether it is said in place of a name that nobody lives there.
    pub fn is_nobody(&self, name: &str) -> bool {
        let key = key(name);
        key.is_empty() || self.nobody.contains(&key)
    }
}

impl Heading {
    fn strength(&self, key: &str, compact: &str) -> u32 {
        if self.compact == compact {
            WHOLE_HEADING
        } else if !self.whole_only && has_words(key, &self.spelling) {
            let share = 30 * self.spelling.len() / key.len();
            PART_OF_HEADING + u32::try_from(share).unwrap_or(0)
        } else {
            0
        }
    }
}

/// A heading with words cut short by a full stop: `Søkn.dato`, `Oms.bolig`, `Innfl.`
struct Abbreviation(Vec<String>);

impl Abbreviation {
    /// Fewer letters could be the beginning of too much.
    const FEWEST_LETTERS: usize = 3;

    fn of(heading: &str) -> Option<Self> {
        if !heading.contains('.') {
            return None;
        }
        let pieces: Vec<String> =
            heading.split(['.', ' ', '/', '-']).map(key).filter(|piece| !piece.is_empty()).collect();
        let first = pieces.first()?;
        (first.len() >= Self::FEWEST_LETTERS).then_some(Self(pieces))
    }

    /// Whether a heading written out begins as this one does, has its pieces in order, and ends as it does where more
    /// than one word is written.
    fn stands_for(&self, written_out: &str) -> bool {
        let Some((first, others)) = self.0.split_first() else { return false };
        let Some(mut rest) = written_out.strip_prefix(first.as_str()) else { return false };
        if rest.is_empty() {
            return false;
        }
        for piece in others {
            let Some((_, after)) = rest.split_once(piece.as_str()) else { return false };
            rest = after;
        }
        others.is_empty() || rest.is_empty()
    }
}

impl Words {
    /// The spelling found and its code.
    fn find(&self, key: &str) -> Option<(&str, &str)> {
        let whole = self.codes.get_key_value(key);
        let part =
            || self.longest_first.iter().find(|word| has_words(key, word)).and_then(|w| self.codes.get_key_value(w));
        whole.or_else(part).map(|(word, code)| (word.as_str(), code.as_str()))
    }
}

fn read_headings(text: &str) -> Result<HashMap<SheetKind, Vec<Heading>>, BadVocabulary> {
    let sections: BTreeMap<String, BTreeMap<String, Vec<String>>> = toml::from_str(text)?;
    let mut headings: HashMap<SheetKind, Vec<Heading>> = HashMap::new();
    for (section, fields) in sections {
        let kinds = SheetKind::ALL.into_iter().filter(|kind| section == "any" || section == kind.name());
        let kinds: Vec<SheetKind> = kinds.collect();
        if kinds.is_empty() {
            return Err(BadVocabulary::Section(section));
        }
        for (name, spellings) in fields {
            let field: Field = name.parse()?;
            for spelling in spellings {
                let whole_only = spelling.starts_with('=');
                let spelling = key(&spelling);
                let heading = Heading { field, compact: compact(&spelling), spelling, whole_only };
                for kind in &kinds {
                    headings.entry(*kind).or_default().push(heading.clone());
                }
            }
        }
    }
    Ok(headings)
}

fn read_words(text: &str) -> Result<HashMap<String, Words>, BadVocabulary> {
    let lists: BTreeMap<String, BTreeMap<String, Vec<String>>> = toml::from_str(text)?;
    let mut words: HashMap<String, Words> = HashMap::new();
    for (list, codes) in lists {
        let words = words.entry(list).or_default();
        for (code, spellings) in codes {
            for spelling in spellings.iter().chain([&code]) {
                words.codes.insert(key(spelling), code.clone());
            }
        }
        words.longest_first = words.codes.keys().filter(|word| word.len() > 1).cloned().collect();
        words.longest_first.sort_by_key(|word| (std::cmp::Reverse(word.len()), word.clone()));
    }
    Ok(words)
}

/// Whether the words stand in the text, whole and in order.
fn has_words(text: &str, words: &str) -> bool {
    if words.len() > text.len() {
        return false;
    }
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_none_or(|letter| letter == ' ');
        let after = text[at + words.len()..].chars().next().is_none_or(|letter| letter == ' ');
        before && after
    })
}

/// A text as the vocabulary compares it: lower case, words apart by one space, no punctuation, and one
/// spelling of æ ø å however a program wrote them.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in housing::text::fold(text).chars() {
        match letter {
            'æ' => key.push_str("ae"),
            'ø' => key.push('o'),
            'e' if key.ends_with('o') => {}
            'a' | 'å' if key.ends_with('a') => {}
            'å' => key.push('a'),
            '²' => key.push('2'),
            letter if letter.is_alphanumeric() => key.push(letter),
            _ if key.ends_with(' ') || key.is_empty() => {}
            _ => key.push(' '),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

fn compact(key: &str) -> String {
    key.replace(' ', "")
}
