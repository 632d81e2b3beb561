//! What a no, or no answer, leads to. The rule suggests; an officer decides, and what takes a grant away is a
//! decision of its own that can be appealed.

use super::DeclineReason;
use crate::assessment::OfferRule;

/// How an offer of the same grant ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "ended", rename_all = "kebab-case")]
pub enum EarlierOffer {
    Declined {
        reason: DeclineReason,
    },
    /// Nobody answered in time.
    Lapsed,
    /// The office took it back: never the household's doing.
    Withdrawn,
}

/// What the rule suggests after an offer has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "consequence", rename_all = "kebab-case")]
pub enum Consequence {
    /// It does not count: the household keeps its place.
    None,
    /// It counts, and the household keeps its place; so many more may be declined.
    Counts { counted: u8, left: u8 },
    /// More have been declined than the rule allows: somebody considers whether the grant shall lapse.
    ConsiderLapse { counted: u8, allowed: u8 },
    /// The household has found a home: ask whether it still needs one.
    AskIfNeeded,
}

impl EarlierOffer {
    /// Whether it counts under the rule.
    pub fn counts(self, rule: &OfferRule) -> bool {
        match self {
            Self::Declined { reason } => !rule.good_reasons.contains(&reason),
            Self::Lapsed => rule.no_answer_counts,
            Self::Withdrawn => false,
        }
    }
}

/// What the last of these offers of one grant leads to; the oldest comes first.
pub fn consequence(offers: &[EarlierOffer], rule: &OfferRule) -> Consequence {
    let Some(last) = offers.last() else { return Consequence::None };
    if *last == (EarlierOffer::Declined { reason: DeclineReason::FoundAnother }) {
        return Consequence::AskIfNeeded;
    }
    if !last.counts(rule) {
        return Consequence::None;
    }
    let counted = offers.iter().filter(|offer| offer.counts(rule)).count();
    let counted = u8::try_from(counted).unwrap_or(u8::MAX);
    match rule.most_declined.checked_sub(counted) {
        Some(left) => Consequence::Counts { counted, left },
        None => Consequence::ConsiderLapse { counted, allowed: rule.most_declined },
    }
}
