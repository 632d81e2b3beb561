//! What somebody has seen of a home: a form.

use crate::access::{Action, Thing};
use crate::office::Problem;
use crate::office::allocations;
use crate::office::dwellings::address_and_unit;
use crate::web::dwellings::choices;
use crate::web::reading::{self, Outcome};
use crate::web::{App, FormValues, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::fit::HomeTraits;
use housing::needs::{Access, FollowUpLevel};

struct SeenView {
    field: String,
    label: String,
    value: String,
}

#[derive(askama::Template)]
#[template(path = "allocations/traits.html")]
struct TraitsPage {
    frame: Frame,
    id: String,
    home: String,
    seen: i64,
    levels: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    access: Vec<SeenView>,
    may_change: bool,
    stale: bool,
    form: FormValues,
}

/// Where the form keeps how often the traits had been recorded when it was opened.
const SEEN: &str = "seen";

/// What the register's own columns do not tell of a home.
const TOLD: [Access; 8] = [
    Access::UniversalDesign,
    Access::NoThresholds,
    Access::AdaptedBathroom,
    Access::Secluded,
    Access::NearStaff,
    Access::Central,
    Access::Robust,
    Access::GroundFloor,
];

fn field(access: Access) -> String {
    format!("access_{}", access.code().to_ascii_lowercase())
}

fn word(answer: Option<bool>) -> String {
    match answer {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    }
}

fn values(traits: &HomeTraits) -> FormValues {
    let mut form = FormValues::of([
        ("follow_up", traits.follow_up.map(|level| level.code().to_owned()).unwrap_or_default()),
        ("pets", word(traits.pets)),
        ("let_until", traits.let_until.map(|day| day.to_string()).unwrap_or_default()),
        ("entrance", traits.entrance.clone().unwrap_or_default()),
    ]);
    for access in TOLD {
        let has = traits.has.contains(&access).then_some(true);
        form.set(&field(access), word(has.or(traits.lacks.contains(&access).then_some(false))));
    }
    form
}

fn answer(form: &FormValues, field: &str) -> Option<bool> {
    match form.get(field) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn read(form: &FormValues) -> Result<HomeTraits, Vec<Problem>> {
    let mut problems = Vec::new();
    let let_until = reading::day(form, "let_until", &mut problems);
    let of = |wanted| TOLD.into_iter().filter(move |access| answer(form, &field(*access)) == Some(wanted)).collect();
    let traits = HomeTraits {
        follow_up: form.filled("follow_up").and_then(|code| code.parse().ok()),
        pets: answer(form, "pets"),
        has: of(true),
        lacks: of(false),
        entrance: form.filled("entrance").map(str::to_owned),
        let_until,
    };
    if problems.is_empty() { Ok(traits) } else { Err(problems) }
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: Option<FormValues>,
    status: StatusCode,
) -> Result<Response, WebError> {
    let (actor, frame, dwelling) = (visitor.actor(), visitor.frame(), id.clone());
    let may_change = actor.may(Action::Change, Thing::Dwelling).is_ok();
    let known = app.office(move |office| allocations::traits_of(office, &actor, &dwelling)).await?;
    let form = form.unwrap_or_else(|| values(&known.traits));
    let seen = |access: Access| {
        let field = field(access);
        SeenView { label: frame.t(&access.text_key()), value: form.get(&field).to_owned(), field }
    };
    let page = TraitsPage {
        home: address_and_unit(&known.dwelling.facts),
        levels: choices(&frame, FollowUpLevel::ALL, FollowUpLevel::code, FollowUpLevel::text_key),
        answers: vec![("yes".to_owned(), frame.t("dwelling-yes")), ("no".to_owned(), frame.t("dwelling-no"))],
        access: TOLD.into_iter().map(seen).collect(),
        seen: known.seen,
        stale: status == StatusCode::CONFLICT,
        may_change,
        form,
        id,
        frame,
    };
    Ok((status, render(&page)?).into_response())
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    page(&app, &visitor, id, None, StatusCode::OK).await
}

pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, dwelling) = (visitor.actor(), id.clone());
    actor.may(Action::Change, Thing::Dwelling)?;
    let seen = form.get(SEEN).parse().map_err(|_| WebError::BadForm)?;
    let saved = match read(&form) {
        Ok(traits) => {
            let save = move |office: &crate::office::Office| {
                Outcome::of(allocations::record_traits(office, &actor, (&dwelling, seen), &traits))
            };
            app.office(save).await?
        }
        Err(problems) => Outcome::Refused(problems),
    };
    match saved.kept(&visitor.frame(), &mut form) {
        None => Ok(Redirect::to(&format!("/dwellings/{id}")).into_response()),
        Some(answer) => page(&app, &visitor, id, Some(form), answer).await,
    }
}
