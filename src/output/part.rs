//! A file of results that is seen under its name only when it is whole.

use anyhow::Context;
use flate2::write::GzEncoder;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file that is being written, beside its final place and hidden: `.NAME.part`. It is moved there by [`Part::publish`],
/// or removed when it is dropped. What a killed run left is overwritten by the next.
#[derive(Debug)]
pub struct Part {
    /// Where it belongs.
    path: PathBuf,
    /// Where it is; `None` when it is written in place, because a pipe or device stands there.
    hidden: Option<PathBuf>,
}

impl Part {
    /// For a final path.
    ///
    /// # Errors
    /// A path that is a folder.
    pub fn new(path: &Path) -> anyhow::Result<Self> {
        if fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) {
            return Ok(Part { path: path.to_owned(), hidden: None });
        }
        let told = || path.display().to_string();
        anyhow::ensure!(!path.is_dir(), "{}: is a folder", told());
        // a link stays a link: what it points at is replaced
        let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let name = path.file_name().with_context(told)?.to_string_lossy();
        let hidden = path.with_file_name(format!(".{name}.part"));
        Ok(Part { path: path.clone(), hidden: Some(hidden) })
    }

    /// Where to write.
    pub fn place(&self) -> &Path {
        self.hidden.as_deref().unwrap_or(&self.path)
    }

    /// An empty file to write into.
    ///
    /// # Errors
    /// A file that cannot be made.
    pub fn create(&self) -> anyhow::Result<File> {
        File::options().read(self.hidden.is_some()).write(true).create(true).truncate(true).open(self.place()).with_context(|| self.told())
    }

    /// The final path, for messages.
    pub fn told(&self) -> String {
        self.path.display().to_string()
    }

    /// Moves the whole file to its place, on disk before it is seen.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn publish(self) -> anyhow::Result<()> {
        self.hidden.as_deref().map_or(Ok(()), |hidden| self.take(hidden))
    }

    /// Moves a whole file that stands elsewhere on the same disk to the place, on disk before it is seen.
    ///
    /// # Errors
    /// What the system refuses; the file is then where it was.
    pub fn take(&self, file: &Path) -> anyhow::Result<()> {
        File::open(file).and_then(|file| file.sync_all()).and_then(|()| fs::rename(file, &self.path)).with_context(|| self.told())?;
        // the folder's entry too survives a power cut; systems that know no such thing refuse, which does no harm
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        drop(File::open(folder).and_then(|folder| folder.sync_all()));
        Ok(())
    }
}

/// Whether a file could be written there: to be asked before much work is done for it.
///
/// # Errors
/// What the system would refuse.
pub fn check(path: &Path) -> anyhow::Result<()> {
    let part = Part::new(path)?;
    if part.hidden.is_some() { part.create().map(drop) } else { Ok(()) }
}

/// Writes a small file as a whole.
///
/// # Errors
/// What the system refuses.
pub fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let part = Part::new(path)?;
    part.create()?.write_all(bytes).with_context(|| part.told())?;
    part.publish()
}

impl Drop for Part {
    fn drop(&mut self) {
        if let Some(hidden) = &self.hidden {
            drop(fs::remove_file(hidden));
        }
    }
}

/// Bytes on their way into a file or to standard output, packed where the file's name says so.
pub struct Sink {
    part: Option<Part>,
    out: Out,
}

enum Out {
    Stdout(io::Stdout),
    Plain(BufWriter<File>),
    Gzip(Box<GzEncoder<BufWriter<File>>>),
    Zstd(zstd::stream::write::Encoder<'static, BufWriter<File>>),
}

impl Sink {
    /// For a final path; `-` is standard output.
    ///
    /// # Errors
    /// A file that cannot be made.
    pub fn create(path: &Path) -> anyhow::Result<Self> {
        if path == Path::new("-") {
            return Ok(Sink { part: None, out: Out::Stdout(io::stdout()) });
        }
        let part = Part::new(path)?;
        let file = BufWriter::new(part.create()?);
        let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
        let out = match ending.as_deref().and_then(|ending| ending.to_str()) {
            // no name and no time of writing in its head: the same results are the same bytes
            Some("gz") => Out::Gzip(Box::new(GzEncoder::new(file, flate2::Compression::default()))),
            Some("zst") => Out::Zstd(zstd::stream::write::Encoder::new(file, zstd::DEFAULT_COMPRESSION_LEVEL).with_context(|| path.display().to_string())?),
            _ => Out::Plain(file),
        };
        Ok(Sink { part: Some(part), out })
    }

    /// Where it goes, for messages.
    pub fn told(&self) -> String {
        self.part.as_ref().map_or_else(|| "standard output".to_owned(), Part::told)
    }

    /// Writes what is still held back; the whole file, not yet in its place.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn finish(self) -> anyhow::Result<Option<Part>> {
        let told = self.told();
        match self.out {
            Out::Stdout(mut out) => out.flush(),
            Out::Plain(mut out) => out.flush(),
            Out::Gzip(out) => out.finish().and_then(|mut out| out.flush()),
            Out::Zstd(out) => out.finish().and_then(|mut out| out.flush()),
        }
        .context(told)?;
        Ok(self.part)
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.out {
            Out::Stdout(out) => out.write(bytes),
            Out::Plain(out) => out.write(bytes),
            Out::Gzip(out) => out.write(bytes),
            Out::Zstd(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.out {
            Out::Stdout(out) => out.flush(),
            Out::Plain(out) => out.flush(),
            Out::Gzip(out) => out.flush(),
            Out::Zstd(out) => out.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_seen_when_it_is_whole() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("a.txt");
        let names = || fs::read_dir(folder.path()).expect("is there").count();
        let mut sink = Sink::create(&path).expect("can be made");
        sink.write_all(b"Text").expect("is written");
        assert!(!path.exists());
        let part = sink.finish().expect("ends").expect("is a file");
        assert!(!path.exists());
        part.publish().expect("is moved");
        assert_eq!(fs::read(&path).expect("is there"), b"Text");
        assert_eq!(names(), 1);
        drop(Sink::create(&path).expect("can be made"));
        assert_eq!(fs::read(&path).expect("the former results stay"), b"Text");
        assert_eq!(names(), 1);
    }
}
