use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::{check, files};

const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// Key → the variables its text uses, for one language.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn texts(language: &str) -> Texts {
    let mut texts = Texts::new();
    let mut key = String::new();
    for file in files(&format!("locales/{language}"), &[".ftl"]) {
        for line in file.text.lines() {
            if let Some(begun) = key_of(line) {
                key = begun.to_owned();
                texts.entry(key.clone()).or_default();
            }
            if let Some(variables) = texts.get_mut(&key) {
                variables.extend(variables_of(line));
            }
        }
    }
    texts
}

/// The key that a line of Fluent begins, if it begins one.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let plain = key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    plain.then_some(key)
}

fn variables_of(line: &str) -> Vec<String> {
    let name =
        |rest: &str| rest.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').next().map(str::to_owned);
    line.split('$').skip(1).filter_map(name).collect()
}

#[test]
fn every_text_can_be_read_by_fluent() {
    let mut found = Vec::new();
    for file in files("locales", &[".ftl"]) {
        if let Err((_, errors)) = FluentResource::try_new(file.text.clone()) {
            found.extend(errors.iter().map(|error| format!("{}: {error}", file.path)));
        }
    }
    check(found, "Mend the Fluent text.");
}

#[test]
fn no_key_is_given_twice() {
    let mut found = Vec::new();
    for language in LANGUAGES {
        let mut seen = BTreeMap::new();
        for file in files(&format!("locales/{language}"), &[".ftl"]) {
            for (place, line) in file.lines() {
                if let Some(key) = key_of(line)
                    && let Some(first) = seen.insert(key.to_owned(), place.clone())
                {
                    found.push(format!("{place}: {key} was given at {first}"));
                }
            }
        }
    }
    check(found, "Keep one of the two.");
}

#[test]
fn the_languages_have_the_same_texts() {
    let bokmal = texts("nb");
    let mut found = Vec::new();
    for language in ["nn", "en"] {
        let other = texts(language);
        for (key, variables) in &bokmal {
            match other.get(key) {
                None => found.push(format!("{key}: missing in {language}")),
                Some(theirs) if theirs != variables => {
                    found.push(format!("{key}: {language} uses {theirs:?}, nb uses {variables:?}"));
                }
                Some(_) => {}
            }
        }
        found.extend(other.keys().filter(|key| !bokmal.contains_key(*key)).map(|k| format!("{k}: only in {language}")));
    }
    check(found, "Every text is in locales/nb, nn and en, with the same variables.");
}

#[test]
fn every_text_is_used_and_every_used_text_is_there() {
    let bokmal = texts("nb");
    let mut literals = BTreeSet::new();
    let mut found = Vec::new();
    let mut sources = files("src", &[".rs"]);
    sources.extend(files("housing/src", &[".rs"]));
    sources.extend(files("templates", &[".html", ".svg"]));
    for source in &sources {
        for (place, line) in source.code() {
            literals.extend(line.split('"').map(str::to_owned));
            let missing = asked_for(line).into_iter().filter(|key| !bokmal.contains_key(*key));
            found.extend(missing.map(|key| format!("{place}: {key} is in no locales/nb/*.ftl")));
        }
    }
    let codes = keys_of_codes();
    found.extend(
        codes.iter().filter(|key| !bokmal.contains_key(*key)).map(|key| format!("{key}: a code without a name")),
    );
    let is_used = |key: &str| {
        literals.contains(key) || codes.contains(key) || literals.iter().any(|literal| puts_together(literal, key))
    };
    found.extend(bokmal.keys().filter(|key| !is_used(key)).map(|key| format!("{key}: nobody uses it")));
    check(found, "Add the missing texts in all three languages; take out the unused ones.");
}

/// Whether a literal such as `role-{}` or `error-{kind}-title` is how the program puts `key` together.
fn puts_together(literal: &str, key: &str) -> bool {
    let Some((start, rest)) = literal.split_once('{') else { return false };
    let Some((_, end)) = rest.split_once('}') else { return false };
    start.ends_with('-') && key_of(&format!("{start}=")).is_some() && key.starts_with(start) && key.ends_with(end)
}

/// The key of every code in the lists that `housing` defines with `code_list!`: `LIST-CODE`.
fn keys_of_codes() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for source in files("housing/src", &[".rs"]) {
        for list in source.text.split("\ncode_list! {").skip(1) {
            let body = list.split("\n}").next().unwrap_or_default();
            let is_code = |line: &&str| !line.trim_start().starts_with(['/', '#']);
            let quoted: Vec<&str> = body.lines().filter(is_code).flat_map(quoted_in).collect();
            if let Some((name, codes)) = quoted.split_first() {
                keys.extend(codes.iter().map(|code| format!("{name}-{}", code.to_lowercase().replace('_', "-"))));
            }
        }
    }
    keys
}

fn quoted_in(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// The keys that a line asks for by `t("key")`, `t1("key", …)` and their kin.
fn asked_for(line: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    for call in ["t(\"", "t1(\"", "t2(\"", "tn(\""] {
        for (at, _) in line.match_indices(call) {
            let before = line[..at].chars().next_back();
            let whole_word = !before.is_some_and(|c| c.is_alphanumeric() || c == '_');
            if whole_word && let Some((key, _)) = line[at + call.len()..].split_once('"') {
                keys.push(key);
            }
        }
    }
    keys
}

#[test]
fn the_readers_of_these_rules_read_right() {
    assert_eq!(key_of("page-title = Boliger"), Some("page-title"));
    assert_eq!(key_of("    [one] bolig = hjem"), None);
    assert!(puts_together("error-{}-title", "error-stale-title"));
    assert!(!puts_together("error-{}-title", "error-stale-text") && !puts_together("{}-title", "error-stale-title"));
    assert!(keys_of_codes().contains("dwelling-status-ledig"));
    assert_eq!(variables_of("{ $count } av { $all-homes }"), ["count", "all-homes"]);
    assert_eq!(
        asked_for("{{ page.t(\"page-title\") }} {{ format(\"x\") }} {{ t1(\"n-homes\", n) }}"),
        ["page-title", "n-homes"]
    );
}
