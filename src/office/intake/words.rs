//! What an application said, in words: the same on its page, and in the file that goes with an appeal.

use crate::texts::{Wording, short_day};
use housing::applications::{
    Answers, AskedInWords, Channel, ConsentTo, ContactWay, Enclosure, Income, IncomeSource, LeavesPlace, MemberSaid,
    NeedReason, NoticeBy,
};
use housing::assessment::{StayBasis, TimeException};
use housing::decisions::FollowUpKind;
use housing::dwellings::Rooms;
use housing::money::Ore;
use housing::needs::{Access, HistoryRow, NeedKind};
use housing::written;
use serde_json::Value;

/// A fact with the name people know it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What the register calls it.
    pub field: String,
    pub label: String,
    pub said: String,
}

/// Every answer that was given, in the order of the form; the homes they have had are told by [`home`].
pub fn told(words: &impl Wording, answers: &Answers) -> Vec<Told> {
    let sections = [
        serde_json::to_value(&answers.contact),
        serde_json::to_value(&answers.stay),
        serde_json::to_value(answers.custody),
        serde_json::to_value(&answers.home),
        serde_json::to_value(&answers.economy),
        serde_json::to_value(&answers.health),
        serde_json::to_value(&answers.wish),
        serde_json::to_value(&answers.help),
        serde_json::to_value(&answers.leaving),
        serde_json::to_value(&answers.own_effort),
        serde_json::to_value(&answers.signed),
    ];
    let mut facts = Vec::new();
    for section in sections.into_iter().flatten() {
        for (field, value) in section.as_object().into_iter().flatten() {
            let said = answer(words, field, value);
            if !said.is_empty() {
                facts.push(Told { field: field.clone(), label: words.t(&format!("intake-{field}")), said });
            }
        }
    }
    facts
}

/// Somebody who lives with the applicant, as the application tells of them.
pub fn member(words: &impl Wording, said: &MemberSaid) -> String {
    let told = |key: &str, name: &str, fact: String| words.ta(key, &[(name, &fact)]);
    let who = [Some(words.t(&said.role.text_key())), said.born.map(short_day)];
    let more = [
        said.days_a_month.map(|days| told("intake-member-days-said", "days", days.to_string())),
        (said.moves_in == Some(false)).then(|| words.t("intake-member-stays")),
        said.income.map(|income| told("intake-member-income-said", "income", income.in_kroner())),
    ];
    let rest = who.into_iter().chain(more).flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {rest}", said.name)
}

/// A home they have had: when, what, where, whose, and how it ended.
pub fn home(words: &impl Wording, row: &HistoryRow) -> String {
    let until = row.until.map(short_day).unwrap_or_default();
    let ending = row.ending.map(|ending| words.t(&ending.text_key()));
    let rest =
        [row.municipality.clone(), row.landlord.clone(), ending].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let lived = format!("{}–{until}: {}", short_day(row.from), words.t(&row.kind.text_key()));
    if rest.is_empty() { lived } else { format!("{lived} ({rest})") }
}

/// Whether an answer is an amount.
pub fn is_money(field: &str) -> bool {
    matches!(field, "home_rent" | "housing_costs" | "wealth" | "loans")
}

/// An answer as it is kept, in words.
pub fn answer(words: &impl Wording, field: &str, value: &Value) -> String {
    match value {
        Value::Null | Value::Object(_) => String::new(),
        Value::Bool(yes) => words.yes_no(*yes),
        Value::Number(number) if is_money(field) => Ore(number.as_i64().unwrap_or(0)).in_kroner(),
        Value::Number(number) if field == "home_rooms" => {
            words.rooms(Rooms(number.as_u64().and_then(|rooms| u8::try_from(rooms).ok()).unwrap_or_default()))
        }
        Value::Number(number) => number.to_string(),
        Value::Array(_) if field == "incomes" => {
            let incomes: Vec<Income> = serde_json::from_value(value.clone()).unwrap_or_default();
            let told = |one: &Income| format!("{} {}", words.t(&one.source.text_key()), one.a_month.in_kroner());
            incomes.iter().map(told).collect::<Vec<_>>().join(", ")
        }
        Value::String(text) => code(words, field, text),
        Value::Array(codes) => {
            let codes = codes.iter().filter_map(Value::as_str).map(|text| code(words, field, text));
            codes.collect::<Vec<_>>().join(", ")
        }
    }
}

/// A code by its name, a day as people write it, other texts as they are.
fn code(words: &impl Wording, field: &str, text: &str) -> String {
    let key = match field {
        "channel" => text.parse().ok().map(Channel::text_key),
        "contact_way" => text.parse().ok().map(ContactWay::text_key),
        "asked_in_words" => text.parse().ok().map(AskedInWords::text_key),
        "stay_basis" => text.parse().ok().map(StayBasis::text_key),
        "time_exception" => text.parse().ok().map(TimeException::text_key),
        "notice_by" => text.parse().ok().map(NoticeBy::text_key),
        "need_reasons" => text.parse().ok().map(NeedReason::text_key),
        "income_source" => text.parse().ok().map(IncomeSource::text_key),
        "access" => text.parse().ok().map(Access::text_key),
        "need_kind" => text.parse().ok().map(NeedKind::text_key),
        "follow_up_kinds" => text.parse().ok().map(FollowUpKind::text_key),
        "leaves_place" => text.parse().ok().map(LeavesPlace::text_key),
        "enclosed" => text.parse().ok().map(Enclosure::text_key),
        "consents" => text.parse().ok().map(ConsentTo::text_key),
        _ => None,
    };
    key.map_or_else(|| written::day(text).map_or_else(|_| text.to_owned(), short_day), |key| words.t(&key))
}
