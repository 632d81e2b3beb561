//! What a person is called.

use std::fmt;

/// Words that belong to the family name when they stand before it: `Anna van der Berg`.
const PARTICLES: [&str; 12] = ["van", "von", "der", "den", "de", "da", "af", "av", "el", "al", "bin", "ibn"];

/// A person's name, family name apart so that lists sort.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    pub family: String,
    /// Empty when only one name is known.
    pub given: String,
}

impl Name {
    /// Reads `Etternavn, Fornavn` or `Fornavn Etternavn`. Without a comma the last word, with the
    /// particles before it, is the family name. `None` when there is no letter in it.
    pub fn read(text: &str) -> Option<Self> {
        if !text.chars().any(char::is_alphabetic) {
            return None;
        }
        let (family, given) = match text.split_once(',') {
            Some((family, given)) => (one_spaced(family), one_spaced(given)),
            None => split_at_family(text),
        };
        if family.is_empty() { Some(Self { family: given, given: family }) } else { Some(Self { family, given }) }
    }

    /// As lists show it, `Etternavn, Fornavn`.
    pub fn listed(&self) -> String {
        if self.given.is_empty() { self.family.clone() } else { format!("{}, {}", self.family, self.given) }
    }

    /// What a list of people is sorted by, byte by byte.
    pub fn sort_key(&self) -> String {
        crate::text::sort_key(&self.listed())
    }

    /// Two names with the same key are written alike but for case, accents and white space. People
    /// may share a name: alone it proves nothing.
    pub fn key(&self) -> String {
        crate::text::fold(&self.listed())
    }
}

/// `Fornavn Etternavn`, as one speaks to people.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let space = if self.given.is_empty() { "" } else { " " };
        write!(f, "{}{space}{}", self.given, self.family)
    }
}

fn split_at_family(text: &str) -> (String, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut start = words.len().saturating_sub(1);
    while start > 1 && PARTICLES.contains(&words[start - 1].to_lowercase().as_str()) {
        start -= 1;
    }
    (words[start..].join(" "), words[..start].join(" "))
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, family: &str, given: &str) {
        assert_eq!(Name::read(text), Some(Name { family: family.into(), given: given.into() }));
    }

    #[test]
    fn a_name_is_read_either_way_round() {
        check("Heggelund,  Cecilie ", "Heggelund", "Cecilie");
        check("Cecilie Marie Heggelund", "Heggelund", "Cecilie Marie");
        check("Anna van der Berg", "van der Berg", "Anna");
        check("Al Berg", "Berg", "Al");
        check("Solveig", "Solveig", "");
        check(", Solveig", "Solveig", "");
        assert_eq!(Name::read(" - "), None);
    }

    proptest! {
        #[test]
        fn a_name_reads_back_from_a_list(family in "[A-ZÆØÅ][a-zæøå]{1,9}( [A-Z][a-z]{1,9})?", given in "[A-Z][a-zé]{0,9}") {
            let name = Name { family, given };
            prop_assert_eq!(Name::read(&name.listed()), Some(name));
        }
    }
}
