use crate::app::{Page, Person, TestApp};
use crate::decisions::{GRANT, cases, decide, send_all, set_up_letters};
use crate::dwellings::{facts, home};

fn post(officer: &Person<'_>, offer: &str, verb: &str, fields: &[(&str, &str)]) -> Page {
    let version = officer.get(offer).expect(200).value("version").expect("something can be done");
    let mut all = vec![("version", version.as_str())];
    all.extend(fields);
    officer.post(&format!("{offer}/{verb}"), &all)
}

#[test]
fn an_offer_is_made_from_the_case_and_followed_on_its_page_the_list_and_the_home() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
    let id = case.trim_start_matches("/cases/");
    let home = home(&app, &facts("Granlia 7 H0101"));
    assert!(officer.get("/offers").expect(200).has("Ingen tilbud ennå"));
    assert!(!officer.get(&case).expect(200).has("/offers/new"), "nothing is granted yet");
    decide(&officer, &leader, &case, &GRANT);
    assert!(officer.get(&case).expect(200).has("/offers/new?case="));
    let choice = officer.get(&format!("/offers/new?case={id}")).expect(200);
    assert!(choice.has("Granlia 7 H0101") && choice.has("For få rom") && choice.has("value=\"36\""), "{choice:?}");

    let terms = [("case", id), ("from", "2026-04-01"), ("lease_months", "36")];
    let refused = officer.post("/offers/new", &terms).expect(422);
    assert!(refused.has("Velg boligen som tilbys."), "{refused:?}");
    let chosen = [terms.as_slice(), &[("dwelling", home.as_str())]].concat();
    let offer = officer.post("/offers/new", &chosen).expect(303).location().to_owned();
    assert!(officer.get(&format!("/offers/new?case={id}")).expect(200).has("Ingen bolig å tilby"));

    post(&officer, &offer, "letter", &[]).expect(303);
    assert!(officer.get(&offer).expect(200).has("Brevet ligger i køen"));
    send_all(&officer, "2026-03-01");
    let page = officer.get(&offer).expect(200);
    for text in ["Venter på svar", "Svar innen 13.03.2026", "7\u{a0}850\u{a0}kr", "36 måneder"] {
        assert!(page.has(text), "{text}: {page:?}");
    }
    assert!(officer.get("/work?whose=all").expect(200).has("Svar på tilbud 13.03.2026"));
    assert!(officer.get(&format!("/dwellings/{home}")).expect(200).has("Tilbudt, svar innen 13.03.2026"));

    assert!(!officer.get(&format!("/dwellings/{home}")).expect(200).has("/tenancies/new"), "it is promised");

    let no = [("step", "answer"), ("answer", "no"), ("answered", "2026-03-01")];
    assert!(post(&officer, &offer, "steps", &no).expect(422).has("Velg hvorfor."));
    let yes = [("step", "answer"), ("answer", "yes"), ("answered", "2026-03-01"), ("note", "Ringte tilbake")];
    post(&officer, &offer, "steps", &yes).expect(303);
    post(&officer, &offer, "steps", &[("step", "plan"), ("from", "2026-04-01")]).expect(303);
    let stale = officer.post(&format!("{offer}/steps"), &[("version", "1"), ("step", "agree"), ("from", "2026-04-01")]);
    assert!(stale.expect(409).has("Noen andre har gjort noe med tilbudet"));
    post(&officer, &offer, "steps", &[("step", "agree"), ("from", "2026-04-01")]).expect(303);
    let page = officer.get(&offer).expect(200);
    assert!(page.has("Leieforhold avtalt") && page.has("/tenancies/") && page.has("Ringte tilbake"), "{page:?}");

    let list = officer.get("/offers?step=KONTRAKT").expect(200);
    assert!(list.has("Granlia 7 H0101") && list.has("Fossum, Gry") && list.has("0 boliger er lovet bort"), "{list:?}");
    assert!(officer.get("/offers?step=open").expect(200).has("Ingen tilbud passer"));
    assert!(officer.get("/offers?on=2026-02-28").expect(200).has("Ingen tilbud passer"), "it was made the day after");

    let numbers = officer.get("/offers/numbers").expect(200);
    for text in
        ["Fra vedtak til innflytting", "31 dager", "/offers?from=2025-03-01&#38;on=2026-03-01&#38;step=KONTRAKT"]
    {
        assert!(numbers.has(text), "{text}: {numbers:?}");
    }
    assert!(officer.get("/offers/numbers?on=2026-02-28").expect(200).has("Ingen tilbud i denne tiden"));
    let file = officer.get("/offers?format=csv").expect(200);
    assert!(file.has("Leieforhold avtalt") && file.has("01.04.2026"), "{file:?}");
}

#[test]
fn an_offer_taken_back_says_what_the_household_is_told() {
    let app = TestApp::new();
    set_up_letters(&app);
    let (officer, leader) = (app.caseworker(), app.leader());
    let [_, case] = cases(&officer, "Fossum", "Gry", &[]);
    decide(&officer, &leader, &case, &GRANT);
    let home = home(&app, &facts("Granlia 7 H0101"));
    let fields = [("case", case.trim_start_matches("/cases/")), ("dwelling", &home), ("from", "2026-04-01")];
    let offer = officer.post("/offers/new", &fields).expect(303).location().to_owned();
    let withdraw =
        |fields: &[(&str, &str)]| post(&officer, &offer, "steps", &[&[("step", "withdraw")], fields].concat());
    assert!(withdraw(&[("told", "Brann")]).expect(422).has("Velg hvorfor."));
    let reason = ("withdraw_reason", "BOLIGEN_KAN_IKKE_BRUKES");
    assert!(withdraw(&[reason]).expect(422).has("Skriv hva husstanden får vite."));
    withdraw(&[reason, ("told", "Brann")]).expect(303);
    let page = officer.get(&offer).expect(200);
    assert!(page.has("Boligen kan ikke brukes: Brann") && page.has("teller ikke mot husstanden"), "{page:?}");
    assert!(!officer.get(&format!("/dwellings/{home}")).expect(200).has("Lovet bort"));
}
