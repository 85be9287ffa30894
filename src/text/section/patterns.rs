//! Shapes of single lines as regular expressions: dates, telephone numbers, addresses, agencies' marks, notes.
//!
//! Compiled once per [`crate::lexicon::Lexicon`]; matched only against pieces of at most [`LONGEST`] bytes, so that the time
//! stays linear in the text's length.

use crate::gazetteer::tsv;
use regex::{Regex, RegexSet};

/// Longest line that is matched, in bytes.
pub const LONGEST: usize = 480;

/// The compiled shapes.
#[derive(Debug)]
pub struct Patterns {
    date: Regex,
    postcode: Regex,
    agency: Regex,
    reach: RegexSet,
    note: RegexSet,
}

/// The figures of a date, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Bytes of the whole date.
    pub length: usize,
    /// Year, month, day; none where only month and year stand.
    pub day: Option<(u32, u32, u32)>,
}

/// A postcode with what is before and behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Postcode<'t> {
    /// Street and house number stand before it, or the country's letter.
    pub placed: bool,
    /// German ones have five figures, Austrian and Swiss ones four.
    pub five: bool,
    /// First word behind it.
    pub place: &'t str,
}

/// "2. Mai 2013", "2 Mai 2013", "2. Okt. 2013", "02.05.13", "2. 5. 2013", "02/05/2013", "2013-05-02", "Mai 2013".
fn date(months: &str) -> String {
    format!(
        r"(?ix)^(?:
            (?P<d1>\d{{1,2}}) \.? \s* (?P<m1>{months}) \.? \s* (?P<y1>(?:19|20)\d\d)
          | (?P<d2>\d{{1,2}}) \. \s? (?P<m2>\d{{1,2}}) \. \s? (?P<y2>(?:19|20)\d\d|\d\d)
          | (?P<d3>\d{{1,2}}) / (?P<m3>\d{{1,2}}) / (?P<y3>(?:19|20)\d\d)
          | (?P<y4>(?:19|20)\d\d) - (?P<m4>\d\d) - (?P<d4>\d\d)
          | (?:{months}) \.? \s+ (?:19|20)\d\d
        )(?:\b|$)"
    )
}

/// "Musterweg 4, 12345 Ulm", "D-12345 Ulm", "8001 Zürich".
const POSTCODE: &str = r"(?x)
    (?P<street>\p{Lu}[\p{L}.-]*\s\d{1,4}(?:\s?[a-z]\b)?(?:\s?[-–/]\s?\d{1,4})?\s*[,;|·•/–-]?\s+)?
    (?P<country>\b(?:DE|D|AT|A|CH|FL)[-\x20])?
    \b(?P<code>\d{4,5})\s+(?P<place>\p{Lu}[\p{L}-]+)";

/// The inside of an agency's or a desk's brackets: "ots", "OTS/AB", "lk", "dpa-AFX".
const AGENCY: &str = r"^(?:(?:ots|OTS|APA|apa|dpa|DPA|sda|SDA|AFP|afp|epd|EPD|KNA|kna|ddp|DDP|pte|lifePR|news aktuell)(?:[/.,\s-]+[\p{L}\d]{1,12}){0,3}|\p{Ll}{1,8}(?:[/.,\s-]+\p{Ll}{1,8}){0,3})$";

/// Ways to reach somebody: a number behind a word for it, a number dialled as it stands; and what looks so but is a bank account.
const REACH: [&str; 4] = [
    r"(?i)\b(?:tel|telefon|telefax|fon|fax|mobil|mobiltelefon|handy|phone|durchwahl|rufnummer|hotline|telefonnummer)\b[^\d\n]{0,24}\d(?:[\s()/.\u{2011}–-]{0,3}\d){4,}",
    r"(?:^|[^\d.,:/-])0\d{1,4}(?:[\s()/\u{2011}–-]{0,3}\d){6,}",
    r"\+\s?\d(?:[\s()/.\u{2011}–-]{0,3}\d){6,}",
    r"\b[A-Z]{2}\d{2}(?:\s?\d{4}){3,}",
];
const ACCOUNT: usize = REACH.len() - 1;

/// Lines that are notes by their shape: picture credits in brackets, spaced stamps, page and sign counts, embargoes with a time.
const NOTE: [&str; 5] = [
    r"^[(\[]\s*(?:Fotos?|Bild(?:er|quelle|nachweis)?|Grafik|Abb\.|Abbildung|Illustration|Visualisierung|Quelle|Copyright|©)\s?[:/]?\s?\S.*[)\]]\.?$",
    r"^(?:\p{Lu}[\s:./-]+){5,}\p{Lu}\W*$",
    r"^\W*(?:Seite\s+)?\d{1,3}\s*(?:von|/)\s*\d{1,3}\W*$",
    r"^\W*(?:\d{1,3}\.)?\d{2,4}\s+(?:Zeichen|Anschläge|Wörter|Zeilen)\b[^.!?]{0,60}\W*$",
    r"(?i)^\W*(?:achtung\W+|bitte\s+beachten\W+)?(?:sperrfrist|embargo|veröffentlichung\s+(?:frei\s+)?(?:ab|nicht\s+vor))\b.{0,40}\d",
];

impl Patterns {
    /// Compiles the shapes.
    pub fn compile() -> Self {
        let mut months: Vec<&str> = tsv::rows(include_str!("../../../gazetteers/words/months.tsv")).map(|row| row[0].trim_end_matches('.')).collect();
        months.sort_by_key(|month| usize::MAX - month.len());
        let one = |pattern: &str| Regex::new(pattern).expect("the patterns are constant");
        let set = |patterns: &[&str]| RegexSet::new(patterns).expect("the patterns are constant");
        Patterns { date: one(&date(&months.join("|"))), postcode: one(POSTCODE), agency: one(AGENCY), reach: set(&REACH), note: set(&NOTE) }
    }

    /// The date at the start of a piece of text; `month` gives the number of a month's name.
    pub fn date(&self, piece: &str, month: impl Fn(&str) -> u32) -> Option<Figures> {
        let found = self.date.captures(piece)?;
        let text = |name: &str| found.name(name).map(|group| group.as_str());
        let number = |name: &str| text(name).and_then(|figures| figures.parse::<u32>().ok());
        let named = text("m1").map(|name| (number("y1"), Some(month(name)), number("d1")));
        let numbered =
            || ["2", "3", "4"].iter().map(|n| (number(&format!("y{n}")), number(&format!("m{n}")), number(&format!("d{n}")))).find(|d| d.0.is_some());
        let day = named.or_else(numbered).and_then(|(year, month, day)| Some((year?, month?, day?)));
        Some(Figures { length: found.get(0).map_or(0, |whole| whole.end()), day })
    }

    /// The postcodes of a line.
    pub fn postcodes<'t>(&self, line: &'t str) -> impl Iterator<Item = Postcode<'t>> {
        let line = if line.len() <= LONGEST { line } else { "" };
        self.postcode.captures_iter(line).map(|found| Postcode {
            placed: found.name("street").is_some() || found.name("country").is_some(),
            five: found.name("code").is_some_and(|code| code.len() == 5),
            place: found.name("place").map_or("", |place| place.as_str()),
        })
    }

    /// Whether a piece in brackets is an agency's or a desk's mark.
    pub fn is_agency(&self, piece: &str) -> bool {
        piece.len() <= 40 && self.agency.is_match(piece)
    }

    /// Whether a line has a telephone number.
    pub fn has_phone(&self, line: &str) -> bool {
        line.len() <= LONGEST && self.reach.matches(line).iter().any(|n| n != ACCOUNT)
    }

    /// Whether a line has a bank account.
    pub fn has_account(&self, line: &str) -> bool {
        line.len() <= LONGEST && self.reach.matches(line).matched(ACCOUNT)
    }

    /// Whether a line is a note by its shape.
    pub fn is_note(&self, line: &str) -> bool {
        line.len() <= LONGEST && self.note.is_match(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_and_accounts() {
        let patterns = Patterns::compile();
        for line in [
            "Tel.: 0221/555 31 20",
            "Telefon +49 (0) 30 1234-567",
            "Fax -21, Durchwahl 12345",
            "Eva Stein, 061 555 04 11",
            "(05251) 555-1234",
            "+43 1 5555 123",
        ] {
            assert!(patterns.has_phone(line), "{line}");
        }
        for line in ["Die Messe zog 12.500 Besucher an.", "02.05.2013, 14:30 Uhr", "Der Fonds hat 120 Mio. Euro.", "2013-05-02", "DIN EN ISO 9001:2015"] {
            assert!(!patterns.has_phone(line), "{line}");
        }
        assert!(patterns.has_account("IBAN: DE12 3456 7890 1234 5678 90"));
        assert!(!patterns.has_account("Tel. 0221 555 3120"));
    }

    #[test]
    fn postcodes_and_agencies() {
        let patterns = Patterns::compile();
        let found = |line: &'static str| patterns.postcodes(line).map(|p| (p.placed, p.five, p.place)).collect::<Vec<_>>();
        assert_eq!(found("Musterweg 4a, 12345 Ulm"), [(true, true, "Ulm")]);
        assert_eq!(found("Bahnhofstrasse 12 | 8001 Zürich"), [(true, false, "Zürich")]);
        assert_eq!(found("CH-3011 Bern"), [(true, false, "Bern")]);
        assert_eq!(found("15000 Besucher kamen"), [(false, true, "Besucher")]);
        for mark in ["ots", "OTS/AB", "lk", "dpa-AFX", "pm/red"] {
            assert!(patterns.is_agency(mark), "{mark}");
        }
        assert!(!patterns.is_agency("CDU"));
        assert!(!patterns.is_agency("58"));
    }

    #[test]
    fn notes() {
        let patterns = Patterns::compile();
        for line in [
            "(Foto: Muster AG)",
            "[Bild: Eva Stein]",
            "P R E S S E M I T T E I L U N G",
            "Seite 1 von 3",
            "- 2/4 -",
            "(2.350 Zeichen mit Leerzeichen)",
            "Achtung! Embargo bis 3. Mai, 10 Uhr",
        ] {
            assert!(patterns.is_note(line), "{line}");
        }
        for line in ["Embargo gegen Nachbarland aufgehoben", "(Siehe oben)", "350 Zeilen Gedichte. Das liest sich.", "A und B"] {
            assert!(!patterns.is_note(line), "{line}");
        }
    }
}
