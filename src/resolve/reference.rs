//! Who a pronoun or a role noun is, and which roles such nouns tell.

use super::Register;
use super::persons::{add_role, last_word, organisation_in};
use crate::analysis::{Entity, Gender, PersonId, Statement, Via};
use crate::extract::person::noun::{has_role_ending, nominative};
use crate::extract::person::role_of;
use crate::german::article;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::Class;

/// How many places back a pronoun or a role noun is looked for: bounds the cost of each question.
const FAR: usize = 64;

/// A place in the text that speaks of a person: a name, or a role noun that could be resolved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// First token.
    pub at: usize,
    /// Who.
    pub person: PersonId,
    /// Not governed by a preposition: can be a subject.
    pub free: bool,
    /// Inside a quotation.
    pub quoted: bool,
    /// Index of the sentence.
    pub sentence: usize,
}

/// Collects where the text speaks of persons: names, and role nouns with a definite article that stand without a name.
pub(super) fn places(text: &Text<'_>, register: &mut Register) {
    let mut at = 0;
    let mut next = 0;
    let mut quotes = 0;
    let mut sentence = 0;
    let mut open: Option<usize> = None;
    while at < text.tokens.len() {
        while text.quotations.get(quotes).is_some_and(|q| q.tokens.start() <= at) {
            open = Some(open.unwrap_or(0).max(text.quotations[quotes].tokens.end()));
            quotes += 1;
        }
        while text.sentences.get(sentence).is_some_and(|s| s.tokens.end() <= at) {
            sentence += 1;
        }
        let quoted = open.is_some_and(|end| at < end);
        if let Some(mention) = register.mentions.persons.get(next).filter(|m| m.span.start() <= at) {
            let first = mention.roles.iter().map(|r| r.span.start()).filter(|&s| s < mention.span.start()).min().unwrap_or(mention.span.start());
            let place = Place { at, person: register.person_of[next], free: is_free(text, first), quoted, sentence };
            at = mention.span.end().max(at + 1);
            register.places.push(place);
            next += 1;
            continue;
        }
        let named = text.tokens[at].is_capital() && at > 0 && is_definite(text, at) && !before_name(register, next, at);
        let known = (named && text.is(at, Flags::ROLE)).then(|| by_role(text, register, at)).flatten();
        let tells = named && known.is_none() && (text.is(at, Flags::ROLE) || has_role_ending(text, at));
        let person = known.or_else(|| tells.then(|| learned(text, register, at, sentence)).flatten());
        if let Some(person) = person {
            register.places.push(Place { at, person, free: is_free(text, at), quoted, sentence });
        }
        at += 1;
    }
}

/// The person whose role a noun tells for the first time: "Anna Muster … Die Regisseurin verspricht": a subject or speaker, right
/// behind somebody of that gender without a role, and nobody else of it near. The role becomes the person's.
fn learned(text: &Text<'_>, register: &mut Register, noun: usize, sentence: usize) -> Option<PersonId> {
    let start = (noun.saturating_sub(5)..noun).rev().find(|&n| matches!(text.word(n), "der" | "die" | "Der" | "Die"))?;
    let (_, gender) = nominative(text, noun, text.word(start), None);
    let female = gender? == Gender::Female;
    let nominative_case = if female { matches!(text.word(start), "die" | "Die") } else { matches!(text.word(start), "der" | "Der") };
    let opens = text.starts_sentence(start) || text.tokens[start - usize::from(start > 0)].class == Class::Colon;
    let verb = |at: usize| text.tokens.get(at).is_some_and(|t| t.is_lower() && t.is(Flags::FINITE));
    let aged = start + 2 < noun && text.tokens[start + 1].class == Class::Number;
    let speaks = start > 0 && verb(start - 1) && text.is(start - 1, Flags::CUE);
    let subject = opens && (verb(noun + 1) || aged) || speaks;
    if !nominative_case || !subject || text.is(noun, Flags::ROLE_GENERIC | Flags::PLURAL) && !text.is(noun, Flags::SINGULAR) {
        return None;
    }
    let mut found = None;
    for place in register.places.iter().rev().take(8).take_while(|place| place.sentence + 2 >= sentence) {
        if register.persons[place.person].gender.is_some_and(|known| Some(known) != gender) {
            continue;
        }
        if found.is_some_and(|person| person != place.person) {
            return None;
        }
        found = Some(place.person);
    }
    // a second role only of the person who speaks
    let further = speaks && !text.is(noun, Flags::ROLE_GENERIC);
    let person = found.filter(|&person| further || register.persons[person].roles.is_empty())?;
    let role = role_of(text, noun, gender)?;
    let organisation = role.organisation.and_then(|span| organisation_in(register, span));
    add_role(&mut register.persons[person].roles, &role, organisation);
    Some(person)
}

/// Gives persons the roles under which they speak: "…, so der Firmenchef".
pub(super) fn told(text: &Text<'_>, register: &mut Register, statements: &[Statement]) {
    for speaker in statements.iter().flat_map(|statement| &statement.speakers).filter(|speaker| speaker.via == Via::Role) {
        let (Some(Entity::Person(person)), Some(span)) = (speaker.entity, speaker.span) else { continue };
        let start = text.tokens.partition_point(|token| token.span.end() <= span.start());
        let end = start + text.tokens[start..].partition_point(|token| token.span.end() <= span.end());
        let is_role = |at: &usize| text.tokens[*at].is_capital() && (text.is(*at, Flags::ROLE) || has_role_ending(text, *at));
        let Some(noun) = (start + 1..end).find(is_role).filter(|_| article::is_definite(text.word(start))) else { continue };
        let own = &register.persons[person];
        let general =
            text.is(noun, Flags::ROLE_GENERIC) && (!own.roles.is_empty() || text.lexicon.role(text.tokens[noun].word).is_none_or(|r| r.class == "other"));
        let Some(role) = role_of(text, noun, own.gender).filter(|_| !general) else { continue };
        let told = role.role.to_lowercase();
        if own.roles.iter().take(8).any(|own| same_role(&own.role.to_lowercase(), &told)) {
            continue;
        }
        let organisation = role.organisation.and_then(|span| organisation_in(register, span));
        add_role(&mut register.persons[person].roles, &role, organisation);
    }
}

/// Whether a name stands right behind the role noun.
fn before_name(register: &Register, next: usize, at: usize) -> bool {
    register.mentions.persons.get(next).is_some_and(|m| m.span.start() <= at + 1 || m.roles.iter().any(|r| r.span.holds(at)))
        || next > 0 && register.mentions.persons[next - 1].roles.iter().any(|r| r.span.holds(at))
}

/// "die Ministerin", "der neue Leiter".
fn is_definite(text: &Text<'_>, noun: usize) -> bool {
    let mut at = noun;
    for _ in 0..5 {
        let Some(previous) = at.checked_sub(1) else { return false };
        match text.word(previous) {
            "der" | "die" | "Der" | "Die" | "dem" | "den" | "des" | "Dem" | "Den" | "vom" | "beim" | "zum" | "zur" | "Beim" | "Vom" => return true,
            _ if text.is(previous, Flags::ADJECTIVE) || text.tokens[previous].class == Class::Hyphen || text.tokens[at].class == Class::Hyphen => at = previous,
            // "die 30-jährige Turnerin"
            "jährige" | "Jährige" | "jähriger" | "jährigen" => at = previous,
            _ => return false,
        }
    }
    false
}

/// Whether no preposition governs the phrase that starts before a token.
fn is_free(text: &Text<'_>, at: usize) -> bool {
    let mut at = at;
    for _ in 0..3 {
        let Some(previous) = at.checked_sub(1) else { return true };
        let token = &text.tokens[previous];
        if token.is(Flags::PREPOSITION) && token.is_lower() || matches!(text.word(previous), "dem" | "des" | "den" | "Herrn" | "deren" | "dessen") {
            return false;
        }
        if token.is(Flags::ARTICLE) || token.is(Flags::TITLE) || token.is_lower() && token.is(Flags::ADJECTIVE) && !token.is(Flags::FINITE) {
            at = previous;
            continue;
        }
        return true;
    }
    true
}

/// Who a role noun without a name is, among the persons mentioned so far; else who is mentioned later with that role.
pub(super) fn by_role(text: &Text<'_>, register: &Register, noun: usize) -> Option<PersonId> {
    let article = (noun.saturating_sub(2)..noun)
        .rev()
        .map(|n| text.word(n))
        .find(|w| matches!(*w, "der" | "die" | "Der" | "Die" | "dem" | "des" | "den" | "zur" | "zum" | "vom" | "beim"))
        .unwrap_or("");
    let (role, gender) = nominative(text, noun, article, None);
    let role = role.to_lowercase();
    let gender = gender.filter(|_| !matches!(article, "des" | "dem" | "Der" | "der") || gender == Some(Gender::Male) || role.ends_with("in"));
    let fits = |id: PersonId| gender.is_none() || register.persons[id].gender.is_none_or(|g| Some(g) == gender);
    let roles_of = |id: PersonId| register.persons[id].roles.iter().take(8).map(|r| r.role.to_lowercase());
    let holds = |id: PersonId| roles_of(id).any(|own| same_role(&own, &role));
    let called = |id: PersonId| roles_of(id).any(|own| text.lexicon.is_epithet_of(&role, last_word(&own)));
    let end = register.places.partition_point(|p| p.at < noun);
    let back = || register.places[..end].iter().rev().take(FAR);
    if let Some(place) = back().find(|p| fits(p.person) && holds(p.person)).or_else(|| back().find(|p| fits(p.person) && called(p.person))) {
        return Some(place.person);
    }
    // named only later: the first with that very role
    (0..register.persons.len().min(FAR)).find(|&id| fits(id) && register.persons[id].roles.iter().any(|r| r.role.to_lowercase() == role))
}

/// The same head: "Ministerin" and "Kulturministerin", "Leiterin" and "Projektleiterin".
fn same_role(a: &str, b: &str) -> bool {
    let a = last_word(a);
    a == b || a.len() >= 4 && b.len() >= 4 && (a.ends_with(b) || b.ends_with(a))
}

/// The person a person-type noun stands for when nobody has that role: the last one of the noun's gender.
pub(super) fn by_noun(text: &Text<'_>, register: &Register, noun: usize) -> Option<PersonId> {
    let article = noun.checked_sub(1).map_or("", |n| text.word(n));
    let (_, gender) = nominative(text, noun, article, None);
    nearest(text, register, noun, gender?, is_honoured(text.word(noun)))
}

/// "die Geehrte", "der Preisträger": whoever the others speak of.
fn is_honoured(noun: &str) -> bool {
    const STEMS: [&str; 8] = ["geehrt", "ausgezeichnet", "preisträger", "gewinner", "laureat", "jubilar", "gekürt", "gewürdigt"];
    let lower = noun.to_lowercase();
    STEMS.iter().any(|stem| lower.contains(stem))
}

/// Who "er" or "sie" is: the last person of the gender, a possible subject before one behind a preposition.
pub(super) fn pronoun(text: &Text<'_>, register: &Register, token: usize, gender: Gender) -> Option<PersonId> {
    nearest(text, register, token, gender, false)
}

/// The nearest person of a gender: a possible subject, or, where somebody honoured is asked for, one who is the object of others.
fn nearest(text: &Text<'_>, register: &Register, token: usize, gender: Gender, honoured: bool) -> Option<PersonId> {
    let end = register.places.partition_point(|p| p.at < token);
    let here = text.sentence_of(token);
    let opened = text.quotations.partition_point(|q| q.tokens.start() <= token);
    let quoted = text.quotations[..opened].iter().rev().take(4).any(|q| q.tokens.holds(token));
    let known = |id: PersonId| register.persons[id].gender;
    let mut best: Option<(u32, &Place)> = None;
    for (n, place) in register.places[..end].iter().rev().take(FAR).enumerate() {
        let sure = match known(place.person) {
            Some(g) if g == gender => 0,
            Some(_) => continue,
            None => 6,
        };
        // each sentence back costs more than standing behind a preposition
        let back = here.saturating_sub(place.sentence) as u32;
        let cost = 4 * back.min(40) + 3 * u32::from(place.free == honoured) + 5 * u32::from(place.quoted && !quoted) + sure + (n as u32).min(2);
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, place));
        }
        if back > 12 && best.is_some() {
            break;
        }
    }
    best.map(|(_, place)| place.person)
}
