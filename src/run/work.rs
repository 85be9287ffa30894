//! Files of a run that is under way.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A file that grows, and can be cut back to what it was at a checkpoint.
#[derive(Debug)]
pub struct WorkFile {
    path: PathBuf,
    file: BufWriter<File>,
    length: u64,
}

impl WorkFile {
    /// An empty file.
    ///
    /// # Errors
    /// What the system says.
    pub fn create(path: PathBuf) -> io::Result<Self> {
        let file = File::create(&path)?;
        Ok(WorkFile { path, file: BufWriter::new(file), length: 0 })
    }

    /// A file that was begun before: its first `length` bytes stay, what is behind them is cut off.
    ///
    /// # Errors
    /// A file that is not there, or shorter.
    pub fn resume(path: PathBuf, length: u64) -> io::Result<Self> {
        let mut file = File::options().write(true).open(&path)?;
        if file.metadata()?.len() < length {
            let message = format!("{}: fewer than the {length} bytes that were written", path.display());
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, message));
        }
        file.set_len(length)?;
        file.seek(SeekFrom::End(0))?;
        Ok(WorkFile { path, file: BufWriter::new(file), length })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Brings everything to the disk; gives the length.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub fn settle(&mut self) -> io::Result<u64> {
        self.file.flush()?;
        self.file.get_ref().sync_data()?;
        Ok(self.length)
    }
}

impl Write for WorkFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_behind_a_checkpoint_is_cut_off() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("a");
        let mut file = WorkFile::create(path.clone()).expect("can be made");
        file.write_all(b"one").expect("can be written");
        assert_eq!(file.settle().expect("settles"), 3);
        file.write_all(b"lost").expect("can be written");
        drop(file);
        assert!(WorkFile::resume(path.clone(), 300).is_err());
        let mut file = WorkFile::resume(path.clone(), 3).expect("is there");
        file.write_all(b" two").expect("can be written");
        assert_eq!(file.settle().expect("settles"), 7);
        assert_eq!(std::fs::read_to_string(path).expect("is there"), "one two");
    }
}
