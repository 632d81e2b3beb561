//! Files that cannot be read are refused calmly, with the reason.

use super::made::{texts, xlsx, zipped};
use super::*;

#[track_caller]
fn refused(bytes: Vec<u8>) -> &'static str {
    read(&bytes, "fil").expect_err("the file cannot be read").code()
}

#[test]
fn what_is_no_spreadsheet() {
    assert_eq!(refused(Vec::new()), "empty");
    assert_eq!(refused(b"   \n\n".to_vec()), "empty");
    assert_eq!(refused(b"%PDF-1.7\n...".to_vec()), "not-a-spreadsheet");
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n....".to_vec()), "not-a-spreadsheet");
    assert_eq!(refused(b"<html><table><tr><td>1</td></tr></table></html>".to_vec()), "not-a-spreadsheet");
    assert_eq!(refused(zipped(&[("word/document.xml", b"<w/>")])), "not-a-spreadsheet");
    assert_eq!(refused(zipped(&[("bilde.jpg", b"...")])), "not-a-spreadsheet");
    assert_eq!(refused(vec![7, 1, 0, 2, 9, 0, 0, 3]), "not-a-spreadsheet");
    assert_eq!(refused(b"Kjaere kontor\nher er lista\ndere ba om\n".to_vec()), "one-column");
}

#[test]
fn a_password_is_told_from_damage() {
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend([0; 600]);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(locked), "encrypted");
    let whole = xlsx(&[("Ark1", vec![texts(&["Adresse", "Husleie"])])]);
    assert_eq!(refused(whole[..whole.len() / 2].to_vec()), "damaged");
    let manifest = b"<manifest:encryption-data/>";
    assert_eq!(refused(zipped(&[("META-INF/manifest.xml", manifest), ("content.xml", b"x")])), "encrypted");
}

#[test]
fn a_file_that_is_too_large_is_not_looked_at() {
    assert_eq!(refused(vec![b'a'; 200 << 20]), "too-large");
}

#[test]
fn empty_sheets_and_headings_alone() {
    assert_eq!(refused(xlsx(&[("Ark1", vec![])])), "nothing-in-it");
    let (reading, checked) = &checked(b"Adresse;Bolignr;Husleie\n".to_vec(), "a.csv")[0];
    assert_eq!((&reading.set_aside, checked.rows), (&Some(SetAside::NoRows), 0));
    assert_eq!(reading.kind, Some(SheetKind::Dwellings));
}

#[test]
fn a_list_of_something_else_is_not_taken_for_homes() {
    let (reading, _) = &checked(b"Vare;Antall;Lager\nSpade;3;A\nRive;4;B\n".to_vec(), "lager.csv")[0];
    assert_eq!((reading.kind, reading.set_aside.is_some()), (None, true));
}

#[test]
fn encodings_are_found() {
    let text = "Søker;Mottatt;Målgruppe;Status\nÅse Ødegård;01.02.2026;Flyktning;Ny\n";
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin-1")).collect();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let with_mark = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for bytes in [text.as_bytes().to_vec(), latin, utf16, with_mark, text.replace(';', "\t").into_bytes()] {
        let (_, checked) = &checked(bytes, "a.csv")[0];
        let Record::Application(application) = &checked.accepted[0].record else { panic!("not an application") };
        assert_eq!(application.applicant.name.listed(), "Ødegård, Åse");
    }
}
