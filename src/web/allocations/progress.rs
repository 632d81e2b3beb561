//! A plan that is being searched for: how long it has taken, followed until it is found.

use crate::access::{Action, Thing};
use crate::office::allocations::{LONGEST, search_of};
use crate::web::lists::ListAddress;
use crate::web::{App, Frame, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

/// A search as the page that waits for it shows it; `page`/progress tells how far it has come, and `page`/stop ends it.
pub(super) struct SearchView {
    pub page: String,
    /// How the page is looked at, as it stands in its address; empty for the plain one.
    pub view: &'static str,
    /// Whole seconds so far, and at most.
    pub seconds: i64,
    pub longest: i64,
}

/// The search for a meeting's plan, while it goes on.
pub(super) fn for_meeting(app: &App, meeting: &str, on_the_wall: bool) -> Option<SearchView> {
    let search = going_on(app, &[meeting], format!("/allocations/{meeting}"))?;
    Some(SearchView { view: view(on_the_wall), ..search })
}

const fn view(on_the_wall: bool) -> &'static str {
    if on_the_wall { "?view=wall" } else { "" }
}

/// The search for a what-if, or for the plan it is to be held against, while they go on.
pub(super) fn for_what_if(app: &App, meeting: &str) -> Option<SearchView> {
    going_on(app, &[&search_of(meeting), meeting], format!("/allocations/{meeting}/what-if"))
}

fn going_on(app: &App, what: &[&str], page: String) -> Option<SearchView> {
    let office = app.shared_office();
    let search = what.iter().find_map(|what| office.searches().of(what))?;
    Some(SearchView { page, view: "", seconds: search.seconds(office.now()), longest: LONGEST / 1_000_000 })
}

#[derive(askama::Template)]
#[template(path = "allocations/progress.html")]
struct ProgressPart {
    frame: Frame,
    page: String,
    search: Option<SearchView>,
}

fn part(visitor: &Visitor, page: String, search: Option<SearchView>) -> Result<Response, WebError> {
    visitor.actor().may(Action::Look, Thing::Allocation)?;
    Ok(render(&ProgressPart { frame: visitor.frame(), page, search })?.into_response())
}

/// How far the search for a meeting's plan has come: a piece of a page that the script asks for again and again.
pub(super) async fn of_meeting(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    address: ListAddress,
) -> Result<Response, WebError> {
    let on_the_wall = address.filter("view") == "wall";
    part(&visitor, format!("/allocations/{id}{}", view(on_the_wall)), for_meeting(&app, &id, on_the_wall))
}

/// As [`of_meeting`], for a what-if.
pub(super) async fn of_what_if(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    part(&visitor, format!("/allocations/{id}/what-if"), for_what_if(&app, &id))
}
