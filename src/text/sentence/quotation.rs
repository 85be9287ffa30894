//! Paired quotation marks, as the splitter asks for them.

use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::Gap;
use crate::text::span::TokenSpan;

/// Which tokens are marks of paired quotations.
pub(super) struct Marks(Vec<u8>);

const OPENS: u8 = 1;
const CLOSES: u8 = 2;
const TITLE: u8 = 4;
const NESTED: u8 = 8;

/// Longest quotation that can be a title with stops inside, in tokens.
const TITLE_LENGTH: usize = 14;

impl Marks {
    pub(super) fn new(text: &Text<'_>) -> Self {
        let mut marks = vec![0; text.tokens.len()];
        for quotation in &text.quotations {
            let span = quotation.tokens;
            if quotation.opened {
                marks[span.start()] |= OPENS;
            }
            if quotation.closed {
                marks[span.end() - 1] |= if quotation.depth > 0 { CLOSES | NESTED } else { CLOSES };
            }
            if quotation.opened && quotation.closed && span.len() <= TITLE_LENGTH && is_title(text, span) {
                marks[span.range()].iter_mut().for_each(|mark| *mark |= TITLE);
            }
        }
        Marks(marks)
    }

    fn has(&self, at: usize, what: u8) -> bool {
        self.0.get(at).is_some_and(|mark| mark & what != 0)
    }
    /// Whether the token opens a quotation.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.has(at, OPENS)
    }
    /// Whether the token closes one.
    pub(super) fn closes(&self, at: usize) -> bool {
        self.has(at, CLOSES)
    }
    /// Whether the token closes one inside another.
    pub(super) fn nested(&self, at: usize) -> bool {
        self.has(at, NESTED)
    }
    /// Whether the token stands in a quoted title.
    pub(super) fn in_title(&self, at: usize) -> bool {
        self.has(at, TITLE)
    }
}

/// A short quotation woven into its sentence: behind "Film", "Thema" or an article, or running on in lower case without a verb
/// of saying ("„Ja. Nein.“ von …").
fn is_title(text: &Text<'_>, span: TokenSpan) -> bool {
    let before = span.start().checked_sub(1).map(|at| text.at(at));
    let first = text.at(span.start()).gap;
    let named =
        first == Gap::Space && before.is_some_and(|token| token.is(Flags::NONSPEECH_NOUN) || token.is_lower() && token.is(Flags::ARTICLE | Flags::PREPOSITION));
    let runs_on = text.get(span.end()).is_some_and(|next| {
        next.gap == Gap::Space && next.is_lower() && !next.is(Flags::CUE) && (next.is(Flags::PREPOSITION) || named && next.is(Flags::WORD))
    });
    runs_on || named
}
