//! From a layout and its data to PDF.

use typst::foundations::{Bytes, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::world::{DocumentWorld, Layout};

/// What was not needed for so many documents is forgotten by Typst's memory.
const REMEMBERED: usize = 10;

/// What the PDF promises.
#[derive(Clone, Copy)]
pub(crate) enum Conformance {
    /// PDF/A-2a for the archive and PDF/UA-1 for screen readers, at once.
    Archival,
    /// Tagged, and no more: other people's PDFs in it promise nothing.
    Plain,
}

/// Lays a document out and writes it as PDF; otherwise what Typst says is wrong.
pub(crate) fn typeset(
    layout: Layout,
    files: impl IntoIterator<Item = (String, Bytes)>,
    conformance: Conformance,
) -> Result<Vec<u8>, String> {
    let world = DocumentWorld::new(layout, files);
    let pdf = typst::compile::<PagedDocument>(&world)
        .output
        .and_then(|document| typst_pdf::pdf(&document, &options(conformance)));
    comemo::evict(REMEMBERED);
    pdf.map_err(|errors| errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}

fn options(conformance: Conformance) -> PdfOptions {
    let standards = match conformance {
        Conformance::Archival => &[PdfStandard::A_2a, PdfStandard::Ua_1][..],
        Conformance::Plain => &[PdfStandard::V_1_7],
    };
    let standards = PdfStandards::new(standards).expect("all of them agree on PDF 1.7");
    PdfOptions { creator: Smart::Custom(Some("Husrom".to_owned())), standards, ..PdfOptions::default() }
}
