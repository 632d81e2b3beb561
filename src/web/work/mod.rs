//! The work list: the first page of whoever works with cases.

mod calls;
mod page;

use super::{App, ListAddress, ProtectedForm, Routes, Visitor, WebError};
use crate::access::{Action, Thing};
use crate::office::work;
use crate::web::FormValues;
use crate::web::reading::answered;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// The list, and giving several cases at once.
pub fn routes() -> Routes {
    Routes::new().get("/work", list).post("/work", give)
}

async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    page::page(&app, &visitor, address, FormValues::default(), StatusCode::OK).await
}

/// Takes the chosen cases, or gives them to a colleague; back to the list as it was narrowed.
async fn give(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Case)?;
    let query = form.get("back").to_owned();
    let address = ListAddress::read("/work", &query)?;
    let frame = visitor.frame();
    let chosen: Vec<(String, i64)> = form.all("cases").filter_map(read_case).collect();
    let officer = if form.get("to") == "me" { actor.id.clone() } else { form.get("officer").to_owned() };
    if chosen.is_empty() || officer.is_empty() {
        let (field, text) =
            if chosen.is_empty() { ("cases", "work-problem-none") } else { ("officer", "case-problem-officer") };
        form.errors.insert(field.to_owned(), frame.t(text));
        return page::page(&app, &visitor, address, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let told = form.get("note").to_owned();
    match app.office(move |office| answered(work::give(office, &actor, &chosen, &officer, &told))).await? {
        Ok(given) if given.stale == 0 => {
            let back = if query.is_empty() { "/work".to_owned() } else { format!("/work?{query}") };
            Ok(Redirect::to(&back).into_response())
        }
        Ok(given) => {
            form.errors.insert("cases".to_owned(), frame.t1("work-problem-stale", "count", given.stale));
            page::page(&app, &visitor, address, form, StatusCode::CONFLICT).await
        }
        Err(refused) => {
            form.errors = frame.words(&refused);
            page::page(&app, &visitor, address, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// `id:version`, as the list's boxes say it.
fn read_case(value: &str) -> Option<(String, i64)> {
    let (id, version) = value.split_once(':')?;
    Some((id.to_owned(), version.parse().ok()?))
}
