//! Characters → pieces: the one scan of the text that all later stages share.
//!
//! Word bounds follow the Unicode rules (UAX #29) as `unicode-segmentation` implements them, which a property test checks;
//! that crate itself is called for runs with letters outside the Latin script. Deliberate differences: addresses (URL, mail)
//! are one piece, a gender star stays inside its word ("Schüler*innen"), a full stop without its space ends one ("alt.Es"),
//! and doubled ASCII marks (`` ` ` ``, `''`, `,,`) are one quotation mark.
//!
//! Nearly all words of German text are plain: letters of ASCII and Latin-1 up to a byte that surely ends them. They are
//! read by a table of bytes ([`plain`]); whatever may be more than that is left to the general rules ([`word`], [`address`]).
//!
//! `build.rs` compiles this folder too: it must not depend on the rest of the crate.

mod address;
mod key;
mod plain;
mod sign;
mod white;
mod word;

pub use key::{LONGEST, key, lower_key};
#[cfg(test)]
pub(crate) use white::is_blank;
pub use word::shape;

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
pub fn scan(text: &str, emit: impl FnMut(Piece)) {
    Scanner::new(text).part(usize::MAX, emit);
}

/// The scan of a text, in parts.
#[derive(Debug)]
pub struct Scanner<'t> {
    text: &'t str,
    at: usize,
    gap: Gap,
    signs: address::Signs<'t>,
}

impl<'t> Scanner<'t> {
    /// Before the first piece.
    pub fn new(text: &'t str) -> Self {
        Scanner { text, at: 0, gap: Gap::None, signs: address::Signs::new(text) }
    }

    /// Calls `emit` for the next pieces: at least as many bytes of them as wanted, then up to an empty line or the text's end.
    pub fn part(&mut self, least: usize, mut emit: impl FnMut(Piece)) {
        let text = self.text;
        let bytes = text.as_bytes();
        let enough = self.at.saturating_add(least);
        let mut at = self.at;
        let mut gap = self.gap;
        // an address cannot start before this byte
        let mut address = 0;
        while let Some(&first) = bytes.get(at) {
            if first == b' ' {
                gap = gap.max(Gap::Space);
                at += 1;
                continue;
            }
            if at >= address {
                address = self.signs.earliest(at);
            }
            let start = at;
            let plain = if at < address { plain::word(bytes, at) } else { None };
            let (end, class, shape) = if let Some(plain) = plain {
                (plain.end, plain.class, plain.shape)
            } else if let Some(class) = plain::sign(bytes, at) {
                (at + 1, class, Shape::None)
            } else {
                let (white, length) = white::white_space(text, at);
                if length > 0 {
                    gap = gap.max(white);
                    at += length;
                    if gap == Gap::Blank && at >= enough {
                        break;
                    }
                    continue;
                }
                match general(text, at, gap) {
                    Some(piece) => piece,
                    None => {
                        at = word::foreign(text, at, gap, &mut emit);
                        gap = Gap::None;
                        continue;
                    }
                }
            };
            emit(Piece { start, end, class, shape, gap });
            at = end;
            gap = Gap::None;
        }
        (self.at, self.gap) = (at, gap);
    }
}

/// The piece at a position, by the general rules: the byte behind it, its class and its shape; `None` where another script begins.
fn general(text: &str, start: usize, gap: Gap) -> Option<(usize, Class, Shape)> {
    let first = char_at(text, start);
    if word::is_start(first) {
        let address = address::end(text, start).map(|end| (end, Class::Address));
        let (end, class) = address.or_else(|| word::latin(text, start))?;
        Some((end, class, shape(&text[start..end])))
    } else if word::is_foreign(first) {
        None
    } else {
        let (end, class) = sign::sign(text, start, gap);
        Some((end, class, Shape::None))
    }
}

fn char_at(text: &str, at: usize) -> char {
    let byte = text.as_bytes()[at];
    if byte < 0x80 { byte as char } else { text[at..].chars().next().unwrap_or('\0') }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<(&str, Class)> {
        let mut found = Vec::new();
        scan(text, |piece| found.push((&text[piece.start..piece.end], piece.class)));
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// The table of bytes is a short cut through the general rules: where it finds a word, they find the same one.
        #[test]
        fn plain_words_are_what_the_general_rules_say(text in "([a-cA-CwßÄéÿ×÷µ0-9@_]{1,4}|[ .,:;'’*/!?()\u{ad}\u{300}Ж東\n–-]|://|www\\.|mailto:){0,24}") {
            let mut signs = address::Signs::new(&text);
            for (at, _) in text.char_indices() {
                let near = at >= signs.earliest(at);
                if let Some(plain) = plain::word(text.as_bytes(), at).filter(|_| !near) {
                    prop_assert_eq!(address::end(&text, at), None);
                    prop_assert_eq!(word::latin(&text, at), Some((plain.end, plain.class)));
                    prop_assert_eq!(shape(&text[at..plain.end]), plain.shape);
                }
                if let Some(class) = plain::sign(text.as_bytes(), at) {
                    prop_assert_eq!(sign::sign(&text, at, Gap::None), (at + 1, class));
                }
            }
        }
    }

    #[test]
    fn addresses_are_one_piece() {
        for address in
            ["info-team@muster.de", "4711.a_b@muster.de", "https://muster.de/a?b=1#c", "www.muster.de", "mailto:a@b.de", "https://a.de/to/http://b.de/"]
        {
            assert_eq!(
                pieces(&format!("siehe {address}, bitte")),
                [("siehe", Class::Word), (address, Class::Address), (",", Class::Comma), ("bitte", Class::Word)]
            );
        }
    }
}
