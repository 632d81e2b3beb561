//! Rules that anyone can check: each by its name, with the facts it needs, its answer and its reasons.
//!
//! The rules themselves live with their subjects; here they get names, fields and examples, so that a
//! stranger can call every one of them. Nothing is guessed: a fact of the wrong kind is named with what
//! would be right, and a rate that is not known for the day is an error that names both.

mod answer;
mod fact;
mod facts;
mod rules;

use serde_json::{Map, Value};

use crate::rates::Rates;

pub use answer::{Answer, Reason};
pub use fact::{Field, FieldKind, Need};
pub use facts::{FactProblem, Facts};

/// One rule of law or of the office.
#[derive(Debug)]
pub struct Rule {
    pub name: &'static str,
    /// What it answers, in a sentence.
    pub about: &'static str,
    /// Sections of law and requirement ids.
    pub source: &'static str,
    pub fields: &'static [Field],
    /// `(name, unit or form, meaning)` of each part of the answer.
    pub results: &'static [(&'static str, &'static str, &'static str)],
    /// Facts and what they must lead to, as JSON. The result shown may leave parts out.
    pub examples: &'static [(&'static str, &'static str)],
    answer: fn(&Facts<'_>, &mut Answer) -> Result<(), Vec<FactProblem>>,
}

/// Why a rule gave no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalcError {
    #[error("there is no rule {name}{}", did_you_mean(nearest))]
    NoSuchRule { name: String, nearest: Vec<&'static str> },
    #[error("{}", lines(problems))]
    Facts { rule: &'static str, problems: Vec<FactProblem> },
}

/// Every rule, in the order of the subjects.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    rules::ALL.iter().copied().flatten()
}

/// Other words for some rules: those the office uses, and those of who asked for the rules.
const ALSO_CALLED: &[(&str, &str)] = &[
    ("appeal_deadline", "complaint_deadline"),
    ("klagefrist", "complaint_deadline"),
    ("appeal_in_time", "complaint_in_time"),
    ("ettårsregelen", "one_year_bar"),
    ("foreløpig_svar", "interim_answer"),
    ("work_on_or_before", "working_day_target"),
    ("fødselsnummer", "identity_number"),
    ("organisasjonsnummer", "organisation_number"),
    ("kontonummer", "account_number"),
    ("holidays", "public_holidays"),
    ("helligdager", "public_holidays"),
    ("lease_minimum_term", "lease_term_check"),
    ("leietid", "lease_term_check"),
    ("deemed_approval_by_silence", "deemed_approval"),
    ("temporary_stay", "temporary_stay_alarm"),
    ("oppsigelse", "notice_to_quit"),
    ("forsinkelsesrente", "late_interest"),
    ("purregebyr", "reminder_fee"),
    ("foreldelse", "limitation"),
    ("forhåndsvarsel", "advance_notice"),
];

/// The rule with this name, or with this other word for it.
///
/// # Errors
/// When there is none; the names that share most words with it are given.
pub fn find(name: &str) -> Result<&'static Rule, CalcError> {
    let asked = name.trim().to_lowercase().replace(['-', ' '], "_");
    let called = ALSO_CALLED.iter().find(|(also, _)| *also == asked).map_or(&*asked, |(_, called)| called);
    all().find(|rule| rule.name == called).ok_or_else(|| {
        let words: Vec<&str> = asked.split('_').filter(|word| word.len() > 3).collect();
        let shared = |rule: &Rule| words.iter().filter(|word| rule.name.contains(*word)).count();
        let mut like: Vec<(usize, &str)> =
            all().map(|rule| (shared(rule), rule.name)).filter(|(n, _)| *n > 0).collect();
        like.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        let nearest = like.into_iter().map(|(_, name)| name).take(5).collect();
        CalcError::NoSuchRule { name: name.to_owned(), nearest }
    })
}

impl Rule {
    /// What the rule says of these facts, with its reasons.
    ///
    /// # Errors
    /// Every fact that is missing, unknown or wrong, and every rate that is not known.
    pub fn answer(&self, given: &Map<String, Value>, rates: &Rates) -> Result<Answer, CalcError> {
        let refused = |problems| CalcError::Facts { rule: self.name, problems };
        let facts = Facts::read(self.fields, given, rates).map_err(refused)?;
        let mut answer = Answer::default();
        (self.answer)(&facts, &mut answer).map_err(refused)?;
        answer.warnings.extend(facts.warnings());
        Ok(answer)
    }

    fn also_called(&self) -> impl Iterator<Item = &'static str> {
        ALSO_CALLED.iter().filter(|(_, called)| *called == self.name).map(|(also, _)| *also)
    }

    /// The rule as `calc --list --json` shows it.
    pub fn described(&self) -> Value {
        let results = self
            .results
            .iter()
            .map(|(name, unit, meaning)| serde_json::json!({"name": name, "unit": unit, "meaning": meaning}));
        let json = |text: &str| serde_json::from_str::<Value>(text).expect("a test reads every example");
        let examples = self
            .examples
            .iter()
            .map(|(facts, result)| serde_json::json!({"facts": json(facts), "result": json(result)}));
        serde_json::json!({
            "name": self.name,
            "also": self.also_called().collect::<Vec<_>>(),
            "about": self.about,
            "source": self.source,
            "fields": self.fields.iter().map(Field::described).collect::<Vec<_>>(),
            "result": results.collect::<Vec<_>>(),
            "examples": examples.collect::<Vec<_>>(),
        })
    }

    /// The rule as `calc --list` shows it: a paragraph.
    pub fn in_words(&self) -> String {
        let also: Vec<&str> = self.also_called().collect();
        let mut words = format!("{}\n    {}\n    source: {}\n", self.name, self.about, self.source);
        if !also.is_empty() {
            words.push_str(&format!("    also called: {}\n", also.join(", ")));
        }
        for field in self.fields {
            words.push_str(&format!("    - {}\n", field.in_words()));
        }
        for (name, unit, meaning) in self.results {
            words.push_str(&format!("    = {name} ({unit}): {meaning}\n"));
        }
        for (facts, _) in self.examples.iter().take(1) {
            words.push_str(&format!("    husrom calc {} --json '{facts}'\n", self.name));
        }
        words
    }
}

fn did_you_mean(nearest: &[&str]) -> String {
    if nearest.is_empty() { String::new() } else { format!("; did you mean {}?", nearest.join(", ")) }
}

fn lines(problems: &[FactProblem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
