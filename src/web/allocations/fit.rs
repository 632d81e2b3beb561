//! Why and why not, on a page.

use super::cards::who;
use super::sight::Sight;
use super::words::{self, ClauseView, PartView};
use crate::access::{Action, Thing};
use crate::office::OfficeError;
use crate::office::allocations::{self, Candidate, Home, KeptApart, Look, Met};
use crate::office::dwellings::address_and_unit;
use crate::store::allocations::ApartKind;
use crate::web::{App, FormValues, Frame, Visitor, WebError, render};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use housing::fit::{ClauseResult, Fact, Fit};

struct RowView {
    href: String,
    name: String,
    more: String,
    reading: String,
    tone: &'static str,
    /// Empty for a home that does not fit.
    score: String,
    in_the_way: String,
}

/// What a meeting does for the household.
struct MetView {
    title: String,
    /// The home, and what is done with it.
    homes: Vec<(String, String)>,
}

/// How the page is looked at, and the ways out of it.
struct WayView {
    /// To the meeting one came from; empty when from none.
    back: String,
    /// The same page with names; empty where they are shown.
    names_href: String,
}

impl WayView {
    fn new(sight: &Sight, application: Option<&str>, dwelling: Option<&str>) -> Self {
        let named = Sight { named: true, ..sight.clone() };
        Self {
            back: sight.back(dwelling),
            names_href: if sight.named { String::new() } else { named.fit(application, dwelling) },
        }
    }
}

#[derive(askama::Template)]
#[template(path = "allocations/fits.html")]
struct RowsPage {
    frame: Frame,
    title: String,
    kicker: String,
    /// What the page is about; empty where nothing of it may be shown unasked.
    kicker_href: String,
    way: WayView,
    head: String,
    rows: Vec<RowView>,
    met: Vec<MetView>,
    apart: Option<ApartView>,
    apart_kinds: Vec<(String, String)>,
    form: FormValues,
}

/// What the household is kept away from, for those who work with its case.
struct ApartView {
    application: String,
    /// Id, what, since and why.
    rows: Vec<(String, String, String)>,
}

#[derive(askama::Template)]
#[template(path = "allocations/fit.html")]
struct PairPage {
    frame: Frame,
    who: String,
    number: String,
    /// Empty where nothing of it may be shown unasked, as for the home.
    application_href: String,
    home: String,
    home_more: String,
    home_href: String,
    way: WayView,
    reading: String,
    tone: &'static str,
    in_the_way: String,
    met: Vec<MetView>,
    clauses: Vec<ClauseView>,
    /// `None` for a home that does not fit.
    score: Option<u32>,
    parts: Vec<PartView>,
    homes_href: String,
    households_href: String,
}

pub(super) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let asked = FormValues::parse(&query.unwrap_or_default())?;
    page(&app, &visitor, &asked, FormValues::default(), StatusCode::OK).await
}

/// The homes that fit the household of an application, with what a form could not do.
pub(super) async fn homes_of(
    app: &App,
    visitor: &Visitor,
    application: String,
    form: FormValues,
    status: StatusCode,
) -> Result<Response, WebError> {
    page(app, visitor, &FormValues::of([("application", application)]), form, status).await
}

async fn page(
    app: &App,
    visitor: &Visitor,
    asked: &FormValues,
    form: FormValues,
    status: StatusCode,
) -> Result<Response, WebError> {
    let filled = |field: &str| asked.filled(field).map(str::to_owned);
    let (application, dwelling, actor) = (filled("application"), filled("dwelling"), visitor.actor());
    let sight = Sight::read(asked);
    let named = sight.named;
    let (look, kept) = app
        .office(move |office| {
            let look = allocations::look(office, &actor, (application.as_deref(), dwelling.as_deref()), named)?;
            let kept = match &look {
                Look::Homes { candidate, .. } if named && actor.may(Action::Change, Thing::Case).is_ok() => {
                    Some(allocations::kept_apart(office, &actor, &candidate.household)?)
                }
                Look::Homes { .. } | Look::Pair { .. } | Look::Households { .. } => None,
            };
            Ok::<_, OfficeError>((look, kept))
        })
        .await?;
    let frame = sight.frame(visitor.frame());
    let page = match look {
        Look::Pair { candidate, home, fit, met } => {
            let met = met_views(&frame, &met);
            render(&pair(frame, &sight, (&candidate, &home), (&fit, met)))?
        }
        Look::Homes { candidate, rows, met } => {
            let (apart, met) = (kept.map(|kept| apart(&frame, &candidate, &kept)), met_views(&frame, &met));
            render(&RowsPage { apart, met, form, ..homes(frame, &sight, &candidate, &rows) })?
        }
        Look::Households { home, rows } => render(&households(frame, &sight, &home, &rows))?,
    };
    Ok((status, page).into_response())
}

const fn kind_key(kind: ApartKind) -> &'static str {
    match kind {
        ApartKind::Household => "apart-household",
        ApartKind::Building => "apart-building",
        ApartKind::Area => "apart-area",
    }
}

fn apart_kinds(frame: &Frame) -> Vec<(String, String)> {
    let kinds = [ApartKind::Household, ApartKind::Building, ApartKind::Area];
    kinds.map(|kind| (kind.code().to_owned(), frame.t(kind_key(kind)))).into()
}

fn apart(frame: &Frame, candidate: &Candidate, kept: &[KeptApart]) -> ApartView {
    let row = |one: &KeptApart| {
        let what = format!("{}: {}", frame.t(kind_key(one.kind)), one.other);
        (one.id.clone(), what, format!("{} ({})", one.reason, frame.day(&one.day)))
    };
    ApartView { application: candidate.application.id.clone(), rows: kept.iter().map(row).collect() }
}

fn met_views(frame: &Frame, met: &[Met]) -> Vec<MetView> {
    let view = |met: &Met| MetView {
        title: frame.t1(if met.closed { "met-closed" } else { "met-open" }, "day", frame.day(&met.day)),
        homes: met
            .homes
            .iter()
            .map(|(home, found)| (address_and_unit(&home.facts), words::in_the_meeting(frame, found)))
            .collect(),
    };
    met.iter().map(view).collect()
}

fn pair(
    frame: Frame,
    sight: &Sight,
    (candidate, home): (&Candidate, &Home),
    (fit, met): (&Fit, Vec<MetView>),
) -> PairPage {
    let (reading, tone) = words::reading(&frame, fit);
    let (application, dwelling) = (candidate.application.id.as_str(), home.id());
    let href = |of: &str, id: &str| if sight.named { format!("/{of}/{id}") } else { String::new() };
    PairPage {
        who: if sight.named { candidate.name.to_string() } else { who(&frame, candidate, false) },
        number: candidate.application.number(),
        application_href: href("applications", application),
        home: words::address(home),
        home_more: words::home_facts(&frame, home),
        home_href: href("dwellings", dwelling),
        in_the_way: words::in_the_way(&frame, fit),
        clauses: fit.clauses.iter().map(|result| clause(&frame, sight, result)).collect(),
        score: fit.points(),
        parts: words::parts(&frame, fit),
        homes_href: sight.fit(Some(application), None),
        households_href: sight.fit(None, Some(dwelling)),
        way: WayView::new(sight, Some(application), Some(dwelling)),
        reading,
        tone,
        met,
        frame,
    }
}

/// A clause, as far as it may be told where names are hidden: what the household has told stays untold.
fn clause(frame: &Frame, sight: &Sight, result: &ClauseResult) -> ClauseView {
    let may_tell = |fact: &Fact| sight.named || !fact.name.is_of_household();
    let told = result.facts.iter().filter(|fact| may_tell(fact)).cloned().collect();
    words::clause(frame, &ClauseResult { facts: told, ..result.clone() })
}

fn row(frame: &Frame, href: String, (name, more): (String, String), fit: &Fit) -> RowView {
    let (reading, tone) = words::reading(frame, fit);
    let in_the_way = words::in_the_way(frame, fit);
    let score = fit.points().map(|points| points.to_string()).unwrap_or_default();
    RowView { href, name, more, reading, tone, score, in_the_way }
}

fn homes(frame: Frame, sight: &Sight, candidate: &Candidate, rows: &[(Home, Fit)]) -> RowsPage {
    let application = candidate.application.id.as_str();
    let of_home = |(home, fit): &(Home, Fit)| {
        let more = format!("{} · {}", words::free(&frame, home).0, words::home_facts(&frame, home));
        row(&frame, sight.fit(Some(application), Some(home.id())), (words::address(home), more), fit)
    };
    RowsPage {
        rows: rows.iter().map(of_home).collect(),
        title: frame.t("allocation-fit-homes"),
        kicker: who(&frame, candidate, sight.named),
        kicker_href: if sight.named { format!("/applications/{application}") } else { String::new() },
        way: WayView::new(sight, Some(application), None),
        head: frame.t("allocation-home"),
        met: Vec::new(),
        apart: None,
        apart_kinds: apart_kinds(&frame),
        form: FormValues::default(),
        frame,
    }
}

fn households(frame: Frame, sight: &Sight, home: &Home, rows: &[(Candidate, Fit)]) -> RowsPage {
    let of_household = |(candidate, fit): &(Candidate, Fit)| {
        let unnamed = words::unnamed(&frame, candidate);
        let names = if sight.named { (candidate.name.to_string(), unnamed) } else { (unnamed, String::new()) };
        row(&frame, sight.fit(Some(&candidate.application.id), Some(home.id())), names, fit)
    };
    RowsPage {
        rows: rows.iter().map(of_household).collect(),
        title: frame.t("allocation-fit-households"),
        kicker: words::address(home),
        kicker_href: if sight.named { format!("/dwellings/{}", home.id()) } else { String::new() },
        way: WayView::new(sight, None, Some(home.id())),
        head: frame.t("allocation-household"),
        met: Vec::new(),
        apart: None,
        apart_kinds: apart_kinds(&frame),
        form: FormValues::default(),
        frame,
    }
}
