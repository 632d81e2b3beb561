//! Pages and their addresses: thin, each handler calls one verb of the office.

mod account;
mod accounts;
mod allocations;
mod appeals;
mod applications;
mod arrears;
mod assessments;
mod assets;
mod calendar;
mod cases;
pub mod charts;
mod conflict;
mod decisions;
mod delegations;
mod device;
mod documents;
mod dwellings;
mod error;
mod expected;
mod export;
mod form;
mod frame;
mod guard;
mod health;
mod history;
mod home;
mod households;
mod imports;
pub mod journal;
mod letters;
mod lists;
mod login;
mod needs;
mod offers;
mod overview;
mod people;
mod reading;
mod routes;
mod rule_form;
mod rule_sets;
mod search;
mod tenancies;
mod units;
mod upload;
mod waiting_list;
mod work;

pub use error::WebError;
pub use form::{FormValues, ProtectedForm};
pub use frame::{Frame, Visitor};
pub use lists::{ListAddress, ROWS};
pub use routes::Routes;

use crate::office::Office;
use crate::office::sessions::Attempts;
use crate::settings::Settings;
use crate::texts::Texts;
use axum::Router;
use axum::response::Html;
use std::sync::Arc;
use std::time::Duration;

/// What every handler can reach.
#[derive(Clone)]
pub struct App(Arc<Inside>);

struct Inside {
    office: Arc<Office>,
    texts: Texts,
    settings: Settings,
    attempts: Attempts,
    municipality: String,
}

impl App {
    /// The application on an open office.
    pub fn new(office: Arc<Office>, settings: Settings, municipality: String) -> Self {
        let inside = Inside { office, texts: Texts::load(), settings, attempts: Attempts::default(), municipality };
        Self(Arc::new(inside))
    }

    /// Does something in the office, on a thread where waiting for the disk is fine.
    ///
    /// # Errors
    /// Whatever `work` answers.
    pub async fn office<T: Send + 'static, E: Into<WebError>>(
        &self,
        work: impl FnOnce(&Office) -> Result<T, E> + Send + 'static,
    ) -> Result<T, WebError> {
        let done = self.begun(work).await;
        done.map_err(|panicked| WebError::Unexpected(panicked.to_string()))?
    }

    /// As [`App::office`], for what may take long: `None` when it goes on after this time, also when the browser goes
    /// away.
    ///
    /// # Errors
    /// Whatever `work` answers within the time.
    pub async fn office_within<T: Send + 'static, E: Into<WebError>>(
        &self,
        time: Duration,
        work: impl FnOnce(&Office) -> Result<T, E> + Send + 'static,
    ) -> Result<Option<T>, WebError> {
        match tokio::time::timeout(time, self.begun(work)).await {
            Ok(done) => done.map_err(|panicked| WebError::Unexpected(panicked.to_string()))?.map(Some),
            Err(_) => Ok(None),
        }
    }

    fn begun<T: Send + 'static, E: Into<WebError>>(
        &self,
        work: impl FnOnce(&Office) -> Result<T, E> + Send + 'static,
    ) -> tokio::task::JoinHandle<Result<T, WebError>> {
        let office = Arc::clone(&self.0.office);
        tokio::task::spawn_blocking(move || {
            office.begin_day()?;
            work(&office).map_err(Into::into)
        })
    }

    /// The texts people read.
    pub fn texts(&self) -> &Texts {
        &self.0.texts
    }

    /// How this installation is set up.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Failed logins.
    pub fn attempts(&self) -> &Attempts {
        &self.0.attempts
    }

    /// The municipality's name.
    pub fn municipality(&self) -> &str {
        &self.0.municipality
    }

    /// The day it is.
    pub fn today(&self) -> jiff::civil::Date {
        self.0.office.today()
    }

    /// The office itself, for starting work that outlives a request.
    pub fn shared_office(&self) -> Arc<Office> {
        Arc::clone(&self.0.office)
    }
}

/// Every address of the program, in one list.
pub fn routes() -> Routes {
    Routes::new()
        .merge(health::routes())
        .merge(assets::routes())
        .merge(login::routes())
        .merge(home::routes())
        .merge(account::routes())
        .merge(accounts::routes())
        .merge(units::routes())
        .merge(rule_sets::routes())
        .merge(delegations::routes())
        .merge(assessments::routes())
        .merge(needs::routes())
        .merge(waiting_list::routes())
        .merge(offers::routes())
        .merge(allocations::routes())
        .merge(journal::routes())
        .merge(dwellings::routes())
        .merge(people::routes())
        .merge(households::routes())
        .merge(applications::routes())
        .merge(cases::routes())
        .merge(documents::routes())
        .merge(expected::routes())
        .merge(work::routes())
        .merge(calendar::routes())
        .merge(decisions::routes())
        .merge(appeals::routes())
        .merge(letters::routes())
        .merge(search::routes())
        .merge(imports::routes())
        .merge(overview::routes())
        .merge(tenancies::routes())
        .merge(arrears::routes())
}

/// The whole site, with its guards around it.
pub fn site(app: App) -> Router {
    guard::around(routes().into_router(), app)
}

/// A rendered page.
///
/// # Errors
/// When the template fails, which a test of every page would have found.
pub fn render(template: &impl askama::Template) -> Result<Html<String>, WebError> {
    template.render().map(Html).map_err(|error| WebError::Unexpected(error.to_string()))
}
