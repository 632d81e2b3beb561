//! Numbers with check digits.

use super::edge::*;
use crate::identity::IdentityNumber;
use crate::registry_numbers::{AccountNumber, OrganisationNumber};

const NUMBER: Field = Field::required("number", Text, "the number as people write it, spaces allowed");

/// Before this day the identity number's new form does not exist; used when no day is given.
const CLASSIC_FORM: Date = Date::constant(2031, 12, 31);

pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "identity_number",
        about: "Whether a number is a Norwegian identity number (fødselsnummer, D-number, synthetic), and what it says.",
        source: "folkeregisterforskriften; Skatteetaten (new form from 2032); issue 3 section 6",
        fields: &[
            NUMBER.also(&["identity_number"]),
            Field::optional(
                "on",
                Day,
                "the day it was given; from 2032-01-01 the new form of the first check digit is accepted",
            ),
        ],
        results: &[
            ("valid", "true or false", "whether it is an identity number"),
            ("kind", "fodselsnummer, d_number or null", "what kind"),
            ("synthetic", "true, false or null", "made for tests, belongs to nobody"),
            ("born_on", "YYYY-MM-DD or null", "the day of birth it says"),
            ("masked", "text or null", "how it may be shown"),
            ("fault", "text or null", "what is wrong with it"),
        ],
        examples: &[
            (r#"{"number": "10915596784"}"#, r#"{"valid": true, "synthetic": true, "born_on": "1955-11-10"}"#),
            (
                r#"{"number": "10915596785"}"#,
                r#"{"valid": false, "fault": "the check digits do not match the others"}"#,
            ),
        ],
        answer: identity_number,
    },
    Rule {
        name: "organisation_number",
        about: "Whether a number is a Norwegian organisation number (nine digits).",
        source: "enhetsregisterforskriften; issue 3 section 6",
        fields: &[NUMBER.also(&["organisation_number"])],
        results: NUMBER_RESULTS,
        examples: &[
            (r#"{"number": "123 456 785"}"#, r#"{"valid": true, "written": "123 456 785"}"#),
            (r#"{"number": "123456784"}"#, r#"{"valid": false}"#),
        ],
        answer: |facts, answer| {
            checked(answer, facts.text("number").parse::<OrganisationNumber>(), "modulus 11, vekter 3 2 7 6 5 4 3 2")
        },
    },
    Rule {
        name: "account_number",
        about: "Whether a number is a Norwegian bank account number (eleven digits).",
        source: "Bits, kontonummer; issue 3 section 6",
        fields: &[NUMBER.also(&["account_number"])],
        results: NUMBER_RESULTS,
        examples: &[(r#"{"number": "1234.56.78903"}"#, r#"{"valid": true, "written": "1234.56.78903"}"#)],
        answer: |facts, answer| {
            checked(answer, facts.text("number").parse::<AccountNumber>(), "modulus 11, vekter 5 4 3 2 7 6 5 4 3 2")
        },
    },
];

const NUMBER_RESULTS: &[(&str, &str, &str)] = &[
    ("valid", "true or false", "whether the check digit fits"),
    ("written", "text or null", "with its usual spaces or full stops"),
    ("fault", "text or null", "what is wrong with it"),
];

fn identity_number(facts: &Facts<'_>, answer: &mut Answer) -> Done {
    let on = facts.day_if("on").unwrap_or(CLASSIC_FORM);
    match IdentityNumber::parse_on(facts.text("number"), on) {
        Ok(number) => {
            answer.put("valid", true);
            answer.put("kind", if number.is_d_number() { "d_number" } else { "fodselsnummer" });
            answer.put("synthetic", number.is_synthetic());
            answer.put_day_if("born_on", number.born());
            answer.put("masked", number.masked());
            answer.put("fault", ());
        }
        Err(fault) => {
            answer.put("valid", false);
            ["kind", "synthetic", "born_on", "masked"].into_iter().for_each(|name| answer.put(name, ()));
            answer.put("fault", fault.to_string());
        }
    }
    answer.because("kontrollsifre", "folkeregisterforskriften § 2-2", [("on", day(on))]);
    Ok(())
}

fn checked<N: std::fmt::Display, E: std::fmt::Display>(answer: &mut Answer, read: Result<N, E>, rule: &str) -> Done {
    answer.put("valid", read.is_ok());
    match read {
        Ok(number) => {
            answer.put("written", number.to_string());
            answer.put("fault", ());
        }
        Err(fault) => {
            answer.put("written", ());
            answer.put("fault", fault.to_string());
        }
    }
    answer.because("kontrollsiffer", rule, []);
    Ok(())
}
