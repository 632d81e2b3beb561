//! Replicas: invented people in invented homes, so many that a real municipality's published totals
//! come out exactly. They test that an overview counts as the municipality did.

use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus};
use housing::calendar::{add_days, add_months};
use housing::dwellings::{Category, DwellingFacts};
use housing::tenancies::LeaseKind;

use crate::applications::Filing;
use crate::history::{Applicant, DwellingHistory};
use crate::households::{Households, Wanted};
use crate::letting::Lettings;
use crate::parameters::{Parameters, Profile};
use crate::people::Half;
use crate::random::{Random, Subject};
use crate::stock::Stock;
use crate::tables;
use crate::timeline::{Applied, Letting, Period, Timeline};

/// A municipality whose totals are given.
#[derive(Clone, Debug)]
pub struct Replica {
    pub name: &'static str,
    /// The day the totals are true.
    pub as_of: Date,
    pub dwellings: Vec<DwellingHistory>,
    /// Applications that gave no home by that day.
    pub applications: Vec<Applicant>,
}

/// The totals of one kind of home and of the applications for it in a year.
#[derive(Clone, Copy, Debug)]
struct Totals {
    care: bool,
    homes: usize,
    /// Homes somebody applied for and moved into during the year.
    allocated: usize,
    /// How many of the allocated had applied the year before.
    allocated_from_before: usize,
    /// Granted during the year, waiting at its end.
    waiting: usize,
    /// Refused during the year.
    refused: usize,
    /// Undecided at the year's end, received during it.
    undecided: usize,
    /// Undecided at the year's end, received before it.
    undecided_from_before: usize,
}

/// Gjøvik 2009 (its programme application of 2010): 942 homes = 486 for rent + 456 care homes. For
/// rent: 135 applications, 87 allocated, 20 households waiting on 31 December. Care homes: 178
/// applications, 111 allocated, 220 not yet handled on 31 December. How many of those came in before
/// the year, and how many were refused, is not said: here so many that the totals hold.
const GJOVIK_RENT: Totals = Totals {
    care: false,
    homes: 486,
    allocated: 87,
    allocated_from_before: 0,
    waiting: 20,
    refused: 135 - 87 - 20,
    undecided: 0,
    undecided_from_before: 0,
};

const GJOVIK_CARE: Totals = Totals {
    care: true,
    homes: 456,
    allocated: 111,
    allocated_from_before: 50,
    waiting: 0,
    refused: 7,
    undecided: 178 - (111 - 50) - 7,
    undecided_from_before: 220 - 110,
};

/// The seed of everything in the replica that is not a total.
const SEED: u64 = 2009;

/// Gjøvik as of 31 December 2009: the numbers are the municipality's, all else is made up. Every home
/// is let, since its vacancies are not known.
pub fn gjovik_2009() -> Replica {
    let as_of = Date::constant(2009, 12, 31);
    let name = "Gjøvik 2009 (oppdiktede personer og boliger)";
    let common = Parameters::of(Profile::Medium);
    let rent = Parameters { care_home_share: 0, wheelchair_share: 180, ..common.clone() };
    let care = Parameters { care_home_share: 1000, ..common.clone() };
    let mut lettings = Lettings::new(&common, as_of);
    let mut households = Households::new(&common, Half::Applicants);
    let mut replica = Replica { name, as_of, dwellings: Vec::new(), applications: Vec::new() };
    let mut first_building = 0;
    for (parameters, totals) in [(&rent, GJOVIK_RENT), (&care, GJOVIK_CARE)] {
        let mut stock = Stock::new(SEED, "Gjøvik", as_of, parameters, totals.homes, first_building);
        let homes: Vec<DwellingFacts> = stock.by_ref().collect();
        first_building = stock.next_building();
        let year = Year { totals, as_of };
        for (index, home) in homes.into_iter().enumerate() {
            let number = replica.dwellings.len();
            replica.dwellings.push(year.home(&mut lettings, index, number, home));
        }
        year.applicants(&mut households, &mut replica.applications);
    }
    replica
}

/// One kind of home in the year of the totals.
struct Year {
    totals: Totals,
    as_of: Date,
}

impl Year {
    fn home(&self, lettings: &mut Lettings, index: usize, number: usize, home: DwellingFacts) -> DwellingHistory {
        let mut random = Random::stream(SEED, Subject::Tenancies, number);
        let category = if self.totals.care { Category::CareHome } else { Category::Ordinary };
        let home = DwellingFacts { category, external_number: Some(format!("B{:06}", number + 1)), ..home };
        let letting =
            Letting { parameters: lettings.parameters, today: self.as_of, category, sublet: false, pace: 1000 };
        let mut timeline = Timeline::default();
        let earlier = self.earlier_period(&mut random);
        match self.allocation(index) {
            None => timeline.let_for(earlier),
            Some(position) => {
                let allocated = self.allocated_period(&mut random, position);
                let empty = add_days(allocated.from(), -random.between(25, 60));
                let reason = random.weighted(tables::REASONS_CARE);
                timeline.let_for(Period { moved_out: Some((empty, reason)), ..earlier });
                timeline.stand_empty(&mut random, &letting, empty);
                timeline.statuses.retain(|(day, _)| *day < allocated.from());
                timeline.let_for(allocated);
            }
        }
        lettings.inhabited(&mut random, home, timeline)
    }

    /// The how-many'th allocation of the year a home had, if it had one: they lie evenly in the stock.
    fn allocation(&self, index: usize) -> Option<usize> {
        let before = index * self.totals.allocated / self.totals.homes;
        let with_this = (index + 1) * self.totals.allocated / self.totals.homes;
        (with_this > before).then_some(before)
    }

    /// A tenancy from one of the years before. None of these leases is renewed in or just after the
    /// year of the totals, so that its applications are the ones the totals count.
    fn earlier_period(&self, random: &mut Random) -> Period {
        let year = *random.pick(&[2001, 2002, 2004, 2005, 2007, 2008]);
        let month = i8::try_from(random.between(2, 7)).expect("a month");
        let from = Date::constant(year, month, i8::try_from(random.between(1, 28)).expect("a day"));
        self.period(from, None)
    }

    fn allocated_period(&self, random: &mut Random, position: usize) -> Period {
        let new_year = Date::constant(self.as_of.year(), 1, 1);
        let from_before = position < self.totals.allocated_from_before;
        let (received, decided) = if from_before {
            (add_days(new_year, -random.between(5, 120)), add_days(new_year, random.between(5, 60)))
        } else {
            let received = add_days(new_year, random.between(2, 240));
            (received, add_days(received, random.between(10, 60)))
        };
        let from = add_days(decided, random.between(10, 50));
        self.period(from, Some(Applied { received, decided }))
    }

    fn period(&self, from: Date, applied: Option<Applied>) -> Period {
        let (kind, terms) = if self.totals.care {
            (LeaseKind::OpenEnded, vec![(from, None)])
        } else {
            (LeaseKind::FixedTerm, three_year_terms(from, self.as_of))
        };
        Period { kind, terms, moved_out: None, notice: None, applied }
    }

    fn applicants(&self, households: &mut Households, applicants: &mut Vec<Applicant>) {
        let totals = self.totals;
        let groups = [
            (totals.waiting, Some(ApplicationStatus::WaitingForHome), true),
            (totals.refused, Some(ApplicationStatus::Refused), true),
            (totals.undecided, None, true),
            (totals.undecided_from_before, None, false),
        ];
        for (count, outcome, this_year) in groups {
            for _ in 0..count {
                let mut random = Random::stream(SEED, Subject::OpenApplication, applicants.len());
                applicants.push(self.applicant(&mut random, households, outcome, this_year));
            }
        }
    }

    fn applicant(
        &self,
        random: &mut Random,
        households: &mut Households,
        outcome: Option<ApplicationStatus>,
        this_year: bool,
    ) -> Applicant {
        let new_year = Date::constant(self.as_of.year(), 1, 1);
        let received = add_days(new_year, if this_year { random.between(3, 300) } else { -random.between(3, 180) });
        let decided = outcome.map(|_| add_days(received, random.between(10, 60)));
        let care = self.totals.care;
        let wanted = Wanted { on: received, until: None, care, rooms: None, today: self.as_of };
        let household = households.make(random, &wanted);
        let kind = if care { ApplicationKind::CareHome } else { ApplicationKind::New };
        let filing = Filing { household: &household, kind, received, decided, homeless: random.chance(200) };
        let application = match decided.zip(outcome) {
            Some((day, outcome)) => filing.decided(random, day, outcome),
            None => {
                let status = random.weighted(tables::UNDECIDED);
                filing.undecided(random, add_days(received, 14), status)
            }
        };
        Applicant { household, application }
    }
}

/// Leases of three years, one after another, up to the one that runs on a day.
fn three_year_terms(from: Date, on: Date) -> Vec<(Date, Option<Date>)> {
    let mut terms = Vec::new();
    let mut begins = from;
    while begins <= on {
        let next = add_months(begins, 36);
        terms.push((begins, Some(add_days(next, -1))));
        begins = next;
    }
    terms
}

#[cfg(test)]
mod tests;
