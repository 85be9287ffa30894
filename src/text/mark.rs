//! Quotation marks → pairs.

use super::scan::Class;
use super::span::TokenSpan;
use super::{Quotation, Text};
use crate::analysis::Warning;

/// Pairs opening and closing marks, block by block.
pub fn pair(text: &Text<'_>) -> (Vec<Quotation>, Vec<Warning>) {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, token) in text.tokens.iter().enumerate() {
        if token.class != Class::Quote {
            continue;
        }
        match (text.word(at), open) {
            ("„" | "»", None) => open = Some(at),
            ("“" | "«" | "”" | "\"", Some(start)) => {
                found.push(Quotation { tokens: TokenSpan::new(start, at + 1), closed: true, depth: 0, continues: false });
                open = None;
            }
            ("\"", None) => open = Some(at),
            _ => {}
        }
    }
    (found, vec![])
}
