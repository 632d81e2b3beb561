//! One file of figures, read row by row; everything wrong with it is named.

use std::str::FromStr;

use crate::Date;

/// Something wrong with a file of figures.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RateProblem {
    #[error("{file}, line {line}: {reason}")]
    NotATable { file: &'static str, line: u64, reason: String },
    #[error("{file} has no column {column}")]
    NoColumn { file: &'static str, column: &'static str },
    #[error("{file}, line {line}: {column} is {found:?} and should be {expected}")]
    Cell { file: &'static str, line: u64, column: &'static str, found: String, expected: &'static str },
    #[error("{file} lacks {what}")]
    Lacks { file: &'static str, what: String },
}

/// A file with a heading row.
pub struct Table {
    file: &'static str,
    headings: csv::StringRecord,
    records: Vec<csv::StringRecord>,
}

/// One row of it.
pub struct Row<'a> {
    table: &'a Table,
    record: &'a csv::StringRecord,
}

impl Table {
    /// Takes a file apart; `file` is what problems call it.
    ///
    /// # Errors
    /// When it is no comma-separated table.
    pub fn read(file: &'static str, text: &str) -> Result<Self, Vec<RateProblem>> {
        let problem = |error: csv::Error| {
            let line = error.position().map_or(1, csv::Position::line);
            vec![RateProblem::NotATable { file, line, reason: error.to_string() }]
        };
        let mut reader =
            csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(text.as_bytes());
        let headings = reader.headers().map_err(problem)?.clone();
        let records = reader.records().collect::<Result<_, _>>().map_err(problem)?;
        Ok(Self { file, headings, records })
    }

    /// What the file is called.
    pub const fn file(&self) -> &'static str {
        self.file
    }

    /// What every row says, or everything that is wrong with any of them.
    ///
    /// # Errors
    /// The problems, in order of rows.
    pub fn rows<T>(&self, read: impl Fn(&Row<'_>) -> Result<T, RateProblem>) -> Result<Vec<T>, Vec<RateProblem>> {
        let (mut read_rows, mut problems) = (Vec::with_capacity(self.records.len()), Vec::new());
        for record in &self.records {
            match read(&Row { table: self, record }) {
                Ok(value) => read_rows.push(value),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(read_rows) } else { Err(problems) }
    }
}

impl Row<'_> {
    /// The words in a column.
    ///
    /// # Errors
    /// When there is no such column.
    pub fn text(&self, column: &'static str) -> Result<&str, RateProblem> {
        let at = self.table.headings.iter().position(|heading| heading == column);
        let at = at.ok_or(RateProblem::NoColumn { file: self.table.file, column })?;
        Ok(self.record.get(at).unwrap_or_default())
    }

    /// A day.
    ///
    /// # Errors
    /// When it is none.
    pub fn day(&self, column: &'static str) -> Result<Date, RateProblem> {
        self.parsed(column, "a day such as 2026-01-01", |text| text.parse().ok())
    }

    /// A day, or nothing while it is not known.
    ///
    /// # Errors
    /// When it is something else.
    pub fn day_if_known(&self, column: &'static str) -> Result<Option<Date>, RateProblem> {
        if self.text(column)?.is_empty() { Ok(None) } else { self.day(column).map(Some) }
    }

    /// A whole number.
    ///
    /// # Errors
    /// When it is none.
    pub fn number(&self, column: &'static str) -> Result<i32, RateProblem> {
        self.parsed(column, "a whole number", |text| text.parse().ok())
    }

    /// A number with at most so many decimals, in the smallest unit those can say: `12.25` with two is
    /// 1225.
    ///
    /// # Errors
    /// When it is no number, or has more decimals.
    pub fn decimal(&self, column: &'static str, decimals: u8) -> Result<i64, RateProblem> {
        self.parsed(column, "a number with a point before its decimals", |text| decimal(text, decimals))
    }

    /// `yes` or `no`.
    ///
    /// # Errors
    /// When it is something else.
    pub fn yes_no(&self, column: &'static str) -> Result<bool, RateProblem> {
        self.parsed(column, "yes or no", |text| match text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })
    }

    /// A code on a list.
    ///
    /// # Errors
    /// When it is not on it.
    pub fn code<T: FromStr>(&self, column: &'static str) -> Result<T, RateProblem> {
        self.parsed(column, "a code on its list", |text| text.parse().ok())
    }

    /// A code on a list, or `*` for every one.
    ///
    /// # Errors
    /// When it is neither.
    pub fn code_or_any<T: FromStr>(&self, column: &'static str) -> Result<Option<T>, RateProblem> {
        if self.text(column)? == "*" { Ok(None) } else { self.code(column).map(Some) }
    }

    fn parsed<T>(
        &self,
        column: &'static str,
        expected: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, RateProblem> {
        let text = self.text(column)?;
        parse(text).ok_or_else(|| {
            let line = self.record.position().map_or(0, csv::Position::line);
            RateProblem::Cell { file: self.table.file, line, column, found: text.to_owned(), expected }
        })
    }
}

/// An exact decimal number in units of its last allowed decimal; `None` when it has more decimals than
/// that, or is no number.
pub fn decimal(text: &str, decimals: u8) -> Option<i64> {
    let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits_only = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = !whole.is_empty() && digits_only(whole) && digits_only(fraction) && fraction.len() <= decimals.into();
    let dangling_point = unsigned.ends_with('.');
    if !fits || dangling_point {
        return None;
    }
    let value: i64 = format!("{whole}{fraction:0<width$}", width = usize::from(decimals)).parse().ok()?;
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_number_is_read_exactly_or_not_at_all() {
        assert_eq!(decimal("12.25", 2), Some(1225));
        assert_eq!(decimal("750", 2), Some(75_000));
        assert_eq!(decimal("128.4", 3), Some(128_400));
        assert_eq!(decimal("-0.5", 2), Some(-50));
        for wrong in ["", ".", "12.", ".5", "12,25", "12.255", "1e3", "kr 5", "99999999999999999999"] {
            assert_eq!(decimal(wrong, 2), None, "{wrong:?}");
        }
    }

    #[test]
    fn every_wrong_row_is_named() {
        let table = Table::read("fees.csv", "valid_from,kr\n2026-01-01,38\nsoon,35\n2026-13-01,x\n").unwrap();
        let problems = table.rows(|row| Ok((row.day("valid_from")?, row.number("kr")?))).unwrap_err();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told[0], "fees.csv, line 3: valid_from is \"soon\" and should be a day such as 2026-01-01");
        assert_eq!(told.len(), 2);
        assert!(matches!(table.rows(|row| row.number("ore")), Err(problems) if problems.len() == 3));
    }
}
