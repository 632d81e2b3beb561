//! The first page after logging in.

use super::{Routes, Visitor, WebError};
use crate::access::{self, Action, Thing};
use axum::response::Redirect;

/// `/` leads to what the officer works with.
pub fn routes() -> Routes {
    Routes::new().get("/", home)
}

async fn home(visitor: Visitor) -> Result<Redirect, WebError> {
    let role = visitor.actor().role;
    let first = [
        (Thing::Case, "/work"),
        (Thing::Overview, "/overview"),
        (Thing::Account, "/accounts"),
        (Thing::Journal, "/journal"),
    ];
    let place = first.iter().find(|(thing, _)| access::may(role, Action::Look, *thing).is_ok());
    Ok(Redirect::to(place.map_or("/account", |(_, address)| address)))
}
