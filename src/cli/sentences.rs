//! `oton sentences`: releases in, one sentence per line out, or JSON Lines.

use super::Outcome;
use super::input::InputOptions;
use anyhow::Context;
use oton::input::{self, Item};
use oton::record::{Offsets, Unit};
use oton::run::{self, Failure, feed, ordered, walk};
use serde::Serialize;
use std::ffi::OsString;
use std::io::{self, Write};

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Files, folders, patterns; `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<OsString>,
    /// One JSON object per release instead of one sentence per line; spans count code points
    #[arg(long)]
    json: bool,
    /// Threads
    #[arg(long, short, value_name = "N", default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    #[command(flatten)]
    input: InputOptions,
}

/// A release's sentences.
#[derive(Serialize)]
struct Sentences<'a> {
    id: &'a str,
    offsets: Unit,
    sentences: Vec<Sentence<'a>>,
}

/// A sentence and its place in the decoded text.
#[derive(Serialize)]
struct Sentence<'a> {
    span: [usize; 2],
    text: &'a str,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).build().context("the threads could not be started")?;
    let mut out = io::stdout().lock();
    let (mut read, mut failed) = (0, 0);
    let mut broken = Ok(());
    let input = options.input.options();
    let work = |item: Result<Item, Failure>| {
        let item = item?;
        let fail = |stage, message: String| Failure { uri: item.uri.clone(), stage, message };
        let document = input::document(&item, &input).map_err(|error| fail(error.stage(), error.to_string()))?;
        run::guarded(&item.uri, || if options.json { json(&item.id, &document.text) } else { Ok(lines(&document.text)) })?
            .map_err(|error| fail("write", error.to_string()))
    };
    let items = feed::items(walk::sources(&options.paths), input.clone(), pool.current_num_threads());
    ordered::for_each(&pool, items, pool.current_num_threads() * 4, work, |result: Result<String, Failure>| {
        match result {
            Ok(page) => {
                read += 1;
                broken = out.write_all(page.as_bytes());
            }
            Err(failure) => {
                failed += 1;
                eprintln!("oton: {failure}");
            }
        }
        broken.is_ok()
    });
    broken.and_then(|()| out.flush()).context("the sentences could not be written")?;
    if read + failed == 0 {
        eprintln!("oton: no file was found");
    }
    Ok(Outcome::of(read, failed))
}

fn json(id: &str, text: &str) -> serde_json::Result<String> {
    let offsets = Offsets::new(text, Unit::Codepoint);
    let place = |span: std::ops::Range<usize>| Sentence { span: [offsets.at(span.start), offsets.at(span.end)], text: &text[span] };
    let sentences = oton::sentences(text).spans().map(place).collect();
    let mut line = serde_json::to_string(&Sentences { id, offsets: Unit::Codepoint, sentences })?;
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
