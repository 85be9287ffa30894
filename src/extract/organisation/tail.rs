//! How far a name goes on behind its head noun: names, complements with "für", genitives, quotation marks.

use super::Finder;
use crate::lexicon::{Flags, Marks};
use crate::text::scan::{Class, Gap, Shape};

/// Most tokens a complement may have.
const LONGEST: usize = 24;

impl Finder<'_> {
    /// Token after the name whose head noun is at `head`.
    pub(super) fn tail(&self, head: usize) -> usize {
        let limit = self.limit(head).min(head + LONGEST);
        let marks = self.marks(head);
        let bracketed =
            self.is_bracketed_acronym(head + 1) && self.follows(head + 1) && self.follows(head + 4) && (self.is_place(head + 4) || self.is_unknown(head + 4));
        let names = if bracketed { head + 4 } else { head + 1 };
        let names = self.club_year_before_place(head).unwrap_or(names);
        let mut end = self.names_after(names, limit, marks.contains(Marks::NOUN_TAIL));
        if end == names && names > head + 1 {
            end = head + 1;
        }
        if end == head + 1 {
            end = self.called(head);
        } else if self.is_verein(head) && self.is_common_noun(end - 1) {
            end = self.with_site(end);
        }
        if bracketed && end == names {
            end = head + 1;
        }
        // "Hochschule X – University of Applied Sciences"
        if self.token(end).is_some_and(|t| t.class == Class::Dash) && self.text.word(end + 1) == "University" && self.text.word(end + 2) == "of" {
            return self.english(end + 1, limit);
        }
        if end == head + 1 && end < limit && self.follows(end) {
            let institution = !marks.contains(Marks::APPOSITION) && !self.text.word(head).to_lowercase().ends_with("gruppe");
            if let Some(pair) = self.quotation_from(end, 6).filter(|pair| institution && self.is_quoted_name(pair.start() + 1, pair.end() - 1)) {
                return pair.end();
            }
        }
        if end < limit && self.follows(end) {
            let word = self.text.word(end);
            let complement = match word {
                "für" | "gegen" if end == head + 1 && self.takes_complement(head, end + 1) => self.noun_phrase(end + 1, limit, true),
                "zur" | "zum" if end == head + 1 && marks.contains(Marks::GENITIVE_TAIL) => {
                    self.noun_phrase(end + 1, limit, true).map(|e| self.genitive(e, limit))
                }
                "am" | "Am" | "an" | "An" | "im" | "Im" | "auf" | "Auf" if end == head + 1 => self.site(end),
                "der" | "des" | "deutscher" | "Deutscher" | "freier" | "Freier" if end == head + 1 && marks.contains(Marks::GENITIVE_TAIL) => {
                    let from = end + usize::from(matches!(word, "der" | "des"));
                    // bodies in the plural are its members ("Arbeitsgemeinschaft der Verbraucherzentralen")
                    let other = self.text.is(from, Flags::ORGANISATION_HEAD)
                        && !self.text.is(from, Flags::ORGANISATION_GENERIC)
                        && (self.text.is(from, Flags::SINGULAR) || word == "des");
                    Some(from).filter(|_| !other).and_then(|from| self.noun_phrase(from, limit, false)).map(|e| self.genitive(e, limit))
                }
                "of" | "for" => Some(self.english(end, limit)),
                "de" | "De" | "van" | "Van" | "ten" | "ter" | "della" | "du" | "Zum" | "Zur" | "zum" | "zur"
                    if end == head + 1 && self.head_kind(head) == Some(crate::analysis::OrganisationKind::Company) =>
                {
                    self.particle(end, head)
                }
                _ => None,
            };
            if let Some(after) = complement.filter(|after| *after > end) {
                end = self.names_after(after, limit, false);
            }
        }
        end
    }

    /// Whether a complement with "für" can belong to the name: not "für ihr Engagement", nor after a plain plural.
    fn takes_complement(&self, head: usize, at: usize) -> bool {
        let token = &self.text.tokens[head];
        // "Caritasverband für die Diözese X": the area it works in
        let area = self.text.is(at, Flags::ARTICLE)
            && (self.marks(at + 1).contains(Marks::MUNICIPALITY)
                || matches!(self.text.word(at + 1), "Diözese" | "Erzdiözese" | "Bistum" | "Erzbistum" | "Region"))
            && self.is_name_like(at + 2);
        let determined = self.text.is(at, Flags::ARTICLE | Flags::PRONOUN) && !matches!(self.text.word(at), "die" | "das" | "den" | "der");
        let plural = token.is(Flags::PLURAL) && !token.is(Flags::SINGULAR);
        let authority = self.head_kind(head) == Some(crate::analysis::OrganisationKind::Authority);
        let plain = self.marks(head).contains(Marks::APPOSITION)
            && !authority
            && self.text.word(head) != "Agentur"
            && !self.text.word(head).to_lowercase().contains("verein");
        let once = self.text.word(head).ends_with("regierung")
            || !token.is(Flags::ORGANISATION_GENERIC) && matches!(self.head_kind(head), Some(crate::analysis::OrganisationKind::Body));
        let article = self.text.is(at, Flags::ARTICLE);
        let kind = self.head_kind(head);
        use crate::analysis::OrganisationKind::{Foundation, Research, University};
        let articled = matches!(kind, Some(Foundation | University | Research))
            || ["erein", "ereins", "esellschaft"].iter().any(|tail| self.text.word(head).ends_with(tail));
        !determined && !plural && !plain && !once && (!article || articled || area)
    }

    /// Words in quotation marks that are a name rather than something said.
    fn is_quoted_name(&self, start: usize, end: usize) -> bool {
        self.is_name_like(start) && !self.text.tokens[start..end].iter().any(|t| matches!(t.class, Class::Stop | Class::Final | Class::Comma))
    }

    /// Token after a site in a school's name ("Grundschule Am Hang").
    fn site(&self, at: usize) -> Option<usize> {
        let noun = at + 1 + usize::from(matches!(self.text.word(at + 1), "der" | "dem" | "den"));
        let head = at.checked_sub(1)?;
        let dwelling = self.text.word(head).to_lowercase().ends_with("haus") && self.text.word(head) != "Krankenhaus";
        let school = !dwelling
            && matches!(
                self.head_kind(head),
                Some(
                    crate::analysis::OrganisationKind::University
                        | crate::analysis::OrganisationKind::Culture
                        | crate::analysis::OrganisationKind::Hospital
                        | crate::analysis::OrganisationKind::Other
                )
            );
        let written = self.text.tokens[at].is_capital();
        let fits = self.is_name_like(noun)
            && !self.text.is(noun, Flags::MONTH | Flags::WEEKDAY)
            && (written || self.text.is(noun, Flags::COMPOUND) || self.is_unknown(noun) || self.text.lexicon.ends_like_site(self.text.word(noun)));
        (school && fits).then(|| self.chain_end(noun))
    }

    /// Token after the run of names that starts at a token ("Leipzig", "Au am Rhein", "Haus & Grund"); `nouns`: ordinary
    /// nouns are taken too.
    pub(super) fn names_after(&self, start: usize, limit: usize, nouns: bool) -> usize {
        let mut at = start;
        while at < limit && at < start + 8 {
            let Some(token) = self.token(at) else { break };
            if token.gap > Gap::Line || (at > start || start > 0) && !self.follows(at) || self.is_time_or_things(at) {
                break;
            }
            let taken = if self.is_landscape(at) {
                at + 2
            } else if at == start
                && at > 0
                && self.is_place_adjective(at)
                && !self.is_place(at)
                && self.is_name_like(at + 1)
                && self.follows(at + 1)
                && self.is_common_noun(at + 1)
            {
                // "Verein Zürcher Museen": the adjective has its noun behind it
                self.chain_end(at + 1)
            } else if token.is_capital() && !token.is_glued() {
                let further = at > start
                    && !self.is_place_prefix(at - 1)
                    && self.text.is(at, Flags::COMPOUND)
                    && !self.is_place(at)
                    && self.text.lexicon.is_plain_compound(self.text.word(at));
                let part = !self.is_award(at)
                    && !further
                    && self.is_proper(at)
                    && self.person_from(at).is_none_or(|p| p.span.len() < 2 || self.is_hyphen_between(at + 1))
                    || at == start && (self.is_place(at) || self.is_name_noun(at) || self.partnership(at).is_some())
                    || at > start && self.is_place_prefix(at - 1)
                    || self.is_place_prefix(at)
                    || nouns && self.is_subject_noun(at, at == start);
                if part { self.chain_end(at) } else { at }
            } else if at > start {
                self.connector(at, nouns).unwrap_or(at)
            } else {
                at
            };
            if taken == at {
                break;
            }
            at = taken;
        }
        self.trim_names(start, at)
    }

    /// "Mitte des Jahres", "Fontane-Lesungen": words beside a name that are none.
    fn is_time_or_things(&self, at: usize) -> bool {
        let part = matches!(self.text.word(at), "Anfang" | "Mitte" | "Ende")
            && (matches!(self.text.word(at + 1), "des" | "der" | "nächsten" | "dieses") || self.text.is(at + 1, Flags::MONTH));
        let last = self.chain_end(at) - 1;
        let things = last > at && self.is_common_noun(last) && self.text.is(last, Flags::PLURAL) && !self.text.is(last, Flags::SINGULAR);
        part || things
    }

    /// Token after "X & Söhne", the name of a firm by its partners, that begins at a token.
    pub(super) fn partnership(&self, at: usize) -> Option<usize> {
        const FAMILY: [&str; 12] = ["Sohn", "Söhne", "Tochter", "Töchter", "Brüder", "Gebrüder", "Partner", "Partners", "Kollegen", "Cie", "Co", "Compagnie"];
        let sign = self.chain_end(at);
        let family = sign + 1;
        (self.is_name_like(at)
            && matches!(self.text.word(sign), "&" | "+")
            && self.follows(sign)
            && self.follows(family)
            && FAMILY.contains(&self.text.word(family)))
        .then(|| {
            family
                + 1
                + usize::from(
                    matches!(self.text.word(family), "Co" | "Cie") && self.text.word(family + 1) == "." && self.token(family + 1).is_some_and(|t| t.is_glued()),
                )
        })
    }

    /// Token after a particle and the name behind it ("Fleischerei de Vries", "Gasthof zum Löwen").
    fn particle(&self, at: usize, head: usize) -> Option<usize> {
        let next = at + 1;
        let away = head.checked_sub(1).is_some_and(|n| matches!(self.text.word(n), "vom" | "Vom" | "von" | "aus"));
        match self.text.word(at) {
            "de" | "De" | "van" | "Van" | "ten" | "ter" | "della" | "du" if self.is_name_like(next) => Some(self.chain_end(next)),
            "Zum" | "Zur" if self.is_name_like(next) => Some(self.chain_end(next)),
            "zum" | "zur"
                if !away
                    && self.is_name_like(next)
                    && self.text.is(next, Flags::SINGULAR)
                    && ["hof", "haus", "otheke"].iter().any(|t| self.text.word(head).ends_with(t)) =>
            {
                Some(self.chain_end(next))
            }
            _ => None,
        }
    }

    /// An unlisted compound in the singular right behind a head, as names are ("Hotel Seeblick"); before it stands an
    /// oblique article, or behind it a verb, a comma or nothing.
    pub(super) fn is_name_noun(&self, at: usize) -> bool {
        if at < 2 {
            return false;
        }
        // the word that says the case stands before any adjectives ("dem Staatlichen Schulamt X")
        let mut first = at - 1;
        while first > 1 && first + 3 > at && self.is_name_adjective(first - 1) && self.follows(first) {
            first -= 1;
        }
        let determiner = first - 1;
        let before = self.text.word(determiner);
        let token = &self.text.tokens[at];
        let lone = (token.is(Flags::COMPOUND) || token.is(Flags::NOUN) && self.text.lexicon.is_plain_compound(self.text.word(at)))
            && token.shape == Shape::Capital
            && token.is(Flags::SINGULAR)
            && !token.is(Flags::ROLE | Flags::AWARD_HEAD);
        let plain = token.is(Flags::NOUN)
            && token.shape == Shape::Capital
            && token.is(Flags::SINGULAR)
            && !token.is(Flags::ROLE | Flags::AWARD_HEAD | Flags::MONTH | Flags::WEEKDAY);
        if !plain {
            return false;
        }
        let oblique = matches!(before, "im" | "am" | "vom" | "zum" | "beim" | "dem" | "des" | "Im" | "Am" | "Beim" | "Vom");
        let finite = self.token(at + 1).is_some_and(|t| t.is(Flags::FINITE | Flags::AUXILIARY | Flags::MODAL) && t.is_lower() && t.gap <= Gap::Line);
        // "Die Agentur Rotkehlchen gewann": between article and verb stands the subject alone
        let subject = finite && self.text.starts_sentence(determiner) && matches!(before, "Der" | "Die" | "Das") && !self.text.is(at - 1, Flags::PLURAL);
        if subject && !token.is(Flags::PLURAL) {
            return true;
        }
        // "bietet die Volkshochschule Sprachunterricht": behind the verb the noun may be its object
        let object =
            determiner > 0 && self.text.is(determiner - 1, Flags::FINITE | Flags::AUXILIARY | Flags::MODAL) && self.text.tokens[determiner - 1].is_lower();
        let closed = self.token(at + 1).is_none_or(|t| {
            matches!(t.class, Class::Comma | Class::Stop | Class::Colon | Class::Close | Class::Open)
                || t.gap > Gap::Space
                || t.is(Flags::FINITE | Flags::PARTICIPLE) && t.is_lower()
                || t.is(Flags::PREPOSITION) && t.is_lower()
                || matches!(self.text.word(at + 1), "und" | "sowie") && self.text.is(at + 2, Flags::ARTICLE)
        });
        let bare = self.text.starts_sentence(at - 1) || matches!(before, ":" | "," | "und" | "sowie" | "von" | "mit" | "durch" | "bei" | "an");
        let named = self.follows(at + 1) && self.is_proper(at + 1) && !self.is_place_adjective(at + 1) && !self.in_person(at + 1);
        named || lone && oblique || lone && closed && (bare || !object && matches!(before, "die" | "der" | "das" | "Die" | "Der" | "Das"))
    }

    /// A noun that says what an office or centre is for ("Dezernat Jugend und Soziales"): behind it the name ends or
    /// goes on, no object's clause does.
    fn is_subject_noun(&self, at: usize, first: bool) -> bool {
        if !self.is_name_like(at) || self.text.is(at, Flags::ROLE | Flags::MONTH | Flags::WEEKDAY | Flags::TITLE) || self.is_award(at) {
            return false;
        }
        let next = self.chain_end(at);
        let Some(token) = self.token(next).filter(|_| first) else { return true };
        let word = self.text.word(next);
        let compound = self.text.is(at, Flags::COMPOUND) && !self.text.is(at, Flags::PLURAL);
        compound && self.is_closed(next)
            || !matches!(token.class, Class::Word)
            || token.gap > Gap::Space
            || self.is_name_like(next)
            || token.is(Flags::FINITE) && token.is_lower()
            || matches!(word, "und" | "der" | "des" | "e" | "am" | "an" | "in" | "im")
    }

    /// "Fürther Land", "Tannhauser Alb": a landscape called after a place.
    fn is_landscape(&self, at: usize) -> bool {
        let land =
            matches!(self.text.word(at + 1), "Land" | "Kreis" | "Wald" | "Tal" | "Becken" | "Heide" | "Alb" | "Oberland" | "Unterland" | "Seenland" | "Moor");
        land && self.follows(at + 1) && self.is_name_like(at) && (self.is_place_adjective(at) || self.is_unknown(at) && self.text.word(at).ends_with("er"))
    }

    /// The first word of a place's name, or of a programme's ("Groß Gerungen", "Unteres Murtal", "Pro Bahn").
    fn is_place_prefix(&self, at: usize) -> bool {
        let word = self.text.word(at);
        let prefix = matches!(word, "Groß" | "Klein" | "Neu" | "Alt" | "Bad" | "Sankt" | "Hohen" | "Markt" | "Maria");
        let region =
            ["Ober", "Unter", "Mittler", "Hinter", "Vorder"].iter().any(|stem| word.strip_prefix(stem).is_some_and(|ending| ending == "es" || ending == "er"));
        let next = self.follows(at + 1) && self.is_name_like(at + 1) && !self.token(at + 1).is_some_and(|t| t.is_glued());
        let bad = matches!(word, "Bad" | "Sankt" | "Heilig" | "Mariä" | "Christi") && !self.text.is(at + 1, Flags::ROLE | Flags::ORGANISATION_HEAD);
        next && (bad || (prefix || region) && (self.is_proper(at + 1) || self.is_unknown(at + 1) || self.is_place(at + 1)) || word == "Pro")
    }

    /// Token after a connector and the name behind it ("am Inn", "& Grund", "(Saale)").
    fn connector(&self, at: usize, nouns: bool) -> Option<usize> {
        let next = at + 1;
        let water = |at: usize| self.is_name_like(at) && (self.text.is(at, Flags::PLACE) || self.is_unknown(at));
        match self.text.word(at) {
            "am" | "an" | "im" | "bei" | "ob" | "vor" | "unter" if self.text.is(at - 1, Flags::PLACE) || self.is_unknown(at - 1) || self.is_saint(at - 1) => {
                let name = next + usize::from(matches!(self.text.word(next), "der" | "dem" | "den"));
                (water(name) && self.text.is(name, Flags::PLACE)).then_some(name + 1)
            }
            "." if matches!(self.text.word(at - 1), "St" | "Skt") && self.is_name_like(next) => Some(self.chain_end(next)),
            // "Landsberg a. Lech", "Rothenburg o. d. Tauber"
            "a" | "b" | "i" | "o" | "v" if self.text.word(next) == "." && self.token(next).is_some_and(|t| t.is_glued()) => {
                let article = self.text.word(next + 1) == "d" && self.text.word(next + 2) == ".";
                let river = next + 1 + if article { 2 } else { 0 };
                (self.is_place(river) || self.is_unknown(river)).then(|| self.chain_end(river))
            }
            "(" if self.is_bracketed_acronym(at) && self.is_name_like(at + 3) && (self.is_place(at + 3) || self.is_unknown(at + 3)) => {
                Some(self.chain_end(at + 3))
            }
            // "Great Place to Work": words that are no German
            "of" | "to" | "for" if self.text.tokens[at].is_lower() && self.is_name_like(next) && (self.is_unknown(next) || self.is_unknown(at - 1)) => {
                Some(self.chain_end(next))
            }
            "–" if self.token(at).is_some_and(|t| t.is_glued()) && self.token(next).is_some_and(|t| t.is_glued() && t.is_capital()) => {
                Some(self.chain_end(next))
            }
            "&" | "+" if self.is_name_like(next) => Some(self.chain_end(next)),
            "und"
                if nouns
                    && self.is_name_like(next)
                    && (!self.text.is(next, Flags::ORGANISATION_HEAD | Flags::ROLE) || self.is_thing(next))
                    && !self.is_proper(at - 1)
                    && !self.is_proper(next) =>
            {
                Some(self.chain_end(next))
            }
            "(" if water(next)
                && self.text.is(next, Flags::PLACE)
                && !self.text.is(next, Flags::COUNTRY)
                && self.text.word(next + 1) == ")"
                && !matches!(self.token(next).map(|t| t.shape), Some(Shape::Upper)) =>
            {
                Some(next + 2)
            }
            "/" if self.token(at).is_some_and(|t| t.is_glued()) && self.token(next).is_some_and(|t| t.is_glued() && t.is_capital()) => {
                Some(self.chain_end(next))
            }
            _ => None,
        }
    }

    /// "St. Ulrich": the name behind the abbreviation.
    fn is_saint(&self, at: usize) -> bool {
        at >= 2 && self.text.word(at - 1) == "." && matches!(self.text.word(at - 2), "St" | "Skt")
    }

    /// "(IHK)" before the place that ends a chamber's name.
    fn is_bracketed_acronym(&self, at: usize) -> bool {
        self.text.word(at) == "(" && self.token(at + 1).is_some_and(|t| matches!(t.shape, Shape::Upper | Shape::Mixed)) && self.text.word(at + 2) == ")"
    }

    /// A run of names never ends in an open connector; it is cut before one.
    fn trim_names(&self, start: usize, end: usize) -> usize {
        let mut end = end;
        while end > start && self.token(end - 1).is_some_and(|t| matches!(t.class, Class::Hyphen | Class::Slash | Class::Symbol)) {
            end -= 1;
        }
        end
    }

    /// Token after a noun phrase without preposition: determiner, adjectives, noun, and what is coordinated with it.
    pub(super) fn noun_phrase(&self, start: usize, limit: usize, article: bool) -> Option<usize> {
        let mut at = start;
        if article && self.text.is(at, Flags::ARTICLE) {
            at += 1;
        }
        let mut end = self.adjectives_and_noun(at, limit)?;
        loop {
            let next = match self.text.word(end) {
                "und" | "&" | "u" | "sowie" => end + 1 + usize::from(self.text.word(end + 1) == "."),
                "," if self.list_goes_on(end + 1, limit) => end + 1,
                _ => break,
            };
            if next >= limit || self.text.is(next, Flags::ARTICLE) {
                break;
            }
            // "für Stadt und Kreis X": a noun before its own place goes on
            match self.adjectives_and_noun(next, limit) {
                Some(after)
                    if !self.is_other_name(next) || self.marks(end - 1).contains(Marks::MUNICIPALITY) && self.marks(next).contains(Marks::MUNICIPALITY) =>
                {
                    end = after
                }
                _ => break,
            }
        }
        Some(end)
    }

    /// Whether a comma list of nouns ends in "und" and a noun.
    fn list_goes_on(&self, start: usize, limit: usize) -> bool {
        let mut at = start;
        for _ in 0..6 {
            let Some(after) = self.adjectives_and_noun(at, limit) else { return false };
            match self.text.word(after) {
                "," => at = after + 1,
                "und" | "sowie" | "&" => return !self.text.is(after + 1, Flags::ARTICLE) && self.adjectives_and_noun(after + 1, limit).is_some(),
                _ => return false,
            }
        }
        false
    }

    /// Whether another organisation begins here rather than a further noun of the phrase.
    fn is_other_name(&self, at: usize) -> bool {
        let marks = self.marks(at);
        (marks.contains(Marks::MUNICIPALITY) || self.text.is(at, Flags::ORGANISATION_HEAD)) && self.is_proper(at + 1)
            || self.person_from(at).is_some()
            || self.text.is(at, Flags::ROLE)
    }

    /// Token after "[adjectives] Noun", "Qualitäts-" counting as a noun.
    fn adjectives_and_noun(&self, start: usize, limit: usize) -> Option<usize> {
        let mut at = start;
        // "für bedrohte Völker": behind a preposition a form of a verb is an adjective
        let attribute =
            |at: usize| self.is_inflected_adjective(at) || at > 0 && matches!(self.text.word(at - 1), "für" | "gegen") && self.text.word(at).ends_with('e');
        while at < limit && at < start + 3 && self.token(at).is_some_and(|t| t.is_lower()) && !self.is_closed(at) && attribute(at) {
            at += 1;
        }
        while at + 1 < limit && self.is_name_like(at + 1) && self.follows(at + 1) && (self.is_name_adjective(at) || self.is_capital_modifier(at)) {
            at += 1;
        }
        if at >= limit || !self.is_name_like(at) || at > 0 && !self.follows(at) {
            return None;
        }
        let end = self.chain_end(at);
        let open = self.token(end).is_some_and(|t| t.class == Class::Hyphen && t.is_glued()) && !self.token(end + 1).is_some_and(|t| t.is_glued());
        Some(end + usize::from(open))
    }

    /// "Angewandte" before "Physik": a capitalised word with an adjective's ending before a noun.
    fn is_capital_modifier(&self, at: usize) -> bool {
        // of participles and of foreign adjectives, which the noun behind may be too rare for any list
        const ENDINGS: [&str; 12] = ["wandte", "ierte", "ierten", "ulare", "ularen", "ische", "ischen", "elle", "ellen", "ive", "iven", "entale"];
        let word = self.text.word(at);
        self.is_name_like(at)
            && ["e", "en", "er"].iter().any(|ending| word.ends_with(ending))
            && self.is_common_noun(at + 1)
            && !self.text.is(at + 1, Flags::ROLE)
            && self.text.is(at, Flags::PARTICIPLE | Flags::ADJECTIVE | Flags::PRESENT_PARTICIPLE | Flags::FINITE)
            || self.is_name_like(at) && ENDINGS.iter().any(|ending| word.ends_with(ending))
    }

    fn is_inflected_adjective(&self, at: usize) -> bool {
        let word = self.text.word(at);
        ["e", "er", "en", "es", "em"].iter().any(|ending| word.ends_with(ending))
            && (self.text.is(at, Flags::ADJECTIVE | Flags::PRESENT_PARTICIPLE | Flags::PARTICIPLE) || !self.text.is(at, Flags::FINITE | Flags::INFINITIVE))
    }

    /// Token after a further genitive ("der Freunde der Universität Halle").
    fn genitive(&self, at: usize, limit: usize) -> usize {
        if !matches!(self.text.word(at), "der" | "des") {
            return at;
        }
        self.noun_phrase(at + 1, limit, false).map_or(at, |end| self.names_after(end, limit, false))
    }

    /// Token after an English complement ("of Applied Sciences").
    pub(super) fn english(&self, start: usize, limit: usize) -> usize {
        let mut at = start;
        while at < limit
            && at < start + 8
            && (self.is_name_like(at)
                || matches!(self.text.word(at), "of" | "for" | "the" | "and" | "&" | "in") && self.is_name_like(at + 1)
                || self.text.says(at, "of") && self.text.says(at + 1, "the"))
        {
            at += 1;
        }
        if at == start + 1 { start } else { at }
    }
}
