//! A mapping decides over the guess, and can be kept and used again.

use super::*;

const FILE: &str = "Hvor;Hvem;Pris nå\nSjøgata 4 H0101;Bo Berg;7850\nSjøgata 4 H0102;Ada Lie;8850\n";

#[test]
fn what_somebody_has_said_is_not_guessed() {
    let workbook = read(FILE.as_bytes(), "liste.csv").expect("a list");
    let mapping = Mapping::from_text(
        "[[sheet]]\nkind = \"dwellings\"\nheader-row = 1\n[sheet.columns]\nHvor = \"address\"\nHvem = \"name\"\n\"Pris nå\" = \"rent\"\n",
    )
    .expect("a mapping");
    let readings = understand(&workbook, Vocabulary::built_in(), Some(&mapping));
    let checked = check(&workbook, &readings[0], Vocabulary::built_in(), TODAY);
    assert_eq!(checked.accepted.len(), 2, "{:#?} {:?}", checked.rejected, readings[0].set_aside);
    assert!(readings[0].columns.iter().all(|column| column.ground == Ground::Mapping));
}

#[test]
fn a_mapping_kept_reads_the_file_the_same_way_again() {
    let text = "Adresse;Leil.nr;Leiesum;Tull\nSjøgata 4;H0101;7850;abc\nSjøgata 4;H0102;8850;def\n";
    let workbook = read(text.as_bytes(), "liste.csv").expect("a list");
    let guessed = understand(&workbook, Vocabulary::built_in(), None);
    assert_eq!(guessed[0].not_understood(), ["Tull"]);
    let kept = Mapping::of(&guessed).to_toml();
    let mapping = Mapping::from_text(&kept).expect("what was written can be read");
    let again = understand(&workbook, Vocabulary::built_in(), Some(&mapping));
    assert_eq!(again[0].not_understood(), Vec::<String>::new());
    assert_eq!(meanings(&again[0])[..3], meanings(&guessed[0])[..3]);
}

#[test]
fn a_mapping_that_is_none_says_why() {
    assert!(Mapping::from_text("[[sheet]]\nkind = \"boats\"\n").is_err());
    assert!(Mapping::from_text("{\"sheet\": [{\"columns\": {\"A\": \"adress\"}}]}").is_err());
    assert!(Mapping::from_text("{\"sheet\": [{\"kind\": \"arrears\", \"columns\": {\"A\": \"name\"}}]}").is_ok());
}
