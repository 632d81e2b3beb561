use serde::Serialize;

use super::{Bundle, BundleDocument, BundlePurpose, DocumentContent, Passage, path};
use crate::letter::Language;
use crate::printed::{PrintedMark, footer};
use crate::record::PrintedSection;
use crate::values::clean;
use crate::words;

/// What the layout prints: texts by their places.
#[derive(Serialize)]
pub(super) struct PrintedBundle<'a> {
    language: &'static str,
    /// Year, month, day.
    day: [i16; 3],
    municipality: &'a str,
    unit: &'a str,
    mark: Option<PrintedMark<'a>>,
    title: String,
    facts: Vec<(&'static str, String)>,
    /// The heads of the table of contents.
    heads: [&'static str; 4],
    about: Vec<&'static str>,
    documents: Vec<PrintedDocument>,
    footer: Vec<String>,
    page: [&'static str; 2],
}

#[derive(Serialize)]
struct PrintedDocument {
    number: u32,
    date: String,
    title: String,
    /// What the contents say under the title.
    remark: Option<String>,
    content: PrintedContent,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum PrintedContent {
    Text {
        passages: Vec<PrintedPassage>,
    },
    Pages {
        path: String,
        pages: Vec<PrintedPage>,
    },
    Picture {
        path: String,
        description: String,
    },
    Record {
        sections: Vec<PrintedSection>,
    },
    /// A sheet that only says something.
    Sheet {
        text: String,
    },
}

#[derive(Serialize)]
struct PrintedPassage {
    masked: bool,
    text: String,
}

#[derive(Serialize)]
struct PrintedPage {
    number: usize,
    /// Above the page: "Dokument 3, side 1 av 2".
    label: String,
    /// Why it is not there.
    masked: Option<String>,
}

/// The words that the layout needs.
struct Labels {
    access: &'static str,
    appeal: &'static str,
    party: &'static str,
    reference: &'static str,
    about: &'static str,
    date: &'static str,
    to: &'static str,
    heads: [&'static str; 4],
    masked: &'static str,
    partly_masked: &'static str,
    withheld: &'static str,
    beside: &'static str,
    document: &'static str,
    page: [&'static str; 2],
    /// Printed under the contents of what a party gets.
    to_party: &'static [&'static str],
}

const BOKMAL: Labels = Labels {
    access: "Dokumentene i saken din",
    appeal: "Dokumentene i klagesaken",
    party: "Part",
    reference: "Saksnummer",
    about: "Saken gjelder",
    date: "Laget",
    to: "Til",
    heads: ["Nr.", "Dato", "Dokument", "Side"],
    masked: "Skjult etter",
    partly_masked: "Noe er skjult.",
    withheld: "Ikke utlevert, etter",
    beside: "Ligger ved som egen fil:",
    document: "Dokument",
    page: ["Side", "av"],
    to_party: &[
        "Interne dokumenter er ikke med. Der noe er skjult eller ikke utlevert, står bestemmelsen vi bygger på.",
        "Er du uenig i at noe er holdt tilbake, kan du klage til Statsforvalteren innen tre uker. Send klagen til oss.",
    ],
};

const NYNORSK: Labels = Labels {
    access: "Dokumenta i saka di",
    appeal: "Dokumenta i klagesaka",
    party: "Part",
    reference: "Saksnummer",
    about: "Saka gjeld",
    date: "Laga",
    to: "Til",
    heads: ["Nr.", "Dato", "Dokument", "Side"],
    masked: "Skjult etter",
    partly_masked: "Noko er skjult.",
    withheld: "Ikkje utlevert, etter",
    beside: "Ligg ved som eiga fil:",
    document: "Dokument",
    page: ["Side", "av"],
    to_party: &[
        "Interne dokument er ikkje med. Der noko er skjult eller ikkje utlevert, står føresegna vi byggjer på.",
        "Er du usamd i at noko er halde tilbake, kan du klage til Statsforvaltaren innan tre veker. Send klaga til oss.",
    ],
};

impl<'a> PrintedBundle<'a> {
    /// `pages`: how many each appended PDF has.
    pub(super) fn new(bundle: &'a Bundle, pages: &[Option<usize>]) -> Self {
        let labels = match bundle.language {
            Language::Bokmal => &BOKMAL,
            Language::Nynorsk => &NYNORSK,
        };
        let (title, to, about) = match &bundle.purpose {
            BundlePurpose::PartyAccess => (labels.access, None, labels.to_party),
            BundlePurpose::Appeal { body } => (labels.appeal, Some((labels.to, clean(body))), &[][..]),
        };
        let facts = [
            (labels.party, clean(&bundle.party)),
            (labels.reference, clean(&bundle.reference)),
            (labels.about, clean(&bundle.subject)),
            (labels.date, words::date(bundle.date)),
        ];
        let documents = bundle.documents.iter().zip(pages).enumerate();
        Self {
            language: bundle.language.code(),
            day: [bundle.date.year(), bundle.date.month().into(), bundle.date.day().into()],
            municipality: &bundle.sender.municipality,
            unit: &bundle.sender.unit,
            mark: bundle.sender.mark.as_ref().map(PrintedMark::new),
            title: title.to_owned(),
            facts: to.into_iter().chain(facts).collect(),
            heads: labels.heads,
            about: about.to_vec(),
            documents: documents
                .map(|(place, (document, pages))| PrintedDocument::new(place, document, *pages, labels))
                .collect(),
            footer: footer(&bundle.sender),
            page: labels.page,
        }
    }
}

impl PrintedDocument {
    fn new(place: usize, document: &BundleDocument, pages: Option<usize>, labels: &Labels) -> Self {
        let mut remark = None;
        let content = match &document.content {
            DocumentContent::Text(passages) => {
                if passages.iter().any(|passage| matches!(passage, Passage::Masked { .. })) {
                    remark = Some(labels.partly_masked.to_owned());
                }
                PrintedContent::Text { passages: passages.iter().map(|passage| printed(passage, labels)).collect() }
            }
            DocumentContent::Pdf { masked_pages, legal_basis, .. } => {
                if !masked_pages.is_empty() {
                    remark = Some(labels.partly_masked.to_owned());
                }
                let count = pages.unwrap_or_default();
                let page = |number| PrintedPage {
                    number,
                    label: format!(
                        "{} {}, {} {number} {} {count}",
                        labels.document,
                        document.number,
                        labels.page[0].to_lowercase(),
                        labels.page[1]
                    ),
                    masked: masked_pages.contains(&number).then(|| format!("{} {}", labels.masked, clean(legal_basis))),
                };
                PrintedContent::Pages { path: path(place, "pdf"), pages: (1..=count).map(page).collect() }
            }
            DocumentContent::Record { sections, partly_masked } => {
                if *partly_masked {
                    remark = Some(labels.partly_masked.to_owned());
                }
                PrintedContent::Record { sections: sections.iter().map(PrintedSection::new).collect() }
            }
            DocumentContent::Picture { description, .. } => {
                PrintedContent::Picture { path: path(place, "picture"), description: clean(description) }
            }
            DocumentContent::Beside { file_name, sha256 } => {
                remark = Some(format!("{} {}", labels.beside, clean(file_name)));
                let text = format!("{} {} (SHA-256 {sha256})", labels.beside, clean(file_name));
                PrintedContent::Sheet { text }
            }
            DocumentContent::Withheld { legal_basis } => {
                let text = format!("{} {}", labels.withheld, clean(legal_basis));
                remark = Some(text.clone());
                PrintedContent::Sheet { text }
            }
        };
        let (number, date, title) = (document.number, words::date(document.date), clean(&document.title));
        Self { number, date, title, remark, content }
    }
}

fn printed(passage: &Passage, labels: &Labels) -> PrintedPassage {
    match passage {
        Passage::Shown(text) => PrintedPassage { masked: false, text: text.replace('\r', "") },
        Passage::Masked { legal_basis } => {
            PrintedPassage { masked: true, text: format!("{} {}", labels.masked, clean(legal_basis)) }
        }
    }
}
