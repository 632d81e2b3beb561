//! Whole numbers made readable, and axes that end on round ones.

/// `1204550` as `1 204 550`, with spaces that do not break.
pub fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::from(if value < 0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        let starts_a_group = index > 0 && (digits.len() - index).is_multiple_of(3);
        if starts_a_group {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// The step between grid lines: 1, 2 or 5 times a power of ten, so that at most five steps reach `largest`.
pub(super) fn round_step(largest: i64) -> i64 {
    let mut power = 1;
    loop {
        for step in [power, 2 * power, 5 * power] {
            if step * 5 >= largest {
                return step;
            }
        }
        power *= 10;
    }
}

/// How far along `length` the value lies when `largest` fills it.
pub(super) fn scaled(value: i64, largest: i64, length: i64) -> i64 {
    let share = i128::from(value.max(0)) * i128::from(length) / i128::from(largest.max(1));
    i64::try_from(share).unwrap_or(length)
}
