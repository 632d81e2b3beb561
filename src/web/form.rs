//! Forms: what was typed, shut until the session's token has been checked.

use super::frame::asking_of;
use super::{App, WebError};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use std::collections::BTreeMap;
use subtle::ConstantTimeEq;

/// The name of the field with the session's token.
pub const TOKEN_FIELD: &str = "csrf";

/// Fields that are not kept for later: the token of a session that ended, and passwords.
const NEVER_KEPT: [&str; 5] = [TOKEN_FIELD, "password", "old", "new", "again"];

/// What was typed in a form, by field: text as it came, so that it can be shown again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormValues {
    values: Vec<(String, String)>,
    /// What is wrong with a field, in words.
    pub errors: BTreeMap<String, String>,
}

impl FormValues {
    /// Values to show in a form, by field.
    pub fn of<'a>(values: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { values, errors: BTreeMap::new() }
    }

    /// Reads a query or a form body.
    ///
    /// # Errors
    /// When it is not form-encoded.
    pub fn parse(encoded: &str) -> Result<Self, WebError> {
        let values = serde_urlencoded::from_str(encoded).map_err(|_| WebError::BadForm)?;
        Ok(Self { values, errors: BTreeMap::new() })
    }

    /// What stands in the field, trimmed; empty when nothing does.
    pub fn get(&self, field: &str) -> &str {
        self.values.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value.trim())
    }

    /// What stands in the field, or `None` when it is empty.
    pub fn filled(&self, field: &str) -> Option<&str> {
        Some(self.get(field)).filter(|value| !value.is_empty())
    }

    /// Everything that stands in fields of this name.
    pub fn all<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.trim())
    }

    /// Whether one of the fields of this name holds `value`.
    pub fn has(&self, field: &str, value: &str) -> bool {
        self.all(field).any(|found| found == value)
    }

    /// Every field with its value.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.values
    }

    /// What was typed, as far as it may be kept until somebody has logged in again.
    pub fn to_keep(&self) -> Vec<(String, String)> {
        self.values.iter().filter(|(name, _)| !NEVER_KEPT.contains(&name.as_str())).cloned().collect()
    }

    /// What is wrong with a field, in words.
    pub fn error(&self, field: &str) -> Option<&String> {
        self.errors.get(field)
    }

    /// The version of the thing that the form was filled in on.
    ///
    /// # Errors
    /// When the form carries none.
    pub fn version(&self) -> Result<i64, WebError> {
        self.get("version").parse().map_err(|_| WebError::BadForm)
    }

    /// Puts another value in a field.
    pub fn set(&mut self, field: &str, value: impl Into<String>) {
        self.values.retain(|(name, _)| name != field);
        self.values.push((field.to_owned(), value.into()));
    }
}

/// A form that was sent from a page of the same session. There is no other way to its values.
pub struct ProtectedForm(pub FormValues);

impl FromRequest<App> for ProtectedForm {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &App) -> Result<Self, WebError> {
        let (parts, body) = request.into_parts();
        let asking = asking_of(&parts)?;
        let values = FormValues::from_request(Request::from_parts(parts, body), app).await?;
        let expected = asking.at_work.as_ref().map_or("", |at_work| &at_work.session.csrf);
        if !same_token(values.get(TOKEN_FIELD), expected) {
            return Err(WebError::SessionEnded { values: Box::new(values) });
        }
        Ok(Self(values))
    }
}

/// What was typed, whoever sent it: for the login page, and to be checked by [`ProtectedForm`].
impl FromRequest<App> for FormValues {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &App) -> Result<Self, WebError> {
        if !is_form(request.headers()) {
            return Err(WebError::BadForm);
        }
        let body = String::from_request(request, app).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE { WebError::TooLarge } else { WebError::BadForm }
        })?;
        Self::parse(&body)
    }
}

/// Whether a request carries the fields of a form.
pub fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}

/// Compares in a time that tells nothing of where they differ.
pub fn same_token(given: &str, expected: &str) -> bool {
    !expected.is_empty() && bool::from(given.as_bytes().ct_eq(expected.as_bytes()))
}
