//! One's own account: password, language, the devices one is logged in on.

use super::{App, FormValues, Frame, ProtectedForm, Routes, Visitor, WebError, device, render};
use crate::access::{Action, Thing};
use crate::clock::Instant;
use crate::office::{OfficeError, accounts, calendar, sessions};
use crate::store::sessions::Session;
use crate::texts::Language;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// One's own account.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account", show)
        .get("/account/password", password_form)
        .post("/account/password", change_password)
        .post("/account/language", choose_language)
        .post("/account/sessions/{token}/end", end_session)
}

#[derive(askama::Template)]
#[template(path = "account/show.html")]
struct AccountPage {
    frame: Frame,
    login: String,
    languages: Vec<(&'static str, String)>,
    this_session: String,
    sessions: Vec<SessionView>,
    /// Whoever works with cases can read their deadlines in a calendar.
    has_cases: bool,
    calendar_made: Option<Instant>,
    /// The feed's address, just made; otherwise empty.
    calendar: String,
}

/// A place one is logged in.
struct SessionView {
    token_hash: String,
    client: String,
    began: String,
    seen: String,
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    page(&app, &visitor, String::new()).await
}

/// The page; `calendar` is a feed's address that is shown this once.
pub(super) async fn page(app: &App, visitor: &Visitor, calendar: String) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let has_cases = actor.may(Action::Look, Thing::Case).is_ok();
    let (sessions, calendar_made) = app
        .office(move |office| {
            let made = if has_cases { calendar::made_at(office, &actor)? } else { None };
            Ok::<_, OfficeError>((sessions::own(office, &actor)?, made))
        })
        .await?;
    let frame = visitor.frame();
    let session = |session: &Session| SessionView {
        token_hash: session.token_hash.clone(),
        client: device::named(&frame, &session.client),
        began: frame.instant(&session.began_at),
        seen: frame.instant(&session.seen_at),
    };
    let page = AccountPage {
        sessions: sessions.iter().map(session).collect(),
        languages: Language::ALL.iter().map(|language| (language.code(), language_name(&frame, *language))).collect(),
        frame,
        login: visitor.at_work().officer.login.clone(),
        this_session: visitor.at_work().session.token_hash.clone(),
        has_cases,
        calendar_made,
        calendar,
    };
    Ok(render(&page)?.into_response())
}

/// Each language by its own name.
fn language_name(frame: &Frame, language: Language) -> String {
    frame.t(match language {
        Language::Bokmal => "language-nb",
        Language::Nynorsk => "language-nn",
        Language::English => "language-en",
    })
}

async fn choose_language(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(form): ProtectedForm,
) -> Result<Redirect, WebError> {
    let (actor, language) = (visitor.actor(), Language::from_code(form.get("language")));
    app.office(move |office| accounts::choose_language(office, &actor, language)).await?;
    Ok(Redirect::to("/account"))
}

#[derive(askama::Template)]
#[template(path = "account/password.html")]
struct PasswordPage {
    frame: Frame,
    form: FormValues,
    first: bool,
}

async fn password_form(visitor: Visitor) -> Result<Response, WebError> {
    let first = visitor.at_work().must_change_password;
    Ok(render(&PasswordPage { frame: visitor.frame(), form: FormValues::default(), first })?.into_response())
}

async fn change_password(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(values): ProtectedForm,
) -> Result<Response, WebError> {
    let frame = visitor.frame();
    let mut form = FormValues::default();
    if values.get("new") != values.get("again") {
        form.errors.insert("again".to_owned(), frame.t("password-again-differs"));
    } else {
        let (actor, session) = (visitor.actor(), visitor.at_work().session.token_hash.clone());
        let done = app
            .office(move |office| {
                let (old, new) = (values.get("old"), values.get("new"));
                match accounts::change_password(office, &actor, &session, old, new) {
                    Ok(()) => Ok(Vec::new()),
                    Err(OfficeError::Invalid(problems)) => Ok(problems),
                    Err(error) => Err(error),
                }
            })
            .await?;
        if done.is_empty() {
            return Ok(Redirect::to("/").into_response());
        }
        form.errors = frame.words(&done);
    }
    let first = visitor.at_work().must_change_password;
    let page = PasswordPage { frame, form, first };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

async fn end_session(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    _form: ProtectedForm,
) -> Result<Redirect, WebError> {
    let actor = visitor.actor();
    app.office(move |office| sessions::end(office, &actor, &token)).await?;
    Ok(Redirect::to("/account"))
}
