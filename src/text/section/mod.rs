//! Lines → layout blocks, what each block is, and what the layout says of the release as a whole.

mod about;
mod blocks;
mod breaks;
mod dateline;
mod day;
mod head;
mod item;
mod label;
mod line;
mod look;
mod middle;
pub mod patterns;
mod record;
mod release;
mod tail;

use super::Text;
use super::scan::Class;
use super::span::TokenSpan;
use super::words;
pub use blocks::blocks;
pub use label::label;
pub use release::{ReleaseData, release_data};

/// The dateline that runs into the first paragraph: of the blocks at the head of a release the first that starts with one and
/// goes on with a sentence.
pub fn inner_dateline(text: &Text<'_>, blocks: &[TokenSpan]) -> Option<TokenSpan> {
    blocks.iter().take(head::HEAD + 1).find_map(|&block| {
        let end = dateline::dateline(text, block)?.end;
        if words::opening(text, block).is_some() {
            return None; // "Pressemitteilung Nr. 5 vom …"
        }
        let goes_on = (end..block.end()).any(|at| matches!(text.at(at).class, Class::Stop | Class::Final));
        goes_on.then(|| TokenSpan::new(block.start(), end))
    })
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
