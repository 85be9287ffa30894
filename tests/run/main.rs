//! A run over an archive: nothing is lost, whatever happens; memory does not grow with the archive.

mod archive;
#[path = "../inputs/make.rs"]
mod make;

use archive::{Dice, archive};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A run's files in a folder of their own.
struct Run {
    input: PathBuf,
    folder: tempfile::TempDir,
}

impl Run {
    fn new(input: &Path) -> Self {
        Run { input: input.to_owned(), folder: tempfile::tempdir().expect("a scratch folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, options: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oton"));
        command.arg("extract").arg(&self.input).arg("-o").arg(self.path("results.jsonl")).arg("--errors").arg(self.path("errors.jsonl"));
        command.arg("--summary").arg(self.path("summary.json")).args(["--jobs", "2", "--no-pdftotext"]).args(options);
        command
    }

    fn finish(&self, options: &[&str]) -> Output {
        self.command(options).output().expect("the binary starts")
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn summary(&self) -> Value {
        serde_json::from_slice(&self.read("summary.json")).expect("is JSON")
    }

    /// Bytes of results that a run which is under way has written.
    fn written(&self) -> u64 {
        fs::metadata(self.path(".results.jsonl.run/results.jsonl")).map_or(0, |facts| facts.len())
    }

    /// The names in the folder.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(self.folder.path()).expect("is there").map(|entry| entry.expect("is there").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What does not depend on when and how often a run was ended.
fn account(mut summary: Value) -> Value {
    let fields = summary.as_object_mut().expect("is an object");
    for name in ["seconds", "resumed", "peak_memory"] {
        fields.remove(name);
    }
    summary
}

fn megabytes(summary: &Value) -> f64 {
    summary["peak_memory"].as_u64().map_or(0.0, |bytes| bytes as f64 / 1e6)
}

/// The numbers of an account, each said twice.
fn check_account(summary: &Value, expected: &archive::Expected) {
    let number = |value: &Value| value.as_u64().expect("is a number");
    let formats: BTreeMap<String, u64> = summary["formats"].as_object().expect("is there").iter().map(|(name, count)| (name.clone(), number(count))).collect();
    assert_eq!(formats, expected.formats);
    assert_eq!(number(&summary["read"]), expected.read());
    assert_eq!(number(&summary["analysed"]) + number(&summary["not_german"]), expected.read());
    assert_eq!(number(&summary["not_german"]), expected.not_german);
    assert_eq!((number(&summary["duplicates"]["exact"]), number(&summary["duplicates"]["near"])), (expected.exact, expected.near));
    let stages = summary["failed"]["stages"].as_object().expect("is there");
    let stages: BTreeMap<String, u64> =
        stages.iter().map(|(stage, reasons)| (stage.clone(), reasons.as_object().expect("is there").values().map(number).sum())).collect();
    assert_eq!(stages, expected.failed);
    assert_eq!(number(&summary["failed"]["all"]), expected.failures());
    let files = &summary["files"];
    assert_eq!(number(&files["found"]), expected.files);
    assert_eq!(number(&files["with_releases"]) + number(&files["unreadable"]) + number(&files["empty"]), expected.files);
}

/// Ten times killed and taken up again, the files are those of a run that nothing disturbed; memory stays flat.
#[test]
fn a_large_archive_killed_ten_times() {
    let input = tempfile::tempdir().expect("a scratch folder");
    let (few, many) = (input.path().join("few"), input.path().join("many"));
    let some = archive(&few, 8);
    let expected = archive(&many, 80);
    assert!(expected.read() >= 20_000 && expected.failures() * 50 >= expected.read(), "{expected:?}");

    let small = Run::new(&few);
    small.finish(&["--quiet"]);
    check_account(&small.summary(), &some);
    let whole = Run::new(&many);
    let begun = Instant::now();
    let output = whole.finish(&[]);
    let took = begun.elapsed();
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    check_account(&whole.summary(), &expected);
    let lines = |bytes: &[u8]| bytes.iter().filter(|&&byte| byte == b'\n').count() as u64;
    let results = whole.read("results.jsonl");
    assert_eq!((lines(&results), lines(&whole.read("errors.jsonl"))), (expected.read(), expected.failures()));

    let broken = Run::new(&many);
    let mut dice = Dice(20_000);
    let mut moments: Vec<u64> = (0..10).map(|_| dice.below(results.len() as u64 * 19 / 20)).collect();
    moments.sort_unstable();
    for moment in moments {
        let mut child = broken.command(&["--resume", "--quiet"]).stderr(Stdio::null()).spawn().expect("the binary starts");
        while broken.written() < moment {
            assert!(child.try_wait().expect("can be asked").is_none(), "the run ended before it was killed");
            thread::sleep(Duration::from_millis(1));
        }
        child.kill().expect("can be killed");
        child.wait().expect("has ended");
        assert!(!broken.path("results.jsonl").exists() && !broken.path("errors.jsonl").exists(), "a part is taken for the whole");
    }
    let output = broken.finish(&["--resume"]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(broken.read("results.jsonl") == results, "the results differ");
    assert!(broken.read("errors.jsonl") == whole.read("errors.jsonl"), "the errors differ");
    assert_eq!(account(broken.summary()), account(whole.summary()));
    assert_eq!(broken.names(), ["errors.jsonl", "results.jsonl", "summary.json"]);

    let (least, most) = (megabytes(&small.summary()), megabytes(&whole.summary()));
    println!("{} releases in {took:.1?}; peak memory {least:.0} MB for {} releases, {most:.0} MB for {}", expected.read(), some.read(), expected.read());
    assert!(most < least + 60.0, "memory grows: {least:.0} MB, {most:.0} MB");
}

/// A run that ended because nothing more could be written, as on a full disk, is taken up when there is room.
#[cfg(unix)]
#[test]
fn a_full_disk_ends_a_run_that_can_be_taken_up() {
    let input = tempfile::tempdir().expect("a scratch folder");
    archive(input.path(), 2);
    let whole = Run::new(input.path());
    whole.finish(&["--quiet"]);
    let full = Run::new(input.path());
    let command = full.command(&["--quiet"]);
    // files may have 400 blocks, and more is an error; the shell's blocks are of 512 or 1024 bytes
    let output = Command::new("sh").args(["-c", "trap '' XFSZ; ulimit -f 400; exec \"$@\"", "sh"]).arg(command.get_program()).args(command.get_args()).output();
    let output = output.expect("the shell starts");
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(told(&output).contains("--resume") && told(&output).contains("could not be written"), "{}", told(&output));
    assert!(!full.path("results.jsonl").exists());
    full.finish(&["--quiet", "--resume"]);
    for name in ["results.jsonl", "errors.jsonl"] {
        assert!(full.read(name) == whole.read(name), "{name} differs");
    }
}

/// The parts of the work are the whole, each release once.
#[test]
fn shards_are_the_whole() {
    let input = tempfile::tempdir().expect("a scratch folder");
    let expected = archive(input.path(), 2);
    let whole = Run::new(input.path());
    whole.finish(&["--quiet", "--duplicates", "off"]);
    let sorted = |bytes: Vec<u8>| {
        let mut lines: Vec<String> = String::from_utf8(bytes).expect("is UTF-8").lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let (mut results, mut errors, mut files) = (vec![], vec![], 0);
    for shard in ["1/3", "2/3", "3/3"] {
        let part = Run::new(input.path());
        part.finish(&["--quiet", "--duplicates", "off", "--shard", shard]);
        results.extend(part.read("results.jsonl"));
        errors.extend(part.read("errors.jsonl"));
        files += part.summary()["files"]["found"].as_u64().expect("is a number");
    }
    assert!(sorted(results) == sorted(whole.read("results.jsonl")));
    assert_eq!(sorted(errors), sorted(whole.read("errors.jsonl")));
    assert_eq!(files, expected.files);
}

/// A run that was begun is neither overwritten nor taken up by another.
#[test]
fn a_run_goes_on_only_as_it_began() {
    let input = tempfile::tempdir().expect("a scratch folder");
    archive(input.path(), 24);
    let run = Run::new(input.path());
    let mut child = run.command(&["--quiet"]).stderr(Stdio::null()).spawn().expect("the binary starts");
    while !run.path(".results.jsonl.run/checkpoint.json").exists() {
        assert!(child.try_wait().expect("can be asked").is_none(), "the run ended before its first checkpoint");
        thread::sleep(Duration::from_millis(1));
    }
    // held where it is, or it may end before the others have tried
    let held = Command::new("kill").args(["-STOP", &child.id().to_string()]).status().expect("the shell's tools are there");
    assert!(held.success());
    let second = run.finish(&["--quiet", "--resume"]);
    assert!(told(&second).contains("another run"), "{}", told(&second));
    child.kill().expect("can be killed");
    child.wait().expect("has ended");

    let refused = |options: &[&str], part: &str| {
        let output = run.finish(options);
        assert_eq!(output.status.code(), Some(2), "{}", told(&output));
        assert!(told(&output).contains(part), "{}", told(&output));
    };
    refused(&[], "unfinished run");
    refused(&["--resume", "--duplicates", "off"], "--duplicates was \"Near\" and is \"Off\"");
    let first = input.path().join("000/000.txt");
    let bytes = fs::read(&first).expect("is there");
    fs::write(&first, "Etwas ganz anderes.").expect("can be written");
    refused(&["--resume"], "have changed");
    fs::write(&first, bytes).expect("can be written");
    refused(&["--resume"], "have changed"); // the time has
    assert!(run.names().iter().all(|name| name != "results.jsonl"));
}

#[test]
fn what_cannot_be_done_is_told_before_the_work() {
    let oton = |arguments: &[&str]| Command::new(env!("CARGO_BIN_EXE_oton")).args(arguments).stdin(Stdio::null()).output().expect("the binary starts");
    let output = oton(&["extract", "corpus/releases", "--resume"]);
    assert!(output.status.code() == Some(2) && told(&output).contains("-o FILE"), "{}", told(&output));
    // what cannot be written is told before the work
    for flag in ["--errors", "--summary"] {
        let output = oton(&["extract", "corpus/releases", flag, "no-such-folder/x.json"]);
        assert!(output.status.code() == Some(2) && output.stdout.is_empty(), "{}", told(&output));
    }
    let output = oton(&["extract", "-", "--resume", "-o", "x.jsonl"]);
    assert!(output.status.code() == Some(2) && told(&output).contains("standard input"), "{}", told(&output));
}

/// Asked to end, a run finishes what is under way and can be taken up.
#[cfg(unix)]
#[test]
fn a_run_that_is_asked_to_end_is_kept() {
    let input = tempfile::tempdir().expect("a scratch folder");
    archive(input.path(), 12);
    let whole = Run::new(input.path());
    whole.finish(&["--quiet"]);
    for signal in ["-TERM", "-INT"] {
        let run = Run::new(input.path());
        let child = run.command(&["--quiet"]).stderr(Stdio::piped()).spawn().expect("the binary starts");
        while run.written() == 0 {
            thread::sleep(Duration::from_millis(1));
        }
        Command::new("kill").args([signal, &child.id().to_string()]).status().expect("can be sent");
        let output = child.wait_with_output().expect("has ended");
        assert_eq!(output.status.code(), Some(130), "{}", told(&output));
        assert!(told(&output).contains("--resume") && !run.path("results.jsonl").exists(), "{}", told(&output));
        run.finish(&["--quiet", "--resume"]);
        assert!(run.read("results.jsonl") == whole.read("results.jsonl"), "the results differ");
        assert_eq!(account(run.summary()), account(whole.summary()));
    }
}

#[test]
fn shells_and_man_know_the_arguments() {
    let print = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_oton")).args(arguments).output().expect("the binary starts");
        assert!(output.status.success(), "{}", told(&output));
        String::from_utf8(output.stdout).expect("is UTF-8")
    };
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let page = print(&["completions", shell]);
        assert!(page.contains("extract") && page.contains("resume"), "{shell}");
    }
    assert!(print(&["man"]).contains("extract") && print(&["man", "extract"]).contains("resume"));
}
