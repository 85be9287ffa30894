//! `oton extract`: releases in, JSON Lines out.

use super::input::InputOptions;
use super::offsets::OffsetUnit;
use super::output::OutputOptions;
use clap::ValueEnum;
use oton::record::{Frame, Likeness, Metadata, Record, Source};
use oton::run::shard::Shard;
use oton::run::{Failure, Release};
use std::borrow::Cow;
use std::ffi::OsString;
use std::path::PathBuf;

mod run;

pub(super) use run::run;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Files, folders, patterns; `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<OsString>,
    /// What spans count
    #[arg(long, value_enum, default_value_t = OffsetUnit::Codepoint)]
    offsets: OffsetUnit,
    /// Whether objects carry the text; auto: unless it is a plain-text file
    #[arg(long, value_enum, default_value_t = TextField::Auto)]
    text: TextField,
    /// Write one JSON object per release that could not be read
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// Threads
    #[arg(long, short, value_name = "N", default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    /// Add names from a list (columns: docs/gazetteers.md); may be given more than once
    #[arg(long, value_name = "FILE.tsv")]
    gazetteer: Vec<PathBuf>,
    /// Fill only these lists, and leave the others empty: persons, organisations, awards, statements, conferrals
    #[arg(long, value_name = "LIST", value_enum, value_delimiter = ',')]
    only: Vec<List>,
    /// Mark releases that repeat an earlier one of the run
    #[arg(long, value_enum, default_value_t = Duplicates::Near)]
    duplicates: Duplicates,
    #[command(flatten)]
    output: OutputOptions,
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    work: WorkOptions,
}

/// How the work is done.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Run")]
struct WorkOptions {
    /// Take up the run that was writing these files and ended before its time
    #[arg(long)]
    resume: bool,
    /// Read only the i-th of n parts of the releases; a release's id tells its part
    #[arg(long, value_name = "I/N", default_value_t = Shard::ALL, hide_default_value = true)]
    shard: Shard,
    /// Write what became of every file and release, as JSON
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
    /// No progress and no summary on standard error
    #[arg(long, short)]
    quiet: bool,
}

/// A list of findings in the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum List {
    Persons,
    Organisations,
    Awards,
    Statements,
    Conferrals,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TextField {
    Always,
    Never,
    Auto,
}

/// Which repetitions are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Duplicates {
    /// The same words, or nearly so
    Near,
    /// The same words
    Exact,
    /// None
    Off,
}

impl Options {
    /// The release's line of JSON.
    fn json(&self, release: &Release, duplicate: Option<(&str, Likeness)>) -> Result<String, Failure> {
        let document = &release.document;
        let frame = Frame {
            id: &release.id,
            source: Source {
                uri: Cow::Borrowed(&release.uri),
                format: document.format.into(),
                encoding: document.encoding.map(Cow::Borrowed),
                bytes: document.bytes,
                sha256: Cow::Borrowed(&document.sha256),
            },
            unit: self.offsets.unit(),
            with_text: match self.text {
                TextField::Always => true,
                TextField::Never => false,
                TextField::Auto => !document.verbatim || release.uri == "-", // standard input cannot be opened again
            },
            metadata: Metadata::from(&document.metadata),
            published: document.published(),
            duplicate,
            warnings: &document.warnings,
        };
        let mut record = Record::new(&document.text, &release.analysis, frame);
        let drops = |list: List| !self.only.is_empty() && !self.only.contains(&list);
        if drops(List::Persons) {
            record.persons.clear();
        }
        if drops(List::Organisations) {
            record.organisations.clear();
        }
        if drops(List::Awards) {
            record.awards.clear();
        }
        if drops(List::Statements) {
            record.statements.clear();
        }
        if drops(List::Conferrals) {
            record.conferrals.clear();
        }
        serde_json::to_string(&record).map_err(|error| Failure { uri: release.uri.clone(), stage: "write", message: error.to_string() })
    }
}
