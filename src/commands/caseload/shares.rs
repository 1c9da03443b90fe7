//! Rows on their way to many files: kept until there are many bytes of them, then added to each file.

use crate::commands::write;
use lifespan::error::Error;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, OpenOptions, create_dir_all};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Bytes that are held at most before they are written.
const HELD: usize = 32 * 1024 * 1024;

/// Rows for many files below one folder.
pub struct Shares {
    top: PathBuf,
    rows: BTreeMap<String, Vec<u8>>,
    held: usize,
    begun: BTreeSet<String>,
}

impl Shares {
    /// For files below a folder.
    pub fn below(top: &Path) -> Self {
        Shares { top: top.to_owned(), rows: BTreeMap::new(), held: 0, begun: BTreeSet::new() }
    }

    /// Adds a row to a file, which begins with the row of headings. A file of an earlier run begins anew.
    pub fn add(&mut self, file: &str, headings: &[u8], row: &[u8]) -> Result<(), Error> {
        let rows = match self.rows.get_mut(file) {
            Some(rows) => rows,
            None => self.rows.entry(file.to_owned()).or_default(),
        };
        if rows.is_empty() && !self.begun.contains(file) {
            rows.extend_from_slice(headings);
        }
        rows.extend_from_slice(row);
        self.held += row.len();
        if self.held >= HELD { self.write() } else { Ok(()) }
    }

    /// Writes all that is held.
    pub fn write(&mut self) -> Result<(), Error> {
        for (file, rows) in std::mem::take(&mut self.rows) {
            let place = self.top.join(&file);
            let first = self.begun.insert(file);
            append(&place, &rows, first).map_err(|cause| {
                let mend = "Choose another folder with --out, or ask for leave to write there.";
                Error::new(place.display().to_string(), format!("not written: {cause}"), mend)
            })?;
        }
        self.held = 0;
        Ok(())
    }
}

fn append(place: &Path, rows: &[u8], first: bool) -> std::io::Result<()> {
    if let Some(folder) = place.parent().filter(|_| first) {
        create_dir_all(folder)?;
    }
    let mut file = if first { private(place)? } else { OpenOptions::new().append(true).open(place)? };
    file.write_all(rows)
}

/// A new file that only this user can read, as far as the system knows of such a thing.
fn private(place: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(place)
}

/// Writes a case's front sheet.
pub fn front(top: &Path, case: &str, front: &serde_json::Value) -> Result<(), Error> {
    let fault = |cause: serde_json::Error| {
        Error::new("case.json", cause.to_string(), "Report it: this is a fault of the program.")
    };
    let words = serde_json::to_string_pretty(front).map_err(fault)? + "\n";
    write::quickly(&top.join(case), "case.json", words.as_bytes()).map(|_| ())
}
