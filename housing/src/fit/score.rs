//! How good a fit is: a plain sum of named parts.

use super::answer::{Clause, ClauseResult, Fact, FactName, FactValue, FitAnswer, Found};
use super::home::FitHome;
use super::household::FitHousehold;
use super::neighbourhood::in_wished_area;
use super::size::share;
use crate::dwellings::Rooms;
use crate::needs::{Access, FollowUpLevel};

/// The points of each part, as the office sets them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreTable {
    /// For every home that can be proposed.
    pub fits: u16,
    /// No larger than the household needs.
    pub right_size: u16,
    /// An adapted home goes to somebody who needs it, and the others to the others.
    pub access: u16,
    pub wished_area: u16,
    /// The rent takes no more than `low_rent_percent` of the income.
    pub low_rent: u16,
    pub low_rent_percent: u16,
    /// A home with staff goes to somebody who needs staff, and the others to the others.
    pub staffing: u16,
    /// Nothing is left to clear up.
    pub settled: u16,
    /// For a whole month waited, for at most so many months.
    pub per_month_waited: u16,
    pub most_months: u16,
    /// A tenant who moves leaves a larger home than they need.
    pub frees_rooms: u16,
    /// A tenant who moves lives too crowded today.
    pub no_longer_crowded: u16,
}

code_list! {
    /// What points are given for.
    ScorePart "fit-part" {
        Fits = "PASSER", RightSize = "STORRELSE", Access = "TILPASSET", WishedArea = "OMRAADE", LowRent = "LAV_LEIE",
        Staffing = "BEMANNING", Settled = "AVKLART", Waited = "VENTET", FreesRooms = "FRIGJOR_ROM",
        NoLongerCrowded = "TRANGT",
    }
}

/// The points of a fit, with what each of them is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Score {
    pub total: u32,
    /// Parts without points are left out.
    pub parts: Vec<(ScorePart, u32)>,
}

/// From this level on a home counts as staffed.
const STAFFED: FollowUpLevel = FollowUpLevel::Close;

/// What somebody may need an adapted home for.
const ADAPTED: [Access; 3] = [Access::Wheelchair, Access::UniversalDesign, Access::AdaptedBathroom];

impl ScoreTable {
    /// What each part gives at most; for the time waited, what a month gives.
    pub const fn parts(&self) -> [(ScorePart, u16); 10] {
        [
            (ScorePart::Fits, self.fits),
            (ScorePart::RightSize, self.right_size),
            (ScorePart::Access, self.access),
            (ScorePart::WishedArea, self.wished_area),
            (ScorePart::LowRent, self.low_rent),
            (ScorePart::Staffing, self.staffing),
            (ScorePart::Settled, self.settled),
            (ScorePart::Waited, self.per_month_waited),
            (ScorePart::FreesRooms, self.frees_rooms),
            (ScorePart::NoLongerCrowded, self.no_longer_crowded),
        ]
    }
}

impl Score {
    pub(super) fn of(
        table: &ScoreTable,
        (household, home): (&FitHousehold, &FitHome),
        clauses: &[ClauseResult],
    ) -> Self {
        let rooms = RoomFacts::of(clauses);
        let months = household.months_waited.min(table.most_months);
        let low_rent = share(household.income, home.rent).is_some_and(|share| share <= table.low_rent_percent);
        let given = |holds: bool, points: u16| if holds { u32::from(points) } else { 0 };
        let parts = [
            (ScorePart::Fits, u32::from(table.fits)),
            (ScorePart::RightSize, given(rooms.is_right_size(), table.right_size)),
            (ScorePart::Access, given(adapted_where_needed(household, home), table.access)),
            (ScorePart::WishedArea, given(in_wished_area(household, home), table.wished_area)),
            (ScorePart::LowRent, given(low_rent, table.low_rent)),
            (ScorePart::Staffing, given(staffed_where_needed(household, home), table.staffing)),
            (ScorePart::Settled, given(clauses.iter().all(|it| it.answer == FitAnswer::Fits), table.settled)),
            (ScorePart::Waited, u32::from(months) * u32::from(table.per_month_waited)),
            (ScorePart::FreesRooms, given(rooms.frees(household, home), table.frees_rooms)),
            (ScorePart::NoLongerCrowded, given(rooms.ends_crowding(household, home), table.no_longer_crowded)),
        ];
        let parts: Vec<(ScorePart, u32)> = parts.into_iter().filter(|(_, points)| *points > 0).collect();
        Self { total: parts.iter().map(|(_, points)| points).sum(), parts }
    }
}

fn adapted_where_needed(household: &FitHousehold, home: &FitHome) -> bool {
    let needs = household.access.as_ref().is_some_and(|access| access.iter().any(|need| ADAPTED.contains(need)));
    needs == (home.wheelchair == Some(true))
}

fn staffed_where_needed(household: &FitHousehold, home: &FitHome) -> bool {
    let is_staffed = |level: Option<FollowUpLevel>| level.is_some_and(|level| level >= STAFFED);
    is_staffed(household.follow_up) == is_staffed(home.traits.follow_up)
}

/// What the clause of rooms found.
struct RoomFacts {
    found: Option<Found>,
    rooms: Option<Rooms>,
    least: Option<Rooms>,
}

impl RoomFacts {
    fn of(clauses: &[ClauseResult]) -> Self {
        let result = clauses.iter().find(|result| result.clause == Clause::Rooms);
        let of = |name| result.and_then(|result| result.facts.iter().find(|fact| fact.name == name)).and_then(rooms);
        Self { found: result.map(|it| it.found), rooms: of(FactName::Rooms), least: of(FactName::Least) }
    }

    fn is_right_size(&self) -> bool {
        self.found == Some(Found::RightRooms) && self.rooms == self.least
    }

    /// They live in more rooms than they need, and move to fewer.
    fn frees(&self, household: &FitHousehold, home: &FitHome) -> bool {
        let now = household.lives_now.and_then(|now| now.rooms);
        matches!((now, home.rooms, self.least), (Some(now), Some(home), Some(least)) if home < now && least < now)
    }

    fn ends_crowding(&self, household: &FitHousehold, home: &FitHome) -> bool {
        let now = household.lives_now.and_then(|now| now.rooms);
        matches!((now, home.rooms, self.least), (Some(now), Some(home), Some(least)) if now < least && home >= least)
    }
}

fn rooms(fact: &Fact) -> Option<Rooms> {
    match fact.value {
        FactValue::Rooms(rooms) => Some(rooms),
        FactValue::Category(_)
        | FactValue::Kind(_)
        | FactValue::Household(_)
        | FactValue::Access(_)
        | FactValue::Level(_)
        | FactValue::Money(_)
        | FactValue::Percent(_)
        | FactValue::Number(_)
        | FactValue::Day(_)
        | FactValue::Text(_) => None,
    }
}
