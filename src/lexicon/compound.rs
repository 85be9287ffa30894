//! Closed compounds: what "Bildungspreis" says is what "Preis" says. `build.rs` compiles this file too.

use crate::lexicon::flags::Flags;

/// The head of a compound in lower case: its longest tail that is a noun, of four bytes and more, with three before it.
/// `find` looks a tail up, `flags` tells what a found word can be.
pub fn head(lower: &[u8], find: impl Fn(&[u8]) -> Option<u32>, flags: impl Fn(u32) -> Flags) -> Option<u32> {
    let is_boundary = |at: &usize| lower[*at] & 0xc0 != 0x80;
    (3..lower.len().saturating_sub(3)).filter(is_boundary).find_map(|at| find(&lower[at..]).filter(|&id| flags(id).contains(Flags::NOUN)))
}
