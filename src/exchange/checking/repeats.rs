//! The same home, person or invoice twice in a sheet is one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use housing::address::DwellingNumber;
use housing::identity::IdentityNumber;
use housing::money::Ore;
use housing::people::PersonFacts;

use super::{DwellingRow, Record};
use crate::exchange::fields::Field;
use crate::exchange::problem::Problem;

/// How a row stands to the rows before it.
pub enum Standing {
    New,
    Same {
        row: u32,
    },
    /// It is the same thing and says something else of it.
    Contradicts(Problem, Option<Field>),
}

#[derive(Default)]
pub struct Seen {
    homes: HashMap<(String, HomeMark), Home>,
    applications: HashMap<(PersonMark, housing::Date), u32>,
    invoices: HashMap<String, (u32, Ore)>,
}

/// What tells homes at an address apart.
#[derive(PartialEq, Eq, Hash)]
enum HomeMark {
    Unit(DwellingNumber),
    /// The office's own number, where there is no dwelling number.
    External(String),
    OnlyHome,
}

struct Home {
    row: u32,
    tenant: Option<PersonMark>,
    /// Rooms and floor area: two homes at one address without numbers seldom have both alike.
    size: (Option<u8>, Option<u32>),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum PersonMark {
    Identity(IdentityNumber),
    Name(String, Option<housing::Date>),
}

impl Seen {
    pub fn standing(&mut self, record: &Record, row: u32) -> Standing {
        match record {
            Record::Dwelling(home) => self.home(home, row),
            Record::Application(application) => {
                let key = (person_mark(&application.applicant), application.received);
                remember(&mut self.applications, key, row)
            }
            Record::Invoice(invoice) => match self.invoices.entry(invoice.number.clone()) {
                Entry::Vacant(place) => {
                    place.insert((row, invoice.outstanding));
                    Standing::New
                }
                Entry::Occupied(first) if first.get().1 == invoice.outstanding => Standing::Same { row: first.get().0 },
                Entry::Occupied(first) => {
                    Standing::Contradicts(Problem::OtherInvoice { row: first.get().0 }, Some(Field::InvoiceNumber))
                }
            },
        }
    }

    fn home(&mut self, home: &DwellingRow, row: u32) -> Standing {
        let facts = &home.dwelling;
        let mark = match (&facts.unit, &facts.external_number) {
            (Some(unit), _) => HomeMark::Unit(unit.clone()),
            (None, Some(number)) => HomeMark::External(number.clone()),
            (None, None) => HomeMark::OnlyHome,
        };
        let numbered = mark != HomeMark::OnlyHome;
        let tenant = home.tenancy.as_ref().map(|tenancy| person_mark(&tenancy.tenant));
        let size = (facts.rooms.map(|rooms| rooms.0), facts.floor_area.map(|area| area.0));
        match self.homes.entry((facts.address.key(), mark)) {
            Entry::Vacant(place) => {
                place.insert(Home { row, tenant, size });
                Standing::New
            }
            Entry::Occupied(first) => {
                let first = first.get();
                let row = first.row;
                let other_tenant = tenant.is_some() && first.tenant.is_some() && tenant != first.tenant;
                if !numbered && (first.size != size || first.tenant != tenant) {
                    Standing::Contradicts(Problem::HomesNotToldApart { row }, Some(Field::Address))
                } else if other_tenant {
                    Standing::Contradicts(Problem::OtherTenant { row }, Some(Field::Name))
                } else {
                    Standing::Same { row }
                }
            }
        }
    }
}

fn remember<K: Eq + std::hash::Hash>(seen: &mut HashMap<K, u32>, key: K, row: u32) -> Standing {
    match seen.entry(key) {
        Entry::Vacant(place) => {
            place.insert(row);
            Standing::New
        }
        Entry::Occupied(first) => Standing::Same { row: *first.get() },
    }
}

fn person_mark(person: &PersonFacts) -> PersonMark {
    match &person.identity {
        Some(number) => PersonMark::Identity(number.clone()),
        None => PersonMark::Name(person.name.key(), person.born),
    }
}
