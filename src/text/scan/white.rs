//! White space and what counts as such.

use super::{Gap, char_at};

/// Kind and length in bytes of the white space at a position; 0 when there is none. A line break swallows the white
/// space after it, so that blank lines are seen as one.
pub(super) fn white_space(text: &str, at: usize) -> (Gap, usize) {
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
pub(crate) fn is_blank(text: &str) -> bool {
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
