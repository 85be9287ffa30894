//! Head nouns: "Universität Tannhausen", "Institut für Moorkunde", "Nelda-Trimbex-Stiftung", "Landtag".

use super::{Candidate, Finder};
use crate::analysis::OrganisationKind;
use crate::german::article;
use crate::lexicon::{Flags, Marks};
use crate::rule::{Finds, Rule};
use crate::text::scan::{Class, Gap, Shape};

/// A head noun with what makes it a name.
pub static HEAD_NAME: Rule = Rule {
    name: "organisation/head/name",
    finds: Finds::Organisation,
    confidence: 0.92,
    reason: "a noun for institutions becomes a name by a place, a complement with \"für\", a genitive or a capitalised adjective",
    yes: &[
        "Das hat die [[Universität Tannhausen]] mitgeteilt.",
        "Sie forscht am [[Institut für Theoretische Chemie]].",
        "Der [[Bund der Schrankenwärter]] kritisiert die Pläne.",
        "Die [[Staatliche Musikhochschule]] lädt ein.",
    ],
    no: &["Die Universität bietet neue Kurse an.", "Ein Institut für alle Fälle gibt es nicht, die Schule bleibt."],
};

/// A name joined to the head noun.
pub static HEAD_COMPOUND: Rule = Rule {
    name: "organisation/head/hyphen",
    finds: Finds::Organisation,
    confidence: 0.92,
    reason: "a person's name hyphened to a noun for institutions names one of them",
    yes: &[
        "Gefördert wird das Vorhaben von der [[Clara-Hofer-Stiftung]].",
        "Die [[Kurt-Tucholsky-Schule]] feiert.",
        "Das [[Anna-Seghers-Gymnasium]] hat gewonnen.",
    ],
    no: &["Die IT-Abteilung hilft weiter.", "Die Kfz-Versicherung wird teurer."],
};

/// A noun that names one body by itself.
pub static HEAD_ALONE: Rule = Rule {
    name: "organisation/head/alone",
    finds: Finds::Organisation,
    confidence: 0.9,
    reason: "offices that exist once in their land are names without a complement",
    yes: &[
        "Der [[Landtag]] stimmt morgen ab.",
        "Das [[Verkehrsministerium]] prüft den Antrag.",
        "Die [[Bezirksregierung]] plant eine Prüfung.",
        "Darüber entscheidet der [[Stadtrat]].",
    ],
    no: &["Das Ministerium prüft den Antrag.", "Die Behörde plant eine Kontrolle.", "Der Stadtrat Max Weber kam."],
};

/// The first part of two coordinated heads.
pub static ELLIPSIS: Rule = Rule {
    name: "organisation/head/ellipsis",
    finds: Finds::Organisation,
    confidence: 0.88,
    reason: "in \"Wirtschafts- und Sozialministerium\" two bodies are named",
    yes: &[
        "Das [[Innen-]] und das Justizministerium sind einig.",
        "[[Umwelt-]] und Verkehrsministerium planen gemeinsam.",
        "Beteiligt sind [[Kultus-]] und Wissenschaftsministerium.",
    ],
    no: &["Haupt- und Nebenstraßen werden gesperrt.", "Groß- und Einzelhandel klagen."],
};

/// Heads whose compounds with an organisation's name in front are organisations of their own.
const OWN: [OrganisationKind; 5] =
    [OrganisationKind::University, OrganisationKind::Foundation, OrganisationKind::Research, OrganisationKind::Hospital, OrganisationKind::Culture];

impl Finder<'_> {
    /// Proposes names by their head noun.
    pub(super) fn heads(&self, out: &mut Vec<Candidate>) {
        let swiss = self.is_swiss();
        for head in 0..self.text.tokens.len() {
            if self.is_council(head, swiss) {
                let end = self.council_end(head + 1);
                let rule = if end > head + 1 { &HEAD_NAME } else { &HEAD_ALONE };
                out.push(Candidate::new(head, end, rule).kind(Some(OrganisationKind::Body)));
            } else if self.is_trade(head) {
                let end = self.tail(head);
                if end > head + 1 && !matches!(self.text.word(head + 1), "für" | "am" | "an" | "im" | "auf") && !self.is_place(head + 1) {
                    out.push(Candidate::new(head, end, &HEAD_NAME).kind(Some(OrganisationKind::Company)));
                }
            } else if (self.text.is(head, Flags::ORGANISATION_HEAD) || self.is_office(head))
                && self.text.tokens[head].is_capital()
                && !self.is_hyphen_between(head + 1)
            {
                self.head(head, out);
            }
        }
    }

    /// A workshop by its trade ("Schreinerei", "Mälzerei").
    fn is_trade(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        token.shape == Shape::Capital
            && token.span.len() > 6
            && self.text.word(at).ends_with("erei")
            && !token.is(Flags::ORGANISATION_HEAD)
            && !self.is_hyphen_between(at + 1)
    }

    /// An office that no list has ("Kulturgutamt").
    fn is_office(&self, at: usize) -> bool {
        let word = self.text.word(at);
        let stem = word.strip_suffix("amts").or_else(|| word.strip_suffix("amtes")).or_else(|| word.strip_suffix("amt"));
        stem.is_some_and(|stem| stem.len() > 3 && !matches!(stem, "Ehren" | "Priester" | "Lehr" | "Neben" | "Haupt" | "Schöffen"))
            && self.text.tokens[at].shape == Shape::Capital
            && !self.text.is(at, Flags::WORD)
    }

    /// A compound of a noun that hardly anything but offices is made of, whatever its first part ("Fischereiministerium").
    fn is_office_compound(&self, at: usize) -> bool {
        const TAILS: [&str; 6] = ["ministerium", "ministeriums", "kommissariat", "kommissariats", "departement", "departements"];
        TAILS.iter().any(|tail| self.text.word(at).ends_with(tail))
    }

    /// Token after the listed party, and its place, whose group in a council is named ("Ratsfraktion Die Linke Bremen").
    fn party_end(&self, at: usize) -> Option<usize> {
        let n = self.hits.binary_search_by_key(&at, |hit| hit.tokens.start()).ok()?;
        let end = self.hits[n].tokens.end();
        let place = self.is_name_like(end) && self.follows(end) && (self.is_place(end) || self.text.lexicon.ends_like_place(self.text.word(end)));
        (self.names.entry(self.hits[n].entry).class == "party" && self.follows(at))
            .then(|| if place && !self.in_person(end) { self.names_after(end, self.limit(at), false).max(end) } else { end })
    }

    /// Kind of the head noun at a token.
    pub(super) fn head_kind(&self, head: usize) -> Option<OrganisationKind> {
        if self.is_office(head) {
            return Some(OrganisationKind::Authority);
        }
        if self.is_trade(head) {
            return Some(OrganisationKind::Company);
        }
        let word = self.text.lexicon.word(self.text.tokens[head].word);
        OrganisationKind::NAMES.get(usize::from(word.organisation_kind)).map(|(_, kind)| *kind)
    }

    fn head(&self, head: usize, out: &mut Vec<Candidate>) {
        let token = &self.text.tokens[head];
        let kind = self.head_kind(head);
        let chain = self.saint_before(self.chain_start(head), head);
        let marks = self.marks(head);
        let generic = token.is(Flags::ORGANISATION_GENERIC) || marks.contains(Marks::COMPANY_TAIL);
        // districts are areas, power stations and works of art things
        let thing = self.is_thing(head);
        let place_noun = thing || marks.contains(Marks::MUNICIPALITY);
        if place_noun
            || self.is_building(chain, head)
            || self.is_place(head) && token.is(Flags::ORGANISATION_GENERIC)
            || token.is(Flags::COMPOUND) && !self.text.lexicon.is_plain_compound(self.text.word(head)) && !self.is_office_compound(head)
            || self.text.word(head).starts_with("Genossenschaft") && self.listed_from(head + 1).is_some()
            || self.is_category(head)
        {
            return;
        }
        let shouted = token.shape == Shape::Upper;
        let end = if shouted { self.shouted_end(head) } else { self.tail(head) };
        // "die Firma X", "Stadtrat Max Weber": the name behind is somebody else's; "… Award": the award's
        let end = if self.text.word(head).to_lowercase().ends_with("fraktion") { self.party_end(head + 1).unwrap_or(end) } else { end };
        let owned = self.owner_end(head, kind);
        let end = owned.unwrap_or(end);
        let adjective = self.is_name_adjective(head + 1) && self.is_name_like(head + 2);
        let branch = self.is_place(head + 1) && !self.text.is(head + 1, Flags::SURNAME);
        let outside = marks.contains(Marks::APPOSITION) && !self.is_verein(head);
        // "die Gewerkschaft Handel und Banken": nouns that say whose union it is are its name
        let trade_union = kind == Some(OrganisationKind::Union) && self.is_common_noun(head + 1) && self.listed_from(head + 1).is_none();
        let whole = owned.is_some() || trade_union || self.fills_quotation(chain, end);
        let apposed = outside && !whole && end > head + 1 && self.is_name_like(head + 1) && !adjective && !branch;
        // "die Deutsche Krebshilfe DKH": the acronym repeats the name
        let adjective_before = chain > 0 && self.follows(chain) && self.is_name_adjective(chain - 1);
        let acronym = adjective_before
            && self.token(head + 1).is_some_and(|t| t.shape == Shape::Upper && t.span.len() > 2)
            && self.initials_fit(chain.saturating_sub(1), head + 1, head + 1);
        let end = if acronym { head + 1 } else { end };
        if apposed
            || !acronym && self.names_other(head, kind)
            || self.is_dependent(chain, head)
            || token.is(Flags::ROLE) && end > head + 1
            || self.is_award(end) && self.follows(end)
        {
            return;
        }
        let once = !generic && matches!(kind, Some(OrganisationKind::Body | OrganisationKind::Ministry)) && self.text.is(head, Flags::SINGULAR);
        let place = self.is_place(head + 1) || self.text.lexicon.ends_like_place(self.text.word(head + 1));
        let end = if once && self.is_name_like(head + 1) && !place && end > head + 1 && self.marks(head).is_empty() { head + 1 } else { end };
        let end = if kind == Some(OrganisationKind::Club) && end > head + 1 { self.club_year(end) } else { end };
        let mut rule = &HEAD_NAME;
        let mut named = end > head + 1;
        let mut start = chain;
        if chain < head {
            match self.joined_name(chain, head, kind) {
                Some(true) if !named && token.is(Flags::PLURAL) && !token.is(Flags::SINGULAR) => return,
                Some(true) => {
                    named = true;
                    rule = &HEAD_COMPOUND;
                }
                Some(false) if !named => return,
                _ => {}
            }
        }
        let by_name = end > head + 1 && self.is_name_like(head + 1);
        let left = self.adjectives_before(chain, generic && !named, by_name);
        // "Europäische Börsen", "Bayerische Vereine" without an article: several that nobody names
        let several = !named && generic && left < chain && token.is(Flags::PLURAL) && !token.is(Flags::SINGULAR);
        if several && !(left > 0 && self.text.is(left - 1, Flags::ARTICLE)) {
            return;
        }
        if left < chain {
            named = true;
            start = left;
        } else if !shouted {
            let names = self.eponym_before(chain, kind).unwrap_or_else(|| self.names_before(chain));
            if names < chain {
                named = true;
                start = names;
            }
        }
        let first = self.first_part(start, kind);
        if first < start && (named || !generic) {
            start = first;
            named = true;
        }
        if !named && generic && !self.is_unique_compound(head) {
            return;
        }
        if !named {
            rule = &HEAD_ALONE;
            self.ellipsis(start, kind, out);
            // plurals ("Ministerien") and indefinite mentions name nobody
            if token.is(Flags::PLURAL) && !token.is(Flags::SINGULAR) || start > 0 && article::is_indefinite(self.text.word(start - 1)) {
                return;
            }
        } else if start > 0 && (end == head + 1 || !by_name) && article::is_indefinite(self.text.word(start - 1)) {
            return;
        }
        out.push(Candidate::new(start, end, rule).kind(kind));
        self.coordinated(end, kind, out);
    }

    /// A compound of a head that is a place or a thing ("Stellwerk", "Küstenstadt", "Autobahn"), or a plant of a firm.
    pub(super) fn is_thing(&self, head: usize) -> bool {
        const THINGS: [&str; 19] = [
            "bezirk",
            "stadt",
            "ortsteil",
            "stadtteil",
            "kraftwerk",
            "stellwerk",
            "bauwerk",
            "kunstwerk",
            "bergwerk",
            "autobahn",
            "fahrbahn",
            "fahrbahnen",
            "rennbahn",
            "landebahn",
            "startbahn",
            "kirche",
            "kartendienst",
            "innenstadtring",
            "stadtzentrum",
        ];
        let word = self.text.word(head).to_lowercase();
        let compound = self.text.is(head, Flags::COMPOUND) || word.len() > 8;
        let plant =
            matches!(word.as_str(), "werk" | "werks" | "werkes") && !(head > 0 && self.is_name_adjective(head - 1) && !self.is_place_adjective(head - 1));
        plant
            || matches!(word.as_str(), "hause" | "stellwerk" | "handwerk" | "handwerks")
            || compound && word != "kirche" && word != "landeskirche" && THINGS.iter().any(|tail| word.ends_with(tail))
    }

    /// "die Landessynode", "der Hochschulchor": the first part says whose it is, the article that there is one.
    fn is_unique_compound(&self, head: usize) -> bool {
        const OWNERS: [&str; 6] = ["Bundes", "Landes", "Kreis", "Bezirks", "Universitäts", "Hochschul"];
        let word = self.text.word(head);
        let other = ["liga", "dienst", "haus", "klasse", "werk", "gruppe", "verband", "verein", "vorstand"].iter().any(|tail| word.ends_with(tail));
        let owner = !other && OWNERS.iter().any(|owner| word.strip_prefix(owner).is_some_and(|rest| rest.len() > 3));
        let before = head.checked_sub(1).map_or("", |n| self.text.word(n));
        let definite = matches!(
            before,
            "der" | "die" | "das" | "dem" | "des" | "den" | "Der" | "Die" | "Das" | "vom" | "beim" | "zum" | "zur" | "im" | "am" | "Im" | "Beim"
        );
        owner && definite && self.text.is(head, Flags::SINGULAR) && !self.text.is(head, Flags::ROLE)
    }

    /// Whether the words hyphened to a head are a name; `None` when they are an organisation's own short form before a
    /// head that is only a part of it.
    fn joined_name(&self, chain: usize, head: usize, kind: Option<OrganisationKind>) -> Option<bool> {
        let first = &self.text.tokens[chain];
        if matches!(self.text.word(chain), "St" | "Skt" | "Sankt") {
            return Some(true);
        }
        if first.shape == Shape::Upper && self.is_branch_noun(head) {
            return Some(true);
        }
        if first.shape == Shape::Upper {
            let own = kind.is_some_and(|k| OWN.contains(&k)) && !self.text.lexicon.is_common_acronym(self.text.word(chain)) && self.text.word(chain).len() > 2;
            return Some(own);
        }
        if self.text.lexicon.is_common_acronym(&self.text.word(chain).to_uppercase()) {
            return Some(false);
        }
        let parts = (head - chain) / 2;
        if parts == 1 && first.is(Flags::PLACE) && matches!(self.text.word(head), "Zentrum" | "Stadt" | "Center" | "Bad") {
            return Some(false);
        }
        let names = Flags::GIVEN | Flags::SURNAME | Flags::PLACE;
        // "Geschwister-Scholl-Realschule"
        let inner = parts > 1
            && kind.is_some_and(|k| OWN.contains(&k))
            && (self.is_unknown(head - 2) || self.text.is(head - 2, Flags::SURNAME) && !self.text.is(head - 2, Flags::COMMON));
        Some(self.is_unknown(chain) || first.is(names) && (parts > 1 || !self.is_common_noun(chain)) || parts > 2 || inner)
    }

    /// A noun for the part of a larger body that is a body of its own ("Kreisverband", "Ortsgruppe").
    pub(super) fn is_branch_noun(&self, at: usize) -> bool {
        const LEVELS: [&str; 8] = ["Kreis", "Orts", "Landes", "Bezirks", "Stadt", "Regional", "Bundes", "Gau"];
        const BODIES: [&str; 7] = ["verband", "verein", "gruppe", "vereinigung", "stelle", "bezirk", "sektion"];
        let word = self.text.word(at);
        let base = word.strip_suffix("es").or_else(|| word.strip_suffix('s')).unwrap_or(word);
        matches!(base, "Bereitschaft" | "Ortsverein" | "Unterbezirk" | "Sektion")
            || LEVELS.iter().any(|level| base.strip_prefix(level).is_some_and(|rest| BODIES.contains(&rest)))
    }

    /// Start of the capitalised adjectives before a noun.
    fn adjectives_before(&self, noun: usize, generic: bool, by_name: bool) -> usize {
        let mut start = noun;
        while start > 0 && start + 4 > noun && self.follows(start) && self.is_name_adjective(start - 1) && !self.in_person(start - 1) {
            // a place before a noun with a name of its own is where it sits ("Ulmer Studio X")
            if by_name && self.is_place_adjective(start - 1) {
                break;
            }
            start = self.chain_start(start - 1);
        }
        // "Philosophisch-historische Fakultät"
        if start > 0 && self.follows(start) && self.text.tokens[start - 1].is_lower() && self.text.is(start - 1, Flags::ADJECTIVE) {
            let joined = self.chain_start(start - 1);
            if joined < start - 1 && self.text.tokens[joined].is_capital() {
                return joined;
            }
        }
        // "Ober-\nösterreichischen Handelskammer"
        if start >= 3
            && start == noun
            && self.text.tokens[start - 1].is_lower()
            && self.text.tokens[start - 1].gap == Gap::Line
            && self.text.tokens[start - 2].class == Class::Hyphen
            && self.text.tokens[start - 2].is_glued()
            && self.text.tokens[start - 3].is_capital()
        {
            return start - 3;
        }
        if start == noun {
            return noun;
        }
        // a capital at the sentence's start says nothing, and "Ulmer Verein" is a verein in Köln
        let opens = self.text.starts_sentence(start)
            || start > 0 && matches!(self.text.tokens[start - 1].class, Class::Colon | Class::Dash | Class::Open | Class::Quote);
        if generic
            && (opens && start + 1 == noun && !self.is_title_adjective(start)
                || noun - start == 1 && self.is_place_adjective(start) && self.is_plain_head(noun))
        {
            return noun;
        }
        let telling = self.is_title_adjective(start) || self.is_place_adjective(start) || self.fills_quotation(start, noun + 1);
        if opens && !telling { start + 1 } else { start }
    }

    /// An adjective that names of bodies begin with.
    fn is_title_adjective(&self, at: usize) -> bool {
        let word = self.text.word(at);
        ["isch", "tsch", "städtisch", "staatlich", "freiwillig", "allgemein", "vereinigt", "national", "international"]
            .iter()
            .any(|stem| ["e", "er", "es", "en", "em"].iter().any(|ending| word.strip_suffix(ending).is_some_and(|w| w.to_lowercase().ends_with(stem))))
    }

    /// A head so general that a place before it does not make it a name ("Hamburger Firma").
    fn is_plain_head(&self, noun: usize) -> bool {
        let token = &self.text.tokens[noun];
        !token.is(Flags::COMPOUND) && (self.marks(noun).contains(Marks::APPOSITION) || token.is(Flags::GENERIC_ORGANISATION))
    }

    /// Start of the names directly before a head ("DVB Bank").
    fn names_before(&self, noun: usize) -> usize {
        let mut start = noun;
        while start > 0 && start + 3 > noun && self.follows(start) && !self.in_person(start - 1) && self.is_proper(start - 1) {
            let begin = self.chain_start(start - 1);
            let word = self.text.word(start - 1);
            let foreign = self.text.tokens[start - 1].shape != Shape::Capital || self.is_unknown(start - 1);
            if !foreign
                || word.ends_with('s') && self.text.tokens[start - 1].is(Flags::PLACE)
                || self.text.starts_sentence(begin) && !matches!(self.text.tokens[start - 1].shape, Shape::Upper | Shape::Mixed)
            {
                break;
            }
            if self.text.lexicon.is_common_acronym(word) {
                break;
            }
            start = begin;
        }
        start
    }

    /// The first of two coordinated parts of one name ("Obst- und Gartenbauverein"); ministries are two.
    fn first_part(&self, start: usize, kind: Option<OrganisationKind>) -> usize {
        let single = start >= 3
            && self.text.word(start - 1) == "und"
            && self.follows(start)
            && self.text.tokens[start - 2].class == Class::Hyphen
            && self.text.tokens[start - 2].is_glued();
        if single
            && self.text.tokens[start - 3].is_capital()
            && self.text.tokens[start - 1].gap == Gap::Space
            && !matches!(kind, Some(OrganisationKind::Ministry | OrganisationKind::Party))
        {
            self.chain_start(start - 3)
        } else {
            start
        }
    }

    /// "Verein X" without a legal form is the club's name as far as one can tell.
    pub(super) fn is_verein(&self, head: usize) -> bool {
        self.text.word(head).to_lowercase().ends_with("verein") || self.text.word(head).ends_with("vereins")
    }

    /// "Wirtschafts- und" before a named compound.
    fn ellipsis(&self, start: usize, kind: Option<OrganisationKind>, out: &mut Vec<Candidate>) {
        let mut at = start;
        if at > 0 && self.text.is(at - 1, Flags::ARTICLE) {
            at -= 1;
        }
        if at < 3 || !matches!(self.text.word(at - 1), "und" | "sowie" | "oder") {
            return;
        }
        let hyphen = &self.text.tokens[at - 2];
        if hyphen.class == Class::Hyphen && hyphen.is_glued() && self.text.tokens[at - 3].is_capital() {
            let mut candidate = Candidate::new(at - 3, at - 1, &ELLIPSIS).kind(kind);
            candidate.name = self.filled(at - 3, start);
            out.push(candidate);
        }
    }

    /// "Wirtschafts-" + "Sozialministerium" → "Wirtschaftsministerium".
    fn filled(&self, first: usize, second: usize) -> Option<String> {
        let word = self.text.word(second);
        let lexicon = self.text.lexicon;
        let cut = word.char_indices().map(|(at, _)| at).filter(|at| *at >= 3).find(|&at| lexicon.flags(&word[at..]).contains(Flags::ORGANISATION_HEAD))?;
        Some(format!("{}{}", self.text.word(first), &word[cut..]))
    }

    /// "Universitäten Kiel und Bremen": names after a plural head, each one more mention.
    pub(super) fn coordinated(&self, end: usize, kind: Option<OrganisationKind>, out: &mut Vec<Candidate>) {
        let Some(last) = out.last().map(|c| c.span) else { return };
        let head = last.start();
        let token = &self.text.tokens[head];
        let plural = token.is(Flags::PLURAL) && (!token.is(Flags::SINGULAR) || self.singular(head).is_some());
        if !plural || !self.text.is(end - 1, Flags::PLACE) && !self.is_unknown(end - 1) {
            return;
        }
        let singular = self.singular(head);
        let full = |from: usize, to: usize| singular.map(|s| format!("{s} {}", self.text.slice(crate::text::span::TokenSpan::new(from, to))));
        let mut at = end;
        let mut more = 0;
        while more < 6 && matches!(self.text.word(at), "," | "und" | "sowie" | "&") && self.is_proper(at + 1) && self.person_from(at + 1).is_none() {
            let to = self.names_after(at + 1, self.limit(at), false);
            if to == at + 1 {
                break;
            }
            let mut candidate = Candidate::new(at + 1, to, &ELLIPSIS).kind(kind);
            candidate.name = full(at + 1, to);
            out.push(candidate);
            at = to;
            more += 1;
        }
        if more > 0
            && let Some(first) = out.iter_mut().rev().find(|c| c.span == last)
        {
            first.name = full(head + 1, end);
        }
    }

    /// The singular of a plural head.
    fn singular(&self, head: usize) -> Option<&str> {
        let word = self.text.word(head);
        let known = |stem: &&str| self.text.lexicon.flags(stem).contains(Flags::NOUN | Flags::SINGULAR);
        ["en", "n", "e", "s"].iter().filter_map(|ending| word.strip_suffix(ending)).find(known)
    }
}
