//! Points, where a municipality has decided to count them.

use super::Waiting;
use crate::Date;
use crate::assessment::PointsTable;

code_list! {
    /// What points are given for.
    PointsFor "points-for" { Priority = "PRIORITET", Children = "BARN", Time = "TID" }
}

/// The points of a case, with what each of them is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    pub total: u32,
    pub parts: Vec<(PointsFor, u32)>,
}

impl Points {
    /// The points of a case by the municipality's table.
    pub(super) fn of(table: &PointsTable, rank: Option<u8>, waiting: &Waiting, day: Date) -> Self {
        let by_rank = |rank: u8| table.by_rank.get(usize::from(rank).checked_sub(1)?).copied();
        let priority = u32::from(rank.and_then(by_rank).unwrap_or(0));
        let children = waiting.size.map_or(0, |size| size.children).min(table.most_children);
        let months = whole_months(waiting.since, day).min(table.most_months.into());
        let parts = vec![
            (PointsFor::Priority, priority),
            (PointsFor::Children, u32::from(children) * u32::from(table.per_child)),
            (PointsFor::Time, months * u32::from(table.per_month)),
        ];
        Self { total: parts.iter().map(|(_, points)| points).sum(), parts }
    }
}

/// Whole months from a day to a later one; none when it is not later.
fn whole_months(from: Date, to: Date) -> u32 {
    let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month());
    let last_begun = i32::from(to.day() < from.day());
    u32::try_from(months - last_begun).unwrap_or(0)
}
