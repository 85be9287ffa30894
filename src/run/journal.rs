//! Where a run stands, kept on disk so that it can be taken up again at any moment it may be killed.
//!
//! Beside the file that a run makes (the first, where it makes several), say `results.jsonl`, stands the folder
//! `.results.jsonl.run` until the run is done. In it are the results so far, the releases to know repetitions by, and the last checkpoint: a small file that is replaced as
//! a whole, after everything it speaks of has been brought to the disk. What was written behind the checkpoint is cut off
//! when the run is taken up again, and made anew.

use super::account::Account;
use super::feed::Position;
use super::memory::Mark;
use super::stamp::Stamps;
use crate::output::part;
use anyhow::{Context, bail, ensure};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// What decides the results beside the inputs: names for people, and values.
pub type Conditions = BTreeMap<String, String>;

/// Where a run stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// The conditions it began under.
    pub conditions: Conditions,
    /// What is done of the inputs.
    pub position: Position,
    /// The sources up to there.
    pub stamps: Stamps,
    /// Bytes of results.
    pub results: u64,
    /// Bytes of the error account.
    pub errors: u64,
    /// Releases to know repetitions by.
    pub seen: Mark,
    /// What became of everything so far.
    pub account: Account,
    /// Milliseconds that it took.
    pub took: u64,
    /// How often the run was taken up again.
    pub resumed: u64,
    /// Whether all was read, and only the files are to be given their names.
    pub done: bool,
}

/// A run's folder.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    /// Held as long as the run lives; the system lets go of it however it ends.
    _lock: File,
}

impl Journal {
    /// The journal of the run that makes `target`, and the checkpoint an earlier run left.
    ///
    /// # Errors
    /// A folder that cannot be made or read; another run that is at work there.
    pub fn open(target: &Path) -> anyhow::Result<(Self, Option<Checkpoint>)> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let folder = target.with_file_name(format!(".{name}.run"));
        match fs::create_dir(&folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error).context(target.display().to_string()),
            _ => {}
        }
        let context = || folder.display().to_string();
        let lock = File::options().create(true).append(true).open(folder.join("lock")).with_context(context)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => bail!("{}: another run is writing this file", target.display()),
            Err(TryLockError::Error(error)) => return Err(error).with_context(context),
        }
        let checkpoint = match fs::read(folder.join("checkpoint.json")) {
            Ok(bytes) => Some(
                serde_json::from_slice(&bytes)
                    .with_context(|| format!("{}: no checkpoint of this version; remove the folder to begin anew", folder.display()))?,
            ),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error).with_context(context),
        };
        Ok((Journal { folder, _lock: lock }, checkpoint))
    }

    /// The run's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the results are until the run is done.
    pub fn results(&self) -> PathBuf {
        self.folder.join("results.jsonl")
    }

    /// Where the error account is until the run is done.
    pub fn errors(&self) -> PathBuf {
        self.folder.join("errors.jsonl")
    }

    /// Keeps a checkpoint; what it speaks of must be on the disk.
    ///
    /// # Errors
    /// What the system says.
    pub fn save(&self, checkpoint: &Checkpoint) -> anyhow::Result<()> {
        part::write(&self.folder.join("checkpoint.json"), &serde_json::to_vec(checkpoint)?)
    }

    /// Takes the folder away.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove(self) -> io::Result<()> {
        let Journal { folder, _lock: lock } = self;
        drop(lock); // some systems remove no file that is open
        // the checkpoint goes last: as long as there is anything, it tells what
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.file_name().is_none_or(|name| name != "checkpoint.json") {
                fs::remove_file(path)?;
            }
        }
        fs::remove_dir_all(folder)
    }
}

impl Checkpoint {
    /// Whether a run under these conditions may go on from here.
    ///
    /// # Errors
    /// What is different.
    pub fn allows(&self, conditions: &Conditions) -> anyhow::Result<()> {
        let none = String::new();
        let names: std::collections::BTreeSet<&String> = self.conditions.keys().chain(conditions.keys()).collect();
        let differ: Vec<String> = names
            .into_iter()
            .map(|name| (name, self.conditions.get(name).unwrap_or(&none), conditions.get(name).unwrap_or(&none)))
            .filter(|(_, before, now)| before != now)
            .map(|(name, before, now)| format!("{name} was \"{before}\" and is \"{now}\""))
            .collect();
        ensure!(differ.is_empty(), "--resume: the run began under other conditions: {}", differ.join("; "));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_is_kept_and_one_run_at_a_time_writes() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let target = folder.path().join("a.jsonl");
        let (journal, before) = Journal::open(&target).expect("can be made");
        assert_eq!(before, None);
        let checkpoint = Checkpoint { results: 7, conditions: [("shard".to_owned(), "1/2".to_owned())].into(), ..Checkpoint::default() };
        journal.save(&checkpoint).expect("can be written");
        assert!(Journal::open(&target).expect_err("is locked").to_string().contains("another run"));
        drop(journal);
        let (journal, before) = Journal::open(&target).expect("is free");
        assert_eq!(before.as_ref(), Some(&checkpoint));
        let told = checkpoint.allows(&[("shard".to_owned(), "2/2".to_owned())].into()).expect_err("differs").to_string();
        assert!(told.contains("shard was \"1/2\" and is \"2/2\""), "{told}");
        assert!(checkpoint.allows(&checkpoint.conditions).is_ok());
        journal.remove().expect("can be removed");
        assert_eq!(fs::read_dir(folder.path()).expect("is there").count(), 0);
    }
}
