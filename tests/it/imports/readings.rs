use super::{husrom, register, stdout};

const LIST: &str = "Kol A;Kol B;Kol C\nFjellvegen 8;2;7000\nFjellvegen 10;3;8000\n";
const MAPPING: &str = "[[sheet]]\nkind = \"dwellings\"\nheader-row = 1\n[sheet.columns]\n\
                       \"Kol A\" = \"address\"\n\"Kol B\" = \"rooms\"\n\"Kol C\" = \"rent\"\n";

/// A file whose headings say nothing is read as somebody has said, and the next one of its kind by the name it was kept
/// under.
#[test]
fn a_mapping_on_the_command_line_is_kept_and_used_again_by_its_name() {
    let data = register();
    let file = |name: &str, content: &str| {
        let path = data.path().join(name);
        std::fs::write(&path, content).expect("the folder is ours");
        path.display().to_string()
    };
    let (list, mapping, bad) =
        (file("liste.csv", LIST), file("lesemate.toml", MAPPING), file("gal.toml", "[[sheet]]\nkind = \"boats\"\n"));

    let guessed = husrom(data.path(), &["import", "--dry-run", "--json", &list]);
    assert!(stdout(&guessed).contains("\"homes\": 0"), "{guessed:?}");
    let said = husrom(data.path(), &["import", "--json", "--mapping", &mapping, "--save-profile", "kolonner", &list]);
    assert!(stdout(&said).contains("\"homes\": 2"), "{said:?}");
    let again = husrom(data.path(), &["import", "--json", "--profile", "kolonner", &list]);
    assert!(stdout(&again).contains("\"accepted\": 2"), "{again:?}");

    let unknown = husrom(data.path(), &["import", "--profile", "finnes-ikke", &list]);
    let told = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(!unknown.status.success() && told.contains("there are kolonner"), "{told}");
    let refused = husrom(data.path(), &["import", "--mapping", &bad, &list]);
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && told.contains("gal.toml") && told.contains("boats"), "{told}");
}
