//! The rules for what fits whom: those that hold, and new ones, written as text.

use crate::access::{Action, Thing};
use crate::office::allocations::{self, KnownFitRules};
use crate::web::reading::Outcome;
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::Date;
use housing::fit::{CapRule, FitRules};

struct RulesRow {
    name: String,
    from: Date,
    revision: i64,
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
    name: String,
    source: String,
    from: Date,
    open_questions: String,
    clauses: Vec<(String, String, String)>,
    points: Vec<(String, u16)>,
    caps: Vec<CapView>,
    earlier: Vec<RulesRow>,
    may_change: bool,
    sees_meetings: bool,
    form: FormValues,
}

async fn page(
    app: &App,
    visitor: &Visitor,
    form: Option<FormValues>,
    status: StatusCode,
) -> Result<Response, WebError> {
    let (actor, frame, today) = (visitor.actor(), visitor.frame(), app.today());
    let may_change = actor.may(Action::Change, Thing::RuleSet).is_ok();
    let sees_meetings = actor.may(Action::Look, Thing::Allocation).is_ok();
    let all = app.office(move |office| allocations::list_fit_rules(office, &actor)).await?;
    let current = all.iter().find(|known| known.rules.valid_from <= today).or(all.last()).ok_or(WebError::NotFound)?;
    let rules = &current.rules;
    let page = RulesPage {
        name: rules.name.clone(),
        source: rules.source.clone(),
        from: rules.valid_from,
        open_questions: frame.t(&rules.open_questions.text_key()),
        clauses: clauses(&frame, rules),
        points: points(&frame, rules),
        caps: rules.caps.iter().map(|cap| cap_view(&frame, cap)).collect(),
        earlier: all.iter().map(row).collect(),
        form: form.unwrap_or_else(|| FormValues::of([("text", current.text().to_owned())])),
        may_change,
        sees_meetings,
        frame,
    };
    Ok((status, render(&page)?).into_response())
}

fn row(known: &KnownFitRules) -> RulesRow {
    let revision = known.stored.as_ref().map_or(0, |stored| stored.revision);
    RulesRow { name: known.rules.name.clone(), from: known.rules.valid_from, revision }
}

/// Each clause that is looked at, how much it weighs and where it stands written.
fn clauses(frame: &Frame, rules: &FitRules) -> Vec<(String, String, String)> {
    let asked = rules.asked().into_iter();
    asked
        .map(|(clause, demand, written)| (frame.t(&clause.text_key()), frame.t(&demand.text_key()), written.to_owned()))
        .collect()
}

fn points(frame: &Frame, rules: &FitRules) -> Vec<(String, u16)> {
    rules.score.parts().into_iter().map(|(part, points)| (frame.t(&part.text_key()), points)).collect()
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

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    page(&app, &visitor, None, StatusCode::OK).await
}

pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::RuleSet)?;
    let text = form.get("text").to_owned();
    let saved = app.office(move |office| Outcome::of(allocations::save_fit_rules(office, &actor, &text))).await?;
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to("/allocations/rules").into_response()),
        Some(answer) => page(&app, &visitor, Some(form), answer).await,
    }
}
