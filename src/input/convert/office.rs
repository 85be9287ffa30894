//! Word and OpenDocument texts → text.

use super::Converted;
use super::blocks::Blocks;
use super::xml::{Event, Events, attribute};
use crate::input::{InputError, Metadata, Options, date};
use std::io::{Cursor, Read};

/// Parts of a document that are not its text: deletions, field codes, copies for old programs, notes, comments.
const SILENT: [&str; 9] = ["del", "instrText", "Fallback", "moveFrom", "note", "annotation", "tracked-changes", "sequence-decls", "forms"];

type Parts<'b> = zip::ZipArchive<Cursor<&'b [u8]>>;

fn open(bytes: &[u8]) -> Result<Parts<'_>, InputError> {
    zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| InputError::Broken(error.to_string()))
}

/// A part of the document as text; no larger than a release may be.
fn part(parts: &mut Parts<'_>, name: &str, options: &Options) -> Result<String, InputError> {
    let entry = parts.by_name(name).map_err(|error| InputError::Broken(format!("{name}: {error}")))?;
    let mut bytes = Vec::new();
    entry.take(options.largest + 1).read_to_end(&mut bytes).map_err(|error| InputError::Broken(format!("{name}: {error}")))?;
    if bytes.len() as u64 > options.largest {
        return Err(InputError::Limit(format!("{name} unpacks to more than {} bytes; raise --max-bytes to read it", options.largest)));
    }
    Ok(super::super::encoding::decode_declared(&bytes, super::super::encoding::xml_declaration(&bytes))?.text)
}

/// The text of a Word document.
pub(super) fn docx(bytes: &[u8], options: &Options) -> Result<Converted, InputError> {
    let mut parts = open(bytes)?;
    let source = part(&mut parts, "word/document.xml", options)?;
    let mut metadata = part(&mut parts, "docProps/core.xml", options).map_or_else(|_| Metadata::default(), |source| properties(&source));
    metadata.publisher = part(&mut parts, "docProps/app.xml", options).ok().and_then(|source| properties(&source).publisher);
    let mut blocks = Blocks::default();
    let mut events = Events::new(&source);
    let mut layout = Layout::default();
    let (mut silent, mut in_text, mut in_run) = (0_usize, false, 0_usize);
    loop {
        match next(&mut events)? {
            Event::Done => break,
            Event::Open(name, _) if SILENT.contains(&name.as_str()) => silent += 1,
            Event::Close(name) if SILENT.contains(&name.as_str()) => silent = silent.saturating_sub(1),
            _ if silent > 0 => {}
            Event::Open(name, attributes) => match name.as_str() {
                "p" => layout.open_paragraph(&mut blocks),
                "numId" if attribute(&attributes, "val") != Some("0") => layout.item(&mut blocks),
                "r" => in_run += 1,
                "t" => in_text = true,
                "tab" if in_run > 0 => layout.text(&mut blocks, " "),
                "br" | "cr" if in_run > 0 => {
                    if attribute(&attributes, "type") == Some("page") {
                        blocks.paragraph()
                    } else {
                        blocks.line()
                    }
                }
                "noBreakHyphen" => layout.text(&mut blocks, "-"),
                "tc" => layout.cell(&mut blocks),
                "tbl" => layout.open_table(&mut blocks),
                _ => {}
            },
            Event::Text(words) if in_text => layout.text(&mut blocks, &words),
            Event::Text(_) => {}
            Event::Close(name) => match name.as_str() {
                "p" => layout.close_paragraph(&mut blocks),
                "r" => in_run = in_run.saturating_sub(1),
                "t" => in_text = false,
                "tr" => blocks.end_line(),
                "tbl" => layout.close_table(&mut blocks),
                _ => {}
            },
        }
    }
    Ok(Converted { text: blocks.finish(), encoding: None, metadata, warnings: vec![] })
}

/// The text of an OpenDocument text.
pub(super) fn odt(bytes: &[u8], options: &Options) -> Result<Converted, InputError> {
    let mut parts = open(bytes)?;
    let source = part(&mut parts, "content.xml", options)?;
    let metadata = part(&mut parts, "meta.xml", options).map_or_else(|_| Metadata::default(), |source| properties(&source));
    let mut blocks = Blocks::default();
    let mut events = Events::new(&source);
    let mut layout = Layout::default();
    let (mut silent, mut body) = (0_usize, false);
    loop {
        match next(&mut events)? {
            Event::Done => break,
            Event::Open(name, _) if SILENT.contains(&name.as_str()) => silent += 1,
            Event::Close(name) if SILENT.contains(&name.as_str()) => silent = silent.saturating_sub(1),
            _ if silent > 0 => {}
            Event::Open(name, attributes) => match name.as_str() {
                "body" => body = true,
                "p" | "h" => layout.open_paragraph(&mut blocks),
                "list-item" => layout.item(&mut blocks),
                "s" | "tab" => layout.text(&mut blocks, " "),
                "line-break" => blocks.line(),
                "table-cell" => layout.cell(&mut blocks),
                "table" if attribute(&attributes, "name").is_some() => layout.open_table(&mut blocks),
                _ => {}
            },
            Event::Text(words) if body && layout.in_paragraph() => layout.text(&mut blocks, &words),
            Event::Text(_) => {}
            Event::Close(name) => match name.as_str() {
                "p" | "h" => layout.close_paragraph(&mut blocks),
                "table-row" => blocks.end_line(),
                "table" => layout.close_table(&mut blocks),
                _ => {}
            },
        }
    }
    Ok(Converted { text: blocks.finish(), encoding: None, metadata, warnings: vec![] })
}

fn next(events: &mut Events<'_>) -> Result<Event, InputError> {
    events.read().map_err(|message| InputError::Broken(format!("broken XML: {message}")))
}

/// Paragraphs, list items and cells on their way into [`Blocks`].
#[derive(Default)]
struct Layout {
    paragraphs: usize,
    tables: usize,
    /// The paragraph is a list item; the one before was.
    item: bool,
    after_item: bool,
    /// Nothing stands in the cell yet.
    fresh_cell: bool,
}

impl Layout {
    fn open_paragraph(&mut self, blocks: &mut Blocks) {
        self.paragraphs += 1;
        if self.tables > 0 && !self.fresh_cell {
            blocks.paragraph();
        }
    }

    fn in_paragraph(&self) -> bool {
        self.paragraphs > 0
    }

    fn item(&mut self, blocks: &mut Blocks) {
        blocks.item();
        self.item = true;
    }

    fn text(&mut self, blocks: &mut Blocks, words: &str) {
        if self.after_item && !self.item {
            blocks.paragraph();
        }
        self.after_item = false;
        self.fresh_cell &= words.trim().is_empty();
        blocks.text(words);
    }

    fn close_paragraph(&mut self, blocks: &mut Blocks) {
        self.paragraphs = self.paragraphs.saturating_sub(1);
        if self.item {
            blocks.end_line();
        } else if self.tables == 0 {
            blocks.paragraph();
        }
        self.after_item = self.item;
        self.item = false;
    }

    fn cell(&mut self, blocks: &mut Blocks) {
        blocks.tab();
        self.fresh_cell = true;
    }

    fn open_table(&mut self, blocks: &mut Blocks) {
        if self.tables == 0 {
            blocks.paragraph();
        }
        self.tables += 1;
    }

    fn close_table(&mut self, blocks: &mut Blocks) {
        self.tables = self.tables.saturating_sub(1);
        blocks.paragraph();
    }
}

/// What a document says of itself.
fn properties(source: &str) -> Metadata {
    let mut events = Events::new(source);
    let mut metadata = Metadata::default();
    let mut words = String::new();
    while let Ok(event) = events.read() {
        match event {
            Event::Done => break,
            Event::Open(..) => words.clear(),
            Event::Text(more) => words.push_str(&more),
            Event::Close(name) => {
                let value = Some(std::mem::take(&mut words)).filter(|words| !words.trim().is_empty());
                match name.as_str() {
                    "title" => metadata.title = value,
                    "creator" | "initial-creator" => metadata.author = metadata.author.take().or(value),
                    "created" | "creation-date" => metadata.date = value.and_then(|text| date::day(&text)),
                    "language" => metadata.language = value,
                    "Company" => metadata.publisher = value,
                    _ => {}
                }
            }
        }
    }
    metadata
}
