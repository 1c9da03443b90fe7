//! The fingerprint of a case: all that its page depends on, in one line. While it stays the same, the page does.

use chrono::NaiveDate;
use lifespan::error::Error;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::time::UNIX_EPOCH;
use walkdir::WalkDir;

/// The fingerprint of this program: its version, and the length and the time of its file, so that another build of one
/// version counts as another program.
pub fn of_tool() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata).ok();
    let length = file.as_ref().map_or(0, std::fs::Metadata::len);
    let time = file.and_then(|file| file.modified().ok()?.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    format!("{} {length} {}", env!("CARGO_PKG_VERSION"), time.as_nanos())
}

/// The fingerprint of a case: the program, the day it speaks from, what is written, and every file of the case.
pub fn of_case(folder: &Path, tool: &str, as_at: NaiveDate, pages: bool) -> Result<String, Error> {
    let mut digest = Sha256::new();
    digest.update(format!("{tool}\n{as_at}\n{pages}\n"));
    for item in WalkDir::new(folder).sort_by_file_name() {
        let item = item.map_err(|cause| unreadable(folder, &cause.to_string()))?;
        if !item.file_type().is_file() {
            continue;
        }
        let bytes = std::fs::read(item.path()).map_err(|cause| unreadable(item.path(), &cause.to_string()))?;
        let name = item.path().strip_prefix(folder).unwrap_or(item.path()).to_string_lossy();
        digest.update(format!("{name}\n{}\n", bytes.len()));
        digest.update(bytes);
    }
    Ok(hex(&digest.finalize()))
}

fn unreadable(path: &Path, cause: &str) -> Error {
    Error::new(path.display().to_string(), format!("cannot be read: {cause}"), "Check that you may open it.")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
