//! `husrom calc`: one rule, its facts in, its answer with reasons out. It needs no register.

use super::out;
use crate::parameters::RATES;
use anyhow::Context as _;
use clap::Args;
use housing::calc::{self, CalcError, Rule};
use serde_json::{Map, Value};
use std::io::Read as _;
use std::process::ExitCode;

/// What is said for `--json` without a value: read standard input.
const STANDARD_INPUT: &str = "-";

/// Which rule, and the facts.
#[derive(Args)]
pub struct Arguments {
    /// The rule's name; `--list` shows them all
    #[arg(value_name = "RULE", required_unless_present = "list")]
    rule: Option<String>,
    /// Name every rule with its fields, units and source (with --json as JSON)
    #[arg(long)]
    list: bool,
    /// The facts as a JSON object; without a value, or without --json, they are read from standard input
    #[arg(long, value_name = "FACTS", num_args = 0..=1, default_missing_value = STANDARD_INPUT)]
    json: Option<String>,
}

/// Lists the rules or answers one; exit code 2 when the rule or its facts are not understood.
///
/// # Errors
/// When standard input cannot be read.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let rule = match arguments.rule.as_deref().map(calc::find).transpose() {
        Ok(rule) => rule,
        Err(error) => return Ok(refuse(&error, "`husrom calc --list` names every rule")),
    };
    let Some(rule) = rule.filter(|_| !arguments.list) else {
        list(rule, arguments.json.is_some());
        return Ok(ExitCode::SUCCESS);
    };
    let text = given(arguments.json.as_deref())?;
    let facts: Map<String, Value> = match serde_json::from_slice(&text) {
        Ok(facts) => facts,
        Err(error) => {
            out::talk(&format!("error: the facts are no JSON object: {error}"));
            out::talk(&hint(rule));
            return Ok(ExitCode::from(2));
        }
    };
    match rule.answer(&facts, &RATES) {
        Ok(answer) => {
            out::data(&serde_json::to_string_pretty(&answer).context("writing the answer as JSON")?);
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => Ok(refuse(&error, &hint(rule))),
    }
}

fn given(json: Option<&str>) -> anyhow::Result<Vec<u8>> {
    match json {
        None | Some(STANDARD_INPUT) => {
            let mut text = Vec::new();
            std::io::stdin().read_to_end(&mut text).context("reading the facts from standard input")?;
            Ok(text)
        }
        Some(text) => Ok(text.as_bytes().to_vec()),
    }
}

/// A line for every problem, and the way out.
fn refuse(error: &CalcError, hint: &str) -> ExitCode {
    error.to_string().lines().for_each(|line| out::talk(&format!("error: {line}")));
    out::talk(&format!("hint: {}", hint.trim_start_matches("hint: ")));
    ExitCode::from(2)
}

fn hint(rule: &Rule) -> String {
    let (facts, _) = rule.examples.first().expect("every rule has an example, and a test holds it to that");
    format!("hint: an example: husrom calc {} --json '{facts}'", rule.name)
}

/// Every rule, or the one asked for.
fn list(only: Option<&Rule>, as_json: bool) {
    let rules = calc::all().filter(|rule| only.is_none_or(|only| only.name == rule.name));
    if as_json {
        let described: Vec<Value> = rules.map(Rule::described).collect();
        out::data(&format!("{:#}", serde_json::json!({ "rules": described })));
    } else {
        rules.for_each(|rule| out::data(&rule.in_words()));
    }
}
