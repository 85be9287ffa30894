//! Lines, how wide they are, and how wide the page was that wrapped them.
//!
//! A hard-wrapped line is one behind which the next line's first word would not have fitted. So every pair of neighbouring lines
//! votes for the widths of page between "the line fits" and "the next word would not have fitted", and the width with most votes
//! is the page's. Mails count characters; what is taken from a PDF was set in a proportional type, where capitals and m are wide
//! and i and l narrow.

use super::item::is_item;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;

/// Hard-wrapped lines are at most this wide, in characters: a page in small type.
pub(super) const WIDEST: usize = 140;
/// Narrower lines are no running text.
pub(super) const NARROWEST: usize = 40;

/// Lines broken by hand are up to so much of the page's width narrower.
const RAGGED: usize = 8;

/// A line of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub tokens: TokenSpan,
    /// In characters, or as wide as that many usual ones.
    pub width: usize,
    /// Width of its first word.
    pub first_word: usize,
}

impl Line {
    fn measured(text: &Text<'_>, tokens: TokenSpan, measure: fn(&str) -> usize) -> Self {
        let of = |tokens: TokenSpan| {
            let line = text.slice(tokens);
            // a line of so many bytes is wider than any that is hard-wrapped, however many characters they make
            if line.len() > 4 * WIDEST { line.len() } else { measure(line) }
        };
        Line { tokens, width: of(tokens), first_word: of(first_word(text, tokens)) }
    }

    /// Width of the line with the next one's first word behind it.
    pub(super) fn filled(self, next: Line) -> usize {
        self.width + 1 + next.first_word
    }
}

/// What a page wrapped its lines at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Width {
    /// The page's width.
    pub of_page: usize,
    /// How much narrower a full line may be.
    pub slack: usize,
}

impl Width {
    /// Whether the next line's first word would not have fitted.
    pub(super) fn is_full(self, line: Line, next: Line) -> bool {
        line.filled(next) + self.slack > self.of_page
    }

    /// Whether the lines were broken by hand.
    pub(super) fn is_ragged(self) -> bool {
        self.slack >= self.of_page / RAGGED
    }
}

/// The lines of a text, in characters; `starts` are their first tokens.
fn lines(text: &Text<'_>, starts: &[u32]) -> Vec<Line> {
    let ends = starts[1..].iter().map(|&end| end as usize).chain([text.tokens.len()]);
    starts.iter().zip(ends).map(|(&start, end)| Line::measured(text, TokenSpan::new(start as usize, end), chars)).collect()
}

/// Most tokens of what counts as a line's first word.
const FIRST_WORD: usize = 12;

fn first_word(text: &Text<'_>, line: TokenSpan) -> TokenSpan {
    let end = line.end().min(line.start() + FIRST_WORD);
    // no line is broken at a no-break space
    let breaks = |at: usize| text.at(at).gap != Gap::None && !text.raw[..text.at(at).span.start()].ends_with(['\u{a0}', '\u{202f}']);
    let word = (line.start() + 1..end).find(|&at| breaks(at)).unwrap_or(end);
    TokenSpan::new(line.start(), word)
}

fn chars(line: &str) -> usize {
    line.chars().count()
}

/// Width in a proportional type without serifs, in usual characters.
fn set(line: &str) -> usize {
    const USUAL: usize = 53;
    let hundredths = |c: char| usize::from(ASCII.get(c as usize).copied().unwrap_or_else(|| hundredths(c)));
    (line.chars().map(hundredths).sum::<usize>() + USUAL / 2) / USUAL
}

/// The widths of ASCII: a table, because each character of a line is asked for.
static ASCII: [u8; 128] = {
    let mut widths = [0; 128];
    let mut c = 0;
    while c < 128 {
        widths[c] = hundredths(c as u8 as char);
        c += 1;
    }
    widths
};

/// Width of a character in hundredths.
const fn hundredths(c: char) -> u8 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' => 22,
        ' ' | '.' | ',' | ':' | ';' | 'f' | 't' | 'I' | '/' | '!' | '[' | ']' => 28,
        'r' | '-' | '(' | ')' | '"' | '„' | '“' | '”' | '‚' | '‘' => 33,
        'm' | 'M' | 'W' | '%' | '@' => 85,
        'w' | 'G' | 'O' | 'Q' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'Ö' | 'Ü' => 73,
        'A'..='Z' | 'Ä' | '&' => 67,
        's' | 'c' | 'k' | 'x' | 'y' | 'z' | 'v' => 50,
        '…' | '—' => 100,
        _ => 56,
    }
}

/// Pairs of neighbouring lines that no empty line parts, and that may be one sentence.
fn pairs<'l>(text: &'l Text<'_>, lines: &'l [Line]) -> impl Iterator<Item = (Line, Line)> {
    let joined = |next: &Line| text.at(next.tokens.start()).gap < Gap::Blank && !is_item(text, next.tokens);
    lines.windows(2).map(|pair| (pair[0], pair[1])).filter(move |(_, next)| joined(next))
}

/// The width with most votes, and how many it has.
fn elect(pairs: impl Iterator<Item = (Line, Line)>, tolerance: usize) -> (usize, usize) {
    let mut changes = [0_i32; WIDEST + 2];
    for (line, next) in pairs {
        let from = (line.width - line.width * tolerance / 100).max(NARROWEST);
        let filled = line.filled(next);
        let to = (filled + filled * tolerance / 100).min(WIDEST + 1);
        if line.width <= WIDEST && from < to {
            changes[from] += 1;
            changes[to] -= 1;
        }
    }
    let mut votes = 0;
    let mut best = (NARROWEST, 0);
    let mut last = NARROWEST;
    for (width, change) in changes.iter().enumerate().skip(NARROWEST).take(WIDEST + 1 - NARROWEST) {
        votes += change;
        if votes > best.1 {
            best = (width, votes);
            last = width;
        } else if votes == best.1 && last + 1 == width {
            last = width;
        }
    }
    // narrowest of the best widths for characters; where they are guesses, the middle
    let width = if tolerance == 0 { best.0 } else { best.0.midpoint(last) };
    (width, usize::try_from(best.1).unwrap_or(0))
}

/// The lines of a text and the width of page that explains most of them: in characters, or in proportional type where that
/// explains them better.
pub(super) fn measure(text: &Text<'_>, starts: &[u32]) -> (Vec<Line>, Width) {
    /// How far the widths of one type are from another's, in hundredths.
    const TYPE: usize = 2;
    let typed = lines(text, starts);
    let explained = |lines: &[Line], width: usize, votes: usize| {
        let loose = Width { of_page: width, slack: width / RAGGED };
        let full = pairs(text, lines).filter(|&(line, next)| line.width <= width + width / 12 && loose.is_full(line, next)).count();
        votes * 10 >= full * 9
    };
    let (width, votes) = elect(pairs(text, &typed), 0);
    if explained(&typed, width, votes) {
        return (typed, Width { of_page: width, slack: 0 });
    }
    // what stands between empty lines is not wrapped, whatever its width
    let parted = |at: usize| typed.get(at).is_none_or(|line| at == 0 || text.at(line.tokens.start()).gap == Gap::Blank);
    let alone = |at: usize| parted(at) && parted(at + 1);
    let printed = typed.iter().enumerate().map(|(at, &line)| if alone(at) { line } else { Line::measured(text, line.tokens, set) });
    let printed: Vec<Line> = printed.collect();
    let (set_width, set_votes) = elect(pairs(text, &printed), TYPE);
    if set_votes * 10 > votes * 11 && explained(&printed, set_width, set_votes) {
        return (printed, Width { of_page: set_width, slack: set_width * TYPE / 100 });
    }
    (typed, Width { of_page: width, slack: width / RAGGED })
}

/// A line drawn with signs below its heading.
pub(super) fn is_rule(text: &Text<'_>, line: Line) -> bool {
    line.width >= 3
        && line.tokens.range().all(|at| matches!(text.at(at).class, Class::Hyphen | Class::Dash | Class::Symbol))
        && !text.says(line.tokens.start(), "#")
}
