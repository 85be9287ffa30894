//! Lines → blocks. An empty line always ends a block; a single line break does, unless the lines around it are hard-wrapped.

use super::dateline;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;
use crate::text::words::{self, Opening};

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
    let long = lines.iter().filter(|line| line.width > WIDEST + WIDEST / 5).count();
    // one long address makes no running text of a hard-wrapped mail
    let widths: Vec<Option<usize>> =
        if long > 1 && long * 10 > lines.len() { vec![None; groups.len()] } else { groups.iter().map(|group| wrap_width(text, group)).collect() };
    let wrapped = widths.iter().copied().max().flatten();
    let first_wrapped = widths.iter().position(Option::is_some).unwrap_or(0);
    let parted = groups.len() > 1;
    let mut found = Vec::new();
    for (n, group) in groups.iter().enumerate() {
        if let [line] = group {
            found.push(line.tokens);
            continue;
        }
        let widest = usual_width(group);
        let page = Page {
            width: wrapped.map(|width| width.max(widest.min(WIDEST))),
            widest,
            rows: are_rows(text, group),
            parted,
            head: parted && n < first_wrapped && group.len() <= 3,
        };
        let mut start = group[0].tokens.start();
        // without empty lines, the head's lines stand alone until sentences run on
        let mut prose = parted;
        for (at, pair) in group.windows(2).enumerate() {
            let (line, next) = (pair[0], pair[1]);
            let continued = start < line.tokens.start();
            prose = prose || has_inner_stop(text, line) || continued && ends_stopped(text, line) || is_dated(text, line);
            if !page.joins(text, line, next, (prose, continued), at) {
                found.push(TokenSpan::new(start, line.tokens.end()));
                start = next.tokens.start();
                prose &= parted || !opens_contact(text, next);
            }
        }
        found.push(TokenSpan::new(start, group[group.len() - 1].tokens.end()));
    }
    found
}

/// How the lines around a break are laid out.
struct Page {
    /// Width of the hard-wrapped text.
    width: Option<usize>,
    /// Width of this group's lines.
    widest: usize,
    /// The group's lines are rows of labels.
    rows: bool,
    /// Empty lines part the blocks.
    parted: bool,
    /// The group stands above the text.
    head: bool,
}

impl Page {
    /// Whether a line goes on in the next one; `so_far`: sentences run on here, and the line goes on itself.
    fn joins(&self, text: &Text<'_>, line: Line, next: Line, so_far: (bool, bool), at: usize) -> bool {
        if is_rule(text, next) {
            return true;
        }
        let top = !self.parted && at < 6;
        if self.rows || is_rule(text, line) {
            return false;
        }
        let fits = self.widest <= WIDEST + WIDEST / 5;
        let runs = || match self.width {
            Some(width) => self.goes_on(text, line, next, width, so_far) || self.head && is_cut_headline(text, line, next),
            None => is_cut_sentence(text, line, next),
        };
        (dangles(text, line, next) || fits && runs()) && !opens_block(text, line, next, self.width, top)
    }

    /// Whether a line of hard-wrapped text runs on. Where empty lines part the blocks, and in the middle of paragraphs, ragged
    /// lines run on as well; above them, a line runs on only where something must follow.
    fn goes_on(&self, text: &Text<'_>, line: Line, next: Line, width: usize, (prose, continued): (bool, bool)) -> bool {
        let open = ends_open(text, line);
        let cut = open && (text.at(line.tokens.end() - 1).is_lower() || !text.at(next.tokens.start()).is_capital());
        let ragged = prose && (open && self.parted || cut) && line.width * 10 >= width * 7;
        let filled = line.width + 1 + next.first_word;
        let full = if self.parted {
            line.is_full(next, width)
        } else if prose {
            filled > width - if open { width / 20 } else { 0 }
        } else {
            filled > width && open && (cut || continued || opens_sentence(text, line) || next.width < line.width / 2)
        };
        full || ragged || line.width >= NARROWEST / 2 && is_cut_sentence(text, line, next)
    }
}

fn lines(text: &Text<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < text.tokens.len() {
        let rest = &text.tokens[start + 1..];
        let others = rest.iter().position(|token| token.gap >= Gap::Line).unwrap_or(rest.len());
        let word = rest[..others.min(FIRST_WORD)].iter().position(|token| token.gap != Gap::None).unwrap_or(others.min(FIRST_WORD - 1));
        let first = |others: usize| TokenSpan::new(start, start + 1 + others);
        lines.push(Line { tokens: first(others), width: width(text, first(others)), first_word: width(text, first(word)) });
        start += 1 + others;
    }
    lines
}

/// Most tokens of what counts as a line's first word.
const FIRST_WORD: usize = 12;

/// Width in characters. A line of so many bytes is wider than any that is hard-wrapped, however many characters they make.
fn width(text: &Text<'_>, tokens: TokenSpan) -> usize {
    let line = text.slice(tokens);
    if line.len() > 8 * WIDEST { line.len() } else { line.chars().count() }
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

/// Width of a group's lines; in a long group, that of nine in ten, as contact lines are not wrapped.
fn usual_width(group: &[Line]) -> usize {
    if let [line] = group {
        return line.width;
    }
    let mut widths: Vec<usize> = group.iter().map(|line| line.width).collect();
    widths.sort_unstable();
    let ninth = if widths.len() < 8 { widths.len() - 1 } else { (widths.len() - 1) * 9 / 10 };
    let limit = widths[ninth] + widths[ninth] / 10;
    widths[widths.partition_point(|&width| width <= limit) - 1]
}

/// Width of a group of hard-wrapped lines: nearly everywhere the next word would not have fitted, or stands in mid-sentence.
fn wrap_width(text: &Text<'_>, group: &[Line]) -> Option<usize> {
    let width = usual_width(group);
    if group.len() < 3 || !(NARROWEST..=WIDEST).contains(&width) || are_rows(text, group) {
        return None;
    }
    let within = || group.windows(2).filter(|pair| !is_item(text, pair[1].tokens));
    let full = within().filter(|pair| pair[0].is_full(pair[1], width) || is_cut_sentence(text, pair[0], pair[1])).count();
    let breaks = within().count();
    let enough = if group.len() >= 8 { full * 10 >= breaks * 6 } else { full * 10 >= breaks * 8 };
    (enough && breaks > 1).then_some(width)
}

/// A sentence ends inside the line.
fn has_inner_stop(text: &Text<'_>, line: Line) -> bool {
    let class = |at: usize| text.at(at).class;
    (line.tokens.start() + 2..line.tokens.end()).any(|at| {
        let next = text.at(at);
        matches!(class(at - 1), Class::Stop | Class::Final) && class(at - 2) == Class::Word && next.gap == Gap::Space && next.is_capital()
    })
}

fn ends_stopped(text: &Text<'_>, line: Line) -> bool {
    matches!(text.at(line.tokens.end() - 1).class, Class::Stop | Class::Final | Class::Quote)
}

/// A dateline, and the text behind it.
fn is_dated(text: &Text<'_>, line: Line) -> bool {
    dateline::dateline(text, line.tokens).is_some_and(|dateline| dateline.place.is_some() && dateline.end < line.tokens.end())
}

/// Starts as sentences do and headlines hardly.
fn opens_sentence(text: &Text<'_>, line: Line) -> bool {
    text.is(line.tokens.start(), Flags::ARTICLE | Flags::PREPOSITION | Flags::CONTRACTION | Flags::PERSONAL)
}

fn opens_contact(text: &Text<'_>, line: Line) -> bool {
    words::opening(text, line.tokens).is_some_and(|(opening, _)| opening == Opening::Contact)
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
    let running = line.width > WIDEST && is_cut_sentence(text, line, next);
    (needs_more(text, line) || running) && matches!(text.at(next.tokens.start()).class, Class::Word | Class::Number)
}

/// Ends with a word that something must follow.
fn needs_more(text: &Text<'_>, line: Line) -> bool {
    let last = text.at(line.tokens.end() - 1);
    last.is_lower() && last.is(Flags::ARTICLE | Flags::PREPOSITION | Flags::CONTRACTION) && !last.is(Flags::PREFIX | Flags::ADVERB | Flags::PRONOUN)
}

/// A headline cut in two: a long line without a full stop, then the shorter rest.
fn is_cut_headline(text: &Text<'_>, line: Line, next: Line) -> bool {
    let last = text.at(line.tokens.end() - 1);
    line.width >= NARROWEST && next.width < line.width / 2 && last.class == Class::Word
}

/// Bullets, datelines and words that open blocks stand at the start of one; so does an address alone.
fn opens_block(text: &Text<'_>, line: Line, next: Line, wrapped: Option<usize>, top: bool) -> bool {
    let runs_on = wrapped.is_some_and(|width| line.is_full(next, width)) && ends_open(text, line);
    let class = |at: usize| (at < next.tokens.end()).then(|| text.at(at).class);
    let announced = matches!(text.at(line.tokens.end() - 1).class, Class::Colon | Class::Symbol | Class::Slash);
    let alone = !announced && next.tokens.len() == 1 && class(next.tokens.start()) == Some(Class::Address);
    let labelled = next.tokens.range().take(6).any(|at| class(at) == Some(Class::Colon));
    let numbered = class(next.tokens.start() + 1) == Some(Class::Number);
    // "Weitere⏎Informationen: …"
    let part = || needs_more(text, line) || text.is(line.tokens.end() - 1, Flags::ADJECTIVE);
    let phrase = || {
        words::opening(text, next.tokens).is_some_and(|(opening, behind)| match class(behind) {
            None => !runs_on,
            Some(Class::Colon) => !runs_on || matches!(opening, Opening::Contact | Opening::ContactLine) && !part(),
            Some(Class::Number) => opening == Opening::ContactLine && !part(),
            _ => false,
        })
    };
    is_item(text, next.tokens)
        || alone && !runs_on
        || (labelled || numbered || !runs_on) && phrase()
        || dateline::dateline(text, next.tokens).is_some_and(|dateline| dateline.place.is_some() && (dateline.sure || top))
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
