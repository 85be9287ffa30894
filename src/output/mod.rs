//! Results → files. The run gives one line of JSON a release, in input order; every format is made from those lines alone,
//! one at a time, so that memory stays flat and the same lines always give the same bytes.
//!
//! ```no_run
//! use oton::output::{Options, Outputs, targets};
//!
//! # fn f(lines: &[String]) -> anyhow::Result<()> {
//! let targets = targets(&["results.jsonl.gz".into()], &[], &[])?;
//! let mut outputs = Outputs::create(&targets, Options::default())?;
//! for line in lines {
//!     outputs.write(line)?;
//! }
//! outputs.finish()?; // now the files are seen
//! # Ok(()) }
//! ```

pub mod csv;
mod html;
mod jsonl;
mod jsonld;
mod parquet;
pub mod part;
mod passage;
mod sqlite;
pub mod tables;
mod target;
mod xlsx;

pub use target::{Format, Table, Target, targets};

use crate::record::Record;
use anyhow::Context;
use part::Part;
use std::cell::OnceCell;
use std::fs;

/// How results are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// JSON indented for people.
    pub pretty: bool,
}

/// What a writer leaves: whole files that are not yet in their places, and what the user should know of them.
#[derive(Debug)]
struct Finished {
    parts: Vec<Part>,
    notes: Vec<String>,
}

impl Finished {
    /// One file, or none where standard output was written to.
    fn whole(part: impl IntoIterator<Item = Part>) -> Self {
        Finished { parts: part.into_iter().collect(), notes: Vec::new() }
    }
}

/// A release on its way into the files.
struct Line<'a> {
    /// Its JSON, without a line break.
    json: &'a str,
    /// What that says, read when the first writer asks.
    record: OnceCell<Record<'a>>,
}

impl<'a> Line<'a> {
    fn record(&self) -> anyhow::Result<&Record<'a>> {
        if let Some(record) = self.record.get() {
            return Ok(record);
        }
        let record = serde_json::from_str(self.json).context("a line of the results is no release")?;
        Ok(self.record.get_or_init(|| record))
    }
}

/// One format's file, or files.
trait Writer {
    /// Takes the next release.
    fn write(&mut self, release: &Line<'_>) -> anyhow::Result<()>;

    /// Ends the files.
    fn finish(self: Box<Self>) -> anyhow::Result<Finished>;
}

/// All files of a run. When it is dropped before [`Outputs::finish`], nothing is left and files of that name are as they were.
pub struct Outputs {
    writers: Vec<Box<dyn Writer>>,
}

impl Outputs {
    /// Begins the files, and makes the folder where the user asked for one.
    ///
    /// # Errors
    /// A file or folder that cannot be made.
    pub fn create(targets: &[Target], options: Options) -> anyhow::Result<Self> {
        for folder in targets.iter().filter(|target| target.in_folder).filter_map(|target| target.path.parent()) {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        let writers: Vec<Box<dyn Writer>> = targets
            .iter()
            .map(|target| -> anyhow::Result<Box<dyn Writer>> {
                Ok(match target.format {
                    Format::Jsonl => Box::new(jsonl::Jsonl::create(&target.path, options.pretty)?),
                    Format::Csv => Box::new(csv::Csv::create(&target.path, target.table())?),
                    Format::Parquet => Box::new(parquet::Parquet::create(&target.path, target.table())?),
                    Format::Xlsx => Box::new(xlsx::Xlsx::create(&target.path, &target.tables)?),
                    Format::Sqlite => Box::new(sqlite::Sqlite::create(&target.path, &target.tables)?),
                    Format::Jsonld => Box::new(jsonld::Jsonld::create(&target.path)?),
                    Format::Html => Box::new(html::Html::create(&target.path)?),
                })
            })
            .collect::<anyhow::Result<_>>()?;
        Ok(Outputs { writers })
    }

    /// Takes the next release's line of JSON, with its line break or without.
    ///
    /// # Errors
    /// A line that is no release, or what the system refuses.
    pub fn write(&mut self, line: &str) -> anyhow::Result<()> {
        let line = Line { json: line.strip_suffix('\n').unwrap_or(line), record: OnceCell::new() };
        self.writers.iter_mut().try_for_each(|writer| writer.write(&line))
    }

    /// Ends the files and moves them to their places, one after another, when all are whole. Gives back what the user should
    /// know of them.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn finish(self) -> anyhow::Result<Vec<String>> {
        let finished = self.writers.into_iter().map(Writer::finish).collect::<anyhow::Result<Vec<_>>>()?;
        let mut notes = Vec::new();
        for Finished { parts, notes: more } in finished {
            notes.extend(more);
            parts.into_iter().try_for_each(Part::publish)?;
        }
        Ok(notes)
    }
}
