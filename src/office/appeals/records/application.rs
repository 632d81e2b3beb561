//! The application as it was received, what was filled in later, and what it still lacks.

use super::{Fact, Piece, Section, Source, TypedRecord};
use crate::office::{OfficeError, applications, intake};
use crate::store::intake::{Representative, representatives};
use crate::store::{Tx, households, people};
use crate::texts::short_day;
use housing::Date;
use housing::applications::Answers;
use housing::needs::HistoryRow;

/// Facts of the application that its file tells; the office's own, such as its note, are left out.
pub(super) const FACTS: [&str; 10] = [
    "kind",
    "received",
    "size",
    "room_need",
    "rooms",
    "situation",
    "target_groups",
    "wished_area",
    "wheelchair",
    "income",
];

/// What tells, or may tell, where the party lives or is to be found: the home and who lets it, where they would live,
/// and the services and people they are in touch with.
const WHERE_THEY_LIVE: [&str; 8] =
    ["address", "home_address", "landlord", "wished_area", "other_areas", "services", "contact_person", "responsible"];

pub(super) fn record(from: &Source<'_>, tx: &mut Tx<'_>) -> Result<TypedRecord, OfficeError> {
    let (words, application) = (from.words, &from.writing.application);
    let facts = applications::as_facts(application);
    let shown = FACTS.iter().filter(|field| !hidden(from, field));
    let facts = shown.filter_map(|field| Some(applications::told(&words, field, facts.get(*field)?)?.into()));
    let mut sections =
        vec![Section::facts(words.t("record-application-facts"), facts), household(from, tx)?, acting(from, tx)?];
    let by_day = intake::by_day(tx, from.office.secrets(), &application.id)?;
    for (at, (day, said)) in by_day.iter().enumerate() {
        let heading = if at == 0 { "record-application-said" } else { "record-application-later" };
        sections.extend(answers(from, (words.ta(heading, &[("day", &words.day(*day))]), said)));
    }
    let whole =
        intake::opened_whole(tx, from.office.secrets(), (application, &from.writing.party), from.office.today())?;
    let missing = whole.missing.iter().map(|what| words.t(&what.text_key())).collect();
    sections.push(Section::new(words.t("record-application-missing"), vec![Piece::List(missing)]));
    let (id, title) = ("application".to_owned(), words.t("record-application"));
    Ok(TypedRecord { id, title, day: application.received, sections })
}

/// Whether it could tell where somebody lives whose address is protected (`L7.3`).
fn hidden(from: &Source<'_>, field: &str) -> bool {
    from.address_hidden && WHERE_THEY_LIVE.contains(&field)
}

fn household(from: &Source<'_>, tx: &mut Tx<'_>) -> Result<Section, OfficeError> {
    let words = from.words;
    let mut facts = Vec::new();
    for member in households::members(tx, &from.writing.application.household)? {
        let Some(person) = people::find(tx, &member.person)? else { continue };
        let born = person.born.map(|born| words.ta("record-born", &[("day", &short_day(born))]));
        let until = member.until.map(|until| words.ta("record-member-until", &[("day", &short_day(until))]));
        let said = [Some(person.name.to_string()), born, until].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let about = Some(member.person).filter(|id| *id != from.writing.party.id);
        facts.push(Fact { label: words.t(&member.role.text_key()), said, about });
    }
    Ok(Section::facts(words.t("record-household"), facts))
}

/// Those who act for the party. Where they live may be where the party does.
fn acting(from: &Source<'_>, tx: &mut Tx<'_>) -> Result<Section, OfficeError> {
    let words = from.words;
    let told = |one: &Representative| {
        let period = |day: Option<Date>| day.map(short_day).unwrap_or_default();
        let said = format!("{}, {}–{}", one.name, short_day(one.from), period(one.until));
        Fact::new(words.t(&one.role.text_key()), said)
    };
    let acting = representatives(tx, &from.writing.application.id)?;
    Ok(Section::facts(words.t("record-acting"), acting.iter().map(told)))
}

fn answers(from: &Source<'_>, (heading, said): (String, &Answers)) -> Vec<Section> {
    let words = from.words;
    let told = intake::told(&words, said).into_iter();
    let told = told.filter(|told| !hidden(from, &told.field));
    let facts = told.map(|told| {
        let about = from.persons.iter().find(|person| person.id == told.field).map(|person| person.id.clone());
        Fact { label: told.label, said: told.said, about }
    });
    let members = said.members.iter().map(|one| {
        let about = from.persons.iter().find(|person| person.is_called(&one.name)).map(|person| person.id.clone());
        Fact { label: words.t(&one.role.text_key()), said: intake::member(&words, one), about }
    });
    let members = Section::facts(words.t("record-household-said"), members);
    let homes = said.history.iter().map(|row| {
        let place = row.municipality.clone().filter(|_| !from.address_hidden);
        let landlord = row.landlord.clone().filter(|_| !from.address_hidden);
        intake::home(&words, &HistoryRow { municipality: place, landlord, ..row.clone() })
    });
    let history = Section::new(words.t("record-history"), vec![Piece::List(homes.collect())]);
    vec![Section::facts(heading, facts), members, history]
}
