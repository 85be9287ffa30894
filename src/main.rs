//! The command line: parse arguments, call a command, map errors to exit codes.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
