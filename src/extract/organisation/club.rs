//! Clubs: "1. FC X", "TSV X 1920".

use super::{Candidate, Finder};
use crate::analysis::OrganisationKind;
use crate::lexicon::{Flags, Marks};
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Shape};

/// A club by its letters.
pub static CLUB: Rule = Rule {
    name: "organisation/club",
    finds: Finds::Organisation,
    confidence: 0.95,
    reason: "the letters of sports clubs stand before their place or name",
    yes: &["Der [[TSV Lindenau 1911]] steigt auf.", "Gegen den [[1. FC Marbach]] gab es ein 2:2.", "Beim [[SV Blau-Weiß Hohenau]] wird gefeiert."],
    no: &["Das SV war kaputt.", "Im TV Programm war das nicht zu sehen."],
};

impl Finder<'_> {
    /// Proposes clubs.
    pub(super) fn clubs(&self, out: &mut Vec<Candidate>) {
        for at in 0..self.text.tokens.len() {
            let token = &self.text.tokens[at];
            if !matches!(token.shape, Shape::Upper | Shape::Mixed)
                || !self.marks(at).contains(Marks::CLUB)
                || self.is_hyphen_between(at + 1)
                || self.is_shouted(at)
            {
                continue;
            }
            let numbered = at >= 2
                && self.text.word(at - 1) == "."
                && self.text.tokens[at - 2].class == Class::Number
                && self.text.tokens[at - 1].is_glued()
                && self.follows(at);
            let start = if numbered { at - 2 } else { at };
            let mut end = at + 1;
            // "SV 07 Sand", "TSV 1860 München"
            if self.token(end).is_some_and(|t| t.class == Class::Number) && self.follows(end) {
                end += 1;
            }
            let named = self.club_name(end);
            if named == end && !(numbered && self.text.word(at) == "FC") {
                continue;
            }
            end = self.club_year(named);
            out.push(Candidate::new(start, end, &CLUB).kind(Some(OrganisationKind::Club)));
        }
    }

    fn club_name(&self, start: usize) -> usize {
        let limit = self.limit(start.saturating_sub(1)).min(start + 10);
        let mut at = start;
        while at < limit && at < start + 6 && self.follows(at) && self.is_name_like(at) && !self.text.is(at, Flags::ROLE | Flags::MONTH | Flags::WEEKDAY) {
            let fits = self.is_proper(at)
                || at == start && (self.is_hyphen_between(at + 1) || self.is_name_like(at + 1) && self.is_proper(at + 1) && self.follows(at + 1))
                || self.text.is(at, Flags::PLACE);
            // "LG G5": a model
            let model = self.text.word(at).bytes().any(|b| b.is_ascii_digit());
            if !fits || model || self.person_from(at).is_some_and(|p| p.span.len() > 1) {
                break;
            }
            at = self.chain_end(at);
        }
        if at > start { self.names_after(start, limit, false).max(at) } else { start }
    }

    /// The founding year behind a club's name ("1911", "04", "’82").
    pub(super) fn club_year(&self, end: usize) -> usize {
        let mark = usize::from(self.token(end).is_some_and(|t| t.class == Class::Quote) && self.follows(end));
        let year = self.token(end + mark).filter(|t| t.class == Class::Number && (mark == 0 || t.is_glued()));
        let digits = self.text.word(end + mark);
        let fits = digits.bytes().all(|b| b.is_ascii_digit())
            && (digits.len() == 2 || digits.len() == 4 && (digits.starts_with("18") || digits.starts_with("19") || digits.starts_with("20")));
        if year.is_some()
            && fits
            && self.follows(end)
            && !self.token(end + mark + 1).is_some_and(|t| matches!(t.class, Class::Colon | Class::Symbol) && t.is_glued())
        {
            end + mark + 1
        } else {
            end
        }
    }
}
