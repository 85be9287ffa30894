//! How much came out of how little: the guard against archives that unpack without end.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Unpacked bytes that are always allowed, whatever the ratio.
const FREE: u64 = 64 << 20;

/// Counts of one outermost file.
#[derive(Debug)]
pub struct Meter {
    packed: Cell<u64>,
    unpacked: Cell<u64>,
    ratio: u64,
    full: Cell<bool>,
    /// The packed ones again, for other threads to see, of all files together.
    read: Arc<AtomicU64>,
}

impl Meter {
    /// A meter that allows `ratio` unpacked bytes for each packed one, which are added to `read` too.
    pub fn new(ratio: u64, read: Arc<AtomicU64>) -> Rc<Self> {
        Rc::new(Meter { packed: Cell::new(0), unpacked: Cell::new(0), ratio, full: Cell::new(false), read })
    }

    /// Whether the limit was passed: nothing more of this file is unpacked.
    pub fn is_full(&self) -> bool {
        self.full.get()
    }

    /// A reader of the outermost file, whose bytes are the packed ones.
    pub fn packed<R>(self: &Rc<Self>, inner: R) -> Metered<R> {
        Metered { inner, meter: Rc::clone(self), unpacks: false }
    }

    /// A reader of what a decompressor gives.
    pub fn unpacked<R>(self: &Rc<Self>, inner: R) -> Metered<R> {
        Metered { inner, meter: Rc::clone(self), unpacks: true }
    }
}

/// A reader that counts.
#[derive(Debug)]
pub struct Metered<R> {
    inner: R,
    meter: Rc<Meter>,
    unpacks: bool,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let meter = &self.meter;
        if !self.unpacks {
            meter.packed.set(meter.packed.get() + read as u64);
            meter.read.fetch_add(read as u64, Ordering::Relaxed);
            return Ok(read);
        }
        meter.unpacked.set(meter.unpacked.get() + read as u64);
        if meter.unpacked.get() > FREE.saturating_add(meter.packed.get().saturating_mul(meter.ratio)) {
            meter.full.set(true);
            return Err(io::Error::other(format!(
                "unpacks to more than {} times its size, like an archive made to fill disks; raise --max-ratio to read it",
                meter.ratio
            )));
        }
        Ok(read)
    }
}

impl<R: io::Seek> io::Seek for Metered<R> {
    fn seek(&mut self, position: io::SeekFrom) -> io::Result<u64> {
        self.inner.seek(position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_the_ratio_ends_the_reading() {
        let meter = Meter::new(2, Arc::default());
        let mut few = meter.packed(&[0_u8; 1000][..]);
        few.read_to_end(&mut Vec::new()).expect("reads");
        let allowed = FREE + 2000;
        assert!(io::copy(&mut meter.unpacked(io::repeat(0).take(allowed)), &mut io::sink()).is_ok());
        let error = io::copy(&mut meter.unpacked(io::repeat(0).take(1)), &mut io::sink()).expect_err("is refused");
        assert!(error.to_string().contains("--max-ratio"));
        assert!(meter.is_full());
    }
}
