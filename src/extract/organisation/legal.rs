//! Legal forms: "X Y GmbH & Co. KG". The form says where the name ends; where it begins is searched to the left.

use super::{Candidate, Finder};
use crate::analysis::OrganisationKind;
use crate::lexicon::{Flags, Marks};
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap, Shape};

/// A name with its legal form.
pub static LEGAL_FORM: Rule = Rule {
    name: "organisation/legal-form",
    finds: Finds::Organisation,
    confidence: 0.97,
    reason: "a legal form ends the name of a firm or association",
    yes: &[
        "Die [[Ottinger Metallbau GmbH & Co. KG]] baut aus.",
        "Das teilte der [[Förderverein Alte Mühle e. V.]] mit.",
        "Die Firma [[Seifert & Söhne OHG]] liefert.",
        "Kunde ist die [[Gesellschaft für Reha und Pflege mbH]] aus Ulm.",
    ],
    no: &["Die GmbH wurde 1999 gegründet.", "Eine AG ist nicht geplant."],
};

/// Most tokens of a name before its legal form.
const LONGEST: usize = 22;

impl Finder<'_> {
    /// Proposes names that end in a legal form.
    pub(super) fn legal_forms(&self, out: &mut Vec<Candidate>) {
        let mut at = 0;
        while at < self.text.tokens.len() {
            let found = self
                .text
                .lexicon
                .legal_form(&self.text.tokens[at..])
                .filter(|_| at > 0 && self.text.tokens[at].gap < Gap::Blank && !self.text.tokens[at].is_glued());
            let Some((length, class)) = found.filter(|(length, _)| self.stands_alone(at, *length)) else {
                at += 1;
                continue;
            };
            let end = self.stage_end(at + length);
            let start = self.legal_start(at);
            if start < at {
                let kind = match class {
                    "association" => Some(OrganisationKind::Association),
                    "company" | "cooperative" => Some(OrganisationKind::Company),
                    _ => None,
                };
                let own = (start..at).rev().find(|&n| self.text.is(n, Flags::ORGANISATION_HEAD)).and_then(|n| self.head_kind(n));
                // "Bundesvereinigung Mittelständischer Bauunternehmen e. V." is no firm
                let own = own.filter(|own| class != "association" || *own != OrganisationKind::Company);
                let mut candidate = Candidate::new(start, end, &LEGAL_FORM).kind(own.or(kind));
                candidate.rank = 2;
                out.push(candidate);
            }
            at = end;
        }
    }

    /// Where the legal form begins that ends a name, with its stage behind it.
    pub(super) fn form_start(&self, start: usize, end: usize) -> Option<usize> {
        (start + 1..end).find(|&n| self.text.lexicon.legal_form(&self.text.tokens[n..end]).is_some_and(|(length, _)| self.stage_end(n + length) == end))
    }

    /// Token after "i. G.", "i. L." behind a legal form: in foundation, in liquidation.
    fn stage_end(&self, end: usize) -> usize {
        let dot = |at: usize| self.text.word(at) == "." && self.token(at).is_some_and(|t| t.is_glued());
        let stage = self.text.word(end) == "i" && dot(end + 1) && matches!(self.text.word(end + 2), "G" | "Gr" | "L" | "I") && dot(end + 3);
        if stage { end + 4 } else { end }
    }

    /// "SE", "AS" and "SA" are legal forms only after a name, "KG-Anteile" is none.
    fn stands_alone(&self, at: usize, length: usize) -> bool {
        let lower = length == 1 && self.text.tokens[at].is_lower() && self.text.word(at).len() < 3;
        let shouted = length == 1 && self.text.word(at).len() < 4 && self.is_shouted(at);
        !lower && !shouted && !self.is_hyphen_between(at + length)
    }

    /// First token of the name that ends before the legal form at `form`.
    fn legal_start(&self, form: usize) -> usize {
        let floor = self.sentence_start(form - 1).max(form.saturating_sub(LONGEST));
        let lower_name = self.text.tokens[form - 1].is_lower() && !self.is_closed(form - 1);
        let lower_form = self.text.tokens[form].is_lower() && self.text.word(form).len() > 2;
        let mut start = form;
        let mut at = form;
        while at > floor {
            at -= 1;
            let token = &self.text.tokens[at];
            if self.text.tokens[at + 1].gap == Gap::Blank {
                break;
            }
            match token.class {
                Class::Word if token.is_capital() => {
                    if self.is_closed(at) && !(at > floor && self.text.tokens[at - 1].is_capital() && !self.is_closed(at - 1)) {
                        break;
                    }
                    // "Obertaler Winzer eG": a role directly before the form is in the name
                    if self.is_outside(at) && !(at + 1 == form && self.text.is(at, Flags::PLURAL)) {
                        break;
                    }
                    start = at;
                }
                Class::Word
                    if lower_name
                        && !self.is_closed(at)
                        && self.text.tokens[at + 1].gap <= Gap::Space
                        && (lower_form && start == form
                            || matches!(at.checked_sub(1).map_or("", |n| self.text.word(n)), "&" | "+")
                            || !self.text.is(at, Flags::FINITE | Flags::PARTICIPLE)) =>
                {
                    start = at
                }
                Class::Word if self.text.word(at) == "und" && start < form => {
                    let joined = at > floor && self.text.tokens[at - 1].is_capital() && !self.is_outside(at - 1);
                    if !joined && !self.is_elliptic(at) {
                        break;
                    }
                    // "A GmbH und B GmbH" are two
                    if self.ends_legal_form(at) || self.joins_other(at, form) {
                        break;
                    }
                }
                Class::Word if lower_name => break,
                Class::Word => match self.chain_from(at, floor) {
                    Some(head) => return head,
                    None => break,
                },
                Class::Number => {
                    let named = at > floor && (self.text.tokens[at - 1].is_capital() || self.text.tokens[at - 1].class == Class::Quote);
                    if self.text.tokens[at + 1].gap == Gap::None || (start < form || named) && at > floor || self.text.word(at + 1) == "." {
                        start = at;
                    } else {
                        break;
                    }
                }
                Class::Hyphen | Class::Slash => {}
                Class::Symbol if matches!(self.text.word(at), "&" | "+" | "!" | "@" | "°") => {
                    if at == floor {
                        break;
                    }
                }
                Class::Stop => {
                    // "Gebr. Seifert", "Dr. Trimbex"; the stop of a sentence breaks
                    let abbreviated = at > floor
                        && self.text.word(at - 1) != "Fa"
                        && (self.text.is(at - 1, Flags::ABBREVIATION | Flags::ABBREVIATION_END | Flags::TITLE)
                            || self.text.word(at - 1).chars().count() <= 2
                            || self.text.tokens[at - 1].class == Class::Number);
                    if !abbreviated {
                        break;
                    }
                }
                Class::Quote => {
                    // „Name“ e. V.: the marks belong to the name only when both are inside
                    let before = self.text.quotations.partition_point(|q| q.tokens.start() < at);
                    let pair = self.text.quotations[..before].last().filter(|q| q.tokens.end() == at + 1 && q.tokens.start() >= floor);
                    match pair.filter(|q| q.tokens.len() <= 10 && at + 1 == form) {
                        Some(q) => {
                            at = q.tokens.start();
                            start = at;
                        }
                        None => break,
                    }
                }
                Class::Comma => {
                    // "Gesellschaft für Bau, Umwelt und Verkehr mbH"
                    match self.chain_from(at, floor).filter(|_| start < form) {
                        Some(head) => return head,
                        None => break,
                    }
                }
                Class::Colon
                    if lower_name
                        && at > floor
                        && self.text.tokens[at].is_glued()
                        && self.text.tokens[at - 1].is_lower()
                        && self.text.word(at - 1).len() <= 3 =>
                {
                    return at - 1;
                }
                Class::Final if token.is_glued() && self.text.word(at) == "!" => {}
                _ => break,
            }
        }
        self.without_apposition(start, form)
    }

    /// "Pumpen- und Filter-Anlagen".
    fn is_elliptic(&self, at: usize) -> bool {
        at >= 2 && self.text.tokens[at - 1].class == Class::Hyphen && self.text.tokens[at - 1].is_glued()
    }

    /// Whether a legal form ends before a token.
    fn ends_legal_form(&self, at: usize) -> bool {
        (1..=6).filter(|n| *n <= at).any(|n| self.text.lexicon.legal_form(&self.text.tokens[at - n..at]).is_some_and(|(length, _)| length == n))
    }

    /// "die Stadt Ulm und die Weber GmbH", "Müller und Weber GmbH": only names of the same kind are joined by "und".
    fn joins_other(&self, at: usize, form: usize) -> bool {
        let noun_right = self.is_common_noun(at + 1);
        let left = at - 1;
        self.text.is(left, Flags::PLACE) && !noun_right && at + 2 < form || self.person_ending(at).is_some_and(|p| p.span.len() > 1)
    }

    /// A word left of the name that is not part of it: a role ("Geschäftsführer X GmbH"), a title, the end of a person.
    fn is_outside(&self, at: usize) -> bool {
        self.text.is(at, Flags::ROLE) && !self.is_hyphen_between(at + 1) && !self.text.is(at, Flags::SURNAME)
            || self.text.is(at, Flags::MONTH | Flags::WEEKDAY) && !self.text.is(at, Flags::GIVEN | Flags::SURNAME)
    }

    /// Head noun of a name whose complement holds a function word ("Gesellschaft für …", "Freunde der …").
    fn chain_from(&self, connector: usize, floor: usize) -> Option<usize> {
        if !matches!(
            self.text.word(connector),
            "für"
                | "der"
                | "des"
                | "zur"
                | "zum"
                | "von"
                | "im"
                | "in"
                | "am"
                | "an"
                | "gegen"
                | "mit"
                | "auf"
                | "den"
                | "die"
                | "das"
                | "dem"
                | "und"
                | ","
                | "bei"
                | "e"
                | "vom"
        ) && !self.text.is(connector, Flags::ADJECTIVE)
        {
            return None;
        }
        let genitive = matches!(self.text.word(connector), "der" | "des");
        let joined = |at: usize| at > floor && matches!(self.text.word(at - 1), "und" | "sowie" | "oder" | ",") && self.text.is(at, Flags::ARTICLE);
        if joined(connector) {
            return None;
        }
        let mut best = None;
        let mut at = connector;
        while at > floor {
            at -= 1;
            let token = &self.text.tokens[at];
            match token.class {
                Class::Word if token.is_capital() && !self.is_closed(at) => {
                    // "Tochtergesellschaft der Nexora Inc.": whose it is, not what it is called
                    let owned = genitive && at + 1 == connector && self.is_proper(connector + 1) && self.marks(at).contains(Marks::APPOSITION);
                    let fits = !owned
                        && self.text.is(at, Flags::ORGANISATION_HEAD)
                        && (!genitive || at + 1 < connector || self.marks(at).contains(Marks::GENITIVE_TAIL));
                    // "Köche der Region e. V.": a plural and what it is for, both ordinary nouns
                    let plural = genitive
                        && at + 1 == connector
                        && self.text.is(at, Flags::PLURAL)
                        && (!self.text.is(at, Flags::SINGULAR | Flags::ORGANISATION_HEAD)
                            || self.text.is(at, Flags::ROLE) && !self.text.is(at, Flags::SINGULAR))
                        && self.is_common_noun(connector + 1)
                        && !self.text.is(connector + 1, Flags::ORGANISATION_HEAD)
                        && matches!(self.text.word(connector + 2), "e" | "eV");
                    if fits || plural || matches!(self.text.word(at), "Freunde" | "Förderer" | "Aktion" | "Hilfe" | "Haus" | "Freundinnen") {
                        let mut start = self.chain_start(at);
                        while start > floor && self.is_name_adjective(start - 1) && self.follows(start) {
                            start -= 1;
                        }
                        best = Some(start);
                    } else if self.text.is(at, Flags::ROLE) || self.ends_legal_form(at + 1) {
                        break;
                    }
                }
                Class::Word
                    if token.is_lower()
                        && self.text.is(at, Flags::FINITE)
                        && !self.text.is(at, Flags::ADJECTIVE | Flags::PREPOSITION | Flags::ARTICLE | Flags::CONJUNCTION) =>
                {
                    break;
                }
                Class::Word
                    if joined(at) || token.is_lower() && token.is(Flags::ADVERB) && !token.is(Flags::ADJECTIVE | Flags::PREPOSITION | Flags::CONJUNCTION) =>
                {
                    break;
                }
                Class::Word | Class::Hyphen => {
                    // a head right after an article begins the name, unless the article is a genitive inside one
                    if best.is_some_and(|b| b == at + 1)
                        && self.text.is(at, Flags::ARTICLE | Flags::PREPOSITION)
                        && !matches!(self.text.word(at), "der" | "des" | "für")
                    {
                        break;
                    }
                }
                Class::Comma if best.is_none() => {}
                _ => break,
            }
        }
        best
    }

    /// Whether a noun for firms belongs to the name behind it: only a place stands between it and the form
    /// ("Standortagentur Tirol GmbH"), or the article is not the noun's ("Die Bauträger Harms GmbH").
    fn is_own_noun(&self, noun: usize, form: usize) -> bool {
        let place = noun + 2 == form && self.text.is(noun + 1, Flags::PLACE) && !self.text.is(noun + 1, Flags::SURNAME | Flags::COUNTRY);
        let feminine = noun > 0 && matches!(self.text.word(noun - 1), "die" | "Die" | "eine" | "Eine" | "zur" | "Zur");
        let other = !self.text.is(noun, Flags::FEMININE | Flags::PLURAL) && self.text.is(noun, Flags::MASCULINE | Flags::NEUTER);
        place || feminine && other && self.text.is(noun, Flags::SINGULAR)
    }

    /// The name without the noun it stands in apposition to ("Firma X GmbH" → "X GmbH").
    fn without_apposition(&self, start: usize, form: usize) -> usize {
        let mut at = start;
        // "Tochtergesellschaft Seifert …", "Softwarefirma …", "Ulmer Verein X"
        let words = std::iter::successors(Some(at), |&n| Some(self.chain_end(n)).filter(|&next| self.is_name_like(next))).take(3);
        let noun = words.map(|n| self.chain_end(n) - 1).find(|&last| last + 1 < form && self.marks(last).contains(Marks::APPOSITION));
        if let Some(noun) =
            noun.filter(|&n| n + 1 < form && !self.is_own_noun(n, form) && self.text.tokens[n + 1].class != Class::Symbol && !self.is_name_adjective(n + 1))
            && (self.chain_start(noun) == at || self.is_name_adjective(self.chain_start(noun) - 1) && self.chain_start(noun) - at <= 2)
        {
            at = noun + 1;
        }
        // "Kölner X GmbH" at the start of a sentence keeps its place; an adjective in lower case never gets here
        while at + 1 < form && self.text.starts_sentence(at) && self.is_closed(at) {
            at += 1;
        }
        while at < form && matches!(self.text.tokens[at].class, Class::Hyphen | Class::Slash | Class::Stop | Class::Symbol) {
            at += 1;
        }
        if at + 1 == form && self.text.tokens[at].shape == Shape::Capital && self.marks(at).intersects(Marks::APPOSITION) { form } else { at }
    }
}
