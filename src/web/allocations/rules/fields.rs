//! The fields of the form of fit rules, in the groups that a leader reads them in. A field has the name that the rule
//! has in a file, so that what is wrong with the rule is shown beside it.

use crate::web::rule_form::{Choice, FieldView, Fields, GroupView, coded};
use housing::dwellings::Category;
use housing::fit::{CAP_FIELDS, CapFields, Clause, CountedBy, CustodyCounts, Demand, OpenQuestions};
use housing::needs::{FollowUpLevel, NeedKind};
use housing::people::TargetGroup;

const MONTHS: &str = "rule-set-unit-months";
const POINTS: &str = "fit-rules-unit-points";
const PERCENT: &str = "fit-rules-unit-percent";
const ROOMS: &str = "fit-rules-unit-rooms";
const NO_UNIT: &str = "";

/// The parts of the score, as their fields are called, with their units.
pub const SCORE: [(&str, &str); 12] = [
    ("score.fits", POINTS),
    ("score.right_size", POINTS),
    ("score.access", POINTS),
    ("score.wished_area", POINTS),
    ("score.staffing", POINTS),
    ("score.settled", POINTS),
    ("score.low_rent", POINTS),
    ("score.low_rent_percent", PERCENT),
    ("score.per_month_waited", POINTS),
    ("score.most_months", MONTHS),
    ("score.frees_rooms", POINTS),
    ("score.no_longer_crowded", POINTS),
];

/// Empty limits that the form shows after those that are filled in.
const MORE_CAPS: usize = 2;

/// The group of a clause in the form, as the rule is called in a file.
pub const fn group_of(clause: Clause) -> &'static str {
    match clause {
        Clause::Category => "category",
        Clause::Rooms => "rooms",
        Clause::Access => "access",
        Clause::Rent => "rent",
        Clause::ImpossibleArea => "impossible_area",
        Clause::WishedArea => "wished_area",
        Clause::NearAndFar => "near_and_far",
        Clause::FollowUp => "follow_up",
        Clause::Pets => "pets",
        Clause::Neighbours => "neighbours",
        Clause::Lease => "lease",
    }
}

/// The field for the kinds of home that answer a need.
pub fn of_need(need: NeedKind) -> String {
    format!("category.by_need.{}", need.code())
}

/// Every group of the form.
pub fn groups(fields: Fields<'_>) -> Vec<GroupView> {
    let mut groups = vec![about(fields)];
    groups.extend(Clause::ALL.iter().map(|&clause| of_clause(fields, clause)));
    groups.push(score(fields));
    groups.push(moves(fields));
    let filled = CAP_FIELDS.iter().rposition(|cap| is_used(fields, cap)).map_or(0, |at| at + 1);
    let shown = CAP_FIELDS.iter().take(filled + MORE_CAPS).enumerate();
    groups.extend(shown.map(|(at, names)| cap(fields, at, names)));
    groups
}

/// What is called by its own name in the texts: `rent.most_percent` is `fit-rules-field-rent-most-percent`.
fn label(fields: Fields<'_>, name: &str) -> String {
    fields.frame.t(&format!("fit-rules-field-{}", name.replace(['.', '_'], "-")))
}

fn number(fields: Fields<'_>, name: &str, unit: &str) -> FieldView {
    fields.number(name, label(fields, name), unit)
}

fn about(fields: Fields<'_>) -> GroupView {
    let open = coded(fields.frame, OpenQuestions::ALL, OpenQuestions::code, OpenQuestions::text_key);
    let about = vec![
        fields.line("name", fields.frame.t("rule-set-field-name")),
        fields.day("valid_from", fields.frame.t("rule-set-field-valid-from")),
        fields.line("source", fields.frame.t("rule-set-field-source")),
        fields.one("open_questions", label(fields, "open_questions"), open),
        number(fields, "lease_ends_within_months", MONTHS),
    ];
    fields.group("about", fields.frame.t("fit-rules-about"), "", about)
}

/// A clause: whether it is looked at, how much it weighs, what it says, and what can be set.
fn of_clause(fields: Fields<'_>, clause: Clause) -> GroupView {
    let (frame, group) = (fields.frame, group_of(clause));
    let demands = coded(frame, Demand::ALL, Demand::code, Demand::text_key);
    let mut all = vec![
        fields.one(&format!("{group}.demand"), frame.t("fit-rules-demand"), demands),
        fields.text(&format!("{group}.clause"), frame.t("rule-set-field-clause")),
    ];
    match clause {
        Clause::Category => all.extend(categories(fields)),
        Clause::Rooms => {
            let counts = coded(frame, CustodyCounts::ALL, CustodyCounts::code, CustodyCounts::text_key);
            all.push(fields.one("rooms.contact_children", label(fields, "rooms.contact_children"), counts));
            all.push(number(fields, "rooms.spare_rooms", ROOMS));
        }
        Clause::Rent => all.push(number(fields, "rent.most_percent", PERCENT)),
        Clause::FollowUp => {
            all.push(fields.one("follow_up.staffed_from", label(fields, "follow_up.staffed_from"), levels(fields)));
        }
        Clause::Access
        | Clause::ImpossibleArea
        | Clause::WishedArea
        | Clause::NearAndFar
        | Clause::Pets
        | Clause::Neighbours
        | Clause::Lease => {}
    }
    fields.group(group, frame.t(&clause.text_key()), "fit-rules-looked-at", all)
}

fn levels(fields: Fields<'_>) -> Vec<Choice> {
    coded(fields.frame, FollowUpLevel::ALL, FollowUpLevel::code, FollowUpLevel::text_key)
}

fn categories(fields: Fields<'_>) -> Vec<FieldView> {
    let all = || coded(fields.frame, Category::ALL, Category::code, Category::text_key);
    let everybody = fields.any("category.for_everybody", label(fields, "category.for_everybody"), all());
    let of = |&need: &NeedKind| fields.folded(&of_need(need), fields.frame.t(&need.text_key()), all());
    std::iter::once(everybody).chain(NeedKind::ALL.iter().map(of)).collect()
}

fn score(fields: Fields<'_>) -> GroupView {
    let parts = SCORE.iter().map(|(name, unit)| number(fields, name, unit)).collect();
    fields.group("score", fields.frame.t("fit-rules-points"), "", parts)
}

fn moves(fields: Fields<'_>) -> GroupView {
    let limits = ["moves.moves", "moves.ring", "moves.chain"].map(|name| number(fields, name, NO_UNIT));
    fields.group("moves", fields.frame.t("fit-rules-moves"), "", limits.into())
}

/// Whether somebody has switched a limit on, or begun to.
fn is_used(fields: Fields<'_>, cap: &CapFields) -> bool {
    [cap.cap, cap.name, cap.at_most, cap.groups].iter().any(|name| fields.form.filled(name).is_some())
}

fn cap(fields: Fields<'_>, at: usize, names: &CapFields) -> GroupView {
    let frame = fields.frame;
    let title = match fields.form.filled(names.name) {
        Some(name) => frame.t1("fit-rules-cap", "name", name),
        None => frame.t1("fit-rules-cap-new", "number", at + 1),
    };
    let per = coded(frame, CountedBy::ALL, CountedBy::code, CountedBy::text_key);
    let groups = coded(frame, TargetGroup::ALL, TargetGroup::code, TargetGroup::text_key);
    let nobody = (String::new(), frame.t("fit-rules-no-level"));
    let levels = std::iter::once(nobody).chain(levels(fields)).collect();
    let of_cap = vec![
        fields.line(names.name, label(fields, "cap.name")),
        fields.one(names.per, frame.t("fit-rules-per"), per),
        fields.number(names.at_most, frame.t("allocation-at-most"), "fit-rules-unit-households"),
        fields.any(names.groups, label(fields, "cap.groups"), groups),
        fields.one(names.follow_up_from, label(fields, "cap.follow_up_from"), levels),
    ];
    fields.group(names.cap, title, "fit-rules-cap-holds", of_cap)
}
