//! Made-up municipalities for demonstrations, tests and measurements, and replicas whose
//! totals are a real municipality's.
//!
//! Everybody and every place is invented, and every identity number is synthetic. The same profile,
//! seed and day give the same facts, byte for byte: no clock, no input or output, and chance from our
//! own generator ([`random`]). Homes and applications are made one at a time as they are asked for,
//! so that 110 000 homes need no more memory than one.
//!
//! What the numbers follow, and where each comes from, stands in `parameters.toml`. Moves from one
//! municipal home to another are left out: a home's history is made without looking at the others. Some tenants wait
//! for such a move.
//!
//! ```
//! let today = housing::Date::constant(2026, 3, 1);
//! let municipality = demo::municipality(demo::Profile::Small, 1, today);
//! assert_eq!(municipality.dwellings().count(), 330);
//! ```

mod applications;
mod arrears;
mod history;
mod households;
mod inflow;
mod letting;
mod names;
mod pace;
mod parameters;
mod people;
mod places;
mod quota;
mod random;
pub mod replica;
mod stock;
mod tables;
#[cfg(test)]
mod tests;
mod timeline;

pub use history::{
    Applicant, ApplicationHistory, DwellingHistory, Household, InvoiceHistory, Lease, Member, Notice, TenancyHistory,
};
pub use parameters::{Parameter, Parameters, Profile, Status};
pub use places::AREAS;

use housing::Date;

use letting::Lettings;
use random::{Random, Subject};
use stock::Stock;

/// A municipality that can be made again and again from its seed.
#[derive(Clone, Debug)]
pub struct Municipality {
    pub name: &'static str,
    /// The day its facts stand as of.
    pub today: Date,
    /// What its numbers follow.
    pub parameters: Parameters,
    seed: u64,
}

/// A municipality of this size, as it stands on a day. Two seeds give two different ones.
pub fn municipality(profile: Profile, seed: u64, today: Date) -> Municipality {
    let name = match profile {
        Profile::Small => "Ytre Skoddevåg",
        Profile::Medium => "Lyngbråten",
        Profile::Large => "Storlandet",
    };
    Municipality { name, today, parameters: Parameters::of(profile), seed }
}

impl Municipality {
    /// Every home with its tenants, rent and arrears through the years, building by building.
    pub fn dwellings(&self) -> impl Iterator<Item = DwellingHistory> + '_ {
        let homes = self.parameters.dwellings as usize;
        let stock = Stock::new(self.seed, self.name, self.today, &self.parameters, homes, 0);
        let mut lettings = Lettings::new(&self.parameters, self.today);
        stock.enumerate().map(move |(index, home)| {
            let mut random = Random::stream(self.seed, Subject::Tenancies, index);
            lettings.history(&mut random, home)
        })
    }

    /// Every application that gave no home, or not yet: first the open ones, then those of past years
    /// that were refused or withdrawn. The granted ones behind each lease come with the home.
    pub fn applications(&self) -> impl Iterator<Item = Applicant> + '_ {
        inflow::applicants(self.seed, self.today, &self.parameters)
    }
}
