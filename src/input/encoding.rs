//! Bytes → text, whatever encoding the last thirty years wrote it in.
//!
//! In this order: a byte order mark; UTF-16 by its NULs; UTF-8 when it is valid, or nearly so; else an 8-bit encoding:
//! ISO-8859-15 and Windows-1252 are told apart by the bytes that only one of them uses, those of old DOS and Macintosh texts by
//! where the umlauts stand, others by the guesser of browsers.

use super::{InputError, codepage};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that are looked at for guesses.
const LOOK: usize = 64 << 10;

/// A decoded text.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Name of the encoding.
    pub encoding: &'static str,
    /// What was odd: code and message.
    pub warnings: Vec<(&'static str, String)>,
}

/// Decodes a file's bytes.
///
/// # Errors
/// Bytes that are no text in any encoding.
pub fn decode(bytes: &[u8]) -> Result<Decoded, InputError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let name = if encoding == UTF_8 { "UTF-8-BOM" } else { encoding.name() };
        return Ok(with(encoding, name, &bytes[mark..]));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(with(encoding, encoding.name(), bytes));
    }
    refuse_binary(bytes)?;
    match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text: text.to_owned(), encoding: "UTF-8", warnings: vec![] }),
        Err(_) if mostly_utf8(bytes) => return Ok(with(UTF_8, "UTF-8", bytes)),
        Err(_) => {}
    }
    match codepage::detect(&bytes[..bytes.len().min(LOOK)]) {
        Some(codepage::Old::Dos) => return Ok(Decoded { text: codepage::dos(bytes), encoding: "IBM850", warnings: vec![] }),
        Some(codepage::Old::Mac) => return Ok(with(MACINTOSH, MACINTOSH.name(), bytes)),
        None => {}
    }
    let (encoding, name) = eight_bit(bytes);
    Ok(with(encoding, name, bytes))
}

/// Decodes bytes whose format or transport declares an encoding. What the bytes themselves show goes first: a byte order
/// mark, UTF-16's NULs, valid UTF-8; pages that declare another encoding than they have are common.
///
/// # Errors
/// Bytes that are no text in any encoding.
pub fn decode_declared(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, InputError> {
    let known = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes())).filter(|known| known.is_ascii_compatible() && *known != UTF_8);
    match known {
        Some(known) if Encoding::for_bom(bytes).is_none() && is_utf16(bytes).is_none() && std::str::from_utf8(bytes).is_err() => {
            refuse_binary(bytes)?;
            Ok(with(known, known.name(), bytes))
        }
        _ => decode(bytes),
    }
}

/// The encoding an XML declaration names.
pub fn xml_declaration(bytes: &[u8]) -> Option<&str> {
    let head = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = head.get(..head.len().min(200)).filter(|head| head.starts_with(b"<?xml"))?;
    let end = head.iter().position(|&byte| byte == b'>')?;
    let declaration = std::str::from_utf8(&head[..end]).ok()?;
    quoted(declaration.split_once("encoding")?.1)
}

/// The encoding a web page's `meta` names.
pub fn meta_charset(bytes: &[u8]) -> Option<&str> {
    let mut rest = &bytes[..bytes.len().min(4096)];
    while let Some(at) = rest.windows(7).position(|seven| seven.eq_ignore_ascii_case(b"charset")) {
        rest = &rest[at + 7..];
        let ascii = rest.iter().take(60).take_while(|byte| byte.is_ascii()).count();
        if let Some(label) = std::str::from_utf8(&rest[..ascii]).ok().and_then(quoted).filter(|label| Encoding::for_label(label.as_bytes()).is_some()) {
            return Some(label);
        }
    }
    None
}

/// The word behind an equals sign, with or without quotation marks.
fn quoted(text: &str) -> Option<&str> {
    let value = text.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    value.split(['"', '\'', ' ', ';', '>', '/', '?']).next().filter(|label| !label.is_empty())
}

/// A beginning as text, whatever is cut off at its end; nothing for data.
pub fn beginning(head: &[u8]) -> String {
    decode(head).map_or_else(|_| String::new(), |decoded| decoded.text)
}

/// UTF-16, with or without a byte order mark.
pub fn is_utf16(head: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(head).map(|(encoding, _)| encoding).filter(|encoding| *encoding != UTF_8).or_else(|| utf16_without_mark(head))
}

fn with(encoding: &'static Encoding, name: &'static str, bytes: &[u8]) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let mut warnings = Vec::new();
    if broken {
        let count = text.matches('\u{fffd}').count();
        warnings.push(("undecodable-bytes", format!("{count} places could not be decoded as {name}; each is U+FFFD in the text")));
    }
    Decoded { text: text.into_owned(), encoding: name, warnings }
}

/// UTF-16 without a byte order mark: every other byte of Latin text is NUL.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let seen = &bytes[..bytes.len().min(LOOK) & !1];
    let pairs = seen.len() / 2;
    let nuls = |parity: usize| seen.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    if pairs < 4 {
        return None;
    }
    let (even, odd) = (nuls(0), nuls(1));
    if odd * 10 > pairs * 7 && even * 20 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 7 && odd * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Text has few control characters; a tenth and more means data. Stray ones are white space to the analyzer.
fn refuse_binary(bytes: &[u8]) -> Result<(), InputError> {
    let seen = &bytes[..bytes.len().min(LOOK)];
    let controls = seen.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)).count();
    if controls > 16 && controls * 10 > seen.len() {
        return Err(InputError::Binary { controls, seen: seen.len() });
    }
    Ok(())
}

/// Whether the bytes are UTF-8 with a few broken places: at least ten good multi-byte characters for each bad one.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes[..bytes.len().min(LOOK)].utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad * 10
}

/// An 8-bit encoding. Windows-1252 has its typographic marks at 0x80–0x9F, where the ISO encodings have nothing; without
/// those, 0xA4 before or after a number is ISO-8859-15's euro sign (it is "¤" in the others, which nobody writes).
fn eight_bit(bytes: &[u8]) -> (&'static Encoding, &'static str) {
    let seen = &bytes[..bytes.len().min(LOOK)];
    let high: usize = seen.iter().filter(|&&byte| byte >= 0x80).count();
    // letters of German and French, and the typographic marks of Windows-1252
    let expected = seen
        .iter()
        .filter(|&&b| matches!(b, 0xc0..=0xff | 0x80 | 0x82 | 0x84 | 0x85 | 0x8a | 0x8b | 0x8c | 0x91..=0x97 | 0x99..=0x9b | 0xa0 | 0xa4 | 0xa7 | 0xa9 | 0xab | 0xad | 0xae | 0xb0 | 0xb2..=0xb4 | 0xb7 | 0xbb..=0xbe))
        .count();
    if expected * 10 < high * 8 {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(seen, true);
        let guess = detector.guess(Some(b"de"), Utf8Detection::Deny);
        return (guess, guess.name());
    }
    if seen.iter().any(|byte| (0x80..0xa0).contains(byte)) {
        return (WINDOWS_1252, "windows-1252");
    }
    let euro =
        seen.windows(3).any(|w| (w[1] == 0xa4 && (w[0].is_ascii_digit() || w[0] == b' ' || w[2].is_ascii_digit())) || (w[2] == 0xa4 && w[0].is_ascii_digit()));
    if euro { (ISO_8859_15, "ISO-8859-15") } else { (WINDOWS_1252, "ISO-8859-1") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "„Größe zählt“, sagt Ça – für 5 € in Köln.";

    fn encoding_of(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes).expect("is text");
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn utf8_with_and_without_mark() {
        assert_eq!(encoding_of(TEXT.as_bytes()), (TEXT.to_owned(), "UTF-8"));
        assert_eq!(encoding_of(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat()), (TEXT.to_owned(), "UTF-8-BOM"));
    }

    #[test]
    fn utf16_of_both_orders_with_and_without_mark() {
        let units: Vec<u16> = TEXT.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
        assert_eq!(encoding_of(&[b"\xff\xfe", little.as_slice()].concat()), (TEXT.to_owned(), "UTF-16LE"));
        assert_eq!(encoding_of(&[b"\xfe\xff", big.as_slice()].concat()), (TEXT.to_owned(), "UTF-16BE"));
        assert_eq!(encoding_of(&little), (TEXT.to_owned(), "UTF-16LE"));
        assert_eq!(encoding_of(&big), (TEXT.to_owned(), "UTF-16BE"));
    }

    #[test]
    fn windows_and_iso_are_told_apart() {
        let (windows, ..) = WINDOWS_1252.encode(TEXT);
        assert_eq!(encoding_of(&windows), (TEXT.to_owned(), "windows-1252"));
        let plain = "Größe zählt für 5 Euro in Köln";
        let (latin1, ..) = WINDOWS_1252.encode(plain);
        assert_eq!(encoding_of(&latin1), (plain.to_owned(), "ISO-8859-1"));
        let euro = "Größe zählt für 5 € in Köln";
        let (latin9, ..) = ISO_8859_15.encode(euro);
        assert_eq!(encoding_of(&latin9), (euro.to_owned(), "ISO-8859-15"));
    }

    #[test]
    fn a_few_broken_bytes_leave_utf8_what_it_is() {
        let mut bytes = "ä ö ü ß ä ö ü ß ä ö ü ß ä ö".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes).expect("is text");
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.warnings[0].0, "undecodable-bytes");
    }

    #[test]
    fn declared_encodings_hold_unless_the_bytes_say_otherwise() {
        let (mac, ..) = encoding_rs::MACINTOSH.encode("Größe");
        assert_eq!(decode_declared(&mac, Some("macintosh")).map(|d| d.text), Ok("Größe".to_owned()));
        assert_eq!(decode_declared("Größe".as_bytes(), Some("iso-8859-1")).map(|d| d.text), Ok("Größe".to_owned()));
        assert_eq!(decode_declared(b"Gr\xf6\xdfe", Some("utf-8")).map(|d| d.text), Ok("Größe".to_owned()));
        assert_eq!(xml_declaration(b"<?xml version='1.0' encoding='ISO-8859-15'?><a/>"), Some("ISO-8859-15"));
        assert_eq!(meta_charset(b"<meta http-equiv=content-type content=\"text/html; charset=windows-1252\">"), Some("windows-1252"));
        assert_eq!(meta_charset(b"<meta charset=utf-8>"), Some("utf-8"));
        assert_eq!(meta_charset(b"<p>the charset is = unknown"), None);
    }

    #[test]
    fn data_is_refused() {
        let bytes: Vec<u8> = (0..4096u32).map(|n| (n * 7 % 31) as u8).collect();
        assert!(matches!(decode(&bytes), Err(InputError::Binary { .. })));
    }
}
