//! The command line: one file per subcommand.

mod awards;
mod completions;
mod explain;
mod extract;
mod gazetteer;
mod input;
mod man;
mod offsets;
mod output;
mod pdf;
mod quotes;
mod reading;
mod rules;
mod schema;
mod sentences;
mod table;

use clap::{Parser, Subcommand};
use std::io;
use std::process::ExitCode;
use std::{panic, thread};

/// Who said what: quotations, speakers, organisations and awards from German press releases.
#[derive(Debug, Parser)]
#[command(name = "oton", version, about, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read releases and print one JSON object per release
    Extract(extract::Options),
    /// List who got which award from whom
    Awards(awards::Options),
    /// Show each finding in its sentence, with the rule that made it
    Explain(explain::Options),
    /// Check a list of names of your own
    #[command(subcommand)]
    Gazetteer(gazetteer::Command),
    /// Print the pages of a PDF; the program calls itself so
    #[command(hide = true)]
    PdfPages(pdf::Options),
    /// List who said what, for reading or for a table
    Quotes(quotes::Options),
    /// List the rules, with their reasons and examples
    Rules(rules::Options),
    /// Print one sentence per line, and nothing more
    Sentences(sentences::Options),
    /// Print the JSON Schema of the output
    Schema,
    /// Print what a shell needs to complete arguments
    Completions(completions::Options),
    /// Print the manual page of the program, or of one of its commands
    Man(man::Options),
}

/// Exit code of a run that was stopped, as shells tell of programs that were interrupted.
const STOPPED: i32 = 130;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All was read.
    Success,
    /// Some releases could not be read.
    Some,
    /// Nothing could be read.
    Nothing,
    /// The run was stopped before its end.
    Stopped,
}

impl Outcome {
    /// Of a run's counts.
    fn of(read: usize, failed: usize) -> Self {
        match (read, failed) {
            (0, _) => Outcome::Nothing,
            (_, 0) => Outcome::Success,
            _ => Outcome::Some,
        }
    }
}

/// Runs the command. Exit codes: 0 all read, 1 some releases not, 2 usage, or nothing could be read, 130 stopped.
pub fn run() -> ExitCode {
    quiet_pdf_panics();
    let result = match Arguments::parse().command {
        Command::Extract(options) => extract::run(&options),
        Command::Awards(options) => awards::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Gazetteer(command) => gazetteer::run(&command),
        Command::PdfPages(options) => pdf::run(&options),
        Command::Quotes(options) => quotes::run(&options),
        Command::Rules(options) => rules::run(&options),
        Command::Sentences(options) => sentences::run(&options),
        Command::Schema => schema::run(),
        Command::Completions(options) => completions::run(&options),
        Command::Man(options) => man::run(&options),
    };
    match result {
        Ok(Outcome::Success) => ExitCode::SUCCESS,
        Ok(Outcome::Some) => ExitCode::from(1),
        Ok(Outcome::Nothing) => ExitCode::from(2),
        Ok(Outcome::Stopped) => ExitCode::from(STOPPED as u8),
        // whoever reads our output has had enough (`oton … | head`)
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("oton: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// A broken PDF makes its reader panic, which is told as a failure of that file; the panic itself need not be shown.
fn quiet_pdf_panics() {
    let shown = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() != Some(oton::input::convert::PDF_THREAD) {
            shown(info);
        }
    }));
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(|io| io.kind() == io::ErrorKind::BrokenPipe)
}
