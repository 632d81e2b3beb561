use serde::Serialize;

use crate::composed::Composed;
use crate::letter::{CopyRole, CopyTo, Language, Letter, MarkFormat, Post, Recipient, Sender};
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
    recipient: Vec<&'a str>,
    /// Label and lines, beside the window.
    facts: Vec<(&'static str, Vec<String>)>,
    /// Label and name, when the letter goes to another than the party.
    concerns: Option<(&'static str, &'a str)>,
    words: &'a Composed,
    closing: &'static str,
    /// Name and what they are, the responsible first.
    signers: Vec<(&'a str, &'static str)>,
    approved: &'static str,
    /// Label and recipients.
    copies: Option<(&'static str, Vec<String>)>,
    footer: Vec<String>,
    /// "Side", "av".
    page: [&'static str; 2],
}

#[derive(Serialize)]
struct PrintedMark<'a> {
    path: &'static str,
    alternative: &'a str,
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

/// Where the layout finds a mark of this format.
pub(crate) const fn mark_path(format: MarkFormat) -> &'static str {
    match format {
        MarkFormat::Png => "/mark.png",
        MarkFormat::Svg => "/mark.svg",
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
            mark: sender
                .mark
                .as_ref()
                .map(|mark| PrintedMark { path: mark_path(mark.format), alternative: &mark.alternative_text }),
            recipient: window(&letter.recipient),
            facts: vec![
                (labels.date, vec![words::date(day)]),
                (labels.reference, vec![letter.reference.clone()]),
                (labels.case_handler, vec![sender.case_handler.clone()]),
            ],
            concerns: letter.on_behalf_of.as_deref().map(|name| (labels.concerns, name)),
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
fn window(recipient: &Recipient) -> Vec<&str> {
    let address = match &recipient.post {
        Post::Address(lines) => lines.as_slice(),
        Post::ForwardedByRegister => &[],
    };
    recipient.names.iter().chain(address).map(String::as_str).collect()
}

fn signers<'a>(sender: &'a Sender, labels: &Labels) -> Vec<(&'a str, &'static str)> {
    let responsible = sender.responsible.as_deref().map(|name| (name, labels.responsible));
    responsible.into_iter().chain([(sender.case_handler.as_str(), labels.case_handler)]).collect()
}

/// Names and roles only: an address of one recipient is no business of the other.
fn copies(copies: &[CopyTo], labels: &Labels) -> Option<(&'static str, Vec<String>)> {
    let names =
        copies.iter().map(|copy| format!("{} ({})", words::enumeration(&copy.recipient.names), labels.role(copy.role)));
    (!copies.is_empty()).then(|| (labels.copies, names.collect()))
}

fn footer(sender: &Sender) -> Vec<String> {
    let contact = [&sender.telephone, &sender.email, &sender.website].into_iter().flatten().cloned();
    let whole = [sender.municipality.clone(), sender.address.join(", ")];
    whole.into_iter().filter(|text| !text.is_empty()).chain(contact).collect()
}
