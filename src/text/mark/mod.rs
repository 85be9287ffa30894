//! Quotation marks → pairs.
//!
//! One pass with a short stack. What a mark does is read from its glyph, from the white space at its sides and from what is
//! open; every glyph may close what another one opened, because releases mix styles („…", “…”, »…«). A mark that stays open is
//! repaired within narrow bounds and never reaches into the next quotation.

use super::scan::{Class, Gap};
use super::span::TokenSpan;
use super::{Quotation, Text};
use crate::analysis::Warning;
use crate::lexicon::Flags;

/// Deepest nesting that is followed; older open marks are given up.
const DEPTH: usize = 8;
/// Most warnings for one text: a text of nothing but marks must not fill the memory with them.
pub(super) const WARNINGS: usize = 100;
/// Farthest that a frame is looked for behind a mark without its partner, in tokens.
const REACH: usize = 160;

/// Farthest that the mark which really closes is looked for behind an apostrophe, in tokens.
const GENITIVE_REACH: usize = 40;

/// How marks look, as far as pairing cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Glyph {
    /// `„`, `,,`, `‟`
    Low,
    /// `“`
    Sixes,
    /// `”`
    Nines,
    /// `"`
    Straight,
    /// ``` `` ```
    TexOpen,
    /// `''`
    TexClose,
    /// `»`
    Right,
    /// `«`
    Left,
    /// `‚`
    LowSingle,
    /// `‘`, `‛`
    SixesSingle,
    /// `’`
    NinesSingle,
    /// `'`
    StraightSingle,
    /// `›`
    RightSingle,
    /// `‹`
    LeftSingle,
    /// Primes, accents: never marks of speech.
    Other,
}

impl Glyph {
    fn of(mark: &str) -> Self {
        match mark {
            "„" | ",," | "‟" => Glyph::Low,
            "“" => Glyph::Sixes,
            "”" => Glyph::Nines,
            "\"" => Glyph::Straight,
            "``" => Glyph::TexOpen,
            "''" => Glyph::TexClose,
            "»" => Glyph::Right,
            "«" => Glyph::Left,
            "‚" => Glyph::LowSingle,
            "‘" | "‛" => Glyph::SixesSingle,
            "’" => Glyph::NinesSingle,
            "'" => Glyph::StraightSingle,
            "›" => Glyph::RightSingle,
            "‹" => Glyph::LeftSingle,
            _ => Glyph::Other,
        }
    }

    /// Single marks can be apostrophes; without a partner they are dropped in silence.
    fn is_single(self) -> bool {
        matches!(self, Glyph::LowSingle | Glyph::SixesSingle | Glyph::NinesSingle | Glyph::StraightSingle | Glyph::RightSingle | Glyph::LeftSingle)
    }

    /// Marks that never close.
    fn only_opens(self) -> bool {
        matches!(self, Glyph::Low | Glyph::LowSingle)
    }

    /// Whether `self` can close what `open` opened.
    fn closes(self, open: Glyph) -> bool {
        match open {
            Glyph::Low => matches!(self, Glyph::Sixes | Glyph::Nines | Glyph::Straight | Glyph::TexClose | Glyph::TexOpen),
            Glyph::Sixes => matches!(self, Glyph::Nines | Glyph::Straight | Glyph::Sixes | Glyph::TexClose),
            Glyph::Nines => matches!(self, Glyph::Nines | Glyph::Straight | Glyph::Sixes),
            Glyph::Straight => matches!(self, Glyph::Straight | Glyph::Sixes | Glyph::Nines | Glyph::TexClose),
            Glyph::TexOpen | Glyph::TexClose => matches!(self, Glyph::TexClose | Glyph::Straight | Glyph::Nines),
            Glyph::Right => matches!(self, Glyph::Left | Glyph::Right | Glyph::Straight),
            Glyph::Left => matches!(self, Glyph::Right | Glyph::Left | Glyph::Straight),
            Glyph::LowSingle => matches!(self, Glyph::SixesSingle | Glyph::NinesSingle | Glyph::StraightSingle),
            Glyph::SixesSingle => matches!(self, Glyph::NinesSingle | Glyph::StraightSingle),
            Glyph::NinesSingle | Glyph::StraightSingle => matches!(self, Glyph::StraightSingle | Glyph::NinesSingle),
            Glyph::RightSingle => matches!(self, Glyph::LeftSingle | Glyph::RightSingle),
            Glyph::LeftSingle => matches!(self, Glyph::RightSingle | Glyph::LeftSingle),
            Glyph::Other => false,
        }
    }
}

/// What the white space and the neighbours say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Unclear,
}

/// A mark that waits for its partner.
#[derive(Debug, Clone, Copy)]
struct Open {
    at: usize,
    glyph: Glyph,
}

/// Pairs opening and closing marks, block by block; `quotes` are the tokens that are quotation marks.
pub fn pair(text: &Text<'_>, blocks: &[TokenSpan], mut quotes: &[u32]) -> (Vec<Quotation>, Vec<Warning>) {
    let mut pairing = Pairing { text, found: Vec::new(), warnings: Vec::new(), stack: Vec::with_capacity(DEPTH), pending: None, opened: false };
    for &block in blocks {
        let inside;
        (inside, quotes) = quotes.split_at(quotes.iter().position(|&quote| quote as usize >= block.end()).unwrap_or(quotes.len()));
        pairing.block(block, inside);
    }
    let Pairing { mut found, warnings, .. } = pairing;
    settle(&mut found);
    (found, warnings)
}

struct Pairing<'p, 't> {
    text: &'p Text<'t>,
    found: Vec<Quotation>,
    warnings: Vec<Warning>,
    stack: Vec<Open>,
    /// A quotation that is still open at the end of the block before: index into `found` and its glyph.
    pending: Option<(usize, Glyph)>,
    /// Whether a mark has opened in this block.
    opened: bool,
}

impl Pairing<'_, '_> {
    fn block(&mut self, block: TokenSpan, quotes: &[u32]) {
        self.opened = false;
        for &quote in quotes {
            self.mark(quote as usize, block);
        }
        self.finish(block);
    }

    fn mark(&mut self, at: usize, block: TokenSpan) {
        let text = self.text;
        let glyph = Glyph::of(text.word(at));
        if glyph == Glyph::Other {
            return;
        }
        let side = side(text, at, block);
        if glyph.only_opens() {
            // ",," and "‚" are commas to some typists: they open only where a word follows
            if glyph != Glyph::LowSingle || side != Side::Closes {
                self.open(at, glyph, block);
            }
            return;
        }
        if matches!(glyph, Glyph::NinesSingle | Glyph::StraightSingle) && self.is_genitive(at, block) {
            return;
        }
        let partner = self.stack.iter().rposition(|open| glyph.closes(open.glyph));
        let closes = match side {
            Side::Closes => true,
            Side::Unclear => partner.is_some(),
            // „Gold“ closes by its glyph whatever the spaces say, unless it may open as well
            Side::Opens => {
                partner.is_some_and(|p| glyph == Glyph::Sixes && self.stack[p].glyph == Glyph::Low && text.get(at + 1).is_none_or(|next| next.gap != Gap::None))
            }
        };
        if !closes {
            if glyph.is_single() && is_apostrophe(text, at) {
                return;
            }
            self.open(at, glyph, block);
            return;
        }
        match partner {
            Some(level) => self.close(level, at),
            None if glyph.is_single() => {}
            None => self.lonely(at, glyph, block),
        }
    }

    /// The apostrophe of a genitive inside ‚…‘ ("‚Hans’ Haus‘"): the proper closing mark is still to come.
    fn is_genitive(&self, at: usize, block: TokenSpan) -> bool {
        let text = self.text;
        let inside = self.stack.last().is_some_and(|open| open.glyph == Glyph::LowSingle);
        let stem = at > block.start() && text.word(at - 1).ends_with(['s', 'ß', 'x', 'z']) && text.at(at).gap == Gap::None;
        let noun = text.get(at + 1).is_some_and(|next| next.gap == Gap::Space && next.is_capital());
        inside && stem && noun && (at + 2..block.end()).take(GENITIVE_REACH).any(|later| Glyph::of(text.word(later)) == Glyph::SixesSingle)
    }

    fn open(&mut self, at: usize, glyph: Glyph, block: TokenSpan) {
        if self.stack.len() == DEPTH {
            let oldest = self.stack.remove(0);
            self.repair(oldest, self.stack[0].at, block);
        }
        if !self.opened {
            self.opened = true;
            if let Some((index, before)) = self.pending {
                let first = at == block.start();
                if !(first && before == glyph) {
                    self.give_up_pending(index);
                }
            }
        }
        self.stack.push(Open { at, glyph });
    }

    fn close(&mut self, level: usize, at: usize) {
        let open = self.stack[level];
        // what was opened inside and never closed ends before this mark
        for inner in (level + 1..self.stack.len()).rev() {
            let limit = self.stack.get(inner + 1).map_or(at, |next| next.at);
            let lost = self.stack[inner];
            self.repair(lost, limit, TokenSpan::new(lost.at, at));
        }
        self.stack.truncate(level);
        let continues = self.continues(open);
        self.found.push(Quotation { tokens: TokenSpan::new(open.at, at + 1), opened: true, closed: true, depth: 0, continues });
    }

    /// Whether the mark reopens the quotation that the block before left open; called once for each.
    fn continues(&mut self, open: Open) -> bool {
        let Some((_, glyph)) = self.pending else { return false };
        let reopens = self.stack.is_empty() && glyph == open.glyph && self.text.at(open.at).gap >= Gap::Line;
        if reopens {
            self.pending = None;
        }
        reopens
    }

    /// A closing mark with nothing open.
    fn lonely(&mut self, at: usize, glyph: Glyph, block: TokenSpan) {
        let text = self.text;
        if let Some((index, before)) = self.pending
            && !self.opened
            && glyph.closes(before)
        {
            // the paragraph before was left open and this one not reopened
            self.pending = None;
            self.opened = true;
            let _ = index;
            self.found.push(Quotation { tokens: TokenSpan::new(block.start(), at + 1), opened: false, closed: true, depth: 0, continues: true });
            return;
        }
        if glyph == Glyph::Straight && at > block.start() && text.at(at - 1).class == Class::Number {
            return; // inches, seconds
        }
        self.warn("stray-quotation-mark", at, "no quotation is open here");
        let floor = self.found.last().map_or(block.start(), |last| last.tokens.end().max(block.start()));
        let framed = frame_follows(text, at, block);
        let ended = at > block.start() && matches!(text.at(at - 1).class, Class::Stop | Class::Final);
        if !framed && !ended {
            return;
        }
        // the frame behind it says that a quotation ends here: it began with the sentence; a colon before says where it began
        let mut start = at;
        let mut found = framed;
        while start > floor && at - start < REACH {
            let before = text.at(start - 1).class;
            let first = start < at && text.at(start).gap != Gap::None && text.at(start).is_capital();
            if first && before == Class::Colon {
                found = true;
                break;
            }
            if first && framed && matches!(before, Class::Stop | Class::Final) {
                break;
            }
            start -= 1;
        }
        if !found {
            return;
        }
        if start < at && self.stack.is_empty() {
            self.found.push(Quotation { tokens: TokenSpan::new(start, at + 1), opened: false, closed: true, depth: 0, continues: false });
        }
    }

    /// What is open at the end of a block: the last one may go on in the next block, the others are repaired.
    fn finish(&mut self, block: TokenSpan) {
        let held = self.pending.take();
        let doubles = self.stack.iter().filter(|open| !open.glyph.is_single()).count();
        let carries = doubles == 1 && {
            let open = self.stack[self.stack.iter().position(|open| !open.glyph.is_single()).unwrap_or(0)];
            self.may_go_on(open, block)
        };
        while let Some(open) = self.stack.pop() {
            if open.glyph.is_single() {
                continue;
            }
            let reopens = self.stack.is_empty() && held.is_some_and(|(_, glyph)| glyph == open.glyph) && open.at == block.start();
            if carries {
                self.pending = Some((self.found.len(), open.glyph));
                self.found.push(Quotation { tokens: TokenSpan::new(open.at, block.end()), opened: true, closed: false, depth: 0, continues: reopens });
            } else {
                let limit = self.next_opening(open.at, block.end());
                self.repair(open, limit, block);
            }
        }
        if let Some((index, glyph)) = held
            && !self.opened
        {
            // nothing in this block answers: the quotation ended with its own block
            let _ = glyph;
            self.give_up_pending(index);
        }
    }

    /// Start of the next quotation after a mark, from what has been found so far.
    fn next_opening(&self, after: usize, end: usize) -> usize {
        self.found.iter().rev().take(REACH).take_while(|q| q.tokens.start() > after).map(|q| q.tokens.start()).min().unwrap_or(end).min(end)
    }

    /// An open mark at a block's end goes on in the next block when the quoted text fills the rest of this one.
    fn may_go_on(&self, open: Open, block: TokenSpan) -> bool {
        let text = self.text;
        let Some(next) = text.get(block.end()) else { return false };
        if self.found.iter().rev().take_while(|q| q.tokens.start() > open.at).any(|q| Glyph::of(text.word(q.tokens.start())) == open.glyph) {
            return false;
        }
        let reopened = next.class == Class::Quote && Glyph::of(text.word(block.end())) == open.glyph;
        let full_stop = matches!(text.at(block.end() - 1).class, Class::Stop | Class::Final);
        (reopened || full_stop) && frame_inside(text, open.at, block.end()).is_none()
    }

    fn give_up_pending(&mut self, index: usize) {
        self.pending = None;
        if let Some(start) = self.found.get(index).map(|q| q.tokens.start()) {
            self.warn("unclosed-quotation", start, "the quotation is not closed; it was ended with its paragraph");
        }
    }

    /// Ends a quotation that is never closed: before its frame, else at its last full stop before `limit`.
    fn repair(&mut self, open: Open, limit: usize, block: TokenSpan) {
        if open.glyph.is_single() {
            return;
        }
        let text = self.text;
        let limit = limit.min(block.end());
        let end = frame_inside(text, open.at, limit)
            .or_else(|| (open.at + 1..limit).rev().take(REACH).find(|&at| matches!(text.at(at).class, Class::Stop | Class::Final)).map(|at| at + 1));
        let end = end.unwrap_or(limit);
        self.warn("unclosed-quotation", open.at, "the quotation is not closed; its end was guessed");
        if end > open.at + 1 {
            self.found.push(Quotation { tokens: TokenSpan::new(open.at, end), opened: true, closed: false, depth: 0, continues: false });
        }
    }

    fn warn(&mut self, code: &'static str, at: usize, message: &str) {
        if self.warnings.len() < WARNINGS {
            self.warnings.push(Warning { code, span: self.text.at(at).span, message: message.to_owned() });
        }
    }
}

/// Sorts by start and counts the nesting; a repaired quotation that would cross another one is cut.
fn settle(found: &mut Vec<Quotation>) {
    found.sort_by_key(|q| (q.tokens.start(), usize::MAX - q.tokens.end()));
    let mut around: Vec<usize> = Vec::with_capacity(DEPTH);
    for at in 0..found.len() {
        let mine = found[at].tokens;
        while let Some(&outer) = around.last() {
            let outer_span = found[outer].tokens;
            if outer_span.contains(mine) {
                break;
            }
            if outer_span.end() > mine.start() {
                found[outer].tokens = TokenSpan::new(outer_span.start(), mine.start());
                found[outer].closed = false;
            }
            around.pop();
        }
        found[at].depth = around.len().min(usize::from(u16::MAX)) as u16;
        around.push(at);
    }
    found.dedup_by(|later, first| later.tokens == first.tokens);
    found.retain(|q| !q.tokens.is_empty());
}

/// What the neighbours say of a mark.
fn side(text: &Text<'_>, at: usize, block: TokenSpan) -> Side {
    let here = text.at(at);
    let before = (at > block.start()).then(|| text.at(at - 1)).filter(|_| here.gap == Gap::None);
    let after = (at + 1 < block.end()).then(|| text.at(at + 1)).filter(|next| next.gap == Gap::None);
    let solid_before = before.is_some_and(|t| !matches!(t.class, Class::Open | Class::Dash | Class::Slash | Class::Hyphen | Class::Quote));
    let solid_after = after.is_some_and(|t| matches!(t.class, Class::Word | Class::Number | Class::Open | Class::Address | Class::Symbol));
    match (solid_before, solid_after) {
        (false, true) => Side::Opens,
        (true, false) => Side::Closes,
        (true, true) => Side::Unclear,
        (false, false) => match (before, after) {
            // "„ Gold “" with spaces, or mark beside mark
            (None, Some(next)) if next.class == Class::Final => Side::Opens,
            (None, Some(next)) if next.class == Class::Quote => Side::Opens,
            (Some(_), None) => Side::Closes,
            _ => Side::Unclear,
        },
    }
}

/// An apostrophe before a shortened word or a number ('s, ’n, '68).
fn is_apostrophe(text: &Text<'_>, at: usize) -> bool {
    let Some(next) = text.get(at + 1).filter(|next| next.gap == Gap::None) else { return true };
    next.class == Class::Number
        || matches!(text.word(at + 1), "s" | "n" | "ne" | "nem" | "nen" | "ner" | "m" | "r" | "t" | "ran" | "rauf" | "raus" | "rein" | "rum" | "runter")
}

/// Whether a reporting verb follows a closing mark, with or without its comma ("“, sagte", "“ – so").
fn frame_follows(text: &Text<'_>, at: usize, block: TokenSpan) -> bool {
    let mut next = at + 1;
    if next < block.end() && matches!(text.at(next).class, Class::Comma | Class::Dash) {
        next += 1;
    }
    next < block.end() && is_frame_word(text, next)
}

fn is_frame_word(text: &Text<'_>, at: usize) -> bool {
    let token = text.at(at);
    if !token.is_lower() {
        return false;
    }
    text.says(at, "so")
        || text.says(at, "laut")
        || token.is(Flags::CUE) && token.is(Flags::FINITE) && !token.is(Flags::AUXILIARY | Flags::MODAL) && says(text, at)
}

/// Whether a form belongs to a verb that governs a quotation by itself.
fn says(text: &Text<'_>, at: usize) -> bool {
    let lexicon = text.lexicon;
    lexicon.lemma_forms(text.at(at).word()).iter().any(|form| {
        let rows = lexicon.lemmas[usize::from(form.lemma)].cues.clone();
        lexicon.cues[rows].iter().any(|cue| cue.takes('q') && cue.complements.is_empty())
    })
}

/// Where a frame begins inside an unclosed quotation: the comma before its verb ("…, sagte er").
fn frame_inside(text: &Text<'_>, open: usize, limit: usize) -> Option<usize> {
    (open + 2..limit.saturating_sub(1)).take(REACH).find(|&at| {
        text.at(at).class == Class::Comma
            && is_frame_word(text, at + 1)
            && !text.says(at + 1, "so")
            // "…, sagte er", not "…, sagt man, dass"
            && text.get(at + 2).is_some_and(|next| next.is_capital() || next.is(Flags::PERSONAL | Flags::ARTICLE))
    })
}

#[cfg(test)]
mod tests;
