//! Logging in and out.

use super::form::FormValues;
use super::frame::{Asking, Frame, asking_of};
use super::{App, ProtectedForm, Routes, Visitor, WebError, render};
use crate::office::sessions::{self, LoginRefused};
use axum::Json;
use axum::extract::{FromRequest, Query, Request, State};
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{HeaderName, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// Logging in and out, and staying logged in.
pub fn routes() -> Routes {
    Routes::new().get("/login", form).post("/login", log_in).post("/logout", log_out).post("/session/extension", extend)
}

#[derive(askama::Template)]
#[template(path = "login.html")]
struct LoginPage {
    frame: Frame,
    login: String,
    next: String,
    problem: String,
    /// What was typed in a form when the session ended, to be sent on after logging in.
    kept: Vec<(String, String)>,
}

#[derive(askama::Template)]
#[template(path = "login_resume.html")]
struct ResumePage {
    frame: Frame,
    next: String,
    kept: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

async fn form(
    State(app): State<App>,
    Query(Next { next }): Query<Next>,
    request: Request,
) -> Result<Response, WebError> {
    let asking = asking_of(&request.into_parts().0)?;
    let page = LoginPage {
        frame: Frame::new(&app, &asking),
        login: String::new(),
        next: own_address(&next),
        problem: String::new(),
        kept: Vec::new(),
    };
    Ok(render(&page)?.into_response())
}

async fn log_in(State(app): State<App>, request: Request) -> Result<Response, WebError> {
    let (parts, body) = request.into_parts();
    let asking = asking_of(&parts)?;
    let client = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("").to_owned();
    let body = String::from_request(Request::from_parts(parts, body), &app).await.map_err(|_| WebError::BadForm)?;
    let values = FormValues::parse(&body)?;
    let tried = {
        let (login, password) = (values.get("login").to_owned(), values.get("password").to_owned());
        let (place, inside) = (asking.place.clone(), app.clone());
        app.office(move |office| {
            let answer = sessions::log_in(office, inside.attempts(), (&login, &password), (&place, &client));
            Ok::<_, WebError>(answer)
        })
        .await?
    };
    match tried {
        Ok(token) => welcome(&app, &asking, &values, &token).await,
        Err(LoginRefused::Office(error)) => Err(error.into()),
        Err(refused @ (LoginRefused::Wrong | LoginRefused::Wait { .. })) => refuse(&app, &asking, &values, &refused),
    }
}

fn refuse(app: &App, asking: &Asking, values: &FormValues, refused: &LoginRefused) -> Result<Response, WebError> {
    let frame = Frame::new(app, asking);
    let (status, problem) = match refused {
        LoginRefused::Wait { seconds } => (StatusCode::TOO_MANY_REQUESTS, frame.t1("login-wait", "seconds", seconds)),
        LoginRefused::Wrong | LoginRefused::Office(_) => (StatusCode::UNAUTHORIZED, frame.t("login-wrong")),
    };
    let page = LoginPage {
        frame,
        login: values.get("login").to_owned(),
        next: own_address(values.get("next")),
        problem,
        kept: kept(values),
    };
    Ok((status, render(&page)?).into_response())
}

/// Sets the cookie and goes where they were going; what they had typed comes along.
async fn welcome(app: &App, asking: &Asking, values: &FormValues, token: &str) -> Result<Response, WebError> {
    let next = own_address(values.get("next"));
    let kept = kept(values);
    let mut response = if kept.is_empty() {
        Redirect::to(&next).into_response()
    } else {
        let token = token.to_owned();
        let at_work = app.office(move |office| sessions::resume(office, &token)).await?;
        let asking =
            Asking { at_work, language: asking.language, path_and_query: next.clone(), place: asking.place.clone() };
        render(&ResumePage { frame: Frame::new(app, &asking), next, kept })?.into_response()
    };
    response.headers_mut().insert(header::SET_COOKIE, cookie(app, token, false)?);
    Ok(response)
}

/// The fields kept from a form carry this in front of their names on the login page.
const KEPT: &str = "kept.";

fn kept(values: &FormValues) -> Vec<(String, String)> {
    let of_form = values.pairs().iter().filter_map(|(name, value)| Some((name.strip_prefix(KEPT)?, value)));
    of_form.map(|(name, value)| (name.to_owned(), value.clone())).collect()
}

/// The login page when a session ended in the middle of a form.
pub fn ended_in_form(app: &App, asking: &Asking, values: &FormValues) -> Response {
    let frame = Frame::new(app, asking);
    let page = LoginPage {
        problem: frame.t("login-session-ended"),
        frame,
        login: String::new(),
        next: own_address(&asking.path_and_query),
        kept: values.to_keep(),
    };
    match render(&page) {
        Ok(html) => (StatusCode::UNAUTHORIZED, html).into_response(),
        Err(error) => error.into_response(),
    }
}

async fn log_out(State(app): State<App>, visitor: Visitor, _form: ProtectedForm) -> Result<Response, WebError> {
    let (actor, hash) = (visitor.actor(), visitor.at_work().session.token_hash.clone());
    app.office(move |office| sessions::end(office, &actor, &hash)).await?;
    let mut response = Redirect::to("/login").into_response();
    response.headers_mut().insert(header::SET_COOKIE, cookie(&app, "", true)?);
    // Whatever the browser kept of the pages is personal.
    response
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}

/// A sign of life from a page that has been open for long; asking was enough.
async fn extend(visitor: Visitor, _form: ProtectedForm) -> Result<Response, WebError> {
    let seconds = visitor.frame().session_seconds;
    Ok(Json(serde_json::json!({ "seconds": seconds })).into_response())
}

/// The login page's address, coming back to `path` afterwards.
pub fn address_for(path: &str) -> String {
    let query = serde_urlencoded::to_string([("next", own_address(path))]).unwrap_or_default();
    format!("/login?{query}")
}

/// An address of this site; anything else leads home.
fn own_address(next: &str) -> String {
    let own = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') && next.parse::<Uri>().is_ok();
    let loops = next.starts_with("/login") || next.starts_with("/logout") || next.starts_with("/session");
    if own && !loops { next.to_owned() } else { "/".to_owned() }
}

const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-husrom" } else { "husrom" }
}

fn cookie(app: &App, token: &str, ended: bool) -> Result<HeaderValue, WebError> {
    let secure = app.settings().secure_cookies;
    let mark = if secure { "; Secure" } else { "" };
    let age = if ended { "; Max-Age=0" } else { "" };
    let text = format!("{}={token}; Path=/; HttpOnly; SameSite=Lax{mark}{age}", cookie_name(secure));
    HeaderValue::from_str(&text).map_err(|error| WebError::Unexpected(error.to_string()))
}

/// The session token in a request's cookies.
pub fn token_in(app: &App, headers: &HeaderMap) -> Option<String> {
    let name = cookie_name(app.settings().secure_cookies);
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, token)| token.to_owned()).filter(|token| !token.is_empty())
}
