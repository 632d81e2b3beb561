//! The intake's form read into what the office registers; what cannot be read is named beside its field.

use super::super::form;
use super::rows::{history, incomes, members};
use crate::office::Problem;
use crate::office::intake::{Applicant, Intake};
use crate::store::intake::Representative;
use crate::web::FormValues;
use crate::web::people::read as read_person;
use crate::web::reading::{amount_within, code, codes, day, parsed, whole_within};
use housing::applications::RepresentativeRole;
use housing::applications::{
    Answers, Contact, Custody, Economy, Health, HelpWanted, HomeNow, Income, IncomeSource, Leaving, MemberSaid,
    OwnEffort, Signed, StayHere, Wish,
};
use housing::calendar::add_days;
use housing::people::{HouseholdSize, MemberRole, Name};
use housing::{Date, written};

/// Whatever is above these is a slip of the pen: kroner a month, kroner in all, homes sought, and children.
const MOST_A_MONTH: i64 = 1_000_000;
const MOST_OWNED: i64 = 1_000_000_000;
const MOST_HOMES: u16 = 1_000;
const MOST_CHILDREN: u8 = 30;

/// The whole form; `name` is that of an applicant on the register.
pub fn read(values: &FormValues, name: &str, today: Date) -> (Intake, Vec<Problem>) {
    let (mut person, mut problems) = read_person(values, today);
    let applicant = match values.get("applicant") {
        "new" => Applicant::New { facts: Box::new(person.clone()), another: values.has("another", "true") },
        id => {
            problems.clear();
            person.name = Name { family: name.to_owned(), given: String::new() };
            Applicant::Known(id.to_owned())
        }
    };
    let (mut facts, unread) = form::read(values, &person);
    problems.extend(unread);
    let (members, told): (Vec<_>, Vec<_>) = members(values, today, &mut problems).into_iter().unzip();
    if facts.size.is_none() && values.filled("adults").is_none() && !told.is_empty() {
        facts.size = Some(size(&told));
    }
    let mut answers = answers(values, &mut problems);
    answers.custody = custody(answers.custody, &told);
    answers.members = told;
    let said = answers.said_income();
    if values.filled("income").is_none() {
        facts.income = said;
    } else if let Some(said) = said.filter(|said| facts.income.is_some_and(|income| income < *said)) {
        let facts = vec![("said", said.in_kroner())];
        problems.push(Problem { field: "income", text: "intake-problem-income-sum", facts });
    }
    let moves_in = members.into_iter().zip(&answers.members).filter(|(_, said)| said.moves_in != Some(false));
    let intake = Intake {
        representative: representative(values, facts.received, &mut problems),
        members: moves_in.map(|(member, _)| member).collect(),
        answers,
        draft: values.filled("draft").map(str::to_owned),
        applicant,
        facts,
    };
    (intake, problems)
}

/// The applicant and those who move in with them; a child who comes to stay now and then is not counted.
fn size(members: &[MemberSaid]) -> HouseholdSize {
    let moving = |member: &&MemberSaid| member.moves_in != Some(false);
    let count = |is: fn(MemberRole) -> bool| {
        let members = members.iter().filter(moving).filter(|member| is(member.role));
        u8::try_from(members.count()).unwrap_or(u8::MAX)
    };
    let adults = count(|role| matches!(role, MemberRole::Partner | MemberRole::OtherAdult));
    HouseholdSize { adults: adults.saturating_add(1), children: count(|role| role == MemberRole::Child) }
}

/// The children who are here part of the time, counted among the members where their number is not said.
fn custody(said: Custody, members: &[MemberSaid]) -> Custody {
    let is_child = |member: &&MemberSaid| matches!(member.role, MemberRole::Child | MemberRole::ContactChild);
    let days: Vec<u8> = members.iter().filter(is_child).filter_map(|member| member.days_a_month).collect();
    let children = u8::try_from(days.len()).ok().filter(|children| *children > 0);
    Custody {
        part_time_children: said.part_time_children.or(children),
        days_a_month: said.days_a_month.or(days.into_iter().max()),
    }
}

/// What the applicant mostly lives on: what is said, or what brings most.
fn main_source(values: &FormValues, incomes: &[Income], problems: &mut Vec<Problem>) -> Option<IncomeSource> {
    let most = incomes.iter().max_by_key(|income| income.a_month).map(|income| income.source);
    code(values, "income_source", problems).or(most)
}

/// Who is to act for the applicant from a day on; `None` when nobody is named, or too little is said.
pub fn representative(values: &FormValues, from: Date, problems: &mut Vec<Problem>) -> Option<Representative> {
    let owned = |name: &str| values.filled(name).map(str::to_owned);
    let role = code(values, "rep_role", problems);
    let name = owned("rep_name");
    match (role, name) {
        (None, None) => None,
        (Some(role), Some(name)) => Some(Representative {
            position: 0,
            role,
            name,
            address: owned("rep_address"),
            telephone: owned("rep_telephone"),
            email: owned("rep_email"),
            authority_shown: values.has("rep_shown", "true"),
            gets_copies: values.has("rep_copies", "true"),
            from: day(values, "rep_from", problems).unwrap_or(from),
            until: last_day(values, from, problems).map(|last| add_days(last, 1)),
            mandate: code(values, "rep_mandate", problems).filter(|_| role == RepresentativeRole::Guardian),
        }),
        (Some(_), None) => {
            problems.push(Problem::plain("rep_name", "intake-problem-rep-name"));
            None
        }
        (None, Some(_)) => {
            problems.push(Problem::plain("rep_role", "intake-problem-rep-role"));
            None
        }
    }
}

/// The last day somebody acts, when it is known; it is not before they begin.
fn last_day(values: &FormValues, from: Date, problems: &mut Vec<Problem>) -> Option<Date> {
    let last = day(values, "rep_until", problems)?;
    let begins = written::day(values.get("rep_from")).unwrap_or(from);
    if last < begins {
        problems.push(Problem::plain("rep_until", "intake-problem-rep-until"));
    }
    Some(last)
}

fn answers(values: &FormValues, problems: &mut Vec<Problem>) -> Answers {
    let text = |name: &str| values.filled(name).map(str::to_owned);
    let mut day = |name: &'static str| day(values, name, problems);
    let (stay_until, here_since) = (day("stay_until"), day("here_since"));
    let (lease_until, notice_day, can_stay_until) = (day("lease_until"), day("notice_day"), day("can_stay_until"));
    let (needed_by, leaves_on, last_sought, signed_on) =
        (day("needed_by"), day("leaves_on"), day("last_sought"), day("signed_on"));
    let home_rent = amount_within(values, "home_rent", MOST_A_MONTH, problems);
    let housing_costs = amount_within(values, "housing_costs", MOST_A_MONTH, problems);
    let (wealth, loans) =
        (amount_within(values, "wealth", MOST_OWNED, problems), amount_within(values, "loans", MOST_OWNED, problems));
    let homes_sought = whole_within(values, "homes_sought", 0..=MOST_HOMES, problems);
    let part_time_children = whole_within(values, "part_time_children", 0..=MOST_CHILDREN, problems);
    let days_a_month = whole_within(values, "days_a_month", 0..=31, problems);
    let home_rooms = parsed(values, "home_rooms", "application-problem-rooms", written::rooms, problems);
    let incomes = incomes(values, problems);
    let other_areas = values.get("other_areas").split(',').map(str::trim).filter(|area| !area.is_empty());
    Answers {
        contact: Contact {
            channel: code(values, "channel", problems),
            contact_way: code(values, "contact_way", problems),
            address: text("address"),
            language: text("language"),
            interpreter: text("interpreter"),
            asked_in_words: codes(values, "asked_in_words", problems),
        },
        stay: StayHere {
            citizenship: text("citizenship"),
            stay_basis: code(values, "stay_basis", problems),
            stay_until,
            here_since,
            time_exception: code(values, "time_exception", problems),
        },
        custody: Custody { part_time_children, days_a_month },
        members: Vec::new(),
        home: HomeNow {
            home_address: text("home_address"),
            home_rooms,
            home_rent,
            landlord: text("landlord"),
            lease_until,
            notice_by: code(values, "notice_by", problems),
            notice_day,
            can_stay_until,
            suitable: code(values, "suitable", problems),
            unsuitable_why: text("unsuitable_why"),
            need_reasons: codes(values, "need_reasons", problems),
        },
        history: history(values, problems),
        economy: Economy {
            income_source: main_source(values, &incomes, problems),
            incomes,
            housing_costs,
            wealth,
            loans,
            arrears_here: code(values, "arrears_here", problems),
            housing_allowance: code(values, "housing_allowance", problems),
            start_loan: code(values, "start_loan", problems),
        },
        health: Health { access: codes(values, "access", problems), health_note: text("health_note") },
        wish: Wish {
            need_kind: code(values, "need_kind", problems),
            other_areas: other_areas.map(str::to_owned).collect(),
            own_words: text("own_words"),
            cannot_live_in: text("cannot_live_in"),
            pets: code(values, "pets", problems),
            needed_by,
        },
        help: HelpWanted {
            services: text("services"),
            wants_follow_up: code(values, "wants_follow_up", problems),
            follow_up_kinds: codes(values, "follow_up_kinds", problems),
            contact_person: text("contact_person"),
        },
        leaving: Leaving {
            leaves_place: code(values, "leaves_place", problems),
            leaves_on,
            responsible: text("responsible"),
        },
        own_effort: OwnEffort { homes_sought, last_sought },
        signed: Signed {
            enclosed: codes(values, "enclosed", problems),
            consents: codes(values, "consents", problems),
            signed_on,
        },
    }
}
