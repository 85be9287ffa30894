//! How far a run is, told while it goes on: a line that is redrawn on a terminal, a plain line now and then elsewhere.

use super::account::counted;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Between two looks on a terminal, and between two plain lines.
const REDRAWN: Duration = Duration::from_millis(250);
const PLAIN: Duration = Duration::from_secs(30);

/// What is counted.
#[derive(Debug, Default)]
pub struct Counts {
    /// Releases and failures that are done.
    pub done: AtomicU64,
    /// Bytes of the sources that were read; those of an earlier part of the run too.
    pub read: Arc<AtomicU64>,
    /// Bytes that an earlier part of the run had read.
    before: AtomicU64,
    /// Bytes of all sources; 0 until they are known.
    total: AtomicU64,
}

/// Tells how far the run is until it is dropped.
#[derive(Debug)]
pub struct Progress {
    shared: Arc<Shared>,
    teller: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    counts: Arc<Counts>,
    begun: Instant,
    terminal: bool,
    /// Whether a line stands on the terminal; also the lock on standard error.
    drawn: Mutex<bool>,
    ended: Mutex<bool>,
    end: Condvar,
}

impl Progress {
    /// Begins to tell on standard error; nothing but messages where it shall be quiet.
    pub fn begin(counts: Arc<Counts>, quiet: bool) -> Self {
        let terminal = io::stderr().is_terminal();
        let shared = Arc::new(Shared { counts, begun: Instant::now(), terminal, drawn: Mutex::default(), ended: Mutex::default(), end: Condvar::new() });
        let told = Arc::clone(&shared);
        let teller = (!quiet).then(|| thread::spawn(move || told.tell()));
        Progress { shared, teller }
    }

    /// Prints a message above the line.
    pub fn say(&self, message: &str) {
        let mut drawn = self.shared.lock();
        self.shared.clear(&mut drawn);
        eprintln!("{message}");
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        *self.shared.ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.shared.end.notify_all();
        if let Some(teller) = self.teller.take() {
            drop(teller.join());
        }
        self.shared.clear(&mut self.shared.lock());
    }
}

impl Shared {
    fn lock(&self) -> std::sync::MutexGuard<'_, bool> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn clear(&self, drawn: &mut bool) {
        if std::mem::take(drawn) {
            eprint!("\r\u{1b}[K");
        }
    }

    fn tell(&self) {
        let interval = if self.terminal { REDRAWN } else { PLAIN };
        let mut ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        while !*ended {
            ended = self.end.wait_timeout(ended, interval).unwrap_or_else(PoisonError::into_inner).0;
            if *ended {
                return;
            }
            let line = self.counts.line(self.begun.elapsed());
            let mut drawn = self.lock();
            if self.terminal {
                // a line longer than the terminal is wide would not be cleared
                let line: String = line.chars().take(78).collect();
                eprint!("\r\u{1b}[K{line}");
                drop(io::stderr().flush());
                *drawn = true;
            } else {
                eprintln!("oton: {line}");
            }
        }
    }
}

impl Counts {
    /// Some bytes were read before.
    pub fn begin(&self, bytes: u64) {
        self.before.store(bytes, Ordering::Relaxed);
        self.read.store(bytes, Ordering::Relaxed);
    }

    /// All bytes there are to read.
    pub fn know(&self, bytes: u64) {
        self.total.store(bytes, Ordering::Relaxed);
    }

    /// How far it is, after some time.
    fn line(&self, elapsed: Duration) -> String {
        let done = self.done.load(Ordering::Relaxed);
        let (read, before) = (self.read.load(Ordering::Relaxed), self.before.load(Ordering::Relaxed));
        let seconds = elapsed.as_secs_f64().max(0.001);
        let mut line = format!("{}, {:.0} per second", counted(done, "release"), done as f64 / seconds);
        let total = self.total.load(Ordering::Relaxed);
        if total > 0 {
            let read_here = read.saturating_sub(before) as f64;
            let left = total.saturating_sub(read) as f64;
            line += &format!(", {:.0} % of {}", (read as f64 / total as f64 * 100.0).min(100.0), size(total));
            if read_here > 0.0 && seconds > 2.0 {
                line += &format!(", {} left", time(Duration::from_secs_f64(left / read_here * seconds)));
            }
        } else {
            line += &format!(", {} read", size(read));
        }
        line
    }
}

/// Bytes for people.
fn size(bytes: u64) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"];
    let mut number = bytes as f64;
    let mut unit = 0;
    while number >= 1000.0 && unit + 1 < units.len() {
        number /= 1000.0;
        unit += 1;
    }
    if unit == 0 { format!("{bytes} B") } else { format!("{number:.1} {}", units[unit]) }
}

/// A time for people.
fn time(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{}:{:02} min", seconds / 60, seconds % 60),
        _ => format!("{}:{:02} h", seconds / 3600, seconds / 60 % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_share_and_time_left() {
        let counts = Counts::default();
        counts.done.store(500, Ordering::Relaxed);
        counts.read.store(1_500_000, Ordering::Relaxed);
        assert_eq!(counts.line(Duration::from_secs(10)), "500 releases, 50 per second, 1.5 MB read");
        counts.begin(1_000_000);
        counts.read.store(1_500_000, Ordering::Relaxed);
        counts.know(2_000_000_000);
        assert_eq!(counts.line(Duration::from_secs(10)), "500 releases, 50 per second, 0 % of 2.0 GB, 11:06 h left");
        assert_eq!([time(Duration::from_secs(9)), time(Duration::from_secs(75))], ["9 s", "1:15 min"]);
        assert_eq!([size(7), size(1500)], ["7 B", "1.5 kB"]);
    }
}
