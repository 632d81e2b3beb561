use super::{called, choose, id, waits};
use crate::app::TestApp;
use crate::dwellings::{facts, home};
use husrom::access::Role;
use husrom::office::Actor;
use husrom::office::allocations::{self, Asked, Prices, Worth};
use std::collections::BTreeMap;

fn prices(app: &TestApp, meeting: &str, alone: Option<&Asked>) -> Prices {
    allocations::prices(app.office(), &Actor::operator(), id(meeting), alone).expect("it is solved")
}

#[test]
fn a_home_is_worth_what_is_lost_without_it() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let [one, _other] = ["Granlia 7 H0204", "Granlia 7 H0205"].map(|place| home(app, &facts(place)));
        waits(&officer, "Anna", &[("children", "1"), ("situation", "BEGJAERT")]);
        let team = app.officer(Role::AllocationMember);
        let meeting = called(&team);
        let alike = prices(app, &meeting, None);
        assert!(alike.is_proven);
        let nothing = Worth::Differs { classes: BTreeMap::new(), score: 0 };
        let worths: Vec<&Worth> = alike.homes.iter().map(|home| &home.held_back).collect();
        assert_eq!(worths, [&nothing, &nothing], "the household gets the other home, just as good");
        assert!(team.get(&format!("{meeting}/prices")).expect(200).has("Ingen forskjell"));

        choose(&team, &meeting, &[("kind", "HOLD"), ("dwelling", &one)]).expect(303);
        let left = prices(app, &meeting, None);
        assert_eq!(left.homes.len(), 1, "what is held back is not in the plan");
        let Worth::Differs { classes, score } = &left.homes[0].held_back else { panic!("it is solved in time") };
        assert_eq!(classes.values().collect::<Vec<_>>(), [&-1], "one household loses its home");
        assert!(*score < 0);
        let page = team.get(&format!("{meeting}/prices")).expect(200);
        assert!(page.has("én husstand færre i behovsklasse") && page.has("poeng mindre"), "{page:?}");

        let alone = prices(app, &meeting, Some(&Asked::Moves));
        assert_eq!(alone.homes[0].held_back, Worth::NotSolved, "another one was asked for");
        assert_eq!(alone.moves.map(|(_, worth)| worth), Some(nothing), "nobody would move");
    });
}
