//! The administrator's page of units.

use super::conflict::{self, ConflictRow};
use super::reading::Outcome;
use super::{App, FormValues, Frame, ProtectedForm, Routes, Visitor, WebError, render};
use crate::office::units;
use crate::store::units::Unit;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Units: the list with a field for each name, and one for a new unit.
pub fn routes() -> Routes {
    Routes::new().get("/units", show).post("/units", add).post("/units/{id}", rename)
}

/// Where the form keeps which unit it renames; a new unit has none.
const UNIT: &str = "unit";

#[derive(askama::Template)]
#[template(path = "units/list.html")]
struct UnitsPage {
    frame: Frame,
    units: Vec<Unit>,
    form: FormValues,
    /// Somebody else renamed the unit before this name was saved.
    conflict: Vec<ConflictRow>,
}

async fn page(app: &App, visitor: &Visitor, form: FormValues, status: StatusCode) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let units = app.office(move |office| units::list(office, &actor)).await?;
    let frame = visitor.frame();
    let stale = units.iter().find(|unit| status == StatusCode::CONFLICT && unit.id == form.get(UNIT));
    let conflict = stale.map(|unit| both(&frame, &form, unit)).unwrap_or_default();
    Ok((status, render(&UnitsPage { frame, units, form, conflict })?).into_response())
}

fn both(frame: &Frame, yours: &FormValues, theirs: &Unit) -> Vec<ConflictRow> {
    let theirs = FormValues::of([("name", theirs.name.clone())]);
    conflict::rows(&["name"], yours, &theirs, |_, name| (frame.t("unit-name"), name.to_owned()))
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    page(&app, &visitor, FormValues::default(), StatusCode::OK).await
}

async fn add(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, name) = (visitor.actor(), form.get("name").to_owned());
    let saved = app.office(move |office| Outcome::of(units::add(office, &actor, &name))).await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to("/units").into_response()),
        Some(answer) => page(&app, &visitor, form, answer).await,
    }
}

async fn rename(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, name, unit) = (visitor.actor(), form.get("name").to_owned(), id.clone());
    // A form without a version is as good as an old one.
    let version = form.version().unwrap_or(0);
    let saved = app.office(move |office| Outcome::of(units::rename(office, &actor, &unit, version, &name))).await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to("/units").into_response()),
        Some(answer) => {
            form.set(UNIT, id);
            page(&app, &visitor, form, answer).await
        }
    }
}
