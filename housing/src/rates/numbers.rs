//! The numbers of the law: how many days, weeks, months or years, and how many times.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::{RateProblem, Row, Span, Spans, Table};
use crate::Date;
use crate::dated::NothingInForce;

macro_rules! law_numbers {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// A number of the law that can change; its name says its unit. Where it stands is said beside it
        /// in `parameters/law_numbers.csv`. It is a name for the rules, and has none for people.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum LawNumber { $($variant),+ }

        impl LawNumber {
            /// Every number.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in the file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

law_numbers! {
    AdvanceNoticeDays = "advance_notice_days",
    ReasonsDemandWeeks = "reasons_demand_weeks",
    CostsClaimWeeks = "costs_claim_weeks",
    TemporaryStayMonths = "temporary_stay_months",
    IntroductionProgrammeMonths = "introduction_programme_months",
    MinTermYears = "min_term_years",
    MinTermYearsOwnHouse = "min_term_years_own_house",
    HoldingOverMonths = "holding_over_months",
    NoticeMonths = "notice_months",
    NoticeMonthsRoom = "notice_months_room",
    ProtestMonths = "protest_months",
    SueMonths = "sue_months",
    DeemedApprovalMonths = "deemed_approval_months",
    TakeoverClaimMonths = "takeover_claim_months",
    AbsenceSubletYears = "absence_sublet_years",
    DepositMonths = "deposit_months",
    DepositPayoutWeeks = "deposit_payout_weeks",
    RentIndexYears = "rent_index_years",
    RentIndexNoticeMonths = "rent_index_notice_months",
    CurrentRentWaitMonths = "current_rent_wait_months",
    CurrentRentNoticeMonths = "current_rent_notice_months",
    EvictionNoticeDays = "eviction_notice_days",
    EvictionObjectionWeeks = "eviction_objection_weeks",
    SocialServicesWeeks = "social_services_weeks",
    EvictionRequestFeeHundredths = "eviction_request_fee_hundredths",
    EvictionTotalFeeHundredths = "eviction_total_fee_hundredths",
    ReminderAfterDays = "reminder_after_days",
    FeeLetterDeadlineDays = "fee_letter_deadline_days",
    FeeLettersAtMost = "fee_letters_at_most",
    FeeResetMonths = "fee_reset_months",
    PaymentWaitDays = "payment_wait_days",
    LimitationYears = "limitation_years",
    AccessRequestWorkdays = "access_request_workdays",
    DataRequestMonths = "data_request_months",
    NameSearchYears = "name_search_years",
}

impl FromStr for LawNumber {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|number| number.name() == name).ok_or(())
    }
}

/// The numbers of the law as they have been over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawNumbers(BTreeMap<LawNumber, Spans<i32>>);

impl LawNumbers {
    /// Reads `parameters/law_numbers.csv`.
    ///
    /// # Errors
    /// Everything that is wrong with it, and every number that it lacks.
    pub fn read(csv: &str) -> Result<Self, Vec<RateProblem>> {
        let table = Table::read("law_numbers.csv", csv)?;
        let mut spans: BTreeMap<LawNumber, Vec<Span<i32>>> = BTreeMap::new();
        for (number, span) in table.rows(|row| Ok((row.code("name")?, span(row)?)))? {
            spans.entry(number).or_default().push(span);
        }
        let lacking: Vec<RateProblem> = LawNumber::ALL
            .iter()
            .filter(|number| !spans.contains_key(number))
            .map(|number| RateProblem::Lacks { file: table.file(), what: number.name().to_owned() })
            .collect();
        if !lacking.is_empty() {
            return Err(lacking);
        }
        let named = |(number, spans): (LawNumber, _)| (number, Spans::new(number.name(), spans));
        Ok(Self(spans.into_iter().map(named).collect()))
    }

    /// What held on the day, with its source.
    ///
    /// # Errors
    /// When the rule did not hold yet: the error names it and the day.
    pub fn on(&self, number: LawNumber, day: Date) -> Result<&Span<i32>, NothingInForce> {
        self.0.get(&number).expect("a table that lacks a number is not read").on(day)
    }
}

fn span(row: &Row<'_>) -> Result<Span<i32>, RateProblem> {
    let value = row.number("value")?;
    let source = row.text("source")?.to_owned();
    Ok(Span { from: row.day("valid_from")?, to: None, value, source, confirmed: row.yes_no("verified")? })
}
