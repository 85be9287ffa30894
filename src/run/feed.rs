//! Sources → events: archives are read by a thread of their own, a few releases ahead of the analysis.

use super::budget::{Budget, Permit};
use super::shard::Shard;
use super::stamp;
use super::walk::Source;
use crate::input::{Failure, Item, Options, unpack};
use serde::{Deserialize, Serialize};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::Duration;

/// Bytes of releases that are under way for each one that may wait to be taken.
const BYTES_AHEAD: usize = 4 << 20;

/// How often a run that waits for input looks whether it shall stop.
const LOOK: Duration = Duration::from_millis(100);

/// How far a run has come. It depends on nothing but the sources and the options, so that a run that is taken up again
/// passes over what was done before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Sources that are done.
    pub sources: u64,
    /// Releases and failures of the next source that are done.
    pub events: u64,
}

/// Something that was read, and where the run stands when it is done with it.
#[derive(Debug)]
pub struct Fed {
    /// The position behind it.
    pub behind: Position,
    /// Stamp of the source it was in.
    pub stamp: u64,
    /// What it is.
    pub event: Event,
    /// Its share of the bytes that may be under way, held until this is dropped.
    pub permit: Option<Permit>,
}

/// What a source holds.
#[derive(Debug)]
pub enum Event {
    /// A release that is not yet read.
    Release(Item),
    /// Something that could not be read.
    Failure(Failure),
    /// The source has ended.
    End(End),
}

/// What was in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// Releases in it, those of other parts of the work too.
    pub releases: u64,
    /// Failures in it, those of other parts of the work too.
    pub failures: u64,
    /// Whether this part of the work counts the source.
    pub counts: bool,
}

/// How sources are read.
#[derive(Debug, Clone)]
pub struct Feed {
    /// How each is read.
    pub options: Options,
    /// How many releases may wait to be taken.
    pub ahead: usize,
    /// Which releases are read.
    pub shard: Shard,
    /// Set from outside when the run shall stop: what is under way is finished, nothing more is handed out.
    pub stop: Arc<AtomicBool>,
    /// Bytes of the sources that were read so far.
    pub read: Arc<AtomicU64>,
}

impl Feed {
    /// A feed of everything.
    pub fn new(options: Options, ahead: usize) -> Self {
        Feed { options, ahead: ahead.max(1), shard: Shard::ALL, stop: Arc::default(), read: Arc::default() }
    }

    /// The events of all sources, in order, from a position on; `sources` begins with the source the position stands in.
    /// Reading ends when the iterator is dropped.
    pub fn events<S>(self, sources: S, from: Position) -> impl Iterator<Item = Fed>
    where
        S: Iterator<Item = Result<Source, Failure>> + Send + 'static,
    {
        let (send, receive) = mpsc::sync_channel(self.ahead);
        let stop = Arc::clone(&self.stop);
        thread::spawn(move || {
            let budget = Budget::new(self.ahead * BYTES_AHEAD);
            let mut start = from;
            for source in sources {
                let mut output = Output {
                    feed: &self,
                    budget: &budget,
                    send: &send,
                    stamp: stamp::of(&source),
                    at: Position { events: 0, ..start },
                    done: start.events,
                    failures: 0,
                };
                if output.source(source).is_break() {
                    return;
                }
                start = Position { sources: start.sources + 1, events: 0 };
            }
        });
        std::iter::from_fn(move || {
            loop {
                if stop.load(Ordering::Relaxed) {
                    return None;
                }
                match receive.recv_timeout(LOOK) {
                    Ok(fed) => return Some(fed),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
        })
    }
}

/// The releases of all sources, in order, and what could not be read. At most `ahead` of them wait to be taken.
pub fn items<S>(sources: S, options: Options, ahead: usize) -> impl Iterator<Item = Result<Item, Failure>>
where
    S: Iterator<Item = Result<Source, Failure>> + Send + 'static,
{
    Feed::new(options, ahead).events(sources, Position::default()).filter_map(|fed| match fed.event {
        Event::Release(item) => Some(Ok(item)),
        Event::Failure(failure) => Some(Err(failure)),
        Event::End(_) => None,
    })
}

/// Where the events of one source go.
struct Output<'f> {
    feed: &'f Feed,
    budget: &'f Arc<Budget>,
    send: &'f SyncSender<Fed>,
    stamp: u64,
    at: Position,
    /// Events that were done before.
    done: u64,
    failures: u64,
}

impl Output<'_> {
    /// Hands on what one source holds. A defect of a reader (a panic) is a failure of this source alone.
    fn source(&mut self, source: Result<Source, Failure>) -> ControlFlow<()> {
        let name = match source {
            Ok(source) => {
                let name = unpack::Name { id: source.id, uri: source.uri };
                let read = panic::catch_unwind(AssertUnwindSafe(|| self.read(&name, source.path.as_deref())));
                match read {
                    Ok(flow) => flow?,
                    Err(cause) => {
                        let message = format!("a defect of oton, please report it with the file: {}", super::panic_message(&*cause));
                        self.put(&name, Err(Failure { uri: name.uri.clone(), stage: "unpack", message }))?;
                    }
                }
                name
            }
            Err(failure) => {
                let name = unpack::Name { id: failure.uri.clone(), uri: failure.uri.clone() };
                self.put(&name, Err(failure))?;
                name
            }
        };
        let (releases, failures) = (self.at.events - self.failures, self.failures);
        let end = End { releases, failures, counts: self.feed.shard.has(&name.id) };
        let behind = Position { sources: self.at.sources + 1, events: 0 };
        self.hand(behind, Event::End(end), None)
    }

    fn read(&mut self, name: &unpack::Name, path: Option<&std::path::Path>) -> ControlFlow<()> {
        let feed = self.feed;
        match path {
            None => {
                let input = Counted { inner: io::stdin().lock(), read: &feed.read };
                unpack::reader(name, input, &feed.options, &mut |found| self.put(name, found))
            }
            Some(path) => match std::fs::File::open(path) {
                Ok(file) => unpack::file(name, file, &feed.options, &feed.read, &mut |found| self.put(name, found)),
                Err(error) => self.put(name, Err(Failure { uri: name.uri.clone(), stage: "read", message: error.to_string() })),
            },
        }
    }

    /// Hands on what was found in the source of this name, unless it was done before or is in another part of the work.
    fn put(&mut self, source: &unpack::Name, found: Result<Item, Failure>) -> ControlFlow<()> {
        self.at.events += 1;
        self.failures += u64::from(found.is_err());
        if self.at.events <= self.done {
            return if self.feed.stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        }
        let shard = self.feed.shard;
        let (within, size, event) = match found {
            Ok(item) => (shard.has(&item.id), item.bytes.len(), Event::Release(item)),
            // a failure's uri is the source's with the path inside behind it, and so would its id be
            Err(failure) => {
                let inside = failure.uri.strip_prefix(&source.uri).unwrap_or("");
                (shard.has(&format!("{}{inside}", source.id)), 0, Event::Failure(failure))
            }
        };
        if !within {
            return ControlFlow::Continue(());
        }
        let permit = (size > 0).then(|| self.budget.take(size));
        self.hand(self.at, event, permit)
    }

    fn hand(&self, behind: Position, event: Event, permit: Option<Permit>) -> ControlFlow<()> {
        self.send.send(Fed { behind, stamp: self.stamp, event, permit }).map_or(ControlFlow::Break(()), ControlFlow::Continue)
    }
}

/// Counts what is read.
struct Counted<'c, R> {
    inner: R,
    read: &'c AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
