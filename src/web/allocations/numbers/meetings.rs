//! Who gets a home in the meetings and who waits, and why, by target group.

use super::{Cell, Opened, Section, group_code, group_name, is_of_group, opening};
use crate::office::allocations::{Came, Fairness, GroupFairness, InMeeting};
use crate::web::Frame;
use crate::web::allocations::words;
use crate::web::lists::ListAddress;

/// What stands in the address for whatever came of it.
const ANY: &str = "any";

fn came_key(came: Came) -> String {
    format!("fairness-{}", came.code())
}

pub(super) fn section(frame: &Frame, address: &ListAddress, found: &Fairness) -> Section {
    let fixed = ["application-target-groups", "fairness-households", "fairness-got"].map(|key| frame.t(key));
    let came = Came::ALL.map(|came| frame.t(&came_key(came)));
    Section {
        id: "meetings",
        title: frame.t("fairness-title"),
        means: frame.t("fairness-means"),
        about: frame.t1("fairness-meetings", "count", found.meetings),
        none: frame.t("fairness-none-text"),
        heads: fixed.into_iter().chain(came).collect(),
        lines: found.groups.iter().map(|group| line(frame, address, group)).collect(),
        opened: address.filled("came").map(|_| opened(frame, address, found)),
    }
}

fn line(frame: &Frame, address: &ListAddress, of: &GroupFairness) -> (String, Vec<Cell>) {
    let cell = |count: usize, came: &str| match count {
        0 => Cell::plain("0".to_owned()),
        _ => Cell::link(count.to_string(), opening(address, &[("group", group_code(of.group)), ("came", came)])),
    };
    let (placed, households) = (of.placed.to_string(), of.households.to_string());
    let got = Cell::plain(frame.ta("fairness-of", &[("count", &placed), ("all", &households)]));
    let times = Came::ALL.map(|came| cell(of.times.get(&came).copied().unwrap_or(0), came.code()));
    (group_name(frame, of.group), [cell(of.households, ANY), got].into_iter().chain(times).collect())
}

fn opened(frame: &Frame, address: &ListAddress, found: &Fairness) -> Opened {
    let group = address.filled("group").map(|group| group_name(frame, group.parse().ok()));
    let came = Came::ALL.iter().find(|came| came.code() == address.filter("came"));
    let title = group.into_iter().chain(came.map(|came| frame.t(&came_key(*came)))).collect::<Vec<_>>().join(": ");
    let is_asked =
        |row: &&InMeeting| is_of_group(address, &row.known.groups) && came.is_none_or(|came| row.came == *came);
    let heads = ["minutes-application", "fairness-meeting", "fairness-came"].map(|key| frame.t(key));
    let rows = found.rows.iter().filter(is_asked).map(|row| row_of(frame, row)).collect();
    Opened::new(address, title, heads.into(), rows)
}

fn row_of(frame: &Frame, row: &InMeeting) -> Vec<Cell> {
    let came = match row.came {
        Came::Placed | Came::Released => frame.t(&came_key(row.came)),
        Came::NoFittingHome | Came::Outranked | Came::CapFull => words::why(frame, &row.why),
    };
    vec![
        Cell::link(row.known.number.clone(), format!("/applications/{}", row.known.application)),
        Cell::link(frame.day(&row.day), format!("/allocations/{}", row.meeting)),
        Cell::plain(came),
    ]
}
