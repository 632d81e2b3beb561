//! Every code has a name for people in all three languages, and no name is left over.

use std::collections::BTreeSet;

use housing::appeals::{AppealDefect, AppealResult, DismissalGround, LateGround, Reconsideration};
use housing::applications::{
    ApplicationKind, ApplicationStatus, AskedInWords, Channel, ConsentTo, ContactWay, Enclosure, HousingSituation,
    IncomeSource, LeavesPlace, Mandate, Missing, NeedReason, NoticeBy, RepresentativeRole,
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
use housing::offers::{DeclineReason, OfferStep, WithdrawReason};
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
    fn of<T: Copy>(all: &[T], key: fn(T) -> String) -> Vec<String> {
        all.iter().map(|&code| key(code)).collect()
    }
    let lists = [
        of(AppealBody::ALL, AppealBody::text_key),
        of(AppealDefect::ALL, AppealDefect::text_key),
        of(AppealResult::ALL, AppealResult::text_key),
        of(Appealable::ALL, Appealable::text_key),
        of(ApplicationKind::ALL, ApplicationKind::text_key),
        of(ApplicationStatus::ALL, ApplicationStatus::text_key),
        of(ArrearsAge::ALL, ArrearsAge::text_key),
        of(Category::ALL, Category::text_key),
        of(CollectionStep::ALL, CollectionStep::text_key),
        of(DismissalGround::ALL, DismissalGround::text_key),
        of(Disposal::ALL, Disposal::text_key),
        of(DecisionKind::ALL, DecisionKind::text_key),
        of(DwellingStatus::ALL, DwellingStatus::text_key),
        of(FollowUpChoice::ALL, FollowUpChoice::text_key),
        of(FollowUpKind::ALL, FollowUpKind::text_key),
        of(HomeAccess::ALL, HomeAccess::text_key),
        of(HousingSituation::ALL, HousingSituation::text_key),
        of(LateGround::ALL, LateGround::text_key),
        of(LeaseKind::ALL, LeaseKind::text_key),
        of(LeaseWindow::ALL, LeaseWindow::text_key),
        of(MandatoryBlock::ALL, MandatoryBlock::text_key),
        of(Mandate::ALL, Mandate::text_key),
        of(MemberRole::ALL, MemberRole::text_key),
        of(MoveOutReason::ALL, MoveOutReason::text_key),
        of(DeclineReason::ALL, DeclineReason::text_key),
        of(OfferStep::ALL, OfferStep::text_key),
        of(WithdrawReason::ALL, WithdrawReason::text_key),
        of(Outcome::ALL, Outcome::text_key),
        of(Protection::ALL, Protection::text_key),
        of(Reconsideration::ALL, Reconsideration::text_key),
        of(RefusalGround::ALL, RefusalGround::text_key),
        of(TargetGroup::ALL, TargetGroup::text_key),
        of(AskedInWords::ALL, AskedInWords::text_key),
        of(Channel::ALL, Channel::text_key),
        of(ConsentTo::ALL, ConsentTo::text_key),
        of(ContactWay::ALL, ContactWay::text_key),
        of(Enclosure::ALL, Enclosure::text_key),
        of(IncomeSource::ALL, IncomeSource::text_key),
        of(LeavesPlace::ALL, LeavesPlace::text_key),
        of(Missing::ALL, Missing::text_key),
        of(NeedReason::ALL, NeedReason::text_key),
        of(NoticeBy::ALL, NoticeBy::text_key),
        of(RepresentativeRole::ALL, RepresentativeRole::text_key),
        of(WaitsFor::ALL, WaitsFor::text_key),
        of(WorkGroup::ALL, WorkGroup::text_key),
        of(WrittenForm::ALL, WrittenForm::text_key),
        of(VacancyLength::ALL, VacancyLength::text_key),
        of(Access::ALL, Access::text_key),
        of(AgeException::ALL, AgeException::text_key),
        of(Answer::ALL, Answer::text_key),
        of(Basis::ALL, Basis::text_key),
        of(FactName::ALL, FactName::text_key),
        of(FollowUpLevel::ALL, FollowUpLevel::text_key),
        of(Ground::ALL, Ground::text_key),
        of(NeedKind::ALL, NeedKind::text_key),
        of(PointsFor::ALL, PointsFor::text_key),
        of(PriorityGround::ALL, PriorityGround::text_key),
        of(Purchase::ALL, Purchase::text_key),
        of(Rating::ALL, Rating::text_key),
        of(Reading::ALL, Reading::text_key),
        of(SettledBy::ALL, SettledBy::text_key),
        of(SkillDomain::ALL, SkillDomain::text_key),
        of(StayBasis::ALL, StayBasis::text_key),
        of(StayEnding::ALL, StayEnding::text_key),
        of(StayKind::ALL, StayKind::text_key),
        of(TimeException::ALL, TimeException::text_key),
        of(&Rooms::CATEGORIES, Rooms::text_key),
    ];
    lists.into_iter().flatten().collect()
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
