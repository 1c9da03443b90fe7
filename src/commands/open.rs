//! Opening a page in whatever the reader reads pages with.

use lifespan::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

/// Opens a file with the desktop's own program for it, without waiting for that program to end.
pub fn open(page: &Path) -> Result<(), Error> {
    let mut command = opener();
    command.arg(page).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(drop).map_err(|cause| {
        Error::new(
            page.display().to_string(),
            format!("it is written, but nothing opened it ({cause})"),
            "open it by hand",
        )
    })
}

#[cfg(target_os = "windows")]
fn opener() -> Command {
    Command::new("explorer")
}

#[cfg(target_os = "macos")]
fn opener() -> Command {
    Command::new("open")
}

#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn opener() -> Command {
    Command::new("xdg-open")
}
