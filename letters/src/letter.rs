//! Who writes to whom, about what: everything in a letter that is the same for every kind.

use jiff::civil::Date;

use crate::kinds::{Content, LetterKind};
use crate::mark::Mark;

/// The two written forms of Norwegian that a letter comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    #[doc(alias = "bokmål")]
    Bokmal,
    Nynorsk,
}

impl Language {
    /// Both, bokmål first.
    pub const ALL: [Self; 2] = [Self::Bokmal, Self::Nynorsk];

    /// The language's code, which is also the name of its folder of templates.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bokmal => "nb",
            Self::Nynorsk => "nn",
        }
    }
}

/// One letter as facts. The words around them are the templates'.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    pub sender: Sender,
    pub recipient: Recipient,
    /// The party, when the letter is addressed to somebody who acts for them.
    pub on_behalf_of: Option<String>,
    /// Who else gets it: printed last on the letter.
    pub copies: Vec<CopyTo>,
    /// The day it is sent.
    pub date: Date,
    /// The case's number, as people see it: `2026/00417`.
    pub reference: String,
    /// What the case is about, to follow *om* in the letter's language: "kommunal bolig".
    pub subject: String,
    pub language: Language,
    pub content: Content,
}

/// The municipality and the people who answer for the letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Sender {
    /// "Fjordvik kommune".
    pub municipality: String,
    pub unit: String,
    pub mark: Option<Mark>,
    /// Where the office is and gets post, line by line.
    pub address: Vec<String>,
    pub telephone: Option<String>,
    pub email: Option<String>,
    pub website: Option<String>,
    /// Who handles the case.
    #[doc(alias = "saksbehandler")]
    pub case_handler: String,
    /// Who answers for the decision, when that is another.
    pub responsible: Option<String>,
}

/// Who a letter is addressed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// More than one when a household's grown-ups applied together.
    pub names: Vec<String>,
    pub post: Post,
}

/// How a letter finds its recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Post {
    /// The lines under the name. Empty when the letter only goes digitally.
    Address(Vec<String>),
    /// The address is protected: none is printed, and the population register forwards the letter (`L7.3`).
    #[doc(alias = "adressesperre")]
    ForwardedByRegister,
}

/// Somebody who gets a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyTo {
    pub recipient: Recipient,
    pub role: CopyRole,
}

/// Why somebody gets a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyRole {
    /// Acts for the party (`L1.6`).
    #[doc(alias = "fullmektig")]
    Representative,
    #[doc(alias = "verge")]
    Guardian,
    /// The party, when the letter went to the one who acts for them.
    Party,
}

impl Letter {
    /// Which kind of letter it is.
    pub fn kind(&self) -> LetterKind {
        self.content.kind()
    }

    /// The same letter as each person on the copy list gets it: their name in the window, and whom it
    /// concerns above the title. The party's own copy concerns nobody else.
    pub fn copies(&self) -> impl Iterator<Item = Self> + '_ {
        let party = || self.on_behalf_of.clone().unwrap_or_else(|| self.recipient.names.join(", "));
        self.copies.iter().map(move |copy| Self {
            recipient: copy.recipient.clone(),
            on_behalf_of: match copy.role {
                CopyRole::Party => None,
                CopyRole::Representative | CopyRole::Guardian => Some(party()),
            },
            ..self.clone()
        })
    }
}
