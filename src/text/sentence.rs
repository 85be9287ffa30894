//! Blocks → sentences.

use super::scan::Class;
use super::span::TokenSpan;
use super::{Sentence, Text};

/// Cuts every block into sentences.
pub fn split(text: &Text<'_>) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (section, block) in text.sections.iter().enumerate() {
        let mut start = block.tokens.start();
        for at in block.tokens.range() {
            let last = at + 1 == block.tokens.end();
            if last || matches!(text.tokens[at].class, Class::Stop | Class::Final) && text.tokens[at + 1].is_capital() {
                found.push(Sentence { tokens: TokenSpan::new(start, at + 1), section });
                start = at + 1;
            }
        }
    }
    found
}
