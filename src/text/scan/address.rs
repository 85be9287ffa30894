//! URLs and mail addresses.

use super::char_at;
use super::word::is_latin;

/// Farthest behind the start of a run that its `@` or scheme can stand.
const LOCAL: usize = 64;

/// Where the next `@` is, found once for all words before it.
#[derive(Debug)]
pub(super) struct Signs<'t> {
    text: &'t str,
    next: usize,
}

impl<'t> Signs<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Signs { text, next: text.find('@').unwrap_or(usize::MAX) }
    }

    /// The first byte, from a position on, at which a mail address can start.
    pub(super) fn earliest(&mut self, start: usize) -> usize {
        if self.next < start {
            self.next = self.text[start..].find('@').map_or(usize::MAX, |offset| start + offset);
        }
        self.next.saturating_sub(LOCAL)
    }
}

/// Bytes behind which a run is no address any more.
const LONGEST_ADDRESS: usize = 2048;

/// The end of a URL or mail address that starts here.
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = start;
    let mut at_sign = false;
    let mut marked = bytes[start..].get(..5).is_some_and(|w| w[..4].eq_ignore_ascii_case(b"www.") && (w[4].is_ascii_alphanumeric() || w[4] >= 0x80));
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
                let scheme = bytes[end..].starts_with(b"://") && (marked || bytes[start..end].iter().all(u8::is_ascii_alphanumeric));
                let mail = bytes[start..end].eq_ignore_ascii_case(b"mailto") && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
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
        if !marked && end - start > LOCAL {
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
