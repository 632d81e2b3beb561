use super::{command, register, upload};
use crate::app::{Page, TestApp};
use std::io::Write as _;

fn zipped(name: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("in memory");
    zip.write_all(content).expect("in memory");
    zip.finish().expect("in memory").into_inner()
}

/// A packed file that says of itself that it unpacks to 800 MB.
fn bomb() -> Vec<u8> {
    const UNPACKED: u32 = 40_000;
    let mut bytes = zipped("xl/workbook.xml", &vec![b' '; UNPACKED as usize]);
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == UNPACKED.to_le_bytes() {
            bytes[at..at + 4].copy_from_slice(&(800_u32 << 20).to_le_bytes());
        }
    }
    bytes
}

/// What Excel makes of a workbook with a password: an old container with an encrypted package.
fn locked() -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend([0; 600]);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn files_that_cannot_be_read_get_a_calm_answer() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let cases: [(&str, &[u8], &str); 6] = [
        ("tom.xlsx", b"", "tom"),
        ("brev.pdf", b"%PDF-1.7 ...", "ikke et regneark"),
        ("bilder.xlsx", &zipped("bilde.jpg", b"..."), "ikke et regneark"),
        ("låst.xlsx", &locked(), "passord"),
        ("bombe.xlsx", &bomb(), "pakke"),
        ("liste.csv", b"Kari\nOla\nNils\nPer\nAnne\nMona\nLise\n", "kolonne"),
    ];
    for (name, content, says) in cases {
        let page = caseworker.upload("/imports", &[], &[(name, content)]).expect(422);
        assert!(page.has(name) && page.text().to_lowercase().contains(says), "{name}: {page:?}");
    }
    assert!(caseworker.upload("/imports", &[], &[]).expect(422).has("Velg minst én fil"));
}

#[test]
fn one_bad_file_does_not_hide_the_good_ones() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let good = super::files::homes();
    let page = caseworker.upload("/imports", &[], &[("brev.pdf", b"%PDF-1.7"), ("boliger.csv", good.as_bytes())]);
    let place = page.expect(303).location().to_owned();
    let page = caseworker.get(&place).expect(200);
    assert!(page.has("brev.pdf: Dette er ikke et regneark") && page.has("4 rader er klare"), "{page:?}");
}

#[test]
fn a_day_that_cannot_be_read_is_no_day() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let file = super::files::homes();
    let page = caseworker.upload("/imports", &[("as_of", "31.02.2026")], &[("boliger.csv", file.as_bytes())]);
    assert!(page.expect(422).has("31.02.2026"));
    caseworker.upload("/imports", &[("as_of", "01.02.2026")], &[("boliger.csv", file.as_bytes())]).expect(303);
    assert!(caseworker.get("/imports").expect(200).has("01.02.2026"));
}

#[test]
fn headings_without_rows_and_lists_of_something_else_are_set_aside() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    for text in ["Adresse;Bolignr;Husleie\n", "Vare;Antall;Lager\nSpade;3;A\nRive;4;B\n"] {
        let import = upload(&caseworker, &[("a.csv", text.as_bytes())]);
        assert!(caseworker.get(&import).expect(200).has("0 rader er klare"));
    }
}

#[test]
fn more_than_the_limit_is_refused_calmly_and_so_is_somebody_who_was_logged_out() {
    let app = TestApp::new();
    let caseworker = app.caseworker();
    let calm = |page: Page| {
        assert!(page.has("<h1"), "a page like the others: {page:?}");
        page
    };
    let large = vec![b'a'; (51 << 20) + 1];
    calm(caseworker.upload("/imports", &[], &[("stor.csv", &large)]).expect(413));

    caseworker.post("/logout", &[]);
    let answer = caseworker.upload("/imports", &[], &[("boliger.csv", super::files::homes().as_bytes())]);
    assert_eq!((answer.status, answer.location()), (303, "/login?next=%2Fimports"), "{answer:?}");
    let imports = app.office().store().read(|tx| husrom::store::imports::newest(tx, 10)).expect("can be read");
    assert_eq!(imports, []);
}

/// 200 MB: refused before it is read whole.
#[test]
fn a_very_large_file_is_refused_early() {
    let data = register();
    let path = data.path().join("stor.csv");
    std::fs::File::create(&path).and_then(|file| file.set_len(200 << 20)).expect("a sparse file");
    let shown = path.display().to_string();
    let output = command(data.path(), &["import", &shown]).output().expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("stor.csv: the file is larger than"), "{told}");
}
