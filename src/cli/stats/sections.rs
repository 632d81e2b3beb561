//! The overview as tables of text: the same numbers as `--json`, a section for each block of the page.

use super::allocations;
use crate::office::allocations::Numbers;
use crate::office::overview::{LeaseStanding, Overview};
use crate::texts::{Language, Texts};
use housing::dwellings::{Rooms, VacancyLength};
use housing::money::Ore;
use std::fmt::Write as _;

/// The whole overview and how allocation went. Codes are read as the English pages word them.
pub fn text(overview: &Overview, numbers: &Numbers) -> String {
    let words = Words(Texts::load());
    let mut sections = vec![
        register(overview),
        homes(overview, &words),
        vacancies(overview, &words),
        vacancies_by_length(overview, &words),
        longest(overview, &words),
        leases(overview, &words),
        waiting(overview, &words),
        need(overview, &words),
        arrears(overview, &words),
        years(overview),
    ];
    sections.extend(allocations::sections(numbers, &words));
    let mut text = format!("The register on {}\n", overview.as_of);
    for section in &sections {
        section.write(&mut text);
    }
    text
}

/// A heading and a table below it.
pub(super) struct Section {
    title: String,
    /// Columns of words come first; the others are numbers and stand to the right.
    words: usize,
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Section {
    pub(super) fn new(title: impl Into<String>, words: usize, head: &[&'static str], rows: Vec<Vec<String>>) -> Self {
        Self { title: title.into(), words, head: head.to_vec(), rows }
    }

    fn write(&self, into: &mut String) {
        let cells = |column: usize| self.rows.iter().filter_map(move |row| row.get(column).map(String::as_str));
        let width = |column: usize| {
            let all = cells(column).chain(self.head.get(column).copied());
            all.map(|cell| cell.chars().count()).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..self.head.len()).map(width).collect();
        let line = |cells: Vec<&str>| {
            let placed =
                cells.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column < self.words {
                    true => format!("{cell:<width$}"),
                    false => format!("{cell:>width$}"),
                });
            placed.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        let _ = write!(into, "\n{}\n", self.title);
        if self.rows.is_empty() {
            into.push_str("  none\n");
            return;
        }
        let _ = writeln!(into, "  {}", line(self.head.clone()));
        for row in &self.rows {
            let _ = writeln!(into, "  {}", line(row.iter().map(String::as_str).collect()));
        }
    }
}

/// What codes are called.
pub(super) struct Words(Texts);

impl Words {
    pub(super) fn of(&self, key: &str) -> String {
        self.0.get(Language::English, key)
    }

    fn rooms(&self, rooms: Option<Rooms>) -> String {
        rooms.map_or_else(|| "unknown".to_owned(), |rooms| self.of(&rooms.text_key()))
    }

    fn standing(&self, standing: LeaseStanding) -> String {
        match standing {
            LeaseStanding::Expired => "expired, lived in still".to_owned(),
            LeaseStanding::RunsOut(window) => self.of(&window.text_key()),
            LeaseStanding::Running => "more than a year left".to_owned(),
            LeaseStanding::OpenEnded => "no last day".to_owned(),
        }
    }
}

fn number(number: i64) -> String {
    number.to_string()
}

fn kroner(amount: Ore) -> String {
    amount.exact().replace('\u{a0}', " ")
}

fn yes_no(answer: Option<bool>) -> String {
    answer.map_or("unknown", |yes| if yes { "yes" } else { "no" }).to_owned()
}

const fn for_whom(care_home: bool) -> &'static str {
    if care_home { "care homes" } else { "ordinary homes" }
}

fn register(overview: &Overview) -> Section {
    let rows = overview.register.lines().into_iter().map(|(name, number)| vec![name.to_owned(), number]);
    Section::new("In all", 1, &["", "number"], rows.collect())
}

fn homes(overview: &Overview, words: &Words) -> Section {
    let rows = overview.homes.iter().map(|group| {
        vec![
            words.of(&group.category.text_key()),
            words.rooms(group.rooms),
            words.of(&group.status.text_key()),
            yes_no(group.wheelchair),
            number(group.homes),
            kroner(group.rent),
        ]
    });
    let head = ["category", "rooms", "status", "wheelchair", "homes", "rent a month"];
    Section::new("Homes", 4, &head, rows.collect())
}

fn vacancies(overview: &Overview, words: &Words) -> Section {
    let vacancies = &overview.vacancies;
    let rows = vacancies.by_status.iter().map(|of| {
        let status = words.of(&of.status.text_key());
        let median = of.median_days.map(|days| number(days.into())).unwrap_or_default();
        vec![status, number(of.homes), median, kroner(of.loss_a_month)]
    });
    let title = format!(
        "Homes nobody lives in: {}, {} kroner a month lost",
        number(vacancies.homes),
        kroner(vacancies.loss_a_month)
    );
    Section::new(title, 1, &["status", "homes", "median days", "loss a month"], rows.collect())
}

fn vacancies_by_length(overview: &Overview, words: &Words) -> Section {
    let length =
        |length: Option<VacancyLength>| length.map_or("unknown".to_owned(), |length| words.of(&length.text_key()));
    let rows = overview.vacancies.by_length.iter();
    let rows = rows.map(|of| vec![length(of.length), number(of.homes), kroner(of.loss_a_month)]);
    Section::new("How long they have stood empty", 1, &["so long", "homes", "loss a month"], rows.collect())
}

fn longest(overview: &Overview, words: &Words) -> Section {
    let rows = overview.vacancies.longest.iter().map(|home| {
        vec![
            home.place.clone(),
            words.of(&home.category.text_key()),
            words.rooms(home.rooms),
            words.of(&home.status.text_key()),
            format!("{}{}", if home.at_least { "at least " } else { "" }, number(home.days.into())),
            home.rent.map(kroner).unwrap_or_default(),
        ]
    });
    let head = ["home", "category", "rooms", "status", "days", "rent a month"];
    Section::new("Empty the longest", 4, &head, rows.collect())
}

fn leases(overview: &Overview, words: &Words) -> Section {
    let rows = overview.leases.iter().map(|of| vec![words.standing(of.standing), number(of.tenancies)]);
    Section::new("Leases by their last day", 1, &["last day", "tenancies"], rows.collect())
}

fn waiting(overview: &Overview, words: &Words) -> Section {
    use crate::office::overview::Awaits;
    let rows = overview.waiting.iter().map(|of| {
        let groups: Vec<String> = of.target_groups.iter().map(|group| words.of(&group.text_key())).collect();
        vec![
            match of.awaits {
                Awaits::Decision => "a decision",
                Awaits::Home => "a home",
            }
            .to_owned(),
            format!("{}{}", for_whom(of.care_home), if of.renewal { ", renewal" } else { "" }),
            groups.join(", "),
            words.rooms(of.room_need),
            of.situation.map(|situation| words.of(&situation.text_key())).unwrap_or_default(),
            yes_no(Some(of.with_children)),
            number(of.applications),
        ]
    });
    let head = ["waits for", "of", "target groups", "room need", "lives now", "children", "applications"];
    Section::new("Who waits", 6, &head, rows.collect())
}

fn need(overview: &Overview, words: &Words) -> Section {
    let rows = overview.need.iter().map(|of| {
        vec![
            for_whom(of.care_home).to_owned(),
            words.rooms(of.rooms),
            number(of.awaiting_decision),
            number(of.awaiting_home),
            number(of.homes),
            number(of.vacant),
        ]
    });
    let head = ["of", "rooms", "await a decision", "await a home", "homes", "vacant"];
    Section::new("Need beside stock", 2, &head, rows.collect())
}

fn arrears(overview: &Overview, words: &Words) -> Section {
    let rows = overview.arrears.iter().map(|of| {
        let age = of.age.map_or_else(|| "no due day".to_owned(), |age| words.of(&age.text_key()));
        vec![age, number(of.invoices), number(of.households), kroner(of.outstanding)]
    });
    Section::new("Arrears by age", 1, &["past the due day", "invoices", "households", "outstanding"], rows.collect())
}

fn years(overview: &Overview) -> Section {
    let rows = overview.years.iter().map(|of| {
        vec![
            of.year.to_string(),
            for_whom(of.care_home).to_owned(),
            number(of.received),
            number(of.granted),
            number(of.refused),
            number(of.moved_in),
        ]
    });
    let head = ["year", "of", "received", "granted", "refused", "moved in"];
    Section::new("Year by year", 2, &head, rows.collect())
}
