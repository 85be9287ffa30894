//! What bytes are, by what they say of themselves and never by a file's name.

use super::encoding;
use super::unpack::csv;
use super::unpack::fields::FieldNames;

/// Bytes of a beginning that are looked at.
pub const HEAD: usize = 64 << 10;

/// What bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// gzip data.
    Gzip,
    /// bzip2 data.
    Bzip2,
    /// Zstandard data.
    Zstd,
    /// xz data.
    Xz,
    /// A tar archive.
    Tar,
    /// A ZIP archive, perhaps an office document.
    Zip,
    /// A mailbox.
    Mbox,
    /// A web archive.
    Warc,
    /// JSON Lines.
    JsonLines,
    /// A JSON array, or JSON objects one after another.
    Json,
    /// A Parquet file.
    Parquet,
    /// Rows of fields, with the byte between them.
    Csv(u8),
    /// An RSS or Atom feed.
    Feed,
    /// NewsML or NITF.
    News,
    /// A single release.
    Leaf(Leaf),
    /// Something that is not read.
    Other(&'static str),
}

/// Formats of single releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaf {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A mail.
    Mail,
    /// A PDF.
    Pdf,
    /// A Word document.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// Rich Text Format.
    Rtf,
}

/// Beginnings that tell a format.
const MAGIC: [(&[u8], Kind); 25] = [
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"\x1f\x8b", Kind::Gzip),
    (b"\x28\xb5\x2f\xfd", Kind::Zstd),
    (b"\xfd7zXZ\0", Kind::Xz),
    (b"{\\rtf", Kind::Leaf(Leaf::Rtf)),
    (b"WARC/", Kind::Warc),
    (b"\xd0\xcf\x11\xe0", Kind::Other("an old Office document or an Outlook message")),
    (b"\x89PNG", Kind::Other("a PNG picture")),
    (b"\xff\xd8\xff", Kind::Other("a JPEG picture")),
    (b"GIF8", Kind::Other("a GIF picture")),
    (b"II*\0", Kind::Other("a TIFF picture")),
    (b"MM\0*", Kind::Other("a TIFF picture")),
    (b"RIFF", Kind::Other("a picture, sound or film")),
    (b"ID3", Kind::Other("an MP3 sound")),
    (b"OggS", Kind::Other("an Ogg sound")),
    (b"%!PS", Kind::Other("a PostScript file")),
    (b"PAR1", Kind::Parquet),
    (b"PARE", Kind::Other("an encrypted Parquet file")),
    (b"SQLite format 3\0", Kind::Other("an SQLite database")),
    (b"7z\xbc\xaf\x27\x1c", Kind::Other("a 7z archive")),
    (b"Rar!", Kind::Other("a RAR archive")),
    (b"\x7fELF", Kind::Other("a program")),
    (b"wOF", Kind::Other("a font")),
    (b"BM\0\0\0\0", Kind::Other("a BMP picture")),
];

/// Tells what bytes are from their beginning (up to [`HEAD`] bytes). `fields` are the user's own field names, by which a
/// table is known as one.
pub fn detect(head: &[u8], fields: &FieldNames) -> Kind {
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return *kind;
    }
    if head.len() > 10 && head.starts_with(b"BZh") && head[3].is_ascii_digit() && (head[4..].starts_with(b"1AY&SY") || head[4..].starts_with(b"\x17rE8P\x90")) {
        return Kind::Bzip2;
    }
    if is_tar(head) {
        return Kind::Tar;
    }
    if head.get(4..8) == Some(b"ftyp") {
        return Kind::Other("a film or a HEIC picture");
    }
    if head[..head.len().min(1024)].windows(5).any(|five| five == b"%PDF-") {
        return Kind::Leaf(Leaf::Pdf);
    }
    let text = encoding::beginning(head);
    let text = text.trim_start_matches('\u{feff}');
    of_text(text, fields)
}

/// A tar header says the sum of its own bytes.
fn is_tar(head: &[u8]) -> bool {
    let Some(header) = head.get(..512) else { return false };
    let field = std::str::from_utf8(&header[148..156]).unwrap_or("").trim_matches(['\0', ' ']);
    let Ok(said) = u32::from_str_radix(field, 8) else { return false };
    let sum: u32 = header.iter().enumerate().map(|(at, &byte)| if (148..156).contains(&at) { 32 } else { u32::from(byte) }).sum();
    said == sum && header[0] != 0
}

fn of_text(text: &str, fields: &FieldNames) -> Kind {
    let trimmed = text.trim_start();
    if trimmed.starts_with('<')
        && let Some(kind) = of_markup(trimmed)
    {
        return kind;
    }
    if let Some(kind) = of_json(trimmed) {
        return kind;
    }
    if text.starts_with("From ") && text.split_once('\n').is_some_and(|(_, rest)| mail_headers(rest) >= 1) {
        return Kind::Mbox;
    }
    if mail_headers(text) >= 2 {
        return Kind::Leaf(Leaf::Mail);
    }
    if let Some(delimiter) = csv::delimiter(text, fields) {
        return Kind::Csv(delimiter);
    }
    Kind::Leaf(if is_markdown(text) { Leaf::Markdown } else { Leaf::Text })
}

/// A feed, a news document, a web page, or other XML by its first element.
fn of_markup(text: &str) -> Option<Kind> {
    let is_xml = text.starts_with("<?xml");
    let name = first_element(text)?;
    let local = name.rsplit(':').next().unwrap_or(&name);
    Some(match local {
        "rss" | "feed" | "rdf" => Kind::Feed,
        "nitf" | "newsitem" | "newsmessage" | "newsml" => Kind::News,
        "html" | "head" | "body" | "title" | "meta" | "p" | "div" | "h1" | "h2" | "h3" | "article" | "main" | "section" | "table" | "ul" | "span" | "br"
        | "b" | "strong" | "center" | "font" | "header" | "link" | "script" | "style" | "a" | "img" => Kind::Leaf(Leaf::Html),
        "svg" => Kind::Other("an SVG picture"),
        _ if is_xml => Kind::Other("an XML document of a kind that is not read"),
        _ => return None,
    })
}

/// Name of the first element (or of the doctype), in lower case; comments and processing instructions are passed over.
fn first_element(mut text: &str) -> Option<String> {
    loop {
        text = text.trim_start();
        let rest = text.strip_prefix('<')?;
        if let Some(comment) = rest.strip_prefix("!--") {
            text = &comment[comment.find("-->")? + 3..];
        } else if rest.starts_with('?') {
            text = &rest[rest.find('>')? + 1..];
        } else if rest.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("!doctype")) {
            if rest[8..].trim_start().get(..4).is_some_and(|word| word.eq_ignore_ascii_case("html")) {
                return Some("html".to_owned());
            }
            // an internal subset has elements of its own
            let (close, subset) = (rest.find('>')?, rest.find('['));
            let end = subset.filter(|&open| open < close).map_or(Some(close), |_| rest.find("]>").map(|at| at + 1))?;
            text = &rest[end + 1..];
        } else {
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, ':' | '-' | '_' | '.')).collect();
            let delimited = rest[name.len()..].starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
            return (!name.is_empty() && delimited).then(|| name.to_lowercase());
        }
    }
}

fn of_json(text: &str) -> Option<Kind> {
    let is_object = |text: &str| text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}']));
    if is_object(text) {
        let line = text.lines().next().unwrap_or(text);
        // a line that is cut off where the beginning ends is one line all the same
        let whole = serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok() || line.len() == text.len();
        return Some(if whole { Kind::JsonLines } else { Kind::Json });
    }
    text.strip_prefix('[').is_some_and(|rest| is_object(rest.trim_start())).then_some(Kind::Json)
}

/// How many of a mail's well-known header lines the text begins with.
fn mail_headers(text: &str) -> usize {
    const NAMES: [&str; 18] = [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "received",
        "return-path",
        "message-id",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
        "delivered-to",
        "reply-to",
        "sender",
        "x-mailer",
        "user-agent",
        "dkim-signature",
        "x-priority",
    ];
    let mut known = 0;
    for line in text.lines().take(200) {
        if line.starts_with([' ', '\t']) && known > 0 {
            continue;
        }
        let Some((name, _)) = line.split_once(':').filter(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic())) else { break };
        known += usize::from(NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)));
    }
    known
}

/// Markdown has headings with number signs and, beside them, links, emphasis or further headings; one alone may be plain text.
fn is_markdown(text: &str) -> bool {
    let mut marks = 0;
    let mut headings = 0;
    for line in text.lines().take(400) {
        let bare = line.trim_start_matches('#');
        let depth = line.len() - bare.len();
        if (1..=6).contains(&depth) && bare.starts_with(' ') && !bare.trim().is_empty() {
            headings += 1;
        }
        marks += usize::from(line.contains("](http") || line.contains("](/") || line.contains("](mailto:"));
        marks += usize::from(line.match_indices("**").count() >= 2);
    }
    headings >= 2 || (headings == 1 && marks >= 1) || marks >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(bytes: &[u8]) -> Kind {
        detect(bytes, &FieldNames::default())
    }

    #[test]
    fn formats_are_told_by_their_contents() {
        let table: [(&str, Kind); 32] = [
            ("Die Stadt Beispielheim teilte mit, sie sei stolz.", Kind::Leaf(Leaf::Text)),
            ("", Kind::Leaf(Leaf::Text)),
            ("<3 Herz für alle", Kind::Leaf(Leaf::Text)),
            ("<!DOCTYPE html><html lang=de>", Kind::Leaf(Leaf::Html)),
            ("<!-- x --><HTML><body>", Kind::Leaf(Leaf::Html)),
            ("\u{feff}<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML\"><html>", Kind::Leaf(Leaf::Html)),
            ("<p>Text</p>", Kind::Leaf(Leaf::Html)),
            ("<?xml version='1.0'?><rss version=\"2.0\"><channel>", Kind::Feed),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", Kind::Feed),
            ("<rdf:RDF xmlns:rdf=\"x\">", Kind::Feed),
            ("<?xml version=\"1.0\"?><!-- a --><nitf>", Kind::News),
            ("<!DOCTYPE nitf SYSTEM \"nitf.dtd\"><nitf>", Kind::News),
            ("<newsItem guid=\"x\">", Kind::News),
            ("<n:newsMessage xmlns:n=\"x\">", Kind::News),
            ("<?xml version=\"1.0\"?><invoice>", Kind::Other("an XML document of a kind that is not read")),
            ("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", Kind::JsonLines),
            ("{\"text\": \"a\"}", Kind::JsonLines),
            ("{\n  \"text\": \"a\"\n}", Kind::Json),
            ("[{\"text\": \"a\"}]", Kind::Json),
            ("[\n {\n", Kind::Leaf(Leaf::Text)),
            ("{Anmerkung} Text", Kind::Leaf(Leaf::Text)),
            ("From x@y.de Mon Jan  1 00:00:00 2024\nSubject: a\n\nb", Kind::Mbox),
            ("From the start: this is text\nand more", Kind::Leaf(Leaf::Text)),
            ("Return-Path: <a@b.de>\r\nReceived: from x\r\n\tby y\r\nSubject: z\r\n\r\nText", Kind::Leaf(Leaf::Mail)),
            ("Datum: 3. Mai\nThema: Preis\n\nText", Kind::Leaf(Leaf::Text)),
            ("# Preis\n\nText mit [Link](https://x.de)\n", Kind::Leaf(Leaf::Markdown)),
            ("# Preis\n\n## Zweites\n\nText", Kind::Leaf(Leaf::Markdown)),
            ("#Beispiel ist ein Schlagwort\n* Punkt\n* Punkt", Kind::Leaf(Leaf::Text)),
            ("{\\rtf1\\ansi Text}", Kind::Leaf(Leaf::Rtf)),
            ("%PDF-1.4", Kind::Leaf(Leaf::Pdf)),
            ("WARC/1.0\r\nWARC-Type: response", Kind::Warc),
            ("id;text\n1;Die Stadt\n", Kind::Csv(b';')),
        ];
        for (text, expected) in table {
            assert_eq!(kind(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn binary_beginnings() {
        assert_eq!(kind(b"PK\x03\x04rest"), Kind::Zip);
        assert_eq!(kind(b"\x1f\x8b\x08"), Kind::Gzip);
        assert_eq!(kind(b"BZh91AY&SYxxxx"), Kind::Bzip2);
        assert_eq!(kind(b"BZh ist ein Wort"), Kind::Leaf(Leaf::Text));
        assert_eq!(kind(b"\x89PNG\r\n"), Kind::Other("a PNG picture"));
        let utf16: Vec<u8> = "<html><body>Größe".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kind(&utf16), Kind::Leaf(Leaf::Html));
    }
}
