//! Credits: "Bauherr: Wohnbau Tannhausen eG, Architekten: Bauraum Nord", as lists of prize winners and of works have them.

use super::{Candidate, Finder};
use crate::lexicon::{Flags, Marks};
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap, Shape};

/// The name behind a label.
pub static LABEL: Rule = Rule {
    name: "organisation/label",
    finds: Finds::Organisation,
    confidence: 0.85,
    reason: "behind a label such as \"Bauherr:\" or \"Produktion:\" stands the name of a firm or body up to the next comma",
    yes: &[
        "Wohnhaus am Deich (Architekten: [[Quarbel Wohnen]]; Bauherr: privat)",
        "Produktion: [[Welner Film]], Tannhausen",
        "Auftraggeber: [[Bauraum Nexora]]",
    ],
    no: &["Architekten: Anna Weber, Ulm", "Produktion: 500 Stück im Jahr", "Veranstalter: die örtlichen Vereine"],
};

/// Longest name, in tokens.
const LONGEST: usize = 8;

impl Finder<'_> {
    /// Proposes the names behind labels.
    pub(super) fn labels(&self, out: &mut Vec<Candidate>) {
        for noun in 0..self.text.tokens.len() {
            let colon = self.token(noun + 1).is_some_and(|t| t.class == Class::Colon && t.is_glued());
            if !colon || !self.marks(noun).contains(Marks::LABEL) || !self.text.tokens[noun].is_capital() {
                continue;
            }
            let start = noun + 2;
            let end = self.credit_end(start);
            if self.is_credit(start, end) {
                out.push(Candidate::new(start, end, &LABEL));
            }
        }
    }

    /// Token after what stands between a label and the next comma, bracket or line.
    fn credit_end(&self, start: usize) -> usize {
        let mut end = start;
        while end < start + LONGEST {
            let Some(token) = self.token(end) else { break };
            let apart = end > start && token.gap >= Gap::Line || end == start && token.gap > Gap::Space;
            let inside = matches!(token.class, Class::Word | Class::Hyphen | Class::Slash | Class::Symbol | Class::Number)
                || token.class == Class::Stop && token.is_glued() && self.token(end + 1).is_some_and(|next| next.gap == Gap::Space && next.is_capital());
            if apart || !inside {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether the words are a name rather than a person's, a figure or a phrase.
    fn is_credit(&self, start: usize, end: usize) -> bool {
        let Some(first) = self.token(start).filter(|_| end > start) else { return false };
        let closed =
            self.token(end).is_none_or(|t| matches!(t.class, Class::Comma | Class::Close | Class::Stop) || self.text.word(end) == ";" || t.gap >= Gap::Line);
        let opens = first.is_capital() && !self.is_closed(start) || first.is_lower() && first.flags.is_empty() && first.class == Class::Word;
        let phrase = (start..end).any(|n| {
            let token = &self.text.tokens[n];
            self.in_person(n)
                || token.is_lower() && token.is(Flags::ARTICLE | Flags::FINITE | Flags::PREPOSITION) && !matches!(self.text.word(n), "für" | "der")
        });
        let named = (start..end).any(|n| self.is_proper(n) || self.is_unknown(n) || self.text.tokens[n].is_lower() && self.text.tokens[n].flags.is_empty());
        let single = end == start + 1 && !(self.is_unknown(start) || matches!(first.shape, Shape::Mixed | Shape::Upper));
        let place = end == start + 1 && self.text.is(start, Flags::PLACE | Flags::GIVEN | Flags::SURNAME);
        closed && opens && !phrase && named && !single && !place
    }
}
