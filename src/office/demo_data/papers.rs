//! What people have handed in, and who is expected, in the made-up office.

use super::desk::Desk;
use crate::office::documents::{AuthorityOf, File, HandedIn, hand_in};
use crate::office::expected::{self, NewExpected};
use crate::office::intake::Applicant;
use crate::office::{Office, OfficeError};
use crate::store::Slice;
use crate::store::applications::{self as store, Filter, SortBy, StatusFilter};
use housing::Date;
use housing::applications::{ApplicationStatus, Enclosure, LeavesPlace};
use housing::calendar::add_days;
use housing::expected::ExpectedFacts;
use housing::people::{Name, PersonFacts, Protection};

const PAPERS: [(Enclosure, &str, &str); 3] = [
    (Enclosure::Income, "Lønnsslipp", "Utbetalt lønn siste måned: 24 180 kroner. Oppdiktet dokument."),
    (Enclosure::LeaseEnds, "Oppsigelse fra utleier", "Leieforholdet er sagt opp av utleier. Oppdiktet dokument."),
    (Enclosure::Health, "Uttalelse fra lege", "Pasienten bør bo uten trapper. Oppdiktet dokument."),
];

/// Family name, given name, days from today, what kind of place, what it is called, what is needed.
const EXPECTED: [(&str, &str, i32, LeavesPlace, &str, &str); 3] = [
    ("Falk", "Embrik", 9, LeavesPlace::Prison, "Skoddevåg fengsel", "Bolig uten rusmiljø, oppfølging fra første dag"),
    ("Sæle", "Torgunn", 23, LeavesPlace::Hospital, "Skoddevåg sykehus", "Trinnfri bolig etter opptrening"),
    ("Rygg", "Odin", 61, LeavesPlace::Institution, "Fjellheim behandling", "Egen bolig, helst i sentrum"),
];

/// Hands in papers on the applications that have been worked with longest, and registers who is expected.
pub(super) fn bring(office: &Office, desk: &Desk, today: Date) -> Result<(), OfficeError> {
    let status = StatusFilter::Is(ApplicationStatus::InProgress);
    let filter = Filter { status: Some(status), ..Filter::default() };
    let slice = Slice { most: 4, offset: 0 };
    let oldest = office.store().read(|tx| store::list(tx, &filter, (SortBy::Received, false), slice))?;
    for (listed, (kind, title, text)) in oldest.iter().zip(PAPERS.iter().cycle()) {
        let day = add_days(listed.application.received, 2).min(today);
        let said = HandedIn {
            application: listed.application.id.clone(),
            case: None,
            kind: *kind,
            title: (*title).to_owned(),
            day,
            authority_of: Some(AuthorityOf::Nobody),
        };
        let file = File { name: format!("{title}.txt"), content: text.as_bytes().to_vec() };
        hand_in(office, &desk.writer, &said, vec![file])?;
    }
    for (family, given, days, place, place_name, need) in EXPECTED {
        let person = PersonFacts {
            name: Name { family: family.to_owned(), given: given.to_owned() },
            identity: None,
            born: Some(add_days(today, -12_000 - 37 * days)),
            telephone: None,
            email: None,
            protection: Protection::Ungraded,
            protection_to_check: false,
        };
        let facts = ExpectedFacts {
            place,
            place_name: Some(place_name.to_owned()),
            day: add_days(today, days),
            about: days > 30,
            contact: "Sosialkonsulent Vik".to_owned(),
            contact_telephone: None,
            need: Some(need.to_owned()),
            officer: Some(desk.writer.id.clone()),
        };
        let person = Applicant::New { facts: Box::new(person), another: true };
        expected::register(office, &desk.writer, &NewExpected { person, facts })?;
    }
    Ok(())
}
