//! The intake's form read into what the office registers; what cannot be read is named beside its field.

use super::super::form;
use crate::office::Problem;
use crate::office::intake::{Applicant, Intake, NewMember};
use crate::store::intake::Representative;
use crate::web::FormValues;
use crate::web::people::read as read_person;
use crate::web::reading::{code, codes, day, parsed};
use housing::applications::{
    Answers, Contact, Custody, Economy, Health, HelpWanted, HomeNow, Leaving, OwnEffort, Signed, StayHere, Wish,
};
use housing::identity::IdentityNumber;
use housing::money::Ore;
use housing::needs::HistoryRow;
use housing::people::{HouseholdSize, MemberRole, Name, PersonFacts, Protection};
use housing::{Date, written};

/// The most rows of members and of homes a form carries.
pub const MOST_ROWS: usize = 40;

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
    let members = members(values, today, &mut problems);
    if facts.size.is_none() && values.filled("adults").is_none() && !members.is_empty() {
        facts.size = Some(size(&members));
    }
    let intake = Intake {
        representative: representative(values, facts.received, &mut problems),
        answers: answers(values, &mut problems),
        draft: values.filled("draft").map(str::to_owned),
        applicant,
        facts,
        members,
    };
    (intake, problems)
}

/// The applicant and those who move in with them; a child who comes to stay now and then is not counted.
fn size(members: &[NewMember]) -> HouseholdSize {
    let count = |is: fn(MemberRole) -> bool| {
        u8::try_from(members.iter().filter(|member| is(member.role)).count()).unwrap_or(u8::MAX)
    };
    let adults = count(|role| matches!(role, MemberRole::Partner | MemberRole::OtherAdult));
    HouseholdSize { adults: adults.saturating_add(1), children: count(|role| role == MemberRole::Child) }
}

/// The rows of a table in the form that somebody has written in, by their numbers.
pub fn filled_rows(values: &FormValues, prefix: &str, columns: &[&str]) -> Vec<usize> {
    let filled = |row: &usize| columns.iter().any(|column| values.filled(&format!("{prefix}{row}_{column}")).is_some());
    (0..MOST_ROWS).filter(filled).collect()
}

fn members(values: &FormValues, today: Date, problems: &mut Vec<Problem>) -> Vec<NewMember> {
    let mut members = Vec::new();
    for row in filled_rows(values, "m", &["name", "born", "identity"]) {
        let typed = |column: &str| values.get(&format!("m{row}_{column}"));
        let identity = Some(typed("identity")).filter(|typed| !typed.is_empty());
        let number = identity.map(|typed| IdentityNumber::parse_on(typed, today));
        let born = Some(typed("born")).filter(|typed| !typed.is_empty()).map(written::day);
        let name = Name::read(typed("name"));
        if name.is_none() || matches!(number, Some(Err(_))) || matches!(born, Some(Err(_))) {
            let facts = vec![("number", (row + 1).to_string())];
            problems.push(Problem { field: "members", text: "intake-problem-member", facts });
            continue;
        }
        let facts = PersonFacts {
            name: name.unwrap_or(Name { family: String::new(), given: String::new() }),
            identity: number.and_then(Result::ok),
            born: born.and_then(Result::ok),
            telephone: None,
            email: None,
            protection: Protection::Ungraded,
            protection_to_check: false,
        };
        members.push(NewMember { facts, role: typed("role").parse().unwrap_or(MemberRole::OtherAdult) });
    }
    members
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
            from,
            until: None,
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

fn answers(values: &FormValues, problems: &mut Vec<Problem>) -> Answers {
    let text = |name: &str| values.filled(name).map(str::to_owned);
    let mut day = |name: &'static str| day(values, name, problems);
    let (stay_until, here_since) = (day("stay_until"), day("here_since"));
    let (lease_until, notice_day, can_stay_until) = (day("lease_until"), day("notice_day"), day("can_stay_until"));
    let (needed_by, leaves_on, last_sought, signed_on) =
        (day("needed_by"), day("leaves_on"), day("last_sought"), day("signed_on"));
    let mut money = |name: &'static str| -> Option<Ore> {
        parsed(values, name, "application-problem-amount", written::amount, problems)
    };
    let (home_rent, wealth, loans) = (money("home_rent"), money("wealth"), money("loans"));
    let homes_sought =
        parsed(values, "homes_sought", "application-problem-number", |typed| typed.parse::<u16>(), problems);
    let few = |typed: &str| typed.parse::<u8>().ok().filter(|number| *number <= 31).ok_or(());
    let part_time_children = parsed(values, "part_time_children", "application-problem-number", few, problems);
    let days_a_month = parsed(values, "days_a_month", "application-problem-number", few, problems);
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
        home: HomeNow {
            home_rent,
            landlord: text("landlord"),
            lease_until,
            notice_day,
            can_stay_until,
            unsuitable_why: text("unsuitable_why"),
            need_reasons: codes(values, "need_reasons", problems),
        },
        history: history(values, problems),
        economy: Economy {
            income_source: code(values, "income_source", problems),
            wealth,
            loans,
            arrears_here: code(values, "arrears_here", problems),
            housing_allowance: code(values, "housing_allowance", problems),
            start_loan: code(values, "start_loan", problems),
        },
        health: Health { access: codes(values, "access", problems), health_note: text("health_note") },
        wish: Wish {
            need_kind: code(values, "need_kind", problems),
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

/// Where they have lived. A row needs its first day and what it was; what is missing is named.
fn history(values: &FormValues, problems: &mut Vec<Problem>) -> Vec<HistoryRow> {
    let mut rows = Vec::new();
    for row in filled_rows(values, "h", &["kind", "from", "until", "where"]) {
        let typed = |column: &str| values.get(&format!("h{row}_{column}"));
        let kind = typed("kind").parse().ok();
        let from = written::day(typed("from")).ok();
        let until = Some(typed("until")).filter(|typed| !typed.is_empty()).map(written::day).transpose().ok();
        let (Some(kind), Some(from), Some(until)) = (kind, from, until) else {
            let facts = vec![("number", (row + 1).to_string())];
            problems.push(Problem { field: "history", text: "intake-problem-history", facts });
            continue;
        };
        let municipality = Some(typed("where").to_owned()).filter(|place| !place.is_empty());
        let ending = typed("ending").parse().ok();
        rows.push(HistoryRow { from, until, kind, municipality, landlord: None, ending });
    }
    rows
}
