//! The driver of `bin/bench letters`.
//!
//! `letters-driver write FOLDER`: one letter of each kind and language and a bundle, to look at.
//! `letters-driver time COUNT THREADS`: how long the first letter takes, one more, and COUNT on THREADS.
//! `letters-driver words COUNT`: the words of COUNT of the timed letters, as JSON for the peer.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::float_arithmetic,
    reason = "a measuring tool, not the program"
)]

use std::time::{Duration, Instant};
use std::{env, fs, thread};

use letters::{
    Bundle, BundleDocument, BundlePurpose, DocumentContent, Engine, Language, Letter, LetterKind, Mark, Outcome,
    Passage, Templates, bundle, sample,
};

/// Two waves on a shield.
const MARK: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48">
<path d="M0 0h40v28q0 14-20 20Q0 42 0 28z" fill="#0a4a7a"/><path d="M4 22q8-6 16 0t16 0v6q-8 6-16 0t-16 0z" fill="#fff"/>
</svg>"##;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match (arguments.as_slice(), numbers(&arguments).as_deref()) {
        (["write", folder], _) => write(folder),
        (["time", ..], Some(&[count, threads])) => time(count, threads),
        (["words", ..], Some(&[count])) => words(count),
        _ => {
            eprintln!("letters-driver write FOLDER | time COUNT THREADS | words COUNT, in whole numbers from 1");
            std::process::exit(2);
        }
    }
}

/// What comes after the first word, when all of it is whole numbers from 1.
fn numbers(arguments: &[&str]) -> Option<Vec<usize>> {
    arguments.iter().skip(1).map(|text| text.parse().ok().filter(|number| *number > 0)).collect()
}

fn write(folder: &str) {
    let engine = Engine::new(Templates::builtin());
    for language in Language::ALL {
        for kind in LetterKind::ALL {
            let mut letter = sample(kind, language);
            letter.sender.mark = Some(Mark::new(MARK.into(), "Fjordvik kommunes våpen".into()).unwrap());
            let pdf = engine.pdf(&letter).unwrap();
            fs::write(format!("{folder}/{}-{}.pdf", kind.template(), language.code()), pdf).unwrap();
        }
    }
    let refusal = sample(LetterKind::Decision(Outcome::Refusal), Language::Bokmal);
    let pdf = engine.pdf(&refusal).unwrap();
    fs::write(format!("{folder}/innsyn-nb.pdf"), bundle(&access(refusal, pdf)).unwrap().bytes).unwrap();
}

/// A case with a note, of which a part is masked, and a letter as PDF, of which one page is.
fn access(letter: Letter, pdf: Vec<u8>) -> Bundle {
    let note = vec![
        Passage::Shown("Kari ringte og fortalte at taket lekker. ".into()),
        Passage::Masked { legal_basis: "fvl. § 19 første ledd bokstav d".into() },
        Passage::Shown(" Vi ber driftsavdelingen se på det.".into()),
    ];
    let content =
        DocumentContent::Pdf { bytes: pdf.into(), masked_pages: [2].into(), legal_basis: "fvl. § 19".into() };
    let withheld = DocumentContent::Withheld { legal_basis: "fvl. § 18 b".into() };
    let documents =
        [("Notat fra telefonsamtale", DocumentContent::Text(note)), ("Uttalelse", withheld), ("Vedtak", content)];
    let documents = documents.into_iter().zip(1..);
    Bundle {
        language: letter.language,
        purpose: BundlePurpose::PartyAccess,
        party: letter.recipient.names.join(", "),
        reference: letter.reference,
        subject: letter.subject,
        date: letter.date,
        documents: documents
            .map(|((title, content), number)| BundleDocument {
                number,
                date: letter.date,
                title: title.into(),
                content,
            })
            .collect(),
        sender: letter.sender,
    }
}

fn time(count: usize, threads: usize) {
    let began = Instant::now();
    let engine = Engine::new(Templates::builtin());
    let mut bytes = engine.pdf(&letter(0)).unwrap().len();
    let first = began.elapsed();
    let mut after: Vec<Duration> = (1..=100)
        .map(|number| {
            let began = Instant::now();
            bytes += engine.pdf(&letter(number)).unwrap().len();
            began.elapsed()
        })
        .collect();
    after.sort_unstable();
    let began = Instant::now();
    thread::scope(|scope| {
        for part in 0..threads {
            let engine = &engine;
            scope.spawn(move || {
                for number in (part..count).step_by(threads) {
                    engine.pdf(&letter(1000 + number)).unwrap();
                }
            });
        }
    });
    let all = began.elapsed();
    println!("first letter          {:8.1} ms", ms(first));
    println!("one more, median      {:8.1} ms", ms(after[50]));
    println!("one more, 99 of 100   {:8.1} ms", ms(after[98]));
    println!("{count} on {threads} threads    {:8.1} ms, {:.2} ms each", ms(all), ms(all) / count as f64);
    println!("size                  {:8.1} kB", bytes as f64 / 101.0 / 1000.0);
}

fn words(count: usize) {
    let engine = Engine::new(Templates::builtin());
    let words: Vec<_> = (0..count).map(|number| engine.preview(&letter(number))).collect();
    println!("{}", serde_json::to_string(&words).unwrap());
}

/// A decision that nobody got before: name, number and reasons differ.
fn letter(number: usize) -> Letter {
    let mut letter = sample(LetterKind::Decision(Outcome::Grant), Language::Bokmal);
    letter.recipient.names = vec![format!("Kari Nordmann {number}")];
    letter.reference = format!("2026/{number:05}");
    letter.sender.case_handler = format!("Ingrid Solberg {}", number % 7);
    if let letters::Content::Decision(decision) = &mut letter.content {
        decision.reasons.push(format!("Vi har lagt vekt på opplysning nummer {number} i søknaden din."));
    }
    letter
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
