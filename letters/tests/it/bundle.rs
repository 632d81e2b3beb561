use std::collections::BTreeSet;

use jiff::civil::date;
use letters::{
    Bundle, BundleDocument, BundlePdf, BundleProblem, BundlePurpose, DocumentContent, Language, LetterKind, Passage,
    bundle, sample,
};

use crate::reading::{about, single_spaced, whole_text};
use crate::{PNG, decision, pdf};

fn document(number: u32, title: &str, content: DocumentContent) -> BundleDocument {
    BundleDocument { number, date: date(2026, 8, 10), title: title.into(), content }
}

fn text(text: &str) -> DocumentContent {
    DocumentContent::Text(vec![Passage::Shown(text.into())])
}

fn letter(masked_pages: impl IntoIterator<Item = usize>) -> DocumentContent {
    let bytes = pdf(&decision()).into();
    DocumentContent::Pdf { bytes, masked_pages: BTreeSet::from_iter(masked_pages), legal_basis: "fvl. § 19".into() }
}

fn of(documents: Vec<BundleDocument>) -> Bundle {
    let letter = sample(LetterKind::Receipt, Language::Bokmal);
    Bundle {
        sender: letter.sender,
        language: Language::Bokmal,
        purpose: BundlePurpose::PartyAccess,
        party: "Kari Nordmann".into(),
        reference: letter.reference,
        subject: letter.subject,
        date: date(2026, 9, 3),
        documents,
    }
}

#[track_caller]
fn made(of: &Bundle) -> BundlePdf {
    bundle(of).unwrap_or_else(|problem| panic!("{problem}"))
}

#[test]
fn the_contents_name_each_document_in_order_with_its_page() {
    let long = "Et avsnitt om hvordan husstanden bor.\n\n".repeat(60);
    let documents = vec![
        document(1, "Søknad", text("Jeg trenger en bolig.")),
        document(4, "Kartlegging", text(&long)),
        document(7, "Notat", text("Telefonsamtale.")),
    ];
    let made = made(&of(documents));
    let printed = single_spaced(&whole_text(&made.bytes));
    assert!(made.accessible);
    assert!(
        printed.contains("1 10. august 2026 Søknad 2 4 10. august 2026 Kartlegging 3 7 10. august 2026 Notat 5"),
        "{printed}"
    );
}

#[test]
fn what_is_masked_is_not_in_the_file() {
    let passages = vec![
        Passage::Shown("Naboen ".into()),
        Passage::Masked { legal_basis: "fvl. § 19 første ledd bokstav d".into() },
        Passage::Shown(" ringte om bråk.\n\nVi svarte samme dag.".into()),
    ];
    let withheld = DocumentContent::Withheld { legal_basis: "fvl. § 18 a".into() };
    let beside = DocumentContent::Beside { file_name: "regnskap.xlsx".into(), sha256: "5e9c".into() };
    let documents = vec![
        document(1, "Melding", DocumentContent::Text(passages)),
        document(2, "Møtereferat", withheld),
        document(3, "Regnskap", beside),
    ];
    let printed = single_spaced(&whole_text(&made(&of(documents)).bytes));
    for told in [
        "Melding",
        "Noe er skjult.",
        "Naboen Skjult etter fvl. § 19 første ledd bokstav d ringte om bråk. Vi svarte samme dag.",
        "2. Møtereferat 10. august 2026 Ikke utlevert, etter fvl. § 18 a",
        "3. Regnskap 10. august 2026 Ligger ved som egen fil: regnskap.xlsx",
        "Interne dokumenter er ikke med.",
    ] {
        assert!(printed.contains(told), "{told:?} is not told:\n{printed}");
    }
}

#[test]
fn pdfs_are_appended_page_by_page_without_the_masked_ones() {
    let made = made(&of(vec![document(1, "Vedtak", letter([2]))]));
    let printed = single_spaced(&whole_text(&made.bytes));
    assert!(!made.accessible, "another's PDF promises nothing");
    assert!(single_spaced(&about(&made.bytes)).contains("Pages: 3"), "contents and two pages");
    assert!(printed.contains("Dokument 1, side 1 av 2") && printed.contains("Du har fått avslag"), "{printed}");
    assert!(printed.contains("Dokument 1, side 2 av 2 Skjult etter fvl. § 19"), "{printed}");
    assert!(!printed.contains("Med vennlig hilsen"), "the masked page is there: {printed}");
}

#[test]
fn a_picture_has_words_and_its_size() {
    let content = DocumentContent::Picture { bytes: PNG.into(), description: "Bilde av fuktskade på badet".into() };
    let made = made(&of(vec![document(1, "Bilde", content)]));
    assert!(made.accessible);
    assert!(whole_text(&made.bytes).contains("Bilde av fuktskade på badet"));
}

#[test]
fn the_appeal_body_is_told_whose_case_it_is_and_nothing_about_appealing() {
    let purpose = BundlePurpose::Appeal { body: "Statsforvalteren i Møre og Romsdal".into() };
    let bundle = Bundle { purpose, language: Language::Nynorsk, ..of(vec![document(1, "Klage", text("Eg klagar."))]) };
    let printed = single_spaced(&whole_text(&made(&bundle).bytes));
    assert!(printed.contains("Dokumenta i klagesaka Til"), "{printed}");
    assert!(printed.contains("Statsforvalteren i Møre og Romsdal Kari Nordmann"), "{printed}");
    assert!(!printed.contains("kan du klage"), "{printed}");
}

#[test]
fn every_file_that_cannot_be_opened_is_named() {
    let broken = |bytes: &[u8]| DocumentContent::Pdf {
        bytes: bytes.into(),
        masked_pages: BTreeSet::new(),
        legal_basis: String::new(),
    };
    let documents = vec![
        document(3, "Ødelagt", broken(b"MZ\x90\0")),
        document(4, "Hel", letter([])),
        document(5, "Tom", broken(b"")),
    ];
    assert_eq!(bundle(&of(documents)), Err(BundleProblem::Unreadable(vec![3, 5])));
    assert_eq!(bundle(&of(vec![document(8, "Vedtak", letter([9]))])), Err(BundleProblem::NoSuchPage(vec![8])));
    assert_eq!(bundle(&of(Vec::new())), Err(BundleProblem::Empty));
}

#[test]
fn the_same_bundle_gives_the_same_bytes() {
    let bundle = of(vec![document(1, "Vedtak", letter([])), document(2, "Notat", text("Ja."))]);
    assert!(made(&bundle) == made(&bundle));
}
