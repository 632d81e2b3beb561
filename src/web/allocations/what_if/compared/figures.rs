//! Both plans in figures, side by side.

use super::rows::{self, HOMES, TURNS};
use super::{Number, Of, narrowed};
use crate::office::allocations::{Compared, Fate, Side, Turn};
use crate::web::Frame;
use crate::web::allocations::what_if::words;
use crate::web::allocations::words::points;
use crate::web::lists::ListAddress;
use std::collections::BTreeSet;

/// A line of the comparison.
pub(super) struct Line {
    pub label: String,
    /// Of the plan and of the what-if.
    pub numbers: [Number; 2],
    pub difference: String,
}

/// Lines that belong together.
pub(super) struct Group {
    pub title: String,
    pub lines: Vec<Line>,
}

/// How many of a class a plan does this for; for all classes without one.
fn count(compared: &Compared, of: Of, class: Option<Option<u32>>, fates: &[Fate]) -> i64 {
    let of_class = compared.households.iter().filter(|row| class.is_none_or(|class| row.class == class));
    let counted = of_class.filter(|row| of.household(row).is_some_and(|outcome| fates.contains(&outcome.fate)));
    i64::try_from(counted.count()).unwrap_or(i64::MAX)
}

/// The weightiest part of the objective that differs, in words.
pub(super) fn verdict(frame: &Frame, compared: &Compared) -> String {
    let classes: BTreeSet<u32> = compared.households.iter().filter_map(|row| row.class).collect();
    let got = [Fate::Placed, Fate::Moved];
    for class in classes {
        let [plan, imagined] = Of::BOTH.map(|of| count(compared, of, Some(Some(class)), &got));
        if plan != imagined {
            let key = if imagined > plan { "what-if-better-class" } else { "what-if-worse-class" };
            let difference = (imagined - plan).abs().to_string();
            return frame.ta(key, &[("count", &difference), ("class", &class.to_string())]);
        }
    }
    let difference = compared.imagined.score - compared.plan.score;
    match difference {
        0 if compared.imagined.moves == compared.plan.moves => frame.t("what-if-alike"),
        0 if compared.imagined.moves < compared.plan.moves => frame.t("what-if-fewer-moves"),
        0 => frame.t("what-if-more-moves"),
        more if more > 0 => frame.t1("what-if-better-score", "points", more),
        less => frame.t1("what-if-worse-score", "points", less.abs()),
    }
}

/// For how many it turns out how, each opening to its rows.
pub(super) fn turns(frame: &Frame, compared: &Compared, address: &ListAddress) -> Vec<(String, String)> {
    let turned = |turn: Turn| compared.households.iter().filter(|row| row.turn() == turn).count();
    let told = TURNS.iter().map(|(turn, code, _)| (turned(*turn), code));
    let told = told.filter(|(count, code)| *count > 0 && **code != "same");
    told.map(|(count, code)| {
        (frame.t1(&format!("what-if-turned-{code}"), "count", count), narrowed(address, &[("turn", code)]))
    })
    .collect()
}

/// A number of each plan, and the difference.
fn line(frame: &Frame, label: String, numbers: [i64; 2], hrefs: [String; 2]) -> Line {
    let [plan, imagined] = numbers;
    let [plan_href, imagined_href] = hrefs;
    let number = |count: i64, href: String| Number {
        text: frame.number(&count),
        href: if count == 0 { String::new() } else { href },
    };
    Line {
        label,
        difference: words::signed(imagined - plan),
        numbers: [number(plan, plan_href), number(imagined, imagined_href)],
    }
}

pub(super) fn groups(frame: &Frame, compared: &Compared, address: &ListAddress) -> Vec<Group> {
    let classes: BTreeSet<Option<u32>> = compared.households.iter().map(|row| row.class).collect();
    // Those who are only asked come last.
    let in_order = classes.iter().filter(|class| class.is_some()).chain(classes.iter().filter(|class| class.is_none()));
    let mut groups: Vec<Group> = in_order.map(|class| of_class(frame, compared, address, *class)).collect();
    groups.retain(|group| !group.lines.is_empty());
    if groups.len() > MANY_CLASSES {
        groups.retain(|group| group.lines.iter().any(|line| line.difference != "0"));
    }
    groups.push(of_homes(frame, compared, address));
    let [plan, imagined] = Of::BOTH.map(|of| of.side(compared));
    let behind = |fate: &str| Of::BOTH.map(|of| narrowed(address, &[("of", of.code()), ("fate", fate)]));
    let whole = |key: &str, fate: &str, of: &dyn Fn(&Side) -> i64| {
        line(frame, frame.t(key), [of(plan), of(imagined)], behind(fate))
    };
    let one_more = |of: Of| {
        let text = points(of.side(compared).one_more_move.as_deref());
        let href = narrowed(address, &[("of", of.code()), ("fate", Fate::Moved.code())]);
        Number { href: if text.is_empty() { String::new() } else { href }, text }
    };
    let price =
        Line { label: frame.t("what-if-one-more-move"), numbers: Of::BOTH.map(one_more), difference: String::new() };
    let moves = whole("what-if-moves", Fate::Moved.code(), &|side| side.moves);
    let mut lines = vec![moves, whole("what-if-score", rows::GOT, &|side| side.score)];
    lines.extend(Some(price).filter(|price| price.numbers.iter().any(|number| !number.text.is_empty())));
    groups.push(Group { title: frame.t("what-if-whole"), lines });
    groups
}

/// From so many classes on, those that are alike in both are left out.
const MANY_CLASSES: usize = 8;

fn of_class(frame: &Frame, compared: &Compared, address: &ListAddress, class: Option<u32>) -> Group {
    let name = class.map_or_else(|| "none".to_owned(), |class| class.to_string());
    let title = class.map_or_else(|| frame.t("what-if-asked"), |class| frame.t1("allocation-class", "class", class));
    let lines = Fate::ALL.map(|fate| {
        let numbers = Of::BOTH.map(|of| count(compared, of, Some(class), &[fate]));
        let rows = |of: Of| narrowed(address, &[("of", of.code()), ("class", &name), ("fate", fate.code())]);
        line(frame, frame.t(&format!("what-if-fate-{}", fate.code())), numbers, Of::BOTH.map(rows))
    });
    Group { title, lines: lines.into_iter().filter(is_something).collect() }
}

fn is_something(line: &Line) -> bool {
    line.numbers.iter().any(|number| number.text != "0")
}

fn of_homes(frame: &Frame, compared: &Compared, address: &ListAddress) -> Group {
    let lines = HOMES.iter().map(|(fate, code)| {
        let with = |of: Of| compared.homes.iter().filter(|row| of.home(row) == Some(*fate)).count();
        let numbers = Of::BOTH.map(|of| i64::try_from(with(of)).unwrap_or(i64::MAX));
        let rows = |of: Of| narrowed(address, &[("of", of.code()), ("homes", code)]);
        line(frame, frame.t(&format!("what-if-homes-{code}")), numbers, Of::BOTH.map(rows))
    });
    Group { title: frame.t("allocation-homes"), lines: lines.filter(is_something).collect() }
}
