//! Solves one problem file and says how it went: `solve PROBLEM.json [SECONDS]`.
#![expect(clippy::print_stdout, reason = "an example speaks on its own")]

use std::time::{Duration, Instant};

fn main() {
    let path = std::env::args().nth(1).expect("give a problem file");
    let limit = std::env::args().nth(2).map_or(600, |limit| limit.parse().expect("the limit is a number of seconds"));
    let bytes = std::fs::read(path).expect("the file can be read");
    let begun = Instant::now();
    let problem = matching::Problem::from_json(&bytes).expect("the file does not contradict itself");
    let read = begun.elapsed();
    let out_of_time = || begun.elapsed() >= Duration::from_secs(limit);
    let solution = matching::solve(&problem, &out_of_time);
    let solved = begun.elapsed() - read;
    let broken = matching::check_solution(&problem, &solution);
    let value = serde_json::json!({
        "counts": solution.counts, "score": solution.score, "moves": solution.moves, "optimal": solution.optimal,
        "bound": solution.bound, "read_ms": read.as_millis(), "solve_ms": solved.as_millis(), "broken": broken,
    });
    println!("{value}");
}
