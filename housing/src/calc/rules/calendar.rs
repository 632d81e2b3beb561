//! Days: public holidays, working days and counting.

use super::edge::*;
use crate::calendar::{
    add_days, add_months, add_weeks, add_years, easter, end_of_month, is_public_holiday, is_workday, public_holidays,
    roll, work_on_or_before,
};

const YEAR: Field = Field::required("year", Number("year", 1700, 4000), "calendar year");
const DATE: Field = Field::required("date", Day, "the day asked about").also(&["day"]);
const UNITS: &[&str] = &["days", "weeks", "months", "years"];

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "public_holidays",
        about: "The Norwegian public holidays of a year: the church's holidays, and 1 and 17 May.",
        source: "law.md 9.2; domstolloven § 149; husleieloven § 3-2",
        fields: &[YEAR],
        results: &[
            ("dates", "list of YYYY-MM-DD", "every day once, in order"),
            ("holidays", "list of {date, name}", "with Norwegian names; two can fall on one day"),
        ],
        examples: &[(
            r#"{"year": 2027}"#,
            r#"{"dates": ["2027-01-01", "2027-03-25", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-16", "2027-05-17", "2027-12-25", "2027-12-26"]}"#,
        )],
        answer: |facts, answer| {
            let year = i16::try_from(facts.number_if("year").expect("required")).expect("the field ends at 4000");
            let holidays = public_holidays(year);
            let mut dates: Vec<String> = holidays.iter().map(|(day, _)| day.to_string()).collect();
            dates.dedup();
            let named = holidays.iter().map(|(day, name)| serde_json::json!({"date": day.to_string(), "name": name}));
            answer.put("holidays", named.collect::<Vec<_>>());
            answer.put("dates", dates);
            answer.because("9.2", "helligdager regnet fra første påskedag", [("easter_sunday", day(easter(year)))]);
            Ok(())
        },
    },
    Rule {
        name: "easter_sunday",
        about: "Easter Sunday of a year.",
        source: "law.md 9.2",
        fields: &[YEAR],
        results: &[("date", "YYYY-MM-DD", "Easter Sunday")],
        examples: &[(r#"{"year": 2026}"#, r#"{"date": "2026-04-05"}"#)],
        answer: |facts, answer| {
            let year = i16::try_from(facts.number_if("year").expect("required")).expect("the field ends at 4000");
            answer.put_day("date", easter(year));
            answer.because("9.2", "den gregorianske påskeregelen", [("year", year.into())]);
            Ok(())
        },
    },
    Rule {
        name: "is_workday",
        about: "Whether a day is a working day: not Saturday, not Sunday, not a public holiday.",
        source: "law.md 9.1; domstolloven § 149",
        fields: &[DATE],
        results: &[
            ("workday", "true or false", "a working day"),
            ("public_holiday", "true or false", "a public holiday"),
        ],
        examples: &[
            (r#"{"date": "2026-12-24"}"#, r#"{"workday": true}"#),
            (r#"{"date": "2026-04-02"}"#, r#"{"workday": false, "public_holiday": true}"#),
        ],
        answer: |facts, answer| {
            let date = facts.day("date");
            answer.put("workday", is_workday(date));
            answer.put("public_holiday", is_public_holiday(date));
            answer.put("weekday", date.weekday().to_monday_one_offset());
            answer.because("9.1", "domstolloven § 149", [("date", day(date))]);
            Ok(())
        },
    },
    Rule {
        name: "next_working_day",
        about: "The first working day on or after a day: where a deadline that falls on a holiday ends.",
        source: "law.md 9.1; domstolloven § 149",
        fields: &[DATE],
        results: &[("date", "YYYY-MM-DD", "the day itself when it is a working day")],
        examples: &[(r#"{"date": "2026-04-02"}"#, r#"{"date": "2026-04-07"}"#)],
        answer: |facts, answer| {
            answer.put_day("date", roll(facts.day("date")));
            answer.because("9.1", "domstolloven § 149", [("date", day(facts.day("date")))]);
            Ok(())
        },
    },
    Rule {
        name: "working_day_target",
        about: "The last working day on or before a day: when the municipality must have done what is due by then.",
        source: "law.md 1.3 and 9.1 (work_on_or_before); project rule",
        fields: &[Field::required("due_on", Day, "the day it is due").also(&["due", "date"])],
        results: &[("date", "YYYY-MM-DD", "the day itself when it is a working day")],
        examples: &[(r#"{"due_on": "2026-04-02"}"#, r#"{"date": "2026-04-01"}"#)],
        answer: |facts, answer| {
            answer.put_day("date", work_on_or_before(facts.day("due_on")));
            answer.because(
                "9.1",
                "prosjektregel: siste virkedag som holder fristen",
                [("due_on", day(facts.day("due_on")))],
            );
            Ok(())
        },
    },
    Rule {
        name: "end_of_month",
        about: "The last day of the month a day is in: where the notice of a tenancy ends.",
        source: "law.md 9.1; husleieloven § 9-6",
        fields: &[DATE],
        results: &[("date", "YYYY-MM-DD", "the last day")],
        examples: &[(r#"{"date": "2028-02-03"}"#, r#"{"date": "2028-02-29"}"#)],
        answer: |facts, answer| {
            answer.put_day("date", end_of_month(facts.day("date")));
            answer.because("9.1", "husleieloven § 9-6", [("date", day(facts.day("date")))]);
            Ok(())
        },
    },
    Rule {
        name: "count_deadline",
        about: "A day so many days, weeks, months or years later; the first day is not counted, the last is.",
        source: "law.md 9.1; domstolloven §§ 148–149",
        fields: &[
            Field::required("from", Day, "the day the period begins"),
            Field::required("count", Number("units", -10_000, 10_000), "how many"),
            Field::required("unit", Choice(UNITS), "of what"),
            Field::default("roll", Flag, "true", "move a last day that falls on a holiday to the next working day"),
        ],
        results: &[("date", "YYYY-MM-DD", "the last day"), ("counted_to", "YYYY-MM-DD", "before it is moved")],
        examples: &[(
            r#"{"from": "2026-03-12", "count": 3, "unit": "weeks"}"#,
            r#"{"date": "2026-04-07", "counted_to": "2026-04-02"}"#,
        )],
        answer: |facts, answer| {
            let (from, count) = (facts.day("from"), facts.count_if("count").expect("required"));
            let counted = match facts.text("unit") {
                "days" => add_days(from, count),
                "weeks" => add_weeks(from, count),
                "months" => add_months(from, count),
                _ => add_years(from, i16::try_from(count).expect("the field ends at 10 000")),
            };
            let date = if facts.flag_if("roll").unwrap_or(true) { roll(counted) } else { counted };
            answer.put_day("counted_to", counted);
            answer.put_day("date", date);
            answer.because("9.1", "domstolloven § 148", [("from", day(from)), ("counted_to", day(counted))]);
            if date != counted {
                answer.because("9.1", "domstolloven § 149", [("counted_to", day(counted)), ("date", day(date))]);
            }
            Ok(())
        },
    },
];
