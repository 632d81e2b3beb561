//! What an application said and what it lacks, as its page shows it.

use super::yes_no;
use crate::office::intake::Said;
use crate::store::intake::Representative;
use crate::web::Frame;
use crate::web::dwellings::rooms_text;
use housing::applications::{
    Answers, AskedInWords, Channel, ConsentTo, ContactWay, Enclosure, Income, IncomeSource, LeavesPlace, MemberSaid,
    NeedReason, NoticeBy,
};
use housing::assessment::{StayBasis, TimeException};
use housing::decisions::FollowUpKind;
use housing::dwellings::Rooms;
use housing::money::Ore;
use housing::needs::{Access, HistoryRow, NeedKind};
use serde_json::Value;

/// What the page shows.
pub(super) struct SaidView {
    pub from: String,
    pub facts: Vec<(String, String)>,
    pub members: Vec<String>,
    pub history: Vec<String>,
    pub missing: Vec<String>,
}

/// In words; `None` when no form was taken in.
pub(super) fn view(frame: &Frame, said: &Said) -> Option<SaidView> {
    let from = frame.day(&said.from?);
    let missing = said.missing.iter().map(|what| frame.t(&what.text_key())).collect();
    Some(SaidView {
        from,
        facts: facts(frame, said),
        members: said.answers.members.iter().map(|one| member(frame, one)).collect(),
        history: said.answers.history.iter().map(|row| home(frame, row)).collect(),
        missing,
    })
}

/// Somebody who acts, or acted, for the applicant.
pub(super) struct RepresentativeView {
    pub position: i64,
    pub name: String,
    /// In what right, and where they are reached.
    pub who: String,
    /// They have not shown that they may: no letter goes to them.
    pub lacks_authority: bool,
    /// The last day they act; empty while they do.
    pub until: String,
}

pub(super) fn representatives(frame: &Frame, said: &Said) -> Vec<RepresentativeView> {
    let view = |one: &Representative| {
        let reached = [one.address.as_ref(), one.telephone.as_ref(), one.email.as_ref()];
        let reached = reached.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        let who = format!("{} ({})", one.name, frame.t(&one.role.text_key()));
        RepresentativeView {
            position: one.position,
            name: one.name.clone(),
            who: if reached.is_empty() { who } else { format!("{who}, {reached}") },
            lacks_authority: one.lacks_authority(),
            until: one.until.map(|day| frame.day(&day)).unwrap_or_default(),
        }
    };
    said.representatives.iter().map(view).collect()
}

/// Somebody who lives with the applicant, as the application tells of them.
fn member(frame: &Frame, said: &MemberSaid) -> String {
    let who = [Some(frame.t(&said.role.text_key())), said.born.map(|day| frame.day(&day))];
    let more = [
        said.days_a_month.map(|days| frame.t1("intake-member-days-said", "days", days)),
        (said.moves_in == Some(false)).then(|| frame.t("intake-member-stays")),
        said.income.map(|income| frame.t1("intake-member-income-said", "income", income.in_kroner())),
    ];
    let rest = who.into_iter().chain(more).flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {rest}", said.name)
}

fn home(frame: &Frame, row: &HistoryRow) -> String {
    let until = row.until.map(|day| frame.day(&day)).unwrap_or_default();
    let ending = row.ending.map(|ending| frame.t(&ending.text_key()));
    let rest =
        [row.municipality.clone(), row.landlord.clone(), ending].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let lived = format!("{}–{until}: {}", frame.day(&row.from), frame.t(&row.kind.text_key()));
    if rest.is_empty() { lived } else { format!("{lived} ({rest})") }
}

/// Every answer that was given, in the order of the form.
fn facts(frame: &Frame, said: &Said) -> Vec<(String, String)> {
    let answers = &said.answers;
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
            let text = worded(frame, field, value);
            if !text.is_empty() {
                facts.push((frame.t(&format!("intake-{field}")), text));
            }
        }
    }
    facts
}

/// Whether an answer is an amount.
pub(super) fn is_money(field: &str) -> bool {
    matches!(field, "home_rent" | "housing_costs" | "wealth" | "loans")
}

/// An answer as the history of its application tells it, and as two versions of it are compared.
pub(super) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    if field == "answers" {
        let sections = value.as_str().unwrap_or_default().split_whitespace();
        let names = sections.map(|section| frame.t(&format!("intake-section-{section}")));
        return Some((frame.t("intake-answers-changed"), names.collect::<Vec<_>>().join(", ")));
    }
    let sections = serde_json::to_value(Answers::default()).ok()?;
    let is_answer = sections.as_object()?.values().any(|section| section.get(field).is_some());
    is_answer.then(|| (frame.t(&format!("intake-{field}")), worded(frame, field, value)))
}

fn worded(frame: &Frame, field: &str, value: &Value) -> String {
    match value {
        Value::Null | Value::Object(_) => String::new(),
        Value::Bool(yes) => yes_no(frame, Some(*yes)),
        Value::Number(number) if is_money(field) => Ore(number.as_i64().unwrap_or(0)).in_kroner(),
        Value::Number(number) if field == "home_rooms" => {
            rooms_text(frame, Rooms(number.as_u64().and_then(|rooms| u8::try_from(rooms).ok()).unwrap_or_default()))
        }
        Value::Number(number) => number.to_string(),
        Value::Array(_) if field == "incomes" => {
            let incomes: Vec<Income> = serde_json::from_value(value.clone()).unwrap_or_default();
            let told = |one: &Income| format!("{} {}", frame.t(&one.source.text_key()), one.a_month.in_kroner());
            incomes.iter().map(told).collect::<Vec<_>>().join(", ")
        }
        Value::String(text) => code(frame, field, text),
        Value::Array(codes) => {
            let codes = codes.iter().filter_map(Value::as_str).map(|text| code(frame, field, text));
            codes.collect::<Vec<_>>().join(", ")
        }
    }
}

/// A code by its name, a day as people write it, other texts as they are.
fn code(frame: &Frame, field: &str, text: &str) -> String {
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
    key.map_or_else(|| frame.typed_day(text), |key| frame.t(&key))
}
