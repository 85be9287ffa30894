//! `oton man`: the manual page of the program, or of one of its commands.

use super::{Arguments, Outcome};
use anyhow::Context;
use clap::CommandFactory;
use clap_mangen::Man;
use std::io::{self, Write};

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// A command of the program
    command: Option<String>,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let mut program = Arguments::command();
    program.build();
    let command = match &options.command {
        None => program,
        Some(name) => program.find_subcommand(name).with_context(|| format!("there is no command \"{name}\""))?.clone(),
    };
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    io::stdout().lock().write_all(&page)?;
    Ok(Outcome::Success)
}
