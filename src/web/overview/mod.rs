//! The overview: key figures and charts of any day, each with its table and the way to its rows.

mod block;
mod dwellings;
mod files;
mod key_figures;
mod links;
mod people;
mod years;

use super::export::Format;
use super::{App, Frame, ListAddress, Routes, Visitor, WebError, render};
use crate::office::overview::{self, Overview};
use crate::office::{Actor, Office, OfficeError};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use block::{Block, Extent};
use jiff::ToSpan as _;
use jiff::civil::Date;
use key_figures::KeyFigure;
use links::Links;
use std::sync::Arc;

/// The overview.
pub fn routes() -> Routes {
    Routes::new().get("/overview", show)
}

#[derive(askama::Template)]
#[template(path = "overview/show.html")]
struct OverviewPage {
    frame: Frame,
    /// The day the numbers are true of, as the address and as people write it.
    on: Date,
    on_text: String,
    /// What was written for a day, when it was none.
    not_a_day: String,
    /// The numbers leave out people whom the reader may not know of.
    leaves_out_protected: bool,
    /// How many homes are counted by what was written down only later, and which; empty when none is.
    assumed: String,
    assumed_href: String,
    other_days: Vec<OtherDay>,
    figures: Vec<KeyFigure>,
    sections: Arc<Vec<Section>>,
    xlsx_href: String,
}

/// A day people often ask about.
struct OtherDay {
    href: String,
    text: String,
    current: bool,
}

/// Charts that belong together.
struct Section {
    title: String,
    blocks: Vec<Block>,
}

async fn show(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let frame = visitor.frame();
    let asked = address.filled("on");
    let read = asked.map(housing::written::day);
    let on = read.as_ref().and_then(|read| read.as_ref().ok()).copied().unwrap_or(frame.today);
    let not_a_day = asked.filter(|_| matches!(read, Some(Err(_)))).unwrap_or_default().to_owned();

    let actor = visitor.actor();
    let role = actor.role;
    let extent = if Format::asked(&address).is_some() { Extent::File } else { Extent::Page };
    let (frame, overview, sections) = app
        .office(move |office| {
            let overview = overview::on(office, &actor, on)?;
            let sections = remembered_sections(office, &frame, &overview, (&actor, extent))?;
            Ok::<_, OfficeError>((frame, overview, sections))
        })
        .await?;
    let links = Links::new(on, frame.today, role);
    if let Some(file) = files::asked(&frame, &address, &sections, on) {
        return file;
    }
    let page = OverviewPage {
        on,
        on_text: frame.day(&on),
        not_a_day,
        leaves_out_protected: !visitor.actor().sees_protected,
        assumed: match overview.assumed_homes {
            0 => String::new(),
            count => frame.t1("overview-assumed", "count", count),
        },
        assumed_href: links.dwellings(&[("known", "later")]),
        other_days: other_days(&frame, on),
        figures: key_figures::of(&frame, &overview, &links),
        xlsx_href: files::href(on, "xlsx", ""),
        sections,
        frame,
    };
    Ok(render(&page)?.into_response())
}

/// The charts are the same for everybody with the same rights who reads the same language, until a fact changes.
fn remembered_sections(
    office: &Office,
    frame: &Frame,
    overview: &Overview,
    (actor, extent): (&Actor, Extent),
) -> Result<Arc<Vec<Section>>, OfficeError> {
    let (on, today, language) = (overview.as_of, frame.today, frame.lang);
    let (role, protected) = (actor.role, actor.sees_protected);
    let question = format!("overview {on} as seen on {today} by {} {protected} in {language} {extent:?}", role.code());
    let links = Links::new(on, today, role);
    office.remembered(&question, |_| Ok(Arc::new(sections(frame, overview, &links, extent))))
}

fn sections(frame: &Frame, overview: &Overview, links: &Links, extent: Extent) -> Vec<Section> {
    let section = |key: &str, mut blocks: Vec<Block>| {
        for block in &mut blocks {
            block.file_href = files::href(overview.as_of, "csv", block.key);
        }
        Section { title: frame.t(key), blocks }
    };
    vec![
        section("overview-section-homes", dwellings::blocks(frame, overview, links, extent)),
        section("overview-section-people", people::blocks(frame, overview, links, extent)),
        section("overview-section-years", years::blocks(frame, overview, links)),
    ]
}

/// Today, a year ago, and the ends of the last years, which reports are counted on.
fn other_days(frame: &Frame, on: Date) -> Vec<OtherDay> {
    let today = frame.today;
    let year_end = |back: i16| Date::new(today.year() - back, 12, 31).unwrap_or(today);
    let days = [
        (today, frame.t("overview-today")),
        (today.saturating_sub(1.year()), frame.t("overview-year-ago")),
        (year_end(1), frame.day(&year_end(1))),
        (year_end(2), frame.day(&year_end(2))),
    ];
    let other = |(day, text): (Date, String)| {
        let href = if day == today { "/overview".to_owned() } else { format!("/overview?on={day}") };
        OtherDay { href, text, current: day == on }
    };
    days.map(other).into()
}
