//! Lying bars in parts: rooms by status, arrears by age and kind.

use super::svg::{Svg, WIDTH, label_room, shortened, text_width};
use super::{Caption, number::grouped, number::scaled};

const ROW: i64 = 30;
const THICKNESS: i64 = 20;
const GAP: i64 = 10;
const LEGEND: i64 = 24;
/// The style sheet has this many shades that can be told apart; further parts share the last one.
const SHADES: usize = 6;

/// One bar made of parts, in the order of the legend.
pub struct Stack {
    /// The bar's name, such as *2 rom*.
    pub label: String,
    /// How many of each part, none negative.
    pub parts: Vec<i64>,
}

/// A bar for each stack with its total after it, under a legend of the parts.
pub fn stacked(caption: &Caption<'_>, legend: &[&str], stacks: &[Stack]) -> String {
    let rows = i64::try_from(stacks.len()).unwrap_or(0);
    let (keys, legend_height) = placed(legend);
    let mut svg = Svg::new(caption, legend_height + rows * ROW + 4);
    for (index, (x, y, name)) in keys.into_iter().enumerate() {
        svg.bar(&shade(index), x, y, 12, 12);
        svg.text("c-quiet", x + 18, y + 11, name);
    }

    let totals: Vec<i64> = stacks.iter().map(|stack| stack.parts.iter().sum()).collect();
    let largest = totals.iter().copied().max().unwrap_or(0);
    let left = label_room(stacks.iter().map(|stack| stack.label.as_str())) + GAP;
    let length = (WIDTH - left - text_width(&grouped(largest)) - GAP).max(1);
    for ((row, stack), total) in (0..).zip(stacks).zip(totals) {
        let top = legend_height + row * ROW;
        svg.text("c-text c-end", left - GAP, top + 15, &shortened(&stack.label));
        draw_parts(&mut svg, &stack.parts, (left, top), |value| scaled(value, largest, length));
        svg.text("c-text", left + scaled(total, largest, length) + 8, top + 15, &grouped(total));
    }
    svg.rule("c-axis", (left, legend_height - 2), (left, legend_height + rows * ROW));
    svg.finish()
}

/// Parts end where the running sum ends, so that rounding never makes a bar longer than its total.
fn draw_parts(svg: &mut Svg, parts: &[i64], (left, top): (i64, i64), along: impl Fn(i64) -> i64) {
    let mut sum = 0;
    for (index, part) in parts.iter().enumerate() {
        let start = along(sum);
        sum += part;
        svg.bar(&shade(index), left + start, top, along(sum) - start, THICKNESS);
    }
}

/// Where each key of the legend stands, and how high the legend became.
fn placed<'a>(legend: &[&'a str]) -> (Vec<(i64, i64, &'a str)>, i64) {
    let (mut x, mut y) = (0, 2);
    let mut keys = Vec::new();
    for name in legend {
        let room = text_width(name) + 34;
        if x > 0 && x + room > WIDTH {
            (x, y) = (0, y + LEGEND);
        }
        keys.push((x, y, *name));
        x += room;
    }
    (keys, y + LEGEND + 4)
}

fn shade(index: usize) -> String {
    format!("c-{}", index.min(SHADES - 1) + 1)
}
