//! The years: what came in, was decided and was let.

use super::block::{Block, Entry};
use crate::office::overview::{Overview, YearCount};
use crate::web::Frame;
use crate::web::charts::{Caption, Stack, grouped, stacked};

/// The charts of the years.
pub fn blocks(frame: &Frame, overview: &Overview) -> Vec<Block> {
    let homes = |care_home: bool| frame.t(if care_home { "overview-care-homes" } else { "overview-ordinary-homes" });
    let row = |year: &YearCount| {
        let name = format!("{}, {}", year.year, homes(year.care_home));
        let counts = [year.received, year.granted, year.refused, year.moved_in];
        [Entry::text(name)].into_iter().chain(counts.map(|count| Entry::count(count, String::new()))).collect()
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
