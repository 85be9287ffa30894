//! What each block is: the head of the release from above, contact and boilerplate from below, the rest by its form.

use super::about::boilerplate;
use super::head::head;
use super::look::{Look, look};
use super::middle::middle;
use super::tail::{page_furniture, tail};
use crate::analysis::SectionKind as Kind;
use crate::text::span::TokenSpan;
use crate::text::{Block, Text};

/// The labelled blocks; a dateline that runs into its paragraph follows it as a block of its own.
pub fn label(text: &Text<'_>, blocks: &[TokenSpan], dateline: Option<TokenSpan>) -> Vec<Block> {
    let looks: Vec<Look> = blocks.iter().map(|&block| look(text, block)).collect();
    let mut kinds = vec![None; looks.len()];
    let body = head(text, &looks, &mut kinds);
    page_furniture(&looks, &mut kinds, body);
    tail(text, &looks, &mut kinds, body);
    boilerplate(text, &looks, &mut kinds, body);
    middle(text, &looks, &mut kinds, body);

    let mut sections = Vec::with_capacity(looks.len() + 1);
    let first_body = (0..looks.len()).find(|&n| kinds[n].is_none_or(|kind| kind == Kind::Body));
    let dated = kinds[..body].contains(&Some(Kind::Dateline));
    for (n, look) in looks.iter().enumerate() {
        sections.push(Block { kind: kinds[n].unwrap_or(Kind::Body), tokens: look.tokens });
        if Some(n) == first_body
            && !dated
            && let Some(tokens) = dateline.filter(|dateline| look.tokens.contains(*dateline))
        {
            sections.push(Block { kind: Kind::Dateline, tokens });
        }
    }
    sections
}
