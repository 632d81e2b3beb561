//! The list of offers: where each stands on the day it is asked, so that what time has run out for counts as lapsed.

use crate::store::protected::applicant_is_open;
use crate::store::wanted::Wanted;
use crate::store::{Row, Slice, StoreError, Tx};
use housing::Date;
use housing::offers::{DeclineReason, OfferStep};
use housing::people::{Name, TargetGroup};

/// Which offers; everything that is not said matches.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Filter {
    /// As it stood on this day.
    pub on: Date,
    /// Made on this day or later …
    pub from: Option<Date>,
    /// … and on this day or earlier.
    pub to: Option<Date>,
    pub step: Option<OfferStep>,
    /// Only those whose home is promised on the day.
    pub open: bool,
    /// An answer is awaited by this day or earlier.
    pub answer_until: Option<Date>,
    /// Why the household said no.
    pub declined: Option<DeclineReason>,
    pub group: Option<TargetGroup>,
    /// The unit that has the case.
    pub unit: Option<String>,
    /// Whoever asks may know of strictly protected applicants (`L7.2`).
    pub with_protected: bool,
}

impl Filter {
    /// Every offer, as it stands on a day.
    pub const fn all(on: Date) -> Self {
        Self {
            on,
            from: None,
            to: None,
            step: None,
            open: false,
            answer_until: None,
            declined: None,
            group: None,
            unit: None,
            with_protected: false,
        }
    }
}

/// An offer as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: String,
    pub case: String,
    /// `2026/00417-2`
    pub number: String,
    pub applicant: Name,
    pub dwelling: String,
    /// `Granlia 7 H0101`
    pub address: String,
    pub made: Date,
    /// Where it stands on the day asked.
    pub step: OfferStep,
    pub answer_by: Option<Date>,
    pub move_in: Option<Date>,
    pub ended_as: Option<String>,
    pub unit: Option<String>,
}

/// Where an offer stood on a day, by the newest of its steps then: nobody can answer it after its last day.
pub(super) fn step_on(day: &str) -> String {
    let (sent, viewed, lapsed) = (OfferStep::Sent.code(), OfferStep::Viewed.code(), OfferStep::Lapsed.code());
    format!(
        "(SELECT CASE WHEN s.step IN ('{sent}', '{viewed}') AND o.answer_by < {day} THEN '{lapsed}' ELSE s.step END \
         FROM offer_step s WHERE s.municipality = o.municipality AND s.offer = o.id AND s.day <= {day} \
         ORDER BY s.position DESC LIMIT 1)"
    )
}

pub(super) const FROM: &str = "FROM offer o JOIN housing_case c ON c.municipality = o.municipality AND c.id = o.housing_case \
    JOIN application a ON a.municipality = c.municipality AND a.id = c.application \
    JOIN person p ON p.municipality = c.municipality AND p.id = c.applicant \
    JOIN dwelling d ON d.municipality = o.municipality AND d.id = o.dwelling";

pub(super) fn wanted(tx: &Tx<'_>, filter: &Filter) -> (Wanted, String) {
    let mut wanted = Wanted::of(tx.municipality(), "o.municipality");
    let on = wanted.param(filter.on);
    let step = step_on(&on);
    wanted.and_that(&format!("o.made <= {on}"));
    if let Some(day) = filter.from {
        wanted.and("o.made >=", day);
    }
    if let Some(day) = filter.to {
        wanted.and("o.made <=", day);
    }
    if let Some(asked) = filter.step {
        wanted.and(&format!("{step} ="), asked.code());
    }
    if filter.open {
        let open = OfferStep::ALL.iter().filter(|step| step.holds_the_home()).map(|step| step.code());
        wanted.and_in(&step, open);
    }
    if let Some(day) = filter.answer_until {
        wanted.and_in(&step, [OfferStep::Sent.code(), OfferStep::Viewed.code()]);
        wanted.and("o.answer_by <=", day);
    }
    if let Some(reason) = filter.declined {
        wanted.and_in(&step, [OfferStep::Declined.code()]);
        wanted.and("o.ended_as =", reason.code());
    }
    if let Some(group) = filter.group {
        wanted.and("a.target_groups LIKE", format!("% {} %", group.code()));
    }
    if let Some(unit) = &filter.unit {
        wanted.and("c.unit =", unit.as_str());
    }
    if !filter.with_protected {
        wanted.and_that(&applicant_is_open("c"));
    }
    (wanted, step)
}

/// The offers that match, the newest first.
///
/// # Errors
/// When the store fails.
pub fn list(tx: &mut Tx<'_>, filter: &Filter, slice: Slice) -> Result<Vec<Listed>, StoreError> {
    let (mut wanted, step) = wanted(tx, filter);
    let (offset, most) = (wanted.param(slice.offset), wanted.param(slice.most));
    let sql = format!(
        "SELECT o.id, o.housing_case, a.year, a.serial, c.position, p.family, p.given, o.dwelling, d.street, \
         d.street_number, d.unit, o.made, {step}, o.answer_by, o.move_in, o.ended_as, c.unit {FROM} WHERE {} \
         ORDER BY o.made DESC, o.id DESC LIMIT {most} OFFSET {offset}",
        wanted.sql()
    );
    tx.query(&sql, wanted.params())?.iter().map(listed).collect()
}

/// Street, house number and dwelling number, as far as they are known.
pub(super) fn place(parts: [String; 3]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn listed(row: &Row) -> Result<Listed, StoreError> {
    let (year, serial, position): (i16, i64, i64) = (row.get(2)?, row.get(3)?, row.get(4)?);
    Ok(Listed {
        id: row.get(0)?,
        case: row.get(1)?,
        number: format!("{year}/{serial:05}-{position}"),
        applicant: Name { family: row.get(5)?, given: row.get(6)? },
        dwelling: row.get(7)?,
        address: place([row.get(8)?, row.get(9)?, row.get(10)?]),
        made: row.get(11)?,
        step: row.get::<String>(12)?.parse()?,
        answer_by: row.get(13)?,
        move_in: row.get(14)?,
        ended_as: row.get(15)?,
        unit: row.get(16)?,
    })
}

/// How many match in each state, whatever state was asked for.
///
/// # Errors
/// When the store fails.
pub fn count(tx: &mut Tx<'_>, filter: &Filter) -> Result<Vec<(OfferStep, i64)>, StoreError> {
    let (wanted, step) = wanted(tx, &Filter { step: None, ..filter.clone() });
    let sql = format!("SELECT {step}, count(*) {FROM} WHERE {} GROUP BY 1", wanted.sql());
    let rows = tx.query(&sql, wanted.params())?;
    rows.iter().map(|row| Ok((row.get::<String>(0)?.parse()?, row.get(1)?))).collect()
}
