//! Rich Text Format → text.

use super::Converted;
use crate::input::{InputError, Metadata};
use encoding_rs::{Encoding, WINDOWS_1252};

/// Groups that hold no text of the document.
const SILENT: [&str; 26] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "annotation",
    "fldinst",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "generator",
    "themedata",
    "datastore",
    "latentstyles",
    "xmlnstbl",
];

/// Groups deeper than this are taken for part of the group around them.
const DEEPEST: usize = 1000;

#[derive(Clone, Copy)]
struct Group {
    silent: bool,
    title: bool,
    author: bool,
    /// Characters that stand behind a `\u` for readers that do not know it.
    fallback: usize,
}

/// The text of a document.
pub(super) fn rtf(bytes: &[u8]) -> Result<Converted, InputError> {
    let mut reader =
        Rtf { bytes, at: 0, encoding: WINDOWS_1252, pending: Vec::new(), words: String::new(), paragraphs: Vec::new(), metadata: Metadata::default() };
    reader.read();
    let text = reader.text();
    Ok(Converted { text, encoding: None, metadata: reader.metadata, warnings: vec![] })
}

struct Rtf<'b> {
    bytes: &'b [u8],
    at: usize,
    encoding: &'static Encoding,
    /// Bytes of the document's code page that are not yet decoded.
    pending: Vec<u8>,
    words: String,
    paragraphs: Vec<String>,
    metadata: Metadata,
}

impl Rtf<'_> {
    fn read(&mut self) {
        let mut groups = vec![Group { silent: false, title: false, author: false, fallback: 1 }];
        let mut beyond = 0_usize;
        let mut skip = 0_usize;
        // a group's first word may say that all of it can be left out
        let mut star = false;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            let Some(group) = groups.last().copied() else { break };
            match byte {
                b'{' => {
                    self.flush();
                    if groups.len() < DEEPEST {
                        groups.push(group)
                    } else {
                        beyond += 1
                    }
                    skip = 0;
                }
                b'}' => {
                    self.flush();
                    if group.title || group.author {
                        let words = std::mem::take(&mut self.words);
                        if group.title { self.metadata.title = Some(words) } else { self.metadata.author = Some(words) }
                    }
                    if beyond > 0 {
                        beyond -= 1;
                    } else if groups.len() > 1 {
                        groups.pop();
                    }
                    skip = 0;
                }
                b'\r' | b'\n' => {}
                b'\\' => {
                    let Some(&next) = self.bytes.get(self.at) else { break };
                    let heard = !group.silent || group.title || group.author;
                    if next == b'\'' {
                        let code = self.bytes.get(self.at + 1..self.at + 3).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
                        self.at = (self.at + 3).min(self.bytes.len());
                        if skip > 0 {
                            skip -= 1;
                        } else if let Some(code) = code.filter(|_| heard) {
                            self.pending.push(code);
                        }
                    } else if next.is_ascii_alphabetic() {
                        let (word, number) = self.control();
                        if let Some(group) = groups.last_mut() {
                            if star || SILENT.contains(&word.as_str()) {
                                // what a field shows is its result
                                group.silent |= !matches!(word.as_str(), "shppict" | "fldrslt" | "shptxt");
                            }
                            group.title |= word == "title";
                            group.author |= word == "author";
                            if word == "uc" {
                                group.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(0);
                            }
                        }
                        star = false;
                        if word == "u" {
                            if heard {
                                self.unicode(number.unwrap_or(0));
                            }
                            skip = group.fallback;
                        } else if word == "bin" {
                            self.at = self.at.saturating_add(usize::try_from(number.unwrap_or(0)).unwrap_or(0)).min(self.bytes.len());
                        } else if heard {
                            self.word(&word, number);
                        }
                    } else {
                        self.at += 1;
                        let symbol = match next {
                            b'~' => "\u{a0}",
                            b'_' => "-",
                            b'{' => "{",
                            b'}' => "}",
                            b'\\' => "\\",
                            _ => "",
                        };
                        star |= next == b'*';
                        if skip > 0 && !symbol.is_empty() {
                            skip -= 1;
                        } else if matches!(next, b'\r' | b'\n') && heard {
                            self.word("par", None);
                        } else if heard {
                            self.push(symbol);
                        }
                    }
                }
                _ if skip > 0 => skip -= 1,
                byte if !group.silent || group.title || group.author => self.pending.push(byte),
                _ => {}
            }
        }
        self.word("par", None);
    }

    /// A control word and its number; the space behind it belongs to it.
    fn control(&mut self) -> (String, Option<i64>) {
        let rest = &self.bytes[self.at..];
        let letters = rest.iter().take(32).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let minus = usize::from(rest.get(letters) == Some(&b'-'));
        let digits = rest[letters + minus..].iter().take(12).take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(&rest[letters..letters + minus + digits]).ok().and_then(|number| number.parse().ok());
        let end = if digits > 0 { letters + minus + digits } else { letters };
        self.at += end + usize::from(rest.get(end) == Some(&b' '));
        (String::from_utf8_lossy(&rest[..letters]).into_owned(), number)
    }

    fn word(&mut self, word: &str, number: Option<i64>) {
        let symbol = match word {
            "par" | "sect" | "page" | "row" => {
                self.flush();
                let words = std::mem::take(&mut self.words);
                self.paragraphs.push(words.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{1}', "\n"));
                return;
            }
            "line" => "\u{1}",
            "tab" | "cell" => " ",
            "emdash" => "—",
            "endash" => "–",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "ansicpg" => {
                let label = format!("windows-{}", number.unwrap_or(1252));
                self.encoding = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
                return;
            }
            "mac" => {
                self.encoding = encoding_rs::MACINTOSH;
                return;
            }
            _ => return,
        };
        self.push(symbol);
    }

    /// A UTF-16 unit; pairs of them are joined when the text is made.
    fn unicode(&mut self, unit: i64) {
        self.flush();
        let unit = u16::try_from(unit.rem_euclid(0x1_0000)).unwrap_or(0);
        match char::from_u32(u32::from(unit)) {
            Some(c) => self.words.push(c),
            None => {
                // half of a pair: kept in the private use area until its other half comes
                let half = u32::from(unit) - 0xd800;
                let high = self.words.chars().next_back().map(u32::from).filter(|c| (0xf_0000..0xf_0400).contains(c));
                match (half < 0x400, high) {
                    (true, _) => self.words.extend(char::from_u32(0xf_0000 + half)),
                    (false, Some(high)) => {
                        self.words.pop();
                        self.words.extend(char::from_u32(0x1_0000 + ((high - 0xf_0000) << 10) + (half - 0x400)));
                    }
                    (false, None) => self.words.push('\u{fffd}'),
                }
            }
        }
    }

    fn push(&mut self, symbol: &str) {
        self.flush();
        self.words.push_str(symbol);
    }

    fn flush(&mut self) {
        if !self.pending.is_empty() {
            let (text, _) = self.encoding.decode_without_bom_handling(&self.pending);
            self.words.push_str(&text);
            self.pending.clear();
        }
    }

    /// The paragraphs; where each is a line of a text that was broken into lines by hand, the lines.
    fn text(&mut self) -> String {
        let mut lengths: Vec<usize> = self.paragraphs.iter().map(|paragraph| paragraph.chars().count()).filter(|&length| length > 0).collect();
        lengths.sort_unstable();
        let blank = self.paragraphs.iter().filter(|paragraph| paragraph.is_empty()).count();
        let by_hand = lengths.get(lengths.len() * 9 / 10).is_some_and(|&long| long <= 90) && lengths.len() > 8 && blank > 0;
        let paragraphs = self.paragraphs.iter().map(|paragraph| paragraph.trim());
        let text = if by_hand { paragraphs.collect::<Vec<_>>().join("\n") } else { paragraphs.filter(|p| !p.is_empty()).collect::<Vec<_>>().join("\n\n") };
        let text = text.trim();
        if text.is_empty() { String::new() } else { format!("{text}\n") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_document() {
        let source = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title Preis}{\\author A}}{\\*\\generator x;}\\uc1\n\
            \\b Gr\\'f6\\'dfe\\b0  f\\u252?r \\u-10179?\\u-8638? alle\\par\n\\ldblquote Ja\\rdblquote , sagt \\{sie\\}.\\line Zeile\\par{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt Link}}}";
        let found = rtf(source.as_bytes()).expect("is a document");
        assert_eq!(found.text, "Größe für 🙂 alle\n\n“Ja”, sagt {sie}.\nZeile\n\nLink\n");
        assert_eq!((found.metadata.title.as_deref(), found.metadata.author.as_deref()), (Some("Preis"), Some("A")));
    }

    #[test]
    fn broken_documents_end() {
        for broken in ["{\\rtf1", "{\\rtf1 {{{", "{\\rtf1 }}}} x", "{\\rtf1\\bin99999999999 x", "{\\rtf1 \\'z \\' \\", "{\\rtf1\\u"] {
            assert!(rtf(broken.as_bytes()).is_ok(), "{broken}");
        }
    }
}
