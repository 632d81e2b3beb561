//! Terms attached to a decision: each must have its basis in law.

/// A term that the person must keep (*vilkår*). Part of municipal practice is held unlawful, so a
/// condition without legal basis or reason cannot be made.
#[doc(alias = "vilkår")]
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Condition {
    text: String,
    legal_basis: String,
    reason: String,
}

/// What a condition lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConditionProblem {
    #[error("the condition says nothing")]
    NoText,
    #[error("the condition names no legal basis: without one it cannot be imposed")]
    NoLegalBasis,
    #[error("the legal basis names no law or rule")]
    NotALaw,
    #[error("the condition gives no reason why this household must keep it")]
    NoReason,
}

impl Condition {
    /// A condition with its words, its legal basis (*hjemmel*) and the reason in this case.
    ///
    /// # Errors
    /// Everything it lacks.
    pub fn new(text: &str, legal_basis: &str, reason: &str) -> Result<Self, Vec<ConditionProblem>> {
        let parts = [
            (text, ConditionProblem::NoText),
            (legal_basis, ConditionProblem::NoLegalBasis),
            (reason, ConditionProblem::NoReason),
        ];
        let mut lacking: Vec<_> =
            parts.into_iter().filter(|(part, _)| part.trim().is_empty()).map(|(_, problem)| problem).collect();
        if !legal_basis.trim().is_empty() && !names_a_rule(legal_basis) {
            lacking.push(ConditionProblem::NotALaw);
        }
        if !lacking.is_empty() {
            return Err(lacking);
        }
        let [text, legal_basis, reason] = [text, legal_basis, reason].map(|part| part.trim().to_owned());
        Ok(Self { text, legal_basis, reason })
    }

    /// What must be done or left undone.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The provision that allows the condition.
    #[doc(alias = "hjemmel")]
    pub fn legal_basis(&self) -> &str {
        &self.legal_basis
    }

    /// Why it is set for this household.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// Whether a text names a provision or a rule: a section with its number, an act, or the municipality's own rules.
fn names_a_rule(text: &str) -> bool {
    const RULES: [&str; 8] =
        ["lov", "forskrift", "vedtekt", "retningslinje", "retningsline", "reglement", "husordensregl", "regelsett"];
    let text = text.to_lowercase();
    let section = text.split_once('§').is_some_and(|(_, after)| after.contains(|sign: char| sign.is_ascii_digit()));
    let mut words = text.split(|sign: char| !sign.is_alphabetic());
    section || words.any(|word| RULES.iter().any(|rule| word.starts_with(rule)) || is_an_act(word))
}

/// Whether a word is the name of an act, such as *husleieloven*.
fn is_an_act(word: &str) -> bool {
    ["loven", "lova"].iter().any(|end| word.len() > end.len() && word.ends_with(end))
}

/// A condition as it is stored: read back through [`Condition::new`].
#[derive(serde::Serialize, serde::Deserialize)]
struct Written {
    text: String,
    legal_basis: String,
    reason: String,
}

impl TryFrom<Written> for Condition {
    type Error = ConditionProblem;

    fn try_from(written: Written) -> Result<Self, ConditionProblem> {
        Self::new(&written.text, &written.legal_basis, &written.reason).map_err(|lacking| lacking[0])
    }
}

impl From<Condition> for Written {
    fn from(Condition { text, legal_basis, reason }: Condition) -> Self {
        Self { text, legal_basis, reason }
    }
}
