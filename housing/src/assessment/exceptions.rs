//! What exempts somebody from a limit, when the municipality's rules say so.

code_list! {
    /// Why somebody younger than the limit may still be granted a home.
    AgeException "age-exception" {
        DailyCare = "OMSORG_BARN", AfterCare = "ETTERVERN", OtherAgeReason = "SAERLIG_GRUNN",
    }
}

code_list! {
    /// Why somebody who has not lived here long enough may still be granted a home.
    TimeException "time-exception" {
        SettledRefugee = "FLYKTNING", Tie = "TILKNYTNING", Violence = "VOLD", AfterInstitution = "INSTITUSJON",
    }
}
