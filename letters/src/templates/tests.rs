use super::*;

#[test]
fn the_templates_that_come_with_us_are_complete() {
    if let Err(problems) = Templates::changed_by(std::iter::empty::<(&str, &str)>()) {
        panic!("{problems}");
    }
}
