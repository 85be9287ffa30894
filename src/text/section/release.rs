//! What the layout says of the release as a whole: its headline, its day and its place.

use super::dateline::{self, Dateline};
use super::day::{self, Date, Day};
use crate::analysis::SectionKind;
use crate::text::scan::Class;
use crate::text::span::{ByteSpan, TokenSpan};
use crate::text::words::{self, Opening};
use crate::text::{Block, Text};

/// What the layout says of the release as a whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReleaseData {
    /// The headline.
    pub headline: Option<ByteSpan>,
    /// Day of the release, ISO 8601.
    pub date: Option<String>,
    /// Place of the dateline.
    pub place: Option<String>,
}

/// Headline, date and place from the labelled blocks.
pub fn release_data(text: &Text<'_>) -> ReleaseData {
    let headline = blocks(text, SectionKind::Headline).next().map(|block| text.bytes(unmarked(text, block.tokens)));
    let dateline = text.sections.iter().enumerate().filter(|(_, block)| block.kind == SectionKind::Dateline).find_map(|(n, block)| {
        // one that runs into its paragraph is read with it
        let around = n.checked_sub(1).map(|n| text.sections[n].tokens).filter(|around| around.contains(block.tokens));
        dateline::dateline(text, around.unwrap_or(block.tokens))
    });
    ReleaseData {
        headline,
        date: date(text, dateline).map(Date::iso),
        place: dateline.and_then(|found| found.place).map(|span| dateline::place_name(text, span)),
    }
}

fn blocks<'a>(text: &'a Text<'_>, kind: SectionKind) -> impl Iterator<Item = &'a Block> {
    text.sections.iter().filter(move |block| block.kind == kind)
}

/// A block without the marks of a heading: Markdown's around it, or a line drawn below it.
fn unmarked(text: &Text<'_>, block: TokenSpan) -> TokenSpan {
    let made_of =
        |at: usize, signs: &[u8]| !matches!(text.at(at).class, Class::Word | Class::Number) && text.word(at).bytes().all(|byte| signs.contains(&byte));
    let start = block.range().find(|&at| !made_of(at, b"#*+")).unwrap_or(block.start());
    let end = (start..block.end()).rev().find(|&at| !made_of(at, b"#*+=-")).map_or(block.end(), |last| last + 1);
    TokenSpan::new(start, end)
}

/// The day of the release, from the surest place to the least: dateline, stamp above the text, stamp at its foot, "heute
/// (5. Juni)", the end of an embargo. The day of an event is none of them.
fn date(text: &Text<'_>, dateline: Option<Dateline>) -> Option<Date> {
    let line = dateline.and_then(|found| found.day);
    let today = || today(text);
    let dated = |day: Day| day.date().or_else(|| year(text, day).and_then(|year| day.within(year)));
    line.and_then(dated)
        .or_else(|| head(text).find_map(|note| stamp(text, note.tokens)))
        .or_else(|| foot(text))
        .or_else(|| today().and_then(dated))
        .or_else(|| head(text).find_map(|note| day::first_in(text, note.tokens)))
}

/// The notes above the first paragraph; those below it tell of pictures and archives.
fn head<'a>(text: &'a Text<'_>) -> impl Iterator<Item = &'a Block> {
    let above = text.sections.iter().take_while(|block| !matches!(block.kind, SectionKind::Body | SectionKind::Boilerplate | SectionKind::Contact));
    above.filter(|block| block.kind == SectionKind::Note)
}

/// The first day in a note that is not the end of an embargo.
fn stamp(text: &Text<'_>, note: TokenSpan) -> Option<Date> {
    let embargo = text.lexicon.patterns.embargo(text.slice(note)).map_or(usize::MAX, |from| text.bytes(note).start() + from);
    let end = note.range().find(|&at| text.at(at).span.start() >= embargo).unwrap_or(note.end());
    day::first_in(text, TokenSpan::new(note.start(), end))
}

/// "Stand: 3.5.2013", "OTS0123 2021-05-03/10:30", or a dateline of its own below the text.
fn foot(text: &Text<'_>) -> Option<Date> {
    let stamps = blocks(text, SectionKind::Note).filter(|block| text.lexicon.patterns.is_foot_stamp(text.slice(block.tokens)));
    stamps.last().and_then(|block| day::first_in(text, block.tokens))
}

/// "heute (5. Juni)", "am heutigen Freitag, 5. Juni" in the first two paragraphs.
fn today(text: &Text<'_>) -> Option<Day> {
    blocks(text, SectionKind::Body).take(2).find_map(|block| {
        let now = |at: &usize| matches!(text.word(*at), "heute" | "Heute" | "heutigen");
        block.tokens.range().filter(now).find_map(|at| {
            let from = at + 1 + usize::from(text.get(at + 1).is_some_and(|next| next.class == Class::Open));
            day::introduced(text, from, block.tokens.end())?.day
        })
    })
}

/// The year of a day that lacks it: that of the release's number ("Nr. 78/2024"), or the only one that the head names if the
/// day's weekday confirms it.
fn year(text: &Text<'_>, day: Day) -> Option<u16> {
    let numbered = head(text)
        .filter(|note| words::opening(text, note.tokens).is_some_and(|(opening, _)| opening == Opening::Note))
        .find_map(|note| text.lexicon.patterns.number_year(text.slice(note.tokens)));
    numbered.and_then(day::full_year).or_else(|| {
        let above = text.sections.iter().take_while(|block| block.kind != SectionKind::Body);
        let numbers = above.flat_map(|block| block.tokens.range()).filter(|&at| text.at(at).class == Class::Number && text.word(at).len() == 4);
        let mut years = numbers.filter_map(|at| text.word(at).parse().ok()).filter(|year| (1900..2100).contains(year));
        let first = years.next()?;
        (day.has_weekday() && years.all(|year| year == first)).then_some(first)
    })
}
