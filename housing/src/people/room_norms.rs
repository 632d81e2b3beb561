//! The municipality's room norm over time, from a file.

use super::{Bedrooms, HouseholdSize, NormRow, RoomNorm};
use crate::Date;
use crate::dated::{Dated, NothingInForce, Since};
use crate::dwellings::Rooms;
use crate::rates::{RateProblem, Row, Table};
use std::collections::BTreeMap;

const FILE: &str = "romnorm.csv";

/// The norms that have held, each from its day and with its source (*romnorm*).
#[doc(alias = "romnorm")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomNorms(Dated<RoomNorm>);

/// A line of the file.
struct Line {
    from: Date,
    source: String,
    /// `None` for every adult more than the lines name.
    adults: Option<u8>,
    /// `None` for more children than any line names.
    children: Option<u8>,
    bedrooms: Bedrooms,
}

impl RoomNorms {
    /// Reads `parameters/romnorm.csv`, or a municipality's own file of that form: lines of the same first day are one
    /// norm, and the first line that covers a household counts. `*` for children is more of them than any line names,
    /// and the line with `*` for adults is the bedrooms each further adult needs.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(csv: &str) -> Result<Self, Vec<RateProblem>> {
        let mut norms: BTreeMap<Date, Vec<Line>> = BTreeMap::new();
        for line in Table::read(FILE, csv)?.rows(line)? {
            norms.entry(line.from).or_default().push(line);
        }
        let mut problems = Vec::new();
        let values = norms
            .into_iter()
            .filter_map(|(from, lines)| norm(from, &lines).map_err(|problem| problems.push(problem)).ok());
        let values: Vec<Since<RoomNorm>> = values.collect();
        if values.is_empty() && problems.is_empty() {
            problems.push(RateProblem::Lacks { file: FILE, what: "a norm".to_owned() });
        }
        if problems.is_empty() { Ok(Self(Dated::new("room norm", values))) } else { Err(problems) }
    }

    /// The norm of a day.
    ///
    /// # Errors
    /// Before the first norm we know there is none.
    pub fn on(&self, day: Date) -> Result<&RoomNorm, NothingInForce> {
        self.0.on(day).map(|since| &since.value)
    }

    /// The smallest home that is large enough for a household by the norm of the day; nothing when no norm held then,
    /// or the household's size is not known.
    pub fn room_need(&self, size: Option<HouseholdSize>, day: Date) -> Option<Rooms> {
        Some(self.on(day).ok()?.room_need(size?))
    }
}

fn line(row: &Row<'_>) -> Result<Line, RateProblem> {
    let count = |column| match row.text(column)? {
        "*" => Ok(None),
        _ => small(row, column).map(Some),
    };
    Ok(Line {
        from: row.day("valid_from")?,
        adults: count("adults")?,
        children: count("children")?,
        bedrooms: Bedrooms { least: small(row, "least_bedrooms")?, most: small(row, "most_bedrooms")? },
        source: row.text("source")?.to_owned(),
    })
}

fn small(row: &Row<'_>, column: &'static str) -> Result<u8, RateProblem> {
    row.code(column)
}

fn norm(from: Date, lines: &[Line]) -> Result<Since<RoomNorm>, RateProblem> {
    let lacks = |what: &str| RateProblem::Lacks { file: FILE, what: format!("{what} from {from}") };
    let larger = lines.iter().find(|line| line.adults.is_some() && line.children.is_none());
    let further = lines.iter().find(|line| line.adults.is_none()).map(|line| line.bedrooms.least);
    let rows = lines.iter().filter_map(|line| {
        Some(NormRow { most_adults: line.adults?, most_children: line.children?, bedrooms: line.bedrooms })
    });
    let value = RoomNorm {
        rows: rows.collect(),
        larger: larger.ok_or_else(|| lacks("a line for more children (*)"))?.bedrooms,
        per_further_adult: further.ok_or_else(|| lacks("a line for each further adult (*)"))?,
    };
    let source = lines.first().map(|line| line.source.clone()).unwrap_or_default();
    Ok(Since { from, value, source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_norm_that_is_shipped_is_the_common_one() {
        let norms = RoomNorms::read(include_str!("../../../parameters/romnorm.csv")).expect("it can be read");
        assert_eq!(norms.on(date(2026, 3, 1)), Ok(&RoomNorm::default()));
    }

    #[test]
    fn a_municipality_changes_its_norm_from_a_day() {
        let text = "valid_from,adults,children,least_bedrooms,most_bedrooms,source\n\
                    2024-01-01,1,0,0,1,old\n2024-01-01,2,*,4,5,old\n2024-01-01,*,*,1,1,old\n\
                    2026-01-01,1,0,1,1,new\n2026-01-01,2,*,3,4,new\n2026-01-01,*,*,1,1,new\n";
        let norms = RoomNorms::read(text).expect("it can be read");
        let alone = Some(HouseholdSize { adults: 1, children: 0 });
        assert_eq!(norms.room_need(alone, date(2025, 12, 31)), Some(Rooms(1)));
        assert_eq!(norms.room_need(alone, date(2026, 1, 1)), Some(Rooms(2)));
        assert_eq!(norms.room_need(alone, date(2023, 1, 1)), None);
        assert_eq!(norms.room_need(None, date(2026, 1, 1)), None);
        let lacking = "valid_from,adults,children,least_bedrooms,most_bedrooms,source\n2026-01-01,1,0,1,1,new\n";
        assert!(RoomNorms::read(lacking).is_err());
    }
}
