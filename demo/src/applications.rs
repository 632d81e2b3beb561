//! Applications: the ones behind each lease, and the ones that gave no home, or not yet.

use housing::Date;
use housing::applications::{ApplicationFacts, ApplicationKind, ApplicationStatus, HousingSituation};
use housing::dwellings::Rooms;
use housing::money::Ore;
use housing::people::{HouseholdSize, MemberRole, TargetGroup};

use crate::history::{ApplicationHistory, Household};
use crate::places;
use crate::random::Random;
use crate::tables;
use housing::calendar::add_days;

/// Short names of the officers in the office's own lists.
const OFFICERS: &[&str] = &["kba", "sol", "mhn", "tve", "ålø", "ihs", "rgd", "ofj", "nma", "bes"];

const NOTES: &[&str] = &[
    "Ønsker å bo nær skolen",
    "Tolk: bestill i god tid",
    "Har tilsynsordning; ringes etter kl. 12",
    "Søker også startlån",
    "Vedlegg mangler side 2, purret på telefon",
];

/// Who applies, for what, and when it was received and decided.
#[derive(Clone, Copy, Debug)]
pub struct Filing<'a> {
    pub household: &'a Household,
    pub kind: ApplicationKind,
    pub received: Date,
    pub decided: Option<Date>,
    /// Whether they are without a home of their own.
    pub homeless: bool,
}

impl Filing<'_> {
    /// A granted application that became a lease on a day.
    pub fn housed(&self, random: &mut Random, granted: Date, moved_in: Date) -> ApplicationHistory {
        let mut steps = self.steps_to_decision(random, granted);
        match self.kind {
            ApplicationKind::Renewal => steps.push((granted, ApplicationStatus::Granted)),
            ApplicationKind::New
            | ApplicationKind::Exchange
            | ApplicationKind::NewMember
            | ApplicationKind::CareHome
            | ApplicationKind::HousingHelp => {
                steps.push((granted, ApplicationStatus::WaitingForHome));
                let offered = add_days(moved_in, -random.between(7, 20)).max(granted);
                steps.push((offered, ApplicationStatus::Offered));
            }
        }
        steps.push((moved_in.max(granted), ApplicationStatus::Housed));
        self.with_steps(random, steps)
    }

    /// An application that was decided in another way, or is granted and waits.
    pub fn decided(&self, random: &mut Random, on: Date, outcome: ApplicationStatus) -> ApplicationHistory {
        let mut steps = self.steps_to_decision(random, on);
        steps.push((on, outcome));
        self.with_steps(random, steps)
    }

    /// An application nobody has decided yet, or that was withdrawn before anybody did.
    pub fn undecided(&self, random: &mut Random, since: Date, status: ApplicationStatus) -> ApplicationHistory {
        let mut steps = vec![(self.received, ApplicationStatus::Received)];
        if status != ApplicationStatus::Received {
            steps.push((since.max(self.received), status));
        }
        self.with_steps(random, steps)
    }

    fn steps_to_decision(&self, random: &mut Random, decided: Date) -> Vec<(Date, ApplicationStatus)> {
        let mut steps = vec![(self.received, ApplicationStatus::Received)];
        if random.chance(200) {
            steps.push((add_days(self.received, 4).min(decided), ApplicationStatus::AwaitingDocuments));
        }
        steps.push((add_days(self.received, 9).min(decided), ApplicationStatus::InProgress));
        if random.chance(500) {
            steps.push((add_days(decided, -2).max(self.received), ApplicationStatus::WithAllocationTeam));
            steps.sort_by_key(|(day, _)| *day);
        }
        steps
    }

    fn with_steps(&self, random: &mut Random, steps: Vec<(Date, ApplicationStatus)>) -> ApplicationHistory {
        let size = self.household.size_on(self.received.max(self.household.members[0].from));
        let visits = self.household.members.iter().any(|member| member.role == MemberRole::ContactChild);
        let rooms = usual_rooms(size).max(if visits { 2 } else { 1 });
        let care = self.kind == ApplicationKind::CareHome;
        let status = steps.last().map_or(ApplicationStatus::Received, |(_, status)| *status);
        let facts = ApplicationFacts {
            applicant: self.household.main().clone(),
            kind: Some(self.kind),
            received: self.received,
            size: Some(size),
            situation: Some(self.situation(random)),
            target_groups: target_groups(random, care),
            rooms: random.chance(900).then_some(Rooms(rooms)),
            wished_area: random.chance(450).then(|| (*random.pick(places::AREAS)).to_owned()),
            wheelchair: random.chance(850).then(|| random.chance(if care { 550 } else { 90 })),
            income: random.chance(880).then(|| Ore::kroner(100 * i64::from(random.between(118, 310)))),
            status,
            decided: self.decided,
            officer: (status != ApplicationStatus::Received).then(|| (*random.pick(OFFICERS)).to_owned()),
            note: random.chance(60).then(|| (*random.pick(NOTES)).to_owned()),
        };
        ApplicationHistory { facts, steps }
    }

    fn situation(&self, random: &mut Random) -> HousingSituation {
        match self.kind {
            ApplicationKind::Renewal | ApplicationKind::Exchange | ApplicationKind::NewMember => {
                HousingSituation::MunicipalHome
            }
            ApplicationKind::CareHome => random.weighted(tables::CARE_SITUATIONS),
            ApplicationKind::New | ApplicationKind::HousingHelp if self.homeless => {
                random.weighted(tables::HOMELESS_SITUATIONS)
            }
            ApplicationKind::New | ApplicationKind::HousingHelp => random.weighted(tables::OTHER_SITUATIONS),
        }
    }
}

/// The rooms people ask for: one for each child, one for the adults, and a living room for more than one person.
pub fn usual_rooms(size: HouseholdSize) -> u8 {
    (size.children + 1 + u8::from(size.adults > 1 || size.children > 0)).min(5)
}

/// One group, sometimes two; who has both substance and mental-health needs is counted from the two.
fn target_groups(random: &mut Random, care: bool) -> Vec<TargetGroup> {
    let table = if care { tables::CARE_TARGET_GROUPS } else { tables::TARGET_GROUPS };
    let first = random.weighted(table);
    let second = random.weighted(table);
    let two = random.chance(180) && first != second && ![first, second].contains(&TargetGroup::NoGroup);
    if two { vec![first, second] } else { vec![first] }
}
