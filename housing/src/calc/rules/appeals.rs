//! Appeals that have come in.

use super::edge::*;
use super::letters::{NEW_ACT, act, provision};
use crate::appeals::{AppealLimits, first_barred_day, harm_limit, is_barred};
use crate::calendar::{add_days, add_weeks, days_between, roll, work_on_or_before};

const DECIDED: Field =
    Field::required("decision_date", Day, "the day of the decision itself, not of its notice").also(&["decided_on"]);
const RECEIVED: Field = Field::required("complaint_received_on", Day, "the day the appeal reached the deciding unit")
    .also(&["received", "received_on"]);

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "one_year_bar",
        about: "Whether a late appeal is barred: never taken up when more than a year has passed since the decision.",
        source: "forvaltningsloven § 31 (new act § 65); law.md 1.5, L1.10",
        fields: &[
            DECIDED,
            Field::required("complaint_date", Day, "the day of the appeal").also(&["complained_on"]),
            NEW_ACT,
        ],
        results: &[
            ("barred", "true or false", "the bar has fallen"),
            ("barred_from", "YYYY-MM-DD", "the first day it holds"),
        ],
        examples: &[
            (
                r#"{"decision_date": "2026-01-15", "complaint_date": "2027-01-15"}"#,
                r#"{"barred": false, "barred_from": "2027-01-16"}"#,
            ),
            (r#"{"decision_date": "2026-01-15", "complaint_date": "2027-01-16"}"#, r#"{"barred": true}"#),
        ],
        answer: one_year_bar,
    },
    Rule {
        name: "complaint_in_time",
        about: "Whether an appeal is in time, late, or late and barred.",
        source: "forvaltningsloven §§ 29–31 (new act §§ 63–65); law.md 1.5",
        fields: &[
            Field::required("deadline", Day, "the last day to appeal, from complaint_deadline"),
            Field::required(
                "complaint_date",
                Day,
                "the day it was posted or handed over, when known; else the day it came",
            ),
            DECIDED,
            NEW_ACT,
        ],
        results: &[
            ("status", "timely, late or barred", "late can be excused, barred cannot"),
            ("days_late", "days", "0 when in time"),
        ],
        examples: &[
            (
                r#"{"deadline": "2026-09-29", "complaint_date": "2026-09-29", "decision_date": "2026-09-02"}"#,
                r#"{"status": "timely", "days_late": 0}"#,
            ),
            (
                r#"{"deadline": "2026-09-29", "complaint_date": "2026-09-30", "decision_date": "2026-09-02"}"#,
                r#"{"status": "late", "days_late": 1}"#,
            ),
        ],
        answer: in_time,
    },
    Rule {
        name: "appeal_change_to_harm",
        about: "The last day the appeal body can tell the party of a change to its harm: three months after the deciding unit received the appeal.",
        source: "forvaltningsloven § 34 (new act § 68); law.md 1.5",
        fields: &[RECEIVED, Field::optional("notified_on", Day, "the day the party was told"), NEW_ACT],
        results: &[
            ("limit", "YYYY-MM-DD", "the last day; not moved"),
            ("target", "YYYY-MM-DD", "the last working day that keeps it"),
            ("in_time", "true, false or null", "whether notified_on keeps it"),
        ],
        examples: &[(
            r#"{"complaint_received_on": "2026-03-10", "notified_on": "2026-06-11"}"#,
            r#"{"limit": "2026-06-10", "in_time": false}"#,
        )],
        answer: change_to_harm,
    },
    Rule {
        name: "complaint_forward_alarm",
        about: "When an appeal should have been sent on to the appeal body.",
        source: "forvaltningsloven § 33 (new act § 67): as soon as it is ready; the days are a project rule; law.md 1.5",
        fields: &[
            RECEIVED,
            Field::optional("days", Number("days", 0, 365), "without it the municipality's own limit (21)"),
        ],
        results: &[
            ("due", "YYYY-MM-DD", "the last day by our own limit"),
            ("alarm_from", "YYYY-MM-DD", "the first day it is late"),
        ],
        examples: &[(
            r#"{"complaint_received_on": "2026-03-10"}"#,
            r#"{"due": "2026-03-31", "alarm_from": "2026-04-01"}"#,
        )],
        answer: |facts, answer| {
            let received = facts.day("complaint_received_on");
            let days = facts.count_if("days").unwrap_or(AppealLimits::default().forward_days);
            answer.put_day("due", add_days(received, days));
            answer.put_day("alarm_from", add_days(received, days + 1));
            answer.because(
                "1.5",
                "forvaltningsloven § 33; prosjektregel",
                [("received", day(received)), ("days", days.into())],
            );
            Ok(())
        },
    },
    Rule {
        name: "complaint_handler",
        about: "Whether an officer can handle an appeal: not one who prepared or made the decision.",
        source: "kommuneloven on impartiality; law.md L1.11",
        fields: &[
            Field::required("prepared_by", Text, "who prepared the decision"),
            Field::required("decided_by", Text, "who made it").also(&["signed_by"]),
            Field::required("handler", Text, "who is to handle the appeal"),
        ],
        results: &[("allowed", "true or false", "whether they can")],
        examples: &[(r#"{"prepared_by": "ada", "decided_by": "liv", "handler": "ada"}"#, r#"{"allowed": false}"#)],
        answer: |facts, answer| {
            let handler = facts.text("handler");
            let took_part = ["prepared_by", "decided_by"].into_iter().filter(|role| facts.text(role) == handler);
            let took_part: Vec<&str> = took_part.collect();
            answer.put("allowed", took_part.is_empty());
            answer.because("L1.11", "kommuneloven (inhabilitet)", [("took_part_as", took_part.into())]);
            Ok(())
        },
    },
    Rule {
        name: "costs_claim_deadline",
        about: "The last day to claim costs after a decision was changed in the party's favour.",
        source: "forvaltningsloven § 36 (new act § 69); law.md 1.2",
        fields: &[
            Field::required("notified_on", Day, "the day the notice of the changed decision reached the party"),
            NEW_ACT,
        ],
        results: &[("deadline", "YYYY-MM-DD", "the last day")],
        examples: &[(r#"{"notified_on": "2026-03-12"}"#, r#"{"deadline": "2026-04-07"}"#)],
        answer: |facts, answer| {
            let notified = facts.day("notified_on");
            let weeks = facts.law(LawNumber::CostsClaimWeeks, notified)?;
            answer.put_day("deadline", roll(add_weeks(notified, weeks)));
            let section = provision(act(facts, notified), "§ 36", "§ 69");
            answer.because("1.2", &section, [("notified_on", day(notified)), ("weeks", weeks.into())]);
            Ok(())
        },
    },
];

fn one_year_bar(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (decided, appealed) = (facts.day("decision_date"), facts.day("complaint_date"));
    answer.put("barred", is_barred(decided, appealed));
    answer.put_day("barred_from", first_barred_day(decided));
    let section = provision(act(facts, appealed), "§ 31", "§ 65");
    answer.because("L1.10", &section, [("decision_date", day(decided)), ("complaint_date", day(appealed))]);
    if appealed < decided {
        answer.warn("the appeal is dated before the decision");
    }
    Ok(())
}

fn in_time(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (deadline, appealed, decided) =
        (facts.day("deadline"), facts.day("complaint_date"), facts.day("decision_date"));
    let status = if appealed <= deadline {
        "timely"
    } else if is_barred(decided, appealed) {
        "barred"
    } else {
        "late"
    };
    answer.put("status", status);
    answer.put("days_late", days_between(deadline, appealed).max(0));
    let section = provision(act(facts, appealed), "§§ 29–31", "§§ 63–65");
    answer.because(
        "1.5",
        &section,
        [("deadline", day(deadline)), ("complaint_date", day(appealed)), ("decision_date", day(decided))],
    );
    if status == "late" {
        answer.warn("it may still be taken up when the party cannot be blamed, or special reasons make it reasonable");
    }
    Ok(())
}

fn change_to_harm(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let received = facts.day("complaint_received_on");
    let limit = harm_limit(received);
    let in_time = facts.day_if("notified_on").map(|notified| notified <= limit);
    answer.put_day("limit", limit);
    answer.put_day("target", work_on_or_before(limit));
    answer.put("in_time", in_time);
    answer.because("1.5", &provision(act(facts, received), "§ 34", "§ 68"), [("received", day(received))]);
    Ok(())
}
