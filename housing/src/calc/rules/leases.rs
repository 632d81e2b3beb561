//! Leases: fixed terms, and requests the landlord must answer.

use super::edge::*;
use crate::calendar::{add_days, add_months, add_years, roll};
use crate::tenancies::ending::{ask_to_move_by, term_reminders};
use crate::tenancies::term::{FixedTerm, shortest_end};

const END: Field = Field::required("end", Day, "the last day of the fixed term").also(&["ended_on", "end_on"]);

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "lease_term_check",
        about: "Whether a fixed term can stand, or the lease is open-ended (tidsubestemt) in law whatever the paper says.",
        source: "husleieloven §§ 9-3 and 11-1; law.md 4.2",
        fields: &[
            Field::required("start", Day, "the first day of the lease").also(&["start_on"]),
            Field::required("end", Day, "the last day of the lease").also(&["end_on"]),
            Field::optional(
                "signed_on",
                Day,
                "the day of signing, when it is not the first day: the law of that day counts",
            ),
            Field::default("public_dwelling", Flag, "false", "a public dwelling for disadvantaged tenants (§ 11-1)")
                .also(&["section_11_1"]),
            Field::default(
                "written_information",
                Flag,
                "false",
                "the tenant was told in writing that it is such a dwelling and which exceptions are agreed",
            ),
            Field::default(
                "special_reasons",
                Text,
                "",
                "særlige grunner for a lease shorter than the minimum; empty when there are none",
            ),
            Field::default(
                "earlier_short_lease",
                Flag,
                "false",
                "a short lease for the same dwelling and parties before",
            ),
            Field::default("weighty_reasons", Text, "", "tungtveiende grunner for another short lease"),
            Field::default(
                "exception_reason",
                Text,
                "",
                "the reason of a § 9-3 exception, given to the tenant in writing at signing",
            ),
            Field::default(
                "own_house",
                Flag,
                "false",
                "loft or basement dwelling, or half of a two-family house, where the landlord lives: one year",
            ),
        ],
        results: &[
            ("valid", "true or false", "stands as a fixed term"),
            ("legal_type", "tidsbestemt or tidsubestemt", "what the lease is in law"),
            ("step", "1 to 5", "the step of law.md 4.2 that answered"),
            ("minimum_end", "YYYY-MM-DD", "the earliest last day of a full term"),
            ("lacks", "list of field names", "what a short lease under § 11-1 lacks, when it is open-ended"),
        ],
        examples: &[
            (r#"{"start": "2026-01-01", "end": "2028-12-31"}"#, r#"{"valid": true, "step": 1}"#),
            (
                r#"{"start": "2026-01-01", "end": "2028-12-30"}"#,
                r#"{"valid": false, "legal_type": "tidsubestemt", "minimum_end": "2028-12-31"}"#,
            ),
            (
                r#"{"start": "2026-01-01", "end": "2026-12-31", "public_dwelling": true, "written_information": true, "special_reasons": "avklaring etter løslatelse"}"#,
                r#"{"valid": true, "step": 2}"#,
            ),
        ],
        answer: lease_term,
    },
    Rule {
        name: "lease_reminders",
        about: "When to look at a fixed term that runs out: review, decision on extension, and the written request to move.",
        source: "law.md L4.1; husleieloven § 9-2 (3)",
        fields: &[END],
        results: &[
            ("review_on", "YYYY-MM-DD", "six months before"),
            ("decide_by", "YYYY-MM-DD", "three months before: the decision on extension"),
            ("request_to_move_by", "YYYY-MM-DD", "the last day for the written request"),
            ("open_ended_from", "YYYY-MM-DD", "if nobody asked"),
        ],
        examples: &[(
            r#"{"end": "2026-11-30"}"#,
            r#"{"review_on": "2026-05-30", "decide_by": "2026-08-30", "request_to_move_by": "2027-02-28", "open_ended_from": "2027-03-01"}"#,
        )],
        answer: |facts, answer| {
            let end = facts.day("end");
            let reminders = term_reminders(end, facts.law(LawNumber::HoldingOverMonths, end)?);
            answer.put_day("review_on", reminders.review);
            answer.put_day("decide_by", reminders.decide);
            answer.put_day("request_to_move_by", reminders.ask_to_move_by);
            answer.put_day("open_ended_from", reminders.open_ended_from);
            answer.because("L4.1", "prosjektregel; husleieloven § 9-2 tredje ledd", [("end", day(end))]);
            Ok(())
        },
    },
    Rule {
        name: "holding_over",
        about: "When a fixed term becomes open-ended because the tenant stays on: more than three months without a written request to move.",
        source: "husleieloven § 9-2 (3); law.md 4.2",
        fields: &[
            END,
            Field::optional("request_to_move_on", Day, "the day the landlord asked in writing"),
            Field::optional("on", Day, "the day asked about"),
        ],
        results: &[
            ("request_by", "YYYY-MM-DD", "the last day to ask"),
            ("open_ended_from", "YYYY-MM-DD", "the first day it is open-ended, if nobody has asked"),
            (
                "open_ended",
                "true, false or null",
                "whether it is on the day asked about, or will be after a late request",
            ),
        ],
        examples: &[
            (r#"{"end": "2026-11-30"}"#, r#"{"request_by": "2027-02-28", "open_ended_from": "2027-03-01"}"#),
            (r#"{"end": "2026-11-30", "request_to_move_on": "2027-03-01"}"#, r#"{"open_ended": true}"#),
        ],
        answer: holding_over,
    },
    Rule {
        name: "deemed_approval",
        about: "When silence is a yes: no answer within a month to a written request for a household member or subletting.",
        source: "husleieloven § 7-6; law.md 4.1",
        fields: &[
            Field::required("received", Day, "the day the landlord received the written request")
                .also(&["received_on"]),
            Field::optional("answered_on", Day, "the day the landlord answered"),
        ],
        results: &[
            ("answer_by", "YYYY-MM-DD", "the last day to answer"),
            ("deemed_approved_from", "YYYY-MM-DD", "the day after, when nobody has answered"),
            (
                "deemed_approved",
                "true, false or null",
                "whether the answer came too late; null when nothing is said of it",
            ),
        ],
        examples: &[(
            r#"{"received": "2027-01-30"}"#,
            r#"{"answer_by": "2027-03-01", "deemed_approved_from": "2027-03-02"}"#,
        )],
        answer: deemed_approval,
    },
    Rule {
        name: "succession_claim_deadline",
        about: "When somebody of the household of a tenant who has died must claim the tenancy, after the landlord's written information.",
        source: "husleieloven § 8-2; law.md 4.4",
        fields: &[Field::required("informed_on", Day, "the day of the written information")],
        results: &[("deadline", "YYYY-MM-DD", "the last day")],
        examples: &[(r#"{"informed_on": "2026-01-31"}"#, r#"{"deadline": "2026-03-02"}"#)],
        answer: |facts, answer| {
            let informed = facts.day("informed_on");
            let months = facts.law(LawNumber::TakeoverClaimMonths, informed)?;
            answer.put_day("deadline", roll(add_months(informed, months)));
            answer.because("4.4", "husleieloven § 8-2", [("informed_on", day(informed)), ("months", months.into())]);
            Ok(())
        },
    },
    Rule {
        name: "absence_sublet",
        about: "The longest a tenant can sublet the whole dwelling during temporary absence: two years, or the rest of a fixed term.",
        source: "husleieloven §§ 7-4 and 7-5; law.md 4.1",
        fields: &[
            Field::required("from", Day, "the first day of subletting"),
            Field::optional("lease_end", Day, "the last day of the lease, when it is for a fixed term"),
        ],
        results: &[("until", "YYYY-MM-DD", "the last day")],
        examples: &[(r#"{"from": "2026-02-01"}"#, r#"{"until": "2028-01-31"}"#)],
        answer: |facts, answer| {
            let from = facts.day("from");
            let years = facts.law(LawNumber::AbsenceSubletYears, from)?;
            let longest = add_days(add_years(from, i16::try_from(years).expect("a few years")), -1);
            let until = facts.day_if("lease_end").map_or(longest, |end| end.min(longest));
            answer.put_day("until", until);
            answer.because("4.1", "husleieloven §§ 7-4 og 7-5", [("from", day(from)), ("years", years.into())]);
            Ok(())
        },
    },
];

fn lease_term(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (start, end) = (facts.day("start"), facts.day("end"));
    if end < start {
        return Err(contradiction(format!("field end: {end} is before the lease begins on {start}")));
    }
    let number = if facts.flag("own_house") { LawNumber::MinTermYearsOwnHouse } else { LawNumber::MinTermYears };
    let years = facts.law(number, facts.day_if("signed_on").unwrap_or(start))?;
    let said = |name| facts.text_if(name).is_some_and(|text| !text.trim().is_empty());
    let term = FixedTerm {
        start,
        end,
        public_dwelling: facts.flag("public_dwelling"),
        written_information: facts.flag("written_information"),
        special_reasons: said("special_reasons"),
        earlier_short_lease: facts.flag("earlier_short_lease"),
        weighty_reasons: said("weighty_reasons"),
        written_exception: said("exception_reason"),
    };
    let standing = term.standing(years);
    answer.put("valid", standing.is_fixed());
    answer.put("legal_type", if standing.is_fixed() { "tidsbestemt" } else { "tidsubestemt" });
    answer.put("step", standing.step());
    answer.put_day("minimum_end", shortest_end(start, years));
    answer.put("lacks", if standing.is_fixed() { Vec::new() } else { term.lacks() });
    let facts = [("start", day(start)), ("end", day(end)), ("min_term_years", years.into())];
    answer.because(&format!("4.2({})", standing.step()), standing.source(), facts);
    if !standing.is_fixed() {
        answer.warn("the term is too short: store the lease as open-ended (tidsubestemt), whatever the paper says");
    }
    Ok(())
}

fn holding_over(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let end = facts.day("end");
    let request_by = ask_to_move_by(end, facts.law(LawNumber::HoldingOverMonths, end)?);
    let asked = facts.day_if("request_to_move_on");
    let open_ended = match (asked, facts.day_if("on")) {
        (Some(asked), _) => Some(asked > request_by),
        (None, Some(on)) => Some(on > request_by),
        (None, None) => None,
    };
    answer.put_day("request_by", request_by);
    answer.put_day("open_ended_from", add_days(request_by, 1));
    answer.put("open_ended", open_ended);
    answer.because("4.2", "husleieloven § 9-2 tredje ledd", [("end", day(end))]);
    Ok(())
}

fn deemed_approval(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let received = facts.day("received");
    let months = facts.law(LawNumber::DeemedApprovalMonths, received)?;
    let answer_by = roll(add_months(received, months));
    answer.put_day("answer_by", answer_by);
    answer.put_day("deemed_approved_from", add_days(answer_by, 1));
    answer.put("deemed_approved", facts.day_if("answered_on").map(|answered| answered > answer_by));
    answer.because("4.1", "husleieloven § 7-6", [("received", day(received)), ("months", months.into())]);
    Ok(())
}
