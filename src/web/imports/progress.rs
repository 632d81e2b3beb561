//! An import that is being saved: how far it has come, followed until it is done.

use crate::access::{Action, Thing};
use crate::web::{App, Frame, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

#[derive(askama::Template)]
#[template(path = "imports/under_way.html")]
struct UnderWayPage {
    frame: Frame,
    id: String,
    /// Rows saved and rows there are.
    rows: Option<(u64, u64)>,
}

/// The import's page for as long as it is being saved. Its files are not read again for it.
pub fn page(visitor: &Visitor, id: String, rows: (u64, u64)) -> Result<Response, WebError> {
    visitor.actor().may(Action::Look, Thing::Import)?;
    Ok(render(&UnderWayPage { frame: visitor.frame(), id, rows: Some(rows) })?.into_response())
}

#[derive(askama::Template)]
#[template(path = "imports/progress.html")]
struct ProgressPart {
    frame: Frame,
    id: String,
    /// Rows saved and rows there are, while it is being saved.
    rows: Option<(u64, u64)>,
}

/// How far an import has come: a piece of a page that the script asks for again and again.
pub async fn part(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, WebError> {
    visitor.actor().may(Action::Look, Thing::Import)?;
    let rows = app.shared_office().imports_under_way().progress(&id).map(|progress| progress.rows());
    Ok(render(&ProgressPart { frame: visitor.frame(), id, rows })?.into_response())
}
