//! Somebody with a browser.

use super::{Page, TestApp};
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, HeaderValue, Method, Request, header};
use std::cell::RefCell;
use std::net::SocketAddr;
use tower::ServiceExt as _;

/// Somebody with a browser: their cookie and the token of their session go with what they send.
pub struct Person<'app> {
    pub app: &'app TestApp,
    pub login: String,
    /// The officer's id; empty for a stranger.
    pub id: String,
    cookie: RefCell<String>,
    csrf: RefCell<String>,
    place: SocketAddr,
}

impl<'app> Person<'app> {
    pub(super) fn new(app: &'app TestApp, login: String, id: String) -> Self {
        // Everybody sits somewhere else, so that nobody waits for another's wrong passwords.
        let [.., third, fourth] = app.officers.get().to_be_bytes();
        let place = SocketAddr::from(([10, 1, third, fourth], 40_000));
        Self { app, login, id, cookie: RefCell::default(), csrf: RefCell::default(), place }
    }

    /// The same person's browser on another machine, not logged in there.
    pub fn elsewhere(&self, address: [u8; 4]) -> Self {
        let place = SocketAddr::from((address, 40_000));
        Self { place, ..Self::new(self.app, self.login.clone(), self.id.clone()) }
    }

    /// Logs in, and learns the token of the session's forms.
    pub fn log_in(&self, password: &str) -> Page {
        let page = self.post("/login", &[("login", &self.login), ("password", password)]);
        let token = self.get("/account/password").value("csrf").unwrap_or_default();
        self.csrf.replace(token);
        page
    }

    /// Opens a page.
    pub fn get(&self, path: &str) -> Page {
        self.send(Method::GET, path, HeaderMap::new(), Vec::new())
    }

    /// Sends a form, with the session's token in it.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.csrf.borrow().clone();
        self.post_with_token(&token, path, fields)
    }

    /// Sends a form with a token of one's own choice.
    pub fn post_with_token(&self, token: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        self.app.runtime.block_on(self.form_sent(token, path, fields))
    }

    /// Sends a form at the moment somebody else sends theirs.
    pub fn post_beside(&self, fields: &[(&str, &str)], other: (&Self, &[(&str, &str)]), path: &str) -> [Page; 2] {
        let tokens = [self.csrf.borrow().clone(), other.0.csrf.borrow().clone()];
        let both = async {
            tokio::join!(self.form_sent(&tokens[0], path, fields), other.0.form_sent(&tokens[1], path, other.1))
        };
        self.app.runtime.block_on(both).into()
    }

    async fn form_sent(&self, token: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        let fields = fields.iter().copied().chain([("csrf", token)]);
        let body = serde_urlencoded::to_string(fields.collect::<Vec<_>>()).expect("fields can be encoded");
        let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, kind)]);
        self.answered(Method::POST, path, headers, body.into_bytes()).await
    }

    /// Sends files from a form's field `files`, each a name and its content, with the session's token.
    pub fn upload(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
        const SEAM: &str = "seam-of-the-test";
        let token = self.csrf.borrow().clone();
        let mut body = Vec::new();
        // The token first, as on the pages: what comes before it is not believed.
        for (name, value) in [("csrf", token.as_str())].into_iter().chain(fields.iter().copied()) {
            body.extend(
                format!("--{SEAM}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        for (name, content) in files {
            let head = format!("Content-Disposition: form-data; name=\"files\"; filename=\"{name}\"");
            body.extend(format!("--{SEAM}\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n").bytes());
            body.extend(*content);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{SEAM}--\r\n").bytes());
        let kind = HeaderValue::from_str(&format!("multipart/form-data; boundary={SEAM}")).expect("plain letters");
        self.send(Method::POST, path, HeaderMap::from_iter([(header::CONTENT_TYPE, kind)]), body)
    }

    /// Sends anything, with the person's cookie; a cookie in the answer is kept.
    pub fn send(&self, method: Method, path: &str, headers: HeaderMap, body: Vec<u8>) -> Page {
        self.app.runtime.block_on(self.answered(method, path, headers, body))
    }

    async fn answered(&self, method: Method, path: &str, headers: HeaderMap, body: Vec<u8>) -> Page {
        let asked = format!("{method} {path}");
        let mut request = Request::builder().method(method).uri(path).body(Body::from(body)).expect("a good address");
        request.headers_mut().extend(headers);
        let cookie = HeaderValue::from_str(&self.cookie.borrow()).expect("a cookie is plain text");
        request.headers_mut().insert(header::COOKIE, cookie);
        request.extensions_mut().insert(ConnectInfo(self.place));
        let answer = self.app.site.clone().oneshot(request).await.expect("the site answers everything");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("the answer can be read").to_vec();
        let page = Page { asked, status: parts.status.as_u16(), headers: parts.headers, bytes };
        if let Some((cookie, _)) = page.header("set-cookie").split_once(';') {
            self.cookie.replace(cookie.to_owned());
        }
        page
    }
}
