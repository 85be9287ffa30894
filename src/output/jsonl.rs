//! JSON Lines: the lines of the run as they are, or indented for people.

use super::part::Sink;
use super::{Finished, Line, Writer};
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
    fn write(&mut self, release: &Line<'_>) -> anyhow::Result<()> {
        let written = if self.pretty {
            let pretty = serde_json::to_vec_pretty(release.record()?)?;
            self.sink.write_all(&pretty)
        } else {
            self.sink.write_all(release.json.as_bytes())
        };
        written.and_then(|()| self.sink.write_all(b"\n")).with_context(|| self.sink.told())
    }

    fn finish(self: Box<Self>) -> anyhow::Result<Finished> {
        Ok(Finished::whole(self.sink.finish()?))
    }
}
