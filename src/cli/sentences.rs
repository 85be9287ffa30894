//! `oton sentences`: releases in, one sentence per line out, or JSON Lines.

use super::Outcome;
use super::offsets::OffsetUnit;
use super::reading::ReadingOptions;
use anyhow::Context;
use oton::analysis::SectionKind;
use oton::input::{self, Item};
use oton::lexicon;
use oton::record::{Offsets, Unit};
use oton::run::{self, Failure};
use oton::text::Text;
use serde::Serialize;
use std::io::Write;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    #[command(flatten)]
    reading: ReadingOptions,
    /// One JSON object per release instead of one sentence per line: each sentence with its place and the kind of its section
    #[arg(long)]
    json: bool,
    /// What the spans of the JSON count
    #[arg(long, value_enum, default_value_t = OffsetUnit::Codepoint)]
    offsets: OffsetUnit,
}

/// A release's sentences.
#[derive(Serialize)]
struct Sentences<'a> {
    id: &'a str,
    offsets: Unit,
    sentences: Vec<Sentence<'a>>,
}

/// A sentence, its place in the decoded text, and what it stands in.
#[derive(Serialize)]
struct Sentence<'a> {
    span: [usize; 2],
    text: &'a str,
    kind: SectionKind,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let work = |item: Item, input: &input::Options| {
        let fail = |stage, message: String| Failure { uri: item.uri.clone(), stage, message };
        let document = input::document(&item, input).map_err(|error| fail(error.stage(), error.to_string()))?;
        let page = || if options.json { json(&item.id, &document.text, options.offsets.unit()) } else { Ok(lines(&document.text)) };
        run::guarded(&item.uri, page)?.map_err(|error| fail("write", error.to_string()))
    };
    options.reading.each(work, |out, page: Option<String>| out.write_all(page.unwrap_or_default().as_bytes()).with_context(|| out.told()))
}

fn json(id: &str, raw: &str, unit: Unit) -> serde_json::Result<String> {
    let text = Text::parse(raw, lexicon::shared());
    let offsets = Offsets::new(raw, unit);
    let sentence = |found: &oton::text::Sentence| {
        let span = text.bytes(found.tokens);
        Sentence { span: [offsets.at(span.start()), offsets.at(span.end())], text: span.of(raw), kind: text.sections[found.section].kind }
    };
    let mut line = serde_json::to_string(&Sentences { id, offsets: unit, sentences: text.sentences.iter().map(sentence).collect() })?;
    line.push('\n');
    Ok(line)
}

/// A sentence per line: a line break inside one, with the white space around it, is a space.
fn lines(text: &str) -> String {
    let mut page = String::with_capacity(text.len() + text.len() / 64);
    for sentence in oton::sentences(text) {
        let mut parts = sentence.split(is_line_break).map(str::trim).filter(|part| !part.is_empty());
        page.extend(parts.next());
        for part in parts {
            page.push(' ');
            page.push_str(part);
        }
        page.push('\n');
    }
    page
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_one_line_whatever_breaks_it() {
        let text = "Die Stadt Beispielheim und ihr ganzer großer Landkreis \r\n  bauen jetzt ein Haus. Es ist gut.";
        assert_eq!(lines(text), "Die Stadt Beispielheim und ihr ganzer großer Landkreis bauen jetzt ein Haus.\nEs ist gut.\n");
    }
}
