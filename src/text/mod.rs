//! Characters → structure: tokens, sections, sentences and paired quotation marks, made once for all later stages.

pub mod language;
pub mod mark;
mod parts;
#[cfg(test)]
mod properties;
pub mod scan;
pub mod section;
pub mod sentence;
pub mod sentences;
pub mod span;
#[cfg(test)]
pub(crate) mod testing;
pub mod token;
mod words;

use crate::analysis::{SectionKind, Warning};
use crate::lexicon::{Flags, Lexicon};
use parts::Parts;
use scan::{Class, LONGEST};
use span::{ByteSpan, TokenSpan};
use token::{Memo, Token, TokenAt};

/// A release's text with its structure.
#[derive(Debug)]
pub struct Text<'t> {
    /// The text itself.
    pub raw: &'t str,
    /// What words mean.
    pub lexicon: &'t Lexicon,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Paired quotation marks, by opening mark.
    pub quotations: Vec<Quotation>,
    /// Layout blocks, in order; datelines inside a body block follow it.
    pub sections: Vec<Block>,
    /// Sentences, in order; each lies in one block.
    pub sentences: Vec<Sentence>,
    /// What was repaired.
    pub warnings: Vec<Warning>,
    /// The sentence of each token, as an index into `sentences`; only of a whole text ([`Text::parse`]).
    sentence_of: Vec<u32>,
    memo: Memo,
}

/// A pair of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quotation {
    /// From the opening mark to the closing one, both inside (a missing closing mark is repaired: then the last token of
    /// the quoted text is the end).
    pub tokens: TokenSpan,
    /// Whether the opening mark is there; it is not in a paragraph that goes on with the quotation without reopening it.
    pub opened: bool,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// How many quotations it stands in.
    pub depth: u16,
    /// Whether it continues the quotation before it, reopened after a paragraph break.
    pub continues: bool,
}

impl Quotation {
    /// The tokens between the marks.
    pub fn inner(&self) -> TokenSpan {
        let end = self.tokens.end() - usize::from(self.closed);
        TokenSpan::new((self.tokens.start() + usize::from(self.opened)).min(end), end)
    }
}

/// A layout block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: SectionKind,
    /// Its tokens.
    pub tokens: TokenSpan,
}

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: TokenSpan,
    /// Index into [`Text::sections`].
    pub section: usize,
}

impl<'t> Text<'t> {
    /// The structure of a text. Never fails; time and memory are linear in its length.
    pub fn parse(raw: &'t str, lexicon: &'t Lexicon) -> Self {
        Text::of(Parts::new(raw, lexicon))
    }

    /// A text put together from its parts, with sections and all words looked up.
    fn of(mut parts: Parts<'t>) -> Self {
        let mut text = Text::empty(parts.text.raw, parts.text.lexicon);
        let mut blocks = Vec::new();
        let mut dateline = None;
        let mut buffer = [0; LONGEST];
        while parts.advance(|token| token.resolve(text.raw, text.lexicon, &mut buffer)) {
            let (tokens, before) = (text.tokens.len(), blocks.len());
            let part = &mut parts.text;
            text.tokens.append(&mut part.tokens);
            text.quotations.extend(part.quotations.drain(..).map(|q| Quotation { tokens: q.tokens.shifted(tokens), ..q }));
            text.sentences.extend(part.sentences.drain(..).map(|s| Sentence { tokens: s.tokens.shifted(tokens), section: s.section + before }));
            text.warnings.append(&mut part.warnings);
            blocks.extend(parts.blocks.drain(..).map(|block| block.shifted(tokens)));
            dateline = dateline.or(parts.dateline);
        }
        text.warnings.truncate(mark::WARNINGS);
        text.sections = section::label(&text, &blocks, dateline);
        // the dateline is a section of its own behind its block
        if let Some(inside) = text.sections.windows(2).position(|pair| pair[0].tokens.contains(pair[1].tokens)) {
            text.sentences.iter_mut().filter(|sentence| sentence.section > inside).for_each(|sentence| sentence.section += 1);
        }
        text.sentence_of.reserve_exact(text.tokens.len());
        for (index, sentence) in text.sentences.iter().enumerate() {
            text.sentence_of.resize(sentence.tokens.end(), index as u32);
        }
        text
    }

    fn empty(raw: &'t str, lexicon: &'t Lexicon) -> Self {
        Text {
            raw,
            lexicon,
            tokens: vec![],
            quotations: vec![],
            sections: vec![],
            sentences: vec![],
            warnings: vec![],
            sentence_of: vec![],
            memo: Memo::default(),
        }
    }

    /// A token that is there.
    #[inline]
    pub fn at(&self, at: usize) -> TokenAt<'_> {
        TokenAt::new(self, at)
    }

    /// A token, if it is there.
    #[inline]
    pub fn get(&self, at: usize) -> Option<TokenAt<'_>> {
        (at < self.tokens.len()).then(|| self.at(at))
    }

    /// The characters of a token.
    pub fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.raw))
    }

    /// The characters from the first to the last token of a span.
    pub fn slice(&self, span: TokenSpan) -> &'t str {
        self.bytes(span).of(self.raw)
    }

    /// The bytes from the first to the last token of a span.
    pub fn bytes(&self, span: TokenSpan) -> ByteSpan {
        if span.is_empty() {
            let at = self.tokens.get(span.start()).map_or(self.raw.len(), |token| token.span.start());
            return ByteSpan::new(at, at);
        }
        ByteSpan::new(self.tokens[span.start()].span.start(), self.tokens[span.end() - 1].span.end())
    }

    /// Whether the token is there and has any of the flags.
    pub fn is(&self, at: usize, any: Flags) -> bool {
        self.get(at).is_some_and(|token| token.is(any))
    }

    /// Whether the token is there and written so (case kept).
    pub fn says(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    /// The blocks that do not lie inside another one: all but the datelines at the start of a body.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        let mut end = 0;
        self.sections.iter().filter(move |block| {
            let outer = block.tokens.end() > end || block.tokens.start() >= end;
            end = end.max(block.tokens.end());
            outer
        })
    }

    /// Index of the sentence a token stands in; that of the last one behind the text's end.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentence_of.get(token).map_or(self.sentences.len().saturating_sub(1), |&sentence| sentence as usize)
    }

    /// Kind of the block a token stands in.
    pub fn kind_of(&self, token: usize) -> SectionKind {
        let section = self.sentences.get(self.sentence_of(token)).map_or(0, |sentence| sentence.section);
        let inner = self.sections.get(section + 1).filter(|block| block.kind == SectionKind::Dateline && block.tokens.holds(token));
        inner.or(self.sections.get(section)).map_or(SectionKind::Body, |block| block.kind)
    }

    /// Whether the token opens a sentence or a quotation, so that its capital letter says nothing. What stands before the first
    /// word does not count: bullets, brackets, marks, a dateline.
    pub fn starts_sentence(&self, token: usize) -> bool {
        let index = self.sentence_of(token);
        let Some(sentence) = self.sentences.get(index) else { return true };
        let start = sentence.tokens.start();
        if token <= start {
            return true;
        }
        if self.quotations.binary_search_by_key(&(token - 1), |quotation| quotation.tokens.start()).is_ok() {
            return true;
        }
        let dateline = self.sections.get(sentence.section + 1).filter(|block| block.kind == SectionKind::Dateline && block.tokens.end() <= token);
        let first = dateline.map_or(start, |block| block.tokens.end().max(start));
        token - first <= 4 && self.tokens[first..token].iter().all(|before| !matches!(before.class, Class::Word | Class::Number | Class::Address))
    }
}
