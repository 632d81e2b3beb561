//! People registered twice: the pairs, two side by side, merging and parting.

use super::born_and_age;
use crate::access::{self, Action, Thing};
use crate::office::people::{self, Side};
use crate::store::people::Person;
use crate::web::{App, Frame, ProtectedForm, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

#[derive(askama::Template)]
#[template(path = "people/duplicates.html")]
struct DuplicatesPage {
    frame: Frame,
    pairs: Vec<PairView>,
}

struct PairView {
    href: String,
    name: String,
    one: String,
    other: String,
}

pub(super) async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let pairs = app.office(move |office| people::pairs(office, &actor)).await?;
    let frame = visitor.frame();
    let known = |person: &Person| {
        let born = person.born.map(|born| frame.day(&born)).unwrap_or_else(|| frame.t("person-born-unknown"));
        let key = if person.identity.is_some() { "person-identity-known" } else { "person-identity-unknown" };
        format!("{born}, {}", frame.t(key))
    };
    let view = |(one, other): &(Person, Person)| PairView {
        href: format!("/people/{}/duplicates/{}", one.id, other.id),
        name: one.name.listed(),
        one: known(one),
        other: known(other),
    };
    let pairs = pairs.iter().map(view).collect();
    Ok(render(&DuplicatesPage { pairs, frame })?.into_response())
}

#[derive(askama::Template)]
#[template(path = "people/compare.html")]
struct ComparePage {
    frame: Frame,
    one: SideView,
    other: SideView,
    /// Each fact with both sides, and whether they differ.
    rows: Vec<(String, String, String, bool)>,
    may_change: bool,
}

struct SideView {
    id: String,
    name: String,
}

pub(super) async fn compare(
    State(app): State<App>,
    visitor: Visitor,
    Path((one, other)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may_change = access::may(actor.role, Action::Change, Thing::Person).is_ok();
    let pair = app.office(move |office| people::pair(office, &actor, &one, &other)).await?;
    let frame = visitor.frame();
    let (left, right) = (facts(&frame, &pair.one), facts(&frame, &pair.other));
    let rows = left.into_iter().zip(right).map(|((label, one), (_, other))| {
        let differs = one != other;
        (label, one, other, differs)
    });
    let side = |side: &Side| SideView { id: side.person.id.clone(), name: side.person.name.to_string() };
    let page = ComparePage { rows: rows.collect(), one: side(&pair.one), other: side(&pair.other), may_change, frame };
    Ok(render(&page)?.into_response())
}

fn facts(frame: &Frame, side: &Side) -> Vec<(String, String)> {
    let person = &side.person;
    let numbers: Vec<String> = side.applications.iter().map(|application| application.number()).collect();
    let worded = [
        ("person-name", person.name.listed()),
        ("person-identity", side.identity.clone().unwrap_or_default()),
        ("person-born", born_and_age(frame, person.born)),
        ("person-telephone", person.telephone.clone().unwrap_or_default()),
        ("person-email", person.email.clone().unwrap_or_default()),
        ("person-protection", frame.t(&person.protection.text_key())),
        ("person-households", side.households.to_string()),
        ("person-tenancies", side.tenancies.to_string()),
        ("person-applications", numbers.join(", ")),
        ("person-invoices", side.invoices.to_string()),
    ];
    worded.into_iter().map(|(key, value)| (frame.t(key), value)).collect()
}

pub(super) async fn merge(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(values): ProtectedForm,
) -> Result<Redirect, WebError> {
    let (actor, kept, duplicate) = (visitor.actor(), id.clone(), values.get("duplicate").to_owned());
    app.office(move |office| people::merge(office, &actor, &kept, &duplicate)).await?;
    Ok(Redirect::to(&format!("/people/{id}")))
}

pub(super) async fn part(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    _form: ProtectedForm,
) -> Result<Redirect, WebError> {
    let (actor, person) = (visitor.actor(), id.clone());
    app.office(move |office| people::part(office, &actor, &person)).await?;
    Ok(Redirect::to(&format!("/people/{id}")))
}
