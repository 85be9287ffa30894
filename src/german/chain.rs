//! Hyphen chains: "Max-Planck-Institut" is five tokens and one word.

use crate::text::Text;
use crate::text::scan::Class;

/// Longest chain, in tokens.
const LONGEST: usize = 16;

/// Whether the token is a hyphen that joins two words.
pub fn is_link(text: &Text<'_>, at: usize) -> bool {
    let glued = |n: usize| text.tokens.get(n).is_some_and(|t| t.is_glued());
    text.tokens.get(at).is_some_and(|t| t.class == Class::Hyphen)
        && glued(at)
        && glued(at + 1)
        && text.tokens.get(at + 1).is_some_and(|t| matches!(t.class, Class::Word | Class::Number))
}

/// First token of the chain a token ends.
pub fn start(text: &Text<'_>, at: usize) -> usize {
    let mut start = at;
    while start >= 2 && start + LONGEST > at && is_link(text, start - 1) {
        if matches!(text.tokens[start - 2].class, Class::Word | Class::Number) {
            start -= 2;
        } else if start >= 3 && is_short(text, start - 3) {
            start -= 3;
        } else {
            break;
        }
    }
    start
}

/// A title with its stop ("St.-Anna-Stift", "Dr.-Hofer-Schule").
fn is_short(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "St" | "Skt" | "Dr" | "Prof") && text.word(at + 1) == "." && text.tokens[at + 1].is_glued()
}

/// Token after the chain that begins at a token.
pub fn end(text: &Text<'_>, at: usize) -> usize {
    let mut end = at + 1 + usize::from(is_short(text, at) && is_link(text, at + 2));
    while end < at + LONGEST && is_link(text, end) {
        end += 2;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testing::parse;

    #[test]
    fn a_chain_is_read_from_both_ends() {
        parse("Das Max-Planck-Institut - neu - öffnet", |text| {
            assert_eq!((end(text, 1), start(text, 5)), (6, 1));
            assert_eq!((end(text, 0), start(text, 0)), (1, 0));
            assert!(!is_link(text, 6) && !is_link(text, 99));
        });
        parse("Das St.-Anna-Stift öffnet", |text| assert_eq!((start(text, 6), end(text, 1)), (1, 7)));
    }
}
