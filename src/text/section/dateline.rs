//! Datelines: "Mannheim, 2. Mai 2013 –", "Kiel (ots) -", "KÖLN/BERLIN.", "Ulm | 2. Mai 2013 |".

use super::day::{self, Day};
use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap, Shape};
use crate::text::span::TokenSpan;
use crate::text::words;

/// A dateline at the start of a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dateline {
    /// Token behind it.
    pub end: usize,
    /// The day, if it gives one.
    pub day: Option<Day>,
    /// The place, if it gives one.
    pub place: Option<TokenSpan>,
    /// Whether its form leaves no doubt: a date or an agency's mark, not just a place.
    pub sure: bool,
}

/// The dateline at the start of a block.
pub fn dateline(text: &Text<'_>, block: TokenSpan) -> Option<Dateline> {
    let mut reader = Reader { text, at: block.start(), end: block.end(), place: None, day: None, dated: false, agency: false };
    reader.skip_emphasis();
    let bracketed = reader.class() == Some(Class::Open);
    reader.at += usize::from(bracketed);
    // "(pm) Ulm – …"
    let marked = bracketed && reader.class_at(reader.at + 1) == Some(Class::Close) && text.lexicon.patterns.is_agency(text.word(reader.at));
    if marked {
        reader.at += 2;
        reader.agency = true;
    }
    // "(lifePR) (Ulm, 05.06.15) …"
    let second = marked && reader.class() == Some(Class::Open);
    reader.at += usize::from(second);
    let bracketed = bracketed && !marked || second;
    reader.place();
    let comma = reader.class() == Some(Class::Comma);
    if !reader.agency && !bracketed {
        reader.brackets()?;
    }
    reader.day(bracketed);
    let full = reader.day.is_some_and(|day| day.date().is_some());
    if reader.place.is_none() && !full || comma && !reader.dated {
        return None;
    }
    reader.close(bracketed)
}

/// What has been read of a dateline.
struct Reader<'a, 't> {
    text: &'a Text<'t>,
    at: usize,
    end: usize,
    place: Option<TokenSpan>,
    day: Option<Day>,
    /// Has a date, even one without a day ("im Mai 2013").
    dated: bool,
    agency: bool,
}

impl Reader<'_, '_> {
    fn class_at(&self, at: usize) -> Option<Class> {
        (at < self.end).then(|| self.text.at(at).class)
    }

    fn class(&self) -> Option<Class> {
        self.class_at(self.at)
    }

    /// The marks of bold and slanted print in Markdown, and plus signs.
    fn skip_emphasis(&mut self) {
        while self.class() == Some(Class::Symbol) && self.text.word(self.at).bytes().all(|byte| matches!(byte, b'*' | b'+')) {
            self.at += 1;
        }
    }

    fn place(&mut self) {
        let (text, start, end) = (self.text, self.at, self.end);
        let Some(behind) = place(text, start, end) else { return };
        self.at = behind;
        self.place = Some(TokenSpan::new(start, behind));
        let dated_behind = |comma: usize| self.class_at(comma) == Some(Class::Comma) && day::introduced(text, comma + 1, end).is_some();
        if self.class() == Some(Class::Open)
            && text.get(behind + 1).filter(|_| behind + 1 < end).is_some_and(|inner| inner.is_capital() && inner.shape == Shape::Capital)
            && self.class_at(behind + 2) == Some(Class::Close)
            && (dated_behind(behind + 3) || text.is(behind - 1, Flags::PLACE) && self.class_at(behind + 3) == Some(Class::Stop))
        {
            // "Musterstadt (Oder), 5. Juni 2015", "Frankfurt (Oder). Die …"
            self.at += 3;
        } else if self.class() == Some(Class::Comma)
            && let Some(second) = place(text, behind + 1, end).filter(|&second| second <= behind + 3 && dated_behind(second))
        {
            // "Ulm, Neu-Ulm, 5. Juni 2015"
            self.at = second;
        }
        self.place = Some(TokenSpan::new(start, self.at));
    }

    /// "(ots)", "(OTS/AB)", "(lk)", or the day; nothing when other brackets follow the place.
    fn brackets(&mut self) -> Option<()> {
        if self.place.is_none() || self.class() != Some(Class::Open) {
            return Some(());
        }
        let text = self.text;
        // "Ulm (05.06.2015) –"
        if let Some(found) = day::introduced(text, self.at + 1, self.end).filter(|found| self.class_at(found.end) == Some(Class::Close)) {
            (self.at, self.day, self.dated) = (found.end + 1, found.day, true);
            return Some(());
        }
        let close = (self.at + 1..(self.at + 12).min(self.end)).find(|&close| text.at(close).class == Class::Close)?;
        let (last, word) = (text.at(self.at - 1), text.word(self.at - 1));
        let place = last.is(Flags::PLACE) || last.flags().is_empty() || last.is(Flags::COMPOUND) && words::sounds_like_place(word);
        // "(pts003/05.06.2015/10:15)"
        let stamp = (self.at + 1..close).find_map(|at| day::at(text, at, close)).and_then(|found| found.day).filter(|day| day.date().is_some());
        if text.at(self.at + 1).class == Class::Word && stamp.is_some() {
            (self.day, self.dated) = (stamp, true);
        } else if !is_agency(text, self.at + 1, close, place) {
            return None;
        }
        self.agency = true;
        self.at = close + 1;
        Some(())
    }

    fn day(&mut self, bracketed: bool) {
        let text = self.text;
        let comma = self.class() == Some(Class::Comma);
        // "Ulm | 5. Juni 2015 |", "Ulm – 5. Juni 2015 –"; "Ulm. 5. Juni. Die …"
        if self.dated {
            return;
        }
        let parted = matches!(self.class(), Some(Class::Dash | Class::Slash)) || self.class() == Some(Class::Symbol) && text.says(self.at, "|");
        let stopped = self.class() == Some(Class::Stop) && self.place.is_some();
        if self.place.is_some() && !(comma || self.agency || parted || stopped) {
            return;
        }
        let from = self.at + usize::from(comma || parted || stopped);
        let found = if parted || stopped { day::at(text, from, self.end) } else { day::introduced(text, from, self.end) };
        let Some(found) = found else { return };
        let full = found.day.is_none_or(|day| day.date().is_some());
        // without its year it is a date only where nothing else can be meant
        let parts = |at: usize| matches!(self.class_at(at), None | Some(Class::Stop | Class::Dash | Class::Colon | Class::Close | Class::Symbol));
        let marked = parts(found.end) || self.class_at(found.end - 1) == Some(Class::Stop);
        if !full && (self.place.is_none() || !marked) || stopped && !marked {
            return;
        }
        // the stop of "2. Mai." parts the dateline from the text
        let stop = self.class_at(found.end - 1) == Some(Class::Stop);
        (self.at, self.day, self.dated) = (found.end - usize::from(stop), found.day, true);
        self.time();
        // "5. Juni 2015, Ulm –", "05.06.2015 / Ulm –", "5. Juni 2015 | Ulm –"
        let parts = matches!(self.class(), Some(Class::Comma | Class::Slash | Class::Dash)) || self.class() == Some(Class::Symbol) && text.says(self.at, "|");
        if self.place.is_none() && !bracketed && parts {
            let behind = place(text, self.at + 1, self.end)
                .filter(|&behind| matches!(self.class_at(behind), Some(Class::Dash | Class::Hyphen | Class::Colon | Class::Stop)))
                .filter(|&behind| text.is(behind - 1, Flags::PLACE) || text.at(behind - 1).flags().is_empty());
            if let Some(behind) = behind {
                self.place = Some(TokenSpan::new(self.at + 1, behind));
                self.at = behind;
            }
        }
    }

    /// ", 10.30 Uhr", ", 10:30 Uhr"
    fn time(&mut self) {
        let from = self.at + usize::from(matches!(self.class(), Some(Class::Comma | Class::Dash)));
        let minutes = if self.class_at(from + 1) == Some(Class::Colon) { 2 } else { 0 };
        if self.class_at(from) == Some(Class::Number) && self.text.says(from + 1 + minutes, "Uhr") && from + 1 + minutes < self.end {
            self.at = from + 2 + minutes;
        }
    }

    /// What parts the dateline from the text behind it.
    fn close(mut self, bracketed: bool) -> Option<Dateline> {
        let text = self.text;
        if bracketed {
            // "(Ulm) Zum ersten Mal …"
            let named =
                || self.place.is_some_and(|place| text.is(place.end() - 1, Flags::PLACE)) && self.at + 1 < self.end && text.at(self.at + 1).is_capital();
            if self.class() != Some(Class::Close) || !self.dated && !self.agency && !named() {
                return None;
            }
            self.at += 1;
        }
        if self.dated && self.class() == Some(Class::Open) {
            // "Trier, 3. Juli 2012 (ots)"
            if let Some(close) = (self.at + 1..(self.at + 6).min(self.end)).find(|&close| text.at(close).class == Class::Close) {
                self.at = close + 1;
            }
        }
        self.skip_emphasis();
        let mark = self.at;
        for _ in 0..3 {
            let separates = match self.class() {
                Some(Class::Stop | Class::Dash | Class::Colon | Class::Hyphen | Class::Slash) => true,
                Some(Class::Symbol) => matches!(text.word(self.at), "|" | "+" | "•" | "·" | "/"),
                Some(Class::Comma) => bracketed,
                _ => false,
            };
            if !separates {
                break;
            }
            self.at += 1;
        }
        let separated = self.at > mark;
        self.skip_emphasis();
        let (at, end) = (self.at, self.end);
        // "Ulm (ABC) Die …", "BAD MUSTER Große …": set apart by brackets or capitals only
        let set_apart = self.agency || self.place.is_some_and(|place| is_shouted_place(text, place, at, end));
        let sure = self.dated || self.agency;
        let whole = at == end;
        let full = self.dated && self.day.is_some_and(|day| day.date().is_some());
        if !(separated || set_apart || bracketed || whole && sure || full) {
            return None;
        }
        if !sure && !set_apart && !bracketed && !bare_place(text, self.place?, mark, at, end) {
            return None;
        }
        // "Berlin, 2. Mai 2013 wurde …" is a sentence, and so is "Ganz Ulm, 2. Mai 2013, …"
        if self.class() == Some(Class::Comma) && !separated && !set_apart {
            return None;
        }
        if !whole && text.at(at).is_lower() && !text.at(at).flags().is_empty() && !separated && !bracketed {
            return None;
        }
        Some(Dateline { end: at, day: self.day, place: self.place, sure })
    }
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
    let desk = place && close == start + 1 && text.at(start).shape == Shape::Upper;
    let opens = || desk && (opens_sentence(text, close + 1) || behind.is_some_and(|next| next.class == Class::Stop) && text.get(close + 2).is_some());
    short && (dashed || opens())
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
    // "Köln: Der …", but no surname before what somebody says
    let announced =
        colon && next.is_capital() && text.is(place.end() - 1, Flags::PLACE) && !text.is(place.end() - 1, Flags::GIVEN | Flags::SURNAME | Flags::COMMON);
    let first = text.at(place.start());
    let last = text.at(place.end() - 1);
    let known = place.range().any(|at| text.at(at).is(Flags::PLACE));
    let shouted = place.range().all(|at| text.at(at).shape == Shape::Upper || text.at(at).class != Class::Word) && first.span.len() > 3;
    let single = text.at(place.end() - 1);
    let built = words::sounds_like_place(text.word(place.end() - 1)) && (single.flags().is_empty() || single.is(Flags::COMPOUND));
    let district = place.len() > 1
        && matches!(text.word(place.start()), "Kreis" | "Landkreis" | "Stadt" | "Region" | "Gemeinde" | "Markt" | "Bad" | "Bezirk" | "Samtgemeinde" | "Amt");
    let known = known || built || district;
    let person = place.len() == 2 && first.is(Flags::GIVEN) && last.is(Flags::SURNAME);
    let ordinary = last.is(Flags::NOUN | Flags::WORD) && !last.is(Flags::PLACE | Flags::COMPOUND) && !built && !district
        || last.is(Flags::ROLE | Flags::WEEKDAY | Flags::MONTH) && !known
        || last.is(Flags::COMPOUND) && !known && !dash;
    opens && stop && !person && (known && !colon || announced || !colon && !ordinary && place.len() <= 4 || shouted && !ordinary)
}

/// The token behind a place name: up to five words in capitals, joined by particles, slashes, hyphens, and their abbreviations
/// ("Frankfurt a. M.", "Freiburg i. Br.", "Bonn/Berlin", "Rheda-Wiedenbrück").
fn place(text: &Text<'_>, start: usize, end: usize) -> Option<usize> {
    let token = |at: usize| (at < end).then(|| text.at(at));
    let mut at = start;
    let mut words = 0;
    loop {
        let word = token(at)?;
        if !word.is_capital() || words == 6 || word.is(Flags::TITLE | Flags::ROLE | Flags::ABBREVIATION_NUMBER) && !word.is(Flags::PLACE) {
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
            Some(Class::Slash) if token(at + 1).is_some_and(|next| next.is_capital()) => {
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
        if abbreviated && text.word(behind).chars().count() <= 3 && token(behind + 1).is_some_and(|t| t.class == Class::Stop) {
            return Some(behind + 2); // "i. Br.", "a. M.", "i. d. OPf."
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
