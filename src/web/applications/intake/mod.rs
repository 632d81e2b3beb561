//! The intake: first who applies, then the whole application on one page, kept as it is typed.

mod completing;
mod drafts;
mod fields;
mod page;
mod reading;
mod representing;
mod rows;

pub(super) use completing::{save as completed, show as complete};
pub(super) use drafts::{alike, discard, save_draft};
pub(super) use representing::represent;

use crate::access::{Action, Thing};
use crate::office::intake;
use crate::office::{Office, OfficeError, people, search};
use crate::store::people::Person;
use crate::web::people::candidate;
use crate::web::reading::{answered, first_of_each};
use crate::web::{App, FormValues, ListAddress, ProtectedForm, Visitor, WebError, render};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::people::Name;

/// What stands for a new person where one is chosen.
const NEW: &str = "new";

/// First who applies, and what one has begun; then, with `applicant` or `draft` in the address, the application.
pub(super) async fn new(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    if let Some(draft) = address.filled("draft").map(str::to_owned) {
        let kept = app.office(move |office| intake::draft(office, &actor, &draft)).await?;
        let mut form = FormValues::of(kept.pairs.iter().map(|(name, value)| (name.as_str(), value.clone())));
        form.set("draft", kept.id);
        return page::form(&app, &visitor, form, StatusCode::OK).await;
    }
    let (chosen, words) = (address.filter("applicant").to_owned(), address.filter("q").to_owned());
    if chosen.is_empty() {
        return who(&app, &visitor, words).await;
    }
    let mut form = FormValues::of([
        ("applicant", chosen.clone()),
        ("received", app.today().to_string()),
        ("kind", housing::applications::ApplicationKind::New.code().to_owned()),
        ("rep_copies", "true".to_owned()),
    ]);
    if let Some(name) = Name::read(&words).filter(|_| chosen == NEW) {
        form.set("family", name.family);
        form.set("given", name.given);
    }
    page::form(&app, &visitor, form, StatusCode::OK).await
}

#[derive(askama::Template)]
#[template(path = "applications/who.html")]
struct WhoPage {
    frame: crate::web::Frame,
    words: String,
    candidates: Vec<(String, String)>,
    looked: bool,
    /// Id, whose it is and when it was last saved.
    drafts: Vec<(String, String, String)>,
}

async fn who(app: &App, visitor: &Visitor, words: String) -> Result<Response, WebError> {
    let (actor, typed) = (visitor.actor(), words.clone());
    let (found, drafts) = app
        .office(move |office| {
            Ok::<_, OfficeError>((look_for(office, &actor, &typed)?, intake::drafts(office, &actor)?))
        })
        .await?;
    let frame = visitor.frame();
    let drafts = drafts.iter().map(|draft| {
        let typed = |name: &str| draft.pairs.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value);
        let name = format!("{} {} {}", typed("applicant_name"), typed("given"), typed("family"));
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.is_empty() { frame.t("intake-draft-nameless") } else { name };
        (draft.id.clone(), name, frame.instant(&draft.saved_at))
    });
    let page = WhoPage {
        drafts: drafts.collect(),
        candidates: found.iter().map(|person| candidate(&frame, person)).collect(),
        looked: !words.is_empty(),
        words: if search::looks_like_identity_number(&words) { String::new() } else { words },
        frame,
    };
    Ok(render(&page)?.into_response())
}

fn look_for(office: &Office, actor: &crate::office::Actor, typed: &str) -> Result<Vec<Person>, OfficeError> {
    if typed.is_empty() { Ok(Vec::new()) } else { search::people(office, actor, typed) }
}

async fn name_of(app: &App, visitor: &Visitor, person: &str) -> Result<String, WebError> {
    if person == NEW {
        return Ok(String::new());
    }
    let (actor, person) = (visitor.actor(), person.to_owned());
    let found = app.office(move |office| people::find(office, &actor, &person)).await?;
    Ok(found.name.to_string())
}

/// Registers the application, or shows the form again with everything that is wrong.
pub(super) async fn create(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Application)?;
    let name = name_of(&app, &visitor, values.get("applicant")).await?;
    let (intake, mut problems) = reading::read(&values, &name, app.today());
    if problems.is_empty() {
        match app.office(move |office| answered(intake::register(office, &actor, &intake))).await? {
            Ok(id) => return Ok(Redirect::to(&format!("/applications/{id}")).into_response()),
            Err(refused) => problems = refused,
        }
    } else {
        problems.extend(crate::office::applications::problems(&intake.facts, app.today()));
        problems.extend(intake::not_yet(&intake.answers, app.today()));
        if let intake::Applicant::New { facts, .. } = &intake.applicant {
            problems.extend(people::problems(facts, app.today()));
        }
    }
    values.errors = visitor.frame().words(&first_of_each(problems));
    page::form(&app, &visitor, values, StatusCode::UNPROCESSABLE_ENTITY).await
}
