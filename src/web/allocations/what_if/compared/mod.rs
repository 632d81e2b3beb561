//! The page of a what-if: both plans side by side, whom it changes something for, and the rows behind every number.

mod caps;
mod figures;
mod rows;

use super::words;
use crate::office::OfficeError;
use crate::office::allocations::{self, CapRow, CapSide, Compared, HomeFate, HomeRow, HouseholdRow, Outcome, Side};
use crate::web::allocations::sight::Sight;
use crate::web::lists::{ListAddress, Pager, ROWS};
use crate::web::{App, Frame, Visitor, WebError, render};
use axum::response::{IntoResponse, Response};
use caps::CapView;
use figures::Group;
use rows::RowView;

/// A number that opens to its rows; empty where there is none.
#[derive(Clone, PartialEq, Eq)]
struct Number {
    text: String,
    href: String,
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
    /// Whom the number counts beside the rows; empty when nobody.
    others: String,
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

    const fn cap(self, row: &CapRow) -> Option<&CapSide> {
        match self {
            Self::Plan => row.plan.as_ref(),
            Self::Imagined => row.imagined.as_ref(),
        }
    }

    const fn side(self, compared: &Compared) -> &Side {
        match self {
            Self::Plan => &compared.plan,
            Self::Imagined => &compared.imagined,
        }
    }

    /// The plan that rows are asked of; the what-if when none is.
    fn asked(address: &ListAddress) -> Self {
        if address.filter("of") == Self::Plan.code() { Self::Plan } else { Self::Imagined }
    }
}

/// What the rows are narrowed to, as it stands in the address.
const FILTERS: [&str; 6] = ["of", "class", "fate", "homes", "turn", "cap"];

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
    let sight = Sight { named, on_the_wall: false, meeting: id.clone() };
    let (rows, of_homes) = rows::asked(&frame, &compared, &address, &sight);
    let caps: Vec<CapView> = compared.caps.iter().map(|row| caps::view(row, &address)).collect();
    let pager = Pager::new(&address, i64::try_from(rows.len()).unwrap_or(i64::MAX));
    let skipped = usize::try_from(address.skipped()).unwrap_or(usize::MAX);
    let shown = usize::try_from(ROWS).unwrap_or(usize::MAX);
    let page = ComparedPage {
        meeting: frame.t1("allocation-title", "day", frame.day(&compared.meeting.day)),
        made: made(&frame, &compared),
        changes: words::changes(&frame, &compared.changes),
        verdict: figures::verdict(&frame, &compared),
        turns: figures::turns(&frame, &compared, &address),
        proof: proof(&frame, &compared),
        groups: figures::groups(&frame, &compared, &address),
        bound: caps.iter().filter(|cap| cap.binds()).cloned().collect(),
        caps,
        names_href: address.with(&[("names", if named { "" } else { "shown" })]),
        rows_title: rows::title(&frame, &compared, &address),
        others: caps::others(&frame, &compared, &address),
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
