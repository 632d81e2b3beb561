//! What the letters while a case is handled say, from what an officer fills in.

use super::making::Writing;
use super::{Form, Words};
use crate::access::Thing;
use crate::office::{About, OfficeError, Problem, Work};
use crate::store::cases::{self, Case};
use crate::store::documents;
use ::letters::{AdvanceNotice, Content, DocumentRequest, Forwarding, InterimAnswer, Receipt};
use housing::Date;
use housing::calendar::add_years;

/// The letters an officer can write at any time in a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LetterChoice {
    #[default]
    Receipt,
    Interim,
    Documents,
    Notice,
    Forwarding,
}

impl LetterChoice {
    /// Every one, in the order a case meets them.
    pub const ALL: &'static [Self] = &[Self::Receipt, Self::Interim, Self::Documents, Self::Notice, Self::Forwarding];

    /// The name in addresses; texts for people have the key `letter-choice-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Interim => "interim",
            Self::Documents => "documents",
            Self::Notice => "notice",
            Self::Forwarding => "forwarding",
        }
    }

    /// The letter with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.code() == code)
    }

    /// Whether it names a last day.
    pub const fn has_day(self) -> bool {
        match self {
            Self::Interim | Self::Documents | Self::Notice => true,
            Self::Receipt | Self::Forwarding => false,
        }
    }
}

/// So many years ahead a letter can promise an answer, or give time to answer.
const YEARS_AHEAD: i16 = 1;

/// What is filled in for a letter; which of it counts follows from the choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub choice: LetterChoice,
    /// The party's own when nobody has said.
    pub form: Option<Form>,
    /// The day promised, or the last day to send documents or comment.
    pub day: Option<Date>,
    /// Why it takes time, what is considered, or why the case is sent on.
    pub text: String,
    /// Documents that are missing or asked for, or the grounds of a notice: one a line.
    pub items: String,
    pub legal_basis: String,
    pub to_unit: String,
    /// How to reach that unit, one a line.
    pub to_contact: String,
}

impl Asked {
    /// What is missing or cannot be right.
    pub(super) fn problems(&self, today: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut needed = |missing: bool, field, text| {
            if missing {
                problems.push(Problem::plain(field, text));
            }
        };
        let (no_text, no_items) = (self.text.trim().is_empty(), self.items.trim().is_empty());
        match self.choice {
            LetterChoice::Receipt => {}
            LetterChoice::Interim => needed(no_text, "text", "letter-problem-reason"),
            LetterChoice::Documents => needed(no_items, "items", "letter-problem-documents"),
            LetterChoice::Notice => {
                needed(no_text, "text", "letter-problem-notice");
                needed(no_items, "items", "letter-problem-grounds");
                needed(self.legal_basis.trim().is_empty(), "legal_basis", "letter-problem-basis");
            }
            LetterChoice::Forwarding => {
                needed(self.to_unit.trim().is_empty(), "to_unit", "letter-problem-unit");
                needed(no_text, "text", "letter-problem-reason");
            }
        }
        needed(self.choice.has_day() && self.day.is_none_or(|day| day <= today), "day", "letter-problem-day");
        let far = add_years(today, YEARS_AHEAD);
        needed(self.choice.has_day() && self.day.is_some_and(|day| day > far), "day", "letter-problem-day-far");
        problems
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What the letter says.
pub(super) fn of(writing: &Writing, asked: &Asked) -> Content {
    let case = &writing.case;
    let received = case.received;
    let day = asked.day.unwrap_or(writing.today);
    let text = asked.text.trim().to_owned();
    match asked.choice {
        LetterChoice::Receipt => {
            let answer_by = housing::cases::Case::open(case.kind, received).answer_due();
            Content::Receipt(Receipt { received, answer_by, missing: lines(&asked.items) })
        }
        LetterChoice::Interim => Content::InterimAnswer(InterimAnswer { received, expected: day, reason: text }),
        LetterChoice::Documents => {
            Content::DocumentRequest(DocumentRequest { received, documents: lines(&asked.items), deadline: day })
        }
        LetterChoice::Notice => Content::AdvanceNotice(AdvanceNotice {
            notice: vec![text],
            grounds: lines(&asked.items),
            legal_basis: asked.legal_basis.trim().to_owned(),
            deadline: day,
        }),
        LetterChoice::Forwarding => Content::Forwarding(Forwarding {
            received,
            to_unit: asked.to_unit.trim().to_owned(),
            to_contact: lines(&asked.to_contact),
            reason: text,
        }),
    }
}

/// An interim answer promises a day from when it leaves (`L1.5`); a request for documents puts the case on hold.
pub(super) fn note_on_case(
    work: &mut Work<'_, '_>,
    case: &Case,
    (asked, document): (&Asked, &str),
) -> Result<(), OfficeError> {
    let Some(day) = asked.day else { return Ok(()) };
    match asked.choice {
        LetterChoice::Interim => documents::keep_promise(work.tx, (document, &case.id), day)?,
        LetterChoice::Documents => {
            let hold = cases::Hold {
                from: work.today,
                until: day,
                waits_for: housing::cases::WaitsFor::Applicant,
                reason: Words(Form::Bokmal).t("letter-hold-documents"),
                officer: work.actor.id.clone(),
                ended: None,
            };
            cases::put_on_hold(work.tx, &case.id, &hold)?;
            let details = serde_json::json!({"after": {"hold_until": day.to_string()}}).to_string();
            work.note("change", About { thing: Thing::Case, id: &case.id, person: &case.applicant }, details);
        }
        LetterChoice::Receipt | LetterChoice::Notice | LetterChoice::Forwarding => {}
    }
    Ok(())
}
