#![allow(clippy::float_arithmetic, reason = "points are made millimetres")]

use std::io::Write;
use std::process::{Command, Stdio};

/// A word and where it stands, in millimetres from the sheet's upper left corner.
#[derive(Debug)]
pub struct Word {
    pub page: usize,
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// The running text of a PDF, without the foot of the pages, with single spaces.
pub fn text(pdf: &[u8]) -> String {
    single_spaced(&poppler("pdftotext", &["-x", "0", "-y", "0", "-W", "596", "-H", "775", "-nopgbrk", "-", "-"], pdf))
}

/// As [`text`], with everything that is printed.
pub fn whole_text(pdf: &[u8]) -> String {
    single_spaced(&poppler("pdftotext", &["-", "-"], pdf))
}

/// The words of a PDF with their places.
pub fn words(pdf: &[u8]) -> Vec<Word> {
    let mut page = 0;
    let mut found = Vec::new();
    for line in poppler("pdftotext", &["-bbox", "-", "-"], pdf).lines() {
        page += usize::from(line.trim_start().starts_with("<page "));
        let Some(word) = line.trim_start().strip_prefix("<word ") else { continue };
        let place = |name: &str| {
            let (_, rest) = word.split_once(&format!("{name}=\"")).expect("Poppler says where a word is");
            rest.split('"').next().and_then(|points| points.parse::<f64>().ok()).expect("in points") * 25.4 / 72.0
        };
        let (_, text) = word.split_once('>').expect("Poppler closes its tags");
        let text = text.trim_end_matches("</word>").to_owned();
        let [left, top, right, bottom] = ["xMin", "yMin", "xMax", "yMax"].map(place);
        found.push(Word { page, text, left, top, right, bottom });
    }
    found
}

/// What Poppler says of the document: title, pages, tagged and so on.
pub fn about(pdf: &[u8]) -> String {
    poppler("pdfinfo", &["-"], pdf)
}

/// The names of the fonts in it.
pub fn fonts(pdf: &[u8]) -> String {
    poppler("pdffonts", &["-"], pdf)
}

pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} cannot be run ({error}): apt-get install poppler-utils"));
    let mut input = child.stdin.take().expect("it is piped");
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().expect("it was started");
    writer.join().expect("it does not panic").expect("Poppler reads to the end");
    assert!(output.status.success(), "{program} could not read the PDF");
    String::from_utf8(output.stdout).expect("Poppler writes UTF-8")
}
