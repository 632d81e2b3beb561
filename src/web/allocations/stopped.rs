//! Who else could get a home in a meeting, and what stops them: the rows behind why nobody is proposed for it.

use super::cards::who;
use super::sight::Sight;
use super::words;
use crate::office::OfficeError;
use crate::office::allocations::{self, Candidate, Stopped, WhoCould};
use crate::web::lists::{ListAddress, Pager, ROWS};
use crate::web::{App, Frame, Visitor, WebError, render};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};

struct GroupView {
    what: String,
    count: usize,
    href: String,
    is_asked: bool,
}

struct RowView {
    href: String,
    who: String,
    class: String,
    /// Empty for whom the home does not suit.
    score: String,
    what: String,
}

#[derive(askama::Template)]
#[template(path = "allocations/stopped.html")]
struct StoppedPage {
    frame: Frame,
    address: String,
    about: String,
    back: String,
    named: bool,
    names_href: String,
    groups: Vec<GroupView>,
    rows: Vec<RowView>,
    pager: Pager,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, dwelling)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let address = ListAddress::read(&format!("/allocations/{id}/homes/{dwelling}"), &query.unwrap_or_default())?;
    let sight = Sight {
        named: address.filter("names") == "shown",
        on_the_wall: address.filter("view") == "wall",
        meeting: id.clone(),
    };
    let (actor, named, asked) = (visitor.actor(), sight.named, address.clone());
    let found = app
        .office(move |office| {
            let found = allocations::who_could_have(office, &actor, (&id, &dwelling))?;
            if named {
                let people: Vec<&Candidate> = on_page(&found, &asked).0.iter().map(|one| &one.candidate).collect();
                allocations::show_names(office, &actor, &id, people.into_iter())?;
            }
            Ok::<_, OfficeError>(found)
        })
        .await?;
    let frame = visitor.frame();
    let (rows, total) = on_page(&found, &address);
    let page = StoppedPage {
        address: words::address(&found.home),
        about: frame.t(if found.is_given { "stopped-about-given" } else { "stopped-about" }),
        back: sight.back(Some(found.home.id())),
        names_href: address.with(&[("names", if named { "" } else { "shown" }), ("page", address.filter("page"))]),
        groups: groups(&frame, &found, &address),
        rows: rows.into_iter().map(|one| row(&frame, &sight, &found, one)).collect(),
        pager: Pager::new(&address, i64::try_from(total).unwrap_or(i64::MAX)),
        frame: sight.frame(frame),
        named,
    };
    Ok(render(&page)?.into_response())
}

/// Those on a page of the list, and how many the list has.
fn on_page<'a>(found: &'a WhoCould, address: &ListAddress) -> (Vec<&'a Stopped>, usize) {
    let by = address.filter("by");
    let asked = found.stopped.iter().filter(|one| by.is_empty() || one.obstacle.code() == by);
    let skipped = usize::try_from(address.skipped()).unwrap_or(usize::MAX);
    let rows = usize::try_from(ROWS).unwrap_or(usize::MAX);
    (asked.clone().skip(skipped).take(rows).collect(), asked.count())
}

fn groups(frame: &Frame, found: &WhoCould, address: &ListAddress) -> Vec<GroupView> {
    let by = address.filter("by");
    let all = GroupView {
        what: frame.t("stopped-all"),
        count: found.stopped.len(),
        href: address.with(&[("by", "")]),
        is_asked: by.is_empty(),
    };
    let group = |(obstacle, count): &(allocations::Obstacle, usize)| {
        let code = obstacle.code();
        GroupView {
            what: words::obstacle(frame, obstacle),
            count: *count,
            href: address.with(&[("by", &code)]),
            is_asked: by == code,
        }
    };
    [all].into_iter().chain(found.counts.iter().map(group)).collect()
}

fn row(frame: &Frame, sight: &Sight, found: &WhoCould, one: &Stopped) -> RowView {
    RowView {
        href: sight.fit(Some(&one.candidate.application.id), Some(found.home.id())),
        who: who(frame, &one.candidate, sight.named),
        class: one.candidate.need_class().map(|class| class.to_string()).unwrap_or_default(),
        score: one.fit.points().map(|points| points.to_string()).unwrap_or_default(),
        what: words::obstacle(frame, &one.obstacle),
    }
}
