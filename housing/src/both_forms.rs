//! Words that the municipality or the law has in both written forms of Norwegian.

use crate::decisions::WrittenForm;
use serde::{Deserialize, Serialize};

/// A text in bokmål, and in nynorsk where somebody has written it. In files it is a plain text, or `{ nb = …, nn = … }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct BothForms {
    pub nb: String,
    pub nn: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Bokmal(String),
    Both(Both),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    nb: String,
    nn: String,
}

impl BothForms {
    /// The text in a form; in bokmål where it lacks in nynorsk.
    pub fn in_form(&self, form: WrittenForm) -> &str {
        match form {
            WrittenForm::Bokmal => &self.nb,
            WrittenForm::Nynorsk => self.nn.as_deref().unwrap_or(&self.nb),
        }
    }

    /// Whether a text in this form has to be told in the other.
    pub fn lacks(&self, form: WrittenForm) -> bool {
        match form {
            WrittenForm::Bokmal => false,
            WrittenForm::Nynorsk => self.nn.is_none(),
        }
    }
}

impl From<&str> for BothForms {
    fn from(nb: &str) -> Self {
        Self { nb: nb.to_owned(), nn: None }
    }
}

impl From<Written> for BothForms {
    fn from(written: Written) -> Self {
        match written {
            Written::Bokmal(nb) => Self { nb, nn: None },
            Written::Both(Both { nb, nn }) => Self { nb, nn: Some(nn).filter(|text| !text.trim().is_empty()) },
        }
    }
}

impl From<BothForms> for Written {
    fn from(text: BothForms) -> Self {
        match text.nn {
            None => Self::Bokmal(text.nb),
            Some(nn) => Self::Both(Both { nb: text.nb, nn }),
        }
    }
}
