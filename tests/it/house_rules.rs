//! The rules of the house that no compiler keeps. Each failure names every place and says what to do.

use std::fs;
use std::path::Path;

/// Documents that tell the truth about commands and links.
mod documents;
/// Who may know whom: dependencies point one way.
mod layers;
/// Pages without inline style or script.
mod pages;
/// The texts for people: complete in every language, and none unused.
mod texts;
/// One word for one thing.
mod words;

/// A text file of the repository, by its path from the top.
struct SourceFile {
    path: String,
    text: String,
}

impl SourceFile {
    /// `(place, line)` for every line, where the place can be clicked.
    fn lines(&self) -> impl Iterator<Item = (String, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (format!("{}:{}", self.path, index + 1), line))
    }

    /// As `lines`, without the comment lines of Rust.
    fn code(&self) -> impl Iterator<Item = (String, &str)> {
        self.lines().filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// Every file under `folder` with one of the endings. Empty where the folder does not exist.
fn files(folder: &str, endings: &[&str]) -> Vec<SourceFile> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(top, &top.join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(top: &Path, folder: &Path, endings: &[&str], found: &mut Vec<SourceFile>) {
    const NOT_OURS: [&str; 5] = [".git", "target", "node_modules", "dist", "data"];
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("a folder of the repository can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                collect(top, &path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(&path).expect("source files are UTF-8");
            let path = path.strip_prefix(top).expect("it was found under the top").to_string_lossy().into_owned();
            found.push(SourceFile { path, text });
        }
    }
}

/// Passes when nothing was found; otherwise names every place and the way out.
#[track_caller]
fn check(findings: Vec<String>, what_to_do: &str) {
    assert!(findings.is_empty(), "{what_to_do}\n  {}\n", findings.join("\n  "));
}

/// The places of code lines in `sources` for which `is_wrong` holds.
fn places(sources: &[SourceFile], is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let wrong = |(place, line): (String, &str)| is_wrong(line).then(|| format!("{place}: {}", line.trim()));
    sources.iter().flat_map(|source| source.code().filter_map(wrong)).collect()
}

#[test]
fn the_files_are_found() {
    let found = files(".", &[".rs"]);
    assert!(found.iter().any(|file| file.path == "src/main.rs"), "the rules would look at nothing");
    assert!(found.iter().all(|file| !file.path.starts_with("target")));
}

#[test]
fn sql_stays_in_the_store() {
    const STATEMENTS: [&str; 6] =
        ["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE ", "ALTER TABLE ", "DROP TABLE "];
    let speaks_sql = |line: &str| {
        STATEMENTS.iter().any(|statement| line.contains(statement))
            || (line.contains("UPDATE ") && line.contains(" SET "))
            || ["rusqlite::", "postgres::"].iter().any(|driver| line.contains(driver))
    };
    let mut sources = files("src", &[".rs"]);
    sources.retain(|file| !file.path.starts_with("src/store"));
    for package in ["housing", "matching", "letters", "demo"] {
        sources.extend(files(package, &[".rs"]));
    }
    check(places(&sources, speaks_sql), "Move the SQL into a named function in src/store and call that.");
}

#[test]
fn only_the_clock_reads_the_clock() {
    let reads_clock = |line: &str| ["Timestamp::now", "Zoned::now", "SystemTime::now"].iter().any(|n| line.contains(n));
    let mut sources = files(".", &[".rs"]);
    sources.retain(|file| file.path != "src/clock.rs" && file.path != "tests/it/house_rules.rs");
    check(places(&sources, reads_clock), "Take the day or the instant as an argument; src/clock.rs hands them out.");
}

#[test]
fn a_file_is_about_one_idea() {
    const LONGEST: usize = 500;
    let long = |file: SourceFile| {
        let lines = file.text.lines().count();
        (lines > LONGEST).then(|| format!("{}: {lines} lines", file.path))
    };
    let found = files(".", &[".rs", ".html", ".css", ".js", ".mjs"]).into_iter().filter_map(long).collect();
    check(found, "Over 500 lines: make it a folder of the same name, split by facet (never types.rs and utils.rs).");
}

#[test]
fn nothing_is_left_behind() {
    // Written in two halves, so that this file does not find itself.
    let left = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("db", "g!("),
        concat!("to", "do!("),
        concat!("unimple", "mented!("),
        concat!("debug", "ger;"),
    ];
    let sources = files(".", &[".rs", ".html", ".css", ".js", ".mjs", ".sql", ".ftl", ".toml", ".md"]);
    let found = sources.iter().flat_map(|file| {
        file.lines().filter(|(_, line)| left.iter().any(|word| line.contains(word))).map(|(place, _)| place)
    });
    check(found.collect(), "Finish it, or take it out: the tree holds finished things only.");
}

#[test]
fn no_path_of_one_persons_machine() {
    let personal = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!("/wo", "rk/")];
    let sources = files(".", &[".rs", ".html", ".css", ".js", ".mjs", ".sql", ".ftl", ".toml", ".md", ".json"]);
    let found = sources.iter().flat_map(|file| {
        file.lines().filter(|(_, line)| personal.iter().any(|path| line.contains(path))).map(|(place, _)| place)
    });
    check(found.collect(), "Use a path from the repository's top, from the settings, or a temporary folder.");
}
