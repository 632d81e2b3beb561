//! The page of the work list: whose, what is pressing, the cases, and what waits for a signature.

use super::calls::{CallView, DueView, ReviewView, call, offer_view, reviews};
use crate::access::{self, Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::OfficeError;
use crate::office::expected::Listed;
use crate::office::work::{self, Asked, Item, List, Load, NOBODY, Whose};
use crate::web::dwellings::choices;
use crate::web::expected::{day_text, place_text, standing};
use crate::web::export::{self, Format};

use crate::web::lists::{Chip, Field, Fields, Pager, not_understood};
use crate::web::{App, FormValues, Frame, ListAddress, Visitor, WebError, render};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::calendar::days_between;
use housing::cases::WorkGroup;
use housing::decisions::DecisionKind;

#[derive(askama::Template)]
#[template(path = "work/show.html")]
struct WorkPage {
    frame: Frame,
    address: ListAddress,
    /// The list's query, for coming back to it.
    back: String,
    form: FormValues,
    whose: Vec<TabView>,
    groups: Vec<GroupView>,
    all: String,
    all_href: String,
    filters: Vec<Field>,
    chips: Vec<Chip>,
    /// Filters in the address that are not understood, each with what it says.
    not_understood: Vec<(String, String)>,
    rows: Vec<RowView>,
    pager: Pager,
    loads: Vec<LoadView>,
    to_sign: CallView,
    to_review: CallView,
    to_finish: CallView,
    appeals: CallView,
    reviews: Vec<ReviewView>,
    expected: Vec<ExpectedView>,
    offers: Vec<DueView>,
    /// Whether the officer's column says anything.
    everybodys: bool,
    narrowed: bool,
    may_change: bool,
    officers: Vec<(String, String)>,
}

struct TabView {
    href: String,
    text: String,
    current: bool,
}

struct GroupView {
    href: String,
    text: String,
    count: String,
    tone: &'static str,
    current: bool,
}

struct RowView {
    /// `id:version`
    chosen: String,
    href: String,
    number: String,
    kind: String,
    applicant: String,
    pressing: String,
    tone: &'static str,
    due: String,
    target: String,
    age: String,
    waits: String,
    /// How long it has waited, and since what happened.
    waited: String,
    /// Who asks about it again, where it is not who has it.
    asks_again: String,
    officer: String,
    unit: String,
}

struct LoadView {
    href: String,
    officer: String,
    open: String,
    late: String,
    is_late: bool,
    oldest: String,
}

/// Somebody who is expected soon.
struct ExpectedView {
    href: String,
    name: String,
    place: String,
    day: String,
    standing: String,
    tone: &'static str,
}

pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    address: ListAddress,
    form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may_change = access::may(actor.role, Action::Change, Thing::Case).is_ok();
    let asked = read(&address, Whose::first(actor.role));
    let (slice, wanted) = (export::slice(&address), asked);
    let (list, asked) = app
        .office(move |office| {
            let list = work::list(office, &actor, &wanted, slice)?;
            let known = of_those_there(&wanted, &list);
            let list = if known == wanted { list } else { work::list(office, &actor, &known, slice)? };
            Ok::<_, OfficeError>((list, known))
        })
        .await?;
    let frame = visitor.frame();
    if let Some(format) = Format::asked(&address) {
        return take_out(&frame, format, &list);
    }
    let (tabs, current) = (tabs(&frame, &address, &asked), asked.group);
    let total = i64::try_from(list.total).unwrap_or(i64::MAX);
    let (filters, chips) = (filters(&frame, &address, &asked, &list), chips(&frame, &address, &asked, &list));
    let page = WorkPage {
        back: address.with(&[]).split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default(),
        whose: tabs,
        groups: WorkGroup::ALL.iter().map(|group| group_view(&frame, &address, &list, *group, current)).collect(),
        all: number(list.all.count(None)),
        all_href: address.with(&[("group", "")]),
        not_understood: missed(&frame, &address, &filters, &chips),
        filters,
        chips,
        rows: list.part.items.iter().map(|item| row(&frame, &list, item)).collect(),
        pager: Pager::new(&address, total),
        loads: if asked.whose == Whose::Mine { Vec::new() } else { loads(&frame, &address, &list) },
        to_sign: call(&frame, &list, &list.calls.to_sign),
        to_review: call(&frame, &list, &list.calls.to_review),
        to_finish: call(&frame, &list, &list.calls.to_finish),
        appeals: call(&frame, &list, &list.calls.appeals),
        reviews: reviews(&frame, &list),
        expected: list.expected.iter().map(|listed| expected_view(&frame, listed)).collect(),
        offers: list.calls.offers.first.iter().filter_map(|due| offer_view(&frame, &list, due)).collect(),
        everybodys: asked.whose != Whose::Mine,
        narrowed: asked.group.is_some() || asked.officer.is_some() || asked.unit.is_some() || asked.kind.is_some(),
        may_change,
        officers: list.colleagues.who_may_have(false).map(|it| (it.id.clone(), it.name.clone())).collect(),
        address,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

/// Whose work can be looked at, as the address says it.
const WHOSE: [(&str, &str, Whose); 3] =
    [("mine", "work-mine", Whose::Mine), ("unit", "work-unit", Whose::MyUnit), ("all", "work-all", Whose::Everybody)];

fn read(address: &ListAddress, first: Whose) -> Asked {
    Asked {
        whose: WHOSE
            .into_iter()
            .find(|(code, _, _)| *code == address.filter("whose"))
            .map_or(first, |(_, _, whose)| whose),
        group: address.filled("group").and_then(|code| code.parse().ok()),
        officer: address.filled("officer").map(str::to_owned),
        unit: address.filled("unit").map(str::to_owned),
        kind: address.filled("kind").and_then(|code| code.parse().ok()),
    }
}

/// What is asked for, without colleagues and units that there are none of.
fn of_those_there(asked: &Asked, list: &List) -> Asked {
    let (officers, units) = (&list.colleagues.officers, &list.colleagues.units);
    let is_there = |id: &String| id == NOBODY || officers.iter().any(|officer| officer.id == *id);
    Asked {
        officer: asked.officer.clone().filter(is_there),
        unit: asked.unit.clone().filter(|id| units.iter().any(|unit| unit.id == *id)),
        ..asked.clone()
    }
}

/// What the address asks for that is no choice: among the filters, the tabs and the groups.
fn missed(frame: &Frame, address: &ListAddress, filters: &[Field], chips: &[Chip]) -> Vec<(String, String)> {
    let whose = WHOSE.map(|(code, key, _)| (code.to_owned(), frame.t(key)));
    let others = Fields::of(frame, address)
        .choice("work-whose", "whose", whose.into())
        .choice("work-groups", "group", choices(frame, WorkGroup::ALL, WorkGroup::code, WorkGroup::text_key))
        .done();
    [not_understood(address, &others, chips), not_understood(address, filters, chips)].concat()
}

fn number(count: usize) -> String {
    crate::web::charts::grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

fn tabs(frame: &Frame, address: &ListAddress, asked: &Asked) -> Vec<TabView> {
    let tab = |(code, key, whose): (&str, &str, Whose)| TabView {
        // Another's work is looked at from its beginning.
        href: address.with(&[("whose", code), ("officer", ""), ("unit", ""), ("group", "")]),
        text: frame.t(key),
        current: asked.whose == whose,
    };
    WHOSE.map(tab).into()
}

const fn tone(group: WorkGroup) -> &'static str {
    match group {
        WorkGroup::Late => "danger",
        WorkGroup::PromiseDue | WorkGroup::AnswerDue | WorkGroup::HoldEnding => "warning",
        WorkGroup::Unassigned | WorkGroup::New => "info",
        WorkGroup::OnHold => "neutral",
    }
}

fn group_view(
    frame: &Frame,
    address: &ListAddress,
    list: &List,
    group: WorkGroup,
    current: Option<WorkGroup>,
) -> GroupView {
    let count = list.all.count(Some(group));
    GroupView {
        href: address.with(&[("group", group.code())]),
        text: frame.t(&group.text_key()),
        count: number(count),
        tone: if count == 0 { "neutral" } else { tone(group) },
        current: current == Some(group),
    }
}

fn filters(frame: &Frame, address: &ListAddress, asked: &Asked, list: &List) -> Vec<Field> {
    let mut fields = Fields::of(frame, address);
    if asked.whose != Whose::Mine {
        let nobody = [(NOBODY.to_owned(), frame.t("case-nobody"))].into_iter();
        let have = |id: &String| list.with_cases.contains(id) || asked.officer.as_ref() == Some(id);
        let officers = list.colleagues.officers.iter().filter(|officer| have(&officer.id));
        let officers = officers.map(|officer| (officer.id.clone(), officer.name.clone()));
        fields = fields.choice("case-officer", "officer", nobody.chain(officers).collect());
    }
    if asked.whose == Whose::Everybody {
        let units = list.colleagues.units.iter().map(|unit| (unit.id.clone(), unit.name.clone()));
        fields = fields.choice("case-unit", "unit", units.collect());
    }
    let kinds = choices(frame, DecisionKind::ALL, DecisionKind::code, DecisionKind::text_key);
    fields.choice("work-kind", "kind", kinds).done()
}

fn chips(frame: &Frame, address: &ListAddress, asked: &Asked, list: &List) -> Vec<Chip> {
    let officer = |id: &String| if id == NOBODY { frame.t("case-nobody") } else { list.colleagues.officer(id) };
    let worded = [
        ("group", asked.group.map(|group| frame.t(&group.text_key()))),
        ("officer", asked.officer.as_ref().map(officer)),
        ("unit", asked.unit.as_ref().map(|id| list.colleagues.unit(id))),
        ("kind", asked.kind.map(|kind| frame.t(&kind.text_key()))),
    ];
    worded.into_iter().filter_map(|(name, text)| Some(Chip::new(address, text?, name))).collect()
}

fn row(frame: &Frame, list: &List, item: &Item) -> RowView {
    let open = &item.open;
    let (case, name) = list.part.labels.get(&open.id).cloned().unzip();
    let pressing = item.groups.first().copied();
    let waits = match &open.hold {
        Some(hold) => {
            let whom = frame.t(&hold.waits_for.text_key());
            frame.ta("work-waits", &[("whom", &whom), ("day", &frame.day(&hold.until))])
        }
        None if open.officer.is_none() => frame.t("work-waits-nobody"),
        None => frame.t("work-waits-office"),
    };
    let waited = list.part.waiting.get(&open.id).map(|since| {
        let day = since.day();
        let days = days_between(day, frame.today).to_string();
        frame.ta(since.text_key(), &[("days", &days), ("day", &frame.day(&day))])
    });
    let asks_again = open.hold.as_ref().filter(|hold| open.officer.as_ref() != Some(&hold.officer));
    RowView {
        chosen: format!("{}:{}", open.id, open.version),
        href: format!("/cases/{}", open.id),
        number: case.unwrap_or_default(),
        kind: frame.t(&open.kind.text_key()),
        applicant: name.map(|name| name.listed()).unwrap_or_default(),
        pressing: pressing.map(|group| frame.t(&group.text_key())).unwrap_or_default(),
        tone: pressing.map_or("neutral", tone),
        due: item.due.map(|due| frame.day(&due.due())).unwrap_or_default(),
        // The last working day says something only where it is another day.
        target: item
            .due
            .filter(|due| due.target() != due.due() && !due.is_late(frame.today))
            .map(|due| frame.t1("case-target", "day", frame.day(&due.target())))
            .unwrap_or_default(),
        age: frame.t1("application-days", "days", item.age),
        waits,
        waited: waited.unwrap_or_default(),
        asks_again: asks_again
            .map(|hold| frame.t1("work-asks-again", "officer", list.colleagues.officer(&hold.officer)))
            .unwrap_or_default(),
        officer: open.officer.as_deref().map(|id| list.colleagues.officer(id)).unwrap_or_default(),
        unit: open.unit.as_deref().map(|id| list.colleagues.unit(id)).unwrap_or_default(),
    }
}

fn loads(frame: &Frame, address: &ListAddress, list: &List) -> Vec<LoadView> {
    let view = |load: &Load| LoadView {
        href: address.with(&[("officer", load.officer.as_deref().unwrap_or(NOBODY)), ("group", "")]),
        officer: load.officer.as_deref().map_or_else(|| frame.t("case-nobody"), |id| list.colleagues.officer(id)),
        open: number(load.open),
        late: number(load.late),
        is_late: load.late > 0,
        oldest: frame.t1("application-days", "days", load.oldest),
    };
    list.all.loads.iter().map(view).collect()
}

fn expected_view(frame: &Frame, Listed { expected, name, nearness }: &Listed) -> ExpectedView {
    let (standing, tone) = standing(frame, expected, *nearness);
    ExpectedView {
        href: format!("/expected/{}", expected.id),
        name: name.listed(),
        place: place_text(frame, expected),
        day: day_text(frame, expected),
        standing,
        tone,
    }
}

fn take_out(frame: &Frame, format: Format, list: &List) -> Result<Response, WebError> {
    let keys = [
        "application-number",
        "work-kind",
        "application-applicant",
        "application-received",
        "case-age",
        "work-pressing",
        "work-due",
        "work-waits-for",
        "work-waited-since",
        "work-waited",
        "case-officer",
        "case-unit",
    ];
    let rows = list.part.items.iter().map(|item| {
        let view = row(frame, list, item);
        vec![
            Value::Text(view.number),
            Value::Text(view.kind),
            Value::Text(view.applicant),
            Value::Day(item.open.received),
            Value::Number(item.age.into()),
            Value::Text(view.pressing),
            item.due.map_or(Value::Blank, |due| Value::Day(due.due())),
            Value::Text(view.waits),
            list.part.waiting.get(&item.open.id).map_or(Value::Blank, |since| Value::Day(since.day())),
            Value::Text(view.waited),
            Value::Text(view.officer),
            Value::Text(view.unit),
        ]
    });
    export::download(frame, format, &frame.t("work-title"), &keys.map(|key| frame.t(key)), rows)
}
