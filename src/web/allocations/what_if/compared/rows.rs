//! The rows behind a number of the comparison: households or homes, with what each plan does.

use super::{Of, caps};
use crate::office::allocations::{Changes, Compared, Fate, HomeFate, HomeRow, HouseholdRow, Outcome, Place, Turn, Who};
use crate::web::Frame;
use crate::web::allocations::sight::Sight;
use crate::web::allocations::what_if::words;
use crate::web::allocations::words::{points, why};
use crate::web::lists::ListAddress;

/// What a plan does for a household or with a home.
pub(super) struct OutcomeView {
    pub text: String,
    /// Why the home fits the household; empty when they are not both known.
    pub href: String,
    /// What the placement counts for; empty when there is none.
    pub points: String,
}

/// A household in both plans, or a home.
pub(super) struct RowView {
    pub who: String,
    pub href: String,
    pub class: String,
    pub sides: [OutcomeView; 2],
    pub turn: String,
    pub tone: &'static str,
}

/// Everybody who gets a home or changes it, as it stands in the address: the placements that the points are of.
pub(super) const GOT: &str = "got";

pub(super) const TURNS: [(Turn, &str, &str); 5] = [
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

pub(super) const HOMES: [(HomeFate, &str); 3] =
    [(HomeFate::Given, "given"), (HomeFate::Empty, "empty"), (HomeFate::LivedIn, "lived-in")];

fn class_of(row: &HouseholdRow) -> String {
    row.class.map_or_else(|| "none".to_owned(), |class| class.to_string())
}

/// What the rows are of, in words.
pub(super) fn title(frame: &Frame, compared: &Compared, address: &ListAddress) -> String {
    let plan = match address.filter("of") {
        "plan" => frame.t("what-if-plan"),
        "what-if" => frame.t("what-if-imagined"),
        _ => String::new(),
    };
    if let Some(cap) = address.filled("cap") {
        return format!("{plan}: {}", frame.t1("what-if-rows-cap", "cap", cap));
    }
    if address.filter("fate") == GOT {
        let points = Of::asked(address).side(compared).score;
        return format!("{plan}: {}", frame.t1("what-if-rows-score", "points", points));
    }
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
pub(super) fn asked(frame: &Frame, compared: &Compared, address: &ListAddress, sight: &Sight) -> (Vec<RowView>, bool) {
    let of = Of::asked(address);
    if let Some(asked) = address.filled("homes") {
        let fate = HOMES.iter().find(|(_, code)| *code == asked).map(|(fate, _)| *fate);
        let asked = compared.homes.iter().filter(|row| fate.is_none_or(|fate| of.home(row) == Some(fate)));
        return (asked.map(|row| home_row(frame, &compared.changes, row)).collect(), true);
    }
    let mut asked: Vec<&HouseholdRow> = match caps::asked(compared, address) {
        Some(cap) => {
            let is_of_cap = |row: &&HouseholdRow| cap.counted.contains(&row.id) || cap.stopped.contains(&row.id);
            compared.households.iter().filter(is_of_cap).collect()
        }
        None => compared.households.iter().filter(|row| is_asked(of, row, address)).collect(),
    };
    // Those of the register come before those that are only imagined.
    asked.sort_by_key(|row| row.turn() == Turn::New);
    if address.filter("fate") == GOT {
        let points = |row: &HouseholdRow| of.household(row).and_then(|outcome| outcome.points);
        asked.sort_by_key(|row| std::cmp::Reverse(points(row)));
    }
    (asked.into_iter().map(|row| household_row(frame, &compared.changes, row, sight)).collect(), false)
}

fn is_asked(of: Of, row: &HouseholdRow, address: &ListAddress) -> bool {
    let turn = match (address.filled("turn"), address.filled("fate")) {
        (Some("all"), _) | (None, Some(_)) => None,
        (asked, _) => Some(asked.unwrap_or("changed")),
    };
    let turned = told(row.turn()).0;
    let by_turn = turn.is_none_or(|turn| if turn == "changed" { turned != "same" } else { turned == turn });
    let by_class = address.filled("class").is_none_or(|class| class_of(row) == class);
    let fate = of.household(row).map(|outcome| outcome.fate);
    let by_fate = address.filled("fate").is_none_or(|asked| match asked {
        GOT => fate.is_some_and(Fate::has_got),
        asked => fate.is_some_and(|fate| fate.code() == asked),
    });
    by_turn && by_class && by_fate
}

fn household_row(frame: &Frame, changes: &Changes, row: &HouseholdRow, sight: &Sight) -> RowView {
    let href = match &row.who {
        Who::Known(candidate) => sight.fit(Some(&candidate.application.id), None),
        Who::Gone { .. } | Who::Imagined { .. } => String::new(),
    };
    let (code, tone) = told(row.turn());
    RowView {
        who: words::who(frame, changes, &row.who, sight.named),
        class: row.class.map(|class| class.to_string()).unwrap_or_default(),
        sides: Of::BOTH.map(|of| outcome(frame, changes, &row.who, (of.household(row), sight))),
        turn: frame.t(&format!("what-if-turn-{code}")),
        href,
        tone,
    }
}

fn outcome(frame: &Frame, changes: &Changes, who: &Who, (outcome, sight): (Option<&Outcome>, &Sight)) -> OutcomeView {
    let plain = |text: String| OutcomeView { text, href: String::new(), points: String::new() };
    let Some(outcome) = outcome else { return plain(frame.t("what-if-not-in-it")) };
    let home = outcome.home.as_ref().map(|home| words::place(frame, changes, home)).unwrap_or_default();
    let pair = match (who, &outcome.home) {
        (Who::Known(candidate), Some(Place::Known(home))) => {
            sight.fit(Some(&candidate.application.id), Some(home.id()))
        }
        (Who::Known(_) | Who::Gone { .. } | Who::Imagined { .. }, _) => String::new(),
    };
    match outcome.fate {
        Fate::Placed | Fate::Moved => OutcomeView {
            text: home,
            href: pair,
            points: outcome.points.map(|points| frame.t1("what-if-points", "points", points)).unwrap_or_default(),
        },
        Fate::Stays => plain(frame.t1("what-if-stays-in", "home", home)),
        Fate::Left => plain(why(frame, outcome.why.as_deref().unwrap_or_default())),
    }
}

fn home_row(frame: &Frame, changes: &Changes, row: &HomeRow) -> RowView {
    let word = |fate: Option<HomeFate>| {
        let code = fate.and_then(|fate| HOMES.iter().find(|(other, _)| *other == fate)).map(|(_, code)| *code);
        let text = code.map_or_else(|| frame.t("what-if-not-in-it"), |code| frame.t(&format!("what-if-home-{code}")));
        OutcomeView { text, href: String::new(), points: String::new() }
    };
    let href = match &row.place {
        Place::Known(home) => format!("/dwellings/{}", home.id()),
        Place::Imagined { .. } => String::new(),
    };
    RowView {
        who: words::place(frame, changes, &row.place),
        class: points(row.value.as_deref()),
        sides: [row.plan, row.imagined].map(word),
        turn: String::new(),
        tone: "neutral",
        href,
    }
}
