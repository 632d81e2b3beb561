//! The settings file that operators start from tells the truth.

use husrom::settings::Settings;
use std::path::Path;

const EXAMPLE: &str = "parameters/husrom.toml";

fn load(file: &Path) -> Settings {
    Settings::load(Some(file), Path::new("."), |_| None).expect("the settings can be used")
}

#[test]
fn the_example_names_the_defaults() {
    assert_eq!(load(Path::new(EXAMPLE)), Settings::default());
}

/// Settings without a default value stand in the example behind a `#`.
#[test]
fn the_example_can_be_uncommented() {
    let example = std::fs::read_to_string(EXAMPLE).expect("the example is there");
    let uncommented: String = example
        .lines()
        .map(|line| line.strip_prefix("# ").filter(|rest| rest.contains(" = ")).unwrap_or(line))
        .map(|line| format!("{line}\n"))
        .collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("husrom.toml");
    std::fs::write(&file, uncommented).expect("the folder is ours");
    let settings = load(&file);
    assert!(settings.database.is_some() && settings.key.is_some() && settings.today.is_some());
}
