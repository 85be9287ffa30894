//! What a personal name is made of: titles, given names, initials, particles, surname.

pub(super) use super::parts::{Parts, Sure, parts};
pub(super) use super::title::{Titles, titles};
use crate::lexicon::{Flags, Marks, class};
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::span::TokenSpan;

/// Words of closed classes, numbers, dates and the like: never part of a name.
pub(super) const NO_NAME: Flags = Flags::ARTICLE
    .union(Flags::PREPOSITION)
    .union(Flags::PRONOUN)
    .union(Flags::PERSONAL)
    .union(Flags::CONJUNCTION)
    .union(Flags::SUBJUNCTION)
    .union(Flags::INTERROGATIVE)
    .union(Flags::NUMERAL)
    .union(Flags::AUXILIARY);

/// Nouns that name something else.
pub(super) const OTHER_HEAD: Flags = Flags::ORGANISATION_HEAD
    .union(Flags::GENERIC_ORGANISATION)
    .union(Flags::AWARD_HEAD)
    .union(Flags::LEGAL_FORM)
    .union(Flags::WEEKDAY)
    .union(Flags::UNIT)
    .union(Flags::COUNTRY)
    .union(Flags::ROLE);

/// A capitalised word with its hyphenated parts ("Anna-Lena", "Müller-Lüdenscheidt").
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    /// Its tokens.
    pub span: TokenSpan,
    /// A given name, by its first part.
    pub given: bool,
    /// A given name that is hardly anything else.
    pub sure_given: bool,
    /// A listed surname, by its last part.
    pub surname: bool,
    /// Listed surname that is hardly anything else.
    pub sure_surname: bool,
    /// An ordinary noun that is no listed surname.
    pub noun: bool,
    /// Cannot be part of a name.
    pub blocked: bool,
    /// In no list at all.
    pub unknown: bool,
}

/// The class of a token's word ([`class`]).
pub(super) fn value(text: &Text<'_>, at: usize) -> u8 {
    text.tokens.get(at).map_or(0, |token| text.lexicon.word(token.word).class)
}

/// The tokens of the unit that starts at a token.
pub(super) fn unit_span(text: &Text<'_>, at: usize) -> Option<TokenSpan> {
    let tokens = &text.tokens;
    tokens.get(at).filter(|token| token.is_capital())?;
    let mut end = at + 1;
    while end - at < 8
        && tokens.get(end).is_some_and(|t| t.class == Class::Hyphen && t.is_glued())
        && tokens.get(end + 1).is_some_and(|t| t.is_glued() && t.is_capital())
    {
        end += 2;
    }
    Some(TokenSpan::new(at, end))
}

/// The unit that starts at a token.
pub(super) fn unit(text: &Text<'_>, at: usize) -> Option<Unit> {
    let tokens = &text.tokens;
    let span = unit_span(text, at)?;
    let end = span.end();
    let (first, last) = (&tokens[at], &tokens[end - 1]);
    let mut unit = Unit {
        span,
        given: first.is(Flags::GIVEN) && first.shape != Shape::Lower,
        sure_given: is_sure_given(text, at),
        surname: last.is(Flags::SURNAME) || last.is(Flags::COMPOUND) && has_surname_tail(text.word(end - 1)),
        sure_surname: last.is(Flags::SURNAME) && !last.is(Flags::COMMON)
            || last.shape == Shape::Mixed && ["Mc", "O'", "O’"].iter().any(|prefix| text.word(end - 1).starts_with(prefix)),
        noun: false,
        blocked: false,
        unknown: true,
    };
    for part in (at..end).step_by(2) {
        let token = &tokens[part];
        let compound = token.is(Flags::COMPOUND);
        // "Moorhaus", "Trimbering": what only ends like a thing's name can be a surname, but not behind a hyphen
        let is_name = token.is(Flags::GIVEN | Flags::SURNAME) || compound && part == at && has_surname_tail(text.word(part));
        let company = text.lexicon.word(token.word).marks.contains(Marks::COMPANY_TAIL);
        let head = value(text, part) == class::NAME_HEAD;
        unit.noun |= !is_name && (token.is(Flags::NOUN) && !compound || has_noun_ending(text.word(part)));
        unit.blocked |= !is_name && (token.is(OTHER_HEAD | Flags::TITLE | Flags::MONTH) || head || company || token.is(NO_NAME));
        unit.blocked |= end == at + 1 && (token.is(NO_NAME) && (!token.is(Flags::SURNAME) || text.starts_sentence(at)) || is_no_first(text.word(at)));
        unit.blocked |= token.shape == Shape::Mixed && !is_name && !has_name_prefix(text.word(part));
        unit.blocked |= text.word(part).bytes().any(|b| b.is_ascii_digit());
        unit.unknown &= token.flags.is_empty();
        // the head of a hyphenated name decides what it names ("Hans-Meier-Straße", "Meier-Stiftung", "Meier-Ring")
        if part > at && part + 1 == end {
            unit.blocked |= !token.is(Flags::GIVEN) && (head || token.is(OTHER_HEAD) && !token.is(Flags::SURNAME) || token.is(Flags::AWARD_HEAD));
            unit.blocked |= token.is(Flags::NOUN) && !compound && !is_name;
        }
    }
    // "Wolf-Dieter": the whole decides, then its parts
    if end > at + 1 && !unit.blocked {
        let whole = text.lexicon.flags(text.slice(unit.span));
        let parts = (at..end).step_by(2);
        unit.given |= whole.intersects(Flags::GIVEN);
        unit.sure_given |= whole.intersects(Flags::GIVEN) && !whole.contains(Flags::COMMON)
            || parts.clone().all(|part| text.is(part, Flags::GIVEN)) && parts.clone().any(|part| is_sure_given(text, part));
    }
    if unit.blocked {
        unit.given = false;
        unit.sure_given = false;
    }
    Some(unit)
}

/// Endings of surnames that are nouns as well.
pub(super) fn has_surname_tail(word: &str) -> bool {
    const TAILS: [&str; 37] = [
        "hausen", "haus", "ring", "hof", "dorf", "berg", "burg", "bach", "feld", "wald", "stein", "mann", "meier", "meyer", "mayer", "maier", "thal", "tal",
        "brock", "kamp", "horst", "brink", "bauer", "müller", "schmidt", "schmied", "huber", "beck", "hagen", "stedt", "städt", "haupt", "rath", "moser",
        "bichler", "reuter", "kötter",
    ];
    TAILS.iter().any(|tail| word.ends_with(tail))
}

/// Nouns that no list holds, by endings that surnames hardly have.
fn has_noun_ending(word: &str) -> bool {
    word.len() > 6 && ["erei", "heit", "keit", "schaft", "schaften", "ung", "ungen", "tion", "tionen", "ität", "ismus"].iter().any(|tail| word.ends_with(tail))
}

/// Words that open names of places and works in other languages.
fn is_no_first(word: &str) -> bool {
    matches!(word, "San" | "Santa" | "Sankt" | "Saint" | "São" | "The" | "And" | "Of" | "For" | "In" | "Los" | "Las")
}

/// "McKay", "O’Neill", "DiCaprio": names with a capital inside, unlike brands.
fn has_name_prefix(word: &str) -> bool {
    ["Mc", "Mac", "O'", "O’", "D'", "D’", "De", "Di", "Da", "Le", "La", "Van"].iter().any(|prefix| word.starts_with(prefix))
}

/// A given name that is hardly anything else, where it stands.
pub(super) fn is_sure_given(text: &Text<'_>, at: usize) -> bool {
    text.is(at, Flags::GIVEN)
        && (value(text, at) == class::GIVEN_SURE || !text.is(at, Flags::COMMON | Flags::PLACE))
        && !is_month(text, at)
        && !is_sum(text, at)
}

/// "30 Mark": a unit behind its figure.
fn is_sum(text: &Text<'_>, at: usize) -> bool {
    at > 0 && text.tokens[at - 1].class == Class::Number && (text.is(at, Flags::UNIT) || text.says(at, "Mark"))
}

/// A given name that is a month here ("im August", "3. Mai"); "Jan" and "August" before a surname are names.
pub(super) fn is_month(text: &Text<'_>, at: usize) -> bool {
    let dated = |n: usize| {
        matches!(text.tokens[n].class, Class::Number | Class::Stop)
            || text.is(n, Flags::CONTRACTION)
            || matches!(text.word(n), "bis" | "seit" | "ab" | "Ab" | "Ende" | "Anfang" | "Mitte" | "Seit")
    };
    text.is(at, Flags::MONTH) && (at > 0 && dated(at - 1) || text.is(at + 1, Flags::COMPOUND) && !has_surname_tail(text.word(at + 1)))
}

/// The unit that ends right before a token.
pub(super) fn unit_before(text: &Text<'_>, end: usize) -> Option<TokenSpan> {
    let tokens = &text.tokens;
    let mut start = end.checked_sub(1).filter(|&at| tokens[at].is_capital())?;
    while start >= 2
        && end - start < 8
        && tokens[start].is_glued()
        && tokens[start - 1].class == Class::Hyphen
        && tokens[start - 1].is_glued()
        && tokens[start - 2].class == Class::Word
    {
        start -= 2;
    }
    Some(TokenSpan::new(start, end))
}

/// Whether a line break before a token only wraps a line of running text.
pub(super) fn wraps(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else { return false };
    match token.gap {
        Gap::None | Gap::Space => true,
        Gap::Blank => false,
        Gap::Line => {
            let line = (at.saturating_sub(40)..at).rev().find(|&n| text.tokens[n].gap >= Gap::Line).unwrap_or(at.saturating_sub(40));
            text.tokens[at - 1].span.end() - text.tokens[line].span.start() >= 45
        }
    }
}
