use std::path::Path;
use std::process::Command;

use super::{SourceFile, check, files};

/// README and everything under docs.
fn documents() -> Vec<SourceFile> {
    let mut documents = files("docs", &[".md"]);
    documents.extend(files(".", &["README.md"]));
    documents
}

/// What a reader is told to type can be typed: every command and every option is in `--help`.
#[test]
fn commands_in_the_documents_exist() {
    let mut found = Vec::new();
    for document in documents() {
        for (place, line) in document.lines() {
            if let Some((command, options)) = husrom_command(line) {
                match help(command) {
                    None => found.push(format!("{place}: there is no husrom {command}")),
                    Some(help) => {
                        let missing = options.into_iter().filter(|option| !help.contains(option));
                        found.extend(missing.map(|option| format!("{place}: husrom {command} has no {option}")));
                    }
                }
            }
        }
    }
    check(found, "Say what can be typed: src/cli and the document must agree.");
}

#[test]
fn links_in_the_documents_lead_somewhere() {
    let mut found = Vec::new();
    for document in documents() {
        let folder = Path::new(&document.path).parent().unwrap_or(Path::new(""));
        for (place, line) in document.lines() {
            let dead = links(line).into_iter().filter(|link| !link.contains("://") && !folder.join(link).exists());
            found.extend(dead.map(|link| format!("{place}: {link}")));
        }
    }
    check(found, "Mend the link, or make what it leads to.");
}

/// The command and the `--options` of a line such as `dist/husrom import --data office boliger.xlsx   # …`.
fn husrom_command(line: &str) -> Option<(&str, Vec<&str>)> {
    let line = line.split('#').next().unwrap_or_default();
    let typed = line.strip_prefix("dist/").unwrap_or(line).strip_prefix("husrom ")?;
    let mut words = typed.split_whitespace();
    let command = words.next().filter(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))?;
    Some((command, words.filter(|word| word.starts_with("--")).collect()))
}

fn help(command: &str) -> Option<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_husrom")).args([command, "--help"]).output();
    let output = output.expect("the program was built beside this test");
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The targets of Markdown links, without the part after `#`.
fn links(line: &str) -> Vec<&str> {
    let target = |rest| str::split(rest, [')', '#']).next();
    line.split("](").skip(1).filter_map(target).filter(|link| !link.is_empty()).collect()
}

#[test]
fn documents_are_read_right() {
    assert_eq!(
        husrom_command("dist/husrom import --data office --dry-run a.xlsx  # --not"),
        Some(("import", vec!["--data", "--dry-run"]))
    );
    assert_eq!(husrom_command("`husrom serve` runs on"), None);
    assert_eq!(links("see [one](a.md#part) and [two](https://b)"), ["a.md", "https://b"]);
}
