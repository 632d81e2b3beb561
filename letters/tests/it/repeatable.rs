use std::thread;

use letters::{Language, LetterKind, sample};

use crate::{engine, pdf};

#[test]
fn the_same_letter_gives_the_same_bytes() {
    for kind in LetterKind::ALL {
        let letter = sample(kind, Language::Nynorsk);
        assert!(pdf(&letter) == pdf(&letter), "{kind:?} differs from one time to the next");
    }
}

#[test]
fn threads_share_an_engine() {
    let engine = engine();
    let alone = LetterKind::ALL.map(|kind| engine.pdf(&sample(kind, Language::Bokmal)).unwrap());
    thread::scope(|scope| {
        let make = || LetterKind::ALL.map(|kind| engine.pdf(&sample(kind, Language::Bokmal)).unwrap());
        let threads = [scope.spawn(make), scope.spawn(make), scope.spawn(make)];
        for thread in threads {
            assert!(thread.join().unwrap() == alone, "a thread made another letter");
        }
    });
}
