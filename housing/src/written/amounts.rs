//! Amounts of money, floor areas and whole numbers.

use super::{Unreadable, plain};
use crate::dwellings::FloorArea;
use crate::money::Ore;

/// What stands behind an amount a month, and says nothing more in a column of rents.
const A_MONTH: [&str; 12] = [
    "pr. måned",
    "pr måned",
    "per måned",
    "i måneden",
    "pr. mnd",
    "pr mnd",
    "per mnd",
    "i mnd",
    "/mnd",
    "/måned",
    "/md",
    "mnd",
];

/// Reads an amount: `7 850,-`, `kr 7850`, `7.850,00`; and `1.234,50-`, `(1 234)` and `500,00 CR`, which are negative.
pub fn amount(text: &str) -> Result<Ore, Unreadable> {
    let unreadable = || Unreadable::Amount { found: text.to_owned() };
    let lower = plain(text);
    let without_currency = strip_words(&lower, &["kroner", "kr.", "kr", "nok"]);
    let (digits, negative) = take_sign(without_currency);
    let digits = digits.strip_suffix(['-', '–']).map_or(digits, |rest| rest.trim_end_matches([',', '.']));
    let hundredths = decimal(digits, 2).ok_or_else(unreadable)?;
    Ok(Ore(if negative { -hundredths } else { hundredths }))
}

/// Reads an amount a month, as [`amount`], where somebody says once more that it is: `7850 pr. mnd.`
pub fn amount_a_month(text: &str) -> Result<Ore, Unreadable> {
    let lower = plain(text);
    amount(strip_words(lower.trim_end_matches('.'), &A_MONTH))
        .map_err(|_| Unreadable::Amount { found: text.to_owned() })
}

/// Reads a floor area: `54,5 m2`, `54.5`, `54 kvm`.
pub fn floor_area(text: &str) -> Result<FloorArea, Unreadable> {
    let unreadable = || Unreadable::FloorArea { found: text.to_owned() };
    let lower = plain(text);
    let number = strip_words(&lower, &["kvadratmeter", "kvm.", "kvm", "m²", "m2", "bra", "ca.", "ca"]);
    let tenths = decimal_point(number, 1).or_else(|| decimal(number, 1)).ok_or_else(unreadable)?;
    u32::try_from(tenths).map(FloorArea).map_err(|_| unreadable())
}

/// Reads a whole number: `2`, `1958`, `2,0`, `3 stk`.
pub fn whole_number(text: &str) -> Result<i64, Unreadable> {
    let unreadable = || Unreadable::Number { found: text.to_owned() };
    let lower = plain(text);
    let number = strip_words(&lower, &["stk.", "stk", "etg.", "etg", "etasje", "."]);
    let (digits, negative) = number.strip_prefix('-').map_or((number, false), |rest| (rest, true));
    let digits = digits.strip_suffix(",0").or_else(|| digits.strip_suffix(".0")).unwrap_or(digits);
    let value: i64 = digits.parse().map_err(|_| unreadable())?;
    Ok(if negative { -value } else { value })
}

/// Removes one of the words from either end, as often as they stand there.
fn strip_words<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let mut rest = text.trim();
    while let Some(shorter) = words.iter().find_map(|word| rest.strip_prefix(word).or_else(|| rest.strip_suffix(word)))
    {
        rest = shorter.trim();
    }
    rest
}

/// A minus before or after, or brackets as in ledgers, make an amount negative. The dash of `,-` is
/// no minus: it stands for "no øre".
fn take_sign(text: &str) -> (&str, bool) {
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (inner.trim(), true);
    }
    if let Some(rest) = text.strip_suffix("cr") {
        return (rest.trim_end(), true);
    }
    if let Some(rest) = text.strip_prefix(['-', '−', '–']) {
        return (rest.trim_start(), true);
    }
    let no_ore = [",-", ".-", ",–", ".–"].iter().any(|ending| text.ends_with(ending));
    match text.strip_suffix(['-', '−', '–']) {
        Some(rest) if !no_ore => (rest.trim_end(), true),
        _ => (text, false),
    }
}

/// The number in units of its last wanted decimal: `decimal("7.850,5", 2)` is 785 050.
///
/// A comma before one or two last digits is the decimal mark, and so is a full stop when no comma
/// stands there and it is not followed by exactly three digits. Other spaces, full stops and
/// apostrophes must part groups of three. Where commas stand before a full stop (`7,850.00`), they part the groups.
fn decimal(text: &str, decimals: u32) -> Option<i64> {
    if let (Some(comma), Some(point)) = (text.rfind(','), text.rfind('.'))
        && comma < point
    {
        return scaled(&ungrouped(&text[..point].replace(',', " "))?, &text[point + 1..], decimals);
    }
    let mark = text.rfind(',').or_else(|| text.rfind('.').filter(|at| text.len() - at - 1 != 3));
    let (whole, fraction) = mark.map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
    scaled(&ungrouped(whole)?, fraction, decimals)
}

/// As [`decimal`], where a full stop is always the decimal mark: no home has a thousand square metres
/// to group.
fn decimal_point(text: &str, decimals: u32) -> Option<i64> {
    let (whole, fraction) = text.split_once(['.', ','])?;
    scaled(whole, fraction, decimals)
}

fn scaled(whole: &str, fraction: &str, decimals: u32) -> Option<i64> {
    let digits_only = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = fraction.trim_end_matches('0');
    if whole.is_empty() || !digits_only(whole) || !digits_only(fraction) || fraction.len() > decimals as usize {
        return None;
    }
    let missing = decimals - u32::try_from(fraction.len()).ok()?;
    let fraction_value: i64 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
    let whole: i64 = whole.parse().ok()?;
    whole.checked_mul(10_i64.pow(decimals))?.checked_add(fraction_value * 10_i64.pow(missing))
}

/// The digits without their group marks, when the groups are groups of three.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split([' ', '.', '\'', '’']);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}
