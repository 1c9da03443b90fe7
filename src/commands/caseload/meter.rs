//! How far a caseload is, on a terminal: done, failed, and the time left.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How often the line is drawn anew.
const EVERY: Duration = Duration::from_millis(200);
/// Letters of the bar.
const WIDTH: usize = 24;

/// Counts cases, and shows the count until it is dropped; silent where nobody sits at a terminal.
pub struct Meter {
    all: usize,
    began: Instant,
    count: Mutex<Count>,
    shown: bool,
}

struct Count {
    done: usize,
    failed: usize,
    drawn: Instant,
}

impl Meter {
    /// Begins to count.
    pub fn start(all: usize) -> Self {
        let began = Instant::now();
        let shown = std::io::stderr().is_terminal();
        Meter { all, began, count: Mutex::new(Count { done: 0, failed: 0, drawn: began }), shown }
    }

    /// Counts one case.
    pub fn done(&self, failed: bool) {
        // A worker that stumbled leaves the count as it was, which is all that is needed of it.
        let mut count = self.count.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        count.done += 1;
        count.failed += usize::from(failed);
        if self.shown && count.drawn.elapsed() >= EVERY {
            count.drawn = Instant::now();
            show(&line(count.done, count.failed, self.all, self.began.elapsed()));
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if self.shown {
            show("");
        }
    }
}

/// "[#####...] 412 of 10,000, 3 failed, about 2 min left".
fn line(done: usize, failed: usize, all: usize, took: Duration) -> String {
    let filled = done * WIDTH / all.max(1);
    let bar: String = (0..WIDTH).map(|at| if at < filled { '#' } else { '.' }).collect();
    let failed = if failed == 0 { String::new() } else { format!(", {failed} failed") };
    let left = took.as_secs_f64() / done.max(1) as f64 * (all - done.min(all)) as f64;
    format!("[{bar}] {done} of {all} cases{failed}, about {} left", time(left))
}

/// Seconds as a person says them.
fn time(seconds: f64) -> String {
    match seconds.ceil() as u64 {
        seconds @ 0..=99 => format!("{seconds} s"),
        seconds @ 100..=5399 => format!("{} min", seconds.div_ceil(60)),
        seconds => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

/// Puts a line in place of the last one. A terminal that cannot be written to is no reason to stop.
fn show(line: &str) {
    let mut terminal = std::io::stderr();
    let _ = write!(terminal, "\r\u{1b}[K{line}");
    let _ = terminal.flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_from_the_time_taken() {
        let line = line(250, 3, 1000, Duration::from_secs(60));
        assert_eq!(line, "[######..................] 250 of 1000 cases, 3 failed, about 3 min left");
        assert_eq!(time(7300.0), "2 h 1 min");
    }
}
