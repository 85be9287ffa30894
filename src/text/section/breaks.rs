//! Line breaks by the words beside them: what a sentence goes on over, and what a new block begins at.

use super::line::{Line, NARROWEST};
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::span::TokenSpan;
use crate::text::token::TokenAt;

/// Behind wider lines a break is a stray one where the sentence goes on, whatever the other lines are.
const RUNNING: usize = 100;

fn last<'a>(text: &'a Text<'_>, line: Line) -> TokenAt<'a> {
    text.at(line.tokens.end() - 1)
}

/// Ends without a mark that could end a sentence.
pub(super) fn ends_open(text: &Text<'_>, line: Line) -> bool {
    matches!(last(text, line).class, Class::Word | Class::Number | Class::Hyphen | Class::Comma) || ends_parting(text, line.tokens)
}

/// Ends with a sign that parts what stands on both its sides: "–", "/", "|", "+++", "&".
pub(super) fn ends_parting(text: &Text<'_>, line: TokenSpan) -> bool {
    let parts = |sign: &str| sign.bytes().all(|byte| matches!(byte, b'|' | b'+' | b'&')) || sign == "•" || sign == "·";
    let last = line.end() - 1;
    matches!(text.at(last).class, Class::Dash | Class::Slash) || text.at(last).class == Class::Symbol && parts(text.word(last))
}

/// A line without its end before a line that starts in the middle of a sentence.
pub(super) fn is_cut_sentence(text: &Text<'_>, line: Line, next: Line) -> bool {
    let first = text.at(next.tokens.start());
    let open_end = matches!(last(text, line).class, Class::Word | Class::Number | Class::Hyphen | Class::Quote | Class::Close);
    line.width >= NARROWEST && open_end && first.is_lower() && !first.flags().is_empty()
}

/// A stray break in running text: behind an article or preposition, or behind a long line whose sentence goes on in lower case.
pub(super) fn dangles(text: &Text<'_>, line: Line, next: Line) -> bool {
    let running = line.width > RUNNING && is_cut_sentence(text, line, next);
    (needs_more(text, line) || running) && matches!(text.at(next.tokens.start()).class, Class::Word | Class::Number)
}

/// Ends with a word that something must follow.
pub(super) fn needs_more(text: &Text<'_>, line: Line) -> bool {
    let last = last(text, line);
    last.is_lower() && last.is(Flags::ARTICLE | Flags::PREPOSITION | Flags::CONTRACTION) && !last.is(Flags::PREFIX | Flags::ADVERB | Flags::PRONOUN)
}

/// Ends with a word that hardly ends a headline: "und", "die letzte", "Dr. Karl".
pub(super) fn leads_on(text: &Text<'_>, line: Line) -> bool {
    let last = last(text, line);
    let lower = Flags::CONJUNCTION | Flags::SUBJUNCTION | Flags::ADJECTIVE | Flags::PRONOUN;
    last.class == Class::Comma || ends_parting(text, line.tokens) || needs_more(text, line) || last.is_lower() && last.is(lower) || last.is(Flags::GIVEN)
}

/// Whether a full line hardly is a whole: it ends in lower case, with a comma or dash, or in the middle of a quantity, date or
/// name; or the next line begins neither with a capital nor a quotation.
pub(super) fn must_go_on(text: &Text<'_>, line: Line, next: Line) -> bool {
    let (last, first) = (last(text, line), text.at(next.tokens.start()));
    let before = |back: usize| (line.tokens.len() > back).then(|| text.at(line.tokens.end() - 1 - back));
    let stopped = || last.class == Class::Stop && last.is_glued();
    let ordinal = || stopped() && first.is(Flags::MONTH) && before(1).is_some_and(|day| day.class == Class::Number);
    let quantity = || {
        let counted = |token: TokenAt<'_>| token.class == Class::Number || token.is(Flags::ABBREVIATION_UNIT);
        first.is(Flags::UNIT | Flags::ABBREVIATION_UNIT) && (counted(last) || stopped() && before(1).is_some_and(counted))
    };
    let numbered = || stopped() && first.class == Class::Number && before(1).is_some_and(|word| word.is(Flags::ABBREVIATION_NUMBER));
    let introduced = || last.is_capital() && last.shape == Shape::Capital && last.is(Flags::ARTICLE | Flags::CONTRACTION | Flags::PREPOSITION);
    let open = || {
        last.class == Class::Comma
            || last.is_lower()
            || ends_parting(text, line.tokens)
            || introduced()
            || first.is(Flags::LEGAL_FORM)
            || last.shape == Shape::Upper && first.shape == Shape::Upper
    };
    let inside = || !first.is_capital() && first.class != Class::Quote && ends_open(text, line);
    open() || inside() || ordinal() || quantity() || numbered() || has_open_bracket(text, line)
}

/// A bracket is open at the end of the line, among its last words.
pub(super) fn has_open_bracket(text: &Text<'_>, line: Line) -> bool {
    const INSIDE: usize = 12;
    let bracket = line.tokens.range().rev().take(INSIDE).map(|at| text.at(at).class).find(|class| matches!(class, Class::Open | Class::Close));
    bracket == Some(Class::Open)
}

/// A capitalised word that only a sentence begins with, behind a line that is no part of one: "… aus⏎Der Verein …".
pub(super) fn opens_anew(text: &Text<'_>, line: Line, next: Line) -> bool {
    const OPENERS: Flags = Flags::ARTICLE.union(Flags::PREPOSITION).union(Flags::CONTRACTION).union(Flags::SUBJUNCTION);
    const NAMES: Flags = Flags::GIVEN.union(Flags::SURNAME).union(Flags::PLACE).union(Flags::NOUN).union(Flags::NAME_PARTICLE);
    let (last, first) = (last(text, line), text.at(next.tokens.start()));
    let whole = matches!(last.class, Class::Number | Class::Close) || last.class == Class::Word && !last.is(Flags::ARTICLE | Flags::PREPOSITION);
    let followed = text.get(next.tokens.start() + 1).is_some_and(|second| second.class == Class::Word && second.gap == Gap::Space);
    whole && followed && first.shape == Shape::Capital && first.is(OPENERS) && !first.is(NAMES) && !has_open_bracket(text, line)
}

/// A headline cut in two: a long line without a full stop, then the shorter rest.
pub(super) fn is_cut_headline(text: &Text<'_>, line: Line, next: Line) -> bool {
    line.width >= NARROWEST && next.width < line.width / 2 && last(text, line).class == Class::Word
}
