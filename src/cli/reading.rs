//! The loop of the commands that list something: releases in, on all cores, and what is made of each out, in their order.

use super::Outcome;
use super::input::InputOptions;
use anyhow::Context;
use oton::input::{self, Item};
use oton::output::part::Sink;
use oton::run::{Failure, feed, ordered, walk};
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct ReadingOptions {
    /// Files, folders, patterns; `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<OsString>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE", default_value = "-", hide_default_value = true)]
    output: PathBuf,
    /// Write one JSON object per release that could not be read
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// Threads
    #[arg(long, short, value_name = "N", default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    #[command(flatten)]
    input: InputOptions,
}

impl ReadingOptions {
    /// Makes something of each release, several at once, and lets `write` take it in input order, then `None` when that was all.
    /// The files are seen when they are whole.
    pub(super) fn each<R: Send>(
        &self,
        work: impl Fn(Item, &input::Options) -> Result<R, Failure> + Sync,
        mut write: impl FnMut(&mut Sink, Option<R>) -> anyhow::Result<()>,
    ) -> anyhow::Result<Outcome> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.jobs).build().context("the threads could not be started")?;
        let own = self.own();
        for path in self.paths.iter().map(Path::new).filter(|path| path.is_file()) {
            anyhow::ensure!(!own(path), "{}: would be read and overwritten in one run; write the results to another file", path.display());
        }
        // results written below a folder that is read must not be read as releases
        let is_release = move |found: &Result<walk::Source, Failure>| !found.as_ref().is_ok_and(|source| source.path.as_deref().is_some_and(&own));
        let mut out = Sink::create(&self.output)?;
        let mut errors = self.errors.as_deref().map(Sink::create).transpose()?;
        let (mut read, mut failed) = (0, 0);
        let mut written = Ok(());
        let input = self.input.options();
        let items = feed::items(walk::sources(&self.paths).filter(is_release), input.clone(), pool.current_num_threads());
        let work = |item: Result<Item, Failure>| work(item?, &input);
        ordered::for_each(&pool, items, pool.current_num_threads() * 4, work, |made: Result<R, Failure>| {
            written = match made {
                Ok(made) => {
                    read += 1;
                    write(&mut out, Some(made))
                }
                Err(failure) => {
                    failed += 1;
                    eprintln!("oton: {failure}");
                    errors.as_mut().map_or(Ok(()), |errors| tell(errors, &failure))
                }
            };
            written.is_ok()
        });
        written?;
        write(&mut out, None)?;
        for file in [Some(out), errors].into_iter().flatten() {
            if let Some(part) = file.finish()? {
                part.publish()?;
            }
        }
        if read + failed == 0 {
            eprintln!("oton: no file was found");
        }
        Ok(Outcome::of(read, failed))
    }

    /// Whether a file is one of those the run writes.
    fn own(&self) -> impl Fn(&Path) -> bool + Send + use<> {
        let files: Vec<PathBuf> =
            [&self.output].into_iter().chain(&self.errors).filter_map(|path| path.canonicalize().ok()).filter(|path| path.is_file()).collect();
        move |file| !files.is_empty() && file.canonicalize().is_ok_and(|file| files.contains(&file))
    }
}

/// Writes a failure as a line of JSON.
fn tell(errors: &mut Sink, failure: &Failure) -> anyhow::Result<()> {
    let mut line = serde_json::to_vec(failure)?;
    line.push(b'\n');
    errors.write_all(&line).with_context(|| errors.told())
}
