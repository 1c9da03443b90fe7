//! A word on the terminal when a run takes longer than a second.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{JoinHandle, spawn};
use std::time::{Duration, Instant};

/// A run shorter than this shows nothing.
const QUIET: Duration = Duration::from_secs(1);

/// What the run is doing, shown on a terminal until it is dropped.
pub struct Progress {
    doing: Option<Sender<&'static str>>,
    shown: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to watch; silent where nobody sits at a terminal.
    pub fn start() -> Self {
        if !std::io::stderr().is_terminal() {
            return Progress { doing: None, shown: None };
        }
        let (doing, told) = channel();
        let shown = spawn(move || {
            let began = Instant::now();
            let mut now = "Starting";
            loop {
                let patience = QUIET.saturating_sub(began.elapsed()).max(Duration::from_millis(100));
                match told.recv_timeout(patience) {
                    Ok(next) => now = next,
                    Err(RecvTimeoutError::Disconnected) => break,
                    Err(RecvTimeoutError::Timeout) => {}
                }
                if began.elapsed() >= QUIET {
                    show(&format!("{now} ... {} s", began.elapsed().as_secs()));
                }
            }
            if began.elapsed() >= QUIET {
                show("");
            }
        });
        Progress { doing: Some(doing), shown: Some(shown) }
    }

    /// Says what the run does next.
    pub fn say(&self, doing: &'static str) {
        if let Some(told) = &self.doing {
            // The other end lives until this value is dropped; were it gone, a word less would be shown.
            let _ = told.send(doing);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.doing = None;
        if let Some(shown) = self.shown.take() {
            let _ = shown.join();
        }
    }
}

/// Puts a line in place of the last one. A terminal that cannot be written to is no reason to stop.
fn show(line: &str) {
    let mut terminal = std::io::stderr();
    let _ = write!(terminal, "\r\u{1b}[K{line}");
    let _ = terminal.flush();
}
