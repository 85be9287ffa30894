//! Words as lists are keyed.

use super::plain::LEAD;

/// Longest word, in bytes, that lists hold; longer ones are found in none.
pub const LONGEST: usize = 96;

/// The word without soft hyphens and with straight apostrophes, as listed names are keyed; `None` when it is too long.
pub fn key<'b>(word: &'b str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    // both begin with one of these bytes
    let plain = !word.bytes().any(|byte| matches!(byte, 0xc2 | 0xe2));
    if plain { Some(word.as_bytes()).filter(|word| word.len() <= LONGEST) } else { fold(word, buffer, |c| c) }
}

/// The same in lower case, as word forms are keyed.
pub fn lower_key<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    let length = word.len();
    let plain = buffer.get_mut(..length).is_some_and(|buffer| {
        let mut other = false;
        for (lower, byte) in buffer.iter_mut().zip(word.bytes()) {
            *lower = LOWER[usize::from(byte)];
            other |= byte >= 0xc0 && byte != LEAD;
        }
        !other
    });
    if plain {
        return Some(&buffer[..length]);
    }
    fold(word, buffer, |c| if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) })
}

/// The lower case of the bytes of ASCII and, behind [`LEAD`], of `À` to `ÿ`.
static LOWER: [u8; 256] = {
    let mut lower = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        lower[byte] = match byte as u8 {
            upper @ (b'A'..=b'Z' | 0x80..=0x96 | 0x98..=0x9e) => upper | 0x20,
            other => other,
        };
        byte += 1;
    }
    lower
};

fn fold<'b>(word: &str, buffer: &'b mut [u8; LONGEST], case: impl Fn(char) -> char) -> Option<&'b [u8]> {
    let mut length = 0;
    for c in word.chars() {
        let c = match c {
            '\u{ad}' => continue,
            '’' => '\'',
            c => case(c),
        };
        let end = length + c.len_utf8();
        c.encode_utf8(buffer.get_mut(length..end)?);
        length = end;
    }
    Some(&buffer[..length])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_tables_fold_as_the_general_rules_do(word in "[a-cX-ZäÄß×÷ÿÞđİ’'\u{ad}]{0,12}|[a-z]{95,97}") {
            let (mut one, mut other) = ([0; LONGEST], [0; LONGEST]);
            prop_assert_eq!(key(&word, &mut one), fold(&word, &mut other, |c| c));
            prop_assert_eq!(lower_key(&word, &mut one), fold(&word, &mut other, |c| c.to_lowercase().next().unwrap_or(c)));
        }
    }
}
