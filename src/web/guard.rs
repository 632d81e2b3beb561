//! What stands around every page: who is asking, the headers that keep a browser safe, calm words
//! when something went wrong.

use super::form::{self, FormValues};
use super::frame::Asking;
use super::{App, WebError, error};
use crate::office::sessions::{self, AtWork};
use crate::texts::Language;
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequest as _, Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

/// Nothing but our own files; no inline script or style. Icons of the design system are `data:` images.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// The largest form that is not a file upload, in bytes.
const FORM_LIMIT: usize = 2 << 20;

/// Puts the guards around the router.
pub fn around(router: Router<App>, app: App) -> Router {
    let fixed = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    router
        .fallback(|| async { WebError::NotFound })
        .layer(CatchPanicLayer::custom(error::panicked))
        .layer(middleware::from_fn_with_state(app.clone(), who_asks))
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(fixed("content-security-policy", POLICY))
        .layer(fixed("x-content-type-options", "nosniff"))
        .layer(fixed("referrer-policy", "same-origin"))
        .layer(fixed("cache-control", "no-store"))
        .layer(fixed("strict-transport-security", "max-age=31536000"))
        .layer(CompressionLayer::new())
        .with_state(app)
}

/// Finds out who is asking, refuses what comes from another site, and words what went wrong.
async fn who_asks(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let asking = match asking(&app, &parts).await {
        Ok(asking) => Arc::new(asking),
        Err(error) => return error.into_response(),
    };
    if comes_from_elsewhere(parts.method.is_safe(), &parts.headers) {
        return error::page(&app, &asking, &WebError::FromElsewhere);
    }
    if asking.at_work.is_none() && is_form_of_a_page(&parts) {
        let error = what_was_typed(&app, Request::from_parts(parts, body)).await;
        return error::page(&app, &asking, &error);
    }
    parts.extensions.insert(Arc::clone(&asking));
    let mut response = next.run(Request::from_parts(parts, body)).await;
    match response.extensions_mut().remove::<Arc<WebError>>() {
        Some(error) => error::page(&app, &asking, &error),
        None => response,
    }
}

/// A form of a page that one must be logged in to see.
fn is_form_of_a_page(parts: &Parts) -> bool {
    !parts.method.is_safe() && parts.uri.path() != "/login" && form::is_form(&parts.headers)
}

/// The session ended while they typed: the login page keeps what they had written.
async fn what_was_typed(app: &App, request: Request) -> WebError {
    match FormValues::from_request(request, app).await {
        Ok(values) => WebError::SessionEnded { values: Box::new(values) },
        Err(error) => error,
    }
}

async fn asking(app: &App, parts: &Parts) -> Result<Asking, WebError> {
    let headers = &parts.headers;
    let path_and_query = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
    let place = place(peer, headers, &app.settings().trusted_proxies);
    let at_work = if path_and_query.starts_with("/assets/") { None } else { at_work(app, headers).await? };
    let language = match &at_work {
        Some(at_work) => Language::from_code(&at_work.officer.language),
        None => preferred(headers),
    };
    Ok(Asking { at_work, language, path_and_query, place })
}

async fn at_work(app: &App, headers: &HeaderMap) -> Result<Option<AtWork>, WebError> {
    match super::login::token_in(app, headers) {
        Some(token) => app.office(move |office| sessions::resume(office, &token)).await,
        None => Ok(None),
    }
}

/// Where a request comes from, for counting failed logins: the peer, or what a trusted proxy says.
fn place(peer: Option<IpAddr>, headers: &HeaderMap, trusted: &[IpAddr]) -> String {
    let Some(peer) = peer else { return "unknown".to_owned() };
    let told = headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    match told.and_then(|list| list.rsplit(',').next()) {
        Some(client) if trusted.contains(&peer) => client.trim().to_owned(),
        Some(_) | None => peer.to_string(),
    }
}

/// Browsers say where a form was sent from; what another site sends is refused whatever it holds.
fn comes_from_elsewhere(safe: bool, headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    !safe && matches!(site, Some("cross-site" | "same-site"))
}

/// The first of our languages that the browser asks for.
fn preferred(headers: &HeaderMap) -> Language {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let known = |tag: &str| match tag.trim().get(..2) {
        Some("nn") => Some(Language::Nynorsk),
        Some("nb" | "no") => Some(Language::Bokmal),
        _ => None,
    };
    asked.split([',', ';']).find_map(known).unwrap_or_default()
}
