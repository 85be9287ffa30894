//! Roles in the plural before several names: "die Vorstände A und B".

use super::name::unit_before;
use super::{behind_role, role};
use crate::analysis::Gender;
use crate::extract::{PersonMention, RoleMention};
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Shape};
use crate::text::span::TokenSpan;

/// Most names that share a role.
const MOST: usize = 8;

/// Gives the role before the first of several joined names to all of them.
pub(super) fn share(text: &Text<'_>, mentions: &mut [PersonMention]) {
    let mut first = 0;
    while first < mentions.len() {
        let mut end = first + 1;
        while end < mentions.len() && end - first < MOST && are_joined(text, &mentions[end - 1], &mentions[end]) {
            end += 1;
        }
        if end - first > 1
            && let Some(role) = before(text, behind_role(text, &mentions[first]))
        {
            mentions[first].roles.retain(|own| !own.span.overlaps(role.span));
            for mention in &mut mentions[first..end] {
                mention.roles.insert(0, role.clone());
            }
        }
        first = end;
    }
}

/// Nothing but a comma or "und" between two names.
fn are_joined(text: &Text<'_>, one: &PersonMention, other: &PersonMention) -> bool {
    let at = one.span.end();
    at + 1 == behind_role(text, other).min(other.span.start()) && (text.tokens[at].class == Class::Comma || matches!(text.word(at), "und" | "sowie" | "&"))
}

/// The role in the plural right before a token, in the singular.
fn before(text: &Text<'_>, end: usize) -> Option<RoleMention> {
    let unit = unit_before(text, end)?;
    let last = unit.end() - 1;
    let several = has_plural_article(text, unit.start());
    let word = text.word(last);
    let (role, gender) = if text.is(last, Flags::ROLE) && several {
        let (role, _) = super::noun::nominative(text, last, "die", Some(Gender::Male));
        (role, None)
    } else {
        singular(text, word)?
    };
    // "ZMT-Direktoren": where, before a hyphen
    let front = (unit.len() > 1).then(|| TokenSpan::new(unit.start(), last - 1)).filter(|front| {
        let first = &text.tokens[front.start()];
        matches!(first.shape, Shape::Upper | Shape::Mixed) || !first.is(Flags::NOUN) || first.is(Flags::ORGANISATION_HEAD | Flags::GENERIC_ORGANISATION)
    });
    let kept = if front.is_some() || unit.len() == 1 { "" } else { text.slice(TokenSpan::new(unit.start(), last)) };
    Some(RoleMention { span: unit, role: format!("{kept}{role}"), gender, organisation: front })
}

/// "die", "beide", "die beiden" before a role noun: more than one person has it.
pub(super) fn has_plural_article(text: &Text<'_>, start: usize) -> bool {
    let mut at = start;
    for _ in 0..3 {
        let Some(previous) = at.checked_sub(1) else { return false };
        match text.word(previous) {
            "die" | "Die" | "beide" | "beiden" | "Beide" | "zwei" | "Zwei" | "drei" | "Drei" => return true,
            _ if text.tokens[previous].is_lower() && text.is(previous, Flags::ADJECTIVE) => at = previous,
            _ => return false,
        }
    }
    false
}

/// The singular of a role noun in the plural: "Direktoren", "Vorstände", "Leiterinnen".
fn singular(text: &Text<'_>, plural: &str) -> Option<(String, Option<Gender>)> {
    let role = |word: &str, side: Flags| text.lexicon.flags(word).contains(Flags::ROLE | side);
    if let Some(stem) = plural.strip_suffix("nen").filter(|stem| role(stem, Flags::ROLE_FEMALE)) {
        return Some((stem.to_owned(), Some(Gender::Female)));
    }
    let bare = |stem: &str| {
        ["ä", "ö", "ü"].iter().zip(["a", "o", "u"]).find_map(|(umlaut, vowel)| {
            let at = stem.rfind(umlaut)?;
            Some(format!("{}{vowel}{}", &stem[..at], &stem[at + umlaut.len()..]))
        })
    };
    for tail in ["en", "n", "e", "s"] {
        let Some(stem) = plural.strip_suffix(tail) else { continue };
        if role(stem, Flags::ROLE_MALE) {
            return Some((stem.to_owned(), None));
        }
        if let Some(stem) = bare(stem).filter(|stem| role(stem, Flags::ROLE_MALE)) {
            return Some((stem, None));
        }
    }
    None
}

/// "die Schüler" right before one name: subject and object, no apposition.
pub(super) fn is_other_subject(text: &Text<'_>, unit: TokenSpan) -> bool {
    let last = unit.end() - 1;
    let masculine = text.is(last, Flags::ROLE_MALE) && !text.is(last, Flags::ROLE_FEMALE);
    masculine && unit.start() > 0 && matches!(text.word(unit.start() - 1), "die" | "Die") && role::keeps_plural(text.word(last))
}
