//! Nouns that stand before a name without being part of it: "die Gewerkschaft Verdi", "das Systemhaus Nexora".

use super::Finder;
use super::trade::is_topic;
use crate::analysis::OrganisationKind;
use crate::gazetteer::Hit;
use crate::gazetteer::compile::Kind;
use crate::lexicon::{Flags, Marks};
use crate::text::scan::Shape;

/// Heads that belong to the name behind them ("Stiftung Mercator", "Museum Ludwig").
const WHOLE: [OrganisationKind; 6] = [
    OrganisationKind::University,
    OrganisationKind::Foundation,
    OrganisationKind::Culture,
    OrganisationKind::Hospital,
    OrganisationKind::Church,
    OrganisationKind::Municipality,
];

/// What belongs to an organisation rather than being one ("VW-Werk", "Spar-Vorstand").
const DEPENDENT: [&str; 20] = [
    "werk",
    "werke",
    "werks",
    "werkes",
    "unternehmen",
    "unternehmens",
    "konzern",
    "konzerns",
    "vorstand",
    "vorstands",
    "fabrik",
    "zentrum",
    "zentrums",
    "zentrale",
    "studio",
    "filiale",
    "filialen",
    "netzwerk",
    "aufsichtsrat",
    "management",
];

impl Finder<'_> {
    /// The listed organisation that begins at a token.
    pub(super) fn listed_from(&self, at: usize) -> Option<&Hit> {
        let hit = &self.hits[self.hits.binary_search_by_key(&at, |hit| hit.tokens.start()).ok()?];
        (self.names.entry(hit.entry).kind == Kind::Organisation).then_some(hit)
    }

    /// Whether the head noun only says what the listed name behind it is.
    pub(super) fn names_other(&self, head: usize, kind: Option<OrganisationKind>) -> bool {
        let name = head + 1;
        let own = kind.is_some_and(|kind| WHOLE.contains(&kind))
            || self.is_branch_noun(head)
            || self.is_verein(head) && self.listed_from(name).is_none_or(|hit| self.names.entry(hit.entry).class != "club")
            || self.text.word(head).to_lowercase().ends_with("fraktion")
            // "Metzgerei Huber": its owner, whatever firm is called so elsewhere
            || self.text.word(head).ends_with("erei") && self.text.is(name, Flags::SURNAME);
        if own || !self.follows(name) || !self.text.is(head, Flags::SINGULAR) || self.is_name_adjective(name) || self.text.is(name, Flags::PLACE) {
            return false;
        }
        match self.listed_from(name) {
            Some(hit) => {
                let entry = self.names.entry(hit.entry);
                let telling = matches!(self.text.tokens[name].shape, Shape::Mixed | Shape::Upper) || hit.tokens.len() > 1;
                !entry.context || telling
            }
            // "des Instituts OnkoWert": capitals inside a word are a name's own
            None => {
                self.text.tokens[name].shape == Shape::Mixed
                    && self.text.tokens[name].flags.is_empty()
                    && !self.text.is(head, Flags::COMPOUND)
                    && !self.is_hyphen_between(name + 1)
            }
        }
    }

    /// Whether the words hyphened to a head are a listed organisation of which the head is only a part.
    pub(super) fn is_dependent(&self, chain: usize, head: usize) -> bool {
        let word = self.text.word(head).to_lowercase();
        let owned = self.listed_from(chain).is_some_and(|hit| {
            let class = self.names.entry(hit.entry).class;
            hit.tokens.end() + 1 == head && matches!(class, "company" | "media")
        });
        owned && DEPENDENT.iter().any(|noun| word.ends_with(noun))
    }

    /// First token of the name in a run of words that may begin with adjectives and a noun in apposition ("Ulmer IT-Firma
    /// Nexora Systems").
    pub(super) fn without_noun(&self, start: usize, end: usize) -> usize {
        // "Segment Retail", "Schwerpunkt Financial Technology": a topic and its name
        if !self.is_unknown(start) && is_topic(&self.text.word(start).to_lowercase()) && start + 1 < end && self.is_name_like(start + 1) {
            return start + 1;
        }
        let noun = (start..end.saturating_sub(1)).take(4).find(|&n| {
            self.marks(n).contains(Marks::APPOSITION)
                && !self.is_hyphen_between(n + 1)
                && !self.is_verein(n)
                && self.is_name_like(n + 1)
                && self.text.tokens[n + 1].gap != crate::text::scan::Gap::None
        });
        match noun {
            Some(noun) if self.chain_start(noun) == start || (start..self.chain_start(noun)).all(|n| self.is_name_adjective(n)) => noun + 1,
            _ => start,
        }
    }
}
