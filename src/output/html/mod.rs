//! A report for people: one page that needs nothing beside it, no script and no network. A long run gets several pages,
//! `report-2.html`, `report-3.html` …, each with its own releases and their tables.

mod marks;
mod release;
mod tallies;
mod words;

use super::part::{Part, Sink};
use super::{Finished, Line, Writer};
use crate::record::Record;
use anyhow::Context;
use std::ffi::OsString;
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};
use tallies::Tallies;
use tempfile::SpooledTempFile;
use words::{count, escaped};

/// Releases of a page; browsers still open so many at once.
const RELEASES: usize = 2_000;

/// Bytes of a page after which the next begins.
const BYTES: u64 = 64 << 20;

/// Bytes that wait in memory for the tables that stand above them; more wait in a temporary file.
const SPOOL: usize = 8 << 20;

const STYLE: &str = include_str!("style.css");

pub(super) struct Html {
    path: PathBuf,
    parts: Vec<Part>,
    page: Page,
    /// Releases so far.
    number: usize,
}

/// The page that is being made.
struct Page {
    /// The releases.
    body: SpooledTempFile,
    bytes: u64,
    releases: usize,
    tallies: Tallies,
}

impl Page {
    fn new() -> Self {
        Page { body: SpooledTempFile::new(SPOOL), bytes: 0, releases: 0, tallies: Tallies::default() }
    }
}

/// Path of the `n`th page, counted from 1.
fn page_path(path: &Path, n: usize) -> PathBuf {
    if n < 2 {
        return path.to_owned();
    }
    let mut name = path.file_stem().map_or_else(OsString::new, OsString::from);
    name.push(format!("-{n}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

/// Whether a file is a page of the report at a path.
pub(super) fn is_page(path: &Path, file: &Path) -> bool {
    let stem = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let (first, other) = (stem(path), stem(file));
    let number = other.strip_prefix(&first).and_then(|rest| rest.strip_prefix('-')).and_then(|number| number.parse::<usize>().ok());
    number.is_some_and(|n| page_path(path, n) == file && n > 1)
}

impl Html {
    pub(super) fn create(path: &Path) -> anyhow::Result<Self> {
        // a path that cannot be written is told before the work, not after
        Part::new(path)?.create()?;
        Ok(Html { path: path.to_owned(), parts: Vec::new(), page: Page::new(), number: 0 })
    }

    /// Writes the page that was being made.
    fn end_page(&mut self, more: bool) -> anyhow::Result<()> {
        let page = std::mem::replace(&mut self.page, Page::new());
        let n = self.parts.len() + 1;
        let mut sink = Sink::create(&page_path(&self.path, n))?;
        let neighbour = |n: usize| page_path(&self.path, n).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let last = (n > 1).then(|| neighbour(n - 1));
        let next = more.then(|| neighbour(n + 1));
        let first = self.number - page.releases + 1;
        write_page(&mut sink, page, first, last.as_deref(), next.as_deref()).with_context(|| sink.told())?;
        self.parts.extend(sink.finish()?);
        Ok(())
    }
}

impl Writer for Html {
    fn write(&mut self, line: &Line<'_>) -> anyhow::Result<()> {
        if self.page.releases >= RELEASES || self.page.bytes >= BYTES {
            self.end_page(true)?;
        }
        let record: &Record<'_> = line.record()?;
        self.number += 1;
        self.page.releases += 1;
        let mut html = String::new();
        release::release(&mut html, record, self.number);
        self.page.tallies.count(record, self.number);
        self.page.bytes += html.len() as u64;
        self.page.body.write_all(html.as_bytes()).context("a temporary file for the report could not be written")
    }

    fn finish(mut self: Box<Self>) -> anyhow::Result<Finished> {
        self.end_page(false)?;
        let mut finished = Finished::whole(std::mem::take(&mut self.parts));
        if finished.parts.len() > 1 {
            finished.notes.push(format!("{}: the report has {} pages", self.path.display(), finished.parts.len()));
        }
        Ok(finished)
    }
}

fn write_page(out: &mut impl Write, mut page: Page, first: usize, last: Option<&str>, next: Option<&str>) -> io::Result<()> {
    let releases = count(page.releases, "Meldung", "Meldungen");
    let statements = count(page.tallies.statements(), "Aussage", "Aussagen");
    let conferrals = count(page.tallies.conferrals(), "Verleihung", "Verleihungen");
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"de\"><head><meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>Wer hat was gesagt: {releases}</title>\n<style>\n{STYLE}</style></head><body>\n\
         <h1>Wer hat was gesagt</h1>\n<p class=\"meta\">{releases} (ab Nr. {first}), {statements}, {conferrals}</p>\n<nav>"
    )?;
    let (speaks, gives) = (page.tallies.speakers() > 0, page.tallies.conferrals() > 0);
    let links = [("sprecher", "Sprecherinnen und Sprecher", speaks), ("auszeichnungen", "Auszeichnungen", gives), ("meldungen", "Meldungen", true)];
    for (id, title, _) in links.iter().filter(|(.., there)| *there) {
        write!(out, "<a href=\"#{id}\">{title}</a>")?;
    }
    for (name, title) in [(last, "← vorige Seite"), (next, "nächste Seite →")] {
        if let Some(name) = name {
            write!(out, "<a href=\"./{}\">{title}</a>", escaped(&address(name)))?;
        }
    }
    writeln!(
        out,
        "</nav>\n<p class=\"key meta\"><span class=\"direct\">wörtlich</span><span class=\"indirect\">sinngemäß</span>\
         <span class=\"partial\">Zitatfragment</span><i class=\"person\">Person</i><i class=\"organisation\">Organisation</i>\
         <i class=\"award\">Auszeichnung</i><i class=\"cue\">Redeanzeige</i></p>"
    )?;
    out.write_all(page.tallies.page().as_bytes())?;
    writeln!(out, "<h2 id=\"meldungen\">Meldungen</h2>")?;
    page.body.rewind()?;
    io::copy(&mut page.body, out)?;
    writeln!(out, "</body></html>")
}

/// A file name as an address.
fn address(name: &str) -> String {
    name.replace('%', "%25").replace('#', "%23").replace('?', "%3F")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_names_of_their_own() {
        let path = Path::new("out/report.html");
        assert_eq!(page_path(path, 1), path);
        assert_eq!(page_path(path, 2), Path::new("out/report-2.html"));
        assert!(is_page(path, Path::new("out/report-12.html")));
        for other in ["out/report.html", "out/report-1.html", "out/report-x.html", "report-2.html", "out/report-2.htm"] {
            assert!(!is_page(path, Path::new(other)), "{other}");
        }
    }
}
