//! Files → the releases in them: compression and archives are peeled off, files of many records cut into records.
//!
//! Everything is streamed and handed on at once, so that memory holds one release at a time (a ZIP inside another archive
//! is spooled, to disk when it is large). Nothing is converted here: an [`Item`] is a release's bytes and what they are.

mod archive;
pub mod csv;
pub mod fields;
mod json;
mod lines;
pub mod mail;
pub mod meter;
mod parquet;
mod utf16;
mod warc;
mod xml;

use super::detect::{self, HEAD, Kind, Leaf};
use super::{Failure, Item, Options, Shape, encoding};
use archive::Repeats;
use meter::Meter;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Bytes of a nested ZIP that are kept in memory; larger ones go to a temporary file.
const SPOOL: usize = 8 << 20;

/// Whether the caller wants more.
pub type Flow = ControlFlow<()>;

/// What takes the items and failures, in the order they stand in.
pub type Visit<'v> = &'v mut dyn FnMut(Result<Item, Failure>) -> Flow;

/// What a release is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Stable id.
    pub id: String,
    /// Path as given.
    pub uri: String,
}

impl Name {
    /// Name of a file inside this archive.
    fn member(&self, path: &str) -> Name {
        Name { id: format!("{}/{path}", self.id), uri: format!("{}/{path}", self.uri) }
    }

    /// Name of a record of this file.
    fn record(&self, key: impl std::fmt::Display) -> Name {
        Name { id: format!("{}#{key}", self.id), uri: format!("{}#{key}", self.uri) }
    }

    fn fail(&self, stage: &'static str, message: impl ToString) -> Failure {
        Failure { uri: self.uri.clone(), stage, message: message.to_string() }
    }
}

/// Hands every release of a file to `visit`, in order, and every failure. Ends early when `visit` breaks. The bytes that
/// were read are added to `read` all the while.
pub fn file(name: &Name, file: File, options: &Options, read: &Arc<AtomicU64>, visit: Visit<'_>) -> Flow {
    let meter = Meter::new(options.ratio, Arc::clone(read));
    let seekable = file.metadata().is_ok_and(|meta| meta.is_file()).then(|| file.try_clone().ok()).flatten();
    Unpacker { options, meter: Rc::clone(&meter), visit }.stream(name, &mut meter.packed(file), seekable, 0)
}

/// The same for anything that can be read.
pub fn reader(name: &Name, reader: impl Read, options: &Options, visit: Visit<'_>) -> Flow {
    let meter = Meter::new(options.ratio, Arc::default());
    Unpacker { options, meter: Rc::clone(&meter), visit }.stream(name, &mut meter.packed(reader), None, 0)
}

struct Unpacker<'o, 'v> {
    options: &'o Options,
    meter: Rc<Meter>,
    visit: Visit<'v>,
}

impl Unpacker<'_, '_> {
    fn fail(&mut self, name: &Name, stage: &'static str, message: impl ToString) -> Flow {
        (self.visit)(Err(name.fail(stage, message)))
    }

    /// Hands on one release.
    fn item(&mut self, name: Name, shape: Shape, bytes: Vec<u8>) -> Flow {
        (self.visit)(Ok(Item { id: name.id, uri: name.uri, shape, bytes, charset: None, url: None, format: None }))
    }

    /// Reads what stands in a stream. `file` is the same as a seekable file, where it is one. `depth` counts the layers
    /// that have been peeled off; it is bounded, and so is this function's recursion.
    fn stream(&mut self, name: &Name, reader: &mut dyn Read, file: Option<File>, depth: usize) -> Flow {
        let mut head = Vec::with_capacity(HEAD.min(4096));
        // what was read before an error is not shown as if it were all
        if let Err(error) = (&mut *reader).take(HEAD as u64).read_to_end(&mut head) {
            return self.fail(name, if depth == 0 { "read" } else { "unpack" }, error);
        }
        let kind = detect::detect(&head, &self.options.fields);
        let packs = matches!(kind, Kind::Gzip | Kind::Bzip2 | Kind::Zstd | Kind::Xz | Kind::Tar | Kind::Zip);
        if packs && depth >= self.options.depth {
            return self.fail(name, "unpack", format!("packed more than {} times over; raise --max-depth to read it", self.options.depth));
        }
        let wide = encoding::is_utf16(&head);
        let mut whole = head.as_slice().chain(reader);
        if matches!(kind, Kind::JsonLines | Kind::Json | Kind::Csv(_)) {
            let mut bytes: Box<dyn BufRead + '_> = match wide {
                Some(encoding) => Box::new(BufReader::new(utf16::Utf16::new(whole, encoding))),
                None => Box::new(BufReader::new(whole)),
            };
            if let Err(error) = skip_mark(&mut bytes) {
                return self.fail(name, "read", error);
            }
            return match kind {
                Kind::JsonLines => self.json_lines(name, &mut bytes),
                Kind::Json => self.json(name, &mut bytes),
                Kind::Csv(delimiter) => self.csv(name, &mut bytes, delimiter),
                _ => Flow::Continue(()),
            };
        }
        match kind {
            Kind::Gzip => self.peel(name, flate2::read::MultiGzDecoder::new(whole), depth),
            Kind::Bzip2 => self.peel(name, bzip2::read::MultiBzDecoder::new(whole), depth),
            Kind::Xz => self.peel(name, lzma_rust2::XzReader::new(whole, true), depth),
            Kind::Zstd => match zstd::stream::read::Decoder::new(whole) {
                Ok(decoder) => self.peel(name, decoder, depth),
                Err(error) => self.fail(name, "unpack", error),
            },
            Kind::Parquet => self.parquet(name, &mut whole, file),
            Kind::Tar => self.tar(name, &mut whole, depth),
            Kind::Zip => self.zip(name, &mut whole, file, depth),
            Kind::Mbox => self.mbox(name, &mut BufReader::new(whole), depth),
            Kind::Warc => self.warc(name, &mut BufReader::new(whole), depth),
            Kind::Feed | Kind::News => match self.all(name, &mut whole) {
                Ok(bytes) => self.xml(name, &bytes, kind == Kind::Feed),
                Err(failure) => (self.visit)(Err(failure)),
            },
            Kind::Leaf(leaf) => match self.all(name, &mut whole) {
                Ok(bytes) => self.leaf(name, leaf, bytes, depth),
                Err(failure) => (self.visit)(Err(failure)),
            },
            Kind::Other(what) => self.fail(name, "detect", format!("this is {what}, of which no text is read")),
            Kind::JsonLines | Kind::Json | Kind::Csv(_) => Flow::Continue(()),
        }
    }

    /// A release that is a file; a mail has others attached to it.
    fn leaf(&mut self, name: &Name, leaf: Leaf, bytes: Vec<u8>, depth: usize) -> Flow {
        match leaf {
            Leaf::Mail => self.mail(name, bytes, None, depth),
            leaf => self.item(name.clone(), Shape::Leaf(leaf), bytes),
        }
    }

    /// What a decompressor gives.
    fn peel(&mut self, name: &Name, reader: impl Read, depth: usize) -> Flow {
        let meter = Rc::clone(&self.meter);
        self.stream(name, &mut meter.unpacked(reader), None, depth + 1)
    }

    /// The whole of a stream that may not be larger than a release.
    fn all(&self, name: &Name, reader: &mut dyn Read) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        reader.take(self.options.largest + 1).read_to_end(&mut bytes).map_err(|error| name.fail("read", error))?;
        if bytes.len() as u64 > self.options.largest {
            return Err(name.fail("read", self.too_large()));
        }
        Ok(bytes)
    }

    fn too_large(&self) -> String {
        format!("larger than {} bytes; raise --max-bytes to read it", self.options.largest)
    }
}

/// Passes over a UTF-8 byte order mark.
fn skip_mark(reader: &mut dyn BufRead) -> io::Result<()> {
    if reader.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
        reader.consume(3);
    }
    Ok(())
}
