//! An archive at a time: paths → files in a stable order → analyses on all cores → results in that order, whatever the
//! number of threads, with a bounded number of them in memory.

pub mod ordered;
pub mod walk;

use crate::analysis::Analysis;
use crate::input::{self, Document};
use crate::{Analyzer, Config};
use serde::Serialize;
use std::io::Read;
use std::panic::{self, AssertUnwindSafe};

/// A release that was read and analysed.
#[derive(Debug)]
pub struct Release {
    /// Its path below the folder that the run read.
    pub id: String,
    /// Path as given, `-` for standard input.
    pub uri: String,
    /// Its text.
    pub document: Document,
    /// What was found in it.
    pub analysis: Analysis,
}

/// A release that was not: never lost, always told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Path as given, `-` for standard input.
    pub uri: String,
    /// Where it failed: `walk`, `read`, `decode`, `analyze`, `write`.
    pub stage: &'static str,
    /// What happened and what to do.
    pub message: String,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} ({})", self.uri, self.message, self.stage)
    }
}

/// Reads and analyses one source. A defect of the analyzer (a panic) is a failure of this release alone.
///
/// # Errors
/// What could not be read, decoded or analysed.
pub fn release(analyzer: &Analyzer, source: &walk::Source, largest: u64) -> Result<Release, Failure> {
    let fail = |stage, message: String| Failure { uri: source.uri.clone(), stage, message };
    let bytes = read(source, largest).map_err(|message| fail("read", message))?;
    let document = input::document(&bytes).map_err(|error| fail("decode", error.to_string()))?;
    drop(bytes);
    let analysis = panic::catch_unwind(AssertUnwindSafe(|| analyzer.analyze(&document.text)))
        .map_err(|cause| fail("analyze", format!("a defect of oton, please report it with the file: {}", panic_message(&*cause))))?;
    Ok(Release { id: source.id.clone(), uri: source.uri.clone(), document, analysis })
}

fn read(source: &walk::Source, largest: u64) -> Result<Vec<u8>, String> {
    let largest = largest.min(u64::from(u32::MAX) - 1);
    let mut bytes = Vec::new();
    let mut take = |reader: &mut dyn Read| reader.take(largest + 1).read_to_end(&mut bytes);
    match &source.path {
        None => take(&mut std::io::stdin().lock()),
        Some(path) => std::fs::File::open(path).and_then(|mut file| take(&mut file)),
    }
    .map_err(|error| error.to_string())?;
    if bytes.len() as u64 > largest {
        return Err(format!("larger than {largest} bytes; raise --max-bytes to read it"));
    }
    Ok(bytes)
}

fn panic_message(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause.downcast_ref::<&str>().map(|s| (*s).to_owned());
    text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_else(|| "unknown".to_owned())
}

/// The text of a user's list.
///
/// # Errors
/// A file that cannot be read, or is no UTF-8.
pub fn list(path: &std::path::Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).map_err(|error| anyhow::anyhow!("{}: {error}; a gazetteer is a UTF-8 text file", path.display()))
}

/// An analyzer with the user's lists, each given by the path of a file.
///
/// # Errors
/// A list that cannot be read, or a bad row in it.
pub fn analyzer(lists: &[std::path::PathBuf]) -> anyhow::Result<Analyzer> {
    let mut gazetteers = Vec::new();
    for path in lists {
        gazetteers.push((path.display().to_string(), list(path)?));
    }
    Ok(Analyzer::new(Config { gazetteers })?)
}
