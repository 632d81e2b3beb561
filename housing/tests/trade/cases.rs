//! Reads the case files in `tests/cases`: one case a paragraph, one `Label: value` a line.
//!
//! ```text
//! Sak:     E06 Fristen faller på en lørdag
//! Hjemmel: domstolloven § 149
//! Dag:     2026-08-22
//! Fakta:   3 uker; virkedag
//! Svar:    2026-09-14
//! ```

use housing::Date;

/// A worked example: on a day, given the facts, the rule must give this answer.
pub struct Case {
    /// What the case shows, with its number in the collection of worked examples if it has one.
    pub name: String,
    /// Section of the law or other source.
    pub source: String,
    pub day: Date,
    /// Separated by semicolons in the file.
    pub facts: Vec<String>,
    pub expected: String,
}

/// Runs every case of a file and reports all that fail, by name.
#[track_caller]
pub fn check(file: &str, answer: impl Fn(&Case) -> String) {
    let wrong: Vec<String> = read(file)
        .iter()
        .filter_map(|case| {
            let found = answer(case);
            let Case { name, source, expected, .. } = case;
            (found != *expected).then(|| format!("{name} ({source}): expected {expected:?}, found {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{file}:\n{}", wrong.join("\n"));
}

fn read(file: &str) -> Vec<Case> {
    let path = format!("{}/tests/cases/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("reading case file {path}: {error}"));
    let without_comments: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let cases: Vec<Case> = without_comments
        .join("\n")
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| case(paragraph).unwrap_or_else(|label| panic!("{file}: {label} is missing in\n{paragraph}")))
        .collect();
    assert!(!cases.is_empty(), "{file} has no cases");
    cases
}

/// The error is the label that is missing or cannot be read.
fn case(paragraph: &str) -> Result<Case, &'static str> {
    let value = |label: &'static str| {
        paragraph
            .lines()
            .find_map(|line| line.strip_prefix(label)?.strip_prefix(':'))
            .map(|value| value.trim().to_owned())
            .ok_or(label)
    };
    Ok(Case {
        name: value("Sak")?,
        source: value("Hjemmel")?,
        day: value("Dag")?.parse().map_err(|_| "Dag")?,
        facts: value("Fakta")?.split(';').map(|fact| fact.trim().to_owned()).collect(),
        expected: value("Svar")?,
    })
}
