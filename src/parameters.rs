//! The dated figures and rules that the program ships with, from the files in `parameters/`.

use std::sync::LazyLock;

use housing::decisions::DecisionRules;
use housing::decisions::approval::Delegation;
use housing::rates::{RateFiles, Rates};

/// Every dated figure: rates, fees, indices, the numbers of the law and the first days of new acts.
pub static RATES: LazyLock<Rates> = LazyLock::new(|| Rates::read(FILES).expect(READ_BY_A_TEST));

/// What each kind of decision rests on, and who hears appeals on it.
pub static DECISION_RULES: LazyLock<&DecisionRules> = LazyLock::new(|| &RATES.decisions);

/// Who may sign what, until the municipality enters its own delegation.
pub static DELEGATION: LazyLock<Delegation> =
    LazyLock::new(|| Delegation::read(include_str!("../parameters/delegation.csv")).expect(READ_BY_A_TEST));

const FILES: RateFiles<'_> = RateFiles {
    acts: include_str!("../parameters/acts.csv"),
    guardian_mandates: include_str!("../parameters/guardian_mandates.csv"),
    decision_kinds: include_str!("../parameters/decision_kinds.csv"),
    law_numbers: include_str!("../parameters/law_numbers.csv"),
    late_interest: include_str!("../parameters/late_interest.csv"),
    collection_fees: include_str!("../parameters/collection_fees.csv"),
    court_fee: include_str!("../parameters/court_fee.csv"),
    base_amount: include_str!("../parameters/grunnbelop.csv"),
    price_index: include_str!("../parameters/price_index.csv"),
};

const READ_BY_A_TEST: &str = "the file is part of the program, and a test reads it";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_that_are_part_of_the_program_can_be_read() {
        assert!(Rates::read(FILES).is_ok());
        LazyLock::force(&DELEGATION);
    }
}
