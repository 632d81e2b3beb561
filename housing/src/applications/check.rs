//! What cannot be true of an application.

use super::ApplicationFacts;
use crate::Date;
use crate::money::Ore;
use crate::people::{HouseholdSize, PersonProblem};

/// A household larger than this is two numbers run together.
const MOST_PERSONS: u16 = 30;

/// A fact about an application that cannot be true, or two that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplicationProblem {
    #[error("it was received {received}, which lies in the future")]
    ReceivedInFuture { received: Date },
    #[error("it was decided {decided}, before it was received {received}")]
    DecidedBeforeReceived { received: Date, decided: Date },
    #[error("it was decided {decided}, which lies in the future")]
    DecidedInFuture { decided: Date },
    #[error("the household {size} has nobody in it, or more than fit in a home")]
    ImpossibleHousehold { size: HouseholdSize },
    #[error("the income {income} a month is negative, or more than anybody earns")]
    ImpossibleIncome { income: Ore },
    #[error("the applicant: {0}")]
    Applicant(PersonProblem),
}

impl ApplicationFacts {
    /// Everything that cannot be true of the application, or of the applicant, on the day.
    pub fn check(&self, today: Date) -> Vec<ApplicationProblem> {
        let applicant = self.applicant.check(today).into_iter().map(ApplicationProblem::Applicant);
        applicant.chain(self.impossible_days(today)).chain(self.impossible_numbers()).collect()
    }

    fn impossible_days(&self, today: Date) -> impl Iterator<Item = ApplicationProblem> {
        let received = self.received;
        let received_late = (received > today).then_some(ApplicationProblem::ReceivedInFuture { received });
        let decided_early = self
            .decided
            .filter(|decided| *decided < received)
            .map(|decided| ApplicationProblem::DecidedBeforeReceived { received, decided });
        let decided_late = self
            .decided
            .filter(|decided| *decided > today)
            .map(|decided| ApplicationProblem::DecidedInFuture { decided });
        [received_late, decided_early, decided_late].into_iter().flatten()
    }

    fn impossible_numbers(&self) -> impl Iterator<Item = ApplicationProblem> {
        let size = self.size.filter(|size| !(1..=MOST_PERSONS).contains(&size.persons()));
        let income = self.income.filter(|income| *income < Ore(0) || *income > Ore::kroner(1_000_000));
        let size = size.map(|size| ApplicationProblem::ImpossibleHousehold { size });
        let income = income.map(|income| ApplicationProblem::ImpossibleIncome { income });
        [size, income].into_iter().flatten()
    }
}
