//! The columns of a sheet with what their values show, and the meanings that fit them best.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::{ColumnReading, Ground};
use crate::exchange::cells::{Row, Sheet, column_letters};
use crate::exchange::checking::{address_in, title};
use crate::exchange::evidence::{Profile, Verdict, known_words};
use crate::exchange::fields::{Field, SheetKind};
use crate::exchange::header::{Header, Heading};
use crate::exchange::mapping::SheetMapping;
use crate::exchange::vocabulary::Vocabulary;

/// A guess below this is none.
const LEAST_SURE: u32 = 45;
/// What the values add when they are of the very form the heading promises.
const FITTING_VALUES: u32 = 15;
/// What they take away when they are something else.
const CONTRADICTING_VALUES: u32 = 60;
/// Numbers of the office's own in a column for dwelling numbers say a little less than its heading does.
const OWN_NUMBERS: u32 = 5;
/// A status column is known by its words: more than this share of them, in per cent.
const KNOWN_STATUS_WORDS: u32 = 60;
/// An amount a year is taken only where none a month stands beside it.
const A_YEAR: u32 = 10;
/// Titles that tell of buildings stand among so many rows.
const TITLES_LOOKED_FOR: usize = 200;
/// A building's name has so many letters at least.
const SHORTEST_BUILDING: usize = 4;

/// The columns of a sheet with what their values show.
pub struct Table<'a> {
    sheet: &'a Sheet,
    vocabulary: &'a Vocabulary,
    first_data: usize,
    columns: Vec<(Heading, Profile)>,
    /// The building that a title or the sheet's name tells of.
    pub place: Option<String>,
    /// Titles among the rows tell which building the homes below them stand in.
    has_places_within: bool,
}

/// A possible meaning of a column.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    at: usize,
    field: Field,
    sure: u32,
    ground: Ground,
}

impl<'a> Table<'a> {
    pub fn new(sheet: &'a Sheet, header: Option<&Header>, vocabulary: &'a Vocabulary) -> Self {
        let first_data = header.map_or(0, |header| header.first_data);
        let mut headings = header.map(|header| header.headings.clone()).unwrap_or_default();
        let headed: HashSet<u16> = headings.iter().map(|heading| heading.column).collect();
        let bare = (0..sheet.width()).filter(|column| !headed.contains(column));
        headings.extend(bare.map(|column| Heading { column, text: String::new(), group: None }));
        headings.sort_by_key(|heading| heading.column);
        let columns = headings
            .into_iter()
            .map(|heading| {
                let profile = Profile::of(heading.column, sheet.rows_from(first_data));
                (heading, profile)
            })
            .filter(|(heading, profile)| !heading.text.is_empty() || !profile.is_empty())
            .collect();
        let is_title = |row: Row<'_>| row.len() == 1 && title(row, vocabulary).is_some();
        let has_places_within = sheet.rows_from(first_data).take(TITLES_LOOKED_FOR).any(is_title);
        Self { sheet, vocabulary, first_data, columns, place: None, has_places_within }
    }

    /// The address in a title, or in the sheet's name, or else that name where it can be a building's.
    pub fn place_above(&self, titles: &[String]) -> Option<String> {
        let name = self.sheet.name.as_str();
        let texts = titles.iter().map(String::as_str).chain([name]);
        let address = texts.filter_map(|text| address_in(text, self.vocabulary)).next();
        let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
        let is_a_building = letters >= SHORTEST_BUILDING
            && !self.vocabulary.is_no_street(name.trim_end_matches(|letter: char| letter.is_ascii_digit()))
            && self.vocabulary.kind_named(name).is_none();
        address.or_else(|| is_a_building.then_some(name)).map(str::to_owned)
    }

    /// The kind that explains the columns best, when one has what its rows need.
    pub fn best_guess(&self, file_name: &str, titles: &[String]) -> Option<(SheetKind, Vec<ColumnReading>)> {
        let named = |kind: SheetKind, name: &str| u32::from(self.vocabulary.kind_named(name) == Some(kind));
        let mut best: Option<(u32, SheetKind, Vec<ColumnReading>)> = None;
        for kind in SheetKind::ALL {
            let columns = self.assign(kind, None);
            let has_place = self.place.is_some() || self.has_places_within;
            if !has_what_it_needs(kind, &columns, has_place) {
                continue;
            }
            let weight = |column: &ColumnReading| {
                column.field.map_or(0, |field| column.sure * if field.marks(kind) { 3 } else { 1 })
            };
            let by_columns: u32 = columns.iter().map(weight).sum();
            let by_title = titles.iter().map(|title| named(kind, title)).max().unwrap_or(0);
            let by_names = 200 * named(kind, &self.sheet.name) + 100 * by_title + 100 * named(kind, file_name);
            let score = by_columns + by_names;
            if best.as_ref().is_none_or(|(most, ..)| score > *most) {
                best = Some((score, kind, columns));
            }
        }
        best.map(|(_, kind, columns)| (kind, columns))
    }

    /// Gives each column the meaning it fits best and each meaning one column, the surest first.
    pub fn assign(&self, kind: SheetKind, said: Option<&SheetMapping>) -> Vec<ColumnReading> {
        let mut readings = self.unassigned();
        let mut taken: HashSet<Field> = HashSet::new();
        if let Some(said) = said {
            for reading in &mut readings {
                let by_letter = || said.field_of(&column_letters(reading.column));
                let heading = Some(&reading.heading).filter(|heading| !heading.is_empty());
                if let Some(field) = heading.and_then(|heading| said.field_of(heading)).or_else(by_letter) {
                    (reading.field, reading.sure, reading.ground) = (Some(field), 100, Ground::Mapping);
                    taken.insert(field);
                }
            }
        }
        for candidate in self.candidates(kind) {
            let reading = &mut readings[candidate.at];
            let is_free = candidate.field.may_repeat() || !taken.contains(&candidate.field);
            if reading.field.is_none() && is_free {
                reading.field = Some(candidate.field);
                (reading.sure, reading.ground) = (candidate.sure.min(100), candidate.ground);
                taken.insert(candidate.field);
            }
        }
        if kind == SheetKind::Dwellings && !taken.contains(&Field::Address) && !taken.contains(&Field::Street) {
            self.take_building_for_address(&mut readings);
        }
        readings
    }

    /// Where no column is for addresses, one that would be passed over may hold them: `Bygg`.
    fn take_building_for_address(&self, readings: &mut [ColumnReading]) {
        let is_passed_over = |reading: &ColumnReading| {
            reading.ground != Ground::Mapping && reading.field.is_none_or(|field| field == Field::Ignored)
        };
        let holds_addresses = |at: usize| self.columns[at].1.verdict(Field::Address) == Verdict::Fits;
        let found = (0..readings.len()).find(|at| is_passed_over(&readings[*at]) && holds_addresses(*at));
        if let Some(at) = found {
            let reading = &mut readings[at];
            (reading.field, reading.sure, reading.ground) = (Some(Field::Address), LEAST_SURE, Ground::Values);
        }
    }

    pub fn unassigned(&self) -> Vec<ColumnReading> {
        let samples = |column| {
            let cells = self.sheet.rows_from(self.first_data).map(move |row| row.cell(column));
            cells.filter(|cell| !cell.is_blank()).take(3).map(|cell| cell.shown().into_owned()).collect()
        };
        let reading = |(heading, _): &(Heading, Profile)| ColumnReading {
            column: heading.column,
            heading: heading.text.clone(),
            field: None,
            sure: 0,
            ground: Ground::Values,
            samples: samples(heading.column),
        };
        self.columns.iter().map(reading).collect()
    }

    /// Every possible meaning of every column, the surest first.
    fn candidates(&self, kind: SheetKind) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (at, (heading, profile)) in self.columns.iter().enumerate() {
            for (field, strength) in self.by_heading(kind, heading) {
                let sure = match profile.verdict(field) {
                    Verdict::Fits => strength + FITTING_VALUES,
                    // Where it may be the office's own number of the home, that is what it is.
                    Verdict::Possible if field == Field::DwellingNumber && profile.has_own_numbers() => {
                        strength.saturating_sub(OWN_NUMBERS)
                    }
                    Verdict::Possible => strength,
                    Verdict::Contradicts => strength.saturating_sub(CONTRADICTING_VALUES),
                };
                let is_amount = matches!(field, Field::Rent | Field::Income);
                let is_yearly = is_amount && self.vocabulary.is_yearly(&heading.text);
                let sure = sure.saturating_sub(if is_yearly { A_YEAR } else { 0 });
                candidates.push(Candidate { at, field, sure, ground: Ground::Heading });
            }
            for (field, sure) in profile.suggestions(kind) {
                candidates.push(Candidate { at, field, sure, ground: Ground::Values });
            }
            candidates.extend(self.status_by_words(kind, at, heading.column));
        }
        if self.addresses_have_numbers(&candidates) {
            candidates.retain(|candidate| candidate.field != Field::HouseNumber);
        }
        candidates.retain(|candidate| candidate.sure >= LEAST_SURE);
        // Of the rent of two years the later one is what is paid now.
        let year = |candidate: &Candidate| year_in(&self.columns[candidate.at].0.text);
        let order = |it: &Candidate| (Reverse(it.sure), Reverse(year(it)), it.at, it.field);
        candidates.sort_by_key(order);
        candidates
    }

    fn by_heading(&self, kind: SheetKind, heading: &Heading) -> Vec<(Field, u32)> {
        let own = self.vocabulary.fields_of(kind, &heading.text);
        let Some(group) = &heading.group else { return own };
        // "fra" below "Kontrakt" is "Kontrakt fra"; a heading that says enough alone is left alone.
        let in_group = self.vocabulary.fields_of(kind, &format!("{group} {}", heading.text));
        let whole_in_group = in_group.into_iter().filter(|(_, strength)| *strength == 100);
        own.into_iter().chain(whole_in_group).collect()
    }

    fn status_by_words(&self, kind: SheetKind, at: usize, column: u16) -> Option<Candidate> {
        let list = match kind {
            SheetKind::Dwellings => "dwelling-status",
            SheetKind::Applications => "application-status",
            SheetKind::Arrears => return None,
        };
        let share = known_words(self.vocabulary, list, column, self.sheet.rows_from(self.first_data));
        let is_status = share >= KNOWN_STATUS_WORDS;
        is_status.then_some(Candidate { at, field: Field::Status, sure: share / 2, ground: Ground::Values })
    }

    /// A column of whole addresses leaves no house number to look for in a column called "Nr".
    fn addresses_have_numbers(&self, candidates: &[Candidate]) -> bool {
        candidates.iter().any(|candidate| {
            candidate.field == Field::Address
                && candidate.sure >= LEAST_SURE
                && self.columns[candidate.at].1.verdict(Field::Address) == Verdict::Fits
        })
    }
}

/// Whether rows could be made records of the kind, and the columns are of that kind and no other.
fn has_what_it_needs(kind: SheetKind, columns: &[ColumnReading], place_is_known: bool) -> bool {
    let has = |field: Field| columns.iter().any(|column| column.field == Some(field));
    let person = has(Field::Name) || has(Field::FamilyName) || has(Field::GivenName);
    let place = has(Field::Address) || has(Field::Street) || (place_is_known && has(Field::DwellingNumber));
    let marks = columns.iter().filter(|column| column.field.is_some_and(|field| field.marks(kind))).count();
    marks >= 1
        && match kind {
            SheetKind::Dwellings => place,
            SheetKind::Applications => person && marks >= 2,
            SheetKind::Arrears => {
                (has(Field::Outstanding) || has(Field::Amount))
                    && (person || has(Field::Identity))
                    && (marks >= 2 || has(Field::Outstanding))
            }
        }
}

/// The year that a heading names, `Husleie 2026`; 0 when it names none.
fn year_in(heading: &str) -> u16 {
    let numbers = heading.split(|letter: char| !letter.is_ascii_digit());
    numbers.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok()).max().unwrap_or(0)
}
