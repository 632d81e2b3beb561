//! A line through time.

use super::columns::draw_grid;
use super::svg::{Svg, WIDTH, text_width};
use super::{Caption, Measure, number::grouped, number::scaled};

const HEIGHT: i64 = 180;
const TOP: i64 = 16;
const FOOT: i64 = 28;
/// Labels under the line stand at least this far apart; those between are left to the table.
const LABEL_ROOM: i64 = 84;

/// A line through the measures in order, the last one marked and named with its value.
pub fn line(caption: &Caption<'_>, measures: &[Measure]) -> String {
    let mut svg = Svg::new(caption, TOP + HEIGHT + FOOT);
    let largest = measures.iter().map(|measure| measure.value).max().unwrap_or(0).max(1);
    let left = text_width(&grouped(largest)) + 16;
    let right = measures.last().map_or(0, |last| text_width(&last.text)) + 16;
    let highest = draw_grid(&mut svg, largest, TOP, HEIGHT, left);
    let gaps = i64::try_from(measures.len()).unwrap_or(0).saturating_sub(1).max(1);
    let length = (WIDTH - left - right).max(1);
    let at = |index: i64, value: i64| (left + index * length / gaps, TOP + HEIGHT - scaled(value, highest, HEIGHT));

    let points: Vec<(i64, i64)> = (0..).zip(measures).map(|(index, measure)| at(index, measure.value)).collect();
    svg.path(&points);
    if let (Some((x, y)), Some(last)) = (points.last(), measures.last()) {
        svg.dot(*x, *y);
        svg.text("c-text", x + 8, y + 4, &last.text);
    }
    let every = (LABEL_ROOM * gaps / length).max(0) + 1;
    for (index, measure) in (0..).zip(measures) {
        if index % every == 0 {
            svg.text("c-quiet c-middle", at(index, 0).0, TOP + HEIGHT + 18, &measure.label);
        }
    }
    svg.finish()
}
