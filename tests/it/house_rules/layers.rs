use super::{check, files, places};

/// Each part of the program, and the parts it must not know.
const MUST_NOT_KNOW: [(&str, &[&str]); 3] = [
    ("src/store", &["office", "exchange", "web", "cli"]),
    ("src/exchange", &["office", "web", "cli"]),
    ("src/office", &["web", "cli"]),
];

#[test]
fn dependencies_point_one_way() {
    let mut found = Vec::new();
    for (part, strangers) in MUST_NOT_KNOW {
        let knows_stranger =
            |line: &str| strangers.iter().any(|stranger| line.contains(&format!("crate::{stranger}::")));
        let mut sources = files(part, &[".rs"]);
        sources.extend(files("src", &[".rs"]).into_iter().filter(|file| file.path == format!("{part}.rs")));
        found.extend(places(&sources, knows_stranger));
    }
    check(
        found,
        "Turn it round: the outer part calls the inner one and hands it what it needs (docs/ARCHITECTURE.md).",
    );
}

#[test]
fn only_the_office_writes() {
    let writes = |line: &str| {
        ["store().write(", "store.write(", "store().note(", "store.note("].iter().any(|w| line.contains(w))
    };
    let mut sources = files("src/web", &[".rs"]);
    sources.extend(files("src/cli", &[".rs"]));
    check(
        places(&sources, writes),
        "Make it a verb of src/office, with its access check and its journal entry, and call that.",
    );
}

/// `L7.5`: what is on the register is never deleted, and retention is decided by people; only what is nobody's fact is.
#[test]
fn no_fact_is_deleted() {
    const NO_FACTS: [&str; 4] = ["session", "calendar_feed", "application_draft", "person_word"];
    let deletes_fact = |line: &str| {
        let table = line.split_once("DELETE FROM ").and_then(|(_, rest)| rest.split([' ', '"']).next());
        table.is_some_and(|table| !NO_FACTS.contains(&table))
    };
    check(
        places(&files("src", &[".rs"]), deletes_fact),
        "Keep the row and say from when it no longer holds; what may go at last is a retention decision (L7.5).",
    );
}

#[test]
fn packages_know_nothing_of_the_world() {
    const WORLD: [&str; 7] =
        ["std::fs", "std::net", "std::env", "std::process", "std::thread::sleep", "tokio::", "axum::"];
    let mut sources = Vec::new();
    for package in ["housing", "matching", "letters", "demo"] {
        sources.extend(files(&format!("{package}/src"), &[".rs"]));
    }
    let touches_world = |line: &str| WORLD.iter().any(|part| line.contains(part));
    check(
        places(&sources, touches_world),
        "housing, matching, letters and demo are pure: take what is needed as arguments, and let the program do the I/O.",
    );
}

#[test]
fn packages_name_only_dependencies_without_io() {
    const DRIVERS: [&str; 8] = ["axum", "clap", "husrom", "postgres", "reqwest", "rusqlite", "tokio", "ureq"];
    let mut found = Vec::new();
    for package in ["housing", "matching", "letters", "demo"] {
        for manifest in files(package, &["Cargo.toml"]) {
            let drivers = manifest.lines().filter(|(_, line)| {
                let name = line.split(['=', '.', ' ']).next().unwrap_or_default();
                DRIVERS.contains(&name)
            });
            found.extend(drivers.map(|(place, line)| format!("{place}: {line}")));
        }
    }
    check(found, "A pure package does no I/O: the part that needs this belongs in src/.");
}
