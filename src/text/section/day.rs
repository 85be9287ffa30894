//! Days as texts write them: "2. Mai 2013", "02.05.13", "Freitag, 2. Mai".

use crate::lexicon::Flags;
use crate::text::Text;
use crate::text::scan::{Class, Gap};
use crate::text::span::{ByteSpan, TokenSpan};

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            _ => return None,
        };
        ((1900..2100).contains(&year) && (1..=days).contains(&day)).then_some(Date { year, month, day })
    }

    /// ISO 8601.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Day of the week, 1 for Monday (Zeller's congruence).
    fn weekday(self) -> u8 {
        let (year, month) = if self.month < 3 { (u32::from(self.year) - 1, u32::from(self.month) + 12) } else { (u32::from(self.year), u32::from(self.month)) };
        let saturday_first = (u32::from(self.day) + 13 * (month + 1) / 5 + year + year / 4 + 6 * (year / 100) + year / 400) % 7;
        ((saturday_first + 5) % 7) as u8 + 1
    }
}

/// A year as written, in two figures or four.
pub fn full_year(year: u32) -> Option<u16> {
    let full = match year {
        0..=49 => 2000 + year,
        50..=99 => 1900 + year,
        _ => year,
    };
    u16::try_from(full).ok().filter(|year| (1900..2100).contains(year))
}

/// A day that may lack its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    year: Option<u16>,
    month: u8,
    day: u8,
    /// 1 for Monday, where it stands before the day.
    weekday: Option<u8>,
}

impl Day {
    /// The day, if its year is written.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day)
    }

    /// The day in a year that is known from elsewhere; a weekday that does not fit speaks against it.
    pub fn within(self, year: u16) -> Option<Date> {
        let date = Date::new(self.year.unwrap_or(year), self.month, self.day)?;
        (self.weekday.is_none_or(|weekday| weekday == date.weekday())).then_some(date)
    }

    /// Whether a weekday stands before it.
    pub fn has_weekday(self) -> bool {
        self.weekday.is_some()
    }
}

/// What is written where a date may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Token behind it.
    pub end: usize,
    /// The day; none in "im Mai 2013".
    pub day: Option<Day>,
}

/// Longest date, in bytes ("31. Dezembers 2013", with room for spaces).
const LONGEST: usize = 40;

/// The date that starts at a token: "2. Mai 2013", "02.05.13", "2013-05-02", "2. Mai", "Mai 2013".
pub fn at(text: &Text<'_>, start: usize, end: usize) -> Option<Found> {
    let first = text.get(start).filter(|token| start < end && (token.class == Class::Number || token.is(Flags::MONTH)))?;
    if start > 0 && first.gap == Gap::None && text.at(start - 1).class == Class::Number {
        return None;
    }
    let from = first.span.start();
    let last = (start..end.min(start + LONGEST)).take_while(|&at| text.at(at).span.end() <= from + LONGEST).last()?;
    let piece = ByteSpan::new(from, text.at(last).span.end()).of(text.raw);
    let figures = text.lexicon.patterns.date(piece, |month| text.lexicon.month(month))?;
    let behind = (start..=last).take_while(|&at| text.at(at).span.start() < from + figures.length).last().map_or(start, |last| last + 1);
    let Some(day) = figures.day else { return first.is(Flags::MONTH).then_some(Found { end: behind, day: None }) };
    let year = match figures.year {
        Some(year) => Some(full_year(year)?),
        None => None,
    };
    // a leap year has all days there are
    Date::new(year.unwrap_or(2000), figures.month, day)?;
    Some(Found { end: behind, day: Some(Day { year, month: figures.month, day, weekday: None }) })
}

/// The date at a token with what may stand before it ("den", "am Montag, dem", "im").
pub fn introduced(text: &Text<'_>, start: usize, end: usize) -> Option<Found> {
    let mut weekday = None;
    for at in start..start + 6 {
        if let Some(found) = self::at(text, at, end) {
            return Some(Found { day: found.day.map(|day| Day { weekday, ..day }), ..found });
        }
        let token = text.get(at).filter(|_| at < end)?;
        if token.is(Flags::WEEKDAY) {
            weekday = Some(text.lexicon.weekday(text.word(at)));
        }
        let introduces = token.is(Flags::WEEKDAY)
            || matches!(text.word(at), "den" | "dem" | "am" | "im" | "Anfang" | "Mitte" | "Ende" | "vom" | "Stand")
            || matches!(token.class, Class::Comma | Class::Stop);
        if !introduces {
            return None;
        }
    }
    None
}

/// The first day with its year in a span.
pub fn first_in(text: &Text<'_>, span: TokenSpan) -> Option<Date> {
    span.range().find_map(|at| self::at(text, at, span.end()).and_then(|found| found.day?.date()))
}

/// The day with its year that a span ends with, and where it starts.
pub fn last_in(text: &Text<'_>, span: TokenSpan) -> Option<(usize, Date)> {
    let from = span.end().saturating_sub(6).max(span.start());
    (from..span.end()).find_map(|at| {
        let found = self::at(text, at, span.end()).filter(|found| found.end == span.end())?;
        Some((at, found.day?.date()?))
    })
}

/// Whether a block starts with a day with its year ("04.02.2015 – 08:30 Uhr").
pub fn starts(text: &Text<'_>, block: TokenSpan) -> bool {
    at(text, block.start(), block.end()).is_some_and(|found| found.day.is_some_and(|day| day.date().is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testing;

    fn read(raw: &str) -> Option<(Option<String>, Option<u8>)> {
        testing::parse(raw, |text| {
            let found = introduced(text, 0, text.tokens.len())?;
            assert_eq!(found.end, text.tokens.len(), "{raw}");
            found.day.map(|day| (day.date().map(Date::iso), day.weekday))
        })
    }

    #[test]
    fn days() {
        for (raw, date) in [
            ("2. Mai 2013", "2013-05-02"),
            ("2 Mai 2013", "2013-05-02"),
            ("02. Jänner 2013", "2013-01-02"),
            ("2. Okt. 2013", "2013-10-02"),
            ("2. Mai ’15", "2015-05-02"),
            ("2. Mai '98", "1998-05-02"),
            ("02.05.13", "2013-05-02"),
            ("2. 5. 2013", "2013-05-02"),
            ("02/05/2013", "2013-05-02"),
            ("2013-05-02", "2013-05-02"),
            ("den 29. Februar 2012", "2012-02-29"),
        ] {
            assert_eq!(read(raw), Some((Some(date.to_owned()), None)), "{raw}");
        }
        assert_eq!(read("Freitag, den 2. Mai 2014"), Some((Some("2014-05-02".to_owned()), Some(5))));
        assert_eq!(read("Sonnabend, 3. Mai"), Some((None, Some(6))));
        assert_eq!(read("2.5."), Some((None, None)));
        for raw in ["31. Februar 2013", "29.02.2013", "2. Maier 2013", "12.500", "Mai", "Nr. 5", "im Mai 2013"] {
            assert_eq!(read(raw), None, "{raw}");
        }
    }

    #[test]
    fn weekdays() {
        let day = |month, day, weekday| Day { year: None, month, day, weekday };
        assert_eq!(day(5, 2, Some(5)).within(2014).map(Date::iso), Some("2014-05-02".to_owned()));
        assert_eq!(day(5, 2, Some(1)).within(2014), None);
        assert_eq!(day(2, 29, None).within(2013), None);
        assert_eq!(day(1, 1, Some(6)).within(2000).map(Date::iso), Some("2000-01-01".to_owned()));
    }

    #[test]
    fn the_last_day_of_a_line() {
        testing::parse("Amt für Kultur, 3. Mai 2014", |text| {
            let whole = TokenSpan::new(0, text.tokens.len());
            assert_eq!(last_in(text, whole).map(|(at, date)| (at, date.iso())), Some((4, "2014-05-03".to_owned())));
        });
        testing::parse("am 3. Mai 2014 im Amt", |text| assert_eq!(last_in(text, TokenSpan::new(0, text.tokens.len())), None));
    }
}
