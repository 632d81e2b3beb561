//! Two people have the same page open and save one after the other. The second is shown both versions side by side,
//! with what was typed kept, and saves on top of the first with eyes open.

use crate::app::{Page, Person, TestApp};
use crate::dwellings::{facts, home};
use crate::people::enter;
use crate::tenancies::{person, tenancy};
use housing::people::Protection;
use husrom::store::units;
use jiff::civil::date;

/// The second of two saves of `forms` on the version that `page` shows; `words` are what stands in the two, as read.
#[track_caller]
fn both_are_shown(app: &TestApp, page: &str, address: &str, forms: [&[(&str, &str)]; 2], words: [&str; 2]) -> Page {
    let (first, second) = (app.caseworker(), app.caseworker());
    both_are_shown_to([&first, &second], page, address, forms, words)
}

#[track_caller]
fn both_are_shown_to(
    [first, second]: [&Person<'_>; 2],
    page: &str,
    address: &str,
    [theirs, yours]: [&[(&str, &str)]; 2],
    words: [&str; 2],
) -> Page {
    let version = second.get(page).expect(200).value("version").expect("a form with a version");
    let on = |version: &str, fields: &[(&str, &str)]| {
        let mut fields = fields.to_vec();
        fields.push(("version", version));
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
    };
    let post = |who: &Person<'_>, fields: Vec<(String, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        who.post(address, &fields)
    };
    post(first, on(&version, theirs)).expect(303);
    let conflict = post(second, on(&version, yours)).expect(409);
    let text = conflict.text();
    let (_, table) = text.split_once("table conflict").expect("both versions in a table");
    let (table, _) = table.split_once("</table>").expect("a whole table");
    for word in words {
        assert!(table.contains(word), "{word} is not among {table}");
    }
    let fresh = conflict.value("version").expect("the form is there again");
    post(second, on(&fresh, yours)).expect(303);
    conflict
}

#[test]
fn the_status_of_a_home() {
    let app = TestApp::new();
    let page = format!("/dwellings/{}", home(&app, &facts("Granlia 7")));
    let theirs: &[_] = &[("status", "REHAB"), ("from", "2026-02-10")];
    let yours: &[_] = &[("status", "SPERRET"), ("from", "20.02.2026")];
    let words = ["Rehabiliteres, ute av drift", "Sperret"];
    let conflict = both_are_shown(&app, &page, &format!("{page}/status"), [theirs, yours], words);
    assert!(conflict.has("<td>20.02.2026</td><td>10.02.2026</td>"), "{conflict:?}");
}

#[test]
fn the_status_of_an_application() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Sand", "Liv", &[]);
    let applicant = person.trim_start_matches("/people/");
    let typed = [("applicant", applicant), ("received", "2026-01-10"), ("kind", "NY")];
    let page = officer.post("/applications/new", &typed).expect(303).location().to_owned();
    let theirs: &[_] = &[("status", "BORTFALT"), ("from", "2026-02-01")];
    let yours: &[_] = &[("status", "TRUKKET"), ("from", "2026-02-03")];
    both_are_shown(&app, &page, &format!("{page}/status"), [theirs, yours], ["Vedtaket er falt bort", "Trukket"]);
}

#[test]
fn the_lease_and_the_move_of_a_tenancy() {
    let app = TestApp::new();
    let tenant = person("Moe, Kari", Protection::Ungraded);
    let (_, id) = tenancy(&app, "Granlia 7", tenant, Some(date(2026, 8, 31)));
    let page = format!("/tenancies/{id}");
    let theirs: &[_] = &[("kind", "TIDSB"), ("lease_until", "2027-05-31")];
    let yours: &[_] = &[("kind", "TIDSU"), ("lease_until", "")];
    both_are_shown(&app, &page, &format!("{page}/renewal"), [theirs, yours], ["31.05.2027", "Tidsubestemt"]);

    let (first, second) = (app.caseworker(), app.caseworker());
    let version = second.get(&page).expect(200).value("version").expect("a form");
    let on =
        |day: &'static str| [("version", version.clone()), ("moved_out", day.to_owned()), ("reason", "EIE".to_owned())];
    let post = |who: &Person<'_>, day| {
        let fields = on(day);
        who.post(&format!("{page}/move-out"), &fields.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    post(&first, "2026-02-20").expect(303);
    let conflict = post(&second, "2026-02-28").expect(409);
    assert!(conflict.has("<td>28.02.2026</td><td>20.02.2026</td>"), "{conflict:?}");
}

#[test]
fn the_size_of_a_household() {
    let app = TestApp::new();
    let officer = app.caseworker();
    let person = enter(&officer, "Sand", "Liv", &[]);
    let page = officer.post("/households/new", &[("person", person.trim_start_matches("/people/"))]).expect(303);
    let page = page.location().to_owned();
    let theirs: &[_] = &[("adults", "2"), ("children", "0")];
    let yours: &[_] = &[("adults", "1"), ("children", "3")];
    let words = ["<td>1</td><td>2</td>", "<td>3</td><td>0</td>"];
    both_are_shown(&app, &page, &format!("{page}/size"), [theirs, yours], words);
}

#[test]
fn the_protection_of_a_person() {
    let app = TestApp::new();
    let (first, second) = (app.insider(), app.insider());
    let page = enter(&first, "Sand", "Liv", &[]);
    let theirs: &[_] = &[("protection", "FORTROLIG"), ("reason", "Melding fra folkeregisteret")];
    let yours: &[_] = &[("protection", "STRENGT"), ("reason", "Telefon fra politiet")];
    let words = ["Fortrolig adresse", "Telefon fra politiet"];
    both_are_shown_to([&first, &second], &page, &format!("{page}/protection"), [theirs, yours], words);
}

#[test]
fn the_name_of_a_unit() {
    let app = TestApp::new();
    let (first, second) = (app.administrator(), app.administrator());
    first.post("/units", &[("name", "Boligkontoret")]).expect(303);
    let unit = app.office().store().read(units::all).expect("the store works")[0].id.clone();
    let (theirs, yours): (&[_], &[_]) = (&[("name", "Boligtjenesten")], &[("name", "Bolig og omsorg")]);
    let words = ["Boligtjenesten", "Bolig og omsorg"];
    both_are_shown_to([&first, &second], "/units", &format!("/units/{unit}"), [theirs, yours], words);
}
