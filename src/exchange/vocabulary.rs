//! The offices' words: what headings mean, what stands in cells, which sheets do not count. All of it
//! is data in `parameters/vocabulary`; no code knows a heading.

mod headings;

use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;
use std::sync::LazyLock;

use super::fields::{Field, SheetKind, UnknownField};
use headings::Headings;
pub use headings::WORDS_WITHIN;
use headings::has_words;

static BUILT_IN: LazyLock<Vocabulary> = LazyLock::new(|| {
    let parts = [
        include_str!("../../parameters/vocabulary/headings.toml"),
        include_str!("../../parameters/vocabulary/spellings.toml"),
        include_str!("../../parameters/vocabulary/words.toml"),
        include_str!("../../parameters/vocabulary/sheets.toml"),
    ];
    Vocabulary::from_toml(parts).expect("the vocabulary is part of the program and tested")
});

#[derive(Debug)]
pub struct Vocabulary {
    headings: Headings,
    words: HashMap<String, Words>,
    sheets: HashMap<SheetKind, Vec<String>>,
    not_counted: Vec<String>,
    not_counted_titles: Vec<String>,
    sum_rows: Vec<String>,
    nobody: Vec<String>,
    no_streets: Vec<String>,
    a_year: Vec<String>,
}

/// One list of words: the code for each spelling, and the spellings from the longest to the shortest, those that say
/// little last.
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
    #[serde(rename = "no-streets")]
    no_streets: Vec<String>,
    #[serde(rename = "a-year")]
    a_year: Vec<String>,
    #[serde(flatten)]
    kinds: HashMap<SheetKind, Vec<String>>,
}

impl Vocabulary {
    /// The vocabulary that comes with Husrom.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a vocabulary from the texts of its files.
    pub fn from_toml([headings, spellings, words, sheets]: [&str; 4]) -> Result<Self, BadVocabulary> {
        let sheets: SheetWords = toml::from_str(sheets)?;
        let keys = |words: &[String]| words.iter().map(|word| key(word)).filter(|key| !key.is_empty()).collect();
        Ok(Self {
            headings: Headings::from_toml(headings, spellings)?,
            words: read_words(words)?,
            not_counted: keys(&sheets.not_counted),
            not_counted_titles: keys(&sheets.not_counted_titles),
            sum_rows: keys(&sheets.sum_rows),
            nobody: keys(&sheets.nobody),
            no_streets: keys(&sheets.no_streets),
            a_year: keys(&sheets.a_year),
            sheets: sheets.kinds.iter().map(|(kind, words)| (*kind, keys(words))).collect(),
        })
    }

    /// The fields a heading may stand for in a sheet of the kind, with how well it says so.
    pub fn fields_of(&self, kind: SheetKind, heading: &str) -> Vec<(Field, u32)> {
        self.headings.fields_of(kind, heading)
    }

    /// Whether columns of sheets of the kind can mean this.
    pub fn knows(&self, kind: SheetKind, field: Field) -> bool {
        self.headings.know(kind, field)
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

    /// Whether what stands before a number says that they are no street and house number: `Bygg 2`.
    pub fn is_no_street(&self, text: &str) -> bool {
        key(text).split(' ').any(|word| self.no_streets.iter().any(|no_street| no_street == word))
    }

    /// Whether the heading of a column of amounts says that they are of a year.
    pub fn is_yearly(&self, heading: &str) -> bool {
        let key = key(heading);
        self.a_year.iter().any(|words| has_words(&key, words))
    }

    /// Whether it is said in place of a name that nobody lives there.
    pub fn is_nobody(&self, name: &str) -> bool {
        let key = key(name);
        key.is_empty() || self.nobody.contains(&key)
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

fn read_words(text: &str) -> Result<HashMap<String, Words>, BadVocabulary> {
    let mut lists: BTreeMap<String, BTreeMap<String, Vec<String>>> = toml::from_str(text)?;
    let weaker = lists.remove("weaker").unwrap_or_default();
    let mut words: HashMap<String, Words> = HashMap::new();
    for (list, codes) in lists {
        let weak = weaker.get(&list).map(Vec::as_slice).unwrap_or_default();
        let words = words.entry(list).or_default();
        for (code, spellings) in codes {
            for spelling in spellings.iter().chain([&code]) {
                words.codes.insert(key(spelling), code.clone());
            }
        }
        words.longest_first = words.codes.keys().filter(|word| word.len() > 1).cloned().collect();
        let is_weak = |word: &String| weak.contains(&words.codes[word]);
        words.longest_first.sort_by_key(|word| (is_weak(word), std::cmp::Reverse(word.len()), word.clone()));
    }
    Ok(words)
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
