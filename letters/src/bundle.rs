//! Several documents as one PDF: what a party gets who asks to see the case, and what the appeal body
//! gets with an appeal.
//!
//! Which documents belong is the caller's to say: internal ones are left out before they come here. What
//! is masked never reaches the PDF, not even under a black bar.

use std::collections::BTreeSet;
use std::sync::Arc;

use hayro_syntax::Pdf;
use jiff::civil::Date;
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage};

use crate::fonts::unprintable;
use crate::letter::{Language, Sender};
use crate::record::RecordSection;
use crate::typeset::{Conformance, typeset};
use crate::world::Layout;

/// What the layout prints of it.
mod printed;

use printed::PrintedBundle;

/// A case's documents for somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    pub sender: Sender,
    pub language: Language,
    pub purpose: BundlePurpose,
    /// Whose case it is.
    pub party: String,
    /// The case's number, as people see it.
    pub reference: String,
    /// What the case is about, to follow *om*.
    pub subject: String,
    /// The day it is made.
    pub date: Date,
    /// In the order they are to be read.
    pub documents: Vec<BundleDocument>,
}

/// What a bundle is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundlePurpose {
    /// The party sees the case (*fvl.* § 18).
    #[doc(alias = "partsinnsyn")]
    PartyAccess,
    /// The appeal body gets the case (*fvl.* § 33).
    #[doc(alias = "oversendelse av klage")]
    Appeal { body: String },
}

/// One document of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleDocument {
    /// Its number in the case.
    pub number: u32,
    pub date: Date,
    pub title: String,
    pub content: DocumentContent,
}

/// What there is to show of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentContent {
    /// A note or a form, as text.
    Text(Vec<Passage>),
    /// What the register holds and nobody wrote as a document, typed out.
    Record { sections: Vec<RecordSection>, partly_masked: bool },
    /// Appended page by page; a masked page (counted from 1) is not there, and a sheet says why.
    Pdf { bytes: Arc<[u8]>, masked_pages: BTreeSet<usize>, legal_basis: String },
    /// A PNG, JPEG, GIF or WebP picture.
    Picture { bytes: Arc<[u8]>, description: String },
    /// A file that cannot be shown as pages: it lies beside the bundle, and is known by its mark.
    Beside { file_name: String, sha256: String },
    /// Not handed out: the provision, with paragraph and letter (*fvl.* § 21).
    Withheld { legal_basis: String },
}

impl DocumentContent {
    /// Whether it can be shown as pages. A PDF may be locked or damaged, a picture too, and a text may be in a script
    /// that we have no letters for.
    pub fn can_be_shown(&self) -> bool {
        match self {
            Self::Text(passages) => passages.iter().all(|passage| match passage {
                Passage::Shown(text) => unprintable(text).is_empty(),
                Passage::Masked { .. } => true,
            }),
            Self::Pdf { bytes, .. } => pages_of(bytes) > 0,
            Self::Picture { bytes, .. } => ExchangeFormat::detect(bytes)
                .is_some_and(|format| RasterImage::plain(Bytes::new(Arc::clone(bytes)), format).is_ok()),
            Self::Record { .. } | Self::Beside { .. } | Self::Withheld { .. } => true,
        }
    }
}

/// How many pages a PDF has; none when it cannot be opened.
fn pages_of(bytes: &Arc<[u8]>) -> usize {
    Pdf::new(Arc::new(Arc::clone(bytes))).map_or(0, |pdf| pdf.pages().len())
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    Shown(String),
    /// Left out, with the provision that says so (`L1.12`).
    Masked {
        legal_basis: String,
    },
}

/// A bundle as PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundlePdf {
    pub bytes: Vec<u8>,
    /// PDF/UA-1 and PDF/A-2a, as the letters. Not so when other people's PDFs are in it: they are
    /// appended as they are.
    pub accessible: bool,
}

/// Why a bundle was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleProblem {
    #[error("there is no document in the bundle")]
    Empty,
    #[error("these documents are no PDF that can be opened: {}", .0.iter().map(u32::to_string).collect::<Vec<_>>().join(", "))]
    Unreadable(Vec<u32>),
    #[error("these documents have no such pages as are to be masked: {}", .0.iter().map(u32::to_string).collect::<Vec<_>>().join(", "))]
    NoSuchPage(Vec<u32>),
    #[error("the bundle has characters that cannot be printed: {0:?}")]
    Unprintable(Vec<char>),
    #[error("the bundle could not be laid out: {0}")]
    Layout(String),
}

/// The documents as one PDF, with a page of contents in front.
pub fn bundle(bundle: &Bundle) -> Result<BundlePdf, BundleProblem> {
    if bundle.documents.is_empty() {
        return Err(BundleProblem::Empty);
    }
    let pages = page_counts(&bundle.documents)?;
    let data = serde_json::to_string(&PrintedBundle::new(bundle, &pages)).expect("plain texts become JSON");
    let unprintable = unprintable(&data);
    if !unprintable.is_empty() {
        return Err(BundleProblem::Unprintable(unprintable));
    }
    let accessible = pages.iter().all(Option::is_none);
    let conformance = if accessible { Conformance::Archival } else { Conformance::Plain };
    let mark = bundle.sender.mark.as_ref().map(|mark| (mark.path().to_owned(), Bytes::new(mark.bytes())));
    let files = [("/data.json".to_owned(), Bytes::new(data.into_bytes()))].into_iter().chain(mark).chain(files(bundle));
    let bytes = typeset(Layout::Bundle, files, conformance).map_err(BundleProblem::Layout)?;
    Ok(BundlePdf { bytes, accessible })
}

/// How many pages each appended PDF has; `None` for other documents.
fn page_counts(documents: &[BundleDocument]) -> Result<Vec<Option<usize>>, BundleProblem> {
    let (mut unreadable, mut no_such_page) = (Vec::new(), Vec::new());
    let mut counts = Vec::with_capacity(documents.len());
    for document in documents {
        let DocumentContent::Pdf { bytes, masked_pages, .. } = &document.content else {
            counts.push(None);
            continue;
        };
        let pages = pages_of(bytes);
        if pages == 0 {
            unreadable.push(document.number);
        } else if masked_pages.iter().any(|page| !(1..=pages).contains(page)) {
            no_such_page.push(document.number);
        }
        counts.push(Some(pages));
    }
    if !unreadable.is_empty() {
        return Err(BundleProblem::Unreadable(unreadable));
    }
    if no_such_page.is_empty() { Ok(counts) } else { Err(BundleProblem::NoSuchPage(no_such_page)) }
}

/// The files that the layout shows, by their places.
fn files(bundle: &Bundle) -> impl Iterator<Item = (String, Bytes)> + '_ {
    bundle.documents.iter().enumerate().filter_map(|(place, document)| match &document.content {
        DocumentContent::Pdf { bytes, .. } => Some((path(place, "pdf"), Bytes::new(Arc::clone(bytes)))),
        DocumentContent::Picture { bytes, .. } => Some((path(place, "picture"), Bytes::new(Arc::clone(bytes)))),
        DocumentContent::Text(_)
        | DocumentContent::Record { .. }
        | DocumentContent::Beside { .. }
        | DocumentContent::Withheld { .. } => None,
    })
}

/// Named by place and not by number, so that the same few names serve every bundle.
fn path(place: usize, ending: &str) -> String {
    format!("/document-{place}.{ending}")
}
