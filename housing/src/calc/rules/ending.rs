//! How tenancies end.

use super::edge::*;
use crate::calendar::{add_weeks, roll};
use crate::tenancies::breach::BreachGround;
use crate::tenancies::ending::{NoticeFor, notice_ends, protest};

const LET: &[&str] = &["dwelling", "room", "storage"];
const RECEIVED: Field =
    Field::required("received", Day, "the day the notice to quit was received").also(&["received_on"]);

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "notice_to_quit",
        about: "The last day of a tenancy after a notice to quit: three months to the end of a calendar month, or one month for a room or a storeroom.",
        source: "husleieloven § 9-6; law.md 4.4",
        fields: &[
            RECEIVED,
            Field::default(
                "what",
                Choice(LET),
                "dwelling",
                "a dwelling; a single room with access to another's home; a separate garage or storeroom",
            ),
        ],
        results: &[("ends_on", "YYYY-MM-DD", "the last day; not moved"), ("notice_months", "months", "the period")],
        examples: &[
            (r#"{"received": "2026-03-15"}"#, r#"{"ends_on": "2026-06-30"}"#),
            (r#"{"received": "2026-02-10", "what": "room"}"#, r#"{"ends_on": "2026-03-10"}"#),
        ],
        answer: notice_to_quit,
    },
    Rule {
        name: "protest_deadline",
        about: "The last day the tenant can protest against a notice to quit, and the last day the landlord can sue after a protest.",
        source: "husleieloven § 9-8; law.md 4.4",
        fields: &[RECEIVED],
        results: &[
            ("protest_by", "YYYY-MM-DD", "the tenant's last day"),
            ("sue_by", "YYYY-MM-DD", "after a protest the notice lapses if the landlord has not sued by then"),
        ],
        examples: &[(r#"{"received": "2026-01-31"}"#, r#"{"protest_by": "2026-03-02", "sue_by": "2026-06-02"}"#)],
        answer: |facts, answer| {
            let received = facts.day("received");
            let months = facts.law(LawNumber::ProtestMonths, received)?;
            let protest = protest(received, months, facts.law(LawNumber::SueMonths, received)?);
            answer.put_day("protest_by", protest.protest_by);
            answer.put_day("sue_by", protest.sue_by);
            answer.because("4.4", "husleieloven § 9-8", [("received", day(received)), ("months", months.into())]);
            Ok(())
        },
    },
    Rule {
        name: "notice_form_check",
        about: "Whether a landlord's notice to quit has all five parts that the law demands; without one it is invalid.",
        source: "husleieloven § 9-7; law.md 4.4",
        fields: &[
            Field::required("written", Flag, "it is written"),
            Field::required("reasons", Flag, "it gives reasons"),
            Field::required(
                "protest_right",
                Flag,
                "it tells that the tenant may protest in writing within one month after receipt",
            ),
            Field::required(
                "protest_consequence",
                Flag,
                "it tells that without a protest the right to claim it is unlawful is lost (§ 9-8)",
            ),
            Field::required(
                "eviction_consequence",
                Flag,
                "it tells that eviction can then be requested under tvangsfullbyrdelsesloven § 13-2(3)(c)",
            ),
            Field::default("tenant_moved_because_of_it", Flag, "false", "the tenant has moved out because of it"),
        ],
        results: &[("valid", "true or false", "whether it holds"), ("missing", "list of field names", "what it lacks")],
        examples: &[(
            r#"{"written": true, "reasons": true, "protest_right": true, "protest_consequence": false, "eviction_consequence": true}"#,
            r#"{"valid": false, "missing": ["protest_consequence"]}"#,
        )],
        answer: notice_form,
    },
    Rule {
        name: "breach_termination",
        about: "Whether a tenancy can be terminated for breach (heving): letters b to d need a stored written warning first.",
        source: "husleieloven § 9-9; law.md 4.4",
        fields: &[
            Field::required(
                "ground",
                Choice(&["a", "b", "c", "d", "e"]),
                "the letter of § 9-9: a rent or other claims, b neglect or nuisance, c unlawful transfer, d other use, e other breach",
            ),
            Field::required("material_breach", Flag, "the breach is material (vesentlig)"),
            Field::default("written_warning", Flag, "false", "a written warning is stored"),
        ],
        results: &[
            ("allowed", "true or false", "whether the step is open"),
            ("needs_warning", "true or false", "a written warning is demanded"),
        ],
        examples: &[(r#"{"ground": "b", "material_breach": true}"#, r#"{"allowed": false, "needs_warning": true}"#)],
        answer: breach,
    },
    Rule {
        name: "deposit_payout_deadline",
        about: "The last day to document a lawsuit before the bank pays from the deposit account: five weeks from the bank's letter.",
        source: "husleieloven § 3-5; law.md 4.1",
        fields: &[Field::required("sent_on", Day, "the day the bank sent its letter")],
        results: &[("deadline", "YYYY-MM-DD", "the last day")],
        examples: &[(r#"{"sent_on": "2026-03-02"}"#, r#"{"deadline": "2026-04-07"}"#)],
        answer: |facts, answer| {
            let sent = facts.day("sent_on");
            let weeks = facts.law(LawNumber::DepositPayoutWeeks, sent)?;
            answer.put_day("deadline", roll(add_weeks(sent, weeks)));
            answer.because("4.1", "husleieloven § 3-5", [("sent_on", day(sent)), ("weeks", weeks.into())]);
            Ok(())
        },
    },
];

fn notice_to_quit(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let received = facts.day("received");
    let (what, number) = match facts.text_if("what").unwrap_or("dwelling") {
        "room" => (NoticeFor::Room, LawNumber::NoticeMonthsRoom),
        "storage" => (NoticeFor::Storage, LawNumber::NoticeMonthsRoom),
        _ => (NoticeFor::Dwelling, LawNumber::NoticeMonths),
    };
    let months = facts.law(number, received)?;
    answer.put_day("ends_on", notice_ends(received, what, months));
    answer.put("notice_months", months);
    answer.because("4.4", "husleieloven § 9-6", [("received", day(received)), ("months", months.into())]);
    Ok(())
}

fn notice_form(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let parts = ["written", "reasons", "protest_right", "protest_consequence", "eviction_consequence"];
    let missing: Vec<&str> = parts.into_iter().filter(|part| !facts.flag(part)).collect();
    let moved = facts.flag("tenant_moved_because_of_it");
    answer.put("valid", missing.is_empty() || moved);
    if moved && !missing.is_empty() {
        answer.warn("it lacks something, and holds only because the tenant has moved out because of it");
    }
    answer.because("4.4", "husleieloven § 9-7", [("missing", missing.clone().into())]);
    answer.put("missing", missing);
    Ok(())
}

fn breach(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let ground = match facts.text("ground") {
        "a" => BreachGround::UnpaidRent,
        "b" => BreachGround::Neglect,
        "c" => BreachGround::UnlawfulTransfer,
        "d" => BreachGround::OtherUse,
        _ => BreachGround::OtherBreach,
    };
    let (material, warned) = (facts.flag("material_breach"), facts.flag("written_warning"));
    answer.put("needs_warning", ground.needs_warning());
    answer.put("allowed", material && (warned || !ground.needs_warning()));
    let section = format!("husleieloven § 9-9 bokstav {}", facts.text("ground"));
    answer.because("4.4", &section, [("material_breach", material.into()), ("written_warning", warned.into())]);
    Ok(())
}
