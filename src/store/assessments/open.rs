//! Every open application with the facts that rules may ask for: what a change of rules is tried on.

use crate::params;
use crate::store::{Row, StoreError, Tx};
use housing::Date;
use housing::applications::ApplicationKind;
use housing::assessment::CaseFacts;
use housing::money::Ore;
use housing::people::HouseholdSize;

/// An open application for a municipal home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenApplication {
    pub id: String,
    pub year: i16,
    pub serial: i64,
    pub received: Date,
    pub restricted: bool,
    /// Net, a month, as the application says.
    pub income: Option<Ore>,
    /// What was recorded, with what the register knows.
    pub facts: CaseFacts,
}

fn open_application(row: &Row) -> Result<OpenApplication, StoreError> {
    let recorded: Option<String> = row.get(9)?;
    let facts = recorded.map(|text| super::read_facts(&text)).transpose()?.unwrap_or_default();
    let (adults, children): (Option<u8>, Option<u8>) = (row.get(5)?, row.get(6)?);
    Ok(OpenApplication {
        id: row.get(0)?,
        year: row.get(1)?,
        serial: row.get(2)?,
        received: row.get(10)?,
        restricted: row.get(3)?,
        income: row.get(8)?,
        facts: CaseFacts {
            born: row.get(4)?,
            size: adults.zip(children).map(|(adults, children)| HouseholdSize { adults, children }),
            situation: row.get::<Option<String>>(7)?.map(|code| code.parse()).transpose()?,
            ..facts
        },
    })
}

/// The applications that are open and that the municipality's own rules are for, the oldest first.
///
/// # Errors
/// When the store fails.
pub fn open(tx: &mut Tx<'_>) -> Result<Vec<OpenApplication>, StoreError> {
    let municipality = tx.municipality();
    let still_open = Date::constant(9999, 12, 31);
    let not_by_these_rules = [ApplicationKind::CareHome.code(), ApplicationKind::HousingHelp.code()];
    let sql = "SELECT a.id, a.year, a.serial, a.restricted, p.born, a.adults, a.children, a.situation, a.income, \
               f.facts, a.received FROM application a JOIN person p ON p.municipality = a.municipality AND p.id = a.applicant \
               LEFT JOIN case_facts f ON f.municipality = a.municipality AND f.application = a.id AND f.newest = 1 \
               WHERE a.municipality = $1 AND a.open_until = $2 AND coalesce(a.kind, '') NOT IN ($3, $4)";
    let mut open = Vec::new();
    let [care_home, help] = not_by_these_rules;
    tx.each(sql, params![municipality, still_open, care_home, help], &mut |row| {
        open.push(open_application(&row)?);
        Ok(())
    })?;
    open.sort_by_key(|application| (application.year, application.serial));
    Ok(open)
}
