//! Organisation mentions → organisations: acronyms, short forms, the issuer, and which one a generic noun means.

use super::Register;
use crate::analysis::{Mention, Organisation, OrganisationId, OrganisationKind};
use crate::extract::OrganisationMention;
use crate::gazetteer::{EntryId, Gazetteer};
use crate::lexicon::Flags;
use crate::text::Text;
use std::collections::HashMap;

/// How many organisations a generic noun is compared with: bounds the cost of each question.
const FAR: usize = 64;

/// Other names kept of one organisation.
const MOST_ALIASES: usize = 32;

/// Fills `organisations`, `organisation_of` and `issuer`.
pub(super) fn join(text: &Text<'_>, names: &Gazetteer, register: &mut Register) {
    let mentions = &register.mentions.organisations;
    let mut groups = Groups::new(mentions.len());
    let forms: Vec<Form> = mentions.iter().map(|m| Form::new(text, m)).collect();
    by_entry(mentions, &mut groups);
    by_key(&forms, &mut groups);
    for (n, mention) in mentions.iter().enumerate() {
        if let Some(full) = mention.same_as.filter(|&full| full < mentions.len()) {
            groups.join(n, full);
        }
    }
    by_prefix(&forms, &mut groups);
    by_initials(&forms, &mut groups);
    by_letters(mentions, &forms, &mut groups);
    let (organisations, organisation_of) = entities(text, names, mentions, &forms, &mut groups);
    register.organisations = organisations;
    register.organisation_of = organisation_of;
    register.issuer = super::issuer::issuer(text, register);
}

/// What a mention is compared by.
struct Form {
    /// Nominative, one line.
    name: String,
    /// Its words in lower case, without legal form and genitive -s.
    key: Vec<String>,
    /// Whether a legal form stood behind it.
    legal: bool,
}

impl Form {
    fn new(text: &Text<'_>, mention: &OrganisationMention) -> Form {
        let name = without_bracket(mention.name.clone().unwrap_or_else(|| one_line(text.slice(mention.span))));
        let mut end = mention.span.end();
        let tokens = &text.tokens;
        let start = mention.span.start();
        let form = (start + 1..end).find(|&n| text.lexicon.legal_form(&tokens[n..end]).is_some_and(|(length, _)| n + length == end));
        let legal = form.is_some();
        let mut key: Vec<String> = if let Some(form) = form {
            end = form;
            let words = name.split_whitespace().count();
            let cut = text.slice(crate::text::span::TokenSpan::new(form, mention.span.end())).split_whitespace().count();
            name.split_whitespace().take(words.saturating_sub(cut)).map(str::to_lowercase).collect()
        } else {
            name.split_whitespace().map(str::to_lowercase).collect()
        };
        let _ = end;
        key.iter_mut().for_each(|word| word.retain(|c| !"„“”\"»«’'\u{ad}®™".contains(c)));
        Form { name, key, legal }
    }

    fn joined(&self) -> String {
        self.key.join(" ")
    }

    /// Without a genitive -s at the end.
    fn stem(&self) -> String {
        let joined = self.joined();
        joined.strip_suffix('s').map_or(joined.clone(), str::to_owned)
    }
}

/// "Tierschutzbund (TSB) Quellbach" → "Tierschutzbund Quellbach".
fn without_bracket(name: String) -> String {
    let inner = name.split_once(" (").and_then(|(before, rest)| rest.split_once(") ").map(|(inner, after)| (before, inner, after)));
    match inner {
        Some((before, inner, after)) if inner.chars().all(char::is_alphanumeric) && !after.is_empty() => format!("{before} {after}"),
        _ => name,
    }
}

/// White space made plain.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{ad}', "")
}

/// Mentions that are one organisation (union-find).
struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    fn new(length: usize) -> Self {
        Groups { parent: (0..length).collect() }
    }
    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

fn by_entry(mentions: &[OrganisationMention], groups: &mut Groups) {
    let mut first: HashMap<EntryId, usize> = HashMap::new();
    for (n, mention) in mentions.iter().enumerate() {
        if let Some(entry) = mention.entry {
            let at = *first.entry(entry).or_insert(n);
            groups.join(n, at);
        }
    }
}

/// The same words, legal form and genitive aside.
fn by_key(forms: &[Form], groups: &mut Groups) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for (n, form) in forms.iter().enumerate() {
        let at = *first.entry(form.stem()).or_insert(n);
        groups.join(n, at);
    }
}

/// A short form is the beginning of exactly one longer name, or its middle behind a generic noun.
fn by_prefix(forms: &[Form], groups: &mut Groups) {
    // words → the mentions whose names hold them, so that only those are compared
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (n, form) in forms.iter().enumerate() {
        for word in form.key.iter().take(8) {
            let list = holders.entry(word.as_str()).or_default();
            if list.len() < 64 {
                list.push(n);
            }
        }
    }
    for (n, short) in forms.iter().enumerate() {
        let Some(first) = short.key.first() else { continue };
        let stem = first.strip_suffix('s').unwrap_or(first);
        let candidates = [Some(first.as_str()), Some(stem).filter(|_| short.key.len() == 1)];
        let mut best: Option<(usize, (u8, usize))> = None;
        for word in candidates.into_iter().flatten() {
            for &long in holders.get(word).into_iter().flatten() {
                let other = &forms[long];
                if other.key.len() <= short.key.len() {
                    continue;
                }
                let at = other.key.iter().position(|w| w == word).unwrap_or(0);
                // the friends of a school are not the school
                let other_body =
                    |word: &String| ["verein", "kreis", "stiftung", "club", "betriebsrat", "freunde", "verband"].iter().any(|tail| word.ends_with(tail));
                if at > 1 || at == 1 && other_body(&other.key[0]) {
                    continue;
                }
                let same =
                    short.key.iter().zip(&other.key[at..]).enumerate().all(|(i, (a, b))| a == b || i + 1 == short.key.len() && a.strip_suffix('s') == Some(b));
                if !same || at + short.key.len() > other.key.len() {
                    continue;
                }
                let rank = (if at == 0 { 2 } else { 1 } + u8::from(other.legal), usize::MAX - long);
                if best.is_none_or(|(_, seen)| rank > seen) {
                    best = Some((long, rank));
                }
            }
        }
        if let Some((long, _)) = best {
            groups.join(n, long);
        }
    }
}

/// "BMBF" and "Bundesministerium für Bildung und Forschung" without a bracket between them.
fn by_initials(forms: &[Form], groups: &mut Groups) {
    let mut initials: HashMap<String, usize> = HashMap::new();
    for (n, form) in forms.iter().enumerate().filter(|(_, f)| f.key.len() > 2) {
        let letters: String = form.name.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
        if letters.chars().count() > 2 {
            initials.entry(letters).or_insert(n);
        }
    }
    for (n, form) in forms.iter().enumerate().filter(|(_, f)| f.key.len() == 1) {
        if let Some(&full) = initials.get(&form.name) {
            groups.join(n, full);
        }
    }
    by_initials_and_place(forms, groups);
}

/// "KSB" for the Kreissportbund Kassel, "SWK" for the Stadtwerke Kassel: an acronym no list knows, and the only name
/// with its letters in order, among them the first of every word but the place's.
fn by_letters(mentions: &[OrganisationMention], forms: &[Form], groups: &mut Groups) {
    const MOST: usize = 64;
    let names: Vec<(usize, Vec<String>)> = forms
        .iter()
        .enumerate()
        .filter(|(_, form)| form.name.chars().count() > 8)
        .take(MOST)
        .map(|(n, form)| (n, form.key.iter().filter(|word| word.chars().count() > 3).cloned().collect()))
        .collect();
    let mut acronyms = 0;
    for (n, form) in forms.iter().enumerate() {
        let acronym =
            mentions[n].entry.is_none() && form.key.len() == 1 && (3..=5).contains(&form.name.chars().count()) && form.name.chars().all(char::is_uppercase);
        if !acronym || acronyms >= MOST {
            continue;
        }
        acronyms += 1;
        let letters = &form.key[0];
        let mut fitting = names.iter().filter(|(_, words)| spells(letters, words) || words.len() > 1 && spells(letters, &words[..words.len() - 1]));
        let Some((first, _)) = fitting.next() else { continue };
        let root = groups.root(*first);
        if fitting.all(|(other, _)| groups.root(*other) == root) {
            groups.join(n, root);
        }
    }
}

/// Whether the letters stand in the words in order, the first of each word among them.
fn spells(letters: &str, words: &[String]) -> bool {
    let mut left = letters.chars().peekable();
    for word in words {
        let mut rest = word.chars();
        if left.next() != rest.next() {
            return false;
        }
        while let Some(&letter) = left.peek() {
            let from = rest.clone();
            if rest.any(|c| c == letter) {
                left.next();
            } else {
                rest = from;
                break;
            }
        }
    }
    !words.is_empty() && left.peek().is_none()
}

/// "TSB Quellbach" and "Tierschutzbund Quellbach": the same place, and the letters of the acronym in order in the rest.
fn by_initials_and_place(forms: &[Form], groups: &mut Groups) {
    const MOST: usize = 16;
    let mut by_place: HashMap<&str, Vec<usize>> = HashMap::new();
    for (n, form) in forms.iter().enumerate().filter(|(_, f)| f.key.len() > 1) {
        let list = by_place.entry(form.key[form.key.len() - 1].as_str()).or_default();
        if list.len() < MOST {
            list.push(n);
        }
    }
    for (n, form) in forms.iter().enumerate().filter(|(_, f)| f.key.len() == 2) {
        let Some(acronym) = form.name.split(' ').next().filter(|word| word.chars().count() > 1 && word.chars().all(char::is_uppercase)) else { continue };
        let full = by_place.get(form.key[1].as_str()).into_iter().flatten().copied().find(|&other| {
            let words = &forms[other].key[..forms[other].key.len() - 1];
            let spelled = words.concat();
            let mut rest = spelled.chars();
            let first = acronym.chars().flat_map(char::to_lowercase).next();
            other != n
                && spelled.len() > acronym.len() * 3
                && spelled.chars().next() == first
                && acronym.chars().flat_map(char::to_lowercase).all(|c| rest.any(|x| x == c))
        });
        if let Some(full) = full {
            groups.join(n, full);
        }
    }
}

fn entities(
    text: &Text<'_>,
    names: &Gazetteer,
    mentions: &[OrganisationMention],
    forms: &[Form],
    groups: &mut Groups,
) -> (Vec<Organisation>, Vec<OrganisationId>) {
    let mut list: Vec<Organisation> = Vec::new();
    let mut fullest: Vec<(bool, usize)> = Vec::new();
    let mut id_of: HashMap<usize, OrganisationId> = HashMap::new();
    let mut organisation_of = Vec::with_capacity(mentions.len());
    for (n, mention) in mentions.iter().enumerate() {
        let root = groups.root(n);
        let form = &forms[n];
        let id = *id_of.entry(root).or_insert_with(|| {
            list.push(Organisation {
                name: form.name.clone(),
                aliases: vec![],
                kind: OrganisationKind::Other,
                links: vec![],
                mentions: vec![],
                confidence: mention.rule.confidence,
                rule: mention.rule,
            });
            fullest.push((form.legal, form.name.chars().count()));
            list.len() - 1
        });
        let entity = &mut list[id];
        entity.mentions.push(Mention { span: text.bytes(mention.span), rule: mention.rule });
        let size = (form.legal, form.name.chars().count());
        let same = forms_match(&entity.name, &form.name);
        if same && form.name.len() < entity.name.len() && size.0 >= fullest[id].0 {
            // the genitive came first
            entity.name = form.name.clone();
            fullest[id] = size;
        } else if !same && size > fullest[id] {
            let old = std::mem::replace(&mut entity.name, form.name.clone());
            add_alias(entity, old);
            fullest[id] = size;
        } else if !same {
            add_alias(entity, form.name.clone());
        }
        if entity.kind == OrganisationKind::Other {
            entity.kind = mention.kind.unwrap_or(OrganisationKind::Other);
        }
        if let Some(entry) = mention.entry.map(|entry| names.entry(entry)) {
            for (scheme, id) in entry.links() {
                if !entity.links.iter().any(|(s, i)| s == scheme && i == id) {
                    entity.links.push((scheme.to_owned(), id.to_owned()));
                }
            }
        }
        organisation_of.push(id);
    }
    for entity in &mut list {
        let name = entity.name.clone();
        entity.aliases.retain(|alias| *alias != name);
    }
    (list, organisation_of)
}

/// Equal up to a genitive -s.
fn forms_match(a: &str, b: &str) -> bool {
    a == b || a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a)
}

fn add_alias(entity: &mut Organisation, alias: String) {
    if entity.aliases.len() < MOST_ALIASES && !forms_match(&entity.name, &alias) && !entity.aliases.iter().any(|a| forms_match(a, &alias)) {
        entity.aliases.push(alias);
    }
}

/// The name up to its first "des", "für" and the like.
fn before_complement(name: &str) -> &str {
    let end = [" der ", " des ", " für ", " von ", " zur "].iter().filter_map(|word| name.find(word)).min();
    end.map_or(name, |end| &name[..end])
}

impl Register {
    /// The organisation a generic noun stands for at a token ("die Stadt", "der Verein", "das Unternehmen"): the last one
    /// of that kind named before, else the issuer if it fits, else the first of that kind.
    pub fn generic(&self, text: &Text<'_>, noun: usize) -> Option<OrganisationId> {
        let token = text.tokens.get(noun)?;
        if !token.is(Flags::GENERIC_ORGANISATION | Flags::ORGANISATION_HEAD) || token.is(Flags::PLURAL) && !token.is(Flags::SINGULAR) {
            return None;
        }
        let word = text.lexicon.word(token.word);
        let kind = OrganisationKind::NAMES.get(usize::from(word.organisation_kind)).map(|(_, kind)| *kind)?;
        let stem: String = text.word(noun).to_lowercase();
        let stem = stem.trim_end_matches("es").trim_end_matches('s');
        let fits = |id: OrganisationId| self.fits(id, kind, stem);
        let before = self.mentions.organisations.partition_point(|m| m.span.start() < noun);
        let lately = || self.organisation_of[..before.min(self.organisation_of.len())].iter().rev().take(24).copied();
        let all = || 0..self.organisations.len().min(FAR);
        // "der Tierpark" is the Tierpark Tannhausen rather than the Förderverein des Tierparks
        let last = lately().find(|&id| self.is_headed(id, stem) && fits(id)).or_else(|| lately().find(|&id| fits(id)));
        let last = last.filter(|&id| !self.is_owned(id, stem)).or_else(|| all().find(|&id| self.is_headed(id, stem) && fits(id))).or(last);
        last.or_else(|| self.issuer.filter(|&id| fits(id))).or_else(|| all().find(|&id| fits(id)))
    }

    /// Whether the organisation can be meant by a common noun ("das Unternehmen") at a token.
    pub fn is_called(&self, text: &Text<'_>, noun: usize, id: OrganisationId) -> bool {
        let Some(token) = text.tokens.get(noun) else { return false };
        let kind = OrganisationKind::NAMES.get(usize::from(text.lexicon.word(token.word).organisation_kind));
        let stem = text.word(noun).to_lowercase();
        kind.is_some_and(|(_, kind)| self.fits(id, *kind, stem.trim_end_matches("es").trim_end_matches('s')))
    }

    /// Whether the noun stands in the name before any complement.
    fn is_headed(&self, id: OrganisationId, stem: &str) -> bool {
        stem.len() > 3 && before_complement(&self.organisations[id].name).to_lowercase().contains(stem)
    }

    /// Whether the noun stands only in the name's complement.
    fn is_owned(&self, id: OrganisationId, stem: &str) -> bool {
        stem.len() > 3 && !self.is_headed(id, stem) && self.organisations[id].name.to_lowercase().contains(stem)
    }

    /// Whether an organisation can be called by a noun of this kind: by its kind, or because its name has the noun.
    fn fits(&self, id: OrganisationId, kind: OrganisationKind, stem: &str) -> bool {
        use OrganisationKind::{Association, Authority, Body, Club, Company, Culture, Foundation, Municipality, Other, Research, University};
        let organisation = &self.organisations[id];
        let named = |name: &str| name.to_lowercase().contains(stem);
        if stem.len() > 3 && (named(&organisation.name) || organisation.aliases.iter().any(|a| named(a))) {
            return true;
        }
        // a court decides through its chambers and senates
        if matches!(stem, "kammer" | "senat") && organisation.name.to_lowercase().contains("gericht") {
            return true;
        }
        match kind {
            Association => matches!(organisation.kind, Association | Club) && (stem == "verein" || stem == "verband" || stem == "organisation"),
            Company => organisation.kind == Company,
            Municipality => organisation.kind == Municipality,
            Authority => organisation.kind == Authority && stem.contains("behörde"),
            University | Research | Foundation | Culture | Body | Other => false,
            other => organisation.kind == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Config};

    fn names(raw: &str) -> Vec<(String, Vec<String>)> {
        let analyzer = Analyzer::new(Config::default()).unwrap();
        analyzer.analyze(raw).organisations.into_iter().map(|o| (o.name, o.aliases)).collect()
    }

    #[test]
    fn short_forms_and_acronyms_are_one_organisation() {
        let found = names("Die Nexora Klempner GmbH & Co. KG baut. Das Zentrum für Moorkunde und Torf (ZMT) lobt Nexora. Das ZMT prüft.");
        let expected = [("Nexora Klempner GmbH & Co. KG", "Nexora"), ("Zentrum für Moorkunde und Torf", "ZMT")];
        assert_eq!(found.len(), 2, "{found:?}");
        for ((name, aliases), (full, short)) in found.iter().zip(expected) {
            assert_eq!(name, full);
            assert_eq!(aliases, &[short]);
        }
    }

    #[test]
    fn names_are_nominative() {
        let found = names("Das sagte der Sprecher des Staatlichen Forstmuseums Tannhausen. Sie leitet den Vorstand des Kulturvereins Tannhausen.");
        let found: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(found, ["Staatliches Forstmuseum Tannhausen", "Kulturverein Tannhausen"]);
    }

    #[test]
    fn places_in_er_stay_and_adjectives_take_the_gender_of_the_last_part() {
        let found = names("Das sagte der Sprecher des Märkischen Handwerkerverbandes. Sie spielt in der Staatlichen Lüneburger Philharmonie.");
        let found: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(found, ["Märkischer Handwerkerverband", "Staatliche Lüneburger Philharmonie"]);
    }

    #[test]
    fn unlisted_acronyms_join_the_one_name_that_spells_them() {
        let found = names("Die Stadtwerke Quellbach bauen. Das bestätigt die Geschäftsführung der SWQ.");
        assert_eq!(found.len(), 1, "{found:?}");
        let apart = names("Der Förderverein Stadtmuseum Tannhausen hilft dem Stadtmuseum Tannhausen.");
        assert_eq!(apart.len(), 2, "{apart:?}");
    }

    #[test]
    fn the_portal_names_the_issuer() {
        let analyzer = Analyzer::new(Config::default()).unwrap();
        let found = analyzer.analyze(
            "Neues Werk\n\nDie Stadt Tannhausen freut sich über die Nexora GmbH.\n\nOriginal-Content von: Nexora GmbH, übermittelt durch news aktuell",
        );
        assert_eq!(found.issuer.map(|id| found.organisations[id].name.as_str()), Some("Nexora GmbH"));
    }
}
