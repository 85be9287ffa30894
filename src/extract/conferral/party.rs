//! Who can take a side in a conferral: the parties of a sentence, with the preposition and article before them.

use crate::analysis::{Entity, Gender, Party};
use crate::extract::award::name::written;
use crate::lexicon::Flags;
use crate::resolve::Register;
use crate::text::Text;
use crate::text::scan::Class;
use crate::text::span::TokenSpan;

/// One party, or several in coordination.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub parties: Vec<Party>,
    /// From the first word that belongs to it (article, role) to the last.
    pub span: TokenSpan,
    /// What governs it.
    pub case: Case,
    /// Named outright; a pronoun or a generic noun gives way to a name.
    pub named: bool,
}

/// How a party is tied into its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No preposition; can be subject or object.
    Free,
    /// A dative without preposition ("dem Verein").
    Dative,
    /// Attribute of the noun before it ("der Vorsitzende des Vereins").
    Genitive,
    /// "von", "vom", "durch"
    By,
    /// "an"
    To,
    /// "für"
    For,
    /// Any other preposition.
    Other,
}

/// How many words before a name belong to it at most.
const REACH: usize = 7;

/// The parties of a sentence, in order.
pub(crate) fn groups(text: &Text<'_>, register: &Register, sentence: TokenSpan) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = sentence.start();
    while at < sentence.end() {
        if let Some(n) = register.award_at(at) {
            at = register.mentions.awards[n].span.end().max(at + 1);
            continue;
        }
        let Some((party, end, named)) = party(text, register, at, sentence.end()) else {
            at += 1;
            continue;
        };
        let floor = groups.last().map_or(sentence.start(), |last| last.span.end()).max(sentence.start());
        let (start, case) = left(text, register, at, floor);
        let span = TokenSpan::new(start, end);
        match groups.last_mut().filter(|last| coordinated(text, last.span.end(), start) && case == Case::Free && last.named == named) {
            Some(last) => {
                if !last.parties.contains(&party) {
                    last.parties.push(party);
                }
                last.span = last.span.cover(span);
            }
            None => groups.push(Group { parties: vec![party], span, case, named }),
        }
        at = end;
    }
    groups
}

/// Only "und", commas between.
fn coordinated(text: &Text<'_>, from: usize, to: usize) -> bool {
    from < to && to - from <= 2 && (from..to).all(|at| matches!(text.word(at), "und" | "," | "sowie" | "&" | "/"))
}

/// The party named at a token, the end of its words, and whether by name.
fn party(text: &Text<'_>, register: &Register, at: usize, limit: usize) -> Option<(Party, usize, bool)> {
    if let Some(n) = register.person_at(at) {
        let id = *register.person_of.get(n)?;
        return Some((Party::Entity(Entity::Person(id)), register.mentions.persons[n].span.end(), true));
    }
    if let Some(n) = register.organisation_at(at) {
        let id = *register.organisation_of.get(n)?;
        let end = register.mentions.organisations[n].span.end();
        // "IHK-Präsident": the organisation is only part of the word
        if text.tokens.get(end).is_some_and(|t| t.class == Class::Hyphen && t.is_glued()) && text.tokens.get(end + 1).is_some_and(|t| t.is_glued()) {
            return None;
        }
        return Some((Party::Entity(Entity::Organisation(id)), end, true));
    }
    let token = &text.tokens[at];
    if token.class == Class::Quote {
        let index = text.quotations.partition_point(|q| q.tokens.start() < at);
        let quotation = text.quotations.get(index).filter(|q| q.tokens.start() == at && q.closed && q.tokens.end() <= limit)?;
        let inner = quotation.inner();
        let name = !inner.is_empty()
            && inner.len() <= 8
            && register.award_at(inner.start()).is_none()
            && !text.tokens[inner.range()].iter().any(|t| matches!(t.class, Class::Comma))
            && (text.tokens[inner.start()].is_capital() || inner.len() < 4);
        let noun = at > 0 && (text.is(at - 1, Flags::NOUN) || text.tokens[at - 1].is_capital());
        let thing = noun && !text.is(at - 1, Flags::NONSPEECH_NOUN | Flags::AWARD_HEAD) && !matches!(text.word(at - 1), "Kategorie" | "Motto" | "Sparte" | "Thema");
        return (name && thing).then(|| (Party::Name(written(text, inner)), quotation.tokens.end(), true));
    }
    if matches!(text.word(at), "wir" | "Wir" | "uns") {
        return register.issuer.map(|id| (Party::Entity(Entity::Organisation(id)), at + 1, false));
    }
    if token.class != Class::Word {
        return None;
    }
    if token.is_capital() && token.is(Flags::GENERIC_ORGANISATION | Flags::ORGANISATION_HEAD) && at > 0 && definite(text.word(at - 1)) {
        return register.generic(text, at).map(|id| (Party::Entity(Entity::Organisation(id)), at + 1, false));
    }
    if token.is_capital() && token.is(Flags::ROLE) && at > 0 && definite(text.word(at - 1)) {
        return register.role(text, at).map(|id| (Party::Entity(Entity::Person(id)), at + 1, false));
    }
    let gender = match text.word(at) {
        "er" | "Er" | "ihm" | "Ihm" | "ihn" => Gender::Male,
        "sie" | "Sie" | "ihr" => Gender::Female,
        _ => return None,
    };
    register.pronoun(text, at, gender).map(|id| (Party::Entity(Entity::Person(id)), at + 1, false))
}

fn definite(word: &str) -> bool {
    matches!(word, "der" | "die" | "das" | "dem" | "den" | "des" | "Der" | "Die" | "Das" | "Dem" | "Den" | "zum" | "zur" | "vom" | "beim" | "unser" | "unsere" | "unserer" | "Unser" | "Unsere")
}

/// Where the words before a name that belong to it begin, and what governs them.
fn left(text: &Text<'_>, register: &Register, name: usize, floor: usize) -> (usize, Case) {
    let mut start = name;
    let mut dative = matches!(text.word(name), "ihm" | "Ihm" | "ihr" | "uns");
    for _ in 0..REACH {
        let Some(at) = start.checked_sub(1).filter(|&at| at >= floor) else { break };
        let token = &text.tokens[at];
        let word = text.word(at);
        if token.class != Class::Word && !(token.class == Class::Stop && at > floor) && token.class != Class::Hyphen {
            break;
        }
        if token.is(Flags::PREPOSITION) && !token.is_capital() || (token.is(Flags::PREPOSITION) && text.starts_sentence(at)) {
            let case = match word {
                "von" | "vom" | "durch" | "Von" | "Vom" | "Durch" => Case::By,
                "an" | "An" | "ans" | "am" => Case::To,
                "für" | "Für" => Case::For,
                _ => Case::Other,
            };
            return (at, case);
        }
        if token.is(Flags::ARTICLE) && token.shape == crate::text::scan::Shape::Lower || (token.is(Flags::ARTICLE) && text.starts_sentence(at)) {
            start = at;
            let before = at.checked_sub(1).filter(|&before| before >= floor);
            let preposition = before.is_some_and(|before| text.is(before, Flags::PREPOSITION));
            if preposition {
                continue;
            }
            if matches!(word, "dem" | "einem" | "ihrem" | "seinem" | "Dem") {
                dative = true;
            }
            let noun_before = before.is_some_and(|before| (text.tokens[before].is_capital() && text.tokens[before].class == Class::Word && register.award_at(before).is_none()) || text.tokens[before].class == Class::Quote);
            if noun_before && matches!(word, "der" | "des" | "eines" | "einer") {
                return (start, Case::Genitive);
            }
            break;
        }
        let belongs = token.is_capital() && (token.is(Flags::NOUN | Flags::ROLE | Flags::TITLE | Flags::ADJECTIVE) && !text.is(at, Flags::FINITE | Flags::ADVERB) || text.starts_sentence(at) && token.is(Flags::ADJECTIVE))
            || token.is_lower() && token.is(Flags::ADJECTIVE)
            || token.class == Class::Stop && text.is(at - 1, Flags::TITLE)
            || token.class == Class::Hyphen;
        if !belongs || register.award_at(at).is_some() || register.person_at(at).is_some() {
            break;
        }
        start = at;
    }
    (start, if dative { Case::Dative } else { Case::Free })
}
