//! Lines → layout blocks, what each block is, and what the layout says of the release as a whole.

mod blocks;
mod date;
mod label;
mod look;
pub mod patterns;

use super::span::ByteSpan;
use super::{Block, Text};
use crate::analysis::SectionKind;

/// Cuts the text into blocks, names their kinds and cuts datelines out of bodies.
pub fn sections(text: &Text<'_>) -> Vec<Block> {
    label::label(text, &blocks::blocks(text))
}

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
pub fn release_data(text: &Text<'_>) -> ReleaseData {
    let of = |kind: SectionKind| text.sections.iter().filter(move |block| block.kind == kind);
    let headline = of(SectionKind::Headline).next().map(|block| text.bytes(block.tokens));
    let dateline = text.sections.iter().enumerate().filter(|(_, block)| block.kind == SectionKind::Dateline).find_map(|(n, block)| {
        // one that runs into its paragraph is read with it
        let around = n.checked_sub(1).map(|n| text.sections[n].tokens).filter(|around| around.contains(block.tokens));
        date::dateline(text, around.unwrap_or(block.tokens))
    });
    // notes below the first paragraph tell of pictures and archives
    let noted = || {
        let head = text.sections.iter().take_while(|block| !matches!(block.kind, SectionKind::Body | SectionKind::Boilerplate | SectionKind::Contact));
        head.filter(|block| block.kind == SectionKind::Note).find_map(|block| date::first_in(text, block.tokens))
    };
    let date = dateline.and_then(|found| found.date).or_else(noted).map(|date| date.iso());
    let place = dateline.and_then(|found| found.place).map(|span| date::place_name(text, span));
    ReleaseData { headline, date, place }
}

#[cfg(test)]
mod tests;
