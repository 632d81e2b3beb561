//! Offering a home to the household of a case: choose the home, say the terms.

use crate::access::{Action, Thing};
use crate::office::Problem;
use crate::office::offers::{self, Candidate, Empty, NewOffer, Terms, ToOffer};
use crate::web::dwellings::rooms_text;
use crate::web::reading::{Outcome, day, needed_day, parsed};
use crate::web::{App, FormValues, Frame, ListAddress, ProtectedForm, Visitor, WebError, render};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use housing::calendar::{add_days, roll};
use housing::money::Ore;
use housing::written;

/// Days from an offer until the lease is proposed to run, when nobody has said.
const DAYS_UNTIL_LEASE: i32 = 21;

#[derive(askama::Template)]
#[template(path = "offers/new.html")]
struct NewPage {
    frame: Frame,
    form: FormValues,
    title: String,
    party: String,
    case: String,
    homes: Vec<HomeView>,
    /// That not all of them are shown; empty when they are.
    shown: String,
}

struct HomeView {
    id: String,
    address: String,
    area: String,
    rooms: String,
    floor_area: String,
    rent: String,
    status: String,
    /// When it is empty; nothing for a home that is so now.
    empty: String,
    fits: String,
    tone: &'static str,
    chosen: bool,
}

pub(super) async fn new(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let mut form = FormValues::default();
    form.set("case", address.filter("case"));
    form.set("q", address.filter("q"));
    form.set("dwelling", address.filter("dwelling"));
    page(&app, &visitor, form, StatusCode::OK).await
}

async fn page(app: &App, visitor: &Visitor, mut form: FormValues, status: StatusCode) -> Result<Response, WebError> {
    let (actor, case, words) = (visitor.actor(), form.get("case").to_owned(), form.get("q").to_owned());
    actor.may(Action::Change, Thing::Offer)?;
    let to_offer = app.office(move |office| offers::to_offer(office, &actor, &case, &words)).await?;
    let frame = visitor.frame();
    if status == StatusCode::OK {
        let months = to_offer.lease_months.map(|months| months.to_string()).unwrap_or_default();
        form.set("lease_months", months);
        let chosen = to_offer.homes.iter().find(|one| is_chosen(one, &form));
        let usual = add_days(frame.today, DAYS_UNTIL_LEASE);
        form.set("from", roll(chosen.map_or(usual, |one| one.empty.first_day(usual))).to_string());
    }
    let ToOffer { case, number, party, homes, total, .. } = to_offer;
    let page = NewPage {
        title: frame.t1("offer-new-title", "number", number),
        shown: if homes.len() < total {
            frame.ta("offer-homes-shown", &[("shown", &homes.len().to_string()), ("total", &total.to_string())])
        } else {
            String::new()
        },
        homes: homes.iter().map(|one| home_view(&frame, one, &form)).collect(),
        party,
        case,
        form,
        frame,
    };
    Ok((status, render(&page)?).into_response())
}

fn home_view(frame: &Frame, candidate: &Candidate, form: &FormValues) -> HomeView {
    let home = &candidate.home;
    let (fits, tone) = match candidate.rooms_do {
        _ if candidate.given => (frame.t("offer-given"), "success"),
        Some(true) => (frame.t("offer-rooms-do"), "success"),
        Some(false) => (frame.t("offer-rooms-too-few"), "warning"),
        None => (String::new(), "neutral"),
    };
    HomeView {
        id: home.id.clone(),
        address: format!("{} {}", home.street_line, home.unit).trim().to_owned(),
        area: home.area.clone().unwrap_or_default(),
        rooms: home.rooms.map(|rooms| rooms_text(frame, rooms)).unwrap_or_default(),
        floor_area: home.floor_area.map(|area| area.to_string()).unwrap_or_default(),
        rent: home.rent.map(Ore::in_kroner).unwrap_or_default(),
        status: frame.t(&home.status.text_key()),
        empty: match candidate.empty {
            Empty::Now => String::new(),
            Empty::From(day) => frame.t1("offer-empty-from", "day", frame.day(&day)),
            Empty::NoDay => frame.t("offer-empty-no-day"),
        },
        fits,
        tone,
        chosen: is_chosen(candidate, form),
    }
}

/// The home somebody chose, or the one that a meeting gave when nobody has.
fn is_chosen(candidate: &Candidate, form: &FormValues) -> bool {
    form.filled("dwelling").map_or(candidate.given, |chosen| chosen == candidate.home.id)
}

pub(super) async fn make(
    State(app): State<App>,
    visitor: Visitor,
    ProtectedForm(mut form): ProtectedForm,
) -> Result<Response, WebError> {
    let actor = visitor.actor();
    actor.may(Action::Change, Thing::Offer)?;
    let mut problems = Vec::new();
    let Some(read) = read(&form, &mut problems) else {
        form.errors = visitor.frame().words(&problems);
        return page(&app, &visitor, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let made = app
        .office(move |office| {
            let rent = match read.rent {
                Some(rent) => Some(rent),
                None => crate::office::dwellings::find(office, &actor, &read.offer.dwelling)?.facts.rent,
            };
            let Some(rent) = rent else {
                return Ok(Outcome::Refused(vec![Problem::plain("rent", "offer-problem-rent-needed")]));
            };
            let terms = Terms { rent, ..read.offer.terms.clone() };
            Outcome::of(offers::make(office, &actor, &NewOffer { terms, ..read.offer.clone() }))
        })
        .await?;
    if let Outcome::Done(id) = &made {
        return Ok(Redirect::to(&format!("/offers/{id}")).into_response());
    }
    let status = made.kept(&visitor.frame(), &mut form).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    page(&app, &visitor, form, status).await
}

/// The offer as it was typed; the home's own rent when none was.
struct Read {
    offer: NewOffer,
    rent: Option<Ore>,
}

fn read(form: &FormValues, problems: &mut Vec<Problem>) -> Option<Read> {
    if form.filled("dwelling").is_none() {
        problems.push(Problem::plain("dwelling", "offer-problem-no-home"));
    }
    let from = needed_day(form, "from", problems);
    let viewing = day(form, "viewing_day", problems);
    let rent = parsed(form, "rent", "dwelling-problem-amount", written::amount, problems);
    let lease_months = parsed(form, "lease_months", "offer-problem-lease", str::parse::<u16>, problems);
    if lease_months.is_some_and(|months| months == 0 || months > 1_200) {
        problems.push(Problem::plain("lease_months", "offer-problem-lease"));
    }
    let (Some(from), true) = (from, problems.is_empty()) else { return None };
    let text = |field: &str| form.get(field).replace("\r\n", "\n");
    let terms = Terms { rent: Ore(0), costs: text("costs"), from, lease_months, viewing: text("viewing") };
    let (case, dwelling) = (form.get("case").to_owned(), form.get("dwelling").to_owned());
    Some(Read { offer: NewOffer { case, dwelling, terms, viewing }, rent })
}
