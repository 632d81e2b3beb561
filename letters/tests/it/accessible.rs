use std::process::Command;

use letters::{Language, LetterKind, Mark, sample};

use crate::reading::{about, single_spaced};
use crate::{PNG, decision, pdf};

#[test]
fn it_says_that_it_is_tagged_and_for_the_archive() {
    for (language, code) in [(Language::Bokmal, "nb"), (Language::Nynorsk, "nn")] {
        let pdf = pdf(&sample(LetterKind::Offer, language));
        let about = about(&pdf);
        assert!(single_spaced(&about).contains("Tagged: yes"), "{about}");
        assert!(about.contains("Lia 12, H0203, 6789 Fjordvik – Fjordvik kommune"), "{about}");
        let bytes = String::from_utf8_lossy(&pdf);
        assert!(bytes.contains("<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA-1");
        assert!(bytes.contains("<pdfaid:part>2</pdfaid:part>") && bytes.contains("<pdfaid:conformance>A<"), "PDF/A-2a");
        assert!(
            bytes.contains(&format!("/Lang({code}")) || bytes.contains(&format!("/Lang ({code}")),
            "says its language"
        );
    }
}

#[test]
fn the_mark_has_words_for_those_who_cannot_see_it() {
    for picture in [crate::on_the_sheet::SHIELD.to_vec(), PNG.to_vec()] {
        let mut letter = decision();
        let plain = pdf(&letter).len();
        letter.sender.mark = Some(Mark::new(picture, "Fjordvik kommunes våpen".into()).unwrap());
        assert!(pdf(&letter).len() > plain);
    }
}

/// `bin/test` installs the checker and names it; it knows what a machine can check of PDF/UA without Java.
#[test]
fn a_checker_of_accessibility_finds_nothing() {
    let Some(checker) = std::env::var_os("HUSROM_PDFUA") else {
        return eprintln!("skipped: set HUSROM_PDFUA, as bin/test does");
    };
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for language in Language::ALL {
        for kind in LetterKind::ALL {
            let file = folder.path().join(format!("{}-{}.pdf", kind.template(), language.code()));
            std::fs::write(&file, pdf(&sample(kind, language))).unwrap();
            files.push(file);
        }
    }
    let output = Command::new(checker).arg("check").args(files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
