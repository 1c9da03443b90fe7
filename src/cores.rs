//! The same work done with many things, on every core.

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::LazyLock;

/// Bytes of stack for each worker, as much as a main thread has.
const STACK: usize = 8 * 1024 * 1024;

/// The workers of one case; none where none could be started.
static WORKERS: LazyLock<Option<ThreadPool>> =
    LazyLock::new(|| ThreadPoolBuilder::new().stack_size(STACK).build().ok());

/// Does the work with each, and gives what came of it in the same order. `few` of them are not worth handing over.
/// Each worker starts with something of its own.
///
/// Where whole cases are shared out among workers already, each of them does its case by itself: a case that waits for
/// another would keep both in memory.
pub fn each<S, T: Send, R: Send>(
    all: Vec<T>,
    few: usize,
    start: impl Fn() -> S + Send + Sync,
    work: impl Fn(&mut S, T) -> R + Send + Sync,
) -> Vec<R> {
    let shared_out = rayon::current_thread_index().is_some();
    match WORKERS.as_ref().filter(|_| !shared_out && all.len() > few) {
        Some(workers) => {
            workers.install(|| all.into_par_iter().with_min_len(few.max(1)).map_init(start, work).collect())
        }
        None => {
            let mut own = start();
            all.into_iter().map(|one| work(&mut own, one)).collect()
        }
    }
}

/// Does some work on another core meanwhile, where there is one.
pub fn meanwhile(work: impl FnOnce() + Send + 'static) {
    if let Some(workers) = WORKERS.as_ref() {
        workers.spawn(work);
    }
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn order_is_kept_and_work_within_work_is_done() {
        let doubled =
            each((0..1000).collect(), 8, || (), |(), n: usize| each(vec![n; 3], 1, || (), |(), n| n * 2).len());
        assert_eq!(doubled, vec![3; 1000]);
        let doubled = each((0..1000).collect(), 8, || (), |(), n: usize| n * 2);
        assert!(doubled.into_iter().eq((0..1000).map(|n| n * 2)));
    }
}
