//! Every number of the overview that opens to a list opens to exactly so many rows, after an office's own files.

use crate::app::{Page, Person, TestApp};
use std::collections::BTreeMap;
use std::path::Path;

const FILES: [&str; 3] = ["boligoversikt.xlsx", "sokerliste.xlsx", "restanser.csv"];

/// The whole numbers of a page that lead to lists: where to, and the number.
fn numbers_with_lists(page: &Page) -> BTreeMap<String, i64> {
    let text = page.text();
    let (_, content) = text.split_once("<main").expect("a page has content");
    let links = content.split("<a href=\"").skip(1).filter_map(|rest| {
        let (href, rest) = rest.split_once("\">")?;
        let shown: String = rest.split('<').next()?.chars().filter(|letter| *letter != '\u{a0}').collect();
        let is_list =
            ["/dwellings?", "/tenancies", "/applications?", "/arrears?"].iter().any(|path| href.starts_with(path));
        is_list.then_some((href.replace("&#38;", "&"), shown.parse().ok()?))
    });
    let mut numbers = BTreeMap::new();
    for (href, number) in links {
        let before = numbers.insert(href.clone(), number);
        assert!(before.is_none_or(|before| before == number), "{href} stands for {before:?} and for {number}");
    }
    numbers
}

/// How many rows a list says it has, on all its pages.
fn rows(person: &Person<'_>, href: &str) -> i64 {
    let page = person.get(href).expect(200).text();
    let Some((_, pager)) = page.split_once("class=\"pager-count\">") else { return 0 };
    let said: String = pager.split('<').next().unwrap_or_default().chars().filter(|it| *it != '\u{a0}').collect();
    said.rsplit(' ').next().and_then(|total| total.parse().ok()).unwrap_or_else(|| panic!("{href}: {said}"))
}

#[test]
fn every_number_has_its_rows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/fjordvik");
    let app = TestApp::new();
    // Who may see everybody: the numbers count them all.
    let leader = app.insider();
    if folder.is_dir() {
        let caseworker = app.caseworker();
        let contents = FILES.map(|name| std::fs::read(folder.join(name)).expect("the file can be read"));
        let files: Vec<(&str, &[u8])> = FILES.into_iter().zip(contents.iter().map(Vec::as_slice)).collect();
        let import = crate::imports::upload(&caseworker, &files);
        crate::imports::accept(&caseworker, &import);
    } else {
        super::world::settle(app.office());
    }
    for (day, fewest) in [("/overview", 20), ("/overview?on=2026-04-15", 20)] {
        let numbers = numbers_with_lists(&leader.get(day).expect(200));
        assert!(numbers.len() >= fewest, "{day} opens to {numbers:?}");
        for (href, number) in &numbers {
            assert_eq!(rows(&leader, href), *number, "{href} on {day}");
        }
    }
}
