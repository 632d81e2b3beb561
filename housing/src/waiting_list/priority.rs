//! Grounds for going before others.

use super::Waiting;
use crate::applications::HousingSituation;
use crate::assessment::RuleSet;
use crate::people::TargetGroup;

code_list! {
    /// Why a household goes before others (*prioritetsgrunn*). Each follows from recorded facts.
    #[doc(alias = "prioritetsgrunn")]
    PriorityGround "priority-ground" {
        EvictionWithChildren = "UTKAST_BARN", ChildrenWithoutHome = "BARN", Homeless = "BOSTEDSLOS", Violence = "VOLD",
        Discharge = "UTSKRIV", Settlement = "BOSETT", Health = "HELSE", Young = "UNG",
    }
}

impl PriorityGround {
    /// The ground that goes first of those the case has, with its rank; what the rules do not rank does
    /// not count.
    pub(super) fn first_of(waiting: &Waiting, rules: &RuleSet) -> Option<(Self, u8)> {
        let ranked = rules.priority.iter().filter(|row| row.ground.holds(waiting));
        ranked.map(|row| (row.rank, row.ground)).min().map(|(rank, ground)| (ground, rank))
    }

    /// Whether the facts say that the case has the ground.
    pub fn holds(self, waiting: &Waiting) -> bool {
        let has_children = waiting.size.is_some_and(|size| size.children > 0);
        let lives = |situations: &[HousingSituation]| waiting.situation.is_some_and(|now| situations.contains(&now));
        let in_group = |group| waiting.target_groups.contains(&group);
        match self {
            Self::EvictionWithChildren => has_children && lives(&[HousingSituation::EvictionRequested]),
            Self::ChildrenWithoutHome => has_children && waiting.situation.is_some_and(|now| !is_suitable(now)),
            Self::Homeless => waiting.situation.is_some_and(is_homeless),
            Self::Violence => lives(&[HousingSituation::CrisisCentre]),
            Self::Discharge => lives(&[HousingSituation::Prison, HousingSituation::Institution]),
            Self::Settlement => in_group(TargetGroup::Refugee) && lives(&[HousingSituation::Reception]),
            Self::Health => lives(&[HousingSituation::NotAdapted]),
            Self::Young => in_group(TargetGroup::Young),
        }
    }
}

/// Homeless as the national count has it (`practice.md` A3).
const fn is_homeless(situation: HousingSituation) -> bool {
    matches!(
        situation,
        HousingSituation::Rough
            | HousingSituation::Emergency
            | HousingSituation::Temporary
            | HousingSituation::CrisisCentre
            | HousingSituation::Prison
            | HousingSituation::Institution
            | HousingSituation::WithFriends
    )
}

/// Lives in a home that is good enough.
const fn is_suitable(situation: HousingSituation) -> bool {
    matches!(
        situation,
        HousingSituation::MunicipalHome
            | HousingSituation::PrivateRental
            | HousingSituation::Owner
            | HousingSituation::WithRelatives
    )
}
