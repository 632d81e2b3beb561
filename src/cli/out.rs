//! The two voices of the command line.

use std::io::{ErrorKind, Write as _};

/// Data, for people and programs: a line on standard output. When the reader has gone, as `| head` does
/// when it has enough, there is nobody left to tell and the program ends.
pub fn data(line: &str) {
    match writeln!(std::io::stdout(), "{line}") {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => {
            talk(&format!("error: writing to standard output: {error}"));
            std::process::exit(1);
        }
    }
}

/// Talk: what is going on, hints, errors, on standard error.
pub fn talk(line: &str) {
    eprintln!("{line}");
}
