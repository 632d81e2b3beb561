//! The few marks our charts are made of. Coordinates are whole units of the view box, about a pixel each.

use std::fmt::Write;

use super::Caption;

/// Width of every drawing; the page scales it.
pub(super) const WIDTH: i64 = 512;
/// A letter's width, roughly, in the 14-unit text of the labels: enough to reserve room for them.
const LETTER: i64 = 8;
/// Labels longer than this are cut: the table beside has them whole.
const LONGEST_LABEL: usize = 26;

/// An SVG being written.
pub(super) struct Svg(String);

impl Svg {
    pub(super) fn new(caption: &Caption<'_>, height: i64) -> Self {
        let title = escaped(caption.title);
        let gist = escaped(caption.gist);
        Self(format!(r#"<svg viewBox="0 0 {WIDTH} {height}" role="img"><title>{title}</title><desc>{gist}</desc>"#))
    }

    /// A filled box; `shade` is a class such as `c-1`. Nothing is drawn for an empty one.
    pub(super) fn bar(&mut self, shade: &str, x: i64, y: i64, width: i64, height: i64) {
        if width > 0 && height > 0 {
            self.mark(format_args!(
                r#"<rect class="c-bar {shade}" x="{x}" y="{y}" width="{width}" height="{height}" rx="1"/>"#
            ));
        }
    }

    pub(super) fn text(&mut self, class: &str, x: i64, y: i64, text: &str) {
        let text = escaped(text);
        self.mark(format_args!(r#"<text class="{class}" x="{x}" y="{y}">{text}</text>"#));
    }

    /// A straight rule across or down the drawing.
    pub(super) fn rule(&mut self, class: &str, from: (i64, i64), to: (i64, i64)) {
        let ((x1, y1), (x2, y2)) = (from, to);
        self.mark(format_args!(r#"<line class="{class}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#));
    }

    pub(super) fn dot(&mut self, x: i64, y: i64) {
        self.mark(format_args!(r#"<circle class="c-dot" cx="{x}" cy="{y}" r="3"/>"#));
    }

    /// A line through the points, in order.
    pub(super) fn path(&mut self, points: &[(i64, i64)]) {
        let points = points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
        self.mark(format_args!(r#"<polyline class="c-line" points="{points}"/>"#));
    }

    pub(super) fn finish(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }

    fn mark(&mut self, mark: std::fmt::Arguments<'_>) {
        self.0.write_fmt(mark).expect("writing to a string does not fail");
    }
}

/// Room for the longest of these labels.
pub(super) fn label_room<'a>(labels: impl Iterator<Item = &'a str>) -> i64 {
    labels.map(|label| text_width(&shortened(label))).max().unwrap_or(0) + LETTER / 2
}

/// About how wide a text will be.
pub(super) fn text_width(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(0) * LETTER
}

/// The label, cut where it would crowd out the drawing.
pub(super) fn shortened(label: &str) -> String {
    if label.chars().count() <= LONGEST_LABEL {
        return label.to_owned();
    }
    label.chars().take(LONGEST_LABEL - 1).chain(['…']).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
