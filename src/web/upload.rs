//! Forms with files, read piece by piece and never further than what is allowed.

use super::form::{TOKEN_FIELD, same_token};
use super::{FormValues, Visitor, WebError};
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;

/// The name of the field with the files.
const FILES: &str = "files";

/// How much is let in, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Of one file; a larger one is named and not kept.
    pub each: u64,
    /// Of the whole form.
    pub whole: u64,
}

/// How many times as much as is let in that is read and thrown away, so that the browser gets to see the answer.
const THROWN_AWAY: u64 = 4;

/// A file that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentFile {
    pub name: String,
    /// `None` when it was larger than one file may be.
    pub content: Option<Vec<u8>>,
}

/// What came with the form.
#[derive(Default)]
pub struct Sent {
    pub values: FormValues,
    pub files: Vec<SentFile>,
    size: u64,
}

/// Reads a form with files. The token stands before the files, so that nothing is read from elsewhere.
///
/// # Errors
/// [`WebError::TooLarge`] when the whole is more than is let in; [`WebError::BadForm`] when it was not sent from a
/// page of this session.
pub async fn read(visitor: &Visitor, mut multipart: Multipart, limits: Limits) -> Result<Sent, WebError> {
    let mut sent = Sent::default();
    let mut checked = false;
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != TOKEN_FIELD && !checked {
            return Err(WebError::BadForm);
        }
        if name == FILES {
            take_file(&mut sent, field, limits).await?;
            continue;
        }
        let value = content(&mut sent, field, limits, limits.whole).await?.unwrap_or_default();
        let value = String::from_utf8(value).map_err(|_| WebError::BadForm)?;
        if name == TOKEN_FIELD {
            checked = same_token(&value, &visitor.at_work().session.csrf);
        } else {
            sent.values.set(&name, value);
        }
    }
    if sent.size > limits.whole { Err(WebError::TooLarge) } else { Ok(sent) }
}

async fn take_file(sent: &mut Sent, field: Field<'_>, limits: Limits) -> Result<(), WebError> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let content = content(sent, field, limits, limits.each).await?;
    // A form without a chosen file sends one without a name.
    if !name.is_empty() {
        sent.files.push(SentFile { name, content });
    }
    Ok(())
}

/// What stands in a field; `None` when it is more than `most` bytes, or the whole form holds too much.
async fn content(
    sent: &mut Sent,
    mut field: Field<'_>,
    limits: Limits,
    most: u64,
) -> Result<Option<Vec<u8>>, WebError> {
    let mut content = Vec::new();
    let mut size = 0_u64;
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        size += chunk.len() as u64;
        sent.size += chunk.len() as u64;
        if sent.size > limits.whole.saturating_mul(THROWN_AWAY) {
            return Err(WebError::TooLarge);
        }
        if size > most || sent.size > limits.whole {
            content = Vec::new();
        } else {
            content.extend_from_slice(&chunk);
        }
    }
    Ok((size <= most && sent.size <= limits.whole).then_some(content))
}

fn unreadable(error: MultipartError) -> WebError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { WebError::TooLarge } else { WebError::BadForm }
}
