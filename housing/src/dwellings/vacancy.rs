//! How long a home has stood empty.

code_list! {
    /// Days since a household last lived in the home, in the steps that vacancy is reported by.
    #[doc(alias = "tomgangstid")]
    VacancyLength "vacancy-length" {
        UpToMonth = "TIL_30", UpToQuarter = "TIL_90", UpToHalfYear = "TIL_180", UpToYear = "TIL_365", OverYear = "OVER_365",
    }
}

impl VacancyLength {
    /// The step that so many days fall in.
    pub const fn of_days(days: i32) -> Self {
        match days {
            ..=30 => Self::UpToMonth,
            31..=90 => Self::UpToQuarter,
            91..=180 => Self::UpToHalfYear,
            181..=365 => Self::UpToYear,
            366.. => Self::OverYear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::VacancyLength;

    #[test]
    fn the_last_day_of_a_step_belongs_to_it() {
        let steps = [0, 30, 31, 90, 91, 180, 181, 365, 366].map(VacancyLength::of_days);
        let codes = steps.map(VacancyLength::code);
        assert_eq!(
            codes,
            ["TIL_30", "TIL_30", "TIL_90", "TIL_90", "TIL_180", "TIL_180", "TIL_365", "TIL_365", "OVER_365"]
        );
    }
}
