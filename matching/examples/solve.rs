//! Solves one problem file and prints the answer: for trying things out without the whole program.
#![expect(clippy::print_stdout, reason = "an example speaks on its own")]

fn main() {
    let path = std::env::args().nth(1).expect("give a problem file");
    let bytes = std::fs::read(path).expect("the file can be read");
    let problem = matching::Problem::from_json(&bytes).expect("the file does not contradict itself");
    print!("{}", matching::solve(&problem, &|| false).to_json());
}
