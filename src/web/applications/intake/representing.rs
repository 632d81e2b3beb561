//! Those who act for the applicant, on the page of a registered application.

use super::reading;
use crate::access::{Action, Thing};
use crate::office::intake::{self, Representing};
use crate::office::{OfficeError, Problem};
use crate::web::reading::Outcome;
use crate::web::{App, ProtectedForm, Visitor, WebError};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

/// Somebody begins, shows their authority, or ends; refused, the application's page says why.
pub(in crate::web::applications) async fn represent(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    let mut problems = Vec::new();
    let position = form.get("position").parse();
    let step = match (form.get("action"), position) {
        ("shows", Ok(position)) => Some(Representing::ShowsAuthority { position }),
        ("ends", Ok(position)) => Some(Representing::Ends { position }),
        _ => reading::representative(&form, app.today(), &mut problems).map(|new| Representing::Begins(Box::new(new))),
    };
    if step.is_none() && problems.is_empty() {
        problems.push(Problem::plain("rep_role", "intake-problem-rep-role"));
    }
    let application = id.clone();
    let saved = app
        .office(move |office| {
            let step = step.filter(|_| problems.is_empty()).ok_or(OfficeError::Invalid(problems));
            Outcome::of(step.and_then(|step| intake::represent(office, &actor, &application, &step)))
        })
        .await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to(&format!("/applications/{id}#representatives")).into_response()),
        Some(answer) => {
            form.set("from", app.today().to_string());
            super::super::page::page(&app, &visitor, id, form, answer).await
        }
    }
}
