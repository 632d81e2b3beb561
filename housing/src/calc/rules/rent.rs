//! Rent.

use serde_json::Value;

use super::edge::*;
use crate::rates::IndexPoints;
use crate::rent::{
    CurrentRentPeriods, current_rent, due_date, earliest_index_change, first_of_month_from, follow_index,
    room_for_security,
};

const POINTS: &str = "the index at the last rent setting: points, or the month to look up";
const POINTS_NOW: &str = "the newest index published on the notice date: points, or the month to look up";

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "rent_due_date",
        about: "The day rent is due: the agreed day, moved to the next working day from a Saturday, Sunday or public holiday.",
        source: "husleieloven § 3-2; law.md 4.1",
        fields: &[Field::required("agreed_on", Day, "the day the lease says").also(&["contract_day", "date"])],
        results: &[("due_on", "YYYY-MM-DD", "the day it is due")],
        examples: &[(r#"{"agreed_on": "2026-05-01"}"#, r#"{"due_on": "2026-05-04"}"#)],
        answer: |facts, answer| {
            let agreed = facts.day("agreed_on");
            answer.put_day("due_on", due_date(agreed));
            answer.because("4.1", "husleieloven § 3-2", [("agreed_on", day(agreed))]);
            Ok(())
        },
    },
    Rule {
        name: "rent_index_date",
        about: "The earliest day a rent can follow the consumer price index: a year after the last change, and a whole month after the notice.",
        source: "husleieloven § 4-2; law.md 4.3",
        fields: &[
            Field::required("last_effective_on", Day, "the day the last rent setting took effect")
                .also(&["last_effective"]),
            Field::required("given_on", Day, "the day the written notice arrived, else was sent")
                .also(&["notice_given_on"]),
            Field::default("monthly", Flag, "true", "the rent is paid by the calendar month"),
        ],
        results: &[
            ("effective_on", "YYYY-MM-DD", "the first day of the new rent"),
            ("earliest", "YYYY-MM-DD", "before it is moved to the first of a month"),
        ],
        examples: &[
            (r#"{"last_effective_on": "2025-06-01", "given_on": "2026-04-15"}"#, r#"{"effective_on": "2026-06-01"}"#),
            (
                r#"{"last_effective_on": "2025-06-01", "given_on": "2026-05-01"}"#,
                r#"{"effective_on": "2026-07-01", "earliest": "2026-06-02"}"#,
            ),
        ],
        answer: index_date,
    },
    Rule {
        name: "rent_index",
        about: "The rent after following the index, in whole kroner, rounded toward the old rent.",
        source: "husleieloven § 4-2; law.md 4.3; SSB tables 03013 and 14710",
        fields: &[
            Field::required("rent_ore", Money, "the rent before, a month").also(&["old_rent_ore"]),
            Field::one_of("index_base", Index, POINTS, "index points at the last rent setting"),
            Field::one_of("base_month", Month, POINTS, "the month of the index at the last rent setting"),
            Field::one_of("index_now", Index, POINTS_NOW, "the newest published index points, of the same series"),
            Field::one_of("now_month", Month, POINTS_NOW, "the month of the newest published index"),
            Field::optional("given_on", Day, "the day of the notice: the month of the index must be over by then"),
        ],
        results: &[
            ("rent_ore", "øre", "the highest rent after an increase, the lowest after a decrease"),
            ("rent_kr", "kroner", "the same"),
            ("index_base", "points", "as used"),
            ("index_now", "points", "as used"),
        ],
        examples: &[(
            r#"{"rent_kr": 8450, "index_base": 128.4, "index_now": 131.7}"#,
            r#"{"rent_ore": 866700, "rent_kr": "8667.00"}"#,
        )],
        answer: index,
    },
    Rule {
        name: "rent_current_level",
        about: "When rent can be adjusted to the current rent for similar lets (gjengs leie): demand after two and a half years, effect six months later and a year after the last change.",
        source: "husleieloven § 4-3; law.md 4.3",
        fields: &[
            Field::required("start", Day, "the start of the tenancy, or the last change that did not follow the index")
                .also(&["start_on"]),
            Field::optional("last_change_on", Day, "the day the last change of any kind took effect"),
            Field::optional(
                "demanded_on",
                Day,
                "the day of the written demand; without it the earliest is reckoned with",
            ),
        ],
        results: &[
            ("demand_from", "YYYY-MM-DD", "the first day it can be demanded"),
            ("effective_from", "YYYY-MM-DD", "the first day of the current rent"),
            ("demand_too_early", "true or false", "demanded before demand_from: it counts from there"),
        ],
        examples: &[(
            r#"{"start": "2024-02-01", "last_change_on": "2026-02-01"}"#,
            r#"{"demand_from": "2026-08-01", "effective_from": "2027-02-01"}"#,
        )],
        answer: current_level,
    },
    Rule {
        name: "deposit_limit",
        about: "How much deposit and guarantee may be together: six months' rent.",
        source: "husleieloven §§ 3-5 and 3-6; law.md 4.1",
        fields: &[
            Field::required("monthly_rent_ore", Money, "the rent a month"),
            Field::default("deposit_ore", Money, "0", "the deposit"),
            Field::default("guarantee_ore", Money, "0", "the guarantee"),
            Field::optional("agreed_on", Day, "the day of the agreement; without it the rule that holds since 2000"),
        ],
        results: &[
            ("limit_ore", "øre", "deposit and guarantee together at most"),
            ("remaining_ore", "øre", "what may still be asked for, 0 when nothing"),
            ("lawful", "true or false", "what is asked for is within the limit"),
        ],
        examples: &[(
            r#"{"monthly_rent_kr": 9500, "deposit_kr": 45000}"#,
            r#"{"limit_ore": 5700000, "remaining_ore": 1200000, "remaining_kr": "12000.00", "lawful": true}"#,
        )],
        answer: deposit,
    },
];

/// When the tenancy act of 1999 began to hold.
const TENANCY_ACT: Date = Date::constant(2000, 1, 1);

fn index_date(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (last, given) = (facts.day("last_effective_on"), facts.day("given_on"));
    let years = facts.law(LawNumber::RentIndexYears, given)?;
    let months = facts.law(LawNumber::RentIndexNoticeMonths, given)?;
    let earliest = earliest_index_change(last, given, years, months);
    let monthly = facts.flag_if("monthly").unwrap_or(true);
    answer.put_day("earliest", earliest);
    answer.put_day("effective_on", if monthly { first_of_month_from(earliest) } else { earliest });
    answer.because("4.3", "husleieloven § 4-2", [("last_effective_on", day(last)), ("years", years.into())]);
    answer.because(
        "4.3",
        "husleieloven § 4-2; prosjektregel: hele måneden løper ut",
        [("given_on", day(given)), ("months", months.into())],
    );
    Ok(())
}

fn index(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (series, base, now) = points(facts)?;
    let new = follow_index(facts.money("rent_ore"), base, now);
    answer.put_ore("rent", new);
    answer.put("index_base", base.to_string());
    answer.put("index_now", now.to_string());
    let facts = [
        ("rent_ore", Value::from(facts.money("rent_ore").0)),
        ("index_base", base.to_string().into()),
        ("index_now", now.to_string().into()),
        ("series", series.into()),
    ];
    answer.because("4.3", "husleieloven § 4-2", facts);
    answer.because("4.3", "prosjektregel: avrundet mot den gamle leien", []);
    Ok(())
}

/// The series and the two indices, given as points or looked up by month, never mixed.
fn points(facts: &Facts<'_>) -> Result<(String, IndexPoints, IndexPoints), Vec<FactProblem>> {
    match (
        facts.index_if("index_base"),
        facts.index_if("index_now"),
        facts.month_if("base_month"),
        facts.month_if("now_month"),
    ) {
        (Some(base), Some(now), None, None) => Ok(("as given".to_owned(), base, now)),
        (None, None, Some(base), Some(now)) => {
            if let Some(given) = facts.day_if("given_on").filter(|given| *given <= now.last_day()) {
                return Err(contradiction(format!(
                    "field now_month: the index for {now} was not published on {given}"
                )));
            }
            let (series, base, now) =
                facts.rates.price_index.pair(base, now).map_err(|missing| vec![missing.into()])?;
            Ok((series.to_owned(), base, now))
        }
        _ => Err(contradiction(
            "give both indices as points (index_base, index_now) or both as months (base_month, now_month): they must come from one series",
        )),
    }
}

fn current_level(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (start, last, demanded) = (facts.day("start"), facts.day_if("last_change_on"), facts.day_if("demanded_on"));
    let on = demanded.unwrap_or(start);
    let periods = CurrentRentPeriods {
        wait_months: facts.law(LawNumber::CurrentRentWaitMonths, on)?,
        notice_months: facts.law(LawNumber::CurrentRentNoticeMonths, on)?,
        years_since_change: facts.law(LawNumber::RentIndexYears, on)?,
    };
    let current = current_rent(start, last, demanded, periods);
    answer.put_day("demand_from", current.demand_from);
    answer.put_day("effective_from", current.effective_from);
    let too_early = demanded.is_some_and(|demanded| demanded < current.demand_from);
    answer.put("demand_too_early", too_early);
    answer.because(
        "4.3",
        "husleieloven § 4-3",
        [
            ("start", day(start)),
            ("wait_months", periods.wait_months.into()),
            ("notice_months", periods.notice_months.into()),
        ],
    );
    if too_early {
        answer.warn(
            "the demand came too early: make it again; the days here are reckoned from the first day it can be made",
        );
    }
    Ok(())
}

fn deposit(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let months = facts.law(LawNumber::DepositMonths, facts.day_if("agreed_on").unwrap_or(TENANCY_ACT))?;
    let rent = facts.money("monthly_rent_ore");
    let [deposit, guarantee] = ["deposit_ore", "guarantee_ore"].map(|name| facts.money_if(name).unwrap_or_default());
    let none = crate::money::Ore(0);
    let room = room_for_security(rent, months, deposit, guarantee);
    answer.put_ore("limit", room_for_security(rent, months, none, none));
    answer.put_ore("remaining", room.max(none));
    answer.put("lawful", room >= none);
    answer.because(
        "4.1",
        "husleieloven §§ 3-5 og 3-6",
        [
            ("monthly_rent_ore", rent.0.into()),
            ("months", months.into()),
            ("deposit_ore", deposit.0.into()),
            ("guarantee_ore", guarantee.0.into()),
        ],
    );
    Ok(())
}
