//! Names of the gazetteers: as they stand, or with evidence beside them where they are ordinary words too.

use super::{Candidate, Finder};
use crate::analysis::OrganisationKind;
use crate::gazetteer::Hit;
use crate::gazetteer::compile::Kind;
use crate::lexicon::{Flags, Marks};
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap, Shape};

/// A listed name.
pub static LISTED: Rule = Rule {
    name: "organisation/listed",
    finds: Finds::Organisation,
    confidence: 0.93,
    reason: "the gazetteers name it",
    yes: &["Die [[Deutsche Bahn]] baut das Netz aus.", "Das meldet der [[Norddeutsche Rundfunk]].", "Beim [[1. FC Köln]] spielt er seit Mai."],
    no: &["Die Bahn baut das Netz aus.", "Der Rundfunk meldet das."],
};

/// A listed name that is an ordinary word, forename, surname or place too.
pub static LISTED_CONTEXT: Rule = Rule {
    name: "organisation/listed/context",
    finds: Finds::Organisation,
    confidence: 0.78,
    reason: "an ambiguous name counts where quotation marks, a bracket, a noun of its kind or a hyphen say so",
    yes: &["Das berichtet die Zeitung „[[Bild]]“.", "Der Konzern [[Post]] streicht Stellen.", "Das Magazin „[[Stern]]“ druckt den Text."],
    no: &["Ein Bild hängt an der Wand.", "Die Welt ist klein.", "Der Stern leuchtet hell."],
};

/// A listed name inside a compound.
pub static LISTED_PART: Rule = Rule {
    name: "organisation/listed/part",
    finds: Finds::Organisation,
    confidence: 0.94,
    reason: "the first part of a hyphen compound names its organisation",
    yes: &["Die [[SPD]]-Fraktion stimmt zu.", "Ein [[Telekom]]-Sprecher bestätigt das.", "Der [[ADAC]]-Präsident warnt."],
    no: &["Die Bild-Auswahl ist groß.", "Das Post-Projekt endet."],
};

impl Finder<'_> {
    /// Proposes the gazetteers' organisations.
    pub(super) fn listed(&self, out: &mut Vec<Candidate>) {
        for hit in self.hits {
            let entry = self.names.entry(hit.entry);
            if entry.kind == Kind::Award {
                self.inside_award(hit, out);
            }
            if entry.kind != Kind::Organisation {
                continue;
            }
            let (mut start, end) = (hit.tokens.start(), hit.tokens.end());
            if entry.class == "municipality" && self.is_locative(start) {
                continue;
            }
            // "Die Schweizerische Post": a sentence's first word rather than the name's
            let capital = hit.tokens.len() > 2 && matches!(self.text.word(start), "Die" | "Der" | "Das") && !matches!(entry.class, "media" | "party");
            if capital || hit.tokens.len() > 1 && matches!(self.text.word(start), "die" | "der" | "das") {
                start += 1;
            }
            let evidence = self.evidence(hit);
            let needs = entry.context && !self.is_written_large(hit) || self.is_ambiguous(hit);
            if self.is_in_chain(hit) || needs && !evidence || self.is_bare_place(hit) {
                continue;
            }
            let part = self.is_hyphen_between(end) || self.opens_compound(end);
            let rule = match (part, needs) {
                (true, _) => &LISTED_PART,
                (false, true) => &LISTED_CONTEXT,
                _ => &LISTED,
            };
            if rule == &LISTED_PART && needs {
                continue;
            }
            let kind = OrganisationKind::parse(entry.class);
            if self.is_product(end, kind) || entry.name == "ots" || self.is_channel(start, entry.name) || self.is_part_of_other(hit, kind) {
                continue;
            }
            let end = if part { self.branch_body(end) } else { self.branch(hit, kind) };
            let mut candidate = Candidate::new(start, end, rule).kind(kind);
            candidate.entry = Some(hit.entry).filter(|_| !part || end == hit.tokens.end());
            candidate.rank = if self.names.is_users(hit.entry) { 3 } else { 0 };
            candidate.name = Some(entry.name.to_owned()).filter(|name| {
                hit.tokens.len() > 1 && entry.name.len() >= self.text.slice(hit.tokens).len().saturating_sub(4) && self.is_same_but_inflected(name, hit)
            });
            out.push(candidate);
        }
    }

    /// "des BUND", "beim VCI": an acronym behind an article names a body, whatever else the word may be in small letters.
    fn is_written_large(&self, hit: &Hit) -> bool {
        let at = hit.tokens.start();
        let article = at > 0 && self.follows(at) && matches!(self.text.word(at - 1), "der" | "des" | "dem" | "vom" | "beim" | "die" | "Der" | "Die" | "Beim");
        let behind = self.is_name_like(at + 1) && self.follows(at + 1);
        hit.tokens.len() == 1
            && self.text.tokens[at].shape == Shape::Upper
            && self.text.tokens[at].span.len() > 2
            && article
            && !behind
            && !self.is_hyphen_between(at + 1)
    }

    /// "Bad Orb", "alt Ständerat": the end of a place's name, a former office.
    fn is_part_of_other(&self, hit: &Hit, kind: Option<OrganisationKind>) -> bool {
        let before = hit.tokens.start().checked_sub(1).map_or("", |n| self.text.word(n));
        hit.tokens.len() == 1 && (matches!(before, "Bad" | "Sankt") || before == "alt" && kind == Some(OrganisationKind::Body))
    }

    /// "auf Instagram": where something is shown, not who does something.
    fn is_channel(&self, start: usize, name: &str) -> bool {
        const NETWORKS: [&str; 10] = ["Instagram", "Facebook", "YouTube", "Youtube", "TikTok", "LinkedIn", "Twitter", "Xing", "WhatsApp", "Pinterest"];
        let before = start.checked_sub(1).map_or("", |n| self.text.word(n));
        NETWORKS.contains(&name)
            && (matches!(before, "auf" | "Auf" | "via" | "Via" | "per" | "über" | ":")
                || self.text.word(start + 1) == ":"
                || start > 1 && NETWORKS.contains(&self.text.word(start - 2)))
    }

    /// Token after the body of which a listed organisation is the first part ("BRK-Kreisverband Tannhausen").
    fn branch_body(&self, end: usize) -> usize {
        if !self.is_hyphen_between(end) || !self.is_branch_noun(end + 1) {
            return end;
        }
        let body = end + 2;
        if self.is_name_like(body)
            && self.follows(body)
            && (self.is_place(body) || self.is_unknown(body) || self.is_proper(body))
            && self.person_from(body).is_none_or(|p| p.span.len() < 2)
        {
            return self.names_after(body, self.limit(end), false).max(body);
        }
        body
    }

    /// "BMW M4": a maker's name before a model.
    fn is_product(&self, end: usize, kind: Option<OrganisationKind>) -> bool {
        let word = self.text.word(end);
        kind == Some(OrganisationKind::Company)
            && self.follows(end)
            && self.token(end).is_some_and(|t| t.gap == Gap::Space)
            && word.chars().any(|c| c.is_ascii_digit())
            && word.chars().any(char::is_alphabetic)
    }

    /// Token after the place of a branch ("IHK Köln", "AOK Sachsen").
    fn branch(&self, hit: &Hit, kind: Option<OrganisationKind>) -> usize {
        let end = hit.tokens.end();
        let has_branches = !matches!(
            kind,
            Some(OrganisationKind::Company | OrganisationKind::Media | OrganisationKind::University | OrganisationKind::Club | OrganisationKind::Municipality)
        );
        let place = self.is_name_like(end)
            && self.follows(end)
            && (self.is_place(end)
                || self.is_unknown(end) && self.text.lexicon.ends_like_place(self.text.word(self.chain_end(end) - 1))
                || self.is_unknown(end) && self.is_hyphen_between(end + 1));
        let person = self.person_from(end).is_some_and(|p| p.span.len() > 1);
        // "ORF Vorarlberg", "WDR Köln", "Deutschlandradio Kultur"
        let word = self.text.slice(hit.tokens);
        let acronym = hit.tokens.len() == 1 && self.text.tokens[hit.tokens.start()].shape == Shape::Upper;
        let station = kind == Some(OrganisationKind::Media) && hit.tokens.len() == 1 && (acronym || word.ends_with("radio") || word.ends_with("funk"));
        // "IG Metall Bezirk Mitte", "BUND Ortsgruppe Tannhausen"
        let body = self.is_name_like(end) && self.follows(end) && (self.is_branch_noun(end) || matches!(self.text.word(end), "Landesbezirk" | "Bezirk"));
        if body && has_branches && self.is_name_like(end + 1) && self.follows(end + 1) && (self.is_place(end + 1) || self.is_unknown(end + 1)) {
            return self.names_after(end + 1, self.limit(end), false).max(end + 1);
        }
        if station
            && self.follows(end)
            && (self.is_place(end) && !self.text.is(end, Flags::COUNTRY) || matches!(self.text.word(end), "Kultur" | "Info" | "Aktuell" | "Wissen" | "Nova"))
            && !person
        {
            return end + 1;
        }
        if acronym && kind == Some(OrganisationKind::Company) && self.follows(end) && self.is_place(end) && !person {
            return end + 1;
        }
        if kind == Some(OrganisationKind::Company) && self.text.is(end, Flags::COUNTRY) && self.is_name_like(end) && self.follows(end) {
            return end + 1;
        }
        if has_branches && place && !person && hit.tokens.len() == 1 { self.names_after(end, self.limit(hit.tokens.start()), false).max(end) } else { end }
    }

    /// A listed organisation inside the listed name of an award ("NABU-Preis").
    fn inside_award(&self, hit: &Hit, out: &mut Vec<Candidate>) {
        let (start, end) = (hit.tokens.start(), hit.tokens.end());
        for at in start..end {
            let inner = self.names.longest_within(self.text, at, if at == start { end - 1 } else { end });
            let Some(inner) = inner.filter(|h| h.tokens.end() < end || self.text.tokens[at].shape != Shape::Capital || h.tokens.len() > 1) else { continue };
            let entry = self.names.entry(inner.entry);
            if entry.kind == Kind::Organisation && !entry.context && !self.is_ambiguous(&inner) && !self.is_bare_place(&inner) {
                let part = self.is_hyphen_between(inner.tokens.end());
                let mut candidate = Candidate::new(inner.tokens.start(), inner.tokens.end(), if part { &LISTED_PART } else { &LISTED });
                candidate.kind = OrganisationKind::parse(entry.class);
                candidate.entry = Some(inner.entry);
                out.push(candidate);
            }
        }
    }

    /// Whether the entry's name differs from the words only in endings.
    fn is_same_but_inflected(&self, name: &str, hit: &Hit) -> bool {
        let words = self.text.slice(hit.tokens);
        name.split_whitespace().count() == words.split_whitespace().count()
            && name.split_whitespace().zip(words.split_whitespace()).all(|(a, b)| {
                let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
                shared + 2 >= a.len().min(b.len()) && shared > 0
            })
    }

    /// A word that is a plain noun, adjective, name or place as well, though its list does not say so.
    fn is_ambiguous(&self, hit: &Hit) -> bool {
        let (start, end) = (hit.tokens.start(), hit.tokens.end());
        if hit.tokens.len() > 1 {
            // "Das Beste", "Die Zeit": an article in front is no evidence at a sentence start
            return hit.tokens.len() == 2 && self.is_closed(start) && self.is_common_noun(start + 1) && !self.text.is(start + 1, Flags::ORGANISATION_HEAD);
        }
        let token = &self.text.tokens[start];
        let _ = end;
        match token.shape {
            Shape::Upper => token.span.len() < 2 || self.is_shouted(start) || self.text.lexicon.is_common_acronym(self.text.word(start)),
            Shape::Mixed => false,
            Shape::Lower => !token.flags.is_empty(),
            Shape::None => true,
            Shape::Capital => {
                token.is(Flags::WORD) && self.text.starts_sentence(start)
                    || self.is_closed(start)
                    || token.is(Flags::GIVEN | Flags::PLACE) && !token.is(Flags::COMPOUND)
            }
        }
    }

    /// A listed organisation that is written like a place alone ("Bremen").
    fn is_bare_place(&self, hit: &Hit) -> bool {
        hit.tokens.len() == 1 && self.text.is(hit.tokens.start(), Flags::COUNTRY)
    }

    /// Whether the hit begins inside a hyphen chain ("Anti-Post").
    fn is_in_chain(&self, hit: &Hit) -> bool {
        let start = hit.tokens.start();
        start > 0
            && self.is_hyphen_between(start - 1)
            && self.text.tokens[start - 1].is_glued()
            && self.text.tokens[start.saturating_sub(2)].shape != Shape::Lower
    }

    /// "IHK- und HWK-Präsidenten".
    pub(super) fn opens_compound(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.class == Class::Hyphen && t.is_glued()) && self.token(at + 1).is_some_and(|t| t.gap != Gap::None)
    }

    /// What speaks for an organisation beside an ambiguous name.
    fn evidence(&self, hit: &Hit) -> bool {
        let (start, end) = (hit.tokens.start(), hit.tokens.end());
        let before = start.checked_sub(1);
        let quoted = before.is_some_and(|b| self.quotation_from(b, hit.tokens.len()).is_some_and(|q| q.end() == end + 1));
        let noun = |at: Option<usize>| {
            at.is_some_and(|n| {
                self.text.tokens[n].is_capital()
                    && (self.marks(n).contains(Marks::APPOSITION) || self.text.is(n, Flags::GENERIC_ORGANISATION) && self.text.is(n, Flags::NOUN))
            })
        };
        // "die Grünen", "Grüne: …": an adjective in place of a noun is the party
        let entry = self.names.entry(hit.entry);
        let party = entry.class == "party"
            && hit.tokens.len() == 1
            && (self.text.is(start, Flags::ADJECTIVE) || !self.is_common_noun(start))
            && !self.is_name_like(end)
            && !self.is_hyphen_between(end)
            && {
                let article = before.is_some_and(|b| matches!(self.text.word(b), "die" | "der" | "den" | "Die" | "Der" | "Den"));
                article || self.text.starts_sentence(start) && self.text.word(end) == ":"
            };
        // "der Hohenlohekreis zahlt": a district acts where no preposition makes it a place
        let district = entry.class == "municipality" && before.is_some_and(|b| matches!(self.text.word(b), "der" | "Der" | "vom" | "beim"));
        if party || district {
            return true;
        }
        let legal = self.text.tokens.get(end..).is_some_and(|rest| self.text.lexicon.legal_form(rest).is_some());
        let introduced =
            before.is_some_and(|n| self.text.is(n, Flags::ORGANISATION_HEAD) && self.text.tokens[n].is_capital() && self.names_other(n, self.head_kind(n)));
        legal
            || introduced
            || self.is_listed_beside(hit)
            || noun(before)
            || quoted && start > 1 && (noun(Some(start - 2)) || self.is_media(hit) && !self.text.is(start - 2, Flags::NONSPEECH_NOUN))
    }

    /// "SWR und arte", "Edeka, Netto": joined to an unambiguous name of the same kind.
    fn is_listed_beside(&self, hit: &Hit) -> bool {
        let class = self.names.entry(hit.entry).class;
        let Ok(n) = self.hits.binary_search_by_key(&hit.tokens.start(), |h| h.tokens.start()) else { return false };
        let same = |other: &Hit| {
            let entry = self.names.entry(other.entry);
            entry.kind == Kind::Organisation
                && entry.class == class
                && !entry.context
                && !self.is_ambiguous(other)
                && !self.is_hyphen_between(other.tokens.end())
        };
        let joined = |at: usize| matches!(self.text.word(at), "und" | "," | "sowie" | "/" | "oder");
        // "die taz und der Spiegel"
        let article = |end: usize| usize::from(self.text.word(end) != "," && self.text.is(end + 1, Flags::ARTICLE));
        let beside = |end: usize, start: usize| joined(end) && end + 1 + article(end) == start;
        let before = n.checked_sub(1).map(|n| &self.hits[n]).is_some_and(|h| beside(h.tokens.end(), hit.tokens.start()) && same(h));
        let after = self.hits.get(n + 1).is_some_and(|h| beside(hit.tokens.end(), h.tokens.start()) && same(h));
        before || after
    }

    fn is_media(&self, hit: &Hit) -> bool {
        self.names.entry(hit.entry).class == "media"
    }
}
