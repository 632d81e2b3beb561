//! What can be wrong with a problem file. All of it is reported at once.

use std::collections::{HashMap, HashSet};

use crate::file::{FitLine, Id, LimitField, ProblemFile, Whole};
use crate::ids::Ids;

/// The largest score a fit may have. Sums over every home in a country stay far inside 128 bits.
pub const LARGEST_SCORE: i64 = 1_000_000_000_000;

/// Something in a problem file that cannot be so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Contradiction {
    /// The file is not JSON, or lacks a part that must be there.
    #[error("this is not a problem file: {reason}")]
    NotAProblemFile { reason: String },
    /// A line lacks something that must be there. Lines are counted from 1.
    #[error("{place} has no `{field}`")]
    Lacks { place: String, field: &'static str },
    /// An id or a name that is no text.
    #[error("{place} has {found} as `{field}`; that must be a text")]
    NoText { place: String, field: &'static str, found: String },
    /// The same home is listed twice.
    #[error("home `{home}` is listed more than once")]
    HomeTwice { home: String },
    /// The same household is listed twice.
    #[error("household `{household}` is listed more than once")]
    HouseholdTwice { household: String },
    /// A household lives in a home that is not in the file.
    #[error("household `{household}` lives in home `{home}`, which is not in the list of homes")]
    LivesInUnknownHome { household: String, home: String },
    /// More than one household lives in one home.
    #[error("{} households live in home `{home}`: {}", .households.len(), .households.join(", "))]
    SharedHome { home: String, households: Vec<String> },
    /// A need class that is not a whole number from 1 upwards.
    #[error("household `{household}` has need class {class}; a need class is a whole number from 1")]
    BadNeedClass { household: String, class: String },
    /// A fit names a household that is not in the file.
    #[error("a fit with home `{home}` names household `{household}`, which is not in the list of households")]
    FitOfUnknownHousehold { household: String, home: String },
    /// A fit names a home that is not in the file.
    #[error("a fit of household `{household}` names home `{home}`, which is not in the list of homes")]
    FitWithUnknownHome { household: String, home: String },
    /// The same household and home are listed as a fit twice.
    #[error("the fit of household `{household}` with home `{home}` is listed more than once")]
    FitTwice { household: String, home: String },
    /// A score below nought, above the largest, or not whole.
    #[error(
        "the fit of household `{household}` with home `{home}` has score {score}; a score is a whole number from 0 to {LARGEST_SCORE}"
    )]
    BadScore { household: String, home: String, score: String },
    /// A cap names a home that is not in the file.
    #[error("cap `{cap}` names home `{home}`, which is not in the list of homes")]
    CapOnUnknownHome { cap: String, home: String },
    /// A cap names a household that is not in the file.
    #[error("cap `{cap}` names household `{household}`, which is not in the list of households")]
    CapOnUnknownHousehold { cap: String, household: String },
    /// A cap with a limit below nought or not whole.
    #[error("cap `{cap}` allows at most {at_most}; that must be a whole number from 0")]
    BadCapLimit { cap: String, at_most: String },
    /// `max_moves`, `max_ring` or `max_chain` is below nought or not whole.
    #[error("`{field}` is {value}; it must be a whole number from 0, or null for no limit")]
    BadLimit { field: &'static str, value: String },
}

/// Every contradiction of the file, sorted, each once.
pub(crate) fn find(file: &ProblemFile<'_>, ids: &Ids<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    check_lines(file, &mut found);
    for home in repeated(file.homes.iter().filter_map(|line| line.id.text())) {
        found.push(Contradiction::HomeTwice { home: home.to_owned() });
    }
    for household in repeated(file.households.iter().filter_map(|line| line.id.text())) {
        found.push(Contradiction::HouseholdTwice { household: household.to_owned() });
    }
    check_households(file, ids, &mut found);
    check_fits(file, ids, &mut found);
    check_caps(file, ids, &mut found);
    let limits = [("max_moves", &file.max_moves), ("max_ring", &file.max_ring), ("max_chain", &file.max_chain)];
    for (field, limit) in limits {
        match limit {
            LimitField::Absent | LimitField::Null => {}
            LimitField::Given(whole) => {
                if let Some(value) = outside(whole, 0, i64::MAX) {
                    found.push(Contradiction::BadLimit { field, value });
                }
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// What the lines lack, and ids that are no text.
fn check_lines(file: &ProblemFile<'_>, found: &mut Vec<Contradiction>) {
    let mut check = |place: &dyn Fn() -> String, lacks: &[&'static str], ids: &[(&'static str, &Id<'_>)]| {
        found.extend(lacks.iter().map(|field| Contradiction::Lacks { place: place(), field }));
        for (field, id) in ids {
            match id {
                Id::Other(text) => {
                    found.push(Contradiction::NoText { place: place(), field, found: text.clone() });
                }
                Id::Text(_) | Id::Missing => {}
            }
        }
    };
    check(&|| "the file".to_owned(), &file.lacks, &[]);
    for (at, line) in (1..).zip(&file.homes) {
        check(&|| format!("home number {at}"), &line.lacks, &[("id", &line.id)]);
    }
    for (at, line) in (1..).zip(&file.households) {
        let home = line.home.iter().map(|home| ("home", home));
        let ids: Vec<(&'static str, &Id<'_>)> = home.chain([("id", &line.id)]).collect();
        check(&|| format!("household number {at}"), &line.lacks, &ids);
    }
    for (at, line) in (1..).zip(&file.fits) {
        let ids = [("household", &line.household), ("home", &line.home)];
        check(&|| format!("fit number {at}"), &line.lacks, &ids);
    }
    for (at, line) in (1..).zip(&file.caps) {
        let homes = line.homes.iter().map(|home| ("homes", home));
        let households = line.households.iter().map(|household| ("households", household));
        let ids: Vec<(&'static str, &Id<'_>)> = homes.chain(households).chain([("name", &line.name)]).collect();
        check(&|| format!("cap number {at}"), &line.lacks, &ids);
    }
}

fn check_households(file: &ProblemFile<'_>, ids: &Ids<'_>, found: &mut Vec<Contradiction>) {
    let mut living: HashMap<&str, Vec<&str>> = HashMap::new();
    for line in &file.households {
        let household = line.id.text().unwrap_or(UNNAMED);
        if let Some(class) = line.need_class.as_ref().and_then(|class| outside(class, 1, i64::from(u32::MAX))) {
            found.push(Contradiction::BadNeedClass { household: household.to_owned(), class });
        }
        let Some(home) = line.home.as_ref().and_then(Id::text) else { continue };
        living.entry(home).or_default().push(household);
        if ids.home(home).is_none() {
            let home = home.to_owned();
            found.push(Contradiction::LivesInUnknownHome { household: household.to_owned(), home });
        }
    }
    for (home, mut sharing) in living {
        sharing.sort_unstable();
        sharing.dedup();
        if sharing.len() > 1 {
            let households = sharing.into_iter().map(str::to_owned).collect();
            found.push(Contradiction::SharedHome { home: home.to_owned(), households });
        }
    }
}

fn check_fits(file: &ProblemFile<'_>, ids: &Ids<'_>, found: &mut Vec<Contradiction>) {
    // Pairs of known ids are compared as numbers, for there can be a million of them.
    let mut pairs: Vec<u64> = Vec::with_capacity(file.fits.len());
    let mut strangers = HashSet::new();
    let named = |id: &Id<'_>| id.text().unwrap_or(UNNAMED).to_owned();
    let names = |line: &FitLine<'_>| (named(&line.household), named(&line.home));
    for (line, ends) in file.fits.iter().zip(&ids.fits) {
        match *ends {
            (Some(household), Some(home)) => pairs.push(u64::from(household) << 32 | u64::from(home)),
            (household, home) => {
                let names = || names(line);
                if household.is_none() && line.household.text().is_some() {
                    let (household, home) = names();
                    found.push(Contradiction::FitOfUnknownHousehold { household, home });
                }
                if home.is_none() && line.home.text().is_some() {
                    let (household, home) = names();
                    found.push(Contradiction::FitWithUnknownHome { household, home });
                }
                let is_named = line.household.text().is_some() && line.home.text().is_some();
                if is_named && !strangers.insert(names()) {
                    let (household, home) = names();
                    found.push(Contradiction::FitTwice { household, home });
                }
            }
        }
        if let Some(score) = outside(&line.score, 0, LARGEST_SCORE) {
            let (household, home) = names(line);
            found.push(Contradiction::BadScore { household, home, score });
        }
    }
    pairs.sort_unstable();
    for pair in pairs.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]) {
        let household = file.households[(pair >> 32) as usize].id.known().to_owned();
        let home = file.homes[(pair & u64::from(u32::MAX)) as usize].id.known().to_owned();
        found.push(Contradiction::FitTwice { household, home });
    }
}

fn check_caps(file: &ProblemFile<'_>, ids: &Ids<'_>, found: &mut Vec<Contradiction>) {
    for line in &file.caps {
        let cap = || line.name.text().unwrap_or(UNNAMED).to_owned();
        for home in line.homes.iter().filter_map(Id::text).filter(|home| ids.home(home).is_none()) {
            found.push(Contradiction::CapOnUnknownHome { cap: cap(), home: home.to_owned() });
        }
        for household in line.households.iter().filter_map(Id::text).filter(|it| ids.household(it).is_none()) {
            found.push(Contradiction::CapOnUnknownHousehold { cap: cap(), household: household.to_owned() });
        }
        if let Some(at_most) = outside(&line.at_most, 0, i64::MAX) {
            found.push(Contradiction::BadCapLimit { cap: cap(), at_most });
        }
    }
}

/// Stands for an id that is lacking or no text, which is told of by itself.
const UNNAMED: &str = "?";

/// The number as written, if it is not a whole number from `least` to `most`.
fn outside(whole: &Whole, least: i64, most: i64) -> Option<String> {
    match whole {
        Whole::Number(number) if (least..=most).contains(number) => None,
        Whole::Number(number) => Some(number.to_string()),
        Whole::Other(text) => Some(text.clone()),
        Whole::Missing => None,
    }
}

fn repeated<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = HashSet::new();
    ids.filter(|id| !seen.insert(*id)).collect()
}
