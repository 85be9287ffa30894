//! Titles and forms of address before a name.

use super::name::{NO_NAME, value, wraps};
use crate::lexicon::{Flags, class};
use crate::text::Text;
use crate::text::scan::Class;

/// Titles and forms of address before a name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Titles {
    /// First token after them.
    pub end: usize,
    /// First academic title: the name's span starts there.
    pub academic: Option<usize>,
    /// "Frau" or "Herr": 2 female, 1 male, 0 neither.
    pub address: u8,
    /// Any title at all.
    pub any: bool,
}

/// The titles that start at a token.
pub(super) fn titles(text: &Text<'_>, start: usize) -> Titles {
    let tokens = &text.tokens;
    let mut found = Titles { end: start, ..Titles::default() };
    for _ in 0..10 {
        let at = found.end;
        let Some(token) = tokens.get(at).filter(|t| t.class == Class::Word) else { break };
        if at > start && !wraps(text, at) {
            break;
        }
        // "Des Weiteren" is no designer: an abbreviation that is an ordinary word too needs its stop
        let stopped = tokens.get(at + 1).is_some_and(|t| t.class == Class::Stop && t.is_glued());
        let is_title = token.is(Flags::TITLE) && (stopped || !token.is(NO_NAME)) && (token.is_capital() || is_lower_title(text.word(at)));
        let value = if is_title { value(text, at) } else { 0 };
        let stop = tokens.get(at + 1).is_some_and(|t| t.class == Class::Stop && t.is_glued());
        let end = at + 1 + usize::from(stop);
        match value {
            class::ACADEMIC => {
                found.academic.get_or_insert(at);
                found.end = rest_of_degree(text, end);
            }
            class::ADDRESS_FEMALE | class::ADDRESS_MALE => {
                found.address = if value == class::ADDRESS_FEMALE { 2 } else { 1 };
                found.end = end;
            }
            // "P." and "Br." need their stop, "Graf" may be a surname: both only count with a name behind
            class::HONOUR if token.is_capital() && !token.is(Flags::ROLE) && (stop || text.word(at).len() > 1) => found.end = end,
            _ => break,
        }
        found.any = true;
    }
    found
}

fn is_lower_title(word: &str) -> bool {
    matches!(word, "lic" | "apl" | "em" | "ao" | "dipl")
}

/// What belongs to a degree after its first word: "h. c.", "rer. nat.", "-Ing.", "(FH)".
fn rest_of_degree(text: &Text<'_>, mut at: usize) -> usize {
    let tokens = &text.tokens;
    for _ in 0..8 {
        let class = |n: usize| tokens.get(n).map(|t| t.class);
        let Some(token) = tokens.get(at) else { break };
        let stop = class(at + 1) == Some(Class::Stop) && tokens[at + 1].is_glued();
        if token.is_lower() && stop && text.word(at).len() <= 6 {
            at += 2;
        } else if token.is_lower() && matches!(text.word(at), "habil" | "mult" | "em" | "med" | "phil" | "jur" | "techn") {
            at += 1;
        } else if token.class == Class::Word && stop && text.word(at).eq_ignore_ascii_case("e") && text.word(at + 2) == "h" {
            at += 4;
        } else if token.class == Class::Hyphen
            && token.is_glued()
            && tokens.get(at + 1).is_some_and(|t| t.is_glued() && t.is(Flags::TITLE) || t.is_glued() && class(at + 2) == Some(Class::Stop))
        {
            at += 2;
            at += usize::from(class(at) == Some(Class::Stop) && tokens[at].is_glued());
        } else if token.class == Class::Open
            && class(at + 2) == Some(Class::Close)
            && matches!(text.word(at + 1), "FH" | "TU" | "Univ" | "ETH" | "BA" | "DH" | "HTL")
        {
            at += 3;
        } else {
            break;
        }
    }
    at
}
