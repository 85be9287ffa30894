//! Words as lists are keyed.

/// Longest word, in bytes, that lists hold; longer ones are found in none.
pub const LONGEST: usize = 96;

/// The word without soft hyphens, written into `buffer`, as listed names are keyed; `None` when it is too long.
pub fn key<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    fold(word, buffer, |c| c)
}

/// The same in lower case, as word forms are keyed.
pub fn lower_key<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    fold(word, buffer, |c| if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) })
}

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
