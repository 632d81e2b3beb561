//! Files that are sent in.

use super::index_page;
use crate::office::imports::{self, OriginalFile};
use crate::web::form::{TOKEN_FIELD, same_token};
use crate::web::{App, Visitor, WebError};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::Date;

/// What came with the form. The token stands before the files, so that nothing is read from elsewhere.
#[derive(Default)]
struct Sent {
    files: Vec<OriginalFile>,
    as_of: Option<Date>,
    profile: Option<String>,
    size: u64,
}

/// Takes the files in for a look.
pub async fn receive(State(app): State<App>, visitor: Visitor, multipart: Multipart) -> Result<Response, WebError> {
    visitor.actor().may(crate::access::Action::Change, crate::access::Thing::Import)?;
    let sent = read(&app, &visitor, multipart).await?;
    let frame = visitor.frame();
    if sent.files.is_empty() {
        let refused = vec![(String::new(), frame.t("imports-no-file"))];
        let page = index_page(&app, &visitor, refused).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let (actor, as_of) = (visitor.actor(), sent.as_of.unwrap_or(frame.today));
    let (id, prepared) = app
        .office(move |office| {
            let mapping = match &sent.profile {
                Some(name) => imports::profile(office, &actor, name)?.0,
                None => None,
            };
            imports::open(office, &actor, sent.files, mapping.as_ref(), as_of)
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

async fn read(app: &App, visitor: &Visitor, mut multipart: Multipart) -> Result<Sent, WebError> {
    let limit = app.settings().upload_megabytes << 20;
    let mut sent = Sent::default();
    let mut checked = false;
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == TOKEN_FIELD {
            checked = same_token(&field.text().await.map_err(unreadable)?, &visitor.at_work().session.csrf);
            continue;
        }
        if !checked {
            return Err(WebError::BadForm);
        }
        match name.as_str() {
            "as_of" => sent.as_of = field.text().await.map_err(unreadable)?.trim().parse().ok(),
            "profile" => sent.profile = Some(field.text().await.map_err(unreadable)?).filter(|name| !name.is_empty()),
            "files" => read_file(&mut sent, field, limit).await?,
            _unknown => {}
        }
    }
    Ok(sent)
}

async fn read_file(sent: &mut Sent, mut field: Field<'_>, limit: u64) -> Result<(), WebError> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let mut content = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        sent.size += chunk.len() as u64;
        if sent.size > limit {
            return Err(WebError::TooLarge);
        }
        content.extend_from_slice(&chunk);
    }
    // A form without a chosen file sends one without a name.
    if !name.is_empty() {
        sent.files.push(OriginalFile { name, content });
    }
    Ok(())
}

fn unreadable(error: MultipartError) -> WebError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { WebError::TooLarge } else { WebError::BadForm }
}
