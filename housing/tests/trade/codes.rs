//! Every code has a name for people in all three languages, and no name is left over.

use std::collections::BTreeSet;

use housing::appeals::{AppealDefect, AppealResult, LateGround, Reconsideration};
use housing::applications::{
    ApplicationKind, ApplicationStatus, AskedInWords, Channel, ConsentTo, ContactWay, Enclosure, HousingSituation,
    IncomeSource, LeavesPlace, Missing, NeedReason, RepresentativeRole,
};
use housing::arrears::{ArrearsAge, CollectionStep};
use housing::assessment::{AgeException, Answer, Basis, FactName, Ground, Purchase, Reading, StayBasis, TimeException};
use housing::cases::{WaitsFor, WorkGroup};
use housing::decisions::{
    AppealBody, Appealable, DecisionKind, FollowUpChoice, FollowUpKind, HomeAccess, MandatoryBlock, Outcome,
    RefusalGround, WrittenForm,
};
use housing::dwellings::{Category, Disposal, DwellingStatus, Rooms, VacancyLength};
use housing::needs::{Access, FollowUpLevel, NeedKind, Rating, SkillDomain, StayEnding, StayKind};
use housing::people::{MemberRole, Protection, TargetGroup};
use housing::tenancies::{LeaseKind, LeaseWindow, MoveOutReason};
use housing::waiting_list::{PointsFor, PriorityGround, SettledBy};

#[test]
fn every_code_has_a_name_in_all_three_languages() {
    for language in ["nb", "nn", "en"] {
        let named = names(language);
        let missing: Vec<_> = keys().difference(&named).cloned().collect();
        let left_over: Vec<_> = named.difference(&keys()).cloned().collect();
        assert!(missing.is_empty(), "locales/{language}/codes.ftl lacks {missing:?}");
        assert!(left_over.is_empty(), "locales/{language}/codes.ftl names codes that do not exist: {left_over:?}");
    }
}

#[test]
fn every_code_is_read_back() {
    for &status in DwellingStatus::ALL {
        assert_eq!(status.code().parse(), Ok(status));
    }
    assert!("ledig".parse::<DwellingStatus>().is_err());
    assert_eq!(Protection::StrictlyConfidentialAbroad.text_key(), "protection-strengt-utland");
}

fn keys() -> BTreeSet<String> {
    fn of<T: Copy>(all: &'static [T], key: fn(T) -> String) -> impl Iterator<Item = String> {
        all.iter().map(move |&code| key(code))
    }
    of(AppealBody::ALL, AppealBody::text_key)
        .chain(of(AppealDefect::ALL, AppealDefect::text_key))
        .chain(of(AppealResult::ALL, AppealResult::text_key))
        .chain(of(Appealable::ALL, Appealable::text_key))
        .chain(of(ApplicationKind::ALL, ApplicationKind::text_key))
        .chain(of(ApplicationStatus::ALL, ApplicationStatus::text_key))
        .chain(of(ArrearsAge::ALL, ArrearsAge::text_key))
        .chain(of(Category::ALL, Category::text_key))
        .chain(of(CollectionStep::ALL, CollectionStep::text_key))
        .chain(of(Disposal::ALL, Disposal::text_key))
        .chain(of(DecisionKind::ALL, DecisionKind::text_key))
        .chain(of(DwellingStatus::ALL, DwellingStatus::text_key))
        .chain(of(FollowUpChoice::ALL, FollowUpChoice::text_key))
        .chain(of(FollowUpKind::ALL, FollowUpKind::text_key))
        .chain(of(HomeAccess::ALL, HomeAccess::text_key))
        .chain(of(HousingSituation::ALL, HousingSituation::text_key))
        .chain(of(LateGround::ALL, LateGround::text_key))
        .chain(of(LeaseKind::ALL, LeaseKind::text_key))
        .chain(of(LeaseWindow::ALL, LeaseWindow::text_key))
        .chain(of(MandatoryBlock::ALL, MandatoryBlock::text_key))
        .chain(of(MemberRole::ALL, MemberRole::text_key))
        .chain(of(MoveOutReason::ALL, MoveOutReason::text_key))
        .chain(of(Outcome::ALL, Outcome::text_key))
        .chain(of(Protection::ALL, Protection::text_key))
        .chain(of(Reconsideration::ALL, Reconsideration::text_key))
        .chain(of(RefusalGround::ALL, RefusalGround::text_key))
        .chain(of(TargetGroup::ALL, TargetGroup::text_key))
        .chain(of(AskedInWords::ALL, AskedInWords::text_key))
        .chain(of(Channel::ALL, Channel::text_key))
        .chain(of(ConsentTo::ALL, ConsentTo::text_key))
        .chain(of(ContactWay::ALL, ContactWay::text_key))
        .chain(of(Enclosure::ALL, Enclosure::text_key))
        .chain(of(IncomeSource::ALL, IncomeSource::text_key))
        .chain(of(LeavesPlace::ALL, LeavesPlace::text_key))
        .chain(of(Missing::ALL, Missing::text_key))
        .chain(of(NeedReason::ALL, NeedReason::text_key))
        .chain(of(RepresentativeRole::ALL, RepresentativeRole::text_key))
        .chain(of(WaitsFor::ALL, WaitsFor::text_key))
        .chain(of(WorkGroup::ALL, WorkGroup::text_key))
        .chain(of(WrittenForm::ALL, WrittenForm::text_key))
        .chain(of(VacancyLength::ALL, VacancyLength::text_key))
        .chain(of(Access::ALL, Access::text_key))
        .chain(of(AgeException::ALL, AgeException::text_key))
        .chain(of(Answer::ALL, Answer::text_key))
        .chain(of(Basis::ALL, Basis::text_key))
        .chain(of(FactName::ALL, FactName::text_key))
        .chain(of(FollowUpLevel::ALL, FollowUpLevel::text_key))
        .chain(of(Ground::ALL, Ground::text_key))
        .chain(of(NeedKind::ALL, NeedKind::text_key))
        .chain(of(PointsFor::ALL, PointsFor::text_key))
        .chain(of(PriorityGround::ALL, PriorityGround::text_key))
        .chain(of(Purchase::ALL, Purchase::text_key))
        .chain(of(Rating::ALL, Rating::text_key))
        .chain(of(Reading::ALL, Reading::text_key))
        .chain(of(SettledBy::ALL, SettledBy::text_key))
        .chain(of(SkillDomain::ALL, SkillDomain::text_key))
        .chain(of(StayBasis::ALL, StayBasis::text_key))
        .chain(of(StayEnding::ALL, StayEnding::text_key))
        .chain(of(StayKind::ALL, StayKind::text_key))
        .chain(of(TimeException::ALL, TimeException::text_key))
        .chain(of(&Rooms::CATEGORIES, Rooms::text_key))
        .collect()
}

fn names(language: &str) -> BTreeSet<String> {
    let path = format!("{}/../locales/{language}/codes.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("reading texts {path}: {error}"));
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key.to_owned())
        .collect()
}
