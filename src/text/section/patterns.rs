//! Shapes of single lines as regular expressions: dates, telephone numbers, addresses, agencies' marks, notes.
//!
//! Each is compiled when it is first asked; matched only against pieces of at most [`LONGEST`] bytes, so that the time
//! stays linear in the text's length.

use crate::gazetteer::tsv;
use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use std::sync::LazyLock;

/// Longest line that is matched, in bytes.
pub const LONGEST: usize = 480;

/// The shapes.
#[derive(Debug)]
pub struct Patterns {
    date: LazyLock<Regex>,
    postcode: LazyLock<Regex>,
    agency: LazyLock<Regex>,
    reach: LazyLock<RegexSet>,
    note: LazyLock<RegexSet>,
    note_cue: LazyLock<Regex>,
    service: LazyLock<Regex>,
    page: LazyLock<Regex>,
    embargo: LazyLock<Regex>,
    foot: LazyLock<Regex>,
    number: LazyLock<Regex>,
}

/// The figures of a date, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Bytes of the whole date.
    pub length: usize,
    /// The year, if it stands there.
    pub year: Option<u32>,
    /// Its month.
    pub month: u8,
    /// The day; none where only month and year stand.
    pub day: Option<u8>,
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

/// "2. Mai 2013", "2 Mai 2013", "2. Okt. 2013", "2. Mai ’13", "2. Mai", "02.05.13", "2. 5. 2013", "2.5.", "02/05/2013",
/// "2013-05-02", "Mai 2013".
fn date(months: &str) -> String {
    format!(
        r"(?ix)^(?:
            (?P<d1>\d{{1,2}}) \.? \s* (?P<m1>{months})\b \.? (?: \s* (?P<y1>(?:19|20)\d\d\b) | \s* [’‘'`´] (?P<short>\d\d\b) )?
          | (?P<d2>\d{{1,2}}) \. \s? (?P<m2>\d{{1,2}}) \. (?: \s? (?P<y2>(?:(?:19|20)\d\d|\d\d)\b) )?
          | (?P<d3>\d{{1,2}}) / (?P<m3>\d{{1,2}}) / (?P<y3>(?:19|20)\d\d\b)
          | (?P<y4>(?:19|20)\d\d) - (?P<m4>\d\d) - (?P<d4>\d\d\b)
          | (?P<m5>{months}) \.? \s+ (?P<y5>(?:19|20)\d\d\b)
        )"
    )
}

/// "Musterweg 4, 12345 Ulm", "D-12345 Ulm", "8001 Zürich".
const POSTCODE: &str = r"(?x)
    (?P<street>\p{Lu}[\p{L}.-]*\s\d{1,4}(?:\s?[a-z]\b)?(?:\s?[-–/]\s?\d{1,4})?\s*[,;|·•/–-]?\s+)?
    (?P<country>\b(?:DE|D|AT|A|CH|FL)[-\x20])?
    \b(?P<code>\d{4,5})\s+(?P<place>\p{Lu}[\p{L}-]+)";

/// The inside of an agency's or a desk's brackets: "ots", "OTS/AB", "lk", "dpa-AFX".
const AGENCY: &str = r"^(?:(?:ots|OTS|APA|apa|dpa|DPA|sda|SDA|AFP|afp|epd|EPD|KNA|kna|ddp|DDP|pte|lifePR|PresseBox|openPR|pressetext|news aktuell)(?:[/.,\s-]+[\p{L}\d]+)*|[a-zäöüß]{1,8}(?:[/.,\s-]+[a-zäöüß]{1,8}){0,3})$";

/// Ways to reach somebody: a number behind a word for it, a number dialled as it stands; and what looks so but is a bank account.
const REACH: [&str; 4] = [
    r"(?i)\b(?:tel|telefon|telefax|fon|fax|mobil|mobiltelefon|handy|phone|durchwahl|rufnummer|hotline|telefonnummer)\b[^\d\n]{0,24}\d(?:[\s()/.\u{2011}–-]{0,3}\d){4,}",
    r"(?:^|[^\d.,:/-])0\d{1,4}(?:[\s()/\u{2011}–-]{0,3}\d){6,}",
    r"\+\s?\d(?:[\s()/.\u{2011}–-]{0,3}\d){6,}",
    r"\b[A-Z]{2}\d{2}(?:\s?\d{4}){3,}|\b(?:BLZ|Kto|Kontonummer|Spendenkonto|Konto)\b[^\d\n]{0,12}\d{2,3}\s?\d",
];
const ACCOUNT: usize = REACH.len() - 1;

/// Lines that are notes by their shape: picture credits, captions, books, spaced stamps, page and sign
/// counts, embargoes with a time, stamps at the foot. Before each stands what every such line has: few other lines have
/// any of it, and it is found much faster than the shapes.
const NOTE: [(&str, &str); 11] = [
    (
        r"^[(\[]",
        r"^[(\[]\s*(?:Fotos?|Bild(?:er|quelle|nachweis)?|Grafik|Abb\.|Abbildung|Illustration|Visualisierung|Quelle|Copyright|©)\s?[:/]?\s?\S.*[)\]]\.?$",
    ),
    (
        r"(?:otos?|Bild(?:quelle|nachweis|rechte)?|Grafik|Credit|Copyright)\s?[:©/]",
        r"[.!?…)“”«»\x22(]\s*(?:\p{L}*[Ff]otos?|Bild(?:quelle|nachweis|rechte)?|Grafik|Credit|Copyright)\s?[:©/]\s?[^.!?:]{2,70}$",
    ),
    (r"©", r"^(?:\p{L}+:\s)?[^.!?]{0,80}©\s?[^.!?]{2,70}$"),
    (
        r"^(?:Auf dem|Unser|Das|Im)\s\p{L}*(?:oto|ild)",
        r"^(?:Auf dem|Unser|Das|Im)\s(?:\p{L}*[Ff]oto|\p{L}*[Bb]ild)\b(?:\s\(|.{0,30}(?:\bv\.\s?l\b|\bvon links\b)|[^.!?]{0,20}:)",
    ),
    (r"\szeigt\b", r"^(?:Unser\s(?:Foto|Bild)|Das\s\p{L}*[Ff]oto|Die\s[Aa]ufnahme)\szeigt\b"),
    (r"ISBN", r"^[^!?]*\bISBN[\s:-]*(?:97[89])?[\d -]{9,14}[\dX]\W*$"),
    (r"^[A-ZÄÖÜ][\s:./-]", r"^(?:[A-ZÄÖÜ][\s:./-]+){5,}[A-ZÄÖÜ]\W*$"),
    (
        r"Zeichen|Anschläge|Wörter|Zeilen",
        r"^\W*(?:\p{L}+:\s*)?(?:\d{1,3}\.)?\d{2,4}\s+(?:Zeichen|Anschläge|Wörter|Zeilen)\b(?:\s\(?(?:inkl|mit|ohne|einschl)\b.{0,30})?[^.!?]{0,60}\W*$",
    ),
    (
        r"(?i:sperrfrist|embargo|veröffentlichung)",
        r"(?i)^\W*(?:achtung\W+|bitte\s+beachten\W+)?(?:sperrfrist|embargo|(?:frei\s+zur\s+)?veröffentlichung\s+(?:frei\s+)?(?:ab|nicht\s+vor))\b.{0,40}\d",
    ),
    (
        r"Stand|Datum|Veröffentlicht|Erschienen",
        r"^\W*(?:Stand|Datum|Veröffentlicht|Erschienen)(?:\s+am)?\s*:?\s+\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9}\.?)\s?\d{2,4}\W*$",
    ),
    (r"^(?:OTS)?\d", r"^(?:OTS\d{3,4}\b.{0,40}|\d{6}\s\p{L}{3,4}\s\d\d)$"),
];

/// Where pictures and samples are to be had.
const SERVICE: &str = r"(?:[Ff]otos?|[Bb]ilder|[Bb]ildmaterial|[Aa]ufnahmen|Grafiken|Videos|Footage|Logos|Presse(?:dossier|mappe|material|materialien|unterlagen|texte)|sexemplare?)\b.*\b(?:[Dd]ownload|herunter(?:zu|ge)?laden|[Hh]onorarfrei|abrufbar|angefordert|auf Anfrage|(?:senden|schicken)\swir)\b[^.!?]*[.!?]?(?:\s[^.!?]*\S*)?$";
/// Longest such line, in bytes.
const SERVICE_LINE: usize = 300;
/// One of these stands in such a line.
const OFFERS: [&str; 7] = ["ownload", "laden", "onorarfrei", "abrufbar", "angefordert", "auf Anfrage", "wir"];

/// "Seite 1 von 2", "- 2/4 -", "- 2 -", "-30-".
const PAGE: &str = r"^(?:\W*(?:Seite\s+)?\d{1,3}\s*(?:von|/)\s*\d{1,3}\W*|Seite\s\d{1,3}|[-–—]\s?\d{1,3}\s?[-–—])$";

/// Words of an embargo: the day behind them is the one from which the text may be used.
const EMBARGO: &str = r"(?i)\b(?:sperrfrist|sperrvermerk|embargo|veröffentlichung\s+(?:frei\s+)?(?:ab|nicht\s+vor)|frei\s+(?:ab|für|zur\s+veröffentlichung))\b";

/// Lines at the foot whose day is that of the release.
const FOOT: &str = r"^\W*(?:(?:Stand|Datum|Veröffentlicht|Erschienen)\b|OTS\d{3,4}\b)";

/// The year in the number of a release: "Nr. 78/2024", "12/14", "2014/12", "12-2014".
const NUMBER: &str = r"(?:^|[^\d/.-])(?:(?P<first>(?:19|20)\d\d)\s?[/–-]\s?\d{1,4}|\d{1,4}\s?/\s?(?P<last>(?:19|20)\d\d|\d\d)|\d{1,4}\s?[–-]\s?(?P<dashed>(?:19|20)\d\d))(?:[^\d/.]|$)";

/// Figures are ASCII, and so are the letters at word bounds that count: Unicode's would take a slower engine.
fn plain(pattern: &str) -> String {
    pattern.replace(r"\d", "[0-9]").replace(r"\b", r"(?-u:\b)")
}

/// Compiles a shape; a hard-wrapped line is one line.
fn one(pattern: &str) -> Regex {
    RegexBuilder::new(&plain(pattern)).dot_matches_new_line(true).build().expect("the patterns are constant")
}

/// The same for several at once.
fn set(patterns: &[&str]) -> RegexSet {
    RegexSetBuilder::new(patterns.iter().map(|pattern| plain(pattern))).dot_matches_new_line(true).build().expect("the patterns are constant")
}

/// The months' names as alternatives, longest first.
fn months() -> String {
    let mut months: Vec<&str> = tsv::rows(include_str!("../../../gazetteers/words/months.tsv")).map(|row| row[0].trim_end_matches('.')).collect();
    months.sort_by_key(|month| usize::MAX - month.len());
    months.join("|")
}

impl Default for Patterns {
    fn default() -> Self {
        Patterns {
            date: LazyLock::new(|| one(&date(&months()))),
            postcode: LazyLock::new(|| one(POSTCODE)),
            agency: LazyLock::new(|| one(AGENCY)),
            reach: LazyLock::new(|| set(&REACH)),
            note: LazyLock::new(|| set(&NOTE.map(|(_, shape)| shape))),
            note_cue: LazyLock::new(|| one(&NOTE.map(|(cue, _)| cue).join("|"))),
            service: LazyLock::new(|| one(SERVICE)),
            page: LazyLock::new(|| one(PAGE)),
            embargo: LazyLock::new(|| one(EMBARGO)),
            foot: LazyLock::new(|| one(FOOT)),
            number: LazyLock::new(|| one(NUMBER)),
        }
    }
}

impl Patterns {
    /// The date at the start of a piece of text; `month` gives the number of a month's name.
    pub fn date(&self, piece: &str, month: impl Fn(&str) -> u8) -> Option<Figures> {
        let found = self.date.captures(piece)?;
        let text = |names: &[&str]| names.iter().find_map(|name| found.name(name)).map(|group| group.as_str());
        let named = text(&["m1", "m5"]).map(month);
        Some(Figures {
            length: found.get(0).map_or(0, |whole| whole.end()),
            year: text(&["y1", "short", "y2", "y3", "y4", "y5"]).and_then(|year| year.parse().ok()),
            month: named.or_else(|| text(&["m2", "m3", "m4"])?.parse().ok())?,
            day: text(&["d1", "d2", "d3", "d4"]).and_then(|day| day.parse().ok()),
        })
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
        let offers = || {
            line.len() <= SERVICE_LINE
                && OFFERS.iter().any(|word| line.contains(word))
                && self.service.find(line).is_some_and(|found| found.start() <= SERVICE_LINE / 4)
        };
        line.len() <= LONGEST && (self.note_cue.is_match(line) && self.note.is_match(line) || offers())
    }

    /// Whether a line is the number of a page, or the "-30-" that ends a text.
    pub fn is_page(&self, line: &str) -> bool {
        line.len() <= 24 && self.page.is_match(line)
    }

    /// Where a line starts to speak of an embargo, in bytes.
    pub fn embargo(&self, line: &str) -> Option<usize> {
        let line = if line.len() <= LONGEST { line } else { "" };
        self.embargo.find(line).map(|found| found.start())
    }

    /// Whether a note at the foot gives the day of the release.
    pub fn is_foot_stamp(&self, line: &str) -> bool {
        line.len() <= LONGEST && self.foot.is_match(line)
    }

    /// The year in the number of a release, in two figures or four.
    pub fn number_year(&self, line: &str) -> Option<u32> {
        let line = if line.len() <= LONGEST { line } else { "" };
        let found = self.number.captures(line)?;
        ["first", "last", "dashed"].iter().find_map(|name| found.name(name))?.as_str().parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_and_accounts() {
        let patterns = Patterns::default();
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
        assert!(patterns.has_account("Spendenkonto 55 55 bei der Sparkasse Ulm, BLZ 630 500 00"));
        assert!(!patterns.has_account("Tel. 0221 555 3120"));
    }

    #[test]
    fn postcodes_and_agencies() {
        let patterns = Patterns::default();
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
        let patterns = Patterns::default();
        for line in [
            "(Foto: Muster AG)",
            "[Bild: Eva Stein]",
            "P R E S S E M I T T E I L U N G",
            "(2.350 Zeichen mit Leerzeichen)",
            "Achtung! Embargo bis 3. Mai, 10 Uhr",
            "Frei zur Veröffentlichung ab 3. Mai, 10 Uhr",
            "Länge: 1.234 Zeichen inkl. Leerzeichen",
            "Stand: 3.5.2013",
            "OTS0123 2021-05-03/10:30",
            "031030 Mai 21",
            "Eva Stein beim Fest. Foto: Muster AG",
            "Freuen sich über den Preis: Eva Stein (l.) und Jan Amsel (Foto: Muster AG)",
            "© Muster AG/Eva Stein",
            "Auf dem Foto von links: Eva Stein, Jan Amsel",
            "Das Foto zeigt Eva Stein beim Fest.",
            "Hochauflösende Fotos stehen ab Montag unter www.muster.example zum Download bereit.",
            "Bildmaterial und ein Gespräch mit Eva Stein senden wir Ihnen gern.",
            "Ein Pressedossier kann bei der Pressestelle angefordert werden. Fotos unter www.muster.example",
            "Ein Gespräch mit Eva Stein und\nBildmaterial senden\nwir Ihnen gern.",
            "Eva Stein: Am Fluss. Roman, 368 Seiten, 22 Euro, ISBN 978-3-00-000000-0",
        ] {
            assert!(patterns.is_note(line), "{line}");
        }
        for line in [
            "Embargo gegen Nachbarland aufgehoben",
            "(Siehe oben)",
            "350 Zeilen Gedichte. Das liest sich.",
            "A und B",
            "Das Bild zeigt eine Frau am Fenster.",
            "Im Bild von Finnland steckt viel Wahrheit.",
            "Ihre Fotos sind in Köln zu sehen. Die Schau kostet nichts.",
        ] {
            assert!(!patterns.is_note(line), "{line}");
        }
    }

    #[test]
    fn pages() {
        let patterns = Patterns::default();
        for line in ["Seite 1 von 3", "- 2/4 -", "- 2 -", "-30-", "Seite 2"] {
            assert!(patterns.is_page(line), "{line}");
        }
        for line in ["2 von 3 Karten", "- 2 Karten -", "Seite an Seite", "2013"] {
            assert!(!patterns.is_page(line), "{line}");
        }
    }

    #[test]
    fn years_of_numbers_and_embargoes() {
        let patterns = Patterns::default();
        for (line, year) in [
            ("Pressemitteilung Nr. 78/2024", Some(2024)),
            ("PM 12/14", Some(14)),
            ("Presseinformation 2014/12", Some(2014)),
            ("PI 12-2014 | Köln", Some(2014)),
            ("Pressemitteilung vom 3.5.2014", None),
            ("Tel. 0221/555012", None),
        ] {
            assert_eq!(patterns.number_year(line), year, "{line}");
        }
        assert_eq!(patterns.embargo("PM 3 – Sperrfrist: 3. Mai"), Some(9));
        assert_eq!(patterns.embargo("Frei für alle"), Some(0));
        assert_eq!(patterns.embargo("Zur sofortigen Veröffentlichung"), None);
        assert!(patterns.is_foot_stamp("Stand: 3.5.2013") && !patterns.is_foot_stamp("Standpunkt: 3.5.2013"));
    }
}
