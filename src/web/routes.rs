//! A list of addresses that can be read as well as served, so that a test can ask of each who may
//! come there.

use super::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, on};

/// Addresses with their handlers.
pub struct Routes {
    router: Router<App>,
    list: Vec<(Method, &'static str)>,
}

impl Routes {
    /// No addresses yet.
    #[expect(clippy::new_without_default, reason = "an empty list of routes is only ever a beginning")]
    pub fn new() -> Self {
        Self { router: Router::new(), list: Vec::new() }
    }

    /// A page at `path`.
    #[must_use]
    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.on(Method::GET, MethodFilter::GET, path, handler)
    }

    /// A form sent to `path`.
    #[must_use]
    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, handler: H) -> Self {
        self.on(Method::POST, MethodFilter::POST, path, handler)
    }

    /// A form with files sent to `path`; how much it may hold is the handler's to check, against the
    /// installation's settings.
    #[must_use]
    pub fn post_large<H: Handler<T, App>, T: 'static>(mut self, path: &'static str, handler: H) -> Self {
        self.list.push((Method::POST, path));
        let handler = on(MethodFilter::POST, handler).layer(DefaultBodyLimit::disable());
        self.router = self.router.route(path, handler);
        self
    }

    fn on<H: Handler<T, App>, T: 'static>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        handler: H,
    ) -> Self {
        self.list.push((method, path));
        self.router = self.router.route(path, on(filter, handler));
        self
    }

    /// These addresses and those.
    #[must_use]
    pub fn merge(mut self, others: Self) -> Self {
        self.list.extend(others.list);
        self.router = self.router.merge(others.router);
        self
    }

    /// Every method and address.
    pub fn list(&self) -> &[(Method, &'static str)] {
        &self.list
    }

    /// The router that serves them.
    pub fn into_router(self) -> Router<App> {
        self.router
    }
}
