//! Clauses around a mark: two finite verbs without a comma between them are two sentences.

use super::Candidate;
use crate::german::{adjective, verb};
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::Class;

/// Longest look back for the verb of the clause before the mark, in tokens.
const CLAUSE: usize = 40;
/// Longest subject before its verb, in tokens.
const SUBJECT: usize = 12;

/// The clause before the mark has its verb, and behind it stand a subject and its verb: "Der Wert stieg auf 24. Fachleute erwarten …".
pub(super) fn follows(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, start, at, .. } = *candidate;
    match verb_behind(candidate) {
        Some(verb) => verb_before(text, start, at).is_some_and(|before| {
            // "will 24. … erwarten" can be one clause
            !verb.contains(Flags::INFINITIVE) || !before.intersects(Flags::MODAL | Flags::AUXILIARY)
        }),
        None => false,
    }
}

/// The finite verb behind a noun phrase that begins behind the mark ("Sponsor Jan Ott vom gleichnamigen Autohaus überreichte").
fn verb_behind(candidate: &Candidate<'_, '_>) -> Option<Flags> {
    const INNER: Flags = Flags::ARTICLE.union(Flags::PREPOSITION).union(Flags::CONTRACTION).union(Flags::ADJECTIVE);
    let Candidate { text, next, end, .. } = *candidate;
    let mut head = Flags::empty();
    let mut at = next;
    while at < end.min(next + SUBJECT) {
        let token = text.at(at);
        match token.class {
            Class::Word if token.is_capital() => {
                if !text.is(at - 1, Flags::ARTICLE | Flags::PREPOSITION) || at == next {
                    head = token.flags();
                }
            }
            Class::Word if token.is_lower() && at > next => {
                let flags = token.flags();
                if verb::is_clearly_finite_form(flags) {
                    let agrees = !flags.contains(Flags::INFINITIVE) || head.contains(Flags::PLURAL);
                    return agrees.then_some(flags);
                }
                let joined = text.at(at - 1).class == Class::Hyphen && token.is_glued();
                let inner = flags.intersects(INNER) || !flags.intersects(Flags::WORD) && adjective::has_ending(text.word(at));
                if !joined && !inner {
                    return None;
                }
            }
            Class::Hyphen if token.is_glued() => {}
            Class::Number if at == next && text.get(next + 1).is_some_and(|noun| noun.is_capital()) => {}
            // "Ministerin Dr. Ott"
            Class::Stop if at > next && token.is_glued() && text.is(at - 1, Flags::TITLE) => {}
            // "Karl Ott (50) dankte"
            Class::Open if at > next => at = (at..end.min(next + SUBJECT)).find(|&t| text.at(t).class == Class::Close)?,
            _ => return None,
        }
        at += 1;
    }
    None
}

/// Whether the clause up to the mark has a finite verb.
pub(super) fn has_verb(text: &Text<'_>, start: usize, mark: usize) -> bool {
    verb_before(text, start, mark).is_some()
}

/// The finite verb of the clause up to the mark, with no conjunction or the like behind it, and no comma but those of a list.
fn verb_before(text: &Text<'_>, start: usize, mark: usize) -> Option<Flags> {
    for at in (start.max(mark.saturating_sub(CLAUSE))..mark).rev() {
        let token = text.at(at);
        match token.class {
            Class::Comma if at > start && text.at(at - 1).is_capital() && text.at(at + 1).is_capital() => {}
            Class::Comma | Class::Colon | Class::Semicolon | Class::Dash | Class::Quote | Class::Final => return None,
            Class::Word if token.is_lower() => {
                let flags = token.flags();
                // a participle has its auxiliary before it, which is found as well
                if verb::is_finite_form(flags) && (at + 1 < mark || verb::is_clearly_finite_form(flags)) {
                    return Some(flags);
                }
                if flags.intersects(Flags::CONJUNCTION | Flags::SUBJUNCTION) && !flags.intersects(Flags::PREPOSITION | Flags::ADVERB) {
                    return None;
                }
            }
            _ => {}
        }
    }
    None
}
