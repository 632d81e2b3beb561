//! The problem file as it is written, before anything in it is believed.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use crate::ids::Ids;
use crate::problem::{Cap, Fit, Household, Limit, Problem};

#[derive(Deserialize)]
pub(crate) struct ProblemFile<'a> {
    #[serde(borrow)]
    pub homes: Vec<HomeLine<'a>>,
    #[serde(borrow)]
    pub households: Vec<HouseholdLine<'a>>,
    #[serde(borrow, default)]
    pub fits: Vec<FitLine<'a>>,
    #[serde(borrow, default)]
    pub caps: Vec<CapLine<'a>>,
    #[serde(default)]
    pub max_moves: LimitField,
    #[serde(default)]
    pub max_ring: LimitField,
    #[serde(default)]
    pub max_chain: LimitField,
}

#[derive(Deserialize)]
pub(crate) struct HomeLine<'a> {
    #[serde(borrow)]
    pub id: Id<'a>,
}

#[derive(Deserialize)]
pub(crate) struct HouseholdLine<'a> {
    #[serde(borrow)]
    pub id: Id<'a>,
    #[serde(default)]
    pub need_class: Option<Whole>,
    #[serde(borrow, default)]
    pub home: Option<Id<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct FitLine<'a> {
    #[serde(borrow)]
    pub household: Id<'a>,
    #[serde(borrow)]
    pub home: Id<'a>,
    pub score: Whole,
}

#[derive(Deserialize)]
pub(crate) struct CapLine<'a> {
    #[serde(borrow)]
    pub name: Id<'a>,
    #[serde(borrow)]
    pub homes: Vec<Id<'a>>,
    #[serde(borrow)]
    pub households: Vec<Id<'a>>,
    pub at_most: Whole,
}

/// A name in the file, borrowed from it where it needs no unescaping.
#[derive(Deserialize, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(transparent)]
pub(crate) struct Id<'a>(#[serde(borrow)] pub Cow<'a, str>);

impl Id<'_> {
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Floating-point numbers below this say exactly which whole number they mean: `87.0` is 87.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

/// A number in the file. What is no whole number is kept as written, to be reported with everything else.
#[derive(Clone, Debug)]
pub(crate) enum Whole {
    Number(i64),
    Other(String),
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WholeVisitor;
        impl Visitor<'_> for WholeVisitor {
            type Value = Whole;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a whole number")
            }
            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Whole, E> {
                Ok(Whole::Number(value))
            }
            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Whole, E> {
                Ok(i64::try_from(value).map_or_else(|_| Whole::Other(value.to_string()), Whole::Number))
            }
            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Whole, E> {
                let whole = value.fract() == 0.0 && value.abs() < LARGEST_EXACT;
                Ok(if whole { Whole::Number(value as i64) } else { Whole::Other(value.to_string()) })
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<Whole, E> {
                Ok(Whole::Other(format!("the text \"{value}\"")))
            }
            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Whole, E> {
                Ok(Whole::Other(value.to_string()))
            }
            fn visit_unit<E: de::Error>(self) -> Result<Whole, E> {
                Ok(Whole::Other("null".to_owned()))
            }
        }
        deserializer.deserialize_any(WholeVisitor)
    }
}

/// A limit that may be absent (the default applies), `null` (no limit) or a number.
#[derive(Default)]
pub(crate) enum LimitField {
    #[default]
    Absent,
    Null,
    Given(Whole),
}

impl<'de> Deserialize<'de> for LimitField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<Whole>::deserialize(deserializer)?.map_or(Self::Null, Self::Given))
    }
}

impl LimitField {
    fn or_default(&self, default: u32) -> Limit {
        match self {
            Self::Absent => Limit::AtMost(default),
            Self::Null => Limit::None,
            Self::Given(whole) => Limit::AtMost(u32::try_from(whole.number()).unwrap_or(u32::MAX)),
        }
    }
}

impl Whole {
    /// The number, once the file is known to be free of contradictions.
    fn number(&self) -> i64 {
        match self {
            Self::Number(number) => *number,
            Self::Other(_) => unreachable!("a number that is not whole is a contradiction and was refused"),
        }
    }
}

impl ProblemFile<'_> {
    /// Puts the file in its fixed order. Only for a file in which no contradiction was found.
    pub fn to_problem(&self, ids: &Ids<'_>) -> Problem {
        let (by_id, home_at) = ranked(self.homes.iter().map(|line| line.id.text()));
        let homes: Vec<String> = by_id.into_iter().map(|line| self.homes[line].id.text().to_owned()).collect();
        let (by_id, household_at) = ranked(self.households.iter().map(|line| line.id.text()));
        let home = |id: &Id<'_>| home_at[ids.home(id.text()).expect(KNOWN) as usize];
        let household = |id: &Id<'_>| household_at[ids.household(id.text()).expect(KNOWN) as usize];
        let class =
            |class: &Whole| u32::try_from(class.number()).expect("need classes out of range are contradictions");
        let households: Vec<Household> = by_id
            .into_iter()
            .map(|line| &self.households[line])
            .map(|line| Household {
                id: line.id.text().to_owned(),
                need_class: line.need_class.as_ref().map(class),
                home: line.home.as_ref().map(home),
            })
            .collect();
        let fits = self.fits.iter().zip(&ids.fits).map(|(line, &(household, home))| Fit {
            household: household_at[household.expect(KNOWN) as usize],
            home: home_at[home.expect(KNOWN) as usize],
            score: line.score.number(),
        });
        let mut fits: Vec<Fit> = fits.filter(|fit| households[fit.household].home != Some(fit.home)).collect();
        fits.sort_unstable_by_key(|fit| (fit.household, fit.home));
        let mut caps: Vec<Cap> = self
            .caps
            .iter()
            .map(|line| Cap {
                name: line.name.text().to_owned(),
                homes: sorted_set(line.homes.iter().map(home)),
                households: sorted_set(line.households.iter().map(household)),
                at_most: line.at_most.number(),
            })
            .collect();
        caps.sort_unstable();
        let mut lives_in = vec![None; homes.len()];
        for (at, household) in households.iter().enumerate() {
            if let Some(home) = household.home {
                lives_in[home] = Some(at);
            }
        }
        let mut first_fits = vec![0; households.len() + 1];
        for fit in &fits {
            first_fits[fit.household + 1] += 1;
        }
        for household in 0..households.len() {
            first_fits[household + 1] += first_fits[household];
        }
        let max_moves = self.max_moves.or_default(0);
        let (max_ring, max_chain) = (self.max_ring.or_default(2), self.max_chain.or_default(3));
        Problem { homes, households, fits, caps, max_moves, max_ring, max_chain, lives_in, first_fits }
    }
}

const KNOWN: &str = "an id that is not listed is a contradiction and was refused";

/// The lines in the order of their ids, and where in that order each stands.
fn ranked<'a>(ids: impl Iterator<Item = &'a str>) -> (Vec<usize>, Vec<usize>) {
    let ids: Vec<&str> = ids.collect();
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_unstable_by_key(|&line| ids[line]);
    let mut rank = vec![0; ids.len()];
    order.iter().enumerate().for_each(|(at, &line)| rank[line] = at);
    (order, rank)
}

fn sorted_set(set: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut set: Vec<usize> = set.collect();
    set.sort_unstable();
    set.dedup();
    set
}
