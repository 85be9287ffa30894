//! The run of `oton extract`: sources → releases → lines, in order, with checkpoints.

use super::super::{Outcome, STOPPED};
use super::{Duplicates, Options};
use anyhow::{Context, ensure};
use oton::output::part;
use oton::record::Likeness;
use oton::run::duplicates::Fingerprint;
use oton::run::feed::{Event, Fed, Feed};
use oton::run::journal::Conditions;
use oton::run::ledger::{Ended, Ledger, Plan};
use oton::run::progress::{Counts, Progress};
use oton::run::{self, Failure, Release, ordered, stamp, walk};
use sha2::{Digest, Sha256};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// A release that is ready to be written.
struct Done {
    release: Release,
    json: String,
    fingerprint: Option<Fingerprint>,
}

/// What became of something that was read.
enum Made {
    Release(Box<Done>),
    Failure(Failure),
    End(run::feed::End),
}

pub(in super::super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let analyzer = run::analyzer(&options.gazetteer)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).build().context("the threads could not be started")?;
    let plan = plan(options)?;
    let is_own = own_files(options, &plan);
    for path in options.paths.iter().map(Path::new).filter(|path| path.is_file()) {
        ensure!(!is_own(path), "{}: would be read and overwritten in one run; write the results to another file", path.display());
    }
    ensure!(!options.work.resume || !options.paths.iter().any(|path| path == "-"), "--resume: standard input cannot be read again");
    // results written below a folder that is read must not be read as releases
    let is_release = move |found: &Result<walk::Source, Failure>| !found.as_ref().is_ok_and(|source| source.path.as_deref().is_some_and(&is_own));
    let mut sources = walk::sources(&options.paths).filter(is_release).peekable();

    options.work.summary.as_deref().map_or(Ok(()), part::check)?;
    let input = options.input.options();
    let mut ledger = Ledger::open(plan)?;
    let counts = Arc::new(Counts::default());
    let progress = Progress::begin(Arc::clone(&counts), options.work.quiet);
    let stop = Arc::<AtomicBool>::default();
    stop_on_signals(&stop)?;
    if let Some((from, stamps)) = ledger.begin() {
        let passed = stamp::pass_over(&mut sources, from);
        let changed = "--resume: the inputs are not those the run began with: files that were read have changed, came or went";
        ensure!(passed.all == stamps, "{changed}; remove the run's folder to begin anew");
        ledger.stand(passed.done);
        counts.begin(passed.bytes);
        if !options.work.quiet {
            count_bytes(options.paths.clone(), &counts, &stop);
        }
        let threads = pool.current_num_threads();
        let feed = Feed { shard: options.work.shard, stop: Arc::clone(&stop), read: Arc::clone(&counts.read), ..Feed::new(input.clone(), threads) };
        let work = |fed: Fed| {
            let Fed { behind, stamp, event, permit } = fed;
            let made = match event {
                Event::Release(item) => done(options, run::release(&analyzer, item, &input)).map_or_else(Made::Failure, |done| Made::Release(Box::new(done))),
                Event::Failure(failure) => Made::Failure(failure),
                Event::End(end) => Made::End(end),
            };
            (behind, stamp, made, permit)
        };
        let mut written = Ok(());
        ordered::for_each(&pool, feed.events(sources, from), threads * 4, work, |(behind, stamp, made, _permit)| {
            written = write(options, &mut ledger, &counts, &progress, made).and_then(|()| ledger.passed(behind, stamp));
            written.is_ok()
        });
        written.with_context(|| ledger.advice())?;
    }
    let advice = ledger.advice();
    let ended = if stop.load(Ordering::Relaxed) {
        drop(progress);
        ledger.stop().context(advice)?
    } else {
        // nothing more is read: the count of bytes may end
        stop.store(true, Ordering::Relaxed);
        drop(progress);
        publish(options, ledger).context(advice)?
    };
    tell(options, &ended);
    Ok(outcome(&ended))
}

/// Ctrl-C, or a request to end: what is under way is finished and kept. A second time ends the program at once.
fn stop_on_signals(stop: &Arc<AtomicBool>) -> anyhow::Result<()> {
    for signal in [SIGINT, SIGTERM] {
        // in this order: the first time the program goes on, and then the flag is set
        flag::register_conditional_shutdown(signal, STOPPED, Arc::clone(stop)).context("no signal can be waited for")?;
        flag::register(signal, Arc::clone(stop)).context("no signal can be waited for")?;
    }
    Ok(())
}

/// All was read: the files are put in their places, the summary before the results.
fn publish(options: &Options, mut ledger: Ledger) -> anyhow::Result<Ended> {
    let ended = ledger.complete()?;
    if let Some(path) = &options.work.summary {
        let mut page = serde_json::to_vec_pretty(&ended.summary())?;
        page.push(b'\n');
        part::write(path, &page).context("the summary could not be written")?;
    }
    for note in ledger.publish()? {
        eprintln!("oton: {note}");
    }
    Ok(ended)
}

/// Whether a file is one of the run's own, which are no releases.
fn own_files(options: &Options, plan: &Plan) -> impl Fn(&Path) -> bool + Send + use<> {
    let targets = plan.targets.clone();
    let others: Vec<PathBuf> = options.errors.iter().chain(&options.work.summary).cloned().collect();
    move |file| {
        let same = |own: &PathBuf| own.is_file() && own.canonicalize().is_ok_and(|own| file.canonicalize().is_ok_and(|file| own == file));
        targets.iter().any(|target| target.owns(file)) || others.iter().any(same)
    }
}

/// The release's line, and what tells it from others.
fn done(options: &Options, release: Result<Release, Failure>) -> Result<Done, Failure> {
    let release = release?;
    let json = options.json(&release, None)?;
    let fingerprint = (options.duplicates != Duplicates::Off).then(|| Fingerprint::of(&release.document.text));
    Ok(Done { release, json, fingerprint })
}

/// Writes what was made into the ledger.
fn write(options: &Options, ledger: &mut Ledger, counts: &Counts, progress: &Progress, made: Made) -> anyhow::Result<()> {
    let failure = match made {
        Made::End(end) => {
            ledger.file(end);
            return Ok(());
        }
        Made::Release(done) => {
            let Done { release, json, fingerprint } = *done;
            let first = fingerprint.map_or(Ok(None), |fingerprint| ledger.repeats(&fingerprint, &release.id))?;
            let likeness: Option<Likeness> = first.as_ref().map(|(_, likeness)| *likeness);
            // which releases came before is known in order only; a repetition, which is rare, is written anew
            match first.map_or(Ok(json), |(id, likeness)| options.json(&release, Some((&id, likeness)))) {
                Ok(json) => {
                    counts.done.fetch_add(1, Ordering::Relaxed);
                    let is_german = matches!(release.analysis.language, "de" | "und");
                    return ledger.release(&json, release.document.format, is_german, likeness);
                }
                Err(failure) => failure,
            }
        }
        Made::Failure(failure) => failure,
    };
    counts.done.fetch_add(1, Ordering::Relaxed);
    progress.say(&format!("oton: {failure}"));
    ledger.failure(&failure)
}

/// Finds out how many bytes there are to read, while the run goes on.
fn count_bytes(paths: Vec<OsString>, counts: &Arc<Counts>, stop: &Arc<AtomicBool>) {
    let (counts, stop) = (Arc::clone(counts), Arc::clone(stop));
    thread::spawn(move || {
        if let Some(total) = walk::size(&paths, || !stop.load(Ordering::Relaxed)) {
            counts.know(total);
        }
    });
}

/// Where the results go, and what decides them beside the inputs.
fn plan(options: &Options) -> anyhow::Result<Plan> {
    let mut conditions = Conditions::new();
    let mut add = |name: &str, value: String| drop(conditions.insert(name.to_owned(), value));
    add("oton", env!("CARGO_PKG_VERSION").to_owned());
    add("paths", options.paths.iter().map(|path| path.to_string_lossy()).collect::<Vec<_>>().join(" "));
    add("--offsets", format!("{:?}", options.offsets));
    add("--text", format!("{:?}", options.text));
    add("--only", format!("{:?}", options.only));
    add("--duplicates", format!("{:?}", options.duplicates));
    add("--shard", options.work.shard.to_string());
    add("--errors", options.errors.is_some().to_string());
    for (name, value) in options.input.conditions() {
        add(name, value);
    }
    let mut lists = Sha256::new();
    for path in &options.gazetteer {
        lists.update(run::list(path)?);
    }
    let hash = lists.finalize().iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}"); // writing to a string cannot fail
        hex
    });
    add("--gazetteer", hash);
    Ok(Plan {
        targets: options.output.targets()?,
        options: options.output.options(),
        errors: options.errors.clone(),
        conditions,
        resume: options.work.resume,
        duplicates: match options.duplicates {
            Duplicates::Off => None,
            Duplicates::Exact => Some(false),
            Duplicates::Near => Some(true),
        },
    })
}

/// The closing summary on standard error.
fn tell(options: &Options, ended: &Ended) {
    if !options.work.quiet {
        ended.account.lines().iter().for_each(|line| eprintln!("oton: {line}"));
    }
    if !ended.complete {
        match &ended.folder {
            Some(folder) => eprintln!("oton: stopped; go on with --resume (the run is kept in {})", folder.display()),
            None => eprintln!("oton: stopped"),
        }
    } else if ended.account.files.found == 0 {
        eprintln!("oton: no file was found");
    }
}

fn outcome(ended: &Ended) -> Outcome {
    let account = &ended.account;
    match (ended.complete, account.read, account.failed.all) {
        (false, ..) => Outcome::Stopped,
        // a part of the work may be empty
        (true, 0, 0) if account.files.found > 0 => Outcome::Success,
        (true, 0, _) => Outcome::Nothing,
        (true, _, 0) => Outcome::Success,
        (true, ..) => Outcome::Some,
    }
}
