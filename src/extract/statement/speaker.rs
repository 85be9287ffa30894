//! Who speaks: the subject of a reporting verb, and whom a noun phrase stands for.

use super::noun::{self, Head, Phrase};
use super::unit::Scope;
use crate::analysis::{Entity, Gender, Speaker, Via};
use crate::lexicon::Flags;
use crate::text::scan::Class;

/// The noun phrases that are the subject of a finite verb in `from..to`; empty when there is none.
pub fn subject(scope: &Scope<'_>, (from, to): (usize, usize), finite: usize, plural: bool) -> Vec<Phrase> {
    // "von dem die Polizei glaubt, …": the verb closes a subordinate clause, whose subject is in it
    if scope.is_break(finite + 1) {
        let opens = (from..finite).rev().find(|&i| scope.is_break(i)).map_or(from, |i| i + 1);
        let depends = scope.is(opens, Flags::SUBJUNCTION | Flags::INTERROGATIVE)
            || opens > from && {
                let pronoun = if scope.is(opens, Flags::PREPOSITION) { opens + 1 } else { opens };
                scope.says(pronoun, &["die", "den", "dem", "das", "der", "denen", "was"]) && !scope.capital(pronoun + 1)
            };
        if depends
            && finite > opens + 1
            && let Some(phrase) = noun::find(scope, opens + 1, finite).filter(Phrase::speaks)
        {
            return joined(scope, phrase, finite, plural);
        }
    }
    if let Some(phrase) = antecedent(scope, from, finite) {
        return joined(scope, phrase, finite, plural);
    }
    // "Die Politik der Bank geißelte er": a pronoun right behind the verb is its subject, whatever stands before
    if scope.says(finite + 1, &["er"])
        && let Some(phrase) = noun::at(scope, finite + 1, to)
    {
        return vec![phrase];
    }
    let start = (from..finite).find(|&i| !opens_lightly(scope, i)).unwrap_or(finite);
    // "Das Land sei gefordert, meint X": what stands in front has a verb of its own
    let own = (start..finite).find(|&i| scope.is_break(i)).unwrap_or(finite);
    let inverted = own < finite && scope.class(finite - 1) == Some(Class::Comma) && (start..own).any(|i| scope.finite(i));
    if inverted && let Some(phrase) = noun::find(scope, finite + 1, to).filter(Phrase::speaks) {
        return joined(scope, phrase, to, plural);
    }
    let before = noun::at(scope, start, finite).filter(|phrase| !phrase.oblique);
    if let Some(phrase) = before.filter(|phrase| phrase.speaks()) {
        return joined(scope, phrase, finite, plural);
    }
    match noun::find(scope, finite + 1, to) {
        Some(phrase) if phrase.speaks() || before.is_none() || is_unlisted_name(scope, &phrase) => joined(scope, phrase, to, plural),
        other => before.or(other).into_iter().collect(),
    }
}

/// Longest noun phrase that a relative clause belongs to, in items.
const ANTECEDENT: usize = 14;

/// "die Trainerin Anna Muster, die sagte, …": whom the relative pronoun in the nominative stands for.
fn antecedent(scope: &Scope<'_>, from: usize, finite: usize) -> Option<Phrase> {
    let opens = (from..finite).rev().find(|&i| scope.is_break(i)).map(|i| i + 1)?;
    let comma = opens - 1;
    let pronoun = scope.class(comma) == Some(Class::Comma) && scope.says(opens, &["der", "die"]) && !scope.capital(opens + 1) && opens < finite;
    // the verb closes the clause, but for what it governs or announces
    let closes = scope.is_break(finite + 1) || finite == opens + 1;
    if !pronoun || !closes || noun::find(scope, opens + 1, finite).is_some_and(|phrase| phrase.speaks()) {
        return None;
    }
    let before = comma.saturating_sub(ANTECEDENT).max(from)..comma;
    let ending = |i: usize| noun::at(scope, i, comma).filter(|phrase| phrase.end == comma && phrase.speaks());
    let name = before.clone().rev().find_map(|i| ending(i).filter(|phrase| matches!(phrase.head, Head::Person(_))));
    name.or_else(|| before.filter_map(ending).next()).map(|phrase| Phrase { oblique: false, ..phrase })
}

/// A noun without an article that no list knows: a name.
pub fn is_unlisted_name(scope: &Scope<'_>, phrase: &Phrase) -> bool {
    matches!(phrase.head, Head::Noun(token) if !scope.text.is(token, Flags::NOUN)) && !scope.is(phrase.from, Flags::ARTICLE)
}

/// Words that stand before a subject without being one.
fn opens_lightly(scope: &Scope<'_>, i: usize) -> bool {
    scope.is(i, Flags::CONJUNCTION) && !scope.is(i, Flags::ARTICLE)
        || scope.says(i, &["Auch", "auch", "Sogar", "Selbst", "Nur", "Und", "Doch", "Aber", "Denn", "Dazu", "Hierzu", "So"])
        || matches!(scope.class(i), Some(Class::Comma | Class::Dash | Class::Colon | Class::Semicolon))
}

/// The phrase and those joined to it ("A und B", "A, B und C").
pub fn joined(scope: &Scope<'_>, first: Phrase, to: usize, plural: bool) -> Vec<Phrase> {
    let mut all = vec![first];
    if !plural || matches!(first.head, Head::Pronoun(_)) {
        return all;
    }
    let mut at = first.end;
    while all.len() < 6 {
        // "A, Leiterin des Amtes, und B"
        let apposed = matches!(first.head, Head::Person(_)) && scope.is(first.from, Flags::ARTICLE);
        if (at > first.end || apposed) && scope.class(at) == Some(Class::Comma) && scope.says(at + 1, &["und", "sowie"]) {
            at += 1;
        }
        let and = scope.says(at, &["und", "sowie", "&"]);
        if !(and || scope.class(at) == Some(Class::Comma)) {
            break;
        }
        let next = if scope.says(at + 1, &["auch"]) { at + 2 } else { at + 1 };
        match noun::at(scope, next, to) {
            Some(phrase) if phrase.speaks() && !phrase.oblique && !matches!(phrase.head, Head::Pronoun(_)) => {
                // a role without article behind a name is its apposition
                let apposition = !and && matches!(phrase.head, Head::Role(_))
                    || !and && matches!(phrase.head, Head::Organisation(_)) && matches!(all.last().map(|p| p.head), Some(Head::Role(_) | Head::Person(_)));
                at = phrase.end;
                if !apposition {
                    all.push(phrase);
                }
                if and && !scope.says(at, &["und", "sowie"]) {
                    break;
                }
            }
            Some(phrase) if !and => at = phrase.end,
            _ => break,
        }
    }
    all
}

/// The speaker a noun phrase stands for; `known` is who spoke last.
pub fn of(scope: &Scope<'_>, phrase: &Phrase, known: &[Speaker]) -> Speaker {
    let register = scope.register;
    let span = Some(scope.bytes(phrase.from, phrase.to));
    let person = |id| Some(Entity::Person(id));
    let (entity, via) = match phrase.head {
        Head::Person(mention) => {
            let via = if register.mentions.persons.get(mention).is_some_and(|m| m.given.is_empty()) { Via::Surname } else { Via::Name };
            (register.person_of.get(mention).copied().and_then(person), via)
        }
        Head::Organisation(mention) => (register.organisation_of.get(mention).copied().map(Entity::Organisation), Via::Organisation),
        Head::Role(token) if !phrase.indefinite && !is_plural(scope, phrase, token) => {
            // "der Vorstand", "laut Hersteller": a body rather than a man
            let body = scope.text.is(token, Flags::GENERIC_ORGANISATION).then(|| register.generic(scope.text, token)).flatten();
            match body {
                // "Gestalterin Xolvara Trimbex": a name that was not recognised is nobody else's
                None if is_named(scope, phrase, token) => (None, Via::Name),
                Some(id) => (Some(Entity::Organisation(id)), Via::Organisation),
                None => (register.role(scope.text, token).and_then(person), Via::Role),
            }
        }
        Head::Generic(token) if !phrase.indefinite => (register.generic(scope.text, token).map(Entity::Organisation), Via::Organisation),
        Head::Noun(token) if !phrase.indefinite => match register.generic(scope.text, token) {
            Some(id) => (Some(Entity::Organisation(id)), Via::Organisation),
            None => (None, if scope.text.is(token, Flags::NOUN) { Via::Role } else { Via::Surname }),
        },
        Head::Pronoun(gender) => (by_pronoun(scope, phrase.from, gender, known), Via::Pronoun),
        _ => (None, Via::Role),
    };
    Speaker { entity, span, via }
}

/// Whether capital words that are no nouns stand right behind a role noun.
fn is_named(scope: &Scope<'_>, phrase: &Phrase, role: usize) -> bool {
    let next = scope.item_from(phrase.from, role) + 1;
    next < phrase.to
        && scope.capital(next)
        && (!scope.is(next, Flags::NOUN) || scope.is(next, Flags::GIVEN))
        && scope.register.organisation_at(scope.first(next)).is_none()
}

/// Whether a role noun means several people: "die Anwohner", "Helfern".
fn is_plural(scope: &Scope<'_>, phrase: &Phrase, token: usize) -> bool {
    let noun = &scope.text.tokens[token];
    let man = noun.is(Flags::MASCULINE) && !noun.is(Flags::FEMININE | Flags::ROLE_FEMALE);
    noun.is(Flags::PLURAL) && (!noun.is(Flags::SINGULAR) || man && scope.says(phrase.from, &["die", "Die"]))
}

fn by_pronoun(scope: &Scope<'_>, item: usize, gender: Gender, known: &[Speaker]) -> Option<Entity> {
    let agrees = |entity: &Entity| match entity {
        Entity::Person(id) => scope.register.persons.get(*id).is_some_and(|p| p.gender.is_none_or(|g| g == gender)),
        Entity::Organisation(_) => false,
    };
    let last = match known {
        // "Der Verband mahnt … Ferner regt er an": the organisation goes on
        [Speaker { entity: Some(organisation @ Entity::Organisation(_)), .. }] => return Some(*organisation),
        [one] => one.entity.filter(agrees),
        _ => None,
    };
    scope.register.pronoun(scope.text, scope.first(item), gender).map(Entity::Person).or(last)
}

/// All speakers of a subject.
pub fn all(scope: &Scope<'_>, phrases: &[Phrase], known: &[Speaker]) -> Vec<Speaker> {
    phrases.iter().map(|phrase| of(scope, phrase, known)).collect()
}
