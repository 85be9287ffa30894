//! Houses called after persons and saints, and names that are a whole quotation or letterhead: "Labor Dr. Faller", "St.
//! Anna-Stift", „Neue Halterner Zeitung“, "UNIVERSITAET LINDAU".

use super::Finder;
use crate::analysis::OrganisationKind;
use crate::lexicon::Flags;
use crate::text::scan::Shape;

/// Who stands beside an owner in a firm's name.
const WITH: [&str; 8] = ["Kollegen", "Kolleginnen", "Partner", "Partners", "Söhne", "Sohn", "Team", "Co"];

impl Finder<'_> {
    /// Token after the person a house is called after ("Institut Dr. Faller", "Praxis Dr. Schneider und Kollegen"); none
    /// where the person may as well be the one who leads it ("der Leiter des Instituts Dr. Faller").
    pub(super) fn owner_end(&self, head: usize, kind: Option<OrganisationKind>) -> Option<usize> {
        use OrganisationKind::{Company, Culture, Hospital, Research};
        let person = self.person_from(head + 1).filter(|p| self.follows(head + 1) && !p.given.is_empty() | self.text.is(head + 1, Flags::TITLE))?;
        let word = self.text.word(head);
        let house = matches!(kind, Some(Company | Culture | Hospital | Research)) && !self.text.is(head, Flags::ROLE | Flags::PLURAL);
        let called = house && (!self.marks(head).contains(crate::lexicon::Marks::APPOSITION) || self.is_workshop(word));
        let leader = head >= 2
            && matches!(self.text.word(head - 1), "der" | "des" | "dem" | "vom")
            && (self.text.is(head - 2, Flags::ROLE) || matches!(self.text.word(head - 2), "von" | "aus"));
        let genitive = word.ends_with('s') && self.text.is(head, Flags::GENITIVE) && !self.text.is(head, Flags::FEMININE);
        if !called || leader || genitive && self.text.is(head + 1, Flags::GIVEN) || self.text.word(head + 1) == "Prof" {
            return None;
        }
        let end = person.span.end();
        let with = matches!(self.text.word(end), "und" | "&" | "+") && WITH.contains(&self.text.word(end + 1));
        Some(if with { end + 2 } else { end })
    }

    /// A workshop or office that stands with its owner's name though it introduces other names too.
    fn is_workshop(&self, word: &str) -> bool {
        ["raxis", "telier", "kanzlei", "büro", "ederei", "gentur", "alerie", "erlag"].iter().any(|tail| word.ends_with(tail))
    }

    /// Start of a saint's name before the hyphen chain of a head ("St. Anna-Stift", "Sankt Anna-Stift").
    pub(super) fn saint_before(&self, chain: usize, head: usize) -> usize {
        if chain == head || chain == 0 || !self.follows(chain) {
            return chain;
        }
        match self.text.word(chain - 1) {
            "." if chain >= 2 && matches!(self.text.word(chain - 2), "St" | "Skt") => chain - 2,
            "Sankt" => chain - 1,
            _ => chain,
        }
    }

    /// Start of the person's name in front of a head that institutions called after persons have ("Johannes Kepler
    /// Universität").
    pub(super) fn eponym_before(&self, head: usize, kind: Option<OrganisationKind>) -> Option<usize> {
        use OrganisationKind::{Culture, Foundation, Hospital, Research, University};
        let named = matches!(kind, Some(Culture | Foundation | Hospital | Research | University));
        let surname = head.checked_sub(1).filter(|_| named && self.follows(head))?;
        let known = self.text.is(surname, Flags::SURNAME) || self.is_unknown(surname);
        if !known || !self.is_name_like(surname) || self.is_place_adjective(surname) || !self.follows(surname) {
            return None;
        }
        let given = |at: usize| self.text.is(at, Flags::GIVEN) && self.is_name_like(at) && !self.text.is(at, Flags::PLACE);
        let first = surname.checked_sub(1).filter(|&at| given(at))?;
        Some(first.checked_sub(1).filter(|&at| given(at) && self.follows(first)).unwrap_or(first))
    }

    /// Whether the words from `start` to `end` are all that stands between two quotation marks.
    pub(super) fn fills_quotation(&self, start: usize, end: usize) -> bool {
        start.checked_sub(1).and_then(|open| self.quotation_from(open, end - start)).is_some_and(|pair| pair.end() == end + 1)
    }

    /// "Große Kirche", "Kirche St. Martin": a building, unless the adjective is a confession's.
    pub(super) fn is_building(&self, chain: usize, head: usize) -> bool {
        const CONFESSIONS: [&str; 9] = ["evang", "kathol", "reform", "orthodox", "luther", "apostol", "method", "kopt", "angli"];
        if !matches!(self.text.word(head), "Kirche" | "Kirchen") || chain < head {
            return false;
        }
        let before = head.checked_sub(1).filter(|&at| self.follows(head) && self.text.tokens[at].is_capital() && self.is_name_adjective(at));
        let saint = matches!(self.text.word(head + 1), "St" | "Sankt" | "Mariä" | "Heilig" | "Unserer" | "Zum" | "Zur");
        saint
            || before.is_some_and(|at| !CONFESSIONS.iter().any(|c| self.text.word(at).to_lowercase().contains(c)) && !self.text.word(at).contains("hristlich"))
    }

    /// "in der Sparte Hörfunk": the category of a prize, where its sentence speaks of one.
    pub(super) fn is_category(&self, head: usize) -> bool {
        let within = head >= 2 && matches!(self.text.word(head - 2), "in" | "In");
        within
            && self.text.word(head) == "Sparte"
            && self.text.tokens[self.sentence_start(head)..self.limit(head)]
                .iter()
                .any(|t| t.is(Flags::AWARD_HEAD) && t.is_capital() || t.is(Flags::AWARD_VERB) && t.is_lower())
    }

    /// Token after the place behind a head in capitals that opens its block, as letterheads do.
    pub(super) fn shouted_end(&self, head: usize) -> usize {
        let mut end = head + 1;
        while self.text.starts_sentence(head)
            && end < head + 3
            && self.follows(end)
            && self.token(end).is_some_and(|t| t.shape == Shape::Upper && t.span.len() > 2)
            && (self.is_place(end) || self.is_unknown(end))
        {
            end += 1;
        }
        end
    }
}
