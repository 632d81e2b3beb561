//! Whom a change of rules would affect, both ways, ground by ground.

use crate::access::{Action, Thing};
use crate::office::rule_sets::{self, Effect, Effects, Way};
use crate::office::{Actor, Office, OfficeError};
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use housing::assessment::Ground;

/// The ways a ground can change, with the words of addresses.
const WAYS: [(Way, &str); 4] =
    [(Way::Stopped, "stopped"), (Way::LetIn, "let-in"), (Way::ToJudge, "to-judge"), (Way::ToAsk, "to-ask")];

/// One count, and where its rows are; no address for those who may not see cases.
pub struct CountView {
    pub count: String,
    pub href: String,
}

pub struct GroundView {
    pub ground: String,
    /// In the order of [`WAYS`].
    pub counts: Vec<CountView>,
}

/// The effects as the page tells them.
pub struct EffectsView {
    pub text: String,
    pub stopped: String,
    pub let_in: String,
    pub grounds: Vec<GroundView>,
}

/// The effects in words; `rows_at` is the address that opens the counts, or empty.
pub fn view(frame: &Frame, effects: &Effects, rows_at: &str) -> EffectsView {
    let number = |count: usize| frame.number(&i64::try_from(count).unwrap_or(i64::MAX));
    let ground = |effect: &Effect| {
        let counts = [effect.stopped, effect.let_in, effect.to_judge, effect.to_ask];
        let count = |(count, (_, word)): (usize, (Way, &str))| {
            let opens = count > 0 && !rows_at.is_empty();
            let address = || format!("{rows_at}?ground={}&way={word}", effect.ground.code());
            CountView { count: number(count), href: if opens { address() } else { String::new() } }
        };
        GroundView {
            ground: frame.t(&effect.ground.text_key()),
            counts: counts.into_iter().zip(WAYS).map(count).collect(),
        }
    };
    let facts = [("count", number(effects.applications)), ("day", frame.day(&effects.day))];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    EffectsView {
        text: frame.ta("rule-set-effects-text", &facts),
        stopped: number(effects.stopped),
        let_in: number(effects.let_in),
        grounds: effects.by_ground.iter().map(ground).collect(),
    }
}

struct AffectedView {
    href: String,
    number: String,
}

#[derive(askama::Template)]
#[template(path = "rule_sets/effects.html")]
struct EffectsPage {
    frame: Frame,
    id: String,
    name: String,
    effects: EffectsView,
    /// What was opened, in words, with its rows.
    opened: Option<(String, Vec<AffectedView>)>,
}

/// Everything the page needs: the rules' name, the effects and the rows that were asked for.
type Found = (String, Effects, Vec<rule_sets::Affected>);

fn found(office: &Office, actor: &Actor, id: &str, opened: Option<(Ground, Way)>) -> Result<Found, OfficeError> {
    let known = rule_sets::find(office, actor, id)?;
    let effects = rule_sets::effects(office, actor, &known.rules, Some(id))?;
    let rows = match opened {
        Some((ground, way)) => rule_sets::affected(office, actor, (&known, ground, way))?,
        None => Vec::new(),
    };
    Ok((known.stored.name, effects, rows))
}

/// What stored rules would change, with the applications behind a count.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let asked = FormValues::parse(&query.unwrap_or_default())?;
    let way = WAYS.iter().find(|(_, word)| *word == asked.get("way")).map(|(way, word)| (*way, *word));
    let opened = asked.get("ground").parse::<Ground>().ok().zip(way);
    let (actor, rules, which) = (visitor.actor(), id.clone(), opened.map(|(ground, (way, _))| (ground, way)));
    let sees_cases = actor.may(Action::Look, Thing::Case).is_ok();
    let (name, effects, rows) = app.office(move |office| found(office, &actor, &rules, which)).await?;
    let frame = visitor.frame();
    let rows_at = if sees_cases { format!("/rule-sets/{id}/effects") } else { String::new() };
    let row = |one: rule_sets::Affected| AffectedView {
        href: format!("/applications/{}", one.id),
        number: format!("{}/{:05}", one.year, one.serial),
    };
    let title = |(ground, (_, word)): (Ground, (Way, &str))| {
        format!("{}: {}", frame.t(&ground.text_key()), frame.t(&format!("rule-set-way-{word}")))
    };
    let page = EffectsPage {
        effects: view(&frame, &effects, &rows_at),
        opened: opened.map(|opened| (title(opened), rows.into_iter().map(row).collect())),
        id,
        name,
        frame,
    };
    Ok(render(&page)?.into_response())
}
