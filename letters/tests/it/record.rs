use jiff::civil::date;
use letters::{Language, LetterKind, LetterProblem, Record, RecordPiece, RecordSection, record, sample};

use crate::reading::{about, single_spaced, text};

fn minutes(reason: &str) -> Record {
    let section = |heading: &str, piece| RecordSection { heading: heading.into(), pieces: vec![piece] };
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    Record {
        sender: sample(LetterKind::Receipt, Language::Bokmal).sender,
        language: Language::Bokmal,
        title: "Referat fra tildelingsmøtet".into(),
        date: date(2026, 9, 3),
        facts: vec![("Møtedag".into(), "3. september 2026".into()), ("Avsluttet av".into(), "Tilla Tildeler".into())],
        sections: vec![
            section("Til stede", RecordPiece::List { lines: texts(&["Tilla Tildeler", "Nils Nabo (Nav)"]) }),
            section(
                "Tildelt",
                RecordPiece::Table {
                    heads: texts(&["Søknad", "Bolig"]),
                    rows: vec![texts(&["2026/00417", "Granlia 7 H0204"])],
                },
            ),
            section("Det møtet bestemte", RecordPiece::Text { text: reason.into() }),
        ],
    }
}

#[test]
fn it_tells_everything_in_order_and_is_tagged_for_the_archive() {
    let pdf = record(&minutes("Skal bo *nær* #skolen.")).expect("it can be laid out");
    let printed = single_spaced(&text(&pdf));
    let told = "Til stede • Tilla Tildeler • Nils Nabo (Nav) Tildelt Søknad Bolig 2026/00417 Granlia 7 H0204 \
                Det møtet bestemte Skal bo *nær* #skolen.";
    assert!(printed.contains(told), "{printed}");
    assert!(single_spaced(&about(&pdf)).contains("Tagged: yes"));
    let bytes = String::from_utf8_lossy(&pdf);
    assert!(bytes.contains("<pdfuaid:part>1</pdfuaid:part>") && bytes.contains("<pdfaid:part>2</pdfaid:part>"));
    assert_eq!(pdf, record(&minutes("Skal bo *nær* #skolen.")).expect("again"), "the same bytes");
}

#[test]
fn what_no_font_has_is_told() {
    let refused = record(&minutes("Skal bo nær 🦊."));
    assert_eq!(refused, Err(LetterProblem::Unprintable(vec!['🦊'])));
}
