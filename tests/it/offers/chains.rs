use super::{answer, make, refused, waiting, whole};
use crate::app::{DAY, TestApp};
use crate::dwellings::{facts, home};
use housing::dwellings::{DwellingFacts, DwellingStatus};
use housing::offers::{DeclineReason, Outlook};
use husrom::office::offers::Answer;
use husrom::params;
use husrom::store::{StoreError, Tx, cases, offers as store};

/// A meeting that was held.
fn meeting(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO allocation_meeting (municipality, id, day, called_by, rules, version) \
               VALUES ($1, 'meeting', '2026-02-27', 'leder', 'rules', 1)";
    tx.execute(sql, params![tx.municipality()]).map(drop)
}

/// The meeting gives the household of a case a home.
fn place(tx: &mut Tx<'_>, case: &str, (step, to): (i64, &str), from: Option<&str>) -> Result<(), StoreError> {
    let case = cases::find(tx, case)?.expect("the case is there");
    let sql = "INSERT INTO allocation_placement (municipality, id, meeting, household, application, dwelling, \
               from_dwelling, step, chosen, grounds, decided, officer, restricted, is_open, version) \
               VALUES ($1, $2, 'meeting', $3, $4, $5, $6, $7, 'PROPOSED', $8, '2026-02-27', 'leder', 0, 1, 1)";
    let (municipality, grounds, from) = (tx.municipality(), vec![0_u8], from.map(str::to_owned));
    tx.execute(sql, params![municipality, to, &case.household, &case.application, to, from, step, grounds]).map(drop)
}

#[test]
fn what_a_meeting_gave_is_offered_in_its_order_and_a_broken_link_tells_what_still_stands() {
    TestApp::on_each(|app| {
        let officer = app.caseworker();
        let [moves, follows, other] = ["Aas", "Berg", "Dahl"].map(|family| waiting(app, &officer, family));
        let vacant = home(app, &facts("Granlia 7 H0101"));
        let lived_in = home(app, &DwellingFacts { status: DwellingStatus::Let, ..facts("Lia 2 H0101") });
        assert_eq!(refused(make(app, &follows, &lived_in)), ["offer-problem-lived-in"]);
        let placed = app.office().store().write(|tx| {
            meeting(tx)?;
            place(tx, &moves, (1, &vacant), Some(&lived_in))?;
            place(tx, &follows, (2, &lived_in), None)
        });
        placed.expect("the meeting is kept");
        assert_eq!(refused(make(app, &other, &vacant)), ["offer-problem-promised"]);

        let first = make(app, &moves, &vacant).expect("the meeting gave it");
        assert_eq!(whole(app, &first).chain, [], "it stands alone so far");
        let second = make(app, &follows, &lived_in).expect("whoever lives there is about to move");
        let outlooks = || whole(app, &second).chain.into_iter().map(|link| link.outlook).collect::<Vec<_>>();
        assert_eq!(outlooks(), [Outlook::Stands, Outlook::Stands]);
        answer(app, &first, Answer::No(DeclineReason::ChangedMind), DAY).expect("the first backs out");
        assert_eq!(outlooks(), [Outlook::Broken, Outlook::Falls { because_of: first.clone() }]);
        let left = app.office().store().read(store::placements).expect("they can be read");
        assert_eq!(left.into_keys().collect::<Vec<_>>(), [lived_in], "the placement ended with its offer");
        make(app, &other, &vacant).expect("it is free for others");
    });
}
