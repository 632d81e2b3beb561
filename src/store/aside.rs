//! Indexes set aside while very many rows are added: sorting a whole index once at the end costs a
//! fraction of finding each row's place in it.

use super::{StoreError, engine};
use std::collections::HashMap;

/// Fewer rows than this are not worth it.
const MANY: u64 = 2_000;

/// The indexes that are asked of while rows are added, by an import that meets somebody a second
/// time: they stay.
const KEPT: [&str; 4] = ["person_sorted", "household_member_by_person", "application_by_applicant", "tenancy_lived_in"];

/// What has been set aside in a transaction.
pub(super) struct Aside {
    /// Tables with at most so many rows are filled without their indexes.
    most_rows: u64,
    /// Tables that were named, and whether they are without their indexes.
    named: HashMap<String, bool>,
    definitions: Vec<String>,
}

impl Aside {
    /// For a transaction that adds about `rows` things; `None` when they are too few.
    pub fn for_rows(rows: u64) -> Option<Self> {
        // A table with more rows than come would be sorted anew for the sake of a few.
        (rows >= MANY).then(|| Self { most_rows: rows / 2, named: HashMap::new(), definitions: Vec::new() })
    }

    /// Sets the table's indexes aside, the first time it is named; answers whether it is without them.
    ///
    /// # Errors
    /// When the store fails.
    pub fn set_aside(&mut self, connection: &mut dyn engine::Connection, table: &str) -> Result<bool, StoreError> {
        if let Some(without) = self.named.get(table) {
            return Ok(*without);
        }
        let definitions = connection.set_indexes_aside(table, self.most_rows, &KEPT)?;
        let without = definitions.is_some();
        self.definitions.extend(definitions.unwrap_or_default());
        self.named.insert(table.to_owned(), without);
        Ok(without)
    }

    /// Builds every index again that was set aside.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] when a row breaks a rule that one of them keeps.
    pub fn bring_back(&mut self, connection: &mut dyn engine::Connection) -> Result<(), StoreError> {
        self.definitions.drain(..).try_for_each(|definition| connection.execute_script(&definition))
    }
}

#[cfg(test)]
mod tests {
    use super::KEPT;
    use crate::store::Store;

    #[test]
    fn what_is_kept_is_there() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let store = Store::open_folder(folder.path(), true).expect("a store");
        let shape = store.read(|tx| tx.shape()).expect("the shape").join("\n");
        for index in KEPT {
            assert!(shape.contains(&format!("INDEX {index} ON ")), "{index} is none of the indexes");
        }
    }
}
