//! The person of a row: tenant, applicant or debtor.

use housing::Date;
use housing::dwellings::DwellingStatus;
use housing::identity::IdentityNumber;
use housing::people::{Name, PersonFacts, Protection};
use housing::written;

use super::row::{RowReader, is_dash};
use crate::exchange::fields::Field;
use crate::exchange::problem::Problem;

/// A note is no longer that says a code for protection and nothing else: `Kode 6/7!`
const LONGEST_CODE: usize = 10;

/// Reads the person of a row; `None` when the row names nobody, or when something is wrong.
pub fn read(row: &mut RowReader<'_>) -> Option<PersonFacts> {
    let name = name(row);
    let day = row.today;
    let own_born = row.birth_day(Field::Born);
    let identity = row.read(Field::Identity, |text| identity(text, own_born, day)).flatten();
    let born = own_born.or_else(|| identity.as_ref().and_then(IdentityNumber::born));
    if let Some(day) = born.filter(|born| *born > row.today) {
        row.reject(Some(Field::Identity), Problem::DayInFuture { day });
    }
    if name.is_none() && identity.is_some() {
        row.reject(Some(Field::Name), Problem::NameMissing);
    }
    let protection = protection(row);
    Some(PersonFacts {
        name: name?,
        identity,
        born,
        telephone: row.owned(Field::Telephone),
        email: row.owned(Field::Email),
        protection: protection.unwrap_or(Protection::Ungraded),
        protection_to_check: protection.is_some(),
    })
}

/// Whether the row says that nobody lives there, in place of a name.
pub fn says_nobody(row: &mut RowReader<'_>) -> bool {
    let mut says = |field| row.text(field).is_some_and(|text| is_nobody(row, &text));
    says(Field::Name) || says(Field::FamilyName)
}

/// What the row says of the home in place of its tenant's name: `oppussing`, `ledig fra 01.04`.
pub fn status_for_name(row: &mut RowReader<'_>) -> Option<DwellingStatus> {
    let text = row.text(Field::Name).or_else(|| row.text(Field::FamilyName))?;
    is_nobody(row, &text).then(|| row.vocabulary.code("dwelling-status", &text)).flatten()
}

/// Whether it is said in place of a name that nobody lives there, or what is being done to the home meanwhile.
fn is_nobody(row: &RowReader<'_>, text: &str) -> bool {
    let says_since = || written::since(text, row.today.year()).is_some();
    row.vocabulary.is_nobody(text)
        || row.vocabulary.is_whole_word("dwelling-status", text)
        || (says_since() && row.vocabulary.code::<DwellingStatus>("dwelling-status", text).is_some())
}

fn name(row: &mut RowReader<'_>) -> Option<Name> {
    let family = row.owned(Field::FamilyName).filter(|text| !is_nobody(row, text));
    let given = row.owned(Field::GivenName);
    match (family, given) {
        (Some(family), given) => Some(Name { family, given: given.unwrap_or_default() }),
        (None, Some(given)) => Name::read(&given),
        (None, None) => {
            let text = row.owned(Field::Name)?;
            if is_nobody(row, &text) { None } else { Name::read(&text) }
        }
    }
}

fn identity(text: &str, born: Option<Date>, day: Date) -> Result<Option<IdentityNumber>, Problem> {
    if is_dash(text) {
        return Ok(None);
    }
    if let Some(number) = born.and_then(|born| behind_the_day_of_birth(text, born)) {
        return Ok(Some(number));
    }
    // Some lists write a dot or a stroke between day of birth and the rest.
    let plain: String = text.chars().filter(|letter| !matches!(letter, '-' | '.' | '\'' | '\u{a0}')).collect();
    match IdentityNumber::parse_lenient_leading_zero(&plain) {
        Ok(number) => Ok(Some(number)),
        Err(error) => IdentityNumber::parse_on(&plain, day).map(Some).map_err(|_| error.into()),
    }
}

/// The number of somebody whose day of birth stands in another column, and the five last digits in this one. In
/// made-up numbers the month is 80 more.
fn behind_the_day_of_birth(text: &str, born: Date) -> Option<IdentityNumber> {
    let is_rest = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |month: i8| {
        let whole = format!("{:02}{month:02}{:02}{text}", born.day(), born.year() % 100);
        IdentityNumber::parse_lenient_leading_zero(&whole).ok()
    };
    if is_rest { number(born.month()).or_else(|| number(born.month() + 80)) } else { None }
}

/// The protection that any text of the row asks for, or the column for it.
fn protection(row: &mut RowReader<'_>) -> Option<Protection> {
    let asked = row.text(Field::Protection).and_then(|text| {
        by_code(&text).or_else(|| match written::yes_no(&text) {
            Ok(true) => Some(
                row.columns.label_of(Field::Protection).and_then(by_code).unwrap_or(Protection::StrictlyConfidential),
            ),
            Ok(false) => None,
            Err(_) => written::protection(&text).or_else(|| protection_unless_ungraded(&text)),
        })
    });
    let noted = row.texts().filter_map(written::protection).max();
    let by_lone_code = row.notes().filter(|note| note.len() <= LONGEST_CODE).find_map(|note| {
        let note = note.trim_matches(['!', '.', ' ']);
        if note.starts_with(char::is_alphabetic) { by_code(note) } else { None }
    });
    asked.max(noted).max(by_lone_code)
}

/// The level that a text names by its old code and says nothing else of: `6`, `K7`, `kode 7`. The stricter of two.
fn by_code(text: &str) -> Option<Protection> {
    let lower = text.to_lowercase();
    let code = lower.strip_prefix("kode").or_else(|| lower.strip_prefix('k')).unwrap_or(&lower);
    let is_code = |part: &str| matches!(part.trim(), "6" | "7" | "k6" | "k7");
    let mut parts = code.split(['/', ',']);
    match parts.clone().all(is_code) {
        true if parts.any(|part| part.ends_with('6')) => Some(Protection::StrictlyConfidential),
        true => Some(Protection::Confidential),
        false => None,
    }
}

/// In a column for protection an unknown word is taken for the strictest level until somebody has looked.
fn protection_unless_ungraded(text: &str) -> Option<Protection> {
    let ungraded = ["ugradert", "ugradera", "ordinær", "åpen", "vanlig", "normal"];
    let lower = text.to_lowercase();
    (!ungraded.iter().any(|word| lower.contains(word))).then_some(Protection::StrictlyConfidential)
}
