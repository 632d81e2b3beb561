//! Who waits, who would move, who lives where, and what is known of them. Whoever may not be tied to a home is left
//! out everywhere: nothing here knows of them.

use super::{MANY, listed};
use crate::params;
use crate::store::applications::{self, Application};
use crate::store::needs::SealedFinding;
use crate::store::protected::applicant_is_open;
use crate::store::{Row, StoreError, Tx, needs};
use housing::Date;
use housing::applications::{ApplicationStatus, Clock};
use housing::dwellings::Rooms;
use housing::people::{MemberRole, Name, TargetGroup};

/// Where a household lives in one of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Living {
    pub household: String,
    pub dwelling: String,
    pub building: String,
    pub area: Option<String>,
    pub rooms: Option<Rooms>,
}

/// A household that lives where a limit may count it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    pub household: String,
    pub dwelling: String,
    pub groups: Vec<TargetGroup>,
}

/// The statuses of those who wait for a home and have no offer: `'VEDTATT_JA', …`.
fn waits() -> String {
    let waits = |status: &&ApplicationStatus| {
        status.clock() == Some(Clock::AwaitsHome) && **status != ApplicationStatus::Offered
    };
    let codes = ApplicationStatus::ALL.iter().filter(waits).map(|status| format!("'{}'", status.code()));
    codes.collect::<Vec<_>>().join(", ")
}

/// The columns of an application in row `a`.
fn columns() -> String {
    applications::COLUMNS.split(',').map(|column| format!("a.{}", column.trim())).collect::<Vec<_>>().join(", ")
}

const NAME_AT: usize = 22;

fn with_name(row: &Row) -> Result<(Application, Name), StoreError> {
    let name = Name { family: row.get(NAME_AT)?, given: row.get(NAME_AT + 1)? };
    Ok((applications::application(row)?, name))
}

/// Everybody who is granted a home and has no offer, with the applicant's name.
///
/// # Errors
/// When the store fails.
pub fn waiting(tx: &mut Tx<'_>) -> Result<Vec<(Application, Name)>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {}, p.family, p.given FROM application a \
         JOIN person p ON p.municipality = a.municipality AND p.id = a.applicant \
         WHERE a.municipality = $1 AND a.status IN ({}) AND {} ORDER BY a.id",
        columns(),
        waits(),
        applicant_is_open("a")
    );
    tx.query(&sql, params![municipality])?.iter().map(with_name).collect()
}

/// Tenants whose lease ends within the days given and who live too crowded or too spaciously, each with the newest
/// application they have made and their name. Those whose lease ends first come first.
///
/// # Errors
/// When the store fails.
pub fn movers(tx: &mut Tx<'_>, (from, until): (Date, Date)) -> Result<Vec<(Application, Name)>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {}, p.family, p.given FROM tenancy t \
         JOIN dwelling d ON d.municipality = t.municipality AND d.id = t.dwelling \
         JOIN person p ON p.municipality = t.municipality AND p.id = t.tenant \
         JOIN application a ON a.municipality = t.municipality AND a.applicant = t.tenant \
         AND a.household = t.household AND a.received = (SELECT max(b.received) FROM application b \
         WHERE b.municipality = t.municipality AND b.applicant = t.tenant) \
         WHERE t.municipality = $1 AND t.moved_out IS NULL AND t.lease_until >= $2 AND t.lease_until <= $3 \
         AND t.restricted = 0 AND {} AND (d.rooms < a.room_need OR d.rooms > a.room_need + 1) \
         ORDER BY t.lease_until, t.id LIMIT {MANY}",
        columns(),
        applicant_is_open("a")
    );
    tx.query(&sql, params![municipality, from, until])?.iter().map(with_name).collect()
}

/// Tenants who have been asked what they want themselves, each with the newest application they have made and their
/// name. What they want is in what was found about them.
///
/// # Errors
/// When the store fails.
pub fn tenants_asked(tx: &mut Tx<'_>) -> Result<Vec<(Application, Name)>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!(
        "SELECT {}, p.family, p.given FROM tenancy t \
         JOIN person p ON p.municipality = t.municipality AND p.id = t.tenant \
         JOIN application a ON a.municipality = t.municipality AND a.applicant = t.tenant \
         AND a.household = t.household AND a.received = (SELECT max(b.received) FROM application b \
         WHERE b.municipality = t.municipality AND b.applicant = t.tenant) \
         WHERE t.municipality = $1 AND t.moved_out IS NULL AND t.restricted = 0 AND t.household IN \
         (SELECT n.household FROM need_record n WHERE n.municipality = $1 AND n.kind = 'wish') \
         AND {} ORDER BY t.id LIMIT {MANY}",
        columns(),
        applicant_is_open("a")
    );
    tx.query(&sql, params![municipality])?.iter().map(with_name).collect()
}

/// Where these households live in one of ours today and have not said they leave.
///
/// # Errors
/// When the store fails.
pub fn living(tx: &mut Tx<'_>, households: &[&str]) -> Result<Vec<Living>, StoreError> {
    let municipality = tx.municipality();
    let mut living = Vec::new();
    for ids in households.chunks(MANY) {
        let (places, values) = listed(&municipality, ids);
        let sql = format!(
            "SELECT t.household, t.dwelling, d.building, d.area, d.rooms FROM tenancy t \
             JOIN dwelling d ON d.municipality = t.municipality AND d.id = t.dwelling \
             WHERE t.municipality = $1 AND t.moved_out IS NULL AND t.restricted = 0 AND t.household IN ({places}) \
             ORDER BY t.household, t.id"
        );
        for row in tx.query(&sql, &values)? {
            living.push(Living {
                household: row.get(0)?,
                dwelling: row.get(1)?,
                building: row.get(2)?,
                area: row.get(3)?,
                rooms: row.get::<Option<u8>>(4)?.map(Rooms),
            });
        }
    }
    Ok(living)
}

/// The buildings where these households live in one of ours, or are promised a home, whoever may know of it: only for
/// keeping others away.
///
/// # Errors
/// When the store fails.
pub fn buildings_of(tx: &mut Tx<'_>, households: &[&str]) -> Result<Vec<(String, String)>, StoreError> {
    let municipality = tx.municipality();
    let mut buildings = Vec::new();
    for ids in households.chunks(MANY) {
        let (places, values) = listed(&municipality, ids);
        let sql = format!(
            "SELECT t.household, d.building FROM tenancy t \
             JOIN dwelling d ON d.municipality = t.municipality AND d.id = t.dwelling \
             WHERE t.municipality = $1 AND t.moved_out IS NULL AND t.household IN ({places}) \
             UNION SELECT p.household, d.building FROM allocation_placement p \
             JOIN dwelling d ON d.municipality = p.municipality AND d.id = p.dwelling \
             WHERE p.municipality = $1 AND p.is_open = 1 AND p.household IN ({places}) \
             UNION SELECT c.household, d.building FROM offer o \
             JOIN housing_case c ON c.municipality = o.municipality AND c.id = o.housing_case \
             JOIN dwelling d ON d.municipality = o.municipality AND d.id = o.dwelling \
             WHERE o.municipality = $1 AND o.is_open = 1 AND c.household IN ({places}) ORDER BY 1, 2"
        );
        for row in tx.query(&sql, &values)? {
            buildings.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(buildings)
}

/// Who lives in the buildings or areas of homes that can be given, with the groups of their newest application.
///
/// # Errors
/// When the store fails.
pub fn sitting(tx: &mut Tx<'_>, (column, places): (&'static str, &[&str])) -> Result<Vec<Sitting>, StoreError> {
    let municipality = tx.municipality();
    let mut sitting = Vec::new();
    for ids in places.chunks(MANY) {
        let (listed, values) = listed(&municipality, ids);
        let sql = format!(
            "SELECT t.household, t.dwelling, a.target_groups FROM dwelling d \
             JOIN tenancy t ON t.municipality = d.municipality AND t.dwelling = d.id AND t.moved_out IS NULL \
             JOIN application a ON a.municipality = t.municipality AND a.applicant = t.tenant \
             AND a.received = (SELECT max(b.received) FROM application b \
             WHERE b.municipality = t.municipality AND b.applicant = t.tenant) \
             WHERE d.municipality = $1 AND d.{column} IN ({listed}) AND t.restricted = 0 AND {} \
             ORDER BY t.household, a.id",
            applicant_is_open("a")
        );
        for row in tx.query(&sql, &values)? {
            let groups: String = row.get(2)?;
            let groups = groups.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
            sitting.push(Sitting { household: row.get(0)?, dwelling: row.get(1)?, groups });
        }
    }
    Ok(sitting)
}

/// Households that a meeting has given a home which they have not got yet.
///
/// # Errors
/// When the store fails.
pub fn placed(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT household FROM allocation_placement WHERE municipality = $1 AND is_open = 1";
    tx.query(sql, params![municipality])?.iter().map(|row| row.get(0)).collect()
}

/// What was found about these households, the newest first for each.
///
/// # Errors
/// When the store fails.
pub fn findings_of(tx: &mut Tx<'_>, households: &[&str]) -> Result<Vec<SealedFinding>, StoreError> {
    let municipality = tx.municipality();
    let mut findings = Vec::new();
    for ids in households.chunks(MANY) {
        let (places, values) = listed(&municipality, ids);
        let sql = format!(
            "SELECT {} FROM need_record WHERE municipality = $1 AND household IN ({places}) \
             ORDER BY household, kind, day DESC, id DESC",
            needs::COLUMNS
        );
        for row in tx.query(&sql, &values)? {
            findings.push(needs::finding(&row)?);
        }
    }
    Ok(findings)
}

/// The sections that these applications say something in: application, section, what they say. The newest last.
///
/// # Errors
/// When the store fails.
pub fn answers_of(tx: &mut Tx<'_>, applications: &[&str]) -> Result<Vec<(String, String, Vec<u8>)>, StoreError> {
    let municipality = tx.municipality();
    let mut answers = Vec::new();
    for ids in applications.chunks(MANY) {
        let (places, values) = listed(&municipality, ids);
        let sql = format!(
            "SELECT application, section, facts FROM application_answer WHERE municipality = $1 \
             AND section IN ('health', 'wish') AND application IN ({places}) ORDER BY application, section, from_day"
        );
        for row in tx.query(&sql, &values)? {
            answers.push((row.get(0)?, row.get(1)?, row.get(2)?));
        }
    }
    Ok(answers)
}

/// How many children stay part of the time with these households on a day.
///
/// # Errors
/// When the store fails.
pub fn contact_children(tx: &mut Tx<'_>, households: &[&str], day: Date) -> Result<Vec<(String, u8)>, StoreError> {
    let municipality = tx.municipality();
    let (role, day) = (MemberRole::ContactChild.code(), day.to_string());
    let mut children = Vec::new();
    for ids in households.chunks(MANY) {
        let (places, values) = listed(&municipality, ids);
        let sql = format!(
            "SELECT household, count(*) FROM household_member WHERE municipality = $1 AND household IN ({places}) \
             AND role = '{role}' AND from_day <= '{day}' AND (until_day IS NULL OR until_day > '{day}') \
             GROUP BY household"
        );
        for row in tx.query(&sql, &values)? {
            children.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(children)
}
