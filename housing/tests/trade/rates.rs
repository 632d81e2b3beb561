//! The dated figures the program ships with, read from their files.

use std::sync::LazyLock;

use housing::rates::{RateFiles, Rates};

/// Every dated figure, as the program has them.
pub static RATES: LazyLock<Rates> = LazyLock::new(|| {
    let read = |name: &str| {
        let path = format!("{}/../parameters/{name}.csv", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("reading figures {path}: {error}"))
    };
    let names = [
        "acts",
        "guardian_mandates",
        "decision_kinds",
        "law_numbers",
        "late_interest",
        "collection_fees",
        "court_fee",
        "grunnbelop",
        "price_index",
    ];
    let [
        acts,
        guardian_mandates,
        decision_kinds,
        law_numbers,
        late_interest,
        collection_fees,
        court_fee,
        base_amount,
        price_index,
    ] = names.map(read);
    let files = RateFiles {
        acts: &acts,
        guardian_mandates: &guardian_mandates,
        decision_kinds: &decision_kinds,
        law_numbers: &law_numbers,
        late_interest: &late_interest,
        collection_fees: &collection_fees,
        court_fee: &court_fee,
        base_amount: &base_amount,
        price_index: &price_index,
    };
    Rates::read(files).unwrap_or_else(|problems| panic!("{problems:?}"))
});
