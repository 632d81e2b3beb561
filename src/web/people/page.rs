//! A person's page: who they are, their households, homes, applications and arrears, and who has looked.

use super::{born_and_age, level, tone};
use crate::access::{self, Action, Thing};
use crate::office::OfficeError;
use crate::office::expected::{self, Listed};
use crate::office::people::{self, HouseholdOf, Whole};
use crate::store::applications::Application;
use crate::store::people::Person;
use crate::web::conflict::{self, ConflictRow};
use crate::web::dwellings::choices;
use crate::web::expected::{day_text, place_text, standing};
use crate::web::history::{self, ChangeView, Happening, Timeline};
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::Date;
use housing::money::Ore;
use housing::people::Protection;
use serde_json::Value;

#[derive(askama::Template)]
#[template(path = "people/show.html")]
struct PersonPage {
    frame: Frame,
    id: String,
    version: i64,
    title: String,
    level: String,
    tone: &'static str,
    to_check: bool,
    /// What this means for those who work with the person's address.
    level_means: String,
    facts: Vec<(String, String)>,
    households: Vec<HouseholdView>,
    tenancies: Vec<TenancyView>,
    applications: Vec<ApplicationView>,
    expected: Vec<ExpectedView>,
    /// Nobody has said yet that they are expected.
    may_expect: bool,
    invoices: Option<Vec<(String, String, String)>>,
    owed: String,
    timeline: Vec<Happening>,
    namesakes: Vec<(String, String)>,
    merged: Vec<(String, String)>,
    merged_into: Option<(String, String)>,
    changes: Vec<ChangeView>,
    trail: Option<Vec<SeenView>>,
    may_change: bool,
    may_apply: bool,
    form: FormValues,
    /// Somebody else changed the person before this was saved.
    conflict: Vec<ConflictRow>,
    levels: Vec<(String, String)>,
}

/// A household as pages of people and applications show it.
pub(in crate::web) struct HouseholdView {
    pub href: String,
    pub size: String,
    pub restricted: bool,
    pub members: Vec<MemberView>,
}

pub(in crate::web) struct MemberView {
    pub href: String,
    pub person: String,
    pub name: String,
    pub role: String,
    pub from: String,
    pub from_iso: String,
    pub until: String,
}

pub(in crate::web) struct TenancyView {
    pub href: String,
    pub home: String,
    pub from: String,
    pub until: String,
    pub now: bool,
}

pub(in crate::web) struct ApplicationView {
    pub href: String,
    pub number: String,
    pub received: String,
    pub status: String,
    pub open: bool,
}

/// A time that the person is or was expected.
struct ExpectedView {
    href: String,
    text: String,
    standing: String,
    tone: &'static str,
}

struct SeenView {
    when: String,
    who: String,
    role: String,
    what: String,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    page(&app, &visitor, id, FormValues::default(), StatusCode::OK).await
}

/// The page, with what was typed in a form on it that was refused.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let may = |action, thing| access::may(actor.role, action, thing).is_ok();
    let (may_change, may_apply) = (may(Action::Change, Thing::Person), may(Action::Change, Thing::Application));
    let (whole, expected) = app
        .office(move |office| {
            Ok::<_, OfficeError>((people::whole(office, &actor, &id)?, expected::of_person(office, &actor, &id)?))
        })
        .await?;
    let frame = visitor.frame();
    let person = &whole.person;
    let owed: Ore = whole.invoices.iter().flatten().map(|invoice| invoice.outstanding).filter(|left| left.0 > 0).sum();
    let higher: Vec<Protection> = Protection::ALL.iter().copied().filter(|to| *to > person.protection).collect();
    let conflict = if answer == StatusCode::CONFLICT { both(&frame, &form, person) } else { Vec::new() };
    let page = PersonPage {
        conflict,
        title: person.name.to_string(),
        level: level(&frame, person.protection),
        tone: tone(person.protection),
        to_check: person.protection_to_check,
        level_means: if whole.restricted { frame.t("person-restricted") } else { String::new() },
        facts: facts(&frame, &whole),
        households: whole.households.iter().map(|of| household_view(&frame, of)).collect(),
        tenancies: whole.tenancies.iter().map(|of| tenancy_view(&frame, of)).collect(),
        applications: whole.applications.iter().map(|one| application_view(&frame, one)).collect(),
        may_expect: may_apply && person.merged_into.is_none() && expected.iter().all(|it| it.expected.ended.is_some()),
        expected: expected.iter().map(|listed| expected_view(&frame, listed)).collect(),
        invoices: whole.invoices.as_ref().map(|invoices| {
            let open = invoices.iter().filter(|invoice| invoice.outstanding != Ore(0));
            let view = |it: &crate::store::arrears::Invoice| {
                (it.number.clone(), frame.day_or_dash(&it.due), it.outstanding.in_kroner())
            };
            open.map(view).collect()
        }),
        owed: if owed > Ore(0) { owed.in_kroner() } else { String::new() },
        timeline: timeline(&frame, &whole),
        namesakes: whole.namesakes.iter().map(|other| namesake(&frame, person, other)).collect(),
        merged: whole.merged.iter().map(|other| (other.id.clone(), other.name.to_string())).collect(),
        merged_into: whole.merged_into.as_ref().map(|kept| (format!("/people/{}", kept.id), kept.name.to_string())),
        changes: history::views(&frame, &whole.changes, |field, value| told(&frame, field, value)),
        trail: whole.trail.as_ref().map(|trail| trail.iter().map(|seen| seen_view(&frame, seen)).collect()),
        may_change: may_change && person.merged_into.is_none(),
        may_apply: may_apply && person.merged_into.is_none(),
        levels: choices(&frame, &higher, Protection::code, Protection::text_key),
        id: person.id.clone(),
        version: person.version,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

/// What was typed about the protection beside what holds meanwhile.
fn both(frame: &Frame, yours: &FormValues, person: &Person) -> Vec<ConflictRow> {
    let theirs = FormValues::of([("protection", person.protection.code().to_owned())]);
    conflict::rows(&["protection", "reason", "check-reason"], yours, &theirs, |field, value| match field {
        "protection" => told(frame, field, &Value::from(value)).unwrap_or_default(),
        _ => (frame.t("person-reason"), value.to_owned()),
    })
}

fn facts(frame: &Frame, whole: &Whole) -> Vec<(String, String)> {
    let person = &whole.person;
    let worded = [
        ("person-identity", whole.identity.clone().unwrap_or_default()),
        ("person-born", born_and_age(frame, person.born)),
        ("person-telephone", person.telephone.clone().unwrap_or_default()),
        ("person-email", person.email.clone().unwrap_or_default()),
    ];
    worded.into_iter().map(|(key, value)| (frame.t(key), value)).collect()
}

/// A household with its members, as a page shows it.
pub(in crate::web) fn household_view(frame: &Frame, of: &HouseholdOf) -> HouseholdView {
    let member = |(member, name): &(crate::store::households::Member, housing::people::Name)| MemberView {
        href: format!("/people/{}", member.person),
        person: member.person.clone(),
        name: name.to_string(),
        role: frame.t(&member.role.text_key()),
        from: frame.day(&member.from),
        from_iso: member.from.to_string(),
        until: member.until.map(|until| frame.day(&until)).unwrap_or_default(),
    };
    let size = of.household.size.map(|size| {
        frame.ta(
            "household-size-text",
            &[("adults", &size.adults.to_string()), ("children", &size.children.to_string())],
        )
    });
    HouseholdView {
        href: format!("/households/{}", of.household.id),
        size: size.unwrap_or_default(),
        restricted: of.household.restricted,
        members: of.members.iter().map(member).collect(),
    }
}

/// A tenancy as a line, with its home.
pub(in crate::web) fn tenancy_view(frame: &Frame, of: &people::TenancyOf) -> TenancyView {
    let tenancy = &of.tenancy;
    let today = frame.today;
    TenancyView {
        href: format!("/tenancies/{}", tenancy.id),
        home: of.home.clone(),
        from: frame.day_or_dash(&tenancy.from),
        until: tenancy.moved_out.map(|day| frame.day(&day)).unwrap_or_default(),
        now: tenancy.from.is_none_or(|from| from <= today) && tenancy.moved_out.is_none_or(|out| out > today),
    }
}

/// An application as a line.
pub(in crate::web) fn application_view(frame: &Frame, application: &Application) -> ApplicationView {
    ApplicationView {
        href: format!("/applications/{}", application.id),
        number: application.number(),
        received: frame.day(&application.received),
        status: frame.t(&application.status.text_key()),
        open: application.status.is_open(),
    }
}

fn expected_view(frame: &Frame, Listed { expected, nearness, .. }: &Listed) -> ExpectedView {
    let (standing, tone) = standing(frame, expected, *nearness);
    let text = format!("{}, {}", place_text(frame, expected), day_text(frame, expected));
    ExpectedView { href: format!("/expected/{}", expected.id), text, standing, tone }
}

/// What has happened in the person's life with the office, the newest first.
fn timeline(frame: &Frame, whole: &Whole) -> Vec<Happening> {
    let mut timeline = Timeline::of(frame);
    whole.tenancies.iter().for_each(|of| timeline.add_tenancy(of));
    whole.applications.iter().for_each(|application| timeline.add_application(application));
    for of in &whole.households {
        let href = format!("/households/{}", of.household.id);
        for (member, _) in of.members.iter().filter(|(member, _)| member.person == whole.person.id) {
            let role = frame.t(&member.role.text_key());
            timeline.add(Some(member.from), "person-event-joined", &role, &href);
            timeline.add(member.until, "person-event-left", &role, &href);
        }
    }
    timeline.done()
}

fn namesake(frame: &Frame, person: &Person, other: &Person) -> (String, String) {
    let born = other.born.map(|born| frame.day(&born)).unwrap_or_else(|| frame.t("person-born-unknown"));
    (format!("/people/{}/duplicates/{}", person.id, other.id), format!("{}, {born}", other.name))
}

/// A fact of the person as its history tells it.
pub(in crate::web) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str().unwrap_or_default();
    let answer = |key: &str| if value.as_bool() == Some(true) { frame.t(key) } else { String::new() };
    let (key, said) = match field {
        "family" => ("person-family", text.to_owned()),
        "given" => ("person-given", text.to_owned()),
        "identity" => ("person-identity", answer("person-identity-known")),
        "born" => ("person-born", text.parse::<Date>().map(|day| frame.day(&day)).unwrap_or_default()),
        "telephone" => ("person-telephone", text.to_owned()),
        "email" => ("person-email", text.to_owned()),
        "protection" => {
            ("person-protection", text.parse::<Protection>().map(|it| frame.t(&it.text_key())).unwrap_or_default())
        }
        "protection_to_check" => ("person-to-check", answer("person-to-check-yes")),
        "reason" => ("person-reason", text.to_owned()),
        "merged" => ("history-merged", text.to_owned()),
        "merged_into" => ("history-merged-into", text.to_owned()),
        "parted" => ("history-parted", text.to_owned()),
        "parted_from" => ("history-parted-from", text.to_owned()),
        "moved_tenancies" => ("nav-tenancies", number(value)),
        "moved_applications" => ("nav-applications", number(value)),
        "moved_invoices" => ("arrears-invoices", number(value)),
        "moved_cases" => ("application-cases", number(value)),
        "moved_expected" => ("nav-expected", number(value)),
        "moved_memberships" => ("person-households", number(value)),
        "filled" => ("history-filled", filled(frame, value)),
        _ => return None,
    };
    Some((frame.t(key), said))
}

fn number(value: &Value) -> String {
    value.as_i64().map(|number| number.to_string()).unwrap_or_default()
}

/// The facts that one of two took from the other.
fn filled(frame: &Frame, value: &Value) -> String {
    let names = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    let names = names.filter_map(|field| told(frame, field, &Value::Null).map(|(label, _)| label.to_lowercase()));
    names.collect::<Vec<_>>().join(", ")
}

fn seen_view(frame: &Frame, seen: &people::Seen) -> SeenView {
    let key = match seen.action.as_str() {
        "look" => "person-trail-look",
        "create" => "person-trail-create",
        "merge" => "person-trail-merge",
        "part" => "person-trail-part",
        _ => "person-trail-change",
    };
    SeenView {
        when: frame.instant(&seen.at),
        who: if seen.who.is_empty() { frame.t("role-operator") } else { seen.who.clone() },
        role: frame.t(&format!("role-{}", seen.role)),
        what: frame.t(key),
    }
}
