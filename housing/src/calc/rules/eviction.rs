//! The way to an eviction for unpaid rent, and what must be done first.

use super::edge::*;
use crate::arrears::eviction::{eviction_notice, objection_by, request_after_social_services};
use crate::calendar::roll;
use crate::money::Ore;

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "eviction_notice",
        about: "What follows from a notice before eviction (varsel etter § 4-18): the last day to pay, and the first day eviction can be requested.",
        source: "tvangsfullbyrdelsesloven §§ 4-18 and 13-2(3)(a); husleieloven § 3-2; law.md 5.1, 5.2, L5.1",
        fields: &[
            Field::required("sent_on", Day, "the day the notice was sent").also(&["sent"]),
            Field::optional("due_on", Day, "the day the rent was due by the lease; moved to a working day here")
                .also(&["due"]),
            Field::default(
                "lease_has_clause",
                Flag,
                "true",
                "the lease has the written clause that eviction can be demanded",
            ),
            Field::default("says_eviction_will_be_demanded", Flag, "true", "the notice says so"),
            Field::default(
                "says_payment_avoids_it",
                Flag,
                "true",
                "the notice says that paying rent, interest and costs before execution avoids it",
            ),
        ],
        results: &[
            ("valid", "true or false", "whether the notice can carry a request"),
            ("faults", "list of texts", "why not"),
            ("earliest_notice", "YYYY-MM-DD or null", "the first day a notice could be sent: the due date, moved"),
            ("last_payment_day", "YYYY-MM-DD", "the last day to pay after the notice"),
            ("earliest_request", "YYYY-MM-DD", "the first day eviction can be requested; not moved"),
            ("in_practice", "YYYY-MM-DD", "the first working day on or after it"),
        ],
        examples: &[
            (r#"{"sent_on": "2026-09-01"}"#, r#"{"last_payment_day": "2026-09-15", "earliest_request": "2026-09-16"}"#),
            (
                r#"{"due_on": "2026-05-01", "sent_on": "2026-05-04"}"#,
                r#"{"valid": true, "earliest_notice": "2026-05-04", "earliest_request": "2026-05-19"}"#,
            ),
            (r#"{"due_on": "2026-05-01", "sent_on": "2026-05-03"}"#, r#"{"valid": false}"#),
        ],
        answer: notice,
    },
    Rule {
        name: "social_services_notice",
        about: "When eviction should be requested at the earliest after the social services were told, and when the tenant must have the copy.",
        source: "husleieloven § 9-11; law.md 5.2",
        fields: &[
            Field::required("notified_on", Day, "the day the social services were told").also(&["warned_on"]),
            Field::default("tenant_reserved", Flag, "false", "the tenant has reserved in writing against such notice"),
            Field::optional("copy_to_tenant_on", Day, "the day the tenant got the copy"),
        ],
        results: &[
            ("request_recommended_from", "YYYY-MM-DD", "two weeks later"),
            ("copy_to_tenant_by", "YYYY-MM-DD", "no later than at the same time"),
            ("allowed", "true or false", "false when the tenant has reserved against it"),
            ("copy_in_time", "true, false or null", "whether the copy came in time"),
        ],
        examples: &[(
            r#"{"notified_on": "2026-09-14"}"#,
            r#"{"request_recommended_from": "2026-09-29", "copy_to_tenant_by": "2026-09-14", "allowed": true}"#,
        )],
        answer: social_services,
    },
    Rule {
        name: "eviction_objection",
        about: "The last day for the tenant to object once the enforcement officer has presented the request.",
        source: "tvangsfullbyrdelsesloven § 13-6; law.md 5.2",
        fields: &[Field::required("presented_on", Day, "the day the request was presented to the tenant")],
        results: &[("deadline", "YYYY-MM-DD", "the last day")],
        examples: &[(r#"{"presented_on": "2026-03-19"}"#, r#"{"deadline": "2026-04-07"}"#)],
        answer: |facts, answer| {
            let presented = facts.day("presented_on");
            let weeks = facts.law(LawNumber::EvictionObjectionWeeks, presented)?;
            answer.put_day("deadline", objection_by(presented, weeks));
            answer.because(
                "5.2",
                "tvangsfullbyrdelsesloven § 13-6",
                [("presented_on", day(presented)), ("weeks", weeks.into())],
            );
            Ok(())
        },
    },
    Rule {
        name: "eviction_costs",
        about: "The court fees of an eviction: for the request, and in total when it is carried out.",
        source: "rettsgebyrloven; law.md 5.2",
        fields: &[Field::required("requested_on", Day, "the day of the request").also(&["on"])],
        results: &[
            ("court_fee_ore", "øre", "R on the day"),
            ("request_ore", "øre", "1.25 R"),
            ("total_ore", "øre", "2.6 R, when carried out"),
        ],
        examples: &[(
            r#"{"requested_on": "2026-09-16"}"#,
            r#"{"court_fee_kr": "1345.00", "request_kr": "1681.25", "total_kr": "3497.00"}"#,
        )],
        answer: costs,
    },
    Rule {
        name: "eviction_checklist",
        about: "What must be done before a notice under § 4-18 or a request for eviction; an override takes a leader and a reason.",
        source: "law.md L5.3; project rule",
        fields: &[
            Field::required("contact_attempted", Flag, "a contact attempt is recorded"),
            Field::required("housing_allowance_checked", Flag, "bostøtte is checked"),
            Field::required("counselling_offered", Flag, "financial counselling is offered"),
            Field::required("payment_plan_offered", Flag, "a payment plan is offered"),
            Field::required("children_recorded", Flag, "it is recorded whether there are children in the household"),
            Field::default("leader_override", Flag, "false", "a leader goes past what is missing"),
            Field::default("override_reason", Text, "", "why"),
        ],
        results: &[
            ("allowed", "true or false", "whether the step is open"),
            ("missing", "list of field names", "what has not been done"),
        ],
        examples: &[(
            r#"{"contact_attempted": true, "housing_allowance_checked": true, "counselling_offered": false, "payment_plan_offered": true, "children_recorded": true}"#,
            r#"{"allowed": false, "missing": ["counselling_offered"]}"#,
        )],
        answer: checklist,
    },
    Rule {
        name: "eviction_solved_share",
        about: "The share of eviction requests received in a period that were solved without execution; those not closed are left out.",
        source: "law.md 5.3 (løsningsgrad)",
        fields: &[
            Field::required("solved", Number("requests", 0, 1_000_000), "closed without execution"),
            Field::required("executed", Number("requests", 0, 1_000_000), "carried out"),
            Field::default(
                "pending",
                Number("requests", 0, 1_000_000),
                "0",
                "not closed at the cut-off date, shown beside it",
            ),
        ],
        results: &[
            ("numerator", "requests", "solved"),
            ("denominator", "requests", "solved and executed"),
            ("percent", "per cent with one decimal, or null", "null when nothing is closed"),
        ],
        examples: &[(
            r#"{"solved": 6000, "executed": 2500}"#,
            r#"{"numerator": 6000, "denominator": 8500, "percent": "70.6"}"#,
        )],
        answer: solved_share,
    },
];

fn notice(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let sent = facts.day("sent_on");
    let earliest_notice = facts.day_if("due_on").map(roll);
    let days = facts.law(LawNumber::EvictionNoticeDays, sent)?;
    let follows = eviction_notice(sent, days);
    let mut faults: Vec<String> = [
        ("lease_has_clause", "the lease lacks the clause (L5.1): this way is closed"),
        ("says_eviction_will_be_demanded", "it does not say that eviction will be demanded"),
        ("says_payment_avoids_it", "it does not say that paying before execution avoids it"),
    ]
    .into_iter()
    .filter(|(flag, _)| facts.flag_if(flag) == Some(false))
    .map(|(_, fault)| fault.to_owned())
    .collect();
    if let Some(earliest) = earliest_notice.filter(|earliest| sent < *earliest) {
        faults.push(format!("it was sent on {sent}, before the rent was due on {earliest}"));
    }
    answer.put("valid", faults.is_empty());
    answer.put("faults", faults);
    answer.put_day_if("earliest_notice", earliest_notice);
    answer.put_day("last_payment_day", follows.last_payment_day);
    answer.put_day("earliest_request", follows.earliest_request);
    answer.put_day("in_practice", follows.in_practice);
    if let (Some(due), Some(earliest)) = (facts.day_if("due_on"), earliest_notice) {
        answer.because("5.2(1)", "husleieloven § 3-2", [("due_on", day(due)), ("moved_to", day(earliest))]);
    }
    answer.because("5.2(2)", "tvangsfullbyrdelsesloven § 4-18", [("sent_on", day(sent)), ("days", days.into())]);
    Ok(())
}

fn social_services(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let told = facts.day("notified_on");
    let weeks = facts.law(LawNumber::SocialServicesWeeks, told)?;
    let reserved = facts.flag("tenant_reserved");
    answer.put_day("request_recommended_from", request_after_social_services(told, weeks));
    answer.put_day("copy_to_tenant_by", told);
    answer.put("allowed", !reserved);
    answer.put("copy_in_time", facts.day_if("copy_to_tenant_on").map(|copy| copy <= told));
    answer.because(
        "5.2(3)",
        "husleieloven § 9-11",
        [("notified_on", day(told)), ("weeks", weeks.into()), ("tenant_reserved", reserved.into())],
    );
    Ok(())
}

fn costs(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let on = facts.day("requested_on");
    let fee = facts.rates.court_fee.on(on).map_err(|missing| vec![missing.into()])?;
    let hundredths = [
        facts.law(LawNumber::EvictionRequestFeeHundredths, on)?,
        facts.law(LawNumber::EvictionTotalFeeHundredths, on)?,
    ];
    // R is whole kroner, so a hundredth of it is whole øre.
    let [request, total] = hundredths.map(|hundredths| Ore(fee.value.0 / 100 * i64::from(hundredths)));
    answer.put_ore("court_fee", fee.value);
    answer.put_ore("request", request);
    answer.put_ore("total", total);
    answer.because("5.2", &fee.source, [("requested_on", day(on)), ("court_fee_ore", fee.value.0.into())]);
    answer.warn("how the fee is rounded to whole kroner has not been confirmed; the exact amounts are shown");
    Ok(())
}

fn checklist(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let steps = [
        "contact_attempted",
        "housing_allowance_checked",
        "counselling_offered",
        "payment_plan_offered",
        "children_recorded",
    ];
    let missing: Vec<&str> = steps.into_iter().filter(|step| !facts.flag(step)).collect();
    let reason_given = facts.text_if("override_reason").is_some_and(|reason| !reason.trim().is_empty());
    let overridden = facts.flag("leader_override") && reason_given;
    if facts.flag("leader_override") && !reason_given {
        answer.warn("an override needs its reason");
    }
    answer.put("allowed", missing.is_empty() || overridden);
    answer.because(
        "L5.3",
        "veileder: forhindre utkastelse",
        [("missing", missing.clone().into()), ("overridden", overridden.into())],
    );
    answer.put("missing", missing);
    Ok(())
}

fn solved_share(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let [solved, executed, pending] = ["solved", "executed", "pending"].map(|name| facts.number_if(name).unwrap_or(0));
    let closed = solved + executed;
    // Tenths of a per cent, half away from zero.
    let tenths = (closed > 0).then(|| (solved * 2000 + closed) / (2 * closed));
    answer.put("numerator", solved);
    answer.put("denominator", closed);
    answer.put("percent", tenths.map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)));
    answer.because(
        "5.3",
        "prosjektregel: løsningsgrad",
        [("solved", solved.into()), ("executed", executed.into()), ("pending", pending.into())],
    );
    Ok(())
}
