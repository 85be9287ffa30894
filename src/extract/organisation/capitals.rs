//! Unlisted acronyms and names in the places where organisations stand.

use super::{Candidate, Finder};
use crate::lexicon::Flags;
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap, Shape};

/// An unlisted acronym or name where only organisations stand.
pub static CAPITALS: Rule = Rule {
    name: "organisation/capitals",
    finds: Finds::Organisation,
    confidence: 0.82,
    reason: "an unlisted acronym before a role, or a name after \"Geschäftsführer von\", is an organisation",
    yes: &[
        "Das sagt die [[BVKD]]-Präsidentin Anna Weber.",
        "Sie ist Geschäftsführerin von [[Nexora]].",
        "Der Sprecher der [[BVKD]] widerspricht.",
        "Die [[Nexora]]-Aktie fällt.",
    ],
    no: &["Die PKW-Fahrer warten.", "Er fährt einen LKW.", "Sie ist Sprecherin von Beruf."],
};

impl Finder<'_> {
    /// Proposes unlisted names by their place in the sentence.
    pub(super) fn capitals(&self, out: &mut Vec<Candidate>) {
        for at in 0..self.text.tokens.len() {
            let token = &self.text.tokens[at];
            if self.is_small_name(at) {
                out.push(Candidate::new(at, at + 1, &CAPITALS));
                continue;
            }
            if !token.is_capital()
                || token.span.len() < 3
                || token.is_glued() && at > 0 && !matches!(self.text.tokens[at - 1].class, Class::Quote | Class::Open | Class::Slash)
            {
                continue;
            }
            let abbreviated = token.is(Flags::ABBREVIATION) && self.token(at + 1).is_some_and(|stop| stop.class == Class::Stop);
            let acronym = matches!(token.shape, Shape::Upper | Shape::Mixed)
                && !token.is(Flags::NOUN | Flags::TITLE | Flags::UNIT)
                && !abbreviated
                && !self.text.lexicon.is_common_acronym(self.text.word(at))
                && !self.is_shouted(at);
            let name = token.shape == Shape::Capital
                && self.is_unknown(at)
                && !self.in_person(at)
                && !self.text.lexicon.is_common_acronym(&self.text.word(at).to_uppercase());
            if !acronym && !name {
                continue;
            }
            let end = self.chain_end(at);
            let single = end == at + 1;
            let before_role = self.is_hyphen_between(at + 1) && end == at + 3 && (self.text.is(end - 1, Flags::ROLE) || name && self.is_owned_noun(end - 1));
            if before_role || single && token.shape == Shape::Upper && acronym && self.after_article(at) {
                out.push(Candidate::new(at, at + 1, &CAPITALS));
            } else if single && self.after_role(at) && !(token.is(Flags::COMPOUND) && token.is(Flags::PLURAL)) {
                let end = self.names_after(at, self.limit(at), false).max(at + 1);
                if self.person_from(at).is_none() {
                    out.push(Candidate::new(at, end, &CAPITALS));
                }
            }
        }
    }

    /// "die Gründer von brellio": a word in small letters that the lexicon does not know, behind a role and "von".
    fn is_small_name(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let small = token.is_lower() && token.class == Class::Word && token.flags.is_empty() && token.span.len() > 4 && !self.looks_inflected(at);
        small && at >= 2 && self.text.word(at - 1) == "von" && self.after_role(at) && !self.is_name_like(at + 1) && !self.is_hyphen_between(at + 1)
    }

    /// "des BVKD", "vom BVKD": an acronym of letters alone, with no word or number behind it that it would describe.
    fn after_article(&self, at: usize) -> bool {
        let word = self.text.word(at);
        let letters = word.chars().all(char::is_alphabetic) && (3..=7).contains(&word.chars().count());
        let article = at > 0 && self.follows(at) && matches!(self.text.word(at - 1), "der" | "des" | "dem" | "vom" | "beim" | "Der" | "Beim" | "die" | "Die");
        let behind = self.token(at + 1).is_some_and(|t| t.gap == Gap::Space && (t.is_capital() && !self.is_closed(at + 1) || t.class == Class::Number));
        letters && article && !behind && !self.is_hyphen_between(at + 1)
    }

    /// "Sprecherin der X", "Chef von X".
    fn after_role(&self, at: usize) -> bool {
        at >= 2
            && self.follows(at)
            && matches!(self.text.word(at - 1), "von" | "der" | "des" | "bei" | "beim" | "vom")
            && (self.text.is(at - 2, Flags::ROLE) || self.is_owned_noun(at - 2))
            && self.text.tokens[at - 2].is_capital()
    }

    /// What a firm alone has ("die Nexora-Aktie", "Anteile der Nexora").
    fn is_owned_noun(&self, at: usize) -> bool {
        const OWNED: [&str; 16] = [
            "aktie",
            "aktien",
            "aktionäre",
            "anleihe",
            "anteile",
            "belegschaft",
            "konzern",
            "betriebsrat",
            "aufsichtsrat",
            "filialen",
            "zentrale",
            "tochter",
            "vorstand",
            "beschäftigten",
            "geschäftsführung",
            "niederlassung",
        ];
        let word = self.text.word(at).to_lowercase();
        OWNED.contains(&word.as_str())
    }
}
