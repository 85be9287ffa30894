//! A name and a trade: "Kranich Filmproduktion", "Weller Getränkehandel". Two nouns without hyphen or ending between them are
//! no German phrase unless the first is a measure, a role or a topic, so the first is a name.

use super::{Candidate, Finder};
use crate::analysis::OrganisationKind;
use crate::lexicon::{Flags, Marks};
use crate::rule::{Finds, Rule};
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};

/// A name before the compound for a trade.
pub static TRADE: Rule = Rule {
    name: "organisation/trade",
    finds: Finds::Organisation,
    confidence: 0.85,
    reason: "a name directly before a compound for a trade (-produktion, -handel, -technik) is a firm's",
    yes: &[
        "Die Maschine liefert die [[Quarbel Prüftechnik]].",
        "Kunde ist die Regensburger [[Kranich Getränkelogistik]].",
        "Die Küche kommt von [[Nexora Ladengestaltung]].",
    ],
    no: &["Der Schwerpunkt Medienproduktion ist neu.", "Sie leitet den Bereich Kontraktlogistik.", "Im Studiengang Medientechnik lernen viele."],
};

/// Last parts of compounds for what a firm does.
const TRADES: [&str; 35] = [
    "animation",
    "produktion",
    "service",
    "logistik",
    "technik",
    "design",
    "gestaltung",
    "handel",
    "vertrieb",
    "beratung",
    "reisen",
    "touristik",
    "arzneimittel",
    "musik",
    "medien",
    "immobilien",
    "planung",
    "architekten",
    "architektur",
    "rechtsanwälte",
    "catering",
    "gastronomie",
    "systeme",
    "elektronik",
    "optik",
    "maschinen",
    "küchen",
    "getränke",
    "feinkost",
    "backwaren",
    "spezialitäten",
    "werkstätten",
    "manufaktur",
    "druckerei",
    "spedition",
];

/// Last parts of nouns that name a topic, not a firm ("Studiengang Medientechnik").
const TOPICS: [&str; 30] = [
    "punkt",
    "bereich",
    "thema",
    "themen",
    "gang",
    "fach",
    "sparte",
    "branche",
    "kategorie",
    "segment",
    "projekt",
    "programm",
    "team",
    "markt",
    "forum",
    "tag",
    "ressort",
    "leitung",
    "stichwort",
    "modul",
    "seminar",
    "kurs",
    "preis",
    "feld",
    "klasse",
    "rubrik",
    "beruf",
    "ausbildung",
    "studium",
    "messe",
];

impl Finder<'_> {
    /// Proposes firms by their trade.
    pub(super) fn trades(&self, out: &mut Vec<Candidate>) {
        for last in 1..self.text.tokens.len() {
            let token = &self.text.tokens[last];
            let first = last - 1;
            if token.shape != Shape::Capital || token.is_glued() || !self.follows(last) || !is_trade_noun(self.text, last, self.chain_end(last)) {
                continue;
            }
            let start = self.chain_start(first);
            let introduced = start > 0 && self.follows(start) && (self.is_place_adjective(start - 1) || self.marks(start - 1).contains(Marks::APPOSITION));
            if !self.is_name_of_firm(first, introduced) {
                continue;
            }
            let end = self.chain_end(last);
            let behind = self.is_name_like(end) && self.follows(end) && !self.text.is(end, Flags::LEGAL_FORM);
            if (introduced || self.stands_free(start)) && !behind && !self.is_hyphen_between(end) {
                out.push(Candidate::new(start, end, &TRADE).kind(Some(OrganisationKind::Company)));
            }
        }
    }

    /// A word that can be the name of a firm: unknown, a surname, or a compound that is no topic, head or role; behind a
    /// place in -er or a noun for firms any noun in the singular.
    fn is_name_of_firm(&self, at: usize, introduced: bool) -> bool {
        let token = &self.text.tokens[at];
        let word = self.text.word(at).to_lowercase();
        let topic = is_topic(&word);
        let head = token.is(Flags::ORGANISATION_HEAD) && !(introduced && token.is(Flags::COMPOUND));
        let other = head
            || token.is(Flags::ROLE | Flags::MONTH | Flags::WEEKDAY | Flags::UNIT | Flags::TITLE | Flags::PLURAL)
            || token.is(Flags::GIVEN) && !token.is(Flags::SURNAME)
            || self.marks(at).contains(Marks::APPOSITION);
        let name = self.is_unknown(at)
            || introduced && token.is(Flags::SINGULAR)
            || token.is(Flags::SURNAME) && !token.is(Flags::COMMON)
            || token.is(Flags::COMPOUND) && token.is(Flags::SINGULAR);
        self.is_name_like(at)
            && name
            && !topic
            && !other
            && !self.is_name_adjective(at)
            && !self.is_award(at)
            && (!token.is(Flags::PLACE) || token.is(Flags::SURNAME))
    }

    /// Whether a name can begin here: after an article, a preposition, a place in -er, a sign, or at a sentence's start.
    fn stands_free(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1).and_then(|n| self.token(n)) else { return true };
        self.text.starts_sentence(start)
            || self.text.tokens[start].gap >= Gap::Line
            || before.class != Class::Word
            || before.is_lower() && before.is(Flags::ARTICLE | Flags::PREPOSITION | Flags::CONTRACTION | Flags::CONJUNCTION)
            || before.is_capital() && (self.is_closed(start - 1) || self.is_place_adjective(start - 1))
    }
}

/// Whether a noun, in lower case, names a topic.
pub(super) fn is_topic(noun: &str) -> bool {
    TOPICS.iter().any(|topic| noun.ends_with(topic))
}

/// Whether the words from `at` to `end` are a compound, closed or with a hyphen, whose last part is a trade.
pub(crate) fn is_trade_noun(text: &Text<'_>, at: usize, end: usize) -> bool {
    let last = end - 1;
    let word = text.word(last).to_lowercase();
    let hyphened = last > at;
    (hyphened || text.is(last, Flags::COMPOUND | Flags::NOUN))
        && TRADES.iter().any(|trade| word.ends_with(trade) && (hyphened || word.len() > trade.len() + 2 || word == *trade && word.len() > 8))
}
