//! Fit rules as what stands in their form, and what stands in the form as fit rules.

use super::fields::{group_of, of_need};
use crate::web::FormValues;
use crate::web::reading::needed_day;
use crate::web::rule_form::Reading;
use housing::dwellings::Category;
use housing::fit::{
    AccessRule, AreaRule, CAP_FIELDS, CapFields, CapRule, CategoryRow, CategoryRule, Clause, CountedBy, CustodyCounts,
    Demand, FitRules, FollowUpRule, LeaseFitRule, MoveLimits, OpenQuestions, PlainRule, RentRule, RoomsRule,
    ScoreTable,
};
use housing::needs::{FollowUpLevel, NeedKind};

/// What the form shows of the rules. A clause that is not looked at has what `standard` says, ready to be switched on.
pub fn values(rules: &FitRules, standard: &FitRules) -> FormValues {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut set = |name: &str, value: String| pairs.push((name.to_owned(), value));
    set("name", rules.name.clone());
    set("valid_from", rules.valid_from.to_string());
    set("source", rules.source.clone());
    set("open_questions", rules.open_questions.code().to_owned());
    if let Some(months) = rules.lease_ends_within_months {
        set("lease_ends_within_months", months.to_string());
    }
    for (clause, ..) in rules.asked() {
        set(group_of(clause), "true".to_owned());
    }
    let asked: Vec<Clause> = rules.asked().into_iter().map(|(clause, ..)| clause).collect();
    let not_asked = standard.asked().into_iter().filter(|(clause, ..)| !asked.contains(clause));
    for (clause, demand, text) in rules.asked().into_iter().chain(not_asked) {
        set(&format!("{}.demand", group_of(clause)), demand.code().to_owned());
        set(&format!("{}.clause", group_of(clause)), text.to_owned());
    }
    details(rules, standard, &mut set);
    numbers(rules, &mut set);
    for (cap, names) in rules.caps.iter().zip(CAP_FIELDS) {
        self::cap(cap, names, &mut set);
    }
    FormValues::of(pairs.iter().map(|(name, value)| (name.as_str(), value.clone())))
}

/// What can be set for a clause beside its weight.
fn details(rules: &FitRules, standard: &FitRules, set: &mut impl FnMut(&str, String)) {
    if let Some(rule) = rules.category.as_ref().or(standard.category.as_ref()) {
        for category in &rule.for_everybody {
            set("category.for_everybody", category.code().to_owned());
        }
        for row in &rule.by_need {
            for category in &row.categories {
                set(&of_need(row.need), category.code().to_owned());
            }
        }
    }
    if let Some(rule) = rules.rooms.as_ref().or(standard.rooms.as_ref()) {
        set("rooms.contact_children", rule.contact_children.code().to_owned());
        set("rooms.spare_rooms", rule.spare_rooms.to_string());
    }
    if let Some(rule) = rules.rent.as_ref().or(standard.rent.as_ref()) {
        set("rent.most_percent", rule.most_percent.to_string());
    }
    if let Some(rule) = rules.follow_up.as_ref().or(standard.follow_up.as_ref()) {
        set("follow_up.staffed_from", rule.staffed_from.code().to_owned());
    }
}

fn numbers(rules: &FitRules, set: &mut impl FnMut(&str, String)) {
    let score = &rules.score;
    let points = [
        ("score.fits", score.fits),
        ("score.right_size", score.right_size),
        ("score.access", score.access),
        ("score.wished_area", score.wished_area),
        ("score.low_rent", score.low_rent),
        ("score.low_rent_percent", score.low_rent_percent),
        ("score.staffing", score.staffing),
        ("score.settled", score.settled),
        ("score.per_month_waited", score.per_month_waited),
        ("score.most_months", score.most_months),
        ("score.frees_rooms", score.frees_rooms),
        ("score.no_longer_crowded", score.no_longer_crowded),
    ];
    for (name, points) in points {
        set(name, points.to_string());
    }
    let MoveLimits { moves, ring, chain } = rules.moves;
    for (name, limit) in [("moves.moves", moves), ("moves.ring", ring), ("moves.chain", chain)] {
        if let Some(limit) = limit {
            set(name, limit.to_string());
        }
    }
}

fn cap(cap: &CapRule, names: &CapFields, set: &mut impl FnMut(&str, String)) {
    set(names.cap, "true".to_owned());
    set(names.name, cap.name.clone());
    set(names.per, cap.per.code().to_owned());
    set(names.at_most, cap.at_most.to_string());
    for group in &cap.groups {
        set(names.groups, group.code().to_owned());
    }
    if let Some(level) = cap.follow_up_from {
        set(names.follow_up_from, level.code().to_owned());
    }
}

/// The rules that stand in the form. `base` gives the day when none can be read.
pub fn read(form: &mut Reading<'_>, base: &FitRules) -> FitRules {
    let valid_from = needed_day(form.values, "valid_from", &mut form.problems);
    FitRules {
        name: form.words("name"),
        valid_from: valid_from.unwrap_or(base.valid_from),
        source: form.words("source"),
        open_questions: form.values.get("open_questions").parse().unwrap_or(OpenQuestions::LeaveOut),
        lease_ends_within_months: form.number("lease_ends_within_months", "lease_ends_within_months"),
        category: clause(form, Clause::Category, category),
        rooms: clause(form, Clause::Rooms, rooms),
        access: clause(form, Clause::Access, |_, (clause, demand)| AccessRule { clause, demand }),
        rent: clause(form, Clause::Rent, |form, (clause, demand)| RentRule {
            most_percent: form.needed("rent.most_percent", "rent.most_percent"),
            clause,
            demand,
        }),
        impossible_area: clause(form, Clause::ImpossibleArea, area),
        wished_area: clause(form, Clause::WishedArea, area),
        near_and_far: clause(form, Clause::NearAndFar, plain),
        follow_up: clause(form, Clause::FollowUp, |form, (clause, demand)| FollowUpRule {
            staffed_from: form.values.get("follow_up.staffed_from").parse().unwrap_or(FollowUpLevel::Close),
            clause,
            demand,
        }),
        pets: clause(form, Clause::Pets, plain),
        neighbours: clause(form, Clause::Neighbours, plain),
        lease: clause(form, Clause::Lease, |_, (clause, demand)| LeaseFitRule { clause, demand }),
        score: score(form),
        moves: MoveLimits {
            moves: form.number("moves.moves", "moves.moves"),
            ring: form.number("moves.ring", "moves.ring"),
            chain: form.number("moves.chain", "moves.chain"),
        },
        caps: CAP_FIELDS.iter().filter_map(|names| form.group(names.cap, |form| cap_rule(form, names))).collect(),
    }
}

/// What every clause has: how it is written, and what it weighs.
type Written = (String, Demand);

fn clause<T>(form: &mut Reading<'_>, clause: Clause, read: impl FnOnce(&mut Reading<'_>, Written) -> T) -> Option<T> {
    let group = group_of(clause);
    form.group(group, |form| {
        let demand = form.values.get(&format!("{group}.demand")).parse().unwrap_or(Demand::Must);
        let written = (form.words(&format!("{group}.clause")), demand);
        read(form, written)
    })
}

fn plain(_: &mut Reading<'_>, (clause, demand): Written) -> PlainRule {
    PlainRule { clause, demand }
}

fn area(_: &mut Reading<'_>, (clause, demand): Written) -> AreaRule {
    AreaRule { clause, demand }
}

fn category(form: &mut Reading<'_>, (clause, demand): Written) -> CategoryRule {
    let row = |&need: &NeedKind| {
        let categories: Vec<Category> = form.codes(&of_need(need));
        (!categories.is_empty()).then_some(CategoryRow { need, categories })
    };
    let by_need = NeedKind::ALL.iter().filter_map(row).collect();
    CategoryRule { for_everybody: form.codes("category.for_everybody"), clause, demand, by_need }
}

fn rooms(form: &mut Reading<'_>, (clause, demand): Written) -> RoomsRule {
    RoomsRule {
        contact_children: form.values.get("rooms.contact_children").parse().unwrap_or(CustodyCounts::Whole),
        spare_rooms: form.needed("rooms.spare_rooms", "rooms.spare_rooms"),
        clause,
        demand,
    }
}

fn score(form: &mut Reading<'_>) -> ScoreTable {
    let mut points = |name: &'static str| form.needed(name, name);
    ScoreTable {
        fits: points("score.fits"),
        right_size: points("score.right_size"),
        access: points("score.access"),
        wished_area: points("score.wished_area"),
        low_rent: points("score.low_rent"),
        low_rent_percent: points("score.low_rent_percent"),
        staffing: points("score.staffing"),
        settled: points("score.settled"),
        per_month_waited: points("score.per_month_waited"),
        most_months: points("score.most_months"),
        frees_rooms: points("score.frees_rooms"),
        no_longer_crowded: points("score.no_longer_crowded"),
    }
}

fn cap_rule(form: &mut Reading<'_>, names: &CapFields) -> CapRule {
    CapRule {
        name: form.words(names.name),
        per: form.values.get(names.per).parse().unwrap_or(CountedBy::Building),
        groups: form.codes(names.groups),
        follow_up_from: form.values.get(names.follow_up_from).parse().ok(),
        at_most: form.needed(names.at_most, names.at_most),
    }
}
