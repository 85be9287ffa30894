//! A bound on the bytes that are under way, so that memory does not depend on how large the releases are that meet.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Bytes that may be under way at a time.
#[derive(Debug)]
pub struct Budget {
    all: usize,
    free: Mutex<usize>,
    freed: Condvar,
}

/// Some bytes of a budget, given back when this is dropped.
#[derive(Debug)]
pub struct Permit {
    budget: Arc<Budget>,
    size: usize,
}

impl Budget {
    /// A budget of `all` bytes.
    pub fn new(all: usize) -> Arc<Self> {
        Arc::new(Budget { all, free: Mutex::new(all), freed: Condvar::new() })
    }

    /// Waits until `size` bytes are free; what is larger than the whole budget waits for all of it, and goes alone.
    pub fn take(self: &Arc<Self>, size: usize) -> Permit {
        let size = size.min(self.all);
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free < size {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= size;
        Permit { budget: Arc::clone(self), size }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        *self.budget.free.lock().unwrap_or_else(PoisonError::into_inner) += self.size;
        self.budget.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;
    use std::time::Duration;

    #[test]
    fn who_asks_for_more_than_is_free_waits() {
        let budget = Budget::new(10);
        let first = budget.take(7);
        let other = Arc::clone(&budget);
        let waiting = thread::spawn(move || drop(other.take(1000)));
        thread::sleep(Duration::from_millis(30));
        assert!(!waiting.is_finished());
        drop(budget.take(3));
        drop(first);
        waiting.join().expect("gets the whole budget");
    }
}
