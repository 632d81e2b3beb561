//! Reading forms: what stands in a field becomes a value once, here at the edge, or is named as wrong.

use super::{App, FormValues, Frame, Visitor, WebError};
use crate::office::{Actor, Office, OfficeError, Problem};
use axum::http::StatusCode;
use housing::money::Ore;
use housing::{Date, written};
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// What was refused becomes what the form shows; anything else stays an error.
///
/// # Errors
/// Whatever is no refusal.
pub fn answered<T>(outcome: Result<T, OfficeError>) -> Result<Result<T, Vec<Problem>>, OfficeError> {
    match outcome {
        Ok(answer) => Ok(Ok(answer)),
        Err(OfficeError::Invalid(problems)) => Ok(Err(problems)),
        Err(other) => Err(other),
    }
}

/// What came of saving: done, refused with reasons, or somebody else saved first.
pub enum Outcome<T> {
    Done(T),
    Refused(Vec<Problem>),
    Stale,
}

impl<T> Outcome<T> {
    /// What was refused and what was stale become what the page shows; anything else stays an error.
    ///
    /// # Errors
    /// Whatever is neither.
    pub fn of(outcome: Result<T, OfficeError>) -> Result<Self, OfficeError> {
        match outcome {
            Ok(done) => Ok(Self::Done(done)),
            Err(OfficeError::Invalid(problems)) => Ok(Self::Refused(problems)),
            Err(OfficeError::Stale) => Ok(Self::Stale),
            Err(other) => Err(other),
        }
    }

    /// How the page is answered with when nothing was saved, what is wrong put beside its fields; `None` when it was.
    pub fn kept(self, frame: &Frame, values: &mut FormValues) -> Option<StatusCode> {
        match self {
            Self::Done(_) => None,
            Self::Refused(problems) => {
                values.errors = frame.words(&first_of_each(problems));
                Some(StatusCode::UNPROCESSABLE_ENTITY)
            }
            Self::Stale => Some(StatusCode::CONFLICT),
        }
    }
}

/// Does what a form asks for. `None` when it is done; otherwise what the page is answered with, and what is wrong
/// stands beside the form's fields.
///
/// # Errors
/// Whatever is neither refused nor stale.
pub async fn attempt<T: Send + 'static>(
    app: &App,
    visitor: &Visitor,
    form: &mut FormValues,
    verb: impl FnOnce(&Office, &Actor) -> Result<T, OfficeError> + Send + 'static,
) -> Result<Option<StatusCode>, WebError> {
    let actor = visitor.actor();
    let outcome = app.office(move |office| Outcome::of(verb(office, &actor))).await?;
    Ok(outcome.kept(&visitor.frame(), form))
}

/// The step that a form on a page of many asks for, or what is wrong with how it was asked.
///
/// # Errors
/// [`WebError::BadForm`] when it asks for none that there is.
pub fn asked<T>(
    form: &FormValues,
    read: impl FnOnce(&FormValues, &mut Vec<Problem>) -> Option<T>,
) -> Result<Result<T, Vec<Problem>>, WebError> {
    let mut problems = Vec::new();
    match read(form, &mut problems) {
        Some(step) if problems.is_empty() => Ok(Ok(step)),
        None if problems.is_empty() => Err(WebError::BadForm),
        Some(_) | None => Ok(Err(problems)),
    }
}

/// What could not be read of a field is not also judged: the first word about a field stands.
pub fn first_of_each(problems: Vec<Problem>) -> Vec<Problem> {
    let mut kept: Vec<Problem> = Vec::new();
    for problem in problems {
        if kept.iter().all(|other| other.field != problem.field) {
            kept.push(problem);
        }
    }
    kept
}

/// What stands in a field, read; when it cannot be, `text` says so with what was `found`.
pub fn parsed<T, E>(
    values: &FormValues,
    field: &'static str,
    text: &'static str,
    read: impl Fn(&str) -> Result<T, E>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let value = read(values.filled(field)?);
    if value.is_err() {
        problems.push(unreadable(values, field, text));
    }
    value.ok()
}

/// What stands in a field, read; when it cannot be, or is outside the range, the range is told with what was found.
pub fn within<T: PartialOrd + Display, E>(
    values: &FormValues,
    field: &'static str,
    range: RangeInclusive<T>,
    read: impl Fn(&str) -> Result<T, E>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let value = read(values.filled(field)?).ok().filter(|value| range.contains(value));
    if value.is_none() {
        let limits = [("least", range.start().to_string()), ("most", range.end().to_string())];
        let mut problem = unreadable(values, field, "form-problem-range");
        problem.facts.extend(limits);
        problems.push(problem);
    }
    value
}

/// A whole number within a range, as [`within`].
pub fn whole_within<T: PartialOrd + Display + FromStr>(
    values: &FormValues,
    field: &'static str,
    range: RangeInclusive<T>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    within(values, field, range, str::parse, problems)
}

/// An amount from nothing to so many kroner; what it may be is told with what was found.
pub fn amount_within(
    values: &FormValues,
    field: &'static str,
    most_kroner: i64,
    problems: &mut Vec<Problem>,
) -> Option<Ore> {
    let most = Ore::kroner(most_kroner);
    let amount = written::amount(values.filled(field)?).ok().filter(|amount| (Ore(0)..=most).contains(amount));
    if amount.is_none() {
        let mut problem = unreadable(values, field, "form-problem-amount-range");
        problem.facts.push(("most", most.in_kroner()));
        problems.push(problem);
    }
    amount
}

/// What somebody gets in a month.
///
/// # Errors
/// When it is no amount, or less than nothing.
pub fn income_a_month(typed: &str) -> Result<Ore, ()> {
    written::amount_a_month(typed).ok().filter(|amount| *amount >= Ore(0)).ok_or(())
}

/// `text` says what is wrong with what was `found` in a field.
pub fn unreadable(values: &FormValues, field: &'static str, text: &'static str) -> Problem {
    Problem { field, text, facts: vec![("found", format!("«{}»", values.get(field)))] }
}

/// What is chosen in a list; a code that nobody offered is named.
pub fn code<T: FromStr>(values: &FormValues, field: &'static str, problems: &mut Vec<Problem>) -> Option<T> {
    parsed(values, field, "form-problem-choice", str::parse, problems)
}

/// Everything that is chosen in a list; codes that nobody offered are named.
pub fn codes<T: FromStr>(values: &FormValues, field: &'static str, problems: &mut Vec<Problem>) -> Vec<T> {
    let mut chosen = Vec::new();
    for found in values.all(field).filter(|found| !found.is_empty()) {
        match found.parse() {
            Ok(one) => chosen.push(one),
            Err(_) => problems.push(not_offered(field, found)),
        }
    }
    chosen
}

/// A code that nobody offered.
pub fn not_offered(field: &'static str, found: &str) -> Problem {
    Problem { field, text: "form-problem-choice", facts: vec![("found", format!("«{found}»"))] }
}

/// A day that stands in a field.
pub fn day(values: &FormValues, field: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    parsed(values, field, "form-problem-day", written::day, problems)
}

/// A day that must stand in a field.
pub fn needed_day(values: &FormValues, field: &'static str, problems: &mut Vec<Problem>) -> Option<Date> {
    if values.filled(field).is_none() {
        problems.push(Problem::plain(field, "form-problem-day-needed"));
    }
    day(values, field, problems)
}
