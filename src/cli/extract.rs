//! `oton extract`: releases in, JSON Lines out.

use super::Outcome;
use super::input::InputOptions;
use super::output::OutputOptions;
use anyhow::Context;
use clap::ValueEnum;
use oton::input::Item;
use oton::output::{Outputs, Target};
use oton::record::{Frame, Likeness, Metadata, Record, Source, Unit};
use oton::run::duplicates::{Fingerprint, Seen};
use oton::run::{self, Failure, Release, feed, ordered, walk};
use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

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
    /// No summary on standard error
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OffsetUnit {
    Codepoint,
    Utf8,
    Utf16,
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
    fn unit(&self) -> Unit {
        match self.offsets {
            OffsetUnit::Codepoint => Unit::Codepoint,
            OffsetUnit::Utf8 => Unit::Utf8,
            OffsetUnit::Utf16 => Unit::Utf16,
        }
    }

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
            unit: self.unit(),
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

/// A release that is ready to be written.
struct Done {
    release: Release,
    json: String,
    fingerprint: Option<Fingerprint>,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let analyzer = run::analyzer(&options.gazetteer)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).build().context("the threads could not be started")?;
    let targets = options.output.targets()?;
    let given = options.paths.iter().map(Path::new).filter(|path| path.is_file());
    let is_own = own_files(targets.clone(), options.errors.clone());
    for path in given {
        anyhow::ensure!(!is_own(path), "{}: would be read and overwritten in one run; write the results to another file", path.display());
    }
    let mut outputs = Outputs::create(&targets, options.output.options())?;
    let mut errors = match &options.errors {
        Some(path) => Some(BufWriter::new(File::create(path).with_context(|| path.display().to_string())?)),
        None => None,
    };
    // results written below a folder that is read must not be read as releases
    let sources = walk::sources(&options.paths).filter(move |found| !found.as_ref().is_ok_and(|source| source.path.as_deref().is_some_and(&is_own)));

    let input = options.input.options();
    let items = feed::items(sources, input.clone(), pool.current_num_threads());

    let (mut read, mut failed) = (0, 0);
    let mut broken: Option<anyhow::Error> = None;
    let work = |item: Result<Item, Failure>| -> Result<Done, Failure> {
        let release = run::release(&analyzer, item?, &input)?;
        let json = options.json(&release, None)?;
        let fingerprint = (options.duplicates != Duplicates::Off).then(|| Fingerprint::of(&release.document.text));
        Ok(Done { release, json, fingerprint })
    };
    let mut seen = Seen::default();
    // which releases came before is known in order only; a repetition, which is rare, is written anew
    let mut marked = |done: Done| -> Result<String, Failure> {
        let near = options.duplicates == Duplicates::Near;
        match done.fingerprint.and_then(|fingerprint| seen.check(&fingerprint, &done.release.id, near)) {
            Some((first, likeness)) => options.json(&done.release, Some((&first, likeness))),
            None => Ok(done.json),
        }
    };
    ordered::for_each(&pool, items, pool.current_num_threads() * 4, work, |result| {
        let written = match result.and_then(&mut marked) {
            Ok(json) => {
                read += 1;
                outputs.write(&json).context("the results could not be written")
            }
            Err(failure) => {
                failed += 1;
                eprintln!("oton: {failure}");
                errors.as_mut().map_or(Ok(()), |file| {
                    serde_json::to_writer(&mut *file, &failure)
                        .map_err(io::Error::from)
                        .and_then(|()| file.write_all(b"\n"))
                        .context("the errors could not be written")
                })
            }
        };
        broken = written.err();
        broken.is_none()
    });
    if let Some(error) = broken {
        return Err(error);
    }
    for note in outputs.finish().context("the results could not be written")? {
        eprintln!("oton: {note}");
    }
    if let Some(mut file) = errors {
        file.flush().context("the errors could not be written")?;
    }
    if !options.quiet {
        eprintln!("oton: {read} {} read, {failed} not", if read == 1 { "release" } else { "releases" });
    }
    if read + failed == 0 {
        eprintln!("oton: no file was found");
    }
    Ok(Outcome::of(read, failed))
}

/// Whether a file is one of the run's own results, which are no releases.
fn own_files(targets: Vec<Target>, errors: Option<PathBuf>) -> impl Fn(&Path) -> bool + Send {
    move |file| {
        let same = |own: &PathBuf| own.is_file() && own.canonicalize().ok().is_some_and(|own| file.canonicalize().is_ok_and(|file| own == file));
        targets.iter().any(|target| target.owns(file)) || errors.as_ref().is_some_and(same)
    }
}
