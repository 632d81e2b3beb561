//! The way of a case: when the party is warned, told and heard, who is told, and the form of an appeal.

use super::edge::*;
use super::letters::{KINDS, NEW_ACT, act, kind, provision};
use crate::acts::AdministrationAct;
use crate::appeals::AppealDefect;
use crate::applications::Mandate;
use crate::calendar::{add_days, add_weeks, days_between, roll};
use crate::decisions::Notice;
use crate::people::{HEARD_FROM, OF_AGE, age_on};

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "promised_answer",
        about: "Whether an answer is later than what the party was told, so that the delay, its reason and a new day must be told.",
        source: "forvaltningsloven § 11 a and good practice (new act § 17 (3): a duty); law.md 1.3",
        fields: &[
            Field::required("promised_on", Day, "the day the party was told to expect the answer by")
                .also(&["promised"]),
            Field::optional("on", Day, "the day asked about"),
            NEW_ACT,
        ],
        results: &[
            ("alarm_on", "YYYY-MM-DD", "the promised day itself: whoever will not keep it tells the party then"),
            ("late_from", "YYYY-MM-DD", "the day after"),
            ("days_late", "days or null", "on the day asked about"),
            ("duty", "true or false", "a duty by the act in force; else good practice"),
        ],
        examples: &[
            (
                r#"{"promised_on": "2026-05-04", "on": "2026-05-04"}"#,
                r#"{"alarm_on": "2026-05-04", "days_late": 0, "duty": false}"#,
            ),
            (r#"{"promised_on": "2026-05-04", "on": "2026-05-06"}"#, r#"{"late_from": "2026-05-05", "days_late": 2}"#),
        ],
        answer: promised_answer,
    },
    Rule {
        name: "advance_notice",
        about: "How long a party who is warned of a decision to their harm (forhåndsvarsel) is waited for: the time runs from dispatch.",
        source: "forvaltningsloven § 16 (new act § 42); law.md 1.3",
        fields: &[
            Field::required("sent_on", Day, "the day the notice left the office").also(&["sent"]),
            Field::optional("answer_by", Day, "the last day to answer that the notice names; goes before days"),
            Field::optional("days", Number("days", 1, 365), "days to answer in; without it the municipality's own"),
            Field::optional("answered_on", Day, "the day the party answered"),
            NEW_ACT,
        ],
        results: &[
            ("answer_by", "YYYY-MM-DD", "the last day to answer; one that is counted is moved to a working day"),
            ("decide_from", "YYYY-MM-DD", "the first day a decision can be made: the answer, or the day after"),
        ],
        examples: &[
            (r#"{"sent_on": "2026-03-02"}"#, r#"{"answer_by": "2026-03-16", "decide_from": "2026-03-17"}"#),
            (r#"{"sent_on": "2026-03-02", "answered_on": "2026-03-05"}"#, r#"{"decide_from": "2026-03-05"}"#),
        ],
        answer: advance_notice,
    },
    Rule {
        name: "reasons_demand_deadline",
        about: "The last day a party can demand reasons that were not given with the decision: within the period for appeal, or three weeks when there is no appeal.",
        source: "forvaltningsloven § 24 (2) (new act § 56); law.md 1.4",
        fields: &[
            Field::required("notified_on", Day, "the day the notice reached the party")
                .also(&["notified", "arrived_on"]),
            Field::default("decision_kind", Choice(KINDS), "KOMM_BOLIG", "the kind of decision").also(&["kind"]),
            Field::default("appealable", Flag, "true", "the decision can be appealed"),
            NEW_ACT,
        ],
        results: &[("deadline", "YYYY-MM-DD", "the last day"), ("weeks", "weeks", "how long")],
        examples: &[
            (r#"{"notified_on": "2026-09-08"}"#, r#"{"deadline": "2026-09-29", "weeks": 3}"#),
            (
                r#"{"notified_on": "2026-09-08", "decision_kind": "HELDOGN_OMSORG", "appealable": false}"#,
                r#"{"deadline": "2026-09-29"}"#,
            ),
        ],
        answer: reasons_demand,
    },
    Rule {
        name: "complaint_form_check",
        about: "What an appeal lacks and the party gets a short time to mend; a signature is asked for until the act of 2025 begins.",
        source: "forvaltningsloven § 32 (new act § 66); law.md 1.5",
        fields: &[
            Field::required("on", Day, "the day the appeal came: the act in force then counts")
                .also(&["received", "received_on"]),
            Field::required("signed", Flag, "it is signed or authenticated"),
            Field::required("names_decision", Flag, "it says which decision it is about"),
            Field::required("names_change", Flag, "it says what should be changed"),
            Field::optional(
                "authority_shown",
                Flag,
                "somebody appeals for the party, and has shown authority (fullmakt) or not; leave it out when the party appeals",
            ),
            NEW_ACT,
        ],
        results: &[
            ("complete", "true or false", "nothing needs mending"),
            ("defects", "list of codes", "what to ask for"),
        ],
        examples: &[
            (
                r#"{"on": "2026-03-10", "signed": false, "names_decision": true, "names_change": true}"#,
                r#"{"complete": false, "defects": ["IKKE_SIGNERT"]}"#,
            ),
            (
                r#"{"on": "2027-07-01", "new_act_from": "2027-07-01", "signed": false, "names_decision": true, "names_change": true}"#,
                r#"{"complete": true, "defects": []}"#,
            ),
        ],
        answer: form_check,
    },
    Rule {
        name: "minor_party",
        about: "What the law says of a party who is a child: a guardian acts for those under 18, those over 15 are told in person too, and those under 15 do not see what is secret.",
        source: "forvaltningsloven §§ 16, 18 and 27 (new act § 54); law.md 1.3, 1.4, 1.6",
        fields: &[
            Field::required("born_on", Day, "the party's birth").also(&["born"]),
            Field::required("on", Day, "the day of the letter, or of the request to see the file"),
            NEW_ACT,
        ],
        results: &[
            ("age", "years", "whole years on the day"),
            ("minor", "true or false", "under 18: a guardian acts"),
            ("told_in_person", "true or false", "a notice goes to the party too, beside the guardian's"),
            ("sees_secrets", "true or false", "whether access covers what is secret"),
        ],
        examples: &[
            (
                r#"{"born_on": "2010-06-01", "on": "2026-06-01"}"#,
                r#"{"age": 16, "minor": true, "told_in_person": true, "sees_secrets": true}"#,
            ),
            (
                r#"{"born_on": "2010-06-01", "on": "2025-05-31"}"#,
                r#"{"age": 14, "minor": true, "told_in_person": false, "sees_secrets": false}"#,
            ),
        ],
        answer: minor_party,
    },
    Rule {
        name: "guardian_mandate",
        about: "Whether a guardian (verge) of an adult is notified of a decision and may act in its case: within the mandate, and while it runs.",
        source: "vergemålsloven § 31; forvaltningsloven § 12; law.md L1.6; parameters/guardian_mandates.csv",
        fields: &[
            KIND,
            Field::required("on", Day, "the day of the letter"),
            Field::optional(
                "mandate",
                Choice(Mandate::CODES),
                "what the guardian is appointed to look after; without it nobody has noted it",
            ),
            Field::optional("from", Day, "the first day of the mandate"),
            Field::optional("until", Day, "the last day of the mandate"),
            Field::default("authority_shown", Flag, "true", "the appointment has been shown"),
        ],
        results: &[
            (
                "notified",
                "true or false",
                "the letter goes to the guardian, and a copy to the party; else to the party alone",
            ),
            ("obstacles", "list of codes", "why not: not_begun, over, not_shown, outside_mandate"),
        ],
        examples: &[
            (r#"{"decision_kind": "STARTLAAN", "on": "2026-03-02", "mandate": "OKONOMISK"}"#, r#"{"notified": true}"#),
            (
                r#"{"decision_kind": "STARTLAAN", "on": "2026-03-02", "mandate": "PERSONLIG"}"#,
                r#"{"notified": false, "obstacles": ["outside_mandate"]}"#,
            ),
            (
                r#"{"decision_kind": "KOMM_BOLIG", "on": "2026-03-02", "mandate": "BEGGE", "until": "2026-03-01"}"#,
                r#"{"notified": false, "obstacles": ["over"]}"#,
            ),
        ],
        answer: guardian_mandate,
    },
];

const KIND: Field =
    Field::required("decision_kind", Choice(KINDS), "the kind of decision (law.md 1.2)").also(&["kind"]);

fn guardian_mandate(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (on, decision) = (facts.day("on"), kind(facts));
    let (from, until) = (facts.day_if("from"), facts.day_if("until"));
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        return Err(contradiction("field until: the mandate ends before it begins"));
    }
    let mandate: Option<Mandate> = facts.text_if("mandate").map(|code| code.parse().expect("a choice of the list"));
    let reach = facts.rates.mandates.on(decision, on).map_err(|missing| vec![missing.into()])?;
    let lacks = [
        (from.is_some_and(|from| on < from), "not_begun"),
        (until.is_some_and(|until| on > until), "over"),
        (!facts.flag_if("authority_shown").unwrap_or(true), "not_shown"),
        (!facts.rates.mandates.covers(mandate, decision, on), "outside_mandate"),
    ];
    let obstacles: Vec<&str> = lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, code)| code).collect();
    answer.put("notified", obstacles.is_empty());
    let reached = [("decision_kind", decision.code().into()), ("valid_from", day(reach.from))];
    answer.because("L1.6", &reach.source, reached);
    if !reach.value.confirmed {
        facts.unconfirmed("guardian_mandates", &reach.source);
    }
    if mandate.is_none() {
        answer.warn("nobody has noted what the guardian is appointed for; until then the letters go to them");
    }
    answer.put("obstacles", obstacles);
    Ok(())
}

fn promised_answer(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (promised, on) = (facts.day("promised_on"), facts.day_if("on"));
    let act = act(facts, on.unwrap_or(promised));
    answer.put_day("alarm_on", promised);
    answer.put_day("late_from", add_days(promised, 1));
    answer.put("days_late", on.map(|on| days_between(promised, on).max(0)));
    answer.put("duty", act == AdministrationAct::Of2025);
    answer.because("1.3", &provision(act, "§ 11 a", "§ 17 (3)"), [("promised_on", day(promised))]);
    Ok(())
}

fn advance_notice(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (sent, answered) = (facts.day("sent_on"), facts.day_if("answered_on"));
    let answer_by = match (facts.day_if("answer_by"), facts.count_if("days")) {
        (Some(named), _) => named,
        (None, Some(days)) => roll(add_days(sent, days)),
        (None, None) => roll(add_days(sent, facts.law(LawNumber::AdvanceNoticeDays, sent)?)),
    };
    for (field, found) in [("answer_by", Some(answer_by)), ("answered_on", answered)] {
        if let Some(found) = found.filter(|found| *found < sent) {
            return Err(contradiction(format!("field {field}: {found} is before the notice was sent on {sent}")));
        }
    }
    let notice = Notice { sent: Some(sent), answer_by: Some(answer_by) };
    answer.put_day("answer_by", answer_by);
    answer.put_day_if("decide_from", notice.decide_from(answered));
    answer.because(
        "1.3",
        &provision(act(facts, sent), "§ 16", "§ 42"),
        [("sent_on", day(sent)), ("answer_by", day(answer_by))],
    );
    Ok(())
}

fn reasons_demand(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let notified = facts.day("notified_on");
    let weeks = if facts.flag_if("appealable").unwrap_or(true) {
        facts.rates.decisions.on(kind(facts), notified).map_err(|missing| vec![missing.into()])?.value.appeal_weeks
    } else {
        facts.law(LawNumber::ReasonsDemandWeeks, notified)?
    };
    answer.put_day("deadline", roll(add_weeks(notified, weeks)));
    answer.put("weeks", weeks);
    let section = provision(act(facts, notified), "§ 24 andre ledd", "§ 56");
    answer.because("1.4", &section, [("notified_on", day(notified)), ("weeks", weeks.into())]);
    answer.warn("a demand within the period interrupts it: see complaint_deadline for when a new one ends");
    Ok(())
}

fn form_check(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let on = facts.day("on");
    let act = act(facts, on);
    let asked = [
        ("signed", AppealDefect::NotSigned),
        ("names_decision", AppealDefect::DecisionNotNamed),
        ("names_change", AppealDefect::ChangeNotNamed),
    ];
    let lacks = asked.into_iter().filter(|(field, defect)| !facts.flag(field) && defect.counts_under(act));
    let no_authority = (facts.flag_if("authority_shown") == Some(false)).then_some(AppealDefect::NoAuthority);
    let defects: Vec<&str> = lacks.map(|(_, defect)| defect).chain(no_authority).map(AppealDefect::code).collect();
    answer.put("complete", defects.is_empty());
    answer.because("1.5", &provision(act, "§ 32", "§ 66"), [("on", day(on)), ("defects", defects.clone().into())]);
    answer.put("defects", defects);
    Ok(())
}

fn minor_party(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let (born, on) = (facts.day("born_on"), facts.day("on"));
    let Some(age) = age_on(born, on) else {
        return Err(contradiction(format!("field on: {on} is before the birth on {born}")));
    };
    let minor = age < OF_AGE;
    answer.put("age", age);
    answer.put("minor", minor);
    answer.put("told_in_person", !minor || age >= HEARD_FROM);
    answer.put("sees_secrets", age >= HEARD_FROM);
    let act = act(facts, on);
    answer.because("1.4", &provision(act, "§ 27", "§ 54"), [("born_on", day(born)), ("age", age.into())]);
    answer.because("1.6", &provision(act, "§ 18", "§ 54"), [("sees_secrets_from", HEARD_FROM.into())]);
    Ok(())
}
