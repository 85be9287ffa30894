//! Where the results of a run go: into a work file, with checkpoints, of which the files asked for are made in the end; or,
//! to standard output and into pipes, as they come.

use super::account::{Account, counted};
use super::duplicates::Fingerprint;
use super::feed::{End, Position};
use super::journal::{Checkpoint, Conditions, Journal};
use super::memory::Memory;
use super::stamp::Stamps;
use super::work::WorkFile;
use crate::input::Failure;
use crate::output::part::{self, Part};
use crate::output::{self, Outputs, Target};
use crate::record::Likeness;
use anyhow::{Context, ensure};
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Least time between two checkpoints.
const INTERVAL: Duration = Duration::from_millis(500);

/// How many times longer than a checkpoint the work between two of them takes at least: slow disks get fewer.
const WORK: u32 = 20;

/// What a ledger is opened with.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The files of results.
    pub targets: Vec<Target>,
    /// How they are written.
    pub options: output::Options,
    /// The error account.
    pub errors: Option<PathBuf>,
    /// What decides the results beside the inputs.
    pub conditions: Conditions,
    /// Whether a run that was begun is taken up again.
    pub resume: bool,
    /// Whether repetitions are looked for, and near ones too.
    pub duplicates: Option<bool>,
}

impl Plan {
    /// The file beside which the run is kept, where one is made.
    fn home(&self) -> Option<&Target> {
        self.targets.iter().find(|target| target.is_file())
    }
}

/// The results of a run and what became of everything.
pub struct Ledger {
    plan: Plan,
    results: Results,
    errors: Option<Errors>,
    memory: Option<Memory>,
    journal: Option<Journal>,
    state: Checkpoint,
    /// Stamps of the sources that are done, without the one the position stands in.
    stamps: Stamps,
    begun: Instant,
    saved: Instant,
    interval: Duration,
}

/// Where lines go.
enum Results {
    /// Into a file of the run's own.
    Work(WorkFile),
    /// To where they belong.
    Live(Outputs),
    /// Nowhere any more: the run is done, and they are where they belong.
    Published,
}

/// Where failures go.
enum Errors {
    Work(WorkFile),
    Live(BufWriter<File>, Part),
}

impl Errors {
    fn write(&mut self, line: &[u8]) -> io::Result<()> {
        match self {
            Errors::Work(file) => file.write_all(line),
            Errors::Live(file, _) => file.write_all(line),
        }
    }
}

const LOST: &str = "the results could not be written";
const ERRORS: &str = "the errors could not be written";
const BROKEN: &str = "the run cannot be taken up again; remove its folder to begin anew";

impl Ledger {
    /// Opens the files of a run, or takes up the one that was begun.
    ///
    /// # Errors
    /// Files that cannot be made; a run that was begun and shall not be taken up, or cannot be under these conditions.
    pub fn open(plan: Plan) -> anyhow::Result<Self> {
        let Some(home) = plan.home() else { return Self::live(plan) };
        // what cannot be written is told before the work and not behind it
        let files: Vec<Target> = plan.targets.iter().filter(|target| target.is_file()).cloned().collect();
        drop(Outputs::create(&files, plan.options.clone())?);
        plan.errors.as_deref().map_or(Ok(()), part::check)?;
        let (journal, before) = Journal::open(&home.path)?;
        let state = match before.filter(|before| before.done || before.position > Position::default()) {
            Some(before) if plan.resume => {
                before.allows(&plan.conditions)?;
                Checkpoint { resumed: before.resumed + 1, ..before }
            }
            Some(before) => anyhow::bail!(
                "an unfinished run stands in {} ({} read); go on with --resume, or remove the folder to begin anew",
                journal.folder().display(),
                counted(before.account.read, "release")
            ),
            None => Checkpoint { conditions: plan.conditions.clone(), ..Checkpoint::default() },
        };
        let again = state.resumed > 0;
        // of a run that is done, files may be in their places already
        let open = |path: PathBuf, length: u64| match if again { WorkFile::resume(path, length).context(BROKEN) } else { WorkFile::create(path).context(LOST) }
        {
            Err(_) if state.done => Ok(None),
            opened => opened.map(Some),
        };
        let results = open(journal.results(), state.results)?.map_or(Results::Published, Results::Work);
        let errors = if plan.errors.is_some() { open(journal.errors(), state.errors)?.map(Errors::Work) } else { None };
        let memory = match plan.duplicates.filter(|_| !state.done) {
            Some(near) if again => Some(Memory::resume(near, journal.folder(), state.seen).context(BROKEN)?),
            Some(near) => Some(Memory::new(near, Some(journal.folder())).context(LOST)?),
            None => None,
        };
        Ok(Self::new(plan, results, errors, memory, Some(journal), state))
    }

    /// A run whose results are written as they come.
    fn live(plan: Plan) -> anyhow::Result<Self> {
        ensure!(!plan.resume, "--resume: only a run that writes a file (-o FILE) can be taken up again");
        let results = Results::Live(Outputs::create(&plan.targets, plan.options.clone())?);
        let errors = plan.errors.as_deref().map(|path| -> anyhow::Result<Errors> {
            let part = Part::new(path)?;
            Ok(Errors::Live(BufWriter::new(part.create()?), part))
        });
        let errors = errors.transpose()?;
        let memory = plan.duplicates.map(|near| Memory::new(near, None)).transpose().context(LOST)?;
        Ok(Self::new(plan, results, errors, memory, None, Checkpoint::default()))
    }

    fn new(plan: Plan, results: Results, errors: Option<Errors>, memory: Option<Memory>, journal: Option<Journal>, state: Checkpoint) -> Self {
        let now = Instant::now();
        Ledger { plan, results, errors, memory, journal, state, stamps: Stamps::default(), begun: now, saved: now, interval: INTERVAL }
    }

    /// Where the run stands, and what the sources up to there must be. `None`: all was read already.
    pub fn begin(&self) -> Option<(Position, Stamps)> {
        (!self.state.done).then_some((self.state.position, self.state.stamps))
    }

    /// What became of everything so far.
    pub fn account(&self) -> &Account {
        &self.state.account
    }

    /// The first release that this one repeats, and how.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub fn repeats(&mut self, fingerprint: &Fingerprint, id: &str) -> anyhow::Result<Option<(String, Likeness)>> {
        self.memory.as_mut().map_or(Ok(None), |memory| memory.check(fingerprint, id)).context(LOST)
    }

    /// Writes a release's line, which has no line break, and counts it.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub fn release(&mut self, line: &str, format: &str, is_german: bool, duplicate: Option<Likeness>) -> anyhow::Result<()> {
        match &mut self.results {
            Results::Work(file) => file.write_all(line.as_bytes()).and_then(|()| file.write_all(b"\n")).context(LOST)?,
            Results::Live(outputs) => outputs.write(line).context(LOST)?,
            Results::Published => {}
        }
        self.state.account.release(format, is_german, duplicate);
        Ok(())
    }

    /// Writes a failure and counts it.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub fn failure(&mut self, failure: &Failure) -> anyhow::Result<()> {
        if let Some(errors) = &mut self.errors {
            let mut line = serde_json::to_vec(failure)?;
            line.push(b'\n');
            errors.write(&line).context(ERRORS)?;
        }
        self.state.account.failure(failure);
        Ok(())
    }

    /// Counts a file that has ended.
    pub fn file(&mut self, end: End) {
        self.state.account.file(end);
    }

    /// Something is done, and the run stands behind it. A checkpoint is made when it is time for one.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub fn passed(&mut self, behind: Position, stamp: u64) -> anyhow::Result<()> {
        let mut current = self.stamps;
        current.add(stamp);
        if behind.events == 0 {
            self.stamps = current;
        }
        (self.state.position, self.state.stamps) = (behind, current);
        if self.journal.is_some() && self.saved.elapsed() >= self.interval { self.checkpoint() } else { Ok(()) }
    }

    /// Takes over the stamps of the sources that are done, which were looked at again.
    pub fn stand(&mut self, done: Stamps) {
        self.stamps = done;
    }

    /// Brings everything to the disk and keeps where the run stands.
    ///
    /// # Errors
    /// A disk that takes no more. The checkpoint before stays.
    fn checkpoint(&mut self) -> anyhow::Result<()> {
        let Some(journal) = &self.journal else { return Ok(()) };
        let begun = Instant::now();
        if let Results::Work(results) = &mut self.results {
            self.state.results = results.settle().context(LOST)?;
        }
        if let Some(Errors::Work(errors)) = &mut self.errors {
            self.state.errors = errors.settle().context(ERRORS)?;
        }
        if let Some(memory) = &mut self.memory {
            self.state.seen = memory.settle().context(LOST)?;
        }
        let took = self.state.took + u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        journal.save(&Checkpoint { took, ..self.state.clone() }).context(LOST)?;
        if let Some(memory) = &self.memory {
            memory.tidy().context(LOST)?;
        }
        self.saved = Instant::now();
        self.interval = INTERVAL.max((self.saved - begun) * WORK);
        Ok(())
    }

    /// All was read: from now on the run only has to make the files asked for.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub fn complete(&mut self) -> anyhow::Result<Ended> {
        self.state.done = true;
        self.checkpoint()?;
        Ok(self.ended())
    }

    /// Makes the files that were asked for and takes the run's folder away. Gives back what the user should know of them.
    ///
    /// # Errors
    /// A disk that takes no more. The run can be taken up again here too.
    pub fn publish(self) -> anyhow::Result<Vec<String>> {
        if let (Some(errors), Some(path)) = (self.errors, &self.plan.errors) {
            publish_errors(errors, path)?;
        }
        let notes = match self.results {
            Results::Live(outputs) => outputs.finish().context(LOST)?,
            Results::Work(file) => publish(file, &self.plan).context(LOST)?,
            Results::Published => Vec::new(),
        };
        self.journal.map_or(Ok(()), Journal::remove).context("the run's folder could not be removed")?;
        Ok(notes)
    }

    /// The run stops before its end. What was written can be taken up again, or, to standard output, ends here.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub fn stop(mut self) -> anyhow::Result<Ended> {
        self.checkpoint()?;
        let ended = self.ended();
        if self.journal.is_none() {
            self.publish()?;
        }
        Ok(ended)
    }

    /// What to do when the disk takes no more.
    pub fn advice(&self) -> String {
        match &self.journal {
            Some(journal) => format!("the run ended before its time; it can be taken up with --resume (it is kept in {})", journal.folder().display()),
            None => "the run ended before its time".to_owned(),
        }
    }

    fn ended(&self) -> Ended {
        Ended {
            account: self.state.account.clone(),
            complete: self.state.done,
            took: Duration::from_millis(self.state.took) + self.begun.elapsed(),
            resumed: self.state.resumed,
            folder: self.journal.as_ref().map(|journal| journal.folder().to_owned()),
        }
    }
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// What became of everything.
    pub account: Account,
    /// Whether all was read.
    pub complete: bool,
    /// How long it took, all its parts together.
    pub took: Duration,
    /// How often it was taken up again.
    pub resumed: u64,
    /// The run's folder, where it has one; it goes when all is published.
    pub folder: Option<PathBuf>,
}

impl Ended {
    /// The summary for programs.
    pub fn summary(&self) -> Summary<'_> {
        Summary { oton: env!("CARGO_PKG_VERSION"), account: &self.account, seconds: self.took.as_secs_f64(), resumed: self.resumed, peak_memory: peak_memory() }
    }
}

/// The closing summary of a run.
#[derive(Debug, Serialize)]
pub struct Summary<'a> {
    /// Version of the program.
    pub oton: &'static str,
    /// What became of everything.
    #[serde(flatten)]
    pub account: &'a Account,
    /// How long the run took, all its parts together.
    pub seconds: f64,
    /// How often it was taken up again.
    pub resumed: u64,
    /// The most memory it held at a time in its last part, in bytes, where the system tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak_memory: Option<u64>,
}

/// The most memory this process has held at a time, in bytes, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

/// Makes the files that were asked for of the lines.
fn publish(file: WorkFile, plan: &Plan) -> anyhow::Result<Vec<String>> {
    if let [target] = plan.targets.as_slice()
        && target.has_lines()
        && !plan.options.pretty
    {
        return Part::new(&target.path)?.take(file.path()).map(|()| Vec::new());
    }
    let mut outputs = Outputs::create(&plan.targets, plan.options.clone())?;
    let mut lines = BufReader::new(File::open(file.path())?);
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 {
        outputs.write(&line)?;
        line.clear();
    }
    outputs.finish()
}

/// Puts the error account in its place.
fn publish_errors(errors: Errors, path: &Path) -> anyhow::Result<()> {
    match errors {
        Errors::Work(file) => {
            let part = Part::new(path)?;
            io::copy(&mut File::open(file.path())?, &mut part.create()?).context(ERRORS)?;
            part.publish()
        }
        Errors::Live(mut file, part) => {
            file.flush().context(ERRORS)?;
            part.publish()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn plan(folder: &Path, outputs: &[&str], resume: bool) -> Plan {
        let outputs: Vec<PathBuf> = outputs.iter().map(|name| folder.join(name)).collect();
        let targets = output::targets(&outputs, &[], &[]).expect("are targets");
        Plan { targets, errors: Some(folder.join("errors.jsonl")), resume, duplicates: Some(true), ..Plan::default() }
    }

    /// A run that was ended while its files were put in their places, one by one.
    #[test]
    fn a_run_that_was_done_is_published_again() {
        for outputs in [&["a.jsonl"][..], &["a.jsonl", "b.jsonl.gz"]] {
            let folder = tempfile::tempdir().expect("a scratch folder");
            let path = |name: &str| folder.path().join(name);
            let mut ledger = Ledger::open(plan(folder.path(), outputs, false)).expect("opens");
            ledger.release("{}", "text", true, None).expect("is written");
            ledger.failure(&Failure { uri: "x".to_owned(), stage: "read", message: "no".to_owned() }).expect("is written");
            let account = ledger.complete().expect("is kept").account;
            drop(ledger);
            // the first file was in its place already
            let lines = path(".a.jsonl.run/results.jsonl");
            if outputs.len() == 1 { fs::rename(lines, path("a.jsonl")) } else { fs::copy(lines, path("a.jsonl")).map(drop) }.expect("can be moved");
            let mut ledger = Ledger::open(plan(folder.path(), outputs, true)).expect("opens");
            assert_eq!((ledger.begin(), ledger.account()), (None, &account));
            ledger.complete().expect("is kept");
            ledger.publish().expect("is published");
            assert_eq!(fs::read_to_string(path("a.jsonl")).expect("is there"), "{}\n");
            assert_eq!(fs::read_to_string(path("errors.jsonl")).expect("is there").lines().count(), 1);
            assert_eq!(fs::read_dir(folder.path()).expect("is there").count(), outputs.len() + 1);
        }
    }
}
