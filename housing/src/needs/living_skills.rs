//! How well somebody manages to live in a home (*boevne*): twelve domains, seen by the worker and by the
//! person.

use super::FollowUpLevel;
use crate::assessment::FollowUpRow;

code_list! {
    /// What living in a home takes.
    SkillDomain "skill-domain" {
        Money = "OK", Cleaning = "REN", Upkeep = "VED", Food = "MAT", Health = "HEL", Substances = "RUS",
        Visitors = "BES", Neighbours = "NAB", Network = "SOS", DailyRhythm = "DOG", ContactWithServices = "KOM",
        Children = "BAR",
    }
}

code_list! {
    /// How much help a domain takes: 1 manages alone, 5 needs full help, 9 was not looked at.
    Rating "skill-rating" { Alone = "1", Reminded = "2", SomeHelp = "3", MuchHelp = "4", FullHelp = "5", NotRated = "9" }
}

/// One domain, rated by the worker and by the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SkillRating {
    pub domain: SkillDomain,
    pub worker: Rating,
    pub own: Rating,
}

/// Living skills as they were found on a day.
#[doc(alias = "boevne")]
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LivingSkills {
    pub ratings: Vec<SkillRating>,
    /// Limited to what the tenancy needs.
    pub note: Option<String>,
}

/// What the ratings come to. Never an average: one domain can be enough to lose a home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LivingSkillsResult {
    /// The worker's highest rating, with the domains that have it; `None` when nothing was rated.
    pub hardest: Option<(Rating, Vec<SkillDomain>)>,
    /// Domains that the worker rated three or more.
    pub three_or_more: u8,
    /// Domains that the worker and the person rated two steps or more apart.
    pub seen_differently: Vec<SkillDomain>,
    pub suggested: Option<FollowUpLevel>,
}

impl Rating {
    /// 1 to 5; `None` when the domain was not looked at.
    pub const fn step(self) -> Option<u8> {
        match self {
            Self::Alone => Some(1),
            Self::Reminded => Some(2),
            Self::SomeHelp => Some(3),
            Self::MuchHelp => Some(4),
            Self::FullHelp => Some(5),
            Self::NotRated => None,
        }
    }
}

impl LivingSkills {
    /// What the ratings come to, with the level of follow-up that the municipality's table suggests.
    pub fn result(&self, table: &[FollowUpRow]) -> LivingSkillsResult {
        let rated =
            || self.ratings.iter().filter_map(|rating| Some((rating.domain, rating.worker, rating.worker.step()?)));
        let highest = rated().max_by_key(|(.., step)| *step);
        let hardest = highest.map(|(_, worst, _)| {
            (worst, rated().filter(|(_, rating, _)| *rating == worst).map(|(domain, ..)| domain).collect())
        });
        let three_or_more = rated().filter(|(.., step)| *step >= 3).count();
        let three_or_more = u8::try_from(three_or_more).expect("there are twelve domains");
        let suggested = highest.map(|(.., step)| {
            let rows = table.iter().filter(|row| step >= row.highest && three_or_more >= row.domains_of_three);
            rows.map(|row| row.level).max().unwrap_or(FollowUpLevel::NoFollowUp)
        });
        LivingSkillsResult { hardest, three_or_more, seen_differently: self.seen_differently(), suggested }
    }

    fn seen_differently(&self) -> Vec<SkillDomain> {
        let apart = |rating: &&SkillRating| {
            let steps = rating.worker.step().zip(rating.own.step());
            steps.is_some_and(|(worker, own)| worker.abs_diff(own) >= 2)
        };
        self.ratings.iter().filter(apart).map(|rating| rating.domain).collect()
    }
}
