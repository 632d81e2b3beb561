//! How allocation went, as tables of text.

use super::sections::{Section, Words};
use crate::office::allocations::{Came, Numbers};
use housing::offers::{Phase, Spread};
use housing::people::TargetGroup;

/// Who got homes and who waits, how long it took, what empty homes waited for, and why households said no.
pub fn sections(numbers: &Numbers, words: &Words) -> [Section; 4] {
    [meetings(numbers, words), times(numbers, words), vacancy(numbers, words), declines(numbers, words)]
}

fn group_name(group: Option<TargetGroup>, words: &Words) -> String {
    group.map_or_else(|| words.of("offers-no-group"), |group| words.of(&group.text_key()))
}

fn meetings(numbers: &Numbers, words: &Words) -> Section {
    let found = &numbers.fairness;
    let rows = found.groups.iter().map(|of| {
        let times = Came::ALL.map(|came| of.times.get(&came).copied().unwrap_or(0));
        let counts = [of.households, of.placed].into_iter().chain(times).map(|count| count.to_string());
        std::iter::once(group_name(of.group, words)).chain(counts).collect()
    });
    let title = format!("Who got homes in {} meetings closed from {} to {}", found.meetings, found.from, found.on);
    let head = [
        "target group",
        "households",
        "got a home",
        "times given",
        "let go without an offer",
        "no home fitted",
        "others came first",
        "limit full",
    ];
    Section::new(title, 1, &head, rows.collect())
}

fn days(days: Option<i32>) -> String {
    days.map(|days| days.to_string()).unwrap_or_default()
}

fn times(numbers: &Numbers, words: &Words) -> Section {
    let everybody = (words.of("numbers-everybody"), &numbers.offers.times);
    let groups = numbers.offers.groups.iter().map(|of| (group_name(of.group, words), &of.times));
    let rows = std::iter::once(everybody).chain(groups).flat_map(|(group, times)| {
        let row = move |(phase, spread): (&Phase, &Spread)| {
            vec![
                group.clone(),
                words.of(&phase.text_key()),
                spread.count.to_string(),
                days(spread.median),
                days(spread.longest),
            ]
        };
        times.iter().filter(|(_, spread)| spread.count > 0).map(row)
    });
    let head = ["target group", "stretch", "offers", "median days", "longest"];
    Section::new("From decision to moving in", 2, &head, rows.collect())
}

fn vacancy(numbers: &Numbers, words: &Words) -> Section {
    let rows = numbers.vacancy.iter().map(|of| {
        let (homes, in_all) = (of.homes.to_string(), of.days.to_string());
        vec![words.of(&of.phase.text_key()), homes, in_all, days(of.spread.median), days(of.spread.longest)]
    });
    let head = ["waits for", "homes", "days", "median days", "longest"];
    Section::new("What homes waited for while they stood empty", 1, &head, rows.collect())
}

fn declines(numbers: &Numbers, words: &Words) -> Section {
    let rows =
        numbers.offers.declines.iter().map(|(reason, count)| vec![words.of(&reason.text_key()), count.to_string()]);
    Section::new("Why households said no", 1, &["reason", "offers"], rows.collect())
}
