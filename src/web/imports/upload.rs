//! Files that are sent in.

use super::index_page;
use crate::office::imports::{self, OriginalFile};
use crate::web::upload::{self, Limits};
use crate::web::{App, Visitor, WebError};
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

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
    let as_of = sent.values.get("as_of").parse().unwrap_or(frame.today);
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
        Some(id) if refused.is_empty() => Ok(Redirect::to(&format!("/imports/{id}")).into_response()),
        Some(_) | None => {
            let page = index_page(&app, &visitor, refused).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
