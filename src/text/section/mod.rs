//! Lines → layout blocks, what each block is, and what the layout says of the release as a whole.

mod about;
mod blocks;
mod dateline;
mod day;
mod head;
mod label;
mod look;
mod middle;
pub mod patterns;
mod release;
mod tail;

use super::{Block, Text};
pub use release::{ReleaseData, release_data};

/// Cuts the text into blocks, names their kinds and cuts datelines out of bodies.
pub fn sections(text: &Text<'_>) -> Vec<Block> {
    label::label(text, &blocks::blocks(text))
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
