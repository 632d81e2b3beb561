//! Fills a home's years with people: tenancies one after another, with what led to them and what
//! came of them.

use housing::Date;
use housing::applications::{ApplicationKind, ApplicationStatus};
use housing::dwellings::{Disposal, DwellingFacts, DwellingStatus};
use housing::money::Ore;
use housing::tenancies::{MoveOutReason, TenancyFacts};

use crate::applications::{Filing, usual_rooms};
use crate::arrears::{Ledger, Stay};
use crate::history::{ApplicationHistory, DwellingHistory, Household, InvoiceHistory, Lease, TenancyHistory};
use crate::households::{Households, Wanted};
use crate::pace::Pace;
use crate::parameters::Parameters;
use crate::people::Half;
use crate::random::Random;
use crate::timeline::{Applied, Letting, Period, Timeline};
use housing::calendar::{add_days, add_months, days_between};

/// Lets homes; keeps what must not repeat from home to home.
#[derive(Debug)]
pub struct Lettings<'a> {
    pub parameters: &'a Parameters,
    pub today: Date,
    households: Households<'a>,
    ledger: Ledger<'a>,
    pace_care: Pace,
    pace_elsewhere: Pace,
}

impl<'a> Lettings<'a> {
    pub fn new(parameters: &'a Parameters, today: Date) -> Self {
        Self {
            parameters,
            today,
            households: Households::new(parameters, Half::Tenants),
            ledger: Ledger::new(parameters, today),
            pace_care: Pace::new(parameters.turnover_care),
            pace_elsewhere: Pace::new(parameters.turnover_ordinary),
        }
    }

    /// A home's whole history.
    pub fn history(&mut self, random: &mut Random, home: DwellingFacts) -> DwellingHistory {
        let care = home.category.is_care_home();
        let pace = if care { &mut self.pace_care } else { &mut self.pace_elsewhere };
        let letting = Letting {
            pace: pace.per_mille(),
            parameters: self.parameters,
            today: self.today,
            category: home.category,
            sublet: home.disposal == Some(Disposal::RentedIn),
        };
        let begins = self.parameters.history_begins(self.today);
        let finished = home.built_year.map(|year| Date::constant(year, 8, 1));
        let (mut from, mut known_until) = match finished {
            Some(finished) if finished > begins => (add_days(finished, random.between(10, 60)), finished),
            Some(_) | None => {
                let most = finished.map_or(i32::MAX, |finished| days_between(finished, begins) / 31);
                let months = letting.months_already(random, most);
                let from = add_days(add_months(begins, -months), -random.between(0, 27));
                (from.max(finished.unwrap_or(from)), begins)
            }
        };
        let mut timeline = Timeline::default();
        while from <= self.today {
            let period = letting.period(random, from, known_until);
            let empty_from = period.moved_out.map(|(day, _)| day);
            timeline.let_for(period);
            let Some(empty_from) = empty_from else { break };
            from = timeline.stand_empty(random, &letting, empty_from);
            known_until = from;
        }
        let moves = timeline.periods.iter().filter_map(|period| period.moved_out);
        pace.count(self.parameters.history_years, moves.filter(|(day, _)| *day > begins).count());
        let mut history = self.inhabited(random, home, timeline);
        self.wish_to_move(random, &mut history);
        history
    }

    /// Some of those who live too crowded or too spaciously have been granted another home and wait for it.
    fn wish_to_move(&self, random: &mut Random, home: &mut DwellingHistory) {
        let (Some(rooms), Some(tenancy)) = (home.facts.rooms, home.tenancies.last_mut()) else { return };
        let stays = tenancy.facts.moved_out.is_none() && tenancy.notice.is_none();
        let need = usual_rooms(tenancy.household.size_on(self.today));
        let misfits = rooms.0 < need || rooms.0 > need + 1;
        let decided = add_days(self.today, -random.between(10, 90));
        let received = add_days(decided, -random.between(14, 40));
        let lived_there = tenancy.facts.from.is_none_or(|from| from < received);
        let wishes = stays && misfits && lived_there && !home.facts.category.is_care_home();
        if wishes && random.chance(self.parameters.exchange_share) {
            let kind = ApplicationKind::Exchange;
            let filing =
                Filing { household: &tenancy.household, kind, received, decided: Some(decided), homeless: false };
            let granted = filing.decided(random, decided, ApplicationStatus::WaitingForHome);
            tenancy.applications.push(granted);
        }
    }

    /// People for each period.
    pub fn inhabited(&mut self, random: &mut Random, home: DwellingFacts, timeline: Timeline) -> DwellingHistory {
        let rents = self.rents(&home, timeline.periods.first().map(Period::from));
        let tenancies =
            timeline.periods.into_iter().map(|period| self.tenancy(random, &home, &rents, period)).collect();
        let mut statuses = timeline.statuses;
        statuses.retain(|(day, _)| *day <= self.today);
        let (since, status) = statuses.last().copied().unwrap_or((add_months(self.today, -12), DwellingStatus::Vacant));
        if statuses.is_empty() {
            statuses.push((since, status));
        }
        let facts = DwellingFacts { status, status_since: Some(since), ..home };
        DwellingHistory { facts, statuses, rents, tenancies }
    }

    /// Today's rent and what it was in each earlier year, rounded to whole kroner.
    fn rents(&self, home: &DwellingFacts, from: Option<Date>) -> Vec<(Date, Ore)> {
        let Some(mut rent) = home.rent else { return Vec::new() };
        let from = from.unwrap_or_else(|| add_months(self.today, -12));
        let rise = 1000 + i64::from(self.parameters.rent_rise);
        let mut rents = Vec::new();
        for year in (from.year()..=self.today.year()).rev() {
            rents.push((Date::constant(year, 1, 1).max(from), rent));
            rent = Ore(rent.0 * 1000 / rise / 100 * 100);
        }
        rents.reverse();
        rents
    }

    fn tenancy(
        &mut self,
        random: &mut Random,
        home: &DwellingFacts,
        rents: &[(Date, Ore)],
        period: Period,
    ) -> TenancyHistory {
        let from = period.from();
        let moved_out = period.moved_out.map(|(day, _)| day);
        let rooms = home.rooms.map(|rooms| rooms.0);
        let care = home.category.is_care_home();
        let wanted = Wanted { on: from, until: moved_out, care, rooms, today: self.today };
        let household = self.households.make(random, &wanted);
        let leases = self.leases(random, &household, care, &period);
        let rent = rents.iter().rev().find(|(day, _)| *day <= from).or(rents.first()).map(|(_, rent)| *rent);
        let (_, lease_until) = *period.terms.last().expect("a period has at least one term");
        let facts = TenancyFacts {
            tenant: household.main().clone(),
            from: Some(from),
            lease_until,
            kind: period.kind,
            moved_out,
            move_out_reason: period.moved_out.map(|(_, reason)| reason),
            rent,
            note: None,
        };
        let invoices = self.invoices(random, home, &facts);
        let applications = refused_renewal(random, &household, &period).into_iter().collect();
        TenancyHistory { facts, notice: period.notice, household, leases, applications, invoices }
    }

    fn leases(&self, random: &mut Random, household: &Household, care: bool, period: &Period) -> Vec<Lease> {
        let kind = if care { ApplicationKind::CareHome } else { ApplicationKind::New };
        let mut leases = Vec::new();
        for (number, &(from, until)) in period.terms.iter().enumerate() {
            let first = number == 0;
            let known = if first { period.applied } else { None };
            let applied = known.unwrap_or_else(|| self.applied(random, from, first));
            let filing = Filing {
                household,
                kind: if first { kind } else { ApplicationKind::Renewal },
                received: applied.received,
                decided: Some(applied.decided),
                homeless: random.chance(250),
            };
            leases.push(Lease { from, until, granted: filing.housed(random, applied.decided, from) });
        }
        leases
    }

    /// When somebody applied for a lease that began on a day: the first, or a renewal.
    fn applied(&self, random: &mut Random, from: Date, first: bool) -> Applied {
        let wait = if first { random.days_around(self.parameters.days_to_move_in) } else { random.between(5, 60) };
        let decided = add_days(from, -wait);
        Applied { received: add_days(decided, -random.days_around(self.parameters.processing_days)), decided }
    }

    fn invoices(&mut self, random: &mut Random, home: &DwellingFacts, tenancy: &TenancyFacts) -> Vec<InvoiceHistory> {
        let (Some(rent), Some(from)) = (home.rent, tenancy.from) else { return Vec::new() };
        let until = tenancy.moved_out.unwrap_or(self.today);
        let stay = Stay { tenant: &tenancy.tenant, home, rent, from, until };
        match tenancy.move_out_reason {
            None => self.ledger.of_tenant(random, &stay),
            Some(MoveOutReason::Evicted) => self.ledger.of_evicted(random, &stay),
            Some(
                MoveOutReason::Bought
                | MoveOutReason::BoughtMunicipal
                | MoveOutReason::RentsPrivately
                | MoveOutReason::Exchanged
                | MoveOutReason::CareOrInstitution
                | MoveOutReason::LeftMunicipality
                | MoveOutReason::MovedInWithOthers
                | MoveOutReason::NotRenewed
                | MoveOutReason::Prison
                | MoveOutReason::Died
                | MoveOutReason::Unknown,
            ) => Vec::new(),
        }
    }
}

/// Who was not renewed had asked for it, and was refused.
fn refused_renewal(random: &mut Random, household: &Household, period: &Period) -> Option<ApplicationHistory> {
    let (moved_out, reason) = period.moved_out?;
    if reason != MoveOutReason::NotRenewed {
        return None;
    }
    let decided = add_days(moved_out, -random.between(20, 60)).max(period.from());
    let received = add_days(decided, -random.between(10, 40)).max(period.from());
    let filing =
        Filing { household, kind: ApplicationKind::Renewal, received, decided: Some(decided), homeless: false };
    Some(filing.decided(random, decided, ApplicationStatus::Refused))
}
