//! Clauses around a mark: two finite verbs without a comma between them are two sentences.

use super::Candidate;
use crate::german::verb;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::Class;

/// Longest look back for the verb of the clause before the mark, in tokens.
const CLAUSE: usize = 40;
/// Longest subject before its verb, in tokens.
const SUBJECT: usize = 7;

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

/// The finite verb behind capitalised words that stand behind the mark.
fn verb_behind(candidate: &Candidate<'_, '_>) -> Option<Flags> {
    let Candidate { text, next, end, .. } = *candidate;
    let mut head = Flags::empty();
    for at in next..end.min(next + SUBJECT) {
        let token = text.at(at);
        let joined = token.class == Class::Hyphen && token.is_glued() || token.class == Class::Word && text.at(at - 1).class == Class::Hyphen;
        if token.is_capital() {
            head = token.flags();
        } else if !joined {
            let flags = token.flags();
            let agrees = !flags.contains(Flags::INFINITIVE) || head.contains(Flags::PLURAL);
            return (at > next && token.is_lower() && verb::is_clearly_finite_form(flags) && agrees).then_some(flags);
        }
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
                if verb::is_clearly_finite_form(flags) {
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
