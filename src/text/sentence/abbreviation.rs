//! A stop behind a word: an abbreviation, an initial, a Roman numeral, or the end of a sentence.

use super::opener::Opener;
use super::{Candidate, clause};
use crate::lexicon::Flags;
use crate::text::scan::{Class, Shape};
use crate::text::token::TokenAt;
use crate::text::{Text, words};

/// A word before a stop, and what is beside it.
struct Stopped<'c, 's, 't> {
    candidate: &'c Candidate<'s, 't>,
    text: &'s Text<'t>,
    /// The word's token.
    at: usize,
    token: TokenAt<'s>,
    word: &'t str,
    letters: usize,
    follower: TokenAt<'s>,
}

/// A question asked of them: whether the sentence ends, `None` when it cannot tell.
type Decision = for<'c, 's, 't> fn(&Stopped<'c, 's, 't>) -> Option<bool>;

/// Asked in this order; the first that knows decides.
const DECISIONS: [Decision; 11] = [
    quotation_closes,
    has_listed_parts,
    is_one_letter,
    has_points,
    is_word_as_well,
    is_acronym_as_well,
    is_noun_as_well,
    is_listed_word,
    is_roman_numeral,
    is_hyphenated,
    looks_abbreviated,
];

/// Whether a sentence ends with the stop behind this word. Most words are no abbreviations.
pub(super) fn ends(candidate: &Candidate<'_, '_>, at: usize) -> bool {
    let text = candidate.text;
    let word = text.word(at);
    let letters = word.chars().count();
    let stopped = Stopped { candidate, text, at, token: text.at(at), word, letters, follower: text.at(candidate.next) };
    DECISIONS.iter().find_map(|decision| decision(&stopped)).unwrap_or(true)
}

const LISTED: Flags = Flags::ABBREVIATION.union(Flags::ABBREVIATION_END).union(Flags::ABBREVIATION_NUMBER).union(Flags::ABBREVIATION_UNIT);

/// Whether a word is a listed abbreviation.
pub(super) fn is_listed(text: &Text<'_>, at: usize) -> bool {
    text.is(at, LISTED)
}

impl Stopped<'_, '_, '_> {
    fn clear(&self) -> bool {
        self.candidate.clear()
    }
    fn before(&self) -> Option<TokenAt<'_>> {
        (self.at > self.candidate.start).then(|| self.text.at(self.at - 1))
    }
    /// Whether a sentence begins behind an abbreviation that can end one.
    fn sentence_follows(&self) -> bool {
        self.opener_or_clause(Opener::Subject)
    }

    fn opener_or_clause(&self, least: Opener) -> bool {
        if self.follower.class == Class::Open {
            return self.candidate.brackets(); // "e. V. (ABC)"
        }
        self.candidate.opener() >= least || clause::follows(self.candidate)
    }

    /// Whether a sentence ends with a listed abbreviation whose first part is at `first`.
    fn listed_ends(&self, flags: Flags, first: usize) -> bool {
        if flags.intersects(Flags::ABBREVIATION_END | Flags::ABBREVIATION_UNIT) && first == self.candidate.start {
            return false; // "P. S. Wir kommen": no sentence is an abbreviation alone
        }
        if flags.contains(Flags::ABBREVIATION_END) {
            return self.sentence_follows();
        }
        if flags.contains(Flags::ABBREVIATION_UNIT) {
            // "5 Mio. Euro"
            let counts = self.follower.class == Class::Number || self.follower.is(Flags::UNIT) && !self.clear();
            return !counts && self.opener_or_clause(Opener::Clear);
        }
        if flags.contains(Flags::ABBREVIATION) {
            return false;
        }
        // before a number only: "Nr. 5", "Art. IV", "Tel. +49"; a word of the language ("nach Landes Art. Männer …") otherwise ends
        let numbered = matches!(self.follower.class, Class::Number | Class::Dash | Class::Symbol)
            || self.follower.shape != Shape::Lower && is_roman(self.text.word(self.candidate.next));
        !numbered && (self.token.is(Flags::NOUN | Flags::WORD) || self.sentence_follows())
    }
}

/// A closing quotation mark behind the stop.
fn quotation_closes(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    let Candidate { text, at, next, .. } = *stopped.candidate;
    (next > at + 1 && text.at(next - 1).class == Class::Quote).then_some(true)
}

/// The longest listed abbreviation made of several parts: "e. V.", "z. B.", "a. d. R.", "Dipl.-Päd."
fn has_listed_parts(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    let (flags, first) = words::spaced_abbreviation(stopped.text, stopped.candidate.start, stopped.at)?;
    Some(stopped.listed_ends(flags, first))
}

/// Initial, abbreviation, or "in Raum B."
fn is_one_letter(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    let Stopped { text, ref token, letters, at, candidate, .. } = *stopped;
    if letters != 1 {
        return None;
    }
    let before = stopped.before();
    // a surname can be a function word ("A. Weil")
    let surname = stopped.follower.is(Flags::SURNAME) && !stopped.follower.is(Flags::PREPOSITION | Flags::ARTICLE | Flags::PRONOUN);
    let opened = stopped.clear() && !surname;
    if token.is_lower() {
        let fraction = before.as_ref().is_some_and(|slash| slash.class == Class::Slash && token.is_glued());
        let worded = before.is_some_and(|before| matches!(before.class, Class::Word | Class::Number));
        // "km/h"; "am Markt 3 a."
        return Some(fraction || opened && worded && (!is_listed(text, at) || text.at(at - 1).class == Class::Number));
    }
    // "48° 24′ N."
    if at > candidate.start && matches!(text.word(at - 1), "°" | "′" | "″") && matches!(stopped.word, "N" | "S" | "O" | "W" | "E") {
        return Some(opened || clause::follows(candidate));
    }
    // "J. S. Bach", but "Manfred T. Der …", "Platz A, B und C. Das …"
    let chained = before.is_some_and(|before| {
        before.is_capital()
            || matches!(before.class, Class::Hyphen | Class::Number | Class::Slash | Class::Symbol)
            || before.is_lower() && before.is(Flags::CONJUNCTION) && at >= candidate.start + 2 && text.word(at - 2).len() == 1
    });
    Some(chained && (opened || clause::follows(candidate)))
}

/// "z.B", "d.h" in one piece; names such as "ver.di" end like any word.
fn has_points(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    stopped.word.contains('.').then(|| {
        let short = stopped.word.split('.').all(|part| part.chars().count() <= 2);
        if stopped.token.is(LISTED) {
            stopped.listed_ends(stopped.token.flags(), stopped.at)
        } else {
            !short || stopped.candidate.opener() >= Opener::Subject && stopped.follower.class != Class::Open
        }
    })
}

/// "so", "mag": a word in lower case that is an abbreviation as well.
fn is_word_as_well(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    let token = &stopped.token;
    let word =
        token.is(LISTED) && token.is_lower() && token.is(Flags::CLOSED) && !words::ends_like_abbreviation(stopped.word) && !token.is(Flags::ABBREVIATION_END);
    word.then_some(stopped.follower.class != Class::Number)
}

/// "der SC. Letzter": capitals in running text are a name, even where small letters are an abbreviation.
fn is_acronym_as_well(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    let token = &stopped.token;
    let acronym = token.is(LISTED) && token.shape == Shape::Upper && !token.is(Flags::TITLE);
    (acronym && stopped.follower.shape == Shape::Capital).then_some(true)
}

/// "in der Schweiz", "der Sekt": a noun or name whose lower-case form is an abbreviation.
fn is_noun_as_well(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    let token = &stopped.token;
    if !token.is(LISTED) {
        return None;
    }
    let noun = token.shape == Shape::Capital
        && token.is(Flags::NOUN | Flags::PLACE | Flags::SURNAME | Flags::GIVEN)
        && !token.is(Flags::TITLE | Flags::ABBREVIATION_NUMBER);
    if noun && stopped.letters >= 5 {
        return Some(stopped.follower.class != Class::Number);
    }
    ((noun || token.shape == Shape::Upper) && stopped.clear()).then_some(matches!(stopped.follower.class, Class::Word | Class::Quote))
}

/// A listed abbreviation, by its class.
fn is_listed_word(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    stopped.token.is(LISTED).then(|| stopped.listed_ends(stopped.token.flags(), stopped.at))
}

/// "Friedrich II. regierte", "der II. Senat" against "unter Friedrich II. Der König".
fn is_roman_numeral(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    is_roman(stopped.word).then(|| {
        let numbered = words::has(stopped.text, stopped.at.saturating_sub(1), words::NUMBERED);
        stopped.follower.class != Class::Open && (stopped.clear() || numbered || clause::follows(stopped.candidate))
    })
}

/// Roman numerals as they number rulers, centuries and chapters.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() <= 6 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

/// "Verw.-Ang.": cut words joined by hyphens, whether listed or not; "Karl-Marx-Pl" has no stop inside.
fn is_hyphenated(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    let Stopped { text, at, candidate, .. } = *stopped;
    let joined = at >= candidate.start + 2
        && text.at(at).is_glued()
        && text.at(at - 1).class == Class::Hyphen
        && text.at(at - 1).is_glued()
        && text.at(at - 2).class == Class::Stop;
    joined.then(|| stopped.clear())
}

/// No list has it, and it looks like an abbreviation.
fn looks_abbreviated(stopped: &Stopped<'_, '_, '_>) -> Option<bool> {
    let token = &stopped.token;
    let unknown = match token.shape {
        Shape::Upper => false,
        Shape::Mixed => token.is(Flags::TITLE),
        _ => token.flags().is_empty() || token.is(Flags::TITLE),
    };
    let street = stopped.word.ends_with("str") && stopped.before().is_some_and(|hyphen| hyphen.class == Class::Hyphen);
    (street || unknown && words::ends_like_abbreviation(stopped.word)).then(|| stopped.sentence_follows())
}
