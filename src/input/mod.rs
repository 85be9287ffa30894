//! Bytes → documents: what a file is, which releases are in it, what their text is, and what is wrong with them.
//!
//! Two steps, so that the second can run on all cores: [`unpack`] peels archives off and cuts files of many records into
//! [`Item`]s, in order and one at a time; [`document`] makes an item's text.

mod codepage;
pub mod convert;
mod date;
pub mod detect;
pub mod encoding;
mod failure;
mod mojibake;
mod options;
pub mod unpack;

pub use convert::document;
pub use failure::Failure;
pub use options::{LARGEST, Options};

use std::sync::Arc;

/// One release that is not yet read: its bytes and what they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Stable id: path below the folder that the run read, path in an archive, `#` and the record's number.
    pub id: String,
    /// The same with the path as given.
    pub uri: String,
    /// What the bytes are.
    pub shape: Shape,
    /// The bytes of the file or record.
    pub bytes: Vec<u8>,
    /// Encoding that the transport declares.
    pub charset: Option<String>,
    /// Address that the transport tells.
    pub url: Option<String>,
    /// Name of the format, where it is not the shape's own.
    pub format: Option<&'static str>,
}

/// What an item's bytes are.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A file.
    Leaf(detect::Leaf),
    /// A JSON object, and the format it stood in.
    Json(&'static str),
    /// A row of a table.
    Row(Arc<unpack::csv::Columns>),
    /// An entry of a feed.
    Entry(Arc<Channel>),
    /// A news item.
    News(Arc<Channel>),
}

/// What a feed or news document says of all its items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Channel {
    /// Its title.
    pub title: Option<String>,
    /// Its language.
    pub language: Option<String>,
    /// `rss`, `atom`, `newsml`, `nitf`.
    pub format: &'static str,
    /// Encoding it was read as.
    pub encoding: &'static str,
}

/// What a file says of itself beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The publisher's own id.
    pub id: Option<String>,
    /// Title or subject.
    pub title: Option<String>,
    /// Day, ISO 8601.
    pub date: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote or sent it.
    pub author: Option<String>,
    /// Where it stands in the web.
    pub url: Option<String>,
    /// Language it says it has.
    pub language: Option<String>,
}

/// A release's text and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The text: of a plain-text file the decoded file, unchanged but for a byte order mark; else what was extracted.
    pub text: String,
    /// Whether the text is a plain-text file's own.
    pub verbatim: bool,
    /// Name of the format.
    pub format: &'static str,
    /// Encoding it was read as, where the format has one.
    pub encoding: Option<&'static str>,
    /// Size of the file or record in bytes.
    pub bytes: usize,
    /// SHA-256 of those bytes, in hexadecimal.
    pub sha256: String,
    /// What the file says of itself.
    pub metadata: Metadata,
    /// What was odd: code and message.
    pub warnings: Vec<(&'static str, String)>,
}

impl Document {
    /// Day of publication that the file tells. A document's own date is when it was made, perhaps from an old one.
    pub fn published(&self) -> Option<&str> {
        self.metadata.date.as_deref().filter(|_| !matches!(self.format, "docx" | "odt" | "rtf" | "pdf"))
    }
}

/// Why an item is no document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// Bytes that are no text in any encoding.
    #[error("this is binary data, not text: {controls} control characters in the first {seen} bytes")]
    Binary {
        /// Control characters seen.
        controls: usize,
        /// Bytes looked at.
        seen: usize,
    },
    /// A document that breaks its format's rules.
    #[error("{0}")]
    Broken(String),
    /// A document that asks for too much.
    #[error("{0}")]
    Limit(String),
}

impl InputError {
    /// The stage at which it failed.
    pub fn stage(&self) -> &'static str {
        match self {
            InputError::Binary { .. } => "decode",
            InputError::Broken(_) | InputError::Limit(_) => "convert",
        }
    }
}
