//! `oton pdf-pages`: a PDF's pages, read in a process of its own. The program calls itself so; whatever a PDF does to its
//! reader, the run goes on.

use super::Outcome;
use anyhow::Context;
use oton::input::InputError;
use oton::input::convert::pdf_pages;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The PDF
    file: PathBuf,
    /// How long it may take, in seconds
    #[arg(long, value_name = "SECONDS")]
    timeout: u64,
    /// By poppler's program
    #[arg(long)]
    pdftotext: bool,
}

/// Most memory that reading one PDF may take, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    limit_memory();
    if options.pdftotext {
        return poppler(&options.file);
    }
    let bytes = std::fs::read(&options.file).with_context(|| options.file.display().to_string())?;
    let pages = match pdf_pages(&bytes, Duration::from_secs(options.timeout)) {
        Ok(pages) => pages,
        Err(InputError::Broken(message)) => {
            // who called says that the PDF is broken
            eprintln!("{}", message.strip_prefix("broken PDF: ").unwrap_or(&message));
            return Ok(Outcome::Some);
        }
        Err(error) => return Err(error.into()),
    };
    let mut out = io::stdout().lock();
    for page in pages {
        out.write_all(page.replace('\u{c}', "\n").as_bytes())?;
        out.write_all(b"\x0c")?;
    }
    out.flush()?;
    Ok(Outcome::Success)
}

/// More memory than is allowed is an error from now on, for poppler's program too.
#[cfg(unix)]
fn limit_memory() {
    // a system that knows no such limit, or has a lower one, is left as it is
    drop(rlimit::setrlimit(rlimit::Resource::AS, MEMORY, MEMORY));
}

#[cfg(not(unix))]
fn limit_memory() {}

/// Poppler's program takes this one's place, under the same limits.
#[cfg(unix)]
fn poppler(file: &Path) -> anyhow::Result<Outcome> {
    use std::os::unix::process::CommandExt;
    Err(command(file).exec()).context("pdftotext")
}

#[cfg(not(unix))]
fn poppler(file: &Path) -> anyhow::Result<Outcome> {
    Ok(if command(file).status().context("pdftotext")?.success() { Outcome::Success } else { Outcome::Some })
}

fn command(file: &Path) -> Command {
    let mut command = Command::new("pdftotext");
    command.args(["-raw", "-enc", "UTF-8", "-eol", "unix"]).arg(file).arg("-");
    command
}
