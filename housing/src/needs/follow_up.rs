//! How much help a household needs to live in its home.

use crate::decisions::FollowUpKind;

code_list! {
    /// How much follow-up (*oppfølgingsnivå*), from none to a staffed house.
    #[doc(alias = "oppfølgingsnivå")]
    FollowUpLevel "follow-up-level" {
        NoFollowUp = "0", OnRequest = "1", Light = "2", Medium = "3", Close = "4", RoundTheClock = "5",
    }
}

/// The follow-up a household has today and the follow-up it needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FollowUpNeed {
    pub today: Option<FollowUpLevel>,
    pub needed: Option<FollowUpLevel>,
    /// What it should consist of.
    pub kinds: Vec<FollowUpKind>,
}

impl FollowUpNeed {
    /// Levels between what they have and what they need, when both are known: the gap that the survey counts.
    pub fn gap(&self) -> Option<i8> {
        let step = |level: FollowUpLevel| FollowUpLevel::ALL.iter().position(|known| *known == level);
        let (today, needed) = (step(self.today?)?, step(self.needed?)?);
        i8::try_from(needed).ok()?.checked_sub(i8::try_from(today).ok()?)
    }
}
