//! Byte offsets → the reader's unit, in one pass over the text.

use super::Range;
use crate::text::span::ByteSpan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a span counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Unicode code points (Python, spaCy, W3C selectors).
    #[default]
    Codepoint,
    /// Bytes of UTF-8 (Rust, Go).
    Utf8,
    /// Code units of UTF-16 (JavaScript, Java).
    Utf16,
}

impl Unit {
    /// The contract's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Codepoint => "codepoint",
            Unit::Utf8 => "utf8",
            Unit::Utf16 => "utf16",
        }
    }
}

/// Bytes between two counted positions.
const STRIDE: usize = 64;

/// Converts byte offsets of one text.
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: Unit,
    /// Units before byte `n * STRIDE`; empty when every unit is a byte.
    counts: Vec<u32>,
}

impl<'t> Offsets<'t> {
    /// Counts the text once.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut counts = Vec::new();
        if unit != Unit::Utf8 && !text.is_ascii() {
            let mut count = 0;
            counts.reserve(text.len() / STRIDE + 1);
            for chunk in text.as_bytes().chunks(STRIDE) {
                counts.push(count);
                count += units(chunk, unit);
            }
            counts.push(count);
        }
        Offsets { text, unit, counts }
    }

    /// Units before a byte offset that lies on a character boundary.
    pub fn at(&self, byte: usize) -> usize {
        match self.counts.get(byte / STRIDE) {
            Some(&count) => {
                let start = byte / STRIDE * STRIDE;
                (count + units(&self.text.as_bytes()[start..byte], self.unit)) as usize
            }
            None => byte,
        }
    }

    /// A span in the unit.
    pub fn range(&self, span: ByteSpan) -> Range {
        [self.at(span.start()), self.at(span.end())]
    }
}

/// Units that begin in these bytes: a character counts where its first byte stands.
fn units(bytes: &[u8], unit: Unit) -> u32 {
    let starts = bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
    let astral = if unit == Unit::Utf16 { bytes.iter().filter(|&&byte| byte >= 0xf0).count() } else { 0 };
    (starts + astral) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn units_agree_with_the_standard_library(text in "\\PC{0,200}") {
            let points = Offsets::new(&text, Unit::Codepoint);
            let utf16 = Offsets::new(&text, Unit::Utf16);
            let bytes = Offsets::new(&text, Unit::Utf8);
            for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                prop_assert_eq!(points.at(at), text[..at].chars().count());
                prop_assert_eq!(utf16.at(at), text[..at].encode_utf16().count());
                prop_assert_eq!(bytes.at(at), at);
            }
        }
    }
}
