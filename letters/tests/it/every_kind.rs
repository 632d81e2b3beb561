use letters::{Block, Composed, ComposedPart, CopyRole, CopyTo, Language, Letter, LetterKind, Post, Recipient, sample};

use crate::reading::{single_spaced, text};
use crate::{engine, pdf};

fn every_letter() -> impl Iterator<Item = Letter> {
    Language::ALL.into_iter().flat_map(|language| LetterKind::ALL.map(|kind| sample(kind, language)))
}

fn with_representative(letter: Letter) -> Letter {
    let recipient = Recipient {
        names: vec!["Advokat Lise Berg".into()],
        post: Post::Address(vec!["Torget 3".into(), "6790 Fjordvik".into()]),
    };
    Letter { copies: vec![CopyTo { recipient, role: CopyRole::Representative }], ..letter }
}

/// Every paragraph and item, each as it is read.
fn texts(composed: &Composed) -> Vec<String> {
    let parts = composed.blocks.iter().flat_map(|block| &block.parts);
    let texts = parts.flat_map(|part| match part {
        ComposedPart::Heading(heading) => vec![heading.clone()],
        ComposedPart::Paragraph(spans) => vec![spans.iter().map(|span| span.text.as_str()).collect()],
        ComposedPart::List(items) => {
            items.iter().map(|item| item.iter().map(|span| span.text.as_str()).collect()).collect()
        }
    });
    [composed.title.clone()].into_iter().chain(texts).map(|text| single_spaced(&text)).collect()
}

#[track_caller]
fn check(letter: &Letter) -> String {
    let printed = text(&pdf(letter));
    let composed = engine().preview(letter);
    // Poppler joins a word that a line ends in the middle of, and its hyphen is lost.
    let without_hyphens = |text: &str| text.replace('-', "");
    for text in texts(&composed) {
        assert!(
            without_hyphens(&printed).contains(&without_hyphens(&text)),
            "{:?} does not print {text:?}:\n{printed}",
            letter.kind()
        );
    }
    let is_there = |block: &Block| composed.blocks.iter().any(|printed| printed.name == block.name());
    let in_sample: Vec<_> = letter.kind().mandatory().iter().filter(|block| !is_there(block)).collect();
    let may_be_absent = [Block::Help, Block::Conditions, Block::FollowUp, Block::Deferral, Block::Costs];
    assert!(in_sample.iter().all(|block| may_be_absent.contains(block)), "{:?} lacks {in_sample:?}", letter.kind());
    printed
}

#[test]
fn every_kind_prints_all_its_words() {
    for letter in every_letter() {
        check(&letter);
    }
}

#[test]
fn the_representative_is_named_and_gets_a_letter_of_their_own() {
    for letter in every_letter().map(with_representative) {
        let printed = check(&letter);
        assert!(printed.contains("Kopi til: Advokat Lise Berg (fullmektig)"), "{printed}");
        let copies: Vec<_> = letter.copies().collect();
        let [copy] = copies.as_slice() else { panic!("one representative, one copy") };
        let printed = check(copy);
        assert!(printed.contains("Advokat Lise Berg Torget 3 6790 Fjordvik"), "{printed}");
        assert!(printed.contains("Kari Nordmann"), "{printed}");
        assert!(!printed.contains("Granlia 7"), "the party's address is no business of another: {printed}");
    }
}

#[test]
fn every_mandatory_block_has_a_kind_that_prints_it() {
    let printed: Vec<String> =
        every_letter().flat_map(|letter| engine().preview(&letter).blocks).map(|block| block.name).collect();
    let absent: Vec<_> = Block::ALL.iter().filter(|block| !printed.iter().any(|name| name == block.name())).collect();
    assert!(absent.is_empty(), "no sample shows {absent:?}");
}

#[test]
fn the_words_are_as_they_were() {
    for language in Language::ALL {
        let texts = LetterKind::ALL.map(|kind| engine().preview(&sample(kind, language)).text());
        insta::assert_snapshot!(format!("words_{}", language.code()), texts.join("\n\n――――――――――\n\n"));
    }
}

#[test]
fn a_deadline_is_a_day_and_plain_words() {
    let printed = text(&pdf(&crate::decision()));
    assert!(printed.contains("tre uker fra du fikk vedtaket, altså senest 29. september 2026"), "{printed}");
    assert!(printed.contains("Vi har regnet med at brevet når deg senest 8. september 2026."), "{printed}");
}
