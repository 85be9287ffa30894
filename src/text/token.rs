//! Tokens: pieces of the scan with what the lexicon knows of them.

use super::scan::{self, Class, Gap, LONGEST, Shape};
use super::span::ByteSpan;
use crate::lexicon::{Flags, Lexicon, WordId, table};

/// One token. White space is no token: it is in the next one's `gap`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Token {
    /// Its bytes.
    pub span: ByteSpan,
    /// Hash of its characters, case kept: the key of the gazetteer.
    pub hash: u64,
    /// What it can be, by the lexicon, for every reading of the form; rules check the shape as well.
    pub flags: Flags,
    /// Its record in the lexicon ([`WordId::UNKNOWN`] when there is none), or that of its head if `flags` has `COMPOUND`.
    pub word: WordId,
    /// What it is made of.
    pub class: Class,
    /// Its case.
    pub shape: Shape,
    /// White space before it.
    pub gap: Gap,
}

impl Token {
    /// Whether any of the flags is set.
    pub fn is(&self, any: Flags) -> bool {
        self.flags.intersects(any)
    }
    /// A word written with a capital first letter ("Haus", "ZMT", "BaFin").
    pub fn is_capital(&self) -> bool {
        self.class == Class::Word && matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
    }
    /// A word written in lower case.
    pub fn is_lower(&self) -> bool {
        self.class == Class::Word && self.shape == Shape::Lower
    }
    /// Whether it touches the token before.
    pub fn is_glued(&self) -> bool {
        self.gap == Gap::None
    }
}

/// All tokens of a text.
pub fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut list = Vec::with_capacity(text.len() / 5);
    let mut buffer = [0; LONGEST];
    scan::scan(text, |piece| {
        let surface = &text[piece.start..piece.end];
        let (mut flags, mut word) = (Flags::empty(), WordId::UNKNOWN);
        let hash = if matches!(piece.class, Class::Word | Class::Number | Class::Symbol) || surface.len() == 1 {
            scan::key(surface, &mut buffer).map_or(0, table::hash)
        } else {
            table::hash(surface.as_bytes())
        };
        if piece.class == Class::Word {
            (word, flags) = lexicon.look_up(surface, piece.shape, hash, &mut buffer);
        }
        list.push(Token { span: ByteSpan::new(piece.start, piece.end), hash, flags, word, class: piece.class, shape: piece.shape, gap: piece.gap });
    });
    list
}
