use letters::{Language, LetterKind, Mark, sample};

use crate::pdf;
use crate::reading::words;

/// A C5 envelope's window is 105 × 35 mm, 15 mm in and 44 mm down, and the sheet can slide 19 and
/// 13.5 mm in it: so much of the sheet can be seen.
#[test]
fn the_window_shows_the_address_and_nothing_else() {
    for kind in LetterKind::ALL {
        let mut letter = sample(kind, Language::Bokmal);
        letter.sender.mark = Some(Mark::new(SHIELD.into(), "Fjordvik kommunes våpen".into()).unwrap());
        let words = words(&pdf(&letter));
        let seen =
            words.iter().filter(|word| word.page == 1 && word.left < 120.0 && word.bottom > 30.5 && word.top < 79.0);
        let seen: Vec<&str> = seen.map(|word| word.text.as_str()).collect();
        assert_eq!(seen, ["Kari", "Nordmann", "Granlia", "7", "6789", "Fjordvik"], "{kind:?}");
    }
}

#[test]
fn every_page_has_its_number() {
    let mut letter = sample(LetterKind::InterimAnswer, Language::Nynorsk);
    let letters::Content::InterimAnswer(answer) = &mut letter.content else { panic!("it is an interim answer") };
    answer.reason = "Vi ventar på opplysningar frå fastlegen din. ".repeat(60);
    let words = words(&pdf(&letter));
    let foot = |page| words.iter().filter(move |word| word.page == page && word.top > 275.0 && word.left > 150.0);
    for page in [1, 2] {
        let said: Vec<_> = foot(page).map(|word| word.text.as_str()).collect();
        assert!(said.join(" ").ends_with(&format!("Side {page} av 2")), "{said:?}");
    }
}

pub const SHIELD: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48">
<path d="M0 0h40v28q0 14-20 20Q0 42 0 28z" fill="#0a4a7a"/><path d="M4 22q8-6 16 0t16 0v6q-8 6-16 0t-16 0z" fill="#fff"/>
</svg>"##;
