//! UTF-8 that somebody read as Windows-1252 before it came here: `fÃ¼r` for "für", `â€ž` for "„".

use encoding_rs::WINDOWS_1252;
use std::borrow::Cow;

/// Places where characters stand for the bytes of one other character, and the text with those put right.
///
/// A place is a run of characters that Windows-1252 writes as high bytes and that are valid UTF-8 as bytes; it is
/// counted when it gives a letter or mark of European languages. What has been spoiled twice is mended twice.
pub fn mended(text: &str) -> Option<(usize, String)> {
    let (places, once) = mend_once(text)?;
    Some(mend_once(&once).map_or((places, once.clone()), |(_, twice)| (places, twice)))
}

fn mend_once(text: &str) -> Option<(usize, String)> {
    // every lead byte of the characters in question is one of these
    if !text.contains(['Ã', 'â', 'Â', 'Å', 'Ä']) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let (mut places, mut rest) = (0, text);
    while let Some(first) = rest.chars().next() {
        if let Some((character, used)) = spoiled(rest) {
            out.push(character);
            places += 1;
            rest = &rest[used..];
        } else {
            let next = rest[first.len_utf8()..].find(['Ã', 'â', 'Â', 'Å', 'Ä']).map_or(rest.len(), |at| at + first.len_utf8());
            out.push_str(&rest[..next]);
            rest = &rest[next..];
        }
    }
    (places > 0).then_some((places, out))
}

/// The character that the text's beginning stands for, and the bytes it takes there.
fn spoiled(text: &str) -> Option<(char, usize)> {
    let lead = byte(text.chars().next()?)?;
    let length = match lead {
        0xc2..=0xc5 => 2,
        0xe2 => 3,
        _ => return None,
    };
    let mut bytes = [0; 3];
    let mut used = 0;
    for (slot, character) in bytes[..length].iter_mut().zip(text.chars()) {
        *slot = byte(character)?;
        used += character.len_utf8();
    }
    let character = std::str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
    // only what Windows-1252 can write itself: "Ä“" may well be what somebody wrote, and no "ē"
    let known = byte(character).is_some_and(|byte| byte >= 0x80);
    (known && used > 0).then_some((character, used))
}

/// The byte that a character was read from.
fn byte(character: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(character)) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = WINDOWS_1252.encode(character.encode_utf8(&mut buffer));
    match (unmappable, bytes) {
        (false, Cow::Borrowed(&[byte])) => Some(byte),
        (false, Cow::Owned(bytes)) if bytes.len() == 1 => Some(bytes[0]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoil(text: &str) -> String {
        WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn what_was_spoiled_once_or_twice_is_mended() {
        let text = "„Größe für alle“, sagt Ça – für 5 €…";
        assert_eq!(mended(&spoil(text)).map(|(_, text)| text).as_deref(), Some(text));
        assert_eq!(mended(&spoil(&spoil(text))).map(|(_, text)| text).as_deref(), Some(text));
        let latin1: String = text.bytes().map(char::from).collect();
        assert_eq!(mended(&latin1).map(|(_, text)| text).as_deref(), Some(text));
    }

    #[test]
    fn good_text_is_left_alone() {
        for good in ["Größe für alle", "„Ärzte und Ämter“", "Château, âge, São Paulo", "Ä", "Å", "", "MÄRZ“", "Â ja"] {
            assert_eq!(mended(good), None, "{good}");
        }
    }

    #[test]
    fn half_spoiled_text_is_mended_where_it_is() {
        assert_eq!(mended("Grüße fÃ¼r alle"), Some((1, "Grüße für alle".to_owned())));
    }
}
