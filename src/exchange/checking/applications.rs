//! Rows of applications.

use housing::applications::{ApplicationFacts, ApplicationStatus};
use housing::dwellings::Rooms;
use housing::people::HouseholdSize;
use housing::written::{self, HouseholdTold};

use super::people;
use super::row::{RowReader, is_dash, or_dash};
use crate::exchange::fields::Field;
use crate::exchange::problem::Problem;

/// A net income per month above this, in kroner, is a slip of the pen.
const LARGEST_INCOME: u32 = 500_000;

pub fn read(row: &mut RowReader<'_>) -> Option<ApplicationFacts> {
    let received = row.past_day(Field::Received);
    if received.is_none() && row.text(Field::Received).is_none() {
        row.reject(Some(Field::Received), Problem::ReceivedMissing);
    }
    let applicant = people::read(row);
    let nobody_named = [Field::Name, Field::FamilyName, Field::GivenName, Field::Identity]
        .into_iter()
        .all(|field| row.text(field).is_none());
    if nobody_named {
        row.reject(Some(Field::Name), Problem::NameMissing);
    }
    let decided = row.past_day(Field::Decided);
    if let (Some(received), Some(decided)) = (received, decided)
        && decided < received
    {
        row.reject(Some(Field::Decided), Problem::DecidedBeforeReceived { received, decided });
    }
    let facts = ApplicationFacts {
        kind: None,
        size: size(row),
        situation: row.code(Field::Situation, "situation"),
        target_groups: row.codes(Field::TargetGroup, "target-group"),
        rooms: rooms(row),
        wished_area: row.owned(Field::WishedArea),
        wheelchair: row.yes_no(Field::Wheelchair),
        income: row.monthly(Field::Income, LARGEST_INCOME),
        status: status(row),
        decided,
        officer: row.owned(Field::Officer),
        note: row.note(),
        applicant: applicant?,
        received: received?,
    };
    Some(facts)
}

/// From one column, or from those for adults, children and all persons.
fn size(row: &mut RowReader<'_>) -> Option<HouseholdSize> {
    let told = row.read(Field::Household, |text| match written::persons(text) {
        // A bare number counts people; only of one person it is known that there is no child.
        Ok(1) => Ok(HouseholdTold { adults: Some(1), children: Some(0) }),
        Ok(_) => Ok(HouseholdTold::default()),
        Err(_) if is_dash(text) => Ok(HouseholdTold::default()),
        Err(_) => written::household_as_told(text),
    });
    let told = told.unwrap_or_default();
    let children = row.read(Field::Children, or_dash(written::adults_or_children)).flatten().or(told.children);
    let adults = row.read(Field::Adults, or_dash(written::adults_or_children)).flatten().or(told.adults);
    // A column for the household may hold the number of persons in it alone.
    let alone = row.text(Field::Household).and_then(|text| written::adults_or_children(&text).ok());
    let persons = row.read(Field::Persons, or_dash(written::persons)).flatten().or(alone);
    let blank_is_none = row.has(Field::Children).then_some(0);
    let size = match (adults, children, persons) {
        (Some(adults), children, _) => children.or(blank_is_none).map(|children| HouseholdSize { adults, children }),
        (None, children, Some(persons)) if row.has(Field::Children) => {
            let children = children.unwrap_or(0);
            persons.checked_sub(children).map(|adults| HouseholdSize { adults, children })
        }
        (None, None, Some(1)) => Some(HouseholdSize { adults: 1, children: 0 }),
        (None, _, _) => None,
    };
    if let (None, Some(text)) = (size, row.text(Field::Household).filter(|text| !is_dash(text)))
        && written::persons(&text).is_err()
    {
        row.note_unknown(Field::Household, &text);
    }
    size
}

/// The home asked for. A wish that is not understood is noted: the application has come in all the same.
fn rooms(row: &mut RowReader<'_>) -> Option<Rooms> {
    let own = row.read_if_understood(Field::Rooms, written::rooms);
    own.or_else(|| row.read_if_understood(Field::Bedrooms, written::bedrooms))
}

/// An application nobody has given a status is a new one.
fn status(row: &mut RowReader<'_>) -> ApplicationStatus {
    let Some(text) = row.text(Field::Status).filter(|text| !is_dash(text)) else { return ApplicationStatus::Received };
    row.vocabulary.code("application-status", &text).unwrap_or_else(|| {
        row.reject(Some(Field::Status), Problem::StatusUnknown { found: text.into_owned() });
        ApplicationStatus::Received
    })
}
