//! The rules for what fits whom: those that hold, those that held or will, and the form of new ones.

mod fields;
mod form;
mod written;

pub(super) use form::{begin, save};

use crate::access::{Action, Thing};
use crate::office::allocations::{self, KnownFitRules};
use crate::web::rule_form::Fields;
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use housing::Date;
use housing::fit::{CapRule, Clause, Demand, FitRules, ScorePart};

struct RulesRow {
    id: String,
    name: String,
    from: Date,
    revision: i64,
    is_shown: bool,
}

struct ClauseView {
    name: String,
    demand: String,
    written: String,
    /// What is set for it beside its weight.
    details: Vec<(String, String)>,
}

struct CapView {
    name: String,
    per: String,
    who: String,
    at_most: u32,
}

#[derive(askama::Template)]
#[template(path = "allocations/rules.html")]
struct RulesPage {
    frame: Frame,
    id: String,
    name: String,
    source: String,
    from: Date,
    open_questions: String,
    clauses: Vec<ClauseView>,
    /// Clauses that are not looked at.
    left_out: String,
    points: Vec<(String, String)>,
    moves: Vec<(String, String)>,
    caps: Vec<CapView>,
    earlier: Vec<RulesRow>,
    may_change: bool,
    sees_meetings: bool,
}

/// The rules that hold today, or the revision that was asked for.
pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let asked = FormValues::parse(&query.unwrap_or_default())?;
    let (actor, frame, today) = (visitor.actor(), visitor.frame(), app.today());
    let may_change = actor.may(Action::Change, Thing::RuleSet).is_ok();
    let sees_meetings = actor.may(Action::Look, Thing::Allocation).is_ok();
    let all = app.office(move |office| allocations::list_fit_rules(office, &actor)).await?;
    let current = match asked.filled("revision") {
        Some(id) => all.iter().find(|known| known.id() == id),
        None => all.iter().find(|known| known.rules.valid_from <= today).or(all.last()),
    };
    let current = current.ok_or(WebError::NotFound)?;
    let rules = &current.rules;
    let page = RulesPage {
        id: current.id().to_owned(),
        name: rules.name.clone(),
        source: rules.source.clone(),
        from: rules.valid_from,
        open_questions: frame.t(&rules.open_questions.text_key()),
        clauses: clauses(&frame, rules),
        left_out: left_out(&frame, rules),
        points: points(&frame, rules),
        moves: moves(&frame, rules),
        caps: rules.caps.iter().map(|cap| cap_view(&frame, cap)).collect(),
        earlier: all.iter().map(|known| row(known, current.id())).collect(),
        may_change,
        sees_meetings,
        frame,
    };
    Ok(render(&page)?.into_response())
}

fn row(known: &KnownFitRules, shown: &str) -> RulesRow {
    RulesRow {
        id: known.id().to_owned(),
        name: known.rules.name.clone(),
        from: known.rules.valid_from,
        revision: known.stored.as_ref().map_or(0, |stored| stored.revision),
        is_shown: known.id() == shown,
    }
}

/// Each clause that is looked at, how much it weighs, where it stands written and what is set for it.
fn clauses(frame: &Frame, rules: &FitRules) -> Vec<ClauseView> {
    let form = written::values(rules, rules);
    let mut groups = fields::groups(Fields { frame, form: &form });
    let view = |(clause, demand, written): (Clause, Demand, &str)| {
        let group = groups.iter().position(|group| group.name == fields::group_of(clause));
        let of_clause = group.map(|at| groups.swap_remove(at).fields).unwrap_or_default();
        let beside = of_clause.into_iter().filter(|field| is_setting(&field.name));
        ClauseView {
            name: frame.t(&clause.text_key()),
            demand: frame.t(&demand.text_key()),
            written: written.to_owned(),
            details: beside.flat_map(|field| field.facts(frame)).collect(),
        }
    };
    rules.asked().into_iter().map(view).collect()
}

/// Neither how much a clause weighs nor where it stands written.
fn is_setting(field: &str) -> bool {
    !field.ends_with(".demand") && !field.ends_with(".clause")
}

fn left_out(frame: &Frame, rules: &FitRules) -> String {
    let asked: Vec<Clause> = rules.asked().into_iter().map(|(clause, ..)| clause).collect();
    let out = Clause::ALL.iter().filter(|clause| !asked.contains(clause));
    out.map(|clause| frame.t(&clause.text_key())).collect::<Vec<_>>().join(", ")
}

fn points(frame: &Frame, rules: &FitRules) -> Vec<(String, String)> {
    let table = &rules.score;
    let part = |(part, points): (ScorePart, u16)| {
        let points = match part {
            ScorePart::Waited => {
                let (points, months) = (points.to_string(), table.most_months.to_string());
                frame.ta("fit-rules-points-waited", &[("points", &points), ("months", &months)])
            }
            ScorePart::LowRent => {
                let (points, percent) = (points.to_string(), table.low_rent_percent.to_string());
                frame.ta("fit-rules-points-low-rent", &[("points", &points), ("percent", &percent)])
            }
            ScorePart::Fits
            | ScorePart::RightSize
            | ScorePart::Access
            | ScorePart::WishedArea
            | ScorePart::Staffing
            | ScorePart::Settled
            | ScorePart::FreesRooms
            | ScorePart::NoLongerCrowded => points.to_string(),
        };
        (frame.t(&part.text_key()), points)
    };
    table.parts().into_iter().map(part).collect()
}

/// How much may move at once, and which tenants are asked.
fn moves(frame: &Frame, rules: &FitRules) -> Vec<(String, String)> {
    let limit = |limit: Option<u32>| limit.map_or_else(|| frame.t("fit-rules-no-limit"), |limit| limit.to_string());
    let asked = rules.lease_ends_within_months;
    let asked = asked.map_or_else(
        || frame.t("fit-rules-nobody-asked"),
        |months| format!("{months} {}", frame.t("rule-set-unit-months")),
    );
    vec![
        (frame.t("fit-rules-field-moves-moves"), limit(rules.moves.moves)),
        (frame.t("fit-rules-field-moves-ring"), limit(rules.moves.ring)),
        (frame.t("fit-rules-field-moves-chain"), limit(rules.moves.chain)),
        (frame.t("fit-rules-field-lease-ends-within-months"), asked),
    ]
}

fn cap_view(frame: &Frame, cap: &CapRule) -> CapView {
    let groups = cap.groups.iter().map(|group| frame.t(&group.text_key()));
    let level = cap.follow_up_from.map(|level| frame.t1("fit-rules-from-level", "level", frame.t(&level.text_key())));
    CapView {
        name: cap.name.clone(),
        per: frame.t(&cap.per.text_key()),
        who: groups.chain(level).collect::<Vec<_>>().join(", "),
        at_most: cap.at_most,
    }
}
