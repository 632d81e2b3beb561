//! The dated figures and rules that the program ships with, from the files in `parameters/`.

use std::sync::LazyLock;

use housing::decisions::DecisionRules;
use housing::decisions::approval::Delegation;

/// What each kind of decision rests on, and who hears appeals on it.
pub static DECISION_RULES: LazyLock<DecisionRules> =
    LazyLock::new(|| DecisionRules::read(include_str!("../parameters/decision_kinds.csv")).expect(READ_BY_A_TEST));

/// Who may sign what, until the municipality enters its own delegation.
pub static DELEGATION: LazyLock<Delegation> =
    LazyLock::new(|| Delegation::read(include_str!("../parameters/delegation.csv")).expect(READ_BY_A_TEST));

const READ_BY_A_TEST: &str = "the file is part of the program, and a test reads it";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_that_are_part_of_the_program_can_be_read() {
        LazyLock::force(&DECISION_RULES);
        LazyLock::force(&DELEGATION);
    }
}
