//! Who applies and has no home from it: those who wait, those nobody has decided on yet, and those
//! who were refused or withdrew through the years.

use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus};

use crate::applications::Filing;
use crate::history::{Applicant, ApplicationHistory, Household};
use crate::households::{Households, Wanted};
use crate::parameters::Parameters;
use crate::people::Half;
use crate::random::{Random, Subject};
use crate::tables;
use housing::calendar::{add_days, days_between};

/// What one applicant's case has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Waiting,
    Undecided,
    /// Refused, and appealed: the office looks at it again.
    Appealed,
    NotGranted,
    Withdrawn,
}

/// How many applicants there are of one standing and kind.
#[derive(Clone, Copy, Debug)]
struct Batch {
    standing: Standing,
    care: bool,
    applicants: usize,
}

/// The applicants, open applications first.
pub fn applicants(seed: u64, today: Date, parameters: &Parameters) -> impl Iterator<Item = Applicant> + '_ {
    let inflow = Inflow { today, parameters, homeless_per_mille: homeless_per_mille(parameters) };
    let mut households = Households::new(parameters, Half::Applicants);
    batches(parameters).into_iter().flat_map(|batch| (0..batch.applicants).map(move |index| (batch, index))).map(
        move |(batch, index)| {
            let subject = match batch.standing {
                Standing::Waiting | Standing::Undecided | Standing::Appealed => Subject::OpenApplication,
                Standing::NotGranted | Standing::Withdrawn => Subject::ClosedApplication,
            };
            // Each batch has its own part of the subject's streams.
            let stream = index * 8 + 2 * batch.standing as usize + usize::from(batch.care);
            let mut random = Random::stream(seed, subject, stream);
            inflow.applicant(&mut random, &mut households, batch)
        },
    )
}

/// The homeless among those whose application for an ordinary home is open.
fn homeless_per_mille(parameters: &Parameters) -> u32 {
    let homeless = u64::from(parameters.inhabitants) * u64::from(parameters.homeless) / 100_000;
    let open = u64::from((parameters.waiting + parameters.open_ordinary).max(1));
    u32::try_from((homeless * 1000 / open).min(600)).expect("at most 600")
}

/// The open applications by the parameters; and so many refused and withdrawn that they are their
/// share of all, given the homes that are let each year.
fn batches(p: &Parameters) -> Vec<Batch> {
    let count = |number: u32| number as usize;
    let mut batches = vec![
        Batch { standing: Standing::Waiting, care: false, applicants: count(p.waiting) },
        Batch { standing: Standing::Undecided, care: false, applicants: count(p.open_ordinary) },
        Batch { standing: Standing::Undecided, care: true, applicants: count(p.open_care) },
        Batch { standing: Standing::Appealed, care: false, applicants: count(p.appeals) },
    ];
    let care_homes = p.dwellings * p.care_home_share / 1000;
    let moves_in =
        [(false, (p.dwellings - care_homes) * p.turnover_ordinary / 1000), (true, care_homes * p.turnover_care / 1000)];
    for (care, yearly) in moves_in {
        let granted = yearly * p.history_years;
        let not_granted = granted * p.refused_share / (1000 - p.refused_share);
        let withdrawn = (granted + not_granted) * p.withdrawn_share / (1000 - p.withdrawn_share);
        batches.push(Batch { standing: Standing::NotGranted, care, applicants: count(not_granted) });
        batches.push(Batch { standing: Standing::Withdrawn, care, applicants: count(withdrawn) });
    }
    batches
}

struct Inflow<'a> {
    today: Date,
    parameters: &'a Parameters,
    homeless_per_mille: u32,
}

impl Inflow<'_> {
    fn applicant(&self, random: &mut Random, households: &mut Households, batch: Batch) -> Applicant {
        let (received, closed) = self.days(random, batch);
        let wanted = Wanted { on: received, until: None, care: batch.care, rooms: None, today: self.today };
        let household = households.make(random, &wanted);
        let application = self.application(random, &household, batch, received, closed);
        Applicant { household, application }
    }

    /// The day it was received, and the day it was decided, withdrawn or last moved.
    fn days(&self, random: &mut Random, batch: Batch) -> (Date, Date) {
        let handling = self.parameters.processing_days;
        let begins = self.parameters.history_begins(self.today);
        match batch.standing {
            Standing::Waiting => {
                let decided = add_days(self.today, -random.days_around(self.parameters.days_to_move_in));
                (add_days(decided, -random.days_around(handling)), decided)
            }
            Standing::Undecided => {
                // Care homes have a queue before the decision; some have lain there for over a year.
                let age = if batch.care { random.between(0, 480) } else { random.days_around(handling) };
                (add_days(self.today, -age), add_days(self.today, -age * random.between(0, 9) / 10))
            }
            Standing::Appealed => {
                let decided = add_days(self.today, -random.between(3, 50));
                (add_days(decided, -random.days_around(handling)), decided)
            }
            Standing::NotGranted | Standing::Withdrawn => {
                let closed = add_days(self.today, -random.between(0, days_between(begins, self.today)));
                (add_days(closed, -random.days_around(handling)), closed)
            }
        }
    }

    fn application(
        &self,
        random: &mut Random,
        household: &Household,
        batch: Batch,
        received: Date,
        closed: Date,
    ) -> ApplicationHistory {
        let kind = self.kind(random, batch);
        let decided = match batch.standing {
            Standing::Waiting | Standing::Appealed | Standing::NotGranted => Some(closed),
            Standing::Undecided | Standing::Withdrawn => None,
        };
        let homeless = random.chance(self.homeless_per_mille);
        let filing = Filing { household, kind, received, decided, homeless };
        match batch.standing {
            Standing::Waiting => filing.decided(random, closed, ApplicationStatus::WaitingForHome),
            Standing::Undecided => {
                let status = random.weighted(tables::UNDECIDED);
                filing.undecided(random, closed, status)
            }
            Standing::Appealed => self.appealed(random, &filing, closed),
            Standing::NotGranted => self.not_granted(random, &filing, closed),
            Standing::Withdrawn => filing.undecided(random, closed, ApplicationStatus::Withdrawn),
        }
    }

    fn kind(&self, random: &mut Random, batch: Batch) -> ApplicationKind {
        if batch.care {
            ApplicationKind::CareHome
        } else if random.chance(30) {
            ApplicationKind::HousingHelp
        } else {
            ApplicationKind::New
        }
    }

    /// Refused, and appealed within the three weeks they have.
    fn appealed(&self, random: &mut Random, filing: &Filing, refused: Date) -> ApplicationHistory {
        let mut application = filing.decided(random, refused, ApplicationStatus::Refused);
        let appealed = add_days(refused, random.between(2, 20)).min(self.today);
        application.steps.push((appealed, ApplicationStatus::Appealed));
        application.facts.status = ApplicationStatus::Appealed;
        application
    }

    /// Refused or dismissed; the refusals that were appealed long enough ago have been upheld.
    fn not_granted(&self, random: &mut Random, filing: &Filing, decided: Date) -> ApplicationHistory {
        let outcome = random.weighted(tables::NOT_GRANTED);
        let upheld = add_days(decided, random.between(40, 120));
        if outcome == ApplicationStatus::Refused && upheld <= self.today && random.chance(60) {
            let mut application = self.appealed(random, filing, decided);
            application.steps.push((upheld, ApplicationStatus::Refused));
            application.facts.status = ApplicationStatus::Refused;
            return application;
        }
        filing.decided(random, decided, outcome)
    }
}
