//! How long an invoice has been unpaid.

use super::InvoiceFacts;
use crate::Date;
use crate::calendar::days_between;

code_list! {
    /// Days past the due day, in the steps that arrears are reported by.
    #[doc(alias = "aldersfordeling")]
    ArrearsAge "arrears-age" {
        NotDue = "IKKE_FORFALT", UpTo30 = "TIL_30", UpTo60 = "TIL_60", UpTo90 = "TIL_90", Over90 = "OVER_90",
    }
}

impl ArrearsAge {
    /// The step that so many days past the due day fall in; on the due day itself nothing is late.
    pub const fn of_days(days_late: i32) -> Self {
        match days_late {
            ..=0 => Self::NotDue,
            1..=30 => Self::UpTo30,
            31..=60 => Self::UpTo60,
            61..=90 => Self::UpTo90,
            91.. => Self::Over90,
        }
    }
}

impl InvoiceFacts {
    /// Whether the municipality owes the household this, rather than the other way round.
    pub fn is_credit(&self) -> bool {
        self.outstanding.0 < 0
    }

    /// How late the invoice is on the day; `None` when its due day is not known.
    pub fn age(&self, on: Date) -> Option<ArrearsAge> {
        Some(ArrearsAge::of_days(days_between(self.due?, on)))
    }
}
