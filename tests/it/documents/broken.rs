use super::samples::{PNG, docx_with, pdf, png_of, types, zipped};
use super::{SAID, listed, place};
use crate::app::TestApp;

#[test]
fn what_is_no_document_is_named_with_the_reason_and_the_others_are_kept() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let (place, _) = place(&officer, &[]);
        let bomb = docx_with(&vec![b' '; 210 << 20], &[]);
        let macros = docx_with(b"<w:document/>", &[("word/vbaProject.bin", b"x")]);
        let zip = zipped(&[("setup.exe", b"MZ")]);
        let hollow_types = types("word/document.xml", "openxmlformats-officedocument.wordprocessingml.document");
        let hollow = zipped(&[("[Content_Types].xml", hollow_types.as_bytes())]);
        let huge = png_of(60_000, 60_000);
        let files: [(&str, &[u8], &str); 17] = [
            ("lonn.pdf", b"\x7fELF\x02\x01\x01", "Dette er et program"),
            ("attest.docx", b"MZ\x90\x00\x03", "Dette er et program"),
            ("skript.pdf", b"#!/bin/sh\nrm -rf /\n", "Dette er et program"),
            ("skript.txt", b"\n#!/bin/sh\nrm -rf /\n", "Dette er et program"),
            ("bilde.png", b"<!doctype html><script>alert(1)</script>", "Dette er en nettside"),
            ("side.txt", b"  <html><body>", "Dette er en nettside"),
            ("tegning.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", "Dette er en nettside"),
            ("tom.pdf", b"", "Filen er tom"),
            ("bombe.docx", &bomb, "pakker seg ut til langt mer"),
            ("makro.docx", &macros, "Dokumentet har makroer"),
            ("pakke.docx", &zip, "Dette er en pakket fil"),
            ("hul.docx", &hollow, "Filen er skadet"),
            ("gammel.rtf", b"{\\rtf1\\ansi S\xf8knad}", "gammelt Office-format"),
            ("gammel.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "gammelt Office-format"),
            ("stort.png", &huge, "flere punkter enn vi kan vise"),
            ("film.heic", b"\0\0\0\x18ftypisom\0\0\0\0isommp42", "ikke av et slag vi tar imot"),
            ("kommando.bat", b"echo hei", "ikke av et slag vi tar imot"),
        ];
        let good = pdf("Lonn");
        let mut sent: Vec<(&str, &[u8])> = files.iter().map(|(name, content, _)| (*name, *content)).collect();
        sent.push(("lonnsslipp.pdf", &good));
        let page = officer.upload(&place, &SAID, &sent).expect(422);
        for (name, _, told) in files {
            assert!(
                page.has(&format!("<strong>{name}</strong>: {told}")) || why(&page.text(), name).contains(told),
                "{name}: {page:?}"
            );
        }
        assert!(page.has("Ett dokument er lagt inn.") && page.has("Vi tar imot PDF"), "{page:?}");
        assert_eq!(listed(&page).len(), 1);
        // Sent again, it is known.
        let again = officer.upload(&place, &SAID, &[("kopi.pdf", &good)]).expect(422);
        assert!(why(&again.text(), "kopi.pdf").contains("Den samme filen ble lagt inn 27.02.2026"), "{again:?}");
    });
}

/// What the page says of a file that was not kept.
fn why(page: &str, name: &str) -> String {
    let (_, after) = page.split_once(&format!("<strong>{name}</strong>:")).expect("the file is named");
    after.split_once('<').expect("it ends").0.to_owned()
}

#[test]
fn names_have_no_folders_and_every_script_comes_back() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let (place, _) = place(&officer, &[]);
        let long = format!("{}.pdf", "ø".repeat(251));
        let names = [
            ("../../etc/passwd.pdf", "passwd.pdf".to_owned()),
            ("رسالة من المحامي.pdf", "رسالة من المحامي.pdf".to_owned()),
            (long.as_str(), format!("{}.pdf", "ø".repeat(116))),
            ("faktura.exe", "faktura.exe.pdf".to_owned()),
            ("regning\u{202e}fdp.pdf", "regningfdp.pdf".to_owned()),
        ];
        for (at, (name, kept)) in names.into_iter().enumerate() {
            officer.upload(&place, &SAID, &[(name, &pdf(&at.to_string()))]).expect(303);
            let document = listed(&officer.get(&place).expect(200)).remove(0);
            let file = officer.get(&format!("{document}/file")).expect(200);
            let disposition = file.header("content-disposition");
            let (_, encoded) = disposition.split_once("filename*=UTF-8''").expect("RFC 5987");
            let read = serde_urlencoded::from_str::<Vec<(String, String)>>(&format!("name={encoded}"));
            assert_eq!(read.expect("percent-encoded")[0].1, kept);
        }
    });
}

#[test]
fn too_much_at_once_is_refused_calmly() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let (place, _) = place(&officer, &[]);
    let mut large = pdf("stor");
    large.resize(21 << 20, b' ');
    let small = pdf("liten");
    let page = officer.upload(&place, &SAID, &[("stor.pdf", &large), ("liten.pdf", &small)]).expect(422);
    assert!(page.has("Filen er større enn 20 MB") && page.has("Ett dokument er lagt inn."), "{page:?}");
    let page = officer.upload(&place, &SAID, &[("a.pdf", &large), ("b.pdf", &large), ("c.pdf", &large)]).expect(413);
    assert!(page.has("er for stort"), "{page:?}");
    let many: Vec<(&str, &[u8])> = (0..31).map(|_| ("bilde.png", PNG)).collect();
    let page = officer.upload(&place, &SAID, &many).expect(422);
    assert!(page.has("Du har valgt 31 filer. Velg høyst 30"), "{page:?}");
    assert_eq!(listed(&page).len(), 1, "nothing of it was kept");
}

#[test]
fn everything_wrong_with_the_form_is_named_at_once_and_what_was_typed_stands() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let (place, _) = place(&officer, &[]);
    let page = officer.upload(&place, &[("title", "Fra fastlegen")], &[]).expect(422);
    for text in ["Velg minst én fil.", "Velg hva slags dokument", "Fra fastlegen", "form-problem"] {
        assert_eq!(page.has(text), text != "form-problem", "{text}: {page:?}");
    }
    let png = [("bilde.png", PNG)];
    let ahead = [("kind", "ANNET"), ("day", "2026-03-02"), ("title", "")];
    let page = officer.upload(&place, &ahead, &png).expect(422);
    assert!(page.has("Dagen kan ikke være fram i tid.") && page.has("Skriv hva det er."), "{page:?}");
    let elsewhere = [("kind", "LONN"), ("day", "2026-02-27"), ("case", "00000000-0000-7000-8000-000000000000")];
    officer.upload(&place, &elsewhere, &png).expect(404);
}

#[test]
fn whoever_may_not_hand_in_may_look_and_those_without_the_case_know_of_nothing() {
    let app = TestApp::new();
    let (insider, outsider, follow_up) =
        (app.insider(), app.caseworker(), app.officer(husrom::access::Role::FollowUpWorker));
    let (open, _) = place(&insider, &[]);
    let (hidden, case) = place(&insider, &[("protection", "STRENGT")]);
    for place in [&open, &hidden] {
        insider.upload(place, &SAID, &[("lonn.pdf", &pdf(place))]).expect(303);
    }
    let document = listed(&insider.get(&open).expect(200)).remove(0);
    follow_up.get(&format!("{document}/view")).expect(200);
    follow_up.upload(&open, &SAID, &[("a.png", PNG)]).expect(403);
    follow_up.post(&format!("{document}/withdrawal"), &[("reason", "x")]).expect(403);
    app.officer(husrom::access::Role::PropertyManager).get(&document).expect(403);

    let document = listed(&insider.get(&hidden).expect(200)).remove(0);
    insider.get(&format!("{document}/file")).expect(200);
    for address in [&hidden, &case, &document, &format!("{document}/file"), &format!("{document}/view")] {
        outsider.get(address).expect(404);
    }
    outsider.upload(&hidden, &SAID, &[("a.png", PNG)]).expect(404);
    outsider.post(&format!("{document}/withdrawal"), &[("reason", "x")]).expect(404);
}
