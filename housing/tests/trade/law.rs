//! Every rule of law has a book of cases: a file that an officer can read and add to, answered through
//! the same door as `husrom calc`.

use housing::calc;
use serde_json::{Map, Value};

use crate::cases::{self, Case};
use crate::rates::RATES;

mod books;
mod told;

/// A file of cases, and how its Norwegian words are facts of a rule.
struct Book {
    file: &'static str,
    rule: &'static str,
    day: DayField,
    words: &'static [Word],
    /// The answer as the file writes it, with the names of results in braces.
    answer: &'static str,
}

/// The field that the day of a case is.
#[derive(Clone, Copy)]
enum DayField {
    Named(&'static str),
    /// The day a notice came, or was sent when the facts say so.
    Notice,
    None,
}

/// The fact that a notice was only sent, and when it came is not known.
const SENT: &str = "sendt";

/// How a fact begins, which field it is, and what follows.
struct Word(&'static str, &'static str, Then);

/// What follows the words of a fact.
#[derive(Clone, Copy)]
enum Then {
    /// A text or a day, as it is.
    Text,
    /// Days with commas between.
    Days,
    Number,
    /// `9000 kr`
    Kroner,
    /// Nothing: the words are the value.
    Is(&'static str),
    /// Nothing: the fact holds, or does not.
    Flag(bool),
}

/// A case that has no more facts than its day says so.
const NOTHING_MORE: &str = "ingen flere opplysninger";
const NO_ANSWER: &str = "kan ikke regnes ut";

#[test]
fn every_case_in_the_books_of_law_is_answered_as_it_stands() {
    for book in books::ALL {
        cases::check(book.file, |case| book.answer(case));
    }
}

impl Book {
    fn answer(&self, case: &Case) -> String {
        let rule = calc::find(self.rule).unwrap_or_else(|error| panic!("{}: {error}", self.file));
        let mut facts = Map::new();
        if let Some(field) = self.day_field(case) {
            facts.insert(field.to_owned(), case.day.to_string().into());
        }
        let more = case.facts.iter().filter(|fact| *fact != NOTHING_MORE && *fact != SENT);
        facts.extend(more.map(|fact| self.fact(fact)));
        match rule.answer(&facts, &RATES) {
            Ok(answer) => self.written(&answer.result),
            Err(_) => NO_ANSWER.to_owned(),
        }
    }

    fn day_field(&self, case: &Case) -> Option<&'static str> {
        match self.day {
            DayField::Named(field) => Some(field),
            DayField::Notice if case.facts.iter().any(|fact| fact == SENT) => Some("sent_on"),
            DayField::Notice => Some("notified_on"),
            DayField::None => None,
        }
    }

    fn fact(&self, fact: &str) -> (String, Value) {
        let fits = |word: &&Word| fact == word.0 || fact.strip_prefix(word.0).is_some_and(|rest| rest.starts_with(' '));
        let word = self.words.iter().filter(fits).max_by_key(|word| word.0.len());
        let Word(begins, field, then) =
            word.unwrap_or_else(|| panic!("{}: {fact:?} is not among its words", self.file));
        let rest = fact[begins.len()..].trim();
        let number =
            |text: &str| text.parse::<i64>().unwrap_or_else(|_| panic!("{}: {fact:?} needs a number", self.file));
        let value = match then {
            Then::Text => rest.into(),
            Then::Days => rest.split(',').map(|day| Value::from(day.trim())).collect(),
            Then::Number => number(rest).into(),
            Then::Kroner => rest.trim_end_matches("kr").trim().into(),
            Then::Is(value) => (*value).into(),
            Then::Flag(set) => (*set).into(),
        };
        ((*field).to_owned(), value)
    }

    fn written(&self, result: &Map<String, Value>) -> String {
        result.iter().fold(self.answer.to_owned(), |text, (name, value)| {
            let written = if name.ends_with("_kr") { word(value).replace('.', ",") } else { word(value) };
            text.replace(&format!("{{{name}}}"), &written)
        })
    }
}

/// A value as the files write it: yes, no and nothing in words, kroner with a comma.
fn word(value: &Value) -> String {
    match value {
        Value::Null => "ingen".to_owned(),
        Value::Bool(true) => "ja".to_owned(),
        Value::Bool(false) => "nei".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(parts) if parts.is_empty() => "intet".to_owned(),
        Value::Array(parts) => parts.iter().map(word).collect::<Vec<_>>().join(", "),
        Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
