//! Short forms of what the release names in full: after "Nexora Metallbau GmbH" also "Nexora".

use super::{Candidate, Finder};
use crate::analysis::OrganisationKind;
use crate::lexicon::table;
use crate::lexicon::{Flags, Marks};
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap, LONGEST, Shape, key};
use std::collections::HashMap;

/// A name's short form.
pub static SHORT_FORM: Rule = Rule {
    name: "organisation/short-form",
    finds: Finds::Organisation,
    confidence: 0.91,
    reason: "a release that gives a name in full uses its beginning or acronym later on",
    yes: &[
        "Die Nexora Klempner GmbH wächst. [[Nexora Klempner]] sucht Leute. Bei [[Nexora]] fehlen Schlosser.",
        "Das Europäische Zentrum für Moorkunde (EZMK) tagt. Die [[EZMK]]-Tagung endet heute.",
        "Die nordwerk leuchten gmbh gewinnt. [[nordwerks]] Lampe ist neu.",
    ],
    no: &["Die Sonne GmbH wächst. Die Sonne scheint.", "Die Stadt Ulm baut. In Ulm wird gefeiert."],
};

/// Forms kept of one first word: bounds the cost of a text that names thousands of "Institut für …".
const MOST: usize = 64;

/// A form to look for.
struct Form {
    hashes: Vec<u64>,
    /// It is less than the name as it stood.
    part: bool,
    /// The word beside it in the name: where both are surnames of persons, a partner is meant ("Seifert Hiller").
    partner: Option<u64>,
    /// It is an ordinary noun, which only without article is a name ("bei Anker").
    noun: bool,
    kind: Option<OrganisationKind>,
    entry: Option<crate::gazetteer::EntryId>,
}

impl Finder<'_> {
    /// Proposes short forms of the names found.
    pub(super) fn short_forms(&self, chosen: &[Candidate]) -> Vec<Candidate> {
        let mut forms: HashMap<u64, Vec<Form>> = HashMap::new();
        for candidate in chosen {
            self.forms_of(candidate, &mut forms);
        }
        let mut out = Vec::new();
        if forms.is_empty() {
            return out;
        }
        let places = self.places_here();
        let surnames: std::collections::HashSet<u64> =
            self.persons.iter().filter(|p| !p.given.is_empty() && p.surname.len() == 1).map(|p| self.text.tokens[p.surname.start()].hash).collect();
        for at in 0..self.text.tokens.len() {
            let token = &self.text.tokens[at];
            if !matches!(token.class, Class::Word | Class::Number) {
                continue;
            }
            let lists = [forms.get(&token.hash), self.stem_hash(at).and_then(|hash| forms.get(&hash))];
            let best = lists
                .into_iter()
                .flatten()
                .flatten()
                .filter(|f| self.matches(at, f) && !(f.partner.is_some_and(|p| surnames.contains(&p)) && surnames.contains(&token.hash)))
                .max_by_key(|f| f.hashes.len());
            if let Some(form) = best.filter(|f| f.hashes.len() > 1 || !f.part || !places.contains(&f.hashes[0])) {
                let end = self.with_place(at + form.hashes.len(), form.hashes.len(), form.kind);
                if self.stands_as_name(at, end) && (!form.noun || self.is_bare(at, end)) {
                    let mut candidate = Candidate::new(at, end, &SHORT_FORM).kind(form.kind);
                    candidate.entry = form.entry;
                    if !self.is_person(&candidate) {
                        out.push(candidate);
                    }
                }
            }
        }
        out
    }

    /// An acronym with the place of its branch ("TSB Quellbach").
    fn with_place(&self, end: usize, length: usize, kind: Option<OrganisationKind>) -> usize {
        let acronym = length == 1 && self.text.tokens[end - 1].shape == Shape::Upper;
        let branch = !matches!(kind, Some(OrganisationKind::Company | OrganisationKind::Media | OrganisationKind::Municipality | OrganisationKind::University));
        let place = self.follows(end) && self.is_name_like(end) && (self.is_place(end) || self.is_unknown(end));
        if acronym && branch && place && !self.in_person(end) { end + 1 } else { end }
    }

    /// Hash of a word without genitive -s.
    fn stem_hash(&self, at: usize) -> Option<u64> {
        let stem = self.text.word(at).strip_suffix('s').filter(|s| s.len() > 2)?;
        let mut buffer = [0; LONGEST];
        key(stem, &mut buffer).map(table::hash)
    }

    fn matches(&self, at: usize, form: &Form) -> bool {
        form.hashes.iter().enumerate().all(|(n, hash)| {
            let here = at + n;
            self.token(here)
                .is_some_and(|t| (n == 0 || t.gap <= Gap::Line) && (t.hash == *hash || n + 1 == form.hashes.len() && self.stem_hash(here) == Some(*hash)))
        })
    }

    /// Not inside a longer hyphen chain's end, a street, an address.
    fn stands_as_name(&self, start: usize, end: usize) -> bool {
        let before = start.checked_sub(1).map(|n| &self.text.tokens[n]);
        let joined = start > 1 && self.is_hyphen_between(start - 1);
        let sign = before.is_some_and(|t| t.class == Class::Symbol && self.text.tokens[start].is_glued());
        let person_title = start > 0 && (self.text.is(start - 1, Flags::TITLE) || matches!(self.text.word(start - 1), "Herr" | "Frau" | "Herrn" | "Familie"));
        let single = end == start + 1 && self.text.tokens[start].shape == Shape::Capital;
        let named = start > 0 && single && self.text.tokens[start - 1].is_capital() && self.text.is(start - 1, Flags::GIVEN | Flags::ROLE);
        let given = named
            || start > 0
                && self.text.is(start - 1, Flags::GIVEN)
                && self.text.tokens[start - 1].is_capital()
                && self.text.tokens[start].is(Flags::SURNAME)
                && end == start + 1;
        let street = self.token(end).is_some_and(|t| t.is_capital() && matches!(self.text.word(end), "Straße" | "Str" | "Platz" | "Allee" | "Weg"));
        !joined && !sign && !person_title && !given && !street
    }

    /// The forms a full name may be shortened to.
    fn forms_of(&self, candidate: &Candidate, forms: &mut HashMap<u64, Vec<Form>>) {
        let (start, end) = (candidate.span.start(), candidate.span.end());
        let mut add = |from: usize, to: usize, noun: bool| {
            let mut hashes: Vec<u64> = self.text.tokens[from..to].iter().map(|t| t.hash).collect();
            if hashes.is_empty() || hashes.len() > 12 {
                return;
            }
            // the name itself may stand here in the genitive
            if let (Some(last), Some(stem)) = (hashes.last_mut(), self.stem_hash(to - 1).filter(|_| to - from > 0 && from > 0 && self.genitive_before(from))) {
                *last = stem;
            }
            let single = to == from + 1 && to < end;
            let partner = if from > start { self.token(from - 1) } else { self.token(to) }.filter(|t| single && t.is_capital()).map(|t| t.hash);
            let list = forms.entry(hashes[0]).or_default();
            if list.len() < MOST && !list.iter().any(|f| f.hashes == hashes) {
                list.push(Form { hashes, part: to - from < end - start, noun, partner, kind: candidate.kind, entry: candidate.entry });
            }
        };
        if candidate.rule == &super::head::ELLIPSIS {
            return;
        }
        let single = end == start + 1;
        if !single || self.is_distinctive(start, candidate) {
            add(start, end, false);
        }
        if candidate.kind == Some(OrganisationKind::Municipality) {
            return;
        }
        // without the legal form
        let core = self.form_start(start, end).unwrap_or(end);
        if core < end && (core > start + 1 || self.is_distinctive(start, candidate)) {
            add(start, core, false);
        }
        let legal =
            core < end || candidate.rule == &super::apposition::TAIL || candidate.rule == &super::layout::ABOUT || candidate.rule == &super::layout::SOURCE;
        // "Lampenwerk GmbH": an ordinary compound that a legal form has made a name
        if core < end && core == start + 1 && self.text.is(start, Flags::COMPOUND) && self.is_noun_name(start) {
            add(start, core, true);
        }
        // "Der VfL" for the only club of these letters
        if candidate.kind == Some(OrganisationKind::Club)
            && let Some(letters) = (start..end.min(start + 3)).find(|&n| self.marks(n).contains(Marks::CLUB) && self.text.tokens[n].shape != Shape::Capital)
            && !self.text.lexicon.is_common_acronym(self.text.word(letters))
        {
            add(letters, letters + 1, false);
        }
        // head noun with names: without the names behind it when the head is a rare compound ("Sensorik-Cluster")
        let first_end = self.chain_end(start);
        if legal && first_end < core {
            if self.is_distinctive(start, candidate) {
                add(start, first_end, false);
            } else if self.is_noun_name(start) && first_end == start + 1 {
                add(start, first_end, true);
            }
            // "Bankhaus Seifert AG" → "Seifert"; "Gebr. Seifert KG" → "Gebr. Seifert"
            let skip = if self.text.word(first_end) == "." { first_end + 1 } else { first_end };
            if skip < core {
                let second = self.chain_end(skip);
                if second < core || skip > first_end {
                    add(start, second, false);
                }
                if self.text.is(start, Flags::NOUN)
                    && !self.is_distinctive(start, candidate)
                    && self.is_distinctive(skip, candidate)
                    && self.text.tokens[skip].class == Class::Word
                {
                    add(skip, second, false);
                }
            }
        } else if !legal && first_end < core && self.is_own_head(start, first_end) {
            add(start, first_end, false);
        }
        // "Fraktion X": the rest is a name too
        if !legal
            && core == start + 2
            && self.text.is(start, Flags::ORGANISATION_HEAD)
            && self.text.is(start + 1, Flags::COMPOUND)
            && self.text.tokens[start + 1].is_capital()
            && !self.text.lexicon.ends_like_place(self.text.word(start + 1))
        {
            add(start + 1, core, true);
        }
        // "St.-Anna-Hospital" → "St. Anna"
        let saint = matches!(self.text.word(start), "St" | "Skt") && self.text.word(start + 1) == "." && self.text.word(start + 2) == "-" && start + 3 < end;
        if saint {
            let hashes = [start, start + 1, start + 3].map(|n| self.text.tokens[n].hash).to_vec();
            let list = forms.entry(hashes[0]).or_default();
            if list.len() < MOST && !list.iter().any(|f| f.hashes == hashes) {
                list.push(Form { hashes, part: true, noun: false, partner: None, kind: candidate.kind, entry: None });
            }
            return;
        }
        // "Hotel Seeblick", "Café Anker": the house by its name alone
        if !legal && first_end == start + 1 && core > first_end && self.is_inn(start) {
            let name = self.chain_end(first_end);
            let rare = self.text.is(first_end, Flags::COMPOUND) || self.text.lexicon.is_plain_compound(self.text.word(first_end));
            add(first_end, core, !rare && name == core);
            if rare && name < core {
                add(first_end, name, false);
            }
        }
        // "Museum für Bergbau Tannhausen": without the place at its end
        if core > start + 2
            && self.is_proper(core - 1)
            && self.text.tokens[core - 1].class == Class::Word
            && !self.text.tokens[core - 1].is_glued()
            && self.text.tokens[core - 2].is_capital()
            && !self.is_proper(core - 2)
            && (start..core - 1).any(|n| matches!(self.text.word(n), "für" | "der" | "zur"))
        {
            add(start, core - 1, false);
        }
    }

    /// A noun that firms are named by ("Anker Metallbau").
    fn is_noun_name(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        token.is_capital()
            && token.is(Flags::NOUN)
            && !self.is_closed(at)
            && !token.is(Flags::ROLE | Flags::PLACE | Flags::GIVEN | Flags::MONTH | Flags::ADJECTIVE)
            && (!token.is(Flags::ORGANISATION_GENERIC) || token.is(Flags::COMPOUND))
            && !self.marks(at).contains(Marks::APPOSITION)
            && (!token.is(Flags::ORGANISATION_HEAD) || token.is(Flags::COMPOUND))
    }

    /// Without article, adjective or number before it, where a singular noun has one.
    fn is_bare(&self, start: usize, end: usize) -> bool {
        let compound = self.text.is(start, Flags::COMPOUND);
        let Some(before) = start.checked_sub(1).map(|n| &self.text.tokens[n]).filter(|_| !self.text.starts_sentence(start)) else {
            return compound || self.text.is(end, Flags::FINITE);
        };
        let article = before.is(Flags::ARTICLE | Flags::ADJECTIVE | Flags::NUMERAL | Flags::CONTRACTION | Flags::PRONOUN)
            || before.class == Class::Number
            || before.is_capital() && !before.is(Flags::ROLE);
        compound && !before.is(Flags::ADJECTIVE) || !article && self.text.is(start, Flags::SINGULAR)
    }

    /// Words that this text uses as places: after "in", "aus", "Stadt", or at the head of its dateline.
    fn places_here(&self) -> std::collections::HashSet<u64> {
        let mut found = std::collections::HashSet::new();
        for at in 0..self.text.tokens.len() {
            let token = &self.text.tokens[at];
            if !token.is_capital() || token.is(Flags::NOUN) && !token.is(Flags::COMPOUND) {
                continue;
            }
            let before = at.checked_sub(1).map_or("", |n| self.text.word(n));
            let place = matches!(before, "in" | "In" | "im" | "Im" | "am" | "aus" | "Aus" | "nach" | "um" | "Raum" | "Bad" | "Standort")
                || at > 0 && self.marks(at - 1).contains(Marks::MUNICIPALITY);
            let date = self.text.starts_sentence(at)
                && self.text.word(at + 1) == ","
                && (self.token(at + 2).is_some_and(|t| t.class == Class::Number) || self.text.is(at + 2, Flags::WEEKDAY))
                || self.text.starts_sentence(at) && matches!(self.text.word(at + 1), "/" | "(");
            if place || date {
                found.insert(token.hash);
            }
        }
        found
    }

    fn genitive_before(&self, at: usize) -> bool {
        let word = self.text.word(at - 1);
        matches!(word, "des" | "eines") && !self.text.is(at, Flags::ORGANISATION_HEAD)
    }

    /// A word that alone can only mean the organisation.
    fn is_distinctive(&self, at: usize, candidate: &Candidate) -> bool {
        let token = &self.text.tokens[at];
        if token.class != Class::Word || token.span.len() < 3 || self.is_closed(at) {
            return false;
        }
        match token.shape {
            Shape::Lower => token.flags.is_empty(),
            // "Sonne" is a form of a verb too
            Shape::Capital if token.is(Flags::WORD) && !token.is(Flags::SURNAME) => false,
            Shape::Upper | Shape::Mixed => !self.text.lexicon.is_common_acronym(self.text.word(at)) || candidate.span.len() == 1,
            Shape::Capital => {
                let hyphened = self.chain_end(at) > at + 1;
                (hyphened || !self.is_common_noun(at))
                    && !token.is(Flags::ADJECTIVE | Flags::PLACE | Flags::GIVEN | Flags::MONTH | Flags::ROLE)
                    && !self.is_name_adjective(at)
                    && !self.marks(at).intersects(Marks::APPOSITION | Marks::CLUB)
                    || candidate.span.len() == 1
                        && candidate.rule != &super::listed::LISTED_CONTEXT
                        && !token.is(Flags::GIVEN | Flags::PLACE | Flags::SURNAME)
                        && !self.is_common_noun(at)
                    || candidate.span.len() == 1 && token.is(Flags::ORGANISATION_HEAD) && !token.is(Flags::ORGANISATION_GENERIC)
            }
            Shape::None => false,
        }
    }

    /// A head that names its organisation alone once that has been named: a hyphen compound or an unlisted compound.
    fn is_own_head(&self, start: usize, end: usize) -> bool {
        let last = end - 1;
        let rare = end == start + 1 && self.text.is(start, Flags::COMPOUND) && self.text.is(start, Flags::SINGULAR) && !self.text.is(start, Flags::ROLE);
        const UNIQUE: [&str; 9] =
            ["gericht", "staatsanwaltschaft", "klinikum", "sparkasse", "volksbank", "raiffeisenbank", "polizeiinspektion", "verkehrsbetriebe", "bäderbetriebe"];
        let unique = end == start + 1 && UNIQUE.iter().any(|tail| self.text.word(start).to_lowercase().ends_with(tail));
        self.text.is(last, Flags::ORGANISATION_HEAD) && (rare || unique || end > start + 1 && !self.text.is(start, Flags::PLACE))
    }
}
