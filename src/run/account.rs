//! What became of every file and release.

use super::feed::End;
use crate::input::Failure;
use crate::record::Likeness;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Reasons that are told apart in one stage; rarer ones that come later are counted together.
const REASONS: usize = 50;

/// Longest reason, in characters.
const LONGEST: usize = 80;

/// Counts of a run. The sums agree: every release and failure is counted once, whatever happened in between.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The files (and paths that are none).
    pub files: Files,
    /// Releases that were read: `analysed` and `not_german` together, and all of `formats`.
    pub read: u64,
    /// Releases that were analysed.
    pub analysed: u64,
    /// Releases in other languages, which were passed through.
    pub not_german: u64,
    /// Releases that repeat an earlier one; they are among those read.
    pub duplicates: Duplicates,
    /// What could not be read.
    pub failed: Failed,
    /// Releases that were read, by format.
    pub formats: BTreeMap<String, u64>,
}

/// What was found in the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// All; the others together.
    pub found: u64,
    /// Those in which there are releases.
    pub with_releases: u64,
    /// Those of which there are failures only.
    pub unreadable: u64,
    /// Those in which there is nothing.
    pub empty: u64,
}

/// Repetitions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duplicates {
    /// The same words.
    pub exact: u64,
    /// Nearly the same.
    pub near: u64,
}

/// Failures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    /// All of them.
    pub all: u64,
    /// By stage and reason.
    pub stages: BTreeMap<String, BTreeMap<String, u64>>,
}

impl Account {
    /// Counts a release that was read.
    pub fn release(&mut self, format: &str, is_german: bool, duplicate: Option<Likeness>) {
        self.read += 1;
        *(if is_german { &mut self.analysed } else { &mut self.not_german }) += 1;
        match duplicate {
            Some(Likeness::Exact) => self.duplicates.exact += 1,
            Some(Likeness::Near) => self.duplicates.near += 1,
            None => {}
        }
        match self.formats.get_mut(format) {
            Some(count) => *count += 1,
            None => drop(self.formats.insert(format.to_owned(), 1)),
        }
    }

    /// Counts what could not be read.
    pub fn failure(&mut self, failure: &Failure) {
        self.failed.all += 1;
        let reasons = self.failed.stages.entry(failure.stage.to_owned()).or_default();
        let mut reason = reason(&failure.message);
        if reasons.len() >= REASONS && !reasons.contains_key(&reason) {
            "other".clone_into(&mut reason);
        }
        *reasons.entry(reason).or_default() += 1;
    }

    /// Counts a file that has ended.
    pub fn file(&mut self, end: End) {
        if !end.counts {
            return;
        }
        self.files.found += 1;
        *(match (end.releases, end.failures) {
            (0, 0) => &mut self.files.empty,
            (0, _) => &mut self.files.unreadable,
            _ => &mut self.files.with_releases,
        }) += 1;
    }

    /// The account for people, some lines.
    pub fn lines(&self) -> Vec<String> {
        let Account { files, duplicates, failed, .. } = self;
        let mut lines = vec![format!("{} read, {} not", counted(self.read, "release"), failed.all)];
        lines.push(format!("{}: {} with releases, {} unreadable, {} empty", counted(files.found, "file"), files.with_releases, files.unreadable, files.empty));
        lines.push(format!(
            "read: {} analysed, {} not German; {} exact and {} near duplicates among them",
            self.analysed, self.not_german, duplicates.exact, duplicates.near
        ));
        for (stage, reasons) in &failed.stages {
            let mut reasons: Vec<(&String, &u64)> = reasons.iter().collect();
            reasons.sort_by_key(|(_, count)| std::cmp::Reverse(**count)); // stable: of equals, the alphabet
            let all: u64 = reasons.iter().map(|(_, count)| **count).sum();
            let told: Vec<String> = reasons.iter().take(3).map(|(reason, count)| format!("{count} {reason}")).collect();
            let more = if reasons.len() > 3 { ", …" } else { "" };
            lines.push(format!("failed in {stage}: {all} ({}{more})", told.join(", ")));
        }
        lines
    }
}

/// A number of things.
pub fn counted(number: u64, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// The first clause of a message, its numbers as `N`: what failures of one kind have in common.
fn reason(message: &str) -> String {
    let end = [": ", "; ", " ("].iter().filter_map(|mark| message.find(mark)).min().unwrap_or(message.len());
    let mut reason = String::new();
    let mut in_number = false;
    for c in message[..end].chars().take(LONGEST) {
        if !c.is_ascii_digit() {
            reason.push(c);
        } else if !in_number {
            reason.push('N');
        }
        in_number = c.is_ascii_digit();
    }
    reason
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_agree() {
        let mut account = Account::default();
        account.release("text", true, None);
        account.release("text", true, Some(Likeness::Near));
        account.release("html", false, Some(Likeness::Exact));
        let fail = |message: &str| Failure { uri: String::new(), stage: "read", message: message.to_owned() };
        account.failure(&fail("larger than 100 bytes; raise --max-bytes to read it"));
        account.failure(&fail("larger than 2000 bytes; raise --max-bytes to read it"));
        account.file(End { releases: 3, failures: 2, counts: true });
        account.file(End { releases: 0, failures: 2, counts: true });
        account.file(End { releases: 0, failures: 0, counts: true });
        account.file(End { releases: 3, failures: 2, counts: false });
        assert_eq!(account.read, account.analysed + account.not_german);
        assert_eq!(account.read, account.formats.values().sum::<u64>());
        assert_eq!(account.failed.stages["read"]["larger than N bytes"], 2);
        assert_eq!(account.files, Files { found: 3, with_releases: 1, unreadable: 1, empty: 1 });
        let lines = account.lines();
        assert_eq!(lines[0], "3 releases read, 2 not");
        assert_eq!(lines[3], "failed in read: 2 (2 larger than N bytes)");
        for n in 0..200 {
            account.failure(&fail(&"x".repeat(n)));
        }
        assert!(account.failed.stages["read"].len() <= REASONS + 1);
        assert_eq!(account.failed.stages["read"].values().sum::<u64>(), account.failed.all);
    }
}
