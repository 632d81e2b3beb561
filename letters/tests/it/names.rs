use letters::{Content, Letter, LetterProblem};

use crate::reading::{fonts, text, whole_text, words};
use crate::{decision, engine, pdf};

fn named(name: &str) -> Letter {
    let mut letter = decision();
    letter.recipient.names = vec![name.to_owned()];
    letter
}

#[test]
fn what_looks_like_markup_prints_as_itself() {
    let names = [
        "#image(\"/mark.png\")",
        "#panic(\"nei\")",
        "*Kari* _Nordmann_ $x^2$",
        "[vedtak] {mottaker} {{sak}}",
        "= Overskrift <etikett> @ref",
        "// ikke en merknad /* heller ikke */",
        "-- --- ~ \\u{41} \\ slutt",
        "\"}, \"words\": {\"title\": \"x",
    ];
    for name in names {
        let printed = whole_text(&pdf(&named(name)));
        assert!(printed.contains(name), "{name:?} does not print as itself:\n{printed}");
    }
}

#[test]
fn what_an_officer_writes_is_text_and_nothing_else() {
    let mut letter = decision();
    let Content::Decision(decision) = &mut letter.content else { panic!("it is a decision") };
    decision.reasons = vec!["## Ikke en overskrift\n- ikke et punkt\n**ikke uthevet** {sak}\n\nNytt avsnitt".into()];
    let printed = text(&pdf(&letter));
    assert!(printed.contains("## Ikke en overskrift - ikke et punkt **ikke uthevet** {sak} Nytt avsnitt"), "{printed}");
}

#[test]
fn arabic_ethiopic_and_cyrillic_names_are_printed() {
    for (name, font) in
        [("محمد عبد الله", "NotoSansArabic"), ("ሰላም ተስፋይ", "NotoSansEthiopic"), ("Оксана Шевченко", "Inter")]
    {
        let pdf = pdf(&named(name));
        let fonts = fonts(&pdf);
        assert!(fonts.contains(font), "{name} wants {font}:\n{fonts}");
        let printed = whole_text(&pdf);
        for word in name.split(' ') {
            assert!(printed.contains(word), "{word} cannot be read back:\n{printed}");
        }
    }
}

#[track_caller]
fn stays_in_the_window(name: &str) {
    let pdf = pdf(&named(name));
    let in_window = words(&pdf);
    let in_window =
        in_window.iter().filter(|word| word.page == 1 && word.left < 120.0 && (31.0..79.0).contains(&word.top));
    let mut read = String::new();
    for word in in_window {
        assert!(word.right <= 101.5 && word.bottom <= 69.0, "{word:?} could slide out of the window");
        read = format!("{read} {}", word.text);
    }
    let unbroken = |text: &str| text.replace([' ', '-', '\u{200b}'], "");
    assert!(unbroken(&read).contains(&unbroken(name)), "{read}");
}

#[test]
fn a_name_of_120_characters_stays_in_the_window() {
    let name = "Anne-Margrethe Wilhelmine ".repeat(5)[..120].trim().replace("Wilhelmine", "Wilhelmine-Sofie");
    stays_in_the_window(&name.chars().take(120).collect::<String>());
    stays_in_the_window(&format!("Kari {}", "Vesterålsfjordheimsund".repeat(5)));
}

#[test]
fn a_character_that_no_font_has_is_named_and_refused() {
    let problem = engine().pdf(&named("Kari 🏠 Nordmann \u{e000}"));
    assert_eq!(problem, Err(LetterProblem::Unprintable(vec!['\u{e000}', '🏠'])));
}

#[test]
fn marks_of_direction_and_joining_do_no_harm() {
    let printed = whole_text(&pdf(&named("Kari\u{200f} Nord\u{ad}mann\u{0}\u{200b}")));
    assert!(printed.contains("Kari"), "{printed}");
}
