//! Dates and datelines ("Mannheim, 2. Mai 2013 –", "Kiel (ots) -").

use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::span::TokenSpan;
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

/// A date that starts at a token: the token behind it, and the day ("2. Mai 2013", "02.05.13", "2013-05-02"; "im Mai 2013"
/// has none). Dates without a year are none.
fn date(text: &Text<'_>, start: usize, end: usize) -> Option<(usize, Option<Date>)> {
    let token = |at: usize| (at < end).then(|| &text.tokens[at]);
    let number = |at: usize| token(at).filter(|t| t.class == Class::Number).and_then(|_| text.word(at).parse::<u32>().ok());
    let is = |at: usize, class: Class| token(at).is_some_and(|t| t.class == class);
    let month = |at: usize| token(at).filter(|t| t.is(Flags::MONTH)).map(|t| u32::from(text.lexicon.word(t.word).value));
    let full_year = |at: usize| number(at).filter(|year| (1900..2100).contains(year));
    let first = token(start)?;
    if start > 0 && is(start - 1, Class::Number) && first.gap == Gap::None {
        return None;
    }
    if first.class == Class::Number {
        let word = text.word(start);
        let mut parts = word.split('.');
        if let (Some(day), Some(month), Some(year), None) = (parts.next(), parts.next(), parts.next(), parts.next()) {
            let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
            return (year.len() != 3).then_some((start + 1, Some(date)));
        }
        let day = number(start);
        // "2. Mai 2013", "2 Mai 2013", "2. Okt. 2013"
        let mut at = start + 1 + usize::from(is(start + 1, Class::Stop));
        if let (Some(day), Some(month)) = (day, month(at)) {
            at += 1;
            at += usize::from(is(at, Class::Stop) && text.word(at) == ".");
            let year = full_year(at)?;
            return Date::new(year, month, day).map(|date| (at + 1, Some(date)));
        }
        // "2. 5. 2013"
        if let (Some(day), true, Some(month), true) = (day, is(start + 1, Class::Stop), number(start + 2), is(start + 3, Class::Stop)) {
            let year = number(start + 4)?;
            return Date::new(year, month, day).map(|date| (start + 5, Some(date)));
        }
        // "2.5. 2013"
        if let (Some((day, month)), true) = (word.split_once('.'), is(start + 1, Class::Stop)) {
            let year = full_year(start + 2)?;
            return Date::new(year, month.parse().ok()?, day.parse().ok()?).map(|date| (start + 3, Some(date)));
        }
        // "2013-05-02"
        if let (Some(year), true, Some(month), true) = (full_year(start), is(start + 1, Class::Hyphen), number(start + 2), is(start + 3, Class::Hyphen)) {
            return Date::new(year, month, number(start + 4)?).map(|date| (start + 5, Some(date)));
        }
        return None;
    }
    if month(start).is_some() {
        full_year(start + 1)?;
        return Some((start + 2, None));
    }
    None
}

/// The date with what may stand before it ("den", "am Montag, dem", "im").
fn introduced_date(text: &Text<'_>, start: usize, end: usize) -> Option<(usize, Option<Date>)> {
    for at in start..start + 5 {
        if let Some(found) = date(text, at, end) {
            return Some(found);
        }
        let token = text.tokens.get(at).filter(|_| at < end)?;
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
    let class = |at: usize| (at < end).then(|| text.tokens[at].class);
    let bracketed = class(block.start()) == Some(Class::Open);
    let start = block.start() + usize::from(bracketed);
    let (mut at, place) = match place(text, start, end) {
        Some(behind) => (behind, Some(TokenSpan::new(start, behind))),
        None => (start, None),
    };
    let mut agency = false;
    if place.is_some() && class(at) == Some(Class::Open) && !bracketed {
        // "(ots)", "(OTS/AB)", "(lk)"
        let close = (at + 1..(at + 8).min(end)).find(|&close| text.tokens[close].class == Class::Close)?;
        if !is_agency(text, at + 1, close) {
            return None;
        }
        agency = true;
        at = close + 1;
    }
    let mut day = None;
    let mut dated = false;
    let comma = class(at) == Some(Class::Comma);
    if place.is_none() || comma || agency {
        let from = at + usize::from(comma);
        if let Some((behind, date)) = introduced_date(text, from, end) {
            (at, day, dated) = (behind, date, true);
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
        if let Some(close) = (at + 1..(at + 6).min(end)).find(|&close| text.tokens[close].class == Class::Close) {
            at = close + 1;
        }
    }
    let mark = at;
    let mut lines = 0;
    while at < end && lines < 3 {
        let token = &text.tokens[at];
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
    let separated = at > mark;
    let sure = dated || agency;
    let whole = at == end;
    if !(separated || bracketed || whole && sure || dated && day.is_some()) {
        return None;
    }
    if !sure && !bare_place(text, place?, mark, at, end) {
        return None;
    }
    // "Berlin, 2. Mai 2013 wurde …" is a sentence
    if !whole && text.tokens[at].is_lower() && !text.tokens[at].flags.is_empty() && !separated && !bracketed {
        return None;
    }
    Some(Dateline { end: at, date: day, place, sure })
}

/// The mark of an agency or a desk in brackets: short, in lower case, or an agency's name in capitals before a dash.
fn is_agency(text: &Text<'_>, start: usize, close: usize) -> bool {
    let short = (start..close).all(|at| match text.tokens[at].class {
        Class::Word => text.tokens[at].span.len() <= 8,
        class => matches!(class, Class::Slash | Class::Hyphen | Class::Comma | Class::Stop),
    });
    let lower = (start..close).all(|at| !text.tokens[at].is_capital());
    let behind = text.tokens.get(close + 1).map(|next| next.class);
    let dashed = matches!(behind, Some(Class::Dash | Class::Hyphen | Class::Colon));
    let agency = matches!(text.word(start), "OTS" | "ots" | "APA" | "DPA" | "dpa" | "SDA" | "AFP" | "EPD" | "KNA" | "DDP");
    start < close && short && (lower || dashed || agency)
}

/// A place and nothing more before a stop or dash ("Ulm. Wer …", "OLDENBURG – Die …").
fn bare_place(text: &Text<'_>, place: TokenSpan, mark: usize, at: usize, end: usize) -> bool {
    let Some(next) = text.tokens.get(at).filter(|_| at < end) else { return false };
    let opens = next.is_capital() || matches!(next.class, Class::Quote | Class::Number | Class::Open);
    let stop = matches!(text.tokens[mark].class, Class::Stop | Class::Dash | Class::Colon)
        || text.tokens[mark].class == Class::Hyphen && text.tokens[mark].gap != Gap::None;
    let dash = matches!(text.tokens[mark].class, Class::Dash | Class::Hyphen);
    let colon = text.tokens[mark].class == Class::Colon;
    let first = &text.tokens[place.start()];
    let last = &text.tokens[place.end() - 1];
    let known = place.range().any(|at| text.tokens[at].is(Flags::PLACE));
    let shouted = place.range().all(|at| text.tokens[at].shape == Shape::Upper || text.tokens[at].class != Class::Word) && first.span.len() > 3;
    let single = &text.tokens[place.end() - 1];
    let built = words::sounds_like_place(text.word(place.end() - 1)) && (single.flags.is_empty() || single.is(Flags::COMPOUND));
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
    let token = |at: usize| (at < end).then(|| &text.tokens[at]);
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
        let abbreviated = behind > at && text.tokens[behind - 1].class == Class::Stop;
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
    for at in span.range() {
        let token = &text.tokens[at];
        if token.gap != Gap::None && at > span.start() {
            name.push(' ');
        }
        let word = text.word(at);
        if token.shape == Shape::Upper && token.span.len() > 3 {
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
