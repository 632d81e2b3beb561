//! Whom a limit for spread settlement counts: the rows behind how much of it is used.

use super::cards::who;
use super::sight::Sight;
use super::words;
use crate::office::allocations::{self, Counted, CountedHome};
use crate::web::lists::{ListAddress, Pager, ROWS};
use crate::web::{App, Frame, Visitor, WebError, render};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};

struct RowView {
    home: String,
    who: String,
    /// Empty for a tenant who is not in the meeting.
    href: String,
    counted: String,
    tone: &'static str,
}

#[derive(askama::Template)]
#[template(path = "allocations/counted.html")]
struct CountedPage {
    frame: Frame,
    name: String,
    back: String,
    rows: Vec<RowView>,
    pager: Pager,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let address = ListAddress::read(&format!("/allocations/{id}/limits"), &query.unwrap_or_default())?;
    let sight = Sight { named: false, on_the_wall: false, meeting: id.clone() };
    let (actor, name) = (visitor.actor(), address.filter("name").to_owned());
    let counted = app.office(move |office| allocations::counted_by(office, &actor, (&id, &name))).await?;
    let frame = visitor.frame();
    let [skipped, most] = [address.skipped(), ROWS].map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    let page = CountedPage {
        name: address.filter("name").to_owned(),
        back: sight.back(None),
        rows: counted.iter().skip(skipped).take(most).map(|one| row(&frame, &sight, one)).collect(),
        pager: Pager::new(&address, i64::try_from(counted.len()).unwrap_or(i64::MAX)),
        frame,
    };
    Ok(render(&page)?.into_response())
}

fn row(frame: &Frame, sight: &Sight, one: &CountedHome) -> RowView {
    let (key, tone) = match one.counted {
        Counted::Comes => ("counted-comes", "info"),
        Counted::Stays => ("counted-stays", "neutral"),
        Counted::Leaves => ("counted-leaves", "success"),
    };
    let (home, who, href) = match &one.known {
        Some((candidate, home)) => (
            words::address(home),
            who(frame, candidate, sight.named),
            sight.fit(Some(&candidate.application.id), Some(home.id())),
        ),
        None => (frame.t("counted-home-not-told"), frame.t("counted-tenant"), String::new()),
    };
    RowView { home, who, href, counted: frame.t(key), tone }
}
