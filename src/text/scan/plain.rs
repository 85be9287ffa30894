//! Plain words and signs, by a table of bytes.

use super::{Class, Shape};

const UPPER: u8 = 1;
const LOWER: u8 = 2;
const DIGIT: u8 = 4;
/// Goes on in a plain word: letters and digits of ASCII, and the two bytes of `À` to `ÿ`.
const PART: u8 = 8;
/// Ends a word whatever follows.
const ENDS: u8 = 16;
/// Ends a word unless a letter, a digit, a slash or a character outside ASCII follows ("z.B", "12:30", "http://").
const PARTS: u8 = 32;

/// What a byte is. The second byte of a character is only met behind [`LEAD`], because no other first byte is a `PART`.
static KINDS: [u8; 256] = kinds();

/// First byte of `À` to `ÿ`.
pub(super) const LEAD: u8 = 0xc3;

const fn kinds() -> [u8; 256] {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'A'..=b'Z' => UPPER | PART,
            b'a'..=b'z' => LOWER | PART,
            b'0'..=b'9' => DIGIT | PART,
            LEAD => PART,
            0x97 | 0xb7 => 0, // × and ÷
            0x80..=0x9e => UPPER | PART,
            0x9f..=0xbf => LOWER | PART,
            b'.' | b',' | b';' | b':' | b'\'' | b'*' => PARTS,
            b'_' | b'@' | 0x7f.. => 0,
            _ => ENDS,
        };
        byte += 1;
    }
    kinds
}

#[inline(always)]
fn kind(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).map_or(ENDS, |&byte| KINDS[usize::from(byte)])
}

/// A plain word or number.
pub(super) struct Plain {
    pub end: usize,
    pub class: Class,
    pub shape: Shape,
}

/// The plain word or number at a position; `None` when there is none, or perhaps more than that.
#[inline(always)]
pub(super) fn word(bytes: &[u8], start: usize) -> Option<Plain> {
    let mut first = kind(bytes, start);
    if first & PART == 0 {
        return None;
    }
    let mut end = start + 1;
    if bytes[start] == LEAD {
        first = kind(bytes, end);
        end += 1;
    }
    let mut rest = 0;
    let behind = loop {
        let next = kind(bytes, end);
        if next & PART == 0 {
            break next;
        }
        rest |= next;
        end += 1;
    };
    let ended = match behind {
        ENDS => bytes[end - 1] != LEAD,
        PARTS => bytes.get(end + 1).is_none_or(|&next| next < 0x80 && !next.is_ascii_alphanumeric() && next != b'/'),
        _ => false,
    };
    if !ended {
        return None;
    }
    let shape = match (first & (UPPER | LOWER | DIGIT), rest & (UPPER | LOWER)) {
        (DIGIT, 0) => return Some(Plain { end, class: Class::Number, shape: Shape::None }),
        (LOWER, 0 | LOWER) => Shape::Lower,
        (UPPER, 0 | LOWER) => Shape::Capital,
        (UPPER, UPPER) => Shape::Upper,
        (LOWER | UPPER, _) => Shape::Mixed,
        _ => return None, // "3D"
    };
    Some(Plain { end, class: Class::Word, shape })
}

/// The class of a sign of one ASCII character that needs no look at more than the next byte.
#[inline(always)]
pub(super) fn sign(bytes: &[u8], at: usize) -> Option<Class> {
    let doubled = || bytes.get(at + 1) == Some(&bytes[at]);
    match bytes[at] {
        b'.' if !doubled() => Some(Class::Stop),
        b',' if !doubled() => Some(Class::Comma),
        b':' => Some(Class::Colon),
        b';' => Some(Class::Semicolon),
        b'"' => Some(Class::Quote),
        b'(' | b'[' | b'{' => Some(Class::Open),
        b')' | b']' | b'}' => Some(Class::Close),
        b'/' => Some(Class::Slash),
        _ => None,
    }
}
