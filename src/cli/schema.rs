//! `oton schema`: the contract's JSON Schema.

use super::Outcome;
use std::io::{self, Write};

pub(super) fn run() -> anyhow::Result<Outcome> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &oton::record::schema()).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(Outcome::Success)
}
