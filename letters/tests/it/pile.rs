use std::sync::Arc;

use letters::{LetterKind, Outcome, PileProblem, pile, sample};

use crate::reading::{about, single_spaced, whole_text};
use crate::{Language, pdf};

#[test]
fn letters_are_printed_in_order_and_none_begins_on_the_back_of_another() {
    let refusal = pdf(&sample(LetterKind::Decision(Outcome::Refusal), Language::Bokmal));
    let receipt = pdf(&sample(LetterKind::Receipt, Language::Nynorsk));
    let [first, second]: [Arc<[u8]>; 2] = [refusal.clone().into(), receipt.clone().into()];
    let printed = pile("Brev", &[Arc::clone(&first), second, first]).unwrap_or_else(|problem| panic!("{problem}"));
    let text = single_spaced(&whole_text(&printed));
    let titles = [&refusal, &receipt].map(|letter| {
        let text = single_spaced(&whole_text(letter));
        text.chars().take(60).collect::<String>()
    });
    let (first, second) = (text.find(&titles[0]).expect("the refusal"), text.find(&titles[1]).expect("the receipt"));
    assert!(first < second && text.rfind(&titles[0]).is_some_and(|last| last > second), "{text}");
    let pages = |pdf: &[u8]| {
        let about = about(pdf);
        let (_, after) = about.split_once("Pages:").expect("it says how many");
        after.lines().next().and_then(|number| number.trim().parse::<usize>().ok()).expect("a number")
    };
    let sheets = |pdf: &[u8]| pages(pdf).div_ceil(2) * 2;
    assert_eq!(pages(&printed), 2 * sheets(&refusal) + sheets(&receipt));
}

#[test]
fn what_is_no_pdf_is_named() {
    assert_eq!(pile("Brev", &[]), Err(PileProblem::Empty));
    let broken: Arc<[u8]> = b"no PDF".as_slice().into();
    assert_eq!(pile("Brev", &[broken]), Err(PileProblem::Unreadable(1)));
}
