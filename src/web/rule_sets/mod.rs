//! The municipality's own rules: which hold when, a new set, and whom a change would affect.

mod differences;
mod effects;
mod fields;
mod form;
mod read;
mod words;
mod written;

pub(in crate::web) use differences::differences;

use super::{App, Frame, Routes, Visitor, WebError, render};
use crate::access::{Action, Thing};
use crate::office::rule_sets::{self, Known};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use housing::Date;
use words::ShownGroup;

/// The list, a rule set's page with its effects, and the form of a new one.
pub fn routes() -> Routes {
    Routes::new()
        .get("/rule-sets", list)
        .get("/rule-sets/new", form::begin)
        .post("/rule-sets/new", form::save)
        .get("/rule-sets/{id}", show)
        .get("/rule-sets/{id}/effects", effects::show)
}

/// When a rule set holds, seen from today.
#[derive(Clone, Copy)]
pub(in crate::web) enum Standing {
    Ahead,
    Now,
    Past,
    /// Another revision of the same rules took its place.
    Replaced,
}

impl Standing {
    pub const fn text(self) -> (&'static str, &'static str) {
        match self {
            Self::Ahead => ("rule-set-ahead", "info"),
            Self::Now => ("rule-set-now", "success"),
            Self::Past => ("rule-set-past", "neutral"),
            Self::Replaced => ("rule-set-replaced", "neutral"),
        }
    }
}

/// How revisions that hold from these days stand; they come with the newest first.
pub(in crate::web) fn standings(days: impl Iterator<Item = Date>, today: Date) -> Vec<Standing> {
    let mut now_seen = false;
    let mut newer: Option<Date> = None;
    let standing = |from: Date| {
        let is_replaced = newer.replace(from) == Some(from);
        if is_replaced {
            Standing::Replaced
        } else if from > today {
            Standing::Ahead
        } else if std::mem::replace(&mut now_seen, true) {
            Standing::Past
        } else {
            Standing::Now
        }
    };
    days.map(standing).collect()
}

fn days(all: &[Known]) -> impl Iterator<Item = Date> + '_ {
    all.iter().map(|known| known.stored.valid_from)
}

struct RowView {
    id: String,
    name: String,
    from: Date,
    revision: i64,
    standing: String,
    tone: &'static str,
}

#[derive(askama::Template)]
#[template(path = "rule_sets/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<RowView>,
    samples: Vec<(&'static str, String)>,
    may_change: bool,
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    let (actor, frame, today) = (visitor.actor(), visitor.frame(), app.today());
    let may_change = actor.may(Action::Change, Thing::RuleSet).is_ok();
    let all = app.office(move |office| rule_sets::list(office, &actor)).await?;
    let row = |(known, standing): (&Known, Standing)| {
        let (text, tone) = standing.text();
        let stored = &known.stored;
        RowView {
            id: stored.id.clone(),
            name: stored.name.clone(),
            from: stored.valid_from,
            revision: stored.revision,
            standing: frame.t(text),
            tone,
        }
    };
    let rows = all.iter().zip(standings(days(&all), today)).map(row).collect();
    let samples = rule_sets::samples().iter().map(|(word, rules)| (*word, rules.name.clone())).collect();
    Ok(render(&ListPage { frame, rows, samples, may_change })?.into_response())
}

#[derive(askama::Template)]
#[template(path = "rule_sets/show.html")]
struct ShowPage {
    frame: Frame,
    id: String,
    name: String,
    standing: String,
    tone: &'static str,
    revision: i64,
    saved: String,
    groups: Vec<ShownGroup>,
    lacks_nynorsk: String,
    may_change: bool,
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, WebError> {
    let (actor, frame, today) = (visitor.actor(), visitor.frame(), app.today());
    let may_change = actor.may(Action::Change, Thing::RuleSet).is_ok();
    let all = app.office(move |office| rule_sets::list(office, &actor)).await?;
    let found = all.iter().zip(standings(days(&all), today)).find(|(known, _)| known.stored.id == id);
    let (known, standing) = found.ok_or(WebError::NotFound)?;
    let (text, tone) = standing.text();
    let page = ShowPage {
        groups: words::shown(&frame, &known.rules),
        lacks_nynorsk: words::lacks_nynorsk(&frame, &known.rules),
        standing: frame.t(text),
        saved: frame.instant(&known.stored.at),
        name: known.stored.name.clone(),
        revision: known.stored.revision,
        id,
        tone,
        may_change,
        frame,
    };
    Ok(render(&page)?.into_response())
}
