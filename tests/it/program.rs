//! The program itself, as an operator runs it.

/// Asking one rule.
mod calc;
/// What happens when the disk is full.
mod disk;
/// What is left when the power goes in the middle of a save.
mod killed;
/// The words of the letters.
mod letters;
/// Starting and stopping.
mod starting;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// The program with a data folder.
pub fn husrom(command: &str, data: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_husrom"));
    program.arg(command).arg("--data").arg(data);
    for name in ["HUSROM_DATA", "HUSROM_DATABASE", "HUSROM_KEY", "HUSROM_PORT", "HUSROM_TODAY"] {
        program.env_remove(name);
    }
    program
}

/// Runs a command to its end.
pub fn run(program: &mut Command) -> Output {
    program.output().expect("the program can be started")
}

/// What the program said on standard output and standard error.
pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Makes a register.
pub fn init(data: &Path) {
    let made = run(husrom("init", data).args(["--municipality", "Fjordvik"]));
    assert!(made.status.success(), "{}", said(&made));
}

/// A server that is up.
pub struct Server {
    pub child: Child,
    pub address: String,
}

impl Server {
    /// Starts the server on a free port and waits until it says where it is.
    pub fn start(data: &Path) -> Self {
        let mut program = husrom("serve", data);
        program.args(["--port", "0"]).env("HUSROM_SECURE_COOKIES", "false").stderr(Stdio::piped());
        let mut child = program.spawn().expect("the program can be started");
        let mut talk = BufReader::new(child.stderr.take().expect("it was asked for")).lines();
        let place = talk.find_map(|line| Some(line.ok()?.split_once("Husrom is at ")?.1.to_owned()));
        // Whatever else it says goes nowhere, but the pipe must not fill.
        std::thread::spawn(move || talk.for_each(drop));
        Self { child, address: place.expect("it says where it is") }
    }

    /// Sends the server a signal, as the operating system does.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([name, &self.child.id().to_string()]).status();
        assert!(sent.expect("there is a kill command").success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A test that failed leaves nothing running behind it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
