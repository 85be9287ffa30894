//! Dates and datelines ("Mannheim, 2. Mai 2013 –", "Kiel (ots) -").

use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::span::{ByteSpan, TokenSpan};
use crate::text::words;

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let year = match year {
            0..=49 => 2000 + year,
            50..=99 => 1900 + year,
            _ => year,
        };
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u32::from(leap),
            _ => return None,
        };
        ((1900..2100).contains(&year) && (1..=days).contains(&day)).then_some(Date { year: year as u16, month: month as u8, day: day as u8 })
    }

    /// ISO 8601.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A dateline at the start of a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dateline {
    /// Token behind it.
    pub end: usize,
    /// The day, if it gives one.
    pub date: Option<Date>,
    /// The place, if it gives one.
    pub place: Option<TokenSpan>,
    /// Whether its form leaves no doubt: a date or an agency's mark, not just a place.
    pub sure: bool,
}

/// The first full date in a span.
pub fn first_in(text: &Text<'_>, span: TokenSpan) -> Option<Date> {
    span.range().find_map(|at| date(text, at, span.end()).and_then(|(_, date)| date))
}

/// Longest date, in bytes ("31. Dezembers 2013", with room for spaces).
const DATE: usize = 40;

/// A date that starts at a token: the token behind it, and the day ("2. Mai 2013", "02.05.13", "2013-05-02"; "im Mai 2013"
/// has none). Dates without a year are none.
fn date(text: &Text<'_>, start: usize, end: usize) -> Option<(usize, Option<Date>)> {
    let first = text.get(start).filter(|token| start < end && (token.class == Class::Number || token.is(Flags::MONTH)))?;
    if start > 0 && first.gap == Gap::None && text.at(start - 1).class == Class::Number {
        return None;
    }
    let from = first.span.start();
    let tokens = &text.tokens[start..end];
    let last = tokens.iter().take(DATE).take_while(|token| token.span.end() <= from + DATE).last()?;
    let piece = ByteSpan::new(from, last.span.end()).of(text.raw);
    let figures = text.lexicon.patterns.date(piece, |month| u32::from(text.lexicon.month(month)))?;
    let behind = start + tokens.iter().take_while(|token| token.span.start() < from + figures.length).count();
    match figures.day {
        Some((year, month, day)) => Date::new(year, month, day).map(|date| (behind, Some(date))),
        None if first.is(Flags::MONTH) => Some((behind, None)),
        None => None,
    }
}

/// The date with what may stand before it ("den", "am Montag, dem", "im").
fn introduced_date(text: &Text<'_>, start: usize, end: usize) -> Option<(usize, Option<Date>)> {
    for at in start..start + 5 {
        if let Some(found) = date(text, at, end) {
            return Some(found);
        }
        let token = text.get(at).filter(|_| at < end)?;
        let introduces = token.is(Flags::WEEKDAY)
            || matches!(text.word(at), "den" | "dem" | "am" | "im" | "Anfang" | "Mitte" | "Ende" | "vom" | "Stand")
            || matches!(token.class, Class::Comma | Class::Stop);
        if !introduces {
            return None;
        }
    }
    None
}

/// The dateline at the start of a block.
pub fn dateline(text: &Text<'_>, block: TokenSpan) -> Option<Dateline> {
    let end = block.end();
    let class = |at: usize| (at < end).then(|| text.at(at).class);
    let bracketed = class(block.start()) == Some(Class::Open);
    let start = block.start() + usize::from(bracketed);
    let (mut at, mut place) = match place(text, start, end) {
        Some(behind) => (behind, Some(TokenSpan::new(start, behind))),
        None => (start, None),
    };
    // "Musterstadt (Oder), 5. Juni 2015"
    if let Some(whole) = place
        && class(at) == Some(Class::Open)
        && text.get(at + 1).filter(|_| at + 1 < end).is_some_and(|inner| inner.is_capital() && inner.shape == Shape::Capital)
        && (class(at + 2), class(at + 3)) == (Some(Class::Close), Some(Class::Comma))
        && introduced_date(text, at + 4, end).is_some()
    {
        at += 3;
        place = Some(TokenSpan::new(whole.start(), at));
    }
    let mut agency = false;
    if place.is_some() && class(at) == Some(Class::Open) && !bracketed {
        // "(ots)", "(OTS/AB)", "(lk)"
        let close = (at + 1..(at + 8).min(end)).find(|&close| text.at(close).class == Class::Close)?;
        let (last, word) = (text.at(at - 1), text.word(at - 1));
        let place = last.is(Flags::PLACE) || last.flags().is_empty() || last.is(Flags::COMPOUND) && words::sounds_like_place(word);
        if !is_agency(text, at + 1, close, place) {
            return None;
        }
        agency = true;
        at = close + 1;
    }
    let mut day = None;
    let mut dated = false;
    let comma = class(at) == Some(Class::Comma);
    // "Ulm | 5. Juni 2015 |", "Ulm – 5. Juni 2015 –"
    let parted = matches!(class(at), Some(Class::Dash)) || class(at) == Some(Class::Symbol) && text.says(at, "|");
    if place.is_none() || comma || agency || parted {
        let from = at + usize::from(comma || parted);
        let found = introduced_date(text, from, end).filter(|_| !parted || date(text, from, end).is_some());
        if let Some((behind, date)) = found {
            (at, day, dated) = (behind, date, true);
        }
    }
    // "5. Juni 2015, Ulm –", "05.06.2015 / Ulm –"
    if place.is_none() && dated && matches!(class(at), Some(Class::Comma | Class::Slash)) {
        let behind = self::place(text, at + 1, end).filter(|&behind| matches!(class(behind), Some(Class::Dash | Class::Hyphen | Class::Colon | Class::Stop)));
        if let Some(behind) = behind.filter(|&behind| text.is(behind - 1, Flags::PLACE) || text.at(behind - 1).flags().is_empty()) {
            place = Some(TokenSpan::new(at + 1, behind));
            at = behind;
        }
    }
    if place.is_none() && (!dated || day.is_none()) || comma && !dated {
        return None;
    }
    if bracketed {
        if class(at) != Some(Class::Close) || !dated && !agency {
            return None;
        }
        at += 1;
    }
    if dated && class(at) == Some(Class::Open) {
        // "Trier, 3. Juli 2012 (ots)"
        if let Some(close) = (at + 1..(at + 6).min(end)).find(|&close| text.at(close).class == Class::Close) {
            at = close + 1;
        }
    }
    let mark = at;
    let mut lines = 0;
    while at < end && lines < 3 {
        let token = text.at(at);
        let separates = match token.class {
            Class::Stop | Class::Dash | Class::Colon => true,
            Class::Hyphen => true,
            Class::Symbol => matches!(text.word(at), "|" | "+" | "•" | "·" | "/"),
            Class::Slash => true,
            Class::Comma => bracketed,
            _ => false,
        };
        if !separates {
            break;
        }
        at += 1;
        lines += 1;
    }
    // "Ulm (ABC) Die …", "BAD MUSTER Große …": set apart by brackets or capitals only
    let set_apart = agency || place.is_some_and(|place| is_shouted_place(text, place, at, end));
    let separated = at > mark || set_apart;
    let sure = dated || agency;
    let whole = at == end;
    if !(separated || bracketed || whole && sure || dated && day.is_some()) {
        return None;
    }
    if !sure && !set_apart && !bare_place(text, place?, mark, at, end) {
        return None;
    }
    // "Berlin, 2. Mai 2013 wurde …" is a sentence
    if !whole && text.at(at).is_lower() && !text.at(at).flags().is_empty() && !separated && !bracketed {
        return None;
    }
    Some(Dateline { end: at, date: day, place, sure })
}

/// The mark of an agency or a desk in brackets; any other short one counts before a dash, or when a new sentence follows:
/// "Ulm (ABC) Die …", where a place may stand.
fn is_agency(text: &Text<'_>, start: usize, close: usize, place: bool) -> bool {
    if start >= close {
        return false;
    }
    if text.lexicon.patterns.is_agency(text.slice(TokenSpan::new(start, close))) {
        return true;
    }
    let word = |at: usize| text.at(at).class == Class::Word && text.at(at).span.len() <= 8;
    let short = (start..close).all(|at| word(at) || matches!(text.at(at).class, Class::Slash | Class::Hyphen | Class::Comma | Class::Stop));
    let behind = text.get(close + 1);
    let dashed = behind.is_some_and(|next| matches!(next.class, Class::Dash | Class::Hyphen | Class::Colon));
    let opens = place && close == start + 1 && text.at(start).shape == Shape::Upper && opens_sentence(text, close + 1);
    short && (dashed || opens)
}

/// A capitalised word that only starts a sentence, or an adjective that does.
fn opens_sentence(text: &Text<'_>, at: usize) -> bool {
    text.get(at).is_some_and(|next| {
        next.is_capital()
            && next.shape == Shape::Capital
            && next.is(Flags::ARTICLE | Flags::PREPOSITION | Flags::PRONOUN | Flags::PERSONAL | Flags::ADVERB | Flags::SUBJUNCTION | Flags::ADJECTIVE)
            && !next.is(Flags::SURNAME | Flags::PLACE)
    })
}

/// A known place in capitals before a word that opens a sentence.
fn is_shouted_place(text: &Text<'_>, place: TokenSpan, at: usize, end: usize) -> bool {
    let shouted = place.range().all(|at| text.at(at).class != Class::Word || text.at(at).shape == Shape::Upper);
    let first = text.word(place.start());
    let known = text.is(place.end() - 1, Flags::PLACE) || place.len() > 1 && matches!(first, "BAD" | "SANKT" | "MARKT");
    at == place.end() && at < end && shouted && known && text.slice(place).len() > 3 && opens_sentence(text, at)
}

/// A place and nothing more before a stop or dash ("Ulm. Wer …", "OLDENBURG – Die …").
fn bare_place(text: &Text<'_>, place: TokenSpan, mark: usize, at: usize, end: usize) -> bool {
    let Some(next) = text.get(at).filter(|_| at < end) else { return false };
    let opens = next.is_capital() || matches!(next.class, Class::Quote | Class::Number | Class::Open);
    let stop =
        matches!(text.at(mark).class, Class::Stop | Class::Dash | Class::Colon) || text.at(mark).class == Class::Hyphen && text.at(mark).gap != Gap::None;
    let dash = matches!(text.at(mark).class, Class::Dash | Class::Hyphen);
    let colon = text.at(mark).class == Class::Colon;
    let first = text.at(place.start());
    let last = text.at(place.end() - 1);
    let known = place.range().any(|at| text.at(at).is(Flags::PLACE));
    let shouted = place.range().all(|at| text.at(at).shape == Shape::Upper || text.at(at).class != Class::Word) && first.span.len() > 3;
    let single = text.at(place.end() - 1);
    let built = words::sounds_like_place(text.word(place.end() - 1)) && (single.flags().is_empty() || single.is(Flags::COMPOUND));
    let district = place.len() > 1
        && matches!(text.word(place.start()), "Kreis" | "Landkreis" | "Stadt" | "Region" | "Gemeinde" | "Markt" | "Bad" | "Bezirk" | "Samtgemeinde" | "Amt");
    let known = known || built || district;
    let ordinary = last.is(Flags::NOUN | Flags::WORD) && !last.is(Flags::PLACE | Flags::COMPOUND) && !built && !district
        || last.is(Flags::ROLE | Flags::WEEKDAY | Flags::MONTH) && !known
        || last.is(Flags::COMPOUND) && !known && !dash;
    opens && stop && (known && !colon || !colon && !ordinary && place.len() <= 4 || shouted && !ordinary)
}

/// The token behind a place name: up to five words in capitals, joined by particles, slashes, hyphens, and their abbreviations
/// ("Frankfurt a. M.", "Freiburg i. Br.", "Bonn/Berlin", "Rheda-Wiedenbrück").
fn place(text: &Text<'_>, start: usize, end: usize) -> Option<usize> {
    let token = |at: usize| (at < end).then(|| text.at(at));
    let mut at = start;
    let mut words = 0;
    loop {
        let word = token(at)?;
        if !word.is_capital() || words == 6 || word.is(Flags::TITLE | Flags::ROLE) && !word.is(Flags::PLACE) {
            return None;
        }
        if words == 0 && word.is(Flags::ARTICLE | Flags::PERSONAL | Flags::PREPOSITION | Flags::WEEKDAY | Flags::MONTH) && word.shape != Shape::Upper {
            return None;
        }
        words += 1;
        at += 1;
        // "St. Gallen", "Bad" needs its name anyway
        if token(at).is_some_and(|t| t.class == Class::Stop) && matches!(text.word(at - 1), "St" | "Skt" | "Dt") {
            at += 1;
            continue;
        }
        match token(at).map(|t| t.class) {
            Some(Class::Slash) => {
                at += 1;
                continue;
            }
            Some(Class::Hyphen) if token(at).is_some_and(|t| t.gap == Gap::None) && token(at + 1).is_some_and(|t| t.gap == Gap::None && t.is_capital()) => {
                at += 1;
                continue;
            }
            Some(Class::Word) => {}
            _ => return Some(at),
        }
        if token(at).is_some_and(|t| t.is_capital()) {
            if is_shouted_place(text, TokenSpan::new(start, at), at, end) {
                return Some(at);
            }
            continue;
        }
        // particles: "am Main", "an der Ruhr", "i. Br.", "a. d. Isar"
        let mut behind = at;
        for _ in 0..3 {
            if !matches!(
                text.word(behind),
                "am" | "an" | "der" | "im" | "in" | "ob" | "bei" | "auf" | "vor" | "a" | "i" | "d" | "b" | "v" | "o" | "und" | "u" | "unter"
            ) || behind >= end
            {
                break;
            }
            behind += 1;
            if token(behind).is_some_and(|t| t.class == Class::Stop && t.gap == Gap::None) {
                behind += 1;
            }
        }
        let abbreviated = behind > at && text.at(behind - 1).class == Class::Stop;
        let named = token(behind).filter(|t| behind > at && t.is_capital());
        let named = named?;
        if abbreviated && text.word(behind).chars().count() <= 2 && token(behind + 1).is_some_and(|t| t.class == Class::Stop) {
            return Some(behind + 2); // "i. Br.", "a. M."
        }
        debug_assert!(named.is_capital());
        at = behind;
    }
}

/// The place as a name: single spaces, a name in capitals as usual.
pub fn place_name(text: &Text<'_>, span: TokenSpan) -> String {
    let mut name = String::new();
    let shouted = span.range().any(|at| text.at(at).shape == Shape::Upper && text.at(at).span.len() > 3);
    for at in span.range() {
        let token = text.at(at);
        if token.gap != Gap::None && at > span.start() {
            name.push(' ');
        }
        let word = text.word(at);
        if token.shape == Shape::Upper && (shouted || token.span.len() > 3) {
            let mut chars = word.chars();
            name.extend(chars.next());
            name.extend(chars.flat_map(char::to_lowercase));
        } else {
            name.push_str(word);
        }
    }
    name
}

/// Whether a block starts with a full date ("04.02.2015 – 08:30 Uhr").
pub fn starts(text: &Text<'_>, block: TokenSpan) -> bool {
    date(text, block.start(), block.end()).is_some_and(|(_, day)| day.is_some())
}
