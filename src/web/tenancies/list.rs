//! The list of tenancies.

use super::lease_text;
use crate::exchange::sheet::Value;
use crate::office::{OfficeError, dwellings, tenancies};
use crate::store::tenancies::{Filter, LeaseFilter, Listed};
use crate::web::export::{self, Format};
use crate::web::{App, Chip, Column, Frame, ListAddress, Pager, Visitor, WebError, render};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use housing::Date;
use housing::money::Ore;
use housing::tenancies::{LeaseWindow, lease_state};
use housing::text::fold;

/// Where a lease stands, as the filter says it; the windows go by their codes.
const EXPIRED: &str = "expired";
const FIXED: &str = "fixed";
const OPEN_ENDED: &str = "open";

#[derive(askama::Template)]
#[template(path = "tenancies/list.html")]
struct ListPage {
    frame: Frame,
    address: ListAddress,
    leases: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    chips: Vec<Chip>,
    columns: Vec<Column>,
    rows: Vec<RowView>,
    pager: Pager,
    narrowed: bool,
}

struct RowView {
    href: String,
    address: String,
    tenant: String,
    area: String,
    from: String,
    until: String,
    lease: String,
    tone: &'static str,
    kind: String,
    rent: String,
    restricted: bool,
}

pub(super) async fn list(State(app): State<App>, visitor: Visitor, address: ListAddress) -> Result<Response, WebError> {
    let (actor, slice) = (visitor.actor(), export::slice(&address));
    let filter = read_filter(&address, app.today());
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
    let order = address.order(&["lease"]);
    let plain = |key: &str| Column::plain(frame.t(key));
    let page = ListPage {
        leases: leases(&frame),
        areas: areas.into_iter().map(|area| (area.clone(), area)).collect(),
        chips: chips(&frame, &address, &filter),
        columns: vec![
            plain("dwelling-address"),
            plain("tenancy-tenant"),
            plain("dwelling-area"),
            plain("tenancy-from"),
            Column::sorted(&address, order, frame.t("tenancy-lease-until"), "lease"),
            plain("tenancy-lease"),
            plain("tenancy-kind"),
            plain("dwelling-rent").numeric(),
        ],
        rows: listing.rows.iter().map(|row| row_view(&frame, row, filter.on)).collect(),
        pager: Pager::new(&address, listing.total),
        narrowed: filter != read_filter(&ListAddress::read("/tenancies", "")?, frame.today),
        address,
        frame,
    };
    Ok(render(&page)?.into_response())
}

/// What the address narrows the list to; what cannot be read narrows nothing.
fn read_filter(address: &ListAddress, today: Date) -> Filter {
    let lease = address.filled("lease").and_then(|code| match code {
        EXPIRED => Some(LeaseFilter::Expired),
        FIXED => Some(LeaseFilter::Fixed),
        OPEN_ENDED => Some(LeaseFilter::OpenEnded),
        code => code.parse().ok().map(LeaseFilter::Window),
    });
    Filter {
        on: address.filled("on").and_then(|day| housing::written::day(day).ok()).unwrap_or(today),
        lease,
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
        LeaseFilter::OpenEnded => frame.t("tenancies-open"),
    }
}

fn leases(frame: &Frame) -> Vec<(String, String)> {
    let window = |window: &LeaseWindow| (window.code().to_owned(), LeaseFilter::Window(*window));
    let all = [(EXPIRED.to_owned(), LeaseFilter::Expired)]
        .into_iter()
        .chain(LeaseWindow::ALL.iter().map(window))
        .chain([(FIXED.to_owned(), LeaseFilter::Fixed), (OPEN_ENDED.to_owned(), LeaseFilter::OpenEnded)]);
    all.map(|(code, lease)| (code, lease_words(frame, lease))).collect()
}

fn chips(frame: &Frame, address: &ListAddress, filter: &Filter) -> Vec<Chip> {
    let worded = [
        ("on", address.filled("on").map(|_| frame.t1("tenancies-on", "day", frame.day(&filter.on)))),
        ("lease", filter.lease.map(|lease| lease_words(frame, lease))),
        ("area", filter.area.clone()),
        ("q", address.filled("q").map(|words| format!("«{words}»"))),
    ];
    worded.into_iter().filter_map(|(name, text)| Some(Chip::new(address, text?, name))).collect()
}

fn row_view(frame: &Frame, row: &Listed, on: Date) -> RowView {
    let (lease, tone) = lease_text(frame, lease_state(row.lease_until, on));
    RowView {
        href: format!("/tenancies/{}", row.id),
        address: format!("{} {}", row.street_line, row.unit).trim_end().to_owned(),
        tenant: row.tenant.listed(),
        area: row.area.clone().unwrap_or_default(),
        from: frame.day_or_dash(&row.from),
        until: frame.day_or_dash(&row.lease_until),
        lease,
        tone,
        kind: frame.t(&row.kind.text_key()),
        rent: row.rent.map(Ore::in_kroner).unwrap_or_default(),
        restricted: row.restricted,
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
