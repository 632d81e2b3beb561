//! Documents handed in: told by their content, filed, opened safely, taken out again, and what the party gets of them.

/// What is no document, and what somebody tries to break.
mod broken;
/// Files such as people hand in.
pub mod samples;

use crate::app::{Page, Person, TestApp};
use crate::decisions::cases;
use samples::{GIF, JPEG, PNG, WEBP, docx, heic, open_document, pdf, xlsx};

/// The addresses of an application's documents and of its case about a home.
pub fn place(officer: &Person<'_>, person: &[(&str, &str)]) -> (String, String) {
    let [_, case] = cases(officer, "Fossum", "Gry", person);
    let page = officer.get(&case).expect(200).text();
    let (_, after) = page.split_once("href=\"/applications/").expect("the case leads to its application");
    let (id, _) = after.split_once(['"', '?', '/']).expect("it ends");
    (format!("/applications/{id}/documents"), case)
}

/// What is said of files, unless something else is.
pub const SAID: [(&str, &str); 3] = [("kind", "LONN"), ("day", "2026-02-27"), ("title", "")];

/// The addresses of the documents that a page lists, in its order.
pub fn listed(page: &Page) -> Vec<String> {
    let text = page.text();
    let ids = text.split("<p><a href=\"/documents/").skip(1).filter_map(|rest| rest.split_once('"'));
    ids.map(|(id, _)| format!("/documents/{id}")).collect()
}

#[test]
fn every_kind_that_is_taken_in_comes_back_as_it_was_and_is_called_what_it_is() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let (place, case) = place(&officer, &[]);
        let (pdf, heic, docx, xlsx) = (pdf("Lonn"), heic(), docx(), xlsx());
        let (odt, ods) = (open_document("text"), open_document("spreadsheet"));
        let files: [(&str, &[u8], &str, &str); 11] = [
            ("lonn.pdf", &pdf, "application/pdf", "inline"),
            ("a.png", PNG, "image/png", "inline"),
            ("b.jpg", JPEG, "image/jpeg", "inline"),
            ("c.gif", GIF, "image/gif", "inline"),
            ("d.webp", WEBP, "image/webp", "inline"),
            ("e.heic", &heic, "image/heic", "attachment"),
            ("f.docx", &docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
            ("g.xlsx", &xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment"),
            ("h.odt", &odt, "application/vnd.oasis.opendocument.text", "attachment"),
            ("i.ods", &ods, "application/vnd.oasis.opendocument.spreadsheet", "attachment"),
            ("j.txt", "Hei på deg".as_bytes(), "text/plain", "attachment"),
        ];
        let sent: Vec<(&str, &[u8])> = files.iter().map(|(name, content, ..)| (*name, *content)).collect();
        let kept = officer.upload(&place, &SAID, &sent).expect(303);
        let page = officer.get(kept.location()).expect(200);
        assert!(page.has("11 dokumenter er lagt inn.") && page.has("27.02.2026") && page.has("Inntekt"), "{page:?}");
        let mut listed = listed(&page);
        listed.reverse();
        for (document, (name, content, media_type, shown)) in listed.iter().zip(files) {
            let file = officer.get(&format!("{document}/file")).expect(200);
            assert_eq!((file.bytes.as_slice(), file.header("content-type")), (content, media_type), "{name}");
            assert!(file.header("content-disposition").starts_with("attachment;"), "{name}");
            let view = officer.get(&format!("{document}/view")).expect(200);
            let told = format!("{shown}; filename=\"{name}\"; filename*=UTF-8''{name}");
            assert_eq!(view.header("content-disposition"), told);
            for page in [&file, &view] {
                assert!(page.header("content-security-policy").contains("default-src 'none'"), "{name}");
                assert_eq!(
                    (page.header("x-content-type-options"), page.header("cache-control")),
                    ("nosniff", "no-store")
                );
            }
        }
        assert!(officer.get(&case).expect(200).has("lonn.pdf"), "the case lists what belongs to the whole application");
    });
}

#[test]
fn every_opening_is_a_look_in_the_journal_and_the_bytes_are_not_on_disk_as_they_are() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let (place, _) = place(&officer, &[]);
    let secret = pdf("Hemmelighet");
    officer.upload(&place, &SAID, &[("lonn.pdf", &secret)]).expect(303);
    let document = &listed(&officer.get(&place).expect(200))[0];
    let looks = || app.auditor().get("/journal?thing=document").expect(200).text().matches("Så på").count();
    let before = looks();
    officer.get(&format!("{document}/view")).expect(200);
    officer.get(&format!("{document}/file")).expect(200);
    assert_eq!(looks(), before + 2);
    for file in std::fs::read_dir(app.folder()).expect("the data folder") {
        let bytes = std::fs::read(file.expect("a file").path()).unwrap_or_default();
        assert!(!bytes.windows(11).any(|part| part == b"Hemmelighet"), "the document can be read on the disk");
    }
}

#[test]
fn what_was_filed_wrongly_is_taken_out_with_a_reason_and_opens_no_more() {
    TestApp::on_each(|app| {
        let (officer, other) = (app.caseworker(), app.caseworker());
        let (place, case) = place(&officer, &[]);
        officer.upload(&place, &SAID, &[("naboens.pdf", &pdf("Naboen"))]).expect(303);
        let document = listed(&officer.get(&place).expect(200)).remove(0);
        let page = officer.get(&document).expect(200);
        assert!(page.has("naboens.pdf") && page.has("Kontrollsum") && page.has("Ta ut av saken"), "{page:?}");
        let withdrawal = format!("{document}/withdrawal");
        assert!(officer.post(&withdrawal, &[]).expect(422).has("Skriv hvorfor dokumentet skal ut"));
        officer.post(&withdrawal, &[("reason", "Gjelder en annen søker")]).expect(303);
        let page = officer.get(&document).expect(200);
        assert!(page.has("Tatt ut") && page.has("Gjelder en annen søker") && !page.has("/view"), "{page:?}");
        officer.get(&format!("{document}/file")).expect(404);
        officer.get(&format!("{document}/view")).expect(404);
        assert!(!officer.get(&case).expect(200).has("naboens.pdf"));
        assert!(listed(&officer.get(&place).expect(200)).is_empty());
        assert!(other.post(&withdrawal, &[("reason", "Igjen")]).expect(409).has("Noen andre tok ut dokumentet"));
        // The same file may be right after all, or belong here when it comes from the right person.
        officer.upload(&place, &SAID, &[("naboens.pdf", &pdf("Naboen"))]).expect(303);
    });
}

#[test]
fn what_was_handed_in_is_no_longer_missing() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let fields =
        [("applicant", "new"), ("family", "Sand"), ("given", "Liv"), ("received", "2026-02-10"), ("kind", "NY")];
    let application = officer.post("/applications/new", &fields).expect(303).location().to_owned();
    let lacks = "Dokumentasjon på inntekt";
    assert!(officer.get(&application).expect(200).has(lacks));
    officer.upload(&format!("{application}/documents"), &SAID, &[("lonn.pdf", &pdf("Lonn"))]).expect(303);
    assert!(!officer.get(&application).expect(200).has(lacks));
}

#[test]
fn the_partys_file_has_what_was_handed_in_in_order_and_lists_what_has_no_pages() {
    TestApp::on_each(|app| {
        crate::decisions::set_up_letters(app);
        let officer = app.caseworker();
        let (place, case) = place(&officer, &[]);
        let hand_in = |title: &str, day: &str, name: &str, content: &[u8]| {
            let said = [("kind", "ANNET"), ("title", title), ("day", day)];
            officer.upload(&place, &said, &[(name, content)]).expect(303);
        };
        hand_in("Regneark", "2026-02-25", "budsjett.xlsx", &xlsx());
        hand_in("Lønn", "2026-02-20", "lonn.pdf", &pdf("LonnFebruar"));
        hand_in("Halvt bilde", "2026-02-26", "bilde.jpg", JPEG);
        hand_in("رسالة", "2026-02-27", "رسالة.txt", "Jeg trenger en bolig".as_bytes());
        hand_in("Feil", "2026-02-24", "feil.pdf", &pdf("NaboensLonn"));
        let wrong = listed(&officer.get(&place).expect(200))[3].clone();
        officer.post(&format!("{wrong}/withdrawal"), &[("reason", "Feil sak")]).expect(303);
        let bundle = officer.post(&format!("{case}/bundle"), &[]).expect(200);
        let text = text_of(&bundle.bytes);
        let places = ["LonnFebruar", "budsjett.xlsx (SHA-256", "bilde.jpg (SHA-256", "Jeg trenger en bolig"];
        let places: Vec<_> = places.iter().map(|word| text.find(word)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{text}");
        assert!(!text.contains("NaboensLonn"), "{text}");
    });
}

/// The words of a PDF, on one line.
pub fn text_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let file = folder.path().join("bundle.pdf");
    std::fs::write(&file, pdf).expect("the folder is ours");
    let told =
        std::process::Command::new("pdftotext").arg(&file).arg("-").output().expect("poppler-utils is installed");
    String::from_utf8_lossy(&told.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}
