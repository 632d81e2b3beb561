//! Every address, asked for by everybody; every command, with what it needs.

use super::written_out::{self, row};
use crate::app::{Page, Person, TestApp};
use axum::http::Method;
use husrom::access::Role;

/// Parts of addresses that stand for something: nothing is there, so whoever may look is told so.
const PARTS: [(&str, &str); 3] = [("{*name}", "husrom.css"), ("{mark}", "0"), ("{position}", "0")];
const NOTHING: &str = "00000000-0000-7000-8000-000000000000";

fn address(path: &str) -> String {
    let mut address = path.to_owned();
    for (part, value) in PARTS {
        address = address.replace(part, value);
    }
    while let Some((before, rest)) = address.split_once('{') {
        let (_, after) = rest.split_once('}').expect("what begins ends");
        address = format!("{before}{NOTHING}{after}");
    }
    address
}

/// What happens, in one word: the status, or where one is sent first.
fn answer(page: &Page) -> String {
    let place = page.location().split('?').next().unwrap_or_default();
    match place {
        "" => page.status.to_string(),
        place => format!("{} {place}", page.status).chars().take(16).collect(),
    }
}

fn ask(person: &Person<'_>, method: &Method, path: &str) -> String {
    let address = address(path);
    if method.is_safe() {
        return answer(&person.get(&address));
    }
    let page = person.post(&address, &[]);
    // A form for files does not read fields only.
    if page.status == 400 { answer(&person.upload(&address, &[], &[])) } else { answer(&page) }
}

#[test]
fn every_address_and_command() {
    let app = TestApp::new();
    let stranger = app.stranger();
    let people: Vec<Person<'_>> = Role::OF_OFFICERS.iter().map(|role| app.officer(*role)).collect();
    let everybody = || std::iter::once(&stranger).chain(&people);

    let mut routes = husrom::web::routes().list().to_vec();
    // Logging out comes last: after that nobody is anybody.
    routes.sort_by_key(|(method, path)| (*path == "/logout", *path, method.as_str().to_owned()));
    let roles = Role::OF_OFFICERS.iter().map(|role| role.code());
    let mut rows = vec![row("", std::iter::once("stranger").chain(roles))];
    for (method, path) in &routes {
        let answers: Vec<String> = everybody().map(|person| ask(person, method, path)).collect();
        let unwell = answers.iter().any(|answer| answer.starts_with('5'));
        assert!(!unwell, "{method} {path} fails on an empty register: {answers:?}");
        rows.push(row(&format!("{:<5}{path}", method.as_str()), answers.iter().map(String::as_str)));
    }

    rows.push(String::new());
    for command in husrom::cli::declared().get_subcommands() {
        let has_register = command.get_arguments().any(|argument| argument.get_id() == "data");
        let needs = if has_register { "operator: whoever can read the data folder" } else { "no register" };
        rows.push(format!("husrom {:<37}{needs}", command.get_name()));
    }
    written_out::check("tests/it/permissions.txt", &rows.join("\n"));
}
