//! A text in parts: what sentences need of its structure, some paragraphs at a time in the same buffers.
//!
//! The analysis puts the parts together, the iterator over sentences reads one after the other; so both see the same sentences.
//! Nearly every release is one part.

use super::scan::{Class, Gap, Piece, Scanner};
use super::span::TokenSpan;
use super::token::Token;
use super::{Text, mark, section, sentence};
use crate::lexicon::Lexicon;

/// Least length of a part that is not the last, in bytes: its tokens stay in the processor's cache. Hard-wrapped lines are
/// told by the lines of their part.
const LEAST: usize = 1 << 16;

/// The parts of a text, one at a time.
#[derive(Debug)]
pub(super) struct Parts<'t> {
    scanner: Scanner<'t>,
    least: usize,
    first: bool,
    signs: Signs,
    /// The part: its tokens, quotations, warnings, and sentences, whose sections are numbers of blocks.
    pub text: Text<'t>,
    /// Its layout blocks.
    pub blocks: Vec<TokenSpan>,
    /// The dateline inside one of them.
    pub dateline: Option<TokenSpan>,
}

/// The tokens that the structure hangs on, noted as they are scanned, so that nobody has to look for them among all others.
#[derive(Debug, Default)]
struct Signs {
    /// First tokens of lines.
    lines: Vec<u32>,
    /// Quotation marks and apostrophes.
    quotes: Vec<u32>,
    /// Marks that may end a sentence.
    stops: Vec<u32>,
}

impl Signs {
    fn clear(&mut self) {
        self.lines.clear();
        self.quotes.clear();
        self.stops.clear();
    }

    /// Notes a token if it is one of them; most are not.
    #[inline(always)]
    fn see(&mut self, at: usize, piece: &Piece) {
        if piece.gap >= Gap::Line || matches!(piece.class, Class::Quote | Class::Stop | Class::Final) || at == 0 {
            self.note(at, piece.class, piece.gap);
        }
    }

    #[inline(never)]
    fn note(&mut self, at: usize, class: Class, gap: Gap) {
        let token = at as u32; // as in spans
        if gap >= Gap::Line || at == 0 {
            self.lines.push(token);
        }
        match class {
            Class::Quote => self.quotes.push(token),
            Class::Stop | Class::Final => self.stops.push(token),
            _ => {}
        }
    }
}

impl<'t> Parts<'t> {
    pub fn new(raw: &'t str, lexicon: &'t Lexicon) -> Self {
        Parts::of_least(LEAST, raw, lexicon)
    }

    /// Parts of another length than usual, for tests.
    pub fn of_least(least: usize, raw: &'t str, lexicon: &'t Lexicon) -> Self {
        Parts { scanner: Scanner::new(raw), least, first: true, signs: Signs::default(), text: Text::empty(raw, lexicon), blocks: vec![], dateline: None }
    }

    /// Goes on to the next part; `false` when there is none. `prepare` sees each token first.
    pub fn advance(&mut self, mut prepare: impl FnMut(&mut Token)) -> bool {
        let text = &mut self.text;
        text.tokens.clear();
        text.memo.clear();
        let signs = &mut self.signs;
        signs.clear();
        self.scanner.part(self.least, |piece| {
            signs.see(text.tokens.len(), &piece);
            let mut token = Token::pending(piece);
            prepare(&mut token);
            text.tokens.push(token);
        });
        if text.tokens.is_empty() {
            return false;
        }
        self.blocks = section::blocks(text, &signs.lines);
        self.dateline = if self.first { section::inner_dateline(text, &self.blocks) } else { None };
        (text.quotations, text.warnings) = mark::pair(text, &self.blocks, &signs.quotes);
        let mut sentences = std::mem::take(&mut text.sentences);
        sentences.clear();
        sentence::split(text, &self.blocks, self.dateline, &signs.stops, &mut sentences);
        text.sentences = sentences;
        self.first = false;
        true
    }
}
