//! What only the named group may see: the tie between a strictly protected person and a home
//! (`L7.2`, `L7.3`). One place, so that no list says it otherwise.

use housing::people::Protection;

/// The condition that the person in row `person` is not strictly protected, and lives with nobody
/// who is: every change of a level or a household keeps the mark.
pub(super) fn person_is_open(person: &str) -> String {
    format!("{person}.restricted = 0")
}

/// As [`person_is_open`], for a column with somebody's id: those who are not open are few, and need
/// be found only once.
pub(super) fn person_is_open_by_id(id: &str) -> String {
    format!("{id} NOT IN (SELECT id FROM person WHERE municipality = $1 AND restricted = 1)")
}

/// The condition that neither the application in row `application` nor its applicant is restricted.
pub(super) fn applicant_is_open(application: &str) -> String {
    format!("{application}.restricted = 0 AND {}", person_is_open_by_id(&format!("{application}.applicant")))
}

/// The condition that neither the tenancy in row `tenancy` nor its tenant is restricted.
pub(super) fn tenancy_is_open(tenancy: &str) -> String {
    format!("{tenancy}.restricted = 0 AND {}", person_is_open_by_id(&format!("{tenancy}.tenant")))
}

/// The codes of the levels that hide a home, as they stand in a list of a statement.
pub(super) fn levels_that_hide() -> String {
    let strict = Protection::ALL.iter().filter(|level| level.hides_home());
    strict.map(|level| format!("'{}'", level.code())).collect::<Vec<_>>().join(", ")
}
