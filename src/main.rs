//! `husrom`: parse the command line, call one function.

fn main() -> std::process::ExitCode {
    husrom::cli::main()
}
