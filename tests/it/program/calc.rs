//! One rule asked from the command line.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn calc(arguments: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_husrom"));
    program.arg("calc").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().expect("the program can be started");
    // A program that refuses its arguments may have gone before it is written to.
    let _ = child.stdin.take().expect("it was asked for").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_facts_come_as_an_argument_or_from_standard_input() {
    let facts = r#"{"notified_on": "2026-09-08"}"#;
    for output in [
        calc(&["complaint_deadline", "--json", facts], ""),
        calc(&["complaint_deadline", "--json"], facts),
        calc(&["complaint_deadline"], facts),
    ] {
        assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer["result"]["deadline"], "2026-09-29");
        assert!(answer["reasons"][0]["rule"].is_string() && answer["warnings"].is_array());
    }
}

#[test]
fn what_is_not_understood_is_named_on_standard_error_with_exit_code_2() {
    let wrong = [
        (calc(&["complaint_deadline", "--json", r#"{"sent": "2026-02-30"}"#], ""), "error: field sent: no such field"),
        (calc(&["complaint_deadline"], "not JSON"), "error: the facts are no JSON object"),
        (calc(&["deadline_for_complaint"], "{}"), "did you mean complaint_deadline,"),
        (calc(&[], ""), "RULE"),
    ];
    for (output, told) in wrong {
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(output.stdout.is_empty(), "{told}");
        assert!(said(&output.stderr).contains(told), "{told}: {}", said(&output.stderr));
    }
}

#[test]
fn the_list_can_be_read_by_people_and_by_programs() {
    let listed: serde_json::Value = serde_json::from_slice(&calc(&["--list", "--json"], "").stdout).unwrap();
    let names: Vec<_> = listed["rules"].as_array().unwrap().iter().map(|rule| rule["name"].as_str().unwrap()).collect();
    let words = said(&calc(&["--list"], "").stdout);
    for name in names {
        assert!(words.contains(&format!("\n{name}\n")) || words.starts_with(name), "{name}");
    }
}
