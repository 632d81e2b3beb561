//! What a household needs: help to live, a home that fits, and what they want themselves.

mod follow_up;
mod history;
mod home;
mod living_skills;
#[cfg(test)]
mod tests;

pub use follow_up::{FollowUpLevel, FollowUpNeed};
pub use history::{HistoryRow, HousingHistory, StableStay, StayEnding, StayKind};
pub use home::{Access, HomeNeed, NeedKind, OwnWish};
pub use living_skills::{LivingSkills, LivingSkillsResult, Rating, SkillDomain, SkillRating};
