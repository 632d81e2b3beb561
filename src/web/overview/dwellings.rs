//! Charts of the homes: what they are, which stand empty, whose leases run out.

use super::block::{Block, Entry, Extent};
use super::links::{Links, or_unknown};
use crate::office::overview::{LeaseStanding, Overview, VacancyByLength, VacantHome};
use crate::store::UNKNOWN;
use crate::store::overview::HomeGroup;
use crate::web::Frame;
use crate::web::charts::{Caption, Measure, Stack, bars, grouped, stacked};
use housing::dwellings::{Category, DwellingStatus, Rooms, VacancyLength};
use std::collections::BTreeMap;

/// Every chart about homes.
pub fn blocks(frame: &Frame, overview: &Overview, links: &Links, extent: Extent) -> Vec<Block> {
    vec![
        rooms_by_status(frame, overview, links),
        categories_by_status(frame, overview, links),
        vacancy_by_status(frame, overview, links),
        vacancy_by_length(frame, overview, links),
        longest_vacancies(frame, overview, links, extent),
        leases(frame, overview, links),
        every_combination(frame, overview, links, extent),
    ]
}

/// Names for the sizes of homes.
pub fn rooms_text(frame: &Frame, rooms: Option<Rooms>) -> String {
    rooms.map_or_else(|| frame.t("overview-rooms-unknown"), |rooms| frame.t(&rooms.text_key()))
}

/// The size as the lists are narrowed to it.
pub fn rooms_filter(rooms: Option<Rooms>) -> String {
    rooms.map_or_else(|| UNKNOWN.to_owned(), |rooms| rooms.category().0.to_string())
}

/// Statuses that some home has, in the order people expect them.
fn statuses(overview: &Overview) -> Vec<DwellingStatus> {
    let is_used = |status: &DwellingStatus| overview.homes.iter().any(|group| group.status == *status);
    DwellingStatus::ALL.iter().copied().filter(is_used).collect()
}

fn count(overview: &Overview, counts: impl Fn(&HomeGroup) -> bool) -> i64 {
    overview.homes.iter().filter(|group| counts(group)).map(|group| group.homes).sum()
}

/// One line of homes by status: its name, the filter that finds them, and which they are.
struct Line<'a> {
    name: String,
    filter: (&'a str, String),
    is_in: Box<dyn Fn(&HomeGroup) -> bool>,
}

/// Lines of homes by status, with a sum below, as a stacked drawing.
fn by_status(frame: &Frame, overview: &Overview, links: &Links, key: &'static str, lines: &[Line<'_>]) -> Block {
    let statuses = statuses(overview);
    let names: Vec<String> = statuses.iter().map(|status| frame.t(&status.text_key())).collect();
    let link = |line: &Line<'_>, status: &str| links.dwellings(&[("status", status), (line.filter.0, &line.filter.1)]);
    let total = Line { name: frame.t("overview-total"), filter: ("", String::new()), is_in: Box::new(|_| true) };
    let row = |line: &Line<'_>| {
        let all = count(overview, |group| (line.is_in)(group));
        let parts = statuses.iter().map(|status| {
            let homes = count(overview, |group| group.status == *status && (line.is_in)(group));
            Entry::count(homes, link(line, status.code()))
        });
        let name = [Entry::text(&line.name), Entry::count(all, link(line, "stock"))];
        name.into_iter().chain(parts).collect()
    };
    let rows = lines.iter().chain([&total]).map(row).collect();
    let head = [frame.t(&format!("overview-{key}-head")), frame.t("overview-homes")];
    let mut block = Block::new(frame, key, head.into_iter().chain(names.iter().cloned()).collect(), rows);
    let stacks: Vec<Stack> = lines
        .iter()
        .map(|line| Stack {
            label: line.name.clone(),
            parts: statuses
                .iter()
                .map(|status| count(overview, |group| group.status == *status && (line.is_in)(group)))
                .collect(),
        })
        .collect();
    let gist = frame.t1("overview-gist-homes", "count", grouped(overview.register.homes));
    let legend: Vec<&str> = names.iter().map(String::as_str).collect();
    block.drawing = stacked(&Caption { title: &block.title, gist: &gist }, &legend, &stacks);
    block
}

fn rooms_by_status(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let some_unknown = overview.homes.iter().any(|group| group.rooms.is_none());
    let sizes = Rooms::CATEGORIES.into_iter().map(Some).chain(some_unknown.then_some(None));
    let lines: Vec<Line<'_>> = sizes
        .map(|rooms| Line {
            name: rooms_text(frame, rooms),
            filter: ("rooms", rooms_filter(rooms)),
            is_in: Box::new(move |group| group.rooms.map(Rooms::category) == rooms),
        })
        .collect();
    by_status(frame, overview, links, "rooms", &lines)
}

fn categories_by_status(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let is_used = |category: &&Category| overview.homes.iter().any(|group| group.category == **category);
    let lines: Vec<Line<'_>> = Category::ALL
        .iter()
        .filter(is_used)
        .map(|category| Line {
            name: frame.t(&category.text_key()),
            filter: ("category", category.code().to_owned()),
            is_in: Box::new(|group| group.category == *category),
        })
        .collect();
    by_status(frame, overview, links, "categories", &lines)
}

fn vacancy_by_status(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let vacancies = &overview.vacancies;
    let mut rows: Vec<Vec<Entry>> = Vec::new();
    let mut measures = Vec::new();
    for reason in vacancies.by_status.iter().filter(|reason| reason.homes > 0) {
        let name = frame.t(&reason.status.text_key());
        measures.push(Measure {
            label: name.clone(),
            value: reason.loss_a_month.0,
            text: reason.loss_a_month.in_kroner(),
        });
        let href = links.dwellings(&[("status", reason.status.code())]);
        rows.push(vec![
            Entry::text(name),
            Entry::count(reason.homes, href.clone()),
            reason.median_days.map_or_else(Entry::blank, |days| Entry::count(days.into(), href.clone())),
            Entry::sum(reason.loss_a_month, href),
        ]);
    }
    rows.push(vec![
        Entry::text(frame.t("overview-total")),
        Entry::count(vacancies.homes, links.dwellings(&[("status", "vacant")])),
        Entry::blank(),
        Entry::sum(vacancies.loss_a_month, links.dwellings(&[("status", "vacant")])),
    ]);
    let head = ["overview-status", "overview-homes", "overview-median-days", "overview-loss"].map(|key| frame.t(key));
    let mut block = Block::new(frame, "vacancies", head.into(), rows);
    let gist = frame.t1("overview-gist-loss", "loss", vacancies.loss_a_month.in_kroner());
    block.drawing = bars(&Caption { title: &block.title, gist: &gist }, &measures);
    block
}

fn vacancy_by_length(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let lengths = &overview.vacancies.by_length;
    let name = |step: &VacancyByLength| {
        step.length.map_or_else(|| frame.t("dwellings-empty-unknown"), |length| frame.t(&length.text_key()))
    };
    let row = |step: &VacancyByLength| {
        let href = links.dwellings(&[("empty", or_unknown(step.length.map(VacancyLength::code)))]);
        vec![Entry::text(name(step)), Entry::count(step.homes, href.clone()), Entry::sum(step.loss_a_month, href)]
    };
    let head = ["overview-days-empty", "overview-homes", "overview-loss"].map(|key| frame.t(key));
    let mut block = Block::new(frame, "vacancy-length", head.into(), lengths.iter().map(row).collect());
    let measures: Vec<Measure> = lengths.iter().map(|step| Measure::count(name(step), step.homes)).collect();
    let gist = frame.t1("overview-gist-vacant", "count", grouped(overview.vacancies.homes));
    block.drawing = bars(&Caption { title: &block.title, gist: &gist }, &measures);
    block
}

fn longest_vacancies(frame: &Frame, overview: &Overview, links: &Links, extent: Extent) -> Block {
    let row = |home: &VacantHome| {
        let days = grouped(i64::from(home.days));
        let mut place = Entry::text(&home.place);
        place.href = links.dwelling(&home.id);
        let mut days_entry = Entry::count(i64::from(home.days), links.dwelling(&home.id));
        if home.at_least {
            days_entry = Entry::text(frame.t1("overview-at-least", "days", days));
        }
        vec![
            place,
            Entry::text(rooms_text(frame, home.rooms)),
            Entry::text(frame.t(&home.category.text_key())),
            Entry::text(frame.t(&home.status.text_key())),
            days_entry,
            home.rent.map_or_else(Entry::blank, Entry::amount),
        ]
    };
    let head =
        ["overview-place", "overview-rooms", "overview-category", "overview-status", "overview-days", "overview-loss"];
    let rows = overview.vacancies.longest.iter().map(row);
    let mut block = Block::long(frame, "longest", head.map(|key| frame.t(key)).into(), rows, extent);
    block.names = 4;
    block
}

fn leases(frame: &Frame, overview: &Overview, links: &Links) -> Block {
    let name = |standing: LeaseStanding| match standing {
        LeaseStanding::Expired => frame.t("overview-lease-expired"),
        LeaseStanding::RunsOut(window) => frame.t(&window.text_key()),
        LeaseStanding::Running => frame.t("overview-lease-running"),
        LeaseStanding::OpenEnded => frame.t("overview-lease-open-ended"),
    };
    let link = |standing: LeaseStanding| match standing {
        LeaseStanding::Expired => links.tenancies(&[("lease", "expired")]),
        LeaseStanding::RunsOut(window) => links.tenancies(&[("lease", window.code())]),
        LeaseStanding::OpenEnded => links.tenancies(&[("lease", "open")]),
        LeaseStanding::Running => links.tenancies(&[("lease", "later")]),
    };
    let mut rows: Vec<Vec<Entry>> = overview
        .leases
        .iter()
        .map(|lease| vec![Entry::text(name(lease.standing)), Entry::count(lease.tenancies, link(lease.standing))])
        .collect();
    let total = Entry::count(overview.register.tenancies, links.tenancies(&[]));
    rows.push(vec![Entry::text(frame.t("overview-total")), total]);
    let head = ["overview-leases-head", "overview-tenancies"].map(|key| frame.t(key));
    let mut block = Block::new(frame, "leases", head.into(), rows);
    let measures: Vec<Measure> =
        overview.leases.iter().map(|lease| Measure::count(name(lease.standing), lease.tenancies)).collect();
    let gist = frame.t1("overview-gist-expired", "count", grouped(overview.register.expired_contracts));
    block.drawing = bars(&Caption { title: &block.title, gist: &gist }, &measures);
    block
}

/// The whole cross of category, size, status and access by wheelchair: the page shows the most frequent.
fn every_combination(frame: &Frame, overview: &Overview, links: &Links, extent: Extent) -> Block {
    let mut alike: BTreeMap<_, i64> = BTreeMap::new();
    for group in &overview.homes {
        let size = group.rooms.map(Rooms::category);
        *alike.entry((group.category, size, group.status, group.wheelchair)).or_default() += group.homes;
    }
    let mut alike: Vec<_> = alike.into_iter().collect();
    alike.sort_by_key(|(_, homes)| std::cmp::Reverse(*homes));
    let row = |((category, size, status, wheelchair), homes): ((Category, _, DwellingStatus, Option<bool>), i64)| {
        let reached = wheelchair.map(|yes| yes.to_string());
        let href = links.dwellings(&[
            ("status", status.code()),
            ("rooms", &rooms_filter(size)),
            ("category", category.code()),
            ("wheelchair", or_unknown(reached.as_deref())),
        ]);
        let reached = wheelchair.map_or("dwelling-unknown", |yes| if yes { "dwelling-yes" } else { "dwelling-no" });
        vec![
            Entry::text(frame.t(&category.text_key())),
            Entry::text(rooms_text(frame, size)),
            Entry::text(frame.t(&status.text_key())),
            Entry::text(frame.t(reached)),
            Entry::count(homes, href),
        ]
    };
    let head = ["overview-category", "overview-rooms", "overview-status", "dwelling-wheelchair", "overview-homes"];
    let rows = alike.into_iter().map(row);
    let mut block = Block::long(frame, "homes", head.map(|key| frame.t(key)).into(), rows, extent);
    block.names = 4;
    block
}
