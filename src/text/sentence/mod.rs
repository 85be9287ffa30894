//! Blocks → sentences.
//!
//! Every full stop, exclamation mark, question mark and ellipsis is a candidate, decided once from the tokens around it: what
//! stands before it (`number`, `abbreviation`), which mark it is (`final_mark`), and how clearly the next token opens a
//! sentence (`opener`). Colons and semicolons never end one. The cases of `golden.tsv` show each class both ways.

mod abbreviation;
mod clause;
mod final_mark;
mod list;
mod number;
mod opener;
mod quotation;

use super::scan::{Class, Gap};
use super::span::TokenSpan;
use super::{Sentence, Text};
use opener::Opener;
use quotation::Marks;
use std::cell::OnceCell;

/// Cuts every block into sentences; no boundary lies inside the dateline. `stops` are the marks that may end one;
/// [`Sentence::section`] is the block's number.
pub fn split(text: &Text<'_>, blocks: &[TokenSpan], dateline: Option<TokenSpan>, stops: &[u32], found: &mut Vec<Sentence>) {
    let mut splitter = Splitter { text, marks: Marks::new(text), stops };
    for (section, &block) in blocks.iter().enumerate() {
        let from = dateline.filter(|dateline| block.contains(*dateline)).map_or(block.start(), |dateline| dateline.end());
        splitter.block(block, from, |tokens| found.push(Sentence { tokens, section }));
    }
}

struct Splitter<'s, 't> {
    text: &'s Text<'t>,
    marks: Marks,
    /// The marks that may end a sentence and were not looked at yet.
    stops: &'s [u32],
}

/// A mark that may end a sentence, and what stands around it.
struct Candidate<'s, 't> {
    text: &'s Text<'t>,
    marks: &'s Marks,
    /// First token of the sentence.
    start: usize,
    /// The mark.
    at: usize,
    /// The token behind the mark and all that belongs to it: closing marks, brackets, notes.
    next: usize,
    /// Token behind the block.
    end: usize,
    /// A quotation is closed behind the mark.
    closed: bool,
    /// How the next token looks, once somebody has asked.
    opener: OnceCell<Opener>,
}

impl Splitter<'_, '_> {
    /// Emits the sentences of a block; no boundary lies before token `from`.
    fn block(&mut self, block: TokenSpan, from: usize, mut emit: impl FnMut(TokenSpan)) {
        let mut start = block.start();
        let mut at = from;
        let mut list = list::begins(self.text, block);
        while at < block.end() {
            let stop = self.next_stop(at, block.end());
            let mark = stop.unwrap_or(block.end());
            for item in at.max(block.start() + 1)..mark {
                let Some(items) = list else { break };
                if let Some(rest) = items.goes_on(self.text, item, block.end()) {
                    list = Some(rest);
                    if item > start {
                        emit(TokenSpan::new(start, item));
                        start = item;
                    }
                }
            }
            let next = if stop.is_some() { self.behind(mark, block.end()) } else { block.end() };
            if next < block.end() && self.candidate(start, mark, next, block.end()).ends() {
                emit(TokenSpan::new(start, next));
                start = next;
            }
            at = next;
        }
        if start < block.end() {
            emit(TokenSpan::new(start, block.end()));
        }
    }

    /// The next mark from a token on that may end a sentence, inside the block.
    fn next_stop(&mut self, at: usize, end: usize) -> Option<usize> {
        while let Some((&stop, rest)) = self.stops.split_first().filter(|(stop, _)| (**stop as usize) < end) {
            self.stops = rest;
            if stop as usize >= at {
                return Some(stop as usize);
            }
        }
        None
    }

    fn candidate(&self, start: usize, at: usize, next: usize, end: usize) -> Candidate<'_, '_> {
        let closed = (at + 1..next).any(|t| self.text.at(t).class == Class::Quote);
        Candidate { text: self.text, marks: &self.marks, start, at, next, end, closed, opener: OnceCell::new() }
    }

    /// The token behind a final mark and what belongs to it: further marks, closing quotation marks and brackets, notes.
    fn behind(&self, at: usize, end: usize) -> usize {
        let text = self.text;
        let mut next = at + 1;
        while next < end {
            let token = text.at(next);
            let length = match token.class {
                Class::Quote => usize::from(self.marks.closes(next) || token.is_glued() && !self.marks.opens(next)),
                Class::Close => usize::from(token.is_glued() || text.at(next - 1).class == Class::Final),
                // "Ende. … und dann": the ellipsis opens the next sentence
                Class::Final => usize::from(token.is_glued() || text.at(at).class == Class::Final || !final_mark::leads_on(text, next, end)),
                _ if next == at + 1 => final_mark::note(text, at, end),
                _ => 0,
            };
            if length == 0 {
                break;
            }
            next += length;
        }
        next
    }
}

impl Candidate<'_, '_> {
    /// Whether a sentence ends with the mark.
    fn ends(&self) -> bool {
        let text = self.text;
        if self.marks.in_title(self.at) && (!self.closed || self.marks.in_title(self.next)) {
            return false;
        }
        // behind most words nothing is asked of a capital
        if !text.at(self.next).is_capital() && self.opener() == Opener::No {
            return !self.closed && opener::lower_case_opens(self);
        }
        if text.at(self.next).gap == Gap::None && !opener::glued_opens(self) {
            return false;
        }
        if text.at(self.at).class == Class::Final {
            return final_mark::ends(self);
        }
        let Some(before) = self.at.checked_sub(1).filter(|&before| before >= self.start) else { return false };
        if text.at(self.at).gap != Gap::None && text.at(before).class != Class::Number && before != self.start {
            return true; // " . " stands apart: a typist's full stop
        }
        match text.at(before).class {
            Class::Number => number::ends(self, before),
            Class::Word => abbreviation::ends(self, before),
            _ => true,
        }
    }

    /// How the next token looks.
    fn opener(&self) -> Opener {
        *self.opener.get_or_init(|| opener::look(self))
    }

    /// A bracket around a whole sentence follows.
    fn brackets(&self) -> bool {
        self.clear() && opener::holds_a_sentence(self.text, self.next, self.end)
    }

    /// A capitalised article, pronoun, preposition or a quotation follows.
    fn clear(&self) -> bool {
        self.opener() == Opener::Clear
    }
}

#[cfg(test)]
mod golden;
#[cfg(test)]
mod tests;
