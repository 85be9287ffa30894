//! Failures are values: told, counted, and no reason to stop.

use serde::Serialize;

/// Something that could not be read, unpacked, converted or analysed: never lost, always told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Path as given, `-` for standard input, with the path inside an archive and the record's number.
    pub uri: String,
    /// Where it failed: `walk`, `read`, `unpack`, `detect`, `decode`, `convert`, `analyze`, `write`.
    pub stage: &'static str,
    /// What happened and what to do.
    pub message: String,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} ({})", self.uri, self.message, self.stage)
    }
}
