//! The list of people.

use super::finding::{begin_with_longest_word, have_words};
use crate::store::applications::STILL_OPEN;
use crate::store::protected::person_is_open;
use crate::store::wanted::{Slice, Wanted};
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::people::{Name, Protection};

/// Which people to list; everything that is not said matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Filter {
    /// Folded words that the name holds, all of them.
    pub words: String,
    /// Only those whose level somebody must look at.
    pub to_check: bool,
    pub protection: Option<Protection>,
    pub with_open_application: bool,
    pub with_tenancy: bool,
    /// Whoever asks may know of strictly protected people (`L7.2`).
    pub sees_protected: bool,
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    #[default]
    Name,
    Born,
}

/// A person as a list shows them: never with an identity number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: String,
    pub name: Name,
    pub born: Option<Date>,
    pub protection: Protection,
    pub protection_to_check: bool,
    /// Where they rent today.
    pub home: Option<String>,
    pub open_applications: i64,
}

/// A tenancy in row `t` that is lived in on the day of a parameter.
fn lived_in_on(day: &str) -> String {
    format!("(t.from_day IS NULL OR t.from_day <= {day}) AND (t.moved_out IS NULL OR t.moved_out > {day})")
}

/// A few of very many are found by walking the list and asking of each; all that match, or few, by
/// beginning where they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    ListOfMany,
    ListOfFew,
    Count,
}

/// So many are very many.
const MANY: i64 = 2_000;

fn narrow(filter: &Filter, municipality: String, today: &Date, purpose: Purpose) -> Wanted {
    let mut wanted = Wanted::of(municipality, "p.municipality");
    wanted.and_that("p.merged_into IS NULL");
    if !filter.sees_protected {
        wanted.and_that(&person_is_open("p"));
    }
    if filter.to_check {
        wanted.and_that("p.protection_to_check = 1");
    }
    if let Some(protection) = filter.protection {
        wanted.and("p.protection =", protection.code());
    }
    if filter.with_open_application {
        let still_open = wanted.param(STILL_OPEN);
        wanted.and_that(&match purpose {
            Purpose::ListOfMany | Purpose::ListOfFew => format!(
                "EXISTS (SELECT 1 FROM application a WHERE a.municipality = $1 AND a.applicant = p.id \
                 AND a.open_until = {still_open})"
            ),
            Purpose::Count => format!(
                "p.id IN (SELECT applicant FROM application WHERE municipality = $1 AND open_until = {still_open})"
            ),
        });
    }
    if filter.with_tenancy {
        let day = wanted.param(*today);
        wanted.and_that(&format!(
            "EXISTS (SELECT 1 FROM tenancy t WHERE t.municipality = $1 AND t.tenant = p.id AND {})",
            lived_in_on(&day)
        ));
    }
    match purpose {
        Purpose::ListOfMany => {}
        Purpose::ListOfFew | Purpose::Count => begin_with_longest_word(&mut wanted, "p", &filter.words),
    }
    have_words(&mut wanted, "p", &filter.words);
    wanted
}

/// The people of a part of a list of `total`, with where they live and what they wait for today.
///
/// # Errors
/// When the store fails.
pub fn list(
    tx: &mut Tx<'_>,
    filter: &Filter,
    (by, descending): (SortBy, bool),
    slice: Slice,
    (today, total): (Date, i64),
) -> Result<Vec<Listed>, StoreError> {
    let purpose = if total > MANY { Purpose::ListOfMany } else { Purpose::ListOfFew };
    let mut wanted = narrow(filter, tx.municipality(), &today, purpose);
    let direction = if descending { "DESC" } else { "ASC" };
    let order = match by {
        SortBy::Name => format!("p.sort_key {direction}, p.id {direction}"),
        SortBy::Born => {
            let nulls = if descending { "LAST" } else { "FIRST" };
            format!("p.born {direction} NULLS {nulls}, p.sort_key {direction}, p.id {direction}")
        }
    };
    let day = wanted.param(today);
    let still_open = wanted.param(STILL_OPEN);
    let (most, offset) = (wanted.param(slice.most), wanted.param(slice.offset));
    let open_tie = if filter.sees_protected { "" } else { " AND t.restricted = 0" };
    // Rows before the part are passed in an index, where all that the list is narrowed by stands.
    let sql = format!(
        "SELECT p.id, p.family, p.given, p.born, p.protection, p.protection_to_check, \
         (SELECT d.street || ' ' || d.street_number || ' ' || d.unit FROM tenancy t JOIN dwelling d \
         ON d.municipality = t.municipality AND d.id = t.dwelling WHERE t.municipality = $1 AND t.tenant = p.id \
         AND {}{open_tie} ORDER BY t.from_day DESC LIMIT 1), \
         (SELECT count(*) FROM application a WHERE a.municipality = $1 AND a.applicant = p.id AND a.open_until = {still_open}) \
         FROM person p WHERE {} ORDER BY {order} LIMIT {most} OFFSET {offset}",
        lived_in_on(&day),
        wanted.sql()
    );
    tx.query(&sql, wanted.params())?.iter().map(listed).collect()
}

/// How many people match.
///
/// # Errors
/// When the store fails.
pub fn count(tx: &mut Tx<'_>, filter: &Filter, today: Date) -> Result<i64, StoreError> {
    let wanted = narrow(filter, tx.municipality(), &today, Purpose::Count);
    let row = tx.query_one(&format!("SELECT count(*) FROM person p WHERE {}", wanted.sql()), wanted.params())?;
    row.map_or(Ok(0), |row| row.get(0))
}

fn listed(row: &Row) -> Result<Listed, StoreError> {
    let home: Option<String> = row.get(6)?;
    Ok(Listed {
        id: row.get(0)?,
        name: Name { family: row.get(1)?, given: row.get(2)? },
        born: row.get(3)?,
        protection: row.get::<String>(4)?.parse()?,
        protection_to_check: row.get(5)?,
        home: home.map(|home| home.split_whitespace().collect::<Vec<_>>().join(" ")),
        open_applications: row.get(7)?,
    })
}
