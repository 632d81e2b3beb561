//! Every table as rows, for carrying the whole store to another place, whichever engine it is on.

use super::{StoreError, Tx, Value, migrations};
use crate::secrets::hex;
use sha2::{Digest, Sha256};

/// A table and its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// In alphabetical order, which both engines agree on.
    pub columns: Vec<String>,
}

/// Tables that are not carried along: whoever was logged in logs in again.
const NOT_CARRIED: [&str; 1] = ["session"];

/// Tables that tell of the facts, and are none themselves: their chain proves them.
const NO_FACTS: [&str; 2] = ["journal", "journal_head"];

/// The step of the migrations that the store is at.
///
/// # Errors
/// When the store fails.
pub fn step(tx: &mut Tx<'_>) -> Result<usize, StoreError> {
    migrations::done(tx)
}

/// Every table that is carried along, each after those it refers to.
///
/// # Errors
/// When the store fails.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Table>, StoreError> {
    let mut tables = Vec::new();
    for name in migrations::tables().filter(|name| !NOT_CARRIED.contains(name)) {
        let columns = tx.connection.columns(name)?;
        if !columns.is_empty() {
            tables.push(Table { name: name.to_owned(), columns });
        }
    }
    Ok(tables)
}

/// Calls `visit` with each row of a table, in no order.
///
/// # Errors
/// When the store or `visit` fails.
pub fn each_row(
    tx: &mut Tx<'_>,
    table: &Table,
    visit: &mut dyn FnMut(Vec<Value>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let sql = format!("SELECT {} FROM {}", table.columns.join(", "), table.name);
    tx.each(&sql, &[], &mut |row| visit(row.0))
}

/// Adds rows to a table; each holds the table's columns in order.
///
/// # Errors
/// When a row breaks a rule of the store.
pub fn insert(tx: &mut Tx<'_>, table: &Table, rows: &[Vec<Value>]) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let width = table.columns.len();
    let places = (0..rows.len()).map(|row| {
        let numbers = (1..=width).map(|column| format!("${}", row * width + column));
        format!("({})", numbers.collect::<Vec<_>>().join(", "))
    });
    let places = places.collect::<Vec<_>>().join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES {places}", table.name, table.columns.join(", "));
    tx.execute(&sql, &rows.concat())?;
    Ok(())
}

/// One mark for all the facts there are: two stores with the same mark hold the same facts. The
/// order of rows, the engine, who is logged in and the journal do not count.
///
/// # Errors
/// When the store fails.
pub fn mark(tx: &mut Tx<'_>) -> Result<String, StoreError> {
    let mut mark = [0_u8; 32];
    for table in all(tx)?.iter().filter(|table| !NO_FACTS.contains(&table.name.as_str())) {
        each_row(tx, table, &mut |row| {
            for (sum, byte) in mark.iter_mut().zip(row_mark(table, &row)) {
                *sum ^= byte;
            }
            Ok(())
        })?;
    }
    Ok(hex(&mark))
}

/// The hash of one row with its table and columns; a column that says nothing counts for nothing.
fn row_mark(table: &Table, row: &[Value]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    let mut add = |kind: u8, bytes: &[u8]| {
        hasher.update([kind]);
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    add(b't', table.name.as_bytes());
    for (column, value) in table.columns.iter().zip(row) {
        let (kind, bytes) = match value {
            Value::Null => continue,
            Value::Int(number) => (b'i', number.to_be_bytes().to_vec()),
            Value::Text(text) => (b's', text.as_bytes().to_vec()),
            Value::Bytes(bytes) => (b'b', bytes.clone()),
        };
        add(b'c', column.as_bytes());
        add(kind, &bytes);
    }
    hasher.finalize().into()
}
