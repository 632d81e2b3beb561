//! The form a decision is written in, read and filled in.

use crate::office::Problem;
use crate::web::FormValues;
use crate::web::reading::{amount_within, day, parsed};
use housing::decisions::{
    FollowUpKind, HomeAccess, LeaseLength, RefusalGround, WrittenCondition, WrittenDecision, WrittenReversal,
};
use housing::dwellings::Rooms;
use housing::money::Ore;

/// Rows for conditions that are always there to write in.
const CONDITION_ROWS: usize = 3;

/// No municipality lends or gives a household more, in kroner.
const MOST_KRONER: i64 = 20_000_000;

/// What stands in the form; what cannot be read is named, and the rest kept.
pub(super) fn read(values: &FormValues, problems: &mut Vec<Problem>) -> WrittenDecision {
    let text = |field: &str| values.get(field).replace("\r\n", "\n");
    let months = parsed(values, "lease_months", "decision-problem-number", str::parse::<u16>, problems);
    WrittenDecision {
        outcome: values.get("outcome").parse().ok(),
        reversal: WrittenReversal {
            comes_to: values.get("comes_to").parse().ok(),
            unheard_because: text("unheard_because"),
            answered: day(values, "answered", problems),
        },
        form: values.get("form").parse().ok(),
        conclusion: text("conclusion"),
        refusal_grounds: codes::<RefusalGround>(values, "refusal_grounds"),
        grounds_told: Vec::new(),
        reasons: text("reasons"),
        content: text("content"),
        square_metres: parsed(values, "square_metres", "decision-problem-number", str::parse, problems),
        rooms: parsed(values, "rooms", "decision-problem-number", str::parse, problems).map(Rooms),
        lease: match (values.get("lease_open"), months) {
            ("true", _) => Some(LeaseLength::OpenEnded),
            (_, Some(months)) => Some(LeaseLength::Months(months)),
            (_, None) => None,
        },
        short_lease_because: text("short_lease_because"),
        access: codes::<HomeAccess>(values, "access"),
        access_note: text("access_note"),
        waiting_list: values.get("waiting_list") == "true",
        from: day(values, "from", problems),
        until: day(values, "until", problems),
        amount: amount_within(values, "amount", MOST_KRONER, problems),
        conditions: conditions(values),
        follow_up: values.get("follow_up").parse().ok(),
        follow_up_kinds: codes::<FollowUpKind>(values, "follow_up_kinds"),
        follow_up_level: values.get("follow_up_level").parse().ok(),
        follow_up_reason: text("follow_up_reason"),
        can_harm_before_appeal: values.get("can_harm") == "true",
        review_on: day(values, "review_on", problems),
    }
}

fn codes<T: std::str::FromStr>(values: &FormValues, field: &str) -> Vec<T> {
    values.pairs().iter().filter(|(name, _)| name == field).filter_map(|(_, code)| code.parse().ok()).collect()
}

fn conditions(values: &FormValues) -> Vec<WrittenCondition> {
    let (texts, bases, reasons) =
        (values.all("condition_text"), values.all("condition_basis"), values.all("condition_reason"));
    let written = texts.zip(bases).zip(reasons).map(|((text, legal_basis), reason)| WrittenCondition {
        text: text.to_owned(),
        legal_basis: legal_basis.to_owned(),
        reason: reason.to_owned(),
    });
    written.filter(|condition| !condition.is_empty()).collect()
}

/// The lines of a postal address as it was typed.
pub(super) fn address(values: &FormValues) -> Vec<String> {
    let lines = values.get("post_address").lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The form filled in with what is written; conditions have rows to spare.
pub(super) fn fill(written: &WrittenDecision) -> (FormValues, Vec<WrittenCondition>) {
    let mut form = FormValues::default();
    let number = |number: Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
    form.set("outcome", written.outcome.map(|it| it.code()).unwrap_or_default());
    form.set("comes_to", written.reversal.comes_to.map(|it| it.code()).unwrap_or_default());
    form.set("unheard_because", written.reversal.unheard_because.as_str());
    form.set("answered", written.reversal.answered.map(|day| day.to_string()).unwrap_or_default());
    form.set("short_lease_because", written.short_lease_because.as_str());
    form.set("form", written.form.map(|it| it.code()).unwrap_or_default());
    form.set("conclusion", written.conclusion.as_str());
    form.set("reasons", written.reasons.as_str());
    form.set("content", written.content.as_str());
    form.set("square_metres", number(written.square_metres));
    form.set("rooms", number(written.rooms.map(|rooms| rooms.0.into())));
    match written.lease {
        Some(LeaseLength::OpenEnded) => form.set("lease_open", "true"),
        Some(LeaseLength::Months(months)) => form.set("lease_months", months.to_string()),
        None => {}
    }
    form.set("access_note", written.access_note.as_str());
    form.set("waiting_list", written.waiting_list.to_string());
    form.set("from", written.from.map(|day| day.to_string()).unwrap_or_default());
    form.set("until", written.until.map(|day| day.to_string()).unwrap_or_default());
    form.set("amount", written.amount.map(Ore::exact).unwrap_or_default());
    form.set("follow_up", written.follow_up.map(|it| it.code()).unwrap_or_default());
    form.set("follow_up_level", written.follow_up_level.map(|level| level.to_string()).unwrap_or_default());
    form.set("follow_up_reason", written.follow_up_reason.as_str());
    form.set("review_on", written.review_on.map(|day| day.to_string()).unwrap_or_default());
    form.set("can_harm", written.can_harm_before_appeal.to_string());
    let mut rows = written.conditions.clone();
    rows.resize(CONDITION_ROWS.max(written.conditions.len() + 1), WrittenCondition::default());
    (form, rows)
}
