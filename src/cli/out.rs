//! The two voices of the command line.

/// Data, for people and programs: a line on standard output.
#[expect(clippy::print_stdout, reason = "this is the one place where the program speaks")]
pub fn data(line: &str) {
    println!("{line}");
}

/// Talk: what is going on, hints, errors, on standard error.
pub fn talk(line: &str) {
    eprintln!("{line}");
}
