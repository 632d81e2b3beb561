//! Who at the office did what, as far as the rules must tell people apart.

/// An officer, by the identifier the register knows them by.
#[doc(alias = "saksbehandler")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct OfficerId(pub String);

impl OfficerId {
    /// The officer with this identifier.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }
}

impl std::fmt::Display for OfficerId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
