//! ZIP and tar.

use super::{Flow, Name, SPOOL, Unpacker};
use crate::input::Shape;
use crate::input::detect::Leaf;
use std::collections::HashSet;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufReader, Read, Seek};
use std::rc::Rc;

/// A readable thing in which one can go back.
trait Back: Read + Seek {}
impl<T: Read + Seek> Back for T {}

impl Unpacker<'_, '_> {
    pub(super) fn tar(&mut self, name: &Name, reader: &mut dyn Read, depth: usize) -> Flow {
        let mut archive = tar::Archive::new(reader);
        archive.set_ignore_zeros(true); // archives that were appended to one another
        let entries = match archive.entries() {
            Ok(entries) => entries,
            Err(error) => return self.fail(name, "unpack", error),
        };
        let mut seen = Repeats::default();
        for entry in entries {
            let mut entry = match entry {
                Ok(entry) => entry,
                // nothing behind a broken header can be found again
                Err(error) => return self.fail(name, "unpack", format!("the archive breaks off here: {error}")),
            };
            if !matches!(entry.header().entry_type(), tar::EntryType::Regular | tar::EntryType::Continuous | tar::EntryType::GNUSparse) {
                continue; // folders, links and devices hold no text of their own
            }
            let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            match member(&path) {
                Member::Hidden => {}
                Member::Outside => self.fail(&name.member(&path), "unpack", OUTSIDE)?,
                Member::At(path) => {
                    let mut whole = Whole { left: entry.size(), inner: &mut entry };
                    self.stream(&name.member(&seen.distinct(path)), &mut whole, None, depth + 1)?;
                }
            }
            if self.meter.is_full() {
                break;
            }
        }
        Flow::Continue(())
    }

    pub(super) fn zip(&mut self, name: &Name, reader: &mut dyn Read, file: Option<File>, depth: usize) -> Flow {
        let meter = Rc::clone(&self.meter);
        let whole: Box<dyn Back> = match file {
            Some(file) => Box::new(BufReader::new(meter.packed(file))),
            None => {
                let mut spool = tempfile::spooled_tempfile(SPOOL);
                match io::copy(reader, &mut spool).and_then(|_| spool.rewind()) {
                    Ok(()) => Box::new(BufReader::new(spool)),
                    Err(error) => return self.fail(name, "unpack", error),
                }
            }
        };
        let mut archive = match zip::ZipArchive::new(whole) {
            Ok(archive) => archive,
            Err(error) => return self.fail(name, "unpack", error),
        };
        if let Some(document) = office(&archive) {
            return self.document(name, document, archive.into_inner());
        }
        for at in 0..archive.len() {
            let mut entry = match archive.by_index(at) {
                Ok(entry) => entry,
                Err(error) => {
                    self.fail(&name.record(at + 1), "unpack", error)?;
                    continue;
                }
            };
            if entry.is_dir() {
                continue;
            }
            let path = entry.name().map_or_else(|_| format!("{}", at + 1), |name| name.into_owned());
            match member(&path) {
                Member::Hidden => {}
                Member::Outside => self.fail(&name.member(&path), "unpack", OUTSIDE)?,
                Member::At(path) => self.stream(&name.member(path), &mut meter.unpacked(&mut entry), None, depth + 1)?,
            }
            if meter.is_full() {
                break;
            }
        }
        Flow::Continue(())
    }

    /// A ZIP that is one document.
    fn document(&mut self, name: &Name, document: Result<Leaf, &'static str>, mut whole: impl Read + Seek) -> Flow {
        match document {
            Err(what) => self.fail(name, "detect", format!("this is {what}, of which no text is read")),
            Ok(leaf) => match whole.rewind().map_err(|error| name.fail("read", error)).and_then(|()| self.all(name, &mut whole)) {
                Ok(bytes) => self.item(name.clone(), Shape::Leaf(leaf), bytes),
                Err(failure) => (self.visit)(Err(failure)),
            },
        }
    }
}

/// What an office document is, by the files that only it has.
fn office<R: Read + Seek>(archive: &zip::ZipArchive<R>) -> Option<Result<Leaf, &'static str>> {
    let has = |path: &str| archive.index_for_name(path).is_some();
    if has("word/document.xml") {
        Some(Ok(Leaf::Docx))
    } else if has("content.xml") && has("META-INF/manifest.xml") {
        Some(Ok(Leaf::Odt))
    } else if has("xl/workbook.xml") {
        Some(Err("an Excel workbook"))
    } else if has("ppt/presentation.xml") {
        Some(Err("a PowerPoint presentation"))
    } else if has("META-INF/container.xml") && has("mimetype") {
        Some(Err("an EPUB book"))
    } else {
        None
    }
}

const OUTSIDE: &str = "its path leads out of the archive; it was not read";

enum Member<'p> {
    At(&'p str),
    Hidden,
    Outside,
}

/// Whether a path of an archive is read: as in folders, what is hidden is not.
fn member(path: &str) -> Member<'_> {
    let path = path.trim_start_matches("./").trim_start_matches('/');
    let mut parts = path.split(['/', '\\']);
    if parts.clone().any(|part| part == "..") || parts.clone().next().is_some_and(|drive| drive.len() == 2 && drive.ends_with(':')) {
        return Member::Outside;
    }
    if parts.any(|part| (part.len() > 1 && part.starts_with('.')) || part == "__MACOSX") { Member::Hidden } else { Member::At(path) }
}

/// A member of a known size, of which an archive that was cut off may have less.
struct Whole<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Whole<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.saturating_sub(read as u64);
        if read == 0 && self.left > 0 && !buffer.is_empty() {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the archive ends inside this file"));
        }
        Ok(read)
    }
}

/// Names that were given before; a tar archive may have a path twice.
#[derive(Default)]
pub(super) struct Repeats(HashSet<u64>);

impl Repeats {
    /// The name, with a number behind it when it was there before.
    pub(super) fn distinct(&mut self, name: &str) -> String {
        let mut candidate = name.to_owned();
        for number in 2.. {
            let mut hasher = DefaultHasher::new();
            candidate.hash(&mut hasher);
            if self.0.insert(hasher.finish()) {
                break;
            }
            candidate = format!("{name}~{number}");
        }
        candidate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_lead_out_or_are_hidden_are_not_read() {
        for outside in ["../x", "a/../../x", "..\\x", "C:\\x", "C:/x"] {
            assert!(matches!(member(outside), Member::Outside), "{outside}");
        }
        for hidden in [".git/x", "a/.DS_Store", "__MACOSX/a.txt"] {
            assert!(matches!(member(hidden), Member::Hidden), "{hidden}");
        }
        for (path, kept) in [("./a/b.txt", "a/b.txt"), ("/a.txt", "a.txt"), ("a..b.txt", "a..b.txt")] {
            assert!(matches!(member(path), Member::At(at) if at == kept), "{path}");
        }
    }

    #[test]
    fn a_name_given_twice_gets_a_number() {
        let mut seen = Repeats::default();
        assert_eq!(["a", "a", "b", "a"].map(|name| seen.distinct(name)), ["a", "a~2", "b", "a~3"]);
    }
}
