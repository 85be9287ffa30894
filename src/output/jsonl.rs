//! JSON Lines: the lines of the run as they are, or indented for people.

use super::part::{Part, Sink};
use super::{Finished, Writer};
use crate::record::Record;
use anyhow::Context;
use std::io::Write;
use std::path::Path;

pub(super) struct Jsonl {
    sink: Sink,
    pretty: bool,
}

impl Jsonl {
    pub(super) fn create(path: &Path, pretty: bool) -> anyhow::Result<Self> {
        Ok(Jsonl { sink: Sink::create(path)?, pretty })
    }
}

impl Writer for Jsonl {
    fn needs_record(&self) -> bool {
        self.pretty
    }

    fn write(&mut self, line: &str, release: Option<&Record<'_>>) -> anyhow::Result<()> {
        let written = match release.filter(|_| self.pretty) {
            Some(release) => serde_json::to_vec_pretty(release).map_err(std::io::Error::from).map(|bytes| self.sink.write_all(&bytes)),
            None => Ok(self.sink.write_all(line.as_bytes())),
        };
        written.and_then(|written| written).and_then(|()| self.sink.write_all(b"\n")).with_context(|| self.sink.told())
    }

    fn finish(self: Box<Self>) -> anyhow::Result<Finished> {
        let part: Option<Part> = self.sink.finish()?;
        Ok(Finished { parts: part.into_iter().collect(), notes: Vec::new() })
    }
}
