//! What only the named group may see: the tie between a strictly protected person and a home
//! (`L7.2`, `L7.3`). One place, so that no list says it otherwise.

use housing::people::Protection;

/// The condition that the person in row `person` is not strictly protected, and lives with nobody
/// who is.
pub(super) fn person_is_open(person: &str) -> String {
    let strict = Protection::ALL.iter().filter(|level| level.hides_home());
    let strict: Vec<String> = strict.map(|level| format!("'{}'", level.code())).collect();
    format!(
        "{person}.protection NOT IN ({}) AND NOT EXISTS (SELECT 1 FROM household_member pm JOIN household ph \
         ON ph.municipality = pm.municipality AND ph.id = pm.household \
         WHERE pm.municipality = {person}.municipality AND pm.person = {person}.id AND ph.restricted = 1)",
        strict.join(", ")
    )
}
