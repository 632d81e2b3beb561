//! The page of a what-if: both plans side by side, whom it changes something for, and the rows behind every number.

use super::words;
use crate::office::OfficeError;
use crate::office::allocations::{
    self, CapSide, Changes, Compared, Fate, HomeFate, HomeRow, HouseholdRow, Outcome, Side, Turn, Who,
};
use crate::web::allocations::words::{points, why};
use crate::web::lists::{ListAddress, Pager, ROWS};
use crate::web::{App, Frame, Visitor, WebError, render};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeSet;

/// A number that opens to its rows; empty where there is none.
struct Number {
    text: String,
    href: String,
}

/// A line of the comparison.
struct Line {
    label: String,
    /// Of the plan and of the what-if.
    numbers: [Number; 2],
    difference: String,
}

/// Lines that belong together.
struct Group {
    title: String,
    lines: Vec<Line>,
}

/// A household in both plans, or a home.
struct RowView {
    who: String,
    href: String,
    class: String,
    plan: String,
    imagined: String,
    turn: String,
    tone: &'static str,
}

#[derive(Clone)]
struct CapView {
    name: String,
    /// Used of at most, and what one more would be worth.
    plan: [String; 2],
    imagined: [String; 2],
}

#[derive(askama::Template)]
#[template(path = "allocations/what_if.html")]
struct ComparedPage {
    frame: Frame,
    id: String,
    position: i64,
    meeting: String,
    made: String,
    changes: Vec<String>,
    verdict: String,
    turns: Vec<(String, String)>,
    proof: String,
    groups: Vec<Group>,
    caps: Vec<CapView>,
    /// The limits that bind in one of the plans, or are used otherwise.
    bound: Vec<CapView>,
    named: bool,
    names_href: String,
    rows_title: String,
    of_homes: bool,
    rows: Vec<RowView>,
    pager: Pager,
    all_href: String,
}

/// Which of the two plans a number is of.
#[derive(Clone, Copy)]
enum Of {
    Plan,
    Imagined,
}

impl Of {
    const BOTH: [Self; 2] = [Self::Plan, Self::Imagined];

    const fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Imagined => "what-if",
        }
    }

    const fn household(self, row: &HouseholdRow) -> Option<&Outcome> {
        match self {
            Self::Plan => row.plan.as_ref(),
            Self::Imagined => row.imagined.as_ref(),
        }
    }

    const fn home(self, row: &HomeRow) -> Option<HomeFate> {
        match self {
            Self::Plan => row.plan,
            Self::Imagined => row.imagined,
        }
    }
}

/// What the rows are narrowed to, as it stands in the address.
const FILTERS: [&str; 5] = ["of", "class", "fate", "homes", "turn"];

/// An address of the page with other rows; the names stay as they were asked for.
fn narrowed(address: &ListAddress, to: &[(&str, &str)]) -> String {
    let mut all: Vec<(&str, &str)> = FILTERS.iter().map(|name| (*name, "")).collect();
    for (name, value) in &mut all {
        if let Some((_, asked)) = to.iter().find(|(other, _)| other == name) {
            *value = asked;
        }
    }
    format!("{}#rows", address.with(&all))
}

pub(super) async fn show(
    app: &App,
    visitor: &Visitor,
    (id, position): (String, i64),
    query: &str,
) -> Result<Response, WebError> {
    let address = ListAddress::read(&format!("/allocations/{id}/what-if/{position}"), query)?;
    let named = address.filter("names") == "shown";
    let (actor, meeting) = (visitor.actor(), id.clone());
    let compared = app
        .office(move |office| {
            let compared = allocations::compare(office, &actor, (&meeting, position))?;
            if named {
                allocations::show_names_compared(office, &actor, &compared)?;
            }
            Ok::<_, OfficeError>(compared)
        })
        .await?;
    let frame = visitor.frame();
    let (rows, of_homes) = rows(&frame, &compared, &address, named);
    let caps = compared.caps.iter().map(|row| cap(row.name.clone(), (&row.plan, &row.imagined)));
    let caps: Vec<CapView> = caps.collect();
    let pager = Pager::new(&address, i64::try_from(rows.len()).unwrap_or(i64::MAX));
    let skipped = usize::try_from(address.skipped()).unwrap_or(usize::MAX);
    let shown = usize::try_from(ROWS).unwrap_or(usize::MAX);
    let page = ComparedPage {
        meeting: frame.t1("allocation-title", "day", frame.day(&compared.meeting.day)),
        made: made(&frame, &compared),
        changes: words::changes(&frame, &compared.changes),
        verdict: verdict(&frame, &compared),
        turns: turns(&frame, &compared, &address),
        proof: proof(&frame, &compared),
        groups: groups(&frame, &compared, &address),
        bound: caps.iter().filter(|cap| cap.plan != cap.imagined || !cap.plan[1].is_empty()).cloned().collect(),
        caps,
        names_href: address.with(&[("names", if named { "" } else { "shown" })]),
        rows_title: rows_title(&frame, &address),
        rows: rows.into_iter().skip(skipped).take(shown).collect(),
        all_href: narrowed(&address, &[("turn", "all")]),
        of_homes,
        pager,
        position,
        named,
        id,
        frame,
    };
    Ok(render(&page)?.into_response())
}

fn made(frame: &Frame, compared: &Compared) -> String {
    let (at, run) = (frame.instant(&compared.at), compared.run.to_string());
    frame.ta("what-if-made", &[("at", &at), ("run", &run)])
}

fn proof(frame: &Frame, compared: &Compared) -> String {
    let both = compared.plan.optimal && compared.imagined.optimal;
    frame.t(if both { "what-if-proven" } else { "what-if-not-proven" })
}

fn class_of(row: &HouseholdRow) -> String {
    row.class.map_or_else(|| "none".to_owned(), |class| class.to_string())
}

/// How many of a class a plan does this for; for all classes without one.
fn count(compared: &Compared, of: Of, class: Option<Option<u32>>, fates: &[Fate]) -> i64 {
    let of_class = compared.households.iter().filter(|row| class.is_none_or(|class| row.class == class));
    let counted = of_class.filter(|row| of.household(row).is_some_and(|outcome| fates.contains(&outcome.fate)));
    i64::try_from(counted.count()).unwrap_or(i64::MAX)
}

/// The weightiest part of the objective that differs, in words.
fn verdict(frame: &Frame, compared: &Compared) -> String {
    let classes: BTreeSet<u32> = compared.households.iter().filter_map(|row| row.class).collect();
    let got = [Fate::Placed, Fate::Moved];
    for class in classes {
        let [plan, imagined] = Of::BOTH.map(|of| count(compared, of, Some(Some(class)), &got));
        if plan != imagined {
            let key = if imagined > plan { "what-if-better-class" } else { "what-if-worse-class" };
            let difference = (imagined - plan).abs().to_string();
            return frame.ta(key, &[("count", &difference), ("class", &class.to_string())]);
        }
    }
    let difference = compared.imagined.score - compared.plan.score;
    match difference {
        0 if compared.imagined.moves == compared.plan.moves => frame.t("what-if-alike"),
        0 if compared.imagined.moves < compared.plan.moves => frame.t("what-if-fewer-moves"),
        0 => frame.t("what-if-more-moves"),
        more if more > 0 => frame.t1("what-if-better-score", "points", more),
        less => frame.t1("what-if-worse-score", "points", less.abs()),
    }
}

const TURNS: [(Turn, &str, &str); 5] = [
    (Turn::Gains, "gains", "success"),
    (Turn::Loses, "loses", "danger"),
    (Turn::Elsewhere, "elsewhere", "info"),
    (Turn::New, "new", "neutral"),
    (Turn::Same, "same", "neutral"),
];

fn told(turn: Turn) -> (&'static str, &'static str) {
    let found = TURNS.iter().find(|(other, ..)| *other == turn);
    found.map_or(("same", "neutral"), |(_, code, tone)| (*code, *tone))
}

/// For how many it turns out how, each opening to its rows.
fn turns(frame: &Frame, compared: &Compared, address: &ListAddress) -> Vec<(String, String)> {
    let turned = |turn: Turn| compared.households.iter().filter(|row| row.turn() == turn).count();
    let told = TURNS.iter().map(|(turn, code, _)| (turned(*turn), code));
    let told = told.filter(|(count, code)| *count > 0 && **code != "same");
    told.map(|(count, code)| {
        (frame.t1(&format!("what-if-turned-{code}"), "count", count), narrowed(address, &[("turn", code)]))
    })
    .collect()
}

/// A number of each plan, and the difference.
fn line(label: String, numbers: [i64; 2], hrefs: [String; 2]) -> Line {
    let [plan, imagined] = numbers;
    let [plan_href, imagined_href] = hrefs;
    let number = |count: i64, href: String| Number {
        text: count.to_string(),
        href: if count == 0 { String::new() } else { href },
    };
    Line {
        label,
        difference: words::signed(imagined - plan),
        numbers: [number(plan, plan_href), number(imagined, imagined_href)],
    }
}

fn groups(frame: &Frame, compared: &Compared, address: &ListAddress) -> Vec<Group> {
    let classes: BTreeSet<Option<u32>> = compared.households.iter().map(|row| row.class).collect();
    // Those who are only asked come last.
    let in_order = classes.iter().filter(|class| class.is_some()).chain(classes.iter().filter(|class| class.is_none()));
    let mut groups: Vec<Group> = in_order.map(|class| of_class(frame, compared, address, *class)).collect();
    groups.retain(|group| !group.lines.is_empty());
    if groups.len() > MANY_CLASSES {
        groups.retain(|group| group.lines.iter().any(|line| line.difference != "0"));
    }
    groups.push(of_homes(frame, compared, address));
    let [plan, imagined] = [&compared.plan, &compared.imagined];
    let whole = |key: &str, of: &dyn Fn(&Side) -> i64| line(frame.t(key), [of(plan), of(imagined)], Default::default());
    let one_more = |side: &Side| Number { text: points(side.one_more_move.as_deref()), href: String::new() };
    let price = Line {
        label: frame.t("what-if-one-more-move"),
        numbers: [one_more(plan), one_more(imagined)],
        difference: String::new(),
    };
    let mut lines = vec![whole("what-if-moves", &|side| side.moves), whole("what-if-score", &|side| side.score)];
    lines.extend(Some(price).filter(|price| price.numbers.iter().any(|number| !number.text.is_empty())));
    groups.push(Group { title: frame.t("what-if-whole"), lines });
    groups
}

/// From so many classes on, those that are alike in both are left out.
const MANY_CLASSES: usize = 8;

fn of_class(frame: &Frame, compared: &Compared, address: &ListAddress, class: Option<u32>) -> Group {
    let name = class.map_or_else(|| "none".to_owned(), |class| class.to_string());
    let title = class.map_or_else(|| frame.t("what-if-asked"), |class| frame.t1("allocation-class", "class", class));
    let lines = Fate::ALL.map(|fate| {
        let numbers = Of::BOTH.map(|of| count(compared, of, Some(class), &[fate]));
        let rows = |of: Of| narrowed(address, &[("of", of.code()), ("class", &name), ("fate", fate.code())]);
        line(frame.t(&format!("what-if-fate-{}", fate.code())), numbers, Of::BOTH.map(rows))
    });
    Group { title, lines: lines.into_iter().filter(is_something).collect() }
}

fn is_something(line: &Line) -> bool {
    line.numbers.iter().any(|number| number.text != "0")
}

const HOMES: [(HomeFate, &str); 3] =
    [(HomeFate::Given, "given"), (HomeFate::Empty, "empty"), (HomeFate::LivedIn, "lived-in")];

fn of_homes(frame: &Frame, compared: &Compared, address: &ListAddress) -> Group {
    let lines = HOMES.iter().map(|(fate, code)| {
        let with = |of: Of| compared.homes.iter().filter(|row| of.home(row) == Some(*fate)).count();
        let numbers = Of::BOTH.map(|of| i64::try_from(with(of)).unwrap_or(i64::MAX));
        let rows = |of: Of| narrowed(address, &[("of", of.code()), ("homes", code)]);
        line(frame.t(&format!("what-if-homes-{code}")), numbers, Of::BOTH.map(rows))
    });
    Group { title: frame.t("allocation-homes"), lines: lines.filter(is_something).collect() }
}

fn cap(name: String, (plan, imagined): (&Option<CapSide>, &Option<CapSide>)) -> CapView {
    let side = |side: &Option<CapSide>| match side {
        Some(side) => [format!("{} / {}", side.used, side.at_most), points(side.one_more.as_deref())],
        None => Default::default(),
    };
    CapView { name, plan: side(plan), imagined: side(imagined) }
}

/// What the rows are of, in words.
fn rows_title(frame: &Frame, address: &ListAddress) -> String {
    let plan = match address.filter("of") {
        "plan" => frame.t("what-if-plan"),
        "what-if" => frame.t("what-if-imagined"),
        _ => String::new(),
    };
    let class = match address.filled("class") {
        Some("none") => Some(frame.t("what-if-asked")),
        Some(class) => Some(frame.t1("allocation-class", "class", class)),
        None => None,
    };
    let known = |field: &str, codes: &[&'static str], key: &str| {
        let asked = address.filled(field)?;
        codes.iter().find(|code| **code == asked).map(|code| frame.t(&format!("{key}-{code}")))
    };
    let fate = known("fate", &Fate::ALL.map(Fate::code), "what-if-fate");
    let homes = known("homes", &HOMES.map(|(_, code)| code), "what-if-homes");
    let turn = known("turn", &TURNS.map(|(_, code, _)| code), "what-if-turn");
    let words = [class, fate, homes, turn].into_iter().flatten().collect::<Vec<_>>().join(", ");
    match (plan.is_empty(), words.is_empty()) {
        (_, true) if address.filter("turn") == "all" => frame.t("what-if-rows-all"),
        (_, true) => frame.t("what-if-rows-changed"),
        (true, false) => words,
        (false, false) => format!("{plan}: {words}"),
    }
}

/// The rows that were asked for; those it changes something for when nothing was. True when they are homes.
fn rows(frame: &Frame, compared: &Compared, address: &ListAddress, named: bool) -> (Vec<RowView>, bool) {
    let of = if address.filter("of") == Of::Plan.code() { Of::Plan } else { Of::Imagined };
    if let Some(asked) = address.filled("homes") {
        let fate = HOMES.iter().find(|(_, code)| *code == asked).map(|(fate, _)| *fate);
        let asked = compared.homes.iter().filter(|row| fate.is_none_or(|fate| of.home(row) == Some(fate)));
        return (asked.map(|row| home_row(frame, &compared.changes, row)).collect(), true);
    }
    let turn = match (address.filled("turn"), address.filled("fate")) {
        (Some("all"), _) | (None, Some(_)) => None,
        (asked, _) => Some(asked.unwrap_or("changed")),
    };
    let is_asked = |row: &&HouseholdRow| {
        let turned = told(row.turn()).0;
        let by_turn = turn.is_none_or(|turn| if turn == "changed" { turned != "same" } else { turned == turn });
        let by_class = address.filled("class").is_none_or(|class| class_of(row) == class);
        let fate = of.household(row).map(|outcome| outcome.fate.code());
        by_turn && by_class && address.filled("fate").is_none_or(|asked| fate == Some(asked))
    };
    let asked = compared.households.iter().filter(is_asked);
    (asked.map(|row| household_row(frame, &compared.changes, row, named)).collect(), false)
}

fn household_row(frame: &Frame, changes: &Changes, row: &HouseholdRow, named: bool) -> RowView {
    let href = match &row.who {
        Who::Known(candidate) => format!("/allocations/fit?application={}", candidate.application.id),
        Who::Gone { .. } | Who::Imagined { .. } => String::new(),
    };
    let (code, tone) = told(row.turn());
    RowView {
        who: words::who(frame, changes, &row.who, named),
        class: row.class.map(|class| class.to_string()).unwrap_or_default(),
        plan: outcome(frame, changes, row.plan.as_ref()),
        imagined: outcome(frame, changes, row.imagined.as_ref()),
        turn: frame.t(&format!("what-if-turn-{code}")),
        href,
        tone,
    }
}

fn outcome(frame: &Frame, changes: &Changes, outcome: Option<&Outcome>) -> String {
    let Some(outcome) = outcome else { return frame.t("what-if-not-in-it") };
    let home = outcome.home.as_ref().map(|home| words::place(frame, changes, home)).unwrap_or_default();
    match outcome.fate {
        Fate::Placed | Fate::Moved => home,
        Fate::Stays => frame.t1("what-if-stays-in", "home", home),
        Fate::Left => why(frame, outcome.why.as_deref().unwrap_or_default()),
    }
}

fn home_row(frame: &Frame, changes: &Changes, row: &HomeRow) -> RowView {
    let word = |fate: Option<HomeFate>| {
        let code = fate.and_then(|fate| HOMES.iter().find(|(other, _)| *other == fate)).map(|(_, code)| *code);
        code.map_or_else(|| frame.t("what-if-not-in-it"), |code| frame.t(&format!("what-if-home-{code}")))
    };
    let href = match &row.place {
        allocations::Place::Known(home) => format!("/dwellings/{}", home.id()),
        allocations::Place::Imagined { .. } => String::new(),
    };
    RowView {
        who: words::place(frame, changes, &row.place),
        class: points(row.value.as_deref()),
        plan: word(row.plan),
        imagined: word(row.imagined),
        turn: String::new(),
        tone: "neutral",
        href,
    }
}
