//! A name beside a noun that says what it is ("die Firma X"), or with a last word that firms' names end in ("X Logistics").

use super::{Candidate, Finder};
use crate::analysis::OrganisationKind;
use crate::lexicon::{Flags, Marks};
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap, Shape};

/// The name after a noun for firms and the like.
pub static APPOSITION: Rule = Rule {
    name: "organisation/apposition",
    finds: Finds::Organisation,
    confidence: 0.85,
    reason: "a noun for firms, clubs or media introduces the name behind it",
    yes: &[
        "Die Firma [[Brunnecker]] baut um.",
        "Der Softwarehersteller [[Nexora]] wächst.",
        "Das Start-up [[zellwerk]] sammelt Geld ein.",
        "Der Sender [[Nordfunk]] berichtet.",
    ],
    no: &["Die Firma baut um.", "Der Hersteller Anfang Mai befragte Kunden.", "Unser Partner Peter Schmidt hilft."],
};

/// A name with a word that ends firms' names.
pub static TAIL: Rule = Rule {
    name: "organisation/company-word",
    finds: Finds::Organisation,
    confidence: 0.85,
    reason: "words such as Group, Logistics or Maschinenbau end the names of firms",
    yes: &["Das teilte [[Nexora Logistics]] mit.", "Die [[Welscher Group]] wächst.", "[[Brunnhuber Medizintechnik]] stellt ein."],
    no: &["Die Logistik wächst.", "Eine neue Software hilft."],
};

/// English first words of departments, which name nobody.
const DEPARTMENTS: [&str; 10] = ["Corporate", "Public", "Investor", "Media", "External", "Internal", "Global", "Human", "Marketing", "Brand"];

impl Finder<'_> {
    /// Proposes names in apposition.
    pub(super) fn appositions(&self, out: &mut Vec<Candidate>) {
        for noun in 0..self.text.tokens.len() {
            let start_up = matches!(self.text.word(noun), "up" | "Up" | "ups" | "Ups")
                && noun >= 2
                && self.is_hyphen_between(noun - 1)
                && self.text.word(noun - 2).ends_with("tart");
            // "die Nexora-Tochter Quarbel"
            let start_up = start_up || self.text.word(noun) == "Tochter" && noun >= 2 && self.is_hyphen_between(noun - 1);
            if !(start_up || self.marks(noun).contains(Marks::APPOSITION) && self.text.tokens[noun].is_capital()) || !self.follows(noun + 1) {
                continue;
            }
            let cased = self.token(noun + 1).is_some_and(|t| matches!(t.shape, Shape::Mixed | Shape::Upper));
            if !start_up && !cased && self.text.is(noun, Flags::ROLE) || self.text.word(noun).ends_with("erein") || self.text.word(noun).ends_with("ereins") {
                continue;
            }
            let kind = if start_up { Some(OrganisationKind::Company) } else { self.head_kind(noun) };
            let mut at = noun + 1;
            if let Some(pair) = self.quotation_from(at, 5) {
                let inner = (pair.start() + 1, pair.end() - 1);
                if self.is_name_like(inner.0)
                    && !self.text.tokens[inner.0..inner.1].iter().any(|t| matches!(t.class, Class::Stop | Class::Final | Class::Comma))
                {
                    out.push(Candidate::new(inner.0, inner.1, &APPOSITION).kind(kind));
                }
                continue;
            }
            for _ in 0..6 {
                let end = if start_up { self.apposed(at, self.is_plural(noun)).max(self.started(at)) } else { self.apposed(at, self.is_plural(noun)) };
                if end == at {
                    break;
                }
                out.push(Candidate::new(at, end, &APPOSITION).kind(kind));
                if !(self.is_plural(noun) && matches!(self.text.word(end), "," | "und" | "sowie" | "&") && self.follows(end + 1)) {
                    break;
                }
                at = end + 1;
            }
        }
    }

    /// Token after the ordinary noun a start-up is called by ("das Start-up Pflanzenretter").
    fn started(&self, at: usize) -> usize {
        let firm = self.text.is(at, Flags::ORGANISATION_HEAD | Flags::GENERIC_ORGANISATION) || self.marks(at).contains(Marks::APPOSITION);
        let article = at >= 4 && matches!(self.text.word(at - 4), "das" | "dem" | "des" | "Das" | "vom" | "beim" | "Beim");
        let firm = firm || self.is_award(at) || self.is_name_like(at + 1);
        let noun = article && self.follows(at) && self.is_name_like(at) && self.text.is(at, Flags::NOUN) && !firm && self.person_from(at).is_none();
        if noun && !self.text.tokens[at].is_glued() { self.chain_end(at) } else { at }
    }

    fn is_plural(&self, noun: usize) -> bool {
        self.text.is(noun, Flags::PLURAL)
    }

    /// Token after the name that starts at a token.
    fn apposed(&self, start: usize, several: bool) -> usize {
        let Some(token) = self.token(start) else { return start };
        if self.person_from(start).is_some_and(|p| p.span.len() > 1 || !p.given.is_empty()) || self.in_person(start) && self.person_from(start).is_none() {
            return start;
        }
        if token.is_lower() && token.flags.is_empty() && token.gap == Gap::Space && token.span.len() > 3 && !self.looks_inflected(start) {
            let dotted = self.token(start + 1).is_some_and(|t| t.class == Class::Stop && t.is_glued())
                && self.token(start + 2).is_some_and(|t| t.is_glued() && t.is_lower());
            return if dotted { start + 3 } else { self.chain_end(start) };
        }
        let _ = several;
        if !token.is_capital()
            || !self.is_proper(start) && !self.is_two_nouns(start) && !self.is_name_noun(start) && self.partnership(start).is_none() && !self.is_pair(start)
            || self.text.is(start, Flags::PLACE) && !self.text.is(start, Flags::SURNAME) && !self.is_name_like(start + 1)
        {
            return start;
        }
        if token.shape == Shape::Upper && self.text.lexicon.is_common_acronym(self.text.word(start)) {
            return start;
        }
        self.names_after(start, self.limit(start).min(start + 8), !self.is_proper(start))
    }

    /// A lower-case word with the ending of an adjective or verb that the lexicon does not know.
    pub(super) fn looks_inflected(&self, at: usize) -> bool {
        const ENDINGS: [&str; 19] =
            ["et", "est", "en", "e", "er", "es", "em", "ig", "lich", "isch", "bar", "sam", "los", "haft", "iv", "iert", "abel", "weise", "ell"];
        let word = self.text.word(at);
        ENDINGS.iter().any(|ending| word.ends_with(ending))
    }

    /// "Harms & Welscher": two names joined by the sign.
    fn is_pair(&self, start: usize) -> bool {
        let sign = self.chain_end(start);
        self.is_name_like(start) && matches!(self.text.word(sign), "&" | "+") && self.follows(sign) && self.is_proper(sign + 1) && self.follows(sign + 1)
    }

    /// "Möbel Seifert": a noun and a name.
    fn is_two_nouns(&self, start: usize) -> bool {
        self.is_name_like(start)
            && self.is_proper(start + 1)
            && self.follows(start + 1)
            && !self.text.is(start, Flags::ROLE)
            && self.person_from(start + 1).is_none()
    }

    /// "von Suchthilfe Schweiz": a noun and a country without article or comma.
    fn with_country(&self, country: usize, out: &mut Vec<Candidate>) {
        let noun = country - 1;
        let bare = noun > 0 && matches!(self.text.word(noun - 1), "von" | "bei" | "mit" | "durch") && self.follows(noun);
        let act = self.text.word(noun).ends_with("ung");
        if bare && !act && self.is_common_noun(noun) && self.follows(country) && !self.text.is(noun, Flags::ROLE | Flags::PLURAL) {
            out.push(Candidate::new(noun, country + 1, &TAIL));
        }
    }

    /// Proposes names that end in a company word.
    pub(super) fn tails(&self, out: &mut Vec<Candidate>) {
        for last in 1..self.text.tokens.len() {
            if matches!(self.text.word(last), "&" | "+") {
                self.partners(last, out);
            }
            if self.text.is(last, Flags::COUNTRY) && self.text.tokens[last].is_capital() {
                self.with_country(last, out);
            }
            if !self.marks(last).contains(Marks::COMPANY_TAIL)
                || !self.text.tokens[last].is_capital()
                || !self.follows(last)
                || self.text.is(last, Flags::COMPOUND)
                || self.text.word(last) == "PR" && !(self.is_unknown(last - 1) || self.text.is(last - 1, Flags::SURNAME))
                || self.text.tokens[last].is_glued()
            {
                continue;
            }
            let mut start = last;
            while start > 0 && start + 4 > last && self.follows(start) && self.is_firm_word(start - 1) && !self.in_person(start - 1) {
                start = self.chain_start(start - 1);
            }
            // "Bundesrepublik Deutschland"
            if self.text.is(last, Flags::PLACE) && self.is_common_noun(start) {
                continue;
            }
            let first_opens = start < last && self.text.starts_sentence(start) && self.is_common_noun(start);
            // "Corporate Communications" is a department, "X Quality Alliance Certificate" an award's brand
            let department = (start..last).all(|n| DEPARTMENTS.contains(&self.text.word(n)));
            let brand = self.is_award(last + 1) && self.follows(last + 1);
            if start == last
                || department
                || brand
                || first_opens
                || self.is_hyphen_between(last + 1)
                || self.text.is(last + 1, Flags::AWARD_HEAD) && self.follows(last + 1) && self.text.tokens[last + 1].is_capital()
            {
                continue;
            }
            let mut end = last + 1;
            while end < last + 4 && self.follows(end) && self.marks(end).contains(Marks::COMPANY_TAIL) && self.text.tokens[end].is_capital() {
                end += 1;
            }
            let name = self.without_noun(start, end);
            if end > name + 1 || name == start {
                out.push(Candidate::new(name, end, &TAIL).kind(self.head_kind(last)));
            }
        }
    }

    /// "Wellner & Söhne": the sign with a word for partners behind and a name before it.
    fn partners(&self, sign: usize, out: &mut Vec<Candidate>) {
        let mut start = self.chain_start(sign - 1);
        let Some(end) = self.partnership(start).filter(|_| !self.in_person(start) || self.person_from(start).is_some()) else { return };
        while start > 0
            && start + 3 > sign
            && self.follows(start)
            && self.is_proper(start - 1)
            && !self.in_person(start - 1)
            && !self.is_place_adjective(start - 1)
        {
            start = self.chain_start(start - 1);
        }
        if self.text.starts_sentence(start) && self.is_closed(start) || self.text.is(start, Flags::ORGANISATION_HEAD | Flags::ROLE) {
            return;
        }
        let mut candidate = Candidate::new(start, end, &TAIL).kind(Some(OrganisationKind::Company));
        candidate.rank = u8::from(start > 0 && self.marks(start - 1).contains(Marks::APPOSITION) && self.text.tokens[start - 1].is_capital());
        out.push(candidate);
    }

    /// A word that stands before a company word: a name unknown to the lexicon, in capitals, or a surname.
    fn is_firm_word(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let place = token.is(Flags::PLACE) && !token.is(Flags::SURNAME);
        let common = token.shape == Shape::Upper && self.text.lexicon.is_common_acronym(self.text.word(at));
        self.is_proper(at) && !place && !common && !self.is_place_adjective(at)
            || token.class == Class::Symbol && matches!(self.text.word(at), "&" | "+")
            || token.is_capital() && self.marks(at).contains(Marks::COMPANY_TAIL) && at > 0 && self.follows(at) && self.is_name_like(at - 1)
            // an English word after a German noun is no German phrase
            || self.is_name_like(at) && !token.is(Flags::PLACE | Flags::ROLE | Flags::MONTH | Flags::WEEKDAY) && !self.text.is(at + 1, Flags::MASCULINE | Flags::FEMININE | Flags::NEUTER)
                && !self.is_name_adjective(at)
    }
}
