//! The last day to appeal, in all its forms.

use serde_json::Value;

use super::edge::*;
use super::letters::{KINDS, NEW_ACT, act, provision};
use crate::appeals::{
    AppealPeriod, Arrival, DEFAULT_POST_DAYS, ReasonsDemand, UNNOTIFIED_MONTHS, appeal_period, final_when,
    last_day_without_notice, repeat_by,
};
use crate::calendar::{add_months, add_weeks, roll};

const GROUP: &str = "the day the notice reached the party or the representative, or the day it was sent";
const CHANNELS: &[&str] = &["paper", "digital"];

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "complaint_deadline",
        about: "The last day to appeal (klagefrist) on a decision: weeks from the day the notice reached the party, never from the decision date.",
        source: "forvaltningsloven §§ 29–30; domstolloven §§ 148–149; eForvaltningsforskriften §§ 8 and 11; pasient- og brukerrettighetsloven § 7-5; law.md 1.5, L1.6, L1.8",
        fields: &[
            Field::one_of("notified_on", Day, GROUP, "paper: the proven day the letter reached the party; digital: the day the notification that a decision has been made was sent").also(&["notified", "arrived_on"]),
            Field::one_of("sent_on", Day, GROUP, "paper: the day the letter was posted, when no arrival is proven; a notified_on goes first").also(&["posted_on"]),
            Field::one_of(
                "representative_notified_on",
                Day,
                GROUP,
                "the day the representative (fullmektig) was notified: the clock starts there, whenever the party was told",
            ),
            Field::optional("post_days", Number("calendar days", 0, 60), "days by post to presume with sent_on; without it the municipality's own (5)"),
            Field::default("channel", Choice(CHANNELS), "paper", "how the notice was given"),
            Field::optional("available_on", Day, "digital: the day the decision could be opened, when that was not the day of notified_on; the later day counts"),
            Field::optional("opened_on", Day, "digital: the day it was opened; does not change the deadline"),
            Field::optional("stated_on", Day, "the last day to appeal that the letter itself names; the period never ends before it"),
            Field::default("decision_kind", Choice(KINDS), "KOMM_BOLIG", "three weeks, or four for HELDOGN_OMSORG").also(&["kind"]),
            Field::optional("reasons_demanded_on", Day, "the day the party demanded reasons; within the period it interrupts it"),
            Field::optional("reasons_arrived_on", Day, "the day those reasons reached the party: a new full period runs from here"),
            Field::optional("extended_on", Day, "the day an extension was granted, before the period ended"),
            Field::optional("extended_to", Day, "the new last day"),
            Field::optional("decision_date", Day, "the day of the decision; only to warn, it never counts"),
            NEW_ACT,
        ],
        results: &[
            ("deadline", "YYYY-MM-DD or null", "the last day, to its end; null while demanded reasons have not come"),
            ("starts_on", "YYYY-MM-DD or null", "the day the period begins, itself not counted"),
            ("counted_to", "YYYY-MM-DD or null", "before it is moved to a working day"),
            ("weeks", "weeks", "the length of the period"),
            ("presumed", "true or false", "the arrival is presumed from the day of posting; a proven day replaces it"),
            ("interrupted", "true or false", "reasons were demanded in time and have not come"),
            ("from_letter", "true or false", "the letter names a later day than the counted one, and the letter's holds"),
        ],
        examples: &[
            (r#"{"notified_on": "2026-09-08"}"#, r#"{"deadline": "2026-09-29", "presumed": false}"#),
            (r#"{"sent_on": "2026-09-03"}"#, r#"{"deadline": "2026-09-29", "presumed": true}"#),
            (r#"{"notified_on": "2026-11-22", "stated_on": "2026-12-18"}"#, r#"{"deadline": "2026-12-18", "from_letter": true}"#),
            (r#"{"channel": "digital", "notified_on": "2026-04-26", "opened_on": "2026-04-29"}"#, r#"{"deadline": "2026-05-18"}"#),
            (r#"{"notified_on": "2026-03-04", "reasons_demanded_on": "2026-03-18", "reasons_arrived_on": "2026-03-31"}"#, r#"{"deadline": "2026-04-21"}"#),
            (r#"{"notified_on": "2026-11-27", "decision_kind": "HELDOGN_OMSORG"}"#, r#"{"deadline": "2026-12-28", "weeks": 4}"#),
        ],
        answer: deadline,
    },
    Rule {
        name: "complaint_deadline_without_notice",
        about: "The last day to appeal for somebody who got no notice: from when they knew or should have known.",
        source: "forvaltningsloven § 29 (new act § 63); law.md 1.5",
        fields: &[
            Field::required("knew_on", Day, "the day the person knew, or should have known, of the decision"),
            Field::required("decision_date", Day, "the day of the decision"),
            Field::default("receives_right", Flag, "false", "the person is the one the decision gives a right; then the limit of three months does not apply"),
            Field::default("decision_kind", Choice(KINDS), "KOMM_BOLIG", "the kind of decision"),
            NEW_ACT,
        ],
        results: &[("deadline", "YYYY-MM-DD", "the last day"), ("three_month_limit", "YYYY-MM-DD or null", "the latest for others")],
        examples: &[(
            r#"{"knew_on": "2026-05-20", "decision_date": "2026-03-02"}"#,
            r#"{"deadline": "2026-06-02", "three_month_limit": "2026-06-02"}"#,
        )],
        answer: without_notice,
    },
    Rule {
        name: "complaint_final_day",
        about: "When a decision with several applicants is final: when the last of their periods has run out.",
        source: "law.md L1.9; forvaltningsloven § 29",
        fields: &[
            Field::required("notified_on_each", Dates, "the day the notice reached each of the applicants"),
            Field::default("decision_kind", Choice(KINDS), "KOMM_BOLIG", "the kind of decision"),
        ],
        results: &[("final_after", "YYYY-MM-DD", "the last day of the last period"), ("deadlines", "list of YYYY-MM-DD", "one for each, in order")],
        examples: &[(
            r#"{"notified_on_each": ["2026-09-08", "2026-09-10"]}"#,
            r#"{"final_after": "2026-10-01", "deadlines": ["2026-09-29", "2026-10-01"]}"#,
        )],
        answer: final_day,
    },
    Rule {
        name: "complaint_repeat_deadline",
        about: "The last day to send again an appeal that never arrived: a week from when the sender knew or should have understood.",
        source: "forvaltningsloven § 30 (new act § 64); law.md 1.5",
        fields: &[Field::required("knew_on", Day, "the day the sender knew that it had not arrived")],
        results: &[("deadline", "YYYY-MM-DD", "the last day")],
        examples: &[(r#"{"knew_on": "2026-03-30"}"#, r#"{"deadline": "2026-04-07"}"#)],
        answer: |facts, answer| {
            let knew = facts.day("knew_on");
            answer.put_day("deadline", repeat_by(knew));
            answer.because("1.5", "forvaltningsloven § 30", [("knew_on", day(knew)), ("weeks", 1.into())]);
            Ok(())
        },
    },
];

fn deadline(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let arrival = arrival(facts)?;
    let begins = arrival.begins();
    let weeks = weeks(facts, begins)?;
    let reasons = reasons(facts)?;
    let mut period = appeal_period(arrival, weeks, reasons, facts.day_if("stated_on"))
        .map_err(|problem| contradiction(problem.to_string()))?;
    let act = act(facts, begins);
    explain(facts, answer, arrival, &period, &provision(act, "§ 29", "§ 63"));
    if let Some((granted, to)) = extension(facts)? {
        let AppealPeriod::Runs(first) = period else {
            return Err(contradiction("no period runs that could be extended"));
        };
        let extended = first.extended(granted, to).map_err(|problem| contradiction(problem.to_string()))?;
        answer.because(
            "1.5",
            &provision(act, "§ 29", "§ 63"),
            [("extended_on", day(granted)), ("extended_to", day(to))],
        );
        period = AppealPeriod::Runs(extended);
    }
    put_period(answer, &period, weeks);
    warn(facts, answer, arrival, reasons, &period);
    Ok(())
}

fn arrival(facts: &Facts<'_>) -> Result<Arrival, Vec<FactProblem>> {
    let (notified, sent) = (facts.day_if("notified_on"), facts.day_if("sent_on"));
    if let Some(on) = facts.day_if("representative_notified_on") {
        return Ok(Arrival::Proven { on });
    }
    let digital = facts.text_if("channel") == Some("digital");
    if let (Some(notified), Some(sent)) = (notified, sent)
        && notified < sent
    {
        return Err(contradiction(format!("field notified_on: {notified} is before the notice was sent on {sent}")));
    }
    match (digital, notified, sent) {
        (true, Some(notified), _) | (true, None, Some(notified)) => {
            Ok(Arrival::Digital { available: facts.day_if("available_on").unwrap_or(notified), notified })
        }
        (false, Some(on), _) => Ok(Arrival::Proven { on }),
        (false, None, Some(sent)) => {
            let post_days = facts.count_if("post_days").unwrap_or(DEFAULT_POST_DAYS);
            Ok(Arrival::Presumed { sent, post_days })
        }
        (_, None, None) => unreachable!("one of the days is required"),
    }
}

fn reasons(facts: &Facts<'_>) -> Result<Option<ReasonsDemand>, Vec<FactProblem>> {
    match (facts.day_if("reasons_demanded_on"), facts.day_if("reasons_arrived_on")) {
        (Some(demanded), arrived) => Ok(Some(ReasonsDemand { demanded, arrived })),
        (None, Some(_)) => {
            Err(contradiction("field reasons_arrived_on: say too when they were demanded, in reasons_demanded_on"))
        }
        (None, None) => Ok(None),
    }
}

fn extension(facts: &Facts<'_>) -> Result<Option<(Date, Date)>, Vec<FactProblem>> {
    match (facts.day_if("extended_on"), facts.day_if("extended_to")) {
        (Some(on), Some(to)) => Ok(Some((on, to))),
        (None, None) => Ok(None),
        (Some(_), None) => Err(contradiction("field extended_to: missing; extended_on says that there is one")),
        (None, Some(_)) => Err(contradiction("field extended_on: missing; extended_to says that there is one")),
    }
}

fn weeks(facts: &Facts<'_>, on: Date) -> Result<i32, Vec<FactProblem>> {
    let since = facts.rates.decisions.on(super::letters::kind(facts), on).map_err(|missing| vec![missing.into()])?;
    Ok(since.value.appeal_weeks)
}

fn put_period(answer: &mut Answer, period: &AppealPeriod, weeks: i32) {
    let runs = match period {
        AppealPeriod::Runs(runs) => Some(runs),
        AppealPeriod::Interrupted { .. } => None,
    };
    answer.put_day_if("deadline", runs.map(|runs| runs.last_day));
    answer.put_day_if("starts_on", runs.map(|runs| runs.begins));
    answer.put_day_if("counted_to", runs.map(|runs| runs.counted_to));
    answer.put("weeks", weeks);
    answer.put("presumed", runs.is_some_and(|runs| runs.presumed));
    answer.put("interrupted", runs.is_none());
    answer.put("from_letter", runs.is_some_and(|runs| runs.from_letter));
}

fn explain(facts: &Facts<'_>, answer: &mut Answer, arrival: Arrival, period: &AppealPeriod, section: &str) {
    if let Some(on) = facts.day_if("representative_notified_on") {
        answer.because("L1.6", "forvaltningsloven § 12", [("representative_notified_on", day(on))]);
    }
    match arrival {
        Arrival::Proven { on } | Arrival::Known { on } => answer.because("L1.8", section, [("notified_on", day(on))]),
        Arrival::Digital { available, notified } => answer.because(
            "L1.8",
            "eForvaltningsforskriften §§ 8 og 11",
            [("available_on", day(available)), ("notified_on", day(notified))],
        ),
        Arrival::Presumed { sent, post_days } => answer.because(
            "L1.8",
            "prosjektregel: antatt dag for post uten bevis",
            [("sent_on", day(sent)), ("post_days", post_days.into()), ("presumed_on", day(arrival.begins()))],
        ),
    }
    match period {
        AppealPeriod::Interrupted { since } => {
            answer.because("1.5 begrunnelse krevd", section, [("reasons_demanded_on", day(*since))]);
        }
        AppealPeriod::Runs(runs) => {
            if runs.from_reasons {
                answer.because("1.5 begrunnelse krevd", section, [("reasons_arrived_on", day(runs.begins))]);
            }
            let kind = Value::from(super::letters::kind(facts).code());
            let facts = [("decision_kind", kind), ("starts_on", day(runs.begins)), ("weeks", runs.weeks.into())];
            answer.because("1.2", "domstolloven § 148", facts);
            let counted = roll(runs.counted_to);
            if counted != runs.counted_to {
                let moved = [("counted_to", day(runs.counted_to)), ("deadline", day(counted))];
                answer.because("9.1", "domstolloven § 149", moved);
            }
            if runs.from_letter {
                let stated = [("counted", day(counted)), ("stated_on", day(runs.last_day))];
                answer.because("L1.8", "forvaltningsloven §§ 27 og 31", stated);
            }
        }
    }
}

fn warn(
    facts: &Facts<'_>,
    answer: &mut Answer,
    arrival: Arrival,
    reasons: Option<ReasonsDemand>,
    period: &AppealPeriod,
) {
    if matches!(period, AppealPeriod::Runs(runs) if runs.presumed) {
        answer.warn("the arrival is presumed from the day of posting; a proven day replaces it");
    }
    if let (Some(demand), AppealPeriod::Runs(runs)) = (reasons, period)
        && !runs.from_reasons
    {
        answer.warn(format!(
            "reasons were demanded on {}, after the period had ended, and change nothing",
            demand.demanded
        ));
    }
    if let Some(decided) = facts.day_if("decision_date").filter(|decided| *decided > arrival.begins()) {
        answer.warn(format!("the notice cannot have reached the party before the decision of {decided}"));
    }
}

fn without_notice(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (knew, decided) = (facts.day("knew_on"), facts.day("decision_date"));
    if knew < decided {
        return Err(contradiction(format!("field knew_on: {knew} is before the decision of {decided}")));
    }
    let weeks = weeks(facts, decided)?;
    let own_period = roll(add_weeks(knew, weeks));
    let for_others = (!facts.flag("receives_right")).then(|| last_day_without_notice(knew, weeks, decided));
    answer.put_day("deadline", for_others.unwrap_or(own_period));
    answer.put_day_if("three_month_limit", for_others.map(|_| add_months(decided, UNNOTIFIED_MONTHS)));
    let section = provision(act(facts, decided), "§ 29", "§ 63");
    answer.because(
        "1.5 ingen underretning",
        &section,
        [("knew_on", day(knew)), ("decision_date", day(decided)), ("weeks", weeks.into())],
    );
    Ok(())
}

fn final_day(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let notified = facts.days("notified_on_each");
    let periods = notified
        .iter()
        .map(|on| {
            let weeks = weeks(facts, *on)?;
            appeal_period(Arrival::Proven { on: *on }, weeks, None, None)
                .map_err(|problem| contradiction(problem.to_string()))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let Some(last) = final_when(&periods) else {
        return Err(contradiction("field notified_on_each: name one day at least"));
    };
    answer.put_day("final_after", last);
    let deadlines: Vec<String> = periods.iter().filter_map(AppealPeriod::last_day).map(|day| day.to_string()).collect();
    answer.put("deadlines", deadlines);
    answer.because("L1.9", "forvaltningsloven § 29", [("applicants", notified.len().into())]);
    Ok(())
}
