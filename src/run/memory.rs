//! The releases that came before, kept on disk too, so that a run that is taken up again knows them as before.
//!
//! Each release that repeats none is written into a segment as it is remembered; a segment has as many as half of the
//! memory, so that the last two of them hold all of it.

use super::duplicates::{Fingerprint, HALF, Seen};
use crate::record::Likeness;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// How far the segments are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Number of the last segment.
    segment: u64,
    /// Its length in bytes.
    bytes: u64,
}

/// The releases that came before, and where they are written.
#[derive(Debug)]
pub struct Memory {
    seen: Seen,
    near: bool,
    log: Option<Log>,
}

#[derive(Debug)]
struct Log {
    folder: PathBuf,
    mark: Mark,
    entries: usize,
    file: BufWriter<File>,
}

impl Memory {
    /// An empty memory; `near` says whether near repetitions count, `folder` where the segments go.
    pub fn new(near: bool, folder: Option<&Path>) -> io::Result<Self> {
        let log = folder.map(|folder| Log::segment(folder, 0)).transpose()?;
        Ok(Memory { seen: Seen::default(), near, log })
    }

    /// The memory as it was at a mark.
    pub fn resume(near: bool, folder: &Path, mark: Mark) -> io::Result<Self> {
        let mut seen = Seen::default();
        if let Some(before) = mark.segment.checked_sub(1) {
            read(&segment(folder, before), u64::MAX, &mut seen)?;
        }
        let path = segment(folder, mark.segment);
        let entries = read(&path, mark.bytes, &mut seen)?;
        let mut file = File::options().write(true).open(path)?;
        file.set_len(mark.bytes)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Memory { seen, near, log: Some(Log { folder: folder.to_owned(), mark, entries, file: BufWriter::new(file) }) })
    }

    /// The first release that this one repeats, and how; one that repeats none is remembered.
    pub fn check(&mut self, fingerprint: &Fingerprint, id: &str) -> io::Result<Option<(String, Likeness)>> {
        let found = self.seen.check(fingerprint, id, self.near);
        if found.is_none()
            && let Some(log) = &mut self.log
        {
            log.append(fingerprint, id)?;
        }
        Ok(found)
    }

    /// Brings everything to the disk.
    pub fn settle(&mut self) -> io::Result<Mark> {
        let Some(log) = &mut self.log else { return Ok(Mark::default()) };
        log.settle()?;
        Ok(log.mark)
    }

    /// Takes away the segments that no mark from now on needs.
    pub fn tidy(&self) -> io::Result<()> {
        let Some(log) = &self.log else { return Ok(()) };
        for old in (0..log.mark.segment.saturating_sub(1)).rev().map(|number| segment(&log.folder, number)).take_while(|path| path.exists()) {
            fs::remove_file(old)?;
        }
        Ok(())
    }
}

impl Log {
    fn segment(folder: &Path, number: u64) -> io::Result<Self> {
        let file = BufWriter::new(File::create(segment(folder, number))?);
        Ok(Log { folder: folder.to_owned(), mark: Mark { segment: number, bytes: 0 }, entries: 0, file })
    }

    fn settle(&mut self) -> io::Result<()> {
        self.file.flush()?;
        self.file.get_ref().sync_data()
    }

    fn append(&mut self, fingerprint: &Fingerprint, id: &str) -> io::Result<()> {
        if self.entries == HALF {
            self.settle()?;
            *self = Log::segment(&self.folder, self.mark.segment + 1)?;
        }
        let mut entry = fingerprint.to_bytes();
        entry.extend(u32::try_from(id.len()).unwrap_or(u32::MAX).to_le_bytes());
        entry.extend(id.bytes());
        self.file.write_all(&entry)?;
        self.entries += 1;
        self.mark.bytes += entry.len() as u64;
        Ok(())
    }
}

fn segment(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("seen-{number}"))
}

/// Remembers what stands in a segment's first bytes; gives the number of releases.
fn read(path: &Path, bytes: u64, seen: &mut Seen) -> io::Result<usize> {
    let file = File::open(path)?;
    let mut left = file.metadata()?.len().min(bytes);
    let mut reader = BufReader::new(file);
    let mut entries = 0;
    while left > 0 {
        let fingerprint = Fingerprint::from_reader(&mut reader)?;
        let mut length = [0; 4];
        reader.read_exact(&mut length)?;
        let mut id = Vec::new();
        let length = u64::from(u32::from_le_bytes(length));
        if (&mut reader).take(length).read_to_end(&mut id)? as u64 != length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        left = left.saturating_sub(fingerprint.size() + 4 + length);
        seen.remember(&fingerprint, &String::from_utf8_lossy(&id));
        entries += 1;
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_that_is_taken_up_answers_as_before() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let text = |n: usize| (n..n + 40).map(|n| format!("Wort{} ", n * 7919 % 100_003)).collect::<String>();
        let print = |n: usize| Fingerprint::of(&text(n * 50));
        let mut memory = Memory::new(true, Some(folder.path())).expect("can be made");
        for n in 0..30 {
            assert_eq!(memory.check(&print(n), &format!("r{n}")).expect("is written"), None);
        }
        let mark = memory.settle().expect("settles");
        memory.check(&print(99), "lost").expect("is written");
        memory.settle().expect("settles");
        let mut memory = Memory::resume(true, folder.path(), mark).expect("is there");
        let near = Fingerprint::of(&format!("{} Kontakt", text(7 * 50)));
        assert_eq!(memory.check(&near, "x").expect("is read").map(|(id, _)| id).as_deref(), Some("r7"));
        assert_eq!(memory.check(&print(99), "again").expect("is written"), None);
        assert_eq!(memory.check(&print(99), "x").expect("is read").map(|(id, _)| id).as_deref(), Some("again"));
    }

    #[test]
    fn the_last_two_segments_are_enough() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let print = |n: usize| Fingerprint::of(&format!("Wort{n}"));
        let all = HALF * 2 + 10;
        let mut memory = Memory::new(false, Some(folder.path())).expect("can be made");
        for n in 0..all {
            memory.check(&print(n), &n.to_string()).expect("is written");
        }
        let mark = memory.settle().expect("settles");
        memory.tidy().expect("can be removed");
        assert_eq!(fs::read_dir(folder.path()).expect("is there").count(), 2);
        let mut again = Memory::resume(false, folder.path(), mark).expect("is there");
        for n in [0, 1, HALF - 1, HALF, HALF + 1, all - 1] {
            assert_eq!(again.seen.find(&print(n), false), memory.seen.find(&print(n), false), "{n}");
        }
        assert!(again.check(&print(HALF), "x").expect("is read").is_some());
    }
}
