//! What went wrong, as a status and a calm page. Details go to the log once; people get a
//! reference number to tell.

use super::form::FormValues;
use super::frame::{Asking, Frame};
use super::{App, login, render};
use crate::access::Denied;
use crate::office::OfficeError;
use crate::secrets::{hex, random_bytes};
use crate::store::StoreError;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    #[error("not found")]
    NotFound,
    #[error("forbidden")]
    Forbidden,
    #[error("nobody is logged in")]
    LoginFirst,
    #[error("a new password must be chosen first")]
    ChangePasswordFirst,
    #[error("the session ended while a form was filled in")]
    SessionEnded { values: Box<FormValues> },
    #[error("the form cannot be read")]
    BadForm,
    #[error("what was sent is too large")]
    TooLarge,
    #[error("the request comes from another site")]
    FromElsewhere,
    #[error("somebody else saved first")]
    Stale,
    #[error("the disk is full")]
    DiskFull,
    #[error("unexpected: {0}")]
    Unexpected(String),
}

impl From<OfficeError> for WebError {
    fn from(error: OfficeError) -> Self {
        match error {
            OfficeError::Denied(Denied::Forbidden) => Self::Forbidden,
            OfficeError::Denied(Denied::Hidden) | OfficeError::NotFound => Self::NotFound,
            OfficeError::Stale => Self::Stale,
            OfficeError::Store(error) => error.into(),
            OfficeError::Invalid(_) | OfficeError::Key(_) => Self::Unexpected(error.to_string()),
        }
    }
}

impl From<Denied> for WebError {
    fn from(denied: Denied) -> Self {
        OfficeError::from(denied).into()
    }
}

impl From<StoreError> for WebError {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::DiskFull) { Self::DiskFull } else { Self::Unexpected(error.to_string()) }
    }
}

impl WebError {
    const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::FromElsewhere => StatusCode::FORBIDDEN,
            Self::LoginFirst | Self::ChangePasswordFirst => StatusCode::SEE_OTHER,
            Self::SessionEnded { .. } => StatusCode::UNAUTHORIZED,
            Self::BadForm => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Stale => StatusCode::CONFLICT,
            Self::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
            Self::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The key of the page's texts: `error-KEY-title` and `error-KEY-text`.
    const fn text_key(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Forbidden => "forbidden",
            Self::LoginFirst | Self::ChangePasswordFirst | Self::SessionEnded { .. } => "session",
            Self::BadForm => "bad-form",
            Self::TooLarge => "too-large",
            Self::FromElsewhere => "elsewhere",
            Self::Stale => "stale",
            Self::DiskFull => "disk-full",
            Self::Unexpected(_) => "unexpected",
        }
    }
}

/// The guards turn this into a page; they know who is asking and in which language.
impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// A handler that panicked: an unexpected error like any other.
pub fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    WebError::Unexpected("a handler panicked".to_owned()).into_response()
}

#[derive(askama::Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    title: String,
    text: String,
    reference: String,
}

/// The page for an error.
pub fn page(app: &App, asking: &Asking, error: &WebError) -> Response {
    match error {
        WebError::LoginFirst => return Redirect::to(&login::address_for(&asking.path_and_query)).into_response(),
        WebError::ChangePasswordFirst => return Redirect::to("/account/password").into_response(),
        WebError::SessionEnded { values } => return login::ended_in_form(app, asking, values),
        WebError::NotFound
        | WebError::Forbidden
        | WebError::BadForm
        | WebError::TooLarge
        | WebError::FromElsewhere
        | WebError::Stale
        | WebError::DiskFull
        | WebError::Unexpected(_) => {}
    }
    let reference = reference(error);
    let frame = Frame::new(app, asking);
    let title = frame.t(&format!("error-{}-title", error.text_key()));
    let text = frame.t(&format!("error-{}-text", error.text_key()));
    match render(&ErrorPage { frame, title, text, reference }) {
        Ok(html) => (error.status(), html).into_response(),
        Err(_) => (error.status(), [(header::CONTENT_TYPE, "text/plain")], "error").into_response(),
    }
}

/// Logs what only an operator can mend, and gives its number; empty for everyday errors.
fn reference(error: &WebError) -> String {
    if !matches!(error, WebError::Unexpected(_) | WebError::DiskFull) {
        return String::new();
    }
    let reference = random_bytes::<4>().map_or_else(|_| "00000000".to_owned(), |bytes| hex(&bytes));
    tracing::error!(reference, %error, "a page could not be shown");
    reference
}
