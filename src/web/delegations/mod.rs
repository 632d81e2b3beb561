//! Who may sign which decisions: what holds now, what held before, and a new delegation.

mod form;

use super::rule_sets::standings;
use super::{App, Frame, Routes, Visitor, WebError, render};
use crate::access::{Action, Thing};
use crate::office::delegations::{self, Known};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use housing::Date;
use housing::decisions::approval::{Delegated, Delegation};

/// The list, one delegation, and the form of a new one.
pub fn routes() -> Routes {
    Routes::new()
        .get("/delegations", list)
        .get("/delegations/new", form::begin)
        .post("/delegations/new", form::save)
        .get("/delegations/{id}", show)
}

/// What one row says.
struct MandateView {
    kind: String,
    outcome: String,
    roles: String,
    two_people: String,
}

struct RevisionView {
    id: String,
    from: Date,
    revision: i64,
    source: String,
    saved: String,
    standing: String,
    tone: &'static str,
}

#[derive(askama::Template)]
#[template(path = "delegations/list.html")]
struct ListPage {
    frame: Frame,
    /// What holds today.
    now: Vec<MandateView>,
    /// Where it comes from: the id of a revision, or nothing for what the program ships with.
    from: String,
    revisions: Vec<RevisionView>,
    may_change: bool,
}

#[derive(askama::Template)]
#[template(path = "delegations/show.html")]
struct ShowPage {
    frame: Frame,
    revision: RevisionView,
    rows: Vec<MandateView>,
    may_change: bool,
}

fn rows(frame: &Frame, delegation: &Delegation) -> Vec<MandateView> {
    let view = |row: &Delegated| {
        let roles: Vec<String> = row.mandate.roles.iter().map(|role| frame.t(&format!("role-{role}"))).collect();
        let every = |key: Option<String>, none: &str| key.map_or_else(|| frame.t(none), |key| frame.t(&key));
        MandateView {
            kind: every(row.kind.map(|kind| kind.text_key()), "delegation-every-kind"),
            outcome: every(row.outcome.map(|outcome| outcome.text_key()), "delegation-every-outcome"),
            roles: roles.join(", "),
            two_people: frame.t(if row.mandate.two_people { "delegation-two" } else { "delegation-one" }),
        }
    };
    delegation.rows().iter().map(view).collect()
}

fn revisions(frame: &Frame, all: &[Known], today: Date) -> Vec<RevisionView> {
    let standings = standings(all.iter().map(|known| known.stored.valid_from), today);
    let view = |(known, standing): (&Known, _)| {
        let (text, tone) = super::rule_sets::Standing::text(standing);
        let stored = &known.stored;
        RevisionView {
            id: stored.id.clone(),
            from: stored.valid_from,
            revision: stored.revision,
            source: stored.source.clone(),
            saved: format!("{}, {}", known.who, frame.instant(&stored.at)),
            standing: frame.t(text),
            tone,
        }
    };
    all.iter().zip(standings).map(view).collect()
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    let (actor, frame, today) = (visitor.actor(), visitor.frame(), app.today());
    let may_change = actor.may(Action::Change, Thing::RuleSet).is_ok();
    let all = app.office(move |office| delegations::list(office, &actor)).await?;
    let now = all.iter().find(|known| known.stored.valid_from <= today);
    let page = ListPage {
        now: rows(&frame, now.map_or(delegations::shipped(), |known| &known.delegation)),
        from: now.map(|known| known.stored.id.clone()).unwrap_or_default(),
        revisions: revisions(&frame, &all, today),
        may_change,
        frame,
    };
    Ok(render(&page)?.into_response())
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, WebError> {
    let (actor, frame, today) = (visitor.actor(), visitor.frame(), app.today());
    let may_change = actor.may(Action::Change, Thing::RuleSet).is_ok();
    let all = app.office(move |office| delegations::list(office, &actor)).await?;
    let known = all.iter().find(|known| known.stored.id == id).ok_or(WebError::NotFound)?;
    let revision = revisions(&frame, &all, today).into_iter().find(|revision| revision.id == id);
    let rows = rows(&frame, &known.delegation);
    let page = ShowPage { revision: revision.ok_or(WebError::NotFound)?, rows, may_change, frame };
    Ok(render(&page)?.into_response())
}
