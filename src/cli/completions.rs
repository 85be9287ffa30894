//! `oton completions`: what a shell needs to complete the program's arguments.

use super::{Arguments, Outcome};
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::{self, Write};

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    // by way of memory, because the generator panics where a pipe is closed
    let mut page = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), "oton", &mut page);
    io::stdout().lock().write_all(&page)?;
    Ok(Outcome::Success)
}
