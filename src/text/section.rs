//! Lines → layout blocks, and what each block is.

use super::scan::Gap;
use super::span::{ByteSpan, TokenSpan};
use super::{Block, Text};
use crate::analysis::SectionKind;

/// Cuts the text into blocks at empty lines.
pub fn blocks(text: &Text<'_>) -> Vec<Block> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 1..=text.tokens.len() {
        if at == text.tokens.len() || text.tokens[at].gap == Gap::Blank {
            found.push(Block { kind: SectionKind::Body, tokens: TokenSpan::new(start, at) });
            start = at;
        }
    }
    found
}

/// Names the kind of every block and cuts datelines out of bodies.
pub fn label(_text: &mut Text<'_>) {}

/// What the layout says of the release as a whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReleaseData {
    /// The headline.
    pub headline: Option<ByteSpan>,
    /// Day of the release, ISO 8601.
    pub date: Option<String>,
    /// Place of the dateline.
    pub place: Option<String>,
}

/// Headline, date and place from the labelled blocks.
pub fn release_data(_text: &Text<'_>) -> ReleaseData {
    ReleaseData::default()
}
