//! Lying bars: one thing compared across names.

use super::svg::{Svg, WIDTH, label_room, shortened, text_width};
use super::{Caption, Measure, number::scaled};

const ROW: i64 = 30;
const THICKNESS: i64 = 20;
const GAP: i64 = 10;

/// A bar for each measure, its name before it and its value after it.
pub fn bars(caption: &Caption<'_>, measures: &[Measure]) -> String {
    let rows = i64::try_from(measures.len()).unwrap_or(0);
    let mut svg = Svg::new(caption, rows * ROW + 4);
    let left = label_room(measures.iter().map(|measure| measure.label.as_str())) + GAP;
    let right = measures.iter().map(|measure| text_width(&measure.text)).max().unwrap_or(0) + GAP;
    let largest = measures.iter().map(|measure| measure.value).max().unwrap_or(0);
    let length = (WIDTH - left - right).max(1);

    for (row, measure) in (0..).zip(measures) {
        let top = row * ROW + 2;
        let reach = scaled(measure.value, largest, length);
        svg.text("c-text c-end", left - GAP, top + 15, &shortened(&measure.label));
        svg.bar("c-1", left, top, reach, THICKNESS);
        svg.text("c-text", left + reach + 8, top + 15, &measure.text);
    }
    svg.rule("c-axis", (left, 0), (left, rows * ROW));
    svg.finish()
}
