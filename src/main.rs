//! `husrom`: parse the command line, call one function.

/// Quicker than the system's with the many small pieces of an import; `SQLite` gets its memory here too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    husrom::cli::main()
}
