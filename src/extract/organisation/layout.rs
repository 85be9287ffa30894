//! Where the layout names the issuer: "Über X", "Original-Content von: X".

use super::{Candidate, Finder};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap};

/// The name in the heading of the boilerplate.
pub static ABOUT: Rule = Rule {
    name: "organisation/layout/about",
    finds: Finds::Organisation,
    confidence: 0.94,
    reason: "the heading \"Über …\" of the last paragraph names the issuer",
    yes: &[
        "Text.\n\nÜber [[nordwerk]]\n\nSeit 1998 baut nordwerk Lampen.",
        "Text.\n\nÜber die [[Wernigk]]:\n\nDie Wernigk baut Lampen.",
        "Text.\n\nAbout [[Wernigk]]\n\nWernigk baut Lampen.",
        "Text.\n\nÜber [[Pauli & Co]]\n\nHier wird gebaut.",
    ],
    no: &["Über die Brücke fahren täglich viele Autos.", "Text.\n\nÜber uns\n\nWir bauen Lampen."],
};

/// Issuer and agency of the note at a release's end.
pub static SOURCE: Rule = Rule {
    name: "organisation/layout/source",
    finds: Finds::Organisation,
    confidence: 0.97,
    reason: "press portals write \"Original-Content von: X, übermittelt durch Y\" below a release",
    yes: &[
        "Original-Content von: [[Wernigk]], übermittelt durch [[Presseweg]]",
        "Text.\n\nOriginal-Content von: [[nordwerk leuchten]], übermittelt durch [[Presseweg]]",
        "Original-Content von: [[Amt Sonnental]], übermittelt durch [[Presseweg]]",
    ],
    no: &["Der Inhalt stammt von uns.", "Die Daten werden durch Funk übermittelt."],
};

/// Longest name in such a line, in tokens.
const LONGEST: usize = 14;

impl Finder<'_> {
    /// Proposes the names the layout points to.
    pub(super) fn layout(&self, out: &mut Vec<Candidate>) {
        for block in &self.text.sections {
            let (start, end) = (block.tokens.start(), block.tokens.end());
            if matches!(self.text.word(start), "Über" | "ÜBER" | "Ueber" | "About") && end - start <= LONGEST {
                self.about(start, end, out);
            }
        }
        for at in 0..self.text.tokens.len() {
            if self.text.word(at) == "Content" && self.text.word(at + 1) == "von" && self.text.word(at + 2) == ":" {
                self.source(at + 3, out);
            }
        }
    }

    fn about(&self, start: usize, end: usize, out: &mut Vec<Candidate>) {
        let mut first = start + 1;
        if self.text.is(first, Flags::ARTICLE) && self.text.tokens[first].is_lower() {
            first += 1;
        }
        // a heading is one line
        let mut last = (first..end).find(|&n| n > start && self.text.tokens[n].gap >= Gap::Line).unwrap_or(end);
        while last > first && matches!(self.text.tokens[last - 1].class, Class::Colon | Class::Stop) {
            last -= 1;
        }
        let Some(token) = self.token(first).filter(|_| last > first) else { return };
        let ordinary = (first..last).any(|n| {
            self.is_closed(n) && self.text.is(n, Flags::PERSONAL | Flags::AUXILIARY | Flags::MODAL)
                || self.text.tokens[n].class == Class::Final
                || self.text.is(n, Flags::FINITE) && self.text.tokens[n].is_lower()
        });
        let named = token.is_capital() && !self.is_closed(first) || token.flags.is_empty() && token.class == Class::Word;
        let bare = last == first + 1 && self.is_common_noun(first);
        if named && !ordinary && !bare && !self.in_person(first) {
            let mut candidate = Candidate::new(first, last, &ABOUT);
            candidate.rank = 1;
            out.push(candidate);
        }
    }

    fn source(&self, start: usize, out: &mut Vec<Candidate>) {
        let limit = (start + LONGEST * 2).min(self.text.tokens.len());
        let Some(by) = (start..limit).find(|&n| self.text.word(n) == "übermittelt") else { return };
        if by > start + 1 && self.text.word(by - 1) == "," {
            let mut candidate = Candidate::new(start, by - 1, &SOURCE);
            candidate.rank = 3;
            out.push(candidate);
        }
        if self.text.word(by + 1) == "durch" {
            let end = (by + 2..(by + 6).min(self.text.tokens.len()))
                .find(|&n| self.text.tokens[n].gap >= Gap::Line || !matches!(self.text.tokens[n].class, Class::Word))
                .unwrap_or((by + 6).min(self.text.tokens.len()));
            if end > by + 2 {
                let mut candidate = Candidate::new(by + 2, end, &SOURCE);
                candidate.rank = 3;
                out.push(candidate);
            }
        }
    }
}
