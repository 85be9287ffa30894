//! How inputs are read, and how much of them.

use super::unpack::fields::FieldNames;
use std::path::PathBuf;
use std::time::Duration;

/// Largest release that is read, in bytes, unless the user asks otherwise. Archives and files of records may be larger.
pub const LARGEST: u64 = 64 << 20;

/// How inputs are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Largest file or record that is one release, in bytes; at most 4 GiB, because spans count in 32 bits.
    pub largest: u64,
    /// How many times over a release may be packed.
    pub depth: usize,
    /// How many bytes may be unpacked for each packed one, beyond the first 64 MiB.
    pub ratio: u64,
    /// How long a converter may take for one release.
    pub patience: Duration,
    /// Whether text that was decoded wrongly before it came here is mended.
    pub repair: bool,
    /// The user's own field names for JSON and tables.
    pub fields: FieldNames,
    /// Whether poppler's `pdftotext` may be used where it is installed.
    pub poppler: bool,
    /// The program `oton`, which then reads PDFs in a process of its own (`oton pdf-pages`): one that breaks down or takes
    /// all memory ends alone. Without it they are read in a thread.
    pub program: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            largest: LARGEST,
            depth: 8,
            ratio: 250,
            patience: Duration::from_secs(60),
            repair: false,
            fields: FieldNames::default(),
            poppler: true,
            program: None,
        }
    }
}
