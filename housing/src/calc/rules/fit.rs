//! What fits whom: a household held against a home.

use super::edge::*;
use crate::calc::answer::{Reason, kroner};
use crate::dwellings::{Category, Rooms};
use crate::fit::{ClauseResult, FactValue, Fit, FitHome, FitHousehold, FitRules, HomeTraits, LivesNow, StayAway, fit};
use crate::needs::{Access, FollowUpLevel, NeedKind};
use crate::people::{HouseholdSize, RoomNorm};
use serde_json::{Map, Value, json};

const SOURCE: &str = "the municipality's rules for what fits whom; practice.md B4";
const ROOMS: &str = "rooms; 0 is a bedsit";

const HOUSEHOLD: &[Field] = &[
    Field::optional("adults", Number("persons", 1, 30), "adults in the household"),
    Field::default("children", Number("persons", 0, 30), "0", "children who live there"),
    Field::default("contact_children", Number("persons", 0, 30), "0", "children who stay part of the time"),
    Field::optional("rooms", Number(ROOMS, 0, 20), "another number of rooms than the norm gives, with a reason"),
    Field::optional(
        "access",
        Choices(Access::CODES),
        "what the home must be like; [] when they were asked and need nothing",
    ),
    Field::optional("income_ore", Money, "income after tax, a month"),
    Field::optional("wished_areas", Texts, "areas they wish"),
    Field::optional("cannot_live_in", Text, "where they cannot live, in their own words"),
    Field::optional("near", Text, "what must be near"),
    Field::optional("far_from", Text, "what must be far"),
    Field::optional("kind", Choice(NeedKind::CODES), "the kind of home they need"),
    Field::optional("follow_up", Choice(FollowUpLevel::CODES), "the follow-up they need"),
    Field::optional("pets", Flag, "whether they bring animals"),
    Field::default("must_stay_away", Flag, "false", "whether this home is closed to them"),
    Field::optional("lease_months", Number("months", 1, 600), "the lease they are granted"),
    Field::default("months_waited", Number("months", 0, 600), "0", "whole months since the grant"),
    Field::optional("lives_in_rooms", Number(ROOMS, 0, 20), "rooms of the home of ours that they leave"),
];

const DWELLING: &[Field] = &[
    Field::required("category", Choice(Category::CODES), "the kind of home"),
    Field::optional("rooms", Number(ROOMS, 0, 20), "rooms"),
    Field::optional("floor", Number("floor; 1 is at street level", -5, 100), "the floor"),
    Field::optional("lift", Flag, "whether there is a lift"),
    Field::optional("step_free", Flag, "whether one gets in without steps"),
    Field::optional("wheelchair", Flag, "whether it is made for a wheelchair"),
    Field::optional("area", Text, "the area"),
    Field::optional("rent_ore", Money, "rent a month"),
    Field::optional("follow_up", Choice(FollowUpLevel::CODES), "the most follow-up that can be given there"),
    Field::optional("pets", Flag, "whether animals are allowed"),
    Field::optional("has", Choices(Access::CODES), "what somebody has seen that it has"),
    Field::optional("lacks", Choices(Access::CODES), "what somebody has seen that it has not"),
    Field::optional("let_until", Day, "the last day the municipality may let it"),
];

pub(super) static RULES: &[Rule] = &[Rule {
    name: "fit",
    about: "Whether a home fits a household, clause by clause, and its points. A fact that is left out is not known, never no.",
    source: SOURCE,
    fields: &[
        Field::required("household", Object(HOUSEHOLD), "the household").also(&["husstand"]),
        Field::required("dwelling", Object(DWELLING), "the home").also(&["home", "bolig"]),
        Field::optional(
            "rules",
            Json(
                "as parameters/fit_rules/standard.toml, in JSON; what is left out is as there, null switches a clause off",
            ),
            "the municipality's own rules",
        ),
        Field::optional("room_norm", Json("as room_norm of a rule set, in JSON"), "the municipality's own room norm"),
        Field::optional("day", Day, "the day the lease would begin; needed when the home can be let for a time only"),
    ],
    results: &[
        ("reading", "PASSER, MA_AVKLARES or PASSER_IKKE", "what the clauses say together"),
        ("may_be_proposed", "true or false", "by what the rules say of open questions"),
        ("in_the_way", "a clause or null", "the first thing that stands in the way"),
        ("clauses", "clause, answer, found, rule and facts each", "what each clause answered, from which facts"),
        ("score", "points", "how good the fit is: the sum of its parts"),
        ("score_parts", "part and points each", "what the points are for"),
    ],
    examples: &[
        (
            r#"{"household": {"adults": 1, "access": [], "income_kr": 20000, "follow_up": "1", "pets": false}, "dwelling": {"category": "ORD", "rooms": 5, "rent_kr": 12000}}"#,
            r#"{"reading": "PASSER_IKKE", "may_be_proposed": false, "in_the_way": "ROM"}"#,
        ),
        (
            r#"{"household": {"adults": 1, "access": [], "income_kr": 20000, "follow_up": "1", "pets": false}, "dwelling": {"category": "ORD", "rooms": 5, "rent_kr": 12000}, "rules": {"rooms": null, "rent": {"most_percent": 60}}}"#,
            r#"{"reading": "PASSER", "may_be_proposed": true, "in_the_way": null}"#,
        ),
        (
            r#"{"household": {"adults": 1, "children": 1, "kind": "OMSORGSBOLIG"}, "dwelling": {"category": "ORD"}}"#,
            r#"{"reading": "PASSER_IKKE", "in_the_way": "KATEGORI"}"#,
        ),
    ],
    answer: answer_fit,
}];

fn answer_fit(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (household, home) = (household(&facts.within("household")), home(&facts.within("dwelling")));
    let mut problems = Vec::new();
    let rules = rules(facts.json_if("rules"), &mut problems);
    let norm = norm(facts.json_if("room_norm"), &mut problems);
    let day = facts.day_if("day");
    if day.is_none() && home.traits.let_until.is_some() && household.lease_months.is_some() {
        problems.extend(contradiction("field day: needed to tell whether the lease ends before let_until"));
    }
    let (Some(rules), Some(norm), true) = (rules, norm, problems.is_empty()) else { return Err(problems) };
    // Without a last day to let it, no clause asks what day it is.
    let fit = fit(&rules, &norm, (&household, &home), day.unwrap_or(rules.valid_from));
    put(answer, &fit);
    Ok(())
}

fn put(answer: &mut Answer, fit: &Fit) {
    answer.put("reading", fit.reading().code());
    answer.put("may_be_proposed", fit.may_be_proposed());
    answer.put("in_the_way", fit.in_the_way().map(|result| result.clause.code()));
    answer.put("clauses", fit.clauses.iter().map(told).collect::<Vec<_>>());
    answer.put("score", fit.score.total);
    let part = |(part, points): &(crate::fit::ScorePart, u32)| json!({"part": part.code(), "points": points});
    answer.put("score_parts", fit.score.parts.iter().map(part).collect::<Vec<_>>());
    for result in &fit.clauses {
        let mut facts = known(result);
        facts.insert("answer".to_owned(), result.answer.code().into());
        facts.insert("found".to_owned(), result.found.code().into());
        answer.reasons.push(Reason { rule: result.clause.code().to_owned(), source: result.rule.clone(), facts });
    }
}

fn told(result: &ClauseResult) -> Value {
    json!({
        "clause": result.clause.code(),
        "answer": result.answer.code(),
        "found": result.found.code(),
        "rule": result.rule,
        "facts": known(result),
    })
}

/// The facts that a clause used, by their codes.
fn known(result: &ClauseResult) -> Map<String, Value> {
    let value = |value: &FactValue| match value {
        FactValue::Category(category) => category.code().into(),
        FactValue::Kind(kind) => kind.code().into(),
        FactValue::Rooms(rooms) => rooms.0.into(),
        FactValue::Household(size) => size.to_string().into(),
        FactValue::Access(access) => access.code().into(),
        FactValue::Level(level) => level.code().into(),
        FactValue::Money(amount) => format!("{} kr", kroner(*amount)).into(),
        FactValue::Percent(percent) => format!("{percent} %").into(),
        FactValue::Number(number) => (*number).into(),
        FactValue::Day(on) => day(*on),
        FactValue::Text(text) => text.clone().into(),
    };
    let mut known = Map::new();
    for fact in &result.facts {
        // Of some, such as what they need, there can be several.
        match known.entry(fact.name.code()).or_insert(Value::Null) {
            none @ Value::Null => *none = value(&fact.value),
            Value::Array(all) => all.push(value(&fact.value)),
            one => *one = Value::Array(vec![one.take(), value(&fact.value)]),
        }
    }
    known
}

fn small<T: TryFrom<i64>>(facts: &Facts<'_>, name: &str) -> Option<T> {
    facts.number_if(name).and_then(|number| T::try_from(number).ok())
}

fn code<T: std::str::FromStr>(facts: &Facts<'_>, name: &str) -> Option<T> {
    facts.text_if(name).and_then(|code| code.parse().ok())
}

fn codes<T: std::str::FromStr>(facts: &Facts<'_>, name: &str) -> Vec<T> {
    facts.texts(name).iter().filter_map(|code| code.parse().ok()).collect()
}

fn household(facts: &Facts<'_>) -> FitHousehold {
    let text = |name| facts.text_if(name).map(str::to_owned);
    let size = small(facts, "adults")
        .map(|adults| HouseholdSize { adults, children: small(facts, "children").unwrap_or_default() });
    FitHousehold {
        size,
        contact_children: small(facts, "contact_children").unwrap_or_default(),
        rooms: small(facts, "rooms").map(Rooms),
        access: facts.is_given("access").then(|| codes(facts, "access")),
        income: facts.money_if("income_ore"),
        wished_areas: facts.texts("wished_areas"),
        cannot_live_in: text("cannot_live_in"),
        near: text("near"),
        far_from: text("far_from"),
        kind: code(facts, "kind"),
        follow_up: code(facts, "follow_up"),
        pets: facts.flag_if("pets"),
        stay_away: if facts.flag("must_stay_away") { StayAway::Here } else { StayAway::No },
        lease_months: small(facts, "lease_months"),
        months_waited: small(facts, "months_waited").unwrap_or_default(),
        lives_now: small(facts, "lives_in_rooms").map(|rooms| LivesNow { rooms: Some(Rooms(rooms)) }),
    }
}

fn home(facts: &Facts<'_>) -> FitHome {
    FitHome {
        category: code(facts, "category").expect("the rule lists it as required"),
        rooms: small(facts, "rooms").map(Rooms),
        floor: small(facts, "floor"),
        lift: facts.flag_if("lift"),
        step_free: facts.flag_if("step_free"),
        wheelchair: facts.flag_if("wheelchair"),
        area: facts.text_if("area").map(str::to_owned),
        rent: facts.money_if("rent_ore"),
        traits: HomeTraits {
            follow_up: code(facts, "follow_up"),
            pets: facts.flag_if("pets"),
            has: codes(facts, "has"),
            lacks: codes(facts, "lacks"),
            let_until: facts.day_if("let_until"),
            entrance: None,
        },
    }
}

/// The shipped rules with what was given in their place; everything that is wrong is told.
fn rules(given: Option<&Value>, problems: &mut Vec<FactProblem>) -> Option<FitRules> {
    let mut rules = serde_json::to_value(FitRules::shipped()).expect("rules can be written as JSON");
    if let Some(given) = given {
        replace(&mut rules, given);
    }
    match serde_json::from_value::<FitRules>(rules) {
        Ok(rules) => {
            let wrong = rules.check();
            problems.extend(wrong.iter().map(|problem| FactProblem::Contradiction(format!("field rules: {problem}"))));
            wrong.is_empty().then_some(rules)
        }
        Err(error) => {
            problems.extend(contradiction(format!("field rules: {error}")));
            None
        }
    }
}

/// Puts what is given in the place of what stands there, object by object.
fn replace(rules: &mut Value, given: &Value) {
    match (rules, given) {
        (Value::Object(rules), Value::Object(given)) => {
            for (name, value) in given {
                replace(rules.entry(name).or_insert(Value::Null), value);
            }
        }
        (rules, given) => rules.clone_from(given),
    }
}

fn norm(given: Option<&Value>, problems: &mut Vec<FactProblem>) -> Option<RoomNorm> {
    let Some(given) = given else { return Some(RoomNorm::default()) };
    let read = serde_json::from_value(given.clone());
    read.map_err(|error| problems.extend(contradiction(format!("field room_norm: {error}")))).ok()
}
