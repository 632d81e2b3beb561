//! The form of what rules ask for and the register does not know.

use crate::office::Problem;
use crate::web::dwellings::choices;
use crate::web::reading::{amount_within, code, day, needed_day, not_offered};
use crate::web::{FormValues, Frame};
use housing::assessment::{
    AgeException, Basis, CaseFacts, Earning, Eviction, LeaseEnd, Overdue, Purchase, Stay, StayBasis, TimeException,
};
use housing::money::Ore;

/// No household owns, owes or earns more kroner than this.
const MOST_KRONER: i64 = 1_000_000_000;

/// The choice that says it was asked, and that none applies.
const NONE: &str = "NONE";

type Pairs = Vec<(String, String)>;

/// What can be chosen in the form.
pub struct Lists {
    pub age_exceptions: Pairs,
    pub time_exceptions: Pairs,
    pub stays: Pairs,
    pub bases: Pairs,
    pub purchases: Pairs,
    pub leases: Pairs,
    pub evictions: Pairs,
}

impl Lists {
    pub fn new(frame: &Frame) -> Self {
        let with_none = |mut list: Pairs| {
            list.insert(0, (NONE.to_owned(), frame.t("assessment-no-exception")));
            list
        };
        let pair = |code: &str, key: &str| (code.to_owned(), frame.t(key));
        Self {
            age_exceptions: with_none(choices(frame, AgeException::ALL, AgeException::code, AgeException::text_key)),
            time_exceptions: with_none(choices(
                frame,
                TimeException::ALL,
                TimeException::code,
                TimeException::text_key,
            )),
            stays: choices(frame, StayBasis::ALL, StayBasis::code, StayBasis::text_key),
            bases: choices(frame, Basis::ALL, Basis::code, Basis::text_key),
            purchases: choices(frame, Purchase::ALL, Purchase::code, Purchase::text_key),
            leases: vec![pair("open", "assessment-lease-open"), pair("until", "assessment-lease-until")],
            evictions: vec![pair("never", "assessment-evicted-never"), pair("on", "assessment-evicted-on")],
        }
    }
}

/// What the form shows of what was recorded last.
pub fn values(facts: &CaseFacts) -> FormValues {
    let day = |day: Option<housing::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let kroner = |amount: Option<Ore>| amount.map(|amount| amount.exact()).unwrap_or_default();
    let code = |code: Option<&'static str>| code.unwrap_or_default().to_owned();
    let chosen = |asked: Option<Option<&'static str>>| code(asked.map(|found| found.unwrap_or(NONE)));
    let earning = facts.incomes.as_ref().and_then(|incomes| incomes.first());
    let income = facts.incomes.as_ref().map(|incomes| incomes.iter().map(|earning| earning.a_year).sum());
    let (lease, lease_until) = match facts.lease {
        Some(LeaseEnd::Open) => ("open", None),
        Some(LeaseEnd::Until(last)) => ("until", Some(last)),
        None => ("", None),
    };
    let (evicted, evicted_on) = match facts.evicted {
        Some(Eviction::Never) => ("never", None),
        Some(Eviction::On(day)) => ("on", Some(day)),
        None => ("", None),
    };
    let first_age = facts.age_exceptions.as_ref().map(|list| list.first().map(|one| one.code()));
    let first_time = facts.time_exceptions.as_ref().map(|list| list.first().map(|one| one.code()));
    FormValues::of([
        ("age_exception", chosen(first_age)),
        ("here_since", day(facts.here_since)),
        ("time_exception", chosen(first_time)),
        ("stay", code(facts.stay.map(|stay| stay.basis.code()))),
        ("stay_until", day(facts.stay.and_then(|stay| stay.until))),
        ("lease", lease.to_owned()),
        ("lease_until", day(lease_until)),
        ("income", kroner(income)),
        ("income_basis", code(earning.map(|earning| earning.basis.code()))),
        ("wealth", kroner(facts.wealth)),
        ("overdue_loan", kroner(facts.overdue.loan)),
        ("overdue_rent", kroner(facts.overdue.rent)),
        ("overdue_other", kroner(facts.overdue.other)),
        ("evicted", evicted.to_owned()),
        ("evicted_on", day(evicted_on)),
        ("purchase", code(facts.purchase.map(Purchase::code))),
    ])
}

/// The facts that stand in the form, with everything that cannot be read.
pub fn read(form: &FormValues) -> (CaseFacts, Vec<Problem>) {
    let mut problems = Vec::new();
    let money = |field, problems: &mut Vec<Problem>| amount_within(form, field, MOST_KRONER, problems);
    let income = money("income", &mut problems);
    let facts = CaseFacts {
        age_exceptions: exceptions(form, "age_exception", &mut problems),
        here_since: day(form, "here_since", &mut problems),
        time_exceptions: exceptions(form, "time_exception", &mut problems),
        stay: code(form, "stay", &mut problems)
            .map(|basis| Stay { basis, until: day(form, "stay_until", &mut problems) }),
        lease: lease(form, &mut problems),
        incomes: income.map(|a_year| earnings(form, a_year, &mut problems)),
        wealth: money("wealth", &mut problems),
        overdue: Overdue {
            loan: money("overdue_loan", &mut problems),
            rent: money("overdue_rent", &mut problems),
            other: money("overdue_other", &mut problems),
        },
        evicted: evicted(form, &mut problems),
        purchase: code(form, "purchase", &mut problems),
        ..CaseFacts::default()
    };
    (facts, problems)
}

fn exceptions<T: std::str::FromStr>(
    form: &FormValues,
    field: &'static str,
    problems: &mut Vec<Problem>,
) -> Option<Vec<T>> {
    match form.filled(field)? {
        NONE => Some(Vec::new()),
        _ => Some(code(form, field, problems).into_iter().collect()),
    }
}

/// What the household earns together; nothing at all is the same before and after tax.
fn earnings(form: &FormValues, a_year: Ore, problems: &mut Vec<Problem>) -> Vec<Earning> {
    if a_year == Ore(0) {
        return Vec::new();
    }
    let basis = code(form, "income_basis", problems);
    if form.filled("income_basis").is_none() {
        problems.push(Problem::plain("income_basis", "assessment-problem-basis"));
    }
    basis.map(|basis| Earning { born: None, a_year, basis }).into_iter().collect()
}

fn lease(form: &FormValues, problems: &mut Vec<Problem>) -> Option<LeaseEnd> {
    match form.get("lease") {
        "open" => Some(LeaseEnd::Open),
        "until" => needed_day(form, "lease_until", problems).map(LeaseEnd::Until),
        "" => None,
        found => {
            problems.push(not_offered("lease", found));
            None
        }
    }
}

fn evicted(form: &FormValues, problems: &mut Vec<Problem>) -> Option<Eviction> {
    match form.get("evicted") {
        "never" => Some(Eviction::Never),
        "on" => needed_day(form, "evicted_on", problems).map(Eviction::On),
        "" => None,
        found => {
            problems.push(not_offered("evicted", found));
            None
        }
    }
}
