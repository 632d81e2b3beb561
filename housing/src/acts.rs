//! Which of two acts holds on a day, where a new one is adopted and its first day may not be set.

use crate::Date;

/// The act on how public authorities handle cases (*forvaltningsloven*).
#[doc(alias = "forvaltningsloven")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum AdministrationAct {
    /// The act of 10 February 1967.
    Of1967,
    /// LOV-2025-06-20-81, adopted; it starts when the King decides.
    Of2025,
}

/// The act on debt collection (*inkassoloven*).
#[doc(alias = "inkassoloven")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum CollectionAct {
    /// The act of 13 May 1988.
    Of1988,
    /// LOV-2026-05-22-19, adopted; no first day set.
    Of2026,
}

/// The first days of the new acts; `None` while nobody has set one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acts {
    /// First day of the *forvaltningslov* of 2025.
    pub administration_2025_from: Option<Date>,
    /// First day of the *inkassolov* of 2026.
    pub collection_2026_from: Option<Date>,
}

impl Acts {
    /// The administration act in force on a day.
    pub fn administration(&self, day: Date) -> AdministrationAct {
        match self.administration_2025_from {
            Some(from) if day >= from => AdministrationAct::Of2025,
            Some(_) | None => AdministrationAct::Of1967,
        }
    }

    /// The collection act in force on a day.
    pub fn collection(&self, day: Date) -> CollectionAct {
        match self.collection_2026_from {
            Some(from) if day >= from => CollectionAct::Of2026,
            Some(_) | None => CollectionAct::Of1988,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_new_act_holds_from_its_first_day_and_not_while_none_is_set() {
        let unset = Acts::default();
        assert_eq!(unset.administration(date(2099, 1, 1)), AdministrationAct::Of1967);
        let set =
            Acts { administration_2025_from: Some(date(2027, 7, 1)), collection_2026_from: Some(date(2027, 1, 1)) };
        assert_eq!(set.administration(date(2027, 6, 30)), AdministrationAct::Of1967);
        assert_eq!(set.administration(date(2027, 7, 1)), AdministrationAct::Of2025);
        assert_eq!(set.collection(date(2026, 12, 31)), CollectionAct::Of1988);
        assert_eq!(set.collection(date(2027, 1, 1)), CollectionAct::Of2026);
    }
}
