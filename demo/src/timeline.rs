//! When a home is let, on which leases, and when it stands empty: the bare periods, before anybody
//! moves into them.

use housing::Date;
use housing::dwellings::{Category, DwellingStatus};
use housing::tenancies::{LeaseKind, MoveOutReason};

use crate::history::Notice;
use crate::parameters::Parameters;
use crate::random::Random;
use crate::tables;
use housing::calendar::{add_days, add_months};

/// One tenancy's dates.
#[derive(Clone, Debug)]
pub struct Period {
    pub kind: LeaseKind,
    /// First and last day of each lease; `None` is open-ended. The last may have run out while the
    /// household still lives there.
    pub terms: Vec<(Date, Option<Date>)>,
    /// The first day nobody lives there, when it has come.
    pub moved_out: Option<(Date, MoveOutReason)>,
    pub notice: Option<Notice>,
    /// When the household applied, where that is given; otherwise it is made up to fit.
    pub applied: Option<Applied>,
}

/// When a granted application came in and was decided.
#[derive(Clone, Copy, Debug)]
pub struct Applied {
    pub received: Date,
    pub decided: Date,
}

impl Period {
    pub fn from(&self) -> Date {
        self.terms[0].0
    }
}

/// The rules one home's periods follow.
#[derive(Clone, Copy, Debug)]
pub struct Letting<'a> {
    pub parameters: &'a Parameters,
    pub today: Date,
    pub category: Category,
    /// Whether the home is rented in and let on.
    pub sublet: bool,
    /// How often these tenants move, in ‰ of the parameters.
    pub pace: u32,
}

/// How long ahead somebody gives notice.
const NOTICE_MONTHS: i32 = 3;

/// The longest a tenancy may already have lasted when the history begins.
const OLDEST_MONTHS: i32 = 180;

impl Letting<'_> {
    /// A tenancy that begins on a day and is known to last at least until another.
    pub fn period(&self, random: &mut Random, from: Date, at_least_until: Date) -> Period {
        let kind = self.lease_kind(random);
        let term_years = i32::try_from(self.parameters.lease_years).expect("a lease of a few years");
        match kind {
            LeaseKind::OpenEnded => self.open_ended(random, from, at_least_until),
            LeaseKind::FixedTerm | LeaseKind::Sublet | LeaseKind::RentToOwn | LeaseKind::Special => {
                self.fixed_term(random, kind, 12 * term_years, from, at_least_until)
            }
            LeaseKind::Temporary => self.fixed_term(random, kind, 3, from, at_least_until),
            LeaseKind::Clarification => self.fixed_term(random, kind, 12, from, at_least_until),
        }
    }

    fn is_care(&self) -> bool {
        self.category.is_care_home()
    }

    fn lease_kind(&self, random: &mut Random) -> LeaseKind {
        match self.category {
            Category::CareHome | Category::PensionersHome => LeaseKind::OpenEnded,
            Category::EmergencyHome => LeaseKind::Temporary,
            Category::ClarificationHome => LeaseKind::Clarification,
            Category::StaffHome => LeaseKind::Special,
            Category::Ordinary
            | Category::SharedHousing
            | Category::RefugeeHome
            | Category::SmallHouse
            | Category::TransitionHome => {
                if random.chance(self.parameters.open_ended_share) {
                    LeaseKind::OpenEnded
                } else if self.sublet {
                    LeaseKind::Sublet
                } else if random.chance(15) {
                    LeaseKind::RentToOwn
                } else {
                    LeaseKind::FixedTerm
                }
            }
        }
    }

    fn open_ended(&self, random: &mut Random, from: Date, at_least_until: Date) -> Period {
        let turnover = if self.is_care() { self.parameters.turnover_care } else { self.parameters.turnover_ordinary };
        let exit = self.leaves(random, yearly_of_let(turnover), from, self.horizon(), at_least_until);
        let reasons = if self.is_care() { tables::REASONS_CARE } else { tables::REASONS_MID_LEASE };
        self.ended(random, LeaseKind::OpenEnded, vec![(from, None)], exit, reasons)
    }

    /// One term after another: some leave before a term is out, some are not renewed, some stay on
    /// without a new lease.
    fn fixed_term(
        &self,
        random: &mut Random,
        kind: LeaseKind,
        months: i32,
        from: Date,
        at_least_until: Date,
    ) -> Period {
        let mut terms = Vec::new();
        let mut begins = from;
        loop {
            let ends = add_days(add_months(begins, months), -1);
            terms.push((begins, Some(ends)));
            let last_month = add_days(ends, -31).min(self.horizon());
            let exit = self.leaves(random, self.parameters.mid_lease_exit, begins, last_month, at_least_until);
            if exit.is_some() || ends >= self.today {
                return self.ended(random, kind, terms, exit, tables::REASONS_MID_LEASE);
            }
            let renewed = ends <= at_least_until || random.chance(self.parameters.renewed_share);
            let recent = ends > add_months(self.today, -12);
            if renewed && recent && random.chance(self.parameters.overdue_lease_share) {
                return self.ended(random, kind, terms, None, tables::REASONS_AT_LEASE_END);
            }
            if !renewed {
                return self.ended(random, kind, terms, Some(add_days(ends, 1)), tables::REASONS_AT_LEASE_END);
            }
            begins = add_days(ends, 1);
        }
    }

    /// The last day we make anything up for: notice may be given today and end in three months.
    fn horizon(&self) -> Date {
        add_months(self.today, NOTICE_MONTHS)
    }

    /// The day of a move between two days, with so many of a thousand leaving in a year.
    fn leaves(&self, random: &mut Random, yearly: u32, from: Date, until: Date, at_least_until: Date) -> Option<Date> {
        let mut month = from.max(at_least_until);
        while month < until {
            if random.below(12_000_000) < yearly as usize * self.pace as usize {
                let day = add_days(month, random.between(1, 28));
                return (day <= until).then_some(day);
            }
            month = add_months(month, 1);
        }
        None
    }

    fn ended(
        &self,
        random: &mut Random,
        kind: LeaseKind,
        terms: Vec<(Date, Option<Date>)>,
        exit: Option<Date>,
        reasons: &[(MoveOutReason, u32)],
    ) -> Period {
        let past = exit.filter(|day| *day <= self.today);
        let notice = exit.filter(|day| *day > self.today).map(|leaves| {
            let given = add_months(leaves, -NOTICE_MONTHS).max(terms[0].0).min(self.today);
            Notice { given, leaves }
        });
        let moved_out = past.map(|day| (day, random.weighted(reasons)));
        Period { kind, terms, moved_out, notice, applied: None }
    }

    /// How long before the history begins the first tenancy began: the same chance of an end each
    /// month, seen backwards.
    pub fn months_already(&self, random: &mut Random, most: i32) -> i32 {
        let turnover = if self.is_care() { self.parameters.turnover_care } else { self.parameters.turnover_ordinary };
        let yearly = yearly_of_let(turnover) as usize;
        let most = most.min(OLDEST_MONTHS);
        (1..most).find(|_| random.below(12_000) < yearly).unwrap_or(most.max(1))
    }

    /// Days a home stands empty after a move, and whether it is out of use meanwhile.
    pub fn empty_days(&self, random: &mut Random) -> (i32, bool) {
        let out_of_use = random.chance(self.parameters.out_of_use_share);
        let days = random.days_around(self.parameters.vacancy_days);
        if out_of_use { (days + random.between(120, 600), true) } else { (days, false) }
    }
}

/// Turnover counts moves per home; of the homes that are let, about 96 of 100, a few more must move.
fn yearly_of_let(turnover: u32) -> u32 {
    turnover * 100 / 96
}

/// A home's periods and the statuses they give it, oldest first.
#[derive(Debug, Default)]
pub struct Timeline {
    pub statuses: Vec<(Date, DwellingStatus)>,
    pub periods: Vec<Period>,
}

impl Timeline {
    /// Adds a period.
    pub fn let_for(&mut self, period: Period) {
        self.statuses.push((period.from(), DwellingStatus::Let));
        if let Some(notice) = period.notice {
            self.statuses.push((notice.given, DwellingStatus::NoticeGiven));
        }
        if let Some((moved_out, reason)) = period.moved_out {
            let unforeseen = [MoveOutReason::Died, MoveOutReason::Evicted].contains(&reason);
            let given = add_months(moved_out, -1);
            if !unforeseen && given > period.from() {
                self.statuses.push((given, DwellingStatus::NoticeGiven));
            }
        }
        self.periods.push(period);
    }

    /// Adds the time a home stands empty after a move; says when the next household may move in.
    pub fn stand_empty(&mut self, random: &mut Random, letting: &Letting, from: Date) -> Date {
        let (days, out_of_use) = letting.empty_days(random);
        let next = add_days(from, days);
        let (first, ready_after) = if out_of_use {
            (random.weighted(tables::OUT_OF_USE), days - days.min(40))
        } else {
            (DwellingStatus::BeingPrepared, days * 2 / 5)
        };
        self.statuses.push((from, first));
        self.statuses.push((add_days(from, ready_after), DwellingStatus::Vacant));
        self.statuses.push((add_days(next, -days.min(60) / 6), DwellingStatus::Reserved));
        next
    }
}
