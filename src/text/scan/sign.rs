//! Punctuation and symbols.

use super::word::is_extend;
use super::{Class, Gap, char_at};

/// Punctuation and symbols.
pub(super) fn sign(text: &str, at: usize, gap: Gap) -> (usize, Class) {
    let bytes = text.as_bytes();
    let c = char_at(text, at);
    let next = at + c.len_utf8();
    let doubled = |byte: u8| bytes.get(at + 1) == Some(&byte);
    match c {
        '.' => {
            let run = bytes[at..].iter().take_while(|&&b| b == b'.').count();
            (at + run, if run > 1 { Class::Final } else { Class::Stop })
        }
        '!' | '?' | '…' | '‽' | '¡' | '¿' => {
            let mut end = next;
            while let Some(mark) = text[end..].chars().next().filter(|c| matches!(c, '!' | '?' | '…')) {
                end += mark.len_utf8();
            }
            (end, Class::Final)
        }
        ',' if doubled(b',') => (at + 2, Class::Quote),
        '\'' if doubled(b'\'') => (at + 2, Class::Quote),
        '`' if doubled(b'`') => (at + 2, Class::Quote),
        ',' => (next, Class::Comma),
        ':' => (next, Class::Colon),
        ';' => (next, Class::Semicolon),
        '„' | '“' | '”' | '"' | '»' | '«' | '›' | '‹' | '‚' | '‘' | '’' | '\'' | '`' | '´' | '″' | '′' | '‟' | '‛' => {
            (next, Class::Quote)
        }
        '-' | '‐' | '‑' | '\u{2212}' => {
            let free = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let before = gap != Gap::None || at == 0;
            (next, if before && free(text[next..].chars().next()) { Class::Dash } else { Class::Hyphen })
        }
        '–' | '—' | '―' | '‒' => (next, Class::Dash),
        '(' | '[' | '{' => (next, Class::Open),
        ')' | ']' | '}' => (next, Class::Close),
        '/' => (next, Class::Slash),
        _ => {
            // a symbol keeps what combines with it (emoji modifiers, variation selectors)
            let mut end = next;
            while let Some(c) = text[end..].chars().next().filter(|&c| is_extend(c)) {
                end += c.len_utf8();
            }
            (end, Class::Symbol)
        }
    }
}
