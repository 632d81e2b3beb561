//! What an appeal lacks, and what comes in when the party is asked for it.

use super::{granted, newest_letter, register, step};
use crate::app::{Person, TestApp};
use crate::documents::text_of;

fn page(officer: &Person<'_>, case: &str) -> String {
    officer.get(&format!("{case}/appeal")).expect(200).text()
}

#[test]
fn the_party_is_told_what_is_needed_by_when_and_what_happens_otherwise() {
    TestApp::on_each(|app| {
        let case = granted(app);
        let officer = app.caseworker();
        register(&officer, &case, "2026-03-01").expect(303);
        step(&officer, &case, "time", &[]).expect(303);
        let asked = [("defects", "IKKE_SIGNERT"), ("defects", "FULLMAKT_MANGLER"), ("mend_by", "2026-03-20")];
        step(&officer, &case, "mend", &asked).expect(303);
        let told = newest_letter(&officer);
        for text in [
            "må rettes",
            "Underskriften din på klagen",
            "Skriftlig fullmakt til å klage for den det gjelder",
            "senest 20. mars 2026",
            "kan vi avvise klagen",
            "forvaltningsloven §§ 32 og 33",
        ] {
            assert!(told.contains(text), "{text}: {told}");
        }
        assert!(!told.contains("Ikke underskrevet"), "a list of faults is no list of needs: {told}");
    });
}

#[test]
fn what_mends_an_appeal_is_kept_and_stands_in_the_file() {
    TestApp::on_each(|app| {
        let case = granted(app);
        let officer = app.caseworker();
        let place = format!("{case}/appeal");
        officer.post(&place, &[("received", "2026-03-01"), ("wanted", "Jeg klager.")]).expect(303);
        step(&officer, &case, "time", &[]).expect(303);
        let asked = [("defects", "IKKE_SIGNERT"), ("defects", "ENDRING_IKKE_NEVNT"), ("mend_by", "2026-03-20")];
        step(&officer, &case, "mend", &asked).expect(303);

        let day = ("mended_on", "2026-03-01");
        let empty = step(&officer, &case, "mended", &[day]).expect(422);
        assert!(empty.has("Klagen mangler fortsatt underskrift") && empty.has("Skriv hva klageren har svart"));
        let to_come = [("mended_on", "2026-03-02"), ("mended_signed", "true"), ("mended_wanted", "Tre soverom.")];
        assert!(step(&officer, &case, "mended", &to_come).expect(422).has("Dagen er ikke kommet ennå"));
        let whole = [day, ("mended_signed", "true"), ("mended_wanted", "Vi trenger tre soverom, ikke to.")];
        step(&officer, &case, "mended", &whole).expect(303);

        let shown = page(&officer, &case);
        assert!(shown.contains("Rettet 01.03.2026") && shown.contains("Vi trenger tre soverom, ikke to."), "{shown}");
        let file = text_of(&officer.post(&format!("{case}/bundle"), &[]).expect(200).bytes);
        for text in ["Rettet 01.03.2026", "Underskriften er på plass", "Vi trenger tre soverom, ikke to."] {
            assert!(file.contains(text), "{text}: {file}");
        }
    });
}
