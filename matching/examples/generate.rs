//! Writes one of the made-up problems of the benchmark: `generate NAME SEED`.
#![expect(clippy::print_stdout, reason = "an example speaks on its own")]

use matching::generate::{NAMED, problem_file};

fn main() {
    let name = std::env::args().nth(1).expect("give the name of a problem");
    let seed = std::env::args().nth(2).map_or(1, |seed| seed.parse().expect("the seed is a number"));
    let (_, kind) = NAMED.iter().find(|(known, _)| *known == name).expect("the name is one of those in `NAMED`");
    print!("{}", problem_file(*kind, seed));
}
