//! What came back.

use axum::http::HeaderMap;

/// An answer of the site.
pub struct Page {
    /// What was asked for, for messages.
    pub asked: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Page {
    /// The page, when it has this status; otherwise the test ends here and shows the page.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }

    /// The page's text, as it was sent.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Whether the page says so.
    pub fn has(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// A header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where the answer leads on; empty when it does not.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// What stands in the first input of this name.
    pub fn value(&self, name: &str) -> Option<String> {
        let text = self.text();
        let (_, after) = text.split_once(&format!("name=\"{name}\" value=\""))?;
        after.split_once('"').map(|(value, _)| value.to_owned())
    }
}

/// Tests that fail show the page as a person would want to read it.
impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text: String = self.text().chars().take(4_000).collect();
        write!(f, "{} answered {} {}\n{text}", self.asked, self.status, self.location())
    }
}
