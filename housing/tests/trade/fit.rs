//! `boligpass.txt`: the first fact is what is asked (`vilkår CLAUSE`, `vilkår ALLE` or `poeng`); facts that begin with
//! `bolig` are the home's, those with `regel` change the standard rules, and the rest are the household's.

use crate::cases::{self, Case};
use housing::Date;
use housing::dwellings::{Category, Rooms};
use housing::fit::{
    Clause, Fit, FitAnswer, FitHome, FitHousehold, FitReading, FitRules, HomeTraits, LivesNow, StayAway, fit,
};
use housing::money::Ore;
use housing::people::{HouseholdSize, RoomNorm};

const STANDARD: &str = include_str!("../../../parameters/fit_rules/standard.toml");

#[test]
fn homes_fit_households_as_the_rules_say() {
    cases::check("boligpass.txt", |case| {
        let (rules, household, home) = read(case);
        let answer = fit(&rules, &RoomNorm::default(), (&household, &home), case.day);
        let asked = case.facts.first().map(String::as_str).unwrap_or_default();
        match asked.strip_prefix("vilkår ") {
            Some("ALLE") => whole(&answer),
            Some(code) => clause(&answer, code.parse().expect("a clause of the list")),
            None => score(&answer),
        }
    });
}

fn clause(answer: &Fit, clause: Clause) -> String {
    let Some(result) = answer.of(clause) else { return "ikke spurt".to_owned() };
    let word = match result.answer {
        FitAnswer::Fits => "passer",
        FitAnswer::DoesNot => "passer ikke",
        FitAnswer::NeedsJudgement => "skjønn",
        FitAnswer::Missing => "mangler",
    };
    format!("{word}: {}", result.found.code())
}

fn whole(answer: &Fit) -> String {
    let word = match answer.reading() {
        FitReading::Fits => "passer",
        FitReading::ToClarify => "må avklares",
        FitReading::DoesNot => "passer ikke",
    };
    match answer.in_the_way() {
        Some(result) => format!("{word}: {} {}", result.clause.code(), result.found.code()),
        None => word.to_owned(),
    }
}

fn score(answer: &Fit) -> String {
    let parts = answer.score.parts.iter().map(|(part, points)| format!("{} {points}", part.code()));
    format!("{} = {}", parts.collect::<Vec<_>>().join(" + "), answer.score.total)
}

fn read(case: &Case) -> (FitRules, FitHousehold, FitHome) {
    let mut rules: toml::Table = STANDARD.parse().expect("the standard rules are TOML");
    let mut household = FitHousehold::default();
    let mut home = FitHome {
        category: Category::Ordinary,
        rooms: None,
        floor: None,
        lift: None,
        step_free: None,
        wheelchair: None,
        area: None,
        rent: None,
        traits: HomeTraits::default(),
    };
    for fact in case.facts.iter().skip(1) {
        let words: Vec<&str> = fact.split(' ').collect();
        match words.split_first() {
            Some((&"bolig", of_home)) => of_the_home(&mut home, of_home),
            Some((&"regel", rule)) => change(&mut rules, rule),
            Some(_) | None => of_the_household(&mut household, &words),
        }
    }
    let rules = FitRules::from_toml(&rules.to_string()).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    (rules, household, home)
}

/// `regel rooms.spare_rooms 0`: a number, or else a text; `regel rent fjernes` leaves the rule out.
fn change(rules: &mut toml::Table, words: &[&str]) {
    let [path, value] = words else { panic!("a rule and its value, not {words:?}") };
    let Some((rule, field)) = path.split_once('.') else {
        match *value {
            "fjernes" => drop(rules.remove(*path)),
            text => drop(rules.insert((*path).to_owned(), text.into())),
        }
        return;
    };
    let value = value.parse::<i64>().map_or_else(|_| toml::Value::from(*value), toml::Value::from);
    let rule = rules.get_mut(rule).and_then(toml::Value::as_table_mut).expect("the standard rules have it");
    rule.insert(field.to_owned(), value);
}

fn yes(word: &str) -> Option<bool> {
    Some(match word {
        "ja" => true,
        "nei" => false,
        other => panic!("ja or nei, not {other:?}"),
    })
}

#[track_caller]
fn number<T: std::str::FromStr>(word: &str) -> T {
    word.parse().unwrap_or_else(|_| panic!("a number, not {word:?}"))
}

#[track_caller]
fn codes<T: std::str::FromStr>(words: &[&str]) -> Vec<T> {
    let read = |word: &&str| word.trim_end_matches(',').parse().unwrap_or_else(|_| panic!("a code, not {word:?}"));
    words.iter().map(read).collect()
}

fn of_the_home(home: &mut FitHome, words: &[&str]) {
    match words {
        [count, "rom"] => home.rooms = Some(Rooms(number(count))),
        ["kategori", code] => home.category = codes(&[code]).remove(0),
        ["etasje", floor] => home.floor = Some(number(floor)),
        ["heis", word] => home.lift = yes(word),
        ["trinnfri", word] => home.step_free = yes(word),
        ["rullestol", word] => home.wheelchair = yes(word),
        ["område", rest @ ..] => home.area = Some(rest.join(" ")),
        ["leie", kroner] => home.rent = Some(Ore::kroner(number(kroner))),
        ["oppfølging", code] => home.traits.follow_up = Some(codes(&[code]).remove(0)),
        ["dyr", word] => home.traits.pets = yes(word),
        ["har", rest @ ..] => home.traits.has = codes(rest),
        ["mangler", rest @ ..] => home.traits.lacks = codes(rest),
        ["til", day] => home.traits.let_until = Some(number::<Date>(day)),
        other => panic!("no such fact of a home: {other:?}"),
    }
}

fn of_the_household(household: &mut FitHousehold, words: &[&str]) {
    let mut size = household.size.unwrap_or(HouseholdSize { adults: 0, children: 0 });
    match words {
        [count, "voksen" | "voksne"] => size.adults = number(count),
        [count, "barn"] => size.children = number(count),
        [count, "samværsbarn"] => return household.contact_children = number(count),
        ["begrunnet", rooms, "rom"] => return household.rooms = Some(Rooms(number(rooms))),
        ["trenger", "ingenting"] => return household.access = Some(Vec::new()),
        ["trenger", rest @ ..] => return household.access = Some(codes(rest)),
        ["inntekt", kroner] => return household.income = Some(Ore::kroner(number(kroner))),
        ["ønsker", rest @ ..] => {
            return household.wished_areas = rest.join(" ").split(", ").map(str::to_owned).collect();
        }
        ["kan", "ikke", "bo", "i", rest @ ..] => return household.cannot_live_in = Some(rest.join(" ")),
        ["nær", rest @ ..] => return household.near = Some(rest.join(" ")),
        ["unna", rest @ ..] => return household.far_from = Some(rest.join(" ")),
        ["behov", code] => return household.kind = Some(codes(&[code]).remove(0)),
        ["oppfølging", code] => return household.follow_up = Some(codes(&[code]).remove(0)),
        ["dyr", word] => return household.pets = yes(word),
        ["må", "skjermes"] => return household.stay_away = StayAway::Here,
        ["leieavtale", months, "md"] => return household.lease_months = Some(number(months)),
        ["ventet", months, "md"] => return household.months_waited = number(months),
        ["bor", "i", rooms, "rom"] => {
            return household.lives_now = Some(LivesNow { rooms: Some(Rooms(number(rooms))) });
        }
        other => panic!("no such fact of a household: {other:?}"),
    }
    household.size = Some(size);
}
