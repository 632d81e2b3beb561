//! A decision while it is written: everything may still be missing.

use super::draft::{DecisionDraft, DecisionProblem, GrantTerms, LeaseLength};
use super::reversal::{WrittenReversal, reversals_of};
use super::{Condition, ConditionProblem, DecisionKind, FollowUpAnswer, FollowUpKind, Given, Outcome, RefusalGround};
use crate::Date;
use crate::calendar::add_years;
use crate::dwellings::Rooms;
use crate::money::Ore;

code_list! {
    /// The written form of Norwegian that a letter is in (*målform*).
    #[doc(alias = "målform")]
    WrittenForm "written-form" { Bokmal = "NB", Nynorsk = "NN" }
}

code_list! {
    /// How the question of follow-up is answered.
    FollowUpChoice "follow-up-choice" { Granted = "INNVILGET", Refused = "AVSLATT", NotNeeded = "IKKE_BEHOV" }
}

code_list! {
    /// What a granted home must have for the household to use it.
    HomeAccess "home-access" { GroundFloor = "BAKKE", Lift = "HEIS", Wheelchair = "RULLESTOL", NoNeeds = "INGEN" }
}

/// A condition as far as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct WrittenCondition {
    pub text: String,
    pub legal_basis: String,
    pub reason: String,
}

impl WrittenCondition {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        [&self.text, &self.legal_basis, &self.reason].iter().all(|part| part.trim().is_empty())
    }
}

/// A decision as far as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct WrittenDecision {
    pub outcome: Option<Outcome>,
    pub reversal: WrittenReversal,
    /// The person's own; bokmål when nobody has said.
    pub form: Option<WrittenForm>,
    /// What is decided, in whole sentences.
    pub conclusion: String,
    pub refusal_grounds: Vec<RefusalGround>,
    /// The grounds whose sentence has been put into the reasons: whoever writes may have changed it since.
    pub grounds_told: Vec<RefusalGround>,
    pub reasons: String,
    /// What is given, in words; as [`DecisionDraft::content`].
    pub content: String,
    pub square_metres: Option<u16>,
    pub rooms: Option<Rooms>,
    pub lease: Option<LeaseLength>,
    /// Why it is shorter than the law's shortest term (*husleieloven* §§ 9-3 and 11-1).
    pub short_lease_because: String,
    pub access: Vec<HomeAccess>,
    pub access_note: String,
    /// No certain home yet: the household waits for one.
    pub waiting_list: bool,
    /// The day it holds from, when it is another than the day of the decision.
    pub from: Option<Date>,
    /// The last day of a stay.
    pub until: Option<Date>,
    /// How much money is given.
    pub amount: Option<Ore>,
    pub conditions: Vec<WrittenCondition>,
    pub follow_up: Option<FollowUpChoice>,
    pub follow_up_kinds: Vec<FollowUpKind>,
    /// How much, from 0 to 5 (*oppfølgingsnivå*).
    pub follow_up_level: Option<u8>,
    pub follow_up_reason: String,
    /// It can be carried out to the party's harm before an appeal is decided (*fvl.* § 42).
    pub can_harm_before_appeal: bool,
    /// The day somebody is to look at it again, when there is one.
    pub review_on: Option<Date>,
}

/// What the facts of a case and the law of the day leave room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub received: Date,
    pub today: Date,
    /// The shortest term of a lease in years, without special reasons.
    pub shortest_lease_years: i32,
}

/// The most rooms and square metres that a home is granted with, and the fewest square metres.
const MOST_ROOMS: Rooms = Rooms(15);
const SQUARE_METRES: std::ops::RangeInclusive<u16> = 8..=400;
/// The longest lease with an end, in months.
const LONGEST_LEASE: u16 = 240;
/// So many years ahead a decision can hold from.
const YEARS_AHEAD: i16 = 2;

/// Why what is written cannot be completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WritingProblem {
    #[error("choose an outcome")]
    NoOutcome,
    #[error("say in whole sentences what is decided")]
    NoConclusion,
    #[error("a refusal names its ground")]
    NoRefusalGround,
    #[error("an application that came the wrong way is forwarded, not refused")]
    ForwardInstead,
    #[error("a reversal says what comes in its place")]
    NoReversal,
    #[error("a party who is worse off is warned first, or it is said why not (forvaltningsloven § 16)")]
    NotHeard,
    #[error("the party has until {answer_by} to answer the advance notice (forvaltningsloven § 16)")]
    NoticeRuns { answer_by: Date },
    #[error("an answer to the notice of {sent} came after it was sent, and has come")]
    AnswerOutOfReason { sent: Date },
    #[error("{ground:?} is a ground of the municipality's rules for its homes, not of the act this is decided under")]
    GroundOfAnotherLaw { ground: RefusalGround },
    #[error("nothing is decided for somebody under age until a guardian acts for them")]
    NoGuardian,
    #[error("nothing is assessed, and the reasons are standard words alone")]
    ReasonsFromNothing,
    #[error("the ground «other» is put in words")]
    GroundUnexplained,
    #[error("{rooms} rooms are more than a home has")]
    TooManyRooms { rooms: u8 },
    #[error("{square_metres} square metres cannot be right")]
    SizeOutOfReason { square_metres: u16 },
    #[error("a lease of {months} months cannot be right")]
    LeaseOutOfReason { months: u16 },
    #[error("a lease of less than {years} years says why (husleieloven §§ 9-3 and 11-1)")]
    ShortLeaseUnexplained { years: i32 },
    #[error("it cannot hold from {from}: not before {earliest}, nor after {latest}")]
    FromOutOfReason { from: Date, earliest: Date, latest: Date },
    #[error("a stay says from when and until when it is granted (forvaltningsloven § 27)")]
    NoPeriod,
    #[error("a stay that ends on {until} does not begin on {from}")]
    EndsFirst { from: Date, until: Date },
    #[error("a grant of money says how much (forvaltningsloven § 27)")]
    NoAmount,
    #[error("granted follow-up says how much")]
    NoFollowUpLevel,
    #[error("say why follow-up is not needed")]
    NoFollowUpReason,
    #[error("condition {position}: {problem}")]
    Condition { position: usize, problem: ConditionProblem },
    #[error(transparent)]
    Draft(#[from] DecisionProblem),
}

impl WrittenDecision {
    /// The decision as it would be signed, when nothing stands in the way of it.
    ///
    /// # Errors
    /// Everything that does.
    pub fn complete(&self, kind: DecisionKind, bounds: &Bounds) -> Result<DecisionDraft, Vec<WritingProblem>> {
        let mut problems = self.own_problems(kind);
        if self.comes_to().is_some_and(Outcome::gives) {
            problems.extend(self.out_of_bounds(kind, bounds));
        }
        let mut conditions = Vec::new();
        for (at, written) in self.conditions.iter().enumerate().filter(|(_, written)| !written.is_empty()) {
            match Condition::new(&written.text, &written.legal_basis, &written.reason) {
                Ok(condition) => conditions.push(condition),
                Err(lacking) => problems
                    .extend(lacking.into_iter().map(|problem| WritingProblem::Condition { position: at + 1, problem })),
            }
        }
        let Some(outcome) = self.outcome else { return Err(problems) };
        let comes_to = self.comes_to().unwrap_or(outcome);
        let draft = DecisionDraft {
            kind,
            outcome,
            comes_to,
            reasons: self.reasons.trim().to_owned(),
            content: self.content.trim().to_owned(),
            terms: comes_to.gives().then(|| self.terms()),
            conditions,
            follow_up: self.follow_up_answer(),
        };
        problems.extend(draft.problems().into_iter().map(WritingProblem::Draft));
        if problems.is_empty() { Ok(draft) } else { Err(problems) }
    }

    fn own_problems(&self, kind: DecisionKind) -> Vec<WritingProblem> {
        let mut problems = Vec::new();
        if self.outcome.is_none() {
            problems.push(WritingProblem::NoOutcome);
        }
        if self.conclusion.trim().is_empty() {
            problems.push(WritingProblem::NoConclusion);
        }
        if self.outcome == Some(Outcome::Reversal)
            && self.reversal.comes_to.is_none_or(|comes_to| !reversals_of(kind).contains(&comes_to))
        {
            problems.push(WritingProblem::NoReversal);
        }
        if self.comes_to() == Some(Outcome::Refusal) {
            if self.refusal_grounds.is_empty() {
                problems.push(WritingProblem::NoRefusalGround);
            }
            if self.refusal_grounds.iter().any(|ground| !ground.can_refuse()) {
                problems.push(WritingProblem::ForwardInstead);
            }
            let of_another = self.refusal_grounds.iter().find(|ground| ground.can_refuse() && !ground.refuses(kind));
            problems.extend(of_another.map(|ground| WritingProblem::GroundOfAnotherLaw { ground: *ground }));
        }
        if asks_for_follow_up(kind, self.outcome) {
            match self.follow_up {
                Some(FollowUpChoice::Granted) if self.follow_up_level.is_none() => {
                    problems.push(WritingProblem::NoFollowUpLevel);
                }
                Some(FollowUpChoice::NotNeeded) if self.follow_up_reason.trim().is_empty() => {
                    problems.push(WritingProblem::NoFollowUpReason);
                }
                Some(FollowUpChoice::Granted | FollowUpChoice::Refused | FollowUpChoice::NotNeeded) | None => {}
            }
        }
        problems
    }

    /// What of a grant cannot be right.
    fn out_of_bounds(&self, kind: DecisionKind, bounds: &Bounds) -> Vec<WritingProblem> {
        let mut problems = Vec::new();
        if let Some(Rooms(rooms)) = self.rooms.filter(|rooms| *rooms > MOST_ROOMS) {
            problems.push(WritingProblem::TooManyRooms { rooms });
        }
        if let Some(square_metres) = self.square_metres.filter(|size| !SQUARE_METRES.contains(size)) {
            problems.push(WritingProblem::SizeOutOfReason { square_metres });
        }
        problems.extend(self.lease_problem(kind, bounds));
        let (earliest, latest) = (bounds.received, add_years(bounds.today, YEARS_AHEAD));
        if let Some(from) = self.from.filter(|from| *from < earliest || *from > latest) {
            problems.push(WritingProblem::FromOutOfReason { from, earliest, latest });
        }
        problems.extend(self.given_problem(kind));
        problems
    }

    /// What a grant does not tell of a stay or of money.
    fn given_problem(&self, kind: DecisionKind) -> Option<WritingProblem> {
        match (kind.given(), self.from, self.until, self.amount) {
            (Given::Stay, Some(from), Some(until), _) => {
                (until < from).then_some(WritingProblem::EndsFirst { from, until })
            }
            (Given::Stay, None, _, _) | (Given::Stay, _, None, _) => Some(WritingProblem::NoPeriod),
            (Given::Money, _, _, amount) => {
                amount.is_none_or(|amount| amount.0 <= 0).then_some(WritingProblem::NoAmount)
            }
            (Given::Lease | Given::Help, _, _, _) => None,
        }
    }

    fn lease_problem(&self, kind: DecisionKind, bounds: &Bounds) -> Option<WritingProblem> {
        let months = match self.lease? {
            LeaseLength::Months(months) => months,
            LeaseLength::OpenEnded => return None,
        };
        if !(1..=LONGEST_LEASE).contains(&months) {
            return Some(WritingProblem::LeaseOutOfReason { months });
        }
        let years = bounds.shortest_lease_years;
        let is_let = matches!(kind, DecisionKind::MunicipalHome | DecisionKind::Renewal);
        let short = i32::from(months) < years * 12;
        (is_let && short && self.short_lease_because.trim().is_empty())
            .then_some(WritingProblem::ShortLeaseUnexplained { years })
    }

    fn terms(&self) -> GrantTerms {
        let codes: Vec<&str> = self.access.iter().map(|access| access.code()).collect();
        let access = format!("{} {}", codes.join(" "), self.access_note).trim().to_owned();
        GrantTerms { square_metres: self.square_metres, rooms: self.rooms, lease: self.lease, access }
    }

    fn follow_up_answer(&self) -> Option<FollowUpAnswer> {
        self.follow_up.map(|choice| match choice {
            FollowUpChoice::Granted => FollowUpAnswer::Granted { kinds: self.follow_up_kinds.clone() },
            FollowUpChoice::Refused => FollowUpAnswer::Refused { reason: self.follow_up_reason.trim().to_owned() },
            FollowUpChoice::NotNeeded => FollowUpAnswer::NotNeeded,
        })
    }
}

/// Whether a decision of this kind and outcome must answer the question of follow-up.
pub fn asks_for_follow_up(kind: DecisionKind, outcome: Option<Outcome>) -> bool {
    kind.is_about_a_home() && outcome.is_some_and(Outcome::is_on_the_merits)
}

/// The outcomes that can be chosen in a case of this kind: only a tenancy is prolonged, and an earlier
/// decision is reversed only where one stands.
pub fn outcomes_of(kind: DecisionKind, one_stands: bool) -> Vec<Outcome> {
    let fits = |outcome: &Outcome| match outcome {
        Outcome::Extension => kind == DecisionKind::Renewal && !one_stands,
        Outcome::Reversal => one_stands,
        Outcome::Grant => kind != DecisionKind::Renewal && !one_stands,
        Outcome::Refusal | Outcome::Partial | Outcome::Dismissal | Outcome::Withdrawal => !one_stands,
    };
    Outcome::ALL.iter().copied().filter(fits).collect()
}
