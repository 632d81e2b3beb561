//! What other subjects add to the page of a case.

use super::page::Shown;
use crate::office::decisions;
use crate::web::{App, Visitor, WebError, assessments, offers};

/// A part of the page: its heading and what stands under it, already drawn by the template of its subject.
pub struct Part {
    /// Where a link on the page finds it.
    pub anchor: &'static str,
    pub title: String,
    pub html: String,
}

/// Every part, in the order a case is worked through; each subject draws its own.
pub(super) async fn of(app: &App, visitor: &Visitor, shown: &Shown) -> Result<Vec<Part>, WebError> {
    let assessment = assessments::part(app, visitor, &shown.whole.case).await?;
    let offers = offers::part(app, visitor, &shown.whole).await?;
    let mut parts = vec![assessment, decision(app, visitor, shown).await?];
    parts.extend(offers);
    parts.push(documents(visitor, shown)?);
    Ok(parts)
}

async fn decision(app: &App, visitor: &Visitor, shown: &Shown) -> Result<Part, WebError> {
    let (actor, case) = (visitor.actor(), shown.whole.case.id.clone());
    let whole = app.office(move |office| decisions::whole(office, &actor, &case)).await?;
    let frame = visitor.frame();
    let title = frame.t("decision-part");
    Ok(Part { anchor: "decision", title, html: crate::web::decisions::part(frame, &whole)? })
}

fn documents(visitor: &Visitor, shown: &Shown) -> Result<Part, WebError> {
    let whole = &shown.whole;
    let frame = visitor.frame();
    let title = frame.t("case-documents");
    let case = Some(whole.case.id.as_str());
    let name = |id: &str| whole.colleagues.officer(id);
    let html = crate::web::documents::part(visitor, (&whole.application.id, case), &whole.documents, &name)?;
    Ok(Part { anchor: "documents", title, html })
}
