//! Every figure of the overview opens to its rows: as many as the figure says, on any day, for whoever looks.

use super::world;
use crate::app::{Page, Person, TestApp};
use housing::people::Protection;
use husrom::office::{Actor, demo_data, people};
use husrom::store::people::find;
use std::path::Path;

const FILES: [&str; 3] = ["boligoversikt.xlsx", "sokerliste.xlsx", "restanser.csv"];

/// A figure in a table of the overview.
#[derive(Debug)]
struct Figure {
    table: String,
    column: String,
    /// As it is read, without the spaces that part thousands.
    shown: String,
    /// Empty when it opens nothing.
    href: String,
}

/// The text between the first `from` and the next `to`, and what comes after.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<(&'a str, &'a str)> {
    text.split_once(from)?.1.split_once(to)
}

fn text_of(cell: &str) -> String {
    let mut text = String::new();
    for part in cell.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    text.replace('\u{a0}', "").trim().to_owned()
}

/// Every figure of every table on the page.
fn figures(page: &Page) -> Vec<Figure> {
    let (page, mut figures) = (page.text(), Vec::new());
    for chart in page.split("<figure class=\"chart").skip(1) {
        let (title, rest) = between(chart, "<h3>", "</h3>").expect("a chart has a title");
        let (head, body) = between(rest, "<thead>", "</thead>").expect("a chart has a table");
        let heads: Vec<String> = head.split("<th ").skip(1).map(|cell| text_of(&format!("<th {cell}"))).collect();
        let body = body.split("</tbody>").next().unwrap_or_default();
        for row in body.split("<tr>").skip(1) {
            for (column, cell) in row.split("<td").enumerate().filter(|(_, cell)| cell.starts_with(" class=\"num\"")) {
                let cell = cell.split("</td>").next().unwrap_or_default();
                figures.push(Figure {
                    table: title.to_owned(),
                    column: heads.get(column).cloned().unwrap_or_default(),
                    shown: text_of(&format!("<td{cell}")),
                    href: between(cell, "href=\"", "\"").map_or("", |(href, _)| href).replace("&#38;", "&"),
                });
            }
        }
    }
    assert!(figures.len() > 20, "the overview has tables");
    figures
}

/// How many rows a list says it has, on all its pages.
fn rows(list: &str) -> i64 {
    let Some((pager, _)) = between(list, "class=\"pager-count\">", "<") else { return 0 };
    let said: String = pager.chars().filter(|it| *it != '\u{a0}').collect();
    said.rsplit(' ').next().and_then(|total| total.parse().ok()).unwrap_or_else(|| panic!("no total: {said}"))
}

/// Opens every figure of the day, and says which do not lead to what they say.
fn wrong(person: &Person<'_>, day: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for figure in figures(&person.get(day).expect(200)) {
        // The longest vacancies are rows themselves.
        let says_nothing = ["", "0", "0kr"].contains(&figure.shown.as_str());
        if says_nothing || figure.table == "Lengst tomme boliger" {
            continue;
        }
        if figure.href.is_empty() {
            wrong.push(format!("{day}: {figure:?} opens nothing"));
            continue;
        }
        let list = person.get(&figure.href).expect(200).text();
        let found = rows(&list);
        let holds = match figure.shown.parse::<i64>() {
            // Days, of as many homes as the list has.
            Ok(_) if figure.column == "Dager tom (median)" => found > 0,
            Ok(number) => found == number,
            Err(_) => list.replace('\u{a0}', "").contains(&figure.shown),
        };
        if !holds || list.contains("forstår ikke") {
            wrong.push(format!("{day}: {figure:?} opens to {found}"));
        }
    }
    wrong
}

/// Both of those who may see protected people and those who may not get figures that hold.
pub fn assert_all_open(app: &TestApp, days: &[&str]) {
    for person in [app.insider(), app.caseworker()] {
        for day in days {
            let wrong = wrong(&person, day);
            assert!(wrong.is_empty(), "{} figures:\n{}", wrong.len(), wrong.join("\n"));
        }
    }
}

/// Ada, who is a tenant, has applied and owes, becomes strictly protected.
fn protect_ada(app: &TestApp) {
    let office = app.office();
    let ada = office.store().read(|tx| {
        let lived_in = husrom::store::tenancies::lived_in(tx, "H0101")?.expect("Ada lives there");
        find(tx, &lived_in.tenant)
    });
    let ada = ada.expect("it can be read").expect("she is there");
    let whose = (ada.id.as_str(), ada.version);
    people::raise_protection(office, &Actor::operator(), whose, Protection::StrictlyConfidential, "Prøve")
        .expect("her protection is raised");
}

#[test]
fn every_figure_of_the_hand_made_world_opens_to_as_many_rows() {
    TestApp::on_each(|app| {
        world::settle(app.office());
        protect_ada(app);
        let days = ["/overview", "/overview?on=2026-04-15", "/overview?on=2026-02-01", "/overview?on=2026-01-16"];
        assert_all_open(app, &days);
        assert_all_open(app, &["/overview?on=2025-12-31", "/overview?on=2025-03-01"]);
    });
}

#[test]
fn who_may_not_see_protected_people_gets_numbers_without_them() {
    let app = TestApp::new();
    world::settle(app.office());
    protect_ada(&app);
    let debtors = |person: &Person<'_>| {
        let page = person.get("/overview").expect(200);
        let total = figures(&page).into_iter().rfind(|figure| figure.column == "Skyldnere");
        (total.expect("the total of arrears").shown, page.has("strengt fortrolig adresse er ikke med"))
    };
    assert_eq!(debtors(&app.insider()), ("1".to_owned(), false));
    assert_eq!(debtors(&app.caseworker()), ("0".to_owned(), true));
}

#[test]
fn every_figure_of_an_offices_own_files_opens_to_as_many_rows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/fjordvik");
    if !folder.is_dir() {
        return eprintln!("skipped: the files are not here");
    }
    let app = TestApp::new();
    let contents = FILES.map(|name| std::fs::read(folder.join(name)).expect("the file can be read"));
    let files: Vec<(&str, &[u8])> = FILES.into_iter().zip(contents.iter().map(Vec::as_slice)).collect();
    let caseworker = app.caseworker();
    let import = crate::imports::upload(&caseworker, &files);
    crate::imports::accept(&caseworker, &import);
    assert_all_open(&app, &["/overview", "/overview?on=2026-04-15", "/overview?on=2025-12-31"]);
}

#[test]
fn every_figure_of_a_made_up_municipality_opens_to_as_many_rows() {
    let app = TestApp::new();
    let made = demo::municipality(demo::Profile::Small, 1, crate::app::DAY);
    demo_data::fill(app.office(), &Actor::operator(), made.dwellings(), made.applications(), |_| ())
        .expect("it is empty");
    assert_all_open(&app, &["/overview", "/overview?on=2024-12-31"]);
}
