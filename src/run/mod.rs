//! An archive at a time: paths → files in a stable order → releases in them → analyses on all cores → results in that
//! order, whatever the number of threads, with a bounded number of them in memory; checkpoints, so that a run that was
//! ended can be taken up again.

pub mod account;
pub mod budget;
pub mod duplicates;
pub mod feed;
mod hash;
pub mod journal;
pub mod ledger;
pub mod memory;
pub mod ordered;
pub mod progress;
pub mod shard;
pub mod stamp;
pub mod walk;
pub mod work;

pub use crate::input::Failure;

use crate::analysis::Analysis;
use crate::input::{self, Document, Item, Options};
use crate::{Analyzer, Config};
use std::panic::{self, AssertUnwindSafe};

/// A release that was read and analysed.
#[derive(Debug)]
pub struct Release {
    /// Its path below the folder that the run read, with its path in an archive and its number in a file of records.
    pub id: String,
    /// The same with the path as given, `-` for standard input.
    pub uri: String,
    /// Its text.
    pub document: Document,
    /// What was found in it.
    pub analysis: Analysis,
}

/// Reads and analyses one item. A defect of the analyzer (a panic) is a failure of this release alone.
///
/// # Errors
/// What could not be decoded, converted or analysed.
pub fn release(analyzer: &Analyzer, item: Item, options: &Options) -> Result<Release, Failure> {
    let fail = |stage, message: String| Failure { uri: item.uri.clone(), stage, message };
    let document = input::document(&item, options).map_err(|error| fail(error.stage(), error.to_string()))?;
    let analysis = guarded(&item.uri, || analyzer.analyze(&document.text))?;
    Ok(Release { id: item.id, uri: item.uri, document, analysis })
}

/// What `work` makes of the release at `uri`. A defect (a panic) is a failure of this release alone.
///
/// # Errors
/// The panic.
pub fn guarded<R>(uri: &str, work: impl FnOnce() -> R) -> Result<R, Failure> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|cause| {
        let message = format!("a defect of oton, please report it with the file: {}", panic_message(&*cause));
        Failure { uri: uri.to_owned(), stage: "analyze", message }
    })
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
