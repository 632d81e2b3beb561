//! Standing columns: a histogram, where the order of the names matters.

use super::svg::{Svg, WIDTH};
use super::{Caption, Measure, number::grouped, number::round_step, number::scaled};

const HEIGHT: i64 = 200;
const TOP: i64 = 20;
const LEFT: i64 = 48;
const FOOT: i64 = 28;

/// A column for each measure, side by side, with its value on top.
pub fn columns(caption: &Caption<'_>, measures: &[Measure]) -> String {
    let mut svg = Svg::new(caption, TOP + HEIGHT + FOOT);
    let largest = measures.iter().map(|measure| measure.value).max().unwrap_or(0).max(1);
    let top = draw_grid(&mut svg, largest, TOP, HEIGHT, LEFT);
    let count = i64::try_from(measures.len()).unwrap_or(0).max(1);
    let width = (WIDTH - LEFT) / count;
    let thickness = (width - 4).clamp(1, 72);

    for (index, measure) in (0..).zip(measures) {
        let middle = LEFT + index * width + width / 2;
        let height = scaled(measure.value, top, HEIGHT);
        svg.bar("c-1", middle - thickness / 2, TOP + HEIGHT - height, thickness, height);
        svg.text("c-text c-middle", middle, TOP + HEIGHT - height - 5, &measure.text);
        svg.text("c-quiet c-middle", middle, TOP + HEIGHT + 18, &measure.label);
    }
    svg.rule("c-axis", (LEFT, TOP + HEIGHT), (WIDTH, TOP + HEIGHT));
    svg.finish()
}

/// Draws round grid lines with their values; answers what the top line stands for.
pub(super) fn draw_grid(svg: &mut Svg, largest: i64, top: i64, height: i64, left: i64) -> i64 {
    let step = round_step(largest);
    let highest = (largest + step - 1) / step * step;
    for line in 0..=highest / step {
        let value = line * step;
        let y = top + height - scaled(value, highest, height);
        svg.rule("c-grid", (left, y), (WIDTH, y));
        svg.text("c-quiet c-end", left - 8, y + 4, &grouped(value));
    }
    highest
}
