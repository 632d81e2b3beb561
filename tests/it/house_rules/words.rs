use super::{check, files};

/// Words we do not use for our own things, and the one from docs/GLOSSARY.md that we do.
const SAY_INSTEAD: [(&str, &str); 12] = [
    ("apartment", "dwelling"),
    ("apartments", "dwellings"),
    ("flat", "dwelling"),
    ("flats", "dwellings"),
    ("residence", "dwelling"),
    ("hh", "household"),
    ("renter", "tenant or person"),
    ("lodger", "tenant or person"),
    ("debt", "arrears"),
    ("backlog", "arrears or waiting list"),
    ("subsidy", "grant or housing allowance"),
    ("complaint", "appeal or nuisance report"),
];

#[test]
fn one_word_for_one_thing() {
    let mut found = Vec::new();
    for folder in ["src", "housing/src", "matching/src", "letters/src", "demo/src"] {
        for file in files(folder, &[".rs"]) {
            for (place, line) in file.code() {
                let words = declared_name(line).map(words_of).unwrap_or_default();
                for (word, instead) in SAY_INSTEAD {
                    if words.iter().any(|said| said == word) {
                        found.push(format!("{place}: {word}: say {instead}"));
                    }
                }
            }
        }
    }
    check(found, "One word for one thing, from docs/GLOSSARY.md.");
}

/// The name that a line of Rust declares.
fn declared_name(line: &str) -> Option<&str> {
    const DECLARES: [&str; 8] = ["fn ", "struct ", "enum ", "trait ", "mod ", "const ", "type ", "let "];
    let line = line.trim_start();
    let rest = DECLARES.iter().find_map(|keyword| {
        let (before, after) = line.split_once(keyword)?;
        before.split_whitespace().all(|word| word.starts_with("pub") || word == "async").then_some(after)
    })?;
    let rest = rest.strip_prefix("mut ").unwrap_or(rest);
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

/// `DwellingStatus`, `dwelling_status` and `DWELLING_STATUS` are the words dwelling and status.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_lower = false;
    for letter in name.chars() {
        if letter == '_' || (letter.is_uppercase() && after_lower) {
            words.push(String::new());
        }
        if letter != '_' {
            words.last_mut().expect("there is always a last word").extend(letter.to_lowercase());
        }
        after_lower = letter.is_lowercase();
    }
    words
}

#[test]
fn names_are_taken_apart() {
    assert_eq!(declared_name("    pub async fn find_flat(id: Id) {"), Some("find_flat"));
    assert_eq!(declared_name("pub(crate) struct FlatList {"), Some("FlatList"));
    assert_eq!(declared_name("let rows = old.flat_map(f);"), Some("rows"));
    assert_eq!(declared_name("old.flat_map(f)"), None);
    assert_eq!(words_of("FlatList"), ["flat", "list"]);
    assert_eq!(words_of("LONGEST_FLAT"), ["longest", "flat"]);
}
