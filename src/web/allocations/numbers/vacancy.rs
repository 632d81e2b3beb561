//! What homes wait for while they stand empty, and for how long.

use super::{Cell, Opened, Section, days, opening};
use crate::office::allocations::{EmptyRow, Numbers, PhaseFigures};
use crate::web::Frame;
use crate::web::lists::ListAddress;
use housing::calendar::add_days;
use housing::dwellings::VacancyPhase;

pub(super) fn section(frame: &Frame, address: &ListAddress, numbers: &Numbers) -> Section {
    let heads = ["numbers-waits-for", "numbers-homes", "numbers-days", "numbers-median", "numbers-longest"];
    Section {
        id: "vacancy",
        title: frame.t("numbers-vacancy"),
        means: frame.t("numbers-vacancy-means"),
        about: String::new(),
        none: frame.t("numbers-vacancy-none"),
        heads: heads.map(|key| frame.t(key)).into(),
        lines: numbers.vacancy.iter().map(|of| line(frame, address, of)).collect(),
        opened: address.read_as("vacancy").map(|phase| opened(frame, address, (phase, &numbers.empty_rows))),
    }
}

fn line(frame: &Frame, address: &ListAddress, of: &PhaseFigures) -> (String, Vec<Cell>) {
    let rows = || opening(address, &[("vacancy", of.phase.code())]);
    let spread = [of.spread.median, of.spread.longest];
    let spread = spread.map(|took| Cell::plain(took.map(|took| days(frame, took)).unwrap_or_default()));
    let counts = [Cell::link(of.homes.to_string(), rows()), Cell::link(frame.number(&of.days), rows())];
    (frame.t(&of.phase.text_key()), counts.into_iter().chain(spread).collect())
}

/// The homes that waited for it, the longest first.
fn opened(frame: &Frame, address: &ListAddress, (phase, rows): (VacancyPhase, &[EmptyRow])) -> Opened {
    let mut rows: Vec<&EmptyRow> = rows.iter().filter(|row| row.time.phase == phase).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.time.days()));
    let row = |row: &EmptyRow| {
        let last = if row.goes_on { frame.t("numbers-goes-on") } else { frame.day(&add_days(row.time.until, -1)) };
        vec![
            Cell::link(row.place.clone(), format!("/dwellings/{}", row.dwelling)),
            Cell::plain(frame.day(&row.time.from)),
            Cell::plain(last),
            Cell::plain(days(frame, row.time.days())),
        ]
    };
    let heads = ["offer-home", "numbers-first", "numbers-last", "numbers-days"].map(|key| frame.t(key));
    Opened::new(address, frame.t(&phase.text_key()), heads.into(), rows.into_iter().map(row).collect())
}
