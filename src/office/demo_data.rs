//! Filling an empty register with a made-up municipality: everybody in it is invented.

mod cases;
mod decisions;
mod desk;
mod needs;
mod offers;
mod papers;

pub use cases::{UNITS, spread};

use self::desk::Desk;
use super::letters::{self, LetterSettings};
use super::{About, Actor, Office, OfficeError, accounts, cases as office_cases, new_id, people, rule_sets};
use crate::access::{Action, Role, Thing};
use crate::secrets::Secrets;
use crate::store::applications::Application;
use crate::store::arrears::Invoice;
use crate::store::households::Member;
use crate::store::journal;
use crate::store::tenancies::Tenancy;
use crate::store::{
    StoreError, Tx, applications as store_applications, arrears, dwellings, households as store_households,
    people as store_people, tenancies,
};
use demo::{Applicant, ApplicationHistory, DwellingHistory, InvoiceHistory, TenancyHistory};
use housing::Date;
use housing::people::{Protection, RoomNorms};
use std::collections::HashMap;

/// The password of every demo officer.
pub const PASSWORD: &str = "fjord-fjell-foss";

/// The demo officers: login, name, role, and whether they belong to the group that sees protected ties.
pub const OFFICERS: &[(&str, &str, Role, bool)] = &[
    ("saksbehandler", "Sara Behandler", Role::Caseworker, false),
    ("kollega", "Kolbjørn Kollega", Role::Caseworker, false),
    ("skjermet", "Skjalg Skjermet", Role::Caseworker, true),
    ("oppfolger", "Oddny Følger", Role::FollowUpWorker, false),
    ("tildeling", "Tilla Tildeler", Role::AllocationMember, false),
    ("leder", "Leidulf Leder", Role::Leader, false),
    ("forvalter", "Frode Forvalter", Role::PropertyManager, false),
    ("revisor", "Ragna Revisor", Role::Auditor, false),
    ("administrator", "Asta Administrator", Role::Administrator, false),
];

/// Makes the demo officers, all with [`PASSWORD`], their units, and how letters say the office is reached.
///
/// # Errors
/// When the actor may not, or one of the logins is taken.
pub fn add_officers(office: &Office, actor: &Actor) -> Result<(), OfficeError> {
    for (login, name, role, sees_protected) in OFFICERS {
        let new = accounts::NewOfficer {
            login: (*login).to_owned(),
            name: (*name).to_owned(),
            role: *role,
            unit: None,
            sees_protected: *sees_protected,
        };
        accounts::open_account_with(office, actor, &new, PASSWORD, false)?;
    }
    // Without a way to reach the office no letter may leave; `.example` is a name nobody can have.
    let contact = LetterSettings { email: "boligkontoret@kommunen.example".to_owned(), ..LetterSettings::default() };
    letters::save(office, actor, &contact)?;
    Ok(office.store().write(cases::add_units)?)
}

/// What the made-up office has done lately: the newest decisions with their letters and appeals, some offers, what was
/// handed in, and who is expected. Each is done by the verb an officer would use, on the day it was done; `office` is
/// back on its own day afterwards.
///
/// # Errors
/// When the demo officers are not there, or the store fails.
pub fn work_lately(office: &mut Office, actor: &Actor, today: Date) -> Result<(), OfficeError> {
    actor.may(Action::Change, Thing::Import)?;
    let desk = office.store().read(Desk::read)?;
    let clock = office.clock;
    let done = decisions::decide(office, &desk, today)
        .and_then(|()| offers::offer(office, &desk, today))
        .and_then(|()| papers::bring(office, &desk, today));
    office.clock = clock;
    done
}

/// How many of each were made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    pub dwellings: usize,
    pub tenancies: usize,
    pub applications: usize,
}

/// Homes saved in one transaction.
const BATCH: usize = 2_000;

/// Fills an empty register; `progress` hears how many homes and applicants are saved so far.
///
/// # Errors
/// [`OfficeError::Stale`] when the register is not empty.
pub fn fill(
    office: &Office,
    actor: &Actor,
    mut homes: impl Iterator<Item = DwellingHistory>,
    mut applicants: impl Iterator<Item = Applicant>,
    progress: impl Fn(usize),
) -> Result<Filled, OfficeError> {
    actor.may(Action::Change, Thing::Import)?;
    if office.store().read(dwellings::any)? {
        return Err(OfficeError::Stale);
    }
    let norms = office.store().read(rule_sets::room_norms)?;
    let mut loader = Loader { serials: HashMap::new(), norms, filled: Filled::default() };
    let mut saved = 0;
    loop {
        let homes: Vec<_> = homes.by_ref().take(BATCH).collect();
        let applicants: Vec<_> = applicants.by_ref().take(BATCH).collect();
        if homes.is_empty() && applicants.is_empty() {
            office.store().refresh_statistics()?;
            return Ok(loader.filled);
        }
        loader = save_batch(office, actor, &loader, &homes, &applicants)?;
        saved += homes.len() + applicants.len();
        progress(saved);
    }
}

fn save_batch(
    office: &Office,
    actor: &Actor,
    before: &Loader,
    homes: &[DwellingHistory],
    applicants: &[Applicant],
) -> Result<Loader, OfficeError> {
    let now = office.now();
    office.store().write(|tx| {
        let mut loader = before.clone();
        for home in homes {
            loader.home(tx, office.secrets(), home)?;
        }
        for applicant in applicants {
            let known = loader.household(tx, office.secrets(), &applicant.household)?;
            loader.application(tx, &known, &applicant.application)?;
        }
        let details = serde_json::json!({"dwellings": homes.len(), "applicants": applicants.len()}).to_string();
        let about = About::thing(Thing::Import, "demo-data");
        journal::append(tx, &[super::entry(actor, now, "import", about, details)])?;
        Ok(loader)
    })
}

/// What has been saved so far, as far as the next facts need to know.
#[derive(Clone)]
struct Loader {
    /// The last application number taken in each year.
    serials: HashMap<i16, i64>,
    norms: RoomNorms,
    filled: Filled,
}

/// A household as the register knows it.
struct KnownHousehold {
    id: String,
    main: String,
    restricted: bool,
}

impl Loader {
    fn home(&mut self, tx: &mut Tx<'_>, secrets: &Secrets, home: &DwellingHistory) -> Result<(), OfficeError> {
        let id = new_id();
        let mut facts = home.facts.clone();
        facts.status_since = home.statuses.last().map(|(day, _)| *day);
        let first_rent = home.rents.first().map(|(day, _)| *day);
        let known_day = first_rent.or(facts.status_since).unwrap_or(Date::constant(2000, 1, 1));
        dwellings::insert(tx, &id, &facts, known_day)?;
        for (day, status) in &home.statuses {
            dwellings::record_status(tx, &id, *day, true, *status)?;
        }
        for (day, rent) in &home.rents {
            dwellings::record_rent(tx, &id, *day, true, *rent)?;
        }
        for tenancy in &home.tenancies {
            self.tenancy(tx, secrets, &id, tenancy)?;
        }
        self.filled.dwellings += 1;
        Ok(())
    }

    fn tenancy(
        &mut self,
        tx: &mut Tx<'_>,
        secrets: &Secrets,
        dwelling: &str,
        history: &TenancyHistory,
    ) -> Result<(), OfficeError> {
        let household = self.household(tx, secrets, &history.household)?;
        let facts = &history.facts;
        let tenancy = Tenancy {
            id: new_id(),
            dwelling: dwelling.to_owned(),
            household: household.id.clone(),
            tenant: household.main.clone(),
            from: facts.from,
            lease_until: facts.lease_until,
            kind: facts.kind,
            moved_out: facts.moved_out.or(history.notice.map(|notice| notice.leaves)),
            move_out_reason: facts.move_out_reason,
            rent: facts.rent,
            restricted: household.restricted,
            note: facts.note.clone(),
            version: 1,
        };
        tenancies::insert(tx, &tenancy)?;
        for lease in &history.leases {
            self.application(tx, &household, &lease.granted)?;
        }
        for application in &history.applications {
            self.application(tx, &household, application)?;
        }
        for invoice in &history.invoices {
            save_invoice(tx, &household.main, dwelling, invoice)?;
        }
        self.filled.tenancies += 1;
        Ok(())
    }

    fn household(
        &mut self,
        tx: &mut Tx<'_>,
        secrets: &Secrets,
        household: &demo::Household,
    ) -> Result<KnownHousehold, OfficeError> {
        let levels = household.members.iter().map(|member| member.person.protection);
        let restricted = Protection::of_household(levels).hides_home();
        let mut known: Option<KnownHousehold> = None;
        for member in &household.members {
            let person = match people::same_identity(tx, secrets, &member.person)? {
                Some(person) => person,
                None => people::insert(tx, secrets, &member.person)?,
            };
            let id = match &known {
                Some(household) => household.id.clone(),
                None => {
                    let row = store_households::Household { id: new_id(), size: None, restricted, version: 1 };
                    store_households::insert(tx, &row)?;
                    known = Some(KnownHousehold { id: row.id.clone(), main: person.id.clone(), restricted });
                    row.id
                }
            };
            // Ours is the first day they no longer belong to it; theirs the last day they do.
            let until = member.until.map(|last| last.tomorrow().unwrap_or(last));
            let row = Member { household: id, person: person.id, role: member.role, from: member.from, until };
            store_households::save_member(tx, &row)?;
        }
        if let Some(household) = known.as_ref().filter(|household| household.restricted) {
            store_people::mark_members(tx, &household.id)?;
        }
        known.ok_or(OfficeError::Store(StoreError::Corrupt { what: "household", found: "nobody in it".to_owned() }))
    }

    fn application(
        &mut self,
        tx: &mut Tx<'_>,
        household: &KnownHousehold,
        history: &ApplicationHistory,
    ) -> Result<(), OfficeError> {
        let facts = &history.facts;
        let year = facts.received.year();
        let serial = self.serials.entry(year).or_insert(0);
        *serial += 1;
        let application = Application {
            id: new_id(),
            year,
            serial: *serial,
            applicant: household.main.clone(),
            household: household.id.clone(),
            kind: facts.kind,
            received: facts.received,
            size: facts.size,
            situation: facts.situation,
            target_groups: facts.target_groups.clone(),
            rooms: facts.rooms,
            room_need: self.norms.room_need(facts.size, facts.received),
            wished_area: facts.wished_area.clone(),
            wheelchair: facts.wheelchair,
            income: facts.income,
            status: facts.status,
            decided: facts.decided,
            officer: facts.officer.clone(),
            restricted: household.restricted,
            note: facts.note.clone(),
            version: 1,
        };
        store_applications::insert(tx, &application, &history.steps)?;
        office_cases::open(tx, &application, &office_cases::request_of(&application), &office_cases::Staff::default())?;
        self.filled.applications += 1;
        Ok(())
    }
}

fn save_invoice(tx: &mut Tx<'_>, debtor: &str, dwelling: &str, history: &InvoiceHistory) -> Result<(), StoreError> {
    let facts = &history.facts;
    let known_day = facts.due.or(history.steps.first().map(|(day, _)| *day)).unwrap_or(Date::constant(2000, 1, 1));
    let invoice = Invoice {
        id: new_id(),
        number: facts.number.clone(),
        debtor: debtor.to_owned(),
        dwelling: Some(dwelling.to_owned()),
        due: facts.due,
        amount: facts.amount,
        outstanding: facts.outstanding,
        step: facts.step,
        version: 1,
    };
    arrears::insert(tx, &invoice, known_day)
}
