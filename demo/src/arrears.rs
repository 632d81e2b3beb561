//! Unpaid rent: invoices that are open today, and how far each has come towards collection.

use housing::Date;
use housing::arrears::{CollectionStep, InvoiceFacts};
use housing::dwellings::DwellingFacts;
use housing::money::Ore;
use housing::people::{PersonFacts, Protection};

use crate::history::InvoiceHistory;
use crate::parameters::Parameters;
use crate::random::Random;
use crate::tables;
use housing::calendar::{add_days, add_months, days_between};

/// Rent falls due on the 20th.
const DUE_DAY: i8 = 20;

/// Days after the due date when each step is taken.
const STEPS: [(CollectionStep, i32); 4] = [
    (CollectionStep::NotReminded, 0),
    (CollectionStep::FirstReminder, 16),
    (CollectionStep::SecondReminder, 34),
    (CollectionStep::Collection, 60),
];

/// Makes invoices, numbered in the order they are made.
#[derive(Debug)]
pub struct Ledger<'a> {
    parameters: &'a Parameters,
    today: Date,
    last_number: u32,
}

/// A household's time in a home, which it owes rent for.
#[derive(Clone, Copy, Debug)]
pub struct Stay<'a> {
    pub tenant: &'a PersonFacts,
    pub home: &'a DwellingFacts,
    pub rent: Ore,
    pub from: Date,
    /// The last day rent ran: the day they moved out, or today.
    pub until: Date,
}

impl<'a> Ledger<'a> {
    pub fn new(parameters: &'a Parameters, today: Date) -> Self {
        Self { parameters, today, last_number: 0 }
    }

    /// The open invoices of a household that lives there now.
    pub fn of_tenant(&mut self, random: &mut Random, stay: &Stay) -> Vec<InvoiceHistory> {
        if random.chance(self.parameters.arrears_share) {
            let months = random.weighted(tables::UNPAID_MONTHS);
            return self.unpaid(random, stay, months);
        }
        if random.chance(self.parameters.credit_share) {
            return vec![self.credit(random, stay)];
        }
        // A few are late with the newest invoice only.
        if random.chance(50) { self.unpaid(random, stay, 1) } else { Vec::new() }
    }

    /// What a household still owes when it is put out for unpaid rent.
    pub fn of_evicted(&mut self, random: &mut Random, stay: &Stay) -> Vec<InvoiceHistory> {
        let months = random.between(3, 6);
        self.unpaid(random, stay, months)
    }

    /// The newest so many months of rent, oldest first; the oldest is often paid in part.
    fn unpaid(&mut self, random: &mut Random, stay: &Stay, months: i32) -> Vec<InvoiceHistory> {
        let newest = last_due(stay.until);
        (0..months)
            .rev()
            .map(|back| add_months(newest, -back))
            .filter(|due| *due >= stay.from)
            .enumerate()
            .map(|(position, due)| {
                let part_paid = position == 0 && random.chance(300);
                let outstanding =
                    if part_paid { Ore(stay.rent.0 * i64::from(random.between(15, 95)) / 100) } else { stay.rent };
                self.invoice(stay, due, stay.rent, outstanding)
            })
            .collect()
    }

    fn credit(&mut self, random: &mut Random, stay: &Stay) -> InvoiceHistory {
        let amount = -Ore::kroner(50 * i64::from(random.between(2, 90)));
        let mut credit = self.invoice(stay, last_due(stay.until), amount, amount);
        credit.facts.step = None;
        credit.steps.clear();
        credit
    }

    fn invoice(&mut self, stay: &Stay, due: Date, amount: Ore, outstanding: Ore) -> InvoiceHistory {
        self.last_number += 1;
        let age = days_between(due, self.today);
        let steps: Vec<(Date, CollectionStep)> =
            STEPS.iter().filter(|(_, days)| *days <= age).map(|(step, days)| (add_days(due, *days), *step)).collect();
        // The finance department is never told where a protected person lives.
        let open = stay.tenant.protection == Protection::Ungraded;
        InvoiceHistory {
            facts: InvoiceFacts {
                debtor: stay.tenant.clone(),
                address: open.then(|| stay.home.address.clone()),
                unit: if open { stay.home.unit.clone() } else { None },
                number: format!("F{:07}", self.last_number),
                due: Some(due),
                amount: Some(amount),
                outstanding,
                step: steps.last().map(|(_, step)| *step),
            },
            steps,
        }
    }
}

/// The newest due day up to a day.
fn last_due(until: Date) -> Date {
    let this_month = Date::constant(until.year(), until.month(), DUE_DAY);
    if this_month <= until { this_month } else { add_months(this_month, -1) }
}
