//! Short forms of what the release names in full: after "Welscher Metallbau GmbH" also "Welscher".

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
    confidence: 0.88,
    reason: "a release that gives a name in full uses its beginning or acronym later on",
    yes: &[
        "Die Welscher Metallbau GmbH wächst. [[Welscher Metallbau]] sucht Leute. Bei [[Welscher]] fehlen Schlosser.",
        "Das Europäische Amt für Moorkunde (EAM) tagt. Die [[EAM]]-Tagung endet heute.",
        "Die nordwerk leuchten gmbh gewinnt. [[nordwerks]] Lampe ist neu.",
    ],
    no: &["Die Sonne GmbH wächst. Die Sonne scheint.", "Die Stadt Ulm baut. In Ulm wird gefeiert."],
};

/// A form to look for.
struct Form {
    hashes: Vec<u64>,
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
        for at in 0..self.text.tokens.len() {
            let token = &self.text.tokens[at];
            if !matches!(token.class, Class::Word | Class::Number) {
                continue;
            }
            let lists = [forms.get(&token.hash), self.stem_hash(at).and_then(|hash| forms.get(&hash))];
            let best = lists.into_iter().flatten().flatten().filter(|f| self.matches(at, f)).max_by_key(|f| f.hashes.len());
            if let Some(form) = best {
                let end = at + form.hashes.len();
                if self.stands_as_name(at, end) {
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

    /// Hash of a word without genitive -s.
    fn stem_hash(&self, at: usize) -> Option<u64> {
        let stem = self.text.word(at).strip_suffix('s').filter(|s| s.len() > 2)?;
        let mut buffer = [0; LONGEST];
        key(stem, &mut buffer).map(table::hash)
    }

    fn matches(&self, at: usize, form: &Form) -> bool {
        form.hashes.iter().enumerate().all(|(n, hash)| {
            let here = at + n;
            self.token(here).is_some_and(|t| (n == 0 || t.gap <= Gap::Line) && (t.hash == *hash || n + 1 == form.hashes.len() && self.stem_hash(here) == Some(*hash)))
        })
    }

    /// Not inside a longer hyphen chain's end, a street, an address.
    fn stands_as_name(&self, start: usize, end: usize) -> bool {
        let before = start.checked_sub(1).map(|n| &self.text.tokens[n]);
        let joined = start > 1 && self.is_hyphen_between(start - 1);
        let sign = before.is_some_and(|t| t.class == Class::Symbol && self.text.tokens[start].is_glued());
        let person_title = start > 0 && (self.text.is(start - 1, Flags::TITLE) || matches!(self.text.word(start - 1), "Herr" | "Frau" | "Herrn" | "Familie"));
        let given = start > 0 && self.text.is(start - 1, Flags::GIVEN) && self.text.tokens[start - 1].is_capital() && self.text.tokens[start].is(Flags::SURNAME) && end == start + 1;
        let street = self.token(end).is_some_and(|t| t.is_capital() && matches!(self.text.word(end), "Straße" | "Str" | "Platz" | "Allee" | "Weg"));
        !joined && !sign && !person_title && !given && !street
    }

    /// The forms a full name may be shortened to.
    fn forms_of(&self, candidate: &Candidate, forms: &mut HashMap<u64, Vec<Form>>) {
        let (start, end) = (candidate.span.start(), candidate.span.end());
        let mut add = |from: usize, to: usize| {
            let mut hashes: Vec<u64> = self.text.tokens[from..to].iter().map(|t| t.hash).collect();
            if hashes.is_empty() || hashes.len() > 12 {
                return;
            }
            // the name itself may stand here in the genitive
            if let (Some(last), Some(stem)) = (hashes.last_mut(), self.stem_hash(to - 1).filter(|_| to - from > 0 && from > 0 && self.genitive_before(from))) {
                *last = stem;
            }
            let list = forms.entry(hashes[0]).or_default();
            if !list.iter().any(|f| f.hashes == hashes) {
                list.push(Form { hashes, kind: candidate.kind, entry: candidate.entry });
            }
        };
        if candidate.rule == &super::head::ELLIPSIS {
            return;
        }
        let single = end == start + 1;
        if !single || self.is_distinctive(start, candidate) {
            add(start, end);
        }
        if candidate.kind == Some(OrganisationKind::Municipality) {
            return;
        }
        // without the legal form
        let core = (start + 1..end).find(|&n| self.text.lexicon.legal_form(&self.text.tokens[n..end]).is_some_and(|(length, _)| n + length == end)).unwrap_or(end);
        if core < end {
            if core > start + 1 || self.is_distinctive(start, candidate) {
                add(start, core);
            }
        }
        let legal = core < end || candidate.rule == &super::apposition::TAIL || candidate.rule == &super::layout::ABOUT || candidate.rule == &super::layout::SOURCE;
        // head noun with names: without the names behind it when the head is a rare compound ("Optik-Cluster")
        let first_end = self.chain_end(start);
        if legal && first_end < core {
            if self.is_distinctive(start, candidate) {
                add(start, first_end);
            }
            // "Bankhaus Ellerbrock AG" → "Ellerbrock"; "Gebr. Ohlendorf KG" → "Gebr. Ohlendorf"
            let skip = if self.text.word(first_end) == "." { first_end + 1 } else { first_end };
            if skip < core {
                let second = self.chain_end(skip);
                if second < core || skip > first_end {
                    add(start, second);
                }
                if self.text.is(start, Flags::NOUN) && !self.is_distinctive(start, candidate) && self.is_distinctive(skip, candidate) && self.text.tokens[skip].class == Class::Word {
                    add(skip, second);
                }
            }
        } else if !legal && first_end < core && self.is_own_head(start, first_end) {
            add(start, first_end);
        }
        // "Museum für Alltagskultur Rothenfels": without the place at its end
        if core > start + 2 && self.is_proper(core - 1) && self.text.tokens[core - 1].class == Class::Word && !self.text.tokens[core - 1].is_glued() && self.text.tokens[core - 2].is_capital() && !self.is_proper(core - 2) && (start..core - 1).any(|n| matches!(self.text.word(n), "für" | "der" | "zur")) {
            add(start, core - 1);
        }
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
            Shape::Upper | Shape::Mixed => !self.text.lexicon.is_common_acronym(self.text.word(at)) || candidate.span.len() == 1,
            Shape::Capital => {
                let hyphened = self.chain_end(at) > at + 1;
                (hyphened || !self.is_common_noun(at)) && !token.is(Flags::ADJECTIVE | Flags::PLACE | Flags::GIVEN | Flags::MONTH | Flags::ROLE) && !self.is_name_adjective(at) && !self.marks(at).intersects(Marks::APPOSITION | Marks::CLUB)
                    || candidate.span.len() == 1 && candidate.rule != &super::listed::LISTED_CONTEXT && !token.is(Flags::GIVEN | Flags::PLACE | Flags::SURNAME) && !self.is_common_noun(at)
                    || candidate.span.len() == 1 && token.is(Flags::ORGANISATION_HEAD) && !token.is(Flags::ORGANISATION_GENERIC)
            }
            Shape::None => false,
        }
    }

    /// A head that names its organisation alone once that has been named: a hyphen compound or an unlisted compound.
    fn is_own_head(&self, start: usize, end: usize) -> bool {
        let last = end - 1;
        self.text.is(last, Flags::ORGANISATION_HEAD) && (end > start + 1 && !self.text.is(start, Flags::PLACE))
    }
}
