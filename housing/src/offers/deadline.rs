//! The last day to answer an offer, and the day to remind.

use crate::Date;
use crate::appeals::Arrival;
use crate::assessment::OfferRule;
use crate::calendar::{add_days, add_workdays, roll, work_on_or_before};

/// The last day to answer, and how it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AnswerBy {
    /// The day the letter reached the household, not counted.
    pub begins: Date,
    /// So many days later, before it is moved to a working day.
    pub counted_to: Date,
    /// To the end of this day; never earlier than the letter says.
    pub last_day: Date,
    /// From the post's presumed time.
    pub presumed: bool,
    /// The letter was slower than it reckoned with, so that the household has longer than it says.
    pub later_than_letter: bool,
}

/// The last day to answer by the municipality's rule: counted from when the letter arrived, moved to a
/// working day, and never earlier than the day `stated` in the letter.
pub fn answer_by(arrival: Arrival, rule: &OfferRule, stated: Option<Date>) -> AnswerBy {
    let begins = arrival.begins();
    let days = i32::from(rule.answer_days);
    let counted_to = if rule.in_workdays { add_workdays(begins, days) } else { add_days(begins, days) };
    let counted = roll(counted_to);
    let last_day = stated.map_or(counted, |stated| stated.max(counted));
    let later_than_letter = stated.is_some_and(|stated| last_day > stated);
    AnswerBy { begins, counted_to, last_day, presumed: arrival.is_presumed(), later_than_letter }
}

/// The working day to remind the household on; `None` when the municipality does not remind, or the
/// offer reached it on that day or later.
pub fn remind_on(begins: Date, last_day: Date, rule: &OfferRule) -> Option<Date> {
    let day = work_on_or_before(add_days(last_day, -i32::from(rule.remind_days)));
    (rule.remind_days > 0 && day > begins).then_some(day)
}
