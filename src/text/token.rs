//! Tokens: pieces of the scan with what the lexicon knows of them.

use super::Text;
use super::scan::{self, Class, Gap, LONGEST, Piece, Shape};
use super::span::ByteSpan;
use crate::lexicon::{Flags, Lexicon, WordId, table};
use std::cell::Cell;

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
        debug_assert!(self.word != WordId::PENDING, "only Text::at knows what a token is before the lexicon was asked");
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

/// A token in its text. What its word can be is asked of the lexicon only when it is asked here, unless the text was made
/// with all answers ([`Text::parse`]).
#[derive(Debug, Clone, Copy)]
pub struct TokenAt<'a> {
    text: &'a Text<'a>,
    at: usize,
    /// Its bytes.
    pub span: ByteSpan,
    /// What it is made of.
    pub class: Class,
    /// Its case.
    pub shape: Shape,
    /// White space before it.
    pub gap: Gap,
}

impl<'a> TokenAt<'a> {
    /// The token at an index that is there.
    #[inline]
    pub(super) fn new(text: &'a Text<'a>, at: usize) -> Self {
        let Token { span, class, shape, gap, .. } = text.tokens[at];
        TokenAt { text, at, span, class, shape, gap }
    }
    /// What it can be, by the lexicon.
    #[inline]
    pub fn flags(&self) -> Flags {
        self.meaning().1
    }
    /// Its record in the lexicon.
    pub fn word(&self) -> WordId {
        self.meaning().0
    }
    #[inline]
    fn meaning(&self) -> (WordId, Flags) {
        let token = &self.text.tokens[self.at];
        if token.word == WordId::PENDING { self.text.memo.get(self.at, || self.look_up()) } else { (token.word, token.flags) }
    }
    #[inline(never)]
    fn look_up(&self) -> (WordId, Flags) {
        let (_, word, flags) = look_up(self.span.of(self.text.raw), self.class, self.shape, self.text.lexicon, &mut [0; LONGEST]);
        (word, flags)
    }
    /// Hash of its characters, case kept.
    pub fn hash(&self) -> u64 {
        let token = &self.text.tokens[self.at];
        if token.word == WordId::PENDING { surface_hash(self.span.of(self.text.raw), self.class, &mut [0; LONGEST]) } else { token.hash }
    }
    /// Whether it can be any of these.
    #[inline]
    pub fn is(&self, any: Flags) -> bool {
        self.flags().intersects(any)
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

impl Token {
    /// A token before the lexicon was asked.
    pub(super) fn pending(piece: Piece) -> Self {
        let Piece { start, end, class, shape, gap } = piece;
        Token { span: ByteSpan::new(start, end), hash: 0, flags: Flags::empty(), word: WordId::PENDING, class, shape, gap }
    }

    /// Asks the lexicon.
    pub(super) fn resolve(&mut self, raw: &str, lexicon: &Lexicon, buffer: &mut [u8; LONGEST]) {
        (self.hash, self.word, self.flags) = look_up(self.span.of(raw), self.class, self.shape, lexicon, buffer);
    }
}

/// Hash, record and flags of a token's characters.
fn look_up(surface: &str, class: Class, shape: Shape, lexicon: &Lexicon, buffer: &mut [u8; LONGEST]) -> (u64, WordId, Flags) {
    let hash = surface_hash(surface, class, buffer);
    let (word, flags) = if class == Class::Word { lexicon.look_up(surface, shape, hash, buffer) } else { (WordId::UNKNOWN, Flags::empty()) };
    (hash, word, flags)
}

fn surface_hash(surface: &str, class: Class, buffer: &mut [u8; LONGEST]) -> u64 {
    if matches!(class, Class::Word | Class::Number | Class::Symbol) || surface.len() == 1 {
        scan::key(surface, buffer).map_or(0, table::hash)
    } else {
        table::hash(surface.as_bytes())
    }
}

/// The last answers of the lexicon, by token: the rules about one mark ask the same few words again and again.
#[derive(Debug, Default)]
pub(super) struct Memo([Cell<Answer>; 8]);

#[derive(Debug, Clone, Copy)]
struct Answer {
    at: usize,
    word: WordId,
    flags: Flags,
}

impl Default for Answer {
    fn default() -> Self {
        Answer { at: usize::MAX, word: WordId::UNKNOWN, flags: Flags::empty() }
    }
}

impl Memo {
    #[inline]
    fn get(&self, at: usize, ask: impl FnOnce() -> (WordId, Flags)) -> (WordId, Flags) {
        let slot = &self.0[at % self.0.len()];
        let known = slot.get();
        if known.at == at {
            return (known.word, known.flags);
        }
        let (word, flags) = ask();
        slot.set(Answer { at, word, flags });
        (word, flags)
    }

    /// Forgets all: the tokens are others now.
    pub fn clear(&mut self) {
        *self = Memo::default();
    }
}
