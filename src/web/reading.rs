//! Reading forms: what stands in a field becomes a value once, here at the edge, or is named as wrong.

use super::FormValues;
use crate::office::{OfficeError, Problem};
use housing::{Date, written};

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
    let typed = values.filled(field)?;
    let value = read(typed);
    if value.is_err() {
        problems.push(Problem { field, text, facts: vec![("found", format!("«{typed}»"))] });
    }
    value.ok()
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
