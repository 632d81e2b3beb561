use serde::Serialize;

use crate::composed::Composed;
use crate::letter::{CopyRole, CopyTo, Language, Letter, Post, Recipient, Sender};
use crate::mark::Mark;
use crate::values::clean;
use crate::words;

/// What the layout prints: texts by their places.
#[derive(Serialize)]
pub(crate) struct Printed<'a> {
    language: &'static str,
    /// Year, month, day.
    day: [i16; 3],
    municipality: &'a str,
    unit: &'a str,
    mark: Option<PrintedMark<'a>>,
    /// The lines in the envelope's window.
    recipient: Vec<String>,
    /// Label and value, beside the window.
    facts: Vec<(&'static str, String)>,
    /// Label and name, when the letter goes to another than the party.
    concerns: Option<(&'static str, String)>,
    words: &'a Composed,
    closing: &'static str,
    /// Name and what they are, the responsible first.
    signers: Vec<(String, &'static str)>,
    approved: &'static str,
    /// Label and recipients.
    copies: Option<(&'static str, Vec<String>)>,
    footer: Vec<String>,
    /// "Side", "av".
    page: [&'static str; 2],
}

/// The mark by its place, with its words.
#[derive(Serialize)]
pub(crate) struct PrintedMark<'a> {
    path: &'static str,
    alternative: &'a str,
}

impl<'a> PrintedMark<'a> {
    pub(crate) fn new(mark: &'a Mark) -> Self {
        Self { path: mark.path(), alternative: mark.alternative_text() }
    }
}

/// The words that the layout itself needs.
struct Labels {
    date: &'static str,
    reference: &'static str,
    case_handler: &'static str,
    responsible: &'static str,
    concerns: &'static str,
    closing: &'static str,
    approved: &'static str,
    copies: &'static str,
    representative: &'static str,
    guardian: &'static str,
    party: &'static str,
    page: [&'static str; 2],
}

const BOKMAL: Labels = Labels {
    date: "Dato",
    reference: "Saksnummer",
    case_handler: "Saksbehandler",
    responsible: "Ansvarlig",
    concerns: "Gjelder",
    closing: "Med vennlig hilsen",
    approved: "Brevet er godkjent elektronisk og sendes derfor uten underskrift.",
    copies: "Kopi til",
    representative: "fullmektig",
    guardian: "verge",
    party: "part i saken",
    page: ["Side", "av"],
};

const NYNORSK: Labels = Labels {
    date: "Dato",
    reference: "Saksnummer",
    case_handler: "Saksbehandlar",
    responsible: "Ansvarleg",
    concerns: "Gjeld",
    closing: "Venleg helsing",
    approved: "Brevet er godkjent elektronisk og blir difor sendt utan underskrift.",
    copies: "Kopi til",
    representative: "fullmektig",
    guardian: "verje",
    party: "part i saka",
    page: ["Side", "av"],
};

impl Labels {
    const fn of(language: Language) -> &'static Self {
        match language {
            Language::Bokmal => &BOKMAL,
            Language::Nynorsk => &NYNORSK,
        }
    }

    const fn role(&self, role: CopyRole) -> &'static str {
        match role {
            CopyRole::Representative => self.representative,
            CopyRole::Guardian => self.guardian,
            CopyRole::Party => self.party,
        }
    }
}

impl<'a> Printed<'a> {
    pub(crate) fn new(letter: &'a Letter, words: &'a Composed) -> Self {
        let labels = Labels::of(letter.language);
        let sender = &letter.sender;
        let day = letter.date;
        Self {
            language: letter.language.code(),
            day: [day.year(), day.month().into(), day.day().into()],
            municipality: &sender.municipality,
            unit: &sender.unit,
            mark: sender.mark.as_ref().map(PrintedMark::new),
            recipient: window(&letter.recipient),
            facts: vec![
                (labels.date, words::date(day)),
                (labels.reference, letter.reference.clone()),
                (labels.case_handler, clean(&sender.case_handler)),
            ],
            concerns: letter.on_behalf_of.as_deref().map(|name| (labels.concerns, clean(name))),
            words,
            closing: labels.closing,
            signers: signers(sender, labels),
            approved: labels.approved,
            copies: copies(&letter.copies, labels),
            footer: footer(sender),
            page: labels.page,
        }
    }
}

/// A protected address is not printed: the register's forwarding service puts it on (`L7.3`).
fn window(recipient: &Recipient) -> Vec<String> {
    let address = match &recipient.post {
        Post::Address(lines) => lines.as_slice(),
        Post::ForwardedByRegister => &[],
    };
    recipient.names.iter().chain(address).map(|line| clean(line)).collect()
}

fn signers(sender: &Sender, labels: &Labels) -> Vec<(String, &'static str)> {
    let responsible = sender.responsible.as_deref().map(|name| (clean(name), labels.responsible));
    responsible.into_iter().chain([(clean(&sender.case_handler), labels.case_handler)]).collect()
}

/// Names and roles only: an address of one recipient is no business of the other.
fn copies(copies: &[CopyTo], labels: &Labels) -> Option<(&'static str, Vec<String>)> {
    let names = copies
        .iter()
        .map(|copy| format!("{} ({})", clean(&words::enumeration(&copy.recipient.names)), labels.role(copy.role)));
    (!copies.is_empty()).then(|| (labels.copies, names.collect()))
}

/// The office and how to reach it, at the foot of each page.
pub(crate) fn footer(sender: &Sender) -> Vec<String> {
    let contact = [&sender.telephone, &sender.email, &sender.website].into_iter().flatten().cloned();
    let whole = [sender.municipality.clone(), sender.address.join(", ")];
    whole.into_iter().filter(|text| !text.is_empty()).chain(contact).collect()
}
