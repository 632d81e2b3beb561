//! What the homes and limits of a meeting are worth: what holding one back, or allowing one more, would lead to.

use crate::office::allocations::{self, Asked, CapPrice, HomePrice, Worth};
use crate::office::dwellings::address_and_unit;
use crate::web::{App, Frame, ListAddress, Visitor, WebError, render};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

/// Something with a price.
struct PriceView {
    id: String,
    what: String,
    more: String,
    /// Empty where it was not solved.
    worth: String,
    /// Where it is solved alone.
    ask_href: String,
}

#[derive(askama::Template)]
#[template(path = "allocations/prices.html")]
struct PricesPage {
    frame: Frame,
    title: String,
    back_href: String,
    is_proven: bool,
    homes: Vec<PriceView>,
    limits: Vec<PriceView>,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    address: ListAddress,
) -> Result<Response, WebError> {
    let (actor, meeting) = (visitor.actor(), id.clone());
    let alone = match (address.filter("home"), address.filter("cap"), address.filter("moves")) {
        ("", "", "") => None,
        ("", "", _) => Some(Asked::Moves),
        ("", cap, _) => Some(Asked::Cap(cap.to_owned())),
        (home, ..) => Some(Asked::Home(home.to_owned())),
    };
    let prices = app.office(move |office| allocations::prices(office, &actor, &meeting, alone.as_ref())).await?;
    let frame = visitor.frame();
    let mut limits: Vec<PriceView> = prices.caps.iter().map(|cap| cap_view(&frame, &id, cap)).collect();
    limits.extend(prices.moves.iter().map(|(most, worth)| PriceView {
        id: "moves".to_owned(),
        what: frame.t("prices-moves"),
        more: frame.t1("prices-moves-most", "count", most),
        worth: worth_text(&frame, worth),
        ask_href: ask(&id, "moves", "yes"),
    }));
    let page = PricesPage {
        title: frame.t("prices-title"),
        back_href: format!("/allocations/{id}"),
        is_proven: prices.is_proven,
        homes: prices.homes.iter().map(|home| home_view(&frame, &id, home)).collect(),
        limits,
        frame,
    };
    Ok(render(&page)?.into_response())
}

fn ask(meeting: &str, field: &str, value: &str) -> String {
    let query = serde_urlencoded::to_string([(field, value)]).expect("pairs of text can always be encoded");
    format!("/allocations/{meeting}/prices?{query}")
}

fn home_view(frame: &Frame, meeting: &str, price: &HomePrice) -> PriceView {
    PriceView {
        id: format!("home-{}", price.home.id),
        what: address_and_unit(&price.home.facts),
        more: frame.t(if price.given { "prices-given" } else { "allocation-nobody" }),
        worth: worth_text(frame, &price.held_back),
        ask_href: ask(meeting, "home", &price.home.id),
    }
}

fn cap_view(frame: &Frame, meeting: &str, price: &CapPrice) -> PriceView {
    let (at_most, today) = (price.at_most.to_string(), price.today.to_string());
    let facts = [("most", at_most.as_str()), ("today", today.as_str())];
    let is_passed = price.today > price.at_most as usize;
    PriceView {
        id: String::new(),
        what: price.name.clone(),
        more: frame.ta(if is_passed { "prices-cap-passed" } else { "prices-cap" }, &facts),
        worth: worth_text(frame, &price.one_more),
        ask_href: ask(meeting, "cap", &price.name),
    }
}

/// Households by need class first, then points; empty where it was not solved.
fn worth_text(frame: &Frame, worth: &Worth) -> String {
    let Worth::Differs { classes, score } = worth else { return String::new() };
    let class = |(class, count): (&u32, &i64)| {
        let key = if *count > 0 { "prices-class-more" } else { "prices-class-fewer" };
        frame.ta(key, &[("count", &count.abs().to_string()), ("class", &class.to_string())])
    };
    let mut parts: Vec<String> = classes.iter().map(class).collect();
    match score {
        0 => {}
        score if *score > 0 => parts.push(frame.t1("prices-points-more", "points", score)),
        score => parts.push(frame.t1("prices-points-fewer", "points", score.abs())),
    }
    if parts.is_empty() { frame.t("prices-nothing") } else { parts.join(", ") }
}
