//! `husrom match`: solves one problem file, apart from any register.

use super::out;
use ::matching::{Problem, Solution};
use anyhow::Context as _;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Which problem, and how long to think about it.
#[derive(Args)]
pub struct Arguments {
    /// The problem file (JSON)
    #[arg(value_name = "PROBLEM.json")]
    problem: PathBuf,
    /// Write the answer here instead of to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Stop after so many seconds with the best found and how far it can be from the best there is
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<Duration>,
}

/// Solves the problem; exit code 2 and a line for each contradiction when the file is refused.
///
/// # Errors
/// When a file cannot be read or written.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    let path = arguments.problem.display();
    let bytes = std::fs::read(&arguments.problem).with_context(|| format!("reading the problem file `{path}`"))?;
    let problem = match Problem::from_json(&bytes) {
        Ok(problem) => problem,
        Err(contradictions) => {
            contradictions.iter().for_each(|contradiction| out::talk(&format!("error: {contradiction}")));
            out::talk(&format!("hint: mend `{path}` and run again; nothing was solved"));
            return Ok(ExitCode::from(2));
        }
    };
    for key in problem.not_read() {
        out::talk(&format!("warning: `{key}` is no part of a problem file and was not read"));
    }
    let out_of_time = || arguments.time_limit.is_some_and(|limit| started.elapsed() >= limit);
    let solution = ::matching::solve(&problem, &out_of_time);
    let answer = solution.to_json();
    match &arguments.out {
        Some(file) => {
            std::fs::write(file, answer).with_context(|| format!("writing the answer to `{}`", file.display()))?;
        }
        None => out::data(answer.trim_end()),
    }
    out::talk(&summary(&solution));
    Ok(ExitCode::SUCCESS)
}

fn summary(solution: &Solution) -> String {
    let placed = solution.placements.len();
    let proof = match &solution.bound {
        None => "proven to be the best".to_owned(),
        Some(bound) => {
            format!("not proven: {} {} found, {} possible at best", bound.level, bound.found, bound.best_possible)
        }
    };
    let (score, moves, version) = (solution.score, solution.moves, ::matching::VERSION);
    format!("{placed} placed or moved, score {score}, {moves} moves; {proof}; solver {version}")
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| format!("`{text}` is no number of seconds"))?;
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}
