//! Characters → pieces: the one scan of the text that all later stages share.
//!
//! Word bounds follow the Unicode rules (UAX #29) as `unicode-segmentation` implements them, which a property test checks;
//! that crate itself is called for runs with letters outside the Latin script. Deliberate differences: addresses (URL, mail)
//! are one piece, a gender star stays inside its word ("Schüler*innen"), and doubled ASCII marks (`` ` ` ``, `''`, `,,`)
//! are one quotation mark.
//!
//! `build.rs` compiles this file too: it must not depend on the rest of the crate.

use unicode_segmentation::UnicodeSegmentation;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Letters (and digits inside).
    Word,
    /// Digits with their inner points and commas.
    Number,
    /// A URL or mail address.
    Address,
    /// A full stop, of a sentence, an abbreviation or an ordinal.
    Stop,
    /// `!`, `?`, `…` or a run of stops.
    Final,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// A quotation mark or apostrophe of any style.
    Quote,
    /// A hyphen that touches a word.
    Hyphen,
    /// An en or em dash, or a hyphen with space on both sides.
    Dash,
    /// `(`, `[`, `{`
    Open,
    /// `)`, `]`, `}`
    Close,
    /// `/`
    Slash,
    /// Anything else that is not white space.
    Symbol,
}

/// Upper and lower case of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// No letters with case.
    None,
    /// "gesagt"
    Lower,
    /// "Gesagt", "A"
    Capital,
    /// "ZMT": two letters or more, all upper case
    Upper,
    /// "GmbH", "iF"
    Mixed,
}

/// White space before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gap {
    /// Touches the token before (or is the first of the text).
    None,
    /// Space, tab, no-break space.
    Space,
    /// One line break.
    Line,
    /// An empty line or more, or a form feed.
    Blank,
}

/// One piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is made of.
    pub class: Class,
    /// Its case.
    pub shape: Shape,
    /// White space before it.
    pub gap: Gap,
}

/// Calls `emit` for every piece of the text, in order; white space is in the next piece's `gap`.
pub fn scan(text: &str, mut emit: impl FnMut(Piece)) {
    let mut at = 0;
    let mut gap = Gap::None;
    let bytes = text.as_bytes();
    while at < text.len() {
        let (white, length) = white_space(text, at);
        if length > 0 {
            gap = gap.max(white);
            at += length;
            continue;
        }
        let start = at;
        let first = char_at(text, at);
        if is_word_start(first) {
            let run = address_end(text, at).map(|end| (end, Class::Address));
            match run.or_else(|| latin_word(text, at)) {
                Some((end, class)) => {
                    at = end;
                    emit(Piece { start, end, class, shape: shape(&text[start..end]), gap });
                }
                None => {
                    at = foreign(text, start, gap, &mut emit);
                }
            }
        } else if is_foreign(first) {
            at = foreign(text, start, gap, &mut emit);
        } else {
            let (end, class) = sign(text, bytes, at, gap);
            at = end;
            emit(Piece { start, end, class, shape: Shape::None, gap });
        }
        gap = Gap::None;
    }
}

fn char_at(text: &str, at: usize) -> char {
    let byte = text.as_bytes()[at];
    if byte < 0x80 { byte as char } else { text[at..].chars().next().unwrap_or('\0') }
}

/// Kind and length in bytes of the white space at a position; 0 when there is none. A line break swallows the white
/// space after it, so that blank lines are seen as one.
fn white_space(text: &str, at: usize) -> (Gap, usize) {
    let bytes = text.as_bytes();
    let mut breaks = 0;
    let mut end = at;
    while end < bytes.len() {
        match bytes[end] {
            b' ' | b'\t' => end += 1,
            b'\n' => {
                breaks += 1;
                end += 1;
            }
            b'\r' => {
                breaks += 1;
                end += if bytes.get(end + 1) == Some(&b'\n') { 2 } else { 1 };
            }
            0x0b | 0x0c => {
                breaks += 2;
                end += 1;
            }
            byte if byte < 0x20 || byte == 0x7f => end += 1,
            byte if byte < 0x80 => break,
            _ => match char_at(text, end) {
                '\u{2028}' | '\u{85}' => {
                    breaks += 1;
                    end += char_at(text, end).len_utf8();
                }
                '\u{2029}' => {
                    breaks += 2;
                    end += 3;
                }
                c if c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{80}'..='\u{9f}') => end += c.len_utf8(),
                _ => break,
            },
        }
    }
    (
        if breaks > 1 {
            Gap::Blank
        } else if breaks == 1 {
            Gap::Line
        } else {
            Gap::Space
        },
        end - at,
    )
}

/// Whether a stretch of text holds no token.
#[cfg(test)]
pub fn is_blank(text: &str) -> bool {
    let mut at = 0;
    while at < text.len() {
        let (_, length) = white_space(text, at);
        if length == 0 {
            return false;
        }
        at += length;
    }
    true
}

/// Letters of the Latin script.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (('\u{aa}'..='\u{2af}').contains(&c) && c.is_alphabetic()) || (('\u{1e00}'..='\u{1eff}').contains(&c))
}

/// Characters that never stand alone: combining marks, joiners, soft hyphens.
fn is_extend(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}')
}

fn is_word_start(c: char) -> bool {
    c.is_ascii_digit() || is_latin(c) || c == '_'
}

/// Letters and digits of other scripts, which the Unicode crate splits.
fn is_foreign(c: char) -> bool {
    c >= '\u{300}' && !is_latin(c) && (c.is_alphanumeric() || is_extend(c) || c > '\u{ffff}')
}

/// The end of a Latin word or number by UAX #29; `None` when it runs into another script.
fn latin_word(text: &str, start: usize) -> Option<(usize, Class)> {
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
            if !joins || (c == '\'' && text[end..].starts_with('\'')) {
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

/// Bytes behind which a run is no address any more.
const LONGEST_ADDRESS: usize = 2048;

/// The end of a URL or mail address that starts here.
fn address_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = start;
    let mut at_sign = false;
    let mut marked = bytes[start..].get(..4).is_some_and(|w| w.eq_ignore_ascii_case(b"www."));
    if !bytes[start].is_ascii_alphanumeric() {
        return None;
    }
    while end < bytes.len() {
        match bytes[end] {
            b'@' => {
                if at_sign || end == start || !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric) {
                    break;
                }
                at_sign = true;
                marked = true;
            }
            b':' => {
                let scheme = bytes[end..].starts_with(b"://");
                let mail = bytes[start..end].eq_ignore_ascii_case(b"mailto");
                if !(scheme || mail || marked && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)) {
                    break;
                }
                marked |= scheme || mail;
            }
            b'/' | b'?' | b'=' | b'&' | b'#' | b'%' | b'~' | b'+' if !marked => {
                // "name+tag@host" is rare; a slash needs a host before it
                break;
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' | b'/' | b'?' | b'=' | b'&' | b'#' | b'%' | b'~' | b'+' => {}
            byte if byte >= 0x80 && marked && is_latin(char_at(text, end)) => {
                end += char_at(text, end).len_utf8() - 1;
            }
            _ => break,
        }
        end += 1;
        // an unmarked run is only followed as far as a local part or scheme can reach
        if !marked && end - start > 64 {
            return None;
        }
        // no address is so long, and giving up only at the end of a run without a dot would take quadratic time
        if end - start > LONGEST_ADDRESS {
            return None;
        }
    }
    if !marked {
        return None;
    }
    while end > start && matches!(bytes[end - 1], b'.' | b'-' | b'?' | b'&' | b'=' | b'#' | b'_') {
        end -= 1;
    }
    let found = &text[start..end];
    let host = found.find("://").map_or(found, |at| &found[at + 3..]);
    (host.contains('.') || found.starts_with("mailto:")).then_some(end)
}

/// A run with letters of other scripts, up to the next white space, split by the Unicode crate.
fn foreign(text: &str, start: usize, gap: Gap, emit: &mut impl FnMut(Piece)) -> usize {
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
            sign(text, text.as_bytes(), at, gap).1
        };
        emit(Piece { start: at, end: at + word.len(), class, shape: shape(word), gap });
        at += word.len();
        gap = Gap::None;
    }
    run
}

/// Punctuation and symbols.
fn sign(text: &str, bytes: &[u8], at: usize, gap: Gap) -> (usize, Class) {
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
