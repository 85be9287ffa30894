//! Bytes → documents: what a file is, what its text is, and what is wrong with it.

pub mod encoding;

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Largest file that is read, in bytes, unless the user asks otherwise; spans count in 32 bits, so 4 GiB is the end.
pub const LARGEST: u64 = 1 << 30;

/// A release's text and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The decoded text, without a byte order mark, otherwise unchanged.
    pub text: String,
    /// Encoding it was read as.
    pub encoding: &'static str,
    /// Size of the file in bytes.
    pub bytes: usize,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// What was odd: code and message.
    pub warnings: Vec<(&'static str, String)>,
}

/// Why bytes are no document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// A known format that is not read.
    #[error("this is {0}, not plain text; convert it to text first")]
    Format(&'static str),
    /// Bytes that are no text in any encoding.
    #[error("this is binary data, not text: {controls} control characters in the first {seen} bytes")]
    Binary {
        /// Control characters seen.
        controls: usize,
        /// Bytes looked at.
        seen: usize,
    },
}

/// Beginnings of files that are not plain text.
const MAGIC: [(&[u8], &str); 13] = [
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "an RTF document"),
    (b"BZh", "bzip2 data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"\xfd7zXZ", "xz data"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
];

/// Reads a plain-text file's bytes.
///
/// # Errors
/// Bytes that are no text.
pub fn document(bytes: &[u8]) -> Result<Document, InputError> {
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(InputError::Format(name));
    }
    let decoded = encoding::decode(bytes)?;
    let mut warnings = decoded.warnings;
    if decoded.text.trim().is_empty() {
        warnings.push(("empty", "the file has no text".to_owned()));
    }
    if decoded.text.contains('\0') {
        warnings.push(("nul-characters", "the text has NUL characters; they are treated as white space".to_owned()));
    }
    let sha256 = Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}"); // writing to a string cannot fail
        hex
    });
    Ok(Document { text: decoded.text, encoding: decoded.encoding, bytes: bytes.len(), sha256, warnings })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_formats_are_named() {
        assert_eq!(document(b"%PDF-1.7 ..."), Err(InputError::Format("a PDF")));
    }

    #[test]
    fn an_empty_file_is_a_document_with_a_warning() {
        let document = document(b" \n").expect("is text");
        assert_eq!(document.warnings[0].0, "empty");
        assert_eq!(document.bytes, 2);
    }
}
