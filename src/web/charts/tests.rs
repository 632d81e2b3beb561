use super::{Caption, Measure, Stack, bars, columns, grouped, line, number::round_step, stacked};

const CAPTION: Caption<'_> = Caption { title: "Boliger etter rom", gist: "Flest toroms" };

/// The value of an attribute in every mark of a class, in order.
fn values(svg: &str, class: &str, attribute: &str) -> Vec<i64> {
    svg.split('<')
        .filter(|mark| mark.contains(&format!("class=\"{class}\"")))
        .filter_map(|mark| mark.split_once(&format!(" {attribute}=\"")))
        .map(|(_, rest)| rest.split('"').next().unwrap_or_default().parse().expect("a whole number"))
        .collect()
}

fn rooms(counts: &[i64]) -> Vec<Measure> {
    (1..).zip(counts).map(|(rooms, count)| Measure::count(format!("{rooms} rom"), *count)).collect()
}

#[test]
fn a_drawing_says_what_it_is_to_those_who_do_not_see_it() {
    let svg = bars(&CAPTION, &rooms(&[1]));
    assert!(svg.starts_with("<svg viewBox="));
    assert!(svg.contains(r#"role="img"><title>Boliger etter rom</title><desc>Flest toroms</desc>"#));
    assert!(!svg.contains("style="), "the page forbids style attributes");
}

#[test]
fn names_from_the_register_cannot_become_markup() {
    let svg = bars(&CAPTION, &[Measure::count("<b>&\"Vik\"", 3)]);
    assert!(svg.contains("&lt;b&gt;&amp;&quot;Vik&quot;"));
}

#[test]
fn bars_are_as_long_as_their_values() {
    let lengths = values(&bars(&CAPTION, &rooms(&[50, 100, 25])), "c-bar c-1", "width");
    assert_eq!(lengths.len(), 3);
    assert_eq!(lengths[1] / 2, lengths[0]);
    assert_eq!(lengths[1] / 4, lengths[2]);
}

#[test]
fn nothing_is_drawn_for_nothing() {
    assert!(values(&bars(&CAPTION, &rooms(&[0, 0])), "c-bar c-1", "width").is_empty());
    assert!(bars(&CAPTION, &[]).ends_with("</svg>"));
    assert!(stacked(&CAPTION, &[], &[]).ends_with("</svg>"));
    assert!(columns(&CAPTION, &[]).ends_with("</svg>"));
    assert!(line(&CAPTION, &[]).ends_with("</svg>"));
}

#[test]
fn the_parts_of_a_bar_meet_without_gap_or_overlap() {
    let stack = Stack { label: "2 rom".into(), parts: vec![131, 12, 7] };
    let svg = stacked(&CAPTION, &["Utleid", "Ledig", "Sperret"], &[stack]);
    let starts: Vec<i64> = ["c-bar c-1", "c-bar c-2", "c-bar c-3"].map(|class| values(&svg, class, "x")[1]).into();
    let widths: Vec<i64> = ["c-bar c-1", "c-bar c-2", "c-bar c-3"].map(|class| values(&svg, class, "width")[1]).into();
    assert_eq!(starts[0] + widths[0], starts[1]);
    assert_eq!(starts[1] + widths[1], starts[2]);
    assert!(svg.contains(">150</text>"), "the total stands after the bar");
}

#[test]
fn grid_lines_stand_on_round_numbers() {
    assert_eq!([1, 5, 6, 23, 70, 486, 5_001].map(round_step), [1, 1, 2, 5, 20, 100, 2_000]);
}

#[test]
fn large_values_do_not_overflow() {
    let svg = line(&CAPTION, &[Measure::count("2025", i64::MAX / 20), Measure::count("2026", 0)]);
    assert!(svg.contains("polyline"));
}

#[test]
fn labels_under_a_long_line_do_not_run_into_each_other() {
    let months: Vec<Measure> = (0..60).map(|month| Measure::count(format!("{month}"), month)).collect();
    let places = values(&line(&CAPTION, &months), "c-quiet c-middle", "x");
    assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 80), "{places:?}");
}

#[test]
fn numbers_are_grouped_in_threes() {
    assert_eq!([0, 999, 1_204_550, -7_850].map(grouped), ["0", "999", "1\u{a0}204\u{a0}550", "−7\u{a0}850"]);
}
