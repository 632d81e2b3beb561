//! What the values of a column tell of its meaning, whatever its heading says.

use std::collections::HashSet;

use housing::address::{Cadastre, DwellingNumber};
use housing::identity::IdentityNumber;
use housing::written;

use super::cells::{Cell, Row};
use super::fields::{Field, SheetKind};
use super::vocabulary::Vocabulary;

/// How many cells of a column are looked at.
const CELLS_LOOKED_AT: usize = 200;
/// Names of people are different from each other: at least this share of them, in per cent.
const DIFFERENT_NAMES: usize = 80;
/// With fewer values than this a column proves nothing against its heading.
const FEWEST: usize = 3;

/// Which share of a column's values, in per cent, could be what.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    values: usize,
    identity: u32,
    dwelling_number: u32,
    own_number: u32,
    cadastre: u32,
    email: u32,
    telephone: u32,
    day: u32,
    /// Numbers that are days when the column's heading says so.
    bare_day: u32,
    year: u32,
    amount: u32,
    whole_number: u32,
    yes_no: u32,
    rooms: u32,
    rooms_in_words: u32,
    household: u32,
    persons_in_words: u32,
    address: u32,
    postcode: u32,
    postcode_place: u32,
    name: u32,
    text: u32,
    /// Numbers of a few people.
    few: u32,
    /// The last five digits of an identity number, whose others stand in a column for the day of birth.
    five_digits: u32,
    /// The different ones of the values that could be names, and whether most are different, as tenants are and
    /// owners of homes are not.
    names: HashSet<String>,
    names_differ: bool,
}

/// What the values say of a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They are of the form and of hardly any other.
    Fits,
    /// They could be anything of the kind.
    Possible,
    /// They are something else.
    Contradicts,
}

impl Profile {
    /// Looks at the values of a column in the rows below the headings.
    pub fn of<'a>(column: u16, rows: impl Iterator<Item = Row<'a>>) -> Self {
        let mut profile = Self::default();
        for cell in rows.map(|row| row.cell(column)).filter(|cell| !cell.is_blank()).take(CELLS_LOOKED_AT) {
            profile.add(cell);
        }
        profile.turn_into_shares();
        profile
    }

    pub const fn is_empty(&self) -> bool {
        self.values == 0
    }

    fn add(&mut self, cell: Cell<'_>) {
        self.values += 1;
        let shown = cell.shown();
        let text = shown.as_ref();
        let mut letters = text.chars();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let words = text.split_whitespace().count();
        let is_text = matches!(cell, Cell::Text(_)) && letters.any(char::is_alphabetic);
        let is_day = matches!(cell, Cell::Day(_))
            || (digits >= 4 && !matches!(cell, Cell::Number(_)) && written::day(text).is_ok());
        let lone_number = text.parse::<i64>().ok();
        count(&mut self.text, is_text);
        count(&mut self.day, is_day);
        count(&mut self.bare_day, matches!(cell, Cell::Number(_)) && lone_number.is_some_and(may_be_a_day));
        count(&mut self.identity, is_identity(text));
        count(&mut self.dwelling_number, is_dwelling_number(text));
        count(&mut self.own_number, text.parse::<DwellingNumber>().is_ok());
        count(&mut self.cadastre, !is_day && is_cadastre(text));
        count(&mut self.email, text.contains('@') && text.contains('.') && words == 1);
        count(&mut self.telephone, is_telephone(text));
        count(&mut self.year, lone_number.is_some_and(|year| (1700..2100).contains(&year)));
        count(&mut self.amount, !is_day && written::amount_a_month(text).is_ok());
        count(&mut self.few, written::adults_or_children(text).is_ok());
        count(&mut self.whole_number, lone_number.is_some());
        count(&mut self.yes_no, matches!(cell, Cell::Bool(_)) || written::yes_no(text).is_ok());
        count(&mut self.rooms, written::rooms(text).is_ok());
        count(&mut self.rooms_in_words, is_text && written::rooms(text).is_ok());
        count(&mut self.household, lone_number.is_none() && written::household(text).is_ok());
        count(&mut self.persons_in_words, lone_number.is_none() && written::persons(text).is_ok());
        count(&mut self.address, is_text && is_street_address(text));
        count(&mut self.postcode, is_postcode(text));
        count(&mut self.postcode_place, is_text && text.split_once(' ').is_some_and(|(code, _)| is_postcode(code)));
        count(&mut self.five_digits, text.len() == 5 && digits == 5);
        let is_name = is_text && digits == 0 && (2..=5).contains(&words) && is_capitalised(text);
        count(&mut self.name, is_name);
        if is_name {
            self.names.insert(text.to_lowercase());
        }
    }

    fn turn_into_shares(&mut self) {
        self.names_differ = self.names.len() * 100 >= self.name as usize * DIFFERENT_NAMES;
        let values = u32::try_from(self.values.max(1)).unwrap_or(u32::MAX);
        for counted in [
            &mut self.identity,
            &mut self.dwelling_number,
            &mut self.own_number,
            &mut self.cadastre,
            &mut self.email,
            &mut self.telephone,
            &mut self.day,
            &mut self.bare_day,
            &mut self.year,
            &mut self.amount,
            &mut self.whole_number,
            &mut self.yes_no,
            &mut self.rooms,
            &mut self.rooms_in_words,
            &mut self.household,
            &mut self.persons_in_words,
            &mut self.address,
            &mut self.postcode,
            &mut self.postcode_place,
            &mut self.name,
            &mut self.text,
            &mut self.five_digits,
            &mut self.few,
        ] {
            *counted = *counted * 100 / values;
        }
    }

    /// What the values say of a field.
    pub fn verdict(&self, field: Field) -> Verdict {
        use Field as F;
        let share = match field {
            F::Identity if self.identity < 15 && self.five_digits >= 50 => return Verdict::Possible,
            F::Identity => self.identity,
            F::DwellingNumber if self.has_own_numbers() => return Verdict::Possible,
            F::DwellingNumber => self.dwelling_number,
            F::Cadastre => self.cadastre,
            F::Email => self.email,
            F::Address => return self.address_verdict(),
            F::PostcodePlace => self.postcode_place,
            F::Postcode => self.postcode,
            F::Household => self.household,
            F::Born if self.few >= 50 => return Verdict::Contradicts,
            F::LeaseFrom
            | F::LeaseUntil
            | F::MovedOut
            | F::Received
            | F::Decided
            | F::Due
            | F::Born
            | F::StatusSince => {
                if self.identity > 50 {
                    return Verdict::Contradicts;
                }
                if self.day + self.bare_day >= 50 && self.bare_day > 0 {
                    return Verdict::Possible;
                }
                return if self.day >= 30 { Verdict::Fits } else { self.unless(self.day < 15 && self.is_numbers()) };
            }
            F::Rent | F::Income | F::Amount | F::Outstanding => {
                let other = self.identity > 50 || self.day > 50 || self.dwelling_number > 50;
                return if other || self.amount < 30 { self.unless(true) } else { Verdict::Possible };
            }
            F::BuiltYear => return self.unless(self.year < 50),
            F::FloorArea => return self.unless(self.day > 50 || self.year > 95 && self.values >= FEWEST),
            F::Lift | F::StepFree | F::Wheelchair | F::CareHome => return self.unless(self.yes_no < 50),
            F::Rooms if self.persons_in_words >= 50 => return Verdict::Contradicts,
            F::Rooms => return self.unless(self.rooms < 30),
            F::Persons if self.persons_in_words >= 50 => return Verdict::Fits,
            F::Bedrooms | F::Adults | F::Children | F::Persons | F::Floor => {
                return self.unless(self.day > 50 || self.name > 50);
            }
            F::Name if self.text == 0 && self.values > 0 => return Verdict::Contradicts,
            F::Gnr | F::Bnr | F::Section => return self.unless(self.whole_number < 50),
            F::Name
            | F::FamilyName
            | F::GivenName
            | F::Owner
            | F::Street
            | F::Place
            | F::Area
            | F::WishedArea
            | F::Officer => {
                return self.unless(self.text < 30 || self.identity > 50 || self.dwelling_number > 50);
            }
            F::HouseNumber => return self.unless(self.day > 50 || self.dwelling_number > 50 || self.name > 50),
            // Days prove that it is no word for a kind, however few they are.
            F::LeaseKind if self.day >= 50 => return Verdict::Contradicts,
            F::Situation | F::TargetGroup | F::Kind | F::Status | F::Disposal | F::LeaseKind => {
                return self.unless(self.day > 50 || self.identity > 50);
            }
            F::CustomerNumber | F::InvoiceNumber if self.name > 50 => return self.unless(true),
            F::ExternalNumber | F::Telephone | F::CustomerNumber | F::InvoiceNumber | F::Kid | F::CollectionStep => {
                return self.unless(self.day > 50 || self.dwelling_number > 50 || self.identity > 90);
            }
            F::Protection | F::Note | F::Ignored => return Verdict::Possible,
        };
        if share >= 50 { Verdict::Fits } else { self.unless(share < 15) }
    }

    /// Whether what stands there could be the office's own numbers of homes, and hardly any national ones.
    pub const fn has_own_numbers(&self) -> bool {
        self.dwelling_number < 15 && self.own_number >= 50
    }

    fn address_verdict(&self) -> Verdict {
        if self.address >= 50 { Verdict::Fits } else { self.unless(self.text < 30 || self.dwelling_number > 50) }
    }

    const fn is_numbers(&self) -> bool {
        self.text < 30
    }

    const fn unless(&self, contradicts: bool) -> Verdict {
        if contradicts && self.values >= FEWEST { Verdict::Contradicts } else { Verdict::Possible }
    }

    /// The meanings that the values suggest with no help from a heading, with how surely.
    pub fn suggestions(&self, kind: SheetKind) -> Vec<(Field, u32)> {
        let general = [
            (Field::Identity, self.identity, 90),
            (Field::DwellingNumber, self.dwelling_number, 90),
            (Field::Email, self.email, 90),
            (Field::Address, self.address, 60),
            (Field::PostcodePlace, self.postcode_place, 70),
            (Field::Name, if self.names_differ || kind == SheetKind::Arrears { self.name } else { 0 }, 60),
            (Field::Telephone, self.telephone, 50),
        ];
        let own: &[(Field, u32, u32)] = match kind {
            SheetKind::Dwellings => &[
                (Field::Cadastre, self.cadastre, 80),
                (Field::Kind, self.rooms_in_words, 60),
                (Field::BuiltYear, self.year, 50),
            ],
            SheetKind::Applications => &[(Field::Household, self.household, 80)],
            SheetKind::Arrears => &[],
        };
        // Hardly anything else looks like these, however few there are.
        let of_its_own_form = |field| matches!(field, Field::Identity | Field::DwellingNumber | Field::Email);
        let surely = |&(field, share, weight): &(Field, u32, u32)| {
            let enough = self.values >= FEWEST || of_its_own_form(field);
            (share >= 60 && enough).then_some((field, weight * share / 100))
        };
        general.iter().chain(own).filter_map(surely).collect()
    }
}

/// The share of values, in per cent, that the vocabulary knows as words of a list.
pub fn known_words<'a>(vocabulary: &Vocabulary, list: &str, column: u16, rows: impl Iterator<Item = Row<'a>>) -> u32 {
    let mut values = 0;
    let mut known = 0;
    for cell in rows.map(|row| row.cell(column)).filter(|cell| !cell.is_blank()).take(CELLS_LOOKED_AT) {
        values += 1;
        if matches!(cell, Cell::Text(_)) && vocabulary.code::<String>(list, &cell.shown()).is_some() {
            known += 1;
        }
    }
    known * 100 / values.max(1)
}

fn count(counter: &mut u32, holds: bool) {
    *counter += u32::from(holds);
}

/// Whether a number is what a spreadsheet shows of a day in our time whose cell was not given a day's format.
fn may_be_a_day(number: i64) -> bool {
    (20_000..65_000).contains(&number)
}

fn is_identity(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let only_digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    only_digits && (digits == 11 || (digits == 10 && IdentityNumber::parse_lenient_leading_zero(text).is_ok()))
}

fn is_dwelling_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 5 && b"HKLUhklu".contains(&bytes[0]) && bytes[1..].iter().all(u8::is_ascii_digit)
}

fn is_cadastre(text: &str) -> bool {
    let short = text.split(|letter: char| !letter.is_ascii_digit()).all(|number| number.len() <= 4);
    short && text.parse::<Cadastre>().is_ok()
}

fn is_telephone(text: &str) -> bool {
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let digits = digits.strip_prefix("+47").or_else(|| digits.strip_prefix("0047")).unwrap_or(&digits);
    digits.len() == 8
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.starts_with(['2', '3', '4', '5', '6', '7', '9'])
}

fn is_postcode(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Letters first, then a house number: `Nedre Torggate 10 B`.
fn is_street_address(text: &str) -> bool {
    let Some(at) = text.find(|letter: char| letter.is_ascii_digit()) else { return false };
    let street = text[..at].trim();
    let number: String = text[at..].chars().take_while(char::is_ascii_digit).collect();
    street.chars().filter(|letter| letter.is_alphabetic()).count() >= 4
        && street.chars().all(|letter| letter.is_alphabetic() || " .'-".contains(letter))
        && number.len() <= 3
        && !street.ends_with(',')
        && !text.contains('@')
}

/// Whether a text that stands alone in its row is an address, and no sentence with a number in it: `Toveien har 2 oppganger`.
pub fn is_lone_address(text: &str) -> bool {
    let is_word =
        |word: &str| word.starts_with(char::is_lowercase) && word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let after_number = text.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    is_street_address(text) && !after_number.split_whitespace().any(is_word)
}

fn is_capitalised(text: &str) -> bool {
    text.split([' ', ',', '-']).filter(|word| !word.is_empty()).all(|word| word.starts_with(char::is_uppercase))
}
