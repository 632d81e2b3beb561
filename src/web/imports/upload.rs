//! Files that are sent in.

use super::index_page;
use crate::office::imports::{self, OriginalFile};
use crate::web::upload::{self, Limits};
use crate::web::{App, Visitor, WebError};
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::written;

/// Takes the files in for a look.
pub async fn receive(State(app): State<App>, visitor: Visitor, multipart: Multipart) -> Result<Response, WebError> {
    visitor.actor().may(crate::access::Action::Change, crate::access::Thing::Import)?;
    let limit = app.settings().upload_megabytes << 20;
    let sent = upload::read(&visitor, multipart, Limits { each: limit, whole: limit }).await?;
    let frame = visitor.frame();
    let original = |file: upload::SentFile| Some(OriginalFile { name: file.name, content: file.content? });
    let files: Vec<OriginalFile> = sent.files.into_iter().filter_map(original).collect();
    if files.is_empty() {
        let refused = vec![(String::new(), frame.t("imports-no-file"))];
        let page = index_page(&app, &visitor, refused).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    // Without a day the files are of today; one that cannot be read is no day at all.
    let Some(as_of) = sent.values.filled("as_of").map_or(Some(frame.today), |day| written::day(day).ok()) else {
        let found = sent.values.get("as_of").to_owned();
        let refused = vec![(frame.t("imports-as-of"), frame.t1("import-error-date-unreadable", "found", found))];
        let page = index_page(&app, &visitor, refused).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let profile = sent.values.filled("profile").map(str::to_owned);
    let actor = visitor.actor();
    let (id, prepared) = app
        .office(move |office| {
            let mapping = match &profile {
                Some(name) => imports::profile(office, &actor, name)?.0,
                None => None,
            };
            imports::open(office, &actor, files, mapping.as_ref(), as_of)
        })
        .await?;
    let word = |code: &str| frame.t(&format!("import-refused-{code}"));
    let refused: Vec<_> = prepared.refused.iter().map(|file| (file.name.clone(), word(file.why.code()))).collect();
    match id {
        Some(id) => Ok(Redirect::to(&format!("/imports/{id}")).into_response()),
        None => {
            let page = index_page(&app, &visitor, refused).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
