//! Lines that are no running text, however full they look: rows of tables and lists, the lines of an address.

use super::breaks::ends_parting;
use super::item::counts_on;
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::TokenSpan;
use crate::text::words::{self, Opening};
use std::ops::RangeInclusive;

/// Longest look back for a verb, in tokens.
const PHRASE: usize = 60;

/// Whether the next line begins a record of its own: `block` is what runs up to the break, `above` its last line.
pub(super) fn parts(text: &Text<'_>, block: TokenSpan, above: TokenSpan, next: TokenSpan) -> bool {
    if counts_on(text, block, next) || is_row(text, above) && is_row(text, next) && !ends_parting(text, above) {
        return true;
    }
    let last = text.at(above.end() - 1);
    let announced = last.class == Class::Colon && text.at(next.start()).class == Class::Address;
    let goes_on = announced || matches!(last.class, Class::Comma | Class::Hyphen) || ends_parting(text, above) || last.is_lower() || has_verb(text, block);
    let reached = || last.class == Class::Address && text.at(next.start()).is_capital();
    // "Landrat⏎Jan Ott"
    let named = || !last.is(Flags::ROLE | Flags::TITLE) && is_person(text, next);
    !goes_on && (is_alike(text, block, next) || opens_address(text, next) || named() || reached() || names_house(text, block, next))
}

/// A finite verb in lower case, not in a quoted title.
fn has_verb(text: &Text<'_>, block: TokenSpan) -> bool {
    let mut quoted = false;
    (block.start().max(block.end().saturating_sub(PHRASE))..block.end()).any(|at| {
        quoted ^= text.at(at).class == Class::Quote;
        !quoted && is_verb(text, at)
    })
}

/// A finite verb in lower case that is hardly anything else.
pub(super) fn is_verb(text: &Text<'_>, at: usize) -> bool {
    let token = text.at(at);
    token.is_lower() && token.is(Flags::FINITE) && !token.is(Flags::ADJECTIVE | Flags::PREPOSITION | Flags::ARTICLE | Flags::CONJUNCTION)
}

/// A row of a table: its cells stand apart by bars, tabs or wide spaces.
pub(super) fn is_row(text: &Text<'_>, line: TokenSpan) -> bool {
    let bars = line.range().filter(|&at| text.says(at, "|")).count();
    bars > 0 || text.slice(line).contains('\t') || text.slice(line).contains("   ")
}

/// Both begin with a quotation or with a label before a colon ("Los-Nummer: …", "So, 3. Mai, 10 Uhr: …"), or both end with a
/// quotation or bracket ("Film A (Studio Nord)").
fn is_alike(text: &Text<'_>, block: TokenSpan, next: TokenSpan) -> bool {
    let class = |at: usize| text.at(at).class;
    let quoted = |line: TokenSpan| class(line.start()) == Class::Quote;
    let closed = |line: TokenSpan, with: Class| class(line.end() - 1) == with && text.at(line.start()).class == Class::Word;
    let titled = |with: Class| closed(block, with) && closed(next, with);
    quoted(block) && quoted(next) || titled(Class::Quote) || titled(Class::Close) || is_labelled(text, block) && is_labelled(text, next)
}

/// A few words without a verb and a colon, then more.
fn is_labelled(text: &Text<'_>, line: TokenSpan) -> bool {
    const LABEL: usize = 14;
    let class = |at: usize| text.at(at).class;
    let colon = line.range().skip(1).take(LABEL).find(|&at| class(at) == Class::Colon && at + 1 < line.end() && text.at(at + 1).gap != Gap::None);
    colon.is_some_and(|colon| {
        let label = line.start()..colon;
        let brackets = label.clone().fold(0_i32, |depth, at| depth + i32::from(class(at) == Class::Open) - i32::from(class(at) == Class::Close));
        let sentence = |at: usize| is_verb(text, at) || class(at) == Class::Stop && class(at - 1) == Class::Word && text.at(at + 1).gap != Gap::None;
        text.at(line.start()).is_capital() && brackets == 0 && !label.clone().skip(1).any(sentence)
    })
}

/// The name of a house below that of a person in charge of the text ("V. i. S. d. P.: …").
fn names_house(text: &Text<'_>, block: TokenSpan, next: TokenSpan) -> bool {
    let contact = || words::opening(text, block).is_some_and(|(opening, _)| matches!(opening, Opening::Contact | Opening::ContactLine));
    let headed = text.is(next.start(), Flags::ORGANISATION_HEAD) && text.get(next.start() + 1).is_some_and(|second| second.class == Class::Word);
    headed && text.at(block.end() - 1).is_capital() && contact()
}

/// A mail or web address, a telephone number behind its word, a street with its number, a postcode with its place.
fn opens_address(text: &Text<'_>, line: TokenSpan) -> bool {
    let class = |n: usize| (line.start() + n < line.end()).then(|| text.at(line.start() + n).class);
    let first = text.at(line.start());
    let number = |n: usize, lengths: RangeInclusive<usize>| {
        let figures = || text.word(line.start() + n);
        class(n) == Some(Class::Number) && lengths.contains(&figures().len()) && figures().bytes().all(|figure| figure.is_ascii_digit())
    };
    let ends = |n: usize| matches!(class(n), None | Some(Class::Comma | Class::Symbol | Class::Dash | Class::Slash));
    let street = || {
        first.is_capital()
            && (1..4).any(|n| {
                number(n, 1..=3)
                    && (1..n).all(|at| matches!(class(at), Some(Class::Stop | Class::Hyphen | Class::Word)))
                    && ends(n + 1)
                    && !number(n + 2, 1..=3)
            })
    };
    let place = || number(0, 4..=5) && line.start() + 1 < line.end() && text.at(line.start() + 1).is_capital() && (ends(2) || ends(3));
    let phone = || {
        words::opening(text, line)
            .is_some_and(|(opening, behind)| opening == Opening::ContactLine && (behind..line.end()).take(4).any(|at| text.at(at).class == Class::Number))
    };
    first.class == Class::Address || first.gap >= Gap::Line && (street() || place() || phone())
}

/// The name of a person and nothing more.
fn is_person(text: &Text<'_>, line: TokenSpan) -> bool {
    const LONGEST: usize = 7;
    let given = line.range().find(|&at| !text.is(at, Flags::TITLE) && text.at(at).class != Class::Stop);
    let named = |at: usize| text.at(at).is_capital() || matches!(text.at(at).class, Class::Stop | Class::Hyphen | Class::Comma);
    let whole = line.len() <= LONGEST && line.range().all(named) && text.at(line.end() - 1).class == Class::Word;
    whole && given.is_some_and(|at| text.is(at, Flags::GIVEN))
}
