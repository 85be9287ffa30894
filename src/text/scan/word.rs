//! Words and numbers of every kind: the Unicode rules for the Latin script, the Unicode crate for the others.

use super::sign::sign;
use super::{Class, Gap, Piece, Shape};
use unicode_segmentation::UnicodeSegmentation;

/// Letters of the Latin script.
pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (('\u{aa}'..='\u{2af}').contains(&c) && c.is_alphabetic()) || (('\u{1e00}'..='\u{1eff}').contains(&c))
}

/// Characters that never stand alone: combining marks, joiners, soft hyphens.
pub(super) fn is_extend(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}')
}

pub(super) fn is_start(c: char) -> bool {
    c.is_ascii_digit() || is_latin(c) || c == '_'
}

/// Letters and digits of other scripts, which the Unicode crate splits.
pub(super) fn is_foreign(c: char) -> bool {
    // general punctuation, quotation marks and dashes, is asked for most
    c >= '\u{300}' && !('\u{2010}'..='\u{205f}').contains(&c) && !is_latin(c) && (c.is_alphanumeric() || is_extend(c) || c > '\u{ffff}')
}

/// The end of a Latin word or number by UAX #29, or at a full stop whose space is missing; `None` when it runs into another script.
pub(super) fn latin(text: &str, start: usize) -> Option<(usize, Class)> {
    let mut at = start;
    let mut letters = false;
    let mut last = '\0'; // the last character that is not an extender
    let mut chars = text[start..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let end = start + offset + c.len_utf8();
        if is_latin(c) {
            letters = true;
        } else if c.is_ascii_digit() || c == '_' {
        } else if is_extend(c) {
            at = end;
            continue;
        } else if is_foreign(c) {
            return None;
        } else {
            let next = chars.peek().map_or('\0', |&(_, next)| next);
            if is_foreign(next) && matches!(c, '.' | '\'' | ':' | '·' | '‧' | '’' | '‘' | '․' | ',' | ';') {
                return None;
            }
            let joins = match c {
                '.' | '\'' | '’' | '‘' | '․' => (is_latin(last) && is_latin(next)) || (last.is_ascii_digit() && next.is_ascii_digit()),
                ':' | '·' | '‧' => is_latin(last) && is_latin(next),
                ',' | ';' => last.is_ascii_digit() && next.is_ascii_digit(),
                '*' => is_latin(last) && text[end..].starts_with("in"),
                _ => false,
            };
            if !joins || (c == '\'' && text[end..].starts_with('\'')) || c == '.' && is_full_stop(&text[start..at], &text[end..]) {
                break;
            }
            last = c;
            continue;
        }
        last = c;
        at = end;
    }
    Some((at, if letters { Class::Word } else { Class::Number }))
}

/// Whether the point between two parts of a word is a full stop without its space ("ist alt.Es steht"), no abbreviation's ("z.B").
fn is_full_stop(before: &str, behind: &str) -> bool {
    let mut last = before.chars().rev();
    let mut next = behind.chars();
    let cut = last.by_ref().take(2).all(char::is_lowercase) && last.next().is_some_and(char::is_alphabetic);
    cut && next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase)
}

/// A run with letters of other scripts, up to the next white space, split by the Unicode crate.
pub(super) fn foreign(text: &str, start: usize, gap: Gap, emit: &mut dyn FnMut(Piece)) -> usize {
    let run = text[start..].find(char::is_whitespace).map_or(text.len(), |end| start + end);
    let mut at = start;
    let mut gap = gap;
    for word in text[start..run].split_word_bounds() {
        let first = word.chars().next().unwrap_or('\0');
        let class = if first.is_alphabetic() {
            Class::Word
        } else if first.is_numeric() {
            Class::Number
        } else {
            sign(text, at, gap).1
        };
        emit(Piece { start: at, end: at + word.len(), class, shape: shape(word), gap });
        at += word.len();
        gap = Gap::None;
    }
    run
}

/// The case of a word.
pub fn shape(word: &str) -> Shape {
    let (mut upper, mut lower, mut first) = (0, 0, None);
    for c in word.chars() {
        let (up, low) = if c.is_ascii() { (c.is_ascii_uppercase(), c.is_ascii_lowercase()) } else { (c.is_uppercase(), c.is_lowercase()) };
        if up || low {
            first.get_or_insert(up);
            upper += usize::from(up);
            lower += usize::from(low);
        }
    }
    match (first, upper, lower) {
        (None, ..) => Shape::None,
        (_, 0, _) => Shape::Lower,
        (Some(true), 1, _) => Shape::Capital,
        (_, _, 0) => Shape::Upper,
        _ => Shape::Mixed,
    }
}
