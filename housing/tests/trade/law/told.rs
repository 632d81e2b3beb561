//! `docs/LAW.md` says which rule stands where and what tries it: what it says is so.

use std::collections::BTreeSet;
use std::path::Path;

use housing::calc;

use super::books;

/// How many requirements each section of the fact sheet on law has: `L1.1` to `L1.12`, and so on.
const REQUIREMENTS: [(u8, u8); 6] = [(1, 12), (2, 2), (3, 3), (4, 1), (5, 4), (7, 7)];
const EXAMPLES: u8 = 35;

fn read(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("reading {path}: {error}"))
}

/// What stands between backticks.
fn quoted(text: &str) -> BTreeSet<&str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// Ids in a cell such as `L3.2, L3.3`, `E01–E09` or `E18–E20, E23`.
fn ids(cell: &str) -> Vec<String> {
    let number = |id: &str| id.strip_prefix('E')?.parse::<u8>().ok();
    let range = |part: &str| {
        let (first, last) = part.split_once('–')?;
        Some((number(first)?..=number(last)?).map(|n| format!("E{n:02}")).collect())
    };
    let one = |part: &str| range(part.trim()).unwrap_or_else(|| vec![part.trim().to_owned()]);
    cell.split(',').flat_map(one).collect()
}

#[test]
fn every_requirement_and_every_example_has_its_row() {
    let law = read("../docs/LAW.md");
    let first_cells = law.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let told: BTreeSet<String> = first_cells.flat_map(ids).collect();
    let requirements =
        REQUIREMENTS.iter().flat_map(|(section, last)| (1..=*last).map(move |n| format!("L{section}.{n}")));
    let examples = (1..=EXAMPLES).map(|n| format!("E{n:02}"));
    let untold: Vec<String> = requirements.chain(examples).filter(|id| !told.contains(id)).collect();
    assert!(untold.is_empty(), "docs/LAW.md has no row for {untold:?}");
}

#[test]
fn every_example_has_its_case_in_the_books() {
    let books: String = books::ALL.iter().map(|book| read(&format!("tests/cases/{}", book.file))).collect();
    let lacking: Vec<u8> = (1..=EXAMPLES).filter(|n| !books.contains(&format!("E{n:02}"))).collect();
    assert!(lacking.is_empty(), "no book has a case for E{lacking:?}");
}

/// The table of every rule that can be asked, with its books.
fn table() -> String {
    let row = |rule: &calc::Rule| {
        let books = books::ALL.iter().filter(|book| book.rule == rule.name).map(|book| format!("`{}`", book.file));
        let books = books.collect::<Vec<_>>().join(", ");
        let examples = rule.examples.len();
        let tried =
            if books.is_empty() { format!("examples: {examples}") } else { format!("{books}, examples: {examples}") };
        format!("| `{}` | {} | {tried} |\n", rule.name, rule.source)
    };
    let rows: String = calc::all().map(row).collect();
    format!("| rule | source | tried by |\n|---|---|---|\n{rows}")
}

#[test]
fn the_page_has_every_rule_that_can_be_asked_and_no_other() {
    let law = read("../docs/LAW.md");
    let (begins, ends) = ("<!-- rules -->\n", "<!-- /rules -->");
    let (before, rest) = law.split_once(begins).expect("the page has a place for the rules");
    let (shown, after) = rest.split_once(ends).expect("the place for the rules has an end");
    if std::env::var_os("HUSROM_BLESS").is_some() {
        let page = format!("{before}{begins}{}{ends}{after}", table());
        std::fs::write(format!("{}/../docs/LAW.md", env!("CARGO_MANIFEST_DIR")), page)
            .expect("the page can be written");
        return;
    }
    assert_eq!(shown, table(), "HUSROM_BLESS=1 cargo nextest run -p housing the_page_has writes the table anew");
    let asked = quoted(&law).into_iter().filter_map(|code| code.strip_prefix("calc "));
    let unknown: Vec<&str> = asked.filter(|name| calc::find(name).is_err()).collect();
    assert!(unknown.is_empty(), "docs/LAW.md names rules that there are not: {unknown:?}");
}

#[test]
fn the_books_and_tests_it_names_are_there_and_counted() {
    let law = read("../docs/LAW.md");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let missing: Vec<&str> = quoted(&law)
        .into_iter()
        .filter(|code| code.ends_with(".txt") && !code.contains(['*', '/']) && *code != "access.txt")
        .filter(|book| !here.join("tests/cases").join(book).exists())
        .collect();
    assert!(missing.is_empty(), "docs/LAW.md names books that there are not: {missing:?}");
    let gone: Vec<&str> = quoted(&law)
        .into_iter()
        .filter(|code| code.starts_with("tests/") && !code.contains(['{', '*']))
        .filter(|test| !here.join("..").join(test).exists())
        .collect();
    assert!(gone.is_empty(), "docs/LAW.md names tests that there are not: {gone:?}");

    let files: Vec<_> = std::fs::read_dir(here.join("tests/cases")).expect("the books are here").flatten().collect();
    let texts = files.iter().map(|file| std::fs::read_to_string(file.path()).expect("a book is text"));
    let names: Vec<String> = texts
        .flat_map(|text| text.lines().filter_map(|l| l.strip_prefix("Sak:")).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let is_example =
        |name: &&String| name.trim().starts_with('E') && name.trim()[1..].starts_with(|c: char| c.is_ascii_digit());
    let examples = names.iter().filter(is_example).count();
    let told = format!("{} cases in {} books: {examples} are the fact sheet's E01–E35", names.len(), files.len());
    assert!(law.contains(&told), "docs/LAW.md should say: {told}");
    assert!(law.contains(&format!("and {} are ours", names.len() - examples)), "ours: {}", names.len() - examples);
}
