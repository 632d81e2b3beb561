//! How allocation goes: each stretch from decision to home, what empty homes waited for, and the rows behind.

use super::{Answer, Move, act, answer, make, waiting, write_letter};
use crate::app::{DAY, TestApp};
use crate::decisions::{GRANT, cases, decide, send_all, set_up_letters};
use crate::dwellings::{facts, home};
use housing::dwellings::{DwellingFacts, DwellingStatus};
use housing::offers::DeclineReason;
use husrom::store::journal::{Filter, list};
use jiff::civil::date;

#[test]
fn how_long_it_took_and_what_homes_waited_for_opens_to_its_rows() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, leader) = (app.caseworker(), app.leader());
        let [given, refused] = ["H0101", "H0102"].map(|unit| home(app, &facts(&format!("Granlia 7 {unit}"))));
        let mended = facts("Granlia 9 H0101");
        let status = DwellingStatus::BeingPrepared;
        home(app, &DwellingFacts { status, status_since: Some(date(2026, 2, 20)), ..mended });
        let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
        decide(&officer, &leader, &case, &GRANT);
        let yes = make(app, case.trim_start_matches("/cases/"), &given).expect("it is vacant");
        let no = make(app, &waiting(app, &officer, "Aas"), &refused).expect("it is vacant too");
        write_letter(app, &yes);
        write_letter(app, &no);
        send_all(&officer, "2026-03-01");
        answer(app, &yes, Answer::Yes, DAY).expect("in time");
        answer(app, &no, Answer::No(DeclineReason::Stairs), DAY).expect("in time");
        act(app, &yes, &Move::AgreeTenancy { from: date(2026, 4, 1) }).expect("nobody lives there");

        let page = leader.get("/allocations/numbers?on=2026-04-15").expect(200);
        for text in [
            "2 tilbud er gitt i tiden",
            "lengst 31 dager, av 1 tilbud",
            "Klargjøring eller rehabilitering",
            "vacancy=INNFLYTTING#rows",
            "/offers?from=2025-04-15&#38;on=2026-04-15&#38;reason=TRAPPER",
        ] {
            assert!(page.has(text), "{text}: {page:?}");
        }
        let opened = |query: &str| leader.get(&format!("/allocations/numbers?on=2026-04-15&{query}")).expect(200);
        let slow = opened("time=JA_INNFLYTTING&group=none");
        assert!(slow.has(&format!("/offers/{yes}")) && slow.has("Granlia 7 H0101"), "{slow:?}");
        assert!(!opened("time=JA_INNFLYTTING&group=FLYKT").has(&format!("/offers/{yes}")));
        // The home stood ready from 15 January, was promised and accepted on 1 March, and let from 1 April.
        let reserved = opened("vacancy=INNFLYTTING");
        for text in ["Granlia 7 H0101", "01.03.2026", "31.03.2026", "31 dager"] {
            assert!(reserved.has(text), "{text}: {reserved:?}");
        }
        let ready = opened("vacancy=TILBUD");
        assert!(ready.has("45 dager") && ready.has("28.02.2026") && ready.has("venter fortsatt"), "{ready:?}");
        assert!(opened("vacancy=KLARGJORING").has("Granlia 9 H0101"));
        app.auditor().get("/journal").expect(200);
        let looks = Filter { kind: Some("allocation".into()), most: 20, ..Filter::default() };
        let looks = app.office().store().read(|tx| list(tx, &looks)).expect("the journal is there");
        let opened = looks.iter().any(|sealed| sealed.entry.details.contains(r#""opened":{"vacancy":"KLARGJORING"}"#));
        assert!(opened, "what was opened is in the journal: {looks:?}");
    });
}
