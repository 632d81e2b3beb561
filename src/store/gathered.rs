//! Rows that wait for each other, so that many are added with one statement.

use super::{StoreError, Value, engine, migrations};

/// How many statements' rows of one table wait before all are added.
const STATEMENTS: usize = 8;

/// Rows that wait, by statement.
#[derive(Default)]
pub(super) struct Gathered {
    waiting: Vec<Waiting>,
}

/// Rows of one table that are added with the same statement.
struct Waiting {
    /// The table's place among all tables: each stands after those it refers to.
    place: usize,
    one: String,
    /// Rows added with one statement.
    together: usize,
    /// The same for as many rows as go together.
    many: String,
    width: usize,
    values: Vec<Value>,
}

impl Gathered {
    /// Lets a row wait for others that go with one statement. `true` when so many wait that it is
    /// time to add them.
    pub fn add(&mut self, sql: &str, row: Vec<Value>, together: usize) -> bool {
        let at = self.waiting.iter().position(|waiting| waiting.one == sql);
        let at = at.unwrap_or_else(|| {
            self.waiting.push(Waiting::new(sql, row.len(), together));
            self.waiting.len() - 1
        });
        let waiting = &mut self.waiting[at];
        waiting.values.extend(row);
        waiting.values.len() >= STATEMENTS * waiting.together * waiting.width
    }

    /// Adds everything that waits.
    ///
    /// # Errors
    /// When a row breaks a rule of the store.
    pub fn flush(&mut self, connection: &mut dyn engine::Connection) -> Result<(), StoreError> {
        self.waiting.sort_by_key(|waiting| waiting.place);
        for waiting in &mut self.waiting {
            let mut together = waiting.values.chunks_exact(waiting.together * waiting.width);
            for rows in &mut together {
                connection.add_together(&waiting.many, rows)?;
            }
            for row in together.remainder().chunks_exact(waiting.width) {
                connection.execute(&waiting.one, row)?;
            }
            waiting.values.clear();
        }
        Ok(())
    }
}

impl Waiting {
    fn new(sql: &str, width: usize, together: usize) -> Self {
        Self {
            place: migrations::tables().position(|known| known == table(sql)).unwrap_or(usize::MAX),
            one: sql.to_owned(),
            together,
            many: for_many(sql, width, together),
            width,
            values: Vec::new(),
        }
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
