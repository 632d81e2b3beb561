//! Limits that keep a neighbourhood good to live in (*spredt bosetting*): at most so many of some households in an
//! entrance, a building or an area.

use super::rules::FitRules;
use crate::needs::FollowUpLevel;
use crate::people::TargetGroup;
use std::collections::BTreeMap;
use std::sync::Arc;

code_list! {
    /// What a limit is counted over.
    CountedBy "counted-by" { Entrance = "OPPGANG", Building = "BYGG", Area = "OMRAADE" }
}

/// A limit of the municipality's policy.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapRule {
    pub name: String,
    pub per: CountedBy,
    /// Counts whoever belongs to one of these …
    #[serde(default)]
    pub groups: Vec<TargetGroup>,
    /// … or needs at least so much follow-up.
    pub follow_up_from: Option<FollowUpLevel>,
    pub at_most: u32,
}

/// Where a home lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapHome<'a> {
    pub id: &'a str,
    /// As people say it: *Granlia 7*.
    pub building: &'a str,
    /// A building whose entrances nobody has told apart is one entrance.
    pub entrance: Option<&'a str>,
    pub area: Option<&'a str>,
}

/// What limits count of a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapHousehold<'a> {
    pub id: &'a str,
    pub groups: &'a [TargetGroup],
    pub follow_up: Option<FollowUpLevel>,
}

/// A limit for one place: at most so many of these households in these homes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// The rule's name and the place: what people see, and what tells it from the others.
    pub name: String,
    pub homes: Vec<String>,
    /// The same for every place of a rule.
    pub households: Arc<[String]>,
    pub at_most: u32,
}

impl CapRule {
    /// Whether the limit counts this household.
    pub fn counts(&self, household: &CapHousehold<'_>) -> bool {
        let in_group = self.groups.iter().any(|group| household.groups.contains(group));
        let needs_as_much = self.follow_up_from.zip(household.follow_up).is_some_and(|(from, level)| level >= from);
        in_group || needs_as_much
    }

    fn place(&self, home: &CapHome<'_>) -> Option<String> {
        match self.per {
            CountedBy::Building => Some(home.building.to_owned()),
            CountedBy::Entrance => Some(match home.entrance {
                Some(entrance) => format!("{} {entrance}", home.building),
                None => home.building.to_owned(),
            }),
            CountedBy::Area => home.area.map(str::to_owned),
        }
    }
}

/// The limits of every place where one of these homes lies, in a fixed order. Homes whose area nobody knows are not
/// counted in any area.
pub fn caps(rules: &FitRules, homes: &[CapHome<'_>], households: &[CapHousehold<'_>]) -> Vec<Cap> {
    let mut caps = Vec::new();
    for rule in &rules.caps {
        let counted = households.iter().filter(|household| rule.counts(household));
        let households: Arc<[String]> = counted.map(|household| household.id.to_owned()).collect();
        let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for home in homes {
            if let Some(place) = rule.place(home) {
                places.entry(place).or_default().push(home.id.to_owned());
            }
        }
        caps.extend(places.into_iter().map(|(place, homes)| Cap {
            name: format!("{}: {place}", rule.name.trim()),
            homes,
            households: Arc::clone(&households),
            at_most: rule.at_most,
        }));
    }
    caps
}
