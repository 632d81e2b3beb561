//! The fields of a rule set's form, in the groups that an administrator reads them in. A field has the
//! name that the rule has in a file, so that what is wrong with the rule is shown beside it.

use crate::web::rule_form::{Choice, Part, coded};
use crate::web::{FormValues, Frame};
use housing::applications::HousingSituation;
use housing::assessment::{AgeException, Basis, Ground, RuleSet, StayBasis, TimeException};
use housing::needs::FollowUpLevel;
use housing::offers::DeclineReason;
use housing::waiting_list::PriorityGround;

/// How a field is filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Line,
    Text,
    Day,
    /// A number with the key of its unit.
    Number(&'static str),
    Check,
    /// One of a list.
    One(Choices),
    /// Any of a list.
    Any(Choices),
    /// A row of small fields of their own.
    Row(Parts),
}

/// A list to choose from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    AgeExceptions,
    TimeExceptions,
    StayBases,
    IncomeBases,
    IncomeUnits,
    DeclineReasons,
}

/// What small fields a row has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    Situations,
    IncomeLimits,
    Priorities,
    PointsByRank,
    RoomNorm,
    FollowUp,
}

/// One field.
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
}

/// Fields that belong together; `toggle` is the name of the field that says the ground is asked for.
pub struct Group {
    pub name: &'static str,
    pub toggle: bool,
    pub fields: &'static [Field],
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind }
}

const fn ground(name: &'static str, fields: &'static [Field]) -> Group {
    Group { name, toggle: true, fields }
}

const fn always(name: &'static str, fields: &'static [Field]) -> Group {
    Group { name, toggle: false, fields }
}

const YEARS: &str = "rule-set-unit-years";
const MONTHS: &str = "rule-set-unit-months";
const DAYS: &str = "rule-set-unit-days";
const KRONER: &str = "rule-set-unit-kroner";
const NO_UNIT: &str = "";

/// Every group, in order.
pub const GROUPS: &[Group] = &[
    always(
        "about",
        &[
            field("name", Kind::Line),
            field("valid_from", Kind::Day),
            field("source", Kind::Line),
            field("appeal_body", Kind::Line),
        ],
    ),
    ground(
        "age",
        &[
            field("age.clause", Kind::Text),
            field("age.clause_nn", Kind::Text),
            field("age.least_years", Kind::Number(YEARS)),
            field("age.exceptions", Kind::Any(Choices::AgeExceptions)),
            field("age.waivable", Kind::Check),
        ],
    ),
    ground(
        "time_here",
        &[
            field("time_here.clause", Kind::Text),
            field("time_here.clause_nn", Kind::Text),
            field("time_here.least_months", Kind::Number(MONTHS)),
            field("time_here.exceptions", Kind::Any(Choices::TimeExceptions)),
            field("time_here.waivable", Kind::Check),
        ],
    ),
    ground(
        "stay",
        &[
            field("stay.clause", Kind::Text),
            field("stay.clause_nn", Kind::Text),
            field("stay.accepted", Kind::Any(Choices::StayBases)),
            field("stay.waivable", Kind::Check),
        ],
    ),
    ground(
        "home",
        &[
            field("home.clause", Kind::Text),
            field("home.clause_nn", Kind::Text),
            field("home.situations", Kind::Row(Parts::Situations)),
            field("home.lease_months_left", Kind::Number(MONTHS)),
            field("home.waivable", Kind::Check),
        ],
    ),
    ground(
        "income",
        &[
            field("income.clause", Kind::Text),
            field("income.clause_nn", Kind::Text),
            field("income.basis", Kind::One(Choices::IncomeBases)),
            field("income.unit", Kind::One(Choices::IncomeUnits)),
            field("income.limits", Kind::Row(Parts::IncomeLimits)),
            field("income.counted_from_age", Kind::Number(YEARS)),
            field("income.waivable", Kind::Check),
        ],
    ),
    ground(
        "wealth",
        &[
            field("wealth.clause", Kind::Text),
            field("wealth.clause_nn", Kind::Text),
            field("wealth.most_kroner", Kind::Number(KRONER)),
            field("wealth.waivable", Kind::Check),
        ],
    ),
    ground(
        "overdue",
        &[
            field("overdue.clause", Kind::Text),
            field("overdue.clause_nn", Kind::Text),
            field("overdue.loan", Kind::Check),
            field("overdue.rent", Kind::Check),
            field("overdue.other", Kind::Check),
            field("overdue.waivable", Kind::Check),
        ],
    ),
    ground(
        "quarantine",
        &[
            field("quarantine.clause", Kind::Text),
            field("quarantine.clause_nn", Kind::Text),
            field("quarantine.months", Kind::Number(MONTHS)),
            field("quarantine.waivable", Kind::Check),
        ],
    ),
    ground(
        "purchase",
        &[
            field("purchase.clause", Kind::Text),
            field("purchase.clause_nn", Kind::Text),
            field("purchase.waivable", Kind::Check),
        ],
    ),
    ground("target_group", &[field("target_group.clause", Kind::Text), field("target_group.clause_nn", Kind::Text)]),
    ground("own_effort", &[field("own_effort.clause", Kind::Text), field("own_effort.clause_nn", Kind::Text)]),
    always("order", &[field("priority", Kind::Row(Parts::Priorities)), field("time_counts", Kind::Check)]),
    ground(
        "points",
        &[
            field("points.clause", Kind::Text),
            field("points.clause_nn", Kind::Text),
            field("points.by_rank", Kind::Row(Parts::PointsByRank)),
            field("points.per_child", Kind::Number(NO_UNIT)),
            field("points.most_children", Kind::Number(NO_UNIT)),
            field("points.per_month", Kind::Number(NO_UNIT)),
            field("points.most_months", Kind::Number(NO_UNIT)),
        ],
    ),
    always(
        "lease",
        &[
            field("lease.clause", Kind::Text),
            field("lease.clause_nn", Kind::Text),
            field("lease.years", Kind::Number(YEARS)),
            field("lease.years_with_children", Kind::Number(YEARS)),
            field("lease.renewal_years", Kind::Number(YEARS)),
            field("lease.renewal_years_with_children", Kind::Number(YEARS)),
            field("lease.child_until_age", Kind::Number(YEARS)),
        ],
    ),
    always(
        "offer",
        &[
            field("offer.clause", Kind::Text),
            field("offer.clause_nn", Kind::Text),
            field("offer.answer_days", Kind::Number(DAYS)),
            field("offer.in_workdays", Kind::Check),
            field("offer.remind_days", Kind::Number(DAYS)),
            field("offer.most_declined", Kind::Number(NO_UNIT)),
            field("offer.good_reasons", Kind::Any(Choices::DeclineReasons)),
            field("offer.no_answer_counts", Kind::Check),
        ],
    ),
    always("room_norm", &[field("room_norm", Kind::Row(Parts::RoomNorm))]),
    always("follow_up", &[field("follow_up", Kind::Row(Parts::FollowUp))]),
];

/// The largest household with a limit of its own.
pub const INCOME_LIMITS: usize = 6;

/// Ranks of priority that can be chosen.
pub const RANKS: usize = 9;

/// Ranks that points can be given for.
pub const RANKS_WITH_POINTS: usize = 4;

/// The name of a group or field in the texts: `age.least_years` is `age-least-years`.
pub fn text_name(name: &str) -> String {
    name.replace(['.', '_'], "-")
}

/// What can be chosen, with words.
pub fn choices(frame: &Frame, list: Choices) -> Vec<Choice> {
    match list {
        Choices::AgeExceptions => coded(frame, AgeException::ALL, AgeException::code, AgeException::text_key),
        Choices::TimeExceptions => coded(frame, TimeException::ALL, TimeException::code, TimeException::text_key),
        Choices::StayBases => coded(frame, StayBasis::ALL, StayBasis::code, StayBasis::text_key),
        Choices::IncomeBases => coded(frame, Basis::ALL, Basis::code, Basis::text_key),
        Choices::IncomeUnits => ["judgement", "G", "kr"]
            .map(|unit| (unit.to_owned(), frame.t(&format!("rule-set-unit-{}", unit.to_lowercase()))))
            .into(),
        Choices::DeclineReasons => coded(frame, DeclineReason::ALL, DeclineReason::code, DeclineReason::text_key),
    }
}

/// The small fields of a row; how many a norm or table has follows from the rules the form began with.
pub fn parts(frame: &Frame, values: &FormValues, rules: &RuleSet, row: Parts) -> Vec<Part> {
    let part = |name: String, label: String, options: Vec<Choice>| Part {
        value: values.get(&name).to_owned(),
        name,
        label,
        options,
    };
    match row {
        Parts::Situations => {
            let options =
                || ["", "met", "judged"].map(|answer| (answer.to_owned(), frame.t(situation_text(answer)))).into();
            let of = |one: &HousingSituation| part(situation(*one), frame.t(&one.text_key()), options());
            HousingSituation::ALL.iter().map(of).collect()
        }
        Parts::IncomeLimits => {
            let label = |persons: usize| {
                let key = if persons == INCOME_LIMITS { "rule-set-persons-or-more" } else { "rule-set-persons" };
                frame.t1(key, "count", persons)
            };
            (1..=INCOME_LIMITS).map(|persons| part(income_limit(persons), label(persons), Vec::new())).collect()
        }
        Parts::Priorities => {
            let ranks = || {
                let none = (String::new(), frame.t("rule-set-rank-none"));
                let ranked = (1..=RANKS).map(|rank| (rank.to_string(), frame.t1("rule-set-rank", "rank", rank)));
                std::iter::once(none).chain(ranked).collect()
            };
            let of = |one: &PriorityGround| part(priority(*one), frame.t(&one.text_key()), ranks());
            PriorityGround::ALL.iter().map(of).collect()
        }
        Parts::PointsByRank => {
            let of = |rank: usize| part(points_of_rank(rank), frame.t1("rule-set-rank", "rank", rank), Vec::new());
            (1..=RANKS_WITH_POINTS).map(of).collect()
        }
        Parts::RoomNorm => {
            let norm = &rules.room_norm;
            let of_row = |(at, row): (usize, &housing::people::NormRow)| {
                let size = format!("{}+{}", row.most_adults, row.most_children);
                bedrooms(at).map(|(name, key)| part(name, frame.t1(key, "size", &size), Vec::new()))
            };
            let larger = bedrooms(norm.rows.len())
                .map(|(name, key)| part(name, frame.t1(key, "size", frame.t("rule-set-larger")), Vec::new()));
            norm.rows.iter().enumerate().flat_map(of_row).chain(larger).collect()
        }
        Parts::FollowUp => {
            let levels = || {
                FollowUpLevel::ALL.iter().map(|level| (level.code().to_owned(), frame.t(&level.text_key()))).collect()
            };
            let of = |(at, row): (usize, &housing::assessment::FollowUpRow)| {
                let facts = [("highest", row.highest.to_string()), ("domains", row.domains_of_three.to_string())];
                let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
                part(follow_up(at), frame.ta("rule-set-follow-up-row", &facts), levels())
            };
            rules.follow_up.iter().enumerate().map(of).collect()
        }
    }
}

const fn situation_text(answer: &str) -> &'static str {
    match answer.as_bytes() {
        b"met" => "rule-set-situation-met",
        b"judged" => "rule-set-situation-judged",
        _ => "rule-set-situation-not",
    }
}

/// The name of the field for a situation.
pub fn situation(one: HousingSituation) -> String {
    format!("situation-{}", one.code())
}

/// The name of the field for the limit of a household of so many.
pub fn income_limit(persons: usize) -> String {
    format!("limit-{persons}")
}

/// The name of the field for the rank of a ground.
pub fn priority(ground: PriorityGround) -> String {
    format!("rank-{}", ground.code())
}

/// The name of the field for the points of a rank.
pub fn points_of_rank(rank: usize) -> String {
    format!("points-{rank}")
}

/// The names of the two fields of a row of the norm, with the keys of their words.
pub fn bedrooms(row: usize) -> [(String, &'static str); 2] {
    [(format!("least-{row}"), "rule-set-bedrooms-least"), (format!("most-{row}"), "rule-set-bedrooms-most")]
}

/// The name of the field for a row of the table of follow-up.
pub fn follow_up(row: usize) -> String {
    format!("level-{row}")
}

/// The ground that a group of fields makes, for its name.
pub fn ground_of(group: &str) -> Option<Ground> {
    match group {
        "age" => Some(Ground::Age),
        "time_here" => Some(Ground::TimeHere),
        "stay" => Some(Ground::LawfulStay),
        "home" => Some(Ground::WithoutHome),
        "income" => Some(Ground::Income),
        "wealth" => Some(Ground::Wealth),
        "overdue" => Some(Ground::KeptAgreements),
        "quarantine" => Some(Ground::Quarantine),
        "purchase" => Some(Ground::CannotBuy),
        "target_group" => Some(Ground::TargetGroup),
        "own_effort" => Some(Ground::OwnEffort),
        _ => None,
    }
}
