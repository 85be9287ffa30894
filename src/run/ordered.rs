//! Many jobs on all threads, their results in the jobs' order, never more than a window of them in memory.

use std::collections::BTreeMap;
use std::sync::mpsc;

/// Runs `work` on every item of `items` in the current rayon pool and hands the results to `deliver` in the items' order.
/// At most `window` items are under way or waiting for their turn. Ends early when `deliver` says `false`.
///
/// `items` and `deliver` run on the calling thread, which must not belong to the pool.
pub fn for_each<T: Send, R: Send>(
    pool: &rayon::ThreadPool,
    items: impl Iterator<Item = T>,
    window: usize,
    work: impl Fn(T) -> R + Sync,
    mut deliver: impl FnMut(R) -> bool,
) {
    let (send, receive) = mpsc::channel::<(usize, R)>();
    let work = &work;
    pool.in_place_scope(|scope| {
        let mut waiting = BTreeMap::new();
        let (mut started, mut delivered) = (0, 0);
        let mut items = items.fuse();
        let mut more = true;
        loop {
            while more && started - delivered < window {
                match items.next() {
                    Some(item) => {
                        let (send, number) = (send.clone(), started);
                        // the receiver is only gone when the run has ended early
                        scope.spawn(move |_| drop(send.send((number, work(item)))));
                        started += 1;
                    }
                    None => more = false,
                }
            }
            if delivered == started {
                return;
            }
            let Ok((number, result)) = receive.recv() else { return };
            waiting.insert(number, result);
            while let Some(result) = waiting.remove(&delivered) {
                delivered += 1;
                if !deliver(result) {
                    return;
                }
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn pool(threads: usize) -> rayon::ThreadPool {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads start")
    }

    #[test]
    fn results_keep_their_order_on_any_number_of_threads() {
        for threads in [1, 2, 8] {
            let mut seen = Vec::new();
            let slow_first = |n: u64| {
                std::thread::sleep(std::time::Duration::from_micros(if n.is_multiple_of(7) { 500 } else { 0 }));
                n
            };
            for_each(&pool(threads), 0..200, 16, slow_first, |n| {
                seen.push(n);
                true
            });
            assert_eq!(seen, (0..200).collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_more_than_the_window_is_under_way() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let started = (0..100).inspect(|_| {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        });
        for_each(
            &pool(4),
            started,
            5,
            |n| n,
            |_| {
                now.fetch_sub(1, Ordering::SeqCst);
                true
            },
        );
        assert!(most.load(Ordering::SeqCst) <= 6);
    }

    #[test]
    fn delivery_can_end_the_run() {
        let mut seen = 0;
        for_each(
            &pool(2),
            0..,
            8,
            |n: u64| n,
            |_| {
                seen += 1;
                seen < 10
            },
        );
        assert_eq!(seen, 10);
    }
}
