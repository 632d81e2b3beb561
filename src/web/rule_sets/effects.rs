//! Whom a change of rules would affect, both ways, ground by ground.

use crate::access::{Action, Thing};
use crate::office::rule_sets::{self, Changed, Effect, Effects, RoomsWay, Way};
use crate::office::{Actor, Office, OfficeError};
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use housing::assessment::Ground;

/// The ways a ground can change, with the words of addresses.
const WAYS: [(Way, &str); 4] =
    [(Way::Stopped, "stopped"), (Way::LetIn, "let-in"), (Way::ToJudge, "to-judge"), (Way::ToAsk, "to-ask")];

/// The ways a need for rooms changes, with the words of addresses.
const ROOMS_WAYS: [(RoomsWay, &str); 2] = [(RoomsWay::More, "more"), (RoomsWay::Fewer, "fewer")];

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
    /// In the order of [`ROOMS_WAYS`]; empty when nobody needs other rooms.
    pub rooms: Vec<(String, CountView)>,
}

/// The effects in words; `rows_at` is the address that opens the counts, or empty.
pub fn view(frame: &Frame, effects: &Effects, rows_at: &str) -> EffectsView {
    let number = |count: usize| frame.number(&i64::try_from(count).unwrap_or(i64::MAX));
    let opening = |count: usize, query: String| {
        let opens = count > 0 && !rows_at.is_empty();
        CountView { count: number(count), href: if opens { format!("{rows_at}?{query}") } else { String::new() } }
    };
    let ground = |effect: &Effect| {
        let counts = [effect.stopped, effect.let_in, effect.to_judge, effect.to_ask];
        let code = effect.ground.code();
        let count = |(count, (_, word)): (usize, (Way, &str))| opening(count, format!("ground={code}&way={word}"));
        GroundView {
            ground: frame.t(&effect.ground.text_key()),
            counts: counts.into_iter().zip(WAYS).map(count).collect(),
        }
    };
    let rooms = [effects.room_needs.more, effects.room_needs.fewer];
    let rooms_row = |(count, (_, word)): (usize, (RoomsWay, &str))| {
        (frame.t(&format!("rule-set-rooms-{word}")), opening(count, format!("rooms={word}")))
    };
    let facts = [("count", number(effects.applications)), ("day", frame.day(&effects.day))];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    EffectsView {
        text: frame.ta("rule-set-effects-text", &facts),
        stopped: number(effects.stopped),
        let_in: number(effects.let_in),
        grounds: effects.by_ground.iter().map(ground).collect(),
        rooms: match rooms {
            [0, 0] => Vec::new(),
            counts => counts.into_iter().zip(ROOMS_WAYS).map(rooms_row).collect(),
        },
    }
}

/// What the address asks to see the rows of, with its title.
fn opened(frame: &Frame, asked: &FormValues) -> Option<(Changed, String)> {
    if let Some((way, word)) = ROOMS_WAYS.iter().find(|(_, word)| *word == asked.get("rooms")) {
        return Some((Changed::Rooms(*way), frame.t(&format!("rule-set-rooms-{word}"))));
    }
    let (way, word) = WAYS.iter().find(|(_, word)| *word == asked.get("way"))?;
    let ground = asked.get("ground").parse::<Ground>().ok()?;
    let title = format!("{}: {}", frame.t(&ground.text_key()), frame.t(&format!("rule-set-way-{word}")));
    Some((Changed::Ground(ground, *way), title))
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

fn found(office: &Office, actor: &Actor, id: &str, opened: Option<Changed>) -> Result<Found, OfficeError> {
    let known = rule_sets::find(office, actor, id)?;
    let effects = rule_sets::effects(office, actor, &known.rules, Some(id))?;
    let rows = match opened {
        Some(changed) => rule_sets::affected(office, actor, (&known, changed))?,
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
    let frame = visitor.frame();
    let (changed, title) = opened(&frame, &asked).unzip();
    let (actor, rules) = (visitor.actor(), id.clone());
    let sees_cases = actor.may(Action::Look, Thing::Case).is_ok();
    let (name, effects, rows) = app.office(move |office| found(office, &actor, &rules, changed)).await?;
    let rows_at = if sees_cases { format!("/rule-sets/{id}/effects") } else { String::new() };
    let row = |one: rule_sets::Affected| AffectedView {
        href: format!("/applications/{}", one.id),
        number: format!("{}/{:05}", one.year, one.serial),
    };
    let page = EffectsPage {
        effects: view(&frame, &effects, &rows_at),
        opened: title.map(|title| (title, rows.into_iter().map(row).collect())),
        id,
        name,
        frame,
    };
    Ok(render(&page)?.into_response())
}
