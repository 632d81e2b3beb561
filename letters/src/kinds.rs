//! The kinds of letter the office sends, each with the facts that are its own.

use jiff::civil::Date;

use crate::blocks::Block;
use crate::letter::Language;
use crate::values::Values;

/// Letters about an appeal.
mod appeal;
/// Letters while a case is handled.
mod case;
/// Letters with a decision.
mod decision;
/// The letter that offers a home.
mod offer;

pub use appeal::{AppealForwarded, AppealMending, AppealOutcome, AppealReceived, AppealResult, Appealed};
pub use case::{AdvanceNotice, DocumentRequest, Forwarding, InterimAnswer, Receipt};
pub use decision::{AppealRight, Condition, Counted, Decision, FollowUp, Outcome};
pub use offer::Offer;

/// What one letter says.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Receipt(Receipt),
    InterimAnswer(InterimAnswer),
    DocumentRequest(DocumentRequest),
    AdvanceNotice(AdvanceNotice),
    Decision(Box<Decision>),
    Forwarding(Forwarding),
    AppealReceived(AppealReceived),
    AppealMending(AppealMending),
    AppealForwarded(AppealForwarded),
    AppealResult(Box<AppealResult>),
    Offer(Box<Offer>),
}

/// A kind of letter: each has its own template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterKind {
    #[doc(alias = "kvittering")]
    Receipt,
    #[doc(alias = "foreløpig svar")]
    InterimAnswer,
    DocumentRequest,
    #[doc(alias = "forhåndsvarsel")]
    AdvanceNotice,
    #[doc(alias = "vedtak")]
    Decision(Outcome),
    #[doc(alias = "videresending")]
    Forwarding,
    AppealReceived,
    AppealMending,
    AppealForwarded,
    AppealResult,
    #[doc(alias = "tilbud om bolig")]
    Offer,
}

impl LetterKind {
    /// Every kind, in the order a case meets them.
    pub const ALL: [Self; 17] = [
        Self::Receipt,
        Self::InterimAnswer,
        Self::DocumentRequest,
        Self::Forwarding,
        Self::AdvanceNotice,
        Self::Decision(Outcome::Grant),
        Self::Decision(Outcome::Partial),
        Self::Decision(Outcome::Refusal),
        Self::Decision(Outcome::Extension),
        Self::Decision(Outcome::Dismissal),
        Self::Decision(Outcome::Withdrawal),
        Self::Decision(Outcome::Reversal),
        Self::Offer,
        Self::AppealReceived,
        Self::AppealMending,
        Self::AppealForwarded,
        Self::AppealResult,
    ];

    /// The name of its template, without folder and ending.
    pub const fn template(self) -> &'static str {
        match self {
            Self::Receipt => "kvittering",
            Self::InterimAnswer => "forelopig-svar",
            Self::DocumentRequest => "dokumentasjon",
            Self::Forwarding => "videresending",
            Self::AdvanceNotice => "forhandsvarsel",
            Self::Decision(Outcome::Grant) => "vedtak-innvilget",
            Self::Decision(Outcome::Partial) => "vedtak-delvis",
            Self::Decision(Outcome::Refusal) => "vedtak-avslag",
            Self::Decision(Outcome::Extension) => "vedtak-forlengelse",
            Self::Decision(Outcome::Dismissal) => "vedtak-avvist",
            Self::Decision(Outcome::Withdrawal) => "vedtak-trukket",
            Self::Decision(Outcome::Reversal) => "vedtak-omgjort",
            Self::Offer => "tilbud",
            Self::AppealReceived => "klage-mottatt",
            Self::AppealMending => "klage-rettes",
            Self::AppealForwarded => "klage-oversendt",
            Self::AppealResult => "klage-resultat",
        }
    }

    /// The blocks that a template of this kind must have. Some of them are printed only when the
    /// letter has what they tell ([`Content::prints`]).
    pub const fn mandatory(self) -> &'static [Block] {
        match self {
            Self::Receipt => &[Block::Received, Block::AnswerExpected, Block::Contact],
            Self::InterimAnswer => &[Block::Received, Block::AnswerExpected, Block::Contact],
            Self::DocumentRequest => &[Block::Documents, Block::Contact],
            Self::Forwarding => &[Block::Forwarded, Block::Contact],
            Self::AdvanceNotice => &[Block::Notice, Block::Comment, Block::Access, Block::Contact],
            Self::Decision(Outcome::Withdrawal) => &[Block::Decision, Block::Access, Block::Contact],
            Self::Decision(
                Outcome::Grant | Outcome::Partial | Outcome::Refusal | Outcome::Extension | Outcome::Reversal,
            ) => &[
                Block::Decision,
                Block::Help,
                Block::Conditions,
                Block::FollowUp,
                Block::Reasons,
                Block::Appeal,
                Block::Deferral,
                Block::Access,
                Block::Guidance,
                Block::Costs,
                Block::Contact,
            ],
            Self::Decision(Outcome::Dismissal) => &[
                Block::Decision,
                Block::Reasons,
                Block::Appeal,
                Block::Access,
                Block::Guidance,
                Block::Costs,
                Block::Contact,
            ],
            Self::Offer => &[Block::Offer, Block::OfferAnswer, Block::Contact],
            Self::AppealReceived => &[Block::AppealReceived, Block::Access, Block::Contact],
            Self::AppealMending => &[Block::Mending, Block::Access, Block::Contact],
            Self::AppealForwarded => &[Block::AppealForwarded, Block::Statement, Block::Access, Block::Contact],
            Self::AppealResult => &[Block::Result, Block::Reasons, Block::Onward, Block::Access, Block::Contact],
        }
    }
}

impl LetterKind {
    /// The placeholders without which a block does not say what it must in a letter of this kind.
    pub fn placeholders(self, block: Block) -> Vec<&'static str> {
        let gives =
            matches!(self, Self::Decision(Outcome::Grant | Outcome::Partial | Outcome::Extension | Outcome::Reversal));
        let terms = Some(decision::TERMS).filter(|_| block == Block::Decision && gives);
        let rules = Some("hjemmel").filter(|_| block == Block::Reasons && matches!(self, Self::Decision(_)));
        block.placeholders().iter().copied().chain(terms).chain(rules).collect()
    }
}

impl Content {
    /// Whether the letter has to fill a placeholder that letters of its kind have.
    pub(crate) fn must_say(&self, placeholder: &str) -> bool {
        match self {
            Self::Decision(decision) => decision.must_say(placeholder),
            Self::Receipt(_)
            | Self::InterimAnswer(_)
            | Self::DocumentRequest(_)
            | Self::AdvanceNotice(_)
            | Self::Forwarding(_)
            | Self::AppealReceived(_)
            | Self::AppealMending(_)
            | Self::AppealForwarded(_)
            | Self::AppealResult(_)
            | Self::Offer(_) => true,
        }
    }

    /// Which kind of letter it is.
    pub fn kind(&self) -> LetterKind {
        match self {
            Self::Receipt(_) => LetterKind::Receipt,
            Self::InterimAnswer(_) => LetterKind::InterimAnswer,
            Self::DocumentRequest(_) => LetterKind::DocumentRequest,
            Self::AdvanceNotice(_) => LetterKind::AdvanceNotice,
            Self::Decision(decision) => LetterKind::Decision(decision.outcome),
            Self::Forwarding(_) => LetterKind::Forwarding,
            Self::AppealReceived(_) => LetterKind::AppealReceived,
            Self::AppealMending(_) => LetterKind::AppealMending,
            Self::AppealForwarded(_) => LetterKind::AppealForwarded,
            Self::AppealResult(_) => LetterKind::AppealResult,
            Self::Offer(_) => LetterKind::Offer,
        }
    }

    /// The last day to appeal that the letter names, where it gives the right to.
    pub fn appeal_by(&self) -> Option<Date> {
        match self {
            Self::Decision(decision) => decision.appeal.as_ref().map(|right| right.last_day),
            Self::AppealResult(result) => result.appeal_by,
            Self::Receipt(_)
            | Self::InterimAnswer(_)
            | Self::DocumentRequest(_)
            | Self::AdvanceNotice(_)
            | Self::Forwarding(_)
            | Self::AppealReceived(_)
            | Self::AppealMending(_)
            | Self::AppealForwarded(_)
            | Self::Offer(_) => None,
        }
    }

    /// Whether a block has its place in this letter. Only the blocks that depend on the decision can be
    /// left out: conditions when there are none, and so on.
    pub(crate) fn prints(&self, block: Block) -> bool {
        match self {
            Self::Decision(decision) => decision.prints(block),
            Self::Receipt(_)
            | Self::InterimAnswer(_)
            | Self::DocumentRequest(_)
            | Self::AdvanceNotice(_)
            | Self::Forwarding(_)
            | Self::AppealReceived(_)
            | Self::AppealMending(_)
            | Self::AppealForwarded(_)
            | Self::AppealResult(_)
            | Self::Offer(_) => true,
        }
    }

    /// The placeholders that only this kind of letter has.
    pub(crate) fn values(&self, language: Language) -> Values {
        match self {
            Self::Receipt(receipt) => receipt.values(),
            Self::InterimAnswer(answer) => answer.values(),
            Self::DocumentRequest(request) => request.values(),
            Self::AdvanceNotice(notice) => notice.values(),
            Self::Decision(decision) => decision.values(language),
            Self::Forwarding(forwarding) => forwarding.values(),
            Self::AppealReceived(appeal) => appeal.values(language),
            Self::AppealMending(appeal) => appeal.values(language),
            Self::AppealForwarded(appeal) => appeal.values(language),
            Self::AppealResult(result) => result.values(language),
            Self::Offer(offer) => offer.values(),
        }
    }
}
