//! Rows that wait for each other, so that many are added with one statement.

use super::engine::Connection;
use super::{StoreError, Value, migrations};
use std::sync::Arc;

/// So many rows of one table wait before all are added.
const ROWS: usize = 256;

/// Rows that wait, by statement.
#[derive(Default)]
pub(super) struct Gathered {
    waiting: Vec<Rows>,
}

/// Rows that are added with the same statement.
pub struct Rows {
    insert: Arc<Insert>,
    values: Vec<Value>,
}

/// How rows of one table are added.
struct Insert {
    /// The table's place among all tables: each stands after those it refers to.
    place: usize,
    one: String,
    /// Rows added with one statement.
    together: usize,
    /// The same for as many rows as go together.
    many: String,
    width: usize,
}

impl Gathered {
    /// Whether rows of this statement have waited before.
    pub fn knows(&self, sql: &str) -> bool {
        self.waiting.iter().any(|rows| rows.insert.one == sql)
    }

    /// From here on so many rows of this statement are added with one.
    pub fn know(&mut self, sql: &str, width: usize, together: usize, connection: &dyn Connection) {
        let place = migrations::tables().position(|known| known == table(sql)).unwrap_or(usize::MAX);
        let many = connection.several_rows(for_many(sql, width, together));
        let insert = Insert { place, one: sql.to_owned(), together, many, width };
        self.waiting.push(Rows { insert: Arc::new(insert), values: Vec::new() });
        self.waiting.sort_by_key(|rows| rows.insert.place);
    }

    /// Lets a row of a known statement wait for others. `true` when so many wait that it is time to
    /// add them.
    pub fn add(&mut self, sql: &str, row: Vec<Value>) -> bool {
        let of_statement = self.waiting.iter_mut().find(|rows| rows.insert.one == sql);
        let rows = of_statement.expect("a statement is known before its rows wait");
        rows.values.extend(row);
        rows.values.len() >= ROWS * rows.insert.width
    }

    /// Everything that waits, in the order it can be added in; then nothing waits.
    pub fn take(&mut self) -> Vec<Rows> {
        let waiting = self.waiting.iter_mut().filter(|rows| !rows.values.is_empty());
        let taken = |rows: &mut Rows| {
            let next = Vec::with_capacity(rows.values.len());
            Rows { insert: Arc::clone(&rows.insert), values: std::mem::replace(&mut rows.values, next) }
        };
        waiting.map(taken).collect()
    }
}

impl Rows {
    /// Adds the rows.
    ///
    /// # Errors
    /// When a row breaks a rule of the store: then some may have been added, and the transaction must
    /// be rolled back.
    pub fn add_to(&self, connection: &mut (impl Connection + ?Sized)) -> Result<(), StoreError> {
        let insert = &self.insert;
        let mut together = self.values.chunks_exact(insert.together * insert.width);
        for rows in &mut together {
            connection.execute(&insert.many, rows)?;
        }
        for row in together.remainder().chunks_exact(insert.width) {
            connection.execute(&insert.one, row)?;
        }
        Ok(())
    }
}

/// The table that an `INSERT` adds to.
pub(super) fn table(sql: &str) -> &str {
    sql.split(' ').nth(2).expect("an INSERT names its table")
}

/// The statement for several rows: its list of values again and again, with the next parameters.
fn for_many(sql: &str, width: usize, rows: usize) -> String {
    let (before, after) = sql.split_once("VALUES ").expect("an INSERT of one row has its values");
    let (list, after) = after.split_once(')').expect("a list of values ends");
    let lists: Vec<String> = (0..rows).map(|row| format!("{})", renumbered(list, row * width))).collect();
    format!("{before}VALUES {}{after}", lists.join(", "))
}

fn renumbered(list: &str, by: usize) -> String {
    let mut parts = list.split('$');
    let mut moved = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.len() - part.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
        let number: usize = part[..digits].parse().expect("a parameter has a number");
        moved.push_str(&format!("${}{}", number + by, &part[digits..]));
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_its_own_parameters() {
        let sql = "INSERT INTO unit (municipality, id, name, version) VALUES ($1, $3, $2, 1) \
                   ON CONFLICT (municipality, id) DO NOTHING";
        let many = for_many(sql, 3, 16);
        assert!(many.contains("version) VALUES ($1, $3, $2, 1), ($4, $6, $5, 1), "), "{many}");
        assert!(many.ends_with("($46, $48, $47, 1) ON CONFLICT (municipality, id) DO NOTHING"), "{many}");
    }
}
