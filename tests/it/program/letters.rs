//! The municipality's own words, checked before they are used.

use super::said;
use std::process::{Command, Output};

fn check(folder: &std::path::Path) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_husrom"));
    program.args(["letters", "check"]).arg(folder).output().expect("the program can be started")
}

#[test]
fn a_template_that_lost_a_mandatory_block_is_named_with_the_law() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    assert_eq!(check(folder.path()).status.code(), Some(1), "an empty folder is a mistake");
    std::fs::create_dir(folder.path().join("nn")).expect("the folder is ours");
    for (name, text) in ::letters::Templates::files().filter(|(name, _)| name.starts_with("nn/")) {
        std::fs::write(folder.path().join(name), text).expect("the folder is ours");
    }
    let whole = check(folder.path());
    assert_eq!(whole.status.code(), Some(0), "{}", said(&whole));
    let refusal = folder.path().join("nn/vedtak-avslag.txt");
    let text = std::fs::read_to_string(&refusal).expect("it is there");
    std::fs::write(&refusal, text.replace("[klagerett]\n", "")).expect("the folder is ours");
    let lost = check(folder.path());
    assert_eq!(lost.status.code(), Some(2), "{}", said(&lost));
    let told = said(&lost);
    assert!(told.contains("nn/vedtak-avslag.txt: the block [klagerett] is missing ("), "{told}");
}
