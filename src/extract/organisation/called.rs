//! What clubs, choirs, inns and day nurseries are called: "Schützenverein Edelweiß", "Café Zeitlos", "Verein Kultur im
//! Schlachthof", "Turnverein 1861 Ronsdorf".

use super::Finder;
use crate::analysis::OrganisationKind;
use crate::lexicon::Flags;
use crate::text::scan::{Class, Gap, Shape};

impl Finder<'_> {
    /// Token after the ordinary word that a head without another name is called by.
    pub(super) fn called(&self, head: usize) -> usize {
        let at = head + 1;
        if !self.follows(at) || !self.is_name_like(at) || self.is_place(at) || self.text.is(at, Flags::ROLE | Flags::MONTH | Flags::WEEKDAY | Flags::TITLE) {
            return at;
        }
        let word = self.text.word(at);
        let kind = self.head_kind(head);
        let social = self.text.is(head, Flags::SINGULAR)
            && (matches!(kind, Some(OrganisationKind::Club | OrganisationKind::Association | OrganisationKind::Culture)) || self.is_inn(head));
        let token = &self.text.tokens[at];
        // "Café Zeitlos": a capital that only a name gives an adverb or verb
        let dressed = token.shape == Shape::Capital
            && token.is(Flags::WORD)
            && !token.is(Flags::NOUN | Flags::INFINITIVE | Flags::CLOSED)
            && !self.is_name_adjective(at)
            && social;
        if social && (self.text.lexicon.is_motto(word) || dressed) {
            return self.names_after(self.chain_end(at), self.limit(head), false).max(self.chain_end(at));
        }
        if matches!(self.text.word(head), "Verein" | "Vereins") && token.is(Flags::NOUN) && !self.is_object(head, at) {
            return self.with_site(self.chain_end(at));
        }
        at
    }

    /// A house that guests or children come to ("Café", "Kita").
    pub(super) fn is_inn(&self, head: usize) -> bool {
        const INNS: [&str; 12] =
            ["Hotel", "Gasthof", "Gasthaus", "Restaurant", "Café", "Cafe", "Bistro", "Kita", "Kindergarten", "Kindertagesstätte", "Jugendzentrum", "Pension"];
        let word = self.text.word(head);
        INNS.iter().any(|inn| word.strip_prefix(inn).is_some_and(|ending| matches!(ending, "" | "s")))
    }

    /// "bringt der Verein Leben ins Dorf": the verb stands before, so the noun may be its object.
    fn is_object(&self, head: usize, noun: usize) -> bool {
        let nominative = head >= 2 && matches!(self.text.word(head - 1), "der" | "dem");
        let verb = nominative && (self.text.is(head - 2, Flags::FINITE | Flags::AUXILIARY | Flags::MODAL) || self.text.word(head - 2) == "sich");
        let named = self.follows(noun + 1) && matches!(self.text.word(noun + 1), "im" | "am" | "e");
        verb && !named
    }

    /// Token after a site behind a noun ("Kultur im Schlachthof").
    pub(super) fn with_site(&self, noun: usize) -> usize {
        let at = noun + 1;
        let site = matches!(self.text.word(noun), "am" | "im")
            && self.follows(noun)
            && self.is_name_like(at)
            && self.text.is(at, Flags::SINGULAR)
            && (self.text.is(at, Flags::COMPOUND) || self.is_unknown(at) || self.text.lexicon.ends_like_site(self.text.word(at)));
        if site { self.chain_end(at) } else { noun }
    }

    /// Token after the founding year that stands between a club's head and its place.
    pub(super) fn club_year_before_place(&self, head: usize) -> Option<usize> {
        let year = self.token(head + 1).filter(|t| t.class == Class::Number && t.gap == Gap::Space)?;
        let digits = self.text.word(head + 1);
        let old = year.span.len() == 4 && (digits.starts_with("18") || digits.starts_with("19"));
        let place = self.follows(head + 2) && (self.is_place(head + 2) || self.is_unknown(head + 2));
        (old && place && self.head_kind(head) == Some(OrganisationKind::Club)).then_some(head + 2)
    }
}
