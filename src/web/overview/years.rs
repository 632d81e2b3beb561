//! The years: what came in, was decided and was let.

use super::block::{Block, Entry};
use super::links::{Links, category, kind};
use crate::office::overview::{Overview, YearCount};
use crate::web::Frame;
use crate::web::charts::{Caption, Stack, grouped, stacked};
use housing::Date;
use housing::applications::Outcome;

/// The first and the last day of a year, as far as it has come.
fn days_of(year: i16, on: Date) -> (String, String) {
    let last = if year == on.year() { on.to_string() } else { format!("{year:04}-12-31") };
    (format!("{year:04}-01-01"), last)
}

/// The charts of the years.
pub fn blocks(frame: &Frame, overview: &Overview, links: &Links) -> Vec<Block> {
    let homes = |care_home: bool| frame.t(if care_home { "overview-care-homes" } else { "overview-ordinary-homes" });
    let row = |year: &YearCount| {
        let name = format!("{}, {}", year.year, homes(year.care_home));
        let (first, last) = days_of(year.year, overview.as_of);
        let kind = ("kind", kind(year.care_home));
        let decided = |outcome: Outcome| {
            links.applications(&[("outcome", outcome.code()), ("decided_from", &first), ("decided_to", &last), kind])
        };
        let moved_in = links.tenancies(&[("from", &first), ("to", &last), ("category", category(year.care_home))]);
        vec![
            Entry::text(name),
            Entry::count(year.received, links.applications(&[("from", &first), ("to", &last), kind])),
            Entry::count(year.granted, decided(Outcome::Granted)),
            Entry::count(year.refused, decided(Outcome::Refused)),
            Entry::count(year.moved_in, moved_in),
        ]
    };
    let head = ["overview-year", "overview-received", "overview-granted", "overview-refused", "overview-moved-in"];
    let rows = overview.years.iter().map(row).collect();
    let mut block = Block::new(frame, "years", head.map(|key| frame.t(key)).into(), rows);
    let mut stacks: Vec<Stack> = Vec::new();
    for year in &overview.years {
        let label = year.year.to_string();
        match stacks.iter_mut().find(|stack| stack.label == label) {
            Some(stack) => stack.parts.push(year.received),
            None => stacks.push(Stack { label, parts: vec![year.received] }),
        }
    }
    let this_year = overview.years.iter().filter(|year| year.year == overview.as_of.year());
    let gist = frame.t1("overview-gist-received", "count", grouped(this_year.map(|year| year.received).sum()));
    let legend = [homes(false), homes(true)];
    block.drawing = stacked(&Caption { title: &block.title, gist: &gist }, &[&legend[0], &legend[1]], &stacks);
    vec![block]
}
