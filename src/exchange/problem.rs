//! What can be wrong with a row, and what would be right.

use housing::Date;
use housing::identity::InvalidIdentityNumber;
use housing::written::Unreadable;

/// A thing that is wrong with a row. A row with several has several of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    pub sheet: String,
    /// From 1, as beside the rows in a spreadsheet.
    pub row: u32,
    /// The heading, or the letter of a column without one; `None` when no one column is wrong.
    pub column: Option<String>,
    /// What stands in the cell. May be an identity number: not for logs.
    pub value: String,
    pub problem: Problem,
}

/// What is wrong. The text for people is [`Problem::key`] with [`Problem::arguments`]; the text here,
/// for colleagues and `--json`, never repeats an identity number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    #[error(transparent)]
    Identity(#[from] InvalidIdentityNumber),
    #[error("{found:?} is not a dwelling number; write a letter and four digits, for example H0204")]
    DwellingNumber { found: String },
    #[error("{found:?} is not a cadastre number; write for example 31/847")]
    Cadastre { found: String },
    #[error("the formula in the cell has failed; write the value")]
    CellError,
    #[error("the formula in the cell has no value; open the file in Excel and save it")]
    FormulaWithoutValue,
    #[error("the address is missing")]
    AddressMissing,
    #[error("the name is missing")]
    NameMissing,
    #[error("the day the application was received is missing; write for example 01.03.2026")]
    ReceivedMissing,
    #[error("the amount is missing; write for example 7850")]
    AmountMissing,
    #[error("the invoice has neither number nor due date to know it by")]
    InvoiceNumberMissing,
    #[error("the tenancy ends {until}, before it starts {from}")]
    TenancyEndsBeforeStart { from: Date, until: Date },
    #[error("the decision of {decided} is older than the application of {received}")]
    DecidedBeforeReceived { received: Date, decided: Date },
    #[error("{day} lies in the future")]
    DayInFuture { day: Date },
    #[error("{day} is out of reason; the day must be between {earliest} and {latest}")]
    DayOutOfReason { day: Date, earliest: Date, latest: Date },
    #[error("{found:?} is less than nothing; rent and income are 0 or more")]
    NegativeAmount { found: String },
    #[error("{found:?} is out of reason; the largest believed is {largest}")]
    OutOfReason { found: String, largest: u32 },
    #[error("{found:?} is not a year between {earliest} and {latest}")]
    YearOutOfReason { found: String, earliest: i16, latest: i16 },
    #[error("the status {found:?} is not known")]
    StatusUnknown { found: String },
    #[error("the kind of home {found:?} is not known")]
    KindUnknown { found: String },
    #[error("the home is said to be vacant and has a tenant")]
    VacantWithTenant,
    #[error("the home stands in row {row} too, with another tenant")]
    OtherTenant { row: u32 },
    #[error("the address stands in row {row} too, as another home; give each its dwelling number")]
    HomesNotToldApart { row: u32 },
    #[error("the invoice stands in row {row} too, with another amount")]
    OtherInvoice { row: u32 },
}

impl Problem {
    /// A stable short name for programs that read our results, and for the text catalogue.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(unreadable) => unreadable.code(),
            Self::Identity(InvalidIdentityNumber::TooFewDigits) => "identity-too-few-digits",
            Self::Identity(InvalidIdentityNumber::TooManyDigits) => "identity-too-many-digits",
            Self::Identity(InvalidIdentityNumber::NotDigits) => "identity-not-digits",
            Self::Identity(InvalidIdentityNumber::CheckDigits) => "identity-check-digits",
            Self::Identity(InvalidIdentityNumber::NoSuchDay) => "identity-no-such-day",
            Self::DwellingNumber { .. } => "dwelling-number-malformed",
            Self::Cadastre { .. } => "cadastre-malformed",
            Self::CellError => "cell-error",
            Self::FormulaWithoutValue => "formula-without-value",
            Self::AddressMissing => "address-missing",
            Self::NameMissing => "name-missing",
            Self::ReceivedMissing => "received-missing",
            Self::AmountMissing => "amount-missing",
            Self::InvoiceNumberMissing => "invoice-number-missing",
            Self::TenancyEndsBeforeStart { .. } => "tenancy-ends-before-start",
            Self::DecidedBeforeReceived { .. } => "decided-before-received",
            Self::DayInFuture { .. } => "day-in-future",
            Self::DayOutOfReason { .. } => "day-out-of-reason",
            Self::NegativeAmount { .. } => "amount-negative",
            Self::OutOfReason { .. } => "number-out-of-reason",
            Self::YearOutOfReason { .. } => "year-out-of-reason",
            Self::StatusUnknown { .. } => "status-unknown",
            Self::KindUnknown { .. } => "kind-unknown",
            Self::VacantWithTenant => "vacant-with-tenant",
            Self::OtherTenant { .. } => "other-tenant",
            Self::HomesNotToldApart { .. } => "homes-not-told-apart",
            Self::OtherInvoice { .. } => "other-invoice",
        }
    }

    /// The key of its text for people.
    pub fn key(&self) -> String {
        format!("import-error-{}", self.code())
    }

    /// The facts for the text catalogue, days as `01.03.2026`.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        let shown = |day: &Date| day.strftime("%d.%m.%Y").to_string();
        match self {
            Self::Unreadable(unreadable) => vec![("found", found(unreadable).to_owned())],
            Self::DwellingNumber { found }
            | Self::Cadastre { found }
            | Self::NegativeAmount { found }
            | Self::StatusUnknown { found }
            | Self::KindUnknown { found } => vec![("found", found.clone())],
            Self::TenancyEndsBeforeStart { from, until } => vec![("from", shown(from)), ("until", shown(until))],
            Self::DecidedBeforeReceived { received, decided } => {
                vec![("received", shown(received)), ("decided", shown(decided))]
            }
            Self::DayInFuture { day } => vec![("day", shown(day))],
            Self::DayOutOfReason { day, earliest, latest } => {
                vec![("day", shown(day)), ("earliest", shown(earliest)), ("latest", shown(latest))]
            }
            Self::OutOfReason { found, largest } => vec![("found", found.clone()), ("largest", largest.to_string())],
            Self::YearOutOfReason { found, earliest, latest } => {
                vec![("found", found.clone()), ("earliest", earliest.to_string()), ("latest", latest.to_string())]
            }
            Self::OtherTenant { row } | Self::HomesNotToldApart { row } | Self::OtherInvoice { row } => {
                vec![("row", row.to_string())]
            }
            Self::Identity(_)
            | Self::CellError
            | Self::FormulaWithoutValue
            | Self::AddressMissing
            | Self::NameMissing
            | Self::ReceivedMissing
            | Self::AmountMissing
            | Self::InvoiceNumberMissing
            | Self::VacantWithTenant => Vec::new(),
        }
    }
}

fn found(unreadable: &Unreadable) -> &str {
    match unreadable {
        Unreadable::Amount { found }
        | Unreadable::Day { found }
        | Unreadable::NoSuchDay { found }
        | Unreadable::Rooms { found }
        | Unreadable::FloorArea { found }
        | Unreadable::YesNo { found }
        | Unreadable::Household { found }
        | Unreadable::Number { found } => found,
    }
}
