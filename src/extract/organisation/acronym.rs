//! A name and its acronym in brackets: "Zentrum für Moorkunde und Torf (ZMT)".

use super::{Candidate, Finder};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap, Shape};

/// An acronym in brackets and the words it abbreviates.
pub static BRACKET: Rule = Rule {
    name: "organisation/acronym/bracket",
    finds: Finds::Organisation,
    confidence: 0.93,
    reason: "an acronym in brackets abbreviates the name before it; its letters tell where the name begins",
    yes: &[
        "Das European Council for Urban Trees ([[ECUT]]) vergibt das Label.",
        "Die Gesellschaft für Moorkunde und Torfmoose ([[GMT]]) tagt.",
        "Der [[Regionale Ausschuss Verkehr]] ([[RAV]]) lädt ein.",
    ],
    no: &["Sie nutzten Künstliche Intelligenz (KI).", "Er (42) kommt aus Ulm.", "Das meint Sara Paulsen ([[SPD]])."],
};

/// An unlisted acronym and the place of its body.
pub static PLACE: Rule = Rule {
    name: "organisation/acronym/place",
    finds: Finds::Organisation,
    confidence: 0.85,
    reason: "an unlisted acronym with a place behind it names the body there",
    yes: &["Das teilte die [[BKS Tannhausen]] mit.", "Von der [[EVK Ratzenstein]] kommt der Strom.", "Die [[WBG Kassel]] baut."],
    no: &["Der ICE Hamburg hält nicht.", "Die PKW Köln waren neu.", "Die Filmtage Kassel enden."],
};

/// Lower-case words inside names, which acronyms may skip.
const INNER: [&str; 15] = ["für", "der", "des", "und", "zur", "of", "for", "and", "the", "deutscher", "in", "im", "von", "de", "la"];

impl Finder<'_> {
    /// Adds acronyms in brackets, and the names before them that no other rule found; returns (short, full) as the
    /// first tokens of both.
    pub(super) fn acronyms(&self, chosen: &mut Vec<Candidate>) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        let mut more = Vec::new();
        for open in 1..self.text.tokens.len().saturating_sub(2) {
            if self.text.word(open) != "(" || self.text.tokens[open].is_glued() {
                continue;
            }
            let start = open + 1;
            let close = (start + 1..(start + 6).min(self.text.tokens.len())).find(|&n| matches!(self.text.word(n), ")" | "," | ";"));
            let Some(close) = close.filter(|_| self.is_acronym(start)) else { continue };
            let inner = self.chain_end(start);
            if inner != close {
                continue;
            }
            let ends_here = |c: &&Candidate| c.span.end() == open;
            let near = chosen.partition_point(|c| c.span.end() <= open);
            let full = chosen[..near].last().filter(ends_here).filter(|c| self.initials_fit(c.span.start(), open, start)).cloned();
            let listed = chosen.binary_search_by_key(&start, |c| c.span.start()).is_ok();
            match full {
                Some(full) => {
                    let mut candidate = Candidate::new(start, close, &BRACKET).kind(full.kind);
                    candidate.rank = 1;
                    if let Some(wider) = self.initials_start(open, start).filter(|&w| w < full.span.start() && !self.is_closed(w)) {
                        let mut whole = full.clone();
                        whole.span = crate::text::span::TokenSpan::new(wider, open);
                        whole.name = None;
                        more.push(whole);
                        pairs.push((start, wider));
                    } else {
                        pairs.push((start, full.span.start()));
                    }
                    if !listed {
                        more.push(candidate);
                    }
                }
                None => {
                    // "Anna Weber (SPD)" is a person and a party
                    let person = self.person_ending(open).is_some();
                    let common = person || self.text.lexicon.is_common_acronym(self.text.word(start));
                    if let Some(mut first) = self.initials_start(open, start).filter(|_| !common)
                        && (self.is_body(first, open) || listed)
                    {
                        // "Bundesverband Paletten, Kisten, Fässer (PKF)": the head noun has no letter in it
                        let at = chosen.partition_point(|c| c.span.start() < first);
                        let head = at
                            .checked_sub(1)
                            .map(|n| chosen[n].span)
                            .filter(|span| span.end() > first || span.end() == first && self.text.is(first - 1, Flags::ORGANISATION_HEAD));
                        if let Some(head) = head.filter(|_| first > 0 && self.text.is(first - 1, Flags::ORGANISATION_HEAD)) {
                            first = head.start();
                        }
                        pairs.push((start, first));
                        more.push(Candidate::new(first, open, &BRACKET));
                        more.push(Candidate::new(start, close, &BRACKET));
                    }
                }
            }
        }
        if !more.is_empty() {
            let mut kept = std::mem::take(chosen);
            // a wider name replaces the parts found inside it
            more.sort_by_key(|m| m.span.start());
            kept.retain(|c| {
                let after = more.partition_point(|m| m.span.start() <= c.span.start());
                !more[..after].iter().rev().take(2).any(|m| m.span.contains(c.span) && m.span != c.span)
            });
            *chosen = self.choose_more(kept, more);
        }
        pairs
    }

    /// Proposes acronyms with the place, or the name in mixed case, of their bodies.
    pub(super) fn acronym_places(&self, out: &mut Vec<Candidate>) {
        const OTHER: Flags = Flags::TITLE.union(Flags::UNIT).union(Flags::LEGAL_FORM).union(Flags::ROLE).union(Flags::NOUN);
        for at in 1..self.text.tokens.len().saturating_sub(1) {
            let token = &self.text.tokens[at];
            let letters = token.shape == Shape::Upper && (2..=5).contains(&self.text.word(at).chars().count());
            if !letters || token.is(OTHER) || token.is_glued() || !self.follows(at + 1) || self.text.lexicon.is_common_acronym(self.text.word(at)) {
                continue;
            }
            let name = at + 1;
            let place = self.is_place(name) && !self.text.is(name, Flags::COUNTRY)
                || self.is_unknown(name) && self.text.lexicon.ends_like_place(self.text.word(name))
                || self.is_unknown(name) && self.text.tokens[name].shape == Shape::Mixed;
            let before = self.text.is(at - 1, Flags::ARTICLE | Flags::PREPOSITION | Flags::CONTRACTION | Flags::CONJUNCTION) && self.follows(at);
            let model = self.token(name + 1).is_some_and(|t| t.class == Class::Number);
            if place && before && !model && !self.is_shouted(at) && self.person_from(name).is_none_or(|p| p.span.len() < 2) {
                out.push(Candidate::new(at, self.names_after(name, self.limit(at), false).max(name + 1), &PLACE));
            }
        }
    }

    /// "ZMT", "BaFin", "DXfMT", "TU-BS".
    fn is_acronym(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let length = self.text.word(at).chars().count();
        token.is_glued()
            && (2..=12).contains(&length)
            && (matches!(token.shape, Shape::Upper | Shape::Mixed) || token.is_lower() && token.flags.is_empty() && length <= 5)
    }

    /// Whether the letters of the acronym appear in order as the words' letters, the first as the first word's initial.
    pub(super) fn initials_fit(&self, start: usize, end: usize, acronym: usize) -> bool {
        let letters: Vec<char> = self.text.word(acronym).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let name: Vec<char> = (start..end).flat_map(|n| self.text.word(n).chars()).flat_map(char::to_lowercase).collect();
        let mut rest = name.iter();
        let found = letters.iter().filter(|letter| rest.clone().any(|c| c == *letter) && rest.any(|c| c == *letter)).count();
        found + 1 >= letters.len() && found * 4 >= letters.len() * 3
    }

    /// Where the name begins whose capitals give the acronym, walking back from its last letter.
    fn initials_start(&self, end: usize, acronym: usize) -> Option<usize> {
        let letters: Vec<char> = self.text.word(acronym).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        let floor = self.sentence_start(end - 1).max(end.saturating_sub(14));
        let mut left = letters.len();
        let mut at = end;
        let mut best = None;
        while at > floor && left > 0 {
            at -= 1;
            let token = &self.text.tokens[at];
            if self.text.tokens[at + 1].gap == Gap::Blank {
                break;
            }
            match token.class {
                Class::Word => {
                    let mut initials = self.text.word(at).chars().flat_map(char::to_lowercase);
                    let first = initials.next()?;
                    if first == letters[left - 1] && token.is_capital() {
                        left -= 1;
                    } else if left >= 2 && token.is_capital() && first == letters[left - 2] && initials.any(|c| c == letters[left - 1]) {
                        left -= 2;
                    } else if left >= 3 && token.is_capital() && first == letters[left - 3] {
                        left -= 3;
                    } else if token.is_lower() && first == letters[left - 1] && left > 1 {
                        // "für" may or may not have its letter
                        left -= usize::from(!self.is_closed(at) || left == letters.len());
                    } else if token.is_lower() && !INNER.contains(&self.text.word(at)) || token.is_capital() && self.is_closed(at) {
                        break;
                    }
                    if left == 0 {
                        best = Some(at);
                    }
                }
                Class::Hyphen | Class::Comma => {}
                Class::Symbol if self.text.word(at) == "&" => {}
                _ => break,
            }
        }
        best.filter(|&start| self.text.tokens[start].is_capital() && end - start >= 2)
    }

    /// Whether the words before an acronym can be a body's name rather than a term: a head noun, foreign words.
    fn is_body(&self, start: usize, end: usize) -> bool {
        let words = || (start..end).filter(|&n| self.text.tokens[n].is_capital());
        words().any(|n| self.text.is(n, Flags::ORGANISATION_HEAD)) || words().filter(|&n| self.is_unknown(n)).count() * 2 >= words().count().max(2)
    }
}
