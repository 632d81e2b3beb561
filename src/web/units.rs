//! The administrator's page of units.

use super::{App, FormValues, Frame, ProtectedForm, Routes, Visitor, WebError, render};
use crate::office::{OfficeError, units};
use crate::store::units::Unit;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Units: the list with a field for each name, and one for a new unit.
pub fn routes() -> Routes {
    Routes::new().get("/units", show).post("/units", add).post("/units/{id}", rename)
}

#[derive(askama::Template)]
#[template(path = "units/list.html")]
struct UnitsPage {
    frame: Frame,
    units: Vec<Unit>,
    form: FormValues,
}

async fn page(app: &App, visitor: &Visitor, form: FormValues) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let units = app.office(move |office| units::list(office, &actor)).await?;
    let status = if form.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, render(&UnitsPage { frame: visitor.frame(), units, form })?).into_response())
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    page(&app, &visitor, FormValues::default()).await
}

/// Back to the list, or the list with what is wrong.
async fn answer(
    app: &App,
    visitor: &Visitor,
    mut form: FormValues,
    done: Result<(), OfficeError>,
) -> Result<Response, WebError> {
    match done {
        Ok(()) => Ok(Redirect::to("/units").into_response()),
        Err(OfficeError::Invalid(problems)) => {
            form.errors = visitor.frame().words(&problems);
            page(app, visitor, form).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn add(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, name) = (visitor.actor(), form.get("name").to_owned());
    let done = app.office(move |office| Ok::<_, WebError>(units::add(office, &actor, &name))).await?;
    answer(&app, &visitor, form, done).await
}

async fn rename(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, name) = (visitor.actor(), form.get("name").to_owned());
    // A form without a version is as good as an old one.
    let version = form.get("version").parse().unwrap_or(0);
    let done = app.office(move |office| Ok::<_, WebError>(units::rename(office, &actor, &id, version, &name))).await?;
    answer(&app, &visitor, form, done).await
}
