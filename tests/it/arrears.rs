use crate::app::{Person, TestApp};
use crate::tenancies::{person, tenancy};
use housing::people::Protection;

/// A tenant who owes nothing yet; the answer is their id.
fn tenant(app: &TestApp, address: &str, name: &str) -> String {
    let (_, id) = tenancy(app, address, person(name, Protection::Ungraded), None);
    let found = app.office().store().read(|tx| husrom::store::tenancies::find(tx, &id));
    found.expect("the store answers").expect("the tenancy is there").tenant
}

#[track_caller]
fn invoice(officer: &Person<'_>, debtor: &str, number: &str, due: &str, left: &str) {
    let typed = [("debtor", debtor), ("number", number), ("due", due), ("amount", left), ("outstanding", left)];
    officer.post("/invoices/new", &typed).expect(303);
}

#[test]
fn debtors_are_listed_with_their_sums_by_age_and_credits_apart() {
    let app = TestApp::new();
    let manager = app.caseworker();
    let (samira, ola) = (tenant(&app, "Granlia 1", "Espevoll, Samira"), tenant(&app, "Granlia 2", "Ås, Ola"));
    invoice(&manager, &samira, "1", "2026-02-20", "7 850");
    invoice(&manager, &samira, "2", "2025-11-01", "1 000,50");
    invoice(&manager, &ola, "3", "2026-01-15", "300");
    invoice(&manager, &ola, "4", "2026-02-01", "-1 070");
    let found = manager.get("/search?q=3").expect(200);
    assert!(!found.has("href=\"/arrears/"), "one letter is not looked for: {found:?}");
    invoice(&manager, &ola, "F0000113", "2026-02-27", "0");
    let found = manager.get("/search?q=F0000113").expect(200);
    assert!(found.has(&format!("href=\"/arrears/{ola}\"")) && found.has("F0000113 Ola Ås"), "{found:?}");
    let list = manager.get("/arrears").expect(200);
    for text in ["8\u{a0}851\u{a0}kr", "1\u{a0}001\u{a0}kr", "01.11.2025", "1\u{a0}070\u{a0}kr", "1–2 av 2"] {
        assert!(list.has(text), "{text}: {list:?}");
    }
    let has = |query: &str| {
        let page = manager.get(&format!("/arrears?{query}")).expect(200);
        (page.has("Espevoll"), page.has("Ås, Ola"))
    };
    assert_eq!(has("age=OVER_90"), (true, false));
    assert_eq!(has("age=TIL_60"), (false, true));
    assert_eq!(has("least=1000"), (true, false));
    assert_eq!(has("show=credit"), (false, true));
    assert_eq!(has("q=samira"), (true, false));
    let csv = manager.get("/arrears?format=csv").expect(200);
    assert!(csv.has("Espevoll, Samira;01.11.2025;2;8850,50;0,00;7850,00;0,00;0,00;1000,50;0,00"), "{csv:?}");
}

#[test]
fn an_invoice_is_changed_with_its_balance_by_day_and_its_history() {
    let app = TestApp::new();
    let (one, other) = (app.caseworker(), app.caseworker());
    let debtor = tenant(&app, "Granlia 1", "Espevoll, Samira");
    invoice(&one, &debtor, "30017", "2026-01-20", "7850");
    let page = one.get(&format!("/arrears/{debtor}")).expect(200);
    let text = page.text();
    let (_, after) = text.split_once("href=\"/invoices/").expect("a link to the invoice");
    let edit = match after.split('"').next() {
        Some(rest) if rest.starts_with("new") => {
            let (_, again) = after.split_once("href=\"/invoices/").expect("another link");
            format!("/invoices/{}", again.split('"').next().unwrap_or_default())
        }
        rest => format!("/invoices/{}", rest.unwrap_or_default()),
    };
    let version = one.get(&edit).expect(200).value("version").expect("a version");
    let typed = |left| {
        [("version", version.as_str()), ("due", "2026-01-20"), ("amount", "7850"), ("outstanding", left), ("step", "1")]
    };
    let more = one.post(&edit, &typed("9000")).expect(422);
    assert!(more.has("Resten kan ikke være større enn beløpet"), "{more:?}");
    one.post(&edit, &typed("5000")).expect(303);
    let conflict = other.post(&edit, &typed("4000")).expect(409);
    assert!(conflict.has("5\u{a0}000,00") && conflict.has("4000"), "{conflict:?}");
    let history = one.get(&edit).expect(200);
    assert!(history.has("<del>7\u{a0}850,00</del>") && history.has("Første purring"), "{history:?}");
    one.post("/invoices/new", &[("debtor", debtor.as_str()), ("number", "30017"), ("outstanding", "1")]).expect(422);
}
