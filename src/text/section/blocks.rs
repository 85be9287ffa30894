//! Lines → blocks. An empty line always ends a block; a single line break does, unless the lines around it are hard-wrapped.

use super::dateline;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;
use crate::text::words;

/// Lines of hard-wrapped text are at most this wide, in characters.
const WIDEST: usize = 100;
/// Narrower lines are no running text.
const NARROWEST: usize = 40;

#[derive(Debug, Clone, Copy)]
struct Line {
    tokens: TokenSpan,
    width: usize,
    /// Width of its first word.
    first_word: usize,
}

impl Line {
    /// Whether the next line's first word would not have fitted behind it, with some slack for ragged hand-made breaks.
    fn is_full(&self, next: Line, width: usize) -> bool {
        self.width + 1 + next.first_word > width - width / 8
    }
}

/// The blocks of a text, in order, covering all tokens.
pub fn blocks(text: &Text<'_>) -> Vec<TokenSpan> {
    let lines = lines(text);
    let groups: Vec<&[Line]> = lines.chunk_by(|_, next| text.at(next.tokens.start()).gap < Gap::Blank).collect();
    let wrapped = groups.iter().filter_map(|group| wrap_width(text, group)).max();
    let first_wrapped = groups.iter().position(|group| wrap_width(text, group).is_some()).unwrap_or(0);
    let mut found = Vec::new();
    for (n, group) in groups.iter().enumerate() {
        let widest = group.iter().map(|line| line.width).max().unwrap_or(0);
        let rows = are_rows(text, group);
        let mut start = group[0].tokens.start();
        for pair in group.windows(2) {
            let (line, next) = (pair[0], pair[1]);
            let joins = is_rule(text, next)
                || !rows
                    && !opens_block(text, line, next, wrapped)
                    && (dangles(text, line, next)
                        || widest <= WIDEST + WIDEST / 5
                            && match wrapped {
                                Some(width) => {
                                    let head = n < first_wrapped && group.len() <= 3;
                                    let width = width.max(widest.min(WIDEST));
                                    goes_on(text, line, next, width, groups.len() > 1) || head && is_cut_headline(text, line, next)
                                }
                                None => is_cut_sentence(text, line, next),
                            });
            if !joins {
                found.push(TokenSpan::new(start, line.tokens.end()));
                start = next.tokens.start();
            }
        }
        found.push(TokenSpan::new(start, group[group.len() - 1].tokens.end()));
    }
    found
}

fn lines(text: &Text<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 1..=text.tokens.len() {
        if at == text.tokens.len() || text.at(at).gap >= Gap::Line {
            let tokens = TokenSpan::new(start, at);
            let word_end = (start + 1..at).take(12).find(|&next| text.at(next).gap != Gap::None).unwrap_or(at.min(start + 12));
            lines.push(Line { tokens, width: width(text, tokens), first_word: width(text, TokenSpan::new(start, word_end)) });
            start = at;
        }
    }
    lines
}

fn width(text: &Text<'_>, tokens: TokenSpan) -> usize {
    text.slice(tokens).chars().count()
}

/// A line drawn with signs below its heading.
fn is_rule(text: &Text<'_>, line: Line) -> bool {
    line.width >= 3
        && line.tokens.range().all(|at| matches!(text.at(at).class, Class::Hyphen | Class::Dash | Class::Symbol))
        && !text.says(line.tokens.start(), "#")
}

/// Rows of labels ("Bauherr: Stadt Ulm"), one a line.
fn are_rows(text: &Text<'_>, group: &[Line]) -> bool {
    let labelled = |line: &Line| {
        let colon = (line.tokens.start() + 1..line.tokens.end()).take(3).any(|at| text.at(at).class == Class::Colon);
        colon && text.at(line.tokens.start()).is_capital()
    };
    group.len() >= 3 && group[1..].iter().all(labelled)
}

/// Width of a group of hard-wrapped lines: nearly everywhere the next word would not have fitted, or stands in mid-sentence.
fn wrap_width(text: &Text<'_>, group: &[Line]) -> Option<usize> {
    let width = group.iter().map(|line| line.width).max()?;
    if group.len() < 3 || !(NARROWEST..=WIDEST).contains(&width) || are_rows(text, group) {
        return None;
    }
    let full = group.windows(2).filter(|pair| pair[0].is_full(pair[1], width) || is_cut_sentence(text, pair[0], pair[1])).count();
    let breaks = group.len() - 1;
    let enough = if group.len() >= 8 { full * 10 >= breaks * 6 } else { full * 10 >= breaks * 8 };
    enough.then_some(width)
}

/// Whether a line of hard-wrapped text runs on. Where empty lines part the blocks, ragged lines run on as well.
fn goes_on(text: &Text<'_>, line: Line, next: Line, width: usize, parted: bool) -> bool {
    let ragged = parted && ends_open(text, line) && line.width * 10 >= width * 7;
    let full = if parted { line.is_full(next, width) } else { line.width + 1 + next.first_word > width };
    full || ragged || line.width >= NARROWEST / 2 && is_cut_sentence(text, line, next)
}

fn ends_open(text: &Text<'_>, line: Line) -> bool {
    matches!(text.at(line.tokens.end() - 1).class, Class::Word | Class::Number | Class::Hyphen | Class::Comma)
}

/// A line without its end before a line that starts in the middle of a sentence.
fn is_cut_sentence(text: &Text<'_>, line: Line, next: Line) -> bool {
    let last = text.at(line.tokens.end() - 1);
    let first = text.at(next.tokens.start());
    let open_end = matches!(last.class, Class::Word | Class::Number | Class::Hyphen);
    line.width >= NARROWEST && open_end && first.is_lower() && !first.flags().is_empty()
}

/// A stray break in running text: behind an article or preposition, or behind a long line whose sentence goes on in lower case.
fn dangles(text: &Text<'_>, line: Line, next: Line) -> bool {
    let last = text.at(line.tokens.end() - 1);
    let first = text.at(next.tokens.start());
    let needs_more =
        last.is_lower() && last.is(Flags::ARTICLE | Flags::PREPOSITION | Flags::CONTRACTION) && !last.is(Flags::PREFIX | Flags::ADVERB | Flags::PRONOUN);
    let running = line.width > WIDEST && is_cut_sentence(text, line, next);
    (needs_more || running) && matches!(first.class, Class::Word | Class::Number)
}

/// A headline cut in two: a long line without a full stop, then the shorter rest.
fn is_cut_headline(text: &Text<'_>, line: Line, next: Line) -> bool {
    let last = text.at(line.tokens.end() - 1);
    line.width >= NARROWEST && next.width < line.width / 2 && last.class == Class::Word
}

/// Bullets, datelines and words that open blocks stand at the start of one; so does an address alone.
fn opens_block(text: &Text<'_>, line: Line, next: Line, wrapped: Option<usize>) -> bool {
    let runs_on = wrapped.is_some_and(|width| line.is_full(next, width)) && ends_open(text, line);
    let announced = matches!(text.at(line.tokens.end() - 1).class, Class::Colon | Class::Symbol | Class::Slash);
    let alone = !announced && next.tokens.len() == 1 && text.at(next.tokens.start()).class == Class::Address;
    let phrase = || words::opening(text, next.tokens).is_some_and(|(_, behind)| behind == next.tokens.end() || text.at(behind).class == Class::Colon);
    is_item(text, next.tokens)
        || alone && !runs_on
        || !runs_on && phrase()
        || dateline::dateline(text, next.tokens).is_some_and(|dateline| dateline.sure && dateline.place.is_some())
}

/// Whether a block or line starts like a list item: bullet, dash or enumerator with white space behind it.
pub fn is_item(text: &Text<'_>, block: TokenSpan) -> bool {
    let token = |n: usize| (block.start() + n < block.end()).then(|| text.at(block.start() + n));
    let Some(first) = token(0) else { return false };
    let spaced = |n: usize| token(n).is_some_and(|next| next.gap != Gap::None);
    match first.class {
        Class::Dash | Class::Hyphen => spaced(1),
        Class::Symbol => {
            let mark = text.word(block.start());
            let bullet = matches!(
                mark,
                "•" | "·"
                    | "*"
                    | "◦"
                    | "▪"
                    | "■"
                    | "□"
                    | "●"
                    | "○"
                    | "►"
                    | "▶"
                    | "▸"
                    | "→"
                    | "➔"
                    | "➢"
                    | "✓"
                    | "✔"
                    | "☐"
                    | "+"
                    | ">"
                    | "‣"
                    | "⁃"
                    | "¬"
                    | "\u{f0b7}"
                    | "\u{f0a7}"
            );
            bullet && (spaced(1) || mark == "•") || mark.chars().next().is_some_and(|c| c >= '\u{1f000}') && spaced(1)
        }
        // "1. Preis", "1) …", "a) …"
        Class::Number | Class::Word => {
            let short = text.word(block.start()).len() <= 2 && (first.class == Class::Number || text.word(block.start()).len() == 1);
            short && token(1).is_some_and(|next| next.class == Class::Close && next.gap == Gap::None) && spaced(2)
        }
        _ => false,
    }
}
