use super::{accept, command, husrom, register, stdout, upload};
use crate::app::TestApp;
use husrom::office::overview::register as totals;
use serde_json::{Value, json};
use std::path::PathBuf;

const FILES: [&str; 3] = ["boligoversikt.xlsx", "sokerliste.xlsx", "restanser.csv"];

/// The office's files, where they stand beside the repository.
fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/fjordvik");
    folder.is_dir().then_some(folder)
}

fn expected(folder: &std::path::Path) -> Value {
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("the figures stand with the files");
    serde_json::from_str(&text).expect("the figures are JSON")
}

/// The register's figures as the office's own file of figures has them.
fn wanted(expected: &Value) -> Value {
    let (homes, applications, arrears) = (&expected["homes"], &expected["applications"], &expected["arrears"]);
    json!({
        "homes": homes["homes"],
        "care_homes": homes["care_homes"],
        "vacant": homes["vacant"],
        "tenancies": homes["tenancies"],
        "fixed_term": homes["fixed_term"],
        "expired_contracts": homes["expired_contracts"],
        "rent_ore": homes["rent_sum"].as_i64().expect("a number") * 100,
        "wheelchair": homes["wheelchair"],
        "applications": applications["applications"],
        "children": applications["children"],
        "arrears_households": arrears["households"],
        "arrears_ore": arrears["total_ore"],
        "credit_ore": arrears["credit_ore"],
    })
}

#[track_caller]
fn assert_figures(found: &Value, folder: &std::path::Path) {
    for (name, value) in wanted(&expected(folder)).as_object().expect("written so above") {
        assert_eq!(&found[name], value, "{name}");
    }
}

#[test]
fn the_command_gives_exactly_the_figures_and_again_changes_nothing() {
    let Some(folder) = folder() else { return eprintln!("skipped: the files are not here") };
    let data = register();
    let files = FILES.map(|name| folder.join(name).display().to_string());
    let mut words = vec!["import", "--json", "--as-of", "2026-03-01"];
    words.extend(files.iter().map(String::as_str));

    let rehearsed: Value =
        serde_json::from_str(&stdout(&husrom(data.path(), &[&words[..], &["--dry-run"]].concat()))).expect("JSON");
    assert_figures(&rehearsed["register"], &folder);
    let untouched = stdout(&husrom(data.path(), &["stats", "--as-of", "2026-03-01", "--json"]));
    assert!(untouched.contains("\"homes\": 0") || untouched.contains("\"homes\":0"), "{untouched}");

    let first: Value = serde_json::from_str(&stdout(&husrom(data.path(), &words))).expect("JSON");
    assert_figures(&first["register"], &folder);
    assert_eq!(first, rehearsed);
    let rejected: Vec<(String, u64)> = first["files"][0]["sheets"]
        .as_array()
        .expect("sheets")
        .iter()
        .flat_map(|sheet| {
            let name = sheet["sheet"].as_str().unwrap_or_default().to_owned();
            let rows = sheet["rejected"].as_array().cloned().unwrap_or_default();
            rows.into_iter().map(move |row| (name.clone(), row["row"].as_u64().unwrap_or_default()))
        })
        .collect();
    let listed = expected(&folder)["homes"]["rejected_home_rows"].clone();
    let listed: Vec<(String, u64)> = listed
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (row["sheet"].as_str().unwrap_or_default().to_owned(), row["row"].as_u64().unwrap_or_default()))
        .collect();
    assert_eq!(rejected, listed);

    let mut again = command(data.path(), &words);
    let second: Value = serde_json::from_str(&stdout(&again.output().expect("runs"))).expect("JSON");
    assert_eq!(second["register"], first["register"]);
    assert!(stdout(&husrom(data.path(), &["verify"])).contains("whole"), "the journal holds");
}

#[test]
fn the_pages_give_exactly_the_figures() {
    let Some(folder) = folder() else { return eprintln!("skipped: the files are not here") };
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let contents = FILES.map(|name| std::fs::read(folder.join(name)).expect("the file can be read"));
    let files: Vec<(&str, &[u8])> = FILES.into_iter().zip(contents.iter().map(Vec::as_slice)).collect();
    let import = upload(&caseworker, &files);
    let preview = caseworker.get(&import).expect(200);
    assert!(preview.bytes.len() < 150_000, "{} bytes", preview.bytes.len());
    accept(&caseworker, &import);
    let found = app.office().store().read(|tx| totals(tx, crate::app::DAY)).expect("the figures can be read");
    assert_figures(&serde_json::to_value(found).expect("JSON"), &folder);
}
