//! Whether sources are those that a run began with.

use super::feed::Position;
use super::hash;
use super::walk::Source;
use crate::input::Failure;
use serde::{Deserialize, Serialize};
use std::time::UNIX_EPOCH;

/// A source's name, size and time of change, hashed: another stamp, another source.
pub fn of(source: &Result<Source, Failure>) -> u64 {
    let (name, path) = match source {
        Ok(source) => (&source.id, source.path.as_deref()),
        Err(failure) => (&failure.uri, None),
    };
    let facts = path.and_then(|path| path.metadata().ok());
    let changed = facts.as_ref().and_then(|facts| facts.modified().ok()).and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let numbers = [facts.map_or(0, |facts| facts.len()), changed.map_or(0, |time| time.as_secs()), changed.map_or(0, |time| time.subsec_nanos().into())];
    hash::fnv(name.bytes().map(u64::from).chain(numbers))
}

/// The stamps of sources that were passed over, one after another, hashed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamps(u64);

impl Stamps {
    /// Adds the stamp of the next source.
    pub fn add(&mut self, stamp: u64) {
        self.0 = hash::fnv([self.0, stamp].into_iter());
    }
}

/// What was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed {
    /// Stamps of the sources that are done.
    pub done: Stamps,
    /// The same, with that of the source in which the position stands, if it stands in one.
    pub all: Stamps,
    /// Size of the sources that are done, in bytes.
    pub bytes: u64,
}

/// Passes over as many sources as a position says are done.
pub fn pass_over<S: Iterator<Item = Result<Source, Failure>>>(sources: &mut std::iter::Peekable<S>, to: Position) -> Passed {
    let mut passed = Passed { done: Stamps::default(), all: Stamps::default(), bytes: 0 };
    let size = |source: &Result<Source, Failure>| source.as_ref().ok().and_then(|s| s.path.as_ref()?.metadata().ok()).map_or(0, |facts| facts.len());
    for source in sources.by_ref().take(usize::try_from(to.sources).unwrap_or(usize::MAX)) {
        passed.done.add(of(&source));
        passed.bytes += size(&source);
    }
    passed.all = passed.done;
    if to.events > 0 {
        passed.all.add(sources.peek().map_or(0, of));
    }
    passed
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn changed_and_missing_sources_have_other_stamps() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("can be written");
        let pass = |sources, events| pass_over(&mut super::super::walk::sources(&[folder.path().into()]).peekable(), Position { sources, events });
        ["a", "b", "c"].iter().for_each(|name| write(name, "Text"));
        let (two, within, three) = (pass(2, 0), pass(2, 1), pass(3, 0));
        assert_eq!((two.bytes, within.bytes), (8, 8));
        assert_eq!((two.done, within.all), (within.done, three.all));
        write("c", "longer");
        assert!(pass(2, 0) == two && pass(2, 1).all != within.all);
        fs::remove_file(folder.path().join("a")).expect("was there");
        assert!(pass(2, 0).all != two.all && pass(9, 9).all != three.all);
    }
}
