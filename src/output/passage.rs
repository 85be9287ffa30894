//! The text of a release as its record tells it, cut by the record's own spans.

use crate::record::{Range, Record, Unit};
use std::borrow::Cow;
use std::ops;

/// Units between two remembered places.
const STRIDE: usize = 64;

/// A place in a text.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// In the unit of the spans.
    unit: usize,
    /// In bytes.
    byte: usize,
    /// In code points.
    point: usize,
}

/// Text whose spans count in a unit of their own.
pub(super) struct Passage<'r> {
    text: Cow<'r, str>,
    unit: Unit,
    /// A place every [`STRIDE`] units; empty when bytes, code points and units are the same.
    places: Vec<Place>,
}

impl<'r> Passage<'r> {
    /// Of a record: its own text, else what its sentences cover, with white space where they leave something out.
    pub(super) fn of(record: &'r Record<'r>) -> Self {
        let text = match &record.text {
            Some(text) => Cow::Borrowed(text.as_ref()),
            None => Cow::Owned(joined(record)),
        };
        let unit = record.offsets;
        let mut places: Vec<Place> = Vec::new();
        if !text.is_ascii() {
            let mut at = 0;
            for (point, (byte, c)) in text.char_indices().enumerate() {
                if places.last().is_none_or(|last| at >= last.unit + STRIDE) {
                    places.push(Place { unit: at, byte, point });
                }
                at += width(c, unit);
            }
        }
        Passage { text, unit, places }
    }

    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a position of the unit is, or the end where the text is shorter.
    fn place(&self, position: usize) -> Place {
        let after = self.places.partition_point(|place| place.unit <= position);
        let Some(mut place) = after.checked_sub(1).and_then(|n| self.places.get(n)).copied() else {
            let at = position.min(self.text.len());
            return Place { unit: at, byte: at, point: at };
        };
        for c in self.text[place.byte..].chars() {
            if place.unit >= position {
                break;
            }
            place.unit += width(c, self.unit);
            place.byte += c.len_utf8();
            place.point += 1;
        }
        place
    }

    /// A span in bytes.
    pub(super) fn bytes(&self, span: Range) -> ops::Range<usize> {
        let (start, end) = (self.place(span[0]), self.place(span[1]));
        start.byte..end.byte.max(start.byte)
    }

    /// A span in code points.
    pub(super) fn points(&self, span: Range) -> Range {
        let (start, end) = (self.place(span[0]), self.place(span[1]));
        [start.point, end.point.max(start.point)]
    }
}

/// How many units a character has.
fn width(c: char, unit: Unit) -> usize {
    match unit {
        Unit::Codepoint => 1,
        Unit::Utf8 => c.len_utf8(),
        Unit::Utf16 => c.len_utf16(),
    }
}

/// The sentences at their places: a new block begins a line.
fn joined(record: &Record<'_>) -> String {
    let mut text = String::new();
    let (mut at, mut section) = (0, 0);
    for sentence in &record.sentences {
        let gap = sentence.span[0].saturating_sub(at);
        let padding = if sentence.section == section { " " } else { "\n" };
        text.push_str(&padding.repeat(gap));
        text.push_str(&sentence.text);
        at += gap + sentence.text.chars().map(|c| width(c, record.offsets)).sum::<usize>();
        section = sentence.section;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Frame, Metadata, Source};
    use crate::{Analyzer, Config};

    #[test]
    fn spans_cut_the_same_words_with_text_and_without_in_every_unit() {
        let text = format!("Größe 🙂 zählt\n\n{}„Ein 🎉 Fest für Köln“, sagte Bürgermeisterin Anna Meier.", "Wir hören zu und üben. ".repeat(20));
        let analyzer = Analyzer::new(Config::default()).expect("the lists are sound");
        let analysis = analyzer.analyze(&text);
        for unit in [Unit::Codepoint, Unit::Utf8, Unit::Utf16] {
            for with_text in [true, false] {
                let source = Source { uri: "x".into(), format: "text".into(), encoding: None, bytes: 0, sha256: "".into() };
                let frame = Frame { id: "x", source, unit, metadata: Metadata::default(), published: None, duplicate: None, with_text, warnings: &[] };
                let record = Record::new(&text, &analysis, frame);
                let passage = Passage::of(&record);
                assert!(record.sentences.len() > 20);
                for sentence in &record.sentences {
                    assert_eq!(&passage.text()[passage.bytes(sentence.span)], sentence.text);
                    let [start, end] = passage.points(sentence.span);
                    assert_eq!(passage.text().chars().skip(start).take(end - start).collect::<String>(), sentence.text);
                }
                let said = &record.statements[0];
                assert_eq!(passage.text()[passage.bytes(said.segments[0])].trim_matches(['„', '“']), said.text);
                assert_eq!(passage.bytes([9_999, 99_999]).len(), 0);
            }
        }
    }
}
