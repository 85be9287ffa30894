//! How the words of a name fall into given names, particles and surname, and how sure they make it.

use super::evidence::determined;
use super::name::{OTHER_HEAD, Unit, has_surname_tail, is_month, unit, value, wraps};
use crate::lexicon::{Flags, class};
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::span::TokenSpan;

/// Most parts a name is followed over; more are a list, not a name.
const LONGEST_NAME: usize = 6;

/// A name's parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Parts {
    /// Given names and initials; empty for none.
    pub given: TokenSpan,
    /// Particles and surname; empty for none.
    pub surname: TokenSpan,
    /// How sure the words alone make it.
    pub sure: Sure,
}

impl Parts {
    pub(super) fn end(&self) -> usize {
        self.given.end().max(self.surname.end())
    }
}

/// How much a name's own words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// Only strong evidence beside it makes it a name.
    No,
    /// Some evidence beside it.
    Half,
    /// A name wherever it stands.
    Yes,
}

/// An initial ("J.", "Ph." beside other initials): the token after it.
fn initial(text: &Text<'_>, at: usize) -> Option<usize> {
    let token = text.tokens.get(at).filter(|t| t.is_capital())?;
    let stop = text.tokens.get(at + 1).filter(|t| t.class == Class::Stop && t.is_glued())?;
    debug_assert!(stop.span.start() >= token.span.end());
    let letters = text.word(at).chars().count();
    let short = letters == 1 || letters <= 3 && matches!(text.word(at), "Ph" | "Th" | "Chr" | "Fr" | "Joh" | "Wilh" | "Ch");
    // the second half of "i. R.", "a. D.", "e. V.", "z. B." is none
    let tail = at >= 2 && text.tokens[at - 1].class == Class::Stop && text.tokens[at - 2].is_lower() && text.word(at - 2).chars().count() == 1;
    (short && !tail).then_some(at + 2)
}

/// A nickname in quotation marks between given name and surname: the token after it.
fn nickname(text: &Text<'_>, at: usize) -> Option<usize> {
    let quote = |n: usize| text.tokens.get(n).is_some_and(|t| t.class == Class::Quote);
    let inner = unit(text, at + 1).filter(|u| quote(at) && u.span.len() == 1 && !u.blocked)?;
    let end = inner.span.end();
    (quote(end) && text.tokens[end].is_glued() && unit(text, end + 1).is_some_and(|u| !u.blocked && !u.noun)).then_some(end + 1)
}

/// Particles of a surname, and titles of nobility inside a name: the token after them.
fn particles(text: &Text<'_>, start: usize) -> usize {
    let mut at = start;
    let noble = value(text, at) == class::NOBLE && text.is(at, Flags::TITLE) && text.tokens[at].is_capital();
    // "Graf von Muster", but "Petra Herzog vom Vorstand"
    let named = |n: usize| unit(text, n).is_some_and(|u| !u.blocked) || text.is(n, Flags::NAME_PARTICLE) && text.tokens[n].is_lower();
    if noble
        && (text.is(at + 1, Flags::NAME_PARTICLE) && named(at + 2) || unit(text, at + 1).is_some_and(|u| !u.blocked && text.tokens[at + 1].gap == Gap::Space))
    {
        at += 1;
    }
    let first = at;
    while at - first < 4 {
        let word = text.word(at);
        let opens = matches!(
            word,
            "von"
                | "vom"
                | "van"
                | "vander"
                | "de"
                | "zu"
                | "zur"
                | "zum"
                | "ten"
                | "ter"
                | "di"
                | "da"
                | "del"
                | "della"
                | "dello"
                | "den"
                | "du"
                | "dos"
                | "das"
                | "la"
                | "le"
                | "el"
                | "al"
                | "bin"
                | "ben"
                | "ibn"
                | "af"
                | "av"
                | "op"
                | "Van"
                | "De"
                | "Di"
                | "Da"
                | "Del"
                | "La"
                | "Le"
                | "El"
                | "Al"
                | "Ben"
                | "Mac"
        );
        let follows = at > first && matches!(word, "der" | "dem" | "den" | "und" | "zu" | "de" | "la" | "las" | "los" | "'t" | "het");
        if !(opens || follows) || !wraps(text, at) {
            break;
        }
        at += 1;
        // "al-Sadat", "El-Sayed"
        if text.tokens.get(at).is_some_and(|t| t.class == Class::Hyphen && t.is_glued())
            && text.tokens.get(at + 1).is_some_and(|t| t.is_glued() && t.is_capital())
        {
            at += 1;
        }
    }
    at
}

/// "XVI", "II": the number of a pope or king.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() <= 5 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// The name that starts at a token, as far as its words look like one. `strong`: a title, role or form of address stands before it.
pub(super) fn parts(text: &Text<'_>, start: usize, strong: bool) -> Option<Parts> {
    let none = |at: usize| TokenSpan::new(at, at);
    let mut at = start;
    let mut sure_given = false;
    let mut listed = 0;
    let mut initials = 0;
    let mut last_unit = None;
    for _ in 0..LONGEST_NAME {
        if at > start && !wraps(text, at) {
            break;
        }
        if let Some(next) = initial(text, at) {
            initials += 1;
            at = next;
            last_unit = None;
            continue;
        }
        if let Some(next) = nickname(text, at).filter(|_| listed > 0) {
            at = next;
            break;
        }
        let Some(unit) = unit(text, at).filter(|u| u.given && !u.blocked) else { break };
        // "Otto Hahn": a word that is a given name too is the surname when nothing that can be one follows
        listed += 1;
        sure_given |= unit.sure_given && !(text.starts_sentence(at) && text.is(at, Flags::WORD));
        last_unit = Some(unit);
        at = unit.span.end();
        // a genitive ends the name
        if unit.span.len() == 1 && text.tokens.get(at).is_some_and(|t| t.class == Class::Quote && t.is_glued()) {
            break;
        }
    }
    if listed == 0 && initials == 0 {
        return unlisted(text, start, strong);
    }
    let given_end = at;
    // the number of a ruler, the initial of a surname kept back
    if listed > 0
        && text.tokens.get(at).is_some_and(|t| t.is_capital() && t.gap == Gap::Space)
        && text.tokens.get(at + 1).is_some_and(|t| t.class == Class::Stop && t.is_glued())
    {
        let word = text.word(at);
        if is_roman(word) && strong {
            return Some(Parts { given: TokenSpan::new(start, at + 2), surname: none(at + 2), sure: Sure::Yes });
        }
    }
    let surname_start = at;
    let after_particles = particles(text, at);
    let next = unit(text, after_particles).filter(|_| after_particles == start || wraps(text, after_particles));
    let fits = next.filter(|u| {
        let particle = after_particles > surname_start;
        // "Anna Schlosser", "Anna Holzschneider", "Petra Rosenberg": no role, no hill stands between a given name and nothing
        let token = &text.tokens[u.span.start()];
        let role = token.is(Flags::ROLE_MALE) && !token.is(Flags::ROLE_FEMALE) && (!token.is(Flags::COMPOUND) || token.is(Flags::SINGULAR));
        let word = text.word(u.span.start());
        let goes_on = text.tokens.get(u.span.end()).is_some_and(|t| t.is_capital() && t.gap == Gap::Space);
        let thing = value(text, u.span.start()) == class::NAME_HEAD
            && !token.is(OTHER_HEAD)
            && (word.len() > 6 && has_surname_tail(word) || !goes_on && !determined(text, start));
        let thing = thing || token.is(Flags::TITLE) && value(text, u.span.start()) == class::NOBLE && !goes_on;
        if u.blocked && u.span.len() == 1 && (role || thing) && !particle && token.gap == Gap::Space && sure_given {
            return true;
        }
        if u.blocked || initials > 0 && listed == 0 && text.tokens[u.span.start()].shape == Shape::Upper && !u.surname {
            return false;
        }
        if u.surname {
            return !(u.noun && particle);
        }
        if token.shape == Shape::Upper && token.span.len() < 4 {
            return false;
        }
        let plain_noun = u.noun;
        let dutch = particle && matches!(text.word(surname_start), "van" | "de" | "ten" | "ter" | "op");
        if particle { !plain_noun || dutch } else { !plain_noun || strong || sure_given && !text.is(u.span.start(), Flags::ADJECTIVE) && listed > 0 }
    });
    if let Some(mut surname) = fits {
        let whole = |u: Unit| TokenSpan::new(surname_start, u.span.end());
        // a second surname ("García Márquez")
        let second = unit(text, surname.span.end()).filter(|u| {
            text.tokens[u.span.start()].gap == Gap::Space
                && !u.blocked
                && (u.sure_surname && !u.given || u.unknown)
                && text.tokens[u.span.start()].shape == Shape::Capital
        });
        if let Some(second) = second.filter(|_| listed > 0 && surname.surname || initials == 0 && surname.unknown) {
            surname = second;
        }
        let sure = if initials > 0 && listed == 0 {
            if initials > 1 && (surname.surname || surname.unknown) {
                Sure::Yes
            } else if surname.surname || surname.unknown {
                Sure::Half
            } else {
                Sure::No
            }
        } else if sure_given && (initials > 0 || !surname.noun || surname.surname) {
            Sure::Yes
        } else if sure_given {
            Sure::Half
        } else if surname.sure_surname || surname.surname && listed > 1 {
            Sure::Yes
        } else if surname.surname || surname.unknown {
            Sure::Half
        } else {
            Sure::No
        };
        return Some(Parts { given: TokenSpan::new(start, given_end), surname: whole(surname), sure });
    }
    // no surname behind: the last given name is one, or it is a given name alone
    if listed > 1 && initials == 0 {
        let unit = last_unit?;
        let split = unit.span.start();
        let sure = if sure_given && !is_month(text, split) && (unit.surname || unit.sure_given) { Sure::Yes } else { Sure::No };
        return Some(Parts { given: TokenSpan::new(start, split), surname: TokenSpan::new(split, given_end), sure });
    }
    if listed == 0 {
        return None;
    }
    let unit = last_unit.filter(|u| u.span.end() == given_end);
    // "Nelda W."
    let Some(unit) = unit else {
        let first = self::unit(text, start)?;
        let surname = TokenSpan::new(first.span.end(), given_end);
        return Some(Parts { given: first.span, surname, sure: if sure_given && initials == 1 { Sure::Half } else { Sure::No } });
    };
    if unit.surname && !unit.sure_given || initials > 0 {
        return Some(Parts {
            given: TokenSpan::new(start, unit.span.start()),
            surname: TokenSpan::new(unit.span.start(), given_end),
            sure: if initials > 0 { Sure::Half } else { Sure::No },
        });
    }
    Some(Parts { given: unit.span, surname: none(given_end), sure: Sure::No })
}

/// "Haugland": it ends like a noun, but what stands before that is no word.
fn ends_by_chance(text: &Text<'_>, unit: TokenSpan) -> bool {
    unit.len() == 1 && text.is(unit.start(), Flags::COMPOUND) && !text.is(unit.start(), OTHER_HEAD) && !text.lexicon.is_plain_compound(text.word(unit.start()))
}

/// A name whose first word is in no list of given names: a surname alone, or a foreign name.
fn unlisted(text: &Text<'_>, start: usize, strong: bool) -> Option<Parts> {
    let after = particles(text, start);
    let first = unit(text, after).filter(|u| !u.blocked)?;
    let capital = |u: &Unit| text.tokens[u.span.start()].shape != Shape::Upper || u.span.len() > 1 || u.surname;
    let none = |at: usize| TokenSpan::new(at, at);
    let alone = Parts { given: none(start), surname: TokenSpan::new(start, first.span.end()), sure: Sure::No };
    if first.noun && !first.surname || !capital(&first) {
        return (strong && after == start && first.span.len() == 1 && capital(&first)).then_some(alone);
    }
    if after > start {
        return Some(alone);
    }
    // two or three unlisted words in a row: given name and surname of a language the lists do not cover
    let at = first.span.end();
    if first.sure_surname && !strong || !wraps(text, at) {
        return Some(alone);
    }
    let middle = initial(text, at).unwrap_or(at);
    let past = particles(text, middle);
    let second = unit(text, past).filter(|u| wraps(text, past) && !u.blocked && (u.surname || !u.noun) && capital(u));
    let Some(second) = second else { return Some(alone) };
    // "der Stadtschreiber von Stettin", "Leeraner Bürger"
    let plain = |u: &Unit| text.is(u.span.start(), Flags::NOUN) && !text.is(u.span.start(), Flags::COMPOUND);
    let placed = past > middle && text.is(second.span.start(), Flags::PLACE);
    let adjective = text.word(first.span.start()).len() > 5 && text.word(first.span.start()).ends_with("er");
    if placed || !strong && plain(&second) {
        return Some(alone);
    }
    let is_word = |u: &Unit| text.is(u.span.start(), Flags::WORD | Flags::ADJECTIVE) && !u.surname;
    if is_word(&first) || is_word(&second) {
        return Some(alone);
    }
    let sure = if first.unknown && second.sure_surname && !adjective {
        Sure::Yes
    } else if first.unknown && (second.unknown || second.surname || ends_by_chance(text, second.span)) {
        Sure::Half
    } else {
        Sure::No
    };
    let mut end = second.span.end();
    let mut split = middle;
    if let Some(third) = unit(text, end).filter(|u| text.tokens[end].gap == Gap::Space && !u.blocked && u.unknown && second.unknown && capital(u)) {
        split = end;
        end = third.span.end();
    }
    Some(Parts { given: TokenSpan::new(start, split), surname: TokenSpan::new(split, end), sure })
}
