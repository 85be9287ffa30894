//! Lines → blocks. An empty line always ends a block; a single line break does, unless the lines around it are hard-wrapped.

use super::breaks::{dangles, ends_open, has_open_bracket, is_cut_headline, is_cut_sentence, leads_on, must_go_on, needs_more, opens_anew};
use super::dateline;
use super::item::is_item;
use super::line::{Line, NARROWEST, WIDEST, Width, is_rule, measure};
use super::record;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;
use crate::text::words::{self, Opening};

/// The blocks of a text, in order, covering all tokens; `starts` are the first tokens of its lines.
pub fn blocks(text: &Text<'_>, starts: &[u32]) -> Vec<TokenSpan> {
    let (lines, width) = measure(text, starts);
    let groups: Vec<&[Line]> = lines.chunk_by(|_, next| text.at(next.tokens.start()).gap < Gap::Blank).collect();
    let long = lines.iter().filter(|line| line.width > LONG).count();
    // one long address makes no running text of a hard-wrapped mail
    let first_wrapped = if long > 1 && long * 10 > lines.len() { None } else { groups.iter().position(|group| is_wrapped(text, group, width)) };
    let parted = groups.len() > 1;
    let mut found = Vec::new();
    for (n, group) in groups.iter().enumerate() {
        if let [line] = group {
            found.push(line.tokens);
            continue;
        }
        let page = Page {
            width: first_wrapped.map(|_| width),
            fits: usual_width(group) <= LONG,
            rows: are_rows(text, group),
            parted,
            head: parted && first_wrapped.is_some_and(|first| n < first) && group.len() <= 3,
        };
        let mut start = group[0].tokens.start();
        // without empty lines, the head's lines stand alone until sentences run on
        let mut prose = parted;
        for (at, pair) in group.windows(2).enumerate() {
            let (line, next) = (pair[0], pair[1]);
            let continued = start < line.tokens.start();
            prose = prose || has_inner_stop(text, line) || continued && ends_stopped(text, line) || is_dated(text, line);
            let block = TokenSpan::new(start, line.tokens.end());
            if !page.joins(text, &Break { line, next, block, after: group.get(at + 2), prose, at }) {
                found.push(block);
                start = next.tokens.start();
                prose &= parted || !opens_contact(text, next);
            }
        }
        found.push(TokenSpan::new(start, group[group.len() - 1].tokens.end()));
    }
    found
}

/// Wider lines are not wrapped.
const LONG: usize = WIDEST + WIDEST / 5;

/// How the lines of a group are laid out.
struct Page {
    /// Width of the hard-wrapped text.
    width: Option<Width>,
    /// The lines are narrow enough for it.
    fits: bool,
    /// They are rows of labels.
    rows: bool,
    /// Empty lines part the blocks.
    parted: bool,
    /// The group stands above the text.
    head: bool,
}

/// A line break.
struct Break<'l> {
    line: Line,
    next: Line,
    /// What runs up to the break.
    block: TokenSpan,
    /// The line behind the next one.
    after: Option<&'l Line>,
    /// Sentences run on here.
    prose: bool,
    /// Number of the line in its group.
    at: usize,
}

impl Page {
    /// Whether a line goes on in the next one.
    fn joins(&self, text: &Text<'_>, here: &Break<'_>) -> bool {
        let Break { line, next, block, .. } = *here;
        if is_rule(text, next) {
            return true;
        }
        if self.rows || is_rule(text, line) {
            return false;
        }
        let runs = || match self.width {
            Some(width) => self.goes_on(text, here, width) || self.head && is_cut_headline(text, line, next),
            None => is_cut_sentence(text, line, next),
        };
        let parts = || !is_cut_sentence(text, line, next) && (opens_anew(text, line, next) || record::parts(text, block, line.tokens, next.tokens));
        (dangles(text, line, next) || self.fits && runs() && !parts()) && !self.opens_block(text, here)
    }

    /// Whether a line of hard-wrapped text runs on. Where empty lines part the blocks, and in the middle of paragraphs, ragged
    /// lines run on as well; above them, a line runs on only where something must follow.
    fn goes_on(&self, text: &Text<'_>, here: &Break<'_>, width: Width) -> bool {
        let Break { line, next, block, prose, .. } = *here;
        let open = ends_open(text, line);
        let cut = must_go_on(text, line, next);
        let ragged = width.is_ragged() && prose && (open && self.parted || cut) && line.width * 10 >= width.of_page * 7;
        let full = width.is_full(line, next);
        let full = if self.parted {
            full
        } else if prose {
            full && (open || line.filled(next) > width.of_page - width.slack.min(width.of_page / 50))
        } else {
            let continued = block.start() < line.tokens.start();
            full && (cut || open && (continued || opens_sentence(text, line) || next.width < line.width / 2))
        };
        full || ragged || line.width >= NARROWEST / 2 && is_cut_sentence(text, line, next)
    }

    /// Bullets, datelines and words that open blocks stand at the start of one; so does an address alone.
    fn opens_block(&self, text: &Text<'_>, here: &Break<'_>) -> bool {
        let Break { line, next, prose, at, .. } = *here;
        let full = self.width.is_some_and(|width| width.is_full(line, next));
        let above_text = !self.parted && !prose && at < 6;
        let top = above_text && !(full && leads_on(text, line));
        let runs_on = full && ends_open(text, line) || is_cut_sentence(text, line, next);
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
                Some(Class::Number) => opening == Opening::ContactLine && !part() && text.at(line.tokens.end() - 1).class != Class::Comma,
                _ => false,
            })
        };
        is_item(text, next.tokens) && !self.is_aside(text, here) && !has_open_bracket(text, line)
            || alone && !runs_on
            || (labelled || numbered || !runs_on) && phrase()
            || dateline::dateline(text, next.tokens).is_some_and(|dateline| dateline.place.is_some() && (dateline.sure || top))
    }

    /// A dash that goes on with a full line's sentence and begins no item: no other line around it has one.
    fn is_aside(&self, text: &Text<'_>, here: &Break<'_>) -> bool {
        let Break { line, next, block, after, .. } = *here;
        let dashed = |tokens: TokenSpan| matches!(text.at(tokens.start()).class, Class::Dash | Class::Hyphen);
        let open = ends_open(text, line) || matches!(text.at(line.tokens.end() - 1).class, Class::Quote | Class::Close);
        dashed(next.tokens)
            && open
            && self.width.is_some_and(|width| width.is_full(line, next))
            && !is_item(text, block)
            && !dashed(line.tokens)
            && after.is_none_or(|after| !dashed(after.tokens))
    }
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

/// Whether a group's lines are hard-wrapped: nearly everywhere the next word would not have fitted, or stands in mid-sentence.
fn is_wrapped(text: &Text<'_>, group: &[Line], width: Width) -> bool {
    if group.len() < 3 || are_rows(text, group) {
        return false;
    }
    let within = || group.windows(2).map(|pair| (pair[0], pair[1])).filter(|(_, next)| !is_item(text, next.tokens));
    let is_cut = |&(line, next): &(Line, Line)| is_cut_sentence(text, line, next);
    let is_open = |pair: &(Line, Line)| is_cut(pair) || leads_on(text, pair.0);
    let fits = |line: Line| line.width <= width.of_page + width.of_page / 12;
    let (breaks, open) = (within().count(), within().filter(is_open).count());
    let is_full = |&(line, next): &(Line, Line)| fits(line) && width.is_full(line, next);
    let full = within().filter(|pair| is_full(pair) || is_cut(pair)).count();
    // in a long group, sentences that are cut at the page's width tell more than all that stands in lists and addresses
    let both = within().filter(|pair| is_full(pair) && is_open(pair)).count();
    let enough = if group.len() < 8 { full * 10 >= breaks * 8 } else { full * 10 >= breaks * 6 || both > 2 && both * 10 >= open * 8 };
    // headline and subheadlines can be as wide as a page is by chance; no sentence runs on in them
    let prose = || open > 0 || group.iter().any(|&line| has_inner_stop(text, line));
    breaks > 1 && enough && usual_width(group) >= NARROWEST && prose()
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
