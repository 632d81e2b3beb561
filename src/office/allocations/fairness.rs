//! Who is passed over, and why: what closed meetings did for those who waited, by target group.

use super::problem::ProblemFile;
use super::solving::{Answer, CAP_FULL};
use crate::office::{Actor, Office, OfficeError};
use crate::store::allocations::{self as store, KnownBy, Meeting, Run};
use crate::store::{StoreError, Tx, offers};
use housing::Date;
use housing::people::TargetGroup;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a meeting did for a household that waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Came {
    /// It was given a home, and that stands or became an offer.
    Placed,
    /// It was given a home, and the office let that go before anything was offered.
    Released,
    /// None of the homes fitted it.
    NoFittingHome,
    /// Others came before in every home that fitted it.
    Outranked,
    /// A limit for spread settlement was full.
    CapFull,
}

impl Came {
    /// Everything that can come of a meeting, in the order it is told.
    pub const ALL: [Self; 5] = [Self::Placed, Self::Released, Self::NoFittingHome, Self::Outranked, Self::CapFull];

    /// The name in addresses; texts for people have the key `fairness-CODE`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Released => "released",
            Self::NoFittingHome => "no-fitting-home",
            Self::Outranked => "outranked",
            Self::CapFull => "cap-full",
        }
    }

    /// From the solver's words.
    fn from_why(why: &str) -> Self {
        match why {
            "no fitting home" => Self::NoFittingHome,
            other if other.starts_with(CAP_FULL) => Self::CapFull,
            _ => Self::Outranked,
        }
    }
}

/// A household that waited in a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InMeeting {
    pub meeting: String,
    pub day: Date,
    pub known: KnownBy,
    pub came: Came,
    /// In the solver's words; empty for one that was given a home.
    pub why: String,
}

/// What meetings did for those of a target group.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct GroupFairness {
    /// `None` for those whose group nobody has said.
    pub group: Option<TargetGroup>,
    pub households: usize,
    /// Households that were given a home in the time.
    pub placed: usize,
    /// Times in a meeting, by what came of it. A household that waits on is in the next meeting too.
    pub times: BTreeMap<Came, usize>,
}

/// What the meetings that were closed in a time did for those who waited.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fairness {
    pub from: Date,
    pub on: Date,
    pub meetings: usize,
    /// A household in two groups is counted in both.
    pub groups: Vec<GroupFairness>,
    #[serde(skip)]
    pub rows: Vec<InMeeting>,
}

/// What the meetings closed from a day to another did for those who waited, among those that the actor may see beside
/// a home. Whoever shows it notes that it was looked at.
pub(super) fn fairness(office: &Office, actor: &Actor, (from, on): (Date, Date)) -> Result<Fairness, OfficeError> {
    let (meetings, rows) = office.store().read(|tx| {
        let within = |meeting: &Meeting| meeting.closed.is_some_and(|day| from <= day && day <= on);
        let closed: Vec<Meeting> = store::all(tx)?.into_iter().filter(within).collect();
        let mut rows = Vec::new();
        for meeting in &closed {
            if let Some(run) = store::last_run(tx, &meeting.id)? {
                rows.extend(of_meeting(tx, meeting, &run)?);
            }
        }
        Ok::<_, StoreError>((closed.len(), rows))
    })?;
    let rows: Vec<InMeeting> = rows.into_iter().filter(|row| actor.may_tie(row.known.restricted).is_ok()).collect();
    Ok(Fairness { from, on, meetings, groups: by_group(&rows), rows })
}

/// What a meeting did for each of those who waited: whoever the waiting list gives a need class.
fn of_meeting(tx: &mut Tx<'_>, meeting: &Meeting, run: &Run) -> Result<Vec<InMeeting>, StoreError> {
    let (problem, answer) = (ProblemFile::read(&run.problem)?, Answer::read(&run.answer)?);
    let why: HashMap<&str, &str> =
        answer.unplaced.iter().map(|one| (one.household.as_str(), one.why.as_str())).collect();
    let waited: Vec<&str> =
        problem.households.iter().filter(|it| it.need_class.is_some()).map(|it| it.id.as_str()).collect();
    let known = store::known_by(tx, &waited)?;
    let standing = standing(tx, &meeting.id)?;
    let rows = known.into_iter().map(|known| {
        let why = why.get(known.household.as_str()).copied();
        let given = if standing.contains(&known.household) { Came::Placed } else { Came::Released };
        InMeeting {
            meeting: meeting.id.clone(),
            day: meeting.day,
            came: why.map_or(given, Came::from_why),
            why: why.unwrap_or_default().to_owned(),
            known,
        }
    });
    // A tenant on the waiting list who stays where they live is neither placed nor without.
    let placed: BTreeSet<&str> = answer.placements.iter().map(|placed| placed.household.as_str()).collect();
    let was_in_it = |row: &InMeeting| !row.why.is_empty() || placed.contains(row.known.household.as_str());
    Ok(rows.filter(was_in_it).collect())
}

/// The households of a meeting whose placement stands, or was offered them.
fn standing(tx: &mut Tx<'_>, meeting: &str) -> Result<BTreeSet<String>, StoreError> {
    let offered: BTreeSet<String> = offers::of_chain(tx, meeting)?.into_iter().map(|offer| offer.dwelling).collect();
    let placements = store::placements_of(tx, meeting)?.into_iter();
    let standing = placements.filter(|placement| placement.is_open || offered.contains(&placement.dwelling));
    Ok(standing.map(|placement| placement.household).collect())
}

fn by_group(rows: &[InMeeting]) -> Vec<GroupFairness> {
    let mut groups: BTreeMap<Option<TargetGroup>, Vec<&InMeeting>> = BTreeMap::new();
    for row in rows {
        for group in row.known.groups.iter().copied().map(Some) {
            groups.entry(group).or_default().push(row);
        }
        if row.known.groups.is_empty() {
            groups.entry(None).or_default().push(row);
        }
    }
    let of_group = |(group, rows): (Option<TargetGroup>, Vec<&InMeeting>)| {
        let households = |of: &dyn Fn(&InMeeting) -> bool| {
            let counted = rows.iter().filter(|row| of(row)).map(|row| row.known.household.as_str());
            counted.collect::<BTreeSet<_>>().len()
        };
        let mut times = BTreeMap::new();
        for row in &rows {
            *times.entry(row.came).or_insert(0) += 1;
        }
        let (all, placed) = (households(&|_| true), households(&|row| row.came == Came::Placed));
        GroupFairness { group, households: all, placed, times }
    };
    groups.into_iter().map(of_group).collect()
}
