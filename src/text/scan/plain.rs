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
        let lower = lower_letters(bytes, end);
        if lower > 0 {
            rest |= LOWER;
            end += lower;
        }
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
    let (class, shape) = FORMS[usize::from(first & (UPPER | LOWER | DIGIT)) << 2 | usize::from(rest & (UPPER | LOWER))]?;
    Some(Plain { end, class, shape })
}

/// Class and shape by the kind of the first character (times four) and those of the others; none for what begins with a digit
/// and has letters ("3D").
static FORMS: [Option<(Class, Shape)>; 32] = {
    let mut forms = [None; 32];
    let mut rest = 0;
    while rest < 4 {
        forms[(LOWER as usize) << 2 | rest] = Some((Class::Word, if rest & UPPER as usize == 0 { Shape::Lower } else { Shape::Mixed }));
        rest += 1;
    }
    let upper = (UPPER as usize) << 2;
    forms[upper] = Some((Class::Word, Shape::Capital));
    forms[upper | LOWER as usize] = Some((Class::Word, Shape::Capital));
    forms[upper | UPPER as usize] = Some((Class::Word, Shape::Upper));
    forms[upper | (LOWER | UPPER) as usize] = Some((Class::Word, Shape::Mixed));
    forms[(DIGIT as usize) << 2] = Some((Class::Number, Shape::None));
    forms
};

/// How many of the next bytes are `a` to `z`, up to eight; counted all at once, because most bytes of a text are.
#[inline(always)]
fn lower_letters(bytes: &[u8], at: usize) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = ONES * 0x80;
    let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) else { return 0 };
    let chunk = u64::from_le_bytes(*chunk);
    let low = chunk & !HIGH;
    // the high bit of each byte: at least `a`, beyond `z`
    let from_a = low + ONES * (0x80 - b'a' as u64);
    let beyond_z = low + ONES * (0x80 - (b'z' + 1) as u64);
    let others = !(from_a & !beyond_z & !chunk) & HIGH;
    others.trailing_zeros() as usize / 8
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
