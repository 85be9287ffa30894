//! Blocks → sentences.
//!
//! Every full stop, exclamation mark, question mark and ellipsis is a candidate, decided once from the tokens around it: what
//! the word before it can be, and how clearly the next token opens a sentence. Colons and semicolons never end one.

use super::scan::{Class, Gap, Shape};
use super::span::TokenSpan;
use super::words;
use super::{Sentence, Text};
use crate::lexicon::Flags;

/// Cuts every block into sentences.
pub fn split(text: &Text<'_>) -> Vec<Sentence> {
    let splitter = Splitter { text, marks: Marks::new(text) };
    let mut found = Vec::with_capacity(text.tokens.len() / 16 + text.sections.len());
    let mut end = 0;
    for (section, block) in text.sections.iter().enumerate() {
        if block.tokens.is_empty() || block.tokens.start() < end {
            continue; // a dateline inside the body before it
        }
        end = block.tokens.end();
        let inside = text.sections.get(section + 1).filter(|next| next.tokens.start() < end);
        let from = inside.map_or(block.tokens.start(), |dateline| dateline.tokens.end());
        splitter.block(block.tokens, from, |tokens| found.push(Sentence { tokens, section }));
    }
    found
}

/// How the next token looks as the first of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Opener {
    /// It cannot be: lower case, comma, closing mark.
    No,
    /// A noun, a name, a number: as well in the middle of a sentence.
    Capital,
    /// A noun with its finite auxiliary: hardly ever the rest of a name.
    Subject,
    /// A capitalised article, pronoun, preposition …, or a quotation.
    Clear,
}

/// Which tokens are marks of paired quotations.
struct Marks(Vec<u8>);

const OPENS: u8 = 1;
const CLOSES: u8 = 2;
const TITLE: u8 = 4;
const NESTED: u8 = 8;

/// Longest quotation that can be a title with stops inside, in tokens.
const TITLE_LENGTH: usize = 14;

impl Marks {
    fn new(text: &Text<'_>) -> Self {
        let mut marks = vec![0; text.tokens.len()];
        for quotation in &text.quotations {
            let span = quotation.tokens;
            if quotation.opened {
                marks[span.start()] |= OPENS;
            }
            if quotation.closed {
                marks[span.end() - 1] |= if quotation.depth > 0 { CLOSES | NESTED } else { CLOSES };
            }
            if quotation.opened && quotation.closed && span.len() <= TITLE_LENGTH && is_title(text, span) {
                marks[span.range()].iter_mut().for_each(|mark| *mark |= TITLE);
            }
        }
        Marks(marks)
    }

    fn has(&self, at: usize, what: u8) -> bool {
        self.0.get(at).is_some_and(|mark| mark & what != 0)
    }
}

/// A short quotation woven into its sentence: behind "Film", "Thema" or an article, or running on in lower case without a verb
/// of saying ("„Ja. Nein.“ von …").
fn is_title(text: &Text<'_>, span: TokenSpan) -> bool {
    let before = span.start().checked_sub(1).map(|at| text.at(at));
    let first = text.at(span.start()).gap;
    let named =
        first == Gap::Space && before.is_some_and(|token| token.is(Flags::NONSPEECH_NOUN) || token.is_lower() && token.is(Flags::ARTICLE | Flags::PREPOSITION));
    let runs_on = text.get(span.end()).is_some_and(|next| {
        next.gap == Gap::Space && next.is_lower() && !next.is(Flags::CUE) && (next.is(Flags::PREPOSITION) || named && next.is(Flags::WORD))
    });
    runs_on || named
}

struct Splitter<'s, 't> {
    text: &'s Text<'t>,
    marks: Marks,
}

impl Splitter<'_, '_> {
    /// Emits the sentences of a block; no boundary lies before token `from`.
    fn block(&self, block: TokenSpan, from: usize, mut emit: impl FnMut(TokenSpan)) {
        let mut start = block.start();
        let mut at = from;
        while at < block.end() {
            if matches!(self.text.at(at).class, Class::Stop | Class::Final) {
                let next = self.behind(at, block.end());
                if next >= block.end() {
                    break;
                }
                if self.ends(start, at, next, block.end()) {
                    emit(TokenSpan::new(start, next));
                    start = next;
                }
                at = next.max(at + 1);
            } else {
                at += 1;
            }
        }
        if start < block.end() {
            emit(TokenSpan::new(start, block.end()));
        }
    }

    /// The token behind a final mark and the closing marks and brackets that belong to it.
    fn behind(&self, at: usize, end: usize) -> usize {
        let text = self.text;
        let mut next = at + 1;
        while next < end {
            let token = text.at(next);
            let belongs = match token.class {
                Class::Quote => self.marks.has(next, CLOSES) || token.gap == Gap::None && !self.marks.has(next, OPENS),
                Class::Close => token.gap == Gap::None || text.at(next - 1).class == Class::Final,
                Class::Final => true,
                _ => false,
            };
            if !belongs {
                break;
            }
            next += 1;
        }
        next
    }

    /// Whether the sentence from `start` ends with the mark at `at`, `next` being the token behind its closing marks.
    fn ends(&self, start: usize, at: usize, next: usize, end: usize) -> bool {
        let text = self.text;
        let last = next - 1;
        let closed = (at + 1..next).any(|t| text.at(t).class == Class::Quote);
        let inside = !closed || self.marks.has(next, TITLE);
        if self.marks.has(at, TITLE) && inside {
            return false;
        }
        let opener = self.opener(next, end, closed);
        if opener == Opener::No {
            return !closed && self.lower_name_follows(at, next);
        }
        if text.at(next).gap == Gap::None && !self.glued_opener(at, next) {
            return false;
        }
        if text.at(at).class == Class::Final {
            return self.final_ends(start, at, last, opener);
        }
        let Some(before) = at.checked_sub(1).filter(|&before| before >= start) else { return false };
        if text.at(at).gap != Gap::None && text.at(before).class != Class::Number && before != start {
            // " . " stands apart: a typist's full stop
            return true;
        }
        match text.at(before).class {
            Class::Number => self.number_ends(start, before, next, opener, closed),
            Class::Word => self.word_ends(start, before, next, opener, last > at),
            _ => true,
        }
    }

    fn opener(&self, next: usize, end: usize, closed: bool) -> Opener {
        let text = self.text;
        let token = text.at(next);
        match token.class {
            Class::Word if token.is_capital() => {
                if is_function_word(text, next) {
                    Opener::Clear
                } else if is_subject(text, next) {
                    Opener::Subject
                } else {
                    Opener::Capital
                }
            }
            Class::Word if token.shape == Shape::None => Opener::Capital, // other scripts
            Class::Word | Class::Comma | Class::Colon | Class::Semicolon | Class::Stop | Class::Final | Class::Slash | Class::Close => Opener::No,
            Class::Number if is_year_subject(text, next) => Opener::Subject,
            Class::Number | Class::Address => Opener::Capital,
            Class::Quote if self.marks.has(next, OPENS) => {
                let lower = text.get(next + 1).is_some_and(|t| t.is_lower() && !t.flags().is_empty());
                if lower { Opener::No } else { Opener::Clear }
            }
            Class::Quote => {
                let sticks = text.get(next + 1).is_some_and(|t| t.gap == Gap::None && (t.is_capital() || t.class == Class::Number));
                if sticks && token.gap != Gap::None { Opener::Clear } else { Opener::No }
            }
            // "“ (lacht)" goes on; "Ende. (Siehe oben.)" does not
            Class::Open if closed => Opener::No,
            Class::Open => match text.get(next + 1) {
                Some(t) if t.is_capital() || t.class == Class::Quote => Opener::Clear,
                Some(t) if t.class == Class::Number || t.class == Class::Final => Opener::Capital,
                _ => Opener::No,
            },
            // "“ – Name, Funktion"
            Class::Dash | Class::Hyphen if closed && !self.marks.has(next - 1, NESTED) => Opener::No,
            Class::Dash | Class::Hyphen => match text.get(next + 1).filter(|_| next + 1 < end) {
                Some(t) if t.is_capital() || t.class == Class::Quote || t.class == Class::Number => Opener::Capital,
                _ => Opener::No,
            },
            Class::Symbol => Opener::Capital,
        }
    }

    /// A typist's missing space: only what cannot be one word.
    fn glued_opener(&self, at: usize, next: usize) -> bool {
        let text = self.text;
        match text.at(next).class {
            Class::Quote => {
                self.marks.has(next, OPENS)
                    && at.checked_sub(1).is_some_and(|before| text.at(before).class == Class::Word && !is_abbreviation(text.at(before).flags()))
            }
            Class::Word => next - at > 1 || text.at(at).class == Class::Final && !self.text.word(at).starts_with(['…', '.']),
            _ => false,
        }
    }

    /// After an ordinary word's stop, an unknown word in lower case is a name written so ("… von nordlicht. nordlicht ist …").
    fn lower_name_follows(&self, at: usize, next: usize) -> bool {
        let text = self.text;
        let Some(before) = at.checked_sub(1).map(|before| text.at(before)) else { return false };
        let token = text.at(next);
        let name = token.is_lower()
            && token.gap != Gap::None
            && token.span.len() > 3
            && (!token.is(Flags::WORD) && !is_abbreviation(token.flags()) && text.get(next + 1).is_none_or(|after| after.class != Class::Stop)
                || text.word(next).contains(['.', ':']));
        let stopped = match before.class {
            Class::Word => !is_abbreviation(before.flags()) && before.span.len() > 1 && (!before.flags().is_empty() || text.word(at - 1) == text.word(next)),
            Class::Quote | Class::Close => text.at(at).class == Class::Stop,
            _ => false,
        };
        name && stopped
    }

    /// `!`, `?` and the ellipsis.
    fn final_ends(&self, start: usize, at: usize, last: usize, opener: Opener) -> bool {
        let text = self.text;
        let mark = text.word(at);
        if !(mark.starts_with('…') || mark.starts_with('.')) {
            // "(!)" and "(?)" comment on the word before
            return !(at > start && last > at && text.at(at - 1).class == Class::Open);
        }
        let first = at == start || at == start + 1 && matches!(text.at(start).class, Class::Quote | Class::Open);
        let left_out = at > start && text.at(at - 1).class == Class::Open;
        !first
            && !left_out
            && (opener >= Opener::Subject || opener == Opener::Capital && !text.at(last + 1).is(Flags::NOUN) || mark.len() > last - at && last > at)
    }

    /// A stop behind figures: ordinal or end.
    fn number_ends(&self, start: usize, number: usize, next: usize, opener: Opener, closed: bool) -> bool {
        let text = self.text;
        let figures = text.word(number);
        let follower = text.at(next);
        if closed {
            return true;
        }
        let plain = figures.bytes().all(|b| b.is_ascii_digit());
        if number == start {
            // "1. Die Stadt …" counts a list; "2018. Das …" hardly occurs
            return false;
        }
        let before = text.at(number - 1);
        if !plain {
            let date = figures.bytes().filter(|&b| b == b'.').count() == 1 && figures.len() <= 5 && !figures.contains([',', ':']);
            // "am 2.10. Uhr" is rare, "am 2.10. Der Eintritt" ends
            let year = follower.class == Class::Number && text.word(next).len() == 4 && text.word(next).starts_with(['1', '2']);
            let goes_on = follower.is(Flags::MONTH) || year || follower.class == Class::Number && !before.is(Flags::WORD);
            return !(date && goes_on || (opener == Opener::Capital || words::has(text, next, words::ORDERED)) && is_thousandth(text, number, next));
        }
        if follower.is(Flags::MONTH) && !follower.is(Flags::WORD) && figures.len() <= 2 {
            return false;
        }
        if before.class == Class::Hyphen && figures.len() <= 2 && before.gap == Gap::None && opener != Opener::Clear {
            // "10.-12. Klasse" against "COVID-19. Die"
            return text.get(number.wrapping_sub(2)).is_some_and(|t| t.class == Class::Word);
        }
        if figures.len() >= 4 {
            let year = figures.len() == 4 && (figures.starts_with("1") || figures.starts_with("20"));
            return year || opener == Opener::Clear || !is_before_ordinal(text, number);
        }
        if words::has(text, next, words::ORDERED) && is_before_ordinal(text, number) {
            return false; // "zum 10. Mal"
        }
        if opener == Opener::Clear {
            // "am 3. Der Eintritt": an article behind an ordinal can only be a new sentence's
            return true;
        }
        if follower.class == Class::Number {
            let counts_on = text.get(next + 1).is_some_and(|t| t.class == Class::Stop) && text.word(next).len() <= 2;
            return !(figures.len() <= 2 && (counts_on || text.word(next).len() == 4 && is_before_ordinal(text, number)));
        }
        if matches!(follower.class, Class::Symbol | Class::Dash | Class::Hyphen | Class::Open) {
            return !is_before_ordinal(text, number);
        }
        if words::has(text, number - 1, words::NUMBERED) {
            return true; // "Platz 4. Läufer …"
        }
        if is_before_ordinal(text, number) {
            return false;
        }
        if words::has(text, next, words::ORDERED) || follower.shape == Shape::Upper {
            return false;
        }
        if follower.is(Flags::GENITIVE) && !follower.is(Flags::PLURAL) && follower.is(Flags::NOUN) && before.is_lower() {
            return false; // "des dort liegenden 1. Regiments"
        }
        // "Halle 3. Publikum", "kostet 12. Kinder zahlen 5."
        figures.len() == 3 || !before.is_lower() && !before.is(Flags::ADJECTIVE) || before.is_lower() && !before.flags().is_empty()
    }

    /// A stop behind a word: abbreviation or end.
    fn word_ends(&self, start: usize, before: usize, next: usize, opener: Opener, closes: bool) -> bool {
        let text = self.text;
        let token = text.at(before);
        let word = text.word(before);
        let follower = text.at(next);
        let clear = opener == Opener::Clear;
        if closes && text.at(next - 1).class == Class::Quote {
            return true;
        }
        // the longest listed abbreviation made of spaced parts ("e. V.", "z. B.", "a. d. R.")
        if let Some(flags) = words::spaced_abbreviation(text, start, before) {
            return self.abbreviation_ends(flags, opener, follower.class);
        }
        let letters = word.chars().count();
        if letters == 1 {
            return self.letter_ends(start, before, opener);
        }
        if word.contains('.') {
            let parts_short = word.split('.').all(|part| part.chars().count() <= 2);
            if is_abbreviation(token.flags()) {
                return self.abbreviation_ends(token.flags(), opener, follower.class);
            }
            return !parts_short || opener >= Opener::Subject && follower.class != Class::Open;
        }
        if is_abbreviation(token.flags()) {
            // "so", "mag": a word that is an abbreviation as well
            if token.is_lower() && token.is(Flags::CLOSED) && !words::ends_like_abbreviation(word) && !token.is(Flags::ABBREVIATION_END) {
                return follower.class != Class::Number;
            }
            // "in der Schweiz", "der Sekt", "die EV": a noun or name whose lower-case form is an abbreviation
            let noun =
                token.shape == Shape::Capital && token.is(Flags::NOUN | Flags::PLACE | Flags::SURNAME) && !token.is(Flags::TITLE | Flags::ABBREVIATION_NUMBER);
            if noun && letters >= 5 {
                return follower.class != Class::Number;
            }
            if (noun || token.shape == Shape::Upper) && clear {
                return follower.class == Class::Word;
            }
            return self.abbreviation_ends(token.flags(), opener, follower.class);
        }
        if is_roman(word) {
            return clear && follower.class != Class::Open;
        }
        if token.shape != Shape::Upper && (token.flags().is_empty() || token.is(Flags::TITLE)) && words::ends_like_abbreviation(word) {
            return clear;
        }
        if before > start && text.at(before - 1).class == Class::Hyphen && word.ends_with("str") {
            return clear;
        }
        true
    }

    fn abbreviation_ends(&self, flags: Flags, opener: Opener, follower: Class) -> bool {
        if follower == Class::Open {
            return false; // "e. V. (ABC)"
        }
        if flags.contains(Flags::ABBREVIATION_END) {
            return opener >= Opener::Subject;
        }
        if flags.contains(Flags::ABBREVIATION_UNIT) {
            return opener == Opener::Clear && follower != Class::Number;
        }
        if flags.contains(Flags::ABBREVIATION) {
            return false;
        }
        // before a number only
        !matches!(follower, Class::Number | Class::Dash | Class::Symbol)
    }

    /// A stop behind one letter: initial, abbreviation, or "in Raum B."
    fn letter_ends(&self, start: usize, before: usize, opener: Opener) -> bool {
        let text = self.text;
        let token = text.at(before);
        if token.is_lower() {
            if before > start && text.at(before - 1).class == Class::Slash && token.is_glued() {
                return true; // "km/h"
            }
            return opener == Opener::Clear && !is_abbreviation(token.flags()) && before > start && text.at(before - 1).class == Class::Word;
        }
        let named = before > start && (text.at(before - 1).is_capital() || text.at(before - 1).class == Class::Hyphen);
        // "J. S. Bach", "Manfred T. Der …"
        named && opener == Opener::Clear
    }
}

fn is_function_word(text: &Text<'_>, at: usize) -> bool {
    let token = text.at(at);
    token.is(Flags::CLOSED) && !token.is(Flags::COMPOUND) && token.shape != Shape::Upper && text.word(at).len() > 1
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

fn is_abbreviation(flags: Flags) -> bool {
    flags.intersects(Flags::ABBREVIATION | Flags::ABBREVIATION_END | Flags::ABBREVIATION_NUMBER | Flags::ABBREVIATION_UNIT)
}

/// Whether the word before a number lets it be an ordinal: article, preposition, adjective, or another ordinal.
fn is_before_ordinal(text: &Text<'_>, number: usize) -> bool {
    let Some(before) = number.checked_sub(1).map(|at| text.at(at)) else { return false };
    match before.class {
        Class::Word => {
            before.is_lower() && before.is(Flags::ARTICLE | Flags::CONTRACTION | Flags::PREPOSITION | Flags::ADJECTIVE | Flags::CONJUNCTION)
                || before.is_lower() && before.is(Flags::PRONOUN) && !before.is(Flags::PERSONAL)
                || text.says(number - 1, "ihr") && text.get(number + 2).is_some_and(|noun| noun.is(Flags::NOUN) && noun.is(Flags::SINGULAR))
                || before.is_capital() && before.is(Flags::ARTICLE | Flags::CONTRACTION | Flags::WEEKDAY)
        }
        // "1. 2. Klasse", but "Nr. 89."
        Class::Stop => number >= 2 && text.at(number - 2).class == Class::Number,
        Class::Hyphen | Class::Dash | Class::Slash | Class::Open | Class::Quote | Class::Comma => true,
        _ => false,
    }
}

/// "ihr 1.000. Mitglied", "zum 2.500. Mal": figures with a thousands point between article or possessive and a noun in the singular.
fn is_thousandth(text: &Text<'_>, number: usize, next: usize) -> bool {
    let mut groups = text.word(number).split('.');
    let grouped = groups.next().is_some_and(|first| first.len() <= 3) && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    let Some(before) = number.checked_sub(1).map(|at| text.at(at)) else { return false };
    let determined = before.class == Class::Word
        && (before.is(Flags::ARTICLE | Flags::CONTRACTION | Flags::ADJECTIVE) || before.is(Flags::PRONOUN) && !before.is(Flags::PREPOSITION));
    let follower = text.at(next);
    grouped && determined && follower.is(Flags::NOUN) && (follower.is(Flags::SINGULAR) || !follower.is(Flags::PLURAL))
}

/// Roman numerals as they number rulers, centuries and chapters.
fn is_roman(word: &str) -> bool {
    word.len() <= 6 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

#[cfg(test)]
mod tests;
