//! Importing the office's own files: bring them in, look at how they are read, save the good rows.

mod progress;
mod show;
mod upload;

use super::export::disposition;
use super::{App, Frame, ProtectedForm, Routes, Visitor, WebError, render};
use crate::office::imports::{self, NewestImport, Outcome};
use crate::office::{Actor, Office, OfficeError};
use crate::store::imports::State as ImportState;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

/// Importing, step by step.
pub fn routes() -> Routes {
    Routes::new()
        .get("/imports", index)
        .post_large("/imports", upload::receive)
        .get("/imports/{import}", show::show)
        .post("/imports/{import}/mapping", show::remap)
        .post("/imports/{import}/acceptance", accept)
        .post("/imports/{import}/discarding", discard)
        .get("/imports/{import}/progress", progress::part)
        .get("/imports/{import}/rejected/{position}", rejected)
}

/// The key of the text for an import's state.
const fn state_key(state: ImportState) -> &'static str {
    match state {
        ImportState::Preview => "imports-state-preview",
        ImportState::Done => "imports-state-done",
        ImportState::Discarded => "imports-state-discarded",
    }
}

struct ImportLine {
    id: String,
    at: String,
    officer: String,
    files: String,
    as_of: String,
    state: String,
    result: String,
}

#[derive(askama::Template)]
#[template(path = "imports/index.html")]
struct IndexPage {
    frame: Frame,
    imports: Vec<ImportLine>,
    profiles: Vec<(String, String)>,
    /// What was wrong with files that were sent: name and reason.
    refused: Vec<(String, String)>,
    as_of: String,
    limit: String,
}

async fn index(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    Ok(index_page(&app, &visitor, Vec::new()).await?.into_response())
}

async fn index_page(
    app: &App,
    visitor: &Visitor,
    refused: Vec<(String, String)>,
) -> Result<axum::response::Html<String>, WebError> {
    let actor = visitor.actor();
    let (imports, profiles) = app.office(move |office| lists(office, &actor)).await?;
    let frame = visitor.frame();
    let imports = imports.into_iter().map(|newest| line(&frame, newest)).collect();
    let profiles = profiles.into_iter().map(|name| (name.clone(), name)).collect();
    let as_of = frame.today.to_string();
    let limit = app.settings().upload_megabytes.to_string();
    render(&IndexPage { frame, imports, profiles, refused, as_of, limit })
}

type ImportsAndProfiles = (Vec<NewestImport>, Vec<String>);

fn lists(office: &Office, actor: &Actor) -> Result<ImportsAndProfiles, OfficeError> {
    Ok((imports::newest(office, actor)?, imports::profile_names(office, actor)?))
}

fn line(frame: &Frame, newest: NewestImport) -> ImportLine {
    let NewestImport { import, officer, files } = newest;
    let outcome: Option<Outcome> = serde_json::from_str(&import.summary).ok();
    let result = outcome.map(|outcome| {
        let things = [outcome.dwellings, outcome.tenancies, outcome.applications, outcome.invoices];
        let new: u64 = things.iter().map(|tally| tally.new).sum();
        let changed: u64 = things.iter().map(|tally| tally.changed).sum();
        frame.ta("imports-result", &[("new", &new.to_string()), ("changed", &changed.to_string())])
    });
    ImportLine {
        at: frame.instant(&import.at),
        officer,
        files: files.join(", "),
        as_of: frame.day(&import.as_of),
        state: frame.t(state_key(import.state)),
        result: result.unwrap_or_default(),
        id: import.id,
    }
}

/// Starts saving, and leads to the page that follows it.
async fn accept(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(form): ProtectedForm,
) -> Result<Redirect, WebError> {
    let (actor, import, office) = (visitor.actor(), id.clone(), app.shared_office());
    if let Some(name) = form.filled("profile") {
        let (actor, id, name) = (actor.clone(), id.clone(), name.to_owned());
        app.office(move |office| {
            let mapping = imports::preview(office, &actor, &id)?.prepared.mapping();
            imports::save_profile(office, &actor, &name, &mapping)
        })
        .await?;
    }
    // The saving goes on when the browser goes away; what it comes to stands on the import's page.
    let saving = tokio::task::spawn_blocking(move || imports::carry_out(&office, &actor, &import));
    match tokio::time::timeout(QUICK, saving).await {
        Ok(Ok(done)) => done?,
        Ok(Err(panicked)) => return Err(WebError::Unexpected(panicked.to_string())),
        Err(_) => {}
    }
    Ok(Redirect::to(&format!("/imports/{id}")))
}

/// An import that is saved within this time needs no page to follow it on.
const QUICK: std::time::Duration = std::time::Duration::from_millis(300);

async fn discard(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    _form: ProtectedForm,
) -> Result<Redirect, WebError> {
    let actor = visitor.actor();
    app.office(move |office| imports::discard(office, &actor, &id)).await?;
    Ok(Redirect::to("/imports"))
}

/// The rejected rows of one sheet (counted over all files) as a spreadsheet to correct and import again.
async fn rejected(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, position)): Path<(String, usize)>,
) -> Result<Response, WebError> {
    let (actor, language, words) = (visitor.actor(), visitor.language(), app.clone());
    let made = app
        .office(move |office| {
            let preview = imports::preview(office, &actor, &id)?;
            preview.prepared.rejected_sheets(words.texts(), language)
        })
        .await?;
    let (name, content) = made.into_iter().nth(position).ok_or(WebError::NotFound)?;
    let disposition = disposition("attachment", &name);
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], content).into_response())
}
