//! Cases that wait for somebody else.

code_list! {
    /// Whom or what a case on hold waits for.
    #[doc(alias = "på vent")]
    WaitsFor "waits-for" {
        /// The applicant was asked for something.
        Applicant = "APPLICANT",
        /// A statement from another unit of the municipality.
        OtherUnit = "UNIT",
        /// Somebody outside: a hospital, a prison, another municipality.
        Partner = "PARTNER",
        /// The applicant asked the office to wait.
        ApplicantsWish = "WISH",
    }
}
