//! Whether the program is well, for whoever watches over it.

use super::{App, Routes, WebError};
use axum::extract::State;

/// `/health` answers `ok` when the store answers.
pub fn routes() -> Routes {
    Routes::new().get("/health", health)
}

async fn health(State(app): State<App>) -> Result<&'static str, WebError> {
    app.office(|office| office.store().read(crate::store::settings::municipality_name)).await?;
    Ok("ok")
}
