//! What other subjects add to the page of a case.

use super::page::Shown;
use crate::office::decisions;
use crate::web::assessments;
use crate::web::{App, Frame, Visitor, WebError, render};

/// A part of the page: its heading and what stands under it, already drawn by the template of its subject.
pub struct Part {
    /// Where a link on the page finds it.
    pub anchor: &'static str,
    pub title: String,
    pub html: String,
}

/// Every part, in the order a case is worked through; each subject draws its own.
pub(super) async fn of(app: &App, visitor: &Visitor, shown: &Shown) -> Result<Vec<Part>, WebError> {
    let assessment = assessments::part(app, visitor, &shown.whole.case.id).await?;
    Ok(vec![assessment, decision(app, visitor, shown).await?, documents(visitor.frame(), shown)?])
}

async fn decision(app: &App, visitor: &Visitor, shown: &Shown) -> Result<Part, WebError> {
    let (actor, case) = (visitor.actor(), shown.whole.case.id.clone());
    let whole = app.office(move |office| decisions::whole(office, &actor, &case)).await?;
    let frame = visitor.frame();
    let title = frame.t("decision-part");
    Ok(Part { anchor: "decision", title, html: crate::web::decisions::part(frame, &whole)? })
}

#[derive(askama::Template)]
#[template(path = "cases/documents.html")]
struct Documents {
    frame: Frame,
    documents: Vec<DocumentView>,
}

struct DocumentView {
    iso: String,
    day: String,
    title: String,
    way: String,
    file: String,
    /// Where it is opened; empty when it cannot be.
    href: String,
}

fn documents(frame: Frame, shown: &Shown) -> Result<Part, WebError> {
    let view = |document: &crate::store::documents::Document| DocumentView {
        iso: document.day.to_string(),
        day: frame.day(&document.day),
        title: document.title.clone(),
        way: frame.t(match document.way {
            crate::store::documents::Way::In => "document-in",
            crate::store::documents::Way::Out => "document-out",
            crate::store::documents::Way::Internal => "document-internal",
        }),
        file: document.file_name.clone(),
        href: match document.way {
            crate::store::documents::Way::Out => format!("/letters/{}", document.id),
            crate::store::documents::Way::In | crate::store::documents::Way::Internal => String::new(),
        },
    };
    let documents = shown.whole.documents.iter().rev().map(view).collect();
    let title = frame.t("case-documents");
    let html = render(&Documents { frame, documents })?.0;
    Ok(Part { anchor: "documents", title, html })
}
