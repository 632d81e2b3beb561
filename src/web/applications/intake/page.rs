//! The page of the intake.

use super::fields::{self, Field, Kind, Section};
use super::rows::{HOME, MEMBER, filled_rows, income_field};
use super::{NEW, name_of};
use crate::office::applications::Whole;
use crate::office::intake;
use crate::web::conflict::ConflictRow;
use crate::web::dwellings::choices;
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::applications::{IncomeSource, Mandate, RepresentativeRole};
use housing::needs::{StayEnding, StayKind};
use housing::people::MemberRole;

#[derive(askama::Template)]
#[template(path = "applications/intake.html")]
struct IntakePage {
    frame: Frame,
    form: FormValues,
    /// The application that is completed; `None` while one is registered.
    registered: Option<Registered>,
    conflict: Vec<ConflictRow>,
    known: bool,
    applicant: String,
    applicant_name: String,
    /// The applicant's open applications: address and number.
    open: Vec<(String, String)>,
    arrival: Section,
    contact: Vec<Field>,
    sections: Vec<Section>,
    member_rows: Vec<usize>,
    member_roles: Vec<(String, String)>,
    history_rows: Vec<usize>,
    stay_kinds: Vec<(String, String)>,
    stay_endings: Vec<(String, String)>,
    /// The name and label of each source's field.
    incomes: Vec<(String, String)>,
    yes_no: Vec<(String, String)>,
    rep_roles: Vec<(String, String)>,
    rep_mandates: Vec<(String, String)>,
    namesakes: bool,
}

/// An application that stands already.
struct Registered {
    title: String,
    href: String,
}

/// Rows to write in beyond those that are filled.
const EMPTY_ROWS: usize = 3;

fn rows(form: &FormValues, prefix: &str, columns: &[&str]) -> Vec<usize> {
    let last = filled_rows(form, prefix, columns).last().map_or(0, |last| last + 1);
    (0..last + EMPTY_ROWS).collect()
}

/// The form with what stands in it.
pub(super) async fn form(
    app: &App,
    visitor: &Visitor,
    mut form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let applicant = form.get("applicant").to_owned();
    if applicant.is_empty() {
        return Err(WebError::NotFound);
    }
    let name = name_of(app, visitor, &applicant).await?;
    form.set("applicant_name", name.as_str());
    let known = applicant != NEW;
    let open = if known {
        let (actor, person) = (visitor.actor(), applicant.clone());
        app.office(move |office| intake::open_applications(office, &actor, &person)).await?
    } else {
        Vec::new()
    };
    let open = open.iter().map(|it| (format!("/applications/{}", it.id), it.number())).collect();
    let page = IntakePage::new(visitor.frame(), form, (applicant, name), open);
    Ok((answer, render(&page)?).into_response())
}

/// The form on an application that stands already: how and when it came, who acts for the applicant and the household
/// have their own places.
pub(super) fn completing(
    visitor: &Visitor,
    whole: &Whole,
    form: FormValues,
    (answer, conflict): (StatusCode, Vec<ConflictRow>),
) -> Result<Response, WebError> {
    let applicant = (whole.applicant.id.clone(), whole.applicant.name.to_string());
    let mut page = IntakePage::new(visitor.frame(), form, applicant, Vec::new());
    page.arrival.fields.retain(|field| field.name == "channel");
    page.registered = Some(Registered {
        title: page.frame.t1("intake-complete-title", "number", whole.application.number()),
        href: format!("/applications/{}", whole.application.id),
    });
    page.conflict = conflict;
    page.member_rows = filled_rows(&page.form, "m", &MEMBER);
    Ok((answer, render(&page)?).into_response())
}

/// The names of the fields that an application is completed in, but for the rows of its tables.
pub(super) fn names(frame: &Frame, form: &FormValues) -> Vec<&'static str> {
    let mut names = vec!["channel", "adults", "children", "part_time_children", "days_a_month"];
    names.extend(fields::contact(frame, form).iter().map(|field| field.name));
    names.extend(fields::rest(frame, form).iter().flat_map(|section| &section.fields).map(|field| field.name));
    names
}

impl IntakePage {
    fn new(
        frame: Frame,
        form: FormValues,
        (applicant, applicant_name): (String, String),
        open: Vec<(String, String)>,
    ) -> Self {
        let known = applicant != NEW;
        let roles: Vec<MemberRole> = MemberRole::ALL.iter().copied().filter(|role| *role != MemberRole::Main).collect();
        Self {
            arrival: fields::arrival(&frame, &form),
            contact: fields::contact(&frame, &form),
            sections: fields::rest(&frame, &form),
            member_rows: rows(&form, "m", &MEMBER),
            member_roles: choices(&frame, &roles, MemberRole::code, MemberRole::text_key),
            history_rows: rows(&form, "h", &HOME),
            stay_kinds: choices(&frame, StayKind::ALL, StayKind::code, StayKind::text_key),
            stay_endings: choices(&frame, StayEnding::ALL, StayEnding::code, StayEnding::text_key),
            incomes: IncomeSource::PAYING.iter().map(|one| (income_field(*one), frame.t(&one.text_key()))).collect(),
            yes_no: [("true", "application-yes"), ("false", "application-no")]
                .map(|(code, key)| (code.to_owned(), frame.t(key)))
                .into(),
            rep_mandates: choices(&frame, Mandate::ALL, Mandate::code, Mandate::text_key),
            rep_roles: choices(&frame, RepresentativeRole::ALL, RepresentativeRole::code, RepresentativeRole::text_key),
            registered: None,
            conflict: Vec::new(),
            open,
            namesakes: form.error("another").is_some() || form.has("another", "true"),
            known,
            applicant,
            applicant_name,
            form,
            frame,
        }
    }
}
