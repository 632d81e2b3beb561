//! The list of tenancies.

use super::lease_text;
use crate::access::{Action, Thing};
use crate::exchange::sheet::Value;
use crate::office::{OfficeError, dwellings, tenancies};
use crate::store::tenancies::{Filter, LeaseFilter, Listed};
use crate::web::dwellings::{categories, category_words};
use crate::web::export::{self, Format};
use crate::web::lists::{self, Cell, Chip, Column, Contents, Fields, ListAddress, Row, Way, Words, as_they_are};
use crate::web::{App, Frame, Visitor, WebError};
use axum::extract::State;
use axum::response::Response;
use housing::Date;
use housing::money::Ore;
use housing::tenancies::{LeaseWindow, lease_state};
use housing::text::fold;

/// Where a lease stands, as the filter says it; the windows go by their codes.
const EXPIRED: &str = "expired";
const FIXED: &str = "fixed";
const LATER: &str = "later";
const OPEN_ENDED: &str = "open";

const WORDS: Words = Words {
    title: "tenancies-title",
    none_match: ["tenancies-none-match", "dwellings-none-match-text", "tenancies-show-all"],
    none: ["tenancies-none", "tenancies-none-text"],
};

pub(super) async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, slice) = (visitor.actor(), export::slice(&address));
    let filter = read_filter(&address, app.today());
    let may_change = actor.may(Action::Change, Thing::Tenancy).is_ok();
    let (_, descending) = address.order(&["lease"]);
    let asked = filter.clone();
    let (listing, (areas, _)) = app
        .office(move |office| {
            let listing = tenancies::list(office, &actor, &asked, descending, slice)?;
            Ok::<_, OfficeError>((listing, dwellings::areas_and_owners(office, &actor)?))
        })
        .await?;
    let frame = visitor.frame();
    if let Some(format) = Format::asked(&address) {
        return take_out(&frame, format, &filter, listing.rows);
    }
    let begin = may_change.then(|| Way { href: "/dwellings", text: frame.t("tenancies-find-home") });
    let narrowed = filter != read_filter(&ListAddress::read("/tenancies", "")?, frame.today);
    let list = Contents {
        filters: Fields::of(&frame, &address)
            .words("tenancies-search", "q")
            .choice("tenancy-lease", "lease", leases(&frame))
            .choice("dwelling-category", "category", categories(&frame))
            .choice("dwelling-area", "area", as_they_are(areas))
            .day("tenancies-begun-from", "from")
            .day("tenancies-begun-to", "to")
            .day("tenancies-lived-in", "on")
            .done(),
        chips: chips(&frame, &address, &filter),
        columns: columns(&frame, &address),
        rows: listing.rows.iter().map(|row| row_of(&frame, row, filter.on)).collect(),
        total: listing.total,
        narrowed,
        begin,
        ..Contents::default()
    };
    lists::show(frame, address, WORDS, list)
}

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress, today: Date) -> Filter {
    let lease = address.filled("lease").and_then(|code| match code {
        EXPIRED => Some(LeaseFilter::Expired),
        FIXED => Some(LeaseFilter::Fixed),
        LATER => Some(LeaseFilter::Later),
        OPEN_ENDED => Some(LeaseFilter::OpenEnded),
        code => code.parse().ok().map(LeaseFilter::Window),
    });
    Filter {
        on: address.day("on").unwrap_or(today),
        lease,
        begun: Some((address.day("from"), address.day("to"))).filter(|begun| *begun != (None, None)),
        category: address.read_as("category"),
        area: address.filled("area").map(str::to_owned),
        words: fold(address.filter("q")),
        with_protected: false,
    }
}

fn lease_words(frame: &Frame, lease: LeaseFilter) -> String {
    match lease {
        LeaseFilter::Expired => frame.t("tenancies-expired"),
        LeaseFilter::Window(window) => frame.t(&window.text_key()),
        LeaseFilter::Fixed => frame.t("tenancies-fixed"),
        LeaseFilter::Later => frame.t("tenancies-later"),
        LeaseFilter::OpenEnded => frame.t("tenancies-open"),
    }
}

fn leases(frame: &Frame) -> Vec<(String, String)> {
    let window = |window: &LeaseWindow| (window.code().to_owned(), LeaseFilter::Window(*window));
    let all =
        [(EXPIRED.to_owned(), LeaseFilter::Expired)].into_iter().chain(LeaseWindow::ALL.iter().map(window)).chain(
            [(LATER, LeaseFilter::Later), (FIXED, LeaseFilter::Fixed), (OPEN_ENDED, LeaseFilter::OpenEnded)]
                .map(|(code, lease)| (code.to_owned(), lease)),
        );
    all.map(|(code, lease)| (code, lease_words(frame, lease))).collect()
}

fn columns(frame: &Frame, address: &ListAddress) -> Vec<Column> {
    let plain = |key: &str| Column::plain(frame.t(key));
    vec![
        plain("dwelling-address"),
        plain("tenancy-tenant"),
        plain("dwelling-area"),
        plain("tenancy-from"),
        Column::sorted(address, address.order(&["lease"]), frame.t("tenancy-lease-until"), "lease"),
        plain("tenancy-lease"),
        plain("tenancy-kind"),
        plain("dwelling-rent").numeric(),
    ]
}

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter) -> Vec<Chip> {
    let named = |key: &str, day: Date| format!("{}: {}", frame.t(key), frame.day(&day));
    let begun = filter.begun.unwrap_or_default();
    let worded = [
        ("on", address.filled("on").map(|_| frame.t1("tenancies-on", "day", frame.day(&filter.on)))),
        ("lease", filter.lease.map(|lease| lease_words(frame, lease))),
        ("category", filter.category.map(|category| category_words(frame, category))),
        ("from", begun.0.map(|day| named("tenancies-begun-from", day))),
        ("to", begun.1.map(|day| named("tenancies-begun-to", day))),
        ("area", filter.area.clone()),
        ("q", address.filled("q").map(|words| format!("«{words}»"))),
    ];
    Chip::all(address, worded)
}

fn row_of(frame: &Frame, row: &Listed, on: Date) -> Row {
    let (lease, tone) = lease_text(frame, lease_state(row.lease_until, on));
    let tenant = Cell::from(row.tenant.listed());
    Row {
        href: format!("/tenancies/{}", row.id),
        cells: vec![
            format!("{} {}", row.street_line, row.unit).trim_end().to_owned().into(),
            if row.restricted { tenant.and_badge(frame.t("tenancy-restricted"), "danger") } else { tenant },
            row.area.clone().into(),
            frame.day_or_dash(&row.from).into(),
            frame.day_or_dash(&row.lease_until).into(),
            Cell::badge(lease, tone),
            frame.t(&row.kind.text_key()).into(),
            row.rent.map(Ore::in_kroner).into(),
        ],
    }
}

fn take_out(frame: &Frame, format: Format, filter: &Filter, rows: Vec<Listed>) -> Result<Response, WebError> {
    let keys = [
        "dwelling-address",
        "dwelling-unit",
        "dwelling-area",
        "tenancy-tenant",
        "tenancy-from",
        "tenancy-lease-until",
        "tenancy-lease",
        "tenancy-kind",
        "dwelling-rent",
    ];
    let day = |day: Option<Date>| day.map_or(Value::Blank, Value::Day);
    let rows = rows.into_iter().map(|row| {
        let (lease, _) = lease_text(frame, lease_state(row.lease_until, filter.on));
        vec![
            Value::Text(row.street_line),
            Value::Text(row.unit),
            Value::text(row.area.as_deref()),
            Value::Text(row.tenant.listed()),
            day(row.from),
            day(row.lease_until),
            Value::Text(lease),
            Value::Text(frame.t(&row.kind.text_key())),
            row.rent.map_or(Value::Blank, Value::Amount),
        ]
    });
    export::download(frame, format, &frame.t("tenancies-title"), &keys.map(|key| frame.t(key)), rows)
}
