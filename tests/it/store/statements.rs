//! Statements that stand whole in the source, with `{COLUMNS}` and its like put in. Statements put
//! together from other parts are run by the tests of their pages.

use super::each_place;
use std::path::Path;

/// A statement and the file it stands in.
struct Found {
    file: String,
    sql: String,
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("the store is there") {
        let path = entry.expect("a folder can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if !["sqlite.rs", "postgres.rs"].iter().any(|engine| path.ends_with(engine)) {
            let text = std::fs::read_to_string(&path).expect("source files are UTF-8");
            found.push((path.display().to_string(), text));
        }
    }
}

/// The text literals of a source file, unescaped; lines that end in `\` are joined.
fn literals(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let (mut literals, mut rest) = (Vec::new(), code.as_str());
    while let Some(begin) = rest.find('"') {
        let mut text = String::new();
        let mut signs = rest[begin + 1..].char_indices();
        let end = loop {
            match signs.next() {
                Some((_, '\\')) => match signs.next() {
                    Some((_, '\n')) => text.push('\n'),
                    Some((_, other)) => text.push(other),
                    None => break rest.len(),
                },
                Some((at, '"')) => break begin + 1 + at + 1,
                Some((_, sign)) => text.push(sign),
                None => break rest.len(),
            }
        };
        literals.push(text.lines().map(str::trim_start).collect());
        rest = &rest[end.min(rest.len())..];
    }
    literals
}

/// The value of `const NAME: &str = "…";` in a source file.
fn constant(source: &str, name: &str) -> Option<String> {
    let (_, after) = source.split_once(&format!("const {name}: &str ="))?;
    literals(after).into_iter().next()
}

/// Puts the file's own constants in; `None` when something else is put in too.
fn whole(source: &str, literal: &str) -> Option<String> {
    let mut sql = literal.to_owned();
    while let Some((before, rest)) = sql.split_once('{') {
        let (name, after) = rest.split_once('}')?;
        sql = format!("{before}{}{after}", constant(source, name)?);
    }
    Some(sql)
}

fn statements() -> Vec<Found> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store"), &mut files);
    let begins =
        |text: &str| ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "].iter().any(|b| text.starts_with(b));
    let mut found = Vec::new();
    for (file, source) in &files {
        let whole = literals(source).into_iter().filter(|text| begins(text)).filter_map(|text| whole(source, &text));
        found.extend(whole.map(|sql| Found { file: file.clone(), sql }));
    }
    found
}

#[test]
fn every_statement_can_be_prepared_on_both_engines() {
    let statements = statements();
    assert!(statements.len() > 40, "the statements are found: {}", statements.len());
    each_place(|place| {
        drop(place.open());
        let mut wrong = Vec::new();
        let mut note = |found: &Found, error: Option<String>| {
            wrong.extend(error.map(|error| format!("{}: {error}\n    {}", found.file, found.sql)));
        };
        if let Some(url) = &place.url {
            let mut client = postgres::Client::connect(url, postgres::NoTls).expect("PostgreSQL answers");
            statements.iter().for_each(|found| note(found, client.prepare(&found.sql).err().map(|e| format!("{e:?}"))));
        } else {
            let path = place.folder.path().join("husrom.db");
            let file = rusqlite::Connection::open(path).expect("the store is a file");
            let prepare = |found: &Found| file.prepare(&found.sql.replace('$', "?")).err().map(|e| e.to_string());
            statements.iter().for_each(|found| note(found, prepare(found)));
        }
        assert!(wrong.is_empty(), "Mend the statement, in words both engines know:\n{}", wrong.join("\n"));
    });
}
