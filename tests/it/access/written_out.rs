use std::path::Path;

/// A row of a table: what it is about, then a column for each role.
pub fn row<'a>(about: &str, cells: impl Iterator<Item = &'a str>) -> String {
    let cells = cells.map(|cell| format!("{cell:>18}")).collect::<String>();
    format!("{about:<44}{cells}")
}

/// Compares a file of the repository with what is true now, or writes it anew.
#[track_caller]
pub fn check(path: &str, now: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let now = format!("{now}\n");
    if std::env::var_os("HUSROM_BLESS").is_some() {
        std::fs::write(&file, now).expect("the file can be written");
        return;
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    let lost = written.lines().filter(|line| !now.lines().any(|other| other == *line)).map(|line| format!("- {line}"));
    let new = now.lines().filter(|line| !written.lines().any(|other| other == *line)).map(|line| format!("+ {line}"));
    let changes: Vec<String> = lost.chain(new).collect();
    assert!(
        changes.is_empty() && written == now,
        "{path} no longer says what is true:\n{}\n\nRead each line: may everybody in that role do this? If so, run\n\n    \
         HUSROM_BLESS=1 cargo nextest run --test it access\n\nand commit {path}.",
        changes.join("\n")
    );
}
