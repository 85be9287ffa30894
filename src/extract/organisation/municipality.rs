//! "Stadt X", "Landkreis Y", "Kanton Z": public bodies named by their place.

use super::{Candidate, Finder};
use crate::analysis::OrganisationKind;
use crate::lexicon::{Flags, Marks};
use crate::rule::{Finds, Rule};
use crate::text::scan::Class;

/// A public body and its place.
pub static MUNICIPALITY: Rule = Rule {
    name: "organisation/municipality",
    finds: Finds::Organisation,
    confidence: 0.94,
    reason: "the noun for a public body and a place name the body that acts",
    yes: &["Die [[Stadt Quellbach]] fördert das Projekt.", "Der [[Landkreis Tannhausen]] hat entschieden.", "Die [[Große Kreisstadt Tannhausen]] klagt."],
    no: &["Die Stadt fördert das Projekt.", "In der Stadt Regensburg leben viele Studierende.", "Die Stadt Leute wissen das."],
};

impl Finder<'_> {
    /// Proposes public bodies with their place.
    pub(super) fn municipalities(&self, out: &mut Vec<Candidate>) {
        for at in 0..self.text.tokens.len() {
            if !self.marks(at).contains(Marks::MUNICIPALITY) || !self.is_name_like(at) || self.text.is(at, Flags::COMPOUND) {
                continue;
            }
            let name = at + 1;
            if !self.follows(name)
                || !self.is_proper(name) && !self.is_place(name) && !self.is_name_noun(name)
                || self.person_from(name).is_some_and(|p| p.span.len() > 1)
            {
                continue;
            }
            let end = self.names_after(name, self.limit(at).min(at + 10), false);
            let start = self.municipal_start(at);
            let start = if start >= 3
                && self.text.word(start - 1) == "und"
                && self.text.tokens[start - 2].class == Class::Hyphen
                && self.text.tokens[start - 3].is_capital()
                && self.text.tokens[start - 2].is_glued()
            {
                start - 3
            } else {
                start
            };
            if end == name || self.is_locative(start) {
                continue;
            }
            out.push(Candidate::new(start, end, &MUNICIPALITY).kind(Some(OrganisationKind::Municipality)));
            self.coordinated(end, Some(OrganisationKind::Municipality), out);
        }
    }

    /// "Freie und Hansestadt", "Große Kreisstadt".
    fn municipal_start(&self, noun: usize) -> usize {
        if noun >= 2 && self.text.word(noun - 1) == "und" && self.text.word(noun - 2).starts_with("Freie") {
            return noun - 2;
        }
        if noun >= 1 && (self.text.word(noun - 1).starts_with("Groß") || self.text.word(noun - 1).starts_with("Freie")) && self.follows(noun) {
            return noun - 1;
        }
        noun
    }

    /// "in der Stadt X" is the place, not the body.
    pub(super) fn is_locative(&self, start: usize) -> bool {
        // "im Wiener Bezirk X"
        let start = if start > 0 && self.is_place_adjective(start - 1) { start - 1 } else { start };
        let before = |n: usize| start.checked_sub(n).map_or("", |at| self.text.word(at));
        const PARTS: [&str; 22] = [
            "Chronik",
            "Geschichte",
            "Wappen",
            "Bewohner",
            "Einwohner",
            "Karte",
            "Ortsteil",
            "Ortsteile",
            "Ortsteils",
            "Stadtteil",
            "Stadtteile",
            "Ortschaft",
            "Ortschaften",
            "Norden",
            "Süden",
            "Osten",
            "Westen",
            "Zentrum",
            "Rande",
            "Nähe",
            "Gebiet",
            "Umgebung",
        ];
        let adjective =
            start > 0 && self.text.tokens[start - 1].is_lower() && self.text.is(start - 1, Flags::ADJECTIVE) && self.text.is(start, Flags::SINGULAR);
        matches!(before(1), "im" | "Im" | "ins")
            || adjective && matches!(before(2), "zur" | "heutigen" | "die" | "der")
            || matches!(before(1), "der" | "des") && PARTS.contains(&before(2))
            || matches!(before(1), "der" | "die" | "dem" | "den" | "ganz")
                && matches!(before(2), "in" | "In" | "aus" | "Aus" | "durch" | "innerhalb" | "um" | "nahe")
    }
}
