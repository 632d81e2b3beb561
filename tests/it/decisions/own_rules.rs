//! What the municipality's own rules say of leases and of the body that hears appeals, in its decisions and letters.

use super::{GRANT, cases, decide, letter, send_all, set_up_letters};
use crate::app::{Person, TestApp};
use crate::appeals::{register, step};
use crate::documents::text_of;
use crate::rule_sets::{filled_in, send};

/// Rules from a day that name an appeal body, with leases of four years and of seven with children.
fn rules(app: &TestApp, day: &str, body: &str) -> crate::app::Page {
    let administrator = app.administrator();
    let form = administrator.get("/rule-sets/new?from=standard").expect(200);
    let more = [
        ("valid_from", day),
        ("appeal_body", body),
        ("lease.years", "4"),
        ("lease.years_with_children", "7"),
        ("lease.child_until_age", "17"),
    ];
    send(&administrator, &filled_in(&form, &more), "save")
}

fn proposed(officer: &Person<'_>, case: &str) -> Option<String> {
    officer.post(&format!("{case}/decision"), &[("outcome", "INNVILGET"), ("form", "NB")]).expect(303);
    officer.get(&format!("{case}/decision")).expect(200).value("lease_months")
}

#[test]
fn the_lease_is_proposed_by_the_rules_for_those_with_children_and_without() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let [_, before] = cases(&officer, "Fossum", "Gry", &[]);
        assert_eq!(proposed(&officer, &before).as_deref(), Some("60"), "the shipped rules: five years with children");
        rules(app, "2026-02-01", "").expect(303);
        let [_, with_children] = cases(&officer, "Fossum", "Liv", &[]);
        assert_eq!(proposed(&officer, &with_children).as_deref(), Some("84"));
        let (_, page) = crate::assessments::applied(&officer, "Gry", &[]);
        assert_eq!(proposed(&officer, &page.replace("/assessment", "")).as_deref(), Some("48"));
    });
}

#[test]
fn letters_name_the_body_of_the_rules_that_the_decision_was_made_on() {
    TestApp::on_each(|app| {
        set_up_letters(app);
        let (officer, colleague, leader) = (app.caseworker(), app.caseworker(), app.leader());
        let [help, unnamed] = cases(&officer, "Fossum", "Gry", &[]);
        decide(&officer, &leader, &unnamed, &GRANT);
        let told = |place: &str| text_of(&officer.get(place).expect(200).bytes);
        assert!(told(&letter(&officer, &unnamed)).contains("ommunens klagenemnd"), "nobody has named it");

        let refused = rules(app, "2026-02-01", "Statsforvalteren i Trøndelag").expect(422);
        assert!(refused.has("forvaltningsloven § 28, L1.1"), "{refused:?}");
        rules(app, "2026-02-01", "Formannskapet som klageorgan").expect(303);
        let [_, case] = cases(&officer, "Fossum", "Liv", &[]);
        decide(&officer, &leader, &case, &GRANT);
        assert!(told(&letter(&officer, &case)).contains("Formannskapet som klageorgan"));
        // What is decided by the act is heard by the state, whatever the municipality's rules say.
        let refusal = [("outcome", "AVSLAG"), ("form", "NB"), ("conclusion", "Nei."), ("reasons", "Bor trygt i dag.")];
        let refusal = [&refusal[..], &[("refusal_grounds", "ANNET"), ("follow_up", "IKKE_BEHOV")]].concat();
        let refusal = [&refusal[..], &[("follow_up_reason", "Klarer seg selv.")]].concat();
        decide(&officer, &leader, &help, &refusal);
        let of_the_act = told(&letter(&officer, &help));
        assert!(of_the_act.contains("Statsforvalteren") && !of_the_act.contains("Formannskapet"), "{of_the_act}");

        // New rules do not move an appeal on what was decided before them.
        send_all(&officer, "2026-03-01");
        rules(app, "2026-02-15", "Kommunens nye nemnd").expect(303);
        register(&officer, &case, "2026-03-01").expect(303);
        step(&officer, &case, "time", &[]).expect(303);
        step(&colleague, &case, "reconsider", &[("reconsideration", "OPPRETTHOLDT")]).expect(303);
        step(&colleague, &case, "forward", &[("reason", "Fire rom er nok.")]).expect(303);
        let file = colleague.post(&format!("{case}/bundle"), &[("for", "body")]).expect(200);
        let file = text_of(&file.bytes);
        assert!(file.contains("Formannskapet som klageorgan") && !file.contains("Kommunens nye nemnd"), "{file}");
    });
}
