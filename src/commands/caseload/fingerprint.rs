//! The fingerprint of a case: all that its page depends on, in one line. While it stays the same, the page does.

use chrono::NaiveDate;
use lifespan::digest::hex;
use lifespan::error::Error;
use std::fmt::Write;
use std::path::Path;
use walkdir::WalkDir;

/// The fingerprint of a case: the program by its source, the day it speaks from, what is written, and every file of the
/// case.
pub fn of_case(folder: &Path, as_at: NaiveDate, pages: bool) -> Result<String, Error> {
    let mut parts = format!("{}\n{as_at}\n{pages}\n", env!("LIFESPAN_SOURCE"));
    for item in WalkDir::new(folder).sort_by_file_name() {
        let item = item.map_err(|cause| unreadable(folder, &cause.to_string()))?;
        if !item.file_type().is_file() {
            continue;
        }
        let bytes = std::fs::read(item.path()).map_err(|cause| unreadable(item.path(), &cause.to_string()))?;
        let name = item.path().strip_prefix(folder).unwrap_or(item.path()).to_string_lossy();
        // Writing to a string does not fail.
        let _ = writeln!(parts, "{} {name}", hex(&bytes));
    }
    Ok(hex(parts.as_bytes()))
}

fn unreadable(path: &Path, cause: &str) -> Error {
    Error::new(path.display().to_string(), format!("cannot be read: {cause}"), "Check that you may open it.")
}
