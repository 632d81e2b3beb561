//! What an applicant's answers say of the facts that rules ask for.

use super::{Answers, IncomeSource};
use crate::assessment::{CaseFacts, Eviction, LeaseEnd, Stay};
use crate::needs::StayEnding;

impl Answers {
    /// The facts that the answers state. What was not answered stays unknown; a housing history without an eviction
    /// goes back five years only, and says nothing of the years before.
    pub fn facts(&self) -> CaseFacts {
        let evicted = self.history.iter().filter(|row| row.ending == Some(StayEnding::Evicted));
        CaseFacts {
            here_since: self.stay.here_since,
            time_exceptions: self.stay.time_exception.map(|exception| vec![exception]),
            stay: self.stay.stay_basis.map(|basis| Stay { basis, until: self.stay.stay_until }),
            lease: self.home.lease_until.map(LeaseEnd::Until),
            incomes: (self.economy.income_source == Some(IncomeSource::Nothing)).then(Vec::new),
            wealth: self.economy.wealth,
            evicted: evicted.filter_map(|row| row.until).max().map(Eviction::On),
            ..CaseFacts::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::applications::{HomeNow, StayHere};
    use crate::assessment::{FactName, StayBasis};
    use crate::money::Ore;
    use crate::needs::{HistoryRow, StayKind};
    use jiff::civil::date;

    #[test]
    fn what_was_stated_is_a_fact_until_somebody_finds_otherwise() {
        let home = |until, ending| HistoryRow {
            from: date(2020, 1, 1),
            until: Some(until),
            kind: StayKind::PrivateRental,
            municipality: None,
            landlord: None,
            ending: Some(ending),
        };
        let answers = Answers {
            stay: StayHere {
                stay_basis: Some(StayBasis::Temporary),
                stay_until: Some(date(2028, 1, 1)),
                here_since: Some(date(2021, 5, 1)),
                ..StayHere::default()
            },
            home: HomeNow { lease_until: Some(date(2026, 6, 30)), ..HomeNow::default() },
            history: vec![
                home(date(2022, 1, 1), StayEnding::Evicted),
                home(date(2024, 2, 3), StayEnding::Evicted),
                home(date(2025, 1, 1), StayEnding::LeaseEnded),
            ],
            ..Answers::default()
        };
        let stated = answers.facts();
        let found = CaseFacts { here_since: Some(date(2023, 1, 1)), wealth: Some(Ore(0)), ..CaseFacts::default() };
        let both = found.clone().or_stated(&stated);
        assert_eq!(both.here_since, Some(date(2023, 1, 1)), "what was found counts");
        assert_eq!(both.lease, Some(LeaseEnd::Until(date(2026, 6, 30))));
        assert_eq!(both.evicted, Some(Eviction::On(date(2024, 2, 3))));
        assert_eq!((both.incomes, both.wealth), (None, Some(Ore(0))));
        let names = [FactName::StayBasis, FactName::StayUntil, FactName::LeaseUntil, FactName::Evicted];
        assert_eq!(found.only_stated(&stated), names);
        assert_eq!(Answers::default().facts(), CaseFacts::default());
    }
}
