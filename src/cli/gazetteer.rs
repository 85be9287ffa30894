//! `oton gazetteer check`: is a list of names good, and what would it find?

use super::Outcome;
use oton::gazetteer::check::{self, Report};
use oton::lexicon::Lexicon;
use oton::run::{self, feed, walk};
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Say what is wrong with a list of names, and what it finds in sample releases
    Check(Options),
}

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The list (columns: docs/gazetteers.md)
    #[arg(value_name = "FILE.tsv")]
    list: PathBuf,
    /// Releases to try it on: files, folders, patterns; `-` for standard input
    #[arg(value_name = "SAMPLE")]
    samples: Vec<OsString>,
}

/// Exit code 0: the list is good (warnings or not); 1: a sample could not be read; 2: it is not.
pub(super) fn run(command: &Command) -> anyhow::Result<Outcome> {
    let Command::Check(options) = command;
    let name = options.list.display().to_string();
    let contents = run::list(&options.list)?;
    let report = check::check(&name, &contents, &Lexicon::builtin());
    let mut out = anstream::stdout().lock();
    for warning in &report.warnings {
        eprintln!("{}, line {}: warning: {}", warning.file, warning.line, warning.message);
    }
    for error in &report.errors {
        eprintln!("{error}");
    }
    writeln!(out, "{name}: {}", summary(&report))?;
    if !report.errors.is_empty() {
        return Ok(Outcome::Nothing);
    }
    if options.samples.is_empty() {
        return Ok(Outcome::Success);
    }
    let analyzer = run::analyzer(std::slice::from_ref(&options.list))?;
    let (mut read, mut failed, mut found) = (0, 0, 0);
    let input = oton::input::Options::default();
    for item in feed::items(walk::sources(&options.samples), input.clone(), 1) {
        match item.and_then(|item| run::release(&analyzer, item, &input)) {
            Ok(release) => {
                read += 1;
                let text = release.document.text.as_str();
                for own in analyzer.users_names(text) {
                    found += 1;
                    let line = text[..own.span.start()].matches('\n').count() + 1;
                    let doubt = if own.taken { "" } else { "; not taken: nothing beside it says that it is meant" };
                    writeln!(out, "{}, line {line}: {} → {}{doubt}", release.uri, own.span.of(text).replace('\n', " "), own.name)?;
                }
            }
            Err(failure) => {
                failed += 1;
                eprintln!("oton: {failure}");
            }
        }
    }
    writeln!(out, "{found} found in {read} {}", if read == 1 { "release" } else { "releases" })?;
    out.flush()?;
    Ok(Outcome::of(read, failed))
}

/// "12 organisations, 1 award, 3 aliases; 2 bad rows".
fn summary(report: &Report) -> String {
    let counted = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let mut parts: Vec<String> = report.rows.iter().map(|(kind, count)| counted(*count, kind)).collect();
    if report.aliases > 0 {
        parts.push(format!("{} {}", report.aliases, if report.aliases == 1 { "alias" } else { "aliases" }));
    }
    if parts.is_empty() {
        parts.push("no names".to_owned());
    }
    let bad = if report.errors.is_empty() { String::new() } else { format!("; {}", counted(report.errors.len(), "bad row")) };
    format!("{}{bad}", parts.join(", "))
}
