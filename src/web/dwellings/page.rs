//! A home's page: what it is, its status and rent by day, who lives and has lived there, what is
//! owed, the neighbours, and what was done.

use super::list::{neighbour, neighbour_columns, vacant_text};
use super::{choices, rooms_text, tone, yes_no};
use crate::access::{self, Action, Thing};
use crate::office::dwellings::{self, LivedIn, Whole};
use crate::web::conflict::{self, ConflictRow};
use crate::web::history::{self, ChangeView};
use crate::web::lists::{Column, Row};
use crate::web::offers;
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::Date;
use housing::calendar::days_between;
use housing::dwellings::{Category, Disposal, DwellingFacts, DwellingStatus, FloorArea, Rooms};
use housing::money::Ore;
use serde_json::Value;

#[derive(askama::Template)]
#[template(path = "dwellings/show.html")]
pub(super) struct DwellingPage {
    frame: Frame,
    id: String,
    version: i64,
    title: String,
    kicker: String,
    status: String,
    tone: &'static str,
    vacant: String,
    facts: Vec<(String, String)>,
    note: String,
    statuses: Vec<StatusView>,
    rents: Vec<(String, String, String)>,
    /// Who lives there now, as far as the reader may know.
    now: Option<TenantView>,
    /// What the home is promised by, and where that is told; no address when the reader may not know.
    promise: Option<(String, String)>,
    occupied_restricted: bool,
    earlier: Vec<TenantView>,
    may_see_tenancies: bool,
    invoices: Option<Vec<InvoiceView>>,
    owed: String,
    neighbours: Vec<Row>,
    neighbour_columns: Vec<Column>,
    more_neighbours: bool,
    building_href: String,
    changes: Vec<ChangeView>,
    may_change: bool,
    may_let: bool,
    may_allocate: bool,
    form: FormValues,
    /// Somebody else changed the home before the new status was saved.
    conflict: Vec<ConflictRow>,
    status_choices: Vec<(String, String)>,
}

struct StatusView {
    iso: String,
    day: String,
    text: String,
    tone: &'static str,
    note: String,
}

struct TenantView {
    href: String,
    name: String,
    /// `leier fra 01.03.2026`, or that they are to move in.
    since: String,
    from: String,
    until: String,
    lease: String,
}

struct InvoiceView {
    href: String,
    number: String,
    due: String,
    outstanding: String,
    credit: bool,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    page(&app, &visitor, id, FormValues::default(), StatusCode::OK).await
}

/// The page, with what was typed in its form for a new status when that could not be saved.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    id: String,
    form: FormValues,
    answer: StatusCode,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    let role = actor.role;
    let whole = app.office(move |office| dwellings::whole(office, &actor, &id)).await?;
    let may = |action, thing| access::may(role, action, thing).is_ok();
    let frame = visitor.frame();
    let facts = &whole.dwelling.facts;
    let may_change = may(Action::Change, Thing::Dwelling);
    let nobody_lives_there =
        !whole.occupied_restricted && whole.tenancies.iter().all(|it| it.tenancy.moved_out.is_some());
    let (now, earlier) = tenants(&frame, &whole.tenancies);
    let owed: Ore = whole.invoices.iter().flatten().map(|invoice| invoice.outstanding).filter(|left| left.0 > 0).sum();
    let conflict = if answer == StatusCode::CONFLICT { statuses_of_both(&frame, &form, &whole) } else { Vec::new() };
    let page = DwellingPage {
        conflict,
        title: dwellings::address_and_unit(facts),
        kicker: facts.area.clone().unwrap_or_default(),
        status: frame.t(&facts.status.text_key()),
        tone: tone(facts.status),
        vacant: vacant(&frame, &whole),
        facts: facts_view(&frame, facts),
        note: facts.note.clone().unwrap_or_default(),
        statuses: statuses(&frame, &whole),
        rents: rents(&frame, &whole),
        now,
        promise: whole.promise.as_ref().map(|promise| offers::promise_text(&frame, promise)),
        occupied_restricted: whole.occupied_restricted,
        earlier,
        may_see_tenancies: may(Action::Look, Thing::Tenancy),
        invoices: whole.invoices.as_ref().map(|invoices| invoices.iter().map(|it| invoice(&frame, it)).collect()),
        owed: if owed > Ore(0) { owed.in_kroner() } else { String::new() },
        neighbours: whole.neighbours.rows.iter().map(|row| neighbour(&frame, row)).collect(),
        neighbour_columns: neighbour_columns(&frame),
        more_neighbours: whole.neighbours.total > i64::try_from(whole.neighbours.rows.len()).unwrap_or_default(),
        building_href: format!("/dwellings?building={}", encoded(&facts.address.street_line())),
        changes: history::views(&frame, &whole.changes, |field, value| told(&frame, field, value)),
        may_change,
        may_allocate: may(Action::Look, Thing::Allocation) && facts.status.is_in_stock(),
        may_let: may_change
            && may(Action::Change, Thing::Tenancy)
            && nobody_lives_there
            && whole.promise.is_none()
            && facts.status.is_in_stock(),
        status_choices: choices(&frame, DwellingStatus::ALL, DwellingStatus::code, DwellingStatus::text_key),
        id: whole.dwelling.id,
        version: whole.dwelling.version,
        form,
        frame,
    };
    Ok((answer, render(&page)?).into_response())
}

fn encoded(text: &str) -> String {
    serde_urlencoded::to_string([("", text)]).unwrap_or_default().trim_start_matches('=').to_owned()
}

fn vacant(frame: &Frame, whole: &Whole) -> String {
    let text = |(since, known)| vacant_text(frame, days_between(since, frame.today).max(0), known);
    whole.empty_since.map(text).unwrap_or_default()
}

fn facts_view(frame: &Frame, facts: &DwellingFacts) -> Vec<(String, String)> {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let worded = [
        ("dwelling-category", frame.t(&facts.category.text_key())),
        ("dwelling-rooms", facts.rooms.map(|rooms| rooms_text(frame, rooms)).unwrap_or_default()),
        ("dwelling-floor-area", facts.floor_area.map(|area| area.to_string()).unwrap_or_default()),
        ("dwelling-rent", facts.rent.map(Ore::in_kroner).unwrap_or_default()),
        ("dwelling-area", or_empty(&facts.area)),
        ("dwelling-postal", facts.address.postal_line()),
        ("dwelling-cadastre", facts.cadastre.map(|cadastre| cadastre.to_string()).unwrap_or_default()),
        ("dwelling-floor", facts.floor.map(|floor| floor.to_string()).unwrap_or_default()),
        ("dwelling-lift", yes_no(frame, facts.lift)),
        ("dwelling-step-free", yes_no(frame, facts.step_free)),
        ("dwelling-wheelchair", yes_no(frame, facts.wheelchair)),
        ("dwelling-built-year", facts.built_year.map(|year| year.to_string()).unwrap_or_default()),
        ("dwelling-owner", or_empty(&facts.owner)),
        ("dwelling-disposal", facts.disposal.map(|disposal| frame.t(&disposal.text_key())).unwrap_or_default()),
        ("dwelling-external-number", or_empty(&facts.external_number)),
    ];
    worded.into_iter().map(|(key, value)| (frame.t(key), value)).collect()
}

/// The status that was chosen beside the one the home has got meanwhile.
fn statuses_of_both(frame: &Frame, yours: &FormValues, whole: &Whole) -> Vec<ConflictRow> {
    let facts = &whole.dwelling.facts;
    let theirs = [("status", facts.status.code().to_owned()), ("from", whole.dwelling.status_day.to_string())];
    conflict::rows(&["status", "from"], yours, &FormValues::of(theirs), |field, value| match field {
        "status" => (frame.t("dwelling-status"), named(frame, value.parse().ok().map(DwellingStatus::text_key))),
        _ => (frame.t("dwelling-from-day"), frame.typed_day(value)),
    })
}

fn named(frame: &Frame, key: Option<String>) -> String {
    key.map(|key| frame.t(&key)).unwrap_or_default()
}

/// Each status with the day it began and how long it held, the newest first.
fn statuses(frame: &Frame, whole: &Whole) -> Vec<StatusView> {
    let (mut until, mut said_today) = (frame.today, false);
    let mut views = Vec::new();
    for (from, known, status) in whole.statuses.iter().rev() {
        let days = days_between(*from, until).max(0);
        let lasted = match (*from > frame.today, said_today) {
            (true, _) => "dwelling-held-from-then",
            (false, false) => "dwelling-held-so-far",
            (false, true) => "dwelling-held-days",
        };
        said_today |= *from <= frame.today;
        views.push(StatusView {
            iso: from.to_string(),
            day: frame.day(from),
            text: frame.t(&status.text_key()),
            tone: tone(*status),
            note: if *known { frame.t1(lasted, "days", days) } else { frame.t("dwelling-held-before") },
        });
        until = (*from).min(frame.today);
    }
    views
}

fn rents(frame: &Frame, whole: &Whole) -> Vec<(String, String, String)> {
    let view = |(from, known, rent): &(Date, bool, Ore)| {
        let note = if *known { String::new() } else { frame.t("dwelling-held-before") };
        (frame.day(from), rent.in_kroner(), note)
    };
    whole.rents.iter().rev().map(view).collect()
}

fn tenants(frame: &Frame, tenancies: &[LivedIn]) -> (Option<TenantView>, Vec<TenantView>) {
    let view = |lived: &LivedIn| TenantView {
        href: format!("/tenancies/{}", lived.tenancy.id),
        name: lived.tenant.to_string(),
        since: frame.t1(
            if lived.tenancy.from > Some(frame.today) { "dwelling-moves-in" } else { "dwelling-lives-here-since" },
            "day",
            frame.day_or_dash(&lived.tenancy.from),
        ),
        from: frame.day_or_dash(&lived.tenancy.from),
        until: frame.day_or_dash(&lived.tenancy.moved_out),
        lease: match lived.tenancy.lease_until {
            Some(until) => frame.t1("dwelling-lease-until", "day", frame.day(&until)),
            None => frame.t("dwelling-lease-open"),
        },
    };
    let lives_there = |lived: &&LivedIn| lived.tenancy.moved_out.is_none();
    let now = tenancies.iter().find(lives_there).map(view);
    (now, tenancies.iter().filter(|lived| !lives_there(lived)).map(view).collect())
}

fn invoice(frame: &Frame, invoice: &crate::store::arrears::Invoice) -> InvoiceView {
    InvoiceView {
        href: format!("/arrears/{}", invoice.debtor),
        number: invoice.number.clone(),
        due: frame.day_or_dash(&invoice.due),
        outstanding: invoice.outstanding.exact(),
        credit: invoice.outstanding < Ore(0),
    }
}

/// A field of the journal's entry in words.
pub(in crate::web) fn told(frame: &Frame, field: &str, value: &Value) -> Option<(String, String)> {
    let text = value.as_str();
    let number = value.as_i64();
    let small = |number: i64| u32::try_from(number).ok();
    let worded = match field {
        "rent" => number.map(|ore| Ore(ore).in_kroner()),
        "category" => text.and_then(|code| code.parse::<Category>().ok()).map(|code| frame.t(&code.text_key())),
        "disposal" => text.and_then(|code| code.parse::<Disposal>().ok()).map(|code| frame.t(&code.text_key())),
        "status" => text.and_then(|code| code.parse::<DwellingStatus>().ok()).map(|code| frame.t(&code.text_key())),
        "status_since" => text.and_then(|day| day.parse().ok()).map(|day| frame.day(&day)),
        "rooms" => number.and_then(|rooms| u8::try_from(rooms).ok()).map(|rooms| rooms_text(frame, Rooms(rooms))),
        "floor_area" => number.and_then(small).map(|area| FloorArea(area).to_string()),
        "lift" | "step_free" | "wheelchair" => Some(yes_no(frame, value.as_bool())),
        "built_year" | "floor" => number.map(|number| number.to_string()),
        "address" | "unit" | "postcode" | "place" | "cadastre" | "area" | "owner" | "external_number" | "note" => {
            text.map(str::to_owned)
        }
        _ => return None,
    };
    Some((frame.t(&format!("dwelling-{}", field.replace('_', "-"))), worded.unwrap_or_default()))
}
