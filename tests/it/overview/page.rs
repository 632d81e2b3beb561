//! What people see of it.

use super::world::settle;
use crate::app::TestApp;
use husrom::access::Role;

#[test]
fn an_empty_register_has_an_overview() {
    let app = TestApp::new();
    let page = app.caseworker().get("/overview").expect(200);
    assert!(page.has("<h1>Oversikt</h1>") && page.has("01.03.2026"));
}

#[test]
fn figures_open_to_their_rows() {
    let app = TestApp::new();
    settle(app.office());
    let leader = app.leader();
    let today = leader.get("/overview").expect(200);
    assert!(today.has(r#"href="/dwellings?status=LEDIG&#38;rooms=3""#), "today's lists need no day");
    assert!(today.has(r#"href="/tenancies?lease=expired""#));
    let earlier = leader.get("/overview?on=2026-01-16").expect(200);
    assert!(earlier.has(r#"href="/dwellings?status=LEDIG&#38;rooms=3&#38;on=2026-01-16""#));
    assert!(earlier.has("16.01.2026"));
}

#[test]
fn nobody_is_led_to_a_list_they_may_not_see() {
    let app = TestApp::new();
    settle(app.office());
    let page = app.officer(Role::PropertyManager).get("/overview").expect(200);
    assert!(page.has("/dwellings?") && page.has("/tenancies?"));
    assert!(!page.has("/applications?"));
    let page = app.officer(Role::AllocationMember).get("/overview").expect(200);
    assert!(page.has("/applications?") && !page.has("/arrears?"));
}

#[test]
fn a_day_that_is_none_is_said_and_today_shown() {
    let app = TestApp::new();
    let page = app.caseworker().get("/overview?on=31.02.2025").expect(200);
    assert!(page.has("«31.02.2025» er ikke en dato") && page.has("01.03.2026"));
}

#[test]
fn every_table_is_a_file_with_the_same_numbers() {
    let app = TestApp::new();
    settle(app.office());
    let caseworker = app.caseworker();
    let rooms = caseworker.get("/overview?on=2026-03-01&format=csv&table=rooms").expect(200);
    assert!(rooms.has("Størrelse;Boliger;Utleid;Ledig"), "{rooms:?}");
    assert!(rooms.has("2-roms;2;1;1") && rooms.has("I alt;4;2;2"));
    assert!(rooms.header("content-disposition").contains("oversikt-rooms-2026-03-01.csv"));
    let page = caseworker.get("/overview").text();
    let tables = page.split("format=csv&#38;table=").skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
    let tables: Vec<&str> = tables.collect();
    assert_eq!(tables.len(), 14);
    for table in tables {
        caseworker.get(&format!("/overview?format=csv&table={table}")).expect(200);
    }
    caseworker.get("/overview?format=csv&table=nothing").expect(404);
    let workbook = caseworker.get("/overview?format=xlsx").expect(200);
    assert!(workbook.bytes.starts_with(b"PK"));
}
