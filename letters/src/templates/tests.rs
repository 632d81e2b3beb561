use super::*;
use crate::blocks::Block;

const REFUSAL: &str = "nb/vedtak-avslag.txt";

fn builtin(name: &str) -> &'static str {
    Templates::files().find(|(file, _)| *file == name).map(|(_, text)| text).unwrap()
}

#[track_caller]
fn problems(files: &[(&str, &str)]) -> Vec<TemplateProblem> {
    Templates::changed_by(files.iter().copied()).expect_err("they should be refused").0
}

#[test]
fn the_templates_that_come_with_us_are_complete() {
    if let Err(problems) = Templates::changed_by(std::iter::empty::<(&str, &str)>()) {
        panic!("{problems}");
    }
}

#[test]
fn each_mandatory_block_that_is_lost_is_named_with_its_law() {
    for language in Language::ALL {
        for kind in LetterKind::ALL {
            for block in kind.mandatory() {
                let name = file(language, kind.template());
                let text = builtin(&name).replace(&format!("[{}]", block.name()), "[annet]");
                let lost = TemplateProblem::MissingBlock { file: name.clone(), block: *block };
                let found = problems(&[(&name, &text)]);
                assert!(found.contains(&lost), "{name} without [{}]: {found:?}", block.name());
            }
        }
    }
    let lost = TemplateProblem::MissingBlock { file: REFUSAL.into(), block: Block::Appeal };
    assert_eq!(
        lost.to_string(),
        "nb/vedtak-avslag.txt: the block [klagerett] is missing (fvl. §§ 27–29 og 32, L1.1, L1.8, 1.4(2))"
    );
}

#[test]
fn a_mandatory_block_without_words_is_refused_with_its_law() {
    let shared = builtin("nb/felles.txt");
    let (before, rest) = shared.split_once("\n[innsyn]\n").expect("the block is there");
    let after = rest.find("\n[").map_or("", |at| &rest[at..]);
    for empty in ["## Innsyn", "...", "## Innsyn\n\n—\n\nxxx"] {
        let wordless = format!("{before}\n[innsyn]\n{empty}\n{after}");
        let lost = TemplateProblem::Wordless { file: "nb/felles.txt".into(), block: Block::Access };
        assert_eq!(lost.to_string(), "nb/felles.txt: the block [innsyn] has no words (fvl. §§ 18 og 19, 1.4(3))");
        assert_eq!(problems(&[("nb/felles.txt", &wordless)]), [lost], "{empty}");
    }
}

#[test]
fn a_shared_block_that_no_longer_says_the_deadline_is_refused() {
    let shared = builtin("nb/felles.txt").replace("{klagefrist_dato}", "snart");
    let lost = TemplateProblem::MissingPlaceholder {
        file: "nb/felles.txt".into(),
        block: Block::Appeal,
        placeholder: "klagefrist_dato",
    };
    assert_eq!(problems(&[("nb/felles.txt", &shared)]), [lost], "told once, however many letters share it");
}

#[test]
fn a_grant_that_no_longer_tells_what_is_given_or_by_which_rules_is_refused() {
    let grant = builtin("nb/vedtak-innvilget.txt").replace("- {vedtaket_gjelder}", "det du søkte om");
    let shared = builtin("nb/felles.txt").replace("{hjemmel}", "loven");
    let found = problems(&[("nb/vedtak-innvilget.txt", &grant), ("nb/felles.txt", &shared)]);
    let lost =
        |file: &str, block, placeholder| TemplateProblem::MissingPlaceholder { file: file.into(), block, placeholder };
    assert!(found.contains(&lost("nb/vedtak-innvilget.txt", Block::Decision, "vedtaket_gjelder")), "{found:?}");
    assert!(found.contains(&lost("nb/felles.txt", Block::Reasons, "hjemmel")), "{found:?}");
}

#[test]
fn a_right_that_is_no_longer_spoken_of_is_refused() {
    let speaking = Block::ALL.into_iter().filter(|block| !block.speaks_of().is_empty());
    for block in speaking {
        let shared = builtin("nb/felles.txt");
        let (before, rest) = shared.split_once(&format!("\n[{}]\n", block.name())).expect("the block is there");
        let after = rest.find("\n[").map_or("", |at| &rest[at..]);
        let reduced =
            format!("{before}\n[{}]\n## Innsyn i dokumenter, veiledning og kostnader\nHei du.\n{after}", block.name());
        let lost = TemplateProblem::DoesNotSpeakOf {
            file: "nb/felles.txt".into(),
            block,
            words: block.speaks_of().join(" / "),
        };
        assert_eq!(problems(&[("nb/felles.txt", &reduced)]), [lost], "{block:?}");
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let receipt = "Vi har fått {sakk}\n\nLøs tekst\n\n[mottatt]\nSøknaden kom {mottatt_dato.\n\n[svar]\n**Snart\n\n[tomt]\n\n[svar]\n";
    let found: Vec<String> = problems(&[("nb/kvittering.txt", receipt), ("nb/kviitering.txt", "")])
        .iter()
        .map(ToString::to_string)
        .collect();
    let expected = [
        "nb/kviitering.txt: there is no letter with this template",
        "nb/kvittering.txt: line 3 stands before the first [block]",
        "nb/kvittering.txt: line 6 has a { or } without its other half",
        "nb/kvittering.txt: line 9 has a ** without its other half",
        "nb/kvittering.txt: the block [svar] is there twice",
        "nb/kvittering.txt: line 1 asks for {sakk}, which this letter does not have",
        "nb/kvittering.txt: the block [mottatt] does not say {mottatt_dato} (fvl. § 11 a, L1.2)",
        "nb/kvittering.txt: the block [svar] does not say {svar_innen} (fvl. § 11 a, L1.5)",
        "nb/kvittering.txt: the block [tomt] is empty, and felles.txt does not have it",
        "nb/kvittering.txt: the block [svar] is empty, and felles.txt does not have it",
        "nb/kvittering.txt: the block [kontakt] is missing (fvl. § 27, ny fvl. § 59, 1.4(6))",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_municipality_may_word_things_its_own_way() {
    let receipt = "Takk for søknaden\n\n[mottatt]\n// Skrevet av oss\nDen kom **{mottatt_dato}**\ntil {enhet}.\n\n\
                   [svar]\nSvar: {svar_innen}.\n\n[kontakt]\n{saksbehandler}, {kontakt}\n\n[takk]\nFra {kommune}.";
    let templates = Templates::changed_by([("nb/kvittering.txt", receipt)]).unwrap();
    let letter = samples::letter(LetterKind::Receipt, Language::Bokmal);
    let words = crate::Engine::new(templates).preview(&letter).text();
    let expected = "Takk for søknaden\n\nDen kom 10. august 2026 til Boligkontoret.\n\nSvar: 10. september 2026.\n\n\
                    Ingrid Solberg, 71 00 10 00, bolig@fjordvik.example og fjordvik.example\n\nFra Fjordvik kommune.";
    assert_eq!(words, expected);
}
