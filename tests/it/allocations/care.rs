use super::{called, close, waits};
use crate::app::TestApp;
use crate::dwellings::{facts, home};
use housing::dwellings::{Category, DwellingFacts};

#[test]
fn a_care_home_goes_to_whoever_is_granted_one_and_can_be_offered() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        home(app, &DwellingFacts { category: Category::CareHome, ..facts("Solbakken 2 H0101") });
        waits(&officer, "Anna", &[]);
        waits(&officer, "Bo", &[("kind", "OMS")]);
        let team = app.leader();
        let meeting = called(&team);
        close(&team, &meeting).expect(303);
        let minutes = officer.get(&meeting).expect(200);
        assert!(minutes.has("2026/00002 → Solbakken 2"), "not to who is granted another kind: {minutes:?}");
        let text = minutes.text();
        let (_, link) = text.split_once("href=\"/offers/new?").expect("the offer is made from the minutes");
        let (query, _) = link.split_once('"').expect("its end");
        let address = format!("/offers/new?{}", query.replace("&#38;", "&").replace("&amp;", "&"));
        let page = officer.get(&address).expect(200);
        assert!(page.has("Solbakken 2") && page.has("Tildelt i møtet"), "{page:?}");
        let case = page.value("case").expect("a form");
        let dwelling = address.split_once("dwelling=").expect("the home that was given").1;
        let chosen = [("case", case.as_str()), ("dwelling", dwelling), ("from", "2026-04-01")];
        let offer = officer.post("/offers/new", &chosen).expect(303).location().to_owned();
        let offer = officer.get(&offer).expect(200);
        assert!(offer.has("Hvorfor denne boligen") && offer.has("Passer"), "{offer:?}");
        assert!(officer.get(&meeting).expect(200).has("Se tilbudet"));

        // What is promised by an offer, a meeting does not give again, though it let the placement go.
        let placement = team.get(&meeting).expect(200).text();
        let (_, rest) = placement.split_once("/placements/").expect("it waits for its answer");
        let (placement, _) = rest.split_once('/').expect("an address");
        team.post(&format!("{meeting}/placements/{placement}/release"), &[]).expect(303);
        assert!(!team.get(&called(&team)).expect(200).has("Solbakken 2"), "it is promised");
    });
}
