//! The administrator's pages: who works here, and what each of them may.

use super::conflict::{self, ConflictRow};
use super::{App, FormValues, Frame, ProtectedForm, Routes, Visitor, WebError, render};
use crate::access::{Action, Role, Thing};
use crate::office::accounts::{self, ChangedAccount, NewOfficer};
use crate::office::{OfficeError, Problem, units};
use crate::store::accounts::Officer;
use crate::store::units::Unit;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::Value;

/// Accounts: the list, a new one, changing one, a new password.
pub fn routes() -> Routes {
    Routes::new()
        .get("/accounts", list)
        .get("/accounts/new", new_form)
        .post("/accounts/new", create)
        .get("/accounts/{id}", edit_form)
        .post("/accounts/{id}", save)
        .post("/accounts/{id}/password", reset_password)
}

#[derive(askama::Template)]
#[template(path = "accounts/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<AccountRow>,
}

struct AccountRow {
    id: String,
    name: String,
    login: String,
    role: String,
    unit: String,
    sees_protected: bool,
    closed: bool,
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let (officers, units) = app
        .office(move |office| Ok::<_, OfficeError>((accounts::list(office, &actor)?, units::list(office, &actor)?)))
        .await?;
    let frame = visitor.frame();
    let row = |officer: Officer| AccountRow {
        role: role_text(&frame, officer.role),
        unit: officer.unit.map(|id| unit_name(&units, &id)).unwrap_or_default(),
        id: officer.id,
        name: officer.name,
        login: officer.login,
        sees_protected: officer.sees_protected,
        closed: officer.closed,
    };
    let rows = officers.into_iter().map(row).collect();
    Ok(render(&ListPage { frame, rows })?.into_response())
}

/// A field of the journal's entry about an account or a unit, in words.
pub(super) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str().unwrap_or_default();
    let answer = || value.as_bool().map(|yes| frame.t(if yes { "account-yes" } else { "account-no" }));
    let (key, said) = match field {
        "name" => ("account-name", text.to_owned()),
        "login" => ("login-login", text.to_owned()),
        "role" => {
            let role = Role::OF_OFFICERS.iter().find(|role| role.code() == text);
            ("account-role", role.map_or_else(|| text.to_owned(), |role| role_text(frame, *role)))
        }
        "unit" => ("account-unit", text.to_owned()),
        "sees_protected" => ("account-sees-protected", answer().unwrap_or_default()),
        "closed" => ("account-closed", answer().unwrap_or_default()),
        _ => return None,
    };
    Some((frame.t(key), said))
}

fn role_text(frame: &Frame, role: Role) -> String {
    frame.t(&format!("role-{}", role.code()))
}

fn unit_name(units: &[Unit], id: &str) -> String {
    units.iter().find(|unit| unit.id == id).map_or_else(String::new, |unit| unit.name.clone())
}

#[derive(askama::Template)]
#[template(path = "accounts/form.html")]
struct FormPage {
    frame: Frame,
    title: String,
    /// The account that is changed; `None` for a new one.
    id: Option<String>,
    login: String,
    form: FormValues,
    roles: Vec<(&'static str, String)>,
    units: Vec<(String, String)>,
    conflict: Vec<ConflictRow>,
}

impl FormPage {
    fn new(frame: Frame, officer: Option<&Officer>, units: &[Unit], form: FormValues) -> Self {
        let roles = Role::OF_OFFICERS.iter().map(|role| (role.code(), role_text(&frame, *role))).collect();
        Self {
            title: officer.map_or_else(|| frame.t("account-new"), |officer| officer.name.clone()),
            id: officer.map(|officer| officer.id.clone()),
            login: officer.map(|officer| officer.login.clone()).unwrap_or_default(),
            form,
            roles,
            units: units.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect(),
            conflict: Vec::new(),
            frame,
        }
    }
}

#[derive(askama::Template)]
#[template(path = "accounts/password.html")]
struct PasswordPage {
    frame: Frame,
    name: String,
    login: String,
    password: String,
}

async fn new_form(State(app): State<App>, visitor: Visitor) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Account)?;
    let units = app.office(move |office| units::list(office, &actor)).await?;
    let form = FormValues::of([("role", Role::Caseworker.code().to_owned())]);
    Ok(render(&FormPage::new(visitor.frame(), None, &units, form))?.into_response())
}

/// The role that was chosen, or what is wrong with the choice.
fn chosen_role(form: &FormValues) -> Result<Role, Problem> {
    Role::from_code(form.get("role")).ok_or(Problem::plain("role", "account-role-needed"))
}

async fn create(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, values) = (visitor.actor(), form.clone());
    let (units, opened) = app
        .office(move |office| {
            let units = units::list(office, &actor)?;
            let role = match chosen_role(&values) {
                Ok(role) => role,
                Err(problem) => return Ok((units, Err(vec![problem]))),
            };
            let new = NewOfficer {
                login: values.get("login").to_owned(),
                name: values.get("name").to_owned(),
                role,
                unit: values.filled("unit").map(str::to_owned),
                sees_protected: values.filled("sees_protected").is_some(),
            };
            match accounts::open_account(office, &actor, &new) {
                Ok(password) => Ok((units, Ok(password))),
                Err(OfficeError::Invalid(problems)) => Ok((units, Err(problems))),
                Err(error) => Err(error),
            }
        })
        .await?;
    let frame = visitor.frame();
    match opened {
        Ok(password) => {
            let (name, login) = (form.get("name").to_owned(), form.get("login").to_lowercase());
            let page = PasswordPage { frame, name, login, password: password.to_string() };
            Ok(render(&page)?.into_response())
        }
        Err(problems) => {
            form.errors = frame.words(&problems);
            let page = FormPage::new(frame, None, &units, form);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

/// What the form shows of an account as it is.
fn stored(officer: &Officer) -> FormValues {
    let yes = |yes: bool| if yes { "true" } else { "" };
    let pairs = [
        ("version", officer.version.to_string()),
        ("name", officer.name.clone()),
        ("role", officer.role.code().to_owned()),
        ("unit", officer.unit.clone().unwrap_or_default()),
        ("sees_protected", yes(officer.sees_protected).to_owned()),
        ("closed", yes(officer.closed).to_owned()),
    ];
    FormValues::of(pairs)
}

async fn edit_form(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let (officer, units) = app
        .office(move |office| {
            Ok::<_, OfficeError>((accounts::find(office, &actor, &id)?, units::list(office, &actor)?))
        })
        .await?;
    let form = stored(&officer);
    Ok(render(&FormPage::new(visitor.frame(), Some(&officer), &units, form))?.into_response())
}

async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let (actor, values) = (visitor.actor(), form.clone());
    let (officer, units, saved) = app
        .office(move |office| {
            let (officer, units) = (accounts::find(office, &actor, &id)?, units::list(office, &actor)?);
            let saved = wanted(&id, &values).and_then(|wanted| accounts::change_account(office, &actor, &wanted));
            Ok::<_, OfficeError>((officer, units, saved))
        })
        .await?;
    let frame = visitor.frame();
    let status = match saved {
        Ok(()) => return Ok(Redirect::to("/accounts").into_response()),
        Err(OfficeError::Invalid(problems)) => {
            form.errors = frame.words(&problems);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(OfficeError::Stale) => StatusCode::CONFLICT,
        Err(error) => return Err(error.into()),
    };
    let mut page = FormPage::new(frame, Some(&officer), &units, form);
    if status == StatusCode::CONFLICT {
        page.conflict = both(&page.frame, &units, &page.form, &stored(&officer));
        page.form.set("version", officer.version.to_string());
    }
    Ok((status, render(&page)?).into_response())
}

fn wanted(id: &str, form: &FormValues) -> Result<ChangedAccount, OfficeError> {
    Ok(ChangedAccount {
        id: id.to_owned(),
        version: form.get("version").parse().map_err(|_| OfficeError::Stale)?,
        name: form.get("name").to_owned(),
        role: chosen_role(form).map_err(|problem| OfficeError::Invalid(vec![problem]))?,
        unit: form.filled("unit").map(str::to_owned),
        sees_protected: form.filled("sees_protected").is_some(),
        closed: form.filled("closed").is_some(),
    })
}

/// What each of the two wrote, in words.
fn both(frame: &Frame, units: &[Unit], yours: &FormValues, theirs: &FormValues) -> Vec<ConflictRow> {
    conflict::rows(&["name", "role", "unit", "sees_protected", "closed"], yours, theirs, |field, value| match field {
        "role" => (frame.t("account-role"), frame.t(&format!("role-{value}"))),
        "unit" => (frame.t("account-unit"), unit_name(units, value)),
        "sees_protected" => (frame.t("account-sees-protected"), yes_or_no(frame, value)),
        "closed" => (frame.t("account-closed"), yes_or_no(frame, value)),
        _ => (frame.t("account-name"), value.to_owned()),
    })
}

fn yes_or_no(frame: &Frame, value: &str) -> String {
    frame.t(if value.is_empty() { "account-no" } else { "account-yes" })
}

async fn reset_password(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    _form: ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let (officer, password) = app
        .office(move |office| {
            let officer = accounts::find(office, &actor, &id)?;
            let password = accounts::reset_password(office, &actor, &id)?;
            Ok::<_, OfficeError>((officer, password))
        })
        .await?;
    let page = PasswordPage {
        frame: visitor.frame(),
        name: officer.name,
        login: officer.login,
        password: password.to_string(),
    };
    Ok(render(&page)?.into_response())
}
