//! What somebody has found out about those who wait, and seen of the homes that can be given, so that a meeting has
//! something to go by. Every sixth household nobody has asked yet.

use crate::clock::Instant;
use crate::office::OfficeError;
use crate::office::needs::{Content, keep};
use crate::secrets::Secrets;
use crate::store::Tx;
use crate::store::allocations;
use housing::Date;
use housing::applications::ApplicationKind;
use housing::calendar::add_days;
use housing::dwellings::Category;
use housing::fit::HomeTraits;
use housing::needs::{Access, FollowUpLevel, FollowUpNeed, HomeNeed, NeedKind, OwnWish};
use housing::people::TargetGroup;

/// Who found it out.
const BY: &str = "operator";

/// How many tenants have been asked and would move.
const WISHES: usize = 6;

/// Finds out what those who wait need, and looks at the homes that can be given.
pub(super) fn find_out(tx: &mut Tx<'_>, secrets: &Secrets, (today, now): (Date, Instant)) -> Result<(), OfficeError> {
    for (index, (application, _)) in allocations::waiting(tx)?.into_iter().enumerate() {
        if index % 6 == 5 {
            continue;
        }
        let follow_up = FollowUpNeed { needed: Some(level(&application.target_groups, index)), ..Default::default() };
        let care_home = (application.kind == Some(ApplicationKind::CareHome)).then_some(NeedKind::CareHome);
        let home = HomeNeed {
            kind: care_home.or(Some(NeedKind::MunicipalHome)),
            access: access(index),
            ..HomeNeed::default()
        };
        for content in [Content::FollowUp(follow_up), Content::Home(home)] {
            keep(tx, secrets, &application, (&content, today), (BY, now))?;
        }
    }
    // Some tenants whose lease runs out and whose home does not suit them have said that they would move.
    for (application, _) in allocations::movers(tx, (today, add_days(today, 700)))?.into_iter().step_by(2).take(WISHES)
    {
        let wish = OwnWish { kind: Some(NeedKind::Exchange), words: Some("Vil gjerne bytte bolig.".to_owned()) };
        keep(tx, secrets, &application, (&Content::Wish(wish), today), (BY, now))?;
    }
    for (index, home) in allocations::candidate_homes(tx)?.into_iter().enumerate() {
        let traits = traits(home.dwelling.facts.category, index);
        allocations::record_traits(tx, &home.dwelling.id, (1, &traits), (today, BY, now))?;
    }
    Ok(())
}

fn level(groups: &[TargetGroup], index: usize) -> FollowUpLevel {
    let needs_much = groups.iter().any(|group| {
        matches!(group, TargetGroup::Substance | TargetGroup::SubstanceAndMentalHealth | TargetGroup::Intellectual)
    });
    match (needs_much, index % 4) {
        (true, 0) => FollowUpLevel::Close,
        (true, _) => FollowUpLevel::Medium,
        (false, 0) => FollowUpLevel::Light,
        (false, 1) => FollowUpLevel::OnRequest,
        (false, _) => FollowUpLevel::NoFollowUp,
    }
}

fn access(index: usize) -> Vec<Access> {
    match index % 9 {
        2 => vec![Access::Lift],
        7 => vec![Access::GroundFloor],
        _ => Vec::new(),
    }
}

fn traits(category: Category, index: usize) -> HomeTraits {
    let follow_up = match category {
        Category::CareHome | Category::SharedHousing => FollowUpLevel::RoundTheClock,
        Category::SmallHouse | Category::ClarificationHome | Category::EmergencyHome => FollowUpLevel::Close,
        Category::Ordinary
        | Category::RefugeeHome
        | Category::TransitionHome
        | Category::PensionersHome
        | Category::StaffHome => FollowUpLevel::Medium,
    };
    let pets = match index % 3 {
        0 => Some(true),
        1 => Some(false),
        _ => None,
    };
    HomeTraits { follow_up: Some(follow_up), pets, ..HomeTraits::default() }
}
