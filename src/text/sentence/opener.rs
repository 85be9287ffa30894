//! What stands behind a mark: how clearly it opens a sentence.

use super::{Candidate, abbreviation};
use crate::german::verb;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};

/// How the next token looks as the first of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Opener {
    /// It cannot be: lower case, comma, closing mark.
    No,
    /// A noun, a name, a number: as well in the middle of a sentence.
    Capital,
    /// A noun with its finite auxiliary: hardly ever the rest of a name.
    Subject,
    /// A capitalised article, pronoun, preposition …, or a quotation.
    Clear,
}

/// Looks at the token behind a mark.
pub(super) fn look(candidate: &Candidate<'_, '_>) -> Opener {
    let Candidate { text, marks, at, next, end, closed, .. } = *candidate;
    let token = text.at(next);
    let after = (next + 1 < end).then(|| text.at(next + 1));
    match token.class {
        Class::Word if token.is_capital() => word(text, next),
        Class::Word if token.shape == Shape::None => Opener::Capital, // other scripts
        Class::Word if counts(text, next, end) => Opener::Capital,
        Class::Word | Class::Comma | Class::Colon | Class::Semicolon | Class::Stop | Class::Slash | Class::Close => Opener::No,
        // "Ende. … und dann": what is no part of the mark before opens the next sentence
        Class::Final => {
            if text.at(at).class == Class::Stop {
                Opener::Clear
            } else {
                Opener::No
            }
        }
        Class::Number if is_year_subject(text, next) => Opener::Subject,
        Class::Number | Class::Address => Opener::Capital,
        Class::Quote if marks.opens(next) => {
            let lower = text.get(next + 1).is_some_and(|t| t.is_lower() && !t.flags().is_empty());
            if lower { Opener::No } else { Opener::Clear }
        }
        Class::Quote => {
            let sticks = text.get(next + 1).is_some_and(|t| t.gap == Gap::None && (t.is_capital() || t.class == Class::Number));
            if sticks && token.gap != Gap::None { Opener::Clear } else { Opener::No }
        }
        Class::Open if holds_a_sentence(text, next, end) => Opener::Clear,
        // "“ (lacht)" goes on; "Ende. (Siehe oben)" does not
        Class::Open if closed => Opener::No,
        Class::Open => match after {
            Some(t) if t.is_capital() || t.class == Class::Quote => Opener::Clear,
            Some(t) if t.class == Class::Number || t.class == Class::Final => Opener::Capital,
            _ => Opener::No,
        },
        // "“ – Name, Funktion"
        Class::Dash | Class::Hyphen if closed && !marks.nested(next - 1) => Opener::No,
        Class::Dash | Class::Hyphen => match after {
            Some(t) if t.is_capital() && is_function_word(text, next + 1) => Opener::Subject,
            Some(t) if t.is_capital() || t.class == Class::Quote || t.class == Class::Number => Opener::Capital,
            _ => Opener::No,
        },
        Class::Symbol => Opener::Capital,
    }
}

fn word(text: &Text<'_>, at: usize) -> Opener {
    if is_function_word(text, at) || is_before_verb(text, at) {
        Opener::Clear
    } else if is_subject(text, at) || is_label(text, at) {
        Opener::Subject
    } else {
        Opener::Capital
    }
}

/// Nouns whose small forms are of a closed class; with a capital they are nouns nearly always.
const NOUNS: [&str; 13] = ["Abend", "Kraft", "Los", "Mal", "Minus", "Mittag", "Null", "Plus", "Samt", "Schuld", "Weg", "Wert", "Zeit"];

/// A capitalised word of a closed class or a cardinal: nowhere but at the start of a sentence, or in "Über-60-Jährige".
fn is_function_word(text: &Text<'_>, at: usize) -> bool {
    let token = text.at(at);
    let cardinal = || token.is(Flags::NUMERAL) && !["te", "ter", "ten", "tem", "tes"].iter().any(|ordinal| text.word(at).ends_with(ordinal));
    let joined = || text.get(at + 1).is_some_and(|next| next.class == Class::Hyphen && next.is_glued());
    // the university's day, Latin
    let academic = || text.says(at, "Dies") && matches!(text.word(at + 1), "academicus" | "Academicus");
    (token.is(Flags::CLOSED) && !NOUNS.contains(&text.word(at)) || cardinal())
        && !token.is(Flags::COMPOUND)
        && token.shape != Shape::Upper
        && text.word(at).len() > 1
        && !joined()
        && !academic()
}

/// A capitalised word that is no noun and no name where only the start of a sentence has it: "Verliehen wird …", "Gut besucht
/// sind …", "Komme bis Mai …", "Besuchen Sie …".
fn is_before_verb(text: &Text<'_>, at: usize) -> bool {
    const OTHER: Flags = Flags::NOUN.union(Flags::SURNAME).union(Flags::GIVEN).union(Flags::PLACE).union(Flags::COMPOUND);
    let token = text.at(at);
    if token.shape != Shape::Capital {
        return false;
    }
    let Some(next) = text.get(at + 1).filter(|next| next.class == Class::Word) else { return false };
    if text.says(at + 1, "Sie") {
        return token.is(Flags::FINITE | Flags::INFINITIVE);
    }
    let listed = token.is(Flags::WORD) && !token.is(OTHER);
    let formed = || token.flags().is_empty() && ["lich", "isch", "ig", "bar", "sam"].iter().any(|ending| text.word(at).ends_with(ending));
    if !next.is_lower() || !(listed || formed()) {
        return false;
    }
    let flags = next.flags();
    let passive = || flags.contains(Flags::PARTICIPLE) && text.get(at + 2).is_some_and(|next| next.is_lower() && next.is(Flags::AUXILIARY));
    let verb_first = listed && token.is(Flags::FINITE) && flags.intersects(Flags::CLOSED);
    verb::is_clearly_finite_form(flags) || passive() || verb_first
}

/// "Eintritt: 5 Euro".
fn is_label(text: &Text<'_>, at: usize) -> bool {
    text.get(at + 1).is_some_and(|colon| colon.class == Class::Colon && colon.is_glued())
}

/// A short quotation without a verb, closed before any stop: a title or term, nobody's words ("der 3. „Lauf für alle“ beginnt").
pub(super) fn quotes_a_name(candidate: &Candidate<'_, '_>) -> bool {
    const LONGEST: usize = 10;
    let Candidate { text, marks, next, end, .. } = *candidate;
    if text.at(next).class != Class::Quote {
        return false;
    }
    for at in next + 1..end.min(next + LONGEST) {
        let token = text.at(at);
        if marks.closes(at) {
            return text.get(at + 1).is_none_or(|behind| behind.class != Class::Comma);
        }
        let verb = token.is_lower() && verb::is_clearly_finite_form(token.flags());
        if verb || matches!(token.class, Class::Stop | Class::Final | Class::Comma) {
            return false;
        }
    }
    false
}

/// A bracket around a whole sentence: "(Das gilt auch im Sommer.)"
pub(super) fn holds_a_sentence(text: &Text<'_>, at: usize, end: usize) -> bool {
    const LONGEST: usize = 80;
    let close = (at + 1..end.min(at + LONGEST)).find(|&t| text.at(t).class == Class::Close);
    close.is_some_and(|close| {
        let stopped = matches!(text.at(close - 1).class, Class::Stop | Class::Final);
        stopped && close > at + 3 && is_function_word(text, at + 1)
    })
}

/// A noun with its finite auxiliary right behind it ("Regen hat …"): hardly ever the rest of a name.
fn is_subject(text: &Text<'_>, at: usize) -> bool {
    let noun = text.at(at).is(Flags::NOUN) && !text.at(at).is(Flags::PLACE | Flags::SURNAME | Flags::GIVEN | Flags::UNIT | Flags::MONTH);
    noun && text.get(at + 1).is_some_and(|next| next.is_lower() && next.is(Flags::AUXILIARY) && next.is(Flags::FINITE))
}

/// A year with its finite verb ("1987 kam …").
fn is_year_subject(text: &Text<'_>, at: usize) -> bool {
    let year = text.word(at);
    year.len() == 4
        && year.starts_with(['1', '2'])
        && text.get(at + 1).is_some_and(|next| next.is_lower() && next.is(Flags::FINITE) && !next.is(Flags::ADJECTIVE))
}

/// "b) …": the letter of a list.
fn counts(text: &Text<'_>, at: usize, end: usize) -> bool {
    text.word(at).len() == 1
        && at + 2 < end
        && text.at(at + 1).class == Class::Close
        && text.at(at + 1).is_glued()
        && text.at(at + 2).gap != Gap::None
        && text.at(at).gap != Gap::None
}

/// A typist's missing space: only what cannot be one word.
pub(super) fn glued_opens(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, marks, at, next, .. } = *candidate;
    let before = at.checked_sub(1).map(|before| text.at(before)).filter(|before| before.class == Class::Word);
    let worded = || before.as_ref().is_some_and(|_| !abbreviation::is_listed(text, at - 1));
    match text.at(next).class {
        Class::Quote => marks.opens(next) && worded(),
        Class::Word if next - at > 1 => true,
        Class::Word if text.at(at).class == Class::Final => !text.word(at).starts_with(['…', '.']),
        // "… ist alt.Es steht leer": behind a known word in lower case, or before a function word
        Class::Word => worded() && text.word(at - 1).len() > 2 && (candidate.clear() || before.is_some_and(|token| token.is_lower() && token.is(Flags::WORD))),
        _ => false,
    }
}

/// Whether a word in lower case opens a sentence.
pub(super) fn lower_case_opens(candidate: &Candidate<'_, '_>) -> bool {
    let token = candidate.text.at(candidate.next);
    let placed = token.is_lower() && token.gap != Gap::None;
    placed && (name_opens(candidate) || follows_plain_word(candidate) && (particle_opens(candidate) || careless_opens(candidate)))
}

/// A name written so: an unknown word in lower case behind an ordinary word's stop ("… von nordlicht. nordlicht ist …").
fn name_opens(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, at, next, .. } = *candidate;
    let Some(before) = at.checked_sub(1).map(|before| text.at(before)) else { return false };
    let token = text.at(next);
    let unknown = || {
        !token.is(Flags::WORD) && !abbreviation::is_listed(text, next) && text.get(next + 1).is_none_or(|after| after.class != Class::Stop)
            || text.word(next).contains(['.', ':'])
    };
    let stopped = match before.class {
        Class::Word => !abbreviation::is_listed(text, at - 1) && before.span.len() > 1 && (!before.flags().is_empty() || text.word(at - 1) == text.word(next)),
        Class::Quote | Class::Close => text.at(at).class == Class::Stop,
        _ => false,
    };
    token.span.len() > 3 && unknown() && stopped
}

/// "de Maizière kommt": a particle before its name.
fn particle_opens(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, next, end, .. } = *candidate;
    text.at(next).is(Flags::NAME_PARTICLE) && next + 1 < end && text.at(next + 1).is_capital()
}

/// Careless writing without capitals ("… ging er. dann kam sie").
fn careless_opens(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, at, next, .. } = *candidate;
    let before = text.at(at - 1);
    before.is_lower() && before.is(Flags::WORD) && text.at(next).is(Flags::WORD)
}

/// The mark is a full stop right behind a known word that is no abbreviation.
fn follows_plain_word(candidate: &Candidate<'_, '_>) -> bool {
    let Candidate { text, at, next, start, .. } = *candidate;
    let known = |before: usize| {
        let token = text.at(before);
        token.class == Class::Word && token.is(Flags::WORD | Flags::NOUN | Flags::PLACE) && text.word(before).chars().count() > 3
    };
    text.at(at).class == Class::Stop && next == at + 1 && at > start && known(at - 1) && !abbreviation::is_listed(text, at - 1)
}
