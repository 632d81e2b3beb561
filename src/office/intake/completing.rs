//! A registered application that is completed: the same form again, saved with what stood there before.

use super::said;
use crate::access::{Action, Thing};
use crate::office::applications;
use crate::office::people::refuse;
use crate::office::{Actor, Office, OfficeError, Problem};
use housing::Date;
use housing::applications::{Answers, ApplicationFacts};

/// Saves what an application says now. When it came in, its kind and what it asked for beside the form are as they were.
///
/// # Errors
/// [`OfficeError::Stale`] when somebody saved after `version` was opened; [`OfficeError::Invalid`] names everything
/// that cannot be true.
pub fn complete(
    office: &Office,
    actor: &Actor,
    (id, version): (&str, i64),
    facts: &ApplicationFacts,
    answers: &Answers,
) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Application)?;
    office.change(actor, |work| {
        refuse(not_yet(answers, work.today))?;
        let application = applications::change_in(work, (id, version), facts, "")?;
        said::save_anew(work, &application, answers)
    })
}

/// Days that lie in the future, of what has happened already.
pub fn not_yet(answers: &Answers, today: Date) -> Vec<Problem> {
    let days = [
        ("here_since", answers.stay.here_since),
        ("last_sought", answers.own_effort.last_sought),
        ("signed_on", answers.signed.signed_on),
    ];
    let late = days.into_iter().filter(|(_, day)| day.is_some_and(|day| day > today));
    late.map(|(field, _)| Problem::plain(field, "application-problem-received-in-future")).collect()
}
