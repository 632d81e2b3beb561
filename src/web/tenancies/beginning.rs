//! A new tenancy, from a home's page: choose the tenant, agree the lease.

use crate::access::{Action, Thing};
use crate::office::dwellings::address_and_unit;
use crate::office::tenancies::{self, NewTenancy, Tenant};
use crate::office::{Actor, Problem};
use crate::store::dwellings::Dwelling;
use crate::store::people::Person;
use crate::web::dwellings::choices;
use crate::web::reading::{Outcome, day, needed_day, parsed};
use crate::web::{App, FormValues, Frame, ListAddress, ProtectedForm, Visitor, WebError, render};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::identity::IdentityNumber;
use housing::people::{Name, PersonFacts, Protection};
use housing::tenancies::LeaseKind;
use housing::text::fold;
use housing::written;

/// The choice of a tenant who is not on the register.
const NEW: &str = "new";

#[derive(askama::Template)]
#[template(path = "tenancies/new.html")]
struct NewPage {
    frame: Frame,
    form: FormValues,
    dwelling: String,
    home: String,
    words: String,
    found_none: bool,
    tenants: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    protections: Vec<(String, String)>,
}

pub(super) async fn new(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let mut form = FormValues::default();
    form.set("dwelling", address.filter("dwelling"));
    form.set("q", address.filter("q"));
    form.set("from", visitor.frame().today.to_string());
    form.set("kind", LeaseKind::FixedTerm.code());
    form.set("protection", Protection::Ungraded.code());
    page(&app, &visitor, form, StatusCode::OK).await
}

async fn page(app: &App, visitor: &Visitor, form: FormValues, status: StatusCode) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Tenancy)?;
    let may_add = actor.may(Action::Change, Thing::Person).is_ok();
    let (dwelling, words) = (form.get("dwelling").to_owned(), fold(form.get("q")));
    let asked = words.clone();
    let (home, found) = app.office(move |office| tenancies::offered(office, &actor, &dwelling, &asked)).await?;
    let page = new_page(visitor.frame(), form, &home, &found, may_add);
    Ok((status, render(&page)?).into_response())
}

fn new_page(frame: Frame, mut form: FormValues, home: &Dwelling, found: &[Person], may_add: bool) -> NewPage {
    let candidate = |candidate: &Person| {
        let born = candidate.born.map(|born| frame.t1("tenancy-born", "day", frame.day(&born)));
        (
            candidate.id.clone(),
            [Some(candidate.name.to_string()), born].into_iter().flatten().collect::<Vec<_>>().join(", "),
        )
    };
    let mut tenants: Vec<(String, String)> = found.iter().map(candidate).collect();
    if may_add {
        tenants.push((NEW.to_owned(), frame.t("tenancy-new-person")));
    }
    if form.filled("tenant").is_none() && tenants.len() == 1 {
        let only = tenants[0].0.clone();
        form.set("tenant", only);
    }
    NewPage {
        dwelling: home.id.clone(),
        home: address_and_unit(&home.facts),
        words: form.get("q").to_owned(),
        found_none: found.is_empty() && form.filled("q").is_some(),
        tenants,
        kinds: choices(&frame, LeaseKind::ALL, LeaseKind::code, LeaseKind::text_key),
        protections: choices(&frame, Protection::ALL, Protection::code, Protection::text_key),
        form,
        frame,
    }
}

pub(super) async fn begin(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut values): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Tenancy)?;
    let outcome = match read(&values, &actor) {
        Ok(new) => app.office(move |office| Outcome::of(tenancies::begin(office, &actor, &new))).await?,
        Err(problems) => Outcome::Refused(problems),
    };
    match outcome {
        Outcome::Done(_) => Ok(Redirect::to(&format!("/dwellings/{}", values.get("dwelling"))).into_response()),
        Outcome::Refused(problems) => {
            values.errors = visitor.frame().words(&problems);
            page(&app, &visitor, values, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Outcome::Stale => Err(WebError::Stale),
    }
}

/// Reads the form; everything that cannot be read is named at once.
fn read(values: &FormValues, actor: &Actor) -> Result<NewTenancy, Vec<Problem>> {
    let mut problems = Vec::new();
    let from = needed_day(values, "from", &mut problems);
    let lease_until = day(values, "lease_until", &mut problems);
    let rent = parsed(values, "rent", "dwelling-problem-amount", written::amount, &mut problems);
    let size = parsed(values, "size", "tenancy-problem-size", written::household, &mut problems);
    let kind = values.get("kind").parse().unwrap_or(LeaseKind::OpenEnded);
    let may_add = actor.may(Action::Change, Thing::Person).is_ok();
    let tenant = match values.get("tenant") {
        NEW if may_add => new_person(values, &mut problems).map(Tenant::New),
        "" | NEW => {
            problems.push(Problem::plain("tenant", "tenancy-problem-choose-tenant"));
            None
        }
        id => Some(Tenant::Known(id.to_owned())),
    };
    match (tenant, from, problems.is_empty()) {
        (Some(tenant), Some(from), true) => Ok(NewTenancy {
            dwelling: values.get("dwelling").to_owned(),
            tenant,
            size,
            from,
            lease_until,
            kind,
            rent,
            note: values.filled("note").map(str::to_owned),
        }),
        _ => Err(problems),
    }
}

fn new_person(values: &FormValues, problems: &mut Vec<Problem>) -> Option<PersonFacts> {
    let name = Name::read(values.get("name"));
    if name.is_none() {
        problems.push(Problem::plain("name", "tenancy-problem-no-name"));
    }
    let identity = values.filled("identity").map(IdentityNumber::parse);
    if matches!(identity, Some(Err(_))) {
        problems.push(Problem::plain("identity", "tenancy-problem-identity"));
    }
    let born = day(values, "born", problems);
    Some(PersonFacts {
        name: name?,
        identity: identity.and_then(Result::ok),
        born,
        telephone: None,
        email: None,
        protection: values.get("protection").parse().unwrap_or(Protection::UNTIL_CHECKED),
        protection_to_check: values.filled("protection").is_none(),
    })
}
