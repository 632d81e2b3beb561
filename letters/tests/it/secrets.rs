use letters::{Block, Content, CopyRole, CopyTo, Letter, LetterProblem, Post, Recipient};

use crate::reading::whole_text;
use crate::{decision, engine, pdf};

fn protected(name: &str) -> Recipient {
    Recipient { names: vec![name.to_owned()], post: Post::ForwardedByRegister }
}

/// `L7.3`: the register's forwarding service puts the address on.
#[test]
fn a_protected_recipient_has_a_name_and_no_address() {
    let letter = Letter { recipient: protected("Siri Dahl"), ..decision() };
    let printed = whole_text(&pdf(&letter));
    assert!(printed.contains("Siri Dahl"));
    let addresses: Vec<_> = printed.match_indices("67").map(|(at, _)| &printed[at..at + 4]).collect();
    assert!(addresses.iter().all(|code| *code == "6788"), "only the office's own address is there: {printed}");
}

#[test]
fn a_copy_names_people_without_their_addresses() {
    let lawyer = Recipient { names: vec!["Lise Berg".into()], post: Post::Address(vec!["Torget 3".into()]) };
    let copies = vec![
        CopyTo { recipient: lawyer, role: CopyRole::Representative },
        CopyTo { recipient: protected("Siri Dahl"), role: CopyRole::Party },
    ];
    let printed = whole_text(&pdf(&Letter { copies, ..decision() }));
    assert!(printed.contains("Kopi til: Lise Berg (fullmektig), Siri Dahl (part i saken)"), "{printed}");
    assert!(!printed.contains("Torget 3"), "{printed}");
}

#[test]
fn a_decision_without_reasons_or_appeal_does_not_leave() {
    let mut letter = decision();
    let Content::Decision(decision) = &mut letter.content else { panic!("it is a decision") };
    decision.reasons = vec!["  \n ".into()];
    decision.appeal = None;
    letter.sender.case_handler.clear();
    let Err(LetterProblem::Missing(missing)) = engine().pdf(&letter) else { panic!("it left") };
    let blocks: Vec<_> = missing.iter().map(|missing| missing.block).collect();
    assert_eq!(blocks, [Block::Reasons, Block::Appeal, Block::Contact]);
    assert_eq!(missing[0].to_string(), "[begrunnelse] lacks begrunnelse (fvl. §§ 24 og 25, L1.7)");
}

#[test]
fn what_stands_in_for_words_is_not_words() {
    for stand_in in ["...", "–", "xxx", "[  ]", "\u{a0}"] {
        let mut letter = decision();
        let Content::Decision(decision) = &mut letter.content else { panic!("it is a decision") };
        decision.reasons = vec![stand_in.into()];
        let missing = engine().missing(&letter);
        assert_eq!(missing.iter().map(|missing| missing.block).collect::<Vec<_>>(), [Block::Reasons], "{stand_in}");
        assert!(matches!(engine().pdf(&letter), Err(LetterProblem::Missing(_))), "{stand_in}");
    }
}

#[test]
fn one_answer_about_follow_up_is_enough_but_one_there_must_be() {
    let mut letter = decision();
    assert!(letter.check().is_empty());
    let Content::Decision(decision) = &mut letter.content else { panic!("it is a decision") };
    decision.follow_up = Some(letters::FollowUp::Refused { reason: String::new() });
    assert_eq!(letter.check().iter().map(|missing| missing.block).collect::<Vec<_>>(), [Block::FollowUp]);
}
